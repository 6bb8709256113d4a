/* Where a table may be parted, and how high a piece of it is. */
#include "layout/state.h"
#include "layout/table.h"

#include <math.h>
#include <stdlib.h>

/* Ends of lines closer than this are one cut, points. */
#define SAME_CUT 3.0

#define ROUNDING 0.001

/* ---- what a cut does to a cell ---------------------------------------------------------------------------------- */

/* Where the content of a cell begins in the undivided table. */
static double content_top(const struct table *table, const struct table_cell *cell)
{
    double lift = cell->from < cell->to ? table->flow.slices.items[cell->from].lift : 0;
    return table->rows[cell->row].top + table->node->table.padding_y + cell->inset + lift;
}

/* Where slice `i` of a cell ends in the undivided table. */
static double slice_end(const struct table *table, const struct table_cell *cell, size_t i)
{
    const struct slice *first = &table->flow.slices.items[cell->from], *slice = first + i;
    return content_top(table, cell) + slice->y - first->y + slice->height + slice->sink;
}

size_t table_cut_slices(const struct table *table, const struct table_cell *cell, const struct table_cut *cut)
{
    size_t low = 0, high = cell->to - cell->from;
    if (cut->row >= cell->row + cell->rows)
        return high;
    if (cut->row < cell->row || (cut->row == cell->row && !cut->inside))
        return 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (slice_end(table, cell, middle) <= cut->y + ROUNDING)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- costs ------------------------------------------------------------------------------------------------------ */

/* Cells that a row shows, each once: at their left column. */
static const struct table_cell *cell_from(const struct table *table, size_t row, size_t column)
{
    const struct table_cell *cell = table_cell_at(table, row, column);
    return cell->column == column ? cell : NULL;
}

static double cell_cost(const struct table *table, const struct table_cell *cell, const struct table_cut *cut)
{
    size_t before = table_cut_slices(table, cell, cut), count = cell->to - cell->from;
    if (before == count)
        return 0;
    if (!before)
        return cut->inside && cell->row == cut->row ? COST_EMPTY_CELL : 0;
    return table->flow.slices.items[cell->from + before].cost;
}

/* The cost of a cut through, or between, rows. */
static double cut_cost(const struct table *table, const struct table_cut *cut)
{
    double cost = cut->inside ? COST_PART_ROW : COST_PART_SPAN;
    if (cut->inside && !table->node->table.split_rows)
        cost = COST_TOGETHER;
    for (size_t column = 0; column < table->column_count; column++) {
        const struct table_cell *cell = cell_from(table, cut->row, column);
        if (cell)
            cost = fmax(cost, cell_cost(table, cell, cut));
    }
    return cost;
}

/* ---- cuts ------------------------------------------------------------------------------------------------------- */

struct ends {
    LIST(double) list;
};

static int by_height(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The ends of lines inside a row, those that are nearly level made one. */
static void collect_ends(struct layout *layout, const struct table *table, size_t row, struct ends *ends)
{
    double top = table->rows[row].top, bottom = top + table->rows[row].height;
    ends->list.count = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        const struct table_cell *cell = cell_from(table, row, column);
        struct table_cut above = {.row = row, .y = top, .inside = true};
        for (size_t i = cell ? table_cut_slices(table, cell, &above) : 0; cell && i + 1 < cell->to - cell->from; i++) {
            double end = slice_end(table, cell, i);
            if (end >= bottom - ROUNDING)
                break;
            *list_add(layout->arena, &ends->list) = end;
        }
    }
    if (ends->list.count)
        qsort(ends->list.items, ends->list.count, sizeof *ends->list.items, by_height);
    size_t kept = 0;
    double first = -INFINITY;
    for (size_t i = 0; i < ends->list.count; i++) {
        double end = ends->list.items[i];
        if (end - first > SAME_CUT)
            first = end, kept++;
        ends->list.items[kept - 1] = end;
    }
    ends->list.count = kept;
}

static void add_cut(struct layout *layout, struct table *table, struct table_cut cut)
{
    *list_add(layout->arena, &table->cuts) = cut;
}

static void add_inner_cuts(struct layout *layout, struct table *table, size_t row, struct ends *ends)
{
    collect_ends(layout, table, row, ends);
    for (size_t i = 0; i < ends->list.count; i++) {
        struct table_cut cut = {.row = row, .y = ends->list.items[i], .inside = true};
        cut.cost = cut_cost(table, &cut);
        add_cut(layout, table, cut);
    }
}

static double row_bottom(const struct table *table, size_t row)
{
    return table->rows[row].top + table->rows[row].height;
}

static void cut_group(struct layout *layout, struct table *table, struct table_group *group, struct ends *ends)
{
    bool head = table->repeats_head && group->row_from < table->header_rows;
    group->cut_from = table->cuts.count;
    add_cut(layout, table, (struct table_cut){.row = group->row_from, .y = table->rows[group->row_from].top});
    for (size_t row = group->row_from; row < group->row_to; row++) {
        if (!head)
            add_inner_cuts(layout, table, row, ends);
        struct table_cut cut = {.row = row + 1, .y = row_bottom(table, row)};
        bool end = row + 1 == group->row_to;
        if (!end)
            cut.cost = cut_cost(table, &cut);
        if (end || !head)
            add_cut(layout, table, cut);
    }
    group->cut_to = table->cuts.count;
}

static bool is_joined(const struct table *table, size_t row)
{
    for (size_t column = 0; row < table->row_count && column < table->column_count; column++) {
        const struct table_cell *cell = table_cell_at(table, row, column);
        if (cell->row == row && cell->node && cell->node->cell.joined)
            return true;
    }
    return false;
}

/* The row behind the last that is joined to `row`, by spans or without a rule; the rows of a repeated head are one. */
static size_t group_end(const struct table *table, size_t row)
{
    size_t end = row + 1;
    if (table->repeats_head && row < table->header_rows)
        end = table->header_rows;
    for (; row < end; row++) {
        for (size_t i = table->rows[row].cell_from; i < table->rows[row].cell_to; i++)
            if (table->cells[i].row + table->cells[i].rows > end)
                end = table->cells[i].row + table->cells[i].rows;
        if (row + 1 == end && row + 1 != table->header_rows && is_joined(table, end))
            end++;
    }
    return end;
}

void table_split(struct layout *layout, struct table *table)
{
    struct ends ends = {{0}};
    for (size_t row = 0; row < table->row_count;) {
        struct table_group *group = list_add(layout->arena, &table->groups);
        *group = (struct table_group){
            .table = table, .index = table->groups.count - 1, .row_from = row, .row_to = group_end(table, row)};
        row = group->row_to;
        cut_group(layout, table, group, &ends);
    }
}

/* ---- pieces ----------------------------------------------------------------------------------------------------- */

static const struct table_cut *cut_at(const struct table_group *group, size_t band)
{
    return &group->table->cuts.items[group->cut_from + band];
}

struct table_rows table_piece_rows(const struct table_group *group, size_t from, size_t to)
{
    const struct table_cut *start = cut_at(group, from), *end = cut_at(group, to);
    return (struct table_rows){start->row, end->inside ? end->row + 1 : end->row};
}

static double part_need(const struct table *table, const struct table_cell *cell, const struct table_cut *start,
                        const struct table_cut *end)
{
    return table_need(table, cell, table_cut_slices(table, cell, start), table_cut_slices(table, cell, end));
}

/* The height of the first row when its beginning is on the page before: what is left of the cells that end in it, and
 * where the end cuts the same row, of all. */
static double rest_height(const struct table *table, const struct table_cut *start, const struct table_cut *end)
{
    bool all = end->inside && end->row == start->row;
    double height = 2 * table->node->table.padding_y;
    for (size_t column = 0; column < table->column_count; column++) {
        const struct table_cell *cell = cell_from(table, start->row, column);
        if (cell && (all || cell->row + cell->rows == start->row + 1))
            height = fmax(height, part_need(table, cell, start, end));
    }
    return height;
}

static double row_height(const struct table *table, size_t row, const struct table_cut *start,
                         const struct table_cut *end)
{
    if (start->inside && row == start->row)
        return rest_height(table, start, end);
    if (end->inside && row == end->row)
        return end->y - table->rows[row].top + table->node->table.padding_y;
    return table->rows[row].height;
}

/* What cells that began on the page before, and go on over rows of this piece, need beyond these rows. */
static double missing_height(const struct table *table, size_t row, struct table_rows rows, double so_far,
                             const struct table_cut *start, const struct table_cut *end)
{
    double missing = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        const struct table_cell *cell = cell_from(table, rows.from, column);
        bool began = cell && (cell->row < start->row || start->inside);
        if (!began)
            continue;
        size_t last = cell->row + cell->rows < rows.to ? cell->row + cell->rows : rows.to;
        if (last == row + 1)
            missing = fmax(missing, part_need(table, cell, start, end) - so_far);
    }
    return missing;
}

double table_piece(const struct table_group *group, size_t from, size_t to, double *heights)
{
    const struct table *table = group->table;
    const struct table_cut *start = cut_at(group, from), *end = cut_at(group, to);
    struct table_rows rows = table_piece_rows(group, from, to);
    double total = 0;
    for (size_t row = rows.from; row < rows.to; row++) {
        double height = row_height(table, row, start, end);
        if (from)
            height += missing_height(table, row, rows, total + height, start, end);
        if (heights)
            heights[row - rows.from] = height;
        total += height;
    }
    return total;
}

bool table_repeats_head(const struct slice *slice)
{
    return slice->kind == SLICE_ROWS && slice->group->table->repeats_head && slice->group->index > 0;
}
