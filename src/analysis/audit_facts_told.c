/* R12, R18, R20 in prose: fiscal years of plans, the number of offices, references that are out of date. */
#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

/* ---- R12: one plan with two years ------------------------------------------------------------------------------- */

struct plan {
    const struct value *at;
    const char *name; /* without spaces and without the office's name */
    int64_t year;
};

struct plans {
    LIST(struct plan) list;
};

/* The bytes from `from` to `to` without spaces and without the words `without`. */
static const char *squeezed(struct arena *arena, const char *from, const char *to, const char *without)
{
    struct buf out = buf_init(arena);
    size_t drop = strlen(without);
    while (from < to) {
        if (drop && (size_t)(to - from) >= drop && strncmp(from, without, drop) == 0)
            from += drop;
        else if (*from == ' ')
            from++;
        else
            buf_putc(&out, *from++);
    }
    return out.data;
}

/* "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2567": the name up to the words for the year. */
static void add_plans(struct audit *audit, const struct text_item *text, struct plans *plans)
{
    enum { REACH = 120, NAME_MIN = 36 }; /* code points; bytes: twelve Thai letters */
    const char *office = value_member_text(value_member(audit->assessment->model, "office"), "name", "");
    size_t length, year_length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_PLANS, at, &length)); at += length) {
        const char *year_at =
            scan_find_before(audit_words(audit, WORDS_PLAN_YEAR), at, scan_on(at, REACH), &year_length);
        int64_t year;
        const char *number = year_at ? scan_spaces(year_at + year_length) : NULL;
        if (!year_at || memchr(at, '\n', (size_t)(year_at - at)) || !scan_integer(&number, &year))
            continue;
        const char *name = squeezed(audit->arena, at, year_at, office);
        if (strlen(name) >= NAME_MIN)
            *list_add(audit->arena, &plans->list) = (struct plan){.at = text->value, .name = name, .year = year};
    }
}

static void check_plans(struct audit *audit)
{
    enum { PLANS_MAX = 500 };
    struct plans plans = {{0}};
    for (size_t i = 0; i < audit->texts->list.count && plans.list.count < PLANS_MAX; i++)
        add_plans(audit, &audit->texts->list.items[i], &plans);
    for (size_t i = 1; i < plans.list.count; i++) {
        const struct plan *plan = &plans.list.items[i], *first = NULL;
        for (size_t j = 0; j < i && !first; j++) {
            if (strcmp(plans.list.items[j].name, plan->name) == 0)
                first = &plans.list.items[j];
        }
        if (first && first->year != plan->year)
            audit_report(audit,
                         (struct finding){
                             .rule = RULE_PLAN_YEARS,
                             .at = plan->at,
                             .expected = arena_printf(audit->arena, "%lld", (long long)first->year),
                             .hint = arena_printf(audit->arena, "as at %s", value_pointer(audit->arena, first->at))},
                         "\"%s\" is of %lld here", plan->name, (long long)plan->year);
    }
}

/* ---- R18: offices ----------------------------------------------------------------------------------------------- */

/* Whether it is the number of the offices of one sort, such as the primary ones. */
static bool is_part(const struct audit *audit, int64_t count)
{
    const struct value *parts = value_member(audit->data->criteria, "office_parts");
    for (size_t i = 0; parts && i < parts->count; i++) {
        if (parts->items[i]->number.units == count)
            return true;
    }
    return false;
}

static void check_offices(struct audit *audit, const struct text_item *text)
{
    enum { FEWEST = 100 }; /* fewer are zones of one province, not all offices */
    int64_t right = value_member_integer(audit->data->criteria, "offices", 0), said;
    size_t length;
    for (const char *at = text->plain; right && (at = text_find(audit, text, WORDS_OFFICES_BEFORE, at, &length));
         at += length) {
        const char *number = scan_spaces(at + length);
        if (!scan_integer(&number, &said) || said < FEWEST || said == right || is_part(audit, said) ||
            !scan_word(audit_words(audit, WORDS_OFFICES), scan_spaces(number)) ||
            texts_of_other_year(audit, text->plain, at, scan_on(number, 20)))
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_OFFICE_COUNT,
                                      .at = text->value,
                                      .expected = arena_printf(audit->arena, "%lld", (long long)right),
                                      .hint = arena_printf(audit->arena, "the number of offices assessed in %lld",
                                                           (long long)audit->assessment->year)},
                     "the text counts %lld offices", (long long)said);
    }
}

/* ---- R20: what is out of date ----------------------------------------------------------------------------------- */

static void check_reference(struct audit *audit, const struct text_item *text, const struct value *reference)
{
    int64_t right = value_member_integer(reference, "year", 0), year;
    size_t reach = (size_t)value_member_integer(reference, "within", 0), length;
    const struct value *words = value_member(reference, "words");
    if (!letter_pairs_admit_any(&text->pairs, words))
        return;
    for (const char *at = text->plain; (at = scan_find(words, at, &length)); at += length) {
        if (!scan_next_year(at + length, scan_on(at + length, reach), &year) || year == right)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_REFERENCE_STALE,
                                      .at = text->value,
                                      .expected = arena_printf(audit->arena, "%lld", (long long)right)},
                     "\"%.*s\" is given the year %lld", (int)length, at, (long long)year);
    }
}

/* "ระยะที่ 3 (พ.ศ. 2560 – 2564)" in a report on later results. */
static void check_phases(struct audit *audit, const struct text_item *text)
{
    enum { REACH = 60, GAP = 8 }; /* code points */
    int64_t from, to;
    for (const char *at = text->plain; (at = scan_next_year(at, NULL, &from));) {
        if (!scan_next_year(at, scan_on(at, GAP), &to) || to <= from)
            continue;
        const char *start = scan_back(text->plain, at, REACH);
        size_t length;
        const char *word = scan_find_before(audit_words(audit, WORDS_PHASES), start, at, &length);
        if (!word || to >= audit->assessment->year)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_REFERENCE_STALE,
                                      .at = text->value,
                                      .expected = arena_printf(audit->arena, "a phase that holds in %lld",
                                                               (long long)audit->assessment->year)},
                     "the phase %lld to %lld was over", (long long)from, (long long)to);
    }
}

void audit_facts_told(struct audit *audit)
{
    const struct value *references = value_member(audit->data->audit, "references");
    check_plans(audit);
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        check_offices(audit, text);
        check_phases(audit, text);
        for (size_t r = 0; references && r < references->count; r++)
            check_reference(audit, text, references->items[r]);
    }
}
