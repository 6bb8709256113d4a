/* Numbered captions on pages: what they stay with, what leads to them, lists of them. */
#include "image/image.h"
#include "test_layout_support.h"

TestSuite(layout_captions, .fini = test_layout_done);

static const struct image *house(struct test_layout *layout)
{
    size_t size;
    struct image_fault fault;
    const char *bytes = test_file(layout->arena, "tests/cases/render/pictures/house.jpg", &size);
    const struct image *image = image_open(layout->arena, (const unsigned char *)bytes, size, &fault);
    cr_assert_not_null(image);
    return image;
}

/* "แผนภาพที่ 1 words", named by its words. */
static struct doc_node *add_caption(struct test_layout *layout, struct doc_node *parent, const char *kind,
                                    const char *label, const char *words)
{
    struct doc_node *node = test_paragraph(layout, parent, words);
    struct doc_run *runs = arena_array(layout->arena, struct doc_run, 2);
    runs[0] = (struct doc_run){.text = arena_printf(layout->arena, "%s ", label), .bold = true};
    runs[1] = node->runs[0];
    node->runs = runs;
    node->run_count = 2;
    node->style = &layout->cell;
    node->caption = (struct doc_caption){.kind = kind, .label = label, .anchor = words};
    return node;
}

static struct doc_node *add_figure(struct test_layout *layout, struct doc_node *parent, const char *label,
                                   const char *words)
{
    struct doc_node *node = doc_add(layout->arena, parent, DOC_FIGURE);
    node->figure = (struct doc_figure){.columns = 1, .gap = 10, .caption = true};
    struct doc_node *picture = doc_add(layout->arena, node, DOC_PICTURE);
    picture->picture =
        (struct doc_picture){.file = "x", .alt = "a", .kind = DOC_WIDTH_FRACTION, .width = 0.3, .image = house(layout)};
    add_caption(layout, node, "figure", label, words);
    return node;
}

static struct doc_node *add_table(struct test_layout *layout, const char *label, const char *words)
{
    struct doc_node *node = test_table(layout, layout->section, 1, 1);
    node->table.caption = true;
    add_caption(layout, node, "table", label, words);
    test_cell(layout, test_row(layout, node), 0, "หัวตาราง");
    test_cell(layout, test_row(layout, node), 0, "แถวแรก");
    for (int i = 0; i < 5; i++)
        test_cell(layout, test_row(layout, node), 0, "แถวต่อไป");
    return node;
}

static void add_list(struct test_layout *layout, const char *of)
{
    struct doc_node *node = doc_add(layout->arena, layout->section, DOC_CONTENTS);
    node->contents = (struct doc_contents){.of = of, .levels = 1, .styles = {&layout->contents}};
    node->style = &layout->contents;
}

static size_t page_with(const struct pages *pages, const char *words)
{
    for (size_t i = 0; i < pages->list.count; i++)
        if (test_find(&pages->list.items[i], words))
            return i;
    cr_assert(false, "\"%s\" is on no page", words);
    return 0;
}

static const struct page_item *anchor_at(const struct page *page, const char *name)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == PAGE_ANCHOR && strcmp(page->items.items[i].link, name) == 0)
            return &page->items.items[i];
    return NULL;
}

static const struct page_item *image_on(const struct page *page)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == PAGE_IMAGE)
            return &page->items.items[i];
    return NULL;
}

/* As many lines before as it takes for a page end to come everywhere. */
enum { LINES = 36 };

Test(layout_captions, stay_with_the_head_and_the_first_row_of_their_table)
{
    for (size_t lines = 1; lines < LINES; lines++) {
        struct test_layout *layout = test_layout_new();
        for (size_t i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "บรรทัด");
        add_table(layout, "ตารางที่ 1", "คะแนนย้อนหลัง");
        struct pages *pages = test_pages(layout);
        size_t page = page_with(pages, "คะแนนย้อนหลัง");
        cr_expect_eq(page_with(pages, "หัวตาราง"), page, "%zu lines before", lines);
        cr_expect_eq(page_with(pages, "แถวแรก"), page, "%zu lines before", lines);
        cr_expect_not_null(anchor_at(&pages->list.items[page], "คะแนนย้อนหลัง"));
        test_layout_done();
    }
}

Test(layout_captions, stay_with_their_picture)
{
    for (size_t lines = 1; lines < LINES; lines++) {
        struct test_layout *layout = test_layout_new();
        for (size_t i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "บรรทัด");
        add_figure(layout, layout->section, "แผนภาพที่ 1", "หน้าสำนักงาน");
        struct pages *pages = test_pages(layout);
        const struct page *page = &pages->list.items[page_with(pages, "หน้าสำนักงาน")];
        cr_assert_not_null(image_on(page), "%zu lines before", lines);
        cr_expect_float_eq(anchor_at(page, "หน้าสำนักงาน")->rect.y, image_on(page)->rect.y, 0.01,
                           "links lead to the picture's top");
        test_layout_done();
    }
}

Test(layout_captions, lists_have_one_kind_and_the_pages)
{
    struct test_layout *layout = test_layout_new();
    add_list(layout, "figure");
    layout->section = test_section(layout);
    test_heading(layout, layout->section, "1.", "หัวข้อ");
    add_table(layout, "ตารางที่ 1", "คะแนนย้อนหลัง");
    doc_add(layout->arena, layout->section, DOC_BREAK);
    add_figure(layout, layout->section, "แผนภาพที่ 1", "หน้าสำนักงาน");
    doc_add(layout->arena, layout->section, DOC_BREAK);
    struct doc_node *table = test_table(layout, layout->section, 1, 0);
    test_cell(layout, test_row(layout, table), 0, "ช่อง");
    add_figure(layout, test_cell(layout, test_row(layout, table), 0, ""), "แผนภาพที่ 2", "ในช่องตาราง");
    struct pages *pages = test_pages(layout);
    const char *words = test_page_words(layout, &pages->list.items[0], false);
    cr_expect_eq(strncmp(words, "แผนภาพที่1หน้าสำนักงาน3แผนภาพที่2ในช่องตาราง4", 80), 0, "%s", words);
    cr_expect_eq(pages->outline.count, 1, "captions are not in the outline");
    cr_expect_not_null(anchor_at(&pages->list.items[3], "ในช่องตาราง"));
    size_t entries = 0;
    for (size_t i = 0; i < pages->tags.count; i++)
        entries += pages->tags.items[i].role == PAGE_TOCI;
    cr_expect_eq(entries, 2);
}

Test(layout_captions, long_entries_hang_by_the_widest_label)
{
    struct test_layout *layout = test_layout_new();
    add_list(layout, "table");
    layout->section = test_section(layout);
    add_table(layout, "ตารางที่ 1", "สั้น");
    add_table(layout, "ตารางที่ 100", test_repeat(layout, "ชื่อตารางยาว", 12));
    struct pages *pages = test_pages(layout);
    const struct page *page = &pages->list.items[0];
    double first = 0, second = 0;
    for (size_t i = 0; i < page->items.count && !second; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind != PAGE_TEXT || strncmp(item->text.text, "ชื่อตารางยาว", 36) != 0)
            continue;
        second = first;
        first = item->text.x;
    }
    cr_expect_gt(first, 72);
    cr_expect_float_eq(first, second, 0.01);
    cr_expect_float_eq(test_find(page, "สั้น")->text.x, first, 0.01);
}
