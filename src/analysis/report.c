#include "analysis/report.h"

#include "model/date.h"

#include <string.h>

/* The month of the calendar, and its year, for a month of a fiscal year: the first one is October of the year before.
 */
static struct day month_of(int64_t year, int64_t month)
{
    bool before = month <= 3;
    return (struct day){.year = before ? year - 1 : year, .month = (int)(before ? month + 9 : month - 3)};
}

static bool read_month(const struct value *months, size_t i, int64_t *out)
{
    const struct value *month = i < months->count ? months->items[i] : NULL;
    if (!month || month->kind != VALUE_NUMBER || !month->exact || month->number.places)
        return false;
    *out = month->number.units;
    return *out >= 1 && *out <= 12;
}

void report_set_months(struct report_plan *report, int64_t first, int64_t last)
{
    report->has_period = true;
    report->first = month_of(report->year, first);
    report->first.day = 1;
    report->last = month_of(report->year, last);
    report->last.day = date_month_days((int)report->last.year, report->last.month);
}

static void read_period(struct report_plan *report)
{
    const struct value *months = value_member(report->rule, "months");
    int64_t first, last;
    if (months && read_month(months, 0, &first) && read_month(months, 1, &last) && first <= last)
        report_set_months(report, first, last);
}

/* What a file that names no profile is for. */
static const char *profile_by_content(const struct value *model)
{
    return value_is_true(value_member(model, "activities")) ? "implementation" : "measures";
}

struct report_plan report_read(const struct value *model, const struct value *words, const char *asked, int64_t year)
{
    const char *named = value_member_text(model, "profile", NULL);
    struct report_plan report = {.own = named ? named : profile_by_content(model), .stated = asked || named};
    report.profile = asked ? asked : report.own;
    report.rule = value_member(value_member(words, "profiles"), report.profile);
    report.year = value_member_integer(model, "measures_year", year + 1);
    read_period(&report);
    return report;
}

bool report_is(const struct report_plan *report, const char *kind)
{
    return value_list_has_text(value_member(report->rule, "kinds"), kind) || strcmp(report->profile, kind) == 0;
}

bool report_is_own(const struct report_plan *report)
{
    return strcmp(report->profile, report->own) == 0;
}
