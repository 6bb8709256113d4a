/* The walk through a JSON tree beside the field list. */
#include "model/reader.h"

#include <inttypes.h>
#include <string.h>

struct value *model_typed(struct reader *reader, const struct value *json, enum value_kind kind)
{
    struct value *value = value_new(reader->arena, kind);
    value->origin = json;
    value->source = json->source;
    value->offset = json->offset;
    value->key_offset = json->key_offset;
    return value;
}

/* ---- members ---------------------------------------------------------------------------------------------------- */

static void forget_place(struct value *value)
{
    value->origin = NULL;
    value->source = NULL;
    value->offset = value->key_offset = 0;
    for (size_t i = 0; i < value->count; i++)
        forget_place(value->items[i]);
}

/* A default stands in no file of the office. */
static struct value *default_value(struct reader *reader, const struct field *field)
{
    struct value *value = model_value(reader, field->type, field->fallback);
    if (value)
        forget_place(value);
    return value;
}

static const char *meaning(const struct field *field)
{
    return value_member_text(field->spec, "en", NULL);
}

/* What stands for a member that the file leaves out.  One that is there under a misspelt name is reported as that. */
static struct value *absent(struct reader *reader, const struct type *type, const struct field *field,
                            const struct value *object)
{
    struct value *value = field->fallback ? default_value(reader, field) : NULL;
    if (field->needed && !reader->partial && reader->format >= field->since &&
        !model_is_misspelt(reader, type, object, field->name))
        model_error(reader, "model-missing", object,
                    (struct diag_more){.expected = model_expected(reader->arena, field->type), .hint = meaning(field)},
                    "\"%s\" is missing", field->name);
    return value ? value : value_new(reader->arena, VALUE_NULL);
}

static bool is_left_out(const struct field *field, const struct value *json)
{
    if (!json || json->kind == VALUE_NULL)
        return true;
    bool text = field->type->kind == TYPE_TEXT || field->type->kind == TYPE_RICH;
    return text && !field->needed && !field->type->empty && json->kind == VALUE_TEXT && !json->text[0];
}

static const struct value *find_member(const struct reader *reader, const struct field *field, const struct value *json)
{
    const struct value *found = value_member(json, field->name);
    if (!found && field->was && reader->format < field->since)
        found = value_member(json, field->was);
    return found;
}

static void read_members(struct reader *reader, const struct type *type, const struct value *json, struct value *object)
{
    for (size_t i = 0; i < type->fields.count; i++) {
        const struct field *field = &type->fields.items[i];
        const struct value *member = find_member(reader, field, json);
        struct value *value;
        if (is_left_out(field, member))
            value = absent(reader, type, field, json);
        else
            value = model_value(reader, field->type, member);
        value_set(reader->arena, object, field->name, value ? value : model_typed(reader, member, VALUE_NULL));
    }
}

/* ---- objects and lists ------------------------------------------------------------------------------------------ */

/* The member that a brief form gives, and the others left out. */
static struct value *read_brief(struct reader *reader, const struct type *type, const struct value *json)
{
    const struct field *brief = field_lookup(type, type->brief);
    struct value *object = model_typed(reader, json, VALUE_OBJECT);
    for (size_t i = 0; i < type->fields.count; i++) {
        const struct field *field = &type->fields.items[i];
        struct value *value =
            field == brief ? model_value(reader, field->type, json) : absent(reader, type, field, json);
        value_set(reader->arena, object, field->name, value ? value : model_typed(reader, json, VALUE_NULL));
    }
    return object;
}

static struct value *read_object(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_OBJECT && json->kind != VALUE_LIST && json->kind != VALUE_NULL && type->brief)
        return read_brief(reader, type, json);
    if (json->kind != VALUE_OBJECT)
        return model_wrong(reader, type, json);
    struct value *object = model_typed(reader, json, VALUE_OBJECT);
    read_members(reader, type, json, object);
    model_check_unknown(reader, type, json);
    return object;
}

static struct value *unknown_variant(struct reader *reader, const struct type *type, const struct value *by)
{
    struct buf expected = buf_init(reader->arena);
    const char **names = arena_array(reader->arena, const char *, type->variants.count);
    for (size_t i = 0; i < type->variants.count; i++) {
        names[i] = type->variants.items[i].name;
        buf_printf(&expected, "%s\"%s\"", i ? ", " : "one of ", names[i]);
    }
    const char *near = by->kind == VALUE_TEXT ? diag_nearest(by->text, names, type->variants.count) : NULL;
    struct diag_more more = {.expected = expected.data,
                             .hint = near ? arena_printf(reader->arena, "did you mean \"%s\"?", near) : NULL};
    return model_error(reader, "model-choice", by, more, "unknown %s %s", type->by, model_quoted(reader->arena, by));
}

static struct value *read_variant(struct reader *reader, const struct type *type, const struct value *json)
{
    const struct value *by = value_member(json, type->by);
    if (json->kind != VALUE_OBJECT)
        return model_wrong(reader, type, json);
    if (!by)
        return model_error(reader, "model-missing", json, (struct diag_more){0}, "\"%s\" is missing", type->by);
    for (size_t i = 0; i < type->variants.count && by->kind == VALUE_TEXT; i++) {
        const struct variant *variant = &type->variants.items[i];
        if (strcmp(variant->name, by->text) != 0)
            continue;
        struct value *object = model_typed(reader, json, VALUE_OBJECT), *name = model_typed(reader, by, VALUE_TEXT);
        name->text = by->text;
        value_set(reader->arena, object, type->by, name);
        read_members(reader, variant->type, json, object);
        model_check_unknown(reader, variant->type, json);
        return object;
    }
    return unknown_variant(reader, type, by);
}

static void add_element(struct reader *reader, const struct type *type, const struct value *json, struct value *list)
{
    struct value *element = model_value(reader, type->of, json);
    value_add(reader->arena, list, element ? element : model_typed(reader, json, VALUE_NULL));
}

static void check_count(struct reader *reader, const struct type *type, const struct value *json)
{
    struct decimal count = {.units = (int64_t)json->count};
    struct diag_more more = {.expected = model_expected(reader->arena, type)};
    if (!json->count && type->has_min && type->min.units > 0)
        model_error(reader, "model-range", json, more, "the list is empty");
    else if ((type->has_min && decimal_compare(count, type->min) < 0) ||
             (type->has_max && decimal_compare(count, type->max) > 0))
        model_error(reader, "model-range", json, more, "the list has %zu elements", json->count);
}

static struct value *read_list(struct reader *reader, const struct type *type, const struct value *json)
{
    bool lone = json->kind != VALUE_LIST && json->kind != VALUE_NULL && type->single &&
                (json->kind != VALUE_OBJECT || type->of->kind == TYPE_OBJECT || type->of->kind == TYPE_VARIANT);
    if (json->kind != VALUE_LIST && !lone)
        return model_wrong(reader, type, json);
    struct value *list = model_typed(reader, json, VALUE_LIST);
    if (lone) {
        add_element(reader, type, json, list);
        return list;
    }
    for (size_t i = 0; i < json->count; i++)
        add_element(reader, type, json->items[i], list);
    check_count(reader, type, json);
    if (type->unique)
        model_check_unique(reader, list, type->unique);
    return list;
}

/* ---- */

static struct value *read_none(struct reader *reader, const struct type *type, const struct value *json)
{
    (void)type; /* its description is wrong, which has been reported */
    return model_typed(reader, json, VALUE_NULL);
}

struct value *model_value(struct reader *reader, const struct type *type, const struct value *json)
{
    static struct value *(*const readers[])(struct reader *, const struct type *, const struct value *) = {
        [TYPE_TEXT] = model_text,     [TYPE_RICH] = model_text,       [TYPE_CODE] = model_code,
        [TYPE_LINK] = model_link,     [TYPE_POINTER] = model_pointer, [TYPE_WIDTH] = model_width,
        [TYPE_CHOICE] = model_choice, [TYPE_INTEGER] = model_number,  [TYPE_SCORE] = model_number,
        [TYPE_NUMBER] = model_number, [TYPE_YEAR] = model_number,     [TYPE_DATE] = model_date,
        [TYPE_MONEY] = model_number,  [TYPE_PERIOD] = model_period,   [TYPE_BOOLEAN] = model_boolean,
        [TYPE_LIST] = read_list,      [TYPE_OBJECT] = read_object,    [TYPE_VARIANT] = read_variant,
        [TYPE_NONE] = read_none,
    };
    return readers[type->kind](reader, type, json);
}

/* The number in "format".  False, with a finding, when it is newer than the field list: nothing else that such a file
 * says can be judged.  A missing or wrong one is the field list's business. */
static bool read_format(struct reader *reader)
{
    const struct value *format = value_member(reader->root, "format");
    int64_t newest = reader->fields->format;
    reader->format = value_member_integer(reader->root, "format", newest);
    if (reader->format > newest)
        model_error(reader, "model-format", format,
                    (struct diag_more){.expected = arena_printf(reader->arena, "at most %" PRId64, newest),
                                       .hint = "the file was written for a newer version of this program"},
                    "format %" PRId64 " is not known yet", reader->format);
    return reader->format <= newest;
}

struct value *model_read(struct arena *arena, const struct value *json, struct model_fields fields,
                         const struct value *words, struct diags *diags)
{
    struct reader reader = {.arena = arena, .diags = diags, .root = json, .words = words, .partial = fields.partial};
    reader.fields = fields_compile(arena, fields, diags);
    if (json->kind != VALUE_OBJECT)
        return model_wrong(&reader, reader.fields->root, json);
    if (!read_format(&reader))
        return model_typed(&reader, json, VALUE_OBJECT);
    struct value *model = read_object(&reader, reader.fields->root, json);
    model_check_references(&reader, model);
    return model;
}
