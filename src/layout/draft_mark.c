#include "layout/draft_mark.h"

#include "layout/page_numbers.h"

#include <math.h>

/* The share of the page's diagonal that the mark takes at most. */
#define DIAGONAL_SHARE 0.7

#define MARK_GREY 0.86

/* The mark on one line: its contours around the middle of its ink. */
static struct text_outline level_mark(struct layout *layout, double *width)
{
    const struct document *document = layout->document;
    struct text_block_options options = {.one_line = true, .artifact = true};
    const struct text_block *text =
        text_block_words(layout, document->draft_style, document->draft, document->root->origin, &options);
    struct text_outline outline = {{0}};
    *width = text_block_width(text);
    for (size_t i = 0; text->shaped && i < text->shaped->run_count; i++) {
        const struct text_run *run = &text->shaped->runs[i];
        text_outline_add(layout->arena, &outline, run, text->shaped->x[run->start] - *width / 2);
    }
    double above = 0, below = 0;
    for (size_t i = 0; i < outline.list.count; i++) {
        above = fmin(above, outline.list.items[i].y);
        below = fmax(below, outline.list.items[i].y);
    }
    for (size_t i = 0; i < outline.list.count; i++)
        outline.list.items[i].y -= (above + below) / 2;
    return outline;
}

/* Turns the mark into the diagonal that rises to the right, and makes it smaller where it is too long for that. */
static void turn(struct text_outline *outline, double width, const struct doc_section *setup)
{
    double diagonal = hypot(setup->width, setup->height);
    double scale = fmin(DIAGONAL_SHARE * diagonal / fmax(width, 1), 1);
    double across = scale * setup->width / diagonal, up = scale * setup->height / diagonal;
    for (size_t i = 0; i < outline->list.count; i++) {
        struct outline_point *point = &outline->list.items[i];
        *point = (struct outline_point){setup->width / 2 + point->x * across + point->y * up,
                                        setup->height / 2 - point->x * up + point->y * across, point->step};
    }
}

static struct rect box_of(const struct text_outline *outline)
{
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < outline->list.count; i++) {
        const struct outline_point *point = &outline->list.items[i];
        left = fmin(left, point->x);
        right = fmax(right, point->x);
        top = fmin(top, point->y);
        bottom = fmax(bottom, point->y);
    }
    return (struct rect){left, top, right - left, bottom - top};
}

/* The mark as it stands on the pages of a section; made once for sections of one size that follow each other. */
static const struct text_outline *mark_of(struct layout *layout, const struct doc_section *setup)
{
    struct draft_mark *mark = &layout->mark;
    if (mark->outline && mark->width == setup->width && mark->height == setup->height)
        return mark->outline;
    double width;
    struct text_outline *outline = arena_new_of(layout->arena, struct text_outline);
    *outline = level_mark(layout, &width);
    turn(outline, width, setup);
    *mark = (struct draft_mark){outline, setup->width, setup->height};
    return outline;
}

void draft_mark_place(struct placer *placer)
{
    struct layout *layout = placer->layout;
    if (!layout->document->draft)
        return;
    const struct text_outline *outline = mark_of(layout, &page_section(layout, placer->page_index)->setup);
    if (!outline->list.count)
        return;
    place_artifact_begin(placer);
    struct page_item *item = place_item(placer, PAGE_OUTLINE);
    item->outline = outline;
    item->rect = box_of(outline);
    item->grey = MARK_GREY;
    place_artifact_end(placer);
}
