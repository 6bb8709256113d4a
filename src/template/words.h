/*
 * The texts of a template, and places in them for messages.
 */
#ifndef TEMPLATE_WORDS_H
#define TEMPLATE_WORDS_H

#include "base/diag.h"
#include "doc/doc.h"

/* A text with tags or markup: a whole file, a string of a JSON description, or a rich text of the office's. */
struct words {
    const char *text; /* UTF-8 */
    size_t length;
    const struct source *source; /* the file it stands in; NULL: none, `json` is computed */
    const struct value *json;    /* the string that `text` is; NULL: `text` is the whole file */
};

/* A string of a JSON tree as words; borrowed. */
struct words *words_of_value(struct arena *arena, const struct value *value);

/* Where something is said: about a value, or about the byte `at` of words when `value` is NULL. */
struct place {
    const struct value *value;
    const struct words *words;
    size_t at;
};

/* The offset of byte `at` of `words` in its source: for a JSON string, escapes before it are counted. */
size_t words_offset(const struct words *words, size_t at);

/* The place as the origin of a piece of the document. */
struct doc_origin place_origin(struct place place);

/* Adds an error (or a warning) about a place. */
void place_error(struct diags *diags, struct place place, const char *code, struct diag_more more, const char *format,
                 ...) __attribute__((format(printf, 5, 6)));
void place_warn(struct diags *diags, struct place place, const char *code, struct diag_more more, const char *format,
                ...) __attribute__((format(printf, 5, 6)));

/* "did you mean "x"?" for the candidate nearest to `word`, or NULL. */
const char *words_hint(struct arena *arena, const char *word, const char *const *candidates, size_t count);

/* All candidates as what is expected, and that hint. */
struct diag_more words_among(struct arena *arena, const char *word, const char *const *candidates, size_t count);

#endif
