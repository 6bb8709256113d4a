/* Headings: label and title, and what the contents, the outline and links need to know of them. */
#include "layout/block.h"
#include "layout/state.h"

#include <math.h>
#include <string.h>

/* The label and the title as runs of one text, for headings that are centred as a whole. */
static const struct text_block *joined(struct layout *layout, const struct doc_node *node,
                                       const struct text_block_options *options)
{
    struct doc_run *runs = arena_array(layout->arena, struct doc_run, node->run_count + 1);
    runs[0] = (struct doc_run){.text = arena_printf(layout->arena, "%s ", node->heading.label), .origin = node->origin};
    if (node->run_count)
        memcpy(runs + 1, node->runs, node->run_count * sizeof *runs);
    return text_block_new(layout, node->style, runs, node->run_count + 1, node->origin, options);
}

/* The label by itself, with a space behind it. */
static const struct text_block *label_words(struct layout *layout, const struct doc_node *node,
                                            const struct text_block_options *options)
{
    const char *words = arena_printf(layout->arena, "%s ", node->heading.label);
    return text_block_words(layout, node->style, words, node->origin, options);
}

/* A block of the heading: it stays with what follows, and in one piece. */
static struct block *add_block(struct layout *layout, const struct block_place *place, const struct text_block *text,
                               size_t tag)
{
    struct block *block = block_add_text(layout, place, text, tag);
    block->next_cost = COST_NEXT;
    block->inside_cost = COST_NEXT;
    block->balance = true;
    return block;
}

/* The label on a line above the title. */
static void put_label_above(struct layout *layout, const struct block_place *place, const struct text_block *label,
                            const struct text_block *title, struct mark *mark, size_t tag)
{
    struct block *block = add_block(layout, place, label, tag);
    block->after = 0;
    block->mark = mark;
    block = add_block(layout, place, title, tag);
    block->before = 0;
    block->starts_page = false;
}

/* The label before the title, which hangs by it. */
static void put_label_beside(struct layout *layout, const struct doc_node *node, struct block *block,
                             const struct text_block *words)
{
    struct block_label *label = arena_new_of(layout->arena, struct block_label), **end = &block->labels;
    double width = words->shaped ? words->shaped->x[words->shaped->length] : 0;
    label->text = words;
    label->x = block->left + block->first;
    block->left = label->x + fmax(node->heading.label_width, width);
    block->first = 0;
    while (*end)
        end = &(*end)->next;
    *end = label;
}

void blocks_add_heading(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    const struct doc_heading *heading = &node->heading;
    struct mark *mark = mark_heading(layout, node);
    struct text_block_options options = {.tag = tag_new(layout, place->tag, PAGE_H)};
    tag_of(layout, options.tag)->level = heading->level;
    bool centred = node->style->align == DOC_CENTER || node->style->align == DOC_RIGHT;
    if (heading->label && !heading->label_line && centred) {
        add_block(layout, place, joined(layout, node, &options), options.tag)->mark = mark;
        return;
    }
    const struct text_block *label = heading->label ? label_words(layout, node, &options) : NULL;
    const struct text_block *title =
        text_block_new(layout, node->style, node->runs, node->run_count, node->origin, &options);
    if (label && heading->label_line) {
        put_label_above(layout, place, label, title, mark, options.tag);
        return;
    }
    struct block *block = add_block(layout, place, title, options.tag);
    block->mark = mark;
    if (label)
        put_label_beside(layout, node, block, label);
}
