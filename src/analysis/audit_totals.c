/* R01, R02: totals and tool scores against the indicators they come from. */
#include "analysis/audit.h"

/* ---- tools ------------------------------------------------------------------------------------------------------ */

/* What the score of a tool comes from. */
static const char *parts(const struct audit *audit)
{
    return audit->assessment->by_items ? "items" : "indicators";
}

/* "mean 94.532 of indicators 1-5 x 30 %; rounding allows 28.3581 to 28.3611" */
static const char *explain_tool(struct audit *audit, const struct tool *tool, struct range range)
{
    if (audit->assessment->by_items)
        return arena_printf(audit->arena, "the mean of all items is %s", audit_ratio(audit, tool->mean));
    const struct value *numbers = value_member(tool->rule, "indicators");
    return arena_printf(audit->arena, "mean %s of indicators %s to %s, times %s of %s; rounding allows %s to %s",
                        audit_ratio(audit, tool->mean), numbers->items[0]->text,
                        numbers->items[numbers->count - 1]->text, audit_number(audit, tool->weight),
                        audit_number(audit, audit->assessment->full), audit_ratio(audit, range.low),
                        audit_ratio(audit, range.high));
}

static void check_weighted(struct audit *audit, const struct tool *tool)
{
    bool ok = true;
    struct range range = range_times(tool->mean_range, tool->share, &ok);
    struct ratio weighted = ratio_multiply(tool->mean, tool->share, &ok);
    if (!ok || range_meets(range, range_rounded(tool->score)))
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_TOOL_OUTSIDE,
                                  .at = value_member(tool->given, "score"),
                                  .element = tool->rule,
                                  .expected = audit_number(audit, score_shown(weighted)),
                                  .hint = explain_tool(audit, tool, range)},
                 "%s has %s, which its %s do not give", tool->code, audit_number(audit, tool->score), parts(audit));
}

static void check_percent(struct audit *audit, const struct tool *tool)
{
    struct decimal percent;
    if (!member_score(tool->given, "mean", &percent) || range_meets(tool->mean_range, range_rounded(percent)))
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_TOOL_PERCENT,
                                  .at = value_member(tool->given, "mean"),
                                  .element = tool->rule,
                                  .expected = audit_number(audit, score_shown(tool->mean)),
                                  .hint = arena_printf(audit->arena, "the mean of its %s", parts(audit))},
                 "%s has a mean of %s, which its %s do not give", tool->code, audit_number(audit, percent),
                 parts(audit));
}

/* Without all indicators a tool's score can still be more than its weight. */
static void check_weight(struct audit *audit, const struct tool *tool)
{
    if (tool->weight.units == 0 || decimal_compare(tool->score, tool->weight) <= 0)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_TOOL_OUTSIDE,
                                  .at = value_member(tool->given, "score"),
                                  .element = tool->rule,
                                  .expected = arena_printf(audit->arena, "at most its weight, %s",
                                                           audit_number(audit, tool->weight))},
                 "%s has %s, more than it can have", tool->code, audit_number(audit, tool->score));
}

/* ---- total ------------------------------------------------------------------------------------------------------ */

/* How sure the way is in which totals are made, where the criteria say so apart from the tools. */
static const struct value *way_of_total(const struct audit *audit)
{
    return value_member(value_member(audit->data->criteria, "sources"), "total");
}

static void report_outside(struct audit *audit, struct ratio exact, struct range range, const char *from)
{
    const struct assessment *assessment = audit->assessment;
    const char *hint = range.closed ? arena_printf(audit->arena, "%s give exactly %s", from, audit_ratio(audit, exact))
                                    : arena_printf(audit->arena, "%s give %s; rounding allows %s to %s", from,
                                                   audit_ratio(audit, exact), audit_ratio(audit, range.low),
                                                   audit_ratio(audit, range.high));
    audit_report(audit,
                 (struct finding){.rule = RULE_TOTAL_OUTSIDE,
                                  .at = value_member(assessment->results, "total"),
                                  .element = way_of_total(audit),
                                  .expected = audit_number(audit, score_shown(exact)),
                                  .hint = hint},
                 "the total %s cannot come from %s", audit_number(audit, assessment->total), from);
}

static void check_total(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    struct decimal shown = score_shown(assessment->exact_total);
    if (!range_meets(assessment->total_range, range_score(assessment->total, assessment->full))) {
        report_outside(audit, assessment->exact_total, assessment->total_range, "the scores as published");
        return;
    }
    if (decimal_compare(shown, assessment->total) == 0)
        return;
    audit_report(
        audit,
        (struct finding){.rule = RULE_TOTAL_ROUNDING,
                         .at = value_member(assessment->results, "total"),
                         .hint = arena_printf(audit->arena,
                                              "they give %s, shown as %s; before rounding they can have given "
                                              "%s to %s",
                                              audit_ratio(audit, assessment->exact_total), audit_number(audit, shown),
                                              audit_ratio(audit, assessment->total_range.low),
                                              audit_ratio(audit, assessment->total_range.high))},
        "the total %s differs from that of the scores by rounding, which is possible",
        audit_number(audit, assessment->total));
}

/* The published tool scores added up as they are printed; false unless every tool has one. */
static bool add_displayed(const struct assessment *assessment, struct ratio *sum, struct range *range)
{
    bool ok = assessment->tool_count > 0;
    *sum = (struct ratio){0, 1};
    *range = range_point(*sum);
    for (size_t i = 0; ok && i < assessment->tool_count; i++) {
        const struct tool *tool = &assessment->tools[i];
        ok = tool->published;
        *sum = ratio_add(*sum, ratio_of(tool->score), &ok);
        *range = range_add(*range, range_rounded(tool->score), &ok);
    }
    return ok;
}

static void check_displayed(struct audit *audit, size_t errors)
{
    const struct assessment *assessment = audit->assessment;
    struct ratio sum;
    struct range range;
    if (!add_displayed(assessment, &sum, &range) || ratio_compare(sum, ratio_of(assessment->total)) == 0)
        return;
    if (!range_meets(range, range_score(assessment->total, assessment->full))) {
        if (!errors && !assessment->computed)
            report_outside(audit, sum, range, "the tool scores");
        return;
    }
    audit_report(audit,
                 (struct finding){.rule = RULE_TOTAL_DISPLAYED,
                                  .at = value_member(assessment->results, "total"),
                                  .hint = "totals are made from tool scores that are not rounded"},
                 "the tool scores as printed add up to %s, not %s, by rounding", audit_ratio(audit, sum),
                 audit_number(audit, assessment->total));
}

void audit_totals(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 0; i < assessment->tool_count; i++) {
        const struct tool *tool = &assessment->tools[i];
        if (tool->published && tool->complete)
            check_weighted(audit, tool);
        else if (tool->published)
            check_weight(audit, tool);
        if (tool->complete)
            check_percent(audit, tool);
    }
    if (!assessment->published)
        return;
    if (assessment->computed)
        check_total(audit);
    check_displayed(audit, audit->reported[RULE_TOOL_OUTSIDE]);
}
