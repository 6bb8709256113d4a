#include "test_text_support.h"

#include "base/utf8.h"
#include "text/shape.h"

#include <math.h>

struct fixture {
    struct arena *arena;
    struct text_engine *engine;
    struct diags diags;
};

static struct fixture setup(void)
{
    struct fixture f = {.arena = test_arena()};
    f.diags = diags_init(f.arena);
    f.engine = test_engine(f.arena);
    return f;
}

static struct text_span span_of(const char *text)
{
    return (struct text_span){.length = strlen(text), .family = "Laksaman", .size = 16, .lang = "th"};
}

static struct text_paragraph *make(struct fixture *f, const char *text)
{
    struct text_span span = span_of(text);
    return text_paragraph_new(f->engine, f->arena, text, span.length, &span, 1, &f->diags);
}

/* Runs as "THAI:text|LATN:text". */
static char *show_runs(struct fixture *f, const struct text_paragraph *p)
{
    struct buf out = buf_init(f->arena);
    for (size_t i = 0; i < p->run_count; i++) {
        const struct text_run *run = &p->runs[i];
        buf_printf(&out, "%s%s:%.*s", i ? "|" : "", p->items[i].script == HB_SCRIPT_THAI ? "THAI" : "OTHER",
                   (int)run->length, p->text + run->start);
    }
    return out.data;
}

/* ---- items ------------------------------------------------------------------------------------------------------ */

Test(paragraph, common_characters_join_their_neighbour)
{
    struct fixture f = setup();
    cr_expect_str_eq(show_runs(&f, make(&f, "A วันที่ 9")), "OTHER:A |THAI:วันที่ 9");
    cr_expect_str_eq(show_runs(&f, make(&f, "(ITA) ปี 9")), "OTHER:(ITA) |THAI:ปี 9");
    cr_expect_str_eq(show_runs(&f, make(&f, "9.5 (ก)")), "THAI:9.5 (ก)");
    cr_expect_str_eq(show_runs(&f, make(&f, "95.00 – 100")), "THAI:95.00 – 100");
    cr_expect_str_eq(show_runs(&f, make(&f, "")), "");
    arena_free(f.arena);
}

Test(paragraph, what_is_not_drawn_stands_between_runs)
{
    struct fixture f = setup();
    const char text[] = "ตาก\xe2\x80\x8bลม\xe2\x81\xa0มา\nได้";
    struct text_paragraph *p = make(&f, text);
    cr_expect_str_eq(show_runs(&f, p), "THAI:ตาก|THAI:ลม|THAI:มา|THAI:ได้");
    cr_expect_eq(f.diags.list.count, 0);
    struct text_paragraph *plain = make(&f, "ตากลมมาได้");
    cr_expect_float_eq(p->x[p->length], plain->x[plain->length], 1e-9);
    cr_expect_eq(p->cuts[strlen("ตาก")], TEXT_CUT_NONE);
    arena_free(f.arena);
}

Test(paragraph, spans_part_runs_and_choose_faces)
{
    struct fixture f = setup();
    const char text[] = "คะแนน AA ดี";
    struct text_span spans[3] = {span_of("คะแนน "), span_of("AA"), span_of(" ดี")};
    spans[1].bold = true;
    struct text_paragraph *p = text_paragraph_new(f.engine, f.arena, text, strlen(text), spans, 3, &f.diags);
    cr_assert_eq(p->run_count, 3);
    cr_expect_str_eq(p->runs[0].font->name, "Laksaman");
    cr_expect_str_eq(p->runs[1].font->name, "Laksaman-Bold");
    cr_expect(p->runs[1].span == 1 && p->runs[2].span == 2);
    cr_expect_eq(p->runs[1].size, 16 * p->runs[1].font->scale);
    spans[0].size = 99; /* the paragraph has copies */
    cr_expect_eq(p->spans[0].size, 16);
    arena_free(f.arena);
}

Test(paragraph, a_mark_belongs_to_the_span_of_its_letter)
{
    struct fixture f = setup();
    const char text[] = "ที่";
    struct text_span spans[2] = {span_of("ท"), span_of("ี่")};
    spans[1].bold = true;
    struct text_paragraph *p = text_paragraph_new(f.engine, f.arena, text, strlen(text), spans, 2, &f.diags);
    cr_assert_eq(p->run_count, 1);
    cr_expect_eq(p->runs[0].span, 0);
    arena_free(f.arena);
}

/* ---- characters without a glyph --------------------------------------------------------------------------------- */

Test(paragraph, a_character_that_no_font_has_is_an_error_with_its_place)
{
    struct fixture f = setup();
    static const char json[] = "{\"title\": \"ก東ข\"}";
    struct value *title = value_member(test_json(f.arena, json), "title");
    struct text_span span = span_of(title->text);
    span.origin = title;
    struct text_paragraph *p = text_paragraph_new(f.engine, f.arena, title->text, span.length, &span, 1, &f.diags);
    cr_expect_str_eq(show_runs(&f, p), "THAI:ก|THAI:ข");
    cr_expect_str_eq(test_findings(&f.diags),
                     "test.json:1:11 /title: no font has the character U+6771 \"東\" (name a fallback family that has "
                     "it in fonts/fonts.json)\n");
    arena_free(f.arena);
}

Test(paragraph, many_missing_characters_are_reported_in_part)
{
    struct fixture f = setup();
    struct buf text = buf_init(f.arena);
    for (uint32_t code = 0x4e00; code < 0x4e00 + 500; code++) {
        char bytes[4];
        buf_add(&text, bytes, utf8_encode(code, bytes));
        buf_add(&text, bytes, utf8_encode(code, bytes));
    }
    struct text_paragraph *p = make(&f, text.data);
    cr_expect_eq(p->run_count, 0);
    cr_expect_eq(p->x[p->length], 0);
    cr_expect(f.diags.errors > 0 && f.diags.errors <= 64);
    arena_free(f.arena);
}

Test(paragraph, a_missing_family_leaves_its_words_out)
{
    struct fixture f = setup();
    struct text_span span = span_of("กข");
    span.family = "No such family";
    struct text_paragraph *p = text_paragraph_new(f.engine, f.arena, "กข", span.length, &span, 1, &f.diags);
    cr_expect_eq(p->run_count, 0);
    cr_expect_eq(f.diags.errors, 1);
    arena_free(f.arena);
}

Test(paragraph, tabs_and_firm_hyphens_are_shown_as_others)
{
    struct fixture f = setup();
    cr_expect_float_eq(make(&f, "ก\tข")->x[5], make(&f, "ก ข")->x[5], 1e-9);
    cr_expect_eq(f.diags.list.count, 0);
    arena_free(f.arena);
}

/* ---- measures --------------------------------------------------------------------------------------------------- */

Test(paragraph, widths_grow_from_cluster_to_cluster)
{
    struct fixture f = setup();
    const char text[] = "น้ำ ITA ที่ญี่ปุ่น 9";
    struct text_paragraph *p = make(&f, text);
    double width = 0;
    for (size_t i = 0; i < p->run_count; i++)
        width += p->runs[i].width;
    cr_expect_float_eq(p->x[p->length], width, 1e-9);
    cr_expect_eq(p->x[0], 0);
    for (size_t i = 1; i <= p->length; i++) {
        cr_expect_geq(p->x[i], p->x[i - 1]);
        if (p->cuts[i] == TEXT_CUT_NONE)
            cr_expect_eq(p->x[i], p->x[i - 1], "inside a cluster at %zu", i);
    }
    cr_expect_eq(p->x[strlen("น้")], 0, "SARA AM is part of its cluster");
    arena_free(f.arena);
}

Test(paragraph, ink_is_that_of_stacked_marks)
{
    struct fixture f = setup();
    const struct text_run plain = make(&f, "กก")->runs[0], stacked = make(&f, "กี่")->runs[0],
                          low = make(&f, "กู")->runs[0];
    double unit = plain.size / plain.font->units_per_em;
    cr_expect_float_eq(plain.above, 602 * unit, 1e-9);
    cr_expect_eq(plain.below, 0);
    cr_expect_gt(stacked.above, plain.above + 200 * unit);
    cr_expect_gt(low.below, 100 * unit);
    arena_free(f.arena);
}

/* ---- lines ------------------------------------------------------------------------------------------------------ */

static double line_width(struct fixture *f, const struct text_paragraph *p, size_t from, size_t to)
{
    size_t count;
    double width = 0;
    const struct text_run *runs = text_paragraph_line(f->engine, f->arena, p, from, to, &count);
    for (size_t i = 0; i < count; i++)
        width += runs[i].width;
    return width;
}

Test(paragraph, a_line_is_cut_from_the_whole)
{
    struct fixture f = setup();
    const char text[] = "ดี AVA มาก";
    struct text_paragraph *p = make(&f, text);
    size_t count, from = strlen("ด"), to = strlen("ดี AVA ม");
    const struct text_run *runs = text_paragraph_line(f.engine, f.arena, p, strlen("ดี "), to, &count);
    cr_assert_eq(count, 2);
    cr_expect(runs[0].start == strlen("ดี ") && runs[0].length == 4);
    cr_expect(runs[1].start == strlen("ดี AVA ") && runs[1].length == 3 && runs[1].count == 1);
    cr_expect_eq(runs[1].glyphs, p->runs[2].glyphs, "not copied");
    cr_expect_float_eq(line_width(&f, p, 0, p->length), p->x[p->length], 1e-9);
    text_paragraph_line(f.engine, f.arena, p, from, from, &count);
    cr_expect_eq(count, 0);
    arena_free(f.arena);
}

Test(paragraph, glyphs_that_depend_on_both_sides_are_shaped_again)
{
    struct fixture f = setup();
    struct text_paragraph *p = make(&f, "AV");
    cr_assert_eq(p->cuts[1], TEXT_CUT_SHAPE, "the pair is kerned");
    double alone = make(&f, "A")->x[1];
    cr_expect_lt(p->x[1], alone);
    cr_expect_float_eq(line_width(&f, p, 0, 1), alone, 1e-9);
    cr_expect_float_eq(line_width(&f, p, 1, 2), make(&f, "V")->x[1], 1e-9);
    arena_free(f.arena);
}

/* However a text is cut, each piece looks as if it stood alone. */
Test(paragraph, every_cut_looks_like_the_piece_alone)
{
    struct fixture f = setup();
    const char text[] = "ป้ำที่ AVA. Wa ฟื้นฟู (ญุ) ฐู–ปี่ To ก็ฯลฯ";
    struct text_paragraph *p = make(&f, text);
    for (size_t from = 0; from < p->length; from++) {
        for (size_t to = from + 1; to <= p->length; to++) {
            if (p->cuts[from] == TEXT_CUT_NONE || p->cuts[to] == TEXT_CUT_NONE)
                continue;
            double width = 0;
            for (size_t i = 0; i < p->run_count; i++) { /* shaped apart, as its own script */
                size_t start = p->runs[i].start > from ? p->runs[i].start : from;
                size_t end = p->runs[i].start + p->runs[i].length < to ? p->runs[i].start + p->runs[i].length : to;
                if (start >= end)
                    continue;
                struct text_item item = p->items[i];
                item.start = start;
                item.length = end - start;
                struct text_shaper *shaper = text_shaper_new(f.arena);
                width += text_shape(shaper, f.arena, text, &item, &p->spans[0], NULL).width;
            }
            cr_expect_float_eq(line_width(&f, p, from, to), width, 1e-9, "%.*s", (int)(to - from), text + from);
        }
    }
    arena_free(f.arena);
}

/* ---- bad days --------------------------------------------------------------------------------------------------- */

Test(paragraph, running_out_of_memory_goes_back_to_the_caller)
{
    static jmp_buf escape;
    struct fixture f = setup();
    const char text[] = "สำนักงานเขตพื้นที่การศึกษา (ITA) ประถมศึกษา";
    struct text_span span = span_of(text);
    volatile size_t escapes = 0, limit = 0;
    for (limit = 0; limit < 20000; limit += 97) {
        struct arena *small = arena_new(&escape, limit + 1);
        if (setjmp(escape) == 0)
            text_paragraph_new(f.engine, small, text, span.length, &span, 1, &f.diags);
        else
            escapes++;
        arena_free(small);
    }
    cr_expect_gt(escapes, 5);
    cr_expect_not_null(text_paragraph_new(f.engine, f.arena, text, span.length, &span, 1, &f.diags));
    arena_free(f.arena);
}

Test(paragraph, a_very_long_word_is_shaped_and_cut, .timeout = 20)
{
    struct fixture f = setup();
    struct buf text = buf_init(f.arena);
    for (int i = 0; i < 100000; i++)
        buf_puts(&text, i % 3 ? "ก" : "ที่");
    struct text_paragraph *p = make(&f, text.data);
    cr_assert_eq(p->run_count, 1);
    double width = 0;
    for (size_t from = 0, to; from < p->length; from = to) {
        to = from + 99 < p->length ? from + 99 : p->length;
        while (p->cuts[to] == TEXT_CUT_NONE)
            to++;
        width += line_width(&f, p, from, to);
    }
    cr_expect_lt(fabs(width - p->x[p->length]), p->x[p->length] / 100);
    arena_free(f.arena);
}

/* ---- Thai and Latin beside each other --------------------------------------------------------------------------- */

/* Height of a letter over the base line, in sizes, as a family shows it; by a fallback where it lacks the letter. */
static double height_of(struct fixture *f, const char *letter, const char *family, int style)
{
    struct text_span span = {.length = strlen(letter), .family = family, .size = 1, .lang = "th"};
    span.bold = style & 1;
    span.italic = style >> 1;
    const struct text_paragraph *p = text_paragraph_new(f->engine, f->arena, letter, span.length, &span, 1, &f->diags);
    cr_assert(p->run_count == 1 && p->runs[0].above > 0, "%s %s", family, letter);
    return p->runs[0].above;
}

/* Small Latin letters look as large as Thai ones when they are a sixth lower, and capitals a fifth higher.  All
 * families come out equally large, so that one may stand in for what another lacks. */
Test(paragraph, thai_and_latin_letters_match_in_every_family)
{
    struct fixture f = setup();
    const struct value *families =
        value_member(test_json(f.arena, test_file(f.arena, "fonts/fonts.json", NULL)), "families");
    for (size_t i = 0; i < families->count * 4; i++) {
        const char *family = families->items[i / 4]->key;
        int style = (int)(i % 4);
        double thai = height_of(&f, "ก", family, style), small = height_of(&f, "x", family, style);
        double capital = height_of(&f, "H", family, style), digit = height_of(&f, "1", family, style);
        cr_expect_float_eq(small, 0.383, 0.01, "%s %d: %f", family, style, small);
        cr_expect_float_eq(small / thai, 0.85, 0.03, "%s %d: %f", family, style, small / thai);
        cr_expect_float_eq(capital / thai, 1.16, 0.05, "%s %d: %f", family, style, capital / thai);
        cr_expect_float_eq(digit / capital, 1, 0.06, "%s %d: %f", family, style, digit / capital);
    }
    arena_free(f.arena);
}
