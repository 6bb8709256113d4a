/* Numbered captions. */
#include "template/build.h"

#include <string.h>

static const char CODE[] = "template-caption";

static void report_kind(struct build *b, const char *name, struct place place)
{
    size_t count = b->folder->captions.count;
    const char **names = arena_array(b->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = b->folder->captions.items[i]->name;
    place_error(b->diags, place, CODE,
                (struct diag_more){.hint = count ? words_hint(b->arena, name, names, count)
                                                 : "describe it in \"captions\" of template.json"},
                "there are no numbered captions \"%s\"", name);
}

const struct caption_kind *build_caption_kind(struct build *b, const char *named, const char *own, struct place place)
{
    const struct caption_kind *kind = folder_caption_kind(b->folder, named ? named : own);
    if (!kind && !named)
        kind = folder_caption_kind(b->folder, "figure");
    if (!kind)
        report_kind(b, named ? named : own, place);
    return kind;
}

struct build_caption build_caption_asked(struct build *b, const struct value *described, const char *own)
{
    const char *id = value_member_text(described, "id", NULL), *kind = value_member_text(described, "kind", NULL);
    const struct value *numbered = value_member(described, "numbered"), *at = value_member(described, "id");
    if (!id && !kind && !value_is_true(numbered))
        return (struct build_caption){.place = {.value = described}};
    struct place place = {.value = kind ? value_member(described, "kind") : described};
    return (struct build_caption){
        .kind = build_caption_kind(b, kind, own, place), .anchor = id, .place = {.value = id ? at : described}};
}

static struct build_caption_count *count_of(struct build *b, const struct caption_kind *kind)
{
    for (size_t i = 0; i < b->captions.count; i++)
        if (b->captions.items[i].kind == kind)
            return &b->captions.items[i];
    struct build_caption_count *count = list_add(b->arena, &b->captions);
    *count = (struct build_caption_count){.kind = kind, .numbers = b->numbers};
    return count;
}

/* The number of the next caption of that kind: it begins anew with each heading that its label names. */
static int next_number(struct build *b, const struct caption_kind *kind)
{
    struct build_caption_count *count = count_of(b, kind);
    size_t size = (size_t)kind->chapter * sizeof *count->chapters;
    bool same = !size || (count->numbers == b->numbers && memcmp(count->chapters, b->numbers->counts, size) == 0);
    memcpy(count->chapters, b->numbers->counts, sizeof count->chapters);
    count->numbers = b->numbers;
    count->number = same ? count->number + 1 : 1;
    return count->number;
}

static const char *make_label(struct build *b, const struct caption_kind *kind)
{
    struct buf label = buf_init(b->arena);
    int number = next_number(b, kind);
    label_print_caption(&label, &kind->label, b->numbers->counts, number);
    return build_plain(b, label.data);
}

/* The label before the words, a space between them. */
static void put_label(struct build *b, struct doc_node *node, const struct caption_kind *kind)
{
    struct doc_run *runs = arena_array(b->arena, struct doc_run, node->run_count + 1);
    const char *label = node->caption.label;
    runs[0] = (struct doc_run){.text = node->run_count ? arena_printf(b->arena, "%s ", label) : label,
                               .bold = kind->bold,
                               .origin = node->origin};
    if (node->run_count)
        memcpy(runs + 1, node->runs, node->run_count * sizeof *runs);
    node->runs = runs;
    node->run_count++;
}

struct doc_node *build_caption(struct build *b, struct doc_node *parent, const struct doc_style *style,
                               const struct build_caption *caption, const struct marked *words)
{
    const struct caption_kind *kind = caption->kind;
    size_t count = 0;
    struct doc_run *runs = words ? build_runs(b, words, &count) : NULL;
    if (!count && !kind)
        return NULL;
    struct doc_node *node = doc_add(b->arena, parent, DOC_PARAGRAPH);
    node->style = kind && kind->style ? styles_need(b->styles, kind->style, kind->style_place, b->diags) : style;
    node->runs = runs;
    node->run_count = count;
    node->origin = count ? runs[0].origin : place_origin(caption->place);
    if (!kind)
        return node;
    node->caption = (struct doc_caption){.kind = kind->name, .label = make_label(b, kind)};
    node->caption.anchor = build_target(b, node, caption->anchor, caption->place);
    put_label(b, node, kind);
    return node;
}
