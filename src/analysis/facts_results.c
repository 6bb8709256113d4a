/* Facts about indicators, sub-indicators, items and tools. */
#include "analysis/coverage.h"
#include "analysis/criteria.h"
#include "analysis/facts.h"

#include <stdlib.h>
#include <string.h>

/* ---- indicators ------------------------------------------------------------------------------------------------- */

/* "items" of the criteria as the codes at its ends. */
static void set_item_range(struct arena *arena, struct value *row, const struct value *rule)
{
    const struct value *range = value_member(rule, "items");
    facts_set_text(arena, row, "items_first", value_member_text(range, "from", NULL));
    facts_set_text(arena, row, "items_last", value_member_text(range, "to", NULL));
}

/* Numbers such as 9.2 and 9.10: part by part. */
static int compare_numbers(const char *a, const char *b)
{
    for (;;) {
        char *a_end, *b_end;
        long left = strtol(a, &a_end, 10), right = strtol(b, &b_end, 10);
        if (left != right || a_end == a || b_end == b)
            return left < right ? -1 : left > right;
        if (*a_end != '.' || *b_end != '.')
            return (*a_end == '.') - (*b_end == '.');
        a = a_end + 1;
        b = b_end + 1;
    }
}

static void sort_subs(struct value *subs)
{
    for (size_t i = 1; i < subs->count; i++) {
        struct value *row = subs->items[i];
        const char *number = value_member_text(row, "number", "");
        size_t at = i;
        for (; at > 0 && compare_numbers(value_member_text(subs->items[at - 1], "number", ""), number) > 0; at--)
            subs->items[at] = subs->items[at - 1];
        subs->items[at] = row;
    }
    for (size_t i = 0; i < subs->count; i++)
        subs->items[i]->index = i;
}

static void describe_subs(const struct assessment *assessment, struct value *indicator)
{
    struct value *subs = value_member(indicator, "subs");
    if (!subs || subs->kind != VALUE_LIST)
        subs = facts_set_list(assessment->arena, indicator, "subs");
    sort_subs(subs);
    for (size_t i = 0; i < subs->count; i++) {
        const char *number = value_member_text(subs->items[i], "number", "");
        const struct value *rule = criteria_sub(assessment->criteria, number);
        struct decimal score;
        facts_fill_text(assessment->arena, subs->items[i], "name", value_member_text(rule, "name", NULL));
        facts_set_level(assessment->arena, subs->items[i],
                        member_score(subs->items[i], "score", &score) ? assessment_part_level(assessment, score)
                                                                      : NULL);
        set_item_range(assessment->arena, subs->items[i], rule);
    }
}

static void describe(const struct assessment *assessment, const struct indicator *indicator, struct value *row)
{
    struct arena *arena = assessment->arena;
    const struct tool *tool = indicator->tool == NO_TOOL ? NULL : &assessment->tools[indicator->tool];
    const struct value *level = assessment_part_level(assessment, indicator->score);
    facts_fill_text(arena, row, "name", value_member_text(indicator->rule, "name", NULL));
    facts_set_text(arena, row, "tool", tool ? tool->code : NULL);
    facts_set_level(arena, row, level);
    facts_fill_text(arena, row, "level", value_member_text(level, "code", NULL));
    facts_set_flag(arena, row, "passed", decimal_compare(indicator->score, assessment->pass) >= 0);
    facts_set_count(arena, row, "rank", indicator->rank);
    facts_set_flag(arena, row, "weak", indicator->weak);
    facts_set_flag(arena, row, "strong", indicator->strong);
    facts_set_flag(arena, row, "highest", indicator->highest);
    facts_set_flag(arena, row, "lowest", indicator->lowest);
    facts_set_flag(arena, row, "covered", coverage_has_measure(assessment, indicator->number));
    set_item_range(arena, row, indicator->rule);
    describe_subs(assessment, row);
}

void facts_indicators(const struct assessment *assessment, struct value *results)
{
    const struct value *given = value_member(results, "indicators");
    struct value *list = value_new(assessment->arena, VALUE_LIST);
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct indicator *indicator = &assessment->indicators[i];
        struct value *row = given->items[indicator->given->index];
        describe(assessment, indicator, row);
        value_add(assessment->arena, list, row);
    }
    if (given && given->kind == VALUE_LIST) { /* the list keeps its place in the file */
        list->origin = given->origin;
        list->source = given->source;
        list->offset = given->offset;
    }
    value_set(assessment->arena, results, "indicators", list);
}

const struct value *facts_indicator_row(const struct value *facts, int64_t number)
{
    const struct value *rows = value_path(facts, "results.indicators");
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (value_member_integer(rows->items[i], "number", 0) == number)
            return rows->items[i];
    }
    return NULL;
}

void facts_describe_indicator(struct arena *arena, struct value *row, const struct value *facts, int64_t number)
{
    static const char *const keys[] = {"name", "score", "level_code", "level_name", "level_name_th", "tool"};
    const struct value *indicator = facts_indicator_row(facts, number);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct value *found = value_member(indicator, keys[i]);
        facts_fill(arena, row, keys[i], found ? value_copy(arena, found) : NULL);
    }
}

/* ---- items with a finding --------------------------------------------------------------------------------------- */

static void describe_item(const struct assessment *assessment, struct value *item)
{
    struct arena *arena = assessment->arena;
    const char *code = value_member_text(item, "code", "");
    int64_t number = coverage_item_indicator(assessment, item);
    const struct value *rule = criteria_item(assessment->criteria, code);
    const struct value *sub = criteria_item_sub(assessment->criteria, code);
    const struct value *indicator = criteria_indicator(assessment->criteria, number);
    facts_fill_text(arena, item, "name", value_member_text(rule, "name", NULL));
    facts_fill(arena, item, "indicator", number ? value_integer_new(arena, number) : NULL);
    facts_fill_text(arena, item, "sub", value_member_text(sub, "number", NULL));
    sub = criteria_sub(assessment->criteria, value_member_text(item, "sub", ""));
    facts_set_text(arena, item, "indicator_name", value_member_text(indicator, "name", NULL));
    facts_set_text(arena, item, "sub_name", value_member_text(sub, "name", NULL));
}

void facts_items(const struct assessment *assessment, struct value *results)
{
    struct arena *arena = assessment->arena;
    struct value *items = value_member(results, "items");
    struct value *zero = value_new(arena, VALUE_LIST);
    int64_t all = value_member_integer(assessment->criteria, "item_count", 0);
    for (size_t i = 0; items && i < items->count; i++) {
        struct decimal score;
        describe_item(assessment, items->items[i]);
        if (member_score(items->items[i], "score", &score) && score.units == 0)
            value_add(arena, zero, value_copy(arena, items->items[i]));
    }
    value_set(arena, results, "zero_items", zero);
    facts_set_count(arena, results, "zero_item_count", zero->count);
    value_set(arena, results, "item_count", all ? value_integer_new(arena, all) : value_new(arena, VALUE_NULL));
    facts_set_score(arena, results, "full_item_count", all >= (int64_t)zero->count && all,
                    (struct decimal){all - (int64_t)zero->count, 0});
}

/* ---- tools ------------------------------------------------------------------------------------------------------ */

static bool of_tool(const struct value *row, const char *code)
{
    return strcmp(value_member_text(row, "tool", ""), code) == 0;
}

/* Copies of the rows of one tool; with `flag`, those where that member is true. */
static size_t add_rows(struct arena *arena, struct value *tool, const char *key, const struct value *rows,
                       const char *flag)
{
    const char *code = value_member_text(tool, "code", "");
    struct value *list = facts_set_list(arena, tool, key);
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (of_tool(rows->items[i], code) && (!flag || value_member_true(rows->items[i], flag)))
            value_add(arena, list, value_copy(arena, rows->items[i]));
    }
    return list->count;
}

static void set_ends(struct arena *arena, struct value *row, const struct value *numbers)
{
    size_t count = numbers ? numbers->count : 0;
    value_set(arena, row, "first", count ? value_copy(arena, numbers->items[0]) : value_new(arena, VALUE_NULL));
    value_set(arena, row, "last", count ? value_copy(arena, numbers->items[count - 1]) : value_new(arena, VALUE_NULL));
}

/* Lines that the tool takes in a table of its indicators with their sub-indicators. */
static size_t count_lines(const struct value *indicators)
{
    size_t lines = indicators->count;
    for (size_t i = 0; i < indicators->count; i++) {
        const struct value *subs = value_member(indicators->items[i], "subs");
        lines += subs ? subs->count : 0;
    }
    return lines;
}

static void set_tool_scores(const struct assessment *assessment, const struct tool *tool, struct value *row)
{
    struct arena *arena = assessment->arena;
    struct decimal percent = {0, 0}, weighted = {0, 0};
    bool ok = assessment_tool_percent(tool, &percent);
    if (tool->complete) {
        bool exact = true;
        weighted = score_shown(ratio_multiply(tool->mean, tool->share, &exact));
    }
    const struct value *level = ok ? assessment_part_level(assessment, percent) : NULL;
    facts_fill(arena, row, "score", NULL);
    facts_set_score(arena, row, "computed_score", tool->complete, weighted);
    facts_set_score(arena, row, "mean", ok, percent);
    facts_set_level(arena, row, level);
    facts_set_flag(arena, row, "passed", ok && decimal_compare(percent, assessment->pass) >= 0);
}

static void set_tool_rows(const struct assessment *assessment, const struct value *facts, const struct value *results,
                          struct value *row)
{
    struct arena *arena = assessment->arena;
    const struct value *ranked = value_member(results, "ranked");
    size_t count = add_rows(arena, row, "indicators", value_member(results, "indicators"), NULL);
    facts_set_count(arena, row, "count", count);
    facts_set_count(arena, row, "line_count", count_lines(value_member(row, "indicators")));
    add_rows(arena, row, "ranked", ranked, NULL);
    facts_set_count(arena, row, "weakness_count", add_rows(arena, row, "weaknesses", ranked, "weak"));
    facts_set_count(arena, row, "strength_count", add_rows(arena, row, "strengths", ranked, "strong"));
    add_rows(arena, row, "strength_statements", value_member(facts, "strengths"), NULL);
    add_rows(arena, row, "development_statements", value_member(facts, "developments"), NULL);
}

static struct value *tool_row(const struct assessment *assessment, const struct tool *tool, const struct value *results)
{
    struct arena *arena = assessment->arena;
    const struct value *given = value_member(results, "tools");
    struct value *row =
        tool->given ? value_copy(arena, given->items[tool->given->index]) : value_new(arena, VALUE_OBJECT);
    facts_set_text(arena, row, "code", tool->code);
    facts_fill_text(arena, row, "name", value_member_text(tool->rule, "name", NULL));
    facts_set_text(arena, row, "name_en", value_member_text(tool->rule, "name_en", NULL));
    facts_set_score(arena, row, "weight", true, tool->weight);
    set_ends(arena, row, value_member(tool->rule, "indicators"));
    set_tool_scores(assessment, tool, row);
    return row;
}

void facts_tools(const struct assessment *assessment, struct value *facts, struct value *results)
{
    struct value *list = value_new(assessment->arena, VALUE_LIST);
    for (size_t i = 0; i < assessment->tool_count; i++) {
        struct value *row = tool_row(assessment, &assessment->tools[i], results);
        set_tool_rows(assessment, facts, results, row);
        value_add(assessment->arena, list, row);
    }
    value_set(assessment->arena, results, "tools", list);
    facts_set_count(assessment->arena, results, "tool_count", list->count);
}
