#include "template/grid.h"
#include "template/overrides.h"

#include <string.h>

static const char CODE[] = "template-table";

/* ---- from a description to rows ---- */

struct filling {
    struct build *build;
    struct grid_part *part;
};

static const char *merge_text(struct build *b, const struct table_cell *cell, const struct context *context)
{
    if (!cell->merge)
        return NULL;
    struct marked *text = &b->scratch.cell;
    marked_reset(text);
    mustache_render(&b->tags, cell->merge, context, text);
    return arena_strndup(b->arena, text->text.data, text->text.length);
}

static void add_row(const struct filling *f, const struct table_rows *described, bool joined,
                    const struct context *context)
{
    struct build *b = f->build;
    struct grid_row *row = list_add(b->arena, &f->part->rows);
    *row = (struct grid_row){.described = described->described, .joined = joined, .count = described->cell_count};
    row->cells = arena_array(b->arena, struct grid_cell, row->count);
    for (size_t i = 0; i < row->count; i++)
        row->cells[i] = (struct grid_cell){
            .cell = &described->cells[i], .context = context, .merge = merge_text(b, &described->cells[i], context)};
}

static void add_rows(const struct filling *f, const struct table_rows *rows, size_t count,
                     const struct context *context);

static void add_once(const struct filling *f, const struct table_rows *described, bool joined,
                     const struct context *context)
{
    if (f->build->tags.work++ > MUSTACHE_WORK_MAX)
        return;
    if (described->rows)
        add_rows(f, described->rows, described->row_count, context);
    else
        add_row(f, described, joined, context);
}

static void add_rows(const struct filling *f, const struct table_rows *rows, size_t count,
                     const struct context *context)
{
    struct build *b = f->build;
    for (size_t i = 0; i < count; i++) {
        const struct value *each = rows[i].conditions.each;
        if (!conditions_hold(&b->tags, &rows[i].conditions, context))
            continue;
        if (!each) {
            add_once(f, &rows[i], rows[i].joined, context);
            continue;
        }
        const struct value *list = conditions_list(&b->tags, each->text, each, (struct place){.value = each}, context);
        for (size_t j = 0; list && j < list->count; j++)
            add_once(f, &rows[i], rows[i].joined && j > 0, context_element(b->arena, context, list, j));
    }
}

/* ---- the table ---- */

/* The parts of one table, filled. */
struct parts {
    struct grid_part header, body, footer;
};

static struct parts parts_new(void)
{
    return (struct parts){
        .header = {.name = "header", .header = true}, .body = {.name = "body"}, .footer = {.name = "footer"}};
}

static struct doc_node *add_node(struct build *b, const struct scope *scope, const struct table *table,
                                 size_t header_rows, struct place place)
{
    struct doc_node *node = doc_add(b->arena, scope->parent, DOC_TABLE);
    struct doc_column *columns = arena_array(b->arena, struct doc_column, table->column_count);
    for (size_t i = 0; i < table->column_count; i++)
        columns[i] = table->columns[i].column;
    node->style = styles_need(b->styles, table->style, place, b->diags);
    node->origin = place_origin(place);
    node->table = (struct doc_table){.columns = columns,
                                     .column_count = table->column_count,
                                     .header_rows = header_rows,
                                     .rules = table->rules,
                                     .padding_x = table->padding_x,
                                     .padding_y = table->padding_y,
                                     .split_rows = table->split_rows,
                                     .widths = {.value = table->widths},
                                     .continued = table->continued ? build_plain(b, table->continued) : NULL};
    return node;
}

/* What stands above the table. */
struct head {
    const struct marked *words; /* NULL: none */
    struct build_caption asked;
};

static void add_caption(struct build *b, struct doc_node *node, const struct table *table, const struct head *head)
{
    if (!head->words && !head->asked.kind)
        return;
    bool words = head->words && head->words->text.length;
    struct place place = words ? marked_place(head->words, 0) : head->asked.place;
    const struct doc_style *style = styles_need(b->styles, table->caption_style, place, b->diags);
    node->table.caption = build_caption(b, node, style, &head->asked, head->words) != NULL;
}

/* Puts the parts together. */
static void add_table(struct build *b, const struct scope *scope, const struct table *table, struct parts *parts,
                      const struct head *head, struct place place)
{
    if (!parts->body.rows.count) {
        place_error(b->diags, place, CODE, (struct diag_more){.hint = "leave it out where its list is empty"},
                    "table \"%s\" has no rows", table->name);
        return;
    }
    size_t columns = table->column_count;
    bool good = grid_place(b, &parts->header, columns);
    good = grid_place(b, &parts->body, columns) && good;
    if (!grid_place(b, &parts->footer, columns) || !good)
        return;
    struct scope inside = *scope;
    inside.parent = add_node(b, scope, table, parts->header.rows.count, place);
    add_caption(b, inside.parent, table, head);
    grid_add(b, &parts->header, table, &inside);
    grid_add(b, &parts->body, table, &inside);
    grid_add(b, &parts->footer, table, &inside);
}

void build_table(struct build *b, const struct scope *scope, const char *name, const struct build_caption *asked,
                 const struct context *context, struct place place)
{
    const struct table *table = folder_table(b->folder, name);
    if (!table)
        table = folder_read_table(b->arena, b->folder, name, place, b->diags);
    if (!table)
        return;
    bool together;
    struct scope inside = *scope;
    table = overrides_table(b, table, &together);
    if (together)
        inside.parent = overrides_together(b, scope->parent);
    struct parts parts = parts_new();
    add_rows(&(struct filling){b, &parts.header}, table->header, table->header_count, context);
    add_rows(&(struct filling){b, &parts.body}, table->body, table->body_count, context);
    add_rows(&(struct filling){b, &parts.footer}, table->footer, table->footer_count, context);
    struct marked caption = marked_init(b->arena);
    if (table->caption)
        mustache_render(&b->tags, table->caption, context, &caption);
    struct head head = {.words = table->caption ? &caption : NULL, .asked = *asked};
    add_table(b, &inside, table, &parts, &head, place);
}

/* ---- tables of free blocks ---- */

/* The words of a cell, which is a text or an object with one. */
static const struct value *cell_text(const struct value *cell)
{
    const struct value *text = cell->kind == VALUE_OBJECT ? value_member(cell, "text") : cell;
    return text && text->text ? text : NULL;
}

/* The field list has checked the name. */
static enum doc_align align_of(const char *name)
{
    static const struct {
        const char *name;
        enum doc_align align;
    } aligns[] = {{"left", DOC_LEFT}, {"center", DOC_CENTER}, {"right", DOC_RIGHT}, {"decimal", DOC_DECIMAL}};
    size_t i = 0;
    while (i + 1 < sizeof aligns / sizeof *aligns && strcmp(name, aligns[i].name) != 0)
        i++;
    return aligns[i].align;
}

/* The field list has checked what is in the cell. */
static struct table_cell free_cell(const struct value *value)
{
    const char *align = value_member_text(value, "align", NULL);
    return (struct table_cell){
        .described = value,
        .colspan = (size_t)value_member_integer(value, "colspan", 1),
        .rowspan = (size_t)value_member_integer(value, "rowspan", 1),
        .align_given = align != NULL,
        .align = align ? align_of(align) : DOC_LEFT,
    };
}

static void add_free_rows(struct build *b, struct grid_part *part, const struct value *rows)
{
    for (size_t i = 0; rows && rows->kind == VALUE_LIST && i < rows->count; i++) {
        const struct value *cells = rows->items[i];
        struct grid_row *row = list_add(b->arena, &part->rows);
        *row = (struct grid_row){.described = cells, .count = cells->count};
        row->cells = arena_array(b->arena, struct grid_cell, row->count);
        struct table_cell *described = arena_array(b->arena, struct table_cell, row->count);
        for (size_t j = 0; j < row->count; j++) {
            described[j] = free_cell(cells->items[j]);
            row->cells[j] = (struct grid_cell){.cell = &described[j], .value = cell_text(cells->items[j])};
        }
    }
}

/* As many columns as the widths name, or else as the first row fills. */
static void free_columns(struct build *b, struct table *table, const struct value *widths,
                         const struct grid_part *first)
{
    if (widths && widths->kind == VALUE_LIST)
        table->column_count = widths->count;
    else
        for (size_t i = 0; first->rows.count && i < first->rows.items[0].count; i++)
            table->column_count += first->rows.items[0].cells[i].cell->colspan;
    table->columns = arena_array(b->arena, struct table_column, table->column_count);
    const struct value *aligns = value_member(table->described, "align");
    for (size_t i = 0; aligns && i < aligns->count && i < table->column_count; i++)
        table->columns[i].column.align = align_of(aligns->items[i]->text);
    for (size_t i = 0; widths && i < widths->count; i++)
        if (!widths->items[i]->text || !table_width(widths->items[i]->text, &table->columns[i].column))
            diag_value(b->diags, SEVERITY_ERROR, CODE, widths->items[i],
                       (struct diag_more){.expected = "\"auto\", a length or a share such as \"20%\""}, "bad width");
}

static enum doc_rules rules_of(const char *name)
{
    if (strcmp(name, "rows") == 0)
        return DOC_RULES_ROWS;
    return strcmp(name, "none") == 0 ? DOC_RULES_NONE : DOC_RULES_ALL;
}

void build_free_table(struct build *b, const struct scope *scope, const struct value *described)
{
    struct table *table = table_new(b->arena, "table", described);
    struct parts parts = parts_new();
    table->continued = value_member_text(described, "continued", NULL);
    table->rules = rules_of(value_member_text(described, "rules", "all"));
    add_free_rows(b, &parts.header, value_member(described, "header"));
    add_free_rows(b, &parts.body, value_member(described, "rows"));
    const struct value *widths = value_member(described, "widths");
    table->widths = widths && widths->kind == VALUE_LIST ? widths : NULL;
    free_columns(b, table, widths, parts.header.rows.count ? &parts.header : &parts.body);
    const struct value *text = value_member(described, "caption");
    struct marked caption = marked_init(b->arena);
    if (text && text->text)
        marked_add_rich(&caption, text);
    struct head head = {.words = text && text->text ? &caption : NULL,
                        .asked = build_caption_asked(b, described, "table")};
    add_table(b, scope, table, &parts, &head, (struct place){.value = described});
}
