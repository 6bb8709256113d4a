/*
 * The analysis: pure functions from the model and a fiscal year's criteria to computed facts and findings.  No words of
 * a report are made here; templates turn facts into sentences.
 */
#ifndef ANALYSIS_ANALYSIS_H
#define ANALYSIS_ANALYSIS_H

#include "base/diag.h"

/* Data files; all borrowed.  What a missing one would have taught is not checked. */
struct analysis_data {
    const struct value *criteria; /* of the year of the results: templates/data/criteria/YEAR-KIND.json; needed */
    const struct value *words;    /* templates/data/words.json: trend words, months; NULL: none */
    const struct value *audit;    /* templates/data/audit.json: the words that text rules look for; NULL: none */
    const struct value *typos;    /* templates/data/typos.json: known typing errors; NULL: none */
    const char *profile;          /* the report to make, by its name in `words`; NULL: the file's own */
};

/*
 * The facts: a copy of the model with computed members beside the given ones (src/analysis/README.md lists them).
 * Contradictions are findings in `diags`, with the ids of the rules in analysis/rules.h; those that the model accepts
 * with a reason become notes.
 */
struct value *analysis_run(struct arena *arena, const struct value *model, const struct analysis_data *data,
                           struct diags *diags);

#endif
