/* Whole files: what pages become. */
#include "pdf/pdf.h"
#include "test_pdf_support.h"

#include "base/utf8.h"

#include <hb.h>
#include <zlib.h>

struct written {
    struct arena *arena;
    struct pages pages;
    struct diags diags;
    struct buf pdf;
};

static struct written begin(void)
{
    struct arena *arena = test_arena();
    return (struct written){.arena = arena,
                            .pages = {.arena = arena, .title = "Report", .lang = "th-TH"},
                            .diags = diags_init(arena),
                            .pdf = buf_init(arena)};
}

static bool write_with(struct written *file, const char *date, bool compress)
{
    struct pdf_options options = {.producer = "tester", .date = date, .compress = compress};
    file->pdf = buf_init(file->arena);
    return pdf_write(file->arena, &file->pages, &options, &file->pdf, &file->diags);
}

static void write_plain(struct written *file)
{
    cr_assert(write_with(file, NULL, false), "%s", test_findings(&file->diags));
}

/* ---- a small reader ---------------------------------------------------------------------------------------------- */

/* The first place of `text` from `from` on; NULL when there is none. */
static const char *find(const struct buf *pdf, const char *from, const char *text)
{
    size_t length = strlen(text);
    for (const char *at = from; at + length <= pdf->data + pdf->length; at++) {
        if (memcmp(at, text, length) == 0)
            return at;
    }
    return NULL;
}

static bool has(const struct written *file, const char *text)
{
    return find(&file->pdf, file->pdf.data, text) != NULL;
}

static size_t count(const struct written *file, const char *text)
{
    size_t found = 0;
    for (const char *at = file->pdf.data; (at = find(&file->pdf, at, text)); at++)
        found++;
    return found;
}

/* The object that an entry of that key refers to. */
static const char *follow(const struct written *file, const char *from, const char *key)
{
    const char *entry = find(&file->pdf, from, arena_printf(file->arena, "/%s ", key));
    cr_assert_not_null(entry, "no /%s", key);
    int number = atoi(entry + strlen(key) + 2);
    const char *object = find(&file->pdf, file->pdf.data, arena_printf(file->arena, "\n%d 0 obj", number));
    cr_assert_not_null(object, "no object %d", number);
    return object;
}

/* The text of a code by the font's ToUnicode, or "?". */
static void add_unicode(const struct written *file, const char *cmap, unsigned code, struct buf *out)
{
    const char *end = find(&file->pdf, cmap, "endcmap");
    const char *at = find(&file->pdf, cmap, arena_printf(file->arena, "\n<%04X><", code));
    if (!at || at > end) {
        buf_putc(out, '?');
        return;
    }
    for (at += 8; *at != '>'; at += 4) {
        char unit[5] = {at[0], at[1], at[2], at[3]}, bytes[4];
        buf_add(out, bytes, utf8_encode((uint32_t)strtoul(unit, NULL, 16), bytes));
    }
}

/* One string of a TJ; returns what follows it. */
static const char *add_string(const struct written *file, const char *cmap, const char *at, struct buf *out)
{
    unsigned bytes[2], have = 0;
    for (at++; *at != ')'; at++) {
        unsigned byte = (unsigned char)*at;
        if (byte == '\\')
            byte = *++at == 'r' ? '\r' : (unsigned char)*at;
        bytes[have++] = byte;
        if (have == 2)
            add_unicode(file, cmap, bytes[0] << 8 | bytes[1], out);
        have %= 2;
    }
    cr_assert_eq(have, 0);
    return at + 1;
}

/* All text of a file without compression, a line for each TJ. */
static const char *text_of(const struct written *file)
{
    struct buf out = buf_init(file->arena);
    const char *cmap = NULL;
    for (const char *at = file->pdf.data, *end; (at = find(&file->pdf, at, "\nBT\n")); at = end) {
        end = find(&file->pdf, at, "ET\nendstream");
        end = end ? end : find(&file->pdf, at, "\nET\n");
        while (at < end) {
            if (memcmp(at, "\n/F", 3) == 0)
                cmap = follow(file, follow(file, file->pdf.data, arena_printf(file->arena, "F%d", atoi(at + 3))),
                              "ToUnicode");
            if (memcmp(at, "]TJ", 3) == 0)
                buf_putc(&out, '\n');
            at = *at == '(' ? add_string(file, cmap, at, &out) : at + 1;
        }
    }
    return out.data;
}

/* ---- text ------------------------------------------------------------------------------------------------------- */

Test(pdf, text_comes_back)
{
    struct written file = begin();
    const struct font *fonts[] = {test_font(file.arena, "Laksaman"), test_font(file.arena, "Laksaman-Bold")};
    struct buf wanted = buf_init(file.arena);
    for (size_t n = 0; n < 4; n++) {
        struct page *page = test_page(&file.pages);
        for (size_t i = 0; i < HARD_LINES; i++) {
            struct page_item *item =
                test_line(&file.pages, page, fonts[(i + n) % 2], test_hard_lines[i], 90 + 24.0 * (double)i);
            item->text.cluster_gap = n == 3 ? 0.3 : 0;
            item->text.space_gap = n >= 2 ? 1.7 : 0;
            buf_printf(&wanted, "%s\n", test_hard_lines[i]);
        }
    }
    write_plain(&file);
    cr_expect_str_eq(text_of(&file), wanted.data);
    cr_expect_eq(file.diags.list.count, 0);
    arena_free(file.arena);
}

Test(pdf, places_text_and_rules_to_a_hundredth_of_a_point)
{
    struct written file = begin();
    const struct font *font = test_font(file.arena, "Laksaman");
    const struct text_glyph glyphs[] = {{.id = 40, .cluster = 0, .advance = 0}, {.id = 41, .cluster = 3, .advance = 0}};
    struct page *page = test_page(&file.pages);
    struct page_text text = {.run = {.font = font, .size = 15.5, .length = 6, .glyphs = glyphs, .count = 2},
                             .text = "กข",
                             .x = 10.006,
                             .y = 100};
    page->height = 800;
    page->width = 595.2755;
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_TEXT, .text = text};
    text.x = 9.999;
    text.cluster_gap = 0.31;
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_TEXT, .text = text};
    *list_add(file.arena, &page->items) =
        (struct page_item){.kind = PAGE_RULE, .rect = {20, 30, 400.126, 0.5}, .grey = 0.85};
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_RULE, .rect = {20, 790, 1, 20}, .grey = 0.85};
    text.run.size = 16;
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_TEXT, .text = text};
    write_plain(&file);
    const char *start = find(&file.pdf, file.pdf.data, "stream\r\n") + 8;
    const char wanted[] = "BT\n/F1 15.5 Tf\n10.01 700 Td\n[(\0\1\0\2)]TJ\n-0.01 0 Td\n[(\0\1)-20(\0\2)]TJ\nET\n"
                          "0.85 g\n20 770 400.13 -0.5 re f\n20 10 1 -20 re f\n"
                          "BT\n0 g\n/F1 16 Tf\n10 700 Td\n[(\0\1)-19.4(\0\2)]TJ\nET\n\nendstream";
    cr_expect_arr_eq(start, wanted, sizeof wanted - 1);
    cr_expect(has(&file, "/MediaBox[0 0 595.28 800]"));
    arena_free(file.arena);
}

Test(pdf, rounding_of_gaps_does_not_add_up)
{
    struct written file = begin();
    const struct font *font = test_font(file.arena, "Laksaman");
    enum { COUNT = 1000 };
    struct text_glyph *glyphs = arena_array(file.arena, struct text_glyph, COUNT);
    char *words = arena_alloc(file.arena, 3 * COUNT + 1);
    for (unsigned i = 0; i < COUNT; i++) {
        glyphs[i] = (struct text_glyph){.id = 40, .cluster = 3 * i, .advance = 0};
        memcpy(words + (size_t)3 * i, "ก", 3);
    }
    struct page_text text = {.run = {.font = font, .size = 10, .length = 3 * COUNT, .glyphs = glyphs, .count = COUNT},
                             .text = words,
                             .cluster_gap = 0.0334};
    struct page *page = test_page(&file.pages);
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_TEXT, .text = text};
    write_plain(&file);
    double moved = 0;
    const char *start = find(&file.pdf, file.pdf.data, "[("), *end = find(&file.pdf, start, "]TJ");
    for (const char *at = start; (at = find(&file.pdf, at, ")-")) && at < end; at++)
        moved += atof(at + 2);
    cr_expect_float_eq(moved, (COUNT - 1) * 3.34, 1.1);
    arena_free(file.arena);
}

Test(pdf, packed_streams_hold_the_same)
{
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    for (size_t i = 0; i < HARD_LINES; i++)
        test_line(&file.pages, page, test_font(file.arena, "Laksaman"), test_hard_lines[i], 90 + 24.0 * (double)i);
    write_plain(&file);
    const char *plain = find(&file.pdf, file.pdf.data, "stream\r\n") + 8;
    size_t length = (size_t)(find(&file.pdf, plain, "\nendstream") - plain);
    cr_assert(write_with(&file, NULL, true));
    cr_expect(has(&file, "/Filter /FlateDecode"));
    const char *packed = find(&file.pdf, file.pdf.data, "stream\r\n") + 8;
    size_t packed_length = (size_t)(find(&file.pdf, packed, "\nendstream") - packed);
    unsigned char *out = arena_alloc(file.arena, length + 1);
    uLongf size = length + 1;
    cr_assert_eq(uncompress(out, &size, (const Bytef *)packed, packed_length), Z_OK);
    cr_assert_eq(size, length);
    cr_expect_arr_eq(out, plain, length);
    arena_free(file.arena);
}

/* ---- the file --------------------------------------------------------------------------------------------------- */

static const char *identifier(const struct written *file)
{
    const char *at = find(&file->pdf, file->pdf.data, "/ID[<");
    cr_assert_not_null(at);
    return arena_strndup(file->arena, at, 72);
}

Test(pdf, same_pages_give_the_same_bytes)
{
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    test_line(&file.pages, page, test_font(file.arena, "Laksaman"), "ก้ำ", 100);
    cr_assert(write_with(&file, NULL, true));
    struct buf first = file.pdf;
    const char *first_id = identifier(&file);
    cr_assert(write_with(&file, NULL, true));
    cr_assert_eq(first.length, file.pdf.length);
    cr_expect_arr_eq(first.data, file.pdf.data, first.length);
    test_line(&file.pages, page, test_font(file.arena, "Laksaman"), "ก", 200);
    cr_assert(write_with(&file, NULL, true));
    cr_expect_str_neq(identifier(&file), first_id);
    arena_free(file.arena);
}

Test(pdf, says_what_it_is)
{
    struct written file = begin();
    file.pages.title = "รายงาน ​(1)\nITA";
    file.pages.author = "Office (A)";
    test_page(&file.pages);
    write_plain(&file);
    cr_expect_arr_eq(file.pdf.data, "%PDF-1.7\n%", 10);
    cr_expect(has(&file, "/Title <FEFF0E230E320E220E070E320E190020002800310029002000490054"));
    cr_expect(has(&file, "/Author (Office \\050A\\051)"));
    cr_expect(has(&file, "/Producer (tester)"));
    cr_expect(has(&file, "/Lang (th-TH)") || has(&file, "/Lang (th\\055TH)"));
    cr_expect(has(&file, "/DisplayDocTitle true"));
    cr_expect_not(has(&file, "/Subject"));
    cr_expect_not(has(&file, "/CreationDate"));
    file.pages.subject = "ITA";
    cr_assert(write_with(&file, "D:20231119083000Z", false));
    cr_expect(has(&file, "/Subject (ITA)"));
    cr_expect(has(&file, "/CreationDate (D:20231119083000Z)"));
    arena_free(file.arena);
}

Test(pdf, an_empty_page_is_a_page_and_no_page_is_an_error)
{
    struct written file = begin();
    cr_expect_not(write_with(&file, NULL, true));
    cr_expect_str_eq(test_findings(&file.diags), "there is no page to write\n");
    file.diags = diags_init(file.arena);
    test_page(&file.pages);
    write_plain(&file);
    cr_expect(has(&file, "/Length 0"));
    arena_free(file.arena);
}

Test(pdf, thousands_of_pages_make_a_tree)
{
    struct written file = begin();
    for (int i = 0; i < 3000; i++) {
        struct page *page = test_page(&file.pages);
        page->label = arena_printf(file.arena, "%d", i + 1);
    }
    cr_assert(write_with(&file, NULL, true));
    cr_expect(has(&file, "/Count 3000"));
    cr_expect_eq(count(&file, "/Type /Pages"), 1 + 12);
    cr_expect_eq(count(&file, "/Type /Page\n"), 3000);
    cr_expect_eq(count(&file, "/Count 256"), 11);
    arena_free(file.arena);
}

/* ---- ways through the file -------------------------------------------------------------------------------------- */

static void add_heading(struct written *file, int level, const char *title, size_t page, double y)
{
    *list_add(file->arena, &file->pages.outline) = (struct page_outline){level, title, page, y};
}

Test(pdf, bookmarks_follow_the_levels)
{
    struct written file = begin();
    test_page(&file.pages);
    test_page(&file.pages);
    add_heading(&file, 1, "one", 0, 41.89);
    add_heading(&file, 2, "one-one", 0, 100);
    add_heading(&file, 4, "deep", 1, 100);
    add_heading(&file, 2, "one-two", 1, 200);
    add_heading(&file, 1, "สอง", 1, 300);
    write_plain(&file);
    const char *root = follow(&file, file.pdf.data, "Outlines");
    const char *one = follow(&file, root, "First"), *two = follow(&file, root, "Last");
    cr_expect_not_null(strstr(arena_strndup(file.arena, root, 100), "/Count 4"));
    cr_expect_eq(follow(&file, one, "Next"), two);
    cr_expect_not_null(strstr(arena_strndup(file.arena, two, 60), "/Title <FEFF0E2A0E2D0E07>"));
    const char *first = follow(&file, one, "First"), *last = follow(&file, one, "Last");
    cr_expect_eq(follow(&file, first, "Next"), last);
    cr_expect_eq(follow(&file, first, "First"), follow(&file, first, "Last"));
    cr_expect_not_null(strstr(arena_strndup(file.arena, follow(&file, first, "First"), 60), "/Title (deep)"));
    cr_expect_not_null(strstr(arena_strndup(file.arena, first, 150), "/Count -1"), "deeper levels are closed");
    cr_expect_eq(count(&file, "/Type /Outlines"), 1);
    cr_expect_eq(count(&file, "/XYZ 0 800 0"), 1);
    cr_expect(has(&file, "/PageMode /UseOutlines"));
    arena_free(file.arena);
}

Test(pdf, a_bookmark_is_a_line_and_no_page)
{
    struct written file = begin();
    struct buf title = buf_init(file.arena);
    for (int i = 0; i < 40000; i++)
        buf_puts(&title, "ก้");
    test_page(&file.pages);
    add_heading(&file, 1, title.data, 0, 0);
    write_plain(&file);
    cr_expect(has(&file, "0E010E490E010E492026>"));
    cr_expect_lt(file.pdf.length, 5000);
    arena_free(file.arena);
}

static const char *labels_of(struct written *file, const char *const *labels, size_t count_of)
{
    file->pages.list.count = 0;
    for (size_t i = 0; i < count_of; i++)
        test_page(&file->pages)->label = labels[i];
    write_plain(file);
    const char *at = find(&file->pdf, file->pdf.data, "/Nums [ ");
    return at ? arena_strndup(file->arena, at, (size_t)(find(&file->pdf, at, "]") - at + 1)) : "";
}

Test(pdf, page_labels_are_the_printed_numbers)
{
    struct written file = begin();
    const char *const none[] = {"", ""}, *const arabic[] = {"", "", "1", "2", "3", "7", "8"};
    const char *const mixed[] = {"ก", "๑", "๒", "1", "1"};
    cr_expect_str_eq(labels_of(&file, none, 2), "");
    cr_expect_str_eq(labels_of(&file, arabic, 7), "/Nums [ 0 <<\n>> 2 <<\n/S /D\n/St 1\n>> 5 <<\n/S /D\n/St 7\n>> ]");
    cr_expect_str_eq(labels_of(&file, mixed, 5),
                     "/Nums [ 0 <<\n/P <FEFF0E01>\n>> 1 <<\n/P <FEFF0E51>\n>> "
                     "2 <<\n/P <FEFF0E52>\n>> 3 <<\n/S /D\n/St 1\n>> 4 <<\n/S /D\n/St 1\n>> ]");
    arena_free(file.arena);
}

static void add_link(struct written *file, struct page *page, const char *link)
{
    *list_add(file->arena, &page->items) =
        (struct page_item){.kind = PAGE_LINK_AREA, .rect = {100, 50, 80.126, 20}, .link = link};
}

Test(pdf, links_lead_to_anchors_and_addresses)
{
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    page->height = 800;
    add_link(&file, page, "#behind");
    add_link(&file, page, "https://example.org/ก ข(1)");
    page = test_page(&file.pages);
    page->height = 700;
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_ANCHOR, .rect = {.y = 120}, .link = "other"};
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_ANCHOR, .rect = {.y = 100}, .link = "behind"};
    write_plain(&file);
    cr_expect_eq(count(&file, "/Subtype /Link\n/F 4\n"), 2);
    cr_expect_eq(count(&file, "/Border[0 0 0]/Rect[100 730 180.13 750]"), 2);
    cr_expect_eq(count(&file, "/XYZ 0 600 0 ]"), 1);
    cr_expect(has(&file, "/URI (https:\\057\\057example.org\\057\\045E0\\045B8\\04581\\04520\\045E0\\045B8\\04582"
                         "\\0501\\051)"));
    cr_expect_eq(file.diags.list.count, 0);
    arena_free(file.arena);
}

Test(pdf, a_link_to_nowhere_is_reported)
{
    struct written file = begin();
    add_link(&file, test_page(&file.pages), "#lost");
    write_plain(&file);
    cr_expect_not(has(&file, "/Annot"));
    cr_expect_str_eq(test_findings(&file.diags), "warning: nothing is named \"lost\", so a link leads nowhere\n");
    arena_free(file.arena);
}

/* ---- what goes wrong -------------------------------------------------------------------------------------------- */

Test(pdf, names_what_libharu_could_not_write)
{
    struct written file = begin();
    char *title = arena_alloc(file.arena, 70001), *address = arena_alloc(file.arena, 70001);
    memset(title, 'x', 70000);
    memset(address, 'y', 70000);
    file.pages.title = title;
    add_link(&file, test_page(&file.pages), address);
    cr_expect_not(write_with(&file, NULL, true));
    cr_expect_eq(file.diags.list.count, 1);
    cr_expect_not_null(strstr(test_findings(&file.diags), "libharu cannot write page 1 (error 0x"));
    arena_free(file.arena);
}

Test(pdf, refuses_fonts_without_truetype_outlines)
{
    struct written file = begin();
    const struct font *laksaman = test_font(file.arena, "Laksaman");
    struct font empty = *laksaman;
    empty.hb = hb_font_get_empty();
    struct page_text text = test_shape(file.arena, laksaman, "กา");
    text.run.font = &empty;
    struct page *page = test_page(&file.pages);
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_TEXT, .text = text};
    cr_expect_not(write_with(&file, NULL, true));
    cr_expect_not_null(strstr(test_findings(&file.diags), "the font \"Laksaman\" cannot be embedded: "), "%s",
                       test_findings(&file.diags));
    arena_free(file.arena);
}

Test(pdf, memory_that_runs_out_leaves_through_the_arena)
{
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    for (size_t i = 0; i < HARD_LINES; i++)
        test_line(&file.pages, page, test_font(file.arena, "Laksaman"), test_hard_lines[i], 90 + 24.0 * (double)i);
    struct pdf_options options = {.producer = "tester", .compress = true};
    static jmp_buf escape;
    volatile size_t limit = 1000, escapes = 0;
    for (volatile bool done = false; !done; limit += limit / 8) {
        struct arena *volatile arena = arena_new(&escape, limit);
        if (setjmp(escape) == 0) {
            struct diags diags = diags_init(arena);
            struct buf out = buf_init(arena);
            done = pdf_write(arena, &file.pages, &options, &out, &diags);
            cr_expect(done);
        } else {
            escapes++;
        }
        arena_free(arena);
    }
    cr_expect_gt(escapes, 20);
    arena_free(file.arena);
}

/* ---- pictures ---------------------------------------------------------------------------------------------------- */

static void show_image(struct written *file, struct page *page, struct page_image *image, double x)
{
    *list_add(file->arena, &page->items) =
        (struct page_item){.kind = PAGE_IMAGE, .rect = {x, 100, 50, 40}, .image = image};
}

Test(pdf, a_picture_is_in_the_file_once)
{
    static const unsigned char pixels[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    static const struct image_data data = {
        .bytes = pixels, .size = sizeof pixels, .width = 2, .height = 2, .components = 3};
    struct page_image image = {.data = &data};
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    page->height = 800;
    *list_add(file.arena, &file.pages.images) = &image;
    show_image(&file, page, &image, 10);
    show_image(&file, page, &image, 70);
    write_plain(&file);
    cr_expect(has(&file, "q 50 0 0 40 10 660 cm /I1 Do Q\nq 50 0 0 40 70 660 cm /I1 Do Q\n"));
    cr_expect_eq(count(&file, "/Subtype/Image"), 1);
    cr_expect(has(&file, "/Width 2\n/Height 2\n/BitsPerComponent 8\n/ColorSpace/DeviceRGB"));
    cr_expect(has(&file, "stream\r\n\1\2\3\4\5\6\7\x8\x9\xa\xb\xc\nendstream"));
    arena_free(file.arena);
}

Test(pdf, a_jpeg_goes_in_as_it_is)
{
    static const struct image_data data = {
        .bytes = (const unsigned char *)"as it is", .size = 8, .jpeg = true, .width = 9, .height = 7, .components = 1};
    struct page_image image = {.data = &data};
    struct written file = begin();
    show_image(&file, test_page(&file.pages), &image, 10);
    *list_add(file.arena, &file.pages.images) = &image;
    cr_assert(write_with(&file, NULL, true));
    cr_expect(has(&file, "stream\r\nas it is\nendstream"));
    cr_expect(has(&file, "/Filter /DCTDecode"));
    cr_expect(has(&file, "/ColorSpace/DeviceGray"));
    cr_expect_not(has(&file, "/Predictor"));
    arena_free(file.arena);
}

Test(pdf, a_shape_is_filled_at_once)
{
    struct page_rects rects = {{0}};
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    page->height = 800;
    /* Thirds of a point: the edges must meet. */
    *list_add(file.arena, &rects.list) = (struct rect){10, 10, 1.0 / 3, 1};
    *list_add(file.arena, &rects.list) = (struct rect){10 + 1.0 / 3, 10, 1.0 / 3, 1};
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_SHAPE, .rects = &rects};
    write_plain(&file);
    cr_expect(has(&file, "10 790 0.33 -1 re\n10.33 790 0.34 -1 re\nf\n"));
    arena_free(file.arena);
}

Test(pdf, an_outline_is_drawn_in_an_artifact)
{
    struct text_outline outline = {{0}};
    struct written file = begin();
    struct page *page = test_page(&file.pages);
    page->height = 800;
    *list_add(file.arena, &outline.list) = (struct outline_point){10, 10, OUTLINE_MOVE};
    *list_add(file.arena, &outline.list) = (struct outline_point){20, 10, OUTLINE_LINE};
    for (int i = 1; i <= 6; i++)
        *list_add(file.arena, &outline.list) = (struct outline_point){20 - i, 10 + i, OUTLINE_CURVE};
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_ARTIFACT_BEGIN};
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_OUTLINE, .outline = &outline, .grey = 0.5};
    *list_add(file.arena, &page->items) = (struct page_item){.kind = PAGE_ARTIFACT_END};
    write_plain(&file);
    cr_expect(has(&file, "/Artifact BMC\n0.5 g\n10 790 m\n20 790 l\n19 789 18 788 17 787 c\n16 786 15 785 14 784 c\n"
                         "f\nEMC\n"));
    arena_free(file.arena);
}
