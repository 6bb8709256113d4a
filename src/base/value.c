#include "base/value.h"

#include <string.h>

struct value *value_new(struct arena *arena, enum value_kind kind)
{
    struct value *value = arena_new_of(arena, struct value);
    value->kind = kind;
    return value;
}

struct value *value_text_new(struct arena *arena, const char *text)
{
    struct value *value = value_new(arena, VALUE_TEXT);
    value->text = text;
    return value;
}

struct value *value_decimal_new(struct arena *arena, struct decimal number)
{
    struct value *value = value_new(arena, VALUE_NUMBER);
    char text[DECIMAL_TEXT_SIZE];
    decimal_print(number, text);
    value->number = number;
    value->exact = true;
    value->text = arena_strdup(arena, text);
    return value;
}

struct value *value_integer_new(struct arena *arena, int64_t number)
{
    return value_decimal_new(arena, (struct decimal){.units = number});
}

struct value *value_bool_new(struct arena *arena, bool truth)
{
    struct value *value = value_new(arena, VALUE_BOOL);
    value->truth = truth;
    return value;
}

struct value *value_add(struct arena *arena, struct value *list, struct value *child)
{
    list->items = arena_grow(arena, list->items, list->count, &list->capacity, sizeof(struct value *));
    child->parent = list;
    child->index = list->count;
    list->items[list->count++] = child;
    return child;
}

struct value *value_set(struct arena *arena, struct value *object, const char *key, struct value *child)
{
    struct value *old = value_member(object, key);
    child->key = key;
    if (!old)
        return value_add(arena, object, child);
    child->parent = object;
    child->index = old->index;
    object->items[old->index] = child;
    return child;
}

struct value *value_copy(struct arena *arena, const struct value *value)
{
    struct value *copy = arena_new_of(arena, struct value);
    *copy = *value;
    copy->parent = NULL;
    copy->origin = value->origin ? value->origin : value;
    copy->capacity = copy->count;
    copy->items = value->count ? arena_array(arena, struct value *, value->count) : NULL;
    for (size_t i = 0; i < value->count; i++) {
        copy->items[i] = value_copy(arena, value->items[i]);
        copy->items[i]->parent = copy;
    }
    return copy;
}

static struct value *member(const struct value *object, const char *key, size_t length)
{
    if (!object || (object->kind != VALUE_OBJECT && object->kind != VALUE_DATE))
        return NULL;
    for (size_t i = 0; i < object->count; i++) {
        const char *name = object->items[i]->key;
        if (strncmp(name, key, length) == 0 && name[length] == '\0')
            return object->items[i];
    }
    return NULL;
}

struct value *value_member(const struct value *object, const char *key)
{
    return member(object, key, strlen(key));
}

struct value *value_path(const struct value *object, const char *path)
{
    for (;;) {
        size_t length = strcspn(path, ".");
        struct value *found = member(object, path, length);
        if (!found || !path[length])
            return found;
        object = found;
        path += length + 1;
    }
}

const char *value_member_text(const struct value *object, const char *key, const char *otherwise)
{
    const struct value *found = value_member(object, key);
    return found && found->text ? found->text : otherwise;
}

int64_t value_member_integer(const struct value *object, const char *key, int64_t otherwise)
{
    const struct value *found = value_member(object, key);
    if (!found || found->kind != VALUE_NUMBER || !found->exact || found->number.places)
        return otherwise;
    return found->number.units;
}

bool value_member_true(const struct value *object, const char *key)
{
    const struct value *found = value_member(object, key);
    return found && found->kind == VALUE_BOOL && found->truth;
}

const struct value *value_member_with_text(const struct value *object, const char *key)
{
    const struct value *member = value_member(object, key);
    return member && member->text ? member : NULL;
}

bool value_list_has_text(const struct value *list, const char *text)
{
    for (size_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++)
        if (list->items[i]->text && strcmp(list->items[i]->text, text) == 0)
            return true;
    return false;
}

bool value_is_true(const struct value *value)
{
    if (!value)
        return false;
    switch (value->kind) {
    case VALUE_NULL: return false;
    case VALUE_BOOL: return value->truth;
    case VALUE_TEXT:
    case VALUE_RICH: return value->text[0] != '\0';
    case VALUE_LIST: return value->count > 0;
    case VALUE_NUMBER:
    case VALUE_DATE:
    case VALUE_OBJECT: return true;
    }
    return false;
}

static void add_pointer(struct buf *out, const struct value *value)
{
    if (value->origin)
        value = value->origin;
    if (!value->parent)
        return;
    add_pointer(out, value->parent);
    buf_putc(out, '/');
    if (!value->key) {
        buf_printf(out, "%zu", value->index);
        return;
    }
    for (const char *c = value->key; *c; c++) {
        if (*c == '~')
            buf_puts(out, "~0");
        else if (*c == '/')
            buf_puts(out, "~1");
        else
            buf_putc(out, *c);
    }
}

char *value_pointer(struct arena *arena, const struct value *value)
{
    struct buf out = buf_init(arena);
    add_pointer(&out, value);
    return out.data;
}

static void dump_indented(struct buf *out, const struct value *value, int depth);

static void dump_children(struct buf *out, const struct value *value, int depth)
{
    char open = value->kind == VALUE_LIST ? '[' : '{';
    buf_putc(out, open);
    for (size_t i = 0; i < value->count; i++) {
        buf_printf(out, "%s\n%*s", i ? "," : "", 2 * (depth + 1), "");
        if (value->items[i]->key) {
            buf_json(out, value->items[i]->key);
            buf_puts(out, ": ");
        }
        dump_indented(out, value->items[i], depth + 1);
    }
    if (value->count)
        buf_printf(out, "\n%*s", 2 * depth, "");
    buf_putc(out, open == '[' ? ']' : '}');
}

/* The digits as JSON: without what parts thousands. */
static void dump_number(struct buf *out, const char *digits)
{
    for (; *digits; digits++)
        if (*digits != ',')
            buf_putc(out, *digits);
}

static void dump_indented(struct buf *out, const struct value *value, int depth)
{
    switch (value->kind) {
    case VALUE_NULL: buf_puts(out, "null"); break;
    case VALUE_BOOL: buf_puts(out, value->truth ? "true" : "false"); break;
    case VALUE_NUMBER: dump_number(out, value->text); break;
    case VALUE_TEXT:
    case VALUE_RICH: buf_json(out, value->text); break;
    case VALUE_DATE:
    case VALUE_LIST:
    case VALUE_OBJECT: dump_children(out, value, depth); break;
    }
}

void value_dump(struct buf *out, const struct value *value)
{
    dump_indented(out, value, 0);
    buf_putc(out, '\n');
}

const char *value_kind_name(enum value_kind kind)
{
    switch (kind) {
    case VALUE_NULL: return "null";
    case VALUE_BOOL: return "true or false";
    case VALUE_NUMBER: return "a number";
    case VALUE_TEXT: return "text";
    case VALUE_RICH: return "rich text";
    case VALUE_DATE: return "a date";
    case VALUE_LIST: return "a list";
    case VALUE_OBJECT: return "an object";
    }
    return "nothing";
}
