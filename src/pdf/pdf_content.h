/* What stands on a page, as operators of a content stream (ISO 32000-1, 8 and 9). */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "layout/page.h"
#include "pdf/pdf_run.h"

#include <stdint.h>

/* Draws one page after the other; only `fonts` lasts from page to page. */
struct pdf_content {
    struct pdf_fonts *fonts;
    struct buf ops; /* the operators of the last page */
    struct pdf_steps steps;

    double height; /* of the page */
    bool in_text;  /* between BT and ET */
    int64_t x, y;  /* where the last line of text began, hundredths of a point; y upwards */
    const struct pdf_font *font;
    double size, grey;
};

struct pdf_content pdf_content_init(struct arena *arena, struct pdf_fonts *fonts);

/* Writes the page's operators to `ops` in place of the last page's. */
void pdf_content_draw(struct pdf_content *content, const struct page *page);

#endif
