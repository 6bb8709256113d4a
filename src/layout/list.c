/* Lists: labels with hanging indents. */
#include "layout/block.h"
#include "layout/state.h"

#include <math.h>

/* The style that an item's label takes on: that of its first words. */
static const struct doc_style *label_style(const struct layout *layout, const struct doc_node *item)
{
    for (const struct doc_node *node = item->first; node; node = node->first)
        if (node->style && (node->kind == DOC_PARAGRAPH || node->kind == DOC_HEADING))
            return node->style;
    if (item->style)
        return item->style;
    return item->parent->style ? item->parent->style : layout->document->body;
}

struct item {
    const struct text_block *label; /* NULL: has none */
    size_t body;                    /* structure element */
};

/* The label with a space behind it, and the elements of the item. */
static struct item make_item(struct layout *layout, const struct doc_node *node, size_t list)
{
    size_t tag = tag_new(layout, list, PAGE_LI);
    struct item item = {0};
    if (node->label && *node->label) {
        struct text_block_options options = {.tag = tag_new(layout, tag, PAGE_LBL)};
        item.label = text_block_words(layout, label_style(layout, node),
                                      arena_printf(layout->arena, "%s ", node->label), node->origin, &options);
    }
    item.body = tag_new(layout, tag, PAGE_LBODY);
    return item;
}

/* The label waits for the first words of the item. */
static void add_label(struct layout *layout, struct blocks *blocks, const struct text_block *text, double x)
{
    if (!text)
        return;
    struct block_label **end = &blocks->labels;
    while (*end)
        end = &(*end)->next;
    *end = arena_new_of(layout->arena, struct block_label);
    **end = (struct block_label){.text = text, .x = x};
}

/* A label that found no words stands on a line of its own. */
static void add_lone_label(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct text_block_options options = {.tag = place->tag};
    const struct text_block *empty = text_block_new(layout, label_style(layout, node), NULL, 0, node->origin, &options);
    block_add_text(layout, place, empty, place->tag);
}

static void add_item(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct blocks *blocks = place->blocks;
    bool waits = blocks->labels && (!node->first || node->first->kind == DOC_TABLE || node->first->kind == DOC_SPACE ||
                                    node->first->kind == DOC_RULE || node->first->kind == DOC_CONTENTS);
    if (waits) {
        add_lone_label(layout, place, node);
        if (node->first)
            blocks->list.items[blocks->list.count - 1].next_cost = COST_NEXT;
    }
    blocks_add_children(layout, place, node);
    if (blocks->labels)
        add_lone_label(layout, place, node);
}

static double widest_label(const struct item *items, size_t count)
{
    double width = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].label && items[i].label->shaped)
            width = fmax(width, items[i].label->shaped->x[items[i].label->shaped->length]);
    return width;
}

/* No white between the blocks before and from `at`. */
static void close_up(struct blocks *blocks, size_t at)
{
    if (at < blocks->list.count) {
        blocks->list.items[at - 1].after = 0;
        blocks->list.items[at].before = 0;
    }
}

/* A tight list in an item of another stands as close to the item's words as its items to each other. */
static bool is_close_to_item(const struct doc_node *list)
{
    const struct doc_node *item = list->parent;
    return list->list.tight && item->kind == DOC_ITEM && item->first != list && item->parent->list.tight;
}

static size_t count_children(const struct doc_node *node)
{
    size_t count = 0;
    for (const struct doc_node *child = node->first; child; child = child->next)
        count++;
    return count;
}

void blocks_add_list(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct blocks *blocks = place->blocks;
    size_t count = count_children(node), first = blocks->list.count, i = 0;
    size_t tag = tag_new(layout, place->tag, PAGE_L);
    struct item *items = arena_array(layout->arena, struct item, count);
    for (const struct doc_node *child = node->first; child; child = child->next)
        items[i++] = make_item(layout, child, tag);
    double x = place->left + node->list.indent;
    struct block_place inside = *place;
    inside.left = x + fmax(node->list.hang, widest_label(items, count));
    i = 0;
    for (const struct doc_node *child = node->first; child; child = child->next, i++) {
        size_t begin = blocks->list.count;
        add_label(layout, blocks, items[i].label, x);
        inside.tag = items[i].body;
        add_item(layout, &inside, child);
        if (i && node->list.tight)
            close_up(blocks, begin);
        if ((i == 1 || i + 1 == count) && count > 2 && begin < blocks->list.count)
            blocks->list.items[begin].cost = fmax(blocks->list.items[begin].cost, COST_LONE_ITEM);
    }
    if (first && is_close_to_item(node))
        close_up(blocks, first);
    bool lead_in = place->before && place->before->kind == DOC_PARAGRAPH;
    if (lead_in && first < blocks->list.count) /* the paragraph that leads in stays with the list's beginning */
        blocks->list.items[first].cost = fmax(blocks->list.items[first].cost, COST_LEAD_IN);
    blocks_wrap(blocks, first, node->style);
}
