#include "layout/contents.h"

#include "layout/page_numbers.h"

#include <math.h>
#include <string.h>

/* In type sizes: room kept for numbers at first, white between words, leader and number. */
#define NUMBER_ROOM 1.2
#define LEADER_CLEARANCE 0.4

enum { LEADER_DOTS = 256, LEADER_LENGTH = 512 }; /* dots, and bytes with the spaces between them */

struct entry {
    const struct mark *mark;
    const struct doc_style *style;
    const struct text_block *label, *title;
    size_t tag, link_tag;
    struct line *last;            /* the line that takes the number */
    double end;                   /* of its words */
    struct line_part **words_end; /* where the number's parts are hung in */
    const struct text_block *number;
    const char *number_text;
};

/* Dots of one style. */
struct leader {
    const struct doc_style *style;
    const struct text_block *dots;
};

struct contents {
    const struct doc_node *node;
    size_t tag;
    bool collected;
    double number_room; /* points */
    double right;       /* edge of the numbers, from the frame's left */
    LIST(struct entry) entries;
    LIST(struct leader) leaders;
};

void blocks_add_contents(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    if (place->cell) {
        layout_report(layout, SEVERITY_WARNING, "layout-contents", &node->origin, NULL,
                      "contents inside a table cell are left out");
        return;
    }
    struct contents *contents = arena_new_of(layout->arena, struct contents);
    *contents = (struct contents){.node = node, .tag = tag_new(layout, place->tag, PAGE_TOC)};
    *list_add(layout->arena, &layout->contents) = contents;
    block_add(layout, place, BLOCK_CONTENTS, NULL)->contents = contents;
}

/* ---- entries ---------------------------------------------------------------------------------------------------- */

/* The words without the label, every one of them part of the link. */
static const struct text_block *entry_words(struct layout *layout, const struct entry *entry, const char *link)
{
    const struct mark *mark = entry->mark;
    struct doc_run *runs = arena_array(layout->arena, struct doc_run, mark->run_count);
    for (size_t i = 0; i < mark->run_count; i++) {
        runs[i] = mark->runs[i];
        runs[i].link = link;
        runs[i].bold = runs[i].italic = false;
    }
    struct text_block_options options = {.tag = entry->link_tag, .link = link, .one_line = true};
    return text_block_new(layout, entry->style, runs, mark->run_count, mark->origin, &options);
}

static const char *entry_link(struct layout *layout, const struct mark *mark)
{
    return mark->anchor ? arena_printf(layout->arena, "#%s", mark->anchor) : NULL;
}

static void add_entry(struct layout *layout, struct contents *contents, const struct mark *mark)
{
    const char *link = entry_link(layout, mark);
    struct entry *entry = list_add(layout->arena, &contents->entries);
    *entry = (struct entry){.mark = mark,
                            .style = contents->node->contents.styles[mark->level - 1],
                            .tag = tag_new(layout, contents->tag, PAGE_TOCI)};
    if (!entry->style)
        entry->style = layout->document->body;
    entry->link_tag = entry->tag;
    if (link) {
        entry->link_tag = tag_new(layout, entry->tag, PAGE_LINK);
        tag_of(layout, entry->link_tag)->alt = mark->title;
    }
    struct text_block_options options = {.tag = entry->link_tag, .link = link};
    if (mark->label)
        entry->label = text_block_words(layout, entry->style, arena_printf(layout->arena, "%s ", mark->label),
                                        mark->origin, &options);
    entry->title = entry_words(layout, entry, link);
    contents->number_room = fmax(contents->number_room, NUMBER_ROOM * entry->style->size);
}

static void collect(struct layout *layout, struct contents *contents)
{
    contents->collected = true;
    for (size_t i = 0; i < layout->marks.count; i++)
        if (doc_contents_lists(&contents->node->contents, layout->marks.items[i]->node))
            add_entry(layout, contents, layout->marks.items[i]);
}

/* The widest label of a level: titles of that level are in line. */
static double label_room(const struct contents *contents, int level)
{
    double room = 0;
    for (size_t i = 0; i < contents->entries.count; i++) {
        const struct entry *entry = &contents->entries.items[i];
        if (entry->label && entry->mark->level == level)
            room = fmax(room, entry->label->shaped->x[entry->label->shaped->length]);
    }
    return room;
}

/* ---- lines ------------------------------------------------------------------------------------------------------ */

static void lay_entry(struct layout *layout, const struct contents *contents, struct entry *entry,
                      const struct block *around, double label_width, struct flow *flow, double frame)
{
    const struct doc_style *style = entry->style;
    double room = contents->number_room + 2 * LEADER_CLEARANCE * style->size;
    struct block block = {.kind = BLOCK_TEXT,
                          .left = around->left + style->left + style->first_indent,
                          .right = around->right + style->right + room,
                          .text = entry->title,
                          .align = DOC_LEFT,
                          .tag = entry->link_tag,
                          .inside_cost = COST_FEW_LINES};
    struct block_label label = {.text = entry->label, .x = block.left};
    if (entry->label) {
        block.labels = &label;
        block.left += label_width;
    } else {
        block.left -= style->first_indent;
        block.first = style->first_indent;
    }
    flow_space(flow, style->before);
    block_lay_text(layout, &block, flow, frame);
    flow_space(flow, style->after);
}

/* Remembers the entry's last line, to which the number is added. */
static void keep_last(struct entry *entry, struct line *line)
{
    entry->last = line;
    entry->words_end = line->end;
    entry->end = 0;
    for (const struct line_part *part = line->parts; part; part = part->next)
        entry->end = fmax(entry->end, part->x + part->width);
}

void contents_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame)
{
    struct contents *contents = block->contents;
    double rooms[7];
    if (!contents->collected)
        collect(layout, contents);
    for (int level = 1; level <= 6; level++)
        rooms[level] = label_room(contents, level);
    contents->right = frame - block->right;
    for (size_t i = 0; i < contents->entries.count; i++) {
        struct entry *entry = &contents->entries.items[i];
        flow_keep(flow, block->inside_cost);
        lay_entry(layout, contents, entry, block, rooms[entry->mark->level], flow, frame);
        keep_last(entry, flow->slices.items[flow->slices.count - 1].line);
    }
}

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

static const struct text_block *leader_of(struct layout *layout, struct contents *contents,
                                          const struct doc_style *style)
{
    for (size_t i = 0; i < contents->leaders.count; i++)
        if (contents->leaders.items[i].style == style)
            return contents->leaders.items[i].dots;
    char *dots = arena_alloc(layout->arena, LEADER_LENGTH + 1);
    for (size_t i = 0; i < LEADER_LENGTH; i++)
        dots[i] = i % 2 ? ' ' : '.';
    struct text_block_options options = {.tag = contents->tag, .artifact = true};
    struct doc_style *plain = arena_new_of(layout->arena, struct doc_style);
    *plain = *style;
    plain->bold = plain->italic = false;
    const struct text_block *block = text_block_words(layout, plain, dots, contents->node->origin, &options);
    *list_add(layout->arena, &contents->leaders) = (struct leader){.style = style, .dots = block};
    return block;
}

/* Dots between words and number, those of all lines below each other. */
static void add_leader(struct layout *layout, struct contents *contents, const struct entry *entry)
{
    const struct text_block *dots = leader_of(layout, contents, entry->style);
    if (!dots->shaped)
        return;
    double size = entry->style->size, pitch = dots->shaped->x[2];
    double from = entry->end + LEADER_CLEARANCE * size;
    double to = contents->right - contents->number_room - LEADER_CLEARANCE * size;
    if (to - from < 2 * pitch)
        return;
    double count = fmin(floor((to - from) / pitch), LEADER_DOTS);
    line_add(layout, entry->last, dots, 0, 2 * (size_t)count, to - count * pitch);
}

static void add_number(struct layout *layout, struct contents *contents, struct entry *entry)
{
    *entry->words_end = NULL; /* takes a number of an earlier round away */
    entry->last->end = entry->words_end;
    if (!entry->number || !entry->number->shaped)
        return;
    add_leader(layout, contents, entry);
    double width = text_block_width(entry->number);
    line_add(layout, entry->last, entry->number, 0, entry->number->shaped->length, contents->right - width);
}

static void make_number(struct layout *layout, struct entry *entry)
{
    const char *text = page_count_number(layout, layout_page_of(layout, entry->mark));
    if (entry->number_text && strcmp(text, entry->number_text) == 0)
        return;
    const char *link = entry_link(layout, entry->mark);
    struct text_block_options options = {.tag = entry->link_tag, .link = link};
    entry->number_text = text;
    entry->number = text_block_words(layout, entry->style, text, entry->mark->origin, &options);
}

bool contents_number(struct layout *layout)
{
    bool fits = true;
    for (size_t i = 0; i < layout->contents.count; i++) {
        struct contents *contents = layout->contents.items[i];
        for (size_t e = 0; e < contents->entries.count; e++) {
            struct entry *entry = &contents->entries.items[e];
            make_number(layout, entry);
            double width = text_block_width(entry->number);
            if (width > contents->number_room) {
                contents->number_room = width;
                fits = false;
            }
        }
        for (size_t e = 0; fits && e < contents->entries.count; e++)
            add_number(layout, contents, &contents->entries.items[e]);
    }
    return fits;
}
