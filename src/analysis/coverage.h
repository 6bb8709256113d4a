/* Which measures answer which indicators. */
#ifndef ANALYSIS_COVERAGE_H
#define ANALYSIS_COVERAGE_H

#include "analysis/assessment.h"

/* True when the list member `key` of `row` has the number, or its member "indicator" is the number. */
bool names_indicator(const struct value *row, const char *key, int64_t number);

/* True when a measure of the model answers the indicator. */
bool coverage_has_measure(const struct assessment *assessment, int64_t indicator);

/* True when the model says something of the indicator beside its score: a note, a statement of strength or development,
 * an item with a finding. */
bool coverage_is_analysed(const struct assessment *assessment, int64_t indicator);

/* True when an activity carries out the measure of that id. */
bool coverage_has_activity(const struct assessment *assessment, const char *measure);

/* True when an activity that carries the measure out has evidence. */
bool coverage_has_evidence(const struct assessment *assessment, const char *measure);

/* The indicator that an item with a finding belongs to: as the file says, else by the criteria; 0: unknown. */
int64_t coverage_item_indicator(const struct assessment *assessment, const struct value *item);

#endif
