/* What links within the document lead to: headings and numbered captions, by their names. */
#include "template/build.h"

#include <string.h>

static const char CODE[] = "template-reference";

/* Titles that name others are followed so far: levels, and runs of text in all. */
enum { TITLES_MAX = 8, RUNS_MAX = 500 };

/* ---- targets ---- */

static const struct build_target *find_target(const struct build *b, const char *anchor)
{
    for (size_t i = 0; i < b->targets.count; i++)
        if (strcmp(b->targets.items[i].anchor, anchor) == 0)
            return &b->targets.items[i];
    return NULL;
}

static void check_name(struct build *b, const char *anchor, struct place place)
{
    if (!*anchor || strpbrk(anchor, ". \n"))
        place_error(b->diags, place, CODE, (struct diag_more){.expected = "letters, digits, \"-\" and \"_\""},
                    "bad name \"#%s\"", anchor);
    else if (find_target(b, anchor))
        place_error(b->diags, place, CODE, (struct diag_more){.expected = "another name"},
                    "\"#%s\" is already the name of another %s", anchor,
                    find_target(b, anchor)->node->kind == DOC_HEADING ? "heading" : "figure or table");
}

/* Made-up names have a dot, which no name of an author's has. */
const char *build_target(struct build *b, const struct doc_node *node, const char *anchor, struct place place)
{
    if (!anchor)
        return node->kind == DOC_HEADING ? arena_printf(b->arena, "heading.%zu", ++b->headings)
                                         : arena_printf(b->arena, "caption.%zu", ++b->unnamed);
    check_name(b, anchor, place);
    *list_add(b->arena, &b->targets) = (struct build_target){.anchor = anchor, .node = node, .place = place};
    return anchor;
}

/* ---- the words of references ---- */

/* What a reference prints, as it is put together. */
struct printed {
    const struct build *build;
    struct buf out;
    int depth, runs_left;
};

static void add_words(struct printed *printed, const struct doc_node *node);

static void add_title(struct printed *printed, const struct doc_node *heading)
{
    for (size_t i = 0; i < heading->run_count && printed->runs_left > 0; i++) {
        const struct doc_run *run = &heading->runs[i];
        const struct build_target *target = run->reference ? find_target(printed->build, run->link + 1) : NULL;
        printed->runs_left--;
        printed->depth++;
        if (target && printed->depth <= TITLES_MAX)
            add_words(printed, target->node);
        else if (!run->reference)
            buf_puts(&printed->out, run->text);
        printed->depth--;
    }
}

/* The label, without the point that ends some; of a heading that has none, the title. */
static void add_words(struct printed *printed, const struct doc_node *node)
{
    const char *label = node->kind == DOC_HEADING ? node->heading.label : node->caption.label;
    struct buf *out = &printed->out;
    size_t start = out->length, length = label ? strlen(label) : 0;
    if (length)
        buf_add(out, label, length > 1 && label[length - 1] == '.' ? length - 1 : length);
    else
        add_title(printed, node);
    for (size_t i = start; i < out->length; i++)
        if (out->data[i] == '\n')
            out->data[i] = ' ';
}

static void resolve_runs(const struct build *b, struct doc_node *node)
{
    for (size_t i = 0; i < node->run_count; i++) {
        struct doc_run *run = &node->runs[i];
        const struct build_target *target = run->reference ? find_target(b, run->link + 1) : NULL;
        if (!target)
            continue;
        struct printed printed = {.build = b, .out = buf_init(b->arena), .runs_left = RUNS_MAX};
        add_words(&printed, target->node);
        run->text = printed.out.data;
    }
}

static void resolve(const struct build *b, struct doc_node *node)
{
    resolve_runs(b, node);
    for (struct doc_node *child = node->first; child; child = child->next)
        resolve(b, child);
}

static void check_links(const struct build *b)
{
    size_t count = b->targets.count;
    const char **names = arena_array(b->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = b->targets.items[i].anchor;
    for (size_t i = 0; i < b->links.count; i++) {
        const struct build_link *link = &b->links.items[i];
        if (!find_target(b, link->anchor))
            place_error(b->diags, link->place, CODE,
                        (struct diag_more){.hint = words_hint(b->arena, link->anchor, names, count)},
                        "there is no heading, figure or table \"#%s\"", link->anchor);
    }
}

/* ---- titles that lead back to themselves ---- */

/* A heading whose title is being followed, and how far. */
struct step {
    size_t target, run;
};

enum mark { MARK_NEW, MARK_OPEN, MARK_DONE };

static bool prints_title(const struct doc_node *node)
{
    return node->kind == DOC_HEADING && !(node->heading.label && *node->heading.label);
}

static void report_circle(const struct build *b, const struct build_target *target)
{
    place_error(b->diags, target->place, CODE,
                (struct diag_more){.expected = "references with words of their own, [words](#name)"},
                "the title \"#%s\" has no number and leads back to itself", target->anchor);
}

/* Takes the next run of the title on top; `steps` has room for every target. */
static size_t follow(const struct build *b, struct step *steps, size_t depth, unsigned char *marks)
{
    struct step *top = &steps[depth - 1];
    const struct doc_node *heading = b->targets.items[top->target].node;
    if (top->run == heading->run_count) {
        marks[top->target] = MARK_DONE;
        return depth - 1;
    }
    const struct doc_run *run = &heading->runs[top->run++];
    const struct build_target *next = run->reference ? find_target(b, run->link + 1) : NULL;
    if (!next || !prints_title(next->node))
        return depth;
    size_t index = (size_t)(next - b->targets.items);
    if (marks[index] == MARK_OPEN)
        report_circle(b, next);
    if (marks[index] != MARK_NEW)
        return depth;
    marks[index] = MARK_OPEN;
    steps[depth] = (struct step){.target = index};
    return depth + 1;
}

static void check_circles(const struct build *b)
{
    size_t count = b->targets.count;
    unsigned char *marks = arena_array(b->arena, unsigned char, count);
    struct step *steps = arena_array(b->arena, struct step, count);
    for (size_t i = 0; i < count; i++) {
        size_t depth = 0;
        if (marks[i] == MARK_NEW && prints_title(b->targets.items[i].node)) {
            marks[i] = MARK_OPEN;
            steps[depth++] = (struct step){.target = i};
        }
        while (depth)
            depth = follow(b, steps, depth, marks);
    }
}

/* ---- all ---- */

static bool has_captions(const struct build *b, const struct caption_kind *kind)
{
    for (size_t i = 0; i < b->captions.count; i++)
        if (b->captions.items[i].kind == kind)
            return true;
    return false;
}

/* What other sections have put behind it on its pages stays. */
static void drop_listing(const struct build_listing *listing)
{
    struct doc_node *section = listing->section;
    for (bool more = true; more;) {
        more = section->first != listing->last;
        doc_remove(section->first);
    }
    if (!section->first)
        doc_remove(section);
}

static void drop_listings(struct build *b)
{
    for (size_t i = 0; i < b->listings.count; i++)
        if (!has_captions(b, b->listings.items[i].kind))
            drop_listing(&b->listings.items[i]);
}

void build_resolve(struct build *b)
{
    drop_listings(b);
    check_links(b);
    check_circles(b);
    resolve(b, b->document->root);
}
