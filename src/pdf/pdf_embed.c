#include "pdf/pdf_embed.h"

#include "pdf/pdf_cmap.h"
#include "pdf/pdf_composite.h"

#include <hb-subset.h>
#include <math.h>

enum { FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 }; /* of a font descriptor */

/* A font on its way into the file. */
struct embedding {
    struct haru *haru;
    struct pdf_font *font;
    hb_face_t *face;     /* the subset */
    const hb_map_t *map; /* glyphs of the font to those of the subset */
    LIST(struct pdf_composite) composites;
    uint16_t *glyphs; /* by CID, in the subset */
    const char *name; /* with the tag of the subset */
};

static bool refuse(struct embedding *embedding, const char *why)
{
    struct diag_more more = {.hint = "choose another font"};
    diag_at(embedding->haru->diags, SEVERITY_ERROR, "font-embed", NULL, 0, more,
            "the font \"%s\" cannot be embedded: %s", embedding->font->font->name, why);
    return false;
}

/* ---- the font program ------------------------------------------------------------------------------------------- */

static void close_face(void *face)
{
    hb_face_destroy(face);
}

static void close_plan(void *plan)
{
    hb_subset_plan_destroy(plan);
}

static hb_subset_input_t *ask_for_glyphs(const struct pdf_font *font)
{
    static const char dropped[][5] = {"GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "FFTM", "gasp", "cvt ",
                                      "fpgm", "prep", "fvar", "gvar", "avar", "HVAR", "MVAR", "STAT", "kern"};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(tables, hb_tag_from_string(dropped[i], 4));
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t cid = 1; cid < font->chars.count; cid++) {
        const struct pdf_char *character = &font->chars.items[cid];
        for (size_t i = 0; i < character->part_count; i++)
            hb_set_add(glyphs, character->parts[i].glyph);
    }
    return input;
}

/* 0, the glyph for no character, for one that the font does not have.  All others were asked for: when one is missing,
 * HarfBuzz had no memory for it. */
static uint32_t glyph_of(const struct embedding *embedding, uint32_t glyph)
{
    hb_codepoint_t found = hb_map_get(embedding->map, glyph);
    if (found != HB_MAP_VALUE_INVALID)
        return found;
    if (glyph < embedding->font->glyph_count)
        arena_escape(embedding->haru->arena);
    return 0;
}

static bool cut_down(struct embedding *embedding)
{
    struct arena *arena = embedding->haru->arena;
    hb_subset_input_t *input = ask_for_glyphs(embedding->font);
    if (!input)
        arena_escape(arena);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(hb_font_get_face(embedding->font->font->hb), input);
    hb_subset_input_destroy(input);
    if (!plan)
        return refuse(embedding, "it cannot be cut down to the characters needed");
    arena_defer(arena, close_plan, plan);
    embedding->face = hb_subset_plan_execute_or_fail(plan);
    if (!embedding->face)
        return refuse(embedding, "it cannot be cut down to the characters needed");
    arena_defer(arena, close_face, embedding->face);
    embedding->map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    return true;
}

/* The composite for a shape, in glyphs of the subset. */
static void add_composite(struct embedding *embedding, const struct pdf_char *character)
{
    struct arena *arena = embedding->haru->arena;
    struct pdf_part *parts = arena_array(arena, struct pdf_part, character->part_count);
    for (size_t i = 0; i < character->part_count; i++) {
        parts[i] = character->parts[i];
        parts[i].glyph = glyph_of(embedding, parts[i].glyph);
    }
    *list_add(arena, &embedding->composites) =
        (struct pdf_composite){.parts = parts, .part_count = character->part_count, .width = character->width};
}

static void choose_glyphs(struct embedding *embedding)
{
    struct pdf_font *font = embedding->font;
    size_t first = hb_face_get_glyph_count(embedding->face);
    embedding->glyphs = arena_array(embedding->haru->arena, uint16_t, font->chars.count);
    for (unsigned cid = 1; cid < font->chars.count; cid++) {
        const struct pdf_char *character = &font->chars.items[cid];
        if (character->shape != cid) {
            embedding->glyphs[cid] = embedding->glyphs[character->shape];
        } else if (pdf_char_is_glyph(font, character)) {
            embedding->glyphs[cid] = (uint16_t)glyph_of(embedding, character->parts[0].glyph);
        } else {
            embedding->glyphs[cid] = (uint16_t)(first + embedding->composites.count);
            add_composite(embedding, character);
        }
    }
}

/* Six letters from the program's bytes (9.6.4): two subsets of one font in two files can be told apart. */
static const char *tagged_name(struct arena *arena, const struct buf *program, const char *name)
{
    char tag[7] = "";
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < program->length; i++)
        hash = (hash ^ (unsigned char)program->data[i]) * 0x100000001b3u;
    for (size_t i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return arena_printf(arena, "%s+%s", tag, name);
}

/* ---- its dictionaries ------------------------------------------------------------------------------------------- */

static void put_glyph_map(struct embedding *embedding, HPDF_Dict dict)
{
    struct buf map = buf_init(embedding->haru->arena);
    for (size_t cid = 0; cid < embedding->font->chars.count; cid++) {
        buf_putc(&map, (char)(embedding->glyphs[cid] >> 8));
        buf_putc(&map, (char)(embedding->glyphs[cid] & 0xff));
    }
    haru_put(embedding->haru, dict, "CIDToGIDMap", haru_pack(embedding->haru, &map));
}

/* Marks are many and have no width, so that is the default; the others stand in runs behind their first CID. */
static void put_widths(struct embedding *embedding, HPDF_Dict dict)
{
    struct buf entries = buf_init(embedding->haru->arena);
    bool open = false;
    buf_puts(&entries, "/DW 0/W[");
    for (unsigned cid = 1; cid < embedding->font->chars.count; cid++) {
        double width = embedding->font->chars.items[cid].stated;
        if (width == 0 && open)
            buf_putc(&entries, ']');
        else if (width != 0 && !open)
            buf_printf(&entries, "%u[", cid);
        else if (width != 0)
            buf_putc(&entries, ' ');
        open = width != 0;
        if (open)
            buf_number(&entries, width, 2);
    }
    buf_puts(&entries, open ? "]]\n" : "]\n");
    haru_raw(embedding->haru, dict, entries);
}

static int thousandths(const struct font *font, int length)
{
    return (int)lround(length * 1000.0 / font->units_per_em);
}

static HPDF_Dict add_descriptor(struct embedding *embedding, const struct buf *program)
{
    struct haru *haru = embedding->haru;
    const struct font *font = embedding->font->font;
    HPDF_Dict dict = haru_object(haru);
    haru_name(haru, dict, "Type", "FontDescriptor");
    haru_name(haru, dict, "FontName", embedding->name);
    haru_integer(haru, dict, "Flags", FLAG_SYMBOLIC | (font->italic ? FLAG_ITALIC : 0));
    HPDF_Array box = haru_array(haru, dict, "FontBBox");
    for (size_t i = 0; i < 4; i++)
        haru_add_integer(haru, box, thousandths(font, font->bbox[i]));
    haru_integer(haru, dict, "ItalicAngle", font->italic_angle);
    haru_integer(haru, dict, "Ascent", thousandths(font, font->ascent));
    haru_integer(haru, dict, "Descent", thousandths(font, font->descent));
    haru_integer(haru, dict, "CapHeight", thousandths(font, font->cap_height));
    haru_integer(haru, dict, "StemV", 50 + font->weight * font->weight / (65 * 65)); /* a usual estimate */
    HPDF_Dict file = haru_pack(haru, program);
    haru_integer(haru, file, "Length1", (int)program->length);
    haru_put(haru, dict, "FontFile2", file);
    return dict;
}

static HPDF_Dict add_descendant(struct embedding *embedding, const struct buf *program)
{
    struct haru *haru = embedding->haru;
    HPDF_Dict dict = haru_object(haru);
    haru_name(haru, dict, "Type", "Font");
    haru_name(haru, dict, "Subtype", "CIDFontType2");
    haru_name(haru, dict, "BaseFont", embedding->name);
    HPDF_Dict system = haru_dict(haru, dict, "CIDSystemInfo");
    haru_ascii(haru, system, "Registry", "Adobe");
    haru_ascii(haru, system, "Ordering", "Identity");
    haru_integer(haru, system, "Supplement", 0);
    haru_put(haru, dict, "FontDescriptor", add_descriptor(embedding, program));
    put_glyph_map(embedding, dict);
    put_widths(embedding, dict);
    return dict;
}

static void fill(struct embedding *embedding, HPDF_Dict dict, const struct buf *program)
{
    struct haru *haru = embedding->haru;
    struct buf cmap = buf_init(haru->arena);
    pdf_cmap(&cmap, embedding->font);
    haru_name(haru, dict, "Type", "Font");
    haru_name(haru, dict, "Subtype", "Type0");
    haru_name(haru, dict, "BaseFont", embedding->name);
    haru_name(haru, dict, "Encoding", "Identity-H");
    haru_add(haru, haru_array(haru, dict, "DescendantFonts"), add_descendant(embedding, program));
    haru_put(haru, dict, "ToUnicode", haru_pack(haru, &cmap));
}

bool pdf_embed(struct haru *haru, struct pdf_font *font, HPDF_Dict dict)
{
    struct embedding embedding = {.haru = haru, .font = font};
    haru->doing = arena_printf(haru->arena, "the font %s", font->font->name);
    if (font->full)
        return refuse(&embedding, "more than 65,535 different characters would be drawn with it");
    if (!cut_down(&embedding))
        return false;
    choose_glyphs(&embedding);
    const char *why;
    const struct buf *program =
        pdf_composite_font(haru->arena, embedding.face, embedding.composites.items, embedding.composites.count, &why);
    if (!program)
        return refuse(&embedding, why);
    embedding.name = tagged_name(haru->arena, program, font->font->name);
    fill(&embedding, dict, program);
    return true;
}
