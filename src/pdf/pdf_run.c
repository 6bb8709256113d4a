#include "pdf/pdf_run.h"

#include "base/thai.h"
#include "base/utf8.h"

#include <hb.h>

struct run {
    struct pdf_font *font;
    const struct page_text *text;
    struct pdf_steps *steps;
    double unit; /* a font unit in thousandths of the size */
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
            (struct pdf_part){.glyph = glyphs[i].id, .x = pen + glyphs[i].dx, .y = glyphs[i].dy};
        pen += glyphs[i].advance;
        wanted.width += width_of(run, &glyphs[i]);
    }
    wanted.parts = steps->parts.items;
    wanted.part_count = steps->parts.count;
    unsigned cid = pdf_font_cid(run->font, &wanted);
    double gap = pen * run->unit - run->font->chars.items[cid].stated;
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

static void add_cluster(struct run *run, const struct text_glyph *glyphs, size_t glyph_count)
{
    const uint32_t *codes = run->steps->codes.items;
    size_t code_count = run->steps->codes.count;
    size_t single = (glyph_count < code_count ? glyph_count : code_count) - 1;
    for (size_t i = 0; i < single; i++)
        add_char(run, glyphs + i, 1, codes + i, 1);
    if (glyph_count < code_count)
        add_ligature(run, glyphs + single, codes + single, code_count - single);
    else
        add_char(run, glyphs + single, glyph_count - single, codes + single, 1);
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
