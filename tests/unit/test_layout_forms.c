/* What official forms ask of pages: signatures that never stand alone. */
#include "test_layout_support.h"

TestSuite(layout_forms, .fini = test_layout_done);

/* A text of so many lines that all differ, then a signature of a date, room and a name. */
static struct pages *signed_letter(struct test_layout *layout, struct doc_style *signature, int lines)
{
    struct buf text = buf_init(layout->arena);
    for (int i = 0; i < lines; i++)
        buf_printf(&text, "%sบรรทัดที่ %d.", i ? "\n" : "", i + 1);
    *signature = layout->body;
    signature->keep_together = true;
    signature->lines_before = 2;
    test_paragraph(layout, layout->section, text.data);
    struct doc_node *group = doc_add(layout->arena, layout->section, DOC_GROUP);
    group->style = signature;
    test_paragraph(layout, group, "ณ วันที่");
    doc_add(layout->arena, group, DOC_SPACE)->space.height = 56;
    test_paragraph(layout, group, "(ชื่อ)");
    return test_pages(layout);
}

static void check_signature(const struct pages *pages, int lines)
{
    const struct page *last = &pages->list.items[pages->list.count - 1];
    for (int i = lines - 1; i <= lines; i++) {
        char words[64];
        snprintf(words, sizeof words, "บรรทัดที่ %d.", i);
        cr_assert_not_null(test_find(last, words), "line %d of %d is not with the signature", i, lines);
    }
    cr_assert_not_null(test_find(last, "ณ วันที่"));
    cr_assert_not_null(test_find(last, "(ชื่อ)"));
}

Test(layout_forms, a_signature_has_two_lines_before_it_wherever_the_page_ends)
{
    size_t second = 0;
    for (int lines = 20; lines < 40; lines++) {
        struct test_layout *layout = test_layout_new();
        struct doc_style signature;
        struct pages *pages = signed_letter(layout, &signature, lines);
        check_signature(pages, lines);
        second += pages->list.count > 1;
    }
    cr_assert_gt(second, 5);
    cr_assert_lt(second, 20);
}

Test(layout_forms, lines_before_are_of_several_paragraphs)
{
    for (int lines = 16; lines < 28; lines++) {
        struct test_layout *layout = test_layout_new();
        struct doc_style signature = layout->body;
        signature.lines_before = 3;
        for (int i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, i >= lines - 3 ? "ก่อนลงนาม" : "บรรทัด");
        test_paragraph(layout, layout->section, "ลงนาม")->style = &signature;
        struct pages *pages = test_pages(layout);
        const struct page *last = &pages->list.items[pages->list.count - 1];
        const char *words = test_page_words(layout, last, false);
        cr_assert_not_null(strstr(words, "ก่อนลงนามก่อนลงนามก่อนลงนามลงนาม"), "with %d lines: %s", lines, words);
    }
}

Test(layout_forms, lines_before_end_where_a_page_begins)
{
    struct test_layout *layout = test_layout_new();
    struct doc_style signature = layout->body;
    signature.lines_before = 5;
    test_paragraph(layout, layout->section, "หน้าแรก");
    doc_add(layout->arena, layout->section, DOC_BREAK);
    test_paragraph(layout, layout->section, "หน้าสอง");
    test_paragraph(layout, layout->section, "ลงนาม")->style = &signature;
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, 2);
    cr_assert_not_null(test_find(&pages->list.items[1], "ลงนาม"));
}

Test(layout_forms, rows_count_as_lines_before)
{
    for (int rows = 20; rows < 30; rows++) {
        struct test_layout *layout = test_layout_new();
        struct doc_style signature = layout->body;
        signature.lines_before = 2;
        struct doc_node *table = test_table(layout, layout->section, 1, 0);
        for (int i = 0; i < rows; i++)
            test_cell(layout, test_row(layout, table), 0, "แถว");
        test_paragraph(layout, layout->section, "ลงนาม")->style = &signature;
        struct pages *pages = test_pages(layout);
        const struct page *last = &pages->list.items[pages->list.count - 1];
        cr_assert_not_null(strstr(test_page_words(layout, last, false), "แถวแถวลงนาม"));
    }
}

/* ---- rules ---- */

static const struct page_item *find_rule(const struct page *page)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == PAGE_RULE)
            return &page->items.items[i];
    return NULL;
}

static struct doc_node *test_rule(struct test_layout *layout, struct doc_node *parent, enum doc_width kind,
                                  double width)
{
    struct doc_node *node = doc_add(layout->arena, parent, DOC_RULE);
    node->rule = (struct doc_rule){.kind = kind, .width = width, .thickness = 1};
    return node;
}

Test(layout_forms, a_rule_is_centred_in_an_artifact)
{
    struct test_layout *layout = test_layout_new();
    test_paragraph(layout, layout->section, "เรื่อง");
    test_rule(layout, layout->section, DOC_WIDTH_POINTS, 100);
    test_paragraph(layout, layout->section, "เนื้อความ");
    const struct page *page = &test_pages(layout)->list.items[0];
    const struct page_item *rule = find_rule(page);
    cr_assert_float_eq(rule->rect.x + rule->rect.width / 2, 595 / 2.0, 0.01);
    cr_assert_float_eq(rule->rect.width, 100, 0.01);
    cr_assert_eq(rule[-1].kind, PAGE_ARTIFACT_BEGIN);
    cr_assert_gt(rule->rect.y, test_find(page, "เรื่อง")->text.y);
    cr_assert_lt(rule->rect.y, test_find(page, "เนื้อความ")->text.y);
}

Test(layout_forms, a_rule_takes_a_share_and_its_style_a_side)
{
    struct test_layout *layout = test_layout_new();
    struct doc_style style = layout->body;
    style.align = DOC_RIGHT;
    style.left = 51;
    test_rule(layout, layout->section, DOC_WIDTH_FRACTION, 0.25)->style = &style;
    test_paragraph(layout, layout->section, "ข้อความ");
    const struct page_item *rule = find_rule(&test_pages(layout)->list.items[0]);
    cr_assert_float_eq(rule->rect.width, 100, 0.01);
    cr_assert_float_eq(rule->rect.x, 595 - 72 - 100, 0.01);
}

Test(layout_forms, a_rule_is_never_wider_than_its_cell)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *row = test_row(layout, test_table(layout, layout->section, 2, 0));
    test_rule(layout, test_cell(layout, row, 0, "ก"), DOC_WIDTH_POINTS, 2000);
    test_cell(layout, row, 1, "ข");
    test_pages(layout);
}

Test(layout_forms, a_rule_stays_with_the_words_before_it_and_headings_with_those_behind)
{
    for (int lines = 15; lines < 30; lines++) {
        struct test_layout *layout = test_layout_new();
        for (int i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "บรรทัด");
        test_heading(layout, layout->section, NULL, "หัวข้อ");
        test_rule(layout, layout->section, DOC_WIDTH_POINTS, 100);
        test_paragraph(layout, layout->section, "เนื้อความ");
        struct pages *pages = test_pages(layout);
        for (size_t i = 0; i < pages->list.count; i++) {
            const struct page *page = &pages->list.items[i];
            bool heading = test_find(page, "หัวข้อ"), rule = find_rule(page), words = test_find(page, "เนื้อความ");
            cr_assert(heading == rule && rule == words, "parted with %d lines before", lines);
        }
    }
}
