/* One face from bytes; for font_set.c. */
#ifndef TEXT_FONT_OPEN_H
#define TEXT_FONT_OPEN_H

#include "text/font.h"

struct font_library; /* FreeType */

/* NULL when memory is out.  Closed with the arena. */
struct font_library *font_library_open(struct arena *arena);

/* The face in `data`, or NULL with the reason in `why` ("has no TrueType outlines").  `file` and `data` are borrowed
 * and must outlive the arena.  Closed with the arena. */
struct font *font_open(struct font_library *library, struct arena *arena, const char *file, const unsigned char *data,
                       size_t size, const char **why);

#endif
