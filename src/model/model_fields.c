/* The field list read from its JSON: types, constraints, members. */
#include "model/fields.h"

#include <string.h>

enum { ANY_KIND = -1 };

static const char *const kind_names[] = {
    [TYPE_TEXT] = "text",       [TYPE_RICH] = "rich",       [TYPE_CODE] = "code",       [TYPE_LINK] = "link",
    [TYPE_POINTER] = "pointer", [TYPE_WIDTH] = "width",     [TYPE_CHOICE] = "choice",   [TYPE_INTEGER] = "integer",
    [TYPE_SCORE] = "score",     [TYPE_NUMBER] = "number",   [TYPE_YEAR] = "year",       [TYPE_DATE] = "date",
    [TYPE_MONEY] = "money",     [TYPE_PERIOD] = "period",   [TYPE_BOOLEAN] = "boolean", [TYPE_LIST] = "list",
    [TYPE_OBJECT] = "object",   [TYPE_VARIANT] = "variant",
};

/* What may stand in a description, of which kind, and for which types. */
static const struct attribute {
    const char *name;
    int kind;          /* enum value_kind or ANY_KIND */
    const char *types; /* parted by spaces; "*": all */
} attributes[] = {
    {"type", VALUE_TEXT, "*"},
    {"needed", VALUE_BOOL, "*"},
    {"default", ANY_KIND, "*"},
    {"personal", VALUE_BOOL, "*"},
    {"since", VALUE_NUMBER, "*"},
    {"was", VALUE_TEXT, "*"},
    {"th", VALUE_TEXT, "*"},
    {"en", VALUE_TEXT, "*"},
    {"min", VALUE_NUMBER, "integer score number money year list"},
    {"max", VALUE_NUMBER, "integer score number money year list"},
    {"places", VALUE_NUMBER, "score number"},
    {"empty", VALUE_BOOL, "text rich"},
    {"single", VALUE_BOOL, "list"},
    {"values", ANY_KIND, "choice"},
    {"refers", VALUE_TEXT, "code integer"},
    {"unique", VALUE_TEXT, "list"},
    {"of", ANY_KIND, "list"},
    {"members", VALUE_OBJECT, "object"},
    {"brief", VALUE_TEXT, "object"},
    {"by", VALUE_TEXT, "variant"},
    {"variants", VALUE_OBJECT, "variant"},
};

enum { ATTRIBUTE_COUNT = sizeof attributes / sizeof *attributes, KIND_COUNT = TYPE_NONE };

const char *type_kind_name(enum type_kind kind)
{
    return kind < TYPE_NONE ? kind_names[kind] : "none";
}

void fields_error(struct fields_context *context, const struct value *value, struct diag_more more, const char *format,
                  ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(context->arena, format, arguments);
    va_end(arguments);
    diag_value(context->diags, SEVERITY_ERROR, "fields", value, more, "%s", message);
}

struct field *field_lookup(const struct type *object, const char *name)
{
    for (size_t i = 0; i < object->fields.count; i++) {
        if (strcmp(object->fields.items[i].name, name) == 0)
            return &object->fields.items[i];
    }
    return NULL;
}

const char *choice_value(const struct value *element)
{
    return element->key ? element->key : element->text;
}

/* ---- attributes ------------------------------------------------------------------------------------------------- */

static bool is_word_of(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += length) {
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    }
    return strcmp(words, "*") == 0;
}

static const struct attribute *find_attribute(const char *name)
{
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
        if (strcmp(attributes[i].name, name) == 0)
            return &attributes[i];
    }
    return NULL;
}

static void report_unknown_attribute(struct fields_context *context, const struct value *member)
{
    const char *names[ATTRIBUTE_COUNT];
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        names[i] = attributes[i].name;
    const char *near = diag_nearest(member->key, names, ATTRIBUTE_COUNT);
    fields_error(context, member,
                 (struct diag_more){.hint = near ? arena_printf(context->arena, "did you mean \"%s\"?", near) : NULL},
                 "\"%s\" is nothing that describes a member", member->key);
}

void fields_attributes(struct fields_context *context, const struct value *spec, const char *type)
{
    for (size_t i = 0; i < spec->count; i++) {
        const struct value *member = spec->items[i];
        const struct attribute *attribute = find_attribute(member->key);
        if (!attribute)
            report_unknown_attribute(context, member);
        else if (!is_word_of(attribute->types, type))
            fields_error(context, member, (struct diag_more){0}, "\"%s\" means nothing for the type \"%s\"",
                         member->key, type);
        else if (attribute->kind != ANY_KIND && (int)member->kind != attribute->kind)
            fields_error(context, member,
                         (struct diag_more){.expected = value_kind_name((enum value_kind)attribute->kind)},
                         "\"%s\" is %s", member->key, value_kind_name(member->kind));
    }
}

static bool read_bound(struct fields_context *context, const struct value *spec, const char *name, struct decimal *out)
{
    const struct value *bound = value_member(spec, name);
    if (!bound || bound->kind != VALUE_NUMBER)
        return false;
    if (!bound->exact)
        fields_error(context, bound, (struct diag_more){0}, "\"%s\" has too many digits", name);
    *out = bound->number;
    return bound->exact;
}

void fields_bounds(struct fields_context *context, struct type *type, const struct value *spec)
{
    struct decimal bound;
    if (read_bound(context, spec, "min", &bound)) {
        type->min = bound;
        type->has_min = true;
    }
    if (read_bound(context, spec, "max", &bound)) {
        type->max = bound;
        type->has_max = true;
    }
    if (type->has_min && type->has_max && decimal_compare(type->min, type->max) > 0)
        fields_error(context, spec, (struct diag_more){0}, "\"min\" is greater than \"max\"");
}

static void read_attributes(struct fields_context *context, struct type *type, const struct value *spec)
{
    int64_t places = value_member_integer(spec, "places", type->places);
    fields_attributes(context, spec, kind_names[type->kind]);
    fields_bounds(context, type, spec);
    if (places < 0 || places > DECIMAL_PLACES_MAX)
        fields_error(context, spec, (struct diag_more){.expected = "0 to 6"}, "\"places\" is out of range");
    else
        type->places = (int)places;
    type->empty = value_member_true(spec, "empty");
    type->single = value_member_true(spec, "single");
    type->refers = value_member_text(spec, "refers", NULL);
    type->unique = value_member_text(spec, "unique", NULL);
    type->brief = value_member_text(spec, "brief", NULL);
}

/* ---- types ------------------------------------------------------------------------------------------------------ */

static struct type *compile_type(struct fields_context *context, const struct value *spec);

static void fill_choice(struct fields_context *context, struct type *type)
{
    const struct value *values = value_member(type->spec, "values");
    bool good = values && values->count && (values->kind == VALUE_LIST || values->kind == VALUE_OBJECT);
    for (size_t i = 0; good && i < values->count; i++)
        good = values->kind == VALUE_OBJECT || values->items[i]->kind == VALUE_TEXT;
    if (!good)
        fields_error(context, values ? values : type->spec,
                     (struct diag_more){.expected = "a list of texts, or an object with a member for each"},
                     "a choice needs \"values\"");
    type->values = values;
    type->kind = good ? TYPE_CHOICE : TYPE_NONE;
}

/* Adds the members that `described` (an object: description by name) declares; `spec` is where it should stand. */
static void fill_members(struct fields_context *context, struct type *object, const struct value *described,
                         const struct value *spec)
{
    if (!described || described->kind != VALUE_OBJECT) {
        fields_error(context, described ? described : spec,
                     (struct diag_more){.expected = "an object with a description for each member"},
                     "the members are not described");
        return;
    }
    for (size_t i = 0; i < described->count; i++)
        fields_add(context, object, described->items[i]);
    if (object->brief && !field_lookup(object, object->brief)) {
        fields_error(context, spec, (struct diag_more){0}, "\"brief\" names no member: \"%s\"", object->brief);
        object->brief = NULL;
    }
}

static void fill_variants(struct fields_context *context, struct type *type)
{
    const struct value *variants = value_member(type->spec, "variants");
    type->by = value_member_text(type->spec, "by", NULL);
    if (!type->by || !variants || variants->kind != VALUE_OBJECT || !variants->count) {
        fields_error(context, type->spec, (struct diag_more){0}, "a variant needs \"by\" and \"variants\"");
        type->kind = TYPE_NONE;
        return;
    }
    for (size_t i = 0; i < variants->count; i++) {
        const struct value *spec = variants->items[i];
        struct type *object = arena_new_of(context->arena, struct type);
        *object = (struct type){.kind = TYPE_OBJECT, .spec = spec, .by = type->by};
        fill_members(context, object, value_member(spec, "members"), spec);
        *list_add(context->arena, &type->variants) = (struct variant){.name = spec->key, .type = object, .spec = spec};
    }
}

static void fill_list(struct fields_context *context, struct type *type)
{
    const struct value *of = value_member(type->spec, "of");
    type->of = of ? compile_type(context, of) : NULL;
    if (!of)
        fields_error(context, type->spec, (struct diag_more){0}, "a list without \"of\"");
    if (!type->of)
        type->kind = TYPE_NONE;
}

/* The range that a kind has before its description narrows it. */
static void fill_range(struct type *type)
{
    type->places = type->kind == TYPE_SCORE || type->kind == TYPE_MONEY ? 2 : DECIMAL_PLACES_MAX;
    type->has_min = type->has_max = type->kind == TYPE_SCORE || type->kind == TYPE_YEAR;
    type->has_min = type->has_min || type->kind == TYPE_MONEY;
    if (type->kind == TYPE_SCORE)
        type->max.units = 100;
    if (type->kind == TYPE_YEAR) {
        type->min.units = 2400;
        type->max.units = 2699;
    }
}

static void fill_type(struct fields_context *context, struct type *type, enum type_kind kind, const struct value *spec)
{
    type->kind = kind;
    type->spec = spec;
    fill_range(type);
    if (spec->kind == VALUE_OBJECT)
        read_attributes(context, type, spec);
    if (kind == TYPE_CHOICE)
        fill_choice(context, type);
    else if (kind == TYPE_LIST)
        fill_list(context, type);
    else if (kind == TYPE_OBJECT)
        fill_members(context, type, value_member(spec, "members"), spec);
    else if (kind == TYPE_VARIANT)
        fill_variants(context, type);
}

static struct type *find_named(const struct field_list *list, const char *name)
{
    for (size_t i = 0; i < list->named.count; i++) {
        if (strcmp(list->named.items[i]->name, name) == 0)
            return list->named.items[i];
    }
    return NULL;
}

static enum type_kind find_kind(const char *name)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (strcmp(kind_names[i], name) == 0)
            return (enum type_kind)i;
    }
    return TYPE_NONE;
}

static void report_unknown_type(struct fields_context *context, const struct value *name)
{
    size_t count = KIND_COUNT + context->list->named.count;
    const char **names = arena_array(context->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = i < KIND_COUNT ? kind_names[i] : context->list->named.items[i - KIND_COUNT]->name;
    const char *near = diag_nearest(name->text, names, count);
    fields_error(context, name,
                 (struct diag_more){.hint = near ? arena_printf(context->arena, "did you mean \"%s\"?", near) : NULL},
                 "\"%s\" is no type", name->text);
}

/* The type that `spec` (an object with "type", or the name alone) describes, or NULL. */
static struct type *compile_type(struct fields_context *context, const struct value *spec)
{
    const struct value *name = spec->kind == VALUE_TEXT ? spec : value_member(spec, "type");
    if (!name || name->kind != VALUE_TEXT) {
        fields_error(context, spec, (struct diag_more){.expected = "the name of a type"}, "\"type\" is missing");
        return NULL;
    }
    struct type *type = find_named(context->list, name->text);
    if (type) {
        if (spec->kind == VALUE_OBJECT)
            fields_attributes(context, spec, "a named type");
        return type;
    }
    enum type_kind kind = find_kind(name->text);
    if (kind == TYPE_NONE) {
        report_unknown_type(context, name);
        return NULL;
    }
    type = arena_new_of(context->arena, struct type);
    fill_type(context, type, kind, spec);
    return type;
}

void fields_add(struct fields_context *context, struct type *object, const struct value *spec)
{
    const char *dot = strrchr(spec->key, '.'), *name = dot ? dot + 1 : spec->key;
    struct type *type = compile_type(context, spec);
    if (!type)
        return;
    if (!value_member(spec, "th") || !value_member(spec, "en"))
        fields_error(context, spec, (struct diag_more){.expected = "\"th\" and \"en\""},
                     "the meaning of \"%s\" is missing", name);
    const struct value *fallback = value_member(spec, "default");
    *list_add(context->arena, &object->fields) = (struct field){
        .name = name,
        .type = type,
        .spec = spec,
        .fallback = fallback,
        .was = value_member_text(spec, "was", NULL),
        .since = value_member_integer(spec, "since", 1),
        .needed = value_member_true(spec, "needed") && !fallback,
        .personal = value_member_true(spec, "personal"),
    };
}

/* ---- the list --------------------------------------------------------------------------------------------------- */

/* Named types may refer to each other, so all names stand before the first is read. */
static void compile_named(struct fields_context *context, const struct value *types)
{
    struct field_list *list = context->list;
    for (size_t i = 0; types && i < types->count; i++) {
        struct type *type = arena_new_of(context->arena, struct type);
        *type = (struct type){.kind = TYPE_NONE, .name = types->items[i]->key, .spec = types->items[i]};
        *list_add(context->arena, &list->named) = type;
    }
    for (size_t i = 0; i < list->named.count; i++) {
        struct type *type = list->named.items[i];
        enum type_kind kind = find_kind(value_member_text(type->spec, "type", ""));
        if (kind == TYPE_NONE)
            fields_error(context, type->spec, (struct diag_more){.expected = "one of the built-in types"},
                         "the named type \"%s\" is of no known type", type->name);
        else
            fill_type(context, type, kind, type->spec);
    }
}

struct field_list *fields_compile(struct arena *arena, struct model_fields fields, struct diags *diags)
{
    struct field_list *list = arena_new_of(arena, struct field_list);
    struct fields_context context = {.arena = arena, .diags = diags, .list = list};
    const struct value *types = value_member(fields.core, "types");
    list->format = value_member_integer(fields.core, "format", 1);
    list->labels = value_member(fields.core, "labels");
    list->root = arena_new_of(arena, struct type);
    *list->root = (struct type){.kind = TYPE_OBJECT, .spec = fields.core};
    compile_named(&context, types && types->kind == VALUE_OBJECT ? types : NULL);
    fill_members(&context, list->root, value_member(fields.core, "fields"), fields.core);
    if (fields.declared)
        fields_merge(&context, fields.declared);
    return list;
}

bool model_fields_check(struct model_fields fields, struct diags *diags)
{
    size_t errors = diags->errors;
    fields_compile(diags->arena, fields, diags);
    return diags->errors == errors;
}
