/* Paragraphs: blocks of text become lines in a measure. */
#include "layout/block.h"
#include "layout/state.h"

#include <math.h>

/* The share of the frame that indents leave to the text, however deep lists are nested. */
#define LEAST_SHARE 0.4

/* A label that leaves less than this share of the measure beside it stands on a line above. */
#define LEAST_BESIDE 0.35

/* Shaping at a line's edges may make it wider than its share of the whole; by more than this it is broken again. */
#define EXCESS 0.01

enum { ATTEMPTS = 6 };

void blocks_add_paragraph(struct layout *layout, const struct block_place *place, const struct doc_node *node)
{
    size_t tag = tag_new(layout, place->tag, PAGE_P);
    struct text_block_options options = {.tag = tag};
    const struct text_block *text =
        text_block_new(layout, node->style, node->runs, node->run_count, node->origin, &options);
    struct block *block = block_add_text(layout, place, text, tag);
    if (place->cell && node->parent == place->cell)
        block->align = place->cell->cell.align;
}

/* ---- the measure ------------------------------------------------------------------------------------------------ */

struct text_measure {
    double left, width; /* of all lines but the first */
    double first;       /* indent of the first line beyond `left` */
    double label_shift; /* what labels move to the left, as the text does */
};

static struct text_measure measure_of(const struct block *block, double frame)
{
    double least = LEAST_SHARE * frame;
    double right = fmin(block->right, (frame - least) / 2);
    double left = fmax(fmin(block->left, frame - least - right), 0);
    struct text_measure measure = {
        .left = left, .width = frame - left - right, .first = block->first, .label_shift = block->left - left};
    measure.first = fmax(fmin(measure.first, measure.width - least), -left);
    return measure;
}

static double label_x(const struct block_label *label, const struct text_measure *measure)
{
    return fmax(label->x - measure->label_shift, 0);
}

static double label_end(const struct block_label *label, const struct text_measure *measure)
{
    const struct text_paragraph *shaped = label->text->shaped;
    return label_x(label, measure) + (shaped ? shaped->x[shaped->length] : 0);
}

/* The first line begins behind its labels. */
static void clear_labels(const struct block *block, struct text_measure *measure)
{
    for (const struct block_label *label = block->labels; label; label = label->next)
        measure->first = fmax(measure->first, label_end(label, measure) - measure->left);
}

/* ---- findings --------------------------------------------------------------------------------------------------- */

static const struct doc_origin *origin_at(const struct text_block *block, size_t offset)
{
    const struct text_run *runs = block->shaped->runs;
    for (size_t i = 0; i < block->shaped->run_count; i++)
        if (offset < runs[i].start + runs[i].length)
            return &block->runs[runs[i].span]->origin;
    return &block->origin;
}

/* The word around a break inside it, at most 60 bytes. */
static char *word_around(struct layout *layout, const struct text_paragraph *shaped, size_t at)
{
    size_t from = at, to = at;
    while (from && at - from < 30 && shaped->breaks[from] <= TEXT_BREAK_FORCED)
        from--;
    while (to < shaped->length && to - at < 30 && shaped->breaks[to] <= TEXT_BREAK_FORCED)
        to++;
    while (from < at && (shaped->text[from] & 0xc0) == 0x80)
        from++;
    while (to > at && to < shaped->length && (shaped->text[to] & 0xc0) == 0x80)
        to--;
    return arena_strndup(layout->arena, shaped->text + from, line_trim(shaped->text, from, to) - from);
}

/* Reports the first line end inside a word. */
static void report_forced(struct layout *layout, const struct text_block *block)
{
    const struct line_span *lines = layout->breaker.lines.items;
    if (layout->tight.inside && layout->tight.named)
        return;
    for (size_t i = 0; i < layout->breaker.lines.count; i++)
        if (lines[i].end == TEXT_BREAK_FORCED) {
            layout->tight.named = true;
            layout_report(layout, SEVERITY_WARNING, "layout-word", origin_at(block, lines[i].next),
                          "give it more room, or say with U+200B where it may part",
                          "\"%s\" is too long for its line and is broken inside a word",
                          word_around(layout, block->shaped, lines[i].next));
            return;
        }
}

/* ---- lines ------------------------------------------------------------------------------------------------------ */

/* The lines of a block before they are added to a flow. */
struct lines {
    LIST(struct line *) list;
};

static void start_line(struct layout *layout, const struct block *block, const struct text_measure *measure,
                       struct line *line)
{
    line->mark = block->mark;
    for (const struct block_label *label = block->labels; label; label = label->next) {
        const struct text_paragraph *shaped = label->text->shaped;
        if (shaped)
            line_add(layout, line, label->text, 0, line_trim(shaped->text, 0, shaped->length), label_x(label, measure));
    }
}

/* Builds the lines that line_break() found; returns by how much the widest is too wide. */
static double build_lines(struct layout *layout, const struct block *block, const struct text_measure *measure,
                          struct lines *lines)
{
    double excess = 0;
    lines->list.count = 0;
    for (size_t i = 0; i < layout->breaker.lines.count; i++) {
        const struct line_span *span = &layout->breaker.lines.items[i];
        struct line *line = line_new(layout, block->text->style->leading, block->tag);
        double indent = i ? 0 : measure->first, width = measure->width - indent;
        if (!i)
            start_line(layout, block, measure, line);
        struct line_part *part = line_add(layout, line, block->text, span->from, span->to, 0);
        line_align(part, block->align, measure->left + indent, width,
                   span->end == TEXT_BREAK_LINE ? LINE_NATURAL : LINE_FILLED);
        excess = fmax(excess, part->width - width);
        *list_add(layout->arena, &lines->list) = line;
    }
    return excess;
}

static bool is_one_cluster(const struct line_span *span, const char *text)
{
    return line_gaps(text, span->from, span->to).clusters <= 1;
}

/* Reports a line that is too wide even so: a single letter wider than its measure. */
static void report_excess(struct layout *layout, const struct block *block, double excess)
{
    layout->tight.excess = fmax(layout->tight.excess, excess);
    if (excess > 1 && !layout->tight.inside)
        layout_report(layout, SEVERITY_WARNING, "layout-narrow", origin_at(block->text, 0), NULL,
                      "a line is %.1f points wider than the space for it", excess);
}

static void make_lines(struct layout *layout, const struct block *block, const struct text_measure *measure,
                       struct lines *lines)
{
    const struct text_block *text = block->text;
    if (!text->shaped) {
        struct line *line = line_new(layout, text->style->leading, block->tag);
        start_line(layout, block, measure, line);
        *list_add(layout->arena, &lines->list) = line;
        return;
    }
    struct line_limits limits = {.first = measure->width - measure->first,
                                 .rest = measure->width,
                                 .em = text->em,
                                 .justify = block->align == DOC_JUSTIFY,
                                 .balance = block->balance || block->align == DOC_CENTER || block->align == DOC_RIGHT};
    double excess = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        line_break(&layout->breaker, text->shaped, &limits);
        excess = build_lines(layout, block, measure, lines);
        bool narrow = layout->breaker.lines.count && is_one_cluster(layout->breaker.lines.items, text->shaped->text);
        if (excess <= EXCESS || narrow)
            break;
        limits.first -= excess;
        limits.rest -= excess;
    }
    report_excess(layout, block, excess);
    report_forced(layout, text);
}

/* The cost of a page end before line `at` of `count`. */
static double line_cost(const struct block *block, size_t at, size_t count)
{
    const struct doc_style *style = block->text->style;
    if ((int)at < style->lines_top || (int)(count - at) < style->lines_bottom)
        return fmax(COST_FEW_LINES, block->inside_cost);
    return fmax(COST_PART_PARAGRAPH, block->inside_cost);
}

/* Labels too wide to stand beside the text, on lines above it. */
static void lay_labels(struct layout *layout, const struct block *block, const struct text_measure *measure,
                       struct flow *flow, double frame)
{
    struct mark *mark = block->mark;
    for (const struct block_label *label = block->labels; label; label = label->next) {
        struct block above = {.kind = BLOCK_TEXT,
                              .left = label_x(label, measure),
                              .text = label->text,
                              .inside_cost = COST_NEXT,
                              .tag = label->text->tags ? label->text->tags[0] : block->tag,
                              .mark = mark};
        block_lay_text(layout, &above, flow, frame);
        flow_keep(flow, COST_NEXT);
        mark = NULL;
    }
}

void block_lay_text(struct layout *layout, const struct block *block, struct flow *flow, double frame)
{
    struct block alone;
    struct text_measure measure = measure_of(block, frame);
    double indent = measure.first;
    clear_labels(block, &measure);
    if (block->labels && measure.width - measure.first < LEAST_BESIDE * measure.width && block->text->shaped) {
        lay_labels(layout, block, &measure, flow, frame);
        alone = *block;
        alone.labels = NULL;
        alone.mark = NULL;
        block = &alone;
        measure.first = indent;
    }
    struct lines lines = {{0}};
    make_lines(layout, block, &measure, &lines);
    for (size_t i = 0; i < lines.list.count; i++) {
        struct line *line = lines.list.items[i];
        if (i)
            flow_keep(flow, line_cost(block, i, lines.list.count));
        if (line->mark)
            line->mark->slice = flow->slices.count;
        flow_add_line(layout, flow, line);
    }
}
