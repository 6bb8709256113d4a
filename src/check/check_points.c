#include "check/check.h"

#include <string.h>

static const struct value *list_or_empty(struct arena *arena, const struct value *row, const char *key)
{
    const struct value *list = value_member(row, key);
    return list ? list : value_new(arena, VALUE_LIST);
}

/* Is `pointer` the value at `place`, or inside it? */
static bool points_into(const char *pointer, const char *place)
{
    size_t length = strlen(place);
    return strncmp(pointer, place, length) == 0 && (pointer[length] == '\0' || pointer[length] == '/');
}

static bool met_by(const struct check_point *point, const char *pointer)
{
    for (size_t i = 0; i < point->by->count; i++) {
        if (points_into(pointer, point->by->items[i]->text))
            return true;
    }
    return false;
}

static void add_page(struct arena *arena, struct value *pages, const char *label)
{
    if (!pages->count || strcmp(pages->items[pages->count - 1]->text, label) != 0)
        value_add(arena, pages, value_text_new(arena, label));
}

/* The printed number of a page, or its place in the file where it has none. */
static const char *page_name(struct arena *arena, const struct page *page, size_t index)
{
    return page->label && page->label[0] ? page->label : arena_printf(arena, "#%zu", index + 1);
}

/* Looks through one page for words that meet points. */
static void search_page(struct arena *arena, struct check_points *points, const struct page *page, size_t index)
{
    const struct value *last = NULL;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind != PAGE_TEXT || !item->text.origin || item->text.origin == last)
            continue;
        last = item->text.origin;
        const char *pointer = value_pointer(arena, last);
        for (size_t p = 0; p < points->list.count; p++) {
            struct check_point *point = &points->list.items[p];
            if (met_by(point, pointer))
                add_page(arena, point->pages, page_name(arena, page, index));
        }
    }
}

struct check_points check_points(struct arena *arena, const struct value *facts, const struct pages *pages)
{
    struct check_points points = {0};
    const struct value *rows = value_member(facts, "checklist");
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct value *row = rows->items[i];
        *list_add(arena, &points.list) = (struct check_point){
            .code = value_member_text(row, "code", ""),
            .item = value_member_text(row, "item", ""),
            .text = value_member_text(row, "text", ""),
            .optional = value_member_true(row, "optional"),
            .satisfied = value_member_true(row, "satisfied"),
            .by = list_or_empty(arena, row, "by"),
            .missing = list_or_empty(arena, row, "missing"),
            .pages = value_new(arena, VALUE_LIST),
        };
    }
    for (size_t i = 0; pages && i < pages->list.count; i++)
        search_page(arena, &points, &pages->list.items[i], i);
    return points;
}
