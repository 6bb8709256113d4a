/* How far a measure has come by a day: what its dated entries say, not what is known later. */
#ifndef ANALYSIS_PROGRESS_H
#define ANALYSIS_PROGRESS_H

#include "analysis/report.h"

enum state { STATE_NOT_STARTED, STATE_UNDER_WAY, STATE_DONE, STATE_DROPPED, STATE_COUNT };

/* The names of the states in a file: "not-started", ... */
extern const char *const state_names[STATE_COUNT];

/* An entry of a measure's "progress" with its day. */
struct progress_entry {
    const struct value *given;
    struct day day;
};

struct progress {
    struct day start, due; /* as planned: its "start" and "due", else the ends of its "period"; year 0: not said */
    enum state state;
    struct day done; /* with STATE_DONE; year 0: the file does not say when */
    bool has_percent;
    struct decimal percent;
    struct progress_entry *entries; /* up to the end of the report's period, by day; equal days as in the file */
    size_t count;
    size_t before; /* how many of them are before the period */
};

/*
 * The state at the end of the report's period, by the first of these that there is:
 *
 *     the day in "done", when it has come
 *     what the entries say one after the other: their "state", done at 100 per cent, else under way from the first one
 * on the measure's own "state", which has no date: when the fiscal year is over (then it counts before the entries),
 * and for a measure without any date not started
 *
 * In a report without a period nothing has happened yet.
 */
struct progress progress_read(struct arena *arena, const struct report_plan *report, const struct value *measure);

/* The state of that name; STATE_COUNT: none. */
enum state state_find(const char *name);

#endif
