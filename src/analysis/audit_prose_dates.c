/* R16 in prose: days that do not exist, weekdays, periods, dates of documents and what they cite. */
#include "analysis/texts.h"

#include "analysis/scan.h"
#include "model/date.h"

#include <string.h>

enum { SATURDAY = 6, SUNDAY = 0, ERA_REACH = 20 }; /* code points */

/* ---- single dates ----------------------------------------------------------------------------------------------- */

static void check_exists(struct audit *audit, const struct text_item *text)
{
    struct scan_date date;
    for (const char *at = text->plain; text_next_date(audit, text, at, NULL, &date); at = date.end) {
        if (!date.day.day || !date.day.year || day_exists(date.day))
            continue;
        audit_report(
            audit,
            (struct finding){.rule = RULE_DATE_IMPOSSIBLE, .at = text->value, .expected = "a day of the calendar"},
            "there is no %s", day_text(audit->arena, date.day));
    }
}

static void check_weekdays(struct audit *audit, const struct text_item *text)
{
    const struct value *names = audit_words(audit, WORDS_WEEKDAYS);
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_WEEKDAYS, at, &length)); at += length) {
        struct day day;
        int said = 0;
        while ((size_t)said < names->count && strncmp(names->items[said]->text, at, length) != 0)
            said++;
        const char *after = scan_spaces(at + length);
        after += scan_word(audit_words(audit, WORDS_WEEKDAY_FILLER), after);
        if (!text_day_at(audit, text, after, &day) || !day_is_whole(day) || day_weekday(day) == said)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_DATE_WEEKDAY,
                                      .at = text->value,
                                      .expected = names->items[day_weekday(day)]->text},
                     "%s is called %.*s", day_text(audit->arena, day), (int)length, at);
    }
}

/* "พ.ศ. 2566 (ค.ศ. 2023)": the two years must be 543 apart. */
static void check_eras(struct audit *audit, const struct text_item *text)
{
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_COMMON_ERA, at, &length)); at += length) {
        const char *number = scan_spaces(at + length);
        int64_t common, buddhist = 0, year;
        if (!scan_integer(&number, &common))
            continue;
        const char *from = scan_back(text->plain, at, ERA_REACH);
        for (const char *c = from; (c = scan_next_year(c, at, &year));)
            buddhist = year;
        if (!buddhist || buddhist - common == DATE_ERA)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_DATE_ERAS,
                                      .at = text->value,
                                      .expected = arena_printf(audit->arena, "%lld", (long long)buddhist - DATE_ERA)},
                     "%lld of the Buddhist era is given as %lld", (long long)buddhist, (long long)common);
    }
}

/* "ระยะเวลาดำเนินการ ตุลาคม 2566 – กันยายน 2567": every date of the period in the year of the measures. */
static void check_period(struct audit *audit, const struct text_item *text)
{
    enum { REACH = 60 };
    size_t length;
    int64_t right = value_member_integer(audit->assessment->model, "measures_year", audit->assessment->year + 1);
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_PERIOD, at, &length)); at += length) {
        const char *end = scan_on(at + length, REACH);
        struct scan_date date;
        for (const char *c = at + length; text_next_date(audit, text, c, end, &date); c = date.end) {
            if (date.day.year && day_fiscal_year(date.day) != right)
                audit_report(
                    audit,
                    (struct finding){.rule = RULE_DATE_OUTSIDE,
                                     .at = text->value,
                                     .expected = arena_printf(audit->arena, "fiscal year %lld", (long long)right)},
                    "%s is in fiscal year %lld", day_text(audit->arena, date.day),
                    (long long)day_fiscal_year(date.day));
        }
    }
}

/* ---- orders and announcements ----------------------------------------------------------------------------------- */

void audit_weekend(struct audit *audit, const struct value *at, struct day day)
{
    int weekday = day_weekday(day);
    if (weekday != SATURDAY && weekday != SUNDAY)
        return;
    audit_report(audit, (struct finding){.rule = RULE_DATE_WEEKEND, .at = at, .expected = "a working day"},
                 "%s was a %s", day_text(audit->arena, day), weekday == SUNDAY ? "Sunday" : "Saturday");
}

/* Where a document begins: "ประกาศ..." or "คำสั่ง..." as a title, not its date line. */
static bool is_title(struct audit *audit, const struct text_item *text)
{
    const char *at = scan_spaces(text->plain);
    return scan_word(audit_words(audit, WORDS_ORDER), at) && !scan_word(audit_words(audit, WORDS_DATED), at);
}

void audit_cited_days(struct audit *audit, const struct text_item *text, const struct value *dated, struct day day)
{
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_CITES, at, &length)); at += length) {
        struct day cited;
        if (!text_day_at(audit, text, at + length, &cited) || !day_is_whole(cited) || day_compare(cited, day) <= 0)
            continue;
        audit_report(
            audit,
            (struct finding){.rule = RULE_DATE_CITES_LATER,
                             .at = dated,
                             .expected = arena_printf(audit->arena, "a day from %s on", day_text(audit->arena, cited)),
                             .hint = "it cites an event of that day"},
            "the document is dated %s", day_text(audit->arena, day));
    }
}

/* Events cited between a document's title and its date line must not be later than that. */
static void check_cited(struct audit *audit, const struct text_item *dated, struct day day)
{
    enum { TEXTS_MAX = 200 }; /* of one document */
    const struct text_item *first = audit->texts->list.items, *title = dated;
    while (title > first && title[-1].part == dated->part && dated - title < TEXTS_MAX && !is_title(audit, title))
        title--;
    for (const struct text_item *text = title; is_title(audit, title) && text < dated; text++)
        audit_cited_days(audit, text, dated->value, day);
}

void audit_prose_dates(struct audit *audit)
{
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        struct day day;
        check_exists(audit, text);
        check_weekdays(audit, text);
        check_eras(audit, text);
        check_period(audit, text);
        if (!text_document_day(audit, text, &day))
            continue;
        audit_weekend(audit, text->value, day);
        check_cited(audit, text, day);
    }
}
