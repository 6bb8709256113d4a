/* What tests of the analysis share: a report without a contradiction, and short ways to change and analyse it. */
#ifndef ANALYSIS_SUPPORT_H
#define ANALYSIS_SUPPORT_H

#include "test_support.h"

#include "analysis/analysis.h"

/* A report without a contradiction; tests change one thing in it. */
extern const char clean_report[];

/* The text with its one `from` replaced. */
const char *report_with(struct arena *arena, const char *text, const char *from, const char *to);

/* A JSON file of the project. */
struct value *data_file(struct arena *arena, const char *path);

/* The facts, with all data files; the criteria of 2566 where none are named. */
struct value *analyse_with(struct arena *arena, const char *text, const char *criteria, struct diags *diags);
struct value *analyse(struct arena *arena, const char *text, struct diags *diags);
struct value *facts_of(struct arena *arena, const char *text);

/* What was found, a line for each in order of position: "error R01 /results/total". */
const char *report_summary(struct diags *diags);
const char *report_found_with(struct arena *arena, const char *text, const char *criteria);
const char *report_found(struct arena *arena, const char *text);

/* The text of the value at a path: "-" when it has none, "true" or "false". */
const char *facts_text(const struct value *facts, const char *path);

/* The members `key` of the rows of a list, parted by spaces; good until the next call. */
const char *facts_column(const struct value *facts, const char *path, const char *key);

#endif
