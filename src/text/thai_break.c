#include "text/thai_break.h"

#include "text/break_stages.h"

#include <stdlib.h>
#include <string.h>

/* Memory for the work on one paragraph; kept for the next one unless it was a very long one. */
struct room {
    unsigned char *bytes;
    size_t capacity; /* code points */
};

enum { ROOM_KEPT = 64 * 1024 };

struct thai_breaker {
    struct arena *arena;
    struct break_engines engines;
    struct break_lists lists;
    struct room room;
};

static void free_room(void *handle)
{
    struct room *room = handle;
    free(room->bytes);
    *room = (struct room){0};
}

static void read_lists(struct thai_breaker *breaker, const struct value *words)
{
    struct break_lists *lists = &breaker->lists;
    const struct {
        struct word_list *list;
        const char *name;
    } members[] = {
        {&lists->words, "words"},
        {&lists->leaders, "leaders"},
        {&lists->openers, "openers"},
        {&lists->titles, "titles"},
        {&lists->places, "places"},
        {&lists->prefixes, "prefixes"},
        {&lists->ordinals, "ordinals"},
        {&lists->particles, "particles"},
        {&lists->units, "units"},
        {&lists->months, "months"},
        {&lists->abbreviations, "abbreviations"},
    };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        word_list_read(members[i].list, breaker->arena, value_member(words, members[i].name));
}

struct thai_breaker *thai_breaker_new(struct arena *arena, const struct value *words, const char *dictionary_path,
                                      struct diags *diags)
{
    struct thai_breaker *breaker = arena_new_of(arena, struct thai_breaker);
    breaker->arena = arena;
    breaker->engines.libthai = break_libthai_open(arena, dictionary_path);
    if (!breaker->engines.libthai) {
        diag_at(diags, SEVERITY_ERROR, "break-dictionary", NULL, 0,
                (struct diag_more){.hint = "install Debian's package libthai-data"},
                "the dictionary of Thai words cannot be read: %s", dictionary_path ? dictionary_path : "libthai's own");
        return NULL;
    }
    breaker->engines.icu = break_icu_open(arena);
    if (!breaker->engines.icu) {
        diag_at(diags, SEVERITY_ERROR, "break-dictionary", NULL, 0, (struct diag_more){0},
                "ICU has no breaker of Thai words");
        return NULL;
    }
    breaker->engines.cache = break_cache_new(arena);
    arena_defer(arena, free_room, &breaker->room);
    read_lists(breaker, words);
    return breaker;
}

void thai_breaker_add_word(struct thai_breaker *breaker, const char *word)
{
    word_list_add(&breaker->lists.document, breaker->arena, word);
}

void thai_breaker_reset_words(struct thai_breaker *breaker)
{
    word_list_clear(&breaker->lists.document);
}

/* ---- a paragraph ------------------------------------------------------------------------------------------------ */

/* Gives each array of `t` its part of the room, for `count` code points. */
static void take_room(struct thai_breaker *breaker, struct arena *arena, struct break_text *t, size_t count)
{
    struct room *room = &breaker->room;
    size_t each = 4 * sizeof(uint32_t) + sizeof(uint16_t) + 4 * sizeof(uint8_t), items = count + 2;
    if (room->capacity < items) {
        size_t capacity = items + items / 2;
        unsigned char *bytes = count < SIZE_MAX / 4 / each ? realloc(room->bytes, capacity * each) : NULL;
        if (!bytes)
            arena_escape(arena);
        *room = (struct room){.bytes = bytes, .capacity = capacity};
    }
    uint32_t *words = (uint32_t *)(void *)room->bytes;
    t->code = words;
    t->at = words + items;
    t->work = words + 2 * items;
    t->positions = (int *)(void *)(words + 3 * items);
    t->utf16 = (uint16_t *)(void *)(words + 4 * items);
    t->type = (uint8_t *)(void *)(t->utf16 + items);
    t->known = t->type + items;
    t->breaks = t->known + items;
    t->tis = t->breaks + items;
}

static void write_breaks(const struct break_text *t, uint8_t *breaks)
{
    memset(breaks, TEXT_BREAK_NONE, t->length + 1);
    for (size_t i = 0; i <= t->count; i++)
        breaks[t->at[i]] = t->breaks[i];
}

void thai_breaks(struct thai_breaker *breaker, struct arena *arena, const char *text, size_t length,
                 const struct break_stretch *others, size_t other_count, uint8_t *breaks)
{
    struct break_text t = {.text = text, .length = length};
    if (length > INT32_MAX / 2)
        arena_escape(arena);
    take_room(breaker, arena, &t, length);
    break_text_read(&t);
    break_pairs(&t);
    break_foreign(&t, breaker->engines.icu);
    break_runs(&t, &breaker->lists, &breaker->engines);
    break_gaps(&t, &breaker->lists);
    break_words(&t, &breaker->lists);
    break_names(&t, &breaker->lists);
    break_other(&t, breaker->engines.icu, others, other_count);
    break_addresses(&t);
    break_relieve(&t);
    write_breaks(&t, breaks);
    if (breaker->room.capacity > ROOM_KEPT)
        free_room(&breaker->room);
}
