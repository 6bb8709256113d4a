/*
 * Marked text: what is left when tags are replaced.  Every byte is known to be either the template's, in which markup
 * is looked for, or a value's, which is never markup; and where it came from.
 */
#ifndef TEMPLATE_MARKED_H
#define TEMPLATE_MARKED_H

#include "template/context.h"

enum marked_kind {
    MARKED_WORDS,   /* of the template: may be markup */
    MARKED_LITERAL, /* of a value */
    MARKED_RICH,    /* the markup of a rich value: read by itself */
};

/* A stretch of one origin. */
struct marked_span {
    size_t start; /* byte of the marked text; the span ends where the next begins */
    struct place place;
    const struct context *context; /* what names stand for there; NULL inside values */
};

struct marked {
    struct arena *arena;
    struct buf text;
    struct buf kinds; /* an enum marked_kind for each byte of text */
    LIST(struct marked_span) spans;
};

struct marked marked_init(struct arena *arena);

/* Empties the text and keeps its memory. */
void marked_reset(struct marked *marked);

/* Adds `length` bytes of `words` from byte `at`. */
void marked_add_words(struct marked *marked, const struct words *words, size_t at, size_t length,
                      const struct context *context);

/* Adds a value's text: RICH as such, others as literal text. */
void marked_add_value(struct marked *marked, const struct value *value);

/* Adds a value's text as words whose place is the value: for reading a rich value by itself. */
void marked_add_rich(struct marked *marked, const struct value *value);

/* Adds what the office writes: rich text as markup, any other text literally; nothing for NULL or without a text. */
void marked_add_own(struct marked *marked, const struct value *value);

/* Adds the bytes from `from` to `to` of another marked text. */
void marked_add_slice(struct marked *marked, const struct marked *other, size_t from, size_t to);

/* The index of the span that holds byte `at`; the text must not be empty. */
size_t marked_span_at(const struct marked *marked, size_t at);

/* The place of byte `at`; of an end, that of the byte before, one further. */
struct place marked_place(const struct marked *marked, size_t at);

/* True when byte `at` is `byte`, and the template's. */
bool marked_is(const struct marked *marked, size_t at, char byte);

#endif
