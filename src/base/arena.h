/*
 * An arena: memory that lives and dies as a whole.
 *
 * One rendering owns one arena; the model, the document and the pages are all cut from it and are never freed one by
 * one.  Handles of foreign libraries that must be closed are registered with arena_defer().
 *
 * Allocation never returns NULL: when memory runs out, control goes back to the `escape` of the arena by longjmp.
 * Only the entry points of the library (mattrakan.c) and tests set an escape.  So no foreign library may have frames
 * of ours above its own when arena memory is asked for: callbacks that foreign code calls must not allocate.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new arena that may hold `limit` bytes (0: no limit).  NULL when memory is out.  `escape` is borrowed. */
struct arena *arena_new(jmp_buf *escape, size_t limit);

/* Runs the deferred calls, last one first, and frees everything.  NULL is allowed. */
void arena_free(struct arena *arena);

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* A copy of `length` bytes of `text` with a NUL behind it. */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_strdup(struct arena *arena, const char *text);

/* A formatted string, as printf. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments);

/* Calls `close(handle)` when the arena is freed.  When there is no memory to remember that, closes at once and
 * escapes. */
void arena_defer(struct arena *arena, void (*close)(void *handle), void *handle);

/* Leaves through the escape as if memory had run out; for foreign libraries that report the same. */
_Noreturn void arena_escape(struct arena *arena);

/* Bytes handed out so far. */
size_t arena_used(const struct arena *arena);

#define arena_new_of(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_array_of((arena), (count), sizeof(type)))
void *arena_array_of(struct arena *arena, size_t count, size_t size);

/*
 * A growable array in an arena.  Declare LIST(type) as a member or variable, zero it, and add with list_add(), which
 * returns the address of the new, zeroed item.  Items move when the list grows: keep indexes, not pointers.
 */
#define LIST(type)                                                                                                     \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }
#define list_add(arena, list)                                                                                          \
    ((list)->items = arena_grow((arena), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),      \
     &(list)->items[(list)->count++])
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
