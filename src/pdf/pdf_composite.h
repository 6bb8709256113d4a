/*
 * Glyphs made of glyphs: a TrueType font with composite glyphs added (OpenType, "glyf", "loca").
 */
#ifndef PDF_COMPOSITE_H
#define PDF_COMPOSITE_H

#include "pdf/pdf_font.h"

#include <hb.h>

struct pdf_composite {
    const struct pdf_part *parts; /* glyphs of the face; those without an outline add nothing */
    size_t part_count;
    int width; /* font units */
};

/*
 * A font program of the six tables that a PDF needs: the face's glyphs, then the composites, which get the numbers from
 * the face's count of glyphs on.  NULL when the face is broken or cannot take the composites; `*why` says in what
 * regard.
 */
const struct buf *pdf_composite_font(struct arena *arena, hb_face_t *face, const struct pdf_composite *composites,
                                     size_t count, const char **why);

#endif
