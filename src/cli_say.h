/* What the command line says, all of it to standard error: its own messages, findings, progress. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include "mattrakan.h"

/* One line: "mattrakan: " and the message. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The findings of one file, one a line. */
void cli_say_findings(const struct mattrakan_result *result);

/* "[2/245] NAME" in place, on a terminal, when there is more than one file; cli_say_progress_end() takes it away
 * before anything else is printed. */
void cli_say_progress(size_t number, size_t count, const char *name);
void cli_say_progress_end(size_t count);

/* "PATH: 15 pages" on a terminal. */
void cli_say_written(const char *path, size_t page_count);

#endif
