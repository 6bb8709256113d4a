/* Members that nobody knows, and what may have been meant. */
#include "model/reader.h"

#include <string.h>

enum { SHOWN_MAX = 8, DEPTH_MAX = 8 };

struct names {
    const char **items;
    size_t count;
};

static struct names member_names(struct arena *arena, const struct type *object)
{
    struct names names = {.items = arena_array(arena, const char *, object->fields.count + 1)};
    if (object->by)
        names.items[names.count++] = object->by;
    for (size_t i = 0; i < object->fields.count; i++)
        names.items[names.count++] = object->fields.items[i].name;
    return names;
}

static bool is_known(const struct reader *reader, const struct type *object, const char *key)
{
    if (object->by && strcmp(key, object->by) == 0)
        return true;
    for (size_t i = 0; i < object->fields.count; i++) {
        const struct field *field = &object->fields.items[i];
        if (strcmp(field->name, key) == 0 ||
            (field->was && reader->format < field->since && strcmp(field->was, key) == 0))
            return true;
    }
    return false;
}

/* Equal but for capital letters. */
static bool same_letters(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        bool letter = (*a | 0x20) >= 'a' && (*a | 0x20) <= 'z';
        if (*a != *b && !(letter && (*a | 0x20) == (*b | 0x20)))
            return false;
    }
    return *a == *b;
}

static const char *nearest_name(const struct type *object, const struct names *names, const char *key)
{
    for (size_t i = 0; i < object->fields.count; i++) {
        const char *was = object->fields.items[i].was;
        if (was && strcmp(was, key) == 0)
            return object->fields.items[i].name;
    }
    for (size_t i = 0; i < names->count; i++) {
        if (same_letters(names->items[i], key))
            return names->items[i];
    }
    return diag_nearest(key, names->items, names->count);
}

/* The objects that have a member of some name, by their paths ("results", "measures[]"). */
struct homes {
    struct arena *arena;
    const char *key;
    const char *first;
    size_t count;
};

static void find_homes(struct homes *homes, const struct type *type, const char *path, int depth)
{
    if (depth > DEPTH_MAX)
        return;
    if (type->kind == TYPE_LIST)
        find_homes(homes, type->of, arena_printf(homes->arena, "%s[]", path), depth + 1);
    if (type->kind != TYPE_OBJECT)
        return;
    if (*path && field_lookup(type, homes->key) && homes->count++ == 0)
        homes->first = path;
    for (size_t i = 0; i < type->fields.count; i++) {
        const struct field *field = &type->fields.items[i];
        find_homes(homes, field->type, arena_printf(homes->arena, *path ? "%s.%s" : "%s%s", path, field->name),
                   depth + 1);
    }
}

/* Where a member of that name belongs, when there is one such place only. */
static const char *find_home(struct arena *arena, const struct type *root, const char *key)
{
    struct homes homes = {.arena = arena, .key = key};
    find_homes(&homes, root, "", 0);
    return homes.count == 1 ? homes.first : NULL;
}

static const char *listed(struct arena *arena, const struct names *names)
{
    struct buf out = buf_init(arena);
    for (size_t i = 0; i < names->count; i++)
        buf_printf(&out, "%s%s", i ? ", " : names->count > 1 ? "one of " : "", names->items[i]);
    return names->count ? out.data : "no member";
}

static void report_unknown(struct reader *reader, const struct type *object, const struct value *member)
{
    struct arena *arena = reader->arena;
    struct names names = member_names(arena, object);
    const char *near = nearest_name(object, &names, member->key);
    const char *home = near ? NULL : find_home(arena, reader->fields->root, member->key);
    struct value at_key = *member;
    at_key.offset = member->key_offset;
    struct diag_more more = {.expected = (near || home) && names.count > SHOWN_MAX ? NULL : listed(arena, &names)};
    if (near)
        more.hint = arena_printf(arena, "did you mean \"%s\"?", near);
    else if (home)
        more.hint = arena_printf(arena, "it is a member of \"%s\"", home);
    model_error(reader, "model-unknown", &at_key, more, "unknown member");
}

void model_check_unknown(struct reader *reader, const struct type *object, const struct value *json)
{
    for (size_t i = 0; !reader->partial && i < json->count && !reader->diags->full; i++) {
        if (!is_known(reader, object, json->items[i]->key))
            report_unknown(reader, object, json->items[i]);
    }
}

bool model_is_misspelt(const struct reader *reader, const struct type *object, const struct value *json,
                       const char *name)
{
    struct names names = member_names(reader->arena, object);
    for (size_t i = 0; i < json->count && !reader->diags->full; i++) {
        const char *key = json->items[i]->key;
        const char *near = key && !is_known(reader, object, key) ? nearest_name(object, &names, key) : NULL;
        if (near && strcmp(near, name) == 0)
            return true;
    }
    return false;
}
