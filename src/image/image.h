/*
 * Pictures: bytes of a JPEG or PNG file in, a picture that is known to be whole out.  libjpeg-turbo and libpng end
 * here.
 *
 * image_open() reads a file to its end, so that what is cut short, damaged, too large or of another kind is found
 * before anything is laid out; it keeps no pixels.  image_make() gives what a PDF embeds, once the printed size is
 * known.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "base/arena.h"

#include <stdbool.h>

enum {
    IMAGE_PIXELS_MAX = 100000000,           /* width times height */
    IMAGE_INTERLACED_PIXELS_MAX = 25000000, /* of an interlaced PNG, which has to be kept whole */
    IMAGE_BYTES_MAX = 64 << 20,
};

/* What is wrong with a file: goes on behind its name.  `hint` may be NULL. */
struct image_fault {
    const char *message, *expected, *hint;
};

struct image {
    const unsigned char *bytes; /* borrowed */
    size_t size;
    bool jpeg;            /* else PNG */
    size_t width, height; /* pixels, as it is to be seen */
    bool grey;
    bool interlaced; /* PNG */
    int orientation; /* JPEG: 1-8 as in EXIF; from 5 on, the file's width is our height */
    bool passes;     /* JPEG: PDF readers can take its data as it is */
};

/* The picture in these bytes; NULL with `fault` filled in. */
struct image *image_open(struct arena *arena, const unsigned char *bytes, size_t size, struct image_fault *fault);

/* A picture ready to be embedded: 8 bits a component, rows from the top. */
struct image_data {
    const unsigned char *bytes;
    size_t size;
    bool jpeg;            /* a JPEG stream without comments, camera data and places; else bare components */
    size_t width, height; /* pixels */
    int components;       /* 1 grey, 3 RGB */
};

/* The picture in about that many pixels when it has clearly more, else in its own.  JPEGs whose data need no change are
 * passed through, others are packed as JPEG again; PNGs become bare components, flattened onto white.  Memory that runs
 * out escapes through the arena.  NULL when the bytes have become bad since image_open(). */
const struct image_data *image_make(struct arena *arena, const struct image *image, size_t width, size_t height);

#endif
