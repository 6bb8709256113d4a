/*
 * A run of shaped text becomes characters of a font and moves between them.
 *
 * Shaping gives, for each cluster, n glyphs for m code points, in an order that is the font's affair.  Only the cluster
 * as a whole has a known text, so the code points are dealt out in logical order, one to a character: the first m - 1
 * glyphs take one each, the rest become one character for the last code point.  Where there are fewer glyphs than code
 * points, the last glyph takes what is left; but marks get characters of their own that draw nothing, since pdf.js
 * takes a character with a mark in its text for one without width.
 */
#ifndef PDF_RUN_H
#define PDF_RUN_H

#include "layout/page.h"
#include "pdf/pdf_font.h"

struct pdf_step {
    unsigned cid;
    double gap; /* moved on behind the character's own width, thousandths of the size */
};

/* Reused from run to run. */
struct pdf_steps {
    LIST(struct pdf_step) list;
    LIST(uint32_t) codes;
    LIST(struct pdf_part) parts;
};

/* Fills steps->list. */
void pdf_run_steps(struct pdf_font *font, const struct page_text *text, struct pdf_steps *steps);

#endif
