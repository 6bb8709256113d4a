/*
 * What the steps of one layout share.
 *
 * The way of a section: its part of the document becomes blocks (block.h: shaped, but of no width), these become slices
 * of a measure (flow.h: lines, rows, space), page make-up parts the slices into pages, and placing puts these on pages
 * as items.  Page numbers are known after make-up, so the contents get theirs between the last two steps.
 */
#ifndef LAYOUT_STATE_H
#define LAYOUT_STATE_H

#include "layout/block.h"
#include "layout/flow.h"
#include "layout/layout.h"
#include "layout/line.h"

/* A heading or numbered caption, for contents, the outline and links. */
struct mark {
    const struct doc_node *node; /* the heading, or the caption's paragraph */
    int level;                   /* of a heading; 1 for captions */
    const char *label;           /* NULL: none */
    const struct doc_run *runs;
    size_t run_count; /* the words without the label */
    struct doc_origin origin;
    const char *anchor;    /* NULL: none */
    const char *title;     /* label and words on one line */
    size_t section, slice; /* where it begins */
};

/* Slices from `from` to `to` make a page. */
struct page_range {
    size_t from, to;
};

struct page_ranges {
    LIST(struct page_range) list;
};

struct section {
    const struct doc_node *node;
    struct doc_section setup; /* with a usable area */
    size_t index, tag;
    double width, height; /* of the area inside the margins */
    struct blocks blocks;
    struct flow flow;
    struct page_ranges pages;
    size_t first_page;   /* index of its first page */
    size_t first_number; /* printed number of its first page */
    size_t first_count;  /* the document's number of it, as the contents name it */
    enum doc_digits count_digits;
};

/* A table whose words are broken is reported once, not for every word. */
struct tight {
    bool inside;   /* of such a table */
    bool named;    /* one of its words has been named */
    double excess; /* the most by which a letter is wider than its cell */
};

/* The draft mark on pages of this size. */
struct draft_mark {
    const struct text_outline *outline; /* NULL: not made yet */
    double width, height;
};

struct layout {
    struct arena *arena;
    const struct document *document;
    struct text_engine *engine;
    struct diags *diags;
    struct pages *pages;
    struct line_breaker breaker;
    LIST(struct section) sections;
    LIST(struct mark *) marks; /* as they stand in the document */
    LIST(struct contents *) contents;
    struct section *section; /* the one at work */
    struct page drafts[2];   /* the page at work, and the one before it */
    struct draft_mark mark;
    LIST(struct text_span) spans; /* of the text block at work */
    struct ink_list ink[2];       /* of the two lines at work */
    struct tight tight;
};

/* A new structure element; `parent` is its own place for the root. */
size_t tag_new(struct layout *layout, size_t parent, enum page_role role);
struct page_tag *tag_of(struct layout *layout, size_t tag);

/* A finding about words: at their value, or else at their place in the template. */
void layout_report(struct layout *layout, enum severity severity, const char *code, const struct doc_origin *origin,
                   const char *hint, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* The same, with what was expected. */
void layout_say(struct layout *layout, enum severity severity, const char *code, const struct doc_origin *origin,
                struct diag_more more, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* A new mark, for a heading; for a caption's paragraph, or NULL where that has no number. */
struct mark *mark_heading(struct layout *layout, const struct doc_node *node);
struct mark *mark_caption(struct layout *layout, const struct doc_node *node);

/* The index of the page on which it begins, once the pages are made up. */
size_t layout_page_of(const struct layout *layout, const struct mark *mark);

#endif
