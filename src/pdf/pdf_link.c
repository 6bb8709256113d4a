/* Links: to places in the file by the names of anchors, and to addresses on the web. */
#include "pdf/pdf_file.h"

#include <stdlib.h>
#include <string.h>

enum { FLAG_PRINT = 4 }; /* of an annotation; PDF/A asks for it */

struct anchor {
    const char *name;
    size_t page;
    double y;
};

struct pdf_anchors {
    LIST(struct anchor) list; /* sorted by name */
};

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct anchor *)a)->name, ((const struct anchor *)b)->name);
}

struct pdf_anchors *pdf_anchors_find(struct pdf_file *file)
{
    struct pdf_anchors *anchors = arena_new_of(file->arena, struct pdf_anchors);
    for (size_t i = 0; i < file->pages->list.count; i++) {
        const struct page *page = &file->pages->list.items[i];
        for (size_t k = 0; k < page->items.count; k++) {
            const struct page_item *item = &page->items.items[k];
            if (item->kind == PAGE_ANCHOR)
                *list_add(file->arena, &anchors->list) = (struct anchor){item->link, i, item->rect.y};
        }
    }
    if (anchors->list.count)
        qsort(anchors->list.items, anchors->list.count, sizeof *anchors->list.items, compare);
    return anchors;
}

static const struct anchor *lookup(const struct pdf_anchors *anchors, const char *name)
{
    struct anchor wanted = {.name = name};
    if (!anchors->list.count)
        return NULL;
    return bsearch(&wanted, anchors->list.items, anchors->list.count, sizeof wanted, compare);
}

/* An address may hold ASCII alone (12.6.4.7). */
static const char *address_of(struct arena *arena, const char *link)
{
    struct buf out = buf_init(arena);
    for (; *link; link++) {
        if (*link > ' ' && *link <= '~')
            buf_putc(&out, *link);
        else
            buf_printf(&out, "%%%02X", (unsigned)(unsigned char)*link);
    }
    return out.data;
}

/* Where a link leads: an anchor, or its address (NULL). */
static void put_target(struct pdf_file *file, HPDF_Dict dict, const char *link, const struct anchor *anchor)
{
    struct haru *haru = file->haru;
    if (anchor) {
        haru_destination(haru, dict, "Dest", file->page_objects[anchor->page],
                         file->pages->list.items[anchor->page].height - anchor->y);
    } else {
        HPDF_Dict action = haru_dict(haru, dict, "A");
        haru_name(haru, action, "S", "URI");
        haru_ascii(haru, action, "URI", address_of(file->arena, link));
    }
}

static void put_rect(struct pdf_file *file, HPDF_Dict dict, struct rect rect, double page_height)
{
    struct buf entries = buf_init(file->arena);
    const double corners[] = {rect.x, page_height - rect.y - rect.height, rect.x + rect.width, page_height - rect.y};
    buf_puts(&entries, "/Border[0 0 0]/Rect[");
    for (size_t i = 0; i < 4; i++) {
        buf_number(&entries, corners[i], 2);
        buf_putc(&entries, i < 3 ? ' ' : ']');
    }
    buf_putc(&entries, '\n');
    haru_raw(file->haru, dict, entries);
}

static HPDF_Dict link_of(struct pdf_file *file, const struct page_item *item, const struct anchor *anchor,
                         double page_height)
{
    struct haru *haru = file->haru;
    HPDF_Dict dict = haru_object(haru);
    haru_name(haru, dict, "Type", "Annot");
    haru_name(haru, dict, "Subtype", "Link");
    haru_integer(haru, dict, "F", FLAG_PRINT);
    put_rect(file, dict, item->rect, page_height);
    put_target(file, dict, item->link, anchor);
    return dict;
}

void pdf_links(struct pdf_file *file, const struct pdf_anchors *anchors, size_t index)
{
    const struct page *page = &file->pages->list.items[index];
    HPDF_Array list = NULL;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind != PAGE_LINK_AREA)
            continue;
        const struct anchor *anchor = item->link[0] == '#' ? lookup(anchors, item->link + 1) : NULL;
        if (item->link[0] == '#' && !anchor) {
            diag_at(file->haru->diags, SEVERITY_WARNING, "link-target", NULL, 0, (struct diag_more){0},
                    "nothing is named \"%s\", so a link leads nowhere", item->link + 1);
            continue;
        }
        if (!list)
            list = haru_array(file->haru, file->page_objects[index], "Annots");
        haru_add(file->haru, list, link_of(file, item, anchor, page->height));
    }
}
