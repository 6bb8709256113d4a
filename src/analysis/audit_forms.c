/* R11, R16: orders, announcements and newsletters that the file describes by their parts. */
#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

/* ---- R16 -------------------------------------------------------------------------------------------------------- */

static void report_before(struct audit *audit, const struct value *at, struct day order, const char *message)
{
    audit_report(
        audit,
        (struct finding){.rule = RULE_DUE_BEFORE_ORDER,
                         .at = at,
                         .expected = arena_printf(audit->arena, "a day from %s on", day_text(audit->arena, order))},
        "%s", message);
}

static bool is_before(struct day day, struct day order)
{
    return day_compare(day, (struct day){order.year, order.month, day.day ? order.day : 0}) < 0;
}

/* "ตั้งแต่วันที่ ..." of an order: its first day. */
static void check_effective(struct audit *audit, const struct text_item *text, struct day order)
{
    struct scan_date date;
    if (!text_next_date(audit, text, text->plain, NULL, &date) || !day_is_whole(date.day) ||
        !is_before(date.day, order))
        return;
    report_before(
        audit, text->value, order,
        arena_printf(audit->arena, "the order holds from %s, before it is given", day_text(audit->arena, date.day)));
}

static void check_due(struct audit *audit, const struct text_item *text, struct day order)
{
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_DUE_BY, at, &length)); at += length) {
        struct day due;
        if (!text_day_at(audit, text, at + length, &due) || !due.year || !is_before(due, order))
            continue;
        report_before(
            audit, text->value, order,
            arena_printf(audit->arena, "work is due on %s, before the order is given", day_text(audit->arena, due)));
    }
}

/* The texts of one document against its date. */
static void check_texts(struct audit *audit, const struct value *document, struct day day)
{
    const struct value *dated = value_member(document, "date"), *effective = value_member(document, "effective");
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        if (text->part != document)
            continue;
        audit_cited_days(audit, text, dated, day);
        check_due(audit, text, day);
        if (text->value == effective)
            check_effective(audit, text, day);
    }
}

/* The day of a document: a date, or a period of one day. */
static bool document_day(const struct value *document, struct day *out)
{
    const struct value *date = value_member(document, "date");
    struct day last;
    if (!value_member(date, "unit"))
        return day_read(date, out);
    return day_read(value_member(date, "first"), out) && day_read(value_member(date, "last"), &last) &&
           day_compare(*out, last) == 0;
}

/* ---- R11 -------------------------------------------------------------------------------------------------------- */

/* Whether all have the same role, as advisers have. */
static bool of_one_role(const struct value *members)
{
    const char *first = value_member_text(members->items[0], "role", "");
    for (size_t i = 1; i < members->count; i++) {
        if (strcmp(value_member_text(members->items[i], "role", ""), first) != 0)
            return false;
    }
    return true;
}

static void check_chair(struct audit *audit, const struct value *committee)
{
    const struct value *members = value_member(committee, "members"), *chair = NULL,
                       *chairs = audit_words(audit, WORDS_CHAIRS);
    size_t count = 0;
    if (!chairs || !members || members->kind != VALUE_LIST || !members->count || of_one_role(members))
        return;
    for (size_t i = 0; i < members->count; i++) {
        const struct value *role = value_member(members->items[i], "role");
        if (!role || !scan_word(chairs, scan_spaces(scan_plain(audit->arena, role))))
            continue;
        chair = role;
        count++;
    }
    if (count == 1)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_CHAIR_COUNT,
                                  .at = chair ? chair : committee,
                                  .expected = arena_printf(audit->arena, "one member whose role begins with \"%s\"",
                                                           chairs->items[0]->text)},
                 count ? "the committee has another chair" : "the committee has no chair");
}

/* ---- the documents ---------------------------------------------------------------------------------------------- */

static void check_document(struct audit *audit, const struct value *document)
{
    const struct value *committees = value_member(document, "committees");
    struct day day;
    if (document_day(document, &day)) {
        audit_weekend(audit, value_member(document, "date"), day);
        check_texts(audit, document, day);
    }
    for (size_t i = 0; committees && i < committees->count; i++)
        check_chair(audit, committees->items[i]);
}

void audit_forms(struct audit *audit)
{
    static const char *const kinds[] = {"orders", "announcements", "newsletters"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const struct value *documents = value_member(audit->assessment->model, kinds[k]);
        for (size_t i = 0; documents && i < documents->count; i++)
            check_document(audit, documents->items[i]);
    }
}
