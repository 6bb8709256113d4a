/* Characters, the fonts they are gathered in, and the glyphs that are made of glyphs. */
#include "pdf/pdf_cmap.h"
#include "pdf/pdf_composite.h"
#include "pdf/pdf_run.h"
#include "test_pdf_support.h"

#include "base/utf8.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

/* The characters of a run: their texts with "|" between them, and those that draw nothing in brackets. */
static const char *dealt(struct pdf_fonts *fonts, const struct page_text *text)
{
    static struct pdf_steps steps;
    struct pdf_font *font = pdf_font_of(fonts, text->run.font);
    struct buf out = buf_init(fonts->arena);
    steps = (struct pdf_steps){0};
    pdf_run_steps(font, text, &steps);
    for (size_t i = 0; i < steps.list.count; i++) {
        const struct pdf_char *character = &font->chars.items[steps.list.items[i].cid];
        buf_puts(&out, i ? "|" : "");
        buf_puts(&out, character->part_count ? "" : "[");
        for (size_t k = 0; k < character->code_count; k++) {
            char bytes[4];
            buf_add(&out, bytes, utf8_encode(character->codes[k], bytes));
        }
        buf_puts(&out, character->part_count ? "" : "]");
    }
    return out.data;
}

/* Where the pen is behind a run, points: what the widths that the file states and the gaps make of it. */
static double pen_behind(struct pdf_fonts *fonts, const struct page_text *text)
{
    struct pdf_font *font = pdf_font_of(fonts, text->run.font);
    struct pdf_steps steps = {0};
    double pen = 0;
    pdf_run_steps(font, text, &steps);
    for (size_t i = 0; i < steps.list.count; i++)
        pen += font->chars.items[steps.list.items[i].cid].stated + steps.list.items[i].gap;
    return pen * text->run.size / 1000;
}

static double shaped_width(const struct page_text *text)
{
    double width = 0;
    for (size_t i = 0; i < text->run.count; i++)
        width += text->run.glyphs[i].advance;
    return width * text->run.size / text->run.font->units_per_em;
}

/* ---- characters ------------------------------------------------------------------------------------------------- */

Test(pdf_run, gives_each_character_one_code_point)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    const struct font *font = test_font(arena, "Laksaman");
    for (size_t i = 0; i < HARD_LINES; i++) {
        struct page_text text = test_shape(arena, font, test_hard_lines[i]);
        const char *got = dealt(&fonts, &text);
        struct buf wanted = buf_init(arena);
        for (size_t at = 0, size; at < text.run.length; at += size) {
            buf_puts(&wanted, at ? "|" : "");
            utf8_decode(text.text + at, text.run.length - at, &size);
            buf_add(&wanted, text.text + at, size);
        }
        if (!strstr(text.text, "ffi")) /* a ligature in this font */
            cr_expect_str_eq(got, wanted.data);
    }
    arena_free(arena);
}

Test(pdf_run, gives_a_ligature_all_its_letters_but_marks_their_own_characters)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    const struct font *font = test_font(arena, "Laksaman");
    const struct text_glyph one[] = {{.id = 40, .cluster = 0, .advance = 500}};
    const struct text_glyph two[] = {{.id = 40, .cluster = 0, .advance = 500}, {.id = 41, .cluster = 0}};
    struct page_text ffi = {.run = {.font = font, .size = 16, .length = 3, .glyphs = one, .count = 1}, .text = "ffi"};
    struct page_text mark = {.run = {.font = font, .size = 16, .length = 9, .glyphs = one, .count = 1}, .text = "กํ้"};
    struct page_text both = {.run = {.font = font, .size = 16, .length = 9, .glyphs = two, .count = 2}, .text = "กํ้"};
    cr_expect_str_eq(dealt(&fonts, &ffi), "ffi");
    cr_expect_str_eq(dealt(&fonts, &mark), "ก|[ํ]|[้]");
    cr_expect_str_eq(dealt(&fonts, &both), "ก|ํ|[้]");
    arena_free(arena);
}

Test(pdf_run, puts_surplus_glyphs_into_the_last_character)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    const struct font *font = test_font(arena, "Laksaman");
    const struct text_glyph glyphs[] = {
        {.id = 40, .advance = 500}, {.id = 41, .dx = -30, .dy = 7}, {.id = 42, .advance = 300, .dx = 2}};
    struct page_text text = {.run = {.font = font, .size = 16, .length = 6, .glyphs = glyphs, .count = 3},
                             .text = "กำ"};
    cr_expect_str_eq(dealt(&fonts, &text), "ก|ำ");
    struct pdf_font *used = pdf_font_of(&fonts, font);
    const struct pdf_char *last = &used->chars.items[2];
    cr_assert_eq(last->part_count, 2);
    cr_expect(last->parts[0].glyph == 41 && last->parts[0].x == -30 && last->parts[0].y == 7);
    cr_expect(last->parts[1].glyph == 42 && last->parts[1].x == 2 && last->parts[1].y == 0);
    cr_expect_eq(last->width, pdf_font_advance(used, 42));
    arena_free(arena);
}

Test(pdf_run, passes_over_what_is_never_drawn)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    struct page_text text = test_shape(arena, test_font(arena, "Laksaman"), "​กา​งู⁠ ข");
    cr_expect_str_eq(dealt(&fonts, &text), "ก|า|ง|ู| |ข");
    arena_free(arena);
}

Test(pdf_run, keeps_every_width)
{
    static const char *const faces[] = {"Laksaman", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"};
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    for (size_t i = 0; i < 2; i++) {
        const struct font *font = test_font(arena, faces[i]);
        struct page_text text = test_shape(arena, font, "AVAToYe fi ffi Wa. cafe naive, To be kerned");
        cr_expect_float_eq(pen_behind(&fonts, &text), shaped_width(&text), 1e-6);
    }
    arena_free(arena);
}

/* What is drawn stands where shaping put it, whatever widths the characters have. */
static void expect_drawn_as_shaped(const struct pdf_font *font, const struct pdf_steps *steps,
                                   const struct page_text *text)
{
    double unit = 1000.0 / text->run.font->units_per_em, pen = 0;
    int shaped = 0;
    size_t glyph = 0;
    for (size_t i = 0; i < steps->list.count; i++) {
        const struct pdf_char *character = &font->chars.items[steps->list.items[i].cid];
        for (size_t k = 0; k < character->part_count; k++, glyph++) {
            const struct text_glyph *at = &text->run.glyphs[glyph];
            cr_expect_eq(character->parts[k].glyph, at->id);
            cr_expect_float_eq(pen + character->parts[k].x * unit, (shaped + at->dx) * unit, 0.02);
            shaped += at->advance;
        }
        pen += character->stated + steps->list.items[i].gap;
    }
    cr_expect_eq(glyph, text->run.count);
}

/* The words "น้ำหนักเครื่องที่ผู้" as a reader sees them: no character begins less than a tenth of the size behind the one
 * before. */
Test(pdf_run, marks_have_width)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    struct page_text text = test_shape(arena, test_font(arena, "Laksaman"), "น้ำหนักเครื่องที่ผู้");
    struct pdf_font *font = pdf_font_of(&fonts, text.run.font);
    struct pdf_steps steps = {0};
    pdf_run_steps(font, &text, &steps);
    cr_assert_eq(steps.list.count, 20);
    for (size_t i = 0; i < steps.list.count; i++)
        cr_expect_gt(font->chars.items[steps.list.items[i].cid].stated, 100, "character %zu", i);
    expect_drawn_as_shaped(font, &steps, &text);
    arena_free(arena);
}

Test(pdf_run, adds_gaps_behind_graphemes_and_to_spaces)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    struct page_text text = test_shape(arena, test_font(arena, "Laksaman"), "น้ำ​ใจ ดี");
    text.cluster_gap = 0.5;
    text.space_gap = 2;
    /* น้ำ, ใ, จ, the space and ดี */
    cr_expect_float_eq(pen_behind(&fonts, &text), shaped_width(&text) + 5 * 0.5 + 2, 1e-6);

    const struct text_glyph one[] = {{.id = 40, .cluster = 0, .advance = 500}};
    struct page_text ffi = {.run = {.font = text.run.font, .size = 16, .length = 3, .glyphs = one, .count = 1},
                            .text = "ffi",
                            .cluster_gap = 0.5};
    cr_expect_float_eq(pen_behind(&fonts, &ffi), shaped_width(&ffi), 1e-6, "Latin letters are not parted");
    arena_free(arena);
}

/* ---- fonts ------------------------------------------------------------------------------------------------------ */

static unsigned cid_of(struct pdf_font *font, uint32_t glyph, int32_t x, uint32_t code)
{
    struct pdf_part part = {.glyph = glyph, .x = x};
    struct pdf_char wanted = {.parts = &part, .part_count = 1, .codes = &code, .code_count = 1, .width = 500};
    return pdf_font_cid(font, &wanted);
}

Test(pdf_font, numbers_pairs_of_shape_and_text)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    struct pdf_font *font = pdf_font_of(&fonts, test_font(arena, "Laksaman"));
    cr_expect_eq(cid_of(font, 40, 0, 'a'), 1);
    cr_expect_eq(cid_of(font, 40, 9, 'a'), 2);
    cr_expect_eq(cid_of(font, 40, 0, 'b'), 3);
    cr_expect_eq(cid_of(font, 40, 0, 'a'), 1);
    cr_expect_eq(font->chars.items[3].shape, 1);
    cr_expect_eq(font->chars.items[2].shape, 2);
    arena_free(arena);
}

Test(pdf_font, takes_as_many_characters_as_there_are_codes)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    struct pdf_font *font = pdf_font_of(&fonts, test_font(arena, "Laksaman"));
    for (uint32_t i = 1; i <= PDF_CID_MAX; i++)
        cr_assert_eq(cid_of(font, i % 500, (int32_t)(i / 500), 0xe01 + i % 50), i);
    cr_expect_not(font->full);
    cr_expect_eq(cid_of(font, 1, 0, 0xe02), 1);
    cr_expect_eq(cid_of(font, 1, -5, 0xe02), 0);
    cr_expect(font->full);
    arena_free(arena);
}

Test(pdf_cmap, lists_codes_and_texts_in_blocks_of_a_hundred)
{
    struct arena *arena = test_arena();
    struct pdf_fonts fonts = {.arena = arena};
    struct pdf_font *font = pdf_font_of(&fonts, test_font(arena, "Laksaman"));
    const uint32_t ligature[] = {'f', 'i', 0x1f600};
    struct pdf_part part = {.glyph = 7};
    struct pdf_char wanted = {.parts = &part, .part_count = 1, .codes = ligature, .code_count = 3};
    cr_assert_eq(pdf_font_cid(font, &wanted), 1);
    for (unsigned i = 2; i <= 200; i++)
        cr_assert_eq(cid_of(font, i, 0, 0xe01), i);
    struct buf out = buf_init(arena);
    pdf_cmap(&out, font);
    cr_expect_not_null(strstr(out.data, "100 beginbfchar\n<0001><00660069D83DDE00>\n<0002><0E01>\n"));
    cr_expect_not_null(strstr(out.data, "<0064><0E01>\nendbfchar\n100 beginbfchar\n<0065>"));
    cr_expect_not_null(strstr(out.data, "<00C8><0E01>\nendbfchar\nendcmap\n"));
    arena_free(arena);
}

/* ---- composites ------------------------------------------------------------------------------------------------- */

static hb_face_t *face_of(const struct font *font)
{
    return hb_font_get_face(font->hb);
}

static FT_Face load(FT_Library library, const struct buf *program)
{
    FT_Face face;
    cr_assert_eq(FT_New_Memory_Face(library, (const FT_Byte *)program->data, (FT_Long)program->length, 0, &face), 0);
    return face;
}

/* The points of a glyph, font units, as text. */
static const char *outline(struct arena *arena, FT_Face face, unsigned glyph, long dx, long dy)
{
    struct buf out = buf_init(arena);
    cr_assert_eq(FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE), 0, "glyph %u", glyph);
    const FT_Outline *shape = &face->glyph->outline;
    for (int i = 0; i < shape->n_points; i++)
        buf_printf(&out, "%ld,%ld,%d ", shape->points[i].x + dx, shape->points[i].y + dy, shape->tags[i] & 3);
    return out.data;
}

static long advance(FT_Face face, unsigned glyph)
{
    cr_assert_eq(FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE), 0, "glyph %u", glyph);
    return face->glyph->advance.x;
}

static uint32_t sum_of(const struct buf *program)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < program->length; i += 4)
        for (size_t k = 0; k < 4; k++)
            sum += (uint32_t)(unsigned char)program->data[i + k] << (24 - 8 * k);
    return sum;
}

Test(pdf_composite, draws_its_parts_where_they_belong)
{
    struct arena *arena = test_arena();
    const struct font *font = test_font(arena, "Laksaman");
    hb_codepoint_t ko, tone, wide;
    hb_font_get_nominal_glyph(font->hb, 0xe01, &ko);
    hb_font_get_nominal_glyph(font->hb, 0xe49, &tone);
    hb_font_get_nominal_glyph(font->hb, ' ', &wide);
    const struct pdf_part parts[] = {{ko, 0, 0}, {wide, 5, 5}, {tone, -40, 130}, {tone, 1000, -1000}};
    const struct pdf_composite composites[] = {
        {parts, 4, 700}, {parts + 2, 1, 0}, {parts + 1, 1, 250}, {NULL, 0, 0}, {parts + 3, 1, 0}};
    const char *why = NULL;
    const struct buf *program = pdf_composite_font(arena, face_of(font), composites, 5, &why);
    cr_assert_not_null(program, "%s", why);
    cr_expect_eq(sum_of(program), 0xb1b0afba);

    FT_Library library;
    cr_assert_eq(FT_Init_FreeType(&library), 0);
    FT_Face face = load(library, program);
    unsigned first = hb_face_get_glyph_count(face_of(font));
    cr_assert_eq(face->num_glyphs, first + 5);
    cr_expect_str_eq(outline(arena, face, first, 0, 0),
                     arena_printf(arena, "%s%s%s", outline(arena, face, ko, 0, 0), outline(arena, face, tone, -40, 130),
                                  outline(arena, face, tone, 1000, -1000)));
    cr_expect_str_eq(outline(arena, face, first + 1, 0, 0), outline(arena, face, tone, -40, 130));
    cr_expect_str_eq(outline(arena, face, first + 2, 0, 0), "");
    cr_expect_str_eq(outline(arena, face, first + 3, 0, 0), "");
    cr_expect_str_eq(outline(arena, face, first + 4, 0, 0), outline(arena, face, tone, 1000, -1000));
    cr_expect_eq(advance(face, first), 700);
    cr_expect_eq(advance(face, first + 1), 0);
    cr_expect_eq(advance(face, first + 2), 250);
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    arena_free(arena);
}

Test(pdf_composite, keeps_all_glyphs_as_they_are)
{
    struct arena *arena = test_arena();
    const struct font *font = test_font(arena, "Laksaman-Bold");
    const struct pdf_part part = {50, 3, 3};
    const struct pdf_composite composite = {&part, 1, 0};
    const char *why = NULL;
    const struct buf *program = pdf_composite_font(arena, face_of(font), &composite, 1, &why);
    cr_assert_not_null(program, "%s", why);
    FT_Library library;
    cr_assert_eq(FT_Init_FreeType(&library), 0);
    FT_Face face = load(library, program), original = font->face;
    for (unsigned glyph = 0; glyph < (unsigned)original->num_glyphs; glyph++) {
        cr_assert_str_eq(outline(arena, face, glyph, 0, 0), outline(arena, original, glyph, 0, 0));
        cr_assert_eq(advance(face, glyph), advance(original, glyph));
    }
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    arena_free(arena);
}

Test(pdf_composite, makes_composites_of_composites)
{
    struct arena *arena = test_arena();
    const struct font *font = test_font(arena, "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    hb_codepoint_t letter, inner;
    hb_font_get_nominal_glyph(font->hb, 'k', &letter);
    hb_font_get_nominal_glyph(font->hb, 0x1e1d, &inner); /* e with two accents: a composite in this font */
    const struct pdf_part parts[] = {{letter, 0, 0}, {inner, 1200, 10}};
    const struct pdf_composite composite = {parts, 2, 2400};
    const char *why = NULL;
    const struct buf *program = pdf_composite_font(arena, face_of(font), &composite, 1, &why);
    cr_assert_not_null(program, "%s", why);
    FT_Library library;
    cr_assert_eq(FT_Init_FreeType(&library), 0);
    FT_Face face = load(library, program);
    cr_expect_str_eq(
        outline(arena, face, (unsigned)face->num_glyphs - 1, 0, 0),
        arena_printf(arena, "%s%s", outline(arena, face, letter, 0, 0), outline(arena, face, inner, 1200, 10)));
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    arena_free(arena);
}

Test(pdf_composite, refuses_what_does_not_fit)
{
    struct arena *arena = test_arena();
    const struct font *font = test_font(arena, "Laksaman");
    const struct pdf_part far_away = {50, 40000, 0}, edge = {50, 32700, 0}, near = {50, 0, 0};
    const struct pdf_composite apart = {&far_away, 1, 0}, over = {&edge, 1, 0}, wide = {&near, 1, 70000};
    struct pdf_composite *many = arena_array(arena, struct pdf_composite, 65100);
    const char *why = NULL;
    cr_expect_null(pdf_composite_font(arena, face_of(font), &apart, 1, &why));
    cr_expect_str_eq(why, "a mark stands too far from its letter");
    cr_expect_null(pdf_composite_font(arena, face_of(font), &over, 1, &why));
    cr_expect_str_eq(why, "a mark stands too far from its letter");
    cr_expect_null(pdf_composite_font(arena, face_of(font), &wide, 1, &why));
    cr_expect_str_eq(why, "a character is too wide");
    cr_expect_null(pdf_composite_font(arena, face_of(font), many, 65100, &why));
    cr_expect_str_eq(why, "it would have more than 65,535 glyphs");
    cr_expect_null(pdf_composite_font(arena, hb_face_get_empty(), NULL, 0, &why));
    cr_expect_str_eq(why, "it has no complete TrueType outlines");
    arena_free(arena);
}

/* Any byte of the font may be wrong: there is a program, or a reason, but no fault. */
Test(pdf_composite, survives_broken_fonts)
{
    struct arena *arena = test_arena();
    const struct font *font = test_font(arena, "Laksaman");
    const struct pdf_part parts[] = {{50, 3, 3}, {60, -7, 200}};
    const struct pdf_composite composite = {parts, 2, 0};
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        char *data = arena_strndup(arena, (const char *)font->data, font->size);
        for (int i = 0; i < 400; i++) {
            seed = seed * 1664525 + 1013904223;
            data[300 + (seed >> 8) % (font->size - 300)] = (char)seed;
        }
        hb_blob_t *blob = hb_blob_create(data, (unsigned)font->size, HB_MEMORY_MODE_READONLY, NULL, NULL);
        hb_face_t *face = hb_face_create(blob, 0);
        hb_blob_destroy(blob);
        struct arena *inner = test_arena();
        const char *why = NULL;
        const struct buf *program = pdf_composite_font(inner, face, &composite, 1, &why);
        cr_expect((program != NULL) == (why == NULL));
        arena_free(inner);
        hb_face_destroy(face);
    }
    arena_free(arena);
}
