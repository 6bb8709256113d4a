#include "layout/place.h"

#include "layout/figure.h"
#include "layout/rule.h"

#include <math.h>
#include <string.h>

/* A link's area reaches so far over and under the base line, in type sizes. */
#define LINK_ABOVE 1.0
#define LINK_BELOW 0.35

struct page_item *place_item(struct placer *placer, enum page_item_kind kind)
{
    struct page_item *item = list_add(placer->layout->arena, &placer->page->items);
    item->kind = kind;
    return item;
}

/* ---- text ------------------------------------------------------------------------------------------------------- */

/* What a run gets wider by: its spaces and the gaps behind its clusters. */
static double stretched(const struct line_part *part, const struct text_run *run)
{
    if (part->space_gap <= 0 && part->cluster_gap <= 0)
        return run->width;
    struct line_gaps gaps = line_gaps(part->block->shaped->text, run->start, run->start + run->length);
    return run->width + (double)gaps.spaces * part->space_gap + (double)gaps.clusters * part->cluster_gap;
}

/* The area of a link on a line, growing run by run. */
struct link_area {
    const char *link;
    size_t tag;
    struct rect rect;
};

static void end_area(struct placer *placer, struct link_area *area)
{
    if (area->link && !placer->artifact) {
        place_tag(placer, area->tag);
        struct page_item *item = place_item(placer, PAGE_LINK_AREA);
        item->rect = area->rect;
        item->link = area->link;
    }
    area->link = NULL;
}

static void grow_area(struct placer *placer, struct link_area *area, const struct doc_run *run, size_t tag,
                      struct rect rect)
{
    bool same = area->link && run->link && strcmp(area->link, run->link) == 0;
    if (!same)
        end_area(placer, area);
    if (!run->link)
        return;
    if (same)
        area->rect.width = rect.x + rect.width - area->rect.x;
    else
        *area = (struct link_area){.link = run->link, .tag = tag, .rect = rect};
}

static void place_run(struct placer *placer, const struct line_part *part, const struct text_run *run, double x,
                      double base)
{
    const struct text_block *block = part->block;
    if (!block->artifact)
        place_tag(placer, block->tags[run->span]);
    struct page_item *item = place_item(placer, PAGE_TEXT);
    item->text = (struct page_text){.run = *run,
                                    .text = block->shaped->text + run->start,
                                    .x = x,
                                    .y = base,
                                    .space_gap = part->space_gap,
                                    .cluster_gap = part->cluster_gap,
                                    .origin = block->runs[run->span]->origin.value};
}

void place_part(struct placer *placer, const struct line_part *part, double x, double base)
{
    struct link_area area = {0};
    if (part->block->artifact)
        place_artifact_begin(placer);
    x += part->x;
    for (size_t i = 0; i < part->run_count; i++) {
        const struct text_run *run = &part->runs[i];
        double width = stretched(part, run), size = part->block->em;
        place_run(placer, part, run, x, base);
        grow_area(placer, &area, part->block->runs[run->span], part->block->tags[run->span],
                  (struct rect){x, base - LINK_ABOVE * size, width, (LINK_ABOVE + LINK_BELOW) * size});
        x += width;
    }
    end_area(placer, &area);
    if (part->block->artifact)
        place_artifact_end(placer);
}

void place_mark(struct placer *placer, const struct mark *mark, double y)
{
    struct pages *pages = placer->layout->pages;
    if (placer->artifact)
        return;
    if (mark->anchor) {
        struct page_item *item = place_item(placer, PAGE_ANCHOR);
        item->rect.y = y;
        item->link = mark->anchor;
    }
    if (mark->node->kind == DOC_HEADING)
        *list_add(placer->layout->arena, &pages->outline) =
            (struct page_outline){.level = mark->level, .title = mark->title, .page = placer->page_index, .y = y};
}

void place_line(struct placer *placer, const struct line *line, double x, double y)
{
    bool words = false;
    for (const struct line_part *part = line->parts; part; part = part->next)
        words |= part->run_count > 0;
    if (words)
        place_tag(placer, line->parts->block->artifact ? line->tag : line->parts->block->tags[0]);
    if (line->mark)
        place_mark(placer, line->mark, y);
    for (const struct line_part *part = line->parts; part; part = part->next)
        place_part(placer, part, x, y + line->rise);
}

/* ---- slices ----------------------------------------------------------------------------------------------------- */

static bool same_table(const struct slice *slice, const struct slice *other)
{
    return slice->kind == SLICE_ROWS && other->kind == SLICE_ROWS && slice->group->table == other->group->table;
}

/* The slices of one group from `at` on; returns the index behind them. */
static size_t group_slices(const struct flow *flow, size_t at, size_t to)
{
    const struct table_group *group = flow->slices.items[at].group;
    while (at < to && flow->slices.items[at].group == group)
        at++;
    return at;
}

/* Places the group that begins at slice `at`, with the head before it where that is repeated; returns the height. */
static double place_rows(struct placer *placer, const struct flow *flow, size_t at, size_t end, bool first, double x,
                         double y, struct table_rules *rules)
{
    const struct slice *slice = &flow->slices.items[at];
    const struct table *table = slice->group->table;
    double height = 0;
    if (first && table_repeats_head(slice)) {
        const struct table_group *head = &table->groups.items[0];
        place_tag(placer, table->tag);
        place_artifact_begin(placer);
        height = place_table(placer, head, (struct page_range){0, head->cut_to - head->cut_from - 1}, x, y, rules);
        place_artifact_end(placer);
    }
    struct page_range bands = {slice->band, flow->slices.items[end - 1].band + 1};
    if (table->nested)
        bands.to = slice->group->cut_to - slice->group->cut_from - 1;
    return height + place_table(placer, slice->group, bands, x, y + height, rules);
}

void place_slices(struct placer *placer, const struct flow *flow, struct page_range range, double x, double y,
                  double unit)
{
    const struct slice *slices = flow->slices.items;
    struct table_rules rules = {{0}};
    for (size_t i = range.from, end; i < range.to; i = end) {
        const struct slice *slice = &slices[i];
        bool first = i == range.from;
        end = i + 1;
        y += first ? slice->lift : slice->space;
        switch (slice->kind) {
        case SLICE_LINE:
            place_line(placer, slice->line, x, y);
            y += slice->height;
            break;
        case SLICE_SPACE: y += slice->height + slice->fill * unit; break;
        case SLICE_RULE:
            rule_place(placer, slice, x, y);
            y += slice->height;
            break;
        case SLICE_FIGURE:
            figure_place(placer, slice->figure, x, y);
            y += slice->height;
            break;
        case SLICE_ROWS:
            end = group_slices(flow, i, range.to);
            y += place_rows(placer, flow, i, end, first, x, y, &rules);
            if (end == range.to || !same_table(slice, &slices[end]))
                place_rules(placer, &rules);
            break;
        }
    }
}
