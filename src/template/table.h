/*
 * Tables: what tables/NAME.json describes, the rows that come out of it, and their place in the grid.
 */
#ifndef TEMPLATE_TABLE_H
#define TEMPLATE_TABLE_H

#include "doc/doc.h"
#include "template/conditions.h"

/* A cell as it is described. */
struct table_cell {
    const struct value *described;
    const struct mustache *words;
    const struct mustache *merge; /* NULL: it is not merged */
    size_t colspan, rowspan;
    bool align_given, valign_given;
    enum doc_align align;
    enum doc_valign valign;
    const char *style; /* NULL: the table's */
    bool head, shaded;
};

/* A row, or a group of rows. */
struct table_rows {
    const struct value *described;
    struct conditions conditions;
    bool joined;              /* no rule above it; of repeated ones, above all but the first */
    struct table_cell *cells; /* one row; else: */
    size_t cell_count;
    struct table_rows *rows;
    size_t row_count;
};

struct table_column {
    struct doc_column column;
    enum doc_valign valign;
};

struct table {
    const char *name;
    const struct value *described;
    struct table_column *columns;
    size_t column_count;
    struct table_rows *header, *body, *footer;
    size_t header_count, body_count, footer_count;
    const struct mustache *caption; /* NULL: none */
    enum doc_rules rules;
    const char *style, *head_style, *caption_style;
    bool head_shaded, split_rows;
    double padding_x, padding_y;
    const struct value *widths;    /* where they are given; NULL: nowhere */
    const char *continued, *empty; /* NULL: nothing */
};

/* A table with what holds where nothing is described. */
struct table *table_new(struct arena *arena, const char *name, const struct value *described);

/* Reads the width of a column: "auto", a length, a share such as "20%"; false when it is none. */
bool table_width(const char *text, struct doc_column *column);

/* Reads a description. */
struct table *table_read(struct arena *arena, const char *name, const struct value *described, struct diags *diags);

/* Calls `visit` for every text with tags in the table. */
void table_visit(const struct table *table, void (*visit)(void *user, const struct mustache *words), void *user);

#endif
