/* Pages as text: the stage "pages". */
#include "layout/page.h"

static const char *const role_names[] = {
    [PAGE_DOCUMENT] = "Document",
    [PAGE_SECT] = "Sect",
    [PAGE_H] = "H",
    [PAGE_P] = "P",
    [PAGE_L] = "L",
    [PAGE_LI] = "LI",
    [PAGE_LBL] = "Lbl",
    [PAGE_LBODY] = "LBody",
    [PAGE_TABLE] = "Table",
    [PAGE_CAPTION] = "Caption",
    [PAGE_TR] = "TR",
    [PAGE_TH] = "TH",
    [PAGE_TD] = "TD",
    [PAGE_TOC] = "TOC",
    [PAGE_TOCI] = "TOCI",
    [PAGE_LINK] = "Link",
    [PAGE_FIGURE] = "Figure",
    [PAGE_SPAN] = "Span",
};

enum { INDENT = 2 };

struct dump {
    struct buf *out;
    const struct pages *pages;
    int depth;
};

static void add_numbers(struct buf *out, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_putc(out, ' ');
        buf_number(out, numbers[i], 2);
    }
}

static void add_rect(struct buf *out, const struct rect *rect)
{
    add_numbers(out, (const double[]){rect->x, rect->y, rect->width, rect->height}, 4);
}

/* Element and number; the number tells which pieces on several pages are one. */
static void add_tag(struct dump *dump, size_t id)
{
    const struct page_tag *tag = &dump->pages->tags.items[id];
    buf_puts(dump->out, role_names[tag->role]);
    if (tag->role == PAGE_H)
        buf_printf(dump->out, "%d", tag->level);
    buf_printf(dump->out, " %zu", id);
    if (tag->colspan > 1)
        buf_printf(dump->out, " colspan=%zu", tag->colspan);
    if (tag->rowspan > 1)
        buf_printf(dump->out, " rowspan=%zu", tag->rowspan);
    if (tag->role == PAGE_TH)
        buf_printf(dump->out, " scope=%s", tag->column_header ? "column" : "row");
    if (tag->lang)
        buf_printf(dump->out, " lang=%s", tag->lang);
    if (tag->role == PAGE_FIGURE) {
        buf_puts(dump->out, " alt=");
        buf_json(dump->out, tag->alt);
    }
}

static void add_text(struct buf *out, const struct page_text *text)
{
    buf_puts(out, "text ");
    add_numbers(out, (const double[]){text->x, text->y, text->run.width}, 3);
    buf_printf(out, " %s ", text->run.font->name);
    buf_number(out, text->run.size, 2);
    buf_putc(out, ' ');
    buf_json(out, arena_strndup(out->arena, text->text, text->run.length));
    if (text->space_gap > 0) {
        buf_puts(out, " space+");
        buf_number(out, text->space_gap, 2);
    }
    if (text->cluster_gap > 0) {
        buf_puts(out, " cluster+");
        buf_number(out, text->cluster_gap, 2);
    }
    if (text->origin)
        buf_printf(out, " @%s", value_pointer(out->arena, text->origin));
}

static void add_path(struct buf *out, const struct page_path *path)
{
    buf_puts(out, path->closed ? "path closed" : "path");
    if (path->filled) {
        buf_puts(out, " fill ");
        buf_number(out, path->fill, 2);
    }
    if (path->width > 0) {
        buf_puts(out, " stroke ");
        add_numbers(out, (const double[]){path->width, path->grey, path->dash, path->gap}, path->dash > 0 ? 4 : 2);
    }
    for (size_t i = 0; i < path->count; i++) {
        buf_puts(out, i && path->points[i].begin ? " / " : i ? ", " : ": ");
        add_numbers(out, (const double[]){path->points[i].x, path->points[i].y}, 2);
    }
}

static void add_image(struct buf *out, const struct page_item *item)
{
    const struct image_data *data = item->image->data;
    buf_printf(out, "image %zu ", item->image->id + 1);
    add_rect(out, &item->rect);
    if (data)
        buf_printf(out, " %s %zu %zu", data->jpeg ? "jpeg" : "pixels", data->width, data->height);
}

static void add_drawing(struct buf *out, const struct page_item *item, const char *what, size_t count)
{
    buf_printf(out, "%s of %zu in ", what, count);
    add_rect(out, &item->rect);
}

/* Words of an item that begins or ends nothing. */
static void add_content(struct buf *out, const struct page_item *item)
{
    switch (item->kind) {
    case PAGE_TEXT: add_text(out, &item->text); return;
    case PAGE_RULE:
        buf_puts(out, "rule ");
        add_rect(out, &item->rect);
        buf_puts(out, " grey ");
        buf_number(out, item->grey, 2);
        return;
    case PAGE_LINK_AREA:
        buf_printf(out, "link %s ", item->link);
        add_rect(out, &item->rect);
        return;
    case PAGE_ANCHOR:
        buf_printf(out, "anchor %s ", item->link);
        buf_number(out, item->rect.y, 2);
        return;
    case PAGE_IMAGE: add_image(out, item); return;
    case PAGE_SHAPE: add_drawing(out, item, "shape", item->rects->list.count); return;
    case PAGE_PATH: add_path(out, item->path); return;
    case PAGE_OUTLINE: add_drawing(out, item, "outline", item->outline->list.count); return;
    case PAGE_BEGIN:
    case PAGE_END:
    case PAGE_ARTIFACT_BEGIN:
    case PAGE_ARTIFACT_END: return;
    }
}

static void add_item(struct dump *dump, const struct page_item *item)
{
    if (item->kind == PAGE_END || item->kind == PAGE_ARTIFACT_END) {
        dump->depth--;
        return;
    }
    for (int i = 0; i < dump->depth * INDENT; i++)
        buf_putc(dump->out, ' ');
    if (item->kind == PAGE_BEGIN)
        add_tag(dump, item->tag);
    else if (item->kind == PAGE_ARTIFACT_BEGIN)
        buf_puts(dump->out, "artifact");
    else
        add_content(dump->out, item);
    dump->depth += item->kind == PAGE_BEGIN || item->kind == PAGE_ARTIFACT_BEGIN;
    buf_putc(dump->out, '\n');
}

static void add_page(struct dump *dump, const struct page *page, size_t index)
{
    struct buf *out = dump->out;
    buf_printf(out, "page %zu ", index + 1);
    add_numbers(out, (const double[]){page->width, page->height}, 2);
    buf_puts(out, " label ");
    buf_json(out, page->label);
    buf_putc(out, '\n');
    dump->depth = 1;
    for (size_t i = 0; i < page->items.count; i++)
        add_item(dump, &page->items.items[i]);
}

void pages_dump(struct buf *out, const struct pages *pages)
{
    struct dump dump = {.out = out, .pages = pages};
    buf_puts(out, "title ");
    buf_json(out, pages->title);
    buf_putc(out, '\n');
    for (size_t i = 0; i < pages->outline.count; i++) {
        const struct page_outline *line = &pages->outline.items[i];
        buf_printf(out, "outline %d page %zu ", line->level, line->page + 1);
        buf_json(out, line->title);
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < pages->list.count; i++)
        add_page(&dump, &pages->list.items[i], i);
}
