#include "analysis/levels.h"

#include <string.h>

enum verdict { VERDICT_NO, VERDICT_UNKNOWN, VERDICT_YES };

static bool reaches(struct decimal score, const struct value *limit)
{
    return !limit || limit->kind != VALUE_NUMBER || decimal_compare(score, limit->number) >= 0;
}

static enum verdict row_holds(const struct value *row, struct decimal score, struct tool_percents tools)
{
    const struct value *each = value_member(row, "each_tool");
    if (!reaches(score, value_member(row, "from")))
        return VERDICT_NO;
    if (!each)
        return VERDICT_YES;
    if (!tools.known)
        return VERDICT_UNKNOWN;
    for (size_t i = 0; i < tools.count; i++) {
        if (!reaches(tools.percents[i], each))
            return VERDICT_NO;
    }
    return VERDICT_YES;
}

const struct value *level_find(const struct value *levels, struct decimal score, struct tool_percents tools)
{
    for (size_t i = 0; levels && i < levels->count; i++) {
        enum verdict verdict = row_holds(levels->items[i], score, tools);
        if (verdict != VERDICT_NO)
            return verdict == VERDICT_YES ? levels->items[i] : NULL;
    }
    return NULL;
}

const struct value *level_by_score(const struct value *levels, struct decimal score)
{
    return level_find(levels, score, (struct tool_percents){.known = false});
}

const struct value *level_named(const struct value *levels, const char *text)
{
    static const char *const keys[] = {"code", "name", "name_th"};
    for (size_t i = 0; levels && i < levels->count; i++) {
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            const char *name = value_member_text(levels->items[i], keys[k], "");
            if (name[0] && strcmp(name, text) == 0)
                return levels->items[i];
        }
    }
    return NULL;
}

const struct value *levels_of_year(const struct value *criteria, int64_t year)
{
    if (year == value_member_integer(criteria, "year", 0))
        return value_member(criteria, "levels");
    const struct value *tables = value_member(criteria, "history_levels");
    for (size_t i = 0; tables && i < tables->count; i++) {
        if (value_member_integer(tables->items[i], "from", INT64_MAX) <= year &&
            year <= value_member_integer(tables->items[i], "to", 0)) {
            const struct value *levels = value_member(tables->items[i], "levels");
            return levels ? levels : value_member(criteria, "levels");
        }
    }
    return NULL;
}
