#include "cli_say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static bool was_said(const struct cli_said *said, const char *text)
{
    for (size_t i = 0; i < said->count; i++) {
        if (strcmp(said->texts[i], text) == 0)
            return true;
    }
    return false;
}

/* When memory is out it will be said again. */
static void remember(struct cli_said *said, const char *text)
{
    char **texts = realloc(said->texts, (said->count + 1) * sizeof *texts);
    if (!texts)
        return;
    said->texts = texts;
    char *copy = malloc(strlen(text) + 1);
    if (copy)
        texts[said->count++] = strcpy(copy, text);
}

void cli_say_findings(const struct mattrakan_result *result, struct cli_said *said)
{
    size_t before = said ? said->count : 0;
    for (size_t i = 0; i < result->finding_count; i++) {
        const char *text = result->findings[i].text;
        struct cli_said earlier = {said ? said->texts : NULL, before};
        if (was_said(&earlier, text))
            continue;
        fprintf(stderr, "%s\n", text);
        if (said)
            remember(said, text);
    }
}

void cli_said_release(struct cli_said *said)
{
    for (size_t i = 0; i < said->count; i++)
        free(said->texts[i]);
    free(said->texts);
    *said = (struct cli_said){0};
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
