/*
 * Total fit: of all ways to break a paragraph, the one with the least sum of demerits, as Knuth and Plass do it, found
 * by walking over the break points from left to right and keeping for each the best line that ends there.
 *
 * Break points are thinned out first.  Where the stretch between two good ones is longer than the measure, and only
 * there, the second choice (SOFT) is let in, and inside what is still too long every cluster (FORCED).  So a bad break
 * is never taken to fill a line better.
 */
#include "layout/line_break.h"

#include "base/thai.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

struct line_node {
    size_t offset;           /* the next line begins here */
    size_t trimmed;          /* the line before ends here */
    struct line_gaps before; /* in the text before `offset` */
    size_t trimmed_spaces;   /* spaces before `offset` that are not drawn at a line's end */
    enum text_break end;
    double demerits; /* of the best way here */
    size_t previous; /* the node where the last line of that way begins */
};

/* Demerits are measured against 1 for a perfect line and about 100 for one that is stretched to its limits. */
static const struct {
    double word, soft, forced; /* for the class of the break */
    double short_last;         /* a last line shorter than `short_share` of the measure */
    double short_share;
    double ragged_share; /* the slack, in measures, that is as bad as full stretch where nothing stretches */
    double overfull;
} demerits_of = {.word = 1,
                 .soft = 400,
                 .forced = 10000,
                 .short_last = 400,
                 .short_share = 0.12,
                 .ragged_share = 0.1,
                 .overfull = 1e12};

#define ROUNDING 0.001

struct line_gaps line_gaps(const char *text, size_t from, size_t to)
{
    struct line_gaps gaps = {0};
    for (size_t at = from; at < to;) {
        size_t size, end = thai_cluster_end(text, to, at);
        enum thai_stretch kind = thai_stretch(utf8_decode(text + at, to - at, &size));
        gaps.clusters += kind != THAI_STRETCH_NONE;
        gaps.spaces += kind == THAI_STRETCH_SPACE;
        at = end;
    }
    return gaps;
}

size_t line_trim(const char *text, size_t from, size_t to)
{
    while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n'))
        to--;
    return to;
}

/* ---- break points ----------------------------------------------------------------------------------------------- */

struct breaking {
    struct line_breaker *breaker;
    const struct text_paragraph *paragraph;
    const struct line_limits *limits;
};

static double measure_from(const struct breaking *b, size_t offset)
{
    return offset ? b->limits->rest : b->limits->first;
}

static bool fits(const struct breaking *b, size_t from, size_t to)
{
    const double *x = b->paragraph->x;
    return x[line_trim(b->paragraph->text, from, to)] - x[from] <= measure_from(b, from) + ROUNDING;
}

static struct line_node *last_node(const struct breaking *b)
{
    return &b->breaker->nodes.items[b->breaker->nodes.count - 1];
}

static void add_node(struct breaking *b, size_t offset, enum text_break end)
{
    const char *text = b->paragraph->text;
    const struct line_node last = *last_node(b);
    struct line_gaps gaps = line_gaps(text, last.offset, offset);
    size_t trimmed = line_trim(text, last.offset, offset);
    *list_add(b->breaker->arena, &b->breaker->nodes) =
        (struct line_node){.offset = offset,
                           .trimmed = trimmed,
                           .end = end,
                           .demerits = INFINITY,
                           .trimmed_spaces = offset - trimmed,
                           .before = {last.before.clusters + gaps.clusters, last.before.spaces + gaps.spaces}};
}

/* Lets breaks of class `end`, and then worse ones, into a stretch that is longer than the measure. */
static void refine(struct breaking *b, size_t from, size_t to, enum text_break end)
{
    if (end == TEXT_BREAK_NONE || fits(b, from, to))
        return;
    size_t last = from;
    for (size_t at = from + 1; at < to; at++)
        if (b->paragraph->breaks[at] == end) {
            refine(b, last, at, end - 1);
            add_node(b, at, end);
            last = at;
        }
    refine(b, last, to, end - 1);
}

/* The break points from `from`, where a line must begin, to the next forced line end, whose offset it returns. */
static size_t collect(struct breaking *b, size_t from)
{
    const uint8_t *breaks = b->paragraph->breaks;
    size_t length = b->paragraph->length, last = from;
    b->breaker->nodes.count = 0;
    *list_add(b->breaker->arena, &b->breaker->nodes) = (struct line_node){.offset = from, .trimmed = from};
    for (size_t at = from + 1; at <= length; at++) {
        if (breaks[at] < TEXT_BREAK_WORD && at < length)
            continue;
        bool end = breaks[at] == TEXT_BREAK_LINE || at == length;
        refine(b, last, at, TEXT_BREAK_SOFT);
        add_node(b, at, end ? TEXT_BREAK_LINE : breaks[at]);
        last = at;
        if (end)
            break;
    }
    return last;
}

/* ---- the best way ----------------------------------------------------------------------------------------------- */

static double class_demerits(enum text_break end)
{
    switch (end) {
    case TEXT_BREAK_FORCED: return demerits_of.forced;
    case TEXT_BREAK_SOFT: return demerits_of.soft;
    case TEXT_BREAK_WORD: return demerits_of.word;
    case TEXT_BREAK_NONE:
    case TEXT_BREAK_SPACE:
    case TEXT_BREAK_LINE: break;
    }
    return 0;
}

/* How far the slack is from what the line can take up: 1 at the limit. */
static double stretch_ratio(const struct breaking *b, const struct line_node *from, const struct line_node *to,
                            double slack, double measure)
{
    double room = demerits_of.ragged_share * measure;
    if (b->limits->justify) {
        size_t spaces = to->before.spaces - to->trimmed_spaces - from->before.spaces;
        size_t clusters = to->before.clusters - to->trimmed_spaces - from->before.clusters;
        double stretch =
            (double)spaces * (LINE_SPACE_STRETCH - LINE_CLUSTER_STRETCH) + (double)clusters * LINE_CLUSTER_STRETCH;
        if (clusters == spaces)
            stretch = (double)spaces * LINE_WORD_STRETCH;
        room = fmax(stretch * b->limits->em, 1);
    }
    return slack / room;
}

static double line_demerits(const struct breaking *b, const struct line_node *from, const struct line_node *to)
{
    const double *x = b->paragraph->x;
    double measure = measure_from(b, from->offset), slack = measure - (x[to->trimmed] - x[from->offset]);
    if (slack < -ROUNDING)
        return demerits_of.overfull - slack;
    if (to->end == TEXT_BREAK_LINE && !b->limits->balance)
        return 1 + (from->offset && measure - slack < demerits_of.short_share * measure ? demerits_of.short_last : 0);
    double ratio = stretch_ratio(b, from, to, slack, measure);
    double badness = 1 + 9 * ratio * ratio;
    return badness * badness + class_demerits(to->end);
}

static void find_best(struct breaking *b)
{
    struct line_node *nodes = b->breaker->nodes.items;
    nodes[0].demerits = 0;
    size_t low = 0;
    for (size_t to = 1; to < b->breaker->nodes.count; to++) {
        while (low + 1 < to && !fits(b, nodes[low].offset, nodes[to].offset))
            low++;
        for (size_t from = low; from < to; from++) {
            double demerits = nodes[from].demerits + line_demerits(b, &nodes[from], &nodes[to]);
            if (demerits < nodes[to].demerits) {
                nodes[to].demerits = demerits;
                nodes[to].previous = from;
            }
        }
    }
}

/* Adds the lines of the best way to the result. */
static void take_best(struct breaking *b)
{
    struct line_breaker *breaker = b->breaker;
    const struct line_node *nodes = breaker->nodes.items;
    size_t count = 0, first = breaker->lines.count;
    for (size_t at = breaker->nodes.count - 1; at; at = nodes[at].previous) {
        list_add(breaker->arena, &breaker->lines);
        count++;
    }
    for (size_t at = breaker->nodes.count - 1; at; at = nodes[at].previous)
        breaker->lines.items[first + --count] = (struct line_span){.from = nodes[nodes[at].previous].offset,
                                                                   .to = nodes[at].trimmed,
                                                                   .next = nodes[at].offset,
                                                                   .end = nodes[at].end};
}

void line_break(struct line_breaker *breaker, const struct text_paragraph *paragraph, const struct line_limits *limits)
{
    struct breaking b = {.breaker = breaker, .paragraph = paragraph, .limits = limits};
    breaker->lines.count = 0;
    for (size_t at = 0; at < paragraph->length;) {
        at = collect(&b, at);
        find_best(&b);
        take_best(&b);
    }
    if (!breaker->lines.count)
        *list_add(breaker->arena, &breaker->lines) = (struct line_span){.end = TEXT_BREAK_LINE};
}
