/* A growable byte buffer in an arena; always followed by a NUL that is not counted. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

#include <stddef.h>

struct buf {
    struct arena *arena;
    char *data; /* "" until something is added */
    size_t length, capacity;
};

/* An empty buffer. */
struct buf buf_init(struct arena *arena);

void buf_add(struct buf *buf, const void *bytes, size_t length);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char byte);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* `text` as a JSON string with quotes, escaped; NULL is written as null. */
void buf_json(struct buf *buf, const char *text);

/* A number with at most `places` decimals (0-6), without trailing zeros, never in exponent form, the same in every
 * locale; -0 is written as 0. */
void buf_number(struct buf *buf, double number, int places);

#endif
