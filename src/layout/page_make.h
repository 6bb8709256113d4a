/* Page make-up: which slices of a flow stand on which page.  A step that can be replaced. */
#ifndef LAYOUT_PAGE_MAKE_H
#define LAYOUT_PAGE_MAKE_H

#include "layout/state.h"

/* The room that slices take on a page. */
struct page_extent {
    double height;
    double fill;                     /* the shares of what is left that spaces ask for */
    const struct table_group *group; /* of the last slice, when it is of a table */
    size_t band;                     /* the group's first band on the page */
    double top;                      /* where that is */
};

/* Adds slice `at` to a page that begins with slice `from`; slices are added in order. */
void page_extent_add(struct page_extent *extent, const struct flow *flow, size_t from, size_t at);

/*
 * Parts the flow into pages of the given height, at least one.  Of all ways the one of least cost: for pages that are
 * not full, for page ends where they are not wanted (flow.h), for a last page with little on it.  A slice higher than a
 * page gets a page for itself.
 */
void page_make(struct arena *arena, const struct flow *flow, double height, struct page_ranges *pages);

#endif
