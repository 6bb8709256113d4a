/*
 * Lengths are PostScript points (1/72 inch) in double.  The origin of a page is its top left corner, x grows to the
 * right and y downwards; only pdf/ turns that over.  The build forbids contraction of floating-point operations, so the
 * same input gives the same numbers on every machine.
 */
#ifndef BASE_GEOM_H
#define BASE_GEOM_H

#define MM_TO_PT (72.0 / 25.4)

struct rect {
    double x, y, width, height; /* x, y: the top left corner */
};

#endif
