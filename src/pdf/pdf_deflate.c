#include "pdf/pdf_deflate.h"

#include <limits.h>
#include <zlib.h>

/* A tenth smaller than level 1 where lines are stretched, for a third more time; the levels above save one part in a
 * hundred and cost up to three times as much. */
enum { LEVEL = 5 };

struct deflater {
    struct arena *arena;
    z_stream stream;
    unsigned char *room; /* takes one packed stream before it is copied at its true size */
    size_t room_size;
};

static void close_stream(void *stream)
{
    deflateEnd(stream);
}

struct deflater *deflater_open(struct arena *arena)
{
    struct deflater *deflater = arena_new_of(arena, struct deflater);
    deflater->arena = arena;
    if (deflateInit(&deflater->stream, LEVEL) != Z_OK)
        arena_escape(arena);
    arena_defer(arena, close_stream, &deflater->stream);
    return deflater;
}

struct buf deflater_pack(struct deflater *deflater, const void *bytes, size_t length)
{
    z_stream *stream = &deflater->stream;
    size_t bound = deflateBound(stream, length);
    if (length > UINT_MAX || bound > UINT_MAX)
        arena_escape(deflater->arena);
    if (bound > deflater->room_size) {
        deflater->room_size = bound * 2;
        deflater->room = arena_alloc(deflater->arena, deflater->room_size);
    }
    stream->next_in = (z_const Bytef *)bytes;
    stream->avail_in = (uInt)length;
    stream->next_out = deflater->room;
    stream->avail_out = (uInt)bound;
    deflate(stream, Z_FINISH); /* cannot fail: the output has room for the worst case */
    struct buf packed = buf_init(deflater->arena);
    buf_add(&packed, deflater->room, bound - stream->avail_out);
    deflateReset(stream);
    return packed;
}
