#include "pdf/pdf_run.h"

#include "base/thai.h"
#include "base/utf8.h"

#include <hb.h>

enum { LENT_PERCENT = 11 }; /* of the size */

struct run {
    struct pdf_font *font;
    const struct page_text *text;
    struct pdf_steps *steps;
    double unit;      /* a font unit in thousandths of the size */
    int widen, shift; /* of the next character: beyond its own width; of its glyphs, font units */
};

static bool is_never_drawn(uint32_t code)
{
    return code == 0x200b || code == 0x2060;
}

static bool is_mark(uint32_t code)
{
    return code >= 0x300 && hb_unicode_general_category(hb_unicode_funcs_get_default(), code) ==
                                HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

/* Shapes keep to the widths that the font states, so that kerning makes no new ones; but a mark to which shaping gave
 * no width has none. */
static int width_of(struct run *run, const struct text_glyph *glyph)
{
    return glyph->advance ? pdf_font_advance(run->font, glyph->id) : 0;
}

static void add_char(struct run *run, const struct text_glyph *glyphs, size_t glyph_count, const uint32_t *codes,
                     size_t code_count)
{
    struct pdf_steps *steps = run->steps;
    struct pdf_char wanted = {.codes = codes, .code_count = code_count};
    int pen = 0;
    steps->parts.count = 0;
    for (size_t i = 0; i < glyph_count; i++) {
        *list_add(run->font->arena, &steps->parts) =
            (struct pdf_part){.glyph = glyphs[i].id, .x = pen + glyphs[i].dx + run->shift, .y = glyphs[i].dy};
        pen += glyphs[i].advance;
        wanted.width += width_of(run, &glyphs[i]);
    }
    wanted.width += run->widen;
    wanted.parts = steps->parts.items;
    wanted.part_count = steps->parts.count;
    unsigned cid = pdf_font_cid(run->font, &wanted);
    double gap = (pen + run->widen) * run->unit - run->font->chars.items[cid].stated;
    *list_add(run->font->arena, &steps->list) = (struct pdf_step){.cid = cid, .gap = gap};
}

static void add_ligature(struct run *run, const struct text_glyph *glyph, const uint32_t *codes, size_t count)
{
    size_t end = 1;
    while (end < count && !is_mark(codes[end]))
        end++;
    add_char(run, glyph, 1, codes, end);
    for (; end < count; end++)
        add_char(run, NULL, 0, codes + end, 1);
}

/* Several characters drawn by one glyph, then marks with glyphs of their own. */
static void add_joined(struct run *run, const struct text_glyph *glyphs, size_t glyph_count)
{
    const uint32_t *codes = run->steps->codes.items;
    for (size_t i = 0; i + 1 < glyph_count; i++)
        add_char(run, glyphs + i, 1, codes + i, 1);
    size_t last = glyph_count - 1;
    add_ligature(run, glyphs + last, codes + last, run->steps->codes.count - last);
}

/* The characters behind `base` whose glyphs have no width; the cluster's last character has all glyphs that are left.
 */
static size_t count_marks(const struct text_glyph *glyphs, size_t glyph_count, size_t code_count, size_t base)
{
    size_t end = base + 1;
    while (end < glyph_count && !glyphs[end].advance)
        end++;
    if (end < glyph_count && end >= code_count)
        end = code_count - 1;
    return (end < code_count ? end : code_count) - base - 1;
}

/*
 * A letter with its marks, each of which is given some of the letter's width: Poppler takes a character that begins
 * less than a tenth of the size behind the one before for a copy of that, and ends a word there, so that it finds a
 * space where a line is stretched.
 */
static void add_cluster(struct run *run, const struct text_glyph *glyphs, size_t glyph_count)
{
    size_t count = run->steps->codes.count, base = 0;
    if (glyph_count < count) {
        add_joined(run, glyphs, glyph_count);
        return;
    }
    while (base + 1 < count && !glyphs[base].advance)
        base++;
    size_t marks = count_marks(glyphs, glyph_count, count, base);
    int lent = run->font->font->units_per_em * LENT_PERCENT / 100;
    if (glyphs[base].advance < ((int)marks + 1) * lent)
        lent = 0;
    for (size_t i = 0; i < count; i++) {
        bool mark = i > base && i <= base + marks;
        run->widen = i == base ? -(int)marks * lent : mark ? lent : 0;
        run->shift = mark ? (int)(base + marks + 1 - i) * lent : 0;
        add_char(run, glyphs + i, i + 1 < count ? 1 : glyph_count - i, run->steps->codes.items + i, 1);
    }
    run->widen = run->shift = 0;
}

/* Decodes a cluster's text; returns the number of spaces in it. */
static size_t read_cluster(struct run *run, size_t from, size_t to)
{
    const char *text = run->text->text;
    size_t spaces = 0;
    run->steps->codes.count = 0;
    for (size_t at = from, size; at < to; at += size) {
        uint32_t code = utf8_decode(text + at, to - at, &size);
        if (is_never_drawn(code))
            continue;
        *list_add(run->font->arena, &run->steps->codes) = code < ' ' ? ' ' : code;
        spaces += thai_stretch(code) == THAI_STRETCH_SPACE;
    }
    return spaces;
}

/* The graphemes that are stretched in a cluster of shaping: itself, but a ligature has several. */
static size_t count_stretched(const struct run *run, size_t from, size_t to)
{
    const char *text = run->text->text;
    size_t count = 0;
    if (run->steps->codes.count == 1)
        return thai_stretch(run->steps->codes.items[0]) != THAI_STRETCH_NONE;
    for (size_t at = from, size; at < to; at = thai_cluster_end(text, to, at))
        count += thai_stretch(utf8_decode(text + at, to - at, &size)) != THAI_STRETCH_NONE;
    return count;
}

/* Where the text of the cluster at glyph `index` begins, within the run's text. */
static size_t cluster_start(const struct text_run *shaped, size_t index)
{
    size_t offset = index < shaped->count ? shaped->glyphs[index].cluster - shaped->start : shaped->length;
    return offset < shaped->length ? offset : shaped->length;
}

void pdf_run_steps(struct pdf_font *font, const struct page_text *text, struct pdf_steps *steps)
{
    const struct text_run *shaped = &text->run;
    struct run run = {.font = font, .text = text, .steps = steps, .unit = 1000.0 / font->font->units_per_em};
    steps->list.count = 0;
    for (size_t first = 0, end; first < shaped->count; first = end) {
        for (end = first + 1; end < shaped->count && shaped->glyphs[end].cluster == shaped->glyphs[first].cluster;)
            end++;
        size_t from = cluster_start(shaped, first), to = cluster_start(shaped, end);
        double space = (double)read_cluster(&run, from, to) * text->space_gap;
        if (!steps->codes.count)
            continue;
        if (text->cluster_gap != 0)
            space += (double)count_stretched(&run, from, to) * text->cluster_gap;
        add_cluster(&run, shaped->glyphs + first, end - first);
        steps->list.items[steps->list.count - 1].gap += space * 1000 / shaped->size;
    }
}
