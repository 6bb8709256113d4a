/* R09, R13: strengths and developments against the scores and each other. */
#include "analysis/audit.h"
#include "analysis/coverage.h"

#include <string.h>

/* The numbers that a statement names: "indicators", else "indicator". */
struct named_numbers {
    const struct value *list, *single;
    size_t count;
};

static struct named_numbers numbers_of(const struct value *row)
{
    const struct value *list = value_member(row, "indicators"), *single = value_member(row, "indicator");
    if (list && list->kind == VALUE_LIST)
        return (struct named_numbers){.list = list, .count = list->count};
    if (single && single->kind == VALUE_NUMBER)
        return (struct named_numbers){.single = single, .count = 1};
    return (struct named_numbers){.count = 0};
}

static const struct value *number_at(struct named_numbers numbers, size_t i)
{
    return numbers.list ? numbers.list->items[i] : numbers.single;
}

static bool listed(const struct value *rows, int64_t number)
{
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (names_indicator(rows->items[i], "indicators", number))
            return true;
    }
    return false;
}

/* The threshold of a statement: its own, else the report's. */
static struct decimal threshold_of(const struct assessment *assessment, const struct value *row)
{
    struct decimal own;
    return member_score(row, "threshold", &own) ? own : assessment->threshold;
}

static void check_strength(struct audit *audit, const struct value *row, const struct value *at,
                           const struct indicator *indicator)
{
    struct decimal threshold = threshold_of(audit->assessment, row);
    if (decimal_compare(indicator->score, threshold) >= 0)
        return;
    audit_report(audit,
                 (struct finding){
                     .rule = RULE_STRENGTH_BELOW,
                     .at = at,
                     .expected = arena_printf(audit->arena, "a score of at least %s", audit_number(audit, threshold))},
                 "indicator %lld is called a strength with %s", (long long)indicator->number,
                 audit_number(audit, indicator->score));
}

static void check_development(struct audit *audit, const struct value *row, const struct value *at,
                              const struct indicator *indicator)
{
    const struct assessment *assessment = audit->assessment;
    struct decimal threshold = threshold_of(assessment, row), own;
    bool full = decimal_compare(indicator->score, assessment->full) == 0;
    bool stated = assessment->has_threshold || member_score(row, "threshold", &own);
    if (listed(value_member(assessment->model, "strengths"), indicator->number)) {
        audit_report(audit, (struct finding){.rule = RULE_STRONG_AND_WEAK, .at = at, .expected = "one of the two"},
                     "indicator %lld is a strength and a development", (long long)indicator->number);
    } else if (full || (stated && decimal_compare(indicator->score, threshold) >= 0)) {
        audit_report(audit,
                     (struct finding){.rule = RULE_DEVELOPMENT_ABOVE,
                                      .at = at,
                                      .expected = arena_printf(audit->arena, "an indicator below %s",
                                                               audit_number(audit, threshold))},
                     "indicator %lld is to be developed with %s", (long long)indicator->number,
                     audit_number(audit, indicator->score));
    }
}

typedef void check_named(struct audit *audit, const struct value *row, const struct value *at,
                         const struct indicator *indicator);

static void check_rows(struct audit *audit, const char *key, check_named *check)
{
    const struct value *rows = value_member(audit->assessment->model, key);
    for (size_t i = 0; rows && i < rows->count; i++) {
        struct named_numbers numbers = numbers_of(rows->items[i]);
        int64_t count = value_member_integer(rows->items[i], "count", (int64_t)numbers.count);
        for (size_t j = 0; j < numbers.count; j++) {
            const struct value *number = number_at(numbers, j);
            const struct indicator *indicator =
                number->kind == VALUE_NUMBER ? assessment_indicator(audit->assessment, number->number.units) : NULL;
            if (indicator)
                check(audit, rows->items[i], number, indicator);
        }
        if (numbers.list && count != (int64_t)numbers.count)
            audit_report(audit,
                         (struct finding){.rule = RULE_COUNT_WRONG,
                                          .at = value_member(rows->items[i], "count"),
                                          .expected = arena_printf(audit->arena, "%zu", numbers.count)},
                         "%lld indicators are counted, %zu are listed", (long long)count, numbers.count);
    }
}

/* Only where the developments go by indicators at all. */
static void check_unnamed(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *rows = value_member(assessment->model, "developments");
    bool by_indicator = false;
    for (size_t i = 0; rows && i < rows->count; i++)
        by_indicator = by_indicator || numbers_of(rows->items[i]).count;
    for (size_t i = 0; by_indicator && assessment->has_threshold && i < assessment->indicator_count; i++) {
        const struct indicator *row = &assessment->indicators[i];
        if (!row->weak || listed(rows, row->number))
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_WEAK_UNNAMED,
                                      .at = row->given,
                                      .expected = "an entry in \"developments\"",
                                      .hint = arena_printf(audit->arena, "the threshold is %s",
                                                           audit_number(audit, assessment->threshold))},
                     "indicator %lld has %s, below the threshold, and is not among the developments",
                     (long long)row->number, audit_number(audit, row->score));
    }
}

static void check_boundary(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 0; assessment->has_threshold && !assessment->inclusive && i < assessment->indicator_count; i++) {
        const struct indicator *row = &assessment->indicators[i];
        if (decimal_compare(row->score, assessment->threshold) != 0)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_ON_BOUNDARY,
                                      .at = value_member(row->given, "score"),
                                      .expected = "a threshold that counts it as one or the other"},
                     "indicator %lld is exactly at the threshold, neither strength nor development",
                     (long long)row->number);
    }
}

/* One threshold for one tool. */
static void check_thresholds(struct audit *audit)
{
    static const char *const lists[] = {"strengths", "developments"};
    const struct value *first = NULL;
    for (size_t t = 0; t < audit->assessment->tool_count; t++, first = NULL) {
        const char *code = audit->assessment->tools[t].code;
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            const struct value *rows = value_member(audit->assessment->model, lists[k]);
            for (size_t i = 0; rows && i < rows->count; i++) {
                const struct value *given = value_member(rows->items[i], "threshold");
                if (!given || given->kind != VALUE_NUMBER ||
                    strcmp(value_member_text(rows->items[i], "tool", ""), code) != 0)
                    continue;
                if (!first)
                    first = given;
                else if (decimal_compare(first->number, given->number) != 0)
                    audit_report(audit, (struct finding){.rule = RULE_SAID_TWICE, .at = given, .expected = first->text},
                                 "%s has the thresholds %s and %s", code, first->text, given->text);
            }
        }
    }
}

/* An item with full marks has no cause of a loss and nothing to put right; it may still be improved. */
static void check_items(struct audit *audit)
{
    const struct value *items = value_member(audit->assessment->results, "items");
    for (size_t i = 0; items && i < items->count; i++) {
        const struct value *item = items->items[i];
        struct decimal score;
        bool blamed = value_is_true(value_member(item, "cause")) || value_is_true(value_member(item, "remedy"));
        if (!blamed || !member_score(item, "score", &score) || decimal_compare(score, audit->assessment->full) != 0)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_ITEM_FULL,
                                      .at = value_member(item, "score"),
                                      .expected = "an item below full marks, or \"improvement\" alone"},
                     "%s has full marks, and a cause or remedy as if it had not", value_member_text(item, "code", "?"));
    }
}

void audit_statements(struct audit *audit)
{
    check_rows(audit, "strengths", check_strength);
    check_rows(audit, "developments", check_development);
    check_unnamed(audit);
    check_boundary(audit);
    check_thresholds(audit);
    check_items(audit);
}
