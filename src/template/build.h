/*
 * The making of one document: what is known while it goes on, and the blocks that are made alike from Markdown and from
 * the JSON's free blocks.
 */
#ifndef TEMPLATE_BUILD_H
#define TEMPLATE_BUILD_H

#include "template/attributes.h"
#include "template/folder.h"
#include "template/markdown_lines.h"
#include "template/numbering.h"
#include "template/styles.h"

enum build_digits { BUILD_TYPED, BUILD_ARABIC, BUILD_THAI };

struct inline_runs {
    LIST(struct doc_run) list;
};

/* A link within the document, checked when all is known that links can lead to. */
struct build_link {
    const char *anchor;
    struct place place;
};

/* What links lead to by a name of an author's: a heading, or the paragraph of a numbered caption. */
struct build_target {
    const char *anchor;
    const struct doc_node *node;
    struct place place; /* of its name */
};

/* The numbers of the headings that use one numbering. */
struct build_numbers {
    const struct numbering *numbering;
    int counts[NUMBERING_LEVELS];
};

/* How many captions of a kind there are so far in a chapter. */
struct build_caption_count {
    const struct caption_kind *kind;
    const struct build_numbers *numbers; /* which headings count the chapters */
    int chapters[NUMBERING_LEVELS];
    int number;
};

/* A section of pages that is there for a list of captions. */
struct build_listing {
    struct doc_node *section, *last; /* the last block of the list's own */
    const struct caption_kind *kind;
};

/* Memory that is used again and again, so that a paragraph costs little more than its words. */
struct build_scratch {
    struct marked cell; /* of a table */
    struct lines cell_lines;
    struct marked block, value; /* of a paragraph or heading; of a rich value in it */
    struct inline_runs runs;
    struct buf run, normal, joined, digits;
};

struct build {
    struct arena *arena;
    struct diags *diags;
    struct template_folder *folder; /* this document's copy */
    const struct context *facts;
    struct document *document;
    struct styles *styles;
    struct mustache_run tags;
    enum build_digits digits;      /* of the text that is being made */
    enum build_digits own_digits;  /* of the section, where it is in the document's language */
    const char *lang;              /* of the text that is being made; NULL: the document's */
    struct build_numbers *numbers; /* of the section that is being made */
    int level;                     /* of the heading before */
    int lower;                     /* by how much the headings of this section are */
    size_t headings, unnamed;      /* anchors made up so far: of headings, of captions */
    size_t block_depth;            /* of free blocks made by texts */
    LIST(struct build_target) targets;
    LIST(struct build_link) links;
    LIST(struct build_caption_count) captions;
    LIST(struct build_listing) listings;
    struct build_scratch scratch;
};

/* Goes into text of another language (NULL: stays), whose digits are left alone; returns that around, to go back to. */
const char *build_enter_lang(struct build *build, const char *lang);
void build_leave_lang(struct build *build, const char *around);

/* build_enter_lang() with the member "lang" of an object of the JSON, checked. */
const char *build_enter_lang_of(struct build *build, const struct value *object);

/* True for a language tag such as "en" or "en-GB". */
bool build_is_lang(const char *text);

struct build_scratch build_scratch_new(struct arena *arena);

/* Where blocks are put. */
struct scope {
    struct doc_node *parent;
    const struct doc_style *paragraph; /* of paragraphs that name none */
    bool in_item, in_cell;             /* however deep */
    const struct list_style *list;     /* of the list around; NULL: none */
    bool ordered;                      /* the kind of its marks */
    size_t style_depth;                /* of that list within its style, from 1 */
    size_t depth;                      /* of lists around, within the cell */
    int *numbers;                      /* theirs; NULL at depth 0 */
};

/* The runs of a marked text, read as inline markup: normalised, digits converted, trimmed.  Rich values are read by
 * themselves. */
struct doc_run *build_runs(struct build *build, const struct marked *text, size_t *count);

/* Text for labels and titles: normalised, digits converted. */
const char *build_plain(struct build *build, const char *text);

/* A paragraph, or NULL when nothing is in it. */
struct doc_node *build_paragraph(struct build *build, const struct scope *scope, const struct doc_style *style,
                                 const struct marked *text);

/* Gives a heading or numbered caption its anchor: `anchor` itself, checked and known to references from now on, or one
 * that is made up (NULL). */
const char *build_target(struct build *build, const struct doc_node *node, const char *anchor, struct place place);

/* When all is built: links that lead nowhere are errors, references get their words; sections that list captions are
 * left out where there are none. */
void build_resolve(struct build *build);

/* What is asked for of a caption. */
struct build_caption {
    const struct caption_kind *kind; /* NULL: it has no number */
    const char *anchor;              /* NULL: made up */
    struct place place;
};

/* The kind `named` of numbered captions; when that is NULL `own`, the usual kind of the thing ("table", "chart"), or
 * else "figure".  NULL with an error at `place` when there is none. */
const struct caption_kind *build_caption_kind(struct build *build, const char *named, const char *own,
                                              struct place place);

/* What a block of the office's asks for by "id", "numbered" and "kind". */
struct build_caption build_caption_asked(struct build *build, const struct value *described, const char *own);

/* Adds a caption to what it belongs to; `words` may be NULL.  NULL when there is neither number nor word. */
struct doc_node *build_caption(struct build *build, struct doc_node *parent, const struct doc_style *style,
                               const struct build_caption *caption, const struct marked *words);

struct build_heading {
    int level;
    bool unnumbered, hidden;       /* hidden: not in the contents */
    const struct doc_style *style; /* NULL: heading-LEVEL */
    const char *anchor;            /* NULL: made up */
    const char *contents;          /* what the contents call it; NULL: by its words */
    struct place anchor_place, place;
};

struct doc_node *build_heading(struct build *build, const struct scope *scope, const struct build_heading *heading,
                               const struct marked *text);

struct build_list {
    const struct list_style *style; /* NULL: as the lists around, or the default */
    bool ordered;
    int start; /* number of the first item */
    struct place place;
};

/* A list, and the scope of its items: build_item() begins the next one and gives the scope of its blocks. */
struct doc_node *build_list(struct build *build, const struct scope *scope, const struct build_list *list,
                            struct scope *items);
struct scope build_item(struct build *build, const struct scope *items);

/* When the last item is in: `tight` says whether the items are written without empty lines. */
void build_list_end(struct doc_node *list, const struct scope *items, bool tight);

/* The list style of that name; else, when `text` is a label pattern, one made of it.  NULL with an error. */
const struct list_style *build_list_style(struct build *build, const char *text, bool pattern_allowed,
                                          struct place place);

/* Blocks of a group with that style. */
struct scope build_group(struct build *build, const struct scope *scope, const struct doc_style *style,
                         struct place place);

/* A chart: of a template's description, or of a free block. */
struct build_chart {
    const struct chart *described;
    const struct context *context; /* where names in it are known */
    const struct value *block;     /* in place of both */
    struct place place;
};

/* Makes a DOC_PICTURE a chart; what is wrong is reported, and the picture is then none. */
void build_chart(struct build *build, struct doc_node *node, const struct build_chart *chart);

/* Pictures in a grid; what is wrong with them is reported. */
struct build_figure {
    /* Objects with "file", "alt", "caption", "width"; a QR code has "code" in place of "file". */
    const struct value *const *pictures;
    size_t count;
    const struct build_chart *chart; /* in place of pictures; NULL: none */
    size_t columns;                  /* 0: as suits their number */
    const char *width;               /* of pictures that name none; NULL: none is given */
    struct place width_place;
    double height;               /* of pictures that name no width, points; 0: none is given */
    const struct value *caption; /* of all; NULL: none */
    struct build_caption asked;  /* of that; of a lone picture where there is none */
    const char *own_kind;        /* of captions that pictures ask for themselves: "figure", "photo" */
    struct place place;
};

void build_figure(struct build *build, const struct scope *scope, const struct build_figure *figure);

/* Reads marked text as blocks. */
void markdown_blocks(struct build *build, const struct marked *text, const struct scope *scope);

/* What "::name{attributes}" places; names in it are those known in `context`. */
void build_directive(struct build *build, const struct scope *scope, const char *name, struct attributes *attributes,
                     const struct context *context, struct place place);

/* The blocks of the JSON's form (templates/README.md). */
void build_blocks(struct build *build, const struct value *blocks, const struct scope *scope);

/* The table that a template describes, filled in; the names in it are those known in `context`. */
void build_table(struct build *build, const struct scope *scope, const char *name, const struct build_caption *asked,
                 const struct context *context, struct place place);

/* A table from the JSON's free blocks. */
void build_free_table(struct build *build, const struct scope *scope, const struct value *described);

#endif
