/* R07b, R17, R17b in prose: item codes, the digits they are written with, the names that follow them. */
#include "analysis/texts.h"

#include "analysis/scan.h"
#include "base/thai.h"
#include "base/utf8.h"

#include <string.h>

enum { THAI_LEAD = (char)0xE0 }; /* the first byte of a Thai letter or digit */

/* ---- R17: two systems of digits --------------------------------------------------------------------------------- */

/* Whether the text has digits of its own (not in codes, addresses, English) that are not of the system.  `made` is room
 * to write in. */
static bool has_other_digits(struct buf *made, const struct text_item *text, bool thai)
{
    bool none = thai ? !strpbrk(text->plain, "0123456789") : text->plain == text->value->text;
    if (none)
        return false;
    made->length = 0;
    made->data[0] = '\0';
    thai_digits(made, text->value->text, strlen(text->value->text), thai);
    return strcmp(made->data, text->value->text) != 0;
}

/* What the text is judged with: the element of a member that is printed in digits of its own, or the report. */
static const struct value *digits_group(const struct audit *audit, const struct text_item *text)
{
    const struct value *own = audit_words(audit, WORDS_OWN_DIGITS), *top = text->value;
    while (top->parent && top->parent->parent)
        top = top->parent;
    for (size_t i = 0; own && top->key && i < own->count; i++) {
        if (own->items[i]->text && strcmp(own->items[i]->text, top->key) == 0)
            return text->part->parent ? text->part : top;
    }
    return audit->assessment->model;
}

/* The texts with Arabic and with Thai digits of one group. */
struct digits_count {
    const struct value *group;
    const struct text_item *first[2];
    size_t count[2];
};

struct digits_list {
    LIST(struct digits_count) list;
};

static void report_digits(struct audit *audit, const struct digits_count *found)
{
    if (!found->count[0] || !found->count[1])
        return;
    int few = found->count[1] <= found->count[0];
    audit_report(audit,
                 (struct finding){.rule = RULE_DIGITS_MIXED,
                                  .at = found->first[few]->value,
                                  .expected = few ? "Arabic digits throughout" : "Thai digits throughout",
                                  .hint = arena_printf(audit->arena, "%zu texts have Arabic digits, %zu Thai ones",
                                                       found->count[0], found->count[1])},
                 "the text has %s digits, most others have not", few ? "Thai" : "Arabic");
}

static struct digits_count *count_of_group(struct audit *audit, const struct value *group, struct digits_list *groups)
{
    for (size_t i = groups->list.count; i-- > 0;) {
        if (groups->list.items[i].group == group)
            return &groups->list.items[i];
    }
    struct digits_count *added = list_add(audit->arena, &groups->list);
    *added = (struct digits_count){.group = group};
    return added;
}

static void check_digits(struct audit *audit)
{
    struct digits_list groups = {{0}};
    struct buf made = buf_init(audit->arena);
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        for (int thai = 0; thai < 2; thai++) {
            if (text->foreign || !has_other_digits(&made, text, !thai))
                continue;
            struct digits_count *found = count_of_group(audit, digits_group(audit, text), &groups);
            found->count[thai]++;
            found->first[thai] = found->first[thai] ? found->first[thai] : text;
        }
    }
    for (size_t i = 0; i < groups.list.count; i++)
        report_digits(audit, &groups.list.items[i]);
}

/* ---- R17b: numbers and codes of mixed digits -------------------------------------------------------------------- */

/* A run of digits of both systems with at most one letter before it, in the raw text. */
struct run {
    const char *start, *end;
    bool arabic, thai;
    int64_t value;
    size_t digits;
};

static struct run run_at(const char *at)
{
    struct run run = {.start = at, .end = at};
    for (size_t size; (*run.end >= '0' && *run.end <= '9') || *run.end == THAI_LEAD; run.end += size, run.digits++) {
        uint32_t code = utf8_decode(run.end, strnlen(run.end, 4), &size);
        bool thai = thai_is_digit(code), arabic = code >= '0' && code <= '9';
        if (!thai && !arabic)
            break;
        run.thai = run.thai || thai;
        run.arabic = run.arabic || arabic;
        if (run.digits < 9)
            run.value = run.value * 10 + (thai ? code - 0x0E50 : code - '0');
    }
    return run;
}

static bool is_latin(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static void report_code(struct audit *audit, const struct text_item *text, const char *from, const char *to,
                        char letter, int64_t number)
{
    const char *right =
        letter ? arena_printf(audit->arena, "%c%lld", letter, (long long)number)
               : arena_printf(audit->arena, "O%lld if it is an item, else digits of one kind", (long long)number);
    audit_report(audit, (struct finding){.rule = RULE_CODE_FORM, .at = text->value, .expected = right},
                 "\"%.*s\" is no item code and no number", (int)(to - from), from);
}

/* A text that begins with a zero and one or two digits more, as in "๐๑๔ แผนการจัดซื้อ": an item code without its letter.
 */
static bool is_bare_code(const char *raw, struct run run)
{
    bool zero = run.start[0] == '0' || strncmp(run.start, "๐", strlen("๐")) == 0;
    bool first = strspn(raw, " ") == (size_t)(run.start - raw);
    const char *after = run.end;
    return first && zero && run.digits >= 2 && run.digits <= 3 && run.value > 0 && (!*after || *after == ' ');
}

static void check_runs(struct audit *audit, const struct text_item *text)
{
    const char *raw = text->value->text;
    for (const char *at = raw; *at;) {
        struct run run = run_at(at);
        if (!run.digits) {
            at = scan_on(at, 1);
            continue;
        }
        char before = at > raw ? at[-1] : ' ';
        bool lettered = before && strchr("OIEoie", before) && (at - 1 == raw || !is_latin(at[-2]));
        if (lettered && run.thai)
            report_code(audit, text, at - 1, run.end, before, run.value);
        else if ((run.thai && run.arabic) || is_bare_code(raw, run))
            report_code(audit, text, at, run.end, 0, run.value);
        at = run.end;
    }
}

/* ---- R07b: a code with the name of another ---------------------------------------------------------------------- */

/* The bytes of `text` that make up `name`, spaces in either aside; 0 when it begins otherwise. */
static size_t begins_with(const char *text, const char *name)
{
    const char *at = text;
    for (; *name; name++, at++) {
        name += strspn(name, " ");
        at += strspn(at, " ");
        if (*at != *name)
            return 0;
        if (!*name)
            break;
    }
    return (size_t)(at - text);
}

/* The item whose official name `at` begins with; names of few letters say too little. */
static const struct value *named_item(const struct value *items, const char *at)
{
    enum { NAME_MIN = 30 }; /* bytes: ten Thai letters */
    const struct value *best = NULL;
    size_t longest = NAME_MIN;
    for (size_t i = 0; items && i < items->count; i++) {
        size_t length = begins_with(at, value_member_text(items->items[i], "name", ""));
        if (length > longest) {
            best = items->items[i];
            longest = length;
        }
    }
    return best;
}

static void check_item_code(struct audit *audit, const struct text_item *text, const char *code, const char *after)
{
    const struct value *criteria = audit->data->criteria;
    const struct value *items = value_member(criteria, "items");
    const struct value *own = criteria_item(criteria, code), *named = named_item(items, scan_spaces(after));
    int64_t count = value_member_integer(criteria, "item_count", 0);
    if (named && named != own)
        audit_report(
            audit,
            (struct finding){.rule = RULE_ITEM_OF_OTHER,
                             .at = text->value,
                             .element = named,
                             .expected = value_member_text(named, "code", NULL),
                             .hint = arena_printf(audit->arena, "\"%s\"", value_member_text(named, "name", ""))},
            "%s is called as another item of %lld", code, (long long)audit->assessment->year);
    else if (!own && count > 0 && items && items->count >= (size_t)count)
        audit_report(audit,
                     (struct finding){.rule = RULE_ITEM_UNKNOWN,
                                      .at = text->value,
                                      .expected = arena_printf(audit->arena, "O1 to O%lld", (long long)count)},
                     "%s is no item of %lld", code, (long long)audit->assessment->year);
}

/* The letter of a code is that of its tool: e10 is asked in EIT. */
static void check_tool(struct audit *audit, const struct text_item *text, const char *code, char letter)
{
    const char *tool = arena_printf(audit->arena, "%cIT", letter);
    if (criteria_tool(audit->data->criteria, tool))
        return;
    audit_report(
        audit, (struct finding){.rule = RULE_TOOL_NOT_ASSESSED, .at = text->value, .expected = "items of the criteria"},
        "%s belongs to %s, by which offices of this kind are not assessed", code, tool);
}

/* "O24", "O 24", "e10", or a text that begins with "๐๒๔" for O24. */
static void check_codes(struct audit *audit, const struct text_item *text)
{
    static const char letters[] = "OIEoie";
    const char *plain = text->plain;
    struct run first = run_at(scan_spaces(plain));
    if (first.digits && is_bare_code(plain, first))
        check_item_code(audit, text, arena_printf(audit->arena, "O%lld", (long long)first.value), first.end);
    for (const char *at = strpbrk(plain, letters); at; at = strpbrk(at + 1, letters)) {
        struct run run = run_at(at[0] == 'O' && at[1] == ' ' ? at + 2 : at + 1);
        if ((at > plain && is_latin(at[-1])) || run.digits < 1 || run.digits > 2 || run.value == 0 ||
            is_latin(*run.end))
            continue;
        char letter = letters[(size_t)(strchr(letters, *at) - letters) % 3];
        const char *code = arena_printf(audit->arena, "%c%lld", *at, (long long)run.value);
        check_tool(audit, text, code, letter);
        if (letter == 'O')
            check_item_code(audit, text, code, run.end);
    }
}

void audit_codes(struct audit *audit)
{
    check_digits(audit);
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        check_runs(audit, &audit->texts->list.items[i]);
        check_codes(audit, &audit->texts->list.items[i]);
    }
}
