/* R10, R11: measures against the weaknesses they answer, and their rows complete. */
#include "analysis/audit.h"
#include "analysis/coverage.h"

#include <string.h>

static bool is_empty(const struct value *value)
{
    return !value_is_true(value);
}

/* ---- R10 -------------------------------------------------------------------------------------------------------- */

static const char *why_weak(struct audit *audit, const struct indicator *row)
{
    if (row->lowest)
        return "the lowest score";
    return arena_printf(audit->arena, "below %s", audit_number(audit, audit->assessment->threshold));
}

static void check_uncovered(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct indicator *row = &assessment->indicators[i];
        if ((!row->weak && !row->lowest) || coverage_has_measure(assessment, row->number))
            continue;
        audit_report(
            audit,
            (struct finding){.rule = RULE_WEAK_UNCOVERED,
                             .at = row->given,
                             .expected = arena_printf(audit->arena, "a measure with %lld in its \"indicators\"",
                                                      (long long)row->number)},
            "indicator %lld has %s, %s, and no measure answers it", (long long)row->number,
            audit_number(audit, row->score), why_weak(audit, row));
    }
}

/* Whether the office is assessed by items alone, without scores of indicators: its measures answer items. */
static bool by_items(const struct assessment *assessment)
{
    return assessment->indicator_count == 0;
}

static bool names_item(const struct value *measures, const char *code)
{
    for (size_t i = 0; i < measures->count; i++) {
        const struct value *items = value_member(measures->items[i], "items");
        for (size_t j = 0; items && items->kind == VALUE_LIST && j < items->count; j++) {
            if (items->items[j]->text && strcmp(items->items[j]->text, code) == 0)
                return true;
        }
    }
    return false;
}

static bool any_names_items(const struct value *measures)
{
    for (size_t i = 0; i < measures->count; i++) {
        if (!is_empty(value_member(measures->items[i], "items")))
            return true;
    }
    return false;
}

static void check_items_uncovered(struct audit *audit, const struct value *measures)
{
    const struct value *items = value_member(value_member(audit->assessment->model, "results"), "items");
    for (size_t i = 0; items && i < items->count && any_names_items(measures); i++) {
        const char *code = value_member_text(items->items[i], "code", "");
        struct decimal score;
        if (!member_score(items->items[i], "score", &score) || score.units != 0 || names_item(measures, code))
            continue;
        audit_report(
            audit,
            (struct finding){.rule = RULE_WEAK_UNCOVERED,
                             .at = items->items[i],
                             .expected = arena_printf(audit->arena, "a measure with %s in its \"items\"", code)},
            "item %s has 0, and no measure answers it", code);
    }
}

static void check_founded(struct audit *audit, const struct value *measure)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *numbers = value_member(measure, "indicators");
    const char *id = value_member_text(measure, "id", "?");
    if (by_items(assessment) && !is_empty(value_member(measure, "items")))
        return;
    if (is_empty(numbers))
        audit_report(audit,
                     (struct finding){.rule = RULE_MEASURE_UNFOUNDED,
                                      .at = measure,
                                      .expected = "the numbers of the indicators it answers, in \"indicators\""},
                     "measure %s answers no indicator", id);
    for (size_t i = 0; numbers && i < numbers->count; i++) {
        if (numbers->items[i]->kind != VALUE_NUMBER)
            continue;
        int64_t number = numbers->items[i]->number.units;
        const struct indicator *row = assessment_indicator(assessment, number);
        if (row && (row->weak || row->lowest || coverage_is_analysed(assessment, number)))
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_MEASURE_UNFOUNDED,
                                      .at = numbers->items[i],
                                      .expected = "a weak indicator, or one that the report analyses"},
                     "measure %s answers indicator %lld, %s", id, (long long)number,
                     row ? "which is neither weak nor analysed" : "which has no score");
    }
}

/* ---- R11 -------------------------------------------------------------------------------------------------------- */

static void check_row(struct audit *audit, const struct value *measure)
{
    static const struct {
        const char *key, *what;
    } parts[] = {{"methods", "no steps"}, {"owners", "no owner"}, {"follow_up", "no follow-up"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (is_empty(value_member(measure, parts[i].key)))
            audit_report(audit,
                         (struct finding){.rule = RULE_ROW_INCOMPLETE,
                                          .at = measure,
                                          .expected = arena_printf(audit->arena, "a member \"%s\"", parts[i].key)},
                         "measure %s has %s", value_member_text(measure, "id", "?"), parts[i].what);
    }
}

static void check_done(struct audit *audit, const struct value *measure)
{
    const char *id = value_member_text(measure, "id", "");
    if (coverage_has_activity(audit->assessment, id))
        return;
    audit_report(
        audit,
        (struct finding){.rule = RULE_MEASURE_UNDONE,
                         .at = measure,
                         .expected = arena_printf(audit->arena, "an activity with \"%s\" in its \"measures\"", id)},
        "no activity carries out measure %s", id);
}

void audit_measures(struct audit *audit)
{
    const struct value *model = audit->assessment->model;
    const struct value *measures = value_member(model, "measures");
    bool done = value_is_true(value_member(model, "activities"));
    if (is_empty(measures))
        return;
    check_uncovered(audit);
    if (by_items(audit->assessment))
        check_items_uncovered(audit, measures);
    for (size_t i = 0; i < measures->count; i++) {
        check_founded(audit, measures->items[i]);
        check_row(audit, measures->items[i]);
        if (done)
            check_done(audit, measures->items[i]);
    }
}
