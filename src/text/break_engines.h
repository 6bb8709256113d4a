/* The two engines that find Thai words: libthai and ICU, which end here.  Both stay open; both are closed with the
 * arena they were opened with.  Texts are Thai letters, parted by spaces where a word cannot go on. */
#ifndef TEXT_BREAK_ENGINES_H
#define TEXT_BREAK_ENGINES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct break_libthai;
struct break_icu;

/* NULL when the dictionary cannot be read.  `path` as for thai_breaker_new(). */
struct break_libthai *break_libthai_open(struct arena *arena, const char *path);

/* Writes the boundaries in `tis` (TIS-620, `length` bytes and a NUL) to `positions` (room for `length`), ascending;
 * returns their number. */
size_t break_libthai_find(struct break_libthai *libthai, uint8_t *tis, size_t length, int *positions);

/* NULL when ICU's data is not there. */
struct break_icu *break_icu_open(struct arena *arena);

/* Begins on a text of words or lines: break_icu_next() then gives the boundaries behind 0 one by one, and -1 behind the
 * last.  The text is borrowed. */
void break_icu_words(struct break_icu *icu, const uint16_t *text, size_t length);
void break_icu_lines(struct break_icu *icu, const uint16_t *text, size_t length);
int32_t break_icu_next(struct break_icu *icu);

#endif
