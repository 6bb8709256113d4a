#include "analysis/analysis.h"

#include "analysis/audit.h"
#include "analysis/facts.h"

struct value *analysis_run(struct arena *arena, const struct value *model, const struct analysis_data *data,
                           struct diags *diags)
{
    struct assessment *assessment = assessment_read(arena, model, data);
    struct value *facts = facts_build(assessment);
    audit_run(assessment, data, facts, diags);
    return facts;
}
