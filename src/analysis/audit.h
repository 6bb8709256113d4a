/*
 * The audit: what in a report contradicts itself or the criteria.  Each audit_*.c looks at one kind of thing and
 * reports what it finds with audit_report(); none changes anything.
 */
#ifndef ANALYSIS_AUDIT_H
#define ANALYSIS_AUDIT_H

#include "analysis/assessment.h"
#include "analysis/criteria.h"
#include "analysis/rules.h"

/* An entry of the model's "accept". */
struct acceptance {
    const struct value *given;
    const char *rule, *at, *reason;
    bool used;
};

struct text_list;
struct word_lists;

struct audit {
    struct arena *arena;
    const struct assessment *assessment;
    const struct analysis_data *data;
    struct diags *diags;
    const struct text_list *texts;  /* all prose of the model (analysis/texts.h) */
    const struct word_lists *words; /* what is looked for in it (analysis/wordlists.h) */
    struct acceptance *accepted;
    size_t accepted_count;
    bool *reported; /* by enum rule: some finding of it, accepted or not */
};

struct finding {
    enum rule rule;
    const struct value *at;      /* a value of the model */
    const struct value *element; /* the part of the criteria that it rests on, if that may be less sure than the fact */
    const char *expected, *hint; /* the value it should have; how that follows */
};

/* Adds a finding; as a note, with the reason, when the model accepts findings of that rule at that place. */
void audit_report(struct audit *audit, struct finding finding, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The value, or the nearest ancestor, that stands in the file: what a finding points to.  NULL for none. */
const struct value *audit_place(const struct value *value);

/* Runs all checks on the assessment and the texts of its model, adds the checklist to `facts`, then reports acceptances
 * that matched nothing. */
void audit_run(const struct assessment *assessment, const struct analysis_data *data, struct value *facts,
               struct diags *diags);

/* ---- accept.c --------------------------------------------------------------------------------------------------- */

void accept_read(struct audit *audit);

/* The reason for which findings of the rule at the pointer are accepted, or NULL. */
const char *accept_find(struct audit *audit, const char *rule, const char *pointer);

void accept_report_unused(struct audit *audit);

/* ---- the checks ------------------------------------------------------------------------------------------------- */

void audit_totals(struct audit *audit);     /* R01 R02 */
void audit_scores(struct audit *audit);     /* R03 R05 R06 */
void audit_levels(struct audit *audit);     /* R04 */
void audit_names(struct audit *audit);      /* R07 R07b R08 R17b R18 */
void audit_statements(struct audit *audit); /* R09 R13 */
void audit_measures(struct audit *audit);   /* R10 R11 */
void audit_years(struct audit *audit);      /* R12 R16 */
void audit_progress(struct audit *audit);   /* R11 R13 R16 */

/* A date (or text, or NULL) that belongs to the fiscal year of the measures. */
void audit_year_date(struct audit *audit, const struct value *value);

/* ---- words for findings ----------------------------------------------------------------------------------------- */

/* A number with its decimals, for messages. */
const char *audit_number(struct audit *audit, struct decimal number);

/* A ratio as exactly as six decimals show it, without trailing zeros. */
const char *audit_ratio(struct audit *audit, struct ratio number);

#endif
