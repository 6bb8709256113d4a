/*
 * Blocks: the document's tree flattened into a list of texts, tables and spaces with their indents, labels and costs.
 * All words are shaped here, once; nothing has a width yet, so the same blocks can be measured (table cells), laid into
 * a measure, and laid again into another.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include "layout/flow.h"

struct contents;
struct figure;
struct table;

/* A label of a list item or heading, on the first line of the block it belongs to. */
struct block_label {
    struct block_label *next;
    const struct text_block *text; /* with a space behind the label, its least distance from the text */
    double x;                      /* from the frame's left edge */
};

enum block_kind { BLOCK_TEXT, BLOCK_SPACE, BLOCK_TABLE, BLOCK_CONTENTS, BLOCK_FIGURE, BLOCK_RULE };

struct block {
    enum block_kind kind;
    double before, after;                /* white */
    double left, right;                  /* indents from the frame's edges */
    double cost, next_cost, inside_cost; /* least costs of a page end before, behind and inside it */
    bool starts_page;
    int lines_before; /* least lines that stand on the page before it */
    /* TEXT */
    const struct text_block *text;
    enum doc_align align;
    bool balance; /* lines of about one length: titles */
    double first; /* indent of the first line beyond `left` */
    struct block_label *labels;
    struct mark *mark;
    size_t tag;
    /* SPACE */
    double height, fill;
    /* TABLE, CONTENTS, FIGURE */
    struct table *table;
    struct contents *contents;
    struct figure *figure;
    const struct doc_node *rule; /* RULE */
};

struct blocks {
    LIST(struct block) list;
    struct block_label *labels; /* waiting for a text to stand before */
    bool starts_page;           /* the next block begins a page */
};

/* Where in the tree the walk is. */
struct block_place {
    struct blocks *blocks;         /* where the blocks go */
    size_t tag;                    /* structure element around */
    double left, right;            /* indents so far */
    bool together;                 /* inside something that is to stay on one page */
    const struct doc_node *cell;   /* the table cell around; NULL: none */
    const struct doc_node *before; /* the node before this one in the same parent; NULL: none */
};

void blocks_add_children(struct layout *layout, const struct block_place *place, const struct doc_node *node);
void blocks_add_paragraph(struct layout *layout, const struct block_place *place, const struct doc_node *node);
void blocks_add_heading(struct layout *layout, const struct block_place *place, const struct doc_node *node);
void blocks_add_list(struct layout *layout, const struct block_place *place, const struct doc_node *node);
void blocks_add_table(struct layout *layout, const struct block_place *place, const struct doc_node *node);
void blocks_add_contents(struct layout *layout, const struct block_place *place, const struct doc_node *node);
void blocks_add_figure(struct layout *layout, const struct block_place *place, const struct doc_node *node);

void blocks_add_rule(struct layout *layout, const struct block_place *place, const struct doc_node *node);

/* A new block with what the place and the style (NULL: none) say; the address is good until the next is added. */
struct block *block_add(struct layout *layout, const struct block_place *place, enum block_kind kind,
                        const struct doc_style *style);
struct block *block_add_text(struct layout *layout, const struct block_place *place, const struct text_block *text,
                             size_t tag);

/* Makes one unit of the blocks from `first` on: white around it, and costs of page ends inside. */
void blocks_wrap(struct blocks *blocks, size_t first, const struct doc_style *style);

/* Lays the blocks from..to into a frame of that width, adding slices. */
void blocks_lay(struct layout *layout, const struct blocks *blocks, size_t from, size_t to, struct flow *flow,
                double frame);
void block_lay_text(struct layout *layout, const struct block *block, struct flow *flow, double frame);

/* The least widths for which nothing is broken that should not be, and the width from which on no line is broken. */
struct text_extent blocks_extent(const struct blocks *blocks, size_t from, size_t to);

#endif
