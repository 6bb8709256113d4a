/*
 * What a command costs:
 *
 *     measure RUNS COMMAND [ARGUMENT]...
 *
 * runs it and prints the median CPU time in milliseconds (user and system) and the highest peak memory in MB.  What
 * it prints goes nowhere.
 */
#define _DEFAULT_SOURCE /* wait4 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUN_LIMIT = 1000 };

static int compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static void start(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(command[0], command);
    _exit(127);
}

int main(int argc, char **argv)
{
    static double times[RUN_LIMIT];
    long runs = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    long memory = 0;
    if (runs < 1 || runs > RUN_LIMIT) {
        fputs("usage: measure RUNS COMMAND [ARGUMENT]...\n", stderr);
        return 2;
    }
    for (long i = 0; i < runs; i++) {
        struct rusage usage;
        int status;
        pid_t child = fork();
        if (child == 0)
            start(argv + 2);
        if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
            fprintf(stderr, "measure: %s failed\n", argv[2]);
            return 1;
        }
        times[i] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
        memory = usage.ru_maxrss > memory ? usage.ru_maxrss : memory;
    }
    qsort(times, (size_t)runs, sizeof times[0], compare);
    printf("%.2f %.1f\n", times[runs / 2], (double)memory / 1024);
    return 0;
}
