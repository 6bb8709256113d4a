#include "analysis/checklist.h"
#include "analysis/texts.h"

#include <string.h>

const struct rule_row audit_rules[RULE_COUNT] = {
#define X(name, id, severity, fact, what) {#name, id, SEVERITY_##severity, fact, what},
    AUDIT_RULES(X)
#undef X
};

/* ---- findings --------------------------------------------------------------------------------------------------- */

static enum severity severity_of(const struct audit *audit, struct finding finding)
{
    const struct rule_row *row = &audit_rules[finding.rule];
    if (row->severity != SEVERITY_ERROR || !row->fact)
        return row->severity;
    bool sure = criteria_confidence(audit->data->criteria, row->fact, finding.element) == CONFIDENCE_HIGH;
    return sure ? SEVERITY_ERROR : SEVERITY_WARNING;
}

const struct value *audit_place(const struct value *value)
{
    while (value && !value->source && !(value->origin && value->origin->source))
        value = value->parent;
    return value;
}

void audit_report(struct audit *audit, struct finding finding, const char *format, ...)
{
    const struct rule_row *row = &audit_rules[finding.rule];
    enum severity severity = severity_of(audit, finding);
    const struct value *place = audit_place(finding.at);
    struct diag_more more = {.expected = finding.expected, .hint = finding.hint};
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(audit->arena, format, arguments);
    va_end(arguments);
    const char *reason = accept_find(audit, row->id, place ? value_pointer(audit->arena, place) : "");
    if (reason) {
        severity = SEVERITY_NOTE;
        more.hint = arena_printf(audit->arena, "accepted: %s", reason);
    }
    audit->reported[finding.rule] = true;
    diag_value(audit->diags, severity, row->id, place, more, "%s", message);
}

const char *audit_number(struct audit *audit, struct decimal number)
{
    char text[DECIMAL_TEXT_SIZE];
    decimal_print(number, text);
    return arena_strdup(audit->arena, text);
}

const char *audit_ratio(struct audit *audit, struct ratio number)
{
    char *text = arena_strdup(audit->arena, audit_number(audit, ratio_round(number, DECIMAL_PLACES_MAX)));
    size_t length = strlen(text);
    while (length && text[length - 1] == '0')
        text[--length] = '\0';
    if (length && text[length - 1] == '.')
        text[--length] = '\0';
    return text;
}

/* ---- the run ---------------------------------------------------------------------------------------------------- */

void audit_run(const struct assessment *assessment, const struct analysis_data *data, struct value *facts,
               struct diags *diags)
{
    static void (*const checks[])(struct audit *) = {
        audit_totals,     audit_scores,     audit_levels,   audit_names,    audit_statements, audit_measures,
        audit_years,      audit_mentions,   audit_groups,   audit_tables,   audit_codes,      audit_prose_dates,
        audit_facts_told, audit_characters, audit_writing,  audit_spelling, audit_numbering,  audit_targets,
        audit_orders,     audit_forms,      audit_progress,
    };
    struct arena *arena = assessment->arena;
    struct word_lists words = word_lists_read(data->audit);
    struct audit audit = {.arena = arena,
                          .assessment = assessment,
                          .data = data,
                          .diags = diags,
                          .texts = texts_collect(arena, assessment->model, data->audit),
                          .words = &words,
                          .reported = arena_array(arena, bool, RULE_COUNT)};
    accept_read(&audit);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        checks[i](&audit);
    checklist_run(&audit, facts);
    accept_report_unused(&audit);
}
