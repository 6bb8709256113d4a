/* Tables: widths of columns, the grid, rows and cells over page ends. */
#include "layout/table_width.h"
#include "test_layout_support.h"

#include <math.h>

TestSuite(table, .fini = test_layout_done);

/* ---- widths ----------------------------------------------------------------------------------------------------- */

static struct width_column column(double word, double line)
{
    return (struct width_column){.kind = DOC_WIDTH_AUTO, .need = {word / 2, word, line}, .load = line};
}

static double total(const struct width_column *columns, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += columns[i].width;
    return sum;
}

Test(table_width, short_columns_are_on_one_line_and_fill_the_measure)
{
    struct width_column columns[] = {column(20, 30), column(40, 100)};
    cr_assert_eq(table_widths(columns, 2, NULL, 0, 400), WIDTH_FITS);
    cr_assert_geq(columns[0].width, 30);
    cr_assert_geq(columns[1].width, 100);
    cr_assert_float_eq(total(columns, 2), 400, 1e-6);
}

Test(table_width, long_columns_share_by_what_they_hold)
{
    struct width_column columns[] = {column(20, 20), column(40, 1000), column(40, 2000)};
    cr_assert_eq(table_widths(columns, 3, NULL, 0, 400), WIDTH_FITS);
    cr_assert_geq(columns[0].width, 20 - 1e-6);
    cr_assert_gt(columns[2].width, 1.6 * columns[1].width);
    cr_assert_float_eq(total(columns, 3), 400, 1e-6);
}

Test(table_width, given_widths_are_kept)
{
    struct width_column columns[] = {column(20, 30), column(20, 500), column(20, 500)};
    columns[0].kind = DOC_WIDTH_POINTS;
    columns[0].given = 60;
    columns[1].kind = DOC_WIDTH_FRACTION;
    columns[1].given = 0.25;
    cr_assert_eq(table_widths(columns, 3, NULL, 0, 400), WIDTH_FITS);
    cr_assert_float_eq(columns[0].width, 60, 1e-6);
    cr_assert_float_eq(columns[1].width, 100, 1e-6);
    cr_assert_float_eq(columns[2].width, 240, 1e-6);
}

Test(table_width, no_column_is_narrower_than_its_longest_word)
{
    struct width_column columns[] = {column(90, 100), column(50, 3000), column(50, 3000)};
    columns[0].kind = DOC_WIDTH_POINTS;
    columns[0].given = 30;
    cr_assert_eq(table_widths(columns, 3, NULL, 0, 200), WIDTH_FITS);
    cr_assert_geq(columns[0].width, 90 - 1e-6);
    cr_assert_geq(columns[1].width, 50 - 1e-6);
    cr_assert_geq(columns[2].width, 50 - 1e-6);
    cr_assert_leq(total(columns, 3), 200 + 1e-6);
}

Test(table_width, second_choice_breaks_before_broken_words)
{
    struct width_column columns[] = {column(120, 300), column(120, 300)};
    cr_assert_eq(table_widths(columns, 2, NULL, 0, 200), WIDTH_SOFT);
    cr_assert_geq(columns[0].width, 60);
    cr_assert_float_eq(total(columns, 2), 200, 1e-6);
}

Test(table_width, never_wider_than_the_measure)
{
    struct width_column columns[] = {column(300, 900), column(500, 900), column(300, 300)};
    columns[2].kind = DOC_WIDTH_POINTS;
    columns[2].given = 700;
    cr_assert_eq(table_widths(columns, 3, NULL, 0, 200), WIDTH_TIGHT);
    cr_assert_float_eq(total(columns, 3), 200, 1e-6);
}

Test(table_width, spans_widen_their_columns)
{
    struct width_column columns[] = {column(20, 20), column(20, 20), column(20, 20)};
    struct width_span span = {.column = 0, .count = 2, .need = {100, 200, 200}};
    cr_assert_eq(table_widths(columns, 3, &span, 1, 300), WIDTH_FITS);
    cr_assert_geq(columns[0].width + columns[1].width, 200 - 1e-6);
}

/* ---- on pages --------------------------------------------------------------------------------------------------- */

static size_t count_role(const struct pages *pages, enum page_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->tags.count; i++)
        count += pages->tags.items[i].role == role;
    return count;
}

static void add_row(struct test_layout *layout, struct doc_node *table, size_t columns, const char *text)
{
    struct doc_node *row = test_row(layout, table);
    for (size_t i = 0; i < columns; i++)
        test_cell(layout, row, i, text);
}

static double x_of(struct pages *pages, const char *words)
{
    const struct page_item *item = test_find(&pages->list.items[0], words);
    cr_assert(item, "%s", words);
    return item->text.x;
}

static double middle_of(struct pages *pages, const char *words)
{
    return x_of(pages, words) + test_find(&pages->list.items[0], words)->text.run.width / 2;
}

Test(table, decimal_points_stand_below_each_other_in_the_middle)
{
    static const char *const texts[] = {"7.25", "17.2", "-๗.๒๕", "817", "1,817.3%", "–", "ไม่มี", "O5.8"};
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 1, 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct doc_node *row = test_row(layout, table);
        test_cell(layout, row, 0, texts[i]);
        row->first->cell.align = DOC_DECIMAL;
    }
    struct pages *pages = test_pages(layout);
    double digit = x_of(pages, "7.25") - x_of(pages, "17.2");
    cr_assert_gt(digit, 1);
    cr_assert_float_eq(x_of(pages, "7.25") - x_of(pages, "817"), 2 * digit, 0.01);
    cr_assert_gt(x_of(pages, "817"), x_of(pages, "1,817.3%"));
    cr_assert_lt(x_of(pages, "-๗.๒๕"), x_of(pages, "7.25"));
    cr_assert_float_eq(middle_of(pages, "–"), 297.5, 0.01);
    cr_assert_float_eq(middle_of(pages, "O5.8"), 297.5, 0.01);
    cr_assert_lt(fabs(middle_of(pages, "1,817.3%") - 297.5), 2 * digit);
}

Test(table, head_is_repeated_as_an_artifact)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 1);
    add_row(layout, table, 2, "หัวตาราง");
    for (int i = 0; i < 60; i++)
        add_row(layout, table, 2, "คะแนน");
    struct pages *pages = test_pages(layout);
    cr_assert_gt(pages->list.count, 1);
    for (size_t i = 0; i < pages->list.count; i++) {
        const char *artifacts = test_page_words(layout, &pages->list.items[i], true);
        cr_assert_eq(strstr(artifacts, "หัวตาราง") != NULL, i > 0, "page %zu: %s", i, artifacts);
    }
    cr_assert_eq(count_role(pages, PAGE_TR), 61);
    cr_assert_str_eq(test_findings(&layout->diags), "");
}

Test(table, head_is_never_alone_at_the_foot_of_a_page)
{
    for (int lines = 20; lines < 30; lines++) {
        struct test_layout *layout = test_layout_new();
        for (int i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "หนึ่งบรรทัด");
        struct doc_node *table = test_table(layout, layout->section, 1, 1);
        add_row(layout, table, 1, "หัวตาราง");
        add_row(layout, table, 1, "แถวแรก");
        add_row(layout, table, 1, "แถวที่สอง");
        struct pages *pages = test_pages(layout);
        for (size_t i = 0; i < pages->list.count; i++) {
            const struct page *page = &pages->list.items[i];
            cr_assert(!test_find(page, "หัวตาราง") || test_find(page, "แถว"));
        }
    }
}

Test(table, a_cell_taller_than_a_page_flows_over_pages)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 1);
    add_row(layout, table, 2, "หัว");
    struct doc_node *row = test_row(layout, table);
    test_cell(layout, row, 0, "สั้น");
    test_cell(layout, row, 1, test_repeat(layout, "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน", 300));
    struct pages *pages = test_pages(layout);
    cr_assert_gt(pages->list.count, 4);
    /* The first cell is repeated, with a word that it goes on. */
    const char *artifacts = test_page_words(layout, &pages->list.items[2], true);
    cr_assert_not_null(strstr(artifacts, "สั้น(ต่อ)"), "%s", artifacts);
    cr_assert_str_eq(test_findings(&layout->diags), "");
}

Test(table, rows_are_parted_with_two_lines_on_each_side)
{
    for (int lines = 18; lines < 30; lines++) {
        struct test_layout *layout = test_layout_new();
        for (int i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "หนึ่งบรรทัด");
        struct doc_node *table = test_table(layout, layout->section, 2, 0);
        struct doc_node *row = test_row(layout, table);
        test_cell(layout, row, 0, test_repeat(layout, "การประเมินคุณธรรมและความโปร่งใส", 40));
        test_cell(layout, row, 1, test_repeat(layout, "ในการดำเนินงานของหน่วยงาน", 30));
        struct pages *pages = test_pages(layout);
        for (size_t i = 0; i < pages->list.count; i++) {
            double first[2] = {0}, last[2] = {0};
            for (size_t k = 0; k < pages->list.items[i].items.count; k++) {
                const struct page_item *item = &pages->list.items[i].items.items[k];
                if (item->kind != PAGE_TEXT || item->text.run.size > 15 || item->text.y < 72)
                    continue;
                size_t cell = item->text.x > 290;
                if (first[cell] <= 0)
                    first[cell] = item->text.y;
                last[cell] = item->text.y;
            }
            for (int cell = 0; cell < 2; cell++)
                cr_assert(first[cell] <= 0 || last[cell] - first[cell] > 15, "one line of a cell stands alone");
        }
    }
}

Test(table, merged_cells_over_a_page_end_stay_visible)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    enum { ROWS = 60 };
    for (int i = 0; i < ROWS; i++) {
        struct doc_node *row = test_row(layout, table);
        if (i == 0)
            test_cell(layout, row, 0, "เครื่องมือ")->cell.rowspan = ROWS;
        test_cell(layout, row, 1, "ตัวชี้วัด");
    }
    struct pages *pages = test_pages(layout);
    cr_assert_gt(pages->list.count, 1);
    cr_assert_not_null(strstr(test_page_words(layout, &pages->list.items[0], false), "เครื่องมือ"));
    cr_assert_not_null(strstr(test_page_words(layout, &pages->list.items[1], true), "เครื่องมือ(ต่อ)"));
}

Test(table, a_long_merged_cell_is_parted_too)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    for (int i = 0; i < 3; i++) {
        struct doc_node *row = test_row(layout, table);
        if (i == 0)
            test_cell(layout, row, 0, test_repeat(layout, "การประเมินคุณธรรมและความโปร่งใส", 200))->cell.rowspan = 3;
        test_cell(layout, row, 1, "สั้น");
    }
    struct pages *pages = test_pages(layout);
    cr_assert_gt(pages->list.count, 2);
}

Test(table, holes_and_overlaps_lose_nothing)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    struct doc_node *row = test_row(layout, table);
    test_cell(layout, row, 0, "หนึ่ง");
    test_cell(layout, row, 0, "สอง");
    test_cell(layout, row, 0, "สาม")->cell.colspan = 5;
    test_cell(layout, test_row(layout, table), 1, "สี่")->cell.rowspan = 9;
    struct pages *pages = test_pages(layout);
    cr_assert_eq(count_role(pages, PAGE_TD), 4 + 3); /* two more columns, and three holes */
    cr_assert_not_null(strstr(test_findings(&layout->diags), "no free place"));
}

Test(table, too_many_columns_are_reported_and_stay_on_the_page)
{
    struct test_layout *layout = test_layout_new();
    enum { COLUMNS = 20 };
    struct doc_node *table = test_table(layout, layout->section, COLUMNS, 0);
    add_row(layout, table, COLUMNS, "ประเมิน");
    test_pages(layout);
    cr_assert_not_null(strstr(test_findings(&layout->diags), "words in its cells are broken"));
    cr_assert_not_null(strstr(test_findings(&layout->diags), "broken inside a word"));
}

Test(table, base_lines_of_a_row_agree)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    struct doc_node *row = test_row(layout, table);
    test_cell(layout, row, 0, "๙๕");
    test_cell(layout, row, 1, "ที่ปรึกษาผู้ยิ่งใหญ่");
    struct pages *pages = test_pages(layout);
    const struct page *page = &pages->list.items[0];
    cr_assert_float_eq(test_find(page, "๙๕")->text.y, test_find(page, "ปรึกษา")->text.y, 1e-9);
}

Test(table, ink_stays_clear_of_rules)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 1, 0);
    for (int i = 0; i < 4; i++)
        add_row(layout, table, 1, "ปู่ฎีกาที่กู้ญู่ปี่ฏุ");
    const struct page *page = &test_pages(layout)->list.items[0];
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_text *text = &page->items.items[i].text;
        for (size_t k = 0; k < page->items.count && page->items.items[i].kind == PAGE_TEXT; k++) {
            const struct page_item *rule = &page->items.items[k];
            if (rule->kind != PAGE_RULE || rule->rect.height > 1 || text->y < 72)
                continue;
            bool clear = text->y - text->run.above > rule->rect.y + 1 || text->y + text->run.below < rule->rect.y - 1;
            cr_assert(clear, "ink at %.2f is at the rule at %.2f", text->y, rule->rect.y);
        }
    }
}

Test(table, ten_thousand_rows)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 5, 1);
    for (int i = 0; i <= 10000; i++)
        add_row(layout, table, 5, "97.75");
    struct pages *pages = test_pages(layout);
    cr_assert_gt(pages->list.count, 300);
}

Test(table, in_a_cell)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    struct doc_node *cell = test_cell(layout, test_row(layout, table), 0, "นอก");
    struct doc_node *inner = test_table(layout, cell, 2, 1);
    add_row(layout, inner, 2, "หัว");
    add_row(layout, inner, 2, "ใน");
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, 1);
    cr_assert_eq(count_role(pages, PAGE_TABLE), 2);
}

Test(table, caption_stays_with_head_and_first_row)
{
    for (int lines = 20; lines < 30; lines++) {
        struct test_layout *layout = test_layout_new();
        for (int i = 0; i < lines; i++)
            test_paragraph(layout, layout->section, "หนึ่งบรรทัด");
        struct doc_node *table = test_table(layout, layout->section, 1, 1);
        table->table.caption = true;
        test_paragraph(layout, table, "คำบรรยาย");
        add_row(layout, table, 1, "หัวตาราง");
        add_row(layout, table, 1, "แถวแรก");
        add_row(layout, table, 1, "แถวสุดท้าย");
        struct pages *pages = test_pages(layout);
        for (size_t i = 0; i < pages->list.count; i++)
            if (test_find(&pages->list.items[i], "คำบรรยาย"))
                cr_assert(test_find(&pages->list.items[i], "หัวตาราง") && test_find(&pages->list.items[i], "แถวแรก"));
        cr_assert_eq(count_role(pages, PAGE_CAPTION), 1);
    }
}

Test(table, rows_that_must_not_be_parted_are_when_they_do_not_fit)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    table->table.split_rows = false;
    struct doc_node *row = test_row(layout, table);
    test_cell(layout, row, 0, "สั้น");
    test_cell(layout, row, 1, test_repeat(layout, "การประเมินคุณธรรมและความโปร่งใส", 200));
    cr_assert_gt(test_pages(layout)->list.count, 1);
}

Test(table, rules_are_joined)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 3, 0);
    for (int i = 0; i < 5; i++)
        add_row(layout, table, 3, "คะแนน");
    const struct page *page = &test_pages(layout)->list.items[0];
    size_t rules = 0;
    for (size_t i = 0; i < page->items.count; i++)
        rules += page->items.items[i].kind == PAGE_RULE;
    cr_assert_eq(rules, 6 + 4);
}

/* Level rules on a page. */
static size_t level_rules(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->items.count; i++)
        count += page->items.items[i].kind == PAGE_RULE && page->items.items[i].rect.height < 1;
    return count;
}

Test(table, joined_rows_have_no_rule_between_them_but_at_a_page_end)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0);
    for (int i = 0; i < 60; i++) {
        add_row(layout, table, 2, "ขั้นตอน");
        for (struct doc_node *cell = table->last->first; cell; cell = cell->next)
            cell->cell.joined = i % 3 != 0;
    }
    struct pages *pages = test_pages(layout);
    cr_assert_geq(pages->list.count, 2, "%zu", pages->list.count);
    size_t rules = 0;
    for (size_t i = 0; i < pages->list.count; i++)
        rules += level_rules(&pages->list.items[i]);
    cr_assert(rules >= 20 + pages->list.count && rules < 20 + 2 * pages->list.count, "%zu", rules); /* 20 groups */
}

Test(table, without_rows)
{
    struct test_layout *layout = test_layout_new();
    test_table(layout, layout->section, 2, 1);
    cr_assert_eq(test_pages(layout)->list.count, 1);
}
