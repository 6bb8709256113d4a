/*
 * Tags in double braces (Mustache), read once and filled in many times.  The grammar is in templates/README.md.
 */
#ifndef TEMPLATE_MUSTACHE_H
#define TEMPLATE_MUSTACHE_H

#include "template/marked.h"

enum mustache_kind {
    MUSTACHE_TEXT, /* bytes of one line at most */
    MUSTACHE_LINE, /* a line begins: where a partial's indentation goes */
    MUSTACHE_VARIABLE,
    MUSTACHE_SECTION,
    MUSTACHE_INVERTED,
    MUSTACHE_PARTIAL,
};

struct mustache_node {
    enum mustache_kind kind;
    size_t at;                   /* byte of the words */
    size_t length;               /* TEXT */
    const char *name;            /* all but TEXT and LINE */
    size_t indent;               /* PARTIAL with a line to itself: bytes before it on that line, else 0 */
    struct mustache_node *first; /* SECTION, INVERTED */
    struct mustache_node *next;
};

struct mustache {
    const struct words *words;
    struct mustache_node *first;
};

/* Reads the tags of `words`, which is borrowed.  Mistakes are errors in `diags`; what is left of the text is still
 * there, to find more. */
struct mustache *mustache_parse(struct arena *arena, const struct words *words, struct diags *diags);

/* Where partials are found: NULL when there is none of that name. */
struct mustache_partials {
    const struct mustache *(*find)(const void *user, const char *name);
    const void *user;
};

/* One filling in, of many texts. */
struct mustache_run {
    struct arena *arena;
    struct diags *diags;
    struct mustache_partials partials;
    size_t work;               /* nodes gone through so far; bounded */
    LIST(const void *) broken; /* nodes that have been reported already */
};

enum { MUSTACHE_DEPTH_MAX = 64, MUSTACHE_WORK_MAX = 5000000 };

/* Adds the text, filled in, to `out`. */
void mustache_render(struct mustache_run *run, const struct mustache *template, const struct context *context,
                     struct marked *out);

/* context_find() that reports a place only once; `key` stands for the place. */
const struct value *mustache_find(struct mustache_run *run, const struct context *context, const char *name,
                                  const void *key, struct place place);

#endif
