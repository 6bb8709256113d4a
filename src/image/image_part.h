/* What the files of image/ share; inside image/ only.  Nothing here asks an arena for memory, as foreign libraries have
 * their frames around it: scratch is malloc's. */
#ifndef IMAGE_IMAGE_PART_H
#define IMAGE_IMAGE_PART_H

#include "image/image.h"

#include <stdint.h>

enum { TROUBLE_SIZE = 256 };

/* Rows of one size come in, rows of another, no larger, go out: each pixel is the mean of the area it covers.  Exact,
 * in whole numbers. */
struct image_rows {
    size_t from_width, from_height, width, height;
    size_t components;
    unsigned char *out; /* height * width * components; NULL: rows are thrown away */
    uint64_t *across;   /* the row that came last, reduced to `width` */
    uint64_t *sums;     /* of the row that goes out next */
    size_t taken;       /* rows that came in */
};

/* False when memory is out.  All zero before; released in any case. */
bool image_rows_open(struct image_rows *rows, size_t from_width, size_t from_height, size_t width, size_t height,
                     size_t components);
void image_rows_close(struct image_rows *rows); /* also frees `out`, unless it was taken away */
void image_rows_add(struct image_rows *rows, const unsigned char *row);

/* The pixels turned as an EXIF orientation says, in new memory with the new size; NULL: memory is out. */
unsigned char *image_turn(const unsigned char *pixels, size_t *width, size_t *height, size_t components,
                          int orientation);

/* The orientation that a JPEG's Exif block names; 1 when it names none. */
int exif_orientation(const unsigned char *bytes, size_t size);

/* Reads the head and, to see that all is there, the rest.  `trouble` says what is wrong, false then. */
bool jpeg_check(struct image *image, char trouble[TROUBLE_SIZE]);
bool png_check(struct image *image, char trouble[TROUBLE_SIZE]);

/* Decodes into `rows`, which the caller has opened for the file's pixels; a JPEG's divided by `scale`, rounded up. */
bool jpeg_decode(const struct image *image, unsigned scale, struct image_rows *rows);
bool png_decode(const struct image *image, struct image_rows *rows);

/* JPEGs can be decoded at 1/2, 1/4, 1/8: the largest of 1, 2, 4, 8 that leaves at least that many pixels. */
unsigned jpeg_scale(size_t from_width, size_t from_height, size_t width, size_t height);

/* A malloc'ed block of bytes. */
struct image_block {
    unsigned char *bytes;
    size_t size, capacity;
};

/* Packs pixels as JPEG; false: memory is out. */
bool jpeg_pack(struct image_block *out, const unsigned char *pixels, size_t width, size_t height, size_t components);

/* A JPEG stream without what is not needed to draw it: comments, Exif (place, time, camera), profiles, previews, and
 * whatever is behind its end.  The output has room for all of the input; 0 when the stream is not understood. */
size_t jpeg_strip(const unsigned char *bytes, size_t size, unsigned char *out);

#endif
