/*
 * Where the lines of a paragraph end: a step that can be replaced.  It sees widths and break classes only.
 */
#ifndef LAYOUT_LINE_BREAK_H
#define LAYOUT_LINE_BREAK_H

#include "base/arena.h"
#include "text/paragraph.h"

struct line_limits {
    double first, rest; /* the measure of the first line, and of the others */
    double em;          /* type size: the scale of what may be stretched */
    bool justify;       /* lines but the last are to fill the measure */
    bool balance;       /* the last line counts as the others do: titles */
};

/* A line: bytes from `from` to `to` are drawn, the next line begins at `next`. */
struct line_span {
    size_t from, to, next;
    enum text_break end; /* class of the break at `next` */
};

/* Clusters and spaces of a stretch of text: what justification stretches. */
struct line_gaps {
    size_t clusters, spaces;
};

struct line_node;

/* Keeps its memory from paragraph to paragraph; zero it and set `arena`. */
struct line_breaker {
    struct arena *arena;
    LIST(struct line_node) nodes;
    LIST(struct line_span) lines; /* the result */
};

/*
 * Breaks the whole paragraph, at least one line.  Breaks are taken at WORD, SPACE and LINE; at SOFT only inside a piece
 * that is longer than the measure, at FORCED only inside one that still is.  No line is longer than its measure, unless
 * a single cluster is.
 */
void line_break(struct line_breaker *breaker, const struct text_paragraph *paragraph, const struct line_limits *limits);

struct line_gaps line_gaps(const char *text, size_t from, size_t to);

/* The offset behind `from` that is left when the spaces and the line end before `to` are taken away. */
size_t line_trim(const char *text, size_t from, size_t to);

/* What justification may add at most, in ems: to a space, and between two clusters. */
#define LINE_SPACE_STRETCH 0.22
#define LINE_WORD_STRETCH 0.6 /* to a space, in a line without Thai */
#define LINE_CLUSTER_STRETCH 0.055

#endif
