/* Charts: their words, their place on the page. */
#include "layout/chart.h"

#include <math.h>
#include <string.h>

/* Width of a chart in a cell of a table, points. */
#define LEAST_WIDTH 150.0
#define USUAL_WIDTH 300.0

/* ---- words ------------------------------------------------------------------------------------------------------ */

static void add_words(struct chart *chart, const struct block_place *place, const struct doc_node *node)
{
    struct text_block_options options = {.tag = place->tag};
    struct layout *layout = chart->layout;
    const struct text_block *text =
        text_block_new(layout, node->style, node->runs, node->run_count, node->origin, &options);
    struct chart_words *words = &chart->words[chart->count++];
    *words =
        (struct chart_words){.node = node, .block = chart->blocks.list.count, .natural = text_block_extent(text).line};
    block_add_text(layout, place, text, place->tag);
    chart->em = fmax(chart->em, text->em);
    chart->leading = fmax(chart->leading, node->style->leading);
}

struct chart *chart_new(struct layout *layout, const struct doc_node *node, size_t tag)
{
    struct chart *chart = arena_new_of(layout->arena, struct chart);
    struct block_place place = {.blocks = &chart->blocks, .tag = tag};
    size_t count = 0;
    for (const struct doc_node *child = node->first; child; child = child->next)
        count++;
    chart->layout = layout;
    chart->doc = node->picture.chart;
    chart->origin = node->origin;
    chart->words = arena_array(layout->arena, struct chart_words, count);
    for (const struct doc_node *child = node->first; child; child = child->next)
        add_words(chart, &place, child);
    return chart;
}

struct chart_words *chart_words(struct chart *chart, const struct doc_node *node)
{
    for (size_t i = 0; node && i < chart->count; i++)
        if (chart->words[i].node == node)
            return &chart->words[i];
    return NULL;
}

/* How far the lines of a flow reach to the right. */
static double reach_of(const struct flow *flow, size_t from, size_t to)
{
    double reach = 0;
    for (size_t i = from; i < to; i++)
        for (const struct line_part *part = flow->slices.items[i].line->parts; part; part = part->next)
            reach = fmax(reach, part->x + part->width);
    return reach;
}

void chart_fit(struct chart *chart, struct chart_words *words, double width, enum doc_align align)
{
    struct block *block = &chart->blocks.list.items[words->block];
    block->left = block->right = block->first = 0;
    block->align = align;
    block->balance = true;
    words->width = fmax(width, chart->em);
    words->from = flow_begin(&chart->flow);
    block_lay_text(chart->layout, block, &chart->flow, words->width);
    words->to = chart->flow.slices.count;
    words->height = flow_height(&chart->flow, words->from, words->to);
    words->reach = reach_of(&chart->flow, words->from, words->to);
}

void chart_fit_natural(struct chart *chart, struct chart_words *words, double most, enum doc_align align)
{
    chart_fit(chart, words, fmin(words->natural + 0.1, most), align);
}

void chart_centre(const struct chart *chart, struct chart_words *words, double x)
{
    words->x = fmax(fmin(x - words->width / 2, chart->width - words->width), 0);
}

double chart_scale(const struct doc_chart *doc, double number, double start, double end)
{
    return start + (number - doc->from) / (doc->to - doc->from) * (end - start);
}

/* ---- sizes ------------------------------------------------------------------------------------------------------ */

void chart_lay(struct chart *chart, double width, double height)
{
    chart->flow.slices.count = chart->paths.count = 0;
    chart->width = width;
    switch (chart->doc->kind) {
    case DOC_CHART_BARS:
    case DOC_CHART_WEIGHTED: chart_lay_bars(chart); break;
    case DOC_CHART_LINE: chart_lay_line(chart, height); break;
    case DOC_CHART_RADAR: chart_lay_radar(chart, height); break;
    }
    if (chart->height > height)
        layout_report(chart->layout, SEVERITY_ERROR, "layout-chart", &chart->origin,
                      "make two charts of it, or shorten its labels",
                      "a chart of %zu rows is %.0f mm high; expected at most %.0f mm, the room on its page",
                      chart->doc->row_count, chart->height / MM_TO_PT, height / MM_TO_PT);
}

struct text_extent chart_extent(void)
{
    return (struct text_extent){LEAST_WIDTH, LEAST_WIDTH, USUAL_WIDTH};
}

/* ---- on the page ------------------------------------------------------------------------------------------------ */

static struct rect box_of(const struct page_path *path)
{
    struct rect box = {path->points[0].x, path->points[0].y, 0, 0};
    for (size_t i = 1; i < path->count; i++) {
        const struct page_point *point = &path->points[i];
        double right = fmax(box.x + box.width, point->x), bottom = fmax(box.y + box.height, point->y);
        box.x = fmin(box.x, point->x);
        box.y = fmin(box.y, point->y);
        box.width = right - box.x;
        box.height = bottom - box.y;
    }
    return box;
}

static void place_path(struct placer *placer, const struct page_path *path, double x, double y)
{
    struct arena *arena = placer->layout->arena;
    struct page_point *points = arena_array(arena, struct page_point, path->count);
    for (size_t i = 0; i < path->count; i++)
        points[i] = (struct page_point){path->points[i].x + x, path->points[i].y + y, path->points[i].begin};
    struct page_path *placed = arena_new_of(arena, struct page_path);
    *placed = *path;
    placed->points = points;
    struct page_item *item = place_item(placer, PAGE_PATH);
    item->path = placed;
    item->rect = box_of(placed);
}

void chart_place(struct placer *placer, const struct chart *chart, double x, double y)
{
    for (size_t i = 0; i < chart->paths.count; i++)
        place_path(placer, &chart->paths.items[i], x, y);
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_words *words = &chart->words[i];
        place_slices(placer, &chart->flow, (struct page_range){words->from, words->to}, x + words->x, y + words->y, 0);
    }
}
