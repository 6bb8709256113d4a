/* Words that stay whole: those of the lists, and names, which no dictionary knows. */
#include "text/break_stages.h"

enum {
    NAME_MAX = 20,    /* letters of a given name: more of them are a name with text behind it */
    SURNAME_MAX = 24, /* letters of a surname */
    PLACE_MAX = 16    /* letters of a place's name */
};

/* True at either side of Thai letters, and inside them where an engine sees a boundary. */
static bool may_end(const struct break_text *t, size_t i)
{
    if (break_between_thai(t, i))
        return break_is_edge(t, i);
    return i == 0 || t->type[i] != t->type[i - 1] || t->type[i] != BREAK_LATIN;
}

/* Nothing between the two ends is a break, save at the worst. */
static void keep_whole(struct break_text *t, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++) {
        if (t->breaks[i] > TEXT_BREAK_FORCED)
            break_set(t, i, TEXT_BREAK_FORCED);
    }
}

static void allow(struct break_text *t, size_t i)
{
    if (!break_between_thai(t, i))
        return;
    t->known[i] |= BREAK_EDGE;
    if (t->breaks[i] < TEXT_BREAK_WORD && !(t->known[i] & BREAK_KEPT))
        break_set(t, i, TEXT_BREAK_WORD);
}

/* A listed word may also end where the engines see none, when the next one surely begins there: they read the end of
 * "ดำเนินงานการ" as one word. */
static bool may_end_listed(const struct break_text *t, const struct break_lists *lists, size_t i)
{
    return may_end(t, i) || ((t->known[i] & BREAK_POSSIBLE) && word_list_at(&lists->openers, t, i));
}

/* The end of the longest word of the list at i that can end there, or 0. */
static size_t word_end(const struct break_text *t, const struct break_lists *lists, const struct word_list *list,
                       size_t i)
{
    size_t length = word_list_at(list, t, i);
    while (length && !may_end_listed(t, lists, i + length))
        length = word_list_shorter(list, t, i, length);
    return length ? i + length : 0;
}

/* A leader such as "ผู้" at i parts from the word that it makes a noun of only at a price; its end, or i. */
static size_t hold_leader(struct break_text *t, const struct break_lists *lists, size_t i)
{
    size_t end = may_end(t, i) ? i + word_list_at(&lists->leaders, t, i) : i;
    if (end > i && break_between_thai(t, end) && t->breaks[end] == TEXT_BREAK_WORD)
        t->breaks[end] = TEXT_BREAK_SOFT;
    return end;
}

void break_words(struct break_text *t, const struct break_lists *lists)
{
    size_t held = 0; /* where the last leader ends that is no part of a listed word */
    for (size_t i = 0; i < t->count;) {
        size_t end = may_end(t, i) ? word_end(t, lists, &lists->words, i) : 0;
        size_t own = may_end(t, i) ? word_end(t, lists, &lists->document, i) : 0;
        if (own > end)
            end = own;
        if (!end) {
            size_t leader_end = hold_leader(t, lists, i);
            held = leader_end > i ? leader_end : held;
            i++;
            continue;
        }
        keep_whole(t, i, end);
        if (i != held)
            allow(t, i);
        allow(t, end);
        i = end;
    }
}

/* ---- names ------------------------------------------------------------------------------------------------------ */

static size_t letters_end(const struct break_text *t, size_t i)
{
    while (i < t->count && t->type[i] == BREAK_THAI)
        i++;
    return i;
}

/* The place behind the space at i (one or two), or i when there is none. */
static size_t space_end(const struct break_text *t, size_t i)
{
    size_t end = i;
    while (end < t->count && end < i + 2 && t->type[end] == BREAK_SPACE)
        end++;
    return end;
}

/* A given name from `start`, behind its title, and the surname after it. */
static void keep_name(struct break_text *t, const struct break_lists *lists, size_t start)
{
    size_t end = letters_end(t, start);
    if (end - start > NAME_MAX)
        return;
    keep_whole(t, start, end);
    size_t surname = space_end(t, end), surname_end = letters_end(t, surname);
    if (surname == end || surname_end == surname || surname_end - surname > SURNAME_MAX ||
        word_list_at(&lists->titles, t, surname))
        return;
    keep_whole(t, surname, surname_end);
    if (t->breaks[surname] == TEXT_BREAK_SPACE)
        t->breaks[surname] = TEXT_BREAK_SOFT;
}

/* A title or the kind of a place may begin here: not inside a word or a dotted abbreviation. */
static bool may_begin(const struct break_text *t, size_t i)
{
    if (t->type[i] != BREAK_THAI || break_between_thai(t, i))
        return t->breaks[i] == TEXT_BREAK_WORD;
    if (i && t->type[i - 1] == BREAK_STOP)
        return i < 2 || t->type[i - 2] != BREAK_THAI;
    return i == 0 || t->type[i - 1] != BREAK_LATIN;
}

/* The end of a title at i, or 0.  Longer words begin like one; libthai and the lists know them. */
static size_t title_end(const struct break_text *t, const struct break_lists *lists, size_t i)
{
    size_t end = i + word_list_at(&lists->titles, t, i);
    if (end == i || word_end(t, lists, &lists->words, i) > end)
        return 0;
    if (break_between_thai(t, end) && !(t->known[end] & BREAK_LIBTHAI))
        return 0;
    return end;
}

/* A title from `start` to `end` stays with the name, or the next title, behind it. */
static void keep_title(struct break_text *t, const struct break_lists *lists, size_t start, size_t end)
{
    while (end) {
        size_t name = space_end(t, end);
        keep_whole(t, start, end);
        if (t->type[name] != BREAK_THAI)
            return;
        if (t->breaks[name] > TEXT_BREAK_FORCED && t->breaks[name] != TEXT_BREAK_LINE)
            t->breaks[name] = TEXT_BREAK_FORCED;
        start = name;
        end = title_end(t, lists, name);
    }
    keep_name(t, lists, start);
}

/* A place's name up to the end of its letters parts only at a price: engines break inside rare ones. */
static void keep_place(struct break_text *t, size_t start)
{
    size_t end = letters_end(t, start);
    if (end - start > PLACE_MAX)
        return;
    for (size_t i = start; i < end; i++) {
        if (t->breaks[i] == TEXT_BREAK_WORD && break_between_thai(t, i))
            t->breaks[i] = TEXT_BREAK_SOFT;
    }
}

void break_names(struct break_text *t, const struct break_lists *lists)
{
    for (size_t i = 0; i < t->count; i++) {
        if (!may_begin(t, i))
            continue;
        size_t end = title_end(t, lists, i), place = word_list_at(&lists->places, t, i);
        if (end)
            keep_title(t, lists, i, end);
        if (place && may_end(t, i + place))
            keep_place(t, i + place);
    }
}
