/* Order of indicators by score: ranks, ties, best and worst. */
#ifndef ANALYSIS_RANKS_H
#define ANALYSIS_RANKS_H

#include "analysis/assessment.h"

/*
 * Sets rank, highest and lowest of every indicator, and the order `ranked`: best score first; of equal scores the lower
 * number first, or the higher one when the model's "ties" is "high-number-first".  Equal scores share a rank, and the
 * ranks after them are left out (1, 1, 3).  When all scores are equal every indicator is highest and none is lowest.
 */
void ranks_assign(struct assessment *assessment);

#endif
