/*
 * Segmenters are at their best with nothing but Thai letters.  So every run of them is cut out of the paragraph, dotted
 * abbreviations are taken off first, and the runs go to each engine in one text, parted by spaces.
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

/* The place in the run from `start` to `end`, behind which a dot stands, where an abbreviation begins; `end` when the
 * dot ends a sentence. */
static size_t abbreviation_start(const struct break_text *t, const struct word_list *known, size_t start, size_t end)
{
    enum { LOOK_BACK = 12 };
    if (end - start <= ABBREVIATION_MAX)
        return start;
    for (size_t i = end - start > LOOK_BACK ? end - LOOK_BACK : start; i + 1 < end; i++) { /* one letter says too little */
        if ((t->known[i] & BREAK_POSSIBLE) && i + word_list_at(known, t, i) > end)
            return i;
    }
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
    for (size_t i = start; i < stop; i++) {
        if (t->type[i] == BREAK_THAI)
            give_letter(letters, i);
    }
    if (stop > start)
        give_space(letters);
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

static void set_classes(struct letters *letters)
{
    struct break_text *t = letters->t;
    size_t last = 0; /* where the piece before the boundary begins */
    for (size_t k = 0; k <= letters->count; k++) {
        size_t i = place_of(letters, k);
        if (i)
            break_set(t, i, agreed(t->known[i]));
        if (i && t->class[i] < TEXT_BREAK_SOFT)
            continue;
        if (k && t->tis[k - 1] != ' ' && is_scrap(t, t->work[last], t->work[k - 1] + 1)) {
            if (place_of(letters, last))
                break_set(t, t->work[last], TEXT_BREAK_FORCED);
            if (i)
                break_set(t, i, TEXT_BREAK_FORCED);
        }
        last = k;
    }
}

void break_runs(struct break_text *t, const struct break_lists *lists, struct break_libthai *libthai,
                struct break_icu *icu)
{
    struct letters letters = {.t = t};
    collect(&letters, &lists->abbreviations);
    if (!letters.count)
        return;
    ask_libthai(&letters, libthai);
    ask_icu(&letters, icu);
    set_classes(&letters);
}
