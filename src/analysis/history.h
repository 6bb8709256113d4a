/* The scores of the years: in order, with differences and trends. */
#ifndef ANALYSIS_HISTORY_H
#define ANALYSIS_HISTORY_H

#include "analysis/assessment.h"

enum trend { TREND_NONE, TREND_UP, TREND_DOWN, TREND_SAME };

struct history_year {
    int64_t year;
    struct decimal score;
    const struct value *given; /* its row in the model */
    enum trend trend;          /* against the row before; NONE for the first */
    struct decimal delta;      /* score less that of the row before */
    const struct value *level; /* by the table of its year; NULL: none */
};

struct history {
    struct history_year *years; /* oldest first */
    size_t count;
};

struct history history_read(const struct assessment *assessment);

/* "up", "down", "same"; NULL for NONE.  The words for them are in words.json under these names. */
const char *trend_name(enum trend trend);

/* A difference with its sign, "+17.97", "-0.42", "0.00"; two decimals at least. */
char *delta_text(struct arena *arena, struct decimal delta);

#endif
