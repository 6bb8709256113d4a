/* A table in a measure: widths, lines in the cells, heights of the rows, slices of the flow. */
#include "layout/figure.h"
#include "layout/state.h"
#include "layout/table.h"
#include "layout/table_width.h"

#include <math.h>

/* Least white between a table's outer rules and the text above and below. */
#define TABLE_CLEARANCE 4.0

/* The share of the page that a head may take when it is to be repeated. */
#define HEAD_SHARE 0.4

/* ---- widths ----------------------------------------------------------------------------------------------------- */

struct widths {
    struct width_column *columns;
    struct width_span *spans;
    size_t span_count;
};

/* Long cells count more than short ones: they make the rows high. */
static double weight(double line)
{
    return line * line * line * line;
}

static void take_cell(const struct table_cell *cell, struct widths *widths, double *loads)
{
    struct text_extent need = cell->extent;
    if (cell->columns > 1) {
        widths->spans[widths->span_count++] =
            (struct width_span){.column = cell->column, .count = cell->columns, .need = need};
        return;
    }
    struct width_column *column = &widths->columns[cell->column];
    column->need.soft = fmax(column->need.soft, need.soft);
    column->need.word = fmax(column->need.word, need.word);
    column->need.line = fmax(column->need.line, need.line);
    loads[cell->column] += weight(need.line);
}

/* How the words fit into the measure; `need` is what the longest ones ask for. */
struct fit {
    bool tight;
    double need, measure;
};

/* What the cells ask for. */
static struct widths collect_widths(struct layout *layout, const struct table *table)
{
    const struct doc_table *set = &table->node->table;
    size_t count = table->column_count;
    struct widths widths = {.columns = arena_array(layout->arena, struct width_column, count)};
    double *loads = arena_array(layout->arena, double, count);
    size_t spans = 0;
    for (size_t i = 0; i < table->cell_count; i++)
        spans += table->cells[i].columns > 1;
    widths.spans = arena_array(layout->arena, struct width_span, spans);
    for (size_t i = 0; i < set->column_count && i < count; i++) {
        widths.columns[i].kind = set->columns[i].kind;
        widths.columns[i].given = set->columns[i].width;
    }
    for (size_t i = 0; i < table->cell_count; i++)
        take_cell(&table->cells[i], &widths, loads);
    for (size_t i = 0; i < count; i++)
        widths.columns[i].load = sqrt(sqrt(loads[i] / (double)table->row_count));
    return widths;
}

struct text_extent table_extent(const struct table *table)
{
    struct text_extent extent = {0};
    for (size_t row = 0; row < table->row_count; row++) {
        struct text_extent sum = {0};
        for (size_t i = table->rows[row].cell_from; i < table->rows[row].cell_to; i++) {
            sum.soft += table->cells[i].extent.soft;
            sum.word += table->cells[i].extent.word;
            sum.line += table->cells[i].extent.line;
        }
        extent =
            (struct text_extent){fmax(extent.soft, sum.soft), fmax(extent.word, sum.word), fmax(extent.line, sum.line)};
    }
    return extent;
}

/* The table's place in the frame: indents as far as they leave room, then its alignment. */
static struct fit set_widths(struct layout *layout, struct table *table, const struct block *block, double frame)
{
    struct widths widths = collect_widths(layout, table);
    double left = fmin(block->left, frame * 0.4), right = fmin(block->right, frame * 0.2);
    double measure = frame - left - right;
    struct fit fit = {.measure = measure};
    fit.tight =
        table_widths(widths.columns, table->column_count, widths.spans, widths.span_count, measure) == WIDTH_TIGHT;
    table_report_widths(layout, table, widths.columns, measure);
    table->x = arena_array(layout->arena, double, table->column_count + 1);
    for (size_t i = 0; i < table->column_count; i++) {
        table->x[i + 1] = table->x[i] + widths.columns[i].width;
        fit.need += widths.columns[i].need.soft;
    }
    double slack = fmax(measure - table->x[table->column_count], 0);
    enum doc_align align = table->node->style ? table->node->style->align : DOC_LEFT;
    table->left = left + (align == DOC_CENTER ? slack / 2 : align == DOC_RIGHT ? slack : 0);
    return fit;
}

/* ---- cells ------------------------------------------------------------------------------------------------------ */

static void lay_cells(struct layout *layout, struct table *table)
{
    double padding = table->node->table.padding_x;
    for (size_t i = 0; i < table->cell_count; i++) {
        struct table_cell *cell = &table->cells[i];
        double width = table->x[cell->column + cell->columns] - table->x[cell->column];
        cell->from = flow_begin(&table->flow);
        blocks_lay(layout, &table->blocks, cell->block_from, cell->block_to, &table->flow,
                   fmax(width - 2 * padding, 1));
        cell->to = table->flow.slices.count;
    }
}

/* The same, with one finding for a table that is too narrow for its words. */
static void fill_cells(struct layout *layout, struct table *table, const struct fit *fit)
{
    struct tight around = layout->tight;
    layout->tight = (struct tight){.inside = fit->tight || around.inside, .named = around.inside && around.named};
    lay_cells(layout, table);
    if (fit->tight && !around.inside)
        table_report_tight(layout, table, fit->need, fit->measure);
    around.named |= around.inside && layout->tight.named;
    around.excess = fmax(around.excess, layout->tight.excess);
    layout->tight = around;
}

/* How far the first base line is below the top of the content; negative when there is none to align. */
static double first_base(const struct table *table, const struct table_cell *cell)
{
    if (cell->from == cell->to || cell->node->cell.valign != DOC_TOP)
        return -1;
    const struct slice *first = &table->flow.slices.items[cell->from];
    return first->kind == SLICE_LINE ? first->lift + first->line->rise : -1;
}

static void align_base_lines(struct table *table, const struct table_row *row)
{
    double base = 0;
    for (size_t i = row->cell_from; i < row->cell_to; i++)
        base = fmax(base, first_base(table, &table->cells[i]));
    for (size_t i = row->cell_from; i < row->cell_to; i++) {
        double own = first_base(table, &table->cells[i]);
        table->cells[i].inset = own >= 0 ? base - own : 0;
    }
}

/* ---- rows ------------------------------------------------------------------------------------------------------- */

double table_need(const struct table *table, const struct table_cell *cell, size_t from, size_t to)
{
    double content = flow_height(&table->flow, cell->from + from, cell->from + to);
    return content + (from ? 0 : cell->inset) + 2 * table->node->table.padding_y;
}

static void set_heights(struct layout *layout, struct table *table)
{
    for (size_t i = 0; i < table->row_count; i++) {
        struct table_row *row = &table->rows[i];
        align_base_lines(table, row);
        row->height = layout->document->body ? layout->document->body->size : 0; /* also when all cells are empty */
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        struct table_row *row = &table->rows[cell->row];
        if (cell->rows == 1)
            row->height = fmax(row->height, table_need(table, cell, 0, cell->to - cell->from));
    }
}

/* Rows grow evenly where a cell over several of them needs more. */
static void stretch_rows(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (cell->rows == 1)
            continue;
        double missing = table_need(table, cell, 0, cell->to - cell->from);
        for (size_t row = cell->row; row < cell->row + cell->rows; row++)
            missing -= table->rows[row].height;
        for (size_t row = cell->row; missing > 0 && row < cell->row + cell->rows; row++)
            table->rows[row].height += missing / (double)cell->rows;
    }
}

static void set_tops(struct table *table)
{
    double top = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        table->rows[i].top = top;
        top += table->rows[i].height;
    }
}

/* ---- slices ----------------------------------------------------------------------------------------------------- */

static void set_head(struct layout *layout, struct table *table)
{
    table->head_height = 0;
    for (size_t i = 0; i < table->header_rows; i++)
        table->head_height += table->rows[i].height;
    table->repeats_head =
        table->header_rows && !table->nested && table->head_height <= HEAD_SHARE * layout->section->height;
}

/* The cost of a page end before a group: none between head and body, not just one row on either side. */
static double group_cost(const struct table *table, const struct table_group *group)
{
    size_t head = table->repeats_head ? 1 : 0;
    if (head && group->index == head)
        return COST_NEXT;
    bool second = group->index == head + 1, last = group->index + 1 == table->groups.count;
    return group->index > head && (second || last) ? COST_PART_LAST_ROW : 0;
}

static void add_group(struct layout *layout, struct flow *flow, const struct table *table,
                      const struct table_group *group, double inside_cost)
{
    const struct table_cut *cuts = &table->cuts.items[group->cut_from];
    size_t bands = group->cut_to - group->cut_from - 1;
    flow_keep(flow, fmax(group_cost(table, group), group->index ? inside_cost : 0));
    for (size_t i = 0; i < (table->nested ? 1 : bands); i++) {
        double top = cuts[i].y, bottom = table->nested ? cuts[bands].y : cuts[i + 1].y;
        if (i)
            flow_keep(flow, fmax(cuts[i].cost, inside_cost));
        struct slice *slice = flow_add(layout, flow, SLICE_ROWS, bottom - top);
        slice->group = group;
        slice->band = i;
    }
}

static void move_block_marks(const struct block *block, size_t slice)
{
    if (block->mark)
        block->mark->slice = slice;
    if (block->figure)
        figure_move_marks(block->figure, slice, false);
}

/* What is marked in cells is found on the page where their table's rows are. */
static void move_marks(const struct table *table, const struct table_group *group, size_t slice)
{
    for (size_t row = group->row_from; row < group->row_to; row++)
        for (size_t i = table->rows[row].cell_from; i < table->rows[row].cell_to; i++)
            for (size_t b = table->cells[i].block_from; b < table->cells[i].block_to; b++)
                move_block_marks(&table->blocks.list.items[b], slice);
}

void table_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame)
{
    struct table *table = block->table;
    if (!table->row_count)
        return;
    table->flow.slices.count = table->groups.count = table->cuts.count = 0;
    struct fit fit = set_widths(layout, table, block, frame);
    fill_cells(layout, table, &fit);
    table_decimal_align(table);
    set_heights(layout, table);
    stretch_rows(table);
    set_tops(table);
    set_head(layout, table);
    table_split(layout, table);
    flow_space(flow, TABLE_CLEARANCE);
    for (size_t i = 0; i < table->groups.count; i++) {
        move_marks(table, &table->groups.items[i], flow->slices.count);
        add_group(layout, flow, table, &table->groups.items[i], block->inside_cost);
    }
    flow_space(flow, TABLE_CLEARANCE);
}
