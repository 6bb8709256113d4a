#include "text/shape.h"

#include <limits.h>

struct text_shaper {
    hb_buffer_t *buffer;
    hb_language_t thai;
};

static void close_buffer(void *handle)
{
    hb_buffer_destroy(handle);
}

struct text_shaper *text_shaper_new(struct arena *arena)
{
    struct text_shaper *shaper = arena_new_of(arena, struct text_shaper);
    shaper->buffer = hb_buffer_create();
    arena_defer(arena, close_buffer, shaper->buffer);
    shaper->thai = hb_language_from_string("th", -1);
    if (!hb_buffer_allocation_successful(shaper->buffer))
        arena_escape(arena);
    return shaper;
}

static hb_language_t language_of(struct text_shaper *shaper, hb_script_t script, const char *lang)
{
    if (script == HB_SCRIPT_THAI || !lang)
        return shaper->thai;
    return hb_language_from_string(lang, -1);
}

/* Characters that are shown as others: a tab as a space, the firm hyphen as the soft one where the face lacks it. */
static void replace(hb_buffer_t *buffer, const struct font *font)
{
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        if (infos[i].codepoint == '\t')
            infos[i].codepoint = ' ';
        else if (infos[i].codepoint == 0x2011 && font_has(font, 0x2010))
            infos[i].codepoint = 0x2010;
    }
}

static void fill_buffer(struct text_shaper *shaper, const char *text, const struct text_item *item,
                        const struct text_span *span)
{
    hb_buffer_t *buffer = shaper->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text + item->start, (int)item->length, 0, (int)item->length);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item->script);
    hb_buffer_set_language(buffer, language_of(shaper, item->script, span->lang));
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    replace(buffer, item->font);
}

static void copy_glyphs(struct text_glyph *glyphs, hb_buffer_t *buffer, size_t start, uint8_t *cuts)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (struct text_glyph){.id = infos[i].codepoint,
                                        .cluster = (uint32_t)start + infos[i].cluster,
                                        .advance = positions[i].x_advance,
                                        .dx = positions[i].x_offset,
                                        .dy = positions[i].y_offset};
        if (cuts && (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK))
            cuts[glyphs[i].cluster] = TEXT_CUT_SHAPE;
        else if (cuts && cuts[glyphs[i].cluster] == TEXT_CUT_NONE)
            cuts[glyphs[i].cluster] = TEXT_CUT_FREE;
    }
}

void text_run_measure(struct text_run *run)
{
    int64_t width = 0;
    int top = 0, bottom = 0;
    for (size_t i = 0; i < run->count; i++) {
        const struct text_glyph *glyph = &run->glyphs[i];
        int above, below;
        width += glyph->advance;
        if (!font_glyph_ink(run->font, glyph->id, &above, &below))
            continue;
        if (above + glyph->dy > top)
            top = above + glyph->dy;
        if (below + glyph->dy < bottom)
            bottom = below + glyph->dy;
    }
    double unit = run->size / run->font->units_per_em;
    run->width = (double)width * unit;
    run->above = top * unit;
    run->below = -bottom * unit;
}

struct text_run text_shape(struct text_shaper *shaper, struct arena *arena, const char *text,
                           const struct text_item *item, const struct text_span *span, uint8_t *cuts)
{
    if (item->length > INT_MAX)
        arena_escape(arena);
    fill_buffer(shaper, text, item, span);
    hb_shape(item->font->hb, shaper->buffer, NULL, 0);
    if (!hb_buffer_allocation_successful(shaper->buffer))
        arena_escape(arena);

    size_t count = hb_buffer_get_length(shaper->buffer);
    struct text_glyph *glyphs = arena_array(arena, struct text_glyph, count);
    struct text_run run = {.font = item->font,
                           .size = span->size * item->font->scale,
                           .start = item->start,
                           .length = item->length,
                           .span = item->span,
                           .glyphs = glyphs,
                           .count = count};
    copy_glyphs(glyphs, shaper->buffer, item->start, cuts);
    text_run_measure(&run);
    return run;
}
