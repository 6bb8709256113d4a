/*
 * Charts: bars, lines and radars with their words, drawn in greys, dashes and hatching, so that nothing is lost in
 * black and white.
 *
 * A chart's words are shaped once; it can be laid into any width, each time anew.  Laying gives lines of words and
 * paths, both from the chart's top left corner; the paths lie under the words.
 */
#ifndef LAYOUT_CHART_H
#define LAYOUT_CHART_H

#include "layout/block.h"
#include "layout/place.h"

/* A paragraph of the chart. */
struct chart_words {
    const struct doc_node *node;
    size_t block;    /* in the chart's blocks */
    double natural;  /* width on one line */
    size_t from, to; /* its lines in the chart's flow, once it has a width */
    double x, y;     /* its frame's top left corner */
    double width, height;
    double reach; /* from the frame's left edge to the end of the longest line */
};

struct chart {
    struct layout *layout;
    const struct doc_chart *doc;
    struct doc_origin origin;
    struct blocks blocks;
    struct flow flow;
    struct chart_words *words;
    size_t count;
    LIST(struct page_path) paths;
    double em, leading; /* of the words */
    double width, height;
};

/* The chart of a DOC_PICTURE; `tag` is its Figure. */
struct chart *chart_new(struct layout *layout, const struct doc_node *node, size_t tag);

/* Lays the chart into a width; the plot is made lower where it can be and the chart would be higher than `height`.
 * Reports what does not fit. */
void chart_lay(struct chart *chart, double width, double height);

/* The narrowest that is still a chart, and what it takes where it may choose. */
struct text_extent chart_extent(void);

void chart_place(struct placer *placer, const struct chart *chart, double x, double y);

/* ---- for the kinds (chart_*.c) ---- */

/* The words of a paragraph, or NULL for NULL. */
struct chart_words *chart_words(struct chart *chart, const struct doc_node *node);

/* Breaks words into a frame of that width: `width` and `height` are then known, x and y are for the caller. */
void chart_fit(struct chart *chart, struct chart_words *words, double width, enum doc_align align);

/* The same as wide as they are, but no wider than `most`. */
void chart_fit_natural(struct chart *chart, struct chart_words *words, double most, enum doc_align align);

/* Moves the frame's middle to `x`, but not beyond the chart's sides. */
void chart_centre(const struct chart *chart, struct chart_words *words, double x);

/* Where a number lies on an axis that is drawn from `start` to `end`. */
double chart_scale(const struct doc_chart *doc, double number, double start, double end);

void chart_lay_bars(struct chart *chart);
void chart_lay_line(struct chart *chart, double height);
void chart_lay_radar(struct chart *chart, double height);

/* The notes and the legend below `y`, from `left` on; returns where they end. */
double chart_lay_legend(struct chart *chart, double left, double y);

/* ---- paths ---- */

#define CHART_GRID 0.8 /* grey of the grid */
#define CHART_BAR 0.6  /* of bars */
#define CHART_HAIR 0.4 /* widths of strokes */
#define CHART_STROKE 0.7
#define CHART_BOLD 1.2
#define CHART_DASH 3.0 /* of thresholds */
#define CHART_DASH_GAP 2.0

/* A path with that look and room for `count` points, which the caller sets. */
struct page_point *chart_path(struct chart *chart, struct page_path look, size_t count);

void chart_stroke(struct chart *chart, struct page_path look, double x1, double y1, double x2, double y2);
void chart_rect(struct chart *chart, struct page_path look, struct rect rect);
void chart_dot(struct chart *chart, double x, double y);

/* A rectangle with an outline and slanting lines. */
void chart_hatch(struct chart *chart, struct rect rect);

/* Digits stand above the middle of their line's box by so many ems less. */
#define CHART_RAISE 0.08

/* The stroke of thresholds. */
struct page_path chart_dashed(void);

#endif
