/* R12, R16: fiscal years and dates that the file states as such. */
#include "analysis/audit.h"
#include "analysis/days.h"
#include "analysis/scan.h"

/* The fiscal year of the measures: as stated, else the one after the results. */
static int64_t measures_year(const struct assessment *assessment)
{
    return value_member_integer(assessment->model, "measures_year", assessment->year + 1);
}

static void check_years_apart(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    int64_t said = measures_year(assessment);
    if (!assessment->year || said == assessment->year + 1)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_YEARS_APART,
                                  .at = value_member(assessment->model, "measures_year"),
                                  .expected = arena_printf(audit->arena, "%lld", (long long)assessment->year + 1),
                                  .hint = "measures are carried out in the year after the results they rest on"},
                 "the results are of %lld, the measures of %lld", (long long)assessment->year, (long long)said);
}

/* ---- title ------------------------------------------------------------------------------------------------------ */

static void report_title(struct audit *audit, const struct value *at, const char *message)
{
    const struct assessment *assessment = audit->assessment;
    audit_report(
        audit,
        (struct finding){.rule = RULE_TITLE_YEAR,
                         .at = at,
                         .expected = arena_printf(audit->arena, "%lld (results) and %lld (measures)",
                                                  (long long)assessment->year, (long long)measures_year(assessment))},
        "%s", message);
}

/* The title must name the year of the measures when they are of another year than the results, and no third year. */
static void check_title(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *title = value_member(assessment->model, "title"), *line = NULL;
    bool stated = value_member_integer(assessment->model, "measures_year", 0) != 0;
    int64_t later = measures_year(assessment);
    bool results = false, measures = false;
    if (!title || title->kind != VALUE_LIST || !title->count)
        return;
    for (size_t i = 0; i < title->count; i++) {
        const char *at = title->items[i]->text ? scan_plain(audit->arena, title->items[i]) : "";
        for (int64_t year; (at = scan_next_year(at, NULL, &year));) {
            line = title->items[i];
            results = results || year == assessment->year;
            measures = measures || year == later;
            if (year != assessment->year && year != later)
                report_title(audit, line,
                             arena_printf(audit->arena,
                                          "the title names %lld, which is neither the year of the "
                                          "results nor that of the measures",
                                          (long long)year));
        }
    }
    if (!line)
        report_title(audit, title, "the title names no year");
    else if (results && !measures && stated)
        report_title(audit, line,
                     arena_printf(audit->arena, "the title names only the year of the results, %lld",
                                  (long long)assessment->year));
}

/* ---- dates ------------------------------------------------------------------------------------------------------ */

void audit_year_date(struct audit *audit, const struct value *value)
{
    struct day day;
    int64_t right = measures_year(audit->assessment);
    if (!day_read(value, &day) || day_fiscal_year(day) == right)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_DATE_OUTSIDE,
                                  .at = value,
                                  .expected = arena_printf(audit->arena, "a day from 1/10/%lld to 30/9/%lld",
                                                           (long long)right - 1, (long long)right)},
                 "%s is in fiscal year %lld", day_text(audit->arena, day), (long long)day_fiscal_year(day));
}

static void check_order(struct audit *audit, const struct value *row)
{
    struct day start, due;
    if (!day_read(value_member(row, "start"), &start) || !day_read(value_member(row, "due"), &due) ||
        day_compare(start, due) <= 0)
        return;
    audit_report(
        audit,
        (struct finding){.rule = RULE_DATE_ORDER,
                         .at = value_member(row, "due"),
                         .expected = arena_printf(audit->arena, "a day from %s on", day_text(audit->arena, start))},
        "it ends on %s, before it begins", day_text(audit->arena, due));
}

/* A period's two ends; of two that are outside the first is reported. */
static void check_period(struct audit *audit, const struct value *period)
{
    const struct value *first = value_member(period, "first"), *last = value_member(period, "last");
    struct day day;
    bool outside = day_read(first, &day) && day_fiscal_year(day) != measures_year(audit->assessment);
    audit_year_date(audit, outside ? first : last);
}

static void check_rows(struct audit *audit, const char *key)
{
    const struct value *rows = value_member(audit->assessment->model, key);
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct value *row = rows->items[i];
        audit_year_date(audit, value_member(row, "start"));
        audit_year_date(audit, value_member(row, "due"));
        check_period(audit, value_member(row, "period"));
        for (size_t j = 0; row->kind == VALUE_OBJECT && j < row->count; j++) {
            bool known = row->items[j] == value_member(row, "start") || row->items[j] == value_member(row, "due");
            if (row->items[j]->kind == VALUE_DATE && !known)
                audit_year_date(audit, row->items[j]);
        }
        check_order(audit, row);
    }
}

void audit_years(struct audit *audit)
{
    check_years_apart(audit);
    check_title(audit);
    check_rows(audit, "measures");
    check_rows(audit, "activities");
}
