/*
 * Fonts of one file.
 *
 * Text must come back from every reader as the code points that went in.  Readers look at one thing alone: the text
 * that ToUnicode gives for a character code.  So each code here (a CID) stands for a shape together with its text, and
 * the codes of a font are given out while pages are drawn.  A shape is a glyph, or glyphs put together with the
 * offsets that shaping gave them; such a composition becomes a glyph of its own when the font is cut down
 * (pdf_embed.h), so that the page needs neither rise nor moves backwards, by which readers tear words apart.
 */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include "text/font.h"

/* A glyph of a shape; x and y from the pen, font units. */
struct pdf_part {
    uint32_t glyph;
    int32_t x, y;
};

/* What a code shows and what it means. */
struct pdf_char {
    const struct pdf_part *parts; /* none: nothing is drawn */
    size_t part_count;
    const uint32_t *codes; /* the text: at least one code point */
    size_t code_count;
    int width;      /* font units */
    double stated;  /* the width as the file states it, thousandths of the size */
    unsigned shape; /* the first CID that looks the same */
};

enum { PDF_CID_MAX = 65535 };

struct pdf_font {
    struct arena *arena;
    const struct font *font;
    int number;                  /* its name in the resources: F1, F2, ... */
    LIST(struct pdf_char) chars; /* by CID; 0 stands for no character */
    uint16_t *slots;             /* CIDs by the hash of their shape; 0: free */
    size_t slot_count;           /* a power of two */
    int32_t *advances;           /* by glyph: 1 + advance, 0 where it has not been asked for */
    size_t glyph_count;
    bool full; /* more characters were wanted than there can be */
};

struct pdf_fonts {
    struct arena *arena;
    LIST(struct pdf_font *) list;
};

/* The font's entry, made when it is first asked for. */
struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, const struct font *font);

/* The CID for such a character; arrays are copied when it is new, `stated` and `shape` are not looked at.  When the
 * font is full, 0. */
unsigned pdf_font_cid(struct pdf_font *font, const struct pdf_char *wanted);

/* The advance that the font itself gives a glyph, font units. */
int pdf_font_advance(struct pdf_font *font, uint32_t glyph);

/* True when the shape is a glyph of the font as it is. */
bool pdf_char_is_glyph(struct pdf_font *font, const struct pdf_char *character);

#endif
