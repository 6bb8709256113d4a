/*
 * The cheapest way from the first slice to the last, pages being the steps: for every slice that may begin a page, the
 * best way to get there is known when it is reached, and every page that can begin with it is tried.
 */
#include "layout/page_make.h"

#include "layout/table.h"

#include <math.h>

#define ROUNDING 0.01

static const struct {
    double page;  /* each page */
    double empty; /* white at the foot of a page, by the share of the page */
    double gap;   /* white beyond gap_share, by the square of the share */
    double gap_share;
    double wasted;     /* white where something could have stood: steeper than the two, so that it is not spread */
    double tail;       /* a last page with next to nothing on it */
    double tail_share; /* from which share on a last page is full enough */
    double overfull;
} costs = {.page = 1,
           .empty = 280,
           .gap = 600,
           .gap_share = 0.4,
           .wasted = 400,
           .tail = 250,
           .tail_share = 0.25,
           .overfull = 1e9};

void page_extent_add(struct page_extent *extent, const struct flow *flow, size_t from, size_t at)
{
    const struct slice *slice = &flow->slices.items[at];
    if (at == from && table_repeats_head(slice))
        extent->height += slice->group->table->head_height;
    extent->height += at == from ? slice->lift : slice->space;
    extent->fill += slice->fill;
    if (slice->kind != SLICE_ROWS) {
        extent->height += slice->height;
        extent->group = NULL;
        return;
    }
    if (extent->group != slice->group) {
        extent->group = slice->group;
        extent->band = slice->band;
        extent->top = extent->height;
    }
    extent->height = extent->top + table_piece(slice->group, extent->band, slice->band + 1, NULL);
}

struct making {
    const struct flow *flow;
    double height;
    struct page_extent *extents; /* of the pages that begin with the slice tried, by their last slice */
    double *cost;                /* of the best way to a page that begins with the slice */
    size_t *before;              /* the slice that the page before begins with */
};

static bool begins_part(const struct making *m, size_t at)
{
    return at == 0 || m->flow->slices.items[at].starts_page;
}

static double white_cost(double share)
{
    double gap = fmax(share - costs.gap_share, 0);
    return costs.empty * share + costs.gap * gap * gap;
}

/* `most` is the height of the fullest page with that beginning that ends where nothing is parted. */
static double page_cost(const struct making *m, const struct page_extent *extent, size_t from, size_t to, double most)
{
    double filled = extent->height / m->height, empty = fmax(1 - filled, 0), cost = costs.page;
    if (filled > 1 + ROUNDING / m->height)
        cost += costs.overfull;
    bool ends_part = to == m->flow->slices.count || m->flow->slices.items[to].starts_page;
    if (ends_part && (begins_part(m, from) || extent->fill > 0))
        return cost;
    if (ends_part) {
        double lack = fmax(1 - filled / costs.tail_share, 0);
        return cost + costs.tail * lack * lack;
    }
    if (extent->fill <= 0)
        cost += white_cost(empty) + costs.wasted * fmax(most - extent->height, 0) / m->height;
    return cost + m->flow->slices.items[to].cost;
}

/* The end of the longest page that begins with slice `from`; the extents of all on the way are noted. */
static size_t longest_page(struct making *m, size_t from)
{
    size_t count = m->flow->slices.count;
    struct page_extent extent = {0};
    for (size_t to = from + 1; to <= count; to++) {
        page_extent_add(&extent, m->flow, from, to - 1);
        if (extent.height > m->height + ROUNDING && to > from + 1)
            return to - 1;
        m->extents[to - 1] = extent;
        if (to < count && m->flow->slices.items[to].starts_page)
            return to;
    }
    return count;
}

/* Tries all pages that begin with slice `from`. */
static void try_pages(struct making *m, size_t from)
{
    size_t count = m->flow->slices.count;
    double most = 0;
    for (size_t to = longest_page(m, from); to > from; to--) {
        const struct page_extent *extent = &m->extents[to - 1];
        double cost = m->cost[from] + page_cost(m, extent, from, to, most);
        if (cost < m->cost[to]) {
            m->cost[to] = cost;
            m->before[to] = from;
        }
        if (to < count && m->flow->slices.items[to].cost <= COST_PART_PARAGRAPH)
            most = fmax(most, extent->height);
    }
}

void page_make(struct arena *arena, const struct flow *flow, double height, struct page_ranges *pages)
{
    size_t count = flow->slices.count, page_count = 0;
    struct making m = {.flow = flow,
                       .height = height,
                       .extents = arena_array(arena, struct page_extent, count),
                       .cost = arena_array(arena, double, count + 1),
                       .before = arena_array(arena, size_t, count + 1)};
    for (size_t i = 1; i <= count; i++)
        m.cost[i] = INFINITY;
    for (size_t from = 0; from < count; from++)
        try_pages(&m, from);
    pages->list.count = 0;
    for (size_t at = count; at; at = m.before[at])
        page_count++;
    for (size_t i = 0; i < page_count || i < 1; i++)
        *list_add(arena, &pages->list) = (struct page_range){0};
    for (size_t at = count; at; at = m.before[at])
        pages->list.items[--page_count] = (struct page_range){.from = m.before[at], .to = at};
}
