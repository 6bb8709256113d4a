/* Short level lines between blocks: artifacts. */
#ifndef LAYOUT_RULE_H
#define LAYOUT_RULE_H

#include "layout/block.h"
#include "layout/place.h"

void rule_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame);
struct text_extent rule_extent(const struct block *block);

/* With the frame's left edge at x and its top at y. */
void rule_place(struct placer *placer, const struct slice *slice, double x, double y);

#endif
