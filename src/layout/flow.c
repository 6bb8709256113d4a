#include "layout/flow.h"
#include "layout/state.h"

#include <math.h>

void flow_space(struct flow *flow, double space)
{
    flow->space = fmax(flow->space, space);
}

void flow_keep(struct flow *flow, double cost)
{
    flow->cost = fmax(flow->cost, cost);
}

void flow_keep_lines(struct flow *flow, size_t begin, size_t at, int lines)
{
    struct slice *slices = flow->slices.items;
    for (; at > begin && at < flow->slices.count && lines > 0 && !slices[at].starts_page; at--) {
        slices[at].cost = fmax(slices[at].cost, COST_NEXT);
        lines -= slices[at - 1].kind != SLICE_SPACE && slices[at - 1].kind != SLICE_RULE;
    }
}

struct slice *flow_add(struct layout *layout, struct flow *flow, enum slice_kind kind, double height)
{
    struct slice *slice = list_add(layout->arena, &flow->slices);
    *slice = (struct slice){.kind = kind,
                            .cost = flow->cost,
                            .starts_page = flow->starts_page,
                            .space = flow->space,
                            .height = height,
                            .y = flow->bottom + flow->space};
    flow->bottom = slice->y + height;
    flow->space = 0;
    flow->cost = 0;
    flow->starts_page = false;
    flow->above = NULL;
    return slice;
}

void flow_add_line(struct layout *layout, struct flow *flow, struct line *line)
{
    if (flow->above) {
        double boxes = flow->above->fall + line->rise;
        flow_space(flow, line_distance(layout, flow->above, line) - boxes);
    }
    struct slice *slice = flow_add(layout, flow, SLICE_LINE, line->rise + line->fall);
    slice->line = line;
    slice->lift = fmax(line->above - line->rise, 0);
    slice->sink = fmax(line->below - line->fall, 0);
    flow->above = line;
}

size_t flow_begin(struct flow *flow)
{
    flow->space = flow->cost = flow->bottom = 0;
    flow->starts_page = false;
    flow->above = NULL;
    return flow->slices.count;
}

double flow_height(const struct flow *flow, size_t from, size_t to)
{
    if (from >= to)
        return 0;
    const struct slice *first = &flow->slices.items[from], *last = &flow->slices.items[to - 1];
    return first->lift + last->y + last->height - first->y + last->sink;
}
