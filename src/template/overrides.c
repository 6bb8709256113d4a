#include "template/overrides.h"

#include <string.h>

static const char CODE[] = "template-layout";

/* "layout" of the facts; NULL: none. */
static const struct value *layout_of(const struct build *b)
{
    return value_member(b->document->root->origin.value, "layout");
}

static bool same(const struct value *text, const char *name)
{
    return text && text->text && strcmp(text->text, name) == 0;
}

bool overrides_name(const struct build *b, const char *what, const char *section)
{
    return value_list_has_text(value_member(layout_of(b), what), section);
}

struct doc_node *overrides_together(struct build *b, struct doc_node *parent)
{
    struct doc_style *style = arena_new_of(b->arena, struct doc_style);
    *style = *b->document->body;
    style->name = "keep-together";
    style->left = style->right = style->before = style->after = 0;
    style->keep_with_next = style->page_break_before = false;
    style->keep_together = true;
    struct doc_node *group = doc_add(b->arena, parent, DOC_GROUP);
    group->style = style;
    return group;
}

/* ---- tables ----------------------------------------------------------------------------------------------------- */

static const struct value *find_table(const struct build *b, const char *name)
{
    const struct value *tables = value_member(layout_of(b), "tables");
    for (size_t i = 0; tables && tables->kind == VALUE_LIST && i < tables->count; i++)
        if (same(value_member(tables->items[i], "name"), name))
            return tables->items[i];
    return NULL;
}

/* The field list has checked that they are widths. */
static void set_widths(struct build *b, struct table *table, const struct value *widths)
{
    if (widths->count != table->column_count) {
        diag_value(
            b->diags, SEVERITY_ERROR, CODE, widths,
            (struct diag_more){.expected = arena_printf(b->arena, "%zu, one for each column", table->column_count)},
            "%zu width%s for table \"%s\"", widths->count, widths->count == 1 ? "" : "s", table->name);
        return;
    }
    struct table_column *columns = arena_array(b->arena, struct table_column, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        columns[i] = table->columns[i];
        table_width(widths->items[i]->text, &columns[i].column);
    }
    table->columns = columns;
    table->widths = widths;
}

const struct table *overrides_table(struct build *b, const struct table *table, bool *together)
{
    const struct value *override = find_table(b, table->name), *widths = value_member(override, "widths");
    *together = value_member_true(override, "keep_together");
    if (!widths || widths->kind != VALUE_LIST)
        return table;
    struct table *changed = arena_new_of(b->arena, struct table);
    *changed = *table;
    set_widths(b, changed, widths);
    return changed;
}

/* ---- checks ----------------------------------------------------------------------------------------------------- */

/* Names that there are. */
struct names {
    LIST(const char *) list;
};

static void add_name(const struct build *b, struct names *names, const char *name)
{
    *list_add(b->arena, &names->list) = name;
}

static void check_name(const struct build *b, const struct value *named, const struct names *names, const char *what)
{
    for (size_t i = 0; i < names->list.count; i++)
        if (!named || same(named, names->list.items[i]))
            return;
    diag_value(b->diags, SEVERITY_ERROR, CODE, named,
               words_among(b->arena, named->text, names->list.items, names->list.count),
               "template \"%s\" has no %s \"%s\"", b->folder->name, what, named->text);
}

static void check_sections(const struct build *b, const struct names *names)
{
    static const char *const lists[] = {"page_break_before", "keep_together", "landscape"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct value *list = value_member(layout_of(b), lists[i]);
        for (size_t j = 0; list && list->kind == VALUE_LIST && j < list->count; j++)
            check_name(b, list->items[j], names, "section");
    }
}

void overrides_check(const struct build *b)
{
    const struct template_folder *folder = b->folder;
    const struct value *tables = value_member(layout_of(b), "tables");
    if (!layout_of(b))
        return;
    struct names sections = {0}, known = {0};
    for (size_t i = 0; i < folder->sections.count; i++)
        add_name(b, &sections, folder->sections.items[i].name);
    for (size_t i = 0; i < folder->library.count; i++)
        if (!template_sections_find(&folder->sections, folder->library.items[i].name))
            add_name(b, &sections, folder->library.items[i].name);
    for (size_t i = 0; i < folder->tables.count; i++)
        add_name(b, &known, folder->tables.items[i]->name);
    check_sections(b, &sections);
    for (size_t i = 0; tables && tables->kind == VALUE_LIST && i < tables->count; i++)
        check_name(b, value_member(tables->items[i], "name"), &known, "table");
}
