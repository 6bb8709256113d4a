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

/* ---- catchwords ---- */

static struct test_layout *with_catchwords(void)
{
    struct test_layout *layout = test_layout_new();
    layout->section->section.catchword = "/{words}...";
    layout->section->section.catchword_style = &layout->body;
    layout->section->section.number_place = DOC_NO_NUMBER;
    return layout;
}

/* The catchword of the first page, and where it stands. */
static const char *first_catchword(struct test_layout *layout, const struct pages *pages)
{
    cr_assert_gt(pages->list.count, 1);
    return test_page_words(layout, &pages->list.items[0], true);
}

static const struct page_text *last_text(const struct page *page)
{
    for (size_t i = page->items.count; i-- > 0;)
        if (page->items.items[i].kind == PAGE_TEXT)
            return &page->items.items[i].text;
    return NULL;
}

/* The catchword where the second page has these words. */
static const char *catchword_before(const char *words)
{
    struct test_layout *layout = with_catchwords();
    test_paragraph(layout, layout->section, "หน้าแรก");
    doc_add(layout->arena, layout->section, DOC_BREAK);
    test_paragraph(layout, layout->section, words);
    return first_catchword(layout, test_pages(layout));
}

Test(layout_forms, the_catchword_is_the_next_pages_first_phrase)
{
    cr_assert_str_eq(catchword_before("ให้คณะทำงาน มีหน้าที่ดังต่อไปนี้"), "/ให้คณะทำงาน...");
    cr_assert_str_eq(catchword_before("ปี ๒๕๖๖ ได้คะแนน"), "/ปี๒๕๖๖...");
    cr_assert_str_eq(catchword_before("No Gift Policy"), "/NoGift...");
    cr_assert_str_eq(catchword_before("คำ"), "/คำ...");
}

Test(layout_forms, a_long_phrase_is_cut_between_words)
{
    const char *words = catchword_before("การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ");
    cr_assert_str_eq(words, "/การประเมินคุณธรรมและ...");
    cr_assert_str_eq(catchword_before("Donaudampfschifffahrtsgesellschaft fuhr"),
                     "/Donaudampfschifffahrtsgesellschaft...");
}

Test(layout_forms, every_page_but_the_last_has_a_catchword)
{
    struct test_layout *layout = with_catchwords();
    test_paragraph(layout, layout->section, test_repeat(layout, "งานของคนในหน่วยงานมีผลดีขึ้นมากกว่าปีที่แล้ว", 150));
    struct pages *pages = test_pages(layout);
    size_t last = pages->list.count - 1;
    cr_assert_gt(last, 1);
    for (size_t i = 0; i < last; i++) {
        const char *words = test_page_words(layout, &pages->list.items[i], true);
        const char *next = test_page_words(layout, &pages->list.items[i + 1], false);
        size_t length = strlen(words) - strlen("/...");
        cr_assert_eq(words[0], '/');
        cr_assert_eq(strncmp(words + 1, next, length), 0, "%s", words);
    }
    cr_assert_str_eq(test_page_words(layout, &pages->list.items[last], true), "");
}

Test(layout_forms, labels_belong_to_a_catchword)
{
    struct test_layout *layout = with_catchwords();
    test_paragraph(layout, layout->section, "หน้าแรก");
    doc_add(layout->arena, layout->section, DOC_BREAK);
    test_item(layout, test_list(layout, layout->section), "๑)", "ผู้บริหาร ให้ความเห็นชอบ");
    cr_assert_str_eq(first_catchword(layout, test_pages(layout)), "/๑)ผู้บริหาร...");
}

Test(layout_forms, a_repeated_head_is_no_catchword)
{
    struct test_layout *layout = with_catchwords();
    struct doc_node *table = test_table(layout, layout->section, 2, 1);
    struct doc_node *head = test_row(layout, table);
    test_cell(layout, head, 0, "ที่");
    test_cell(layout, head, 1, "รายการ");
    for (int i = 0; i < 40; i++) {
        struct doc_node *row = test_row(layout, table);
        test_cell(layout, row, 0, arena_printf(layout->arena, "%d.", i + 1));
        test_cell(layout, row, 1, "เรื่องหนึ่ง");
    }
    struct pages *pages = test_pages(layout);
    cr_assert_not_null(test_find(&pages->list.items[1], "รายการ"));
    const struct page_text *catchword = last_text(&pages->list.items[0]);
    cr_assert_eq(strncmp(catchword->text, "/2", 2), 0, "%s", catchword->text);
    cr_assert_not_null(strstr(catchword->text, ". เรื่องหนึ่ง..."), "%s", catchword->text);
}

Test(layout_forms, a_page_without_words_has_no_catchword_before_it)
{
    struct test_layout *layout = with_catchwords();
    test_paragraph(layout, layout->section, "หน้าแรก");
    doc_add(layout->arena, layout->section, DOC_BREAK);
    test_rule(layout, layout->section, DOC_WIDTH_POINTS, 100);
    cr_assert_str_eq(first_catchword(layout, test_pages(layout)), "");
}

Test(layout_forms, a_catchword_stands_below_the_text_and_above_the_number)
{
    for (int place = DOC_NO_NUMBER; place <= DOC_BOTTOM_RIGHT; place++)
        for (double bottom = 20; bottom < 100; bottom += 10) {
            struct test_layout *layout = with_catchwords();
            struct doc_section *setup = &layout->section->section;
            setup->bottom = bottom;
            setup->number_place = (enum doc_number_place)place;
            test_paragraph(layout, layout->section, test_repeat(layout, "งานของคนในหน่วยงานมีผลดีขึ้น", 200));
            struct pages *pages = test_pages(layout);
            const struct page *page = &pages->list.items[0];
            const struct page_text *catchword = last_text(page);
            double lowest = 0, number = page->height;
            for (size_t i = 0; i < page->items.count; i++) {
                const struct page_text *text = &page->items.items[i].text;
                if (page->items.items[i].kind == PAGE_TEXT && text->run.size < 15 && text->y > setup->top)
                    number = text->y;
                else if (page->items.items[i].kind == PAGE_TEXT && text != catchword)
                    lowest = lowest > text->y ? lowest : text->y;
            }
            cr_assert_geq(catchword->y - lowest, 24 - 0.1, "bottom %.0f, place %d", bottom, place);
            cr_assert_leq(catchword->y + 10, number, "bottom %.0f, place %d", bottom, place);
        }
}

/* ---- drafts ---- */

static const struct page_item *find_mark(const struct page *page)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == PAGE_OUTLINE)
            return &page->items.items[i];
    return NULL;
}

static void check_mark(const struct page *page)
{
    const struct page_item *mark = find_mark(page);
    cr_assert_not_null(mark);
    cr_assert_eq(mark, &page->items.items[1], "something lies under the mark");
    cr_assert_eq(mark[-1].kind, PAGE_ARTIFACT_BEGIN);
    cr_assert_gt(mark->grey, 0.5);
    cr_assert_float_eq(mark->rect.x + mark->rect.width / 2, page->width / 2, page->width / 20);
    cr_assert_float_eq(mark->rect.y + mark->rect.height / 2, page->height / 2, page->height / 20);
    cr_assert_gt(mark->rect.x, 0);
    cr_assert_gt(mark->rect.y, 0);
}

Test(layout_forms, a_draft_has_its_mark_under_every_page)
{
    struct test_layout *layout = test_layout_new();
    struct doc_style style = layout->body;
    style.size = 200;
    layout->document.draft = "ร่าง";
    layout->document.draft_style = &style;
    test_paragraph(layout, layout->section, test_repeat(layout, "งานของคนในหน่วยงานมีผลดีขึ้น", 200));
    struct pages *pages = test_pages(layout);
    cr_assert_gt(pages->list.count, 1);
    for (size_t i = 0; i < pages->list.count; i++)
        check_mark(&pages->list.items[i]);
    cr_assert_null(test_find(&pages->list.items[0], "ร่าง"));
    cr_assert_eq(find_mark(&pages->list.items[0])->outline, find_mark(&pages->list.items[1])->outline);
}

Test(layout_forms, a_mark_fits_on_its_page)
{
    struct test_layout *layout = test_layout_new();
    struct doc_style style = layout->body;
    style.size = 900;
    layout->document.draft = "ร่างที่ยังไม่ได้ตรวจ";
    layout->document.draft_style = &style;
    struct doc_section *wide = &test_section(layout)->section;
    wide->width = 842;
    wide->height = 595;
    struct pages *pages = layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    check_mark(&pages->list.items[0]);
    check_mark(&pages->list.items[1]);
    cr_assert_neq(find_mark(&pages->list.items[0])->outline, find_mark(&pages->list.items[1])->outline);
}

/* ---- page numbers ---- */

/* The middle of the number on a page; 0: it has none. */
static double middle_of_number(const struct page *page, double top)
{
    const struct page_item *number = test_find(page, "- ");
    if (!number)
        return 0;
    cr_assert_lt(number->text.y, top);
    cr_assert_gt(number->text.y, top / 2);
    return number->text.x + number->text.run.width / 2;
}

Test(layout_forms, numbers_stand_at_the_top_in_the_middle_of_upright_and_turned_pages)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *turned = test_section(layout);
    turned->section.width = 842;
    turned->section.height = 595;
    struct doc_node *const sections[] = {layout->section, turned};
    for (size_t i = 0; i < 2; i++) {
        sections[i]->section.number_digits = DOC_THAI;
        sections[i]->section.number_first_page = false;
        test_paragraph(layout, sections[i], "หน้าแรก");
        doc_add(layout->arena, sections[i], DOC_BREAK);
        test_paragraph(layout, sections[i], "หน้าหลัง");
    }
    struct pages *pages = layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    cr_assert_eq(pages->list.count, 4);
    cr_assert_eq(middle_of_number(&pages->list.items[0], 72), 0);
    cr_assert_float_eq(middle_of_number(&pages->list.items[1], 72), 595 / 2.0, 0.01);
    cr_assert_eq(middle_of_number(&pages->list.items[2], 72), 0);
    cr_assert_float_eq(middle_of_number(&pages->list.items[3], 72), 842 / 2.0, 0.01);
    cr_assert_not_null(test_find(&pages->list.items[3], "- ๔ -"));
}
