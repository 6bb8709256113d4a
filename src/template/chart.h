/*
 * Charts: what charts/NAME.json describes, and the scale of an axis.
 */
#ifndef TEMPLATE_CHART_H
#define TEMPLATE_CHART_H

#include "doc/doc.h"
#include "template/conditions.h"

/* Rows as they are described: one, or one for each element of a list.  Numbers are VALUE_NUMBER or the path of one. */
struct chart_rows {
    const struct value *described;
    struct conditions conditions;
    const struct mustache *label;
    const struct mustache *print; /* words of the number; NULL: as it is written */
    const struct value *value;
    const struct value *max; /* "weighted"; NULL: that of the axis */
};

/* Members that are not given are NULL. */
struct chart {
    const char *name;
    const struct value *described;
    enum doc_chart_kind kind;
    struct chart_rows *rows;
    size_t row_count;
    const struct value *from, *to; /* of the axis */
    bool from_auto;
    const struct mustache *note, *cut; /* below the axis; only where it does not begin at 0 */
    const struct value *threshold;
    const struct value *inclusive; /* whether equal is not below: true, false, or the path of one; NULL: true */
    const struct mustache *threshold_label, *above, *below;
    const struct mustache *alt;
    const char *style;
    const char *width;
    double height; /* of the plot; 0: as suits */
};

/* Reads a description. */
struct chart *chart_read(struct arena *arena, const char *name, const struct value *described, struct diags *diags);

/* Reads "bars", "line", ...; false when it is none of these. */
bool chart_kind(const char *name, enum doc_chart_kind *kind);

/* Calls `visit` for every text with tags in the chart. */
void chart_visit(const struct chart *chart, void (*visit)(void *user, const struct mustache *words), void *user);

/* ---- scales ---- */

/* Numbers of charts are counted in millionths. */
#define CHART_ONE INT64_C(1000000)

struct chart_scale {
    int64_t from, to, step; /* ticks stand at from, from + step, ... up to `to` */
};

/* What an axis is to hold. */
struct chart_range {
    int64_t least, largest; /* of all that is drawn; least >= 0 */
    int64_t from;           /* begins no higher than here; -1: wherever all is seen best */
    int64_t to;             /* ends here; -1: at the tick above `largest` */
};

/* False when the number is too large for a chart. */
bool chart_number(struct decimal number, int64_t *millionths);

/* The scale, with at most six ticks at steps of 1, 2 or 5 of their place. */
struct chart_scale chart_scale_of(struct chart_range range);

/* Millionths as digits, without trailing zeros. */
const char *chart_digits(struct arena *arena, int64_t millionths);

#endif
