/*
 * Pages: lists of positioned items with their structure, ready to be written by any serialiser.  Coordinates as in
 * base/geom.h.  Items stand in reading order; nothing needs to be known of the document to draw them.
 *
 * On every page elements are begun and ended in pairs, nested as their tags are, from the root on; an element may be
 * begun several times on a page, too.  Artifacts stand anywhere, also between the words of one element, hold no
 * elements, and are not nested.  Shading stands before the words it lies under, other rules behind.
 */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "base/buf.h"
#include "base/geom.h"
#include "image/image.h"
#include "text/outline.h"

/* Structure types, named as in ISO 32000-1, 14.8.4. */
enum page_role {
    PAGE_DOCUMENT,
    PAGE_SECT,
    PAGE_H,
    PAGE_P,
    PAGE_L,
    PAGE_LI,
    PAGE_LBL,
    PAGE_LBODY,
    PAGE_TABLE,
    PAGE_CAPTION,
    PAGE_TR,
    PAGE_TH,
    PAGE_TD,
    PAGE_TOC,
    PAGE_TOCI,
    PAGE_LINK,
    PAGE_FIGURE,
    PAGE_SPAN
};

/* A structure element.  One that goes on over a page end is begun again with the same tag on the next page. */
struct page_tag {
    size_t id;     /* place in pages.tags */
    size_t parent; /* id; the root's is its own */
    enum page_role role;
    int level;               /* H: 1-6 */
    size_t colspan, rowspan; /* TH, TD */
    bool column_header;      /* TH: heads a column (else a row) */
    const char *lang;        /* NULL: the parent's */
    const char *alt;         /* FIGURE; LINK: its description */
    struct rect box;         /* FIGURE: where it stands on its page */
};

enum page_item_kind {
    PAGE_TEXT,           /* text */
    PAGE_RULE,           /* rect, filled with `grey` */
    PAGE_BEGIN,          /* tag */
    PAGE_END,            /* tag */
    PAGE_ARTIFACT_BEGIN, /* until PAGE_ARTIFACT_END: rules, page numbers, repeated headers */
    PAGE_ARTIFACT_END,
    PAGE_LINK_AREA, /* rect, link */
    PAGE_ANCHOR,    /* rect.y, link: its name */
    PAGE_IMAGE,     /* rect, image */
    PAGE_SHAPE,     /* rects, filled with `grey` as one shape */
    PAGE_PATH,      /* path; rect: around its points */
    PAGE_OUTLINE,   /* outline, filled with `grey`; rect: around it */
};

struct page_text {
    struct text_run run; /* glyphs */
    const char *text;    /* the run's text: run.length bytes; glyph clusters minus run.start index into it */
    double x, y;         /* the base line's left end */
    double cluster_gap;  /* added behind Thai clusters and spaces (thai_stretch()) but the last of the line, points */
    double space_gap;    /* added to every space besides, points */
    const struct value *origin;
};

/* A picture, however often it is shown. */
struct page_image {
    size_t id; /* place in pages.images */
    const struct image *source;
    double width, height;          /* of the largest showing */
    const struct image_data *data; /* enough for that */
};

struct page_rects {
    LIST(struct rect) list;
};

struct page_point {
    double x, y;
    bool begin; /* of a line; the first point always is one */
};

/* Straight lines from point to point, filled, then stroked. */
struct page_path {
    const struct page_point *points;
    size_t count;
    bool closed; /* the last point of every line is joined to its first */
    bool filled;
    double fill;      /* grey of the area */
    double width;     /* of the stroke; 0: none */
    double grey;      /* of the stroke */
    double dash, gap; /* lengths; 0: the stroke is solid */
};

struct page_item {
    enum page_item_kind kind;
    struct rect rect;
    double grey;      /* 0 black .. 1 white */
    size_t tag;       /* id */
    const char *link; /* URI, or "#" and an anchor's name; ANCHOR: the name */
    struct page_text text;
    struct page_image *image;
    const struct page_rects *rects;
    const struct page_path *path;
    const struct text_outline *outline;
};

struct page {
    double width, height;
    const char *label; /* its number in the digits it is printed in, without what stands around it ("- 2 -"); also where
                          a first page hides it; "" where pages have no numbers */
    LIST(struct page_item) items;
};

struct page_outline {
    int level; /* from 1 */
    const char *title;
    size_t page; /* index */
    double y;
};

struct pages {
    struct arena *arena;
    LIST(struct page) list;
    LIST(struct page_tag) tags;
    LIST(struct page_outline) outline;
    LIST(struct page_image *) images;
    const char *title, *author, *subject, *lang; /* author, subject may be NULL */
};

/* All pages as text, an item a line, lengths with two decimals, pointers beside the words: the stage "pages". */
void pages_dump(struct buf *out, const struct pages *pages);

#endif
