/* R04: levels that the file states against the scores. */
#include "analysis/audit.h"
#include "analysis/history.h"

/* Checks a level that is given as text; `right` is the one that the score has, NULL for none. */
static void check_level(struct audit *audit, const struct value *given, const struct value *levels,
                        const struct value *right, struct decimal score)
{
    if (!given || given->kind != VALUE_TEXT || !given->text[0] || !levels || !levels->count)
        return;
    if (right && level_named(levels, given->text) == right)
        return;
    const struct value *from = value_member(right, "from");
    const char *code = value_member_text(right, "code", NULL);
    audit_report(
        audit,
        (struct finding){.rule = RULE_LEVEL_WRONG,
                         .at = given,
                         .expected = code ? code : "no level, or scores that decide it",
                         .hint = from ? arena_printf(audit->arena, "%s begins at %s", code, from->text) : NULL},
        "%s is not the level of %s", given->text, audit_number(audit, score));
}

static void check_parts(struct audit *audit, const struct value *levels)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct indicator *row = &assessment->indicators[i];
        check_level(audit, value_member(row->given, "level"), levels, level_by_score(levels, row->score), row->score);
    }
    for (size_t i = 0; i < assessment->tool_count; i++) {
        struct decimal percent;
        const struct tool *tool = &assessment->tools[i];
        if (assessment_tool_percent(tool, &percent))
            check_level(audit, value_member(tool->given, "level"), levels, level_by_score(levels, percent), percent);
    }
}

static void check_years(struct audit *audit)
{
    struct history history = history_read(audit->assessment);
    for (size_t i = 0; i < history.count; i++) {
        const struct history_year *row = &history.years[i];
        const struct value *levels = levels_of_year(audit->data->criteria, row->year);
        const struct value *given = value_member(row->given, "level");
        if (levels) {
            check_level(audit, given, levels, row->level, row->score);
        } else if (given && given->kind == VALUE_TEXT && given->text[0]) {
            audit_report(audit,
                         (struct finding){.rule = RULE_LEVEL_WRONG,
                                          .at = given,
                                          .expected = "a score without a level",
                                          .hint = "the criteria have no levels for that year"},
                         "%s is given as the level of %lld", given->text, (long long)row->year);
        }
    }
}

void audit_levels(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *levels = value_member(audit->data->criteria, "levels");
    const struct value *national = value_member(assessment->results, "national");
    struct decimal mean;
    if (assessment->published)
        check_level(audit, value_member(assessment->results, "level"), levels, assessment->level, assessment->total);
    if (member_score(national, "mean", &mean))
        check_level(audit, value_member(national, "level"), levels, level_by_score(levels, mean), mean);
    check_parts(audit, levels);
    check_years(audit);
}
