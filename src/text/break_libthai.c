/*
 * libthai's time grows with the square of a run's length.  So each run has a call of its own, and a very long one is
 * looked at through a window: boundaries far enough from the window's end are kept, and the next window begins at the
 * last of them.
 */
#include "text/break_engines.h"

#include <thai/thbrk.h>

enum {
    WINDOW = 256, /* letters */
    MARGIN = 64   /* letters before the window's end whose boundaries depend on what follows */
};

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

/* The boundaries in a run of `length` letters, counted from the run's start; the letter behind it becomes NUL for the
 * time of the call. */
static size_t find(struct break_libthai *libthai, uint8_t *run, size_t length, int *positions)
{
    uint8_t kept = run[length];
    run[length] = 0;
    int count = th_brk_find_breaks(libthai->handle, run, positions, length);
    run[length] = kept;
    return count > 0 ? (size_t)count : 0;
}

/* As find(), for a run of any length; the boundaries are counted from `base` before the run. */
static size_t find_windowed(struct break_libthai *libthai, uint8_t *run, size_t length, size_t base, int *positions)
{
    size_t total = 0, start = 0;
    while (start < length) {
        bool last = length - start <= WINDOW;
        size_t size = last ? length - start : WINDOW, count = find(libthai, run + start, size, positions + total);
        size_t next = last ? size : WINDOW - MARGIN, kept = 0;
        while (kept < count && (last || positions[total + kept] <= WINDOW - MARGIN))
            kept++;
        if (!last && kept)
            next = (size_t)positions[total + kept - 1];
        for (size_t i = 0; i < kept; i++)
            positions[total + i] += (int)(base + start);
        total += kept;
        start += next;
    }
    return total;
}

size_t break_libthai_find(struct break_libthai *libthai, uint8_t *tis, size_t length, int *positions)
{
    size_t total = 0;
    for (size_t start = 0, end; start < length; start = end + 1) {
        end = start;
        while (end < length && tis[end] != ' ')
            end++;
        if (end - start > 1)
            total += find_windowed(libthai, tis + start, end - start, start, positions + total);
    }
    return total;
}
