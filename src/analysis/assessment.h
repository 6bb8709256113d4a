/*
 * An assessment as numbers: the results of the model beside what the year's criteria say of them, in fixed order
 * whatever the order of the file's rows, with everything that is computed from scores.  Facts and audit both read it.
 */
#ifndef ANALYSIS_ASSESSMENT_H
#define ANALYSIS_ASSESSMENT_H

#include "analysis/analysis.h"
#include "analysis/levels.h"
#include "analysis/report.h"
#include "analysis/scores.h"

enum { NO_TOOL = -1 };

struct indicator {
    int64_t number;
    const struct value *given; /* its row in the model */
    const struct value *rule;  /* in the criteria; NULL: they do not know it */
    struct decimal score;
    int tool;    /* index into tools, or NO_TOOL */
    size_t rank; /* 1 is best; equal scores share it */
    bool weak, strong, highest, lowest;
};

struct tool {
    const char *code;
    const struct value *rule;  /* in the criteria */
    const struct value *given; /* its row in the model, or NULL */
    struct decimal weight;     /* of the total, on the full mark */
    struct ratio share;        /* weight / full mark */
    bool published;            /* the model has a score of it */
    struct decimal score;      /* weighted, as published */
    bool complete;             /* every one of its indicators has a score; else the rest is unset */
    struct ratio mean;         /* of its indicators, or of all items */
    struct range mean_range;   /* what the mean can have been before rounding */
};

struct assessment {
    struct arena *arena;
    const struct value *model, *criteria, *words;
    const struct value *results; /* in the model; NULL: none */
    int64_t year;                /* of the results */
    struct report_plan report;   /* that is made of it */
    struct decimal full, pass;
    bool has_threshold; /* the model states one; else it is the pass mark */
    struct decimal threshold;
    bool inclusive; /* a score equal to the threshold is a strength */

    struct indicator *indicators; /* by number */
    size_t indicator_count;
    size_t *ranked;     /* indexes into indicators, best first */
    struct tool *tools; /* in the order of the criteria */
    size_t tool_count;

    bool by_items;  /* the total is the mean of all items; so is the one tool's score then */
    bool published; /* the model has a total */
    struct decimal total;
    bool computed; /* the scores give a total; else the next two are unset */
    struct ratio exact_total;
    struct range total_range;
    const struct value *level; /* by the published total, else by the computed one; NULL: none */
};

/* Everything in `model` and `data` is borrowed.  Rows without a number or score are passed over. */
struct assessment *assessment_read(struct arena *arena, const struct value *model, const struct analysis_data *data);

/* NULL when there is none of that number. */
const struct indicator *assessment_indicator(const struct assessment *assessment, int64_t number);

/* The index of the tool of that code, or NO_TOOL. */
int assessment_tool(const struct assessment *assessment, const char *code);

/* The percent of a tool on 100 as shown: from its indicators, else from its published score; false when unknown. */
bool assessment_tool_percent(const struct tool *tool, struct decimal *out);

/* All of these for level_find(). */
struct tool_percents assessment_tool_percents(const struct assessment *assessment);

/* The level of a single indicator or tool; NULL when the year's criteria give none to them. */
const struct value *assessment_part_level(const struct assessment *assessment, struct decimal score);

/* A number member with an exact value. */
bool member_score(const struct value *object, const char *key, struct decimal *out);

#endif
