/*
 * Fonts: opened from bytes by FreeType and HarfBuzz, found by family and style through the font manifest.
 */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hb_font_t; /* HarfBuzz, opened by text/ */
struct font_cache;

/* One face.  Lengths in font units, y upwards, unless said otherwise. */
struct font {
    const char *name;          /* PostScript name, ASCII without spaces, fit for a PDF name */
    const char *file;          /* as the manifest or pattern names it */
    const unsigned char *data; /* the font file */
    size_t size;               /* bytes */
    struct hb_font_t *hb;      /* scaled to font units */
    void *face;                /* FT_Face */
    int units_per_em;
    double scale;                                   /* the family's: a style's size times this is the size in points */
    int ascent, descent;                            /* descent is negative */
    int cap_height, x_height, italic_angle, weight; /* the angle in degrees, negative when it leans to the right */
    int bbox[4];                                    /* x_min, y_min, x_max, y_max */
    bool bold, italic;        /* of the face; a style that a family lacks is stood in for by another */
    size_t index;             /* place in its set, from 0 */
    struct font_cache *cache; /* what font.c remembers of the glyphs */
};

/* How files are got: sets *data and *size (bytes that stay valid while the set lives) and returns true, or returns
 * false when there is no such file.  A path is a file's name, or one of the manifest's folders with a name behind it.
 */
struct font_files {
    bool (*load)(void *user, const char *path, const unsigned char **data, size_t *size);
    void *user;
};

struct font_set;

/*
 * A set over a manifest (fonts/README.md), which must outlive it, as `files` must.  Faces are opened when first asked
 * for, with memory of `arena`.  Handles are closed with the arena.
 */
struct font_set *font_set_new(struct arena *arena, const struct value *manifest, struct font_files files);

/* The face of a family and style; families that the manifest does not name are looked for by its file name patterns.
 * A style that the family lacks gives its nearest one and a warning.  NULL when there is none, it cannot be read, has
 * no TrueType outlines, or its licence bits forbid embedding; that is an error, said once to each `diags`. */
const struct font *font_lookup(struct font_set *set, const char *family, bool bold, bool italic, struct diags *diags);

/* The face of that style of the first fallback family that has `code`, or NULL.  Fallback families that are not
 * installed are passed over. */
const struct font *font_fallback(struct font_set *set, uint32_t code, bool bold, bool italic);

/* True when the face can show the character, by itself or as HarfBuzz does (a wide space as an empty glyph). */
bool font_has(const struct font *font, uint32_t code);

/* The family named as default in the manifest; "" when it names none. */
const char *font_default_family(const struct font_set *set);

/* Ink of a glyph over and under the base line (font units, `below` is negative under it).  False: no ink. */
bool font_glyph_ink(const struct font *font, uint32_t glyph, int *above, int *below);

#endif
