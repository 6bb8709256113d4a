#include "doc/doc.h"

static const char *const kind_names[] = {
    [DOC_ROOT] = "document",   [DOC_SECTION] = "section",     [DOC_GROUP] = "group",
    [DOC_HEADING] = "heading", [DOC_PARAGRAPH] = "paragraph", [DOC_LIST] = "list",
    [DOC_ITEM] = "item",       [DOC_TABLE] = "table",         [DOC_ROW] = "row",
    [DOC_CELL] = "cell",       [DOC_CONTENTS] = "contents",   [DOC_BREAK] = "break",
    [DOC_SPACE] = "space",     [DOC_RULE] = "rule",           [DOC_FIGURE] = "figure",
    [DOC_PICTURE] = "picture",
};
static const char *const align_names[] = {[DOC_LEFT] = "left",
                                          [DOC_CENTER] = "center",
                                          [DOC_RIGHT] = "right",
                                          [DOC_JUSTIFY] = "justify",
                                          [DOC_DECIMAL] = "decimal"};
static const char *const valign_names[] = {[DOC_TOP] = "top", [DOC_MIDDLE] = "middle", [DOC_BOTTOM] = "bottom"};
static const char *const digits_names[] = {
    [DOC_ARABIC] = "arabic", [DOC_THAI] = "thai", [DOC_THAI_LETTERS] = "letters", [DOC_ROMAN] = "roman"};
static const char *const place_names[] = {[DOC_NO_NUMBER] = "none",
                                          [DOC_TOP_CENTER] = "top-center",
                                          [DOC_TOP_RIGHT] = "top-right",
                                          [DOC_BOTTOM_CENTER] = "bottom-center",
                                          [DOC_BOTTOM_RIGHT] = "bottom-right"};
static const char *const rules_names[] = {
    [DOC_RULES_ALL] = "all", [DOC_RULES_ROWS] = "rows", [DOC_RULES_NONE] = "none"};

static const char *const chart_names[] = {[DOC_CHART_BARS] = "bars",
                                          [DOC_CHART_LINE] = "line",
                                          [DOC_CHART_RADAR] = "radar",
                                          [DOC_CHART_WEIGHTED] = "weighted"};

static void add_text(struct buf *out, const char *name, const char *text)
{
    if (!text)
        return;
    buf_printf(out, " %s=", name);
    buf_json(out, text);
}

static void add_length(struct buf *out, const char *name, double points)
{
    buf_printf(out, " %s=", name);
    buf_number(out, points, 2);
}

static void add_flag(struct buf *out, const char *name, bool set)
{
    if (set)
        buf_printf(out, " %s", name);
}

static void add_section(struct buf *out, const struct doc_section *section)
{
    add_length(out, "width", section->width);
    add_length(out, "height", section->height);
    add_length(out, "top", section->top);
    add_length(out, "right", section->right);
    add_length(out, "bottom", section->bottom);
    add_length(out, "left", section->left);
    add_text(out, "catchword", section->catchword);
    buf_printf(out, " number=%s", place_names[section->number_place]);
    if (section->number_place == DOC_NO_NUMBER)
        return;
    add_text(out, "format", section->number_format);
    buf_printf(out, " digits=%s from=%d number-style=%s", digits_names[section->number_digits], section->number_from,
               section->number_style->name);
    add_flag(out, "first-page", section->number_first_page);
    add_flag(out, "apart", section->number_apart);
}

static void add_heading(struct buf *out, const struct doc_heading *heading)
{
    buf_printf(out, " level=%d anchor=%s", heading->level, heading->anchor);
    add_text(out, "label", heading->label);
    add_flag(out, "own-line", heading->label_line);
    if (heading->label_width > 0)
        add_length(out, "label-width", heading->label_width);
    add_flag(out, "contents", heading->in_contents);
    add_text(out, "contents-words", heading->contents);
}

static void add_columns(struct buf *out, const struct doc_table *table)
{
    buf_puts(out, " columns=");
    for (size_t i = 0; i < table->column_count; i++) {
        const struct doc_column *column = &table->columns[i];
        if (i)
            buf_putc(out, ',');
        if (column->kind == DOC_WIDTH_AUTO)
            buf_puts(out, "auto");
        else
            buf_number(out, column->kind == DOC_WIDTH_FRACTION ? column->width * 100 : column->width, 2);
        if (column->kind == DOC_WIDTH_FRACTION)
            buf_putc(out, '%');
        buf_printf(out, ":%s", align_names[column->align]);
    }
}

static void add_table(struct buf *out, const struct doc_table *table)
{
    add_columns(out, table);
    buf_printf(out, " header-rows=%zu rules=%s", table->header_rows, rules_names[table->rules]);
    add_length(out, "padding-x", table->padding_x);
    add_length(out, "padding-y", table->padding_y);
    add_flag(out, "caption", table->caption);
    add_flag(out, "split-rows", table->split_rows);
    add_text(out, "continued", table->continued);
}

static void add_cell(struct buf *out, const struct doc_cell *cell)
{
    buf_printf(out, " column=%zu", cell->column);
    if (cell->colspan > 1)
        buf_printf(out, " colspan=%zu", cell->colspan);
    if (cell->rowspan > 1)
        buf_printf(out, " rowspan=%zu", cell->rowspan);
    buf_printf(out, " align=%s valign=%s", align_names[cell->align], valign_names[cell->valign]);
    if (cell->joined)
        buf_puts(out, " joined");
    add_flag(out, "header", cell->header);
    add_flag(out, "shaded", cell->shaded);
}

static void add_caption(struct buf *out, const struct doc_caption *caption)
{
    if (!caption->kind)
        return;
    buf_printf(out, " kind=%s anchor=%s", caption->kind, caption->anchor);
    add_text(out, "label", caption->label);
}

static void add_contents(struct buf *out, const struct doc_contents *contents)
{
    add_text(out, "of", contents->of);
    buf_printf(out, " levels=%d styles=", contents->levels);
    for (int i = 0; i < contents->levels; i++)
        buf_printf(out, "%s%s", i ? "," : "", contents->styles[i]->name);
}

static void add_space(struct buf *out, const struct doc_space *space)
{
    if (space->fill > 0)
        add_length(out, "fill", space->fill);
    else
        add_length(out, "height", space->height);
}

static void add_rule(struct buf *out, const struct doc_rule *rule)
{
    add_length(out, "width", rule->kind == DOC_WIDTH_FRACTION ? rule->width * 100 : rule->width);
    if (rule->kind == DOC_WIDTH_FRACTION)
        buf_putc(out, '%');
    add_length(out, "thickness", rule->thickness);
}

static void add_list(struct buf *out, const struct doc_list *list)
{
    add_length(out, "indent", list->indent);
    add_length(out, "hang", list->hang);
    add_flag(out, "tight", list->tight);
}

static void add_figure(struct buf *out, const struct doc_figure *figure)
{
    buf_printf(out, " columns=%zu", figure->columns);
    add_length(out, "gap", figure->gap);
    add_flag(out, "caption", figure->caption);
}

static void add_chart(struct buf *out, const struct doc_chart *chart)
{
    buf_printf(out, " chart=%s", chart_names[chart->kind]);
    add_length(out, "from", chart->from);
    add_length(out, "to", chart->to);
    if (chart->threshold_label)
        add_length(out, "threshold", chart->threshold);
    buf_puts(out, " numbers=");
    for (size_t i = 0; i < chart->row_count; i++) {
        if (i)
            buf_putc(out, ',');
        buf_number(out, chart->rows[i].number, 6);
        if (chart->kind == DOC_CHART_WEIGHTED) {
            buf_putc(out, '/');
            buf_number(out, chart->rows[i].max, 6);
        }
        if (chart->threshold_label && chart->rows[i].below)
            buf_putc(out, '-');
    }
}

static void add_picture(struct buf *out, const struct doc_picture *picture)
{
    add_text(out, "file", picture->file);
    add_text(out, "code", picture->code);
    if (picture->chart)
        add_chart(out, picture->chart);
    add_text(out, "alt", picture->alt);
    buf_puts(out, " width=");
    if (picture->kind == DOC_WIDTH_AUTO)
        buf_puts(out, "auto");
    else
        buf_number(out, picture->kind == DOC_WIDTH_FRACTION ? picture->width * 100 : picture->width, 2);
    if (picture->kind == DOC_WIDTH_FRACTION)
        buf_putc(out, '%');
}

static void add_attributes(struct buf *out, const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_SECTION: add_section(out, &node->section); break;
    case DOC_HEADING: add_heading(out, &node->heading); break;
    case DOC_PARAGRAPH: add_caption(out, &node->caption); break;
    case DOC_LIST: add_list(out, &node->list); break;
    case DOC_ITEM: add_text(out, "label", node->label); break;
    case DOC_TABLE: add_table(out, &node->table); break;
    case DOC_CELL: add_cell(out, &node->cell); break;
    case DOC_CONTENTS: add_contents(out, &node->contents); break;
    case DOC_SPACE: add_space(out, &node->space); break;
    case DOC_RULE: add_rule(out, &node->rule); break;
    case DOC_FIGURE: add_figure(out, &node->figure); break;
    case DOC_PICTURE: add_picture(out, &node->picture); break;
    case DOC_ROOT:
    case DOC_GROUP:
    case DOC_ROW:
    case DOC_BREAK: break;
    }
    if (node->style)
        buf_printf(out, " style=%s", node->style->name);
}

static void begin_line(struct buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        buf_puts(out, "  ");
}

/* The file in which a value, or the nearest that it is part of, stands; NULL: none. */
static const struct source *source_of(const struct value *value)
{
    for (; value; value = value->parent) {
        if (value->origin)
            value = value->origin;
        if (value->source)
            return value->source;
    }
    return NULL;
}

/* The pointer of a value; of one that is not in the office's file with its own file before it. */
static void add_pointer(struct buf *out, const struct value *value, const struct source *office)
{
    const char *pointer = value ? value_pointer(out->arena, value) : "";
    const struct source *source = source_of(value);
    if (!*pointer)
        return;
    buf_putc(out, ' ');
    if (source && office && source != office)
        buf_printf(out, "%s#", source->name);
    buf_puts(out, pointer);
}

static void add_run(struct buf *out, const struct doc_run *run, int depth, const struct source *office)
{
    begin_line(out, depth);
    buf_json(out, run->text);
    add_flag(out, "bold", run->bold);
    add_flag(out, "italic", run->italic);
    add_text(out, "lang", run->lang);
    add_text(out, "link", run->link);
    add_flag(out, "reference", run->reference);
    add_pointer(out, run->origin.value, office);
    buf_putc(out, '\n');
}

static void add_node(struct buf *out, const struct doc_node *node, int depth, const struct source *office)
{
    begin_line(out, depth);
    buf_puts(out, kind_names[node->kind]);
    add_attributes(out, node);
    buf_putc(out, '\n');
    for (size_t i = 0; i < node->run_count; i++)
        add_run(out, &node->runs[i], depth + 1, office);
    for (const struct doc_node *child = node->first; child; child = child->next)
        add_node(out, child, depth + 1, office);
}

void doc_dump(struct buf *out, const struct document *document)
{
    buf_printf(out, "%s lang=%s", kind_names[DOC_ROOT], document->lang);
    add_text(out, "title", document->title);
    add_text(out, "author", document->author);
    add_text(out, "subject", document->subject);
    add_text(out, "draft", document->draft);
    buf_printf(out, " body=%s,", document->body->family);
    buf_number(out, document->body->size, 2);
    buf_putc(out, '\n');
    const struct source *office = source_of(document->root->origin.value);
    for (const struct doc_node *section = document->root->first; section; section = section->next)
        add_node(out, section, 1, office);
}
