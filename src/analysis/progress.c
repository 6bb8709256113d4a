#include "analysis/progress.h"

#include "analysis/assessment.h"

#include <string.h>

const char *const state_names[STATE_COUNT] = {"not-started", "under-way", "done", "dropped"};

enum { LAST_MONTH = 9 }; /* of a fiscal year */

enum state state_find(const char *name)
{
    size_t i = 0;
    while (name && i < STATE_COUNT && strcmp(state_names[i], name) != 0)
        i++;
    return name ? (enum state)i : STATE_COUNT;
}

static enum state member_state(const struct value *object)
{
    return state_find(value_member_text(object, "state", NULL));
}

/* ---- entries ---------------------------------------------------------------------------------------------------- */

static void insert_by_day(struct progress *progress, struct progress_entry entry)
{
    size_t at = progress->count++;
    for (; at > 0 && day_compare(progress->entries[at - 1].day, entry.day) > 0; at--)
        progress->entries[at] = progress->entries[at - 1];
    progress->entries[at] = entry;
}

static void read_entries(struct arena *arena, const struct report_plan *report, const struct value *given,
                         struct progress *progress)
{
    size_t count = given && given->kind == VALUE_LIST ? given->count : 0;
    progress->entries = arena_array(arena, struct progress_entry, count);
    for (size_t i = 0; i < count; i++) {
        struct progress_entry entry = {.given = given->items[i]};
        if (!day_read(value_member(entry.given, "date"), &entry.day) || day_compare(entry.day, report->last) > 0)
            continue;
        insert_by_day(progress, entry);
        progress->before += day_compare(entry.day, report->first) < 0;
    }
}

/* ---- state ------------------------------------------------------------------------------------------------------ */

static bool is_all(struct decimal percent)
{
    return decimal_compare(percent, (struct decimal){100, 0}) >= 0;
}

static void follow_entry(struct progress *progress, const struct progress_entry *entry)
{
    enum state said = member_state(entry->given), before = progress->state;
    struct decimal percent;
    bool counted = member_score(entry->given, "percent", &percent);
    if (counted) {
        progress->has_percent = true;
        progress->percent = percent;
    }
    if (said != STATE_COUNT)
        progress->state = said;
    else if (counted && is_all(percent))
        progress->state = STATE_DONE;
    else if (before == STATE_NOT_STARTED)
        progress->state = STATE_UNDER_WAY;
    if (progress->state == STATE_DONE && before != STATE_DONE)
        progress->done = entry->day;
}

static bool has_dates(const struct value *measure)
{
    return value_is_true(value_member(measure, "progress")) || value_is_true(value_member(measure, "done"));
}

/* The state without a date, where it can hold for the end of the period. */
static void follow_own_state(const struct report_plan *report, const struct value *measure, struct progress *progress)
{
    enum state said = member_state(measure);
    bool over = report->last.month == LAST_MONTH;
    struct day done;
    if (said == STATE_COUNT || (!over && has_dates(measure)))
        return;
    if (said == STATE_DONE && day_read(value_member(measure, "done"), &done))
        return; /* it is done on another day than those of this period */
    progress->state = said;
}

static struct day planned_day(const struct value *measure, const char *key, const char *end)
{
    struct day day = {0};
    if (!day_read(value_member(measure, key), &day) &&
        !day_read(value_member(value_member(measure, "period"), end), &day))
        return (struct day){0};
    return day;
}

struct progress progress_read(struct arena *arena, const struct report_plan *report, const struct value *measure)
{
    struct progress progress = {.state = STATE_NOT_STARTED,
                                .start = planned_day(measure, "start", "first"),
                                .due = planned_day(measure, "due", "last")};
    struct day done;
    if (!report->has_period)
        return progress;
    read_entries(arena, report, value_member(measure, "progress"), &progress);
    for (size_t i = 0; i < progress.count; i++)
        follow_entry(&progress, &progress.entries[i]);
    follow_own_state(report, measure, &progress);
    if (day_read(value_member(measure, "done"), &done) && day_compare(done, report->last) <= 0) {
        progress.state = STATE_DONE;
        progress.done = done;
    }
    if (progress.state == STATE_DONE) {
        progress.has_percent = true;
        progress.percent = (struct decimal){100, 0};
    }
    return progress;
}
