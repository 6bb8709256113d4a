/* Whole files into memory. */
#ifndef CLI_READ_H
#define CLI_READ_H

#include <stdbool.h>
#include <stddef.h>

struct cli_bytes {
    unsigned char *data; /* malloc; a NUL that is not counted stands behind */
    size_t size;
};

/* A file, or standard input for "-".  When it cannot be read: false, with errno set (EISDIR for a folder, EFBIG for
 * more than 256 MiB). */
bool cli_read(const char *path, struct cli_bytes *bytes);

#endif
