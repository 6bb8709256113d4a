/*
 * Files that are written whole or not at all.  The bytes go to a temporary file in the same folder, are flushed to the
 * disk, and take the place of the old file in one step; an old file stays as it was until then, and when anything
 * fails.  What is no plain file (a device, a pipe) is written straight.
 */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

#include <stdbool.h>
#include <stddef.h>

/* False: nothing was written, and errno says why. */
bool cli_save(const char *path, const void *data, size_t size);

/* Writes all bytes to standard output; false: errno says why. */
bool cli_put(const void *data, size_t size);

/* From now on signals that end the program first remove a temporary file that is under way. */
void cli_save_watch_signals(void);

#endif
