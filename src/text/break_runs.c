/*
 * Segmenters are at their best with nothing but Thai letters.  So every run of them is cut out of the paragraph, dotted
 * abbreviations are taken off first, and the runs that are not remembered go to each engine in one text, parted by
 * spaces.
 */
#include "base/thai.h"
#include "text/break_stages.h"

enum {
    NO_NUN = 0x0e13,     /* a word by itself */
    THO_THONG = 0x0e18,  /* another */
    ABBREVIATION_MAX = 4 /* code points before a dot that need no list to be an abbreviation */
};

/* The letters given to the engines; work[k] is the place of letter k in the paragraph. */
struct letters {
    struct break_text *t;
    size_t count;
    const struct break_engines *engines;
};

static bool is_consonant(uint32_t code)
{
    return code >= 0x0e01 && code <= 0x0e2e;
}

/* A single dot: leaders are none. */
static bool is_dot(const struct break_text *t, size_t i)
{
    return i < t->count && t->code[i] == '.' && t->code[i + 1] != '.';
}

/* Inside a run: Thai letters, and U+2060 between two of them. */
static bool goes_on(const struct break_text *t, size_t i)
{
    return t->type[i] == BREAK_THAI || (t->code[i] == 0x2060 && i + 1 < t->count && t->type[i + 1] == BREAK_THAI);
}

static size_t run_end(const struct break_text *t, size_t i)
{
    while (i < t->count && goes_on(t, i))
        i++;
    return i;
}

/* ---- abbreviations ---------------------------------------------------------------------------------------------- */

static bool consonants_only(const struct break_text *t, size_t start, size_t end)
{
    while (start < end && is_consonant(t->code[start]))
        start++;
    return start == end;
}

/* The place in the run from `start` to `end`, behind which a dot stands, where an abbreviation begins; `end` when the
 * dot ends a sentence. */
static size_t abbreviation_start(const struct break_text *t, const struct word_list *known, size_t start, size_t end)
{
    enum { LOOK_BACK = 12 };
    bool is_short = end - start <= ABBREVIATION_MAX;
    if (is_short && consonants_only(t, start, end))
        return start;
    for (size_t i = end - start > LOOK_BACK ? end - LOOK_BACK : start; i < end; i++) {
        size_t length = (t->known[i] & BREAK_POSSIBLE) ? word_list_at(known, t, i) : 0;
        if (i + length > end && length > 2) /* one letter and a dot say too little */
            return i;
    }
    if (is_short)
        return start;
    size_t next = run_end(t, end + 1);
    if (next > end + 1 && next - end - 1 <= ABBREVIATION_MAX && is_dot(t, next) && is_consonant(t->code[end - 1]))
        return end - 1;
    return end;
}

/* True when the letters from `start` to `end` go on an abbreviation that ended with the dot before them. */
static bool continues_abbreviation(const struct break_text *t, size_t start, size_t end)
{
    if (is_dot(t, end))
        return end - start <= ABBREVIATION_MAX;
    return end - start == 1;
}

/* ---- classes ---------------------------------------------------------------------------------------------------- */

static enum text_break agreed(uint8_t known)
{
    switch (known & BREAK_EDGE) {
    case BREAK_EDGE: return TEXT_BREAK_WORD;
    case BREAK_LIBTHAI: return TEXT_BREAK_SOFT;
    default: return TEXT_BREAK_FORCED;
    }
}

/* A lone consonant is a piece of a word that both engines do not know. */
static bool is_scrap(const struct break_text *t, size_t i, size_t end)
{
    return end - i == 1 && is_consonant(t->code[i]) && t->code[i] != NO_NUN && t->code[i] != THO_THONG;
}

/* Grades the boundaries inside the run from `start` to `end`. */
static void grade_run(struct break_text *t, size_t start, size_t end)
{
    size_t last = start; /* where the piece before the boundary begins */
    for (size_t i = start + 1; i <= end; i++) {
        if (i < end)
            break_set(t, i, agreed(t->known[i]));
        if (i < end && t->breaks[i] < TEXT_BREAK_SOFT)
            continue;
        if (is_scrap(t, last, i)) {
            if (last > start)
                break_set(t, last, TEXT_BREAK_FORCED);
            if (i < end)
                break_set(t, i, TEXT_BREAK_FORCED);
        }
        last = i;
    }
}

/* ---- runs ------------------------------------------------------------------------------------------------------- */

static void give_letter(struct letters *letters, size_t i)
{
    struct break_text *t = letters->t;
    size_t k = letters->count++;
    t->work[k] = (uint32_t)i;
    t->tis[k] = (uint8_t)(t->code[i] - 0x0e00 + 0xa0);
    t->utf16[k] = (uint16_t)t->code[i];
}

static void give_space(struct letters *letters)
{
    struct break_text *t = letters->t;
    size_t k = letters->count++;
    t->work[k] = 0;
    t->tis[k] = ' ';
    t->utf16[k] = ' ';
}

/* A run without abbreviations: to the engines, unless it is remembered. */
static void give_letters(struct letters *letters, size_t start, size_t end)
{
    struct break_text *t = letters->t;
    size_t first = letters->count;
    for (size_t i = start; i < end; i++) {
        if (t->type[i] == BREAK_THAI)
            give_letter(letters, i);
    }
    bool whole = letters->count - first == end - start;
    const uint8_t *edges = whole ? break_cache_find(letters->engines->cache, t->tis + first, end - start) : NULL;
    if (!edges) {
        give_space(letters);
        return;
    }
    letters->count = first;
    for (size_t i = start + 1; i < end; i++)
        t->known[i] |= edges[i - start];
    grade_run(t, start, end);
}

static void mark_edge(struct break_text *t, size_t i)
{
    t->known[i] |= BREAK_EDGE;
}

/* A run of letters; returns true when it ends in an abbreviation. */
static bool give_run(struct letters *letters, const struct word_list *abbreviations, size_t start, size_t end,
                     bool in_abbreviation)
{
    struct break_text *t = letters->t;
    size_t stop = end;
    if (in_abbreviation && continues_abbreviation(t, start, end)) {
        break_set(t, start, TEXT_BREAK_NONE);
        stop = start;
    } else if (is_dot(t, end)) {
        stop = abbreviation_start(t, abbreviations, start, end);
    }
    if (stop > start)
        give_letters(letters, start, stop);
    mark_edge(t, start);
    mark_edge(t, stop);
    mark_edge(t, end);
    if (stop > start && stop < end)
        break_set(t, stop, TEXT_BREAK_WORD);
    for (size_t i = stop + 1; i < end; i++)
        break_set(t, i, TEXT_BREAK_NONE);
    return stop < end;
}

static void collect(struct letters *letters, const struct word_list *abbreviations)
{
    struct break_text *t = letters->t;
    bool abbreviation = false;
    for (size_t i = 0; i < t->count;) {
        if (t->type[i] != BREAK_THAI) {
            abbreviation = abbreviation && is_dot(t, i) && t->type[i + 1] == BREAK_THAI;
            i++;
            continue;
        }
        size_t end = run_end(t, i);
        abbreviation = give_run(letters, abbreviations, i, end, abbreviation);
        i = end;
    }
}

/* ---- engines ---------------------------------------------------------------------------------------------------- */

/* The place that letter k of the engines' text begins, 0 when no boundary inside a run is before it. */
static size_t place_of(const struct letters *letters, size_t k)
{
    const struct break_text *t = letters->t;
    if (k == 0 || k >= letters->count || t->tis[k] == ' ' || t->tis[k - 1] == ' ')
        return 0;
    return t->work[k];
}

static void ask_libthai(struct letters *letters, struct break_libthai *libthai)
{
    struct break_text *t = letters->t;
    t->tis[letters->count] = 0;
    size_t found = break_libthai_find(libthai, t->tis, letters->count, t->positions);
    for (size_t n = 0; n < found; n++) {
        size_t i = place_of(letters, (size_t)t->positions[n]);
        if (i && (t->known[i] & BREAK_POSSIBLE))
            t->known[i] |= BREAK_LIBTHAI;
    }
}

static void ask_icu(struct letters *letters, struct break_icu *icu)
{
    struct break_text *t = letters->t;
    int32_t k;
    break_icu_words(icu, t->utf16, letters->count);
    while ((k = break_icu_next(icu)) > 0) {
        size_t i = place_of(letters, (size_t)k);
        if (i && (t->known[i] & BREAK_POSSIBLE))
            t->known[i] |= BREAK_ICU;
    }
}

/* Grades the runs that were given, and remembers what was said. */
static void take_runs(struct letters *letters)
{
    struct break_text *t = letters->t;
    for (size_t k = 0, end; k < letters->count; k = end + 1) {
        for (end = k; t->tis[end] != ' ';)
            end++;
        size_t start = t->work[k], stop = t->work[end - 1] + 1;
        bool whole = stop - start == end - k; /* no U+2060 inside */
        uint8_t *edges = whole ? break_cache_add(letters->engines->cache, t->tis + k, end - k) : NULL;
        for (size_t i = start; edges && i < stop; i++)
            edges[i - start] = t->known[i] & BREAK_EDGE;
        grade_run(t, start, stop);
    }
}

void break_runs(struct break_text *t, const struct break_lists *lists, const struct break_engines *engines)
{
    struct letters letters = {.t = t, .engines = engines};
    collect(&letters, &lists->abbreviations);
    if (!letters.count)
        return;
    ask_libthai(&letters, engines->libthai);
    ask_icu(&letters, engines->icu);
    take_runs(&letters);
}
