#include "layout/rule.h"

#include <math.h>

/* White around a rule without a style, points. */
#define CLEARANCE 6.0

void blocks_add_rule(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    struct block *block = block_add(layout, place, BLOCK_RULE, node->style);
    block->rule = node;
    block->align = node->style ? node->style->align : DOC_CENTER;
    if (!node->style)
        block->before = block->after = CLEARANCE;
}

struct text_extent rule_extent(const struct block *block)
{
    const struct doc_rule *rule = &block->rule->rule;
    double width = rule->kind == DOC_WIDTH_POINTS ? rule->width : 0;
    return (struct text_extent){.line = width}; /* in less it is shorter */
}

/* It belongs to what stands before it, and what that is kept with it is kept with, too. */
void rule_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame)
{
    const struct doc_rule *rule = &block->rule->rule;
    double measure = fmax(frame - block->left - block->right, 0), cost = flow->cost;
    double width = fmin(rule->kind == DOC_WIDTH_FRACTION ? rule->width * measure : rule->width, measure);
    double share = block->align == DOC_LEFT ? 0 : block->align == DOC_RIGHT ? 1 : 0.5;
    flow_keep(flow, COST_NEXT);
    struct slice *slice = flow_add(layout, flow, SLICE_RULE, rule->thickness);
    slice->rule_x = block->left + share * (measure - width);
    slice->rule_width = width;
    flow_keep(flow, cost);
}

void rule_place(struct placer *placer, const struct slice *slice, double x, double y)
{
    place_artifact_begin(placer);
    place_item(placer, PAGE_RULE)->rect = (struct rect){x + slice->rule_x, y, slice->rule_width, slice->height};
    place_artifact_end(placer);
}
