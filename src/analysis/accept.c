/* Findings that the office accepts with a written reason. */
#include "analysis/audit.h"

#include <string.h>

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

void accept_read(struct audit *audit)
{
    const struct value *rows = value_member(audit->assessment->model, "accept");
    size_t count = rows ? rows->count : 0;
    audit->accepted = arena_array(audit->arena, struct acceptance, count);
    audit->accepted_count = count;
    for (size_t i = 0; i < count; i++)
        audit->accepted[i] = (struct acceptance){.given = rows->items[i],
                                                 .rule = value_member_text(rows->items[i], "rule", ""),
                                                 .at = value_member_text(rows->items[i], "at", ""),
                                                 .reason = value_member_text(rows->items[i], "reason", "")};
}

const char *accept_find(struct audit *audit, const char *rule, const char *pointer)
{
    for (size_t i = 0; i < audit->accepted_count; i++) {
        struct acceptance *row = &audit->accepted[i];
        if (is_blank(row->reason) || strcmp(row->rule, rule) != 0 || strcmp(row->at, pointer) != 0)
            continue;
        row->used = true;
        return row->reason;
    }
    return NULL;
}

static const char *nearest_rule(const char *word)
{
    const char *ids[RULE_COUNT];
    for (size_t i = 0; i < RULE_COUNT; i++) {
        ids[i] = audit_rules[i].id;
        if (strcmp(ids[i], word) == 0)
            return NULL;
    }
    return diag_nearest(word, ids, RULE_COUNT);
}

/* What is missing depends on the report that is made: an acceptance may be for another one of the file's. */
static bool may_be_for_another(const struct audit *audit, const struct acceptance *row)
{
    const struct assessment *assessment = audit->assessment;
    bool several = !report_is_own(&assessment->report) || value_is_true(value_member(assessment->model, "profiles"));
    return several && strcmp(row->rule, audit_rules[RULE_PART_MISSING].id) == 0;
}

void accept_report_unused(struct audit *audit)
{
    for (size_t i = 0; i < audit->accepted_count; i++) {
        const struct acceptance *row = &audit->accepted[i];
        const char *near = nearest_rule(row->rule);
        if (is_blank(row->reason))
            audit_report(audit,
                         (struct finding){.rule = RULE_ACCEPT_UNREASONED,
                                          .at = row->given,
                                          .expected = "a sentence that says why the report keeps it"},
                         "the acceptance of %s at \"%s\" has no reason", row->rule, row->at);
        else if (!row->used && !may_be_for_another(audit, row))
            audit_report(
                audit,
                (struct finding){.rule = RULE_ACCEPT_UNUSED,
                                 .at = row->given,
                                 .expected = "the rule and pointer of a finding, or no such entry",
                                 .hint = near ? arena_printf(audit->arena, "did you mean \"%s\"?", near) : NULL},
                "the acceptance of %s at \"%s\" matches no finding", row->rule, row->at);
    }
}
