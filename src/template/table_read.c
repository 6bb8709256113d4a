#include "template/table.h"

#include "base/geom.h"
#include "template/describe.h"

#include <string.h>

static const char CODE[] = "template-table";

static const char *const table_members[] = {"columns", "header",     "body",       "footer",        "caption",
                                            "rules",   "style",      "head_style", "caption_style", "head_shaded",
                                            "padding", "split_rows", "continued",  "empty"};
static const char *const column_members[] = {"width", "align", "valign"};
static const char *const cell_members[] = {"text",   "colspan", "rowspan", "merge", "align",
                                           "valign", "style",   "head",    "shaded"};
static const char *const row_members[] = {"cells", "rows", "when", "unless", "each", "joined"};
static const char *const padding_members[] = {"x", "y"};
static const char *const align_names[] = {"left", "center", "right", "decimal"};
static const char *const valign_names[] = {"top", "middle", "bottom"};
static const char *const rules_names[] = {"all", "rows", "none"};

enum { COLUMNS_MAX = 60, ROWSPAN_MAX = 10000 };

struct reader {
    struct arena *arena;
    struct diags *diags;
};

static enum doc_align align_of(int choice)
{
    static const enum doc_align aligns[] = {DOC_LEFT, DOC_CENTER, DOC_RIGHT, DOC_DECIMAL};
    return aligns[choice];
}

bool table_width(const char *text, struct doc_column *column)
{
    double percent;
    if (strcmp(text, "auto") == 0)
        return column->kind = DOC_WIDTH_AUTO, true;
    if (describe_points(text, &column->width)) {
        column->kind = DOC_WIDTH_POINTS;
        return column->width > 0;
    }
    if (!describe_percent(text, &percent) || percent <= 0 || percent > 100)
        return false;
    column->kind = DOC_WIDTH_FRACTION;
    column->width = percent / 100;
    return true;
}

static struct table_column read_column(const struct reader *r, const struct value *described)
{
    struct table_column column = {0};
    if (!describe_object(r->diags, described, CHOICES(column_members)))
        return column;
    const struct value *width = describe_member(r->diags, described, "width", VALUE_TEXT);
    if (width && !table_width(width->text, &column.column))
        diag_value(r->diags, SEVERITY_ERROR, CODE, width,
                   (struct diag_more){.expected = "\"auto\", a length or a share such as \"20%\""}, "bad width \"%s\"",
                   width->text);
    column.column.align = align_of(describe_choice(r->diags, described, "align", CHOICES(align_names), DOC_LEFT));
    column.valign = (enum doc_valign)describe_choice(r->diags, described, "valign", CHOICES(valign_names), DOC_TOP);
    return column;
}

static void read_columns(const struct reader *r, struct table *table)
{
    const struct value *columns = describe_needed(r->diags, table->described, "columns", VALUE_LIST);
    if (!columns)
        return;
    if (!columns->count || columns->count > COLUMNS_MAX) {
        diag_value(r->diags, SEVERITY_ERROR, CODE, columns, (struct diag_more){.expected = "1 to 60 columns"},
                   "%zu columns", columns->count);
        return;
    }
    table->widths = columns;
    table->columns = arena_array(r->arena, struct table_column, columns->count);
    table->column_count = columns->count;
    for (size_t i = 0; i < columns->count; i++)
        table->columns[i] = read_column(r, columns->items[i]);
}

static const struct mustache *read_words(const struct reader *r, const struct value *text)
{
    return text ? mustache_parse(r->arena, words_of_value(r->arena, text), r->diags) : NULL;
}

/* "merge": words of its own, or true for those of the cell. */
static const struct mustache *read_merge(const struct reader *r, const struct value *described,
                                         const struct mustache *words)
{
    const struct value *merge = value_member(described, "merge");
    if (merge && merge->kind == VALUE_BOOL)
        return merge->truth ? words : NULL;
    return read_words(r, describe_member(r->diags, described, "merge", VALUE_TEXT));
}

static struct table_cell read_cell(const struct reader *r, const struct value *described)
{
    struct table_cell cell = {.described = described, .colspan = 1, .rowspan = 1};
    if (described->kind == VALUE_TEXT) {
        cell.words = read_words(r, described);
        return cell;
    }
    if (described->kind != VALUE_OBJECT) {
        diag_value(r->diags, SEVERITY_ERROR, CODE, described, (struct diag_more){.expected = "text or an object"},
                   "a cell is %s", value_kind_name(described->kind));
        return cell;
    }
    describe_object(r->diags, described, CHOICES(cell_members));
    cell.words = read_words(r, describe_needed(r->diags, described, "text", VALUE_TEXT));
    cell.merge = read_merge(r, described, cell.words);
    cell.colspan = (size_t)describe_integer(r->diags, described, "colspan", 1, COLUMNS_MAX, 1);
    cell.rowspan = (size_t)describe_integer(r->diags, described, "rowspan", 1, ROWSPAN_MAX, 1);
    cell.align_given = value_member(described, "align") != NULL;
    cell.align = align_of(describe_choice(r->diags, described, "align", CHOICES(align_names), DOC_LEFT));
    cell.valign_given = value_member(described, "valign") != NULL;
    cell.valign = (enum doc_valign)describe_choice(r->diags, described, "valign", CHOICES(valign_names), DOC_TOP);
    cell.style = describe_name(r->diags, described, "style", NULL);
    cell.head = describe_flag(r->diags, described, "head", false);
    cell.shaded = describe_flag(r->diags, described, "shaded", false);
    return cell;
}

static void read_cells(const struct reader *r, struct table_rows *row, const struct value *cells)
{
    row->cells = arena_array(r->arena, struct table_cell, cells->count);
    row->cell_count = cells->count;
    for (size_t i = 0; i < cells->count; i++)
        row->cells[i] = read_cell(r, cells->items[i]);
}

static struct table_rows *read_row_list(const struct reader *r, const struct value *list, size_t *count);

static struct table_rows read_rows(const struct reader *r, const struct value *described)
{
    struct table_rows row = {.described = described};
    if (!describe_object(r->diags, described, CHOICES(row_members)))
        return row;
    row.conditions = conditions_read(described, r->diags);
    row.joined = describe_flag(r->diags, described, "joined", false);
    const struct value *cells = describe_member(r->diags, described, "cells", VALUE_LIST);
    const struct value *rows = describe_member(r->diags, described, "rows", VALUE_LIST);
    if (!value_member(described, "cells") == !value_member(described, "rows"))
        diag_value(r->diags, SEVERITY_ERROR, CODE, described,
                   (struct diag_more){.expected = "either \"cells\" or \"rows\""}, "unclear row");
    else if (cells)
        read_cells(r, &row, cells);
    else if (rows)
        row.rows = read_row_list(r, rows, &row.row_count);
    return row;
}

static struct table_rows *read_row_list(const struct reader *r, const struct value *list, size_t *count)
{
    struct table_rows *rows = arena_array(r->arena, struct table_rows, list ? list->count : 0);
    *count = list ? list->count : 0;
    for (size_t i = 0; i < *count; i++)
        rows[i] = read_rows(r, list->items[i]);
    return rows;
}

/* Rows of the header are lists of cells. */
static void read_header(const struct reader *r, struct table *table)
{
    const struct value *header = describe_member(r->diags, table->described, "header", VALUE_LIST);
    table->header_count = header ? header->count : 0;
    table->header = arena_array(r->arena, struct table_rows, table->header_count);
    for (size_t i = 0; i < table->header_count; i++) {
        const struct value *cells = header->items[i];
        table->header[i].described = cells;
        if (cells->kind == VALUE_LIST)
            read_cells(r, &table->header[i], cells);
        else
            diag_value(r->diags, SEVERITY_ERROR, CODE, cells, (struct diag_more){.expected = "a list of cells"},
                       "a row of the header is %s", value_kind_name(cells->kind));
    }
}

static void read_look(const struct reader *r, struct table *table)
{
    const struct value *d = table->described;
    table->rules = (enum doc_rules)describe_choice(r->diags, d, "rules", CHOICES(rules_names), DOC_RULES_ALL);
    table->style = describe_name(r->diags, d, "style", "table-text");
    table->head_style = describe_name(r->diags, d, "head_style", "table-head");
    table->caption_style = describe_name(r->diags, d, "caption_style", "caption");
    table->head_shaded = describe_flag(r->diags, d, "head_shaded", true);
    table->split_rows = describe_flag(r->diags, d, "split_rows", true);
    table->continued = describe_text(r->diags, d, "continued", NULL);
    table->empty = describe_text(r->diags, d, "empty", NULL);
    const struct value *padding = describe_member(r->diags, d, "padding", VALUE_OBJECT);
    if (!padding || !describe_object(r->diags, padding, CHOICES(padding_members)))
        return;
    table->padding_x = describe_length(r->diags, padding, "x", 0, table->padding_x);
    table->padding_y = describe_length(r->diags, padding, "y", 0, table->padding_y);
}

struct table *table_new(struct arena *arena, const char *name, const struct value *described)
{
    struct table *table = arena_new_of(arena, struct table);
    *table = (struct table){.name = name,
                            .described = described,
                            .style = "table-text",
                            .head_style = "table-head",
                            .caption_style = "caption",
                            .head_shaded = true,
                            .split_rows = true,
                            .padding_x = 1.5 * MM_TO_PT,
                            .padding_y = 0.5 * MM_TO_PT};
    return table;
}

struct table *table_read(struct arena *arena, const char *name, const struct value *described, struct diags *diags)
{
    struct reader r = {arena, diags};
    struct table *table = table_new(arena, name, described);
    if (!describe_object(diags, described, CHOICES(table_members)))
        return table;
    read_columns(&r, table);
    read_header(&r, table);
    table->body = read_row_list(&r, describe_needed(diags, described, "body", VALUE_LIST), &table->body_count);
    table->footer = read_row_list(&r, describe_member(diags, described, "footer", VALUE_LIST), &table->footer_count);
    table->caption = read_words(&r, describe_member(diags, described, "caption", VALUE_TEXT));
    read_look(&r, table);
    return table;
}

static void visit_rows(const struct table_rows *rows, size_t count,
                       void (*visit)(void *user, const struct mustache *words), void *user)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < rows[i].cell_count; j++) {
            if (rows[i].cells[j].words)
                visit(user, rows[i].cells[j].words);
            if (rows[i].cells[j].merge)
                visit(user, rows[i].cells[j].merge);
        }
        visit_rows(rows[i].rows, rows[i].row_count, visit, user);
    }
}

void table_visit(const struct table *table, void (*visit)(void *user, const struct mustache *words), void *user)
{
    visit_rows(table->header, table->header_count, visit, user);
    visit_rows(table->body, table->body_count, visit, user);
    visit_rows(table->footer, table->footer_count, visit, user);
    if (table->caption)
        visit(user, table->caption);
}
