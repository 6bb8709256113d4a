#include "template/build.h"

#include <string.h>

static const char CODE[] = "template-block";

/* The words of a block. */
static const struct marked *text_of(struct build *b, const struct value *text)
{
    struct marked *marked = &b->scratch.block;
    marked_reset(marked);
    marked_add_own(marked, text);
    return marked;
}

static void add_heading(struct build *b, const struct value *block, const struct scope *scope)
{
    const struct marked *text = text_of(b, value_member(block, "text"));
    int64_t level = value_member_integer(block, "level", 2);
    struct build_heading heading = {.level = level >= 1 && level <= NUMBERING_LEVELS ? (int)level : 2,
                                    .anchor = value_member_text(block, "id", NULL),
                                    .anchor_place = {.value = value_member(block, "id")},
                                    .place = {.value = block}};
    build_heading(b, scope, &heading, text);
}

static void add_paragraph(struct build *b, const struct value *block, const struct scope *scope)
{
    build_paragraph(b, scope, NULL, text_of(b, value_member(block, "text")));
}

/* "style": a label pattern or the name of a list style; without it that of the list around. */
static const struct list_style *style_of(struct build *b, const struct value *block)
{
    const struct value *style = value_member(block, "style");
    if (!style || !style->text)
        return NULL;
    return build_list_style(b, style->text, true, (struct place){.value = style});
}

static bool has_items(const struct value *items)
{
    return items && items->kind == VALUE_LIST && items->count;
}

/* `block` is a list, or an item with items of its own. */
static void add_list(struct build *b, const struct value *block, const struct scope *scope)
{
    const struct value *items = value_member(block, "items");
    if (!has_items(items))
        return;
    struct build_list list = {.style = style_of(b, block), .ordered = true, .start = 1, .place = {.value = block}};
    struct scope inside;
    struct doc_node *node = build_list(b, scope, &list, &inside);
    for (size_t i = 0; i < items->count; i++) {
        const struct value *item = items->items[i];
        struct scope blocks = build_item(b, &inside);
        const struct value *text = item->kind == VALUE_OBJECT ? value_member(item, "text") : item;
        blocks.parent->origin.value = item;
        build_paragraph(b, &blocks, NULL, text_of(b, text));
        add_list(b, item, &blocks);
    }
    build_list_end(node, &inside, true);
}

static void add_table(struct build *b, const struct value *block, const struct scope *scope)
{
    if (scope->in_cell)
        diag_value(b->diags, SEVERITY_ERROR, CODE, block, (struct diag_more){0},
                   "a table cannot stand in a table cell");
    else
        build_free_table(b, scope, block);
}

static void add_figure(struct build *b, const struct value *block, const struct scope *scope)
{
    struct build_figure figure = {.pictures = &block,
                                  .count = 1,
                                  .asked = build_caption_asked(b, block, "figure"),
                                  .own_kind = "figure",
                                  .place = {.value = block}};
    build_figure(b, scope, &figure);
}

/* What a chart's caption is asked for: "kind" is the chart's own. */
static struct build_caption chart_caption(struct build *b, const struct value *block)
{
    const char *id = value_member_text(block, "id", NULL);
    struct build_caption asked = {.anchor = id, .place = {.value = id ? value_member(block, "id") : block}};
    if (id || value_is_true(value_member(block, "numbered")))
        asked.kind = build_caption_kind(b, NULL, "chart", asked.place);
    return asked;
}

static void add_chart(struct build *b, const struct value *block, const struct scope *scope)
{
    const struct value *width = value_member(block, "width");
    struct place place = {.value = block};
    struct build_figure figure = {.chart = &(struct build_chart){.block = block, .place = place},
                                  .width = width ? width->text : NULL,
                                  .width_place = {.value = width},
                                  .caption = value_member(block, "caption"),
                                  .asked = chart_caption(b, block),
                                  .own_kind = "chart",
                                  .place = place};
    build_figure(b, scope, &figure);
}

static void add_photos(struct build *b, const struct value *block, const struct scope *scope)
{
    const struct value *pictures = value_member(block, "pictures");
    int64_t columns = value_member_integer(block, "columns", 0);
    if (!has_items(pictures))
        return;
    struct build_figure figure = {.pictures = (const struct value *const *)pictures->items,
                                  .count = pictures->count,
                                  .columns = columns > 0 ? (size_t)columns : 0,
                                  .caption = value_member(block, "caption"),
                                  .asked = build_caption_asked(b, block, "photo"),
                                  .own_kind = "photo",
                                  .place = {.value = block}};
    build_figure(b, scope, &figure);
}

static const struct kind {
    const char *name;
    void (*add)(struct build *build, const struct value *block, const struct scope *scope);
} kinds[] = {{"heading", add_heading}, {"paragraph", add_paragraph}, {"list", add_list}, {"table", add_table},
             {"figure", add_figure},   {"photos", add_photos},       {"qr", add_figure}, {"chart", add_chart}};

enum { DEPTH_MAX = 100, KINDS = sizeof kinds / sizeof *kinds };

/* A block that the text blocks/TYPE.md describes, with the block's members as names. */
static void add_described(struct build *b, const struct value *block, const struct value *type,
                          const struct scope *scope)
{
    struct place place = {.value = type};
    const char *names[KINDS];
    for (size_t i = 0; i < KINDS; i++)
        names[i] = kinds[i].name;
    const struct diag_more more = {.expected = "the type of a block",
                                   .hint = words_hint(b->arena, type->text, names, KINDS)};
    const struct mustache *words = folder_read_block(b->arena, b->folder, type->text, place, more, b->diags);
    if (!words)
        return;
    if (b->block_depth == DEPTH_MAX) {
        place_error(b->diags, place, "template-depth", (struct diag_more){0}, "blocks are nested too deeply");
        return;
    }
    struct marked text = marked_init(b->arena);
    b->block_depth++;
    mustache_render(&b->tags, words, context_push(b->arena, b->facts, block), &text);
    markdown_blocks(b, &text, scope);
    b->block_depth--;
}

static void add_block(struct build *b, const struct value *block, const struct scope *scope)
{
    const struct value *type = value_member(block, "type");
    if (!type || type->kind != VALUE_TEXT) {
        diag_value(b->diags, SEVERITY_ERROR, CODE, block,
                   (struct diag_more){.expected = "an object with \"type\", such as \"paragraph\""}, "not a block");
        return;
    }
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].name, type->text) == 0) {
            kinds[i].add(b, block, scope);
            return;
        }
    add_described(b, block, type, scope);
}

void build_blocks(struct build *build, const struct value *blocks, const struct scope *scope)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const char *around = build_enter_lang_of(build, blocks->items[i]);
        add_block(build, blocks->items[i], scope);
        build_leave_lang(build, around);
    }
}
