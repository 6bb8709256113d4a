#include "layout/catchword.h"

#include "base/geom.h"
#include "base/thai.h"
#include "layout/page_numbers.h"

#include <math.h>
#include <string.h>

/* Cells of the words: a phrase with as many ends them, and more there are only when the first word is longer. */
enum { LEAST_CELLS = 4, MOST_CELLS = 20 };

/* A gap from here on, in type sizes, is a space. */
#define SPACE_SHARE 0.15

/* Items whose base lines are not farther apart than this stand on one line, points. */
#define SAME_LINE 0.5

/* Printers leave such an edge of the paper white. */
#define PAPER_EDGE (8 * MM_TO_PT)

static const char PLACE[] = "{words}";

/* ---- where it stands -------------------------------------------------------------------------------------------- */

/* A line below the margin's edge, or a line above the page number that stands in the margin. */
static double base_line(const struct doc_section *setup)
{
    double leading = setup->catchword_style->leading;
    bool number = setup->number_place == DOC_BOTTOM_CENTER || setup->number_place == DOC_BOTTOM_RIGHT;
    if (number)
        return page_number_base(setup) - fmax(leading, setup->number_style ? setup->number_style->leading : 0);
    return fmin(setup->height - setup->bottom + leading, setup->height - PAPER_EDGE);
}

double catchword_room(const struct doc_section *setup)
{
    if (!setup->catchword)
        return 0;
    return fmax(setup->height - setup->bottom + setup->catchword_style->leading - base_line(setup), 0);
}

/* ---- the words -------------------------------------------------------------------------------------------------- */

static double end_of(const struct page_text *text)
{
    struct line_gaps gaps = line_gaps(text->text, 0, text->run.length);
    return text->x + text->run.width + (double)gaps.spaces * text->space_gap +
           (double)gaps.clusters * text->cluster_gap;
}

/* The words of the first line on a page: of all that stands on its base line and is no artifact. */
static struct buf first_line(struct arena *arena, const struct page *page)
{
    struct buf words = buf_init(arena);
    const struct page_text *before = NULL;
    bool artifact = false;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind == PAGE_ARTIFACT_BEGIN || item->kind == PAGE_ARTIFACT_END)
            artifact = item->kind == PAGE_ARTIFACT_BEGIN;
        if (item->kind != PAGE_TEXT || artifact)
            continue;
        const struct page_text *text = &item->text;
        if (before && fabs(text->y - before->y) > SAME_LINE)
            break;
        if (before && text->x - end_of(before) > SPACE_SHARE * text->run.size)
            buf_putc(&words, ' ');
        buf_add(&words, text->text, text->run.length);
        before = text;
    }
    return words;
}

/* How many of the bytes are printed: whole words, to the end of a phrase if there is one. */
static size_t cut_words(const struct text_paragraph *line)
{
    size_t cells = 0, best = 0;
    for (size_t at = 0; at < line->length;) {
        cells += line->text[at] != ' ';
        at = thai_cluster_end(line->text, line->length, at);
        enum text_break end = at == line->length ? TEXT_BREAK_LINE : (enum text_break)line->breaks[at];
        if (end < TEXT_BREAK_WORD)
            continue;
        if (best && cells > MOST_CELLS)
            break;
        best = at;
        if (end >= TEXT_BREAK_SPACE && cells >= LEAST_CELLS)
            break;
    }
    return line_trim(line->text, 0, best);
}

/* ---- the catchword ---------------------------------------------------------------------------------------------- */

static const struct text_block *make_block(struct layout *layout, const struct section *section, const char *words)
{
    struct text_block_options options = {.one_line = true, .artifact = true};
    return text_block_words(layout, section->setup.catchword_style, words, section->node->origin, &options);
}

void catchword_place(struct placer *placer, const struct page *next)
{
    struct layout *layout = placer->layout;
    const struct section *section = page_section(layout, placer->page_index);
    const char *form = section->setup.catchword, *place = form ? strstr(form, PLACE) : NULL;
    if (!place)
        return;
    struct buf words = first_line(layout->arena, next);
    const struct text_block *all = make_block(layout, section, words.data);
    if (!all->shaped)
        return;
    const char *catchword = arena_printf(layout->arena, "%.*s%.*s%s", (int)(place - form), form,
                                         (int)cut_words(all->shaped), all->shaped->text, place + strlen(PLACE));
    const struct text_block *text = make_block(layout, section, catchword);
    struct line *line = line_new(layout, section->setup.catchword_style->leading, NO_TAG);
    struct line_part *part = line_add(layout, line, text, 0, text->shaped->length, 0);
    line_align(part, DOC_RIGHT, section->setup.left, section->width, LINE_NATURAL);
    place_part(placer, part, 0, base_line(&section->setup));
}
