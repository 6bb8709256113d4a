/* The steps of a layout in their order. */
#include "layout/layout.h"

#include "layout/catchword.h"
#include "layout/contents.h"
#include "layout/draft_mark.h"
#include "layout/figure.h"
#include "layout/page_make.h"
#include "layout/page_numbers.h"
#include "layout/place.h"

#include <math.h>
#include <string.h>

/* A text area is at least this wide and high, points. */
#define LEAST_AREA 36.0

/* Rooms for page numbers only grow, digit by digit. */
enum { CONTENTS_ROUNDS = 8 };

#define A4_WIDTH (210 * MM_TO_PT)
#define A4_HEIGHT (297 * MM_TO_PT)

/* ---- findings --------------------------------------------------------------------------------------------------- */

static void add_finding(struct layout *layout, enum severity severity, const char *code,
                        const struct doc_origin *origin, struct diag_more more, const char *message)
{
    if (origin->value)
        diag_value(layout->diags, severity, code, origin->value, more, "%s", message);
    else
        diag_at(layout->diags, severity, code, origin->source, origin->offset, more, "%s", message);
}

void layout_report(struct layout *layout, enum severity severity, const char *code, const struct doc_origin *origin,
                   const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_finding(layout, severity, code, origin, (struct diag_more){.hint = hint},
                arena_vprintf(layout->arena, format, arguments));
    va_end(arguments);
}

void layout_say(struct layout *layout, enum severity severity, const char *code, const struct doc_origin *origin,
                struct diag_more more, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_finding(layout, severity, code, origin, more, arena_vprintf(layout->arena, format, arguments));
    va_end(arguments);
}

/* ---- sections to blocks ----------------------------------------------------------------------------------------- */

static struct doc_section usable_setup(struct layout *layout, const struct doc_node *node)
{
    struct doc_section setup = {.width = A4_WIDTH, .height = A4_HEIGHT};
    if (node->kind == DOC_SECTION)
        setup = node->section;
    bool fits =
        setup.width - setup.left - setup.right >= LEAST_AREA && setup.height - setup.top - setup.bottom >= LEAST_AREA;
    if (fits)
        return setup;
    layout_report(layout, SEVERITY_ERROR, "layout-page", &node->origin, NULL,
                  "a page of %.0f by %.0f points leaves no room between its margins", setup.width, setup.height);
    setup.width = fmax(setup.width, LEAST_AREA);
    setup.height = fmax(setup.height, LEAST_AREA);
    setup.left = setup.right = setup.top = setup.bottom = 0;
    return setup;
}

static void add_section(struct layout *layout, const struct doc_node *node, size_t parent)
{
    struct section *section = list_add(layout->arena, &layout->sections);
    *section = (struct section){.node = node,
                                .setup = usable_setup(layout, node),
                                .index = layout->sections.count - 1,
                                .tag = tag_new(layout, parent, PAGE_SECT)};
    section->width = section->setup.width - section->setup.left - section->setup.right;
    section->height = section->setup.height - section->setup.top - section->setup.bottom;
    section->height = fmax(section->height - catchword_room(&section->setup), LEAST_AREA);
    layout->section = section;
    struct block_place place = {.blocks = &section->blocks, .tag = section->tag};
    blocks_add_children(layout, &place, node);
}

/* Blocks that stand outside of sections make one of their own. */
static void add_sections(struct layout *layout)
{
    const struct doc_node *root = layout->document->root;
    size_t tag = tag_new(layout, 0, PAGE_DOCUMENT);
    tag_of(layout, tag)->lang = layout->document->lang;
    bool sections = root->first != NULL;
    for (const struct doc_node *node = root->first; node; node = node->next)
        sections &= node->kind == DOC_SECTION;
    if (!sections) {
        add_section(layout, root, tag);
        return;
    }
    for (const struct doc_node *node = root->first; node; node = node->next)
        add_section(layout, node, tag);
}

/* ---- blocks to pages -------------------------------------------------------------------------------------------- */

static bool has_contents(const struct section *section)
{
    for (size_t i = 0; i < section->blocks.list.count; i++)
        if (section->blocks.list.items[i].kind == BLOCK_CONTENTS)
            return true;
    return false;
}

static void make_section(struct layout *layout, struct section *section)
{
    layout->section = section;
    section->flow.slices.count = 0;
    flow_begin(&section->flow);
    blocks_lay(layout, &section->blocks, 0, section->blocks.list.count, &section->flow, section->width);
    page_make(layout->arena, &section->flow, section->height, &section->pages);
}

/* Sections with contents are made again until every number has room. */
static void make_sections(struct layout *layout)
{
    for (size_t i = 0; i < layout->sections.count; i++)
        make_section(layout, &layout->sections.items[i]);
    page_numbers_count(layout);
    for (int round = 0; !contents_number(layout) && round < CONTENTS_ROUNDS; round++) {
        for (size_t i = 0; i < layout->sections.count; i++)
            if (has_contents(&layout->sections.items[i]))
                make_section(layout, &layout->sections.items[i]);
        page_numbers_count(layout);
    }
}

size_t layout_page_of(const struct layout *layout, const struct mark *mark)
{
    const struct section *section = &layout->sections.items[mark->section];
    size_t low = 0, high = section->pages.list.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (section->pages.list.items[middle].from <= mark->slice)
            low = middle;
        else
            high = middle;
    }
    return section->first_page + low;
}

/* ---- pages to items --------------------------------------------------------------------------------------------- */

static void report_overfull(struct layout *layout, const struct section *section, struct page_range range,
                            const struct page_extent *extent)
{
    const struct slice *slice = &section->flow.slices.items[range.from];
    const struct doc_origin *origin = &section->node->origin;
    if (slice->kind == SLICE_LINE && slice->line->parts)
        origin = &slice->line->parts->block->origin;
    else if (slice->kind == SLICE_ROWS)
        origin = &slice->group->table->node->origin;
    else if (slice->kind == SLICE_FIGURE)
        origin = &slice->figure->figure->node->origin;
    layout_report(layout, SEVERITY_WARNING, "layout-page", origin, NULL,
                  "something %.0f points high stands on a page that has room for %.0f", extent->height,
                  section->height);
}

static void place_page(struct placer *placer, const struct section *section, struct page_range range)
{
    struct page_extent extent = {0};
    for (size_t i = range.from; i < range.to; i++)
        page_extent_add(&extent, &section->flow, range.from, i);
    if (extent.height > section->height + 0.1)
        report_overfull(placer->layout, section, range, &extent);
    double left = fmax(section->height - extent.height, 0), unit = extent.fill > 0 ? left / extent.fill : 0;
    draft_mark_place(placer);
    page_number_place(placer);
    place_slices(placer, &section->flow, range, section->setup.left, section->setup.top, unit);
    place_tag(placer, NO_TAG);
}

/* The items of a draft, in a list of just their number. */
static void keep_items(struct layout *layout, const struct page *draft, struct page *page)
{
    size_t count = draft->items.count;
    page->items.items = arena_array(layout->arena, struct page_item, count);
    page->items.count = page->items.capacity = count;
    if (count)
        memcpy(page->items.items, draft->items.items, count * sizeof *page->items.items);
}

/* Keeps a page that is placed; `next` (NULL: the section ends) has the words that its catchword names. */
static void keep_page(struct placer *placer, const struct section *section, const struct page *next)
{
    struct layout *layout = placer->layout;
    if (next)
        catchword_place(placer, next);
    struct page *page = list_add(layout->arena, &layout->pages->list);
    *page = (struct page){.width = section->setup.width,
                          .height = section->setup.height,
                          .label = page_number(layout, placer->page_index)};
    keep_items(layout, placer->page, page);
}

static void place_section(struct layout *layout, const struct section *section)
{
    struct placer before = {0};
    for (size_t i = 0; i < section->pages.list.count; i++) {
        struct placer placer = {
            .layout = layout, .page = &layout->drafts[i % 2], .tag = NO_TAG, .page_index = section->first_page + i};
        placer.page->items.count = 0;
        place_page(&placer, section, section->pages.list.items[i]);
        if (i)
            keep_page(&before, section, placer.page);
        before = placer;
    }
    if (section->pages.list.count)
        keep_page(&before, section, NULL);
}

struct pages *layout_document(struct arena *arena, const struct document *document, struct text_engine *engine,
                              struct diags *diags)
{
    struct pages *pages = arena_new_of(arena, struct pages);
    *pages = (struct pages){.arena = arena,
                            .title = document->title,
                            .author = document->author,
                            .subject = document->subject,
                            .lang = document->lang};
    struct layout layout = {.arena = arena,
                            .document = document,
                            .engine = engine,
                            .diags = diags,
                            .pages = pages,
                            .breaker = {.arena = arena}};
    add_sections(&layout);
    make_sections(&layout);
    for (size_t i = 0; i < layout.sections.count; i++)
        place_section(&layout, &layout.sections.items[i]);
    figures_make_images(&layout);
    return pages;
}
