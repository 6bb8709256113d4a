/* What contents, the outline and links lead to: headings and numbered captions. */
#include "layout/state.h"

#include <string.h>

/* Label and words on one line: "1.2 Title". */
static char *plain_title(struct layout *layout, const struct mark *mark)
{
    struct buf title = buf_init(layout->arena);
    if (mark->label)
        buf_printf(&title, mark->run_count ? "%s " : "%s", mark->label);
    for (size_t i = 0; i < mark->run_count; i++)
        buf_puts(&title, mark->runs[i].text);
    for (size_t i = 0; i < title.length; i++)
        if (title.data[i] == '\n')
            title.data[i] = ' ';
    return title.data;
}

static struct mark *add_mark(struct layout *layout, const struct mark *what)
{
    struct mark *mark = arena_new_of(layout->arena, struct mark);
    *mark = *what;
    mark->title = plain_title(layout, mark);
    mark->section = layout->section->index;
    return *list_add(layout->arena, &layout->marks) = mark;
}

static const struct doc_run *contents_run(struct layout *layout, const struct doc_node *node)
{
    struct doc_run *run = arena_new_of(layout->arena, struct doc_run);
    *run = (struct doc_run){.text = node->heading.contents, .origin = node->origin};
    return run;
}

struct mark *mark_heading(struct layout *layout, const struct doc_node *node)
{
    const struct doc_heading *heading = &node->heading;
    struct mark mark = {.node = node,
                        .level = heading->level,
                        .label = heading->label,
                        .runs = node->runs,
                        .run_count = node->run_count,
                        .origin = node->origin,
                        .anchor = heading->anchor && *heading->anchor ? heading->anchor : NULL};
    if (heading->contents) {
        mark.runs = contents_run(layout, node);
        mark.run_count = 1;
    }
    return add_mark(layout, &mark);
}

struct mark *mark_caption(struct layout *layout, const struct doc_node *node)
{
    const struct doc_caption *caption = &node->caption;
    if (node->kind != DOC_PARAGRAPH || !caption->kind)
        return NULL;
    struct mark mark = {.node = node,
                        .level = 1,
                        .label = caption->label,
                        .runs = node->runs + 1,
                        .run_count = node->run_count - 1,
                        .origin = node->origin,
                        .anchor = caption->anchor};
    return add_mark(layout, &mark);
}
