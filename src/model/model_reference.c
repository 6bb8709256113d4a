/* The field reference: a table of members for each object, in Markdown.  All its words are the field list's. */
#include "model/fields.h"

#include <inttypes.h>
#include <string.h>

struct printer {
    struct buf *out;
    struct arena *arena;
    const struct value *labels;
    const char *lang;
};

static const char *label(const struct printer *printer, const char *name)
{
    return value_member_text(printer->labels, name, name);
}

static const char *meaning(const struct printer *printer, const struct value *spec)
{
    return value_member_text(spec, printer->lang, "");
}

/* Text in a cell of a table. */
static void put_cell(struct printer *printer, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            buf_putc(printer->out, '\\');
        buf_putc(printer->out, *text == '\n' ? ' ' : *text);
    }
}

/* ---- types ------------------------------------------------------------------------------------------------------ */

static void put_decimal(struct printer *printer, struct decimal number)
{
    char text[DECIMAL_TEXT_SIZE];
    decimal_print(number, text);
    buf_puts(printer->out, text);
}

static void put_range(struct printer *printer, const struct type *type)
{
    if (type->kind == TYPE_YEAR)
        return;
    if (type->has_min) {
        buf_printf(printer->out, " %s ", label(printer, "from"));
        put_decimal(printer, type->min);
    }
    if (type->has_max) {
        buf_printf(printer->out, " %s ", label(printer, "to"));
        put_decimal(printer, type->max);
    }
}

static void put_choices(struct printer *printer, const struct type *type)
{
    for (size_t i = 0; i < type->values->count; i++) {
        const struct value *element = type->values->items[i];
        const char *words = element->key ? meaning(printer, element) : "";
        buf_printf(printer->out, "%s`%s`", i ? ", " : " ", choice_value(element));
        if (*words) {
            buf_puts(printer->out, " (");
            put_cell(printer, words);
            buf_putc(printer->out, ')');
        }
    }
}

/* `path` is what the type's own table is headed with. */
static void put_type(struct printer *printer, const struct type *type, const char *path)
{
    bool table = type->kind == TYPE_OBJECT || type->kind == TYPE_VARIANT || (type->kind == TYPE_LIST && type->name);
    if (type->kind == TYPE_LIST && !type->name) {
        buf_printf(printer->out, "%s ", label(printer, "list of"));
        put_type(printer, type->of, arena_printf(printer->arena, "%s[]", path));
        return;
    }
    buf_puts(printer->out, label(printer, type_kind_name(type->kind)));
    if (table)
        buf_printf(printer->out, ", %s `%s`", label(printer, "see"), type->name ? type->name : path);
    else if (type->kind == TYPE_CHOICE)
        put_choices(printer, type);
    else if (type->kind < TYPE_LIST)
        put_range(printer, type);
}

/* ---- tables ----------------------------------------------------------------------------------------------------- */

static void put_default(struct printer *printer, const struct field *field)
{
    struct buf value = buf_init(printer->arena);
    value_dump(&value, field->fallback);
    buf_printf(printer->out, " (%s `%.*s`)", label(printer, "default"), (int)strcspn(value.data, "\n"), value.data);
}

static void put_row(struct printer *printer, const struct field *field, const char *path)
{
    buf_printf(printer->out, "| `%s` | ", field->name);
    put_type(printer, field->type, arena_printf(printer->arena, *path ? "%s.%s" : "%s%s", path, field->name));
    buf_printf(printer->out, " | %s | ", label(printer, field->needed ? "yes" : "no"));
    put_cell(printer, meaning(printer, field->spec));
    if (field->fallback)
        put_default(printer, field);
    if (field->personal)
        buf_printf(printer->out, " (%s)", label(printer, "personal"));
    buf_puts(printer->out, " |\n");
}

static void put_heading(struct printer *printer, const char *title, const struct value *spec)
{
    buf_printf(printer->out, "\n### `%s`\n\n", title);
    if (spec && *meaning(printer, spec))
        buf_printf(printer->out, "%s\n\n", meaning(printer, spec));
}

static void put_table(struct printer *printer, const struct type *object, const char *path)
{
    buf_printf(printer->out, "| %s | %s | %s | %s |\n|---|---|---|---|\n", label(printer, "member"),
               label(printer, "type"), label(printer, "needed"), label(printer, "meaning"));
    for (size_t i = 0; i < object->fields.count; i++)
        put_row(printer, &object->fields.items[i], path);
}

static void put_object(struct printer *printer, const struct type *object, const char *path, const struct value *spec);

/* The tables of the objects that stand in `object`, outer ones first; named types have theirs at the end. */
static void put_inner(struct printer *printer, const struct type *object, const char *path)
{
    for (size_t i = 0; i < object->fields.count; i++) {
        const struct field *field = &object->fields.items[i];
        const struct type *type = field->type;
        const char *inner = arena_printf(printer->arena, *path ? "%s.%s" : "%s%s", path, field->name);
        for (; type->kind == TYPE_LIST && !type->name; type = type->of)
            inner = arena_printf(printer->arena, "%s[]", inner);
        if (type->kind == TYPE_OBJECT && !type->name)
            put_object(printer, type, inner, field->spec);
    }
}

static void put_object(struct printer *printer, const struct type *object, const char *path, const struct value *spec)
{
    put_heading(printer, path, spec);
    put_table(printer, object, path);
    put_inner(printer, object, path);
}

static void put_named(struct printer *printer, const struct type *type)
{
    const struct type *element = type->kind == TYPE_LIST ? type->of : type;
    if (type->kind == TYPE_OBJECT) {
        put_object(printer, type, type->name, type->spec);
        return;
    }
    put_heading(printer, type->name, type->spec);
    for (size_t i = 0; i < type->variants.count; i++) {
        const struct variant *variant = &type->variants.items[i];
        buf_printf(printer->out, "%s`\"%s\": \"%s\"`: %s\n\n", i ? "\n" : "", type->by, variant->name,
                   meaning(printer, variant->spec));
        put_table(printer, variant->type, type->name);
    }
    if (type->kind == TYPE_LIST && element->kind == TYPE_OBJECT && !element->name) {
        put_table(printer, element, type->name);
    } else if (type->kind == TYPE_LIST) {
        buf_printf(printer->out, "%s ", label(printer, "list of"));
        put_type(printer, element, type->name);
        buf_putc(printer->out, '\n');
    }
}

void model_reference(struct buf *out, struct model_fields fields, const char *lang)
{
    struct diags diags = diags_init(out->arena);
    struct field_list *list = fields_compile(out->arena, fields, &diags);
    struct printer printer = {
        .out = out, .arena = out->arena, .lang = lang, .labels = value_member(list->labels, lang)};
    buf_printf(out, "### %s\n\n", label(&printer, "root"));
    put_table(&printer, list->root, "");
    put_inner(&printer, list->root, "");
    for (size_t i = 0; i < list->named.count; i++) {
        if (list->named.items[i]->kind != TYPE_NONE)
            put_named(&printer, list->named.items[i]);
    }
}
