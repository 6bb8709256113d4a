/* A line from point to point, each with its number. */
#include "layout/chart.h"

#include <math.h>

#define PLOT_SHAPE 0.42 /* height by width, unless one is asked for */
#define LEAST_PLOT 60.0
#define THRESHOLD_SHARE 0.2 /* the most of the width that the threshold's label takes */
#define GAP 5.0             /* between the axis and its numbers, the plot and the threshold's label */
#define POINT_GAP 4.5       /* between a point and its number */
#define CLEAR 1.5           /* around a number */
#define INK_TOP 0.24        /* where digits are in the height of their line's box */
#define INK_HEIGHT 0.56

enum { STEPS = 24 }; /* at which a line is looked at */

struct line_plot {
    struct chart *chart;
    double left, right, top, bottom;
    double step; /* from point to point */
    struct page_point *points;
};

/* ---- around the plot -------------------------------------------------------------------------------------------- */

static void put_scale(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    struct page_path grid = {.width = CHART_HAIR, .grey = CHART_GRID};
    for (size_t i = 0; i < chart->doc->tick_count; i++) {
        struct chart_words *tick = chart_words(chart, chart->doc->ticks[i].label);
        double y = chart_scale(chart->doc, chart->doc->ticks[i].number, plot->bottom, plot->top);
        tick->x = plot->left - GAP - tick->width;
        tick->y = y - tick->height / 2 - CHART_RAISE * chart->em;
        if (i)
            chart_stroke(chart, grid, plot->left, y, plot->right, y);
    }
}

/* The room that the scale and the threshold's label need at the sides. */
static void fit_sides(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    struct chart_words *label = chart_words(chart, chart->doc->threshold_label);
    for (size_t i = 0; i < chart->doc->tick_count; i++) {
        struct chart_words *tick = chart_words(chart, chart->doc->ticks[i].label);
        chart_fit_natural(chart, tick, chart->width, DOC_RIGHT);
        plot->left = fmax(plot->left, tick->width + GAP);
    }
    plot->right = chart->width;
    if (!label)
        return;
    chart_fit_natural(chart, label, THRESHOLD_SHARE * chart->width, DOC_LEFT);
    plot->right -= label->width + GAP;
}

/* Labels below the points; returns the height of the highest. */
static double fit_labels(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    double highest = 0, widest = 0;
    plot->step = (plot->right - plot->left) / (double)chart->doc->row_count;
    for (size_t i = 0; i < chart->doc->row_count; i++) {
        struct chart_words *label = chart_words(chart, chart->doc->rows[i].label);
        struct chart_words *value = chart_words(chart, chart->doc->rows[i].value);
        chart_fit(chart, label, plot->step - 2 * CLEAR, DOC_CENTER);
        chart_fit_natural(chart, value, chart->width, DOC_CENTER);
        highest = fmax(highest, label->height);
        widest = fmax(widest, value->width);
    }
    if (widest > plot->step)
        layout_report(chart->layout, SEVERITY_WARNING, "layout-chart", &chart->origin, "leave some out",
                      "a chart of %zu points is too narrow for their numbers", chart->doc->row_count);
    return highest;
}

static void put_labels(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    for (size_t i = 0; i < chart->doc->row_count; i++) {
        struct chart_words *label = chart_words(chart, chart->doc->rows[i].label);
        label->x = plot->points[i].x - label->width / 2;
        label->y = plot->bottom + 2;
    }
}

/* The axis; where it does not begin at 0 with a gap between two strokes near its foot. */
static void draw_axis(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    struct page_path stroke = {.width = CHART_STROKE};
    double foot = plot->bottom, x = plot->left;
    if (chart->doc->from > 0) {
        chart_stroke(chart, stroke, x, foot, x, foot - 4);
        for (int i = 0; i < 2; i++, foot -= 3)
            chart_stroke(chart, stroke, x - 3.5, foot - 3, x + 3.5, foot - 6);
        foot = plot->bottom - 7.5;
    }
    chart_stroke(chart, stroke, x, foot, x, plot->top);
    chart_stroke(chart, stroke, x, plot->bottom, plot->right, plot->bottom);
}

static void draw_threshold(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    struct chart_words *label = chart_words(chart, chart->doc->threshold_label);
    if (!label)
        return;
    double y = chart_scale(chart->doc, chart->doc->threshold, plot->bottom, plot->top);
    chart_stroke(chart, chart_dashed(), plot->left, y, plot->right, y);
    label->x = plot->right + GAP;
    label->y = y - label->height / 2 - CHART_RAISE * chart->em;
}

/* ---- numbers beside their points -------------------------------------------------------------------------------- */

static bool is_inside(const struct rect *rect, double x, double y)
{
    return x > rect->x - CLEAR && x < rect->x + rect->width + CLEAR && y > rect->y && y < rect->y + rect->height;
}

static bool meets_line(const struct line_plot *plot, size_t from, size_t to, const struct rect *rect)
{
    const struct page_point *a = &plot->points[from], *b = &plot->points[to];
    for (int i = 0; i <= STEPS; i++) {
        double t = (double)i / STEPS;
        if (is_inside(rect, a->x + t * (b->x - a->x), a->y + t * (b->y - a->y)))
            return true;
    }
    return false;
}

static bool is_free(const struct line_plot *plot, size_t at, const struct rect *rect)
{
    size_t count = plot->chart->doc->row_count;
    if (rect->x < plot->left + GAP || rect->x + rect->width > plot->chart->width ||
        rect->y + rect->height > plot->bottom)
        return false;
    if (at) {
        const struct chart_words *before = chart_words(plot->chart, plot->chart->doc->rows[at - 1].value);
        bool beside = before->x + before->width + CLEAR < rect->x;
        if (!beside && before->y < rect->y + rect->height && rect->y < before->y + before->height)
            return false;
    }
    return !(at && meets_line(plot, at - 1, at, rect)) && !(at + 1 < count && meets_line(plot, at, at + 1, rect));
}

/* Both neighbours are higher. */
static bool is_valley(const struct line_plot *plot, size_t at)
{
    const struct doc_chart_row *row = &plot->chart->doc->rows[at];
    return at && at + 1 < plot->chart->doc->row_count && row[-1].number > row->number && row[1].number > row->number;
}

/* A place of a number's digits: `across` and `down` are shares of their own size. */
static struct rect digits_at(const struct line_plot *plot, size_t at, double across, double down)
{
    const struct chart_words *value = chart_words(plot->chart, plot->chart->doc->rows[at].value);
    const struct page_point *point = &plot->points[at];
    struct rect rect = {.width = value->width, .height = INK_HEIGHT * value->height};
    double aside = across > -1 && across < 0 ? 0 : POINT_GAP / 2, away = down > -1 && down < 0 ? 0 : POINT_GAP;
    rect.x = point->x + across * rect.width + (across < -0.5 ? -aside : aside);
    rect.y = point->y + down * rect.height + (down < -0.5 ? -away : away);
    return rect;
}

/* Above the point, else beside or below it, of a valley below: the first place where no line and no other number is. */
static void put_number(struct line_plot *plot, size_t at)
{
    static const struct {
        double across, down;
    } places[] = {{-0.5, 0}, {-0.5, -1}, {-1, -1}, {0, -1}, {-0.5, 0}, {-1, 0}, {0, 0}, {0, -0.5}, {-1, -0.5}};
    struct chart_words *value = chart_words(plot->chart, plot->chart->doc->rows[at].value);
    size_t first = is_valley(plot, at) ? 0 : 1;
    struct rect rect = digits_at(plot, at, places[first].across, places[first].down);
    for (size_t i = first; i < sizeof places / sizeof *places; i++) {
        struct rect other = digits_at(plot, at, places[i].across, places[i].down);
        if (is_free(plot, at, &other)) {
            rect = other;
            break;
        }
    }
    value->x = rect.x;
    value->y = rect.y - INK_TOP * value->height;
    chart_rect(plot->chart, (struct page_path){.filled = true, .fill = 1}, rect);
}

static void draw_line(struct line_plot *plot)
{
    struct chart *chart = plot->chart;
    size_t count = chart->doc->row_count;
    struct page_point *line = chart_path(chart, (struct page_path){.width = CHART_BOLD}, count);
    for (size_t i = 0; i < count; i++)
        line[i] = plot->points[i];
    for (size_t i = 0; i < count; i++)
        chart_dot(chart, plot->points[i].x, plot->points[i].y);
}

void chart_lay_line(struct chart *chart, double height)
{
    struct line_plot plot = {.chart = chart, .top = chart->leading + POINT_GAP};
    const struct doc_chart *doc = chart->doc;
    plot.points = arena_array(chart->layout->arena, struct page_point, doc->row_count);
    fit_sides(&plot);
    double labels = fit_labels(&plot), wanted = doc->plot_height > 0 ? doc->plot_height : PLOT_SHAPE * chart->width;
    double below = chart_lay_legend(chart, 0, 0) + labels + 4;
    chart->paths.count = 0;
    plot.bottom = plot.top + fmax(fmin(wanted, height - below - plot.top), LEAST_PLOT);
    for (size_t i = 0; i < doc->row_count; i++)
        plot.points[i] = (struct page_point){plot.left + ((double)i + 0.5) * plot.step,
                                             chart_scale(doc, doc->rows[i].number, plot.bottom, plot.top), !i};
    put_scale(&plot);
    put_labels(&plot);
    draw_threshold(&plot);
    for (size_t i = 0; i < doc->row_count; i++)
        put_number(&plot, i);
    draw_axis(&plot);
    draw_line(&plot);
    chart->height = chart_lay_legend(chart, plot.left, plot.bottom + 4 + labels);
}
