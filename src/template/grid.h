/*
 * A table's cells in their grid: spans checked, equal neighbours merged, made part of the document.
 */
#ifndef TEMPLATE_GRID_H
#define TEMPLATE_GRID_H

#include "template/build.h"

/* A cell that comes out of a description. */
struct grid_cell {
    const struct table_cell *cell;
    const struct context *context; /* for its words */
    const struct value *value;     /* of a free block's cell: its words; else NULL */
    const char *merge;             /* equal to that of the cell above: one cell with it; NULL or "": never */
    size_t column, rowspan;        /* set by grid_place() */
    bool covered;                  /* merged into a cell above */
};

struct grid_row {
    const struct value *described;
    bool joined; /* no rule above it */
    struct grid_cell *cells;
    size_t count;
};

/* Header, body or footer: no cell goes beyond it. */
struct grid_part {
    const char *name; /* for messages */
    bool header;
    LIST(struct grid_row) rows;
};

/* Gives every cell its column and its rows.  What does not fit is an error at the row or cell; false then. */
bool grid_place(struct build *build, struct grid_part *part, size_t columns);

/* Adds the rows to the table's node. */
void grid_add(struct build *build, const struct grid_part *part, const struct table *table, const struct scope *scope);

#endif
