#include "test_layout_support.h"

static struct arena *arenas[64];
static size_t arena_count;

struct arena *test_layout_arena(void)
{
    cr_assert_lt(arena_count, sizeof arenas / sizeof *arenas);
    return arenas[arena_count++] = test_arena();
}

void test_layout_done(void)
{
    while (arena_count)
        arena_free(arenas[--arena_count]);
}

static const char manifest[] =
    "{ \"default\": \"Laksaman\", \"folders\": [ \"/usr/share/fonts/truetype/tlwg\" ],"
    "  \"families\": { \"Laksaman\": { \"regular\": \"Laksaman.ttf\", \"bold\": \"Laksaman-Bold.ttf\","
    "    \"italic\": \"Laksaman-Italic.ttf\", \"bold_italic\": \"Laksaman-BoldItalic.ttf\" } } }";

static bool load_font(void *user, const char *path, const unsigned char **data, size_t *size)
{
    struct arena *arena = user;
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    struct buf bytes = buf_init(arena);
    char block[8192];
    for (size_t got; (got = fread(block, 1, sizeof block, file));)
        buf_add(&bytes, block, got);
    fclose(file);
    *data = (const unsigned char *)bytes.data;
    *size = bytes.length;
    return true;
}

static struct text_engine *make_engine(struct arena *arena, struct diags *diags)
{
    struct font_files files = {.load = load_font, .user = arena};
    struct value *words = test_json(arena, test_file(arena, "templates/data/words-breaking.json", NULL));
    struct thai_breaker *breaker = thai_breaker_new(arena, words, NULL, diags);
    cr_assert_not_null(breaker);
    struct text_engine_parts parts = {.fonts = font_set_new(arena, test_json(arena, manifest), files),
                                      .breaker = breaker};
    return text_engine_new(arena, parts);
}

static void make_styles(struct test_layout *layout)
{
    struct doc_style body = {.name = "body",
                             .family = "Laksaman",
                             .size = 16,
                             .leading = 24,
                             .align = DOC_JUSTIFY,
                             .first_indent = 60,
                             .after = 6,
                             .lines_top = 2,
                             .lines_bottom = 2};
    layout->body = layout->item = layout->heading = layout->title = layout->cell = layout->contents = body;
    layout->item.first_indent = layout->heading.first_indent = layout->title.first_indent = 0;
    layout->heading.bold = layout->title.bold = layout->heading.keep_with_next = true;
    layout->heading.align = DOC_LEFT;
    layout->heading.size = 18;
    layout->title.align = DOC_CENTER;
    layout->cell.size = 14;
    layout->cell.leading = 20;
    layout->cell.first_indent = layout->cell.after = layout->contents.first_indent = 0;
    layout->cell.align = DOC_LEFT;
}

struct test_layout *test_layout_new(void)
{
    struct arena *arena = test_layout_arena();
    struct test_layout *layout = arena_new_of(arena, struct test_layout);
    layout->arena = arena;
    layout->diags = diags_init(arena);
    layout->engine = make_engine(arena, &layout->diags);
    make_styles(layout);
    layout->document = (struct document){
        .root = doc_add(arena, NULL, DOC_ROOT), .title = "A title", .lang = "th-TH", .body = &layout->body};
    layout->section = test_section(layout);
    return layout;
}

struct doc_node *test_section(struct test_layout *layout)
{
    struct doc_node *node = doc_add(layout->arena, layout->document.root, DOC_SECTION);
    node->section = (struct doc_section){.width = 595,
                                         .height = 842,
                                         .top = 72,
                                         .right = 72,
                                         .bottom = 72,
                                         .left = 72,
                                         .number_place = DOC_TOP_CENTER,
                                         .number_format = "- # -",
                                         .number_first_page = true,
                                         .number_style = &layout->cell};
    return node;
}

static void set_text(struct test_layout *layout, struct doc_node *node, const char *text)
{
    struct doc_run *run = arena_new_of(layout->arena, struct doc_run);
    run->text = text;
    node->runs = run;
    node->run_count = 1;
}

struct doc_node *test_paragraph(struct test_layout *layout, struct doc_node *parent, const char *text)
{
    struct doc_node *node = doc_add(layout->arena, parent, DOC_PARAGRAPH);
    node->style = parent->kind == DOC_CELL ? &layout->cell : parent->kind == DOC_ITEM ? &layout->item : &layout->body;
    set_text(layout, node, text);
    return node;
}

struct doc_node *test_heading(struct test_layout *layout, struct doc_node *parent, const char *label, const char *text)
{
    struct doc_node *node = doc_add(layout->arena, parent, DOC_HEADING);
    node->style = &layout->heading;
    node->heading = (struct doc_heading){.level = 1, .label = label, .anchor = text, .in_contents = true};
    set_text(layout, node, text);
    return node;
}

struct doc_node *test_list(struct test_layout *layout, struct doc_node *parent)
{
    struct doc_node *node = doc_add(layout->arena, parent, DOC_LIST);
    node->list = (struct doc_list){.indent = 20, .tight = true};
    return node;
}

struct doc_node *test_item(struct test_layout *layout, struct doc_node *list, const char *label, const char *text)
{
    struct doc_node *node = doc_add(layout->arena, list, DOC_ITEM);
    node->label = label;
    if (text)
        test_paragraph(layout, node, text);
    return node;
}

struct doc_node *test_table(struct test_layout *layout, struct doc_node *parent, size_t columns, size_t header_rows)
{
    struct doc_node *node = doc_add(layout->arena, parent, DOC_TABLE);
    node->style = &layout->cell;
    node->table = (struct doc_table){.columns = arena_array(layout->arena, struct doc_column, columns),
                                     .column_count = columns,
                                     .header_rows = header_rows,
                                     .padding_x = 4,
                                     .padding_y = 2,
                                     .split_rows = true,
                                     .continued = "(ต่อ)"};
    return node;
}

struct doc_node *test_row(struct test_layout *layout, struct doc_node *table)
{
    return doc_add(layout->arena, table, DOC_ROW);
}

struct doc_node *test_cell(struct test_layout *layout, struct doc_node *row, size_t column, const char *text)
{
    struct doc_node *node = doc_add(layout->arena, row, DOC_CELL);
    node->cell = (struct doc_cell){.column = column, .colspan = 1, .rowspan = 1};
    if (*text)
        test_paragraph(layout, node, text);
    return node;
}

char *test_repeat(struct test_layout *layout, const char *text, size_t count)
{
    struct buf out = buf_init(layout->arena);
    for (size_t i = 0; i < count; i++)
        buf_printf(&out, "%s%s", i ? " " : "", text);
    return out.data;
}

/* ---- what always holds ------------------------------------------------------------------------------------------ */

char *test_squeeze(struct arena *arena, const char *text)
{
    struct buf out = buf_init(arena);
    for (; *text; text++) {
        if (strncmp(text, "\xe2\x80\x8b", 3) == 0 || strncmp(text, "\xe2\x81\xa0", 3) == 0)
            text += 2;
        else if (!strchr(" \n", *text))
            buf_putc(&out, *text);
    }
    return out.data;
}

static void add_words(struct buf *out, const struct page *page, bool artifacts)
{
    bool inside = false;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind == PAGE_ARTIFACT_BEGIN || item->kind == PAGE_ARTIFACT_END)
            inside = item->kind == PAGE_ARTIFACT_BEGIN;
        if (item->kind == PAGE_TEXT && inside == artifacts)
            buf_add(out, item->text.text, item->text.run.length);
    }
}

char *test_page_words(struct test_layout *layout, const struct page *page, bool artifacts)
{
    struct buf out = buf_init(layout->arena);
    add_words(&out, page, artifacts);
    return test_squeeze(layout->arena, out.data);
}

static bool has_contents(const struct doc_node *node)
{
    for (const struct doc_node *child = node->first; child; child = child->next)
        if (child->kind == DOC_CONTENTS || has_contents(child))
            return true;
    return false;
}

/* Rows that go on over a page interleave their cells, so words are compared as a whole only where there are no tables;
 * else as many bytes must be there as were given. */
static void check_words(struct test_layout *layout, const struct pages *pages)
{
    struct buf wanted = buf_init(layout->arena), found = buf_init(layout->arena);
    doc_text(&wanted, &layout->document);
    for (size_t i = 0; i < pages->list.count; i++)
        add_words(&found, &pages->list.items[i], false);
    char *left = test_squeeze(layout->arena, wanted.data), *right = test_squeeze(layout->arena, found.data);
    bool tables = false;
    for (size_t i = 0; i < pages->tags.count; i++)
        tables |= pages->tags.items[i].role == PAGE_TABLE;
    if (has_contents(layout->document.root))
        return; /* the contents say things twice */
    if (tables)
        cr_assert_eq(strlen(left), strlen(right), "%zu bytes of words became %zu", strlen(left), strlen(right));
    else
        cr_assert_str_eq(left, right);
}

static void check_place(const struct page *page, const struct doc_section *setup, const struct page_item *item)
{
    double left = setup->left - 0.1, right = setup->width - setup->right + 0.1;
    if (item->kind == PAGE_TEXT) {
        cr_assert_geq(item->text.x, left);
        cr_assert_leq(item->text.x + item->text.run.width, right, "\"%.*s\" ends at %.2f", (int)item->text.run.length,
                      item->text.text, item->text.x + item->text.run.width);
        if (!setup->catchword)
            cr_assert_leq(item->text.y, page->height - setup->bottom);
    } else if (item->kind == PAGE_RULE) {
        cr_assert_geq(item->rect.x, left - 0.5);
        cr_assert_leq(item->rect.x + item->rect.width, right + 0.5);
        cr_assert_leq(item->rect.y + item->rect.height, page->height - setup->bottom + 0.6);
    }
}

static void check_structure(const struct pages *pages, const struct page *page)
{
    size_t open[512], depth = 0;
    int artifact = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        if (item->kind == PAGE_BEGIN) {
            const struct page_tag *tag = &pages->tags.items[item->tag];
            cr_assert_eq(artifact, 0);
            cr_assert_eq(tag->parent, depth ? open[depth - 1] : item->tag);
            cr_assert_lt(depth, 512);
            open[depth++] = item->tag;
        } else if (item->kind == PAGE_END) {
            cr_assert_gt(depth, 0);
            cr_assert_eq(open[--depth], item->tag);
        } else if (item->kind == PAGE_ARTIFACT_BEGIN) {
            cr_assert_eq(artifact++, 0);
        } else if (item->kind == PAGE_ARTIFACT_END) {
            cr_assert_eq(artifact--, 1);
        } else if (item->kind == PAGE_TEXT) {
            cr_assert(artifact || depth > 1, "text outside of the structure");
        }
    }
    cr_assert_eq(depth, 0);
    cr_assert_eq(artifact, 0);
}

struct pages *test_pages(struct test_layout *layout)
{
    struct pages *pages = layout_document(layout->arena, &layout->document, layout->engine, &layout->diags);
    const struct doc_section *setup = &layout->section->section;
    cr_assert_not_null(pages);
    cr_assert_gt(pages->list.count, 0);
    for (size_t i = 0; i < pages->list.count; i++) {
        const struct page *page = &pages->list.items[i];
        check_structure(pages, page);
        for (size_t k = 0; k < page->items.count; k++)
            check_place(page, setup, &page->items.items[k]);
    }
    check_words(layout, pages);
    return pages;
}

const struct page_item *test_find(const struct page *page, const char *words)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const struct page_item *item = &page->items.items[i];
        size_t length = item->kind == PAGE_TEXT ? item->text.run.length : 0, wanted = strlen(words);
        for (size_t at = 0; at + wanted <= length; at++)
            if (memcmp(item->text.text + at, words, wanted) == 0)
                return item;
    }
    return NULL;
}
