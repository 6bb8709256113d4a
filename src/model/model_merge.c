/* A template's own members, put into the core's types. */
#include "model/fields.h"

#include <string.h>

/* The object that the step "measures[]" or "office" of `path` leads to, or NULL with a finding. */
static struct type *step_into(struct fields_context *context, const struct type *object, const char *step,
                              size_t length, const struct value *spec)
{
    bool list = length > 2 && memcmp(step + length - 2, "[]", 2) == 0;
    const char *name = arena_strndup(context->arena, step, list ? length - 2 : length);
    const struct field *field = field_lookup(object, name);
    struct type *type = field ? field->type : NULL;
    if (type && list)
        type = type->kind == TYPE_LIST ? type->of : NULL;
    if (type && type->kind == TYPE_OBJECT)
        return type;
    fields_error(context, spec,
                 (struct diag_more){.expected = "members that hold objects, as in \"measures[].budget\""},
                 !field ? "there is no \"%.*s\""
                 : list ? "\"%.*s\" is no list of objects"
                        : "\"%.*s\" is no object",
                 (int)length, step);
    return NULL;
}

/* What a template may set for a member that exists already: a narrower range, whether it is needed, a default,
 * words. */
static void narrow(struct fields_context *context, struct field *field, const struct value *spec)
{
    const char *type_name = type_kind_name(field->type->kind);
    const struct value *needed = value_member(spec, "needed"), *fallback = value_member(spec, "default");
    fields_attributes(context, spec, type_name);
    if (strcmp(value_member_text(spec, "type", type_name), type_name) != 0)
        fields_error(context, spec, (struct diag_more){.hint = "its type stays: leave \"type\" out"},
                     "\"%s\" exists already", field->name);

    struct type *type = arena_new_of(context->arena, struct type);
    *type = *field->type; /* a named type keeps its range for its other uses */
    fields_bounds(context, type, spec);
    field->type = type;
    field->fallback = fallback ? fallback : field->fallback;
    if (needed)
        field->needed = value_member_true(spec, "needed");
    field->needed &= !fallback;
    if (value_member(spec, "th") && value_member(spec, "en"))
        field->spec = spec;
}

static void merge_member(struct fields_context *context, const struct value *spec)
{
    struct type *object = context->list->root;
    const char *path = spec->key;
    for (const char *dot; object && (dot = strchr(path, '.')); path = dot + 1)
        object = step_into(context, object, path, (size_t)(dot - path), spec);
    if (!object)
        return;
    struct field *field = field_lookup(object, path);
    if (field)
        narrow(context, field, spec);
    else
        fields_add(context, object, spec);
}

void fields_merge(struct fields_context *context, const struct value *declared)
{
    if (declared->kind != VALUE_OBJECT) {
        fields_error(context, declared, (struct diag_more){.expected = "an object with a description for each member"},
                     "the template's members are not described");
        return;
    }
    for (size_t i = 0; i < declared->count; i++)
        merge_member(context, declared->items[i]);
}
