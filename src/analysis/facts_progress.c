/* Facts about the report that is made: its period, and how far the measures have come by its end. */
#include "analysis/facts.h"
#include "analysis/progress.h"
#include "model/date.h"

#include <string.h>

/* ---- the report ------------------------------------------------------------------------------------------------- */

static void set_day(const struct assessment *assessment, struct value *object, const char *key, struct day day)
{
    struct value *value = value_set(assessment->arena, object, key, value_new(assessment->arena, VALUE_NULL));
    struct diags passed = diags_init(assessment->arena); /* bad patterns are reported where dates are read */
    struct date date = {.year = (int)day.year, .month = day.month, .day = day.day};
    if (day.year >= DATE_YEAR_MIN && day.year <= DATE_YEAR_MAX)
        date_fill(assessment->arena, value, date, assessment->words, &passed);
}

/* A flag for each profile and kind that there is, so that templates can ask for any. */
static void set_kinds(const struct assessment *assessment, struct value *report)
{
    const struct value *rows = value_member(assessment->words, "profiles");
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct value *kinds = value_member(rows->items[i], "kinds");
        facts_set_flag(assessment->arena, report, rows->items[i]->key,
                       report_is(&assessment->report, rows->items[i]->key));
        for (size_t k = 0; kinds && k < kinds->count; k++)
            facts_set_flag(assessment->arena, report, kinds->items[k]->text,
                           report_is(&assessment->report, kinds->items[k]->text));
    }
}

/* The names that flags have so far: those of profiles and kinds. */
static void name_kinds(struct arena *arena, struct value *report)
{
    struct value *names = value_new(arena, VALUE_LIST);
    for (size_t i = 0; i < report->count; i++) {
        if (report->items[i]->kind == VALUE_BOOL)
            value_add(arena, names, value_text_new(arena, report->items[i]->key));
    }
    value_set(arena, report, "kinds", names);
}

static struct value *describe_report(const struct assessment *assessment, struct value *facts)
{
    const struct report_plan *report = &assessment->report;
    struct arena *arena = assessment->arena;
    struct value *row = value_set(arena, facts, "report", value_new(arena, VALUE_OBJECT));
    facts_set_text(arena, row, "profile", report->profile);
    facts_set_text(arena, row, "name", value_member_text(report->rule, "name", NULL));
    facts_set_text(arena, row, "own_profile", report->own);
    value_set(arena, row, "year", value_integer_new(arena, report->year));
    set_kinds(assessment, row);
    name_kinds(arena, row);
    facts_set_flag(arena, row, "own", report_is_own(report));
    struct value *period =
        value_set(arena, row, "period", value_new(arena, report->has_period ? VALUE_OBJECT : VALUE_NULL));
    if (!report->has_period)
        return row;
    set_day(assessment, period, "first", report->first);
    set_day(assessment, period, "last", report->last);
    return row;
}

/* The title that the file states is that of its own report. */
static void forget_title(const struct assessment *assessment, struct value *facts)
{
    if (!report_is_own(&assessment->report))
        value_set(assessment->arena, facts, "title", value_new(assessment->arena, VALUE_NULL));
}

/* ---- measures --------------------------------------------------------------------------------------------------- */

struct tally {
    size_t states[STATE_COUNT];
    size_t entries, late;
    struct value *list;    /* the entries */
    struct ratio percents; /* added up, of the measures that are not dropped */
    bool all_percents;     /* each of them that is under way has one */
};

static void add_evidence(struct arena *arena, struct value *list, const struct value *entry)
{
    const struct value *evidence = value_member(entry, "evidence");
    for (size_t i = 0; evidence && i < evidence->count; i++)
        value_add(arena, list, value_copy(arena, evidence->items[i]));
}

/* The entries of the period, and what they bring as evidence; the last one up to its end. */
static void set_entries(struct arena *arena, struct value *measure, const struct progress *progress, struct value *all)
{
    struct value *entries = facts_set_list(arena, measure, "entries");
    struct value *evidence = facts_set_list(arena, measure, "entry_evidence");
    for (size_t i = progress->before; i < progress->count; i++) {
        value_add(arena, entries, value_copy(arena, progress->entries[i].given));
        value_add(arena, all, value_copy(arena, progress->entries[i].given));
        add_evidence(arena, evidence, progress->entries[i].given);
    }
    facts_set_count(arena, measure, "entry_count", entries->count);
    value_set(arena, measure, "latest",
              progress->count ? value_copy(arena, progress->entries[progress->count - 1].given)
                              : value_new(arena, VALUE_NULL));
}

static bool has_evidence(const struct progress *progress)
{
    for (size_t i = 0; i < progress->count; i++) {
        if (value_is_true(value_member(progress->entries[i].given, "evidence")))
            return true;
    }
    return false;
}

static bool any_evidence(const struct value *activities)
{
    for (size_t i = 0; activities && i < activities->count; i++) {
        if (value_is_true(value_member(activities->items[i], "evidence")))
            return true;
    }
    return false;
}

/* Whether the period's report says how the measure stands: with an entry, or because nothing was to happen in it. */
static bool is_reported(const struct assessment *assessment, const struct value *measure,
                        const struct progress *progress)
{
    if (progress->count > progress->before || value_is_true(value_member(measure, "state")))
        return true;
    if (progress->state == STATE_NOT_STARTED)
        return progress->start.year && day_compare(progress->start, assessment->report.last) > 0;
    return progress->state != STATE_UNDER_WAY;
}

static bool is_open(const struct progress *progress)
{
    return progress->state == STATE_NOT_STARTED || progress->state == STATE_UNDER_WAY;
}

/* Past its day, and neither done nor dropped. */
static bool is_late(const struct assessment *assessment, const struct progress *progress)
{
    return assessment->report.has_period && is_open(progress) && progress->due.year &&
           day_compare(progress->due, assessment->report.last) < 0;
}

static void set_state(const struct assessment *assessment, struct value *measure, const struct progress *progress)
{
    struct arena *arena = assessment->arena;
    const char *name = state_names[progress->state];
    facts_set_text(arena, measure, "state_code", name);
    facts_set_text(arena, measure, "state_word",
                   value_member_text(value_member(assessment->words, "states"), name, NULL));
    facts_set_flag(arena, measure, "not_started", progress->state == STATE_NOT_STARTED);
    facts_set_flag(arena, measure, "under_way", progress->state == STATE_UNDER_WAY);
    facts_set_flag(arena, measure, "finished", progress->state == STATE_DONE);
    facts_set_flag(arena, measure, "dropped", progress->state == STATE_DROPPED);
    facts_set_flag(arena, measure, "reported", is_reported(assessment, measure, progress));
    facts_set_flag(arena, measure, "proven",
                   progress->state != STATE_DONE || has_evidence(progress) ||
                       any_evidence(value_member(measure, "activities")));
    set_day(assessment, measure, "finished_on", progress->done);
    facts_set_score(arena, measure, "progress_percent", progress->has_percent, progress->percent);
}

static void add_percent(const struct progress *progress, struct tally *tally)
{
    if (progress->state == STATE_DROPPED || progress->state == STATE_NOT_STARTED)
        return;
    tally->all_percents = tally->all_percents && progress->has_percent;
    if (progress->has_percent)
        tally->percents = ratio_add(tally->percents, ratio_of(progress->percent), &tally->all_percents);
}

static void describe_measure(const struct assessment *assessment, struct value *measure, struct tally *tally)
{
    struct progress progress = progress_read(assessment->arena, &assessment->report, measure);
    bool late = is_late(assessment, &progress);
    set_state(assessment, measure, &progress);
    set_entries(assessment->arena, measure, &progress, tally->list);
    facts_set_flag(assessment->arena, measure, "open", is_open(&progress));
    facts_set_flag(assessment->arena, measure, "late", late);
    set_day(assessment, measure, "due_on", progress.due);
    tally->states[progress.state]++;
    tally->entries += progress.count - progress.before;
    tally->late += late;
    add_percent(&progress, tally);
}

/* ---- all together ----------------------------------------------------------------------------------------------- */

static void set_percent(struct arena *arena, struct value *object, const char *key, size_t part, size_t whole)
{
    struct decimal percent = {0};
    if (whole)
        percent = ratio_round(ratio_make(100 * (int64_t)part, (int64_t)whole), 2);
    facts_set_score(arena, object, key, whole != 0, percent);
}

static void set_mean_percent(struct arena *arena, struct value *report, const struct tally *tally, size_t count)
{
    bool known = tally->all_percents && count;
    struct ratio mean = {0, 1};
    if (known)
        mean = ratio_divide(tally->percents, ratio_make((int64_t)count, 1), &known);
    facts_set_score(arena, report, "mean_percent", known, ratio_round(mean, 2));
}

/* Number, id and title of the measures in that state. */
static void add_measures(struct arena *arena, struct value *row, const struct value *measures, const char *state)
{
    static const char *const keys[] = {"number", "id", "title"};
    struct value *list = facts_set_list(arena, row, "measures");
    for (size_t i = 0; measures && i < measures->count; i++) {
        if (strcmp(value_member_text(measures->items[i], "state_code", ""), state) != 0)
            continue;
        struct value *short_row = value_add(arena, list, value_new(arena, VALUE_OBJECT));
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            const struct value *found = value_member(measures->items[i], keys[k]);
            facts_fill(arena, short_row, keys[k], found ? value_copy(arena, found) : NULL);
        }
    }
}

static void set_tally(const struct assessment *assessment, struct value *report, const struct tally *tally,
                      const struct value *measures)
{
    struct arena *arena = assessment->arena;
    size_t count = measures ? measures->count : 0;
    struct value *states = facts_set_list(arena, report, "states");
    for (size_t i = 0; i < STATE_COUNT; i++) {
        struct value *row = value_add(arena, states, value_new(arena, VALUE_OBJECT));
        facts_set_text(arena, row, "code", state_names[i]);
        facts_set_text(arena, row, "name",
                       value_member_text(value_member(assessment->words, "states"), state_names[i], NULL));
        facts_set_count(arena, row, "count", tally->states[i]);
        facts_set_flag(arena, row, "any", tally->states[i] != 0);
        set_percent(arena, row, "percent", tally->states[i], count);
        add_measures(arena, row, measures, state_names[i]);
    }
    set_percent(arena, report, "done_percent", tally->states[STATE_DONE], count);
    set_mean_percent(arena, report, tally, count - tally->states[STATE_DROPPED]);
    facts_set_count(arena, report, "entry_count", tally->entries);
    facts_set_count(arena, report, "late_count", tally->late);
    facts_set_flag(arena, report, "any_late", tally->late != 0);
    facts_set_flag(arena, report, "any_open", tally->states[STATE_NOT_STARTED] + tally->states[STATE_UNDER_WAY] != 0);
}

void facts_progress(const struct assessment *assessment, struct value *facts)
{
    struct value *measures = value_member(facts, "measures"), *report = describe_report(assessment, facts);
    struct tally tally = {
        .list = facts_set_list(assessment->arena, report, "entries"), .percents = {0, 1}, .all_percents = true};
    for (size_t i = 0; measures && i < measures->count; i++)
        describe_measure(assessment, measures->items[i], &tally);
    set_tally(assessment, report, &tally, measures);
    forget_title(assessment, facts);
}
