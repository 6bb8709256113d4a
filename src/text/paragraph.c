/*
 * A paragraph is shaped once, item by item.  A line is cut from it: HarfBuzz marks the clusters before which glyphs
 * depend on both sides (TEXT_CUT_SHAPE); only where a line begins or ends at one of these is the item's part shaped
 * again.
 */
#include "text/paragraph.h"

#include "text/shape.h"

#include <string.h>

struct text_engine {
    struct text_engine_parts parts;
    struct text_shaper *shaper;
};

struct text_engine *text_engine_new(struct arena *arena, struct text_engine_parts parts)
{
    struct text_engine *engine = arena_new_of(arena, struct text_engine);
    engine->parts = parts;
    engine->shaper = text_shaper_new(arena);
    return engine;
}

/* ---- the whole -------------------------------------------------------------------------------------------------- */

/* Widths up to each byte of a run, the same for all bytes of a cluster; returns the width behind it. */
static double place_run(const struct text_run *run, double *x, double pen)
{
    double unit = run->size / run->font->units_per_em, start = pen;
    size_t at = run->start;
    int64_t width = 0;
    for (size_t i = 0; i < run->count; i++) {
        if (at < run->glyphs[i].cluster || i == 0) {
            for (; at < run->glyphs[i].cluster; at++)
                x[at] = pen;
            pen = start + (double)width * unit;
        }
        width += run->glyphs[i].advance;
    }
    for (; at < run->start + run->length; at++)
        x[at] = pen;
    return start + run->width;
}

/* Widths up to each byte of the paragraph; what is not drawn has none. */
static double *place(struct arena *arena, const struct text_run *runs, size_t run_count, size_t length)
{
    double *x = arena_array(arena, double, length + 1), pen = 0;
    size_t at = 0;
    for (size_t i = 0; i < run_count; i++) {
        for (; at < runs[i].start; at++)
            x[at] = pen;
        pen = place_run(&runs[i], x, pen);
        at = runs[i].start + runs[i].length;
    }
    for (; at <= length; at++)
        x[at] = pen;
    return x;
}

/* The spans in other languages than Thai, those that meet as one; returns their number. */
static size_t find_others(const struct text_span *spans, size_t span_count, struct break_stretch *others)
{
    size_t count = 0, at = 0;
    for (size_t i = 0; i < span_count; at += spans[i++].length) {
        if (!spans[i].lang || strncmp(spans[i].lang, "th", 2) == 0)
            continue;
        if (count && others[count - 1].to == at)
            others[count - 1].to += spans[i].length;
        else
            others[count++] = (struct break_stretch){at, at + spans[i].length};
    }
    return count;
}

struct text_paragraph *text_paragraph_new(struct text_engine *engine, struct arena *arena, const char *text,
                                          size_t length, const struct text_span *spans, size_t span_count,
                                          struct diags *diags)
{
    struct text_items items = text_itemise(engine->parts.fonts, arena, text, length, spans, span_count, diags);
    size_t count = items.list.count;
    struct text_run *runs = arena_array(arena, struct text_run, count);
    struct text_span *copy = arena_array(arena, struct text_span, span_count);
    uint8_t *cuts = arena_alloc(arena, length + 1), *breaks = arena_alloc(arena, length + 1);

    if (span_count)
        memcpy(copy, spans, span_count * sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        const struct text_item *item = &items.list.items[i];
        runs[i] = text_shape(engine->shaper, arena, text, item, &copy[item->span], cuts);
    }
    cuts[length] = TEXT_CUT_FREE;
    struct break_stretch *others = arena_array(arena, struct break_stretch, span_count);
    size_t other_count = find_others(spans, span_count, others);
    thai_breaks(engine->parts.breaker, arena, text, length, others, other_count, breaks);

    struct text_paragraph *paragraph = arena_new_of(arena, struct text_paragraph);
    *paragraph = (struct text_paragraph){.text = text,
                                         .length = length,
                                         .breaks = breaks,
                                         .cuts = cuts,
                                         .x = place(arena, runs, count, length),
                                         .runs = runs,
                                         .run_count = count,
                                         .items = items.list.items,
                                         .spans = copy};
    return paragraph;
}

/* ---- a line ----------------------------------------------------------------------------------------------------- */

/* The first run that ends behind `at`. */
static size_t first_run(const struct text_paragraph *paragraph, size_t at)
{
    size_t low = 0, high = paragraph->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (paragraph->runs[middle].start + paragraph->runs[middle].length > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* The first glyph of a run whose cluster is not before `at`. */
static size_t first_glyph(const struct text_run *run, size_t at)
{
    size_t low = 0, high = run->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->glyphs[middle].cluster >= at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static struct text_run cut_run(struct text_engine *engine, struct arena *arena, const struct text_paragraph *paragraph,
                               size_t index, size_t from, size_t to)
{
    const struct text_run *whole = &paragraph->runs[index];
    size_t start = whole->start, end = whole->start + whole->length;
    bool safe = (from <= start || paragraph->cuts[from] == TEXT_CUT_FREE) &&
                (to >= end || paragraph->cuts[to] == TEXT_CUT_FREE);
    if (from <= start && to >= end)
        return *whole;
    start = from > start ? from : start;
    end = to < end ? to : end;
    if (!safe) {
        struct text_item item = paragraph->items[index];
        item.start = start;
        item.length = end - start;
        return text_shape(engine->shaper, arena, paragraph->text, &item, &paragraph->spans[item.span], NULL);
    }
    struct text_run run = *whole;
    size_t first = first_glyph(whole, start);
    run.start = start;
    run.length = end - start;
    run.glyphs = whole->glyphs + first;
    run.count = first_glyph(whole, end) - first;
    text_run_measure(&run);
    return run;
}

struct text_run *text_paragraph_line(struct text_engine *engine, struct arena *arena,
                                     const struct text_paragraph *paragraph, size_t from, size_t to, size_t *run_count)
{
    size_t first = first_run(paragraph, from), end = first;
    while (end < paragraph->run_count && paragraph->runs[end].start < to)
        end++;
    *run_count = from < to ? end - first : 0;
    struct text_run *runs = arena_array(arena, struct text_run, *run_count);
    for (size_t i = 0; i < *run_count; i++)
        runs[i] = cut_run(engine, arena, paragraph, first + i, from, to);
    return runs;
}
