/*
 * What names stand for: a stack of values, searched from the innermost outwards.
 */
#ifndef TEMPLATE_CONTEXT_H
#define TEMPLATE_CONTEXT_H

#include "template/words.h"

/* One level of the stack; levels never change once made, so that a place in a text can keep its own. */
struct context {
    const struct context *outer; /* NULL: this is the whole of the facts */
    const struct value *value;
    bool element;        /* of a list that is gone through; then: */
    size_t index, count; /* its place from 0, and how many there are */
};

/* Levels on `outer`; cut from the arena. */
const struct context *context_push(struct arena *arena, const struct context *outer, const struct value *value);
const struct context *context_element(struct arena *arena, const struct context *outer, const struct value *list,
                                      size_t index);

/*
 * What `name` ("office.name", ".", "@number", "results.tools.IIT.score", "@root.year", templates/README.md) stands for;
 * a NULL value for what is known but not given, and for an element that a list does not have.  "language=en" is true or
 * false.  A name that is found nowhere is an error at `place` and gives NULL.
 */
const struct value *context_find(struct arena *arena, const struct context *context, const char *name,
                                 struct place place, struct diags *diags);

#endif
