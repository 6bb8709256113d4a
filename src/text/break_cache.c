#include "text/break_cache.h"

#include <string.h>

enum { SLOTS = 1024, LETTERS_MAX = 96 };

struct slot {
    uint8_t length; /* 0: empty */
    uint8_t run[LETTERS_MAX], edges[LETTERS_MAX];
};

struct break_cache {
    struct slot slots[SLOTS];
};

struct break_cache *break_cache_new(struct arena *arena)
{
    return arena_new_of(arena, struct break_cache);
}

static size_t slot_of(const uint8_t *run, size_t length)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ run[i]) * 16777619u;
    return (hash ^ hash >> 16) % SLOTS;
}

const uint8_t *break_cache_find(const struct break_cache *cache, const uint8_t *run, size_t length)
{
    if (!length || length > LETTERS_MAX)
        return NULL;
    const struct slot *slot = &cache->slots[slot_of(run, length)];
    return slot->length == length && memcmp(slot->run, run, length) == 0 ? slot->edges : NULL;
}

uint8_t *break_cache_add(struct break_cache *cache, const uint8_t *run, size_t length)
{
    if (!length || length > LETTERS_MAX)
        return NULL;
    struct slot *slot = &cache->slots[slot_of(run, length)];
    slot->length = (uint8_t)length;
    memcpy(slot->run, run, length);
    return slot->edges;
}
