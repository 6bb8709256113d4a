/* What tests of text/ share: fonts, breaker and engine as the program has them. */
#ifndef TEST_TEXT_SUPPORT_H
#define TEST_TEXT_SUPPORT_H

#include "test_support.h"

#include "text/paragraph.h"

/* The fonts of `manifest`, a JSON text; NULL: fonts/fonts.json.  Files come from fonts/, or from the top of the file
 * system. */
struct font_set *test_fonts(struct arena *arena, const char *manifest);

/* A breaker with the word lists of `words`, a JSON text; NULL: templates/data/words-breaking.json. */
struct thai_breaker *test_breaker(struct arena *arena, const char *words);

/* An engine with the program's own fonts and words. */
struct text_engine *test_engine(struct arena *arena);

#endif
