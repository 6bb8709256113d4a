/*
 * Reading descriptions: objects of a template's JSON files whose members have fixed names and types.  Every deviation
 * is an error at the value; the reader then goes on with what is used when nothing is given.
 */
#ifndef TEMPLATE_DESCRIBE_H
#define TEMPLATE_DESCRIBE_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A fixed set of words, in the order of the enum they stand for. */
struct choices {
    const char *const *names;
    size_t count;
};
#define CHOICES(array) ((struct choices){(array), sizeof(array) / sizeof *(array)})

/* True when `value` is an object; members that are not among `names` are errors all the same. */
bool describe_object(struct diags *diags, const struct value *value, struct choices names);

/* The member, when it is there and of that kind; else NULL. */
const struct value *describe_member(struct diags *diags, const struct value *object, const char *key,
                                    enum value_kind kind);
/* The same for a member that must be there. */
const struct value *describe_needed(struct diags *diags, const struct value *object, const char *key,
                                    enum value_kind kind);

const char *describe_text(struct diags *diags, const struct value *object, const char *key, const char *otherwise);
bool describe_flag(struct diags *diags, const struct value *object, const char *key, bool otherwise);
int describe_choice(struct diags *diags, const struct value *object, const char *key, struct choices choices,
                    int otherwise);
int describe_integer(struct diags *diags, const struct value *object, const char *key, int least, int most,
                     int otherwise);

/* A length such as "16pt", in points; not below `least`. */
double describe_length(struct diags *diags, const struct value *object, const char *key, double least,
                       double otherwise);

/* A member that names a file, section, style, ...: checked by describe_is_name(). */
const char *describe_name(struct diags *diags, const struct value *object, const char *key, const char *otherwise);

/* Small Latin letters, digits, "-" and "_", not empty. */
bool describe_is_name(const char *text);

/* The points of a length such as "2.5cm"; false when it is none.  With a per cent sign: a share, times 100, in
 * `percent`. */
bool describe_points(const char *text, double *points);
bool describe_percent(const char *text, double *percent);

#endif
