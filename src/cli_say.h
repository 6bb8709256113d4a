/* What the command line says, all of it to standard error: its own messages, findings, progress. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include "mattrakan.h"

/* One line: "mattrakan: " and the message. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What was said of one file, by the reports that were made of it so far. */
struct cli_said {
    char **texts;
    size_t count;
};

/* The findings of one report, one a line; those of an earlier report of the same file are not said again.  `said` may
 * be NULL. */
void cli_say_findings(const struct mattrakan_result *result, struct cli_said *said);
void cli_said_release(struct cli_said *said);

/* "[2/245] NAME" in place, on a terminal, when there is more than one file; cli_say_progress_end() takes it away
 * before anything else is printed. */
void cli_say_progress(size_t number, size_t count, const char *name);
void cli_say_progress_end(size_t count);

/* "PATH: 15 pages" on a terminal. */
void cli_say_written(const char *path, size_t page_count);

#endif
