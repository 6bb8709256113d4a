/*
 * Tables: cells in a grid, widths of columns, heights of rows, places where a table may be parted.
 *
 * Rows that spans join form a group; groups stand below each other in a flow.  A group is cut into bands at the ends of
 * its rows and, inside a row, at ends of lines; each band is a slice of the flow.  What stands before a cut in a cell
 * is every line that ends above the cut's height in the undivided group; what remains begins at the top of the next
 * page, in each cell for itself.  So a cut is one number, however many cells it goes through, and a stretch of bands on
 * a page is laid out by table_piece() alone.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/block.h"

struct table_cell {
    const struct doc_node *node; /* NULL: no cell of the document, but a place in the grid */
    size_t row, column, rows, columns;
    size_t tag;
    size_t block_from, block_to; /* of the table's blocks */
    size_t from, to;             /* slices of the table's flow */
    double inset;                /* white above the content so that base lines in a row agree */
    struct text_extent extent;   /* with its padding */
};

struct table_row {
    size_t tag;
    size_t cell_from, cell_to; /* the cells that begin here */
    double top, height;        /* in the undivided table */
};

/* A place where a group may be parted, or its beginning or end. */
struct table_cut {
    size_t row;  /* the row that is parted, or the row behind the cut */
    double y;    /* lines that end above it stay before the cut; as `top` */
    bool inside; /* of the row */
    double cost;
};

struct table_group {
    const struct table *table;
    size_t index;
    size_t row_from, row_to;
    size_t cut_from, cut_to; /* of the table's cuts; band i lies between cut i and cut i + 1 */
};

struct table {
    const struct doc_node *node;
    size_t tag;
    bool nested; /* in a cell: its groups are not parted, its head is not repeated */
    size_t column_count, row_count, header_rows;
    struct table_cell *cells; /* in reading order */
    size_t cell_count;
    struct table_row *rows;
    size_t *grid; /* the cell at [row * column_count + column] */
    struct blocks blocks;
    const struct text_block *continued; /* NULL: nothing is said */
    /* in a measure: */
    double left;
    double *x; /* left edges of the columns from `left`, and the right edge */
    struct flow flow;
    LIST(struct table_group) groups;
    LIST(struct table_cut) cuts;
    bool repeats_head;
    double head_height;
};

/* table_grid.c: the cells of the document in a grid without holes and overlaps. */
void table_grid(struct layout *layout, struct table *table);
const struct table_cell *table_cell_at(const struct table *table, size_t row, size_t column);

/* table_decimal.c: for cells that are aligned so.  What columns need before widths are known; then, when the cells are
 * laid, the places of their lines.  What is no number stands in the middle. */
void table_decimal_need(struct table *table);
void table_decimal_align(struct table *table);

/* table_room.c: findings about widths that cannot be kept, as table_widths() left the columns, and about a table that
 * needs more than its measure, when its cells are laid. */
struct width_column;
void table_report_widths(struct layout *layout, const struct table *table, const struct width_column *columns,
                         double measure);
void table_report_tight(struct layout *layout, const struct table *table, double need, double measure);

/* table_layout.c */
void table_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame);
struct text_extent table_extent(const struct table *table);

/* table_split.c: groups and cuts. */
void table_split(struct layout *layout, struct table *table);

/* The slices of a cell (counted from its first) that stand before a cut. */
size_t table_cut_slices(const struct table *table, const struct table_cell *cell, const struct table_cut *cut);

/* The height of the bands from..to of a group when they stand on one page.  `heights` (NULL: not wanted) takes those of
 * the rows from the first that the piece touches on. */
double table_piece(const struct table_group *group, size_t from, size_t to, double *heights);

/* The rows that a piece touches: the first, and the one behind the last. */
struct table_rows {
    size_t from, to;
};
struct table_rows table_piece_rows(const struct table_group *group, size_t from, size_t to);

/* Height of the slices from..to of a cell with the padding around. */
double table_need(const struct table *table, const struct table_cell *cell, size_t from, size_t to);

/* True when a page that begins with this slice begins with the repeated head of its table. */
bool table_repeats_head(const struct slice *slice);

#endif
