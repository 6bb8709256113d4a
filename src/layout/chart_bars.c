/* Bars: labels at the left, level bars, their numbers in a column at the right. */
#include "layout/chart.h"

#include <math.h>

/* The most of the width that labels take, and the least that is left to the bars. */
#define LABEL_SHARE 0.42
#define PLOT_SHARE 0.25

#define LABEL_GAP 6.0  /* between labels, bars and numbers */
#define BAR_HEIGHT 0.9 /* ems */
#define ROW_GAP 0.4    /* between rows, ems */
#define BREAK_AT 7.0   /* where bars are cut, from the axis */
#define BREAK_WIDTH 3.0

struct bars {
    struct chart *chart;
    double left, right; /* of the plot */
    double top, bottom;
    double bar; /* height of one */
};

static double widest(struct chart *chart, bool values)
{
    double width = 0;
    for (size_t i = 0; i < chart->doc->row_count; i++) {
        const struct doc_chart_row *row = &chart->doc->rows[i];
        width = fmax(width, chart_words(chart, values ? row->value : row->label)->natural);
    }
    return width + 0.1;
}

/* Words into their columns. */
static void fit_columns(struct bars *bars)
{
    struct chart *chart = bars->chart;
    double labels = fmin(widest(chart, false), LABEL_SHARE * chart->width);
    double most = (1 - LABEL_SHARE - PLOT_SHARE) * chart->width, values = fmin(widest(chart, true), most);
    for (size_t i = 0; i < chart->doc->row_count; i++) {
        struct chart_words *label = chart_words(chart, chart->doc->rows[i].label);
        struct chart_words *value = chart_words(chart, chart->doc->rows[i].value);
        chart_fit(chart, label, labels, DOC_LEFT);
        chart_fit(chart, value, values, DOC_RIGHT);
        value->x = chart->width - values;
        bars->left = fmax(bars->left, label->reach + LABEL_GAP);
    }
    bars->right = chart->width - values - LABEL_GAP;
}

static void put_threshold_label(struct bars *bars)
{
    struct chart *chart = bars->chart;
    struct chart_words *label = chart_words(chart, chart->doc->threshold_label);
    if (!label)
        return;
    chart_fit_natural(chart, label, chart->width * LABEL_SHARE, DOC_CENTER);
    chart_centre(chart, label, chart_scale(chart->doc, chart->doc->threshold, bars->left, bars->right));
    label->y = 0;
    bars->top = label->height;
}

/* Rows are as high as their words; each word stands in the middle of its row. */
static void put_rows(struct bars *bars)
{
    struct chart *chart = bars->chart;
    double y = bars->top + ROW_GAP * chart->em / 2;
    for (size_t i = 0; i < chart->doc->row_count; i++) {
        struct chart_words *label = chart_words(chart, chart->doc->rows[i].label);
        struct chart_words *value = chart_words(chart, chart->doc->rows[i].value);
        double height = fmax(fmax(label->height, value->height), bars->bar);
        label->y = y + (height - label->height) / 2;
        value->y = y + (height - value->height) / 2;
        y += height + ROW_GAP * chart->em;
    }
    bars->bottom = y - ROW_GAP * chart->em / 2;
}

static double put_ticks(struct bars *bars)
{
    struct chart *chart = bars->chart;
    double y = bars->bottom + 1, height = 0;
    for (size_t i = 0; i < chart->doc->tick_count; i++) {
        struct chart_words *tick = chart_words(chart, chart->doc->ticks[i].label);
        double x = chart_scale(chart->doc, chart->doc->ticks[i].number, bars->left, bars->right);
        chart_fit_natural(chart, tick, chart->width, DOC_CENTER);
        chart_centre(chart, tick, x);
        tick->y = y;
        height = fmax(height, tick->height);
        struct page_path grid = {.width = CHART_HAIR, .grey = CHART_GRID};
        if (i)
            chart_stroke(chart, grid, x, bars->top, x, bars->bottom);
    }
    return y + height;
}

/* Where the axis does not begin at 0: a slanting gap in the bar. */
static void draw_break(struct bars *bars, const struct rect *bar)
{
    double x = bars->left + BREAK_AT, below = bar->y + bar->height + 1, above = bar->y - 1;
    struct page_path white = {.filled = true, .fill = 1, .closed = true};
    if (bar->width < BREAK_AT + 2 * BREAK_WIDTH)
        return;
    struct page_point *points = chart_path(bars->chart, white, 4);
    points[0] = (struct page_point){x, below, true};
    points[1] = (struct page_point){x + BREAK_WIDTH, above, false};
    points[2] = (struct page_point){x + 2 * BREAK_WIDTH, above, false};
    points[3] = (struct page_point){x + BREAK_WIDTH, below, false};
}

static void draw_bar(struct bars *bars, const struct doc_chart_row *row)
{
    struct chart *chart = bars->chart;
    const struct chart_words *label = chart_words(chart, row->label);
    double end = chart_scale(chart->doc, row->number, bars->left, bars->right);
    struct rect bar = {bars->left, label->y + (label->height - bars->bar) / 2, end - bars->left, bars->bar};
    struct rect whole = bar;
    whole.width = chart_scale(chart->doc, row->max, bars->left, bars->right) - bars->left;
    if (chart->doc->kind == DOC_CHART_WEIGHTED)
        chart_rect(chart, (struct page_path){.filled = true, .fill = 1, .width = CHART_STROKE}, whole);
    if (row->below)
        chart_hatch(chart, bar);
    else
        chart_rect(chart, (struct page_path){.filled = true, .fill = CHART_BAR}, bar);
    if (chart->doc->from > 0)
        draw_break(bars, &bar);
}

void chart_lay_bars(struct chart *chart)
{
    struct bars bars = {.chart = chart, .bar = BAR_HEIGHT * chart->em};
    const struct doc_chart *doc = chart->doc;
    fit_columns(&bars);
    put_threshold_label(&bars);
    put_rows(&bars);
    double y = put_ticks(&bars);
    for (size_t i = 0; i < doc->row_count; i++)
        draw_bar(&bars, &doc->rows[i]);
    chart_stroke(chart, (struct page_path){.width = CHART_STROKE}, bars.left, bars.top, bars.left, bars.bottom);
    if (doc->threshold_label) {
        double x = chart_scale(doc, doc->threshold, bars.left, bars.right);
        chart_stroke(chart, chart_dashed(), x, bars.top, x, bars.bottom);
    }
    chart->height = chart_lay_legend(chart, bars.left, y);
}
