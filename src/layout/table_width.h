/* Widths of columns: numbers in, numbers out. */
#ifndef LAYOUT_TABLE_WIDTH_H
#define LAYOUT_TABLE_WIDTH_H

#include "layout/line.h"

struct width_column {
    enum doc_width kind;
    double given;            /* POINTS: points; FRACTION: of the measure */
    struct text_extent need; /* the most that a cell of this column alone asks for */
    double load;             /* how long its cells are in the mean, for its share of what is to be given away */
    double width;            /* the result */
};

/* What a cell over several columns asks for. */
struct width_span {
    size_t column, count;
    struct text_extent need;
};

enum width_fit {
    WIDTH_FITS,  /* nothing is broken that should not be */
    WIDTH_SOFT,  /* breaks of second choice may be needed */
    WIDTH_TIGHT, /* words may have to be broken */
};

/*
 * Given widths are kept where the measure allows and no word asks for more.  Columns of automatic width share the rest
 * such that cells come out equally high as far as that goes, and none is narrower than its longest word.  The sum is
 * the measure, or less when all widths are given; never more.
 */
enum width_fit table_widths(struct width_column *columns, size_t count, const struct width_span *spans,
                            size_t span_count, double measure);

#endif
