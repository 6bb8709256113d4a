/*
 * A flow: slices from top to bottom, such that a page may end before each of them, at a cost.  The content of a
 * section is a flow, and so is that of a table cell.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/line.h"

struct table;
struct table_group;
struct figure_row;

enum slice_kind {
    SLICE_LINE,
    SLICE_SPACE,
    SLICE_ROWS,   /* a band of a table's rows (table.h) */
    SLICE_FIGURE, /* a row of pictures with their captions (figure.h) */
    SLICE_RULE,   /* a short level line */
};

struct slice {
    enum slice_kind kind;
    bool starts_page; /* a page begins here in any case */
    double cost;      /* of a page end before this slice */
    double space;     /* white before it; left out at the top of a page */
    double height;
    double lift, sink;               /* what ink asks for beyond the box where it stands first or last */
    double fill;                     /* SPACE: its share of what is left of the page */
    double y;                        /* of its top in the flow, when nothing is parted and nothing filled */
    struct line *line;               /* LINE */
    const struct table_group *group; /* ROWS */
    size_t band;
    const struct figure_row *figure; /* FIGURE */
    double rule_x, rule_width;       /* RULE: from the frame's left edge; its height is its thickness */
};

/* Costs of page ends; white at a page's foot costs too (page_make.c).  Nothing is forbidden: where the
 * cheapest way is a bad one it is taken, so that everything is always on the pages. */
#define COST_PART_PARAGRAPH 2.0
#define COST_LONE_ITEM 15.0
#define COST_BEFORE_TABLE 40.0
#define COST_PART_LAST_ROW 400.0
#define COST_PART_SPAN 25.0
#define COST_PART_ROW 70.0
#define COST_LEAD_IN 3000.0
#define COST_FEW_LINES 5000.0
#define COST_EMPTY_CELL 6000.0
#define COST_TOGETHER 1e6
#define COST_NEXT 1e7

struct flow {
    LIST(struct slice) slices;
    double space;             /* asked for by what was added last */
    double cost;              /* of a page end before the slice to come */
    bool starts_page;         /* the slice to come begins a page */
    const struct line *above; /* the line added last when nothing came between */
    double bottom;            /* of what was added last */
};

/* Asks for white before, or after, what comes next; of several the largest counts. */
void flow_space(struct flow *flow, double space);

/* A page end before the next slice costs at least this. */
void flow_keep(struct flow *flow, double cost);

/* Keeps slice `at` on one page with at least so many lines of what stands before it, from slice `begin` on. */
void flow_keep_lines(struct flow *flow, size_t begin, size_t at, int lines);

/* Adds a slice of the given kind and height; the address is good until the next is added. */
struct slice *flow_add(struct layout *layout, struct flow *flow, enum slice_kind kind, double height);
void flow_add_line(struct layout *layout, struct flow *flow, struct line *line);

/* Begins a stretch that stands by itself (a cell) in the same list; returns the index of its first slice. */
size_t flow_begin(struct flow *flow);

/* Height of the slices from..to standing by themselves, with nothing of the table around them; 0 for none. */
double flow_height(const struct flow *flow, size_t from, size_t to);

#endif
