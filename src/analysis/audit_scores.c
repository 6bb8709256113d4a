/* R03, R05, R06: scores against each other. */
#include "analysis/audit.h"
#include "analysis/coverage.h"
#include "analysis/history.h"

#include <string.h>

/* ---- R03: the same thing with two scores ------------------------------------------------------------------------ */

static void check_duplicates(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 1; i < assessment->indicator_count; i++) {
        const struct indicator *last = &assessment->indicators[i - 1], *row = &assessment->indicators[i];
        if (last->number != row->number || decimal_compare(last->score, row->score) == 0)
            continue;
        audit_report(audit, (struct finding){.rule = RULE_SCORE_TWICE, .at = row->given, .expected = "one score"},
                     "indicator %lld has %s and %s", (long long)row->number, audit_number(audit, last->score),
                     audit_number(audit, row->score));
    }
}

static void check_history_total(struct audit *audit, const struct history *history)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 0; assessment->published && i < history->count; i++) {
        const struct history_year *row = &history->years[i];
        if (row->year != assessment->year || decimal_compare(row->score, assessment->total) == 0)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_SCORE_TWICE,
                                      .at = value_member(row->given, "score"),
                                      .expected = audit_number(audit, assessment->total),
                                      .hint = "the total in the results"},
                     "the history has %s for %lld, the results have another total", audit_number(audit, row->score),
                     (long long)row->year);
    }
}

/* ---- R05: form of scores, differences and trends ---------------------------------------------------------------- */

struct places_seen {
    const struct value *first[SCORE_PLACES + 1]; /* by number of decimals */
    size_t count[SCORE_PLACES + 1];
};

/* Scores at 0 or the full mark are written without decimals or with both. */
static void see_score(struct places_seen *seen, struct places_seen *full, const struct value *row, struct decimal top)
{
    struct decimal score;
    if (!member_score(row, "score", &score) || score.places > SCORE_PLACES)
        return;
    bool exact = score.units == 0 || decimal_compare(score, top) == 0;
    struct places_seen *which = exact ? full : seen;
    if (!which->count[score.places]++)
        which->first[score.places] = value_member(row, "score");
}

static size_t most_seen(const struct places_seen *seen)
{
    size_t best = SCORE_PLACES;
    for (size_t i = 0; i <= SCORE_PLACES; i++) {
        if (seen->count[i] > seen->count[best])
            best = i;
    }
    return best;
}

static void report_places(struct audit *audit, const struct places_seen *seen, size_t usual)
{
    for (size_t i = 0; i <= SCORE_PLACES; i++) {
        if (i == usual || !seen->first[i])
            continue;
        struct decimal usual_form = ratio_round(ratio_of(seen->first[i]->number), (int)usual);
        bool longer = usual > i || decimal_compare(usual_form, seen->first[i]->number) == 0;
        audit_report(audit,
                     (struct finding){.rule = RULE_DECIMALS_MIXED,
                                      .at = seen->first[i],
                                      .expected = longer ? audit_number(audit, usual_form) : NULL,
                                      .hint = arena_printf(audit->arena, "most scores have %zu decimals", usual)},
                     "%s has %zu decimal%s, unlike the other scores", seen->first[i]->text, i, i == 1 ? "" : "s");
    }
}

static void check_places(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *history = value_member(assessment->model, "history");
    struct places_seen seen = {{NULL}, {0}}, full = {{NULL}, {0}};
    for (size_t i = 0; i < assessment->tool_count; i++)
        see_score(&seen, &full, assessment->tools[i].given, assessment->tools[i].weight);
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct value *subs = value_member(assessment->indicators[i].given, "subs");
        see_score(&seen, &full, assessment->indicators[i].given, assessment->full);
        for (size_t j = 0; subs && j < subs->count; j++)
            see_score(&seen, &full, subs->items[j], assessment->full);
    }
    for (size_t i = 0; history && i < history->count; i++)
        see_score(&seen, &full, history->items[i], assessment->full);
    report_places(audit, &seen, most_seen(&seen));
    report_places(audit, &full, most_seen(&full));
}

/* A delta as the file writes it: a number, or text with a sign. */
static bool read_delta(const struct value *given, struct decimal *out, bool *plus)
{
    if (!given || !given->text || (given->kind != VALUE_NUMBER && given->kind != VALUE_TEXT))
        return false;
    const char *text = given->text;
    *plus = text[0] == '+';
    return decimal_parse(text + *plus, strlen(text) - *plus, out);
}

static void check_delta(struct audit *audit, const struct history_year *row)
{
    const struct value *given = value_member(row->given, "delta");
    struct decimal delta;
    bool plus;
    if (!read_delta(given, &delta, &plus) || row->trend == TREND_NONE || decimal_compare(delta, row->delta) == 0)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_DELTA_WRONG,
                                  .at = given,
                                  .expected = delta_text(audit->arena, row->delta),
                                  .hint = "the score less that of the year before"},
                 "the difference %s for %lld is wrong", given->text, (long long)row->year);
}

static void check_trend(struct audit *audit, const struct history_year *row)
{
    const struct value *given = value_member(row->given, "trend");
    const char *name = trend_name(row->trend);
    const char *word = name ? value_member_text(value_member(audit->data->words, "trends"), name, name) : NULL;
    if (!given || !given->text || !name || strcmp(given->text, name) == 0 || strcmp(given->text, word) == 0)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_TREND_WRONG,
                                  .at = given,
                                  .expected = word,
                                  .hint = arena_printf(audit->arena, "the score changes by %s",
                                                       delta_text(audit->arena, row->delta))},
                 "\"%s\" for %lld contradicts the scores", given->text, (long long)row->year);
}

static void check_signs(struct audit *audit, const struct history *history)
{
    const struct value *bare = NULL, *signed_one = NULL;
    for (size_t i = 0; i < history->count; i++) {
        const struct value *given = value_member(history->years[i].given, "delta");
        struct decimal delta;
        bool plus;
        if (!read_delta(given, &delta, &plus))
            continue;
        if (plus || delta.units < 0)
            signed_one = given;
        else if (delta.units > 0 && !bare)
            bare = given;
    }
    if (bare && signed_one)
        audit_report(audit,
                     (struct finding){.rule = RULE_SIGNS_MIXED,
                                      .at = bare,
                                      .expected = arena_printf(audit->arena, "+%s", bare->text),
                                      .hint = arena_printf(audit->arena, "another is written %s", signed_one->text)},
                     "the difference %s has no sign", bare->text);
}

/* ---- R06: parts against the whole ------------------------------------------------------------------------------- */

static bool is_full(const struct assessment *assessment, const struct indicator *indicator)
{
    return indicator && decimal_compare(indicator->score, assessment->full) == 0;
}

static bool tool_is_full(const struct assessment *assessment, const struct indicator *indicator)
{
    if (!indicator || indicator->tool == NO_TOOL)
        return false;
    const struct tool *tool = &assessment->tools[indicator->tool];
    return tool->published && decimal_compare(tool->score, tool->weight) == 0;
}

static void check_item(struct audit *audit, const struct value *item)
{
    const struct assessment *assessment = audit->assessment;
    int64_t number = coverage_item_indicator(assessment, item);
    const struct indicator *indicator = assessment_indicator(assessment, number);
    struct decimal score;
    bool indicator_full = is_full(assessment, indicator);
    if (!member_score(item, "score", &score) || decimal_compare(score, assessment->full) >= 0 ||
        (!indicator_full && !tool_is_full(assessment, indicator)))
        return;
    const char *code = value_member_text(item, "code", "");
    const char *whole = indicator_full ? arena_printf(audit->arena, "indicator %lld", (long long)number)
                                       : assessment->tools[indicator->tool].code;
    audit_report(audit,
                 (struct finding){.rule = RULE_ZERO_IN_FULL,
                                  .at = item,
                                  .expected = "full marks for the item, or less for what it is part of",
                                  .hint = "an indicator is the mean of its items"},
                 "%s has %s, but %s, which it is part of, has full marks", code, audit_number(audit, score), whole);
}

/* Lowest and highest of the sub-indicators; false unless the file gives all that the criteria name. */
static bool sub_bounds(const struct indicator *indicator, struct decimal *low, struct decimal *high)
{
    const struct value *subs = value_member(indicator->given, "subs"), *rules = value_member(indicator->rule, "subs");
    size_t count = subs ? subs->count : 0;
    if (!count || !rules || rules->count != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        struct decimal score;
        if (!member_score(subs->items[i], "score", &score))
            return false;
        if (i == 0 || decimal_compare(score, *low) < 0)
            *low = score;
        if (i == 0 || decimal_compare(score, *high) > 0)
            *high = score;
    }
    return true;
}

static void check_subs(struct audit *audit, const struct indicator *indicator)
{
    struct decimal low, high, full = audit->assessment->full;
    if (!sub_bounds(indicator, &low, &high))
        return;
    struct range bounds = {.low = range_score(low, full).low,
                           .high = range_score(high, full).high,
                           .closed = range_score(high, full).closed};
    if (range_meets(bounds, range_score(indicator->score, full)))
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_SUB_OUTSIDE,
                                  .at = value_member(indicator->given, "score"),
                                  .expected = arena_printf(audit->arena, "a score from %s to %s",
                                                           audit_number(audit, low), audit_number(audit, high)),
                                  .hint = "an indicator is a mean of its sub-indicators"},
                 "indicator %lld has %s, which is outside its sub-indicators", (long long)indicator->number,
                 audit_number(audit, indicator->score));
}

static bool tool_assessed(const struct audit *audit, const char *code)
{
    return !code[0] || criteria_tool(audit->data->criteria, code) != NULL;
}

static void report_tool(struct audit *audit, const struct value *at, const char *what, const char *code)
{
    audit_report(audit,
                 (struct finding){.rule = RULE_TOOL_NOT_ASSESSED, .at = at, .expected = "a tool of the criteria"},
                 "%s belongs to %s, by which offices of this kind are not assessed", what, code);
}

/* Items, tools and statements of a tool that the criteria do not have: item codes begin with its letter. */
static void check_tools_known(struct audit *audit)
{
    static const char *const lists[] = {"strengths", "developments"};
    const struct assessment *assessment = audit->assessment;
    const struct value *items = value_member(assessment->results, "items");
    const struct value *tools = value_member(assessment->results, "tools");
    for (size_t i = 0; items && i < items->count; i++) {
        struct item_code code;
        const char *text = value_member_text(items->items[i], "code", "");
        if (!item_code_read(text, &code))
            continue;
        const char *tool = arena_printf(audit->arena, "%cIT", code.letter);
        if (!tool_assessed(audit, tool))
            report_tool(audit, items->items[i], text, tool);
    }
    for (size_t i = 0; tools && i < tools->count; i++) {
        const char *code = value_member_text(tools->items[i], "code", "");
        if (!tool_assessed(audit, code))
            report_tool(audit, tools->items[i], "the score", code);
    }
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
        const struct value *rows = value_member(assessment->model, lists[k]);
        for (size_t i = 0; rows && i < rows->count; i++) {
            const char *code = value_member_text(rows->items[i], "tool", "");
            if (!tool_assessed(audit, code))
                report_tool(audit, rows->items[i], "the statement", code);
        }
    }
}

void audit_scores(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *items = value_member(assessment->results, "items");
    struct history history = history_read(assessment);
    check_duplicates(audit);
    check_history_total(audit, &history);
    check_places(audit);
    for (size_t i = 0; i < history.count; i++) {
        check_delta(audit, &history.years[i]);
        check_trend(audit, &history.years[i]);
    }
    check_signs(audit, &history);
    for (size_t i = 0; items && i < items->count; i++)
        check_item(audit, items->items[i]);
    for (size_t i = 0; i < assessment->indicator_count; i++)
        check_subs(audit, &assessment->indicators[i]);
    check_tools_known(audit);
}
