/* Compression of streams.  zlib ends here. */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "base/buf.h"

struct deflater;

/* Closed with the arena. */
struct deflater *deflater_open(struct arena *arena);

/* The bytes in zlib's format, cut from the arena. */
struct buf deflater_pack(struct deflater *deflater, const void *bytes, size_t length);

#endif
