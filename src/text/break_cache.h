/*
 * A memory of what the engines said: the same runs of letters come again and again, within a report and even more in
 * the next one.  It has a fixed size; a run may push out another.
 */
#ifndef TEXT_BREAK_CACHE_H
#define TEXT_BREAK_CACHE_H

#include "base/arena.h"

#include <stdint.h>

struct break_cache;

struct break_cache *break_cache_new(struct arena *arena);

/* The edges of a run of letters (TIS-620): for each letter, what is known of the boundary before it.  NULL when the run
 * is not remembered. */
const uint8_t *break_cache_find(const struct break_cache *cache, const uint8_t *run, size_t length);

/* Room for the edges of a run, to be filled at once; NULL when it is too long to be worth it. */
uint8_t *break_cache_add(struct break_cache *cache, const uint8_t *run, size_t length);

#endif
