/* R11, R13, R16: dated progress of measures against their plan, and against what else is said of them.  Looks at the
 * whole fiscal year, whichever report is made. */
#include "analysis/audit.h"
#include "analysis/coverage.h"
#include "analysis/progress.h"

#include <string.h>

static const char *id_of(const struct value *measure)
{
    return value_member_text(measure, "id", "?");
}

/* ---- R16 -------------------------------------------------------------------------------------------------------- */

static void check_dates(struct audit *audit, const struct value *measure, const struct progress *progress)
{
    const struct value *entries = value_member(measure, "progress"), *given = value_member(measure, "done");
    struct day done;
    for (size_t i = 0; entries && i < entries->count; i++)
        audit_year_date(audit, value_member(entries->items[i], "date"));
    if (!progress->start.year || !day_read(given, &done) || day_compare(progress->start, done) <= 0)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_DATE_ORDER,
                                  .at = given,
                                  .expected = arena_printf(audit->arena, "a day from %s on",
                                                           day_text(audit->arena, progress->start))},
                 "measure %s is done on %s, before it begins", id_of(measure), day_text(audit->arena, done));
}

/* ---- R11 -------------------------------------------------------------------------------------------------------- */

static bool has_evidence(const struct audit *audit, const struct value *measure, const struct progress *progress)
{
    for (size_t i = 0; i < progress->count; i++) {
        if (value_is_true(value_member(progress->entries[i].given, "evidence")))
            return true;
    }
    return coverage_has_evidence(audit->assessment, value_member_text(measure, "id", ""));
}

static void check_proof(struct audit *audit, const struct value *measure, const struct progress *progress)
{
    const struct value *said = value_member(measure, "state");
    struct finding finding = {.rule = RULE_MEASURE_UNPROVEN, .at = said ? said : measure};
    if (progress->state != STATE_DONE)
        return;
    if (!progress->done.year) {
        finding.expected = "a day in \"done\"";
        audit_report(audit, finding, "measure %s is done, but not since when", id_of(measure));
    }
    if (!has_evidence(audit, measure, progress)) {
        finding.expected = "\"evidence\" in an entry of its \"progress\", or in an activity that carries it out";
        audit_report(audit, finding, "measure %s is done without evidence", id_of(measure));
    }
}

/* ---- R13 -------------------------------------------------------------------------------------------------------- */

/* The state that is said without a date, against the dates. */
static void check_state(struct audit *audit, const struct value *measure, const struct progress *progress)
{
    const struct value *said = value_member(measure, "state");
    enum state state = state_find(said ? said->text : NULL);
    struct day done;
    bool is_done = day_read(value_member(measure, "done"), &done);
    if (state == STATE_COUNT)
        return;
    if (is_done && state != STATE_DONE)
        audit_report(audit, (struct finding){.rule = RULE_SAID_TWICE, .at = said, .expected = "\"done\""},
                     "measure %s is \"%s\", but done on %s", id_of(measure), state_names[state],
                     day_text(audit->arena, done));
    else if (state == STATE_NOT_STARTED && progress->count)
        audit_report(audit, (struct finding){.rule = RULE_SAID_TWICE, .at = said, .expected = "\"under-way\""},
                     "measure %s is \"%s\", but has progress", id_of(measure), state_names[state]);
}

static void check_percents(struct audit *audit, const struct progress *progress)
{
    struct decimal before = {0}, percent;
    for (size_t i = 0; i < progress->count; i++) {
        const struct value *entry = progress->entries[i].given;
        if (!member_score(entry, "percent", &percent))
            continue;
        if (decimal_compare(percent, before) < 0)
            audit_report(
                audit,
                (struct finding){.rule = RULE_SAID_TWICE,
                                 .at = value_member(entry, "percent"),
                                 .expected = arena_printf(audit->arena, "%s or more", audit_number(audit, before))},
                "progress falls to %s per cent", audit_number(audit, percent));
        before = percent;
    }
}

void audit_progress(struct audit *audit)
{
    const struct value *measures = value_member(audit->assessment->model, "measures");
    struct report_plan year = audit->assessment->report;
    report_set_months(&year, 1, 12);
    for (size_t i = 0; measures && i < measures->count; i++) {
        struct progress progress = progress_read(audit->arena, &year, measures->items[i]);
        check_dates(audit, measures->items[i], &progress);
        check_proof(audit, measures->items[i], &progress);
        check_state(audit, measures->items[i], &progress);
        check_percents(audit, &progress);
    }
}
