/* Ways through the file: bookmarks and page labels. */
#include "pdf/pdf_file.h"

#include "base/thai.h"

#include <string.h>

enum { LEVELS = 16, TITLE_BYTES = 600, OPEN_LEVEL = 1 };

/* ---- bookmarks -------------------------------------------------------------------------------------------------- */

/* A bookmark is a line in a side bar: a heading of a page's length is not repeated there. */
static const char *short_title(struct arena *arena, const char *title)
{
    size_t length = strlen(title), end = 0;
    if (length <= TITLE_BYTES)
        return title;
    for (size_t next = 0; next <= TITLE_BYTES; next = thai_cluster_end(title, length, next))
        end = next;
    return arena_printf(arena, "%.*s…", (int)end, title);
}

void pdf_outline(struct pdf_file *file)
{
    struct haru *haru = file->haru;
    HPDF_Outline path[LEVELS] = {NULL}; /* the last bookmark of each level, at level - 1 */
    int levels[LEVELS] = {0}, depth = 0;
    for (size_t i = 0; i < file->pages->outline.count; i++) {
        const struct page_outline *entry = &file->pages->outline.items[i];
        haru->doing = arena_printf(file->arena, "the bookmark of a heading on page %zu", entry->page + 1);
        while (depth && (levels[depth - 1] >= entry->level || depth == LEVELS))
            depth--;
        HPDF_Outline parent = depth ? path[depth - 1] : NULL;
        path[depth] = haru_bookmark(haru, parent, short_title(file->arena, entry->title), depth < OPEN_LEVEL);
        levels[depth++] = entry->level;
        haru_destination(haru, path[depth - 1], "Dest", file->page_objects[entry->page],
                         file->pages->list.items[entry->page].height - entry->y);
    }
    if (file->pages->outline.count)
        haru_name(haru, haru->doc->catalog, "PageMode", "UseOutlines");
}

/* ---- page labels ------------------------------------------------------------------------------------------------ */

/* The number of a label in plain digits, or 0. */
static int number_of(const char *label)
{
    int number = 0;
    for (const char *digit = label; *digit; digit++) {
        if (*digit < '0' || *digit > '9' || label[0] == '0' || digit - label > 5)
            return 0;
        number = number * 10 + (*digit - '0');
    }
    return number;
}

/* True when the label follows from the range that the one before is in. */
static bool follows(const char *label, const char *before)
{
    int number = number_of(label);
    return number ? number == number_of(before) + 1 && number > 1 : strcmp(label, before) == 0;
}

static void add_range(struct haru *haru, HPDF_Array ranges, size_t page, const char *label)
{
    int number = number_of(label);
    haru_add_integer(haru, ranges, (int)page);
    HPDF_Dict range = haru_add_dict(haru, ranges);
    if (number) {
        haru_name(haru, range, "S", "D");
        haru_integer(haru, range, "St", number);
    } else if (*label) {
        haru_text(haru, range, "P", label);
    }
}

void pdf_page_labels(struct pdf_file *file)
{
    struct haru *haru = file->haru;
    const struct page *pages = file->pages->list.items;
    size_t count = file->pages->list.count, first = 0;
    while (first < count && !*pages[first].label)
        first++;
    if (first == count)
        return;
    haru->doing = "the page labels";
    HPDF_Array ranges = haru_array(haru, haru_dict(haru, haru->doc->catalog, "PageLabels"), "Nums");
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !follows(pages[i].label, pages[i - 1].label))
            add_range(haru, ranges, i, pages[i].label);
    }
}
