/* UTF-8.  All text in the library is valid UTF-8 once it is past json/ and template/, which check it. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at `text` (of `length` > 0 bytes); its size in bytes goes to `size`.  For an invalid sequence returns
 * U+FFFD and size 1. */
uint32_t utf8_decode(const char *text, size_t length, size_t *size);

/* True when the bytes at `text` begin with a whole, shortest-form code point that is no surrogate. */
bool utf8_valid_at(const char *text, size_t length);

/* Writes `code` to `out` (4 bytes at most); returns the size. */
size_t utf8_encode(uint32_t code, char *out);

/* The number of code points in valid UTF-8. */
size_t utf8_count(const char *text, size_t length);

/* The offset of the first invalid byte, or `length` when there is none. */
size_t utf8_first_invalid(const char *text, size_t length);

#endif
