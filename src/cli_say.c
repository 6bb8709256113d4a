#include "cli_say.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void cli_say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("mattrakan: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

void cli_say_findings(const struct mattrakan_result *result)
{
    for (size_t i = 0; i < result->finding_count; i++)
        fprintf(stderr, "%s\n", result->findings[i].text);
}

void cli_say_progress(size_t number, size_t count, const char *name)
{
    if (count > 1 && isatty(STDERR_FILENO))
        fprintf(stderr, "\r\033[K[%zu/%zu] %s", number, count, name);
}

void cli_say_progress_end(size_t count)
{
    if (count > 1 && isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

void cli_say_written(const char *path, size_t page_count)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "%s: %zu page%s\n", path, page_count, page_count == 1 ? "" : "s");
}
