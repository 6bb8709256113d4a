/* Which points of the assessor's checklist a report meets. */
#ifndef ANALYSIS_CHECKLIST_H
#define ANALYSIS_CHECKLIST_H

#include "analysis/audit.h"

/* Sets facts.checklist and facts.checklist_satisfied_count; parts that are missing are findings (R11).  Runs after the
 * other checks, whose findings some points rest on. */
void checklist_run(struct audit *audit, struct value *facts);

#endif
