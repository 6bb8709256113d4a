#include "analysis/facts.h"

/* ---- members ---------------------------------------------------------------------------------------------------- */

static bool is_missing(const struct value *value)
{
    return !value || value->kind == VALUE_NULL;
}

void facts_fill(struct arena *arena, struct value *object, const char *key, struct value *value)
{
    if (is_missing(value_member(object, key)))
        value_set(arena, object, key, value ? value : value_new(arena, VALUE_NULL));
}

void facts_set_text(struct arena *arena, struct value *object, const char *key, const char *text)
{
    value_set(arena, object, key, text ? value_text_new(arena, text) : value_new(arena, VALUE_NULL));
}

void facts_fill_text(struct arena *arena, struct value *object, const char *key, const char *text)
{
    if (is_missing(value_member(object, key)))
        facts_set_text(arena, object, key, text);
}

void facts_set_level(struct arena *arena, struct value *object, const struct value *level)
{
    facts_set_text(arena, object, "level_code", value_member_text(level, "code", NULL));
    facts_set_text(arena, object, "level_name", value_member_text(level, "name", NULL));
    facts_set_text(arena, object, "level_name_th", value_member_text(level, "name_th", NULL));
}

void facts_set_flag(struct arena *arena, struct value *object, const char *key, bool flag)
{
    value_set(arena, object, key, value_bool_new(arena, flag));
}

void facts_set_count(struct arena *arena, struct value *object, const char *key, size_t count)
{
    value_set(arena, object, key, value_integer_new(arena, (int64_t)count));
}

void facts_set_score(struct arena *arena, struct value *object, const char *key, bool known, struct decimal score)
{
    value_set(arena, object, key, known ? value_decimal_new(arena, score) : value_new(arena, VALUE_NULL));
}

struct value *facts_set_list(struct arena *arena, struct value *object, const char *key)
{
    return value_set(arena, object, key, value_new(arena, VALUE_LIST));
}

/* ---- results as a whole ----------------------------------------------------------------------------------------- */

enum pick { PICK_ALL, PICK_WEAK, PICK_STRONG, PICK_HIGHEST, PICK_LOWEST, PICK_UNCOVERED };

static bool picked(const struct value *row, enum pick pick)
{
    switch (pick) {
    case PICK_ALL: return true;
    case PICK_WEAK: return value_member_true(row, "weak");
    case PICK_STRONG: return value_member_true(row, "strong");
    case PICK_HIGHEST: return value_member_true(row, "highest");
    case PICK_LOWEST: return value_member_true(row, "lowest");
    case PICK_UNCOVERED: return value_member_true(row, "weak") && !value_member_true(row, "covered");
    }
    return false;
}

/* The indicators picked, best first. */
static struct value *add_ranked(const struct assessment *assessment, struct value *results, const char *key,
                                enum pick pick)
{
    const struct value *rows = value_member(results, "indicators");
    struct value *list = facts_set_list(assessment->arena, results, key);
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct value *row = rows->items[assessment->ranked[i]];
        if (picked(row, pick))
            value_add(assessment->arena, list, value_copy(assessment->arena, row));
    }
    return list;
}

static void set_extreme(struct arena *arena, struct value *results, const char *key, const struct value *rows)
{
    value_set(arena, results, key,
              rows->count ? value_copy(arena, value_member(rows->items[0], "score")) : value_new(arena, VALUE_NULL));
}

static void add_lists(const struct assessment *assessment, struct value *results)
{
    struct arena *arena = assessment->arena;
    add_ranked(assessment, results, "ranked", PICK_ALL);
    set_extreme(arena, results, "highest_score", add_ranked(assessment, results, "highest", PICK_HIGHEST));
    set_extreme(arena, results, "lowest_score", add_ranked(assessment, results, "lowest", PICK_LOWEST));
    facts_set_count(arena, results, "weakness_count", add_ranked(assessment, results, "weaknesses", PICK_WEAK)->count);
    facts_set_count(arena, results, "strength_count", add_ranked(assessment, results, "strengths", PICK_STRONG)->count);
    facts_set_count(arena, results, "uncovered_count",
                    add_ranked(assessment, results, "uncovered", PICK_UNCOVERED)->count);
    facts_set_count(arena, results, "indicator_count", assessment->indicator_count);
}

static void add_totals(const struct assessment *assessment, struct value *results)
{
    struct arena *arena = assessment->arena;
    struct decimal shown = score_shown(assessment->computed ? assessment->exact_total : (struct ratio){0, 1});
    facts_set_score(arena, results, "computed_total", assessment->computed, shown);
    facts_fill(arena, results, "total", NULL);
    facts_set_level(arena, results, assessment->level);
    facts_set_flag(arena, results, "passed", value_member_true(assessment->level, "passed"));
    facts_set_score(arena, results, "threshold", true, assessment->threshold);
    facts_set_flag(arena, results, "threshold_inclusive", assessment->inclusive);
    facts_set_score(arena, results, "pass", true, assessment->pass);
}

/* What is known of all offices together; the criteria may know their number. */
static void add_national(const struct assessment *assessment, struct value *results)
{
    struct value *national = value_member(results, "national");
    struct decimal mean;
    if (is_missing(national) || national->kind != VALUE_OBJECT)
        return;
    const struct value *offices = value_member(assessment->criteria, "offices");
    facts_fill(assessment->arena, national, "offices", offices ? value_copy(assessment->arena, offices) : NULL);
    const struct value *levels = value_member(assessment->criteria, "levels");
    facts_set_level(assessment->arena, national,
                    member_score(national, "mean", &mean) ? level_by_score(levels, mean) : NULL);
}

/* The threshold as the file writes it: "95" stays "95". */
static void keep_threshold_digits(const struct assessment *assessment, struct value *results)
{
    const struct value *given = value_member(assessment->model, "threshold");
    if (assessment->has_threshold)
        value_set(assessment->arena, results, "threshold", value_copy(assessment->arena, given));
}

static struct value *results_of(struct arena *arena, struct value *facts)
{
    struct value *results = value_member(facts, "results");
    if (is_missing(results) || results->kind != VALUE_OBJECT)
        results = value_set(arena, facts, "results", value_new(arena, VALUE_OBJECT));
    return results;
}

struct value *facts_build(const struct assessment *assessment)
{
    struct arena *arena = assessment->arena;
    struct value *facts = value_copy(arena, assessment->model);
    struct value *results = results_of(arena, facts);
    value_set(arena, facts, "criteria", value_copy(arena, assessment->criteria));
    value_set(arena, facts, "previous_year", value_integer_new(arena, assessment->year - 1));
    value_set(arena, facts, "next_year", value_integer_new(arena, assessment->year + 1));
    facts_indicators(assessment, results);
    facts_items(assessment, results);
    facts_statements(assessment, facts);
    add_totals(assessment, results);
    keep_threshold_digits(assessment, results);
    add_national(assessment, results);
    add_lists(assessment, results);
    facts_tools(assessment, facts, results);
    facts_history(assessment, facts);
    facts_measures(assessment, facts);
    facts_progress(assessment, facts);
    return facts;
}
