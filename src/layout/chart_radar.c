/* Axes around a centre: rings for the scale, a line through the numbers, labels around. */
#include "layout/chart.h"

#include <math.h>

#define LABEL_SHARE 0.28 /* of the width, for labels at each side */
#define GAP 6.0          /* from the outermost ring to labels */
#define LEAST_RADIUS 40.0
#define TICK_GAP 2.0    /* between a label of the scale and the lines beside it */
#define DIGIT_HALF 0.35 /* of the size: from the middle of digits to their edge */
#define SIDE 0.2        /* labels stand beside the rings where an axis leans at least so far */

enum { NARROW_ROWS = 6 }; /* from which on axes are near each other */

#define FULL_TURN 6.283185307179586

struct radar_label {
    struct chart_words *label, *value;
    double width, height, y; /* of both, one below the other */
};

struct radar {
    struct chart *chart;
    double x, y, radius; /* of the rings; y is 0 until the labels have their places */
    struct radar_label *labels;
};

/* The direction of an axis; the first points up, the others go on clockwise. */
static struct page_point direction(const struct radar *radar, double axis)
{
    double angle = FULL_TURN * (axis / (double)radar->chart->doc->row_count - 0.25);
    return (struct page_point){cos(angle), sin(angle), false};
}

static struct page_point point_at(const struct radar *radar, double axis, double number)
{
    struct page_point way = direction(radar, axis);
    double far = chart_scale(radar->chart->doc, number, 0, radar->radius);
    return (struct page_point){radar->x + far * way.x, radar->y + far * way.y, false};
}

/* ---- labels ----------------------------------------------------------------------------------------------------- */

static void fit_labels(struct radar *radar)
{
    struct chart *chart = radar->chart;
    double most = LABEL_SHARE * chart->width - GAP;
    for (size_t i = 0; i < chart->doc->row_count; i++) {
        struct radar_label *label = &radar->labels[i];
        double lean = direction(radar, (double)i).x;
        enum doc_align align = lean > SIDE ? DOC_LEFT : lean < -SIDE ? DOC_RIGHT : DOC_CENTER;
        label->label = chart_words(chart, chart->doc->rows[i].label);
        label->value = chart_words(chart, chart->doc->rows[i].value);
        label->width = fmin(fmax(label->label->natural, label->value->natural) + 0.1, most);
        chart_fit(chart, label->label, label->width, align);
        chart_fit(chart, label->value, label->width, align);
        label->height = label->label->height + label->value->height;
    }
}

/* Each at the end of its axis, seen from the centre. */
static void put_beside_axes(struct radar *radar)
{
    for (size_t i = 0; i < radar->chart->doc->row_count; i++) {
        struct radar_label *label = &radar->labels[i];
        double down = direction(radar, (double)i).y;
        label->y = down * (radar->radius + GAP) + (down - 1) * label->height / 2;
    }
}

/* On each side, labels that lie on each other are moved apart, the lower one downwards. */
static void part_labels(struct radar *radar)
{
    size_t count = radar->chart->doc->row_count;
    double right = -HUGE_VAL, left = -HUGE_VAL;
    for (size_t i = 0; i < count; i++) {
        struct radar_label *label = &radar->labels[i], *other = &radar->labels[(count - i) % count];
        if (direction(radar, (double)i).x > SIDE) {
            label->y = fmax(label->y, right);
            right = label->y + label->height;
        }
        if (direction(radar, (double)(count - i)).x < -SIDE) {
            other->y = fmax(other->y, left);
            left = other->y + other->height;
        }
    }
}

/* How far from the middle a label of a side begins: clear of the rings, and of the label above or below these. */
static double reach_beside(const struct radar *radar, const struct radar_label *label)
{
    double nearest = fmax(fmax(label->y, -(label->y + label->height)), 0), outer = radar->radius + GAP;
    double reach = nearest < outer ? sqrt(outer * outer - nearest * nearest) : 0;
    for (size_t i = 0; i < radar->chart->doc->row_count; i++) {
        const struct radar_label *other = &radar->labels[i];
        bool beside = other->y < label->y + label->height && label->y < other->y + other->height;
        if (beside && fabs(direction(radar, (double)i).x) <= SIDE)
            reach = fmax(reach, other->width / 2 + GAP);
    }
    return fmax(reach, GAP);
}

/* Moves all down so that the highest begins at 0; returns where the lowest ends. */
static double put_labels(struct radar *radar)
{
    double top = -radar->radius, bottom = radar->radius;
    size_t count = radar->chart->doc->row_count;
    for (size_t i = 0; i < count; i++) {
        top = fmin(top, radar->labels[i].y);
        bottom = fmax(bottom, radar->labels[i].y + radar->labels[i].height);
    }
    for (size_t i = 0; i < count; i++) {
        struct radar_label *label = &radar->labels[i];
        double lean = direction(radar, (double)i).x, beside = reach_beside(radar, label);
        label->label->x = lean > SIDE    ? radar->x + beside
                          : lean < -SIDE ? radar->x - beside - label->width
                                         : radar->x - label->width / 2;
        label->value->x = label->label->x;
        label->label->y = label->y - top;
        label->value->y = label->label->y + label->label->height;
    }
    radar->y = -top;
    return bottom - top;
}

/* ---- rings ------------------------------------------------------------------------------------------------------ */

static void draw_ring(struct radar *radar, struct page_path look, double number)
{
    size_t count = radar->chart->doc->row_count;
    look.closed = true;
    struct page_point *points = chart_path(radar->chart, look, count);
    for (size_t i = 0; i < count; i++)
        points[i] = point_at(radar, (double)i, number);
}

static void draw_axes(struct radar *radar)
{
    const struct doc_chart *doc = radar->chart->doc;
    struct page_path grid = {.width = CHART_HAIR, .grey = CHART_GRID};
    for (size_t i = 1; i < doc->tick_count; i++)
        draw_ring(radar, grid, doc->ticks[i].number);
    for (size_t i = 0; i < doc->row_count; i++) {
        struct page_point end = point_at(radar, (double)i, doc->to);
        chart_stroke(radar->chart, grid, radar->x, radar->y, end.x, end.y);
    }
}

static void draw_area(struct radar *radar)
{
    struct chart *chart = radar->chart;
    size_t count = chart->doc->row_count;
    struct page_path area = {.closed = true, .filled = true, .fill = 0.92};
    struct page_path line = {.closed = true, .width = CHART_BOLD};
    struct page_point *inside = chart_path(chart, area, count);
    draw_axes(radar);
    struct page_point *outline = chart_path(chart, line, count);
    for (size_t i = 0; i < count; i++)
        inside[i] = outline[i] = point_at(radar, (double)i, chart->doc->rows[i].number);
    for (size_t i = 0; i < count; i++)
        chart_dot(chart, outline[i].x, outline[i].y);
}

/* How far beside the first axis the line from the number on it to that on another axis is at y. */
static double line_beside(const struct radar *radar, size_t axis, double y)
{
    const struct doc_chart *doc = radar->chart->doc;
    struct page_point top = point_at(radar, 0, doc->rows[0].number);
    struct page_point end = point_at(radar, (double)axis, doc->rows[axis].number);
    return end.y > top.y ? (y - top.y) / (end.y - top.y) * fabs(end.x - top.x) : HUGE_VAL;
}

/* How far a label that stands at the left of the first axis has to move so that no line crosses it: to the right, where
 * there is room between the lines, or (below 0) to the left. */
static double clear_of_lines(const struct radar *radar, double width, double level)
{
    double half = DIGIT_HALF * radar->chart->em;
    size_t last = radar->chart->doc->row_count - 1;
    double near = line_beside(radar, last, level - half), far = line_beside(radar, last, level + half);
    if (far < TICK_GAP - 1 || near > width + TICK_GAP + 1)
        return 0;
    double to_right = width + 2 * TICK_GAP - near;
    bool room = to_right <= line_beside(radar, 1, level - half);
    return room && to_right < far ? to_right : -far;
}

/* The scale stands between the first axis and the second, its end outside the rings; where these are far from each
 * other, at the left of the first. */
static void put_scale(struct radar *radar)
{
    struct chart *chart = radar->chart;
    const struct doc_chart *doc = chart->doc;
    bool narrow = doc->row_count >= NARROW_ROWS;
    double flat = narrow ? cos(FULL_TURN / 2 / (double)doc->row_count) : 1;
    struct page_point way = direction(radar, narrow ? 0.5 : 0);
    for (size_t i = 0; i < doc->tick_count; i++) {
        struct chart_words *tick = chart_words(chart, doc->ticks[i].label);
        double far = flat * chart_scale(doc, doc->ticks[i].number, 0, radar->radius);
        if (narrow && doc->ticks[i].number >= doc->to)
            far += chart->em * 0.6;
        chart_fit_natural(chart, tick, chart->width, DOC_CENTER);
        double level = radar->y + far * way.y;
        tick->x = radar->x + far * way.x - (narrow ? tick->width / 2 : tick->width + TICK_GAP);
        tick->y = level - tick->height / 2 - CHART_RAISE * chart->em;
        if (!narrow)
            tick->x += clear_of_lines(radar, tick->width, level);
    }
}

/* The rings are as large as the labels leave room at the sides, above and below. */
static double radius_for(const struct radar *radar, double height)
{
    const struct chart *chart = radar->chart;
    double highest = 0, wide = chart->width / 2 - LABEL_SHARE * chart->width;
    for (size_t i = 0; i < chart->doc->row_count; i++)
        highest = fmax(highest, radar->labels[i].height);
    double high = (height - 2 * (highest + GAP)) / 2;
    if (chart->doc->plot_height > 0)
        high = fmin(high, chart->doc->plot_height / 2);
    return fmax(fmin(wide, high), LEAST_RADIUS);
}

void chart_lay_radar(struct chart *chart, double height)
{
    struct radar radar = {.chart = chart, .x = chart->width / 2};
    radar.labels = arena_array(chart->layout->arena, struct radar_label, chart->doc->row_count);
    fit_labels(&radar);
    radar.radius = radius_for(&radar, height - chart_lay_legend(chart, 0, GAP));
    chart->paths.count = 0;
    put_beside_axes(&radar);
    part_labels(&radar);
    double bottom = put_labels(&radar);
    draw_area(&radar);
    if (chart->doc->threshold_label)
        draw_ring(&radar, chart_dashed(), chart->doc->threshold);
    put_scale(&radar);
    chart->height = chart_lay_legend(chart, 0, bottom + GAP);
}
