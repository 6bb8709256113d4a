/* Tables on a page: the cells of a piece, their shading, and the rules. */
#include "layout/place.h"

#include <math.h>
#include <stdlib.h>

#define RULE_WIDTH 0.5
#define RULE_GREY 0.0
#define SHADE_GREY 0.9

/* Rules nearer than this are one, points. */
#define SAME_RULE 0.01

/* ---- rules ------------------------------------------------------------------------------------------------------ */

static void add_rule(struct placer *placer, struct table_rules *rules, bool upright, double at, double from, double to)
{
    *list_add(placer->layout->arena, &rules->list) =
        (struct table_rule){.upright = upright, .at = at, .from = from, .to = to};
}

static int by_place(const void *left, const void *right)
{
    const struct table_rule *a = left, *b = right;
    if (a->upright != b->upright)
        return a->upright - b->upright;
    if (fabs(a->at - b->at) > SAME_RULE)
        return a->at < b->at ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

/* Joined rules reach over their ends by half their width, so that corners close. */
static void draw_rule(struct placer *placer, const struct table_rule *rule)
{
    struct page_item *item = place_item(placer, PAGE_RULE);
    double at = rule->at - RULE_WIDTH / 2, from = rule->from - RULE_WIDTH / 2,
           length = rule->to - rule->from + RULE_WIDTH;
    item->rect =
        rule->upright ? (struct rect){at, from, RULE_WIDTH, length} : (struct rect){from, at, length, RULE_WIDTH};
    item->grey = RULE_GREY;
}

void place_rules(struct placer *placer, struct table_rules *rules)
{
    if (!rules->list.count)
        return;
    qsort(rules->list.items, rules->list.count, sizeof *rules->list.items, by_place);
    place_artifact_begin(placer);
    struct table_rule open = rules->list.items[0];
    for (size_t i = 1; i < rules->list.count; i++) {
        const struct table_rule *rule = &rules->list.items[i];
        bool meets =
            rule->upright == open.upright && fabs(rule->at - open.at) <= SAME_RULE && rule->from <= open.to + SAME_RULE;
        if (meets) {
            open.to = fmax(open.to, rule->to);
            continue;
        }
        draw_rule(placer, &open);
        open = *rule;
    }
    draw_rule(placer, &open);
    place_artifact_end(placer);
    rules->list.count = 0;
}

/* ---- cells ------------------------------------------------------------------------------------------------------ */

/* A piece of a group on a page. */
struct piece {
    const struct table *table;
    const struct table_cut *start, *end;
    struct table_rows rows;
    double x, y;
    double *heights; /* of its rows */
    struct table_rules *rules;
};

/* What a piece shows of a cell. */
struct portion {
    const struct table_cell *cell;
    struct rect rect;
    size_t from, to; /* slices */
    bool goes_on;    /* the cell began on the page before */
};

static struct portion make_portion(const struct piece *piece, const struct table_cell *cell, size_t row)
{
    const struct table *table = piece->table;
    struct portion portion = {.cell = cell,
                              .from = table_cut_slices(table, cell, piece->start),
                              .to = table_cut_slices(table, cell, piece->end),
                              .goes_on = cell->row < piece->start->row ||
                                         (piece->start->inside && cell->row == piece->start->row)};
    portion.rect = (struct rect){.x = piece->x + table->x[cell->column],
                                 .y = piece->y,
                                 .width = table->x[cell->column + cell->columns] - table->x[cell->column]};
    for (size_t r = piece->rows.from; r < row; r++)
        portion.rect.y += piece->heights[r - piece->rows.from];
    size_t end = cell->row + cell->rows < piece->rows.to ? cell->row + cell->rows : piece->rows.to;
    double bottom = portion.rect.y;
    for (size_t r = row; r < end; r++)
        bottom += piece->heights[r - piece->rows.from];
    portion.rect.height = bottom - portion.rect.y;
    return portion;
}

/* Where content of a height begins in a portion. */
static double content_y(const struct piece *piece, const struct portion *portion, double need)
{
    enum doc_valign valign = portion->cell->node ? portion->cell->node->cell.valign : DOC_TOP;
    double slack = fmax(portion->rect.height - need, 0), y = portion->rect.y + piece->table->node->table.padding_y;
    switch (valign) {
    case DOC_TOP: return y + (portion->from ? 0 : portion->cell->inset);
    case DOC_MIDDLE: return y + slack / 2;
    case DOC_BOTTOM: return y + slack;
    }
    return y;
}

/* The end of the last line of a cell, from the left edge of its content. */
static double last_line_end(const struct slice *slice)
{
    double end = 0;
    for (const struct line_part *part = slice->line->parts; part; part = part->next)
        end = fmax(end, part->x + part->width);
    return end;
}

/* "(continued)" behind the last line of what is repeated, or below it; nothing where there is no room. */
static void place_continued(struct placer *placer, const struct piece *piece, const struct portion *portion, double x,
                            double y, double room)
{
    const struct text_block *mark = piece->table->continued;
    if (!mark || !mark->shaped)
        return;
    const struct slice *last =
        portion->to ? &piece->table->flow.slices.items[portion->cell->from + portion->to - 1] : NULL;
    double leading = mark->style->leading, width = text_block_width(mark), space = mark->em / 3;
    struct line *line = line_new(placer->layout, leading, piece->table->tag);
    struct line_part *part = line_add(placer->layout, line, mark, 0, mark->shaped->length, 0);
    double measure = portion->rect.width - 2 * piece->table->node->table.padding_x;
    enum doc_align align = portion->cell->node->cell.align;
    bool beside = last && last->kind == SLICE_LINE && last_line_end(last) + space + width <= measure &&
                  align != DOC_CENTER && align != DOC_RIGHT && align != DOC_DECIMAL;
    if (beside) {
        part->x = last_line_end(last) + space;
        place_line(placer, line, x, y - last->sink - last->height + last->line->rise - line->rise);
    } else if (leading <= room && width <= measure) {
        line_align(part, align, 0, measure, LINE_NATURAL);
        place_line(placer, line, x, y);
    }
}

/* A cell whose words are all on a page before: they are shown again, as an artifact, where there is room. */
static void place_again(struct placer *placer, const struct piece *piece, const struct portion *portion)
{
    const struct table *table = piece->table;
    const struct table_cell *cell = portion->cell;
    bool wanted = cell->rows > 1 || (cell->column == 0 && table->continued);
    if (!wanted || !portion->to || portion->to < cell->to - cell->from || placer->artifact)
        return;
    double need = table_need(table, cell, 0, portion->to), padding = table->node->table.padding_x;
    double x = portion->rect.x + padding, y = content_y(piece, portion, need);
    if (need > portion->rect.height)
        return;
    place_artifact_begin(placer);
    place_slices(placer, &table->flow, (struct page_range){cell->from, cell->from + portion->to}, x, y, 0);
    double bottom = y + flow_height(&table->flow, cell->from, cell->from + portion->to);
    place_continued(placer, piece, portion, x, bottom,
                    portion->rect.y + portion->rect.height - table->node->table.padding_y - bottom);
    place_artifact_end(placer);
}

static void place_cell(struct placer *placer, const struct piece *piece, const struct portion *portion)
{
    const struct table *table = piece->table;
    const struct table_cell *cell = portion->cell;
    if (portion->from == portion->to && portion->goes_on) {
        place_again(placer, piece, portion);
        return;
    }
    place_tag(placer, cell->tag);
    double need = table_need(table, cell, portion->from, portion->to);
    place_slices(placer, &table->flow, (struct page_range){cell->from + portion->from, cell->from + portion->to},
                 portion->rect.x + table->node->table.padding_x, content_y(piece, portion, need), 0);
}

static void shade_cell(struct placer *placer, const struct piece *piece, const struct portion *portion)
{
    const struct doc_node *node = portion->cell->node;
    if (!node || !node->cell.shaded)
        return;
    place_tag(placer, piece->table->tag);
    place_artifact_begin(placer);
    struct page_item *item = place_item(placer, PAGE_RULE);
    item->rect = portion->rect;
    item->grey = SHADE_GREY;
    place_artifact_end(placer);
}

/* The cell that begins in a row of the piece stands without a rule below the one above. */
static bool is_joined(const struct piece *piece, size_t row, size_t column)
{
    if (row <= piece->rows.from || row >= piece->rows.to)
        return false;
    const struct table_cell *cell = table_cell_at(piece->table, row, column);
    return cell->row == row && cell->node && cell->node->cell.joined;
}

static void rule_cell(struct placer *placer, const struct piece *piece, const struct portion *portion)
{
    enum doc_rules kind = piece->table->node->table.rules;
    const struct rect *rect = &portion->rect;
    double right = rect->x + rect->width, bottom = rect->y + rect->height;
    if (kind == DOC_RULES_NONE)
        return;
    const struct table_cell *cell = portion->cell;
    if (!is_joined(piece, cell->row, cell->column))
        add_rule(placer, piece->rules, false, rect->y, rect->x, right);
    if (!is_joined(piece, cell->row + cell->rows, cell->column))
        add_rule(placer, piece->rules, false, bottom, rect->x, right);
    if (kind == DOC_RULES_ROWS)
        return;
    add_rule(placer, piece->rules, true, rect->x, rect->y, bottom);
    add_rule(placer, piece->rules, true, right, rect->y, bottom);
}

/* Calls `place` for every cell that the piece shows; those that began on the page before first. */
static void each_portion(struct placer *placer, const struct piece *piece,
                         void (*place)(struct placer *, const struct piece *, const struct portion *))
{
    for (size_t row = piece->rows.from; row < piece->rows.to; row++)
        for (int began = row == piece->rows.from ? 1 : 0; began >= 0; began--)
            for (size_t column = 0; column < piece->table->column_count; column++) {
                const struct table_cell *cell = table_cell_at(piece->table, row, column);
                if (cell->column != column || (cell->row < row) != (began == 1))
                    continue;
                struct portion portion = make_portion(piece, cell, row);
                place(placer, piece, &portion);
            }
}

double place_table(struct placer *placer, const struct table_group *group, struct page_range bands, double x, double y,
                   struct table_rules *rules)
{
    const struct table *table = group->table;
    const struct table_cut *cuts = &table->cuts.items[group->cut_from];
    struct piece piece = {.table = table,
                          .start = &cuts[bands.from],
                          .end = &cuts[bands.to],
                          .rows = table_piece_rows(group, bands.from, bands.to),
                          .x = x + table->left,
                          .y = y,
                          .rules = rules};
    piece.heights = arena_array(placer->layout->arena, double, piece.rows.to - piece.rows.from);
    double height = table_piece(group, bands.from, bands.to, piece.heights);
    each_portion(placer, &piece, shade_cell);
    each_portion(placer, &piece, place_cell);
    each_portion(placer, &piece, rule_cell);
    return height;
}
