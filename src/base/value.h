/*
 * A tree of values: what a JSON text says, what the field list makes of it, what the analysis computes.  Templates look
 * things up in it.  Every value that came from a file remembers where, so that anything made of it, down to a word on
 * a page, can be traced back.
 *
 * All memory is the arena's of whoever made the tree.  A value has one parent at most.
 */
#ifndef BASE_VALUE_H
#define BASE_VALUE_H

#include "base/buf.h"
#include "base/decimal.h"

#include <stdbool.h>
#include <stddef.h>

/* A text that was read: `name` is how messages call it. */
struct source {
    const char *name;
    const char *text; /* UTF-8 */
    size_t length;    /* bytes */
};

enum value_kind {
    VALUE_NULL, /* in a model: a declared member that the file leaves out */
    VALUE_BOOL,
    VALUE_NUMBER, /* `number`, and `text` with the digits as they are to be printed */
    VALUE_TEXT,
    VALUE_RICH, /* `text` is inline markup (templates/README.md) */
    VALUE_DATE, /* `text` is its usual form; members year, month, day, ... give the others (model/date.h) */
    VALUE_LIST,
    VALUE_OBJECT,
};

struct value {
    enum value_kind kind;
    bool truth;            /* BOOL */
    struct decimal number; /* NUMBER; valid when `exact` */
    bool exact;            /* NUMBER: `number` holds the digits' value */
    const char *text;      /* NUMBER, TEXT, RICH, DATE; else NULL.  UTF-8, no U+0000 */

    struct value **items; /* LIST: elements; OBJECT, DATE: members in order */
    size_t count, capacity;

    struct value *parent;
    const char *key; /* name in the parent object, else NULL */
    size_t index;    /* place in the parent's items */

    const char *refers;          /* TEXT, NUMBER of a model: "measures.id": it is such a member of that list of the
                                    model; else NULL */
    const struct value *origin;  /* a copy's original, whose place and pointer it shares; else NULL */
    const struct source *source; /* NULL: computed */
    size_t offset;               /* bytes into the source: where the value begins */
    size_t key_offset;           /* where its name begins; 0 when it has none */
};

struct value *value_new(struct arena *arena, enum value_kind kind);
struct value *value_text_new(struct arena *arena, const char *text);         /* `text` is borrowed */
struct value *value_integer_new(struct arena *arena, int64_t number);        /* shown in decimal digits */
struct value *value_decimal_new(struct arena *arena, struct decimal number); /* shown with its places */
struct value *value_bool_new(struct arena *arena, bool truth);

/* Adds `child` at the end of a list, or as member `key` (borrowed; replaces one of that name) of an object; returns
 * `child`. */
struct value *value_add(struct arena *arena, struct value *list, struct value *child);
struct value *value_set(struct arena *arena, struct value *object, const char *key, struct value *child);

/* A copy of the tree under `value`: no parent, and `origin` set throughout to the first original. */
struct value *value_copy(struct arena *arena, const struct value *value);

/* The member of that name, or NULL; `object` may be NULL or of another kind. */
struct value *value_member(const struct value *object, const char *key);

/* value_member() along names parted by dots: "office.name". */
struct value *value_path(const struct value *object, const char *path);

/* The text of a member, or `otherwise` when it is missing or has none. */
const char *value_member_text(const struct value *object, const char *key, const char *otherwise);

/* A member that has a text, or NULL. */
const struct value *value_member_with_text(const struct value *object, const char *key);

/* Whether an element of `list`, which may be NULL or of another kind, has that text. */
bool value_list_has_text(const struct value *list, const char *text);

/* The value of an exact integer member, or `otherwise`. */
int64_t value_member_integer(const struct value *object, const char *key, int64_t otherwise);

/* True for a BOOL member that is true. */
bool value_member_true(const struct value *object, const char *key);

/* Mustache's truth: not NULL, false, an empty list or an empty text. */
bool value_is_true(const struct value *value);

/* The JSON pointer (RFC 6901) of the value, or of its original, in its tree: "/indicators/2/score"; "" for a root. */
char *value_pointer(struct arena *arena, const struct value *value);

/* The tree as indented JSON, members in order, numbers as written; dates as objects with their forms. */
void value_dump(struct buf *out, const struct value *value);

/* The name of a kind for messages: "a number", "a list", ... */
const char *value_kind_name(enum value_kind kind);

#endif
