/* Runs of the document become blocks of shaped text. */
#include "layout/line.h"
#include "layout/state.h"

#include <math.h>
#include <string.h>

static bool same_lang(const char *left, const char *right)
{
    return left == right || (left && right && strcmp(left, right) == 0);
}

/* A block that is all in another language says so on its own element. */
static void set_lang(struct layout *layout, const struct doc_run *runs, size_t run_count,
                     const struct text_block_options *options)
{
    const char *lang = run_count ? runs[0].lang : NULL;
    for (size_t i = 1; i < run_count; i++)
        if (!same_lang(lang, runs[i].lang))
            return;
    if (lang && !options->artifact && !same_lang(lang, layout->document->lang))
        tag_of(layout, options->tag)->lang = lang;
}

/* The element of a run's words: the block's own, or one inside it for a link or another language. */
static size_t run_tag(struct layout *layout, const struct doc_run *run, const struct text_block_options *options)
{
    size_t tag = options->tag;
    if (options->artifact)
        return tag;
    if (run->link && !options->link) {
        tag = tag_new(layout, tag, PAGE_LINK);
        tag_of(layout, tag)->alt = run->text;
    }
    const char *around = tag_of(layout, options->tag)->lang;
    if (run->lang && !same_lang(run->lang, around ? around : layout->document->lang)) {
        tag = tag_new(layout, tag, PAGE_SPAN);
        tag_of(layout, tag)->lang = run->lang;
    }
    return tag;
}

/* Runs of one link, one behind the other, are one link. */
static bool same_link(const struct doc_run *run, const struct doc_run *before)
{
    return before && run->link && before->link && strcmp(run->link, before->link) == 0 &&
           same_lang(run->lang, before->lang);
}

struct making {
    struct layout *layout;
    struct text_block *block;
    const struct text_block_options *options;
    char *text;
    size_t length; /* of it, so far */
    const struct doc_run **runs;
    size_t *tags;
    size_t count;
};

static void add_run(struct making *m, const struct doc_run *run)
{
    if (!*run->text)
        return;
    const struct doc_style *style = m->block->style;
    struct layout *layout = m->layout;
    size_t length = strlen(run->text), i = m->count++;
    memcpy(m->text + m->length, run->text, length);
    for (size_t at = m->length; m->options->one_line && at < m->length + length; at++)
        if (m->text[at] == '\n')
            m->text[at] = ' ';
    m->length += length;
    m->runs[i] = run;
    m->tags[i] = i && same_link(run, m->runs[i - 1]) ? m->tags[i - 1] : run_tag(layout, run, m->options);
    *list_add(layout->arena, &layout->spans) =
        (struct text_span){.length = length,
                           .family = style->family,
                           .size = style->size,
                           .bold = style->bold || run->bold,
                           .italic = style->italic || run->italic,
                           .lang = run->lang ? run->lang : layout->document->lang,
                           .origin = run->origin.value,
                           .source = run->origin.source,
                           .source_offset = run->origin.offset};
}

struct text_block *text_block_new(struct layout *layout, const struct doc_style *style, const struct doc_run *runs,
                                  size_t run_count, struct doc_origin origin, const struct text_block_options *options)
{
    struct arena *arena = layout->arena;
    struct text_block *block = arena_new_of(arena, struct text_block);
    struct making m = {.layout = layout,
                       .block = block,
                       .options = options,
                       .runs = arena_array(arena, const struct doc_run *, run_count),
                       .tags = arena_array(arena, size_t, run_count)};
    size_t length = 0;
    layout->spans.count = 0;
    for (size_t i = 0; i < run_count; i++)
        length += strlen(runs[i].text);
    m.text = arena_alloc(arena, length + 1);
    *block = (struct text_block){
        .style = style, .runs = m.runs, .tags = m.tags, .origin = origin, .artifact = options->artifact};
    set_lang(layout, runs, run_count, options);
    for (size_t i = 0; i < run_count; i++)
        add_run(&m, &runs[i]);
    block->em = style->size;
    if (m.count)
        block->shaped =
            text_paragraph_new(layout->engine, arena, m.text, m.length, layout->spans.items, m.count, layout->diags);
    if (block->shaped && block->shaped->run_count)
        block->em = block->shaped->runs[0].size;
    return block;
}

struct text_block *text_block_words(struct layout *layout, const struct doc_style *style, const char *words,
                                    struct doc_origin origin, const struct text_block_options *options)
{
    struct doc_run *run = arena_new_of(layout->arena, struct doc_run);
    *run = (struct doc_run){.text = words, .link = options->link, .origin = origin};
    return text_block_new(layout, style, run, 1, origin, options);
}

double text_block_width(const struct text_block *block)
{
    return block->shaped ? block->shaped->x[line_trim(block->shaped->text, 0, block->shaped->length)] : 0;
}

struct text_extent text_block_extent(const struct text_block *block)
{
    struct text_extent extent = {0};
    const struct text_paragraph *shaped = block->shaped;
    if (!shaped)
        return extent;
    size_t soft = 0, word = 0, line = 0; /* where the piece that is being measured begins */
    for (size_t at = 1; at <= shaped->length; at++) {
        enum text_break end = at == shaped->length ? TEXT_BREAK_LINE : shaped->breaks[at];
        if (end < TEXT_BREAK_SOFT)
            continue;
        double x = shaped->x[line_trim(shaped->text, soft, at)];
        extent.soft = fmax(extent.soft, x - shaped->x[soft]);
        soft = at;
        if (end < TEXT_BREAK_WORD)
            continue;
        extent.word = fmax(extent.word, x - shaped->x[word]);
        word = at;
        if (end < TEXT_BREAK_LINE)
            continue;
        extent.line = fmax(extent.line, x - shaped->x[line]);
        line = at;
    }
    return extent;
}
