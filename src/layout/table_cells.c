/* The content of a table's cells as blocks. */
#include "layout/state.h"
#include "layout/table.h"

#include <math.h>

static enum page_role cell_role(const struct table_cell *cell)
{
    return cell->node && cell->node->cell.header ? PAGE_TH : PAGE_TD;
}

static void add_cell(struct layout *layout, struct table *table, struct table_cell *cell, size_t row_tag)
{
    cell->tag = tag_new(layout, row_tag, cell_role(cell));
    struct page_tag *tag = tag_of(layout, cell->tag);
    tag->colspan = cell->columns;
    tag->rowspan = cell->rows;
    tag->column_header = cell->row < table->node->table.header_rows;
    struct block_place place = {.blocks = &table->blocks, .tag = cell->tag, .cell = cell->node};
    cell->block_from = table->blocks.list.count;
    if (cell->node)
        blocks_add_children(layout, &place, cell->node);
    cell->block_to = table->blocks.list.count;
    double padding = 2 * table->node->table.padding_x;
    cell->extent = blocks_extent(&table->blocks, cell->block_from, cell->block_to);
    cell->extent.soft += padding;
    cell->extent.word += padding;
    cell->extent.line += padding;
}

static void add_rows(struct layout *layout, struct table *table)
{
    for (size_t i = 0; i < table->row_count; i++) {
        struct table_row *row = &table->rows[i];
        row->tag = tag_new(layout, table->tag, PAGE_TR);
        for (size_t c = row->cell_from; c < row->cell_to; c++)
            add_cell(layout, table, &table->cells[c], row->tag);
    }
}

/* The caption stands above the table, as a block of its own. */
static void add_caption(struct layout *layout, const struct block_place *place, const struct doc_node *caption,
                        size_t tag)
{
    struct text_block_options options = {.tag = tag_new(layout, tag, PAGE_CAPTION)};
    const struct text_block *text =
        text_block_new(layout, caption->style, caption->runs, caption->run_count, caption->origin, &options);
    struct block *block = block_add_text(layout, place, text, options.tag);
    block->next_cost = COST_NEXT;
    block->inside_cost = COST_NEXT;
    block->balance = true;
    block->mark = mark_caption(layout, caption);
}

/* The style of the table's last words: that of its body. */
static const struct doc_style *cell_style(const struct layout *layout, const struct table *table)
{
    for (size_t i = table->blocks.list.count; i--;)
        if (table->blocks.list.items[i].text)
            return table->blocks.list.items[i].text->style;
    return layout->document->body;
}

/* The words that a row goes on stand in the first column. */
static void keep_room(struct table *table)
{
    if (!table->continued)
        return;
    double room = text_block_width(table->continued) + 2 * table->node->table.padding_x;
    for (size_t i = 0; i < table->cell_count; i++)
        if (table->cells[i].column == 0) {
            table->cells[i].extent.word = fmax(table->cells[i].extent.word, room);
            table->cells[i].extent.line = fmax(table->cells[i].extent.line, room);
        }
}

void blocks_add_table(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    const struct doc_table *set = &node->table;
    struct table *table = arena_new_of(layout->arena, struct table);
    *table =
        (struct table){.node = node, .nested = place->cell != NULL, .tag = tag_new(layout, place->tag, PAGE_TABLE)};
    if (set->caption && node->first && node->first->kind == DOC_PARAGRAPH)
        add_caption(layout, place, node->first, table->tag);
    table_grid(layout, table);
    add_rows(layout, table);
    if (set->continued && *set->continued) {
        struct text_block_options options = {.tag = table->tag, .artifact = true};
        table->continued = text_block_words(layout, cell_style(layout, table), set->continued, node->origin, &options);
    }
    keep_room(table);
    table_decimal_need(table);
    struct block *block = block_add(layout, place, BLOCK_TABLE, node->style);
    block->table = table;
    if (place->before && place->before->kind != DOC_TABLE)
        block->cost = COST_BEFORE_TABLE;
}
