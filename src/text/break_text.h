/*
 * A paragraph while its breaks are looked for: code points, their types, and the class of the boundary before each.
 * The stages of breaking work on this one after another: break_text.c (what the characters are), break_runs.c (the
 * engines), break_keep.c (what spaces hold together), break_words.c (words and names), break_rules.c (line edges,
 * addresses).
 */
#ifndef TEXT_BREAK_TEXT_H
#define TEXT_BREAK_TEXT_H

#include "text/thai_break.h"

#include <stdbool.h>

/* What a character is to a line's edge. */
enum break_type {
    BREAK_OTHER,
    BREAK_THAI,  /* letters, vowels and marks */
    BREAK_LATIN, /* letters */
    BREAK_DIGIT, /* Arabic and Thai */
    BREAK_SPACE,
    BREAK_LINE,   /* "\n" */
    BREAK_ZERO,   /* U+200B */
    BREAK_GLUE,   /* U+2060, U+00A0 */
    BREAK_OPEN,   /* ( “ */
    BREAK_CLOSE,  /* ) ” */
    BREAK_STOP,   /* . , : ! % */
    BREAK_REPEAT, /* MAIYAMOK, PAIYANNOI, KHOMUT */
    BREAK_HYPHEN,
    BREAK_DASH, /* en and em dash */
    BREAK_SLASH,
    BREAK_FOREIGN, /* other scripts: ICU's line breaker decides */
};

/* What is known of the boundary before a character. */
enum {
    BREAK_CLUSTER = 1,  /* a cluster begins here */
    BREAK_POSSIBLE = 2, /* and a line may begin here, at the worst */
    BREAK_LIBTHAI = 4,  /* libthai sees a boundary of words */
    BREAK_ICU = 8,      /* ICU does */
    BREAK_EDGE = BREAK_LIBTHAI | BREAK_ICU,
    BREAK_KEPT = 16, /* what stands here stays together, whatever the word lists say */
};

/* All arrays have an item for each code point, and one for the end. */
struct break_text {
    const char *text;
    size_t length;   /* bytes */
    size_t count;    /* code points */
    uint32_t *code;  /* the last is 0 */
    uint32_t *at;    /* byte offset */
    uint32_t *work;  /* for any stage */
    uint8_t *type;   /* enum break_type; the last is BREAK_LINE */
    uint8_t *known;  /* BREAK_CLUSTER, ... of the boundary before the character */
    uint8_t *breaks; /* enum text_break of the same boundary */
    uint8_t *tis;    /* what is given to libthai, */
    uint16_t *utf16; /* to ICU, */
    int *positions;  /* and comes back from libthai */
    bool foreign;    /* some character is BREAK_FOREIGN */
};

/* Decodes text and length into the arrays; `breaks` is not set. */
void break_text_read(struct break_text *t);

static inline bool break_is_edge(const struct break_text *t, size_t i)
{
    return (t->known[i] & BREAK_EDGE) != 0;
}

static inline bool break_between_thai(const struct break_text *t, size_t i)
{
    return i > 0 && t->type[i] == BREAK_THAI && t->type[i - 1] == BREAK_THAI;
}

/* Sets the class of a boundary where a line may begin at all. */
static inline void break_set(struct break_text *t, size_t i, enum text_break grade)
{
    if (t->known[i] & BREAK_POSSIBLE)
        t->breaks[i] = (uint8_t)grade;
}

#endif
