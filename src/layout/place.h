/* Placing: slices become items on a page. */
#ifndef LAYOUT_PLACE_H
#define LAYOUT_PLACE_H

#include "layout/state.h"
#include "layout/table.h"

/* A line drawn along a table, from `from` to `to` at `at`. */
struct table_rule {
    bool upright;
    double at, from, to;
};

/* The rules of one table on one page: collected, so that those that meet or lie on each other are drawn once. */
struct table_rules {
    LIST(struct table_rule) list;
};

struct placer {
    struct layout *layout;
    struct page *page;
    size_t page_index;
    size_t tag;   /* the innermost element that is begun, or NO_TAG */
    int artifact; /* depth of artifacts; inside one nothing is tagged */
};

#define NO_TAG ((size_t)-1)

struct page_item *place_item(struct placer *placer, enum page_item_kind kind);

/* Ends and begins elements until `tag` is the innermost; NO_TAG: ends all. */
void place_tag(struct placer *placer, size_t tag);

void place_artifact_begin(struct placer *placer);
void place_artifact_end(struct placer *placer);

/* What leads to this place; headings come into the outline. */
void place_mark(struct placer *placer, const struct mark *mark, double y);

/* A part of a line, its frame's left edge at x. */
void place_part(struct placer *placer, const struct line_part *part, double x, double base);

/* A line, the top of its box at y. */
void place_line(struct placer *placer, const struct line *line, double x, double y);

/* Slices from..to, the top of the first at y; `unit` is what a share of fill is worth. */
void place_slices(struct placer *placer, const struct flow *flow, struct page_range range, double x, double y,
                  double unit);

/* Bands from..to of a group with the table's frame at x and the piece's top at y; returns its height. */
double place_table(struct placer *placer, const struct table_group *group, struct page_range bands, double x, double y,
                   struct table_rules *rules);

/* Draws the rules that were collected and forgets them. */
void place_rules(struct placer *placer, struct table_rules *rules);

#endif
