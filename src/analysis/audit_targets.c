/* R13: one target for one tool: "IIT ... ตั้งเป้าหมายไว้ที่ร้อยละ 99.50" here and 99.00 there. */
#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

struct target {
    const struct value *at;
    const char *tool; /* code */
    int64_t year;     /* that it is set for; 0: not said */
    struct decimal score;
};

struct targets {
    LIST(struct target) list;
};

/* The code of the tool that is named last between `from` and `to`, or NULL. */
static const char *tool_named(const struct audit *audit, const char *from, const char *to)
{
    const char *code = NULL, *last = NULL;
    for (size_t i = 0; i < audit->assessment->tool_count; i++) {
        const char *name = audit->assessment->tools[i].code;
        for (const char *at = from; *name && (at = strstr(at, name)) && at < to; at++) {
            if (!last || at > last) {
                last = at;
                code = name;
            }
        }
    }
    return code;
}

/* The percent that stands shortly behind the word for a target. */
static bool read_score(const struct audit *audit, const char *at, struct target *target)
{
    enum { REACH = 50 }; /* code points */
    const char *end = scan_on(at, REACH);
    size_t length;
    const char *percent = scan_find_before(audit_words(audit, WORDS_PERCENT), at, end, &length);
    if (!percent)
        return false;
    const char *number = percent + length + strspn(percent + length, " .");
    target->year = 0;
    scan_next_year(at, percent, &target->year);
    return scan_number(&number, &target->score);
}

static void check_target(struct audit *audit, struct targets *targets, struct target target)
{
    for (size_t i = 0; i < targets->list.count; i++) {
        const struct target *known = &targets->list.items[i];
        if (known->year != target.year || strcmp(known->tool, target.tool) != 0)
            continue;
        if (decimal_compare(known->score, target.score) != 0)
            audit_report(audit,
                         (struct finding){
                             .rule = RULE_SAID_TWICE,
                             .at = target.at,
                             .expected = audit_number(audit, known->score),
                             .hint = arena_printf(audit->arena, "as at %s", value_pointer(audit->arena, known->at))},
                         "the target of %s is %s here", target.tool, audit_number(audit, target.score));
        return;
    }
    *list_add(audit->arena, &targets->list) = target;
}

void audit_targets(struct audit *audit)
{
    struct targets targets = {{0}};
    size_t length;
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        for (const char *at = text->plain; (at = text_find(audit, text, WORDS_TARGET, at, &length)); at += length) {
            struct target target = {.at = text->value, .tool = tool_named(audit, text->plain, at)};
            if (target.tool && read_score(audit, at + length, &target))
                check_target(audit, &targets, target);
        }
    }
}
