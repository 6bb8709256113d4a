/*
 * The document: a tree of headings, paragraphs, lists and tables with all words in place and all numbers given out,
 * save page numbers.  It knows nothing of templates, scores or coordinates.  template/ builds it, layout/ reads it.
 *
 * All memory is the arena's in which the tree was made.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/buf.h"
#include "base/value.h"

#include <stdbool.h>
#include <stddef.h>

/* Where words come from.  Words of a value: `value`; words of a template: `source` and `offset`. */
struct doc_origin {
    const struct value *value;   /* NULL: not from a value */
    const struct source *source; /* NULL: not from a template */
    size_t offset;
};

/* DECIMAL: of columns and cells; numbers stand with their decimal points below each other, other words in the middle.
 */
enum doc_align { DOC_LEFT, DOC_CENTER, DOC_RIGHT, DOC_JUSTIFY, DOC_DECIMAL };
enum doc_valign { DOC_TOP, DOC_MIDDLE, DOC_BOTTOM };

/* How numbers that layout/ makes (page numbers) are written. */
enum doc_digits { DOC_ARABIC, DOC_THAI, DOC_THAI_LETTERS, DOC_ROMAN };

/* A named style of the template's style sheet, resolved.  Lengths in points. */
struct doc_style {
    const char *name;
    const char *family; /* font family by its name in the font manifest */
    double size;        /* before the family's own scale */
    double leading;     /* base line to base line; grows where marks would touch */
    bool bold, italic;
    enum doc_align align;
    double first_indent;  /* of the first line, beyond `left` */
    double left, right;   /* indents of the whole block */
    double before, after; /* space; between two blocks the larger of after and before counts, also where a group
                             begins or ends with a block that has space of its own */
    bool keep_with_next;
    bool keep_together;
    int lines_before; /* at least so many lines of text stand on the page before it */
    bool page_break_before;
    int lines_top, lines_bottom; /* least lines of a paragraph left behind on, or carried over to, a page */
};

/* A piece of a paragraph.  "\n" in `text` is a forced line end. */
struct doc_run {
    const char *text; /* normalised UTF-8 */
    bool bold, italic;
    const char *lang; /* BCP 47; NULL: the document's */
    const char *link; /* URI, or "#" and an anchor; NULL: none */
    bool reference;   /* the text is the label of what the link leads to */
    struct doc_origin origin;
};

enum doc_kind {
    DOC_ROOT,      /* holds sections */
    DOC_SECTION,   /* pages of one set-up; always begins a page */
    DOC_GROUP,     /* blocks that share a style's indents, space and keep_together; the styles of the blocks inside
                      already have its alignment, and no indents of their own for it */
    DOC_HEADING,   /* runs */
    DOC_PARAGRAPH, /* runs */
    DOC_LIST,      /* holds items */
    DOC_ITEM,      /* holds blocks; has a label */
    DOC_TABLE,     /* holds an optional caption (a paragraph), then rows */
    DOC_ROW,       /* holds cells */
    DOC_CELL,      /* holds blocks */
    DOC_CONTENTS,  /* the table of contents; layout/ fills it from the headings */
    DOC_BREAK,     /* a page break */
    DOC_SPACE,     /* vertical space */
    DOC_RULE,      /* a short level line; style may be NULL */
    DOC_FIGURE,    /* holds pictures, then an optional caption of all (a paragraph) */
    DOC_PICTURE,   /* a picture or QR code, and holds an optional caption (a paragraph); or a chart, and holds its words
                      (paragraphs) in the order in which they are read */
};

enum doc_number_place { DOC_NO_NUMBER, DOC_TOP_CENTER, DOC_TOP_RIGHT, DOC_BOTTOM_CENTER, DOC_BOTTOM_RIGHT };

struct doc_section {
    double width, height;            /* of the page, as it is seen: landscape has width > height */
    double top, right, bottom, left; /* margins */
    enum doc_number_place number_place;
    const char *number_format; /* "- # -": # stands for the number */
    enum doc_digits number_digits;
    int number_from;        /* number of the first page; 0: goes on from the section before */
    bool number_apart;      /* numbered by itself: the document's count goes on, and stands in the contents */
    bool number_first_page; /* false: the first page counts but shows no number */
    const struct doc_style *number_style; /* font and size of page numbers */
    const char *catchword; /* "/{words}...": at the foot of each page but the last, with the first words of the next in
                              place of {words}; NULL: none */
    const struct doc_style *catchword_style; /* never NULL with a catchword */
};

struct doc_heading {
    int level;          /* 1-6, without gaps below a section's top */
    const char *label;  /* "1.2", "ส่วนที่ 1"; NULL: unnumbered */
    bool label_line;    /* the label stands on a line of its own above the title */
    double label_width; /* width kept for the label before the title, at least one space; continued lines hang by it */
    const char *anchor; /* unique in the document; the target of links */
    bool in_contents;
    const char *contents; /* what the contents and the outline call it; NULL: by its words */
};

/* A paragraph that is a numbered caption: its first run is the label and, where words follow, a space. */
struct doc_caption {
    const char *kind;   /* "figure", "table", ...: what lists of captions go by; NULL: it is not numbered */
    const char *label;  /* "แผนภาพที่ 1" */
    const char *anchor; /* unique in the document; leads to what the caption belongs to */
};

struct doc_list {
    double indent; /* of the labels, from the block's left edge */
    double hang;   /* from there to the text; more where the widest label and a gap need it */
    bool tight;    /* no paragraph space between items */
};

enum doc_width { DOC_WIDTH_AUTO, DOC_WIDTH_POINTS, DOC_WIDTH_FRACTION };

struct doc_column {
    enum doc_width kind;
    double width; /* points, or 0-1 of the measure */
    enum doc_align align;
};

enum doc_rules { DOC_RULES_ALL, DOC_RULES_ROWS, DOC_RULES_NONE };

struct doc_table {
    const struct doc_column *columns;
    size_t column_count;
    size_t header_rows; /* the first rows; they are repeated on every page */
    enum doc_rules rules;
    double padding_x, padding_y; /* inside a cell, beyond the ink of the marks */
    bool caption;                /* the first child is the caption */
    bool split_rows;             /* a row may be parted over two pages at a line boundary */
    struct doc_origin widths;    /* where the widths are given */
    const char *continued;       /* "(ต่อ)": added in the first cell of a row that goes on; NULL: nothing */
};

struct doc_cell {
    size_t column;           /* from 0 */
    size_t colspan, rowspan; /* at least 1; inside the table */
    bool header;             /* a heading of its columns or row */
    enum doc_align align;
    enum doc_valign valign;
    bool shaded;
    bool joined; /* no rule between it and the cell above */
};

struct doc_space {
    double height;
    double fill; /* > 0: takes this share of what is left of the page */
};

/* Where it stands says the style's alignment: justified and no style are centred. */
struct doc_rule {
    enum doc_width kind; /* POINTS or FRACTION (of the measure) */
    double width, thickness;
};

/* Pictures in rows from left to right, a caption below each. */
struct doc_figure {
    size_t columns; /* at least 1 */
    double gap;     /* between pictures */
    bool caption;   /* the last child is the caption of all */
};

enum doc_chart_kind {
    DOC_CHART_BARS,     /* level bars below each other */
    DOC_CHART_LINE,     /* points from left to right, joined */
    DOC_CHART_RADAR,    /* points on axes around a centre, joined */
    DOC_CHART_WEIGHTED, /* bars, each within one that is as long as its maximum */
};

/* A number in a chart.  Its words, and those below, are paragraphs that the picture holds. */
struct doc_chart_row {
    const struct doc_node *label, *value;
    double number; /* from..to of the chart */
    double max;    /* WEIGHTED */
    bool below;    /* less than the threshold */
};

struct doc_chart_tick {
    const struct doc_node *label;
    double number;
};

enum { DOC_CHART_NOTES = 2 };

struct doc_chart {
    enum doc_chart_kind kind;
    const struct doc_chart_row *rows;
    size_t row_count;                       /* at least 1; RADAR: 3 */
    double from, to;                        /* of the axis; from < to, and where from > 0 the axis is drawn as cut */
    double threshold;                       /* where it has a label */
    double plot_height;                     /* LINE, RADAR; 0: as suits the width */
    const struct doc_node *threshold_label; /* these may be NULL */
    const struct doc_chart_tick *ticks;     /* the first at `from` */
    size_t tick_count;
    const struct doc_node *notes[DOC_CHART_NOTES]; /* below the chart */
    const struct doc_node *above, *below;          /* what is said of rows by the threshold: BARS */
};

struct image;

struct doc_picture {
    const char *file;              /* as FILE_PICTURES takes it (base/files.h); NULL: it is a code or a chart */
    const char *code;              /* the text of a QR code; NULL: it is a picture or a chart */
    const struct doc_chart *chart; /* NULL: it is a picture or a code */
    const char *alt;               /* what is to be seen, for who does not see it */
    enum doc_width kind;
    double width;              /* points, or 0-1 of the measure (a column's, where there are several); AUTO: as large
                                  as it can be shown well */
    double height;             /* points, with AUTO: so high; 0: nothing is said */
    const struct image *image; /* NULL before the files are read */
};

struct doc_contents {
    const char *of;                    /* a list of the captions of this kind; NULL: of headings */
    int levels;                        /* headings to this level; 1 for captions */
    const struct doc_style *styles[6]; /* by level, from 0 */
};

struct doc_node {
    enum doc_kind kind;
    const struct doc_style *style; /* never NULL on blocks with text; may be NULL on SECTION, ROOT, BREAK, ROW */
    struct doc_origin origin;
    struct doc_node *parent, *first, *last, *next;
    struct doc_run *runs; /* HEADING, PARAGRAPH */
    size_t run_count;
    const char *label; /* ITEM: "1)", "-"; may be "" */
    union {
        struct doc_section section;
        struct doc_heading heading;
        struct doc_caption caption; /* PARAGRAPH */
        struct doc_list list;
        struct doc_table table;
        struct doc_cell cell;
        struct doc_space space;
        struct doc_rule rule;
        struct doc_contents contents;
        struct doc_figure figure;
        struct doc_picture picture;
    };
};

struct document {
    struct doc_node *root;                /* its origin: the facts */
    const char *title, *author, *subject; /* author, subject may be NULL */
    const char *lang;                     /* BCP 47: "th-TH" */
    const struct doc_style *body;         /* the style named "body" */
    const char *draft;                    /* the mark on every page of a draft; NULL: it is none */
    const struct doc_style *draft_style;  /* never NULL with it */
    double resolution;                    /* pixels an inch that pictures keep in print; 0: 200 */
};

/* A new node under `parent` (NULL: none), behind its other children. */
struct doc_node *doc_add(struct arena *arena, struct doc_node *parent, enum doc_kind kind);

/* Takes a node, with all in it, out of its parent. */
void doc_remove(struct doc_node *node);

/* Whether the contents have an entry for that node: a heading, or a caption of the kind that they list. */
bool doc_contents_lists(const struct doc_contents *contents, const struct doc_node *node);

/* The tree as text, an element a line with its attributes, children indented, pointers of values beside their words:
 * the stage "document" of --dump. */
void doc_dump(struct buf *out, const struct document *document);

/* The words of the tree, one text unit (heading, paragraph, item, cell, entry of the
 * contents) a line in reading order: the stage "text" of
 * --dump, against which extraction from the PDF is tested.  Forced line ends become spaces. */
void doc_text(struct buf *out, const struct document *document);

#endif
