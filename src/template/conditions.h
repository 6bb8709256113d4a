/* Under which condition a section or a row is there, and for which elements of a list. */
#ifndef TEMPLATE_CONDITIONS_H
#define TEMPLATE_CONDITIONS_H

#include "template/mustache.h"

/* Texts of a description that name members; NULL: not given. */
struct conditions {
    const struct value *when, *unless, *each;
};

/* Reads "when", "unless" and "each". */
struct conditions conditions_read(const struct value *described, struct diags *diags);

/* True when neither "when" nor "unless" forbids it. */
bool conditions_hold(struct mustache_run *run, const struct conditions *conditions, const struct context *context);

/* The list that a text of a description or document names; NULL when it is not given, and with an error when it is
 * something else.  `key` stands for the place in mustache_find(). */
const struct value *conditions_list(struct mustache_run *run, const char *path, const void *key, struct place place,
                                    const struct context *context);

#endif
