#include "analysis/tables.h"

#include "analysis/scan.h"

#include <string.h>

enum { COLUMNS_MAX = 40 };

static const char *const column_keys[COLUMN_KINDS] = {
    [COLUMN_NUMBER] = "indicator_number",
    [COLUMN_NAME] = "indicator_name",
    [COLUMN_SCORE] = "score",
    [COLUMN_LEVEL] = "level",
    [COLUMN_REMARK] = "remark",
    [COLUMN_YEAR] = "year",
    [COLUMN_TREND] = "trend",
    [COLUMN_DELTA] = "delta",
    [COLUMN_ORDER] = "order",
    [COLUMN_DUE] = "due",
};

static size_t span_of(const struct value *cell, const char *key)
{
    int64_t span = value_member_integer(cell, key, 1);
    return span < 1 ? 1 : span > COLUMNS_MAX ? COLUMNS_MAX : (size_t)span;
}

/* Rows laid out on a grid of COLUMNS_MAX; `width` gets how far each row reaches. */
static const struct value **lay_out(struct arena *arena, const struct value *rows, size_t *width)
{
    size_t count = rows ? rows->count : 0;
    const struct value **cells = arena_array(arena, const struct value *, count *COLUMNS_MAX);
    for (size_t r = 0; r < count; r++) {
        size_t column = 0;
        for (size_t i = 0; i < rows->items[r]->count; i++) {
            const struct value *cell = rows->items[r]->items[i];
            size_t across = span_of(cell, "colspan"), down = span_of(cell, "rowspan");
            while (column < COLUMNS_MAX && cells[r * COLUMNS_MAX + column])
                column++;
            for (size_t c = column; c < column + across && c < COLUMNS_MAX; c++) {
                for (size_t d = 0; d < down && r + d < count; d++)
                    cells[(r + d) * COLUMNS_MAX + c] = cell;
            }
            column += across;
        }
        for (size_t c = 0; c < COLUMNS_MAX; c++)
            width[r] = cells[r * COLUMNS_MAX + c] ? c + 1 : width[r];
    }
    return cells;
}

static const char *trimmed(struct arena *arena, const struct value *cell)
{
    const char *text = scan_spaces(cell ? texts_of(arena, cell) : "");
    size_t length = strlen(text);
    if (!length || text[length - 1] != ' ')
        return text;
    while (length && text[length - 1] == ' ')
        length--;
    return arena_strndup(arena, text, length);
}

/* The kind of column whose word the heading is, or begins with as a word of its own; the longest word counts. */
static int kind_of(const struct audit *audit, const char *heading)
{
    const struct value *columns = value_member(audit->data->audit, "columns");
    size_t best = 0;
    int kind = -1;
    for (int k = 0; k < COLUMN_KINDS; k++) {
        size_t length = scan_word(value_member(columns, column_keys[k]), heading);
        if (length > best && (!heading[length] || strchr(" (\n", heading[length]))) {
            best = length;
            kind = k;
        }
    }
    return kind;
}

static void name_columns(struct audit *audit, struct grid *grid, const struct value *header)
{
    size_t *width = arena_array(audit->arena, size_t, header ? header->count : 0);
    const struct value **cells = lay_out(audit->arena, header, width);
    for (size_t r = 0; header && r < header->count; r++) {
        grid->columns = width[r] > grid->columns ? width[r] : grid->columns;
        for (size_t c = 0; c < width[r]; c++) {
            int kind = kind_of(audit, trimmed(audit->arena, cells[r * COLUMNS_MAX + c]));
            if (kind >= 0 && grid->at[kind] < 0)
                grid->at[kind] = (int)c;
        }
    }
}

struct grid grid_read(struct audit *audit, const struct value *block, size_t **width)
{
    const struct value *rows = value_member(block, "rows");
    struct grid grid = {.block = block, .row_count = rows ? rows->count : 0};
    for (int k = 0; k < COLUMN_KINDS; k++)
        grid.at[k] = -1;
    name_columns(audit, &grid, value_member(block, "header"));
    *width = arena_array(audit->arena, size_t, grid.row_count);
    grid.cells = lay_out(audit->arena, rows, *width);
    return grid;
}

const struct value *grid_cell(const struct grid *grid, size_t row, enum column column)
{
    return grid->at[column] < 0 ? NULL : grid->cells[row * COLUMNS_MAX + (size_t)grid->at[column]];
}

const struct value *grid_at(const struct grid *grid, size_t row, size_t column)
{
    return column < COLUMNS_MAX ? grid->cells[row * COLUMNS_MAX + column] : NULL;
}

const char *grid_text(struct audit *audit, const struct grid *grid, size_t row, enum column column)
{
    const struct value *cell = grid_cell(grid, row, column);
    return cell ? trimmed(audit->arena, cell) : "";
}

bool grid_number(struct audit *audit, const struct grid *grid, size_t row, enum column column, struct decimal *out)
{
    const char *text = grid_text(audit, grid, row, column);
    bool negative = *text == '-';
    const char *at = text + (negative || *text == '+');
    if (!scan_number(&at, out) || *at)
        return false;
    if (negative)
        out->units = -out->units;
    return true;
}
