/* Properties in braces: {.class #id key=value key="two words"}. */
#ifndef TEMPLATE_ATTRIBUTES_H
#define TEMPLATE_ATTRIBUTES_H

#include "template/marked.h"

struct attribute {
    const char *key; /* "." a class, "#" an identifier, else the name before "=" */
    const char *value;
    struct place place;
    bool taken;
};

struct attributes {
    struct attribute *items;
    size_t count;
};

/* Reads the braces that open at byte `at` and close before `limit`.  Returns the byte behind them; with an error and 0
 * when they are wrong. */
size_t attributes_read(const struct marked *text, size_t at, size_t limit, struct attributes *attributes,
                       struct diags *diags);

/* The next attribute of that key that was not taken, or NULL; it is taken then. */
const struct attribute *attributes_take(struct attributes *attributes, const char *key);

/* The same for the class `name`. */
bool attributes_take_class(struct attributes *attributes, const char *name);

/* Everything that was not taken is an error: `expected` says what can stand on `what`. */
void attributes_finish(const struct attributes *attributes, const char *what, const char *expected,
                       struct diags *diags);

#endif
