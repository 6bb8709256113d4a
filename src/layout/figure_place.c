/* Figures on a page. */
#include "layout/figure.h"

#include "image/qr.h"
#include "layout/chart.h"

#include <math.h>

/* Pixels an inch in print where the document says nothing: more are not kept. */
#define PRINT_RESOLUTION 200.0

static void place_image(struct placer *placer, struct page_image *image, struct rect rect)
{
    struct page_item *item = place_item(placer, PAGE_IMAGE);
    item->rect = rect;
    item->image = image;
    image->width = fmax(image->width, rect.width);
    image->height = fmax(image->height, rect.height);
}

/* Dark modules that stand side by side are one rectangle. */
static void place_code(struct placer *placer, const struct qr *code, struct rect rect)
{
    struct page_rects *rects = arena_new_of(placer->layout->arena, struct page_rects);
    double module = rect.width / ((double)code->size + 2.0 * QR_QUIET);
    for (size_t row = 0; row < code->size; row++)
        for (size_t from = 0, to; from < code->size; from = to + 1) {
            const bool *dark = &code->dark[row * code->size];
            for (to = from; to < code->size && dark[to];)
                to++;
            if (to > from)
                *list_add(placer->layout->arena, &rects->list) =
                    (struct rect){rect.x + (double)(from + QR_QUIET) * module,
                                  rect.y + (double)(row + QR_QUIET) * module, (double)(to - from) * module, module};
        }
    struct page_item *item = place_item(placer, PAGE_SHAPE);
    item->rect = rect;
    item->rects = rects;
}

/* Pictures stand on the line that the row's highest reaches down to, in the middle of their columns. */
static void place_picture(struct placer *placer, const struct figure_row *row, const struct figure_picture *picture,
                          double x, double y)
{
    struct rect rect = {.x = x + picture->x + (row->figure->column - picture->width) / 2,
                        .y = y + row->height - picture->height,
                        .width = picture->width,
                        .height = picture->height};
    if (!picture->code && !picture->image && !picture->chart)
        return;
    place_tag(placer, picture->tag);
    tag_of(placer->layout, picture->tag)->box = rect;
    if (picture->chart)
        chart_place(placer, picture->chart, rect.x, rect.y);
    else if (picture->code)
        place_code(placer, picture->code, rect);
    else
        place_image(placer, picture->image, rect);
}

void figure_place(struct placer *placer, const struct figure_row *row, double x, double y)
{
    if (row == row->figure->rows && row->figure->mark)
        place_mark(placer, row->figure->mark, y);
    for (size_t i = 0; i < row->count; i++) {
        const struct figure_picture *picture = &row->pictures[i];
        if (picture->mark)
            place_mark(placer, picture->mark, y);
        place_picture(placer, row, picture, x, y);
        if (picture->from < picture->to)
            place_slices(placer, &row->figure->flow, (struct page_range){picture->from, picture->to}, x + picture->x,
                         y + row->height + FIGURE_CAPTION_GAP, 0);
    }
}

static size_t pixels(const struct document *document, double points)
{
    return (size_t)ceil(points / 72 * (document->resolution > 0 ? document->resolution : PRINT_RESOLUTION));
}

void figures_make_images(struct layout *layout)
{
    struct pages *pages = layout->pages;
    for (size_t i = 0; i < pages->images.count; i++) {
        struct page_image *image = pages->images.items[i];
        image->data = image_make(layout->arena, image->source, pixels(layout->document, image->width),
                                 pixels(layout->document, image->height));
        if (!image->data)
            layout_report(layout, SEVERITY_ERROR, "layout-picture", &layout->document->root->origin, NULL,
                          "a picture could be read before and cannot be read any more");
    }
}
