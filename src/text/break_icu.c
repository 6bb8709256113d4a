#include "text/break_engines.h"

#include <unicode/ubrk.h>

struct break_icu {
    UBreakIterator *words, *lines; /* the one for lines is opened when first needed */
    UBreakIterator *current;
    struct arena *arena;
};

static void close_iterator(void *handle)
{
    ubrk_close(handle);
}

static UBreakIterator *open_iterator(struct arena *arena, UBreakIteratorType type)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(type, "th", NULL, 0, &status);
    if (U_FAILURE(status))
        return NULL;
    arena_defer(arena, close_iterator, iterator);
    return iterator;
}

struct break_icu *break_icu_open(struct arena *arena)
{
    struct break_icu *icu = arena_new_of(arena, struct break_icu);
    icu->arena = arena;
    icu->words = open_iterator(arena, UBRK_WORD);
    return icu->words ? icu : NULL;
}

static void begin(struct break_icu *icu, UBreakIterator *iterator, const uint16_t *text, size_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    icu->current = iterator;
    if (iterator)
        ubrk_setText(iterator, text, (int32_t)length, &status);
    if (U_FAILURE(status))
        icu->current = NULL;
}

void break_icu_words(struct break_icu *icu, const uint16_t *text, size_t length)
{
    begin(icu, icu->words, text, length);
}

void break_icu_lines(struct break_icu *icu, const uint16_t *text, size_t length)
{
    if (!icu->lines)
        icu->lines = open_iterator(icu->arena, UBRK_LINE);
    begin(icu, icu->lines, text, length);
}

int32_t break_icu_next(struct break_icu *icu)
{
    int32_t at = icu->current ? ubrk_next(icu->current) : UBRK_DONE;
    return at == UBRK_DONE ? -1 : at;
}
