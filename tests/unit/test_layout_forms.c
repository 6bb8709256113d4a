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
