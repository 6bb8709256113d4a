/*
 * Figures: pictures (photographs, codes, charts) in rows, a caption below each, and a caption of all below the last
 * row.
 *
 * A row is a slice: it is not parted.  Rows stay on one page as long as they fit, for which the pictures are reduced,
 * and the caption of all stays with the last row.
 */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "layout/block.h"
#include "layout/place.h"

struct chart;
struct qr;

/* White between a picture and its caption. */
#define FIGURE_CAPTION_GAP 4.0

/* A picture in its figure. */
struct figure_picture {
    const struct doc_node *node;
    struct page_image *image; /* NULL: it is a code or a chart, or could not be read */
    const struct qr *code;
    struct chart *chart;
    struct mark *mark; /* of its own caption; NULL: that has no number */
    size_t tag;
    size_t block_from, block_to; /* its caption in the figure's blocks */
    size_t from, to;             /* its caption's lines in the figure's flow */
    double x;                    /* of its column, from the frame's left edge */
    double width, height;        /* as it is shown; a code's with its white */
};

struct figure_row {
    struct figure *figure;
    struct figure_picture *pictures;
    size_t count;
    double height;  /* of the highest picture */
    double caption; /* of the highest caption, with the white above it; 0: there is none */
};

struct figure {
    const struct doc_node *node;
    struct blocks blocks; /* captions of pictures, one after the other, then that of all */
    size_t caption_from;  /* where that begins */
    struct mark *mark;    /* of that; NULL: it has no number */
    struct flow flow;     /* lines of the captions of pictures */
    struct figure_picture *pictures;
    size_t count;
    struct figure_row *rows;
    size_t row_count;
    double column; /* width */
};

void figure_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame);
struct text_extent figure_extent(const struct figure *figure);

/* Says that its rows stand in that slice, and those behind it when each has one of its own. */
void figure_move_marks(const struct figure *figure, size_t slice, bool own);

/* A row with the figure's frame at x and its top at y. */
void figure_place(struct placer *placer, const struct figure_row *row, double x, double y);

/* When all is placed: the pictures in the sizes in which they are shown. */
void figures_make_images(struct layout *layout);

#endif
