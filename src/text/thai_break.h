/*
 * Where lines may end: libthai and ICU together, W3C's line edge rules for Thai, and what must stay together.  libthai
 * and ICU end in text/.
 */
#ifndef TEXT_THAI_BREAK_H
#define TEXT_THAI_BREAK_H

#include "base/diag.h"

#include <stddef.h>
#include <stdint.h>

enum text_break {
    TEXT_BREAK_NONE,   /* inside a cluster or number, or where a line must not begin or end */
    TEXT_BREAK_FORCED, /* inside a word, or between words that stay together: only where nothing else fits, and
                          reported */
    TEXT_BREAK_SOFT,   /* one engine only, or at a price: only where a line would otherwise overflow */
    TEXT_BREAK_WORD,   /* between words, both engines agree; or in URLs, at U+200B */
    TEXT_BREAK_SPACE,  /* between words at a space */
    TEXT_BREAK_LINE,   /* a line ends here ("\n" stands before the offset) */
};
/* Spaces before a break of any class are not drawn at a line's end. */

struct thai_breaker;

/* A breaker with the word lists `words` (templates/data/README.md), which it borrows.  `dictionary_path` is libthai's
 * thbrk.tri; NULL: libthai's own place.  NULL, with an error in `diags`, when a dictionary cannot be opened.  Handles
 * are closed with the arena. */
struct thai_breaker *thai_breaker_new(struct arena *arena, const struct value *words, const char *dictionary_path,
                                      struct diags *diags);

/* A word of one document that stays whole, besides those of the lists (an office's name).  It is borrowed until
 * thai_breaker_reset_words(), which is called before or after each document. */
void thai_breaker_add_word(struct thai_breaker *breaker, const char *word);
void thai_breaker_reset_words(struct thai_breaker *breaker);

/* A stretch in a language other than Thai, bytes. */
struct break_stretch {
    size_t from, to;
};

/* Fills breaks[0 .. length] with enum text_break for the offsets of `text`.  breaks[0] is NONE, breaks[length] LINE.
 * `others`, ascending, are broken by Unicode's rules alone.  Memory for the work is the breaker's own; when it runs
 * out, control leaves through `arena`. */
void thai_breaks(struct thai_breaker *breaker, struct arena *arena, const char *text, size_t length,
                 const struct break_stretch *others, size_t other_count, uint8_t *breaks);

#endif
