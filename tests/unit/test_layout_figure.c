/* Pictures and codes on pages. */
#include "image/image.h"
#include "test_layout_support.h"

#include <math.h>

TestSuite(layout_figure, .fini = test_layout_done);

static const struct image *picture(struct test_layout *layout, const char *name)
{
    size_t size;
    struct image_fault fault;
    const char *path = arena_printf(layout->arena, "tests/cases/render/pictures/%s", name);
    const char *bytes = test_file(layout->arena, path, &size);
    const struct image *image = image_open(layout->arena, (const unsigned char *)bytes, size, &fault);
    cr_assert_not_null(image);
    return image;
}

static struct doc_node *add_figure(struct test_layout *layout, size_t columns)
{
    struct doc_node *node = doc_add(layout->arena, layout->section, DOC_FIGURE);
    node->figure = (struct doc_figure){.columns = columns, .gap = 10};
    return node;
}

/* With a caption, unless it is NULL. */
static struct doc_node *add_picture(struct test_layout *layout, struct doc_node *figure, const struct image *image,
                                    double share, const char *caption)
{
    struct doc_node *node = doc_add(layout->arena, figure, DOC_PICTURE);
    node->picture =
        (struct doc_picture){.file = "x", .alt = "a house", .kind = DOC_WIDTH_FRACTION, .width = share, .image = image};
    if (caption)
        test_paragraph(layout, node, caption)->style = &layout->cell;
    return node;
}

static void add_caption(struct test_layout *layout, struct doc_node *figure, const char *caption)
{
    test_paragraph(layout, figure, caption)->style = &layout->cell;
    figure->figure.caption = true;
}

/* The n-th item of that kind on a page. */
static const struct page_item *item_at(const struct page *page, enum page_item_kind kind, size_t n)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].kind == kind && n-- == 0)
            return &page->items.items[i];
    return NULL;
}

static size_t count_images(const struct page *page)
{
    size_t count = 0;
    while (item_at(page, PAGE_IMAGE, count))
        count++;
    return count;
}

Test(layout_figure, a_picture_has_its_caption_and_its_place)
{
    struct test_layout *layout = test_layout_new();
    add_picture(layout, add_figure(layout, 1), picture(layout, "house.jpg"), 0.5, "ใต้ภาพ");
    struct pages *pages = test_pages(layout);
    const struct page *page = &pages->list.items[0];
    const struct page_item *image = item_at(page, PAGE_IMAGE, 0), *caption = test_find(page, "ใต้ภาพ");
    double measure = page->width - 144;
    cr_assert_float_eq(image->rect.width, measure / 2, 0.01);
    cr_assert_float_eq(image->rect.height, measure / 2 * 240 / 320, 0.01);
    cr_assert_float_eq(image->rect.x, 72 + measure / 4, 0.01);
    cr_assert_float_eq(image->rect.y, 72, 0.01);
    cr_assert_gt(caption->text.y, image->rect.y + image->rect.height);
    size_t found = 0;
    for (size_t i = 0; i < pages->tags.count; i++)
        if (pages->tags.items[i].role == PAGE_FIGURE && ++found)
            cr_assert(strcmp(pages->tags.items[i].alt, "a house") == 0 &&
                      memcmp(&pages->tags.items[i].box, &image->rect, sizeof image->rect) == 0);
    cr_assert_eq(found, 1);
}

Test(layout_figure, too_high_is_reduced_until_all_is_on_one_page)
{
    struct test_layout *layout = test_layout_new();
    layout->section->section.height = 400;
    struct doc_node *figure = add_figure(layout, 1);
    add_picture(layout, figure, picture(layout, "upright.jpg"), 1, test_repeat(layout, "คำบรรยายภาพ", 30));
    add_caption(layout, figure, "รวม");
    struct pages *pages = test_pages(layout);
    cr_assert_eq(pages->list.count, 1);
    const struct page_item *image = item_at(&pages->list.items[0], PAGE_IMAGE, 0);
    cr_assert_lt(image->rect.height, 250);
    cr_assert_float_eq(image->rect.height / image->rect.width, 320.0 / 240, 0.001);
    cr_assert_eq(layout->diags.list.count, 0, "%s", test_findings(&layout->diags));
}

Test(layout_figure, a_line_of_pixels_stays_on_its_page)
{
    struct test_layout *layout = test_layout_new();
    struct image thin = *picture(layout, "house.jpg");
    thin.width = 1;
    thin.height = 60000;
    add_picture(layout, add_figure(layout, 1), &thin, 1, NULL);
    const struct page_item *image = item_at(&test_pages(layout)->list.items[0], PAGE_IMAGE, 0);
    cr_assert_leq(image->rect.height, layout->section->section.height - 144 + 0.01);
}

Test(layout_figure, rows_stand_on_one_line_and_the_last_in_the_middle)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *figure = add_figure(layout, 3);
    const struct image *wide = picture(layout, "house.jpg"), *high = picture(layout, "upright.jpg");
    for (size_t i = 0; i < 5; i++)
        add_picture(layout, figure, i % 2 ? high : wide, 1, i == 1 ? "สอง" : NULL);
    const struct page *page = &test_pages(layout)->list.items[0];
    const struct page_item *items[5];
    for (size_t i = 0; i < 5; i++)
        items[i] = item_at(page, PAGE_IMAGE, i);
    for (size_t i = 1; i < 3; i++)
        cr_assert_float_eq(items[i]->rect.y + items[i]->rect.height, items[0]->rect.y + items[0]->rect.height, 0.01);
    double step = items[1]->rect.x - items[0]->rect.x;
    cr_assert_float_eq(items[0]->rect.width + 10, step, 0.01);
    cr_assert_float_eq(items[4]->rect.x, items[0]->rect.x + 1.5 * step, 0.01);
    cr_assert_gt(items[3]->rect.y, test_find(page, "สอง")->text.y);
}

Test(layout_figure, pages_end_between_rows)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *figure = add_figure(layout, 2);
    const struct image *image = picture(layout, "house.jpg");
    for (size_t i = 0; i < 12; i++)
        add_picture(layout, figure, image, 1, "ภาพ");
    add_caption(layout, figure, "รวมทั้งหมด");
    struct pages *pages = test_pages(layout);
    size_t total = 0;
    for (size_t i = 0; i < pages->list.count; i++) {
        size_t here = count_images(&pages->list.items[i]);
        cr_assert_eq(here % 2, 0);
        cr_assert_gt(here, 0, "a caption alone");
        total += here;
    }
    cr_assert_eq(total, 12);
    cr_assert_gt(pages->list.count, 1);
    cr_assert_eq(pages->images.count, 1, "one picture, shown often");
}

Test(layout_figure, resolution_is_that_of_the_largest_showing)
{
    struct test_layout *layout = test_layout_new();
    const struct image *large = picture(layout, "large.jpg");
    add_picture(layout, add_figure(layout, 1), large, 0.1, NULL);
    add_picture(layout, add_figure(layout, 1), large, 0.5, NULL);
    struct pages *pages = test_pages(layout);
    double inches = item_at(&pages->list.items[0], PAGE_IMAGE, 1)->rect.width / 72;
    cr_assert_eq(pages->images.count, 1);
    cr_assert_float_eq((double)pages->images.items[0]->data->width, inches * 200, 1);
}

Test(layout_figure, a_document_may_ask_for_another_resolution)
{
    struct test_layout *layout = test_layout_new();
    layout->document.resolution = 72;
    add_picture(layout, add_figure(layout, 1), picture(layout, "large.jpg"), 0.5, NULL);
    struct pages *pages = test_pages(layout);
    double inches = item_at(&pages->list.items[0], PAGE_IMAGE, 0)->rect.width / 72;
    cr_assert_float_eq((double)pages->images.items[0]->data->width, inches * 72, 1);
}

Test(layout_figure, a_code_has_white_around_it)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *node = doc_add(layout->arena, add_figure(layout, 1), DOC_PICTURE);
    node->picture = (struct doc_picture){
        .code = "https://www.example.go.th/", .alt = "a code", .kind = DOC_WIDTH_POINTS, .width = 66};
    const struct page_item *code = item_at(&test_pages(layout)->list.items[0], PAGE_SHAPE, 0);
    cr_assert_float_eq(code->rect.width, 66, 0.01);
    for (size_t i = 0; i < code->rects->list.count; i++) {
        const struct rect *rect = &code->rects->list.items[i];
        cr_assert_geq(rect->x, code->rect.x + 7.99); /* 25 modules and four on either side: of two points */
        cr_assert_leq(rect->x + rect->width, code->rect.x + 66 - 7.99);
        cr_assert_float_eq(rect->height, 2, 0.001);
        cr_assert_float_eq(remainder(rect->x - code->rect.x, 2), 0, 0.001);
    }
    cr_assert_eq(layout->diags.list.count, 0, "%s", test_findings(&layout->diags));
    node->picture.width = 20;
    test_pages(layout);
    cr_assert_eq(layout->diags.warnings, 1, "too small for cameras");
}

Test(layout_figure, a_cell_can_hold_one)
{
    struct test_layout *layout = test_layout_new();
    struct doc_node *table = test_table(layout, layout->section, 2, 0), *row = test_row(layout, table);
    struct doc_node *cell = test_cell(layout, row, 0, "");
    test_cell(layout, row, 1, "ข้าง");
    struct doc_node *figure = doc_add(layout->arena, cell, DOC_FIGURE);
    figure->figure = (struct doc_figure){.columns = 1};
    add_picture(layout, figure, picture(layout, "ring.png"), 1, "ใน")->picture.kind = DOC_WIDTH_AUTO;
    const struct page *page = &test_pages(layout)->list.items[0];
    const struct page_item *image = item_at(page, PAGE_IMAGE, 0);
    cr_assert_float_eq(image->rect.width, 90, 0.01); /* 120 pixels, 96 an inch */
    cr_assert_lt(image->rect.x + image->rect.width, test_find(page, "ข้าง")->text.x);
}
