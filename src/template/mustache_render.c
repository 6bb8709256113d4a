#include "template/mustache.h"

struct render {
    struct mustache_run *run;
    const struct mustache *template;
    struct marked *out;
    size_t indent; /* blanks before every line, from the partials around */
    size_t depth;  /* of partials */
};

static void render_nodes(const struct render *r, const struct mustache_node *node, const struct context *context);

static bool is_broken(const struct mustache_run *run, const void *key)
{
    for (size_t i = 0; i < run->broken.count; i++)
        if (run->broken.items[i] == key)
            return true;
    return false;
}

const struct value *mustache_find(struct mustache_run *run, const struct context *context, const char *name,
                                  const void *key, struct place place)
{
    if (is_broken(run, key))
        return NULL;
    const struct value *value = context_find(run->arena, context, name, place, run->diags);
    if (!value)
        *list_add(run->arena, &run->broken) = key;
    return value;
}

static struct place place_of(const struct render *r, const struct mustache_node *node)
{
    return (struct place){.words = r->template->words, .at = node->at};
}

static void report_missing(const struct render *r, const struct mustache_node *node, const struct value *value)
{
    struct arena *arena = r->run->arena;
    const char *hint =
        arena_printf(arena, "put words that need it between {{#%s}} and {{/%s}}", node->name, node->name);
    const char *pointer = value_pointer(arena, value);
    place_error(r->run->diags, place_of(r, node), "template-value", (struct diag_more){.hint = hint},
                "\"%s\" is not given%s%s", node->name, *pointer ? " at " : "", pointer);
}

static void render_variable(const struct render *r, const struct mustache_node *node, const struct context *context)
{
    const struct value *value = mustache_find(r->run, context, node->name, node, place_of(r, node));
    if (!value)
        return;
    if (value->kind == VALUE_NULL)
        report_missing(r, node, value);
    else if (value->text)
        marked_add_value(r->out, value);
    else
        place_error(r->run->diags, place_of(r, node), "template-kind",
                    (struct diag_more){.expected = "a text, a number or a date"}, "\"%s\" is %s", node->name,
                    value_kind_name(value->kind));
}

static void render_section(const struct render *r, const struct mustache_node *node, const struct context *context)
{
    const struct value *value = mustache_find(r->run, context, node->name, node, place_of(r, node));
    bool inverted = node->kind == MUSTACHE_INVERTED;
    if (!value || value_is_true(value) == inverted)
        return;
    if (inverted || value->kind == VALUE_BOOL) {
        render_nodes(r, node->first, context);
    } else if (value->kind != VALUE_LIST) {
        render_nodes(r, node->first, context_push(r->run->arena, context, value));
    } else {
        for (size_t i = 0; i < value->count; i++)
            render_nodes(r, node->first, context_element(r->run->arena, context, value, i));
    }
}

static void render_partial(const struct render *r, const struct mustache_node *node, const struct context *context)
{
    struct mustache_run *run = r->run;
    const struct mustache *partial = run->partials.find(run->partials.user, node->name);
    if (!partial || is_broken(run, node))
        return;
    if (r->depth == MUSTACHE_DEPTH_MAX) {
        *list_add(run->arena, &run->broken) = node;
        place_error(run->diags, place_of(r, node), "template-depth", (struct diag_more){0},
                    "partial \"%s\" includes itself without end", node->name);
        return;
    }
    struct render inner = {
        .run = run, .template = partial, .out = r->out, .indent = r->indent + node->indent, .depth = r->depth + 1};
    render_nodes(&inner, partial->first, context);
}

/* False when too much work was done; that is reported once. */
static bool may_go_on(const struct render *r, const struct mustache_node *node)
{
    struct mustache_run *run = r->run;
    if (++run->work < MUSTACHE_WORK_MAX)
        return true;
    if (run->work == MUSTACHE_WORK_MAX)
        place_error(run->diags, place_of(r, node), "template-depth", (struct diag_more){0},
                    "the template repeats itself without end");
    return false;
}

static void render_indent(const struct render *r)
{
    static const struct words blanks = {.text = "                ", .length = 16};
    for (size_t left = r->indent, part; left; left -= part) {
        part = left < blanks.length ? left : blanks.length;
        marked_add_words(r->out, &blanks, 0, part, NULL);
    }
}

static void render_nodes(const struct render *r, const struct mustache_node *node, const struct context *context)
{
    for (; node && may_go_on(r, node); node = node->next)
        switch (node->kind) {
        case MUSTACHE_TEXT: marked_add_words(r->out, r->template->words, node->at, node->length, context); break;
        case MUSTACHE_LINE: render_indent(r); break;
        case MUSTACHE_VARIABLE: render_variable(r, node, context); break;
        case MUSTACHE_SECTION:
        case MUSTACHE_INVERTED: render_section(r, node, context); break;
        case MUSTACHE_PARTIAL: render_partial(r, node, context); break;
        }
}

void mustache_render(struct mustache_run *run, const struct mustache *template, const struct context *context,
                     struct marked *out)
{
    struct render r = {.run = run, .template = template, .out = out};
    render_nodes(&r, template->first, context);
}
