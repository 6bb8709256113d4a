/*
 * Exact arithmetic with scores.
 *
 * A published score is a rounded one: 97.75 stands for every number from 97.745 up to, but without, 97.755; 0 and the
 * full mark stand for themselves.  Sums and means of published scores are therefore ranges, and a published total is
 * right when some number in the range would be published as it is.  (Two published reports show why equality is no
 * test: 96.585 was published as 96.58, and tool scores that print as 28.36, 28.42 and 40 belong to 96.77.)
 */
#ifndef ANALYSIS_SCORES_H
#define ANALYSIS_SCORES_H

#include "base/decimal.h"

enum { SCORE_PLACES = 2 };

/* The numbers from low up to high, with high itself when `closed`. */
struct range {
    struct ratio low, high;
    bool closed;
};

/* What a published number can stand for, whatever its size. */
struct range range_rounded(struct decimal published);

/* The same for a score: 0 and `full` are exact. */
struct range range_score(struct decimal score, struct decimal full);

struct range range_point(struct ratio number);
struct range range_add(struct range a, struct range b, bool *ok);

/* `factor` > 0. */
struct range range_times(struct range range, struct ratio factor, bool *ok);

/* True when some number lies in both. */
bool range_meets(struct range a, struct range b);

/* The mean of `count` > 0 scores, exact. */
struct ratio scores_mean(const struct decimal *scores, size_t count, bool *ok);
struct range scores_mean_range(const struct decimal *scores, size_t count, struct decimal full, bool *ok);

/* part / whole as a decimal score, such as a weight of 30 in 100: 30 / 100. */
struct ratio score_share(struct decimal part, struct decimal whole);

/* Rounded half-up to SCORE_PLACES, as scores are published. */
struct decimal score_shown(struct ratio number);

#endif
