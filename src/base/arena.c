#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct chunk {
    struct chunk *next;
    size_t size, used;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*close)(void *handle);
    void *handle;
};

struct arena {
    struct chunk *chunks; /* the first one is being filled */
    struct deferred *deferred;
    jmp_buf *escape;
    size_t limit, used;
};

struct arena *arena_new(jmp_buf *escape, size_t limit)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena) {
        arena->escape = escape;
        arena->limit = limit;
    }
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct deferred *d = arena->deferred; d; d = d->next)
        d->close(d->handle);
    for (struct chunk *c = arena->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    free(arena);
}

_Noreturn void arena_escape(struct arena *arena)
{
    longjmp(*arena->escape, 1);
}

/* A large block gets a chunk of its own behind the current one, so that the rest of the current one is not lost. */
static struct chunk *add_chunk(struct arena *arena, size_t size)
{
    size_t room = size > CHUNK_SIZE / 4 ? size : CHUNK_SIZE;
    struct chunk *chunk = malloc(sizeof *chunk + room);
    if (!chunk)
        arena_escape(arena);
    chunk->size = room;
    chunk->used = 0;
    if (room != CHUNK_SIZE && arena->chunks) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    return chunk;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        arena_escape(arena);
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (arena->limit && size > arena->limit - arena->used)
        arena_escape(arena);
    struct chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < size)
        chunk = add_chunk(arena, size);
    void *block = chunk->bytes + chunk->used;
    chunk->used += size;
    arena->used += size;
    return memset(block, 0, size);
}

void *arena_array_of(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        arena_escape(arena);
    return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        arena_escape(arena);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

void arena_defer(struct arena *arena, void (*close)(void *handle), void *handle)
{
    struct deferred *deferred = NULL;
    if (!arena->limit || arena->used + sizeof *deferred <= arena->limit) {
        size_t room = arena->chunks ? arena->chunks->size - arena->chunks->used : 0;
        if (room < sizeof *deferred + ALIGNMENT) {
            struct chunk *chunk = malloc(sizeof *chunk + CHUNK_SIZE);
            if (chunk) {
                *chunk = (struct chunk){.next = arena->chunks, .size = CHUNK_SIZE};
                arena->chunks = chunk;
            }
            room = chunk ? CHUNK_SIZE : 0;
        }
        if (room)
            deferred = arena_alloc(arena, sizeof *deferred);
    }
    if (!deferred) {
        close(handle);
        arena_escape(arena);
    }
    *deferred = (struct deferred){.next = arena->deferred, .close = close, .handle = handle};
    arena->deferred = deferred;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wanted = *capacity ? *capacity * 2 : 8;
    void *grown = arena_array_of(arena, wanted, size);
    if (count)
        memcpy(grown, items, count * size);
    *capacity = wanted;
    return grown;
}
