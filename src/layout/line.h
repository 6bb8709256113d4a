/*
 * Text blocks (a paragraph's words, shaped once) and the lines cut from them.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include "doc/doc.h"
#include "layout/line_break.h"
#include "layout/page.h"

struct layout;
struct mark;

/* Words of one style, ready for breaking. */
struct text_block {
    const struct text_paragraph *shaped; /* NULL: no words */
    const struct doc_style *style;
    double em;                         /* type size with the family's scale, points */
    const struct doc_run *const *runs; /* of each span of `shaped` */
    const size_t *tags;                /* structure element of each span */
    struct doc_origin origin;
    bool artifact; /* repeats what stands elsewhere: no part of the document's text */
};

/* How a block is made of a document's runs. */
struct text_block_options {
    size_t tag;       /* the structure element that the words belong to */
    const char *link; /* the whole block is a link (its tag is one already); NULL: links are those of the runs */
    bool one_line;    /* forced line ends become spaces */
    bool artifact;
};

struct text_block *text_block_new(struct layout *layout, const struct doc_style *style, const struct doc_run *runs,
                                  size_t run_count, struct doc_origin origin, const struct text_block_options *options);

/* A block of one run: labels, numbers. */
struct text_block *text_block_words(struct layout *layout, const struct doc_style *style, const char *words,
                                    struct doc_origin origin, const struct text_block_options *options);

/* Width of the block on one line, points. */
double text_block_width(const struct text_block *block);

/* Words cut from a block, at a place on a line. */
struct line_part {
    struct line_part *next;
    const struct text_block *block;
    const struct text_run *runs;
    size_t run_count;
    size_t from, to;               /* bytes of the block's text */
    double x;                      /* from the left edge of the frame (page, cell) that the line stands in */
    double width;                  /* natural, without the gaps below */
    double space_gap, cluster_gap; /* as in struct page_text */
};

/* A line: parts on one base line.  Its box reaches from `rise` over the base line to `fall` under it, which together
 * are the leading; ink may reach beyond. */
struct line {
    struct line_part *parts, **end;
    double rise, fall;
    double above, below; /* ink */
    size_t tag;          /* the block's element, begun even when the line has no words */
    struct mark *mark;   /* the heading that begins here; NULL: none */
};

struct line *line_new(struct layout *layout, double leading, size_t tag);

/* Cuts `from` .. `to` from the block and adds it to the line at `x`. */
struct line_part *line_add(struct layout *layout, struct line *line, const struct text_block *block, size_t from,
                           size_t to, double x);

/* Places the part in a measure that begins at `x`. */
enum line_fill { LINE_NATURAL, LINE_FILLED };
void line_align(struct line_part *part, enum doc_align align, double x, double measure, enum line_fill fill);

/* How far the ink of a cluster reaches over or under the base line, and where it stands on the line. */
struct ink_reach {
    double from, to, aside, reach;
};

struct ink_list {
    LIST(struct ink_reach) list;
};

/* The least distance of two base lines, the leading or more, that keeps the ink of one line clear of the other's. */
double line_distance(struct layout *layout, const struct line *upper, const struct line *lower);

/* The widest piece that holds together (at a SOFT break, or only at better ones), and the longest line as written. */
struct text_extent {
    double soft, word, line;
};
struct text_extent text_block_extent(const struct text_block *block);

#endif
