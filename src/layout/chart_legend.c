/* What stands below a chart: notes, and what its patterns mean. */
#include "layout/chart.h"

#include <math.h>

#define SWATCH_WIDTH 24.0
#define SWATCH_GAP 5.0 /* to its words */
#define ENTRY_GAP 16.0 /* to the next entry */

struct legend {
    struct chart *chart;
    double left, x, y; /* where the next entry goes */
    double height;     /* of the line of entries */
    bool centred;
};

enum swatch { SWATCH_FULL, SWATCH_HATCHED, SWATCH_DASHED };

static void draw_swatch(struct legend *legend, enum swatch swatch, double middle)
{
    struct chart *chart = legend->chart;
    struct rect box = {legend->x, middle - chart->em * 0.35, SWATCH_WIDTH, chart->em * 0.7};
    switch (swatch) {
    case SWATCH_FULL: chart_rect(chart, (struct page_path){.filled = true, .fill = CHART_BAR}, box); break;
    case SWATCH_HATCHED: chart_hatch(chart, box); break;
    case SWATCH_DASHED: chart_stroke(chart, chart_dashed(), box.x, middle, box.x + box.width, middle); break;
    }
}

static void add_entry(struct legend *legend, const struct doc_node *node, enum swatch swatch)
{
    struct chart *chart = legend->chart;
    struct chart_words *words = chart_words(chart, node);
    if (!words)
        return;
    double room = chart->width - legend->left - SWATCH_WIDTH - SWATCH_GAP;
    chart_fit_natural(chart, words, room, DOC_LEFT);
    if (legend->x > legend->left && legend->x + SWATCH_WIDTH + SWATCH_GAP + words->width > chart->width) {
        legend->x = legend->left;
        legend->y += legend->height;
        legend->height = 0;
    }
    if (legend->centred) /* the one entry of a radar */
        legend->x += (room - words->width) / 2;
    draw_swatch(legend, swatch, legend->y + words->height / 2);
    words->x = legend->x + SWATCH_WIDTH + SWATCH_GAP;
    words->y = legend->y;
    legend->x = words->x + words->width + ENTRY_GAP;
    legend->height = fmax(legend->height, words->height);
}

static void add_note(struct legend *legend, const struct doc_node *node)
{
    struct chart *chart = legend->chart;
    struct chart_words *words = chart_words(chart, node);
    if (!words)
        return;
    chart_fit(chart, words, chart->width - legend->left, legend->centred ? DOC_CENTER : DOC_LEFT);
    words->x = legend->left;
    words->y = legend->y;
    legend->y += words->height;
}

double chart_lay_legend(struct chart *chart, double left, double y)
{
    const struct doc_chart *doc = chart->doc;
    struct legend legend = {.chart = chart, .left = left, .x = left, .y = y, .centred = doc->kind == DOC_CHART_RADAR};
    for (size_t i = 0; i < DOC_CHART_NOTES; i++)
        add_note(&legend, doc->notes[i]);
    if (doc->kind == DOC_CHART_RADAR)
        add_entry(&legend, doc->threshold_label, SWATCH_DASHED);
    add_entry(&legend, doc->above, SWATCH_FULL);
    add_entry(&legend, doc->below, SWATCH_HATCHED);
    return legend.y + legend.height;
}
