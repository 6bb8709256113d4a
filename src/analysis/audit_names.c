/* R07, R07b, R08, R17b, R18: names, codes and counts that the file gives against the lists of the criteria. */
#include "analysis/audit.h"
#include "analysis/coverage.h"

#include <string.h>

/* Equal but for spaces, which files set in different ways between Thai words. */
static bool same_name(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " ");
        b += strspn(b, " ");
        if (*a != *b || !*a)
            return *a == *b;
    }
}

static const char *official(const struct value *rule)
{
    return value_member_text(rule, "name", "");
}

/* The element of `rules`, other than `own`, whose official name is `name`. */
static const struct value *owner_of_name(const struct value *rules, const struct value *own, const char *name)
{
    for (size_t i = 0; rules && i < rules->count; i++) {
        if (rules->items[i] != own && official(rules->items[i])[0] && same_name(official(rules->items[i]), name))
            return rules->items[i];
    }
    return NULL;
}

struct named {
    const struct value *given; /* the name in the file */
    const struct value *rules; /* the list of the criteria, its numbers or codes under `key` */
    const struct value *own;   /* the element that the file's number or code means; NULL: unknown */
    const char *key;
    const char *number; /* as the file says it */
    enum rule rule;     /* when it is the name of another */
};

/* A given name: that of its own number, of another, or of none. */
static void check_name(struct audit *audit, struct named named)
{
    if (!named.given || named.given->kind != VALUE_TEXT || same_name(named.given->text, official(named.own)))
        return;
    const char *name = named.given->text, *right = official(named.own);
    const struct value *owner = owner_of_name(named.rules, named.own, name);
    if (owner) {
        audit_report(audit,
                     (struct finding){.rule = named.rule,
                                      .at = named.given,
                                      .element = owner,
                                      .expected = right[0] ? right : NULL,
                                      .hint = arena_printf(audit->arena, "\"%s\" is %s", name,
                                                           value_member_text(owner, named.key, "another"))},
                     "%s is called \"%s\"", named.number, name);
    } else if (right[0]) {
        audit_report(
            audit,
            (struct finding){.rule = RULE_NAME_FORM, .at = named.given, .expected = right, .hint = "the official name"},
            "%s is called \"%s\"", named.number, name);
    }
}

static void check_indicators(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    const struct value *rules = value_member(audit->data->criteria, "indicators");
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct indicator *row = &assessment->indicators[i];
        const struct value *subs = value_member(row->given, "subs");
        check_name(audit, (struct named){.given = value_member(row->given, "name"),
                                         .rules = rules,
                                         .own = row->rule,
                                         .key = "number",
                                         .number = arena_printf(audit->arena, "indicator %lld", (long long)row->number),
                                         .rule = RULE_NAME_OF_OTHER});
        for (size_t j = 0; subs && j < subs->count; j++) {
            const char *number = value_member_text(subs->items[j], "number", "");
            check_name(audit, (struct named){.given = value_member(subs->items[j], "name"),
                                             .rules = value_member(row->rule, "subs"),
                                             .own = criteria_sub(audit->data->criteria, number),
                                             .key = "number",
                                             .number = arena_printf(audit->arena, "sub-indicator %s", number),
                                             .rule = RULE_NAME_OF_OTHER});
        }
    }
}

static void check_tools(struct audit *audit)
{
    const struct assessment *assessment = audit->assessment;
    for (size_t i = 0; i < assessment->tool_count; i++) {
        const struct tool *tool = &assessment->tools[i];
        check_name(audit, (struct named){.given = value_member(tool->given, "name"),
                                         .rules = value_member(audit->data->criteria, "tools"),
                                         .own = tool->rule,
                                         .key = "code",
                                         .number = tool->code,
                                         .rule = RULE_NAME_OF_OTHER});
    }
}

/* ---- items ------------------------------------------------------------------------------------------------------ */

static void check_item_place(struct audit *audit, const struct value *item, const char *code)
{
    const struct value *criteria = audit->data->criteria;
    const struct value *sub = criteria_item_sub(criteria, code);
    int64_t right = criteria_item_indicator(criteria, code);
    int64_t said = value_member_integer(item, "indicator", right);
    const char *right_sub = value_member_text(sub, "number", NULL);
    const char *said_sub = value_member_text(item, "sub", right_sub);
    if (right && said != right)
        audit_report(audit,
                     (struct finding){.rule = RULE_ITEM_PLACE,
                                      .at = value_member(item, "indicator"),
                                      .element = sub,
                                      .expected = arena_printf(audit->arena, "%lld", (long long)right)},
                     "%s is put under indicator %lld", code, (long long)said);
    if (right_sub && strcmp(said_sub, right_sub) != 0)
        audit_report(
            audit,
            (struct finding){
                .rule = RULE_ITEM_PLACE, .at = value_member(item, "sub"), .element = sub, .expected = right_sub},
            "%s is put under sub-indicator %s", code, said_sub);
}

/* Whether the list of the year is known to hold all items of the code's letter. */
static bool list_is_whole(const struct value *criteria, struct item_code code)
{
    const struct value *items = value_member(criteria, "items");
    int64_t count = value_member_integer(criteria, "item_count", 0);
    return code.letter == 'O' && items && count > 0 && items->count >= (size_t)count;
}

static void check_item(struct audit *audit, const struct value *item)
{
    const struct value *criteria = audit->data->criteria;
    const char *text = value_member_text(item, "code", "");
    struct item_code code;
    if (!item_code_read(text, &code)) {
        audit_report(audit,
                     (struct finding){.rule = RULE_CODE_FORM,
                                      .at = value_member(item, "code"),
                                      .expected = "O, I or E (or i, e) and Arabic digits, such as O24"},
                     "\"%s\" is no item code", text);
        return;
    }
    const struct value *rule = criteria_item(criteria, text);
    if (!rule && list_is_whole(criteria, code)) {
        audit_report(
            audit,
            (struct finding){.rule = RULE_ITEM_UNKNOWN,
                             .at = value_member(item, "code"),
                             .expected = arena_printf(audit->arena, "O1 to O%lld",
                                                      (long long)value_member_integer(criteria, "item_count", 0))},
            "%s is no item of %lld", text, (long long)audit->assessment->year);
        return;
    }
    check_name(audit, (struct named){.given = value_member(item, "name"),
                                     .rules = value_member(criteria, "items"),
                                     .own = rule,
                                     .key = "code",
                                     .number = text,
                                     .rule = RULE_ITEM_OF_OTHER});
    check_item_place(audit, item, text);
}

/* ---- R18 -------------------------------------------------------------------------------------------------------- */

static void check_offices(struct audit *audit)
{
    const struct value *results = audit->assessment->results;
    const struct value *given = value_path(results, "national.offices"), *rank = value_member(results, "rank");
    int64_t right = value_member_integer(audit->data->criteria, "offices", 0);
    int64_t said = value_member_integer(value_member(results, "national"), "offices", right);
    if (right && said != right)
        audit_report(audit,
                     (struct finding){.rule = RULE_OFFICE_COUNT,
                                      .at = given,
                                      .expected = arena_printf(audit->arena, "%lld", (long long)right),
                                      .hint = arena_printf(audit->arena, "the number of offices assessed in %lld",
                                                           (long long)audit->assessment->year)},
                     "%lld offices are named", (long long)said);
    if (said && value_member_integer(results, "rank", 0) > said)
        audit_report(audit,
                     (struct finding){.rule = RULE_OFFICE_COUNT,
                                      .at = rank,
                                      .expected = arena_printf(audit->arena, "a rank from 1 to %lld", (long long)said)},
                     "rank %s is more than the number of offices", rank->text);
}

void audit_names(struct audit *audit)
{
    const struct value *items = value_member(audit->assessment->results, "items");
    check_indicators(audit);
    check_tools(audit);
    for (size_t i = 0; items && i < items->count; i++)
        check_item(audit, items->items[i]);
    check_offices(audit);
}
