/* What the office's "layout" changes: where pages begin, what stays together, widths of tables. */
#ifndef TEMPLATE_OVERRIDES_H
#define TEMPLATE_OVERRIDES_H

#include "template/build.h"

/* Names of sections and tables that there are not are errors. */
void overrides_check(const struct build *build);

/* True when the list `what` of "layout" ("page_break_before", "keep_together", "landscape") names the section. */
bool overrides_name(const struct build *build, const char *what, const char *section);

/* A group at the end of `parent` that stays on one page. */
struct doc_node *overrides_together(struct build *build, struct doc_node *parent);

/* The table with the widths that "layout" gives; widths that do not fit its columns are an error.  `together`: it stays
 * on one page. */
const struct table *overrides_table(struct build *build, const struct table *table, bool *together);

#endif
