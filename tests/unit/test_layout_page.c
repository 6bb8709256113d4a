/* Page make-up over slices made by hand: lines ten points high, pages a hundred. */
#include "layout/page_make.h"
#include "test_layout_support.h"

TestSuite(layout_page, .fini = test_layout_done);

struct setting {
    struct arena *arena;
    struct flow flow;
    struct page_ranges pages;
};

static struct setting start(void)
{
    return (struct setting){.arena = test_layout_arena()};
}

static struct slice *add(struct setting *s, double height, double cost)
{
    struct slice *slice = list_add(s->arena, &s->flow.slices);
    *slice = (struct slice){.kind = SLICE_SPACE, .height = height, .cost = cost};
    return slice;
}

static void add_lines(struct setting *s, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(s, 10, 0);
}

/* The number of slices on each page: "10 10 3". */
static const char *pages(struct setting *s)
{
    struct buf out = buf_init(s->arena);
    page_make(s->arena, &s->flow, 100, &s->pages);
    size_t expected = 0;
    for (size_t i = 0; i < s->pages.list.count; i++) {
        struct page_range range = s->pages.list.items[i];
        cr_assert_eq(range.from, expected, "slices are left out");
        expected = range.to;
        buf_printf(&out, "%s%zu", i ? " " : "", range.to - range.from);
    }
    cr_assert_eq(expected, s->flow.slices.count, "slices are lost");
    return out.data;
}

Test(layout_page, full_pages)
{
    struct setting s = start();
    add_lines(&s, 26);
    cr_assert_str_eq(pages(&s), "10 10 6");
}

Test(layout_page, nothing_is_one_empty_page)
{
    struct setting s = start();
    page_make(s.arena, &s.flow, 100, &s.pages);
    cr_assert_eq(s.pages.list.count, 1);
    cr_assert_eq(s.pages.list.items[0].to, 0);
}

Test(layout_page, space_at_the_top_of_a_page_is_left_out)
{
    struct setting s = start();
    add_lines(&s, 10);
    add(&s, 100, 0)->space = 50;
    cr_assert_str_eq(pages(&s), "10 1");
}

Test(layout_page, page_breaks_hold)
{
    struct setting s = start();
    add_lines(&s, 3);
    add(&s, 10, 0)->starts_page = true;
    add_lines(&s, 2);
    cr_assert_str_eq(pages(&s), "3 3");
}

Test(layout_page, a_heading_goes_with_what_follows)
{
    struct setting s = start();
    add_lines(&s, 9);
    add(&s, 10, 0);         /* the heading, at the page's foot */
    add(&s, 10, COST_NEXT); /* its text */
    add_lines(&s, 8);
    cr_assert_str_eq(pages(&s), "9 10");
}

Test(layout_page, no_single_lines_of_a_paragraph)
{
    struct setting s = start();
    add_lines(&s, 9);
    add(&s, 10, 0);
    add(&s, 10, COST_FEW_LINES);
    add(&s, 10, COST_PART_PARAGRAPH);
    add(&s, 10, COST_FEW_LINES);
    add_lines(&s, 4);
    cr_assert_str_eq(pages(&s), "9 8");
}

Test(layout_page, what_is_kept_together_but_too_high_is_parted)
{
    struct setting s = start();
    add_lines(&s, 1);
    for (int i = 0; i < 25; i++)
        add(&s, 10, COST_TOGETHER);
    cr_assert_str_eq(pages(&s), "10 10 6");
}

Test(layout_page, a_lonely_tail_gets_company)
{
    struct setting s = start();
    add_lines(&s, 21);
    pages(&s);
    struct page_range last = s.pages.list.items[s.pages.list.count - 1];
    cr_assert_eq(s.pages.list.count, 3);
    cr_assert_geq(last.to - last.from, 2);
}

/* What cannot be filled stays in one place: pages before it are not left short so that it looks less. */
Test(layout_page, white_is_not_spread)
{
    struct setting s = start();
    add_lines(&s, 15);
    add(&s, 90, 0);
    add_lines(&s, 20);
    cr_assert_str_eq(pages(&s), "10 5 2 10 9");
}

Test(layout_page, a_slice_higher_than_a_page_has_one_for_itself)
{
    struct setting s = start();
    add_lines(&s, 2);
    add(&s, 250, 0);
    add_lines(&s, 2);
    cr_assert_str_eq(pages(&s), "2 1 2");
}

Test(layout_page, filled_pages_are_not_empty)
{
    struct setting s = start();
    add(&s, 0, 0)->fill = 1;
    add_lines(&s, 2);
    add(&s, 10, 0)->starts_page = true;
    cr_assert_str_eq(pages(&s), "3 1");
}

Test(layout_page, many_slices_take_linear_time)
{
    struct setting s = start();
    add_lines(&s, 200000);
    pages(&s);
    cr_assert_eq(s.pages.list.count, 20000);
}
