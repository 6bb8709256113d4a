/*
 * Findings: everything that is said about input.  They are collected, never printed, by the library; the caller prints
 * them sorted:
 *
 *     file:line:col /json/pointer: what is wrong; what was expected
 *
 * Wording: lower case, no full stop, the error first, the subject quoted.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/value.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

struct diag {
    enum severity severity;
    const char *code;            /* stable name of the rule: "json-syntax", "R01" */
    const struct source *source; /* NULL: not about a file */
    size_t offset;               /* bytes into it */
    size_t line, column;         /* from 1, columns in code points; 0 until diags_sort(), and without a text */
    const char *pointer;         /* JSON pointer, "" for none */
    const char *message;
    const char *expected; /* NULL: nothing to say */
    const char *hint;     /* NULL: none; a sentence that tells how to put it right */
};

struct diags {
    struct arena *arena;
    LIST(struct diag) list;
    size_t errors, warnings;
    bool full; /* DIAGS_MAX was reached; the rest is dropped */
};

enum { DIAGS_MAX = 1000 };

/* What a finding says beside its message; any member may be NULL.  Strings are copied. */
struct diag_more {
    const char *expected, *hint;
};

struct diags diags_init(struct arena *arena);

/* Adds a finding about a place in a text: `source` may be NULL. */
void diag_at(struct diags *diags, enum severity severity, const char *code, const struct source *source, size_t offset,
             struct diag_more more, const char *format, ...) __attribute__((format(printf, 7, 8)));

/* Adds a finding about a value: its file, place and pointer.  For a computed value, those of the nearest ancestor that
 * has a place. */
void diag_value(struct diags *diags, enum severity severity, const char *code, const struct value *value,
                struct diag_more more, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Sorts by file, then position, drops exact repeats, and works out lines and columns.  Findings of equal place keep
 * their order. */
void diags_sort(struct diags *diags);

/* One finding in the form above, without a newline: "FILE:LINE:COL POINTER: [warning: |note: ]MESSAGE; expected
 * EXPECTED (HINT)". */
void diag_print(struct buf *out, const struct diag *diag);

/* The candidate nearest to `word` by edit distance when it is near enough to be a slip, or NULL. */
const char *diag_nearest(const char *word, const char *const *candidates, size_t count);

#endif
