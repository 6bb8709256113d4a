#include "template/conditions.h"

#include "template/describe.h"

struct conditions conditions_read(const struct value *described, struct diags *diags)
{
    return (struct conditions){
        .when = describe_member(diags, described, "when", VALUE_TEXT),
        .unless = describe_member(diags, described, "unless", VALUE_TEXT),
        .each = describe_member(diags, described, "each", VALUE_TEXT),
    };
}

static bool is_true(struct mustache_run *run, const struct value *path, const struct context *context)
{
    struct place place = {.value = path};
    return value_is_true(mustache_find(run, context, path->text, path, place));
}

bool conditions_hold(struct mustache_run *run, const struct conditions *conditions, const struct context *context)
{
    return (!conditions->when || is_true(run, conditions->when, context)) &&
           (!conditions->unless || !is_true(run, conditions->unless, context));
}

const struct value *conditions_list(struct mustache_run *run, const char *path, const void *key, struct place place,
                                    const struct context *context)
{
    const struct value *list = mustache_find(run, context, path, key, place);
    if (!list || list->kind == VALUE_LIST || list->kind == VALUE_NULL)
        return list && list->kind == VALUE_LIST ? list : NULL;
    place_error(run->diags, place, "template-kind", (struct diag_more){.expected = "a list"}, "\"%s\" is %s", path,
                value_kind_name(list->kind));
    return NULL;
}
