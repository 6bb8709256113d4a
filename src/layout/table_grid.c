/* The cells of a table in a grid without holes and overlaps. */
#include "layout/state.h"
#include "layout/table.h"

#include <math.h>

struct placing {
    struct layout *layout;
    struct table *table;
    struct table_cell *cells; /* as they are met */
    size_t count;
    LIST(size_t) free_row; /* of each column: the first row in which it is free */
};

static size_t free_row(const struct placing *p, size_t column)
{
    return column < p->free_row.count ? p->free_row.items[column] : 0;
}

static bool is_free(const struct placing *p, size_t row, size_t column, size_t count)
{
    for (size_t i = column; i < column + count; i++)
        if (free_row(p, i) > row)
            return false;
    return true;
}

static size_t clamp(size_t number, size_t most)
{
    if (number > most)
        number = most;
    return number ? number : 1;
}

/* Spans stay inside the head or the body. */
static size_t row_span(const struct table *table, const struct doc_cell *cell, size_t row)
{
    size_t end = row < table->header_rows ? table->header_rows : table->row_count;
    return clamp(cell->rowspan, end - row);
}

static void place_cell(struct placing *p, const struct doc_node *node, size_t row)
{
    size_t most = p->table->node->table.column_count, column = node->cell.column;
    struct table_cell cell = {.node = node,
                              .row = row,
                              .rows = row_span(p->table, &node->cell, row),
                              .columns = clamp(node->cell.colspan, column < most ? most - column : 1)};
    while (!is_free(p, row, column, cell.columns))
        column++;
    if (column != node->cell.column || column + cell.columns > (most ? most : 1))
        layout_report(p->layout, SEVERITY_WARNING, "layout-cell", &node->origin, NULL,
                      "a cell has no free place at column %zu of row %zu and is moved", node->cell.column + 1, row + 1);
    cell.column = column;
    while (p->free_row.count < column + cell.columns)
        *list_add(p->layout->arena, &p->free_row) = 0;
    for (size_t i = column; i < column + cell.columns; i++)
        p->free_row.items[i] = row + cell.rows;
    p->cells[p->count++] = cell;
}

static void place_rows(struct placing *p)
{
    size_t row = 0;
    for (const struct doc_node *node = p->table->node->first; node; node = node->next) {
        if (node->kind != DOC_ROW)
            continue;
        for (const struct doc_node *child = node->first; child; child = child->next)
            if (child->kind == DOC_CELL)
                place_cell(p, child, row);
        row++;
    }
}

enum { HOLE = 0 }; /* in the grid while it is being filled: else a cell's index and 1 */

static void mark_grid(const struct table *table, const struct table_cell *cell, size_t mark)
{
    for (size_t row = cell->row; row < cell->row + cell->rows; row++)
        for (size_t column = cell->column; column < cell->column + cell->columns; column++)
            table->grid[row * table->column_count + column] = mark;
}

/* Counts the places that no cell covers. */
static size_t fill_grid(struct placing *p)
{
    struct table *table = p->table;
    size_t holes = table->row_count * table->column_count;
    for (size_t i = 0; i < p->count; i++) {
        const struct table_cell *cell = &p->cells[i];
        mark_grid(table, cell, i + 1);
        holes -= cell->rows * cell->columns;
    }
    return holes;
}

/* Puts the cells in reading order, with an empty cell in each hole. */
static void order_cells(struct placing *p, size_t holes)
{
    struct table *table = p->table;
    struct table_cell *cells = arena_array(p->layout->arena, struct table_cell, p->count + holes);
    size_t count = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        table->rows[row].cell_from = count;
        for (size_t column = 0; column < table->column_count; column++) {
            size_t mark = table->grid[row * table->column_count + column];
            struct table_cell cell = {.row = row, .column = column, .rows = 1, .columns = 1};
            if (mark != HOLE)
                cell = p->cells[mark - 1];
            if (cell.row == row && cell.column == column)
                cells[count++] = cell;
        }
        table->rows[row].cell_to = count;
    }
    table->cells = cells;
    table->cell_count = count;
    for (size_t i = 0; i < count; i++)
        mark_grid(table, &cells[i], i);
}

static size_t count_children(const struct doc_node *node, enum doc_kind kind)
{
    size_t count = 0;
    for (const struct doc_node *child = node->first; child; child = child->next)
        count += child->kind == kind;
    return count;
}

static size_t count_cells(const struct doc_node *node)
{
    size_t count = 0;
    for (const struct doc_node *child = node->first; child; child = child->next)
        count += count_children(child, DOC_CELL);
    return count;
}

void table_grid(struct layout *layout, struct table *table)
{
    struct arena *arena = layout->arena;
    size_t columns = table->node->table.column_count;
    struct placing p = {.layout = layout, .table = table};
    table->row_count = count_children(table->node, DOC_ROW);
    table->header_rows = table->node->table.header_rows;
    if (table->header_rows >= table->row_count)
        table->header_rows = 0; /* nothing that it could head */
    p.cells = arena_array(arena, struct table_cell, count_cells(table->node));
    p.free_row.items = arena_array(arena, size_t, columns);
    p.free_row.count = p.free_row.capacity = columns;
    place_rows(&p);
    table->column_count = p.free_row.count;
    table->rows = arena_array(arena, struct table_row, table->row_count);
    table->grid = arena_array(arena, size_t, table->row_count * table->column_count);
    order_cells(&p, fill_grid(&p));
}

const struct table_cell *table_cell_at(const struct table *table, size_t row, size_t column)
{
    return &table->cells[table->grid[row * table->column_count + column]];
}
