/* The facts: the model with what can be computed from it, for templates.  README.md lists the members. */
#ifndef ANALYSIS_FACTS_H
#define ANALYSIS_FACTS_H

#include "analysis/assessment.h"

struct value *facts_build(const struct assessment *assessment);

/* ---- the parts of facts_build ----------------------------------------------------------------------------------- */

/* Sets a member that the file did not give; what it gave stays.  NULL text or value: a NULL value, so that the name is
 * known to templates. */
void facts_fill_text(struct arena *arena, struct value *object, const char *key, const char *text);
void facts_fill(struct arena *arena, struct value *object, const char *key, struct value *value);

/* Sets a member whatever the file gave. */
void facts_set_text(struct arena *arena, struct value *object, const char *key, const char *text);
void facts_set_level(struct arena *arena, struct value *object, const struct value *level);
void facts_set_flag(struct arena *arena, struct value *object, const char *key, bool flag);
void facts_set_count(struct arena *arena, struct value *object, const char *key, size_t count);
void facts_set_score(struct arena *arena, struct value *object, const char *key, bool known, struct decimal score);
struct value *facts_set_list(struct arena *arena, struct value *object, const char *key);

/* The rows of facts.results; `results` is the object in the facts. */
void facts_indicators(const struct assessment *assessment, struct value *results);
void facts_items(const struct assessment *assessment, struct value *results);
void facts_tools(const struct assessment *assessment, struct value *facts, struct value *results);

/* History, statements on indicators, measures and activities; `facts` is the whole. */
void facts_history(const struct assessment *assessment, struct value *facts);
void facts_statements(const struct assessment *assessment, struct value *facts);
void facts_measures(const struct assessment *assessment, struct value *facts);

/* The report that is made, its period, and the measures' state at its end; after facts_measures(). */
void facts_progress(const struct assessment *assessment, struct value *facts);

/* The indicator's row in facts.results.indicators, or NULL. */
const struct value *facts_indicator_row(const struct value *facts, int64_t number);

/* Adds to `row` what is said of an indicator: name, score, level, tool; NULL values when it is unknown. */
void facts_describe_indicator(struct arena *arena, struct value *row, const struct value *facts, int64_t number);

#endif
