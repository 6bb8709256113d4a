/* ToUnicode: what the codes of a font mean (ISO 32000-1, 9.10.3). */
#ifndef PDF_CMAP_H
#define PDF_CMAP_H

#include "pdf/pdf_font.h"

void pdf_cmap(struct buf *out, const struct pdf_font *font);

#endif
