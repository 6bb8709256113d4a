/* Whole documents on pages. */
#include "layout/line_break.h"
#include "test_layout_support.h"

TestSuite(layout, .fini = test_layout_done);

static size_t count_items(const struct page *page, enum page_item_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < page->items.count; i++)
        count += page->items.items[i].kind == kind;
    return count;
}

static const struct page_tag *tag_with_role(const struct pages *pages, enum page_role role)
{
    for (size_t i = 0; i < pages->tags.count; i++)
        if (pages->tags.items[i].role == role)
            return &pages->tags.items[i];
    return NULL;
}

Test(layout, an_empty_document_is_one_empty_page)
{
    struct test_layout *layout = test_layout_new();
    layout->section->section.number_place = DOC_NO_NUMBER;
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, 1);
    cr_assert_eq(pages->list.items[0].items.count, 0);
    layout->document.root = doc_add(layout->arena, NULL, DOC_ROOT);
    pages = layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    cr_assert_eq(pages->list.count, 1);
}

Test(layout, justified_lines_fill_the_measure)
{
    struct test_layout *layout = test_layout_new();
    test_paragraph(layout, layout->section,
                   test_repeat(layout, "งานของคนในหน่วยงานมีผลดีขึ้นมากกว่าปีที่แล้ว และจะดีขึ้นอีกในปีต่อไป", 30));
    const struct page *page = &test_pages(layout)->list.items[0];
    size_t full = 0, flush = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        bool last_of_line = i + 1 < page->items.count && page->items.items[i + 1].kind == PAGE_TEXT &&
                            page->items.items[i + 1].text.y > item->text.y;
        if (item->kind != PAGE_TEXT || !last_of_line)
            continue;
        struct line_gaps gaps = line_gaps(item->text.text, 0, item->text.run.length);
        double end = item->text.x + item->text.run.width + (double)gaps.spaces * item->text.space_gap +
                     (double)(gaps.clusters - 1) * item->text.cluster_gap;
        full++;
        flush += end > 523 - 0.01 && end < 523 + 0.01;
        cr_assert_leq(item->text.cluster_gap, 1.0 + 1e-9);
    }
    cr_assert_gt(full, 10);
    cr_assert_geq((double)flush, 0.9 * (double)full, "%zu of %zu lines are flush", flush, full);
}

Test(layout, marks_of_two_lines_do_not_touch)
{
    struct test_layout *layout = test_layout_new();
    layout->body.leading = 12; /* far too little */
    test_paragraph(layout, layout->section, test_repeat(layout, "ฎุ้ฎุ้ฎุ้ฎุ้", 80));
    const struct page *page = &test_pages(layout)->list.items[0];
    const struct page_text *above = NULL;
    size_t pairs = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind != PAGE_TEXT || item->text.run.size < 15)
            continue;
        if (above && item->text.y > above->y) {
            cr_assert_gt(item->text.y - item->text.run.above, above->y + above->run.below);
            pairs++;
        }
        above = &item->text;
    }
    cr_assert_gt(pairs, 3);
}

Test(layout, lines_are_even_where_marks_do_not_meet)
{
    struct test_layout *layout = test_layout_new();
    layout->body.leading = 22; /* too little where U+0E38 stands over a tone, which happens nowhere here */
    test_paragraph(layout, layout->section, "กกกกกกุ\nก้กกกกก\nก้กกกกุก\nก้กกกกก");
    const struct page *page = &test_pages(layout)->list.items[0];
    const struct page_text *above = NULL;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind != PAGE_TEXT || item->text.run.size < 15)
            continue;
        if (above)
            cr_assert_float_eq(item->text.y - above->y, 22, 1e-9);
        above = &item->text;
    }
    cr_assert_not_null(above);
}

Test(layout, a_word_too_long_is_broken_and_reported)
{
    struct test_layout *layout = test_layout_new();
    char *word = arena_alloc(layout->arena, 201);
    memset(word, 'W', 200);
    test_paragraph(layout, layout->section, word);
    test_pages(layout);
    cr_assert_eq(layout->diags.warnings, 1, "%s", test_findings(&layout->diags));
    cr_assert_not_null(strstr(test_findings(&layout->diags), "broken inside a word"));
}

Test(layout, a_very_long_word)
{
    struct test_layout *layout = test_layout_new();
    enum { LETTERS = 100000 };
    char *word = arena_alloc(layout->arena, LETTERS + 1);
    memset(word, 'W', LETTERS);
    test_paragraph(layout, layout->section, word);
    cr_assert_gt(test_pages(layout)->list.count, 50);
}

Test(layout, headings_are_not_alone_at_the_foot_of_a_page)
{
    for (int lines = 15; lines < 30; lines++) {
        struct test_layout *layout = test_layout_new();
        for (int i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "บรรทัด");
        test_heading(layout, layout->section, "1.", "หัวข้อ");
        test_paragraph(layout, layout->section, test_repeat(layout, "เนื้อความของหัวข้อนี้", 30));
        struct pages *pages = test_pages(layout);
        for (size_t i = 0; i < pages->list.count; i++) {
            const struct page *page = &pages->list.items[i];
            if (test_find(page, "หัวข้อ") && !test_find(page, "เนื้อความ"))
                cr_assert_fail("with %d lines before it the heading is alone", lines);
        }
    }
}

Test(layout, lists_hang_by_their_labels)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *list = test_list(layout, layout->section);
    test_item(layout, list, "1)", test_repeat(layout, "ข้อความของรายการ", 20));
    struct doc_node *item = test_item(layout, list, "10)", "สั้น");
    test_item(layout, test_list(layout, item), "ก.", "ลึก");
    struct pages *pages = test_pages(layout);
    const struct page *page = &pages->list.items[0];
    const struct page_text *label = &test_find(page, "1)")->text, *text = &test_find(page, "ข้อความ")->text;
    cr_assert_float_eq(label->x, 92, 1e-6);
    cr_assert_gt(text->x, label->x + label->run.width);
    cr_assert_float_eq(text->x, test_find(page, "สั้น")->text.x, 1e-6);
    cr_assert_gt(test_find(page, "ลึก")->text.x, text->x);
    cr_assert_not_null(tag_with_role(pages, PAGE_LBL));
    cr_assert_eq(pages->tags.items[tag_with_role(pages, PAGE_LI)->parent].role, PAGE_L);
}

Test(layout, a_hang_is_no_less_than_the_widest_label)
{
    static const double hangs[] = {10, 60};
    double at[2];
    for (int i = 0; i < 2; i++) {
        struct test_layout *layout = test_layout_new();
        struct doc_node *list = test_list(layout, layout->section);
        list->list.hang = hangs[i];
        test_item(layout, list, "9.", "ข้อเก้า");
        test_item(layout, list, "10.", "ข้อสิบ");
        const struct page *page = &test_pages(layout)->list.items[0];
        at[i] = test_find(page, "ข้อเก้า")->text.x;
        cr_assert_float_eq(at[i], test_find(page, "ข้อสิบ")->text.x, 1e-6);
    }
    cr_assert_gt(at[0], 92 + hangs[0]);
    cr_assert_float_eq(at[1], 92 + hangs[1], 1e-6);
}

Test(layout, a_list_in_a_tight_list_is_close_to_its_item)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *list = test_list(layout, layout->section);
    struct doc_node *item = test_item(layout, list, "1.", "ข้อแรก");
    test_item(layout, test_list(layout, item), "1)", "ข้อย่อย");
    test_item(layout, list, "2.", "ข้อสอง");
    const struct page *page = &test_pages(layout)->list.items[0];
    double first = test_find(page, "ข้อแรก")->text.y, inner = test_find(page, "ข้อย่อย")->text.y;
    cr_assert_float_eq(inner - first, test_find(page, "ข้อสอง")->text.y - inner, 1e-6);
}

Test(layout, deep_lists_keep_a_measure)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *parent = layout->section;
    for (int i = 0; i < 64; i++)
        parent = test_item(layout, test_list(layout, parent), "(1)", "ข้อความในรายการที่ลึกลงไปเรื่อย ๆ");
    struct pages *pages = test_pages(layout);
    for (size_t i = 0; i < pages->list.count; i++)
        cr_assert_gt(count_items(&pages->list.items[i], PAGE_TEXT), 10);
    cr_assert_str_eq(test_findings(&layout->diags), "");
}

Test(layout, an_item_without_words_shows_its_label)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *list = test_list(layout, layout->section);
    test_item(layout, list, "1.", NULL);
    struct doc_node *item = test_item(layout, list, "2.", NULL);
    test_cell(layout, test_row(layout, test_table(layout, item, 1, 0)), 0, "ตาราง");
    const struct page *page = &test_pages(layout)->list.items[0];
    cr_assert_gt(test_find(page, "ตาราง")->text.y, test_find(page, "2.")->text.y);
}

Test(layout, heading_hangs_by_its_label)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *heading = test_heading(layout, layout->section, "1.2", test_repeat(layout, "ชื่อเรื่องยาวมาก", 12));
    heading->heading.label_width = 40;
    test_paragraph(layout, layout->section, "เนื้อความ");
    const struct page *page = &test_pages(layout)->list.items[0];
    size_t lines = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_text *text = &page->items.items[i].text;
        if (page->items.items[i].kind != PAGE_TEXT || text->run.size < 17 || text->text[0] == '1')
            continue;
        cr_assert_float_eq(text->x, 112, 1e-6);
        lines++;
    }
    cr_assert_geq(lines, 2);
}

Test(layout, contents_get_their_numbers_from_the_pages)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *contents = doc_add(layout->arena, layout->section, DOC_CONTENTS);
    contents->contents = (struct doc_contents){.levels = 2, .styles = {&layout->contents, &layout->contents}};
    for (int i = 0; i < 3; i++) {
        struct doc_node *section = test_section(layout);
        section->section.number_from = i == 0 ? 9 : 0;
        section->section.number_digits = DOC_THAI;
        test_heading(layout, section, "ส่วนที่ 1", arena_printf(layout->arena, "เรื่องที่ %d", i));
        test_paragraph(layout, section, "เนื้อความ");
    }
    struct pages *pages = test_pages(layout);
    const struct page *page = &pages->list.items[0];
    cr_assert_eq(pages->list.count, 4);
    cr_assert_str_eq(pages->list.items[1].label, "๙");
    cr_assert_str_eq(pages->list.items[3].label, "๑๑");
    const struct page_item *title = test_find(page, "เรื่องที่ 2"), *number = test_find(page, "๑๑");
    cr_assert_not_null(number);
    cr_assert_float_eq(number->text.y, title->text.y, 1e-9);
    cr_assert_float_eq(number->text.x + number->text.run.width, 523, 0.01);
    cr_assert_not_null(strstr(test_page_words(layout, page, true), "....."));
    cr_assert_null(strstr(test_page_words(layout, page, false), "..."));
    cr_assert_geq(count_items(page, PAGE_LINK_AREA), 3);
    cr_assert_eq(count_items(&pages->list.items[1], PAGE_ANCHOR), 1);
    cr_assert_eq(pages->outline.count, 3);
    cr_assert_eq(pages->outline.items[2].page, 3);
}

Test(layout, long_contents_are_numbered_after_themselves)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *contents = doc_add(layout->arena, layout->section, DOC_CONTENTS);
    contents->contents = (struct doc_contents){.levels = 1, .styles = {&layout->contents}};
    for (int i = 0; i < 100; i++) {
        test_heading(layout, layout->section, NULL, arena_printf(layout->arena, "เรื่อง<%d>", i));
        test_paragraph(layout, layout->section, test_repeat(layout, "เนื้อความยาว", 100));
    }
    struct pages *pages = test_pages(layout);
    size_t page = pages->outline.items[99].page;
    cr_assert_gt(page, 20);
    const struct page_item *entry = NULL, *number = NULL;
    for (size_t i = 0; i < 5 && !entry; i++) {
        entry = test_find(&pages->list.items[i], "<99>");
        number = test_find(&pages->list.items[i], pages->list.items[page].label);
    }
    cr_assert_not_null(entry);
    cr_assert_not_null(number);
    cr_assert_float_eq(entry->text.y, number->text.y, 1e-9);
}

Test(layout, page_numbers)
{
    struct test_layout *layout = test_layout_new();
    struct doc_section *set = &layout->section->section;
    set->number_from = 4;
    set->number_first_page = false;
    set->number_digits = DOC_THAI;
    for (int i = 0; i < 3; i++) {
        test_paragraph(layout, layout->section, "หน้า");
        doc_add(layout->arena, layout->section, DOC_BREAK);
    }
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, 3);
    cr_assert_str_eq(test_page_words(layout, &pages->list.items[0], true), "");
    cr_assert_str_eq(test_page_words(layout, &pages->list.items[1], true), "-๕-");
    cr_assert_str_eq(pages->list.items[0].label, "๔");
}

/* An order in a report: its pages count by themselves, and along with those before for what comes behind. */
Test(layout, page_numbers_apart)
{
    struct test_layout *layout = test_layout_new();
    static const struct {
        int from;
        bool apart;
        const char *label;
    } sections[] = {{4, false, "4"}, {1, true, "1"}, {0, true, "2"}, {0, false, "7"}, {1, true, "1"}, {1, false, "1"}};
    enum { COUNT = sizeof sections / sizeof *sections };
    for (size_t i = 0; i < COUNT; i++) {
        struct doc_node *section = i ? doc_add(layout->arena, layout->document.root, DOC_SECTION) : layout->section;
        section->section = layout->section->section;
        section->section.number_from = sections[i].from;
        section->section.number_apart = sections[i].apart;
        test_paragraph(layout, section, "หน้า");
    }
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        cr_assert_str_eq(pages->list.items[i].label, sections[i].label, "page %zu: %s", i, pages->list.items[i].label);
}

Test(layout, fill_takes_what_is_left)
{
    struct test_layout *layout = test_layout_new();
    doc_add(layout->arena, layout->section, DOC_SPACE)->space.fill = 1;
    test_paragraph(layout, layout->section, "กลาง");
    doc_add(layout->arena, layout->section, DOC_SPACE)->space.fill = 1;
    const struct page *page = &test_pages(layout)->list.items[0];
    cr_assert_eq(test_find(page, "กลาง") != NULL, true);
    cr_assert_float_eq(test_find(page, "กลาง")->text.y, 842 / 2.0, 10);
}

Test(layout, groups_stay_together)
{
    struct test_layout *layout = test_layout_new();
    struct doc_style keep = layout->body;
    keep.keep_together = true;
    for (int i = 0; i < 20; i++)
        test_paragraph(layout, layout->section, "บรรทัด");
    struct doc_node *group = doc_add(layout->arena, layout->section, DOC_GROUP);
    group->style = &keep;
    for (int i = 0; i < 6; i++)
        test_paragraph(layout, group, "ลงนาม");
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, 2);
    cr_assert_null(test_find(&pages->list.items[0], "ลงนาม"));
}

Test(layout, links_and_languages_are_elements)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *node = test_paragraph(layout, layout->section, "");
    struct doc_run *runs = arena_array(layout->arena, struct doc_run, 3);
    runs[0] = (struct doc_run){.text = "ดู "};
    runs[1] = (struct doc_run){.text = "ที่นี่ (here)", .link = "https://example.org/"};
    runs[2] = (struct doc_run){.text = " No Gift Policy", .lang = "en"};
    node->runs = runs;
    node->run_count = 3;
    struct pages *pages = test_pages(layout);
    cr_assert_eq(count_items(&pages->list.items[0], PAGE_LINK_AREA), 1);
    cr_assert_str_eq(tag_with_role(pages, PAGE_SPAN)->lang, "en");
    cr_assert_eq(pages->tags.items[tag_with_role(pages, PAGE_LINK)->parent].role, PAGE_P);
}

Test(layout, a_heading_in_a_cell_is_in_contents_and_outline)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *contents = doc_add(layout->arena, layout->section, DOC_CONTENTS);
    contents->contents = (struct doc_contents){.levels = 1, .styles = {&layout->contents}};
    struct doc_node *section = test_section(layout);
    struct doc_node *cell = test_cell(layout, test_row(layout, test_table(layout, section, 1, 0)), 0, "");
    test_heading(layout, cell, NULL, "ในตาราง");
    struct pages *pages = test_pages(layout);
    cr_assert_not_null(test_find(&pages->list.items[0], "ในตาราง"));
    cr_assert_eq(pages->outline.count, 1);
    cr_assert_eq(pages->outline.items[0].page, 1);
}

Test(layout, a_family_that_is_not_there_is_reported)
{
    struct test_layout *layout = test_layout_new();
    layout->body.family = "No Such Family";
    test_paragraph(layout, layout->section, "คำ");
    layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    cr_assert_gt(layout->diags.errors, 0);
}

Test(layout, a_page_without_room_is_an_error)
{
    struct test_layout *layout = test_layout_new();
    layout->section->section.left = 400;
    layout->section->section.right = 400;
    test_paragraph(layout, layout->section, "คำ");
    layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    cr_assert_eq(layout->diags.errors, 1);
}

Test(layout, the_same_document_gives_the_same_pages)
{
    const char *first = NULL;
    for (int i = 0; i < 2; i++) {
        struct test_layout *layout = test_layout_new();
        test_heading(layout, layout->section, "1.", "หัวข้อ");
        test_paragraph(layout, layout->section, test_repeat(layout, "ความโปร่งใส", 100));
        struct buf out = buf_init(layout->arena);
        pages_dump(&out, test_pages(layout));
        if (first)
            cr_assert_str_eq(out.data, first);
        first = out.data;
    }
    cr_assert_not_null(strstr(first, "page 1 595 842 label \"1\""));
    cr_assert_not_null(strstr(first, "outline 1 page 1 \"1. หัวข้อ\""));
}

Test(layout, ten_times_the_text_takes_ten_times_the_memory)
{
    size_t used[2];
    for (int i = 0; i < 2; i++) {
        struct test_layout *layout = test_layout_new();
        for (int k = 0; k < (i ? 200 : 20); k++)
            test_paragraph(layout, layout->section, test_repeat(layout, "ความโปร่งใสของหน่วยงาน", 40));
        size_t before = arena_used(layout->arena);
        layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
        used[i] = arena_used(layout->arena) - before;
    }
    cr_assert_lt(used[1], 12 * used[0]);
}
