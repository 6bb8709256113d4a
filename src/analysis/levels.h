/*
 * Levels of results.  The table is data ("levels" of the criteria), best level first; its first row whose conditions
 * hold is the level:
 *
 *     { "code": "AA", "name": "Excellence", "from": 95.00, "to": 100, "passed": true }    total of at least "from"
 *     { "code": "…", "from": 95.00, "each_tool": 95.00, "passed": true }                  and every tool as well
 *
 * Scores are compared as published, rounded to two decimals, so that there is no gap between 94.99 and 95.00.
 */
#ifndef ANALYSIS_LEVELS_H
#define ANALYSIS_LEVELS_H

#include "base/value.h"

/* The percents of the tools on 100, as shown; `known` false: not all are known. */
struct tool_percents {
    bool known;
    const struct decimal *percents;
    size_t count;
};

/* The row of `levels` for a score, or NULL when there is no such row or a condition cannot be decided. */
const struct value *level_find(const struct value *levels, struct decimal score, struct tool_percents tools);

/* The row by score alone; NULL also when rows that could apply ask for more than the score. */
const struct value *level_by_score(const struct value *levels, struct decimal score);

/* The row of that code, or name in English or Thai; NULL for none. */
const struct value *level_named(const struct value *levels, const char *text);

/* The table that held in `year`, by "history_levels" of the criteria for years before theirs; NULL for none. */
const struct value *levels_of_year(const struct value *criteria, int64_t year);

#endif
