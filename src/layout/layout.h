/* Layout: a document becomes pages. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "doc/doc.h"
#include "layout/page.h"

/* Lays the document out.  Findings: characters without a glyph, breaks forced inside a word, lines and cells that do
 * not fit.  Everything in the document is on the pages, always. */
struct pages *layout_document(struct arena *arena, const struct document *document, struct text_engine *engine,
                              struct diags *diags);

#endif
