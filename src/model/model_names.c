/* Names that must differ, and names that must be found. */
#include "model/reader.h"

#include <stdlib.h>
#include <string.h>

/* Values sorted by their text, those of equal text in the order of the file. */
struct name_index {
    const struct value **sorted;
    size_t count;
};

static int compare_names(const void *a, const void *b)
{
    const struct value *left = *(const struct value *const *)a, *right = *(const struct value *const *)b;
    int order = strcmp(left->text, right->text);
    if (!order)
        order = left->offset < right->offset ? -1 : left->offset > right->offset;
    return order;
}

static int compare_name(const void *text, const void *value)
{
    return strcmp(text, (*(const struct value *const *)value)->text);
}

/* The members `name` of the elements of `list` that have a text. */
static struct name_index index_names(struct arena *arena, const struct value *list, const char *name)
{
    struct name_index index = {0};
    if (!list || list->kind != VALUE_LIST || !list->count)
        return index;
    index.sorted = arena_array(arena, const struct value *, list->count);
    for (size_t i = 0; i < list->count; i++) {
        const struct value *member = value_member(list->items[i], name);
        if (member && member->text)
            index.sorted[index.count++] = member;
    }
    qsort(index.sorted, index.count, sizeof *index.sorted, compare_names);
    return index;
}

void model_check_unique(struct reader *reader, const struct value *list, const char *name)
{
    struct name_index index = index_names(reader->arena, list, name);
    for (size_t i = 1, first = 0; i < index.count; i++) {
        if (strcmp(index.sorted[first]->text, index.sorted[i]->text) != 0)
            first = i;
        else if (!reader->diags->full)
            model_error(reader, "model-unique", index.sorted[i], (struct diag_more){0}, "%s stands already at %s",
                        model_quoted(reader->arena, index.sorted[i]),
                        value_pointer(reader->arena, index.sorted[first]));
    }
}

/* ---- references ------------------------------------------------------------------------------------------------- */

enum { SHOWN = 12 };

static const char *known_names(struct arena *arena, const struct name_index *index)
{
    struct buf out = buf_init(arena);
    for (size_t i = 0; i < index->count && i < SHOWN; i++)
        buf_printf(&out, "%s%s", i ? ", " : index->count > 1 ? "one of " : "", model_quoted(arena, index->sorted[i]));
    if (index->count > SHOWN)
        buf_puts(&out, ", ...");
    return index->count ? out.data : NULL;
}

static void report_reference(struct reader *reader, const struct reference *reference, const struct name_index *index,
                             const char *list, const char *member)
{
    const char **names = arena_array(reader->arena, const char *, index->count);
    for (size_t i = 0; i < index->count; i++)
        names[i] = index->sorted[i]->text;
    const char *near = index->count > SHOWN ? diag_nearest(reference->value->text, names, index->count) : NULL;
    struct diag_more more = {.expected = known_names(reader->arena, index),
                             .hint = near ? arena_printf(reader->arena, "did you mean \"%s\"?", near) : NULL};
    model_error(reader, "model-reference", reference->value, more, "%s is no \"%s\" in \"%s\"",
                model_quoted(reader->arena, reference->value), member, list);
}

void model_check_references(struct reader *reader, const struct value *model)
{
    const char *path = NULL, *list = "", *member = "";
    struct name_index index = {0};
    for (size_t i = 0; i < reader->references.count && !reader->diags->full; i++) {
        const struct reference *reference = &reader->references.items[i];
        if (!path || strcmp(path, reference->path) != 0) {
            const char *dot = strrchr(reference->path, '.');
            path = reference->path;
            member = dot ? dot + 1 : path;
            list = arena_strndup(reader->arena, path, dot ? (size_t)(dot - path) : 0);
            index = index_names(reader->arena, value_path(model, list), member);
        }
        if (!index.count ||
            !bsearch(reference->value->text, index.sorted, index.count, sizeof *index.sorted, compare_name))
            report_reference(reader, reference, &index, list, member);
    }
}
