/* What charts are drawn with. */
#include "layout/chart.h"

#include <math.h>

#define DOT_RADIUS 2.2
#define HATCH_STEP 4.0 /* from line to line, along the side */

enum { DOT_CORNERS = 16 };

#define FULL_TURN 6.283185307179586

struct page_point *chart_path(struct chart *chart, struct page_path look, size_t count)
{
    struct page_point *points = arena_array(chart->layout->arena, struct page_point, count);
    look.points = points;
    look.count = count;
    *list_add(chart->layout->arena, &chart->paths) = look;
    return points;
}

void chart_stroke(struct chart *chart, struct page_path look, double x1, double y1, double x2, double y2)
{
    struct page_point *points = chart_path(chart, look, 2);
    points[0] = (struct page_point){x1, y1, true};
    points[1] = (struct page_point){x2, y2, false};
}

void chart_rect(struct chart *chart, struct page_path look, struct rect rect)
{
    look.closed = true;
    struct page_point *points = chart_path(chart, look, 4);
    points[0] = (struct page_point){rect.x, rect.y, true};
    points[1] = (struct page_point){rect.x + rect.width, rect.y, false};
    points[2] = (struct page_point){rect.x + rect.width, rect.y + rect.height, false};
    points[3] = (struct page_point){rect.x, rect.y + rect.height, false};
}

void chart_dot(struct chart *chart, double x, double y)
{
    struct page_path look = {.closed = true, .filled = true};
    struct page_point *points = chart_path(chart, look, DOT_CORNERS);
    for (int i = 0; i < DOT_CORNERS; i++) {
        double angle = FULL_TURN * i / DOT_CORNERS;
        points[i] = (struct page_point){x + DOT_RADIUS * cos(angle), y + DOT_RADIUS * sin(angle), !i};
    }
}

/* Lines that rise to the right at 45 degrees, each cut where it leaves the rectangle. */
void chart_hatch(struct chart *chart, struct rect rect)
{
    size_t lines = (size_t)fmax(floor((rect.width + rect.height) / HATCH_STEP), 0);
    if (lines) {
        struct page_point *points = chart_path(chart, (struct page_path){.width = CHART_STROKE}, 2 * lines);
        for (size_t i = 0; i < lines; i++) {
            double along = HATCH_STEP * ((double)i + 0.5);
            double down = fmin(along, rect.height), right = fmin(along, rect.width);
            points[2 * i] = (struct page_point){rect.x + along - down, rect.y + down, true};
            points[2 * i + 1] = (struct page_point){rect.x + right, rect.y + along - right, false};
        }
    }
    chart_rect(chart, (struct page_path){.width = CHART_STROKE}, rect);
}

struct page_path chart_dashed(void)
{
    return (struct page_path){.width = CHART_BOLD, .dash = CHART_DASH, .gap = CHART_DASH_GAP};
}
