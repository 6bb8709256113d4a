/* From a figure of the document to slices. */
#include "layout/figure.h"

#include "image/qr.h"
#include "layout/chart.h"

#include <math.h>
#include <string.h>

/* Pictures are shown no larger than at this many pixels an inch, unless a width is asked for. */
#define LEAST_RESOLUTION 96.0

/* A code of which no size is said; the least side of a module that cameras read well (points). */
#define CODE_WIDTH (30 * MM_TO_PT)
#define LEAST_MODULE (0.33 * MM_TO_PT)

/* Least width of a picture in a cell of a table, points. */
#define LEAST_WIDTH 24.0

/* Rows that are made to fit on one page together. */
enum { ROWS_TOGETHER = 3 };

/* ---- blocks ----------------------------------------------------------------------------------------------------- */

static struct page_image *image_of(struct layout *layout, const struct image *source)
{
    struct pages *pages = layout->pages;
    for (size_t i = 0; i < pages->images.count; i++)
        if (pages->images.items[i]->source == source)
            return pages->images.items[i];
    struct page_image *image = arena_new_of(layout->arena, struct page_image);
    *image = (struct page_image){.id = pages->images.count, .source = source};
    return *list_add(layout->arena, &pages->images) = image;
}

static struct mark *add_caption(struct layout *layout, struct blocks *blocks, size_t parent,
                                const struct doc_node *node)
{
    struct block_place place = {.blocks = blocks, .tag = tag_new(layout, parent, PAGE_CAPTION), .together = true};
    blocks_add_paragraph(layout, &place, node);
    return mark_caption(layout, node);
}

static void encode(struct layout *layout, struct figure_picture *picture)
{
    const struct doc_node *node = picture->node;
    picture->code = qr_encode(layout->arena, node->picture.code);
    if (!picture->code)
        layout_report(layout, SEVERITY_ERROR, "layout-code", &node->origin, NULL,
                      "a text of %zu bytes is too long for a QR code; expected at most 2,331",
                      strlen(node->picture.code));
}

static void add_picture(struct layout *layout, struct figure *figure, size_t parent, const struct doc_node *node)
{
    struct figure_picture *picture = &figure->pictures[figure->count++];
    *picture = (struct figure_picture){.node = node, .tag = tag_new(layout, parent, PAGE_FIGURE)};
    tag_of(layout, picture->tag)->alt = node->picture.alt;
    if (node->picture.code)
        encode(layout, picture);
    else if (node->picture.image)
        picture->image = image_of(layout, node->picture.image);
    picture->block_from = figure->blocks.list.count;
    if (node->picture.chart)
        picture->chart = chart_new(layout, node, picture->tag);
    else if (node->first)
        picture->mark = add_caption(layout, &figure->blocks, parent, node->first);
    picture->block_to = figure->blocks.list.count;
}

static void make_rows(struct layout *layout, struct figure *figure)
{
    size_t columns = figure->node->figure.columns;
    figure->row_count = (figure->count + columns - 1) / columns;
    figure->rows = arena_array(layout->arena, struct figure_row, figure->row_count);
    for (size_t i = 0; i < figure->row_count; i++) {
        size_t left = figure->count - i * columns;
        figure->rows[i] = (struct figure_row){
            .figure = figure, .pictures = &figure->pictures[i * columns], .count = left < columns ? left : columns};
    }
}

void blocks_add_figure(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct figure *figure = arena_new_of(layout->arena, struct figure);
    size_t pictures = 0;
    for (const struct doc_node *child = node->first; child; child = child->next)
        pictures += child->kind == DOC_PICTURE;
    figure->node = node;
    figure->pictures = arena_array(layout->arena, struct figure_picture, pictures);
    for (const struct doc_node *child = node->first; child; child = child->next)
        if (child->kind == DOC_PICTURE)
            add_picture(layout, figure, place->tag, child);
    figure->caption_from = figure->blocks.list.count;
    if (node->figure.caption)
        figure->mark = add_caption(layout, &figure->blocks, place->tag, node->last);
    make_rows(layout, figure);
    block_add(layout, place, BLOCK_FIGURE, node->style)->figure = figure;
}

/* ---- sizes ------------------------------------------------------------------------------------------------------ */

/* Height by width. */
static double shape_of(const struct figure_picture *picture)
{
    return picture->image ? (double)picture->image->source->height / (double)picture->image->source->width : 1;
}

static double wanted_width(const struct figure_picture *picture, double column)
{
    const struct doc_picture *set = &picture->node->picture;
    switch (set->kind) {
    case DOC_WIDTH_POINTS: return set->width;
    case DOC_WIDTH_FRACTION: return set->width * column;
    case DOC_WIDTH_AUTO: break;
    }
    if (picture->chart)
        return column;
    if (set->height > 0)
        return set->height / shape_of(picture);
    return picture->image ? (double)picture->image->source->width / LEAST_RESOLUTION * 72 : CODE_WIDTH;
}

static void check_code(struct layout *layout, const struct figure_picture *picture)
{
    double modules = (double)picture->code->size + 2.0 * QR_QUIET, module = picture->width / modules;
    if (module < LEAST_MODULE)
        layout_report(layout, SEVERITY_WARNING, "layout-code", &picture->node->origin,
                      "make it wider, or its text shorter",
                      "a QR code of %.0f modules is %.0f mm wide; cameras may not read it below %.0f mm", modules,
                      picture->width / MM_TO_PT, ceil(LEAST_MODULE * modules / MM_TO_PT));
}

static void size_picture(struct layout *layout, const struct figure *figure, struct figure_picture *picture,
                         double height)
{
    double shape = shape_of(picture);
    picture->width = fmin(wanted_width(picture, figure->column), figure->column);
    if (picture->chart) {
        chart_lay(picture->chart, picture->width, height);
        picture->height = picture->chart->height;
        return;
    }
    picture->width = fmin(picture->width, height / shape);
    picture->height = picture->width * shape;
    if (picture->code)
        check_code(layout, picture);
}

/* Captions are as wide as the columns; returns the height of the row's highest. */
static double lay_captions(struct layout *layout, struct figure *figure, const struct figure_row *row)
{
    double highest = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct figure_picture *picture = &row->pictures[i];
        picture->from = flow_begin(&figure->flow);
        blocks_lay(layout, &figure->blocks, picture->block_from, picture->block_to, &figure->flow, figure->column);
        picture->to = figure->flow.slices.count;
        if (picture->from < picture->to)
            highest = fmax(highest, FIGURE_CAPTION_GAP + flow_height(&figure->flow, picture->from, picture->to));
    }
    return highest;
}

/* The height of the caption of all, and of the white around it. */
static double caption_height(struct layout *layout, struct figure *figure, double frame)
{
    size_t from = flow_begin(&figure->flow);
    blocks_lay(layout, &figure->blocks, figure->caption_from, figure->blocks.list.count, &figure->flow, frame);
    double height = flow_height(&figure->flow, from, figure->flow.slices.count);
    figure->flow.slices.count = from;
    return height > 0 ? height + FIGURE_CAPTION_GAP : 0;
}

/* Pictures of a row that is not full stand in the middle. */
static void size_row(struct layout *layout, struct figure *figure, struct figure_row *row, double left, double height)
{
    double step = figure->column + figure->node->figure.gap;
    double x = left + (double)(figure->node->figure.columns - row->count) * step / 2;
    row->height = 0;
    for (size_t i = 0; i < row->count; i++) {
        size_picture(layout, figure, &row->pictures[i], height);
        row->pictures[i].x = x + (double)i * step;
        row->height = fmax(row->height, row->pictures[i].height);
    }
}

/* What is left of a page's height for the pictures of one row. */
static double picture_height(struct layout *layout, struct figure *figure, double frame)
{
    size_t together = figure->row_count < ROWS_TOGETHER ? figure->row_count : ROWS_TOGETHER;
    double captions = caption_height(layout, figure, frame), highest = 0;
    for (size_t i = 0; i < figure->row_count; i++) {
        figure->rows[i].caption = lay_captions(layout, figure, &figure->rows[i]);
        highest = fmax(highest, figure->rows[i].caption);
    }
    captions += (double)together * (highest + figure->node->figure.gap);
    double room = layout->section->height - captions;
    return fmax(room / (double)together, LEAST_WIDTH);
}

void figure_move_marks(const struct figure *figure, size_t slice, bool own)
{
    if (figure->mark)
        figure->mark->slice = slice;
    for (size_t i = 0; i < figure->row_count; i++)
        for (size_t j = 0; j < figure->rows[i].count; j++)
            if (figure->rows[i].pictures[j].mark)
                figure->rows[i].pictures[j].mark->slice = slice + (own ? i : 0);
}

/* ---- slices ----------------------------------------------------------------------------------------------------- */

static void add_rows(struct layout *layout, struct figure *figure, struct flow *flow)
{
    figure_move_marks(figure, flow->slices.count, true);
    for (size_t i = 0; i < figure->row_count; i++) {
        struct figure_row *row = &figure->rows[i];
        if (i) {
            flow_space(flow, figure->node->figure.gap);
            flow_keep(flow, COST_TOGETHER);
        }
        flow_add(layout, flow, SLICE_FIGURE, row->height + row->caption)->figure = row;
    }
}

void figure_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame)
{
    struct figure *figure = block->figure;
    double left = fmin(block->left, frame * 0.4), right = fmin(block->right, frame * 0.2);
    double columns = (double)figure->node->figure.columns, measure = frame - left - right;
    figure->flow.slices.count = 0;
    figure->column = fmax((measure - (columns - 1) * figure->node->figure.gap) / columns, 1);
    double height = picture_height(layout, figure, frame);
    for (size_t i = 0; i < figure->row_count; i++)
        size_row(layout, figure, &figure->rows[i], left, height);
    add_rows(layout, figure, flow);
    flow_space(flow, FIGURE_CAPTION_GAP);
    flow_keep(flow, COST_NEXT);
    blocks_lay(layout, &figure->blocks, figure->caption_from, figure->blocks.list.count, flow, frame);
    flow->cost = 0; /* captions of tables keep with what follows: these do not */
}

struct text_extent figure_extent(const struct figure *figure)
{
    double columns = (double)figure->node->figure.columns, widest = 0;
    double gaps = (columns - 1) * figure->node->figure.gap, least = columns * LEAST_WIDTH + gaps;
    for (size_t i = 0; i < figure->count; i++) {
        const struct doc_picture *set = &figure->pictures[i].node->picture;
        if (figure->pictures[i].chart) {
            widest = fmax(widest, chart_extent().line);
            least = fmax(least, chart_extent().soft * columns + gaps);
        }
        widest = fmax(widest, set->kind == DOC_WIDTH_FRACTION ? LEAST_WIDTH : wanted_width(&figure->pictures[i], 0));
        if (set->kind == DOC_WIDTH_POINTS)
            least = fmax(least, set->width * columns + gaps);
    }
    return (struct text_extent){least, least, fmax(widest * columns + gaps, least)};
}
