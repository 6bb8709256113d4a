/* Which report is made of the file, and the part of the fiscal year that it tells of. */
#ifndef ANALYSIS_REPORT_H
#define ANALYSIS_REPORT_H

#include "analysis/days.h"

/* A row of the "profiles" of words.json, chosen.  Strings are borrowed. */
struct report_plan {
    const char *profile;      /* its name; never NULL */
    const char *own;          /* the file's own profile */
    bool stated;              /* the caller or the file names it; else it follows from what the file holds */
    const struct value *rule; /* its row; NULL: words.json does not know it */
    int64_t year;             /* fiscal year of the measures */
    bool has_period;          /* else it tells of no time, and the next two are unset */
    struct day first, last;
};

/* `asked` is the profile that the caller names; NULL: the file's own.  `year` is that of the results. */
struct report_plan report_read(const struct value *model, const struct value *words, const char *asked, int64_t year);

/* Sets the period: from the first to the last of these months of its fiscal year, 1 to 12. */
void report_set_months(struct report_plan *report, int64_t first, int64_t last);

/* Whether it is a report of this kind: "measures", "progress", "implementation", or what else words.json names. */
bool report_is(const struct report_plan *report, const char *kind);

/* Whether it is the report that the file makes when nobody asks for another. */
bool report_is_own(const struct report_plan *report);

#endif
