/* Tables in free sections as a grid: merged cells laid out, columns known by the words of their headings. */
#ifndef ANALYSIS_TABLES_H
#define ANALYSIS_TABLES_H

#include "analysis/texts.h"

/* What a column holds, by audit.json "columns". */
enum column {
    COLUMN_NUMBER, /* of an indicator */
    COLUMN_NAME,   /* of an indicator */
    COLUMN_SCORE,
    COLUMN_LEVEL,
    COLUMN_REMARK,
    COLUMN_YEAR,
    COLUMN_TREND,
    COLUMN_DELTA,
    COLUMN_ORDER, /* running number */
    COLUMN_DUE,
    COLUMN_KINDS,
};

struct grid {
    const struct value *block;
    size_t columns, row_count;
    const struct value **cells; /* row_count x columns; a merged cell in each place it covers; NULL: none */
    int at[COLUMN_KINDS];       /* the column of each kind, -1 for none */
};

/* The rows of a table block without its heading.  `width` gets the columns of each row, row_count of them. */
struct grid grid_read(struct audit *audit, const struct value *block, size_t **width);

/* The cell of a kind of column, or NULL. */
const struct value *grid_cell(const struct grid *grid, size_t row, enum column column);

/* The cell of any column; NULL for none. */
const struct value *grid_at(const struct grid *grid, size_t row, size_t column);

/* Its plain text without spaces around it; "" for none. */
const char *grid_text(struct audit *audit, const struct grid *grid, size_t row, enum column column);

/* Its text as a number alone, perhaps with a sign; false when it is none. */
bool grid_number(struct audit *audit, const struct grid *grid, size_t row, enum column column, struct decimal *out);

/* R27: numbers typed in cells, down each column (audit_cells.c). */
void audit_cell_numbers(struct audit *audit, const struct grid *grid);

#endif
