/* Facts about the years, what is said of indicators, measures and activities. */
#include "analysis/coverage.h"
#include "analysis/facts.h"
#include "analysis/history.h"

#include <string.h>

/* ---- history ---------------------------------------------------------------------------------------------------- */

static void describe_year(const struct assessment *assessment, const struct history_year *year, bool first,
                          struct value *row)
{
    struct arena *arena = assessment->arena;
    const struct value *words = value_member(assessment->words, "trends");
    const char *trend = trend_name(year->trend);
    facts_set_text(arena, row, "delta", trend ? delta_text(arena, year->delta) : NULL);
    facts_set_text(arena, row, "trend", trend);
    facts_set_text(arena, row, "trend_word", trend ? value_member_text(words, trend, NULL) : NULL);
    facts_set_flag(arena, row, "up", year->trend == TREND_UP);
    facts_set_flag(arena, row, "down", year->trend == TREND_DOWN);
    facts_set_flag(arena, row, "same", year->trend == TREND_SAME);
    facts_set_flag(arena, row, "first", first);
    facts_set_flag(arena, row, "current", year->year == assessment->year);
    facts_set_level(arena, row, year->level);
    facts_fill_text(arena, row, "level", value_member_text(year->level, "code", NULL));
}

static void set_year(struct arena *arena, struct value *facts, const char *key, const struct value *row)
{
    value_set(arena, facts, key, row ? value_copy(arena, value_member(row, "year")) : value_new(arena, VALUE_NULL));
}

void facts_history(const struct assessment *assessment, struct value *facts)
{
    struct arena *arena = assessment->arena;
    struct history history = history_read(assessment);
    const struct value *given = value_member(facts, "history");
    struct value *list = value_new(arena, VALUE_LIST);
    for (size_t i = 0; i < history.count; i++) {
        struct value *row = given->items[history.years[i].given->index];
        describe_year(assessment, &history.years[i], i == 0, row);
        value_add(arena, list, row);
    }
    set_year(arena, facts, "history_first_year", list->count ? list->items[0] : NULL);
    set_year(arena, facts, "history_last_year", list->count ? list->items[list->count - 1] : NULL);
    facts_set_count(arena, facts, "history_count", list->count);
    value_set(arena, facts, "history", list);
}

/* ---- what is said of indicators --------------------------------------------------------------------------------- */

static void describe_statements(const struct assessment *assessment, struct value *facts, const char *key)
{
    struct value *rows = value_member(facts, key);
    for (size_t i = 0; rows && i < rows->count; i++) {
        int64_t number = value_member_integer(rows->items[i], "indicator", 0);
        if (number)
            facts_describe_indicator(assessment->arena, rows->items[i], facts, number);
    }
}

/* Sets members note and findings of each indicator: its row in indicator_notes, its items. */
static void attach_notes(const struct assessment *assessment, struct value *facts, struct value *indicator)
{
    struct arena *arena = assessment->arena;
    int64_t number = value_member_integer(indicator, "number", 0);
    const struct value *notes = value_member(facts, "indicator_notes");
    const struct value *items = value_path(facts, "results.items");
    struct value *note = value_new(arena, VALUE_NULL), *findings = facts_set_list(arena, indicator, "findings");
    for (size_t i = 0; notes && i < notes->count; i++) {
        if (value_member_integer(notes->items[i], "indicator", 0) == number)
            note = value_copy(arena, notes->items[i]);
    }
    value_set(arena, indicator, "note", note);
    for (size_t i = 0; items && i < items->count; i++) {
        if (value_member_integer(items->items[i], "indicator", 0) == number)
            value_add(arena, findings, value_copy(arena, items->items[i]));
    }
}

void facts_statements(const struct assessment *assessment, struct value *facts)
{
    struct value *indicators = value_path(facts, "results.indicators");
    describe_statements(assessment, facts, "strengths");
    describe_statements(assessment, facts, "developments");
    describe_statements(assessment, facts, "indicator_notes");
    for (size_t i = 0; i < indicators->count; i++)
        attach_notes(assessment, facts, indicators->items[i]);
}

/* ---- measures and activities ------------------------------------------------------------------------------------ */

static void number_rows(struct arena *arena, struct value *facts, const char *key, const char *count_key)
{
    struct value *rows = value_member(facts, key);
    for (size_t i = 0; rows && i < rows->count; i++)
        facts_set_count(arena, rows->items[i], "number", i + 1);
    facts_set_count(arena, facts, count_key, rows ? rows->count : 0);
}

static void add_indicator_rows(struct arena *arena, const struct value *facts, struct value *measure)
{
    const struct value *numbers = value_member(measure, "indicators");
    struct value *list = facts_set_list(arena, measure, "indicator_rows");
    for (size_t i = 0; numbers && i < numbers->count; i++) {
        if (numbers->items[i]->kind != VALUE_NUMBER)
            continue;
        struct value *row = value_add(arena, list, value_new(arena, VALUE_OBJECT));
        value_set(arena, row, "number", value_copy(arena, numbers->items[i]));
        facts_describe_indicator(arena, row, facts, numbers->items[i]->number.units);
    }
}

/* Copies of the activities that carry the measure out. */
static void add_activities(struct arena *arena, const struct value *activities, struct value *measure)
{
    const char *id = value_member_text(measure, "id", "");
    struct value *list = value_new(arena, VALUE_LIST);
    for (size_t i = 0; activities && i < activities->count; i++) {
        if (value_list_has_text(value_member(activities->items[i], "measures"), id))
            value_add(arena, list, value_copy(arena, activities->items[i]));
    }
    value_set(arena, measure, "activities", list);
    facts_set_count(arena, measure, "activity_count", list->count);
}

/* Number, id and title of the measures that the activity carries out. */
static void add_measure_rows(struct arena *arena, const struct value *measures, struct value *activity)
{
    static const char *const keys[] = {"number", "id", "title"};
    struct value *list = facts_set_list(arena, activity, "measure_rows");
    for (size_t i = 0; measures && i < measures->count; i++) {
        if (!value_list_has_text(value_member(activity, "measures"), value_member_text(measures->items[i], "id", "")))
            continue;
        struct value *row = value_add(arena, list, value_new(arena, VALUE_OBJECT));
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            const struct value *found = value_member(measures->items[i], keys[k]);
            facts_fill(arena, row, keys[k], found ? value_copy(arena, found) : NULL);
        }
    }
}

void facts_measures(const struct assessment *assessment, struct value *facts)
{
    struct arena *arena = assessment->arena;
    struct value *measures = value_member(facts, "measures"), *activities = value_member(facts, "activities");
    number_rows(arena, facts, "measures", "measure_count");
    number_rows(arena, facts, "activities", "activity_count");
    for (size_t i = 0; activities && i < activities->count; i++)
        add_measure_rows(arena, measures, activities->items[i]);
    for (size_t i = 0; measures && i < measures->count; i++) {
        add_indicator_rows(arena, facts, measures->items[i]);
        add_activities(arena, activities, measures->items[i]);
    }
}
