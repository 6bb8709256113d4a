/*
 * A face is opened twice over the same bytes: by FreeType, which checks it and gives licence bits, metrics and the ink
 * of glyphs, and by HarfBuzz, which shapes with its own reading of the tables.
 */
#include "text/font_open.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_FONT_FORMATS_H
#include FT_TRUETYPE_TABLES_H

#include <hb.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

struct font_library {
    FT_Library handle;
};

/* Ink is asked for glyph by glyph while lines are measured. */
struct ink {
    int16_t above, below;
    uint8_t state;
};

enum { INK_UNKNOWN, INK_NONE, INK_SOME };

enum { ASCII_FIRST = 0x20, ASCII_END = 0x7f, THAI_FIRST = 0x0e00, THAI_END = 0x0e60 };

struct font_cache {
    bool ascii[ASCII_END], thai[THAI_END - THAI_FIRST]; /* characters that the face has */
    size_t glyph_count;
    struct ink inks[];
};

/* ---- opening ---------------------------------------------------------------------------------------------------- */

static void close_library(void *handle)
{
    FT_Done_FreeType(handle);
}

static void close_face(void *handle)
{
    FT_Done_Face(handle);
}

static void close_hb_font(void *handle)
{
    hb_font_destroy(handle);
}

struct font_library *font_library_open(struct arena *arena)
{
    struct font_library *library = arena_new_of(arena, struct font_library);
    if (FT_Init_FreeType(&library->handle))
        return NULL;
    arena_defer(arena, close_library, library->handle);
    return library;
}

/* What is wrong with a file by its first bytes, or NULL. */
static const char *wrong_kind(const unsigned char *data, size_t size)
{
    static const struct {
        const char *tag, *why;
    } kinds[] = {
        {"OTTO", "has CFF outlines; only TrueType outlines (.ttf) can be used"},
        {"ttcf", "is a collection of fonts; only single fonts (.ttf) can be used"},
        {"wOFF", "is a web font (WOFF); only TrueType fonts (.ttf) can be used"},
        {"wOF2", "is a web font (WOFF2); only TrueType fonts (.ttf) can be used"},
    };
    if (size < 12)
        return "is no font file";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (memcmp(data, kinds[i].tag, 4) == 0)
            return kinds[i].why;
    }
    if (memcmp(data, "\0\1\0\0", 4) != 0 && memcmp(data, "true", 4) != 0)
        return "is no TrueType font";
    return size > LONG_MAX || size > UINT_MAX ? "is too large" : NULL;
}

/* What the face lacks or forbids, or NULL. */
static const char *unfit(FT_Face face)
{
    FT_UShort bits = FT_Get_FSType_Flags(face);
    const char *format = FT_Get_Font_Format(face);
    if (!format || strcmp(format, "TrueType") != 0 || !FT_IS_SCALABLE(face))
        return "has no TrueType outlines";
    if (face->num_glyphs < 1 || face->num_glyphs > 65535 || face->units_per_EM < 16)
        return "is damaged";
    if ((bits & 0x0f) == FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING)
        return "may not be embedded (its licence bits say so)";
    if (bits & (FT_FSTYPE_NO_SUBSETTING | FT_FSTYPE_BITMAP_EMBEDDING_ONLY))
        return "may not be embedded in part (its licence bits say so)";
    return NULL;
}

static FT_Face open_face(struct font_library *library, struct arena *arena, const unsigned char *data, size_t size,
                         const char **why)
{
    FT_Face face;
    *why = wrong_kind(data, size);
    if (*why)
        return NULL;
    if (FT_New_Memory_Face(library->handle, data, (FT_Long)size, 0, &face)) {
        *why = "is damaged";
        return NULL;
    }
    arena_defer(arena, close_face, face);
    *why = unfit(face);
    return *why ? NULL : face;
}

static hb_font_t *open_hb_font(struct arena *arena, const unsigned char *data, size_t size)
{
    hb_blob_t *blob = hb_blob_create((const char *)data, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    hb_font_make_immutable(font);
    arena_defer(arena, close_hb_font, font);
    return font;
}

/* ---- metrics ---------------------------------------------------------------------------------------------------- */

/* The height of a letter's ink; `otherwise` when the face lacks it. */
static int letter_height(const struct font *font, uint32_t letter, int otherwise)
{
    int above, below;
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(font->hb, letter, &glyph) || !font_glyph_ink(font, glyph, &above, &below))
        return otherwise;
    return above;
}

static void read_metrics(struct font *font, FT_Face face)
{
    const TT_OS2 *os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2);
    const TT_Postscript *post = FT_Get_Sfnt_Table(face, FT_SFNT_POST);
    bool has_heights = os2 && os2->version != 0xffff && os2->version >= 2;

    font->units_per_em = face->units_per_EM;
    font->ascent = face->ascender;
    font->descent = face->descender;
    font->bbox[0] = (int)face->bbox.xMin;
    font->bbox[1] = (int)face->bbox.yMin;
    font->bbox[2] = (int)face->bbox.xMax;
    font->bbox[3] = (int)face->bbox.yMax;
    font->bold = (face->style_flags & FT_STYLE_FLAG_BOLD) != 0;
    font->italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
    font->weight = os2 && os2->usWeightClass ? os2->usWeightClass : font->bold ? 700 : 400;
    font->italic_angle = post ? (int)(post->italicAngle / 65536) : 0;
    font->cap_height = has_heights && os2->sCapHeight > 0 ? os2->sCapHeight : letter_height(font, 'H', font->ascent);
    font->x_height = has_heights && os2->sxHeight > 0 ? os2->sxHeight : letter_height(font, 'x', font->ascent / 2);
}

/* The PostScript name, or else the file's, with only characters that a PDF name takes as they are. */
static const char *clean_name(struct arena *arena, FT_Face face, const char *file)
{
    const char *name = FT_Get_Postscript_Name(face);
    if (!name || !*name) {
        const char *slash = strrchr(file, '/');
        name = slash ? slash + 1 : file;
    }
    char *copy = arena_strndup(arena, name, strlen(name) < 63 ? strlen(name) : 63);
    for (char *c = copy; *c; c++) {
        if (*c <= ' ' || *c >= 0x7f || strchr("()<>[]{}/%#+", *c))
            *c = '-';
    }
    return copy;
}

static struct font_cache *new_cache(struct arena *arena, const struct font *font, FT_Face face)
{
    size_t count = (size_t)face->num_glyphs;
    struct font_cache *cache = arena_alloc(arena, sizeof *cache + count * sizeof(struct ink));
    hb_codepoint_t glyph;
    cache->glyph_count = count;
    for (uint32_t code = ASCII_FIRST; code < ASCII_END; code++)
        cache->ascii[code] = hb_font_get_nominal_glyph(font->hb, code, &glyph);
    for (uint32_t code = THAI_FIRST; code < THAI_END; code++)
        cache->thai[code - THAI_FIRST] = hb_font_get_nominal_glyph(font->hb, code, &glyph);
    return cache;
}

struct font *font_open(struct font_library *library, struct arena *arena, const char *file, const unsigned char *data,
                       size_t size, const char **why)
{
    FT_Face face = open_face(library, arena, data, size, why);
    if (!face)
        return NULL;
    struct font *font = arena_new_of(arena, struct font);
    font->file = file;
    font->data = data;
    font->size = size;
    font->face = face;
    font->hb = open_hb_font(arena, data, size);
    font->scale = 1;
    font->name = clean_name(arena, face, file);
    font->cache = new_cache(arena, font, face);
    read_metrics(font, face);
    return font;
}

/* ---- glyphs ----------------------------------------------------------------------------------------------------- */

/* Spaces that HarfBuzz makes of the common one when a face lacks them. */
static bool is_space(uint32_t code)
{
    return code == 0xa0 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f || code == 0x205f || code == 0x3000;
}

static bool has_itself(const struct font *font, uint32_t code)
{
    hb_codepoint_t glyph;
    if (code < ASCII_END)
        return font->cache->ascii[code];
    if (code >= THAI_FIRST && code < THAI_END)
        return font->cache->thai[code - THAI_FIRST];
    return hb_font_get_nominal_glyph(font->hb, code, &glyph);
}

bool font_has(const struct font *font, uint32_t code)
{
    enum { SARA_AA = 0x0e32, SARA_AM = 0x0e33, NIKHAHIT = 0x0e4d, HYPHEN = 0x2010, FIRM_HYPHEN = 0x2011 };
    if (code == SARA_AM) /* is always taken apart */
        return has_itself(font, NIKHAHIT) && has_itself(font, SARA_AA);
    if (has_itself(font, code))
        return true;
    if (code == FIRM_HYPHEN)
        return has_itself(font, HYPHEN);
    return is_space(code) && has_itself(font, ' ');
}

static int16_t clamp(FT_Pos length)
{
    return (int16_t)(length > INT16_MAX ? INT16_MAX : length < INT16_MIN ? INT16_MIN : length);
}

static void measure(FT_Face face, uint32_t glyph, struct ink *ink)
{
    ink->state = INK_NONE;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP))
        return;
    const FT_Glyph_Metrics *metrics = &face->glyph->metrics;
    if (metrics->height <= 0 || metrics->width <= 0)
        return;
    ink->state = INK_SOME;
    ink->above = clamp(metrics->horiBearingY);
    ink->below = clamp(metrics->horiBearingY - metrics->height);
}

bool font_glyph_ink(const struct font *font, uint32_t glyph, int *above, int *below)
{
    if (glyph >= font->cache->glyph_count)
        return false;
    struct ink *ink = &font->cache->inks[glyph];
    if (ink->state == INK_UNKNOWN)
        measure(font->face, glyph, ink);
    *above = ink->above;
    *below = ink->below;
    return ink->state == INK_SOME;
}
