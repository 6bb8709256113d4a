#include "template/build.h"

#include <string.h>

static struct doc_node *add_words(struct build *b, const struct scope *scope, enum doc_kind kind,
                                  const struct doc_style *style, const struct marked *text)
{
    size_t count;
    struct doc_run *runs = build_runs(b, text, &count);
    if (!count)
        return NULL;
    struct doc_node *node = doc_add(b->arena, scope->parent, kind);
    node->style = style;
    node->runs = runs;
    node->run_count = count;
    node->origin = runs[0].origin;
    return node;
}

struct doc_node *build_paragraph(struct build *b, const struct scope *scope, const struct doc_style *style,
                                 const struct marked *text)
{
    return add_words(b, scope, DOC_PARAGRAPH, style ? style : scope->paragraph, text);
}

static void check_level(struct build *b, const struct build_heading *heading, int level)
{
    if (level > b->level + 1)
        place_error(b->diags, heading->place, "template-level",
                    (struct diag_more){.expected = arena_printf(b->arena, "level %d at most", b->level + 1)},
                    "heading of level %d %s", level, b->level ? "skips a level" : "comes first");
    b->level = level;
}

static void give_label(struct build *b, const struct build_heading *heading, struct doc_heading *node)
{
    const struct heading_level *level = &b->numbers->numbering->levels[node->level - 1];
    struct buf label = buf_init(b->arena);
    numbering_count(b->numbers->numbering, b->numbers->counts, node->level, !heading->unnumbered, &label);
    if (!label.length)
        return;
    node->label = build_plain(b, label.data);
    node->label_line = level->own_line;
    node->label_width = level->width;
}

struct doc_node *build_heading(struct build *b, const struct scope *scope, const struct build_heading *heading,
                               const struct marked *text)
{
    if (scope->in_item || scope->in_cell) {
        place_error(b->diags, heading->place, "template-markup", (struct diag_more){0},
                    "a heading cannot stand in a %s", scope->in_cell ? "table cell" : "list");
        return NULL;
    }
    const struct doc_style *style = heading->style;
    int level = heading->level + b->lower < NUMBERING_LEVELS ? heading->level + b->lower : NUMBERING_LEVELS;
    if (!style)
        style = styles_need(b->styles, arena_printf(b->arena, "heading-%d", level), heading->place, b->diags);
    struct doc_node *node = add_words(b, scope, DOC_HEADING, style, text);
    if (!node) {
        place_error(b->diags, heading->place, "template-markup", (struct diag_more){0}, "empty heading");
        return NULL;
    }
    check_level(b, heading, level);
    node->heading = (struct doc_heading){.level = level, .in_contents = !heading->hidden};
    node->heading.anchor = build_target(b, node, heading->anchor, heading->anchor_place);
    if (heading->contents)
        node->heading.contents = build_plain(b, heading->contents);
    give_label(b, heading, &node->heading);
    return node;
}

/* The list style for these marks where no other is named. */
static const struct list_style *default_style(const struct build *b, const struct scope *scope, bool ordered)
{
    const struct list_style *style = NULL;
    if (scope->in_cell)
        style = folder_list_style(b->folder, ordered ? "cell-ordered" : "cell-bullet");
    return style ? style : folder_list_style(b->folder, ordered ? "ordered" : "bullet");
}

struct doc_node *build_list(struct build *b, const struct scope *scope, const struct build_list *list,
                            struct scope *items)
{
    *items = *scope;
    items->in_item = true;
    items->ordered = list->ordered;
    if (scope->depth < LIST_DEPTH_MAX)
        items->depth++;
    else
        place_error(b->diags, list->place, "template-depth", (struct diag_more){0}, "lists are nested too deeply");
    items->style_depth = items->depth;
    items->list = list->style;
    if (list->style) {
        items->style_depth = 1;
    } else if (scope->list && scope->ordered == list->ordered) {
        items->list = scope->list;
        items->style_depth = scope->style_depth + 1;
    } else {
        items->list = default_style(b, scope, list->ordered);
    }
    if (!items->numbers)
        items->numbers = arena_array(b->arena, int, LIST_DEPTH_MAX);
    items->numbers[items->depth - 1] = list->start - 1;
    const struct list_level *level = list_style_level(items->list, items->style_depth);
    items->paragraph = level->style ? styles_need(b->styles, level->style, level->style_place, b->diags)
                                    : styles_in_item(b->styles, scope->paragraph);
    struct doc_node *node = items->parent = doc_add(b->arena, scope->parent, DOC_LIST);
    node->origin = place_origin(list->place);
    node->list = (struct doc_list){.indent = level->indent, .hang = level->hang};
    return node;
}

struct scope build_item(struct build *b, const struct scope *items)
{
    const struct list_level *level = list_style_level(items->list, items->style_depth);
    struct scope inside = *items;
    items->numbers[items->depth - 1]++;
    struct buf label = buf_init(b->arena);
    label_print(&label, &level->label, items->numbers, items->depth);
    struct doc_node *node = inside.parent = doc_add(b->arena, items->parent, DOC_ITEM);
    node->label = build_plain(b, label.data);
    node->style = items->paragraph;
    node->origin = items->parent->origin;
    return inside;
}

void build_list_end(struct doc_node *list, const struct scope *items, bool tight)
{
    const struct list_level *level = list_style_level(items->list, items->style_depth);
    list->list.tight = level->tight || (tight && !level->loose);
}

const struct list_style *build_list_style(struct build *b, const char *text, bool pattern_allowed, struct place place)
{
    const struct list_style *style = folder_list_style(b->folder, text);
    if (style)
        return style;
    if (pattern_allowed)
        return list_style_of_label(b->arena, text, place, b->diags);
    size_t count = b->folder->lists.count;
    const char **names = arena_array(b->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = b->folder->lists.items[i]->name;
    place_error(b->diags, place, "template-style", (struct diag_more){.hint = words_hint(b->arena, text, names, count)},
                "there is no list style \"%s\"", text);
    return NULL;
}

struct scope build_group(struct build *b, const struct scope *scope, const struct doc_style *style, struct place place)
{
    struct scope inside = *scope;
    struct doc_node *node = inside.parent = doc_add(b->arena, scope->parent, DOC_GROUP);
    node->style = style;
    node->origin = place_origin(place);
    inside.paragraph = styles_in_group(b->styles, style);
    return inside;
}
