/*
 * How near two lines may stand.  Leading that is enough for most lines is not when a vowel under one stands over a tone
 * of the next; but such marks are few, and growing every line that has one somewhere would make the lines uneven.  So
 * the clusters that reach into each other's room are looked at one by one.
 */
#include "layout/state.h"

#include <math.h>

/* White between the ink of two lines, points; and what is kept clear to the sides of a mark, in ems. */
#define CLEARANCE 0.6
#define ASIDE 0.12

enum side { ABOVE, BELOW };

/* How far the ink of a glyph reaches to a side of the base line, points. */
static double glyph_reach(const struct text_run *run, const struct text_glyph *glyph, enum side side)
{
    int above, below;
    if (!font_glyph_ink(run->font, glyph->id, &above, &below))
        return 0;
    double units = side == ABOVE ? above + glyph->dy : -(below + glyph->dy);
    return fmax(units, 0) * run->size / run->font->units_per_em;
}

/* The glyphs of one cluster; returns the index behind them. */
static size_t measure_cluster(const struct text_run *run, size_t first, enum side side, struct ink_reach *reach)
{
    double unit = run->size / run->font->units_per_em;
    size_t end = first;
    reach->from = reach->to;
    reach->reach = 0;
    for (; end < run->count && run->glyphs[end].cluster == run->glyphs[first].cluster; end++) {
        reach->to += run->glyphs[end].advance * unit;
        reach->reach = fmax(reach->reach, glyph_reach(run, &run->glyphs[end], side));
    }
    reach->aside = ASIDE * run->size;
    return end;
}

/* Adds the clusters of a part that reach further than `least`. */
static void collect_part(struct layout *layout, const struct line_part *part, enum side side, double least,
                         struct ink_list *list)
{
    struct ink_reach reach = {.to = part->x};
    for (size_t r = 0; r < part->run_count; r++) {
        const struct text_run *run = &part->runs[r];
        for (size_t i = 0; i < run->count;) {
            size_t offset = run->glyphs[i].cluster;
            i = measure_cluster(run, i, side, &reach);
            if (reach.reach > least)
                *list_add(layout->arena, &list->list) = reach;
            reach.to += part->cluster_gap + (part->block->shaped->text[offset] == ' ' ? part->space_gap : 0);
        }
    }
}

static const struct ink_list *collect(struct layout *layout, const struct line *line, enum side side, double least)
{
    struct ink_list *list = &layout->ink[side];
    list->list.count = 0;
    for (const struct line_part *part = line->parts; part; part = part->next)
        collect_part(layout, part, side, least, list);
    return list;
}

double line_distance(struct layout *layout, const struct line *upper, const struct line *lower)
{
    double distance = upper->fall + lower->rise;
    if (upper->below + lower->above + CLEARANCE <= distance)
        return distance;
    double room = distance - CLEARANCE;
    const struct ink_list *deep = collect(layout, upper, BELOW, room - lower->above);
    const struct ink_list *high = collect(layout, lower, ABOVE, room - upper->below);
    for (size_t i = 0; i < deep->list.count; i++)
        for (size_t k = 0; k < high->list.count; k++) {
            const struct ink_reach *a = &deep->list.items[i], *b = &high->list.items[k];
            if (a->from - a->aside < b->to && b->from - b->aside < a->to)
                distance = fmax(distance, a->reach + b->reach + CLEARANCE);
        }
    return distance;
}
