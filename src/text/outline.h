/* The contours of letters: text that is drawn as a shape, where it must not be read as text. */
#ifndef TEXT_OUTLINE_H
#define TEXT_OUTLINE_H

#include "text/paragraph.h"

enum outline_step {
    OUTLINE_MOVE,  /* a contour begins here, and the one before it is closed */
    OUTLINE_LINE,  /* straight to this point */
    OUTLINE_CURVE, /* always three: the two control points of a cubic curve, and its end */
};

struct outline_point {
    double x, y;
    enum outline_step step;
};

/* Contours to be filled as one, all that they wind around. */
struct text_outline {
    LIST(struct outline_point) list;
};

/* Adds the glyphs of a run whose base line begins at x and lies at y = 0; points, y downwards. */
void text_outline_add(struct arena *arena, struct text_outline *outline, const struct text_run *run, double x);

#endif
