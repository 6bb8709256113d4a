/* Lists of words that are looked for at, or before, a place in a text. */
#ifndef TEXT_WORD_LIST_H
#define TEXT_WORD_LIST_H

#include "text/break_text.h"

struct word {
    const char *text;
    uint32_t length; /* bytes */
    uint32_t count;  /* code points */
    uint32_t next;   /* in its bucket, shorter or equal in length; index + 1, 0 for none */
};

enum { WORD_BUCKETS = 512 };

/* Zeroed: empty. */
struct word_list {
    LIST(struct word) words;
    uint32_t buckets[WORD_BUCKETS]; /* by the first two code points: index + 1 of the longest, 0 for none */
};

/* Adds a word, which is borrowed.  Words of less than two code points can only be found by word_list_before(). */
void word_list_add(struct word_list *list, struct arena *arena, const char *word);

/* Adds all texts of a list; NULL adds nothing. */
void word_list_read(struct word_list *list, struct arena *arena, const struct value *words);

/* Forgets all words; keeps the memory. */
void word_list_clear(struct word_list *list);

/* The code points of the longest word that begins at code point `i` of the text, or 0; the second form only looks for
 * words shorter than `below`. */
size_t word_list_at(const struct word_list *list, const struct break_text *t, size_t i);
size_t word_list_shorter(const struct word_list *list, const struct break_text *t, size_t i, size_t below);

/* The code points of the longest word that ends right before code point `i`, or 0. */
size_t word_list_before(const struct word_list *list, const struct break_text *t, size_t i);

#endif
