/*
 * A paragraph of text made ready for line breaking: itemised by style, font and script, shaped once as a whole, with
 * the class of every break opportunity.  layout/ chooses the breaks and asks for the shaped pieces of each line.
 *
 * Offsets are bytes into the paragraph's text.
 */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include "text/font.h"
#include "text/thai_break.h"

/* A stretch of one style. */
struct text_span {
    size_t length; /* bytes; the spans of a paragraph cover its text and part it between clusters */
    const char *family;
    double size; /* points, before the family's scale */
    bool bold, italic;
    const char *lang;            /* BCP 47 */
    const struct value *origin;  /* for messages; may be NULL */
    const struct source *source; /* for messages about template words; may be NULL */
    size_t source_offset;
};

/* A glyph; advances and offsets in font units. */
struct text_glyph {
    uint32_t id;
    uint32_t cluster; /* offset of the first byte of its cluster */
    int32_t advance, dx, dy;
};

/* Glyphs of one font, size, span and script, left to right. */
struct text_run {
    const struct font *font;
    double size;          /* points, with the family's scale */
    size_t start, length; /* bytes */
    size_t span;          /* index of the span */
    const struct text_glyph *glyphs;
    size_t count;
    double width;        /* points */
    double above, below; /* ink over and under the base line, points, both >= 0 */
};

/* Whether a line can be cut before a byte. */
enum text_cut {
    TEXT_CUT_NONE,  /* inside a cluster of glyphs, or in what is not drawn */
    TEXT_CUT_FREE,  /* the glyphs on either side stay as they are */
    TEXT_CUT_SHAPE, /* both sides have to be shaped again */
};

struct text_item; /* itemise.h */

struct text_paragraph {
    const char *text;
    size_t length;
    const uint8_t *breaks;       /* enum text_break for each offset 0 .. length */
    const double *x;             /* for each offset 0 .. length: width of all text before it, points; offsets inside a
                                    cluster have the value of its start */
    const uint8_t *cuts;         /* enum text_cut for each offset 0 .. length; not NONE: a cluster begins here */
    const struct text_run *runs; /* what is not drawn (line ends, U+200B, U+2060) stands between runs, never in one */
    size_t run_count;
    const struct text_item *items; /* one for each run: what it was shaped from */
    const struct text_span *spans; /* a copy of the caller's */
};

struct text_engine;

/* What an engine is made of; everything is borrowed and must outlive it. */
struct text_engine_parts {
    struct font_set *fonts;
    struct thai_breaker *breaker;
};

struct text_engine *text_engine_new(struct arena *arena, struct text_engine_parts parts);

/* `text` (normalised, base/thai.h) and its spans made ready.  U+200B and U+2060 shape to nothing.  A character that no
 * font has is an error in `diags` with its code point and the span's origin; it is left out.  Paragraphs of the same
 * text and spans are not shared. */
struct text_paragraph *text_paragraph_new(struct text_engine *engine, struct arena *arena, const char *text,
                                          size_t length, const struct text_span *spans, size_t span_count,
                                          struct diags *diags);

/* The runs of the bytes from `from` to `to` as they look on a line of their own: cut from the whole where that is safe,
 * shaped again where it is not.  The caller leaves out the spaces at the line's end. */
struct text_run *text_paragraph_line(struct text_engine *engine, struct arena *arena,
                                     const struct text_paragraph *paragraph, size_t from, size_t to, size_t *run_count);

#endif
