/* From the document's tree to blocks. */
#include "layout/block.h"
#include "layout/contents.h"
#include "layout/figure.h"
#include "layout/rule.h"
#include "layout/state.h"
#include "layout/table.h"

#include <math.h>

struct block *block_add(struct layout *layout, const struct block_place *place, enum block_kind kind,
                        const struct doc_style *style)
{
    struct blocks *blocks = place->blocks;
    struct block *block = list_add(layout->arena, &blocks->list);
    *block = (struct block){.kind = kind,
                            .left = place->left,
                            .right = place->right,
                            .starts_page = blocks->starts_page,
                            .inside_cost = place->together ? COST_TOGETHER : 0};
    blocks->starts_page = false;
    if (!style)
        return block;
    block->left += style->left;
    block->right += style->right;
    block->before = style->before;
    block->after = style->after;
    block->starts_page |= style->page_break_before;
    block->lines_before = style->lines_before;
    block->next_cost = style->keep_with_next ? COST_NEXT : 0;
    if (style->keep_together)
        block->inside_cost = COST_TOGETHER;
    return block;
}

struct block *block_add_text(struct layout *layout, const struct block_place *place, const struct text_block *text,
                             size_t tag)
{
    struct block *block = block_add(layout, place, BLOCK_TEXT, text->style);
    block->text = text;
    block->align = text->style->align;
    block->tag = tag;
    block->labels = place->blocks->labels;
    block->first = block->labels ? 0 : text->style->first_indent;
    place->blocks->labels = NULL;
    return block;
}

void blocks_wrap(struct blocks *blocks, size_t first, const struct doc_style *style)
{
    if (!style || first == blocks->list.count)
        return;
    struct block *items = blocks->list.items, *last = &items[blocks->list.count - 1];
    items[first].before = fmax(items[first].before, style->before);
    items[first].starts_page |= style->page_break_before;
    if (items[first].lines_before < style->lines_before)
        items[first].lines_before = style->lines_before;
    last->after = fmax(last->after, style->after);
    if (style->keep_with_next)
        last->next_cost = COST_NEXT;
    for (struct block *block = &items[first] + 1; style->keep_together && block <= last; block++)
        block->cost = fmax(block->cost, COST_TOGETHER);
}

static void add_group(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct block_place inside = *place;
    size_t first = place->blocks->list.count;
    if (node->style) {
        inside.left += node->style->left;
        inside.right += node->style->right;
        inside.together |= node->style->keep_together;
    }
    blocks_add_children(layout, &inside, node);
    blocks_wrap(place->blocks, first, node->style);
}

static void add_space(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct block *block = block_add(layout, place, BLOCK_SPACE, NULL);
    block->height = node->space.height;
    block->fill = node->space.fill;
}

static void add_break(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    if (place->cell)
        layout_report(layout, SEVERITY_WARNING, "layout-break", &node->origin, NULL,
                      "a page break inside a table cell has no effect");
    else
        place->blocks->starts_page = true;
}

static void add_node(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_GROUP: add_group(layout, place, node); break;
    case DOC_HEADING: blocks_add_heading(layout, place, node); break;
    case DOC_PARAGRAPH: blocks_add_paragraph(layout, place, node); break;
    case DOC_LIST: blocks_add_list(layout, place, node); break;
    case DOC_TABLE: blocks_add_table(layout, place, node); break;
    case DOC_CONTENTS: blocks_add_contents(layout, place, node); break;
    case DOC_BREAK: add_break(layout, place, node); break;
    case DOC_SPACE: add_space(layout, place, node); break;
    case DOC_RULE: blocks_add_rule(layout, place, node); break;
    case DOC_FIGURE: blocks_add_figure(layout, place, node); break;
    case DOC_ROOT:
    case DOC_SECTION:
    case DOC_ITEM:
    case DOC_ROW:
    case DOC_CELL:
    case DOC_PICTURE: /* out of place: its words are kept all the same */
        blocks_add_children(layout, place, node);
        break;
    }
}

void blocks_add_children(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct block_place inside = *place;
    inside.before = NULL;
    for (const struct doc_node *child = node->first; child; child = child->next) {
        add_node(layout, &inside, child);
        inside.before = child;
    }
}

/* ---- into a measure --------------------------------------------------------------------------------------------- */

static void lay_space(struct layout *layout, const struct block *block, struct flow *flow)
{
    double cost = flow->cost;
    flow_keep(flow, COST_NEXT); /* the white belongs to what stands before it */
    flow_add(layout, flow, SLICE_SPACE, block->height)->fill = block->fill;
    flow_keep(flow, cost);
}

void blocks_lay(struct layout *layout, const struct blocks *blocks, size_t from, size_t to, struct flow *flow,
                double frame)
{
    size_t begin = flow->slices.count;
    for (size_t i = from; i < to; i++) {
        const struct block *block = &blocks->list.items[i];
        flow_space(flow, block->before);
        flow_keep(flow, block->cost);
        flow->starts_page |= block->starts_page;
        size_t at = flow->slices.count;
        switch (block->kind) {
        case BLOCK_TEXT: block_lay_text(layout, block, flow, frame); break;
        case BLOCK_SPACE: lay_space(layout, block, flow); break;
        case BLOCK_TABLE: table_lay(layout, block, flow, frame); break;
        case BLOCK_CONTENTS: contents_lay(layout, block, flow, frame); break;
        case BLOCK_RULE: rule_lay(layout, block, flow, frame); break;
        case BLOCK_FIGURE: figure_lay(layout, block, flow, frame); break;
        }
        flow_keep_lines(flow, begin, at, block->lines_before);
        flow_space(flow, block->after);
        flow_keep(flow, block->next_cost);
    }
}

static struct text_extent block_extent(const struct block *block)
{
    struct text_extent extent = {0};
    if (block->kind == BLOCK_TEXT)
        extent = text_block_extent(block->text);
    else if (block->kind == BLOCK_TABLE)
        extent = table_extent(block->table);
    else if (block->kind == BLOCK_FIGURE)
        extent = figure_extent(block->figure);
    else if (block->kind == BLOCK_RULE)
        extent = rule_extent(block);
    double first = fmax(block->first, 0), indents = block->left + block->right;
    for (const struct block_label *label = block->labels; label; label = label->next)
        first = fmax(first, label->x + text_block_width(label->text) - block->left);
    return (struct text_extent){extent.soft + indents, extent.word + indents, extent.line + indents + first};
}

struct text_extent blocks_extent(const struct blocks *blocks, size_t from, size_t to)
{
    struct text_extent extent = {0};
    for (size_t i = from; i < to; i++) {
        struct text_extent one = block_extent(&blocks->list.items[i]);
        extent.soft = fmax(extent.soft, one.soft);
        extent.word = fmax(extent.word, one.word);
        extent.line = fmax(extent.line, one.line);
    }
    return extent;
}
