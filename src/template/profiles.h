/* Which parts of a template a report has, by the facts' "report": it has a flag for every profile and kind there is,
 * and their names in "kinds". */
#ifndef TEMPLATE_PROFILES_H
#define TEMPLATE_PROFILES_H

#include "base/diag.h"

/* Whether the report is one of those in the list (texts; NULL or no list: all).  A name that is no report is an
 * error. */
bool profiles_hold(struct arena *arena, const struct value *list, const struct value *facts, struct diags *diags);

/*
 * The member of a template's "profiles" that is for the report: by its own name, else by a kind that it is of.  NULL
 * when there is none; that is an error when the template names others, or none at all and a report is asked for
 * (`named` may be NULL: it makes all).
 */
const struct value *profiles_choose(struct arena *arena, const struct value *named, const struct value *facts,
                                    const char *template_name, struct diags *diags);

#endif
