#include "template/context.h"

#include <string.h>

const struct context *context_push(struct arena *arena, const struct context *outer, const struct value *value)
{
    struct context *context = arena_new_of(arena, struct context);
    *context = (struct context){.outer = outer, .value = value};
    return context;
}

const struct context *context_element(struct arena *arena, const struct context *outer, const struct value *list,
                                      size_t index)
{
    struct context *context = arena_new_of(arena, struct context);
    *context = (struct context){
        .outer = outer, .value = list->items[index], .element = true, .index = index, .count = list->count};
    return context;
}

static bool has_members(const struct value *value)
{
    return value && (value->kind == VALUE_OBJECT || value->kind == VALUE_DATE);
}

/* Names one may have meant. */
struct names {
    LIST(const char *) list;
};

static void add_members(struct arena *arena, struct names *names, const struct value *value)
{
    size_t count = value && has_members(value) ? value->count : 0;
    for (size_t i = 0; i < count; i++)
        *list_add(arena, &names->list) = value->items[i]->key;
}

static void report_unknown(struct diags *diags, struct place place, const char *name, const char *part,
                           const char *const *candidates, size_t count)
{
    struct diag_more more = {.hint = words_hint(diags->arena, part, candidates, count)};
    if (strcmp(name, part) == 0)
        place_error(diags, place, "template-name", more, "unknown name \"%s\"", name);
    else
        place_error(diags, place, "template-name", more, "unknown name \"%s\" in \"%s\"", part, name);
}

/* Parts of paths: all facts; the row that a value refers to; what is known outside the innermost section. */
static const char ROOT[] = "@root", ROW[] = "@row", OUTER[] = "@outer";

static const char *const implicit_names[] = {"@number", "@first", "@last",  "@penultimate",
                                             "@early",  "@count", "@single"};

static const struct value *implicit(struct arena *arena, const struct context *context, const char *name,
                                    struct place place, struct diags *diags)
{
    size_t which = 0, count = sizeof implicit_names / sizeof *implicit_names;
    while (which < count && strcmp(name, implicit_names[which]) != 0)
        which++;
    if (which == count) {
        report_unknown(diags, place, name, name, implicit_names, count);
        return NULL;
    }
    while (context && !context->element)
        context = context->outer;
    if (!context) {
        place_error(diags, place, "template-name", (struct diag_more){0}, "\"%s\" stands outside a list", name);
        return NULL;
    }
    size_t behind = context->count - context->index - 1;
    switch (which) {
    case 0: return value_integer_new(arena, (int64_t)context->index + 1);
    case 1: return value_bool_new(arena, context->index == 0);
    case 2: return value_bool_new(arena, behind == 0);
    case 3: return value_bool_new(arena, behind == 1);
    case 4: return value_bool_new(arena, behind > 1);
    case 6: return value_bool_new(arena, context->count == 1);
    default: return value_integer_new(arena, (int64_t)context->count);
    }
}

/* A value that is not given, with the pointer of `parent`. */
static const struct value *not_given(struct arena *arena, const struct value *parent)
{
    struct value *value = value_new(arena, VALUE_NULL);
    value->origin = parent;
    return value;
}

static const char *const selectors[] = {"id", "code", "number", "year"};

/* The text by which an element can be picked, or NULL. */
static const char *selector_text(const struct value *element)
{
    for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++) {
        const struct value *member = value_member(element, selectors[i]);
        if (member && member->text)
            return member->text;
    }
    return NULL;
}

/* The element that a part of a path picks from a list, or the list's "count"; NULL when its elements have nothing to
 * be picked by. */
static const struct value *pick(struct arena *arena, const struct value *list, const char *part)
{
    static const char *const places[] = {"first", "second", "third"};
    if (strcmp(part, "count") == 0)
        return value_integer_new(arena, (int64_t)list->count);
    if (!list->count)
        return not_given(arena, list);
    if (strcmp(part, "last") == 0)
        return list->items[list->count - 1];
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strcmp(part, places[i]) == 0)
            return i < list->count ? list->items[i] : not_given(arena, list);
    bool named = false;
    for (size_t i = 0; i < list->count; i++) {
        const char *text = selector_text(list->items[i]);
        if (text && strcmp(text, part) == 0)
            return list->items[i];
        named = named || text;
    }
    return named ? not_given(arena, list) : NULL;
}

/* The row that a value refers to by its text: of the list that its field description names. */
static const struct value *row_of(struct arena *arena, const struct value *facts, const struct value *value)
{
    const char *key = value->refers ? strrchr(value->refers, '.') : NULL;
    if (!key)
        return NULL;
    const struct value *list = value_path(facts, arena_strndup(arena, value->refers, (size_t)(key - value->refers)));
    for (size_t i = 0; list && i < list->count; i++)
        if (strcmp(value_member_text(list->items[i], key + 1, ""), value->text) == 0)
            return list->items[i];
    return not_given(arena, value);
}

static const struct value *part_of(struct arena *arena, const struct value *facts, const struct value *value,
                                   const char *part)
{
    if (strcmp(part, ROW) == 0 && value->text)
        return row_of(arena, facts, value);
    switch (value->kind) {
    case VALUE_NULL: return value;
    case VALUE_LIST: return pick(arena, value, part);
    case VALUE_OBJECT:
    case VALUE_DATE: return value_member(value, part);
    case VALUE_BOOL:
    case VALUE_NUMBER:
    case VALUE_TEXT:
    case VALUE_RICH: return NULL;
    }
    return NULL;
}

/* The innermost member `part`. */
static const struct value *innermost(const struct context *context, const char *part)
{
    for (; context; context = context->outer) {
        const struct value *found = value_member(context->value, part);
        if (found)
            return found;
    }
    return NULL;
}

static const struct context *outermost(const struct context *context)
{
    while (context->outer)
        context = context->outer;
    return context;
}

/* What the first part of a path stands for. */
static const struct value *first_part(struct arena *arena, const struct context *context, const char *part)
{
    const struct context *facts = outermost(context);
    if (strcmp(part, ROOT) == 0)
        return facts->value;
    return strcmp(part, ROW) == 0 ? part_of(arena, facts->value, context->value, part) : innermost(context, part);
}

static bool begins(const char *name, const char *part)
{
    size_t length = strlen(part);
    return strncmp(name, part, length) == 0 && (name[length] == '.' || !name[length]);
}

/* Takes "@outer." off the front of a name, and the levels that it leaves; false with an error where there is none. */
static bool leave_levels(const struct context **context, const char **name, struct place place, struct diags *diags)
{
    const char *whole = *name;
    while (begins(*name, OUTER) && (*name)[strlen(OUTER)]) {
        if (!(*context)->outer) {
            place_error(diags, place, "template-name", (struct diag_more){0}, "\"%s\" stands outside a section", whole);
            return false;
        }
        *context = (*context)->outer;
        *name += strlen(OUTER) + 1;
    }
    return true;
}

static const struct value *compare(struct arena *arena, const struct context *context, const char *name,
                                   struct place place, struct diags *diags)
{
    size_t length = strcspn(name, "=");
    const struct value *found = context_find(arena, context, arena_strndup(arena, name, length), place, diags);
    if (found && (found->kind == VALUE_LIST || found->kind == VALUE_OBJECT)) {
        place_error(diags, place, "template-kind", (struct diag_more){.expected = "a text or a number to compare"},
                    "\"%.*s\" is %s", (int)length, name, value_kind_name(found->kind));
        return NULL;
    }
    return found ? value_bool_new(arena, found->text && strcmp(found->text, name + length + 1) == 0) : NULL;
}

/* The first element that has a member `next`; the first of all where none has. */
static const struct value *any_with(const struct value *list, const char *next)
{
    size_t length = strcspn(next, ".");
    for (size_t i = 0; i < list->count; i++) {
        const struct value *element = list->items[i];
        for (size_t j = 0; element->kind == VALUE_OBJECT && j < element->count; j++) {
            const struct value *member = element->items[j];
            if (strlen(member->key) == length && strncmp(member->key, next, length) == 0 && value_is_true(member))
                return element;
        }
    }
    return list->items[0];
}

const struct value *context_find(struct arena *arena, const struct context *context, const char *name,
                                 struct place place, struct diags *diags)
{
    if (strchr(name, '='))
        return compare(arena, context, name, place, diags);
    if (!leave_levels(&context, &name, place, diags))
        return NULL;
    if (strcmp(name, ".") == 0)
        return context->value;
    if (*name == '@' && !begins(name, ROOT) && !begins(name, ROW))
        return implicit(arena, context, name, place, diags);
    size_t length = strcspn(name, ".");
    const char *part = arena_strndup(arena, name, length);
    const struct value *in = NULL, *found = first_part(arena, context, part);
    while (found && name[length] == '.') {
        const char *rest = name + length + 1;
        length += 1 + strcspn(rest, ".");
        part = arena_strndup(arena, rest, (size_t)(name + length - rest));
        in = found;
        if (in->kind == VALUE_LIST && in->count && strcmp(part, "any") == 0)
            found = any_with(in, name[length] ? name + length + 1 : "");
        else
            found = part_of(arena, outermost(context)->value, in, part);
    }
    if (found)
        return found;
    struct names names = {0};
    for (const struct context *level = context; !in && level; level = level->outer)
        add_members(arena, &names, level->value);
    add_members(arena, &names, in);
    report_unknown(diags, place, name, part, names.list.items, names.list.count);
    return NULL;
}
