/* Charts on pages: where numbers are drawn. */
#include "test_layout_support.h"

#include <math.h>

TestSuite(layout_chart, .fini = test_layout_done);

struct test_chart {
    struct test_layout *layout;
    struct doc_node *node;
    struct doc_chart *chart;
    struct doc_chart_row rows[12];
    struct doc_chart_tick ticks[6];
    struct pages *pages;
    const struct page *page;
};

static const struct doc_node *add_words(struct test_chart *chart, const char *text)
{
    struct doc_node *words = test_paragraph(chart->layout, chart->node, text);
    words->style = &chart->layout->cell;
    return words;
}

static struct test_chart chart_new(struct test_layout *layout, enum doc_chart_kind kind, double from, double to)
{
    struct doc_node *figure = doc_add(layout->arena, layout->section, DOC_FIGURE);
    struct test_chart chart = {.layout = layout, .node = doc_add(layout->arena, figure, DOC_PICTURE)};
    figure->figure = (struct doc_figure){.columns = 1, .gap = 10};
    chart.chart = arena_new_of(layout->arena, struct doc_chart);
    *chart.chart = (struct doc_chart){.kind = kind, .from = from, .to = to};
    chart.node->picture = (struct doc_picture){.alt = "what it shows", .chart = chart.chart};
    return chart;
}

static void add_row(struct test_chart *chart, const char *label, double number, double max)
{
    struct doc_chart_row *row = &chart->rows[chart->chart->row_count++];
    *row = (struct doc_chart_row){.number = number, .max = max};
    row->label = add_words(chart, label);
    row->value = add_words(chart, arena_printf(chart->layout->arena, "%g", number));
}

static void set_threshold(struct test_chart *chart, double threshold, const char *label)
{
    chart->chart->threshold = threshold;
    chart->chart->threshold_label = add_words(chart, label);
    for (size_t i = 0; i < chart->chart->row_count; i++)
        chart->rows[i].below = chart->rows[i].number < threshold;
}

/* Adds ticks at both ends, lays out, and checks the Figure. */
static void lay(struct test_chart *chart)
{
    for (size_t i = 0; i < 2; i++) {
        double number = i ? chart->chart->to : chart->chart->from;
        const char *words = arena_printf(chart->layout->arena, "t%g", number);
        chart->ticks[chart->chart->tick_count++] = (struct doc_chart_tick){add_words(chart, words), number};
    }
    chart->chart->ticks = chart->ticks;
    chart->chart->rows = chart->rows;
    chart->pages = test_pages(chart->layout);
    chart->page = &chart->pages->list.items[0];
    cr_assert_eq(chart->layout->diags.list.count, 0, "%s", test_findings(&chart->layout->diags));
    for (size_t i = 0; i < chart->pages->tags.count; i++)
        if (chart->pages->tags.items[i].role == PAGE_FIGURE)
            cr_assert_str_eq(chart->pages->tags.items[i].alt, "what it shows");
}

/* The n-th path that looks so; NULL: there are fewer. */
static const struct page_item *path_at(const struct test_chart *chart, size_t n,
                                       bool (*looks)(const struct page_path *path))
{
    for (size_t i = 0; i < chart->page->items.count; i++) {
        const struct page_item *item = &chart->page->items.items[i];
        if (item->kind == PAGE_PATH && looks(item->path) && n-- == 0)
            return item;
    }
    return NULL;
}

static bool is_bar(const struct page_path *path)
{
    return path->filled && path->fill > 0.1 && path->fill < 0.9;
}

static bool is_frame(const struct page_path *path)
{
    return path->filled && path->fill > 0.9 && path->width > 0;
}

static bool is_hatching(const struct page_path *path)
{
    return !path->filled && path->count > 4 && path->points[2].begin;
}

static bool is_break(const struct page_path *path)
{
    return path->filled && path->fill > 0.9 && path->width <= 0;
}

static bool is_dashed(const struct page_path *path)
{
    return path->dash > 0;
}

static bool is_dot(const struct page_path *path)
{
    return path->filled && path->fill <= 0 && path->count == 16;
}

/* The middle of the n-th point. */
static struct page_point dot_at(const struct test_chart *chart, size_t n)
{
    const struct page_item *dot = path_at(chart, n, is_dot);
    cr_assert_not_null(dot);
    return (struct page_point){dot->rect.x + dot->rect.width / 2, dot->rect.y + dot->rect.height / 2, false};
}

static void is_about(double is, double wanted)
{
    cr_assert_float_eq(is, wanted, 0.01, "%g is not %g", is, wanted);
}

Test(layout_chart, bars_are_as_long_as_their_numbers)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_BARS, 0, 100);
    add_row(&chart, "หนึ่ง", 100, 0);
    add_row(&chart, "สอง", 50, 0);
    add_row(&chart, "สาม", 0, 0);
    lay(&chart);
    const struct rect *whole = &path_at(&chart, 0, is_bar)->rect, *half = &path_at(&chart, 1, is_bar)->rect;
    is_about(half->width, whole->width / 2);
    is_about(path_at(&chart, 2, is_bar)->rect.width, 0);
    is_about(half->x, whole->x);
    is_about(half->height, whole->height);
    cr_assert_gt(half->y, whole->y + whole->height);
    cr_assert_lt(test_find(chart.page, "หนึ่ง")->text.x, whole->x);
    cr_assert_gt(test_find(chart.page, "50")->text.x, whole->x + whole->width);
    cr_assert_null(path_at(&chart, 0, is_break));
}

Test(layout_chart, bars_that_do_not_begin_at_nought_are_broken)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_BARS, 80, 100);
    add_row(&chart, "หนึ่ง", 100, 0);
    add_row(&chart, "สอง", 85, 0);
    lay(&chart);
    is_about(path_at(&chart, 1, is_bar)->rect.width, path_at(&chart, 0, is_bar)->rect.width / 4);
    cr_assert_not_null(path_at(&chart, 1, is_break));
}

Test(layout_chart, bars_below_the_threshold_are_hatched_within_their_sides)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_BARS, 0, 100);
    add_row(&chart, "หนึ่ง", 100, 0);
    add_row(&chart, "สอง", 50, 0);
    set_threshold(&chart, 75, "เกณฑ์");
    lay(&chart);
    const struct rect *whole = &path_at(&chart, 0, is_bar)->rect;
    const struct rect *hatching = &path_at(&chart, 0, is_hatching)->rect, *line = &path_at(&chart, 0, is_dashed)->rect;
    cr_assert_null(path_at(&chart, 1, is_bar));
    cr_assert(hatching->x >= whole->x && hatching->x + hatching->width <= whole->x + whole->width / 2 + 0.01);
    cr_assert_leq(hatching->height, whole->height + 0.01);
    is_about(line->x, whole->x + 0.75 * whole->width);
    is_about(line->width, 0);
    cr_assert_lt(test_find(chart.page, "เกณฑ์")->text.y, line->y);
}

Test(layout_chart, weighted_bars_stand_in_frames_of_their_maximum)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_WEIGHTED, 0, 40);
    add_row(&chart, "หนึ่ง", 15, 30);
    add_row(&chart, "สอง", 40, 40);
    lay(&chart);
    const struct rect *frame = &path_at(&chart, 0, is_frame)->rect, *longest = &path_at(&chart, 1, is_frame)->rect;
    is_about(frame->width, longest->width * 30 / 40);
    is_about(path_at(&chart, 0, is_bar)->rect.width, frame->width / 2);
    is_about(path_at(&chart, 1, is_bar)->rect.width, longest->width);
}

Test(layout_chart, points_of_a_line_stand_at_even_steps_and_at_their_heights)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_LINE, 60, 100);
    add_row(&chart, "2564", 60, 0);
    add_row(&chart, "2565", 100, 0);
    add_row(&chart, "2566", 70, 0);
    set_threshold(&chart, 90, "เกณฑ์");
    lay(&chart);
    struct page_point a = dot_at(&chart, 0), b = dot_at(&chart, 1), c = dot_at(&chart, 2);
    is_about(b.x - a.x, c.x - b.x);
    is_about((a.y - c.y) / (a.y - b.y), 0.25);
    is_about((a.y - path_at(&chart, 0, is_dashed)->rect.y) / (a.y - b.y), 0.75);
    cr_assert_lt(test_find(chart.page, "100")->text.y, b.y);
    cr_assert_gt(test_find(chart.page, "2566")->text.y, a.y);
}

Test(layout_chart, numbers_of_a_line_lie_on_no_line)
{
    static const double numbers[] = {10, 90, 20, 50, 52, 50, 95, 3};
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_LINE, 0, 100);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        add_row(&chart, arena_printf(chart.layout->arena, "x%zu", i), numbers[i], 0);
    lay(&chart);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const struct page_item *words = NULL;
        for (size_t j = 0; j < chart.page->items.count && !words; j++)
            if (chart.page->items.items[j].kind == PAGE_TEXT && chart.page->items.items[j].text.origin == NULL &&
                atof(chart.page->items.items[j].text.text) == numbers[i])
                words = &chart.page->items.items[j];
        cr_assert_not_null(words);
        double middle = words->text.x + words->text.run.width / 2, y = words->text.y - 4;
        for (size_t j = 0; j + 1 < sizeof numbers / sizeof *numbers; j++) {
            struct page_point a = dot_at(&chart, j), b = dot_at(&chart, j + 1);
            double at = a.y + (middle - a.x) / (b.x - a.x) * (b.y - a.y);
            cr_assert(middle < a.x || middle > b.x || fabs(at - y) > 3, "%g", numbers[i]);
        }
    }
}

Test(layout_chart, points_of_a_radar_stand_on_axes_around_the_middle)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_RADAR, 0, 100);
    add_row(&chart, "บน", 100, 0);
    add_row(&chart, "ขวา", 50, 0);
    add_row(&chart, "ล่าง", 100, 0);
    add_row(&chart, "ซ้าย", 25, 0);
    lay(&chart);
    struct page_point up = dot_at(&chart, 0), right = dot_at(&chart, 1), down = dot_at(&chart, 2);
    struct page_point left = dot_at(&chart, 3);
    double x = up.x, y = (up.y + down.y) / 2, radius = down.y - y;
    is_about(x, chart.page->width / 2);
    is_about(down.x, x);
    is_about(right.y, y);
    is_about(right.x, x + radius / 2);
    is_about(left.x, x - radius / 4);
    cr_assert_lt(test_find(chart.page, "บน")->text.y, up.y);
    cr_assert_gt(test_find(chart.page, "ขวา")->text.x, x + radius);
    cr_assert_lt(test_find(chart.page, "ซ้าย")->text.x, x - radius);
}

Test(layout_chart, the_scale_of_a_radar_lies_on_no_line)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_RADAR, 0, 100);
    add_row(&chart, "บน", 85, 0);
    add_row(&chart, "ขวา", 62, 0);
    add_row(&chart, "ซ้าย", 95, 0);
    for (size_t i = 1; i < 5; i++) {
        const char *words = arena_printf(chart.layout->arena, "t%zu", i * 20);
        chart.ticks[chart.chart->tick_count++] = (struct doc_chart_tick){add_words(&chart, words), (double)i * 20};
    }
    lay(&chart);
    struct page_point top = dot_at(&chart, 0);
    for (size_t i = 0; i < 5; i++) {
        const struct page_text *tick = &test_find(chart.page, arena_printf(chart.layout->arena, "t%zu", i * 20))->text;
        for (size_t j = 1; j < 3; j++) {
            struct page_point end = dot_at(&chart, j);
            double share = (tick->y - 3 - top.y) / (end.y - top.y), x = top.x + share * (end.x - top.x);
            cr_assert(share < 0 || share > 1 || x < tick->x || x > tick->x + tick->run.width, "%s", tick->text);
        }
    }
}

Test(layout_chart, labels_of_a_radar_do_not_lie_on_each_other)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_RADAR, 0, 100);
    for (size_t i = 0; i < 12; i++)
        add_row(&chart, test_repeat(chart.layout, "คำอธิบายแกน", i % 3 ? 4 : 6), 90 + (double)i / 2, 0);
    lay(&chart);
    for (size_t i = 0; i < chart.page->items.count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct page_item *a = &chart.page->items.items[i], *b = &chart.page->items.items[j];
            if (a->kind != PAGE_TEXT || b->kind != PAGE_TEXT || *a->text.text == 't' || *b->text.text == 't')
                continue;
            bool beside =
                a->text.x + a->text.run.width <= b->text.x + 0.01 || b->text.x + b->text.run.width <= a->text.x + 0.01;
            cr_assert(beside || fabs(a->text.y - b->text.y) > 8);
        }
}

Test(layout_chart, long_labels_are_broken_into_lines)
{
    struct test_chart chart = chart_new(test_layout_new(), DOC_CHART_BARS, 0, 100);
    add_row(&chart, test_repeat(chart.layout, "การเปิดเผยข้อมูลสาธารณะ", 8), 90, 0);
    add_row(&chart, "สั้น", 50, 0);
    lay(&chart);
    const struct rect *bar = &path_at(&chart, 0, is_bar)->rect;
    cr_assert_gt(bar->width, (chart.page->width - 144) / 5);
    cr_assert_lt(bar->x, chart.page->width / 2);
}

Test(layout_chart, higher_than_a_page_is_an_error)
{
    struct test_layout *layout = test_layout_new();
    layout->section->section.height = 250;
    struct test_chart chart = chart_new(layout, DOC_CHART_BARS, 0, 100);
    for (int i = 0; i < 12; i++)
        add_row(&chart, "ป้าย", 50, 0);
    chart.chart->rows = chart.rows;
    layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    cr_assert_eq(layout->diags.errors, 1, "%s", test_findings(&layout->diags));
}
