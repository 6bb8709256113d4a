#include "text/break_engines.h"

#include <thai/thbrk.h>

struct break_libthai {
    ThBrk *handle;
};

static void close_handle(void *handle)
{
    th_brk_delete(handle);
}

struct break_libthai *break_libthai_open(struct arena *arena, const char *path)
{
    struct break_libthai *libthai = arena_new_of(arena, struct break_libthai);
    libthai->handle = th_brk_new(path);
    if (!libthai->handle)
        return NULL;
    arena_defer(arena, close_handle, libthai->handle);
    return libthai;
}

size_t break_libthai_find(struct break_libthai *libthai, const uint8_t *tis, size_t length, int *positions)
{
    int count = th_brk_find_breaks(libthai->handle, tis, positions, length);
    return count > 0 ? (size_t)count : 0;
}
