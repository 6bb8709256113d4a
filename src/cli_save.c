#define _XOPEN_SOURCE 700 /* realpath */

#include "cli_save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The temporary file under way, for the signal handler; "": none.  Changed only while signals are held back. */
static char under_way[PATH_MAX];

static const int ending_signals[] = {SIGHUP, SIGINT, SIGTERM};

enum { SIGNAL_COUNT = sizeof ending_signals / sizeof ending_signals[0] };

static void remove_and_end(int number)
{
    if (under_way[0])
        unlink(under_way);
    raise(number); /* its handler is the system's again: this ends the program */
}

void cli_save_watch_signals(void)
{
    struct sigaction action = {.sa_handler = remove_and_end, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        struct sigaction old;
        if (sigaction(ending_signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(ending_signals[i], &action, NULL);
    }
    signal(SIGXFSZ, SIG_IGN); /* a file that grows past the limit is an error of write() */
}

static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        sigaddset(&held, ending_signals[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

static void release_signals(const sigset_t *before)
{
    int error = errno;
    sigprocmask(SIG_SETMASK, before, NULL);
    errno = error;
}

static bool write_all(int file, const void *data, size_t size)
{
    const char *next = data;
    while (size) {
        ssize_t written = write(file, next, size);
        if (written < 0 && errno != EINTR)
            return false;
        next += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

/* Pipes, terminals and some file systems cannot be flushed to a disk. */
static bool flush(int file)
{
    return fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

static bool write_and_close(int file, const void *data, size_t size)
{
    bool good = write_all(file, data, size) && flush(file);
    int error = errno;
    if (close(file) != 0 && good)
        return false;
    errno = error;
    return good;
}

/* Opens a new file in `folder` and notes it as under way.  -1: errno says why. */
static int open_temporary(const char *folder)
{
    sigset_t before;
    int file = -1;
    hold_signals(&before);
    for (int attempt = 0; attempt < 100; attempt++) {
        char path[PATH_MAX];
        int length = snprintf(path, sizeof path, "%s.mattrakan-%ld-%d.tmp", folder, (long)getpid(), attempt);
        errno = ENAMETOOLONG;
        if (length < 0 || (size_t)length >= sizeof path)
            break;
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (file >= 0)
            strcpy(under_way, path);
        if (file >= 0 || errno != EEXIST)
            break;
    }
    release_signals(&before);
    return file;
}

/* Puts what is under way in place of `path`, or removes it. */
static bool finish(const char *path, bool good)
{
    sigset_t before;
    hold_signals(&before);
    good = good && rename(under_way, path) == 0;
    int error = errno;
    if (!good)
        unlink(under_way);
    under_way[0] = '\0';
    errno = error;
    release_signals(&before);
    return good;
}

static bool flush_folder(const char *folder)
{
    int file = open(folder[0] ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return errno == EACCES; /* a folder that may be written but not read: nothing more can be done */
    bool good = flush(file);
    int error = errno;
    close(file);
    errno = error;
    return good;
}

static bool replace(const char *path, const void *data, size_t size)
{
    char folder[PATH_MAX] = "";
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) + 1 : 0;
    if (length >= sizeof folder) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(folder, path, length);
    int file = open_temporary(folder);
    return file >= 0 && finish(path, write_and_close(file, data, size)) && flush_folder(folder);
}

static bool write_straight(const char *path, const void *data, size_t size)
{
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return file >= 0 && write_and_close(file, data, size);
}

bool cli_save(const char *path, const void *data, size_t size)
{
    struct stat about;
    char target[PATH_MAX];
    if (stat(path, &about) != 0)
        return replace(path, data, size);
    if (!S_ISREG(about.st_mode))
        return write_straight(path, data, size);
    if (access(path, W_OK) != 0)
        return false;
    return replace(realpath(path, target) ? target : path, data, size);
}

bool cli_put(const void *data, size_t size)
{
    return fflush(stdout) == 0 && write_all(STDOUT_FILENO, data, size);
}
