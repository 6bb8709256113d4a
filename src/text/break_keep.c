/* Spaces: most are places to break; those inside "พ.ศ. 2566", "25 คน" or "5 กรกฎาคม" are not. */
#include "text/break_stages.h"

/* The spaces from `start` to `end` (code points), with something on both sides. */
struct gap {
    size_t start, end;
};

static bool is_sign(uint32_t code)
{
    return code == '-' || code == '+' || code == 0x2212;
}

/* A number, a number in brackets, or a code such as O24 begins at i. */
static bool number_begins(const struct break_text *t, size_t i)
{
    enum { CODE_LETTERS = 3 };
    if (t->type[i] == BREAK_OPEN || is_sign(t->code[i]))
        i++;
    for (size_t letters = 0; letters < CODE_LETTERS && t->type[i] == BREAK_LATIN; letters++)
        i++;
    return t->type[i] == BREAK_DIGIT;
}

/* Where the number that ends before i begins ("1,234.50", "๑/๒๕๖๓"); i when there is none. */
static size_t number_start(const struct break_text *t, size_t i)
{
    size_t start = i;
    if (!i || t->type[i - 1] != BREAK_DIGIT)
        return i;
    while (start && (t->type[start - 1] == BREAK_DIGIT || t->code[start - 1] == '.' || t->code[start - 1] == ',' ||
                     t->code[start - 1] == '/'))
        start--;
    return start && t->type[start - 1] == BREAK_LATIN ? i : start;
}

static bool is_dash(const struct break_text *t, size_t i)
{
    return t->type[i] == BREAK_DASH || t->type[i] == BREAK_HYPHEN;
}

static size_t skip_spaces(const struct break_text *t, size_t i)
{
    while (i < t->count && t->type[i] == BREAK_SPACE)
        i++;
    return i;
}

static size_t skip_spaces_back(const struct break_text *t, size_t i)
{
    while (i && t->type[i - 1] == BREAK_SPACE)
        i--;
    return i;
}

/* "2558 – 2566", "- ๒ -": the gap is beside a dash that has a number on either side, or that closes such a pair. */
static bool is_range(const struct break_text *t, struct gap gap)
{
    size_t number = number_start(t, gap.start);
    if (is_dash(t, gap.end) && number < gap.start) {
        size_t before = skip_spaces_back(t, number);
        return t->type[skip_spaces(t, gap.end + 1)] == BREAK_DIGIT || (before && is_dash(t, before - 1));
    }
    if (!is_dash(t, gap.start - 1) || t->type[gap.end] != BREAK_DIGIT)
        return false;
    size_t before = skip_spaces_back(t, gap.start - 1);
    return before && t->type[before - 1] == BREAK_DIGIT;
}

/* "1)", "(๑)", "ก)", "1." in front of what it counts. */
static bool is_label(const struct break_text *t, struct gap gap)
{
    enum { LABEL_MAX = 6 };
    size_t start = gap.start, opened = 0;
    uint32_t last = t->code[gap.start - 1];
    if (last != ')' && last != '.')
        return false;
    while (start && gap.start - start <= LABEL_MAX && t->type[start - 1] != BREAK_SPACE &&
           t->type[start - 1] != BREAK_LINE)
        start--;
    if (gap.start - start > LABEL_MAX)
        return false;
    opened = t->code[start] == '(';
    size_t first = start + opened, length = gap.start - 1 - first;
    return t->type[first] == BREAK_DIGIT || (last == ')' && length == 1);
}

/* True when a unit begins at i and ends with a word, and is not the beginning of a longer one (ปี, ปีงบประมาณ). */
static bool unit_begins(const struct break_text *t, const struct break_lists *lists, size_t i)
{
    size_t length = word_list_at(&lists->units, t, i);
    return length && word_list_at(&lists->words, t, i) <= length &&
           (!break_between_thai(t, i + length) || break_is_edge(t, i + length));
}

/* A particle such as "ณ" by itself, not the end of a longer word. */
static bool particle_ends(const struct break_text *t, const struct word_list *particles, size_t i)
{
    size_t length = word_list_before(particles, t, i);
    return length && (!break_between_thai(t, i - length) || break_is_edge(t, i - length));
}

/* Nothing parts from `start` on before the gap. */
static bool join(struct break_text *t, size_t start, struct gap gap)
{
    for (size_t i = start; i < gap.start; i++) {
        if (break_between_thai(t, i)) {
            break_set(t, i, TEXT_BREAK_FORCED);
            t->known[i] |= BREAK_KEPT;
        }
    }
    return true;
}

/* "ร้อยละ 95", "ส่วนที่ 1": the word before the number is whole, and an ordinal stays with what it counts. */
static bool is_counted(struct break_text *t, const struct break_lists *lists, struct gap gap)
{
    size_t prefix = word_list_before(&lists->prefixes, t, gap.start);
    size_t ordinal = word_list_before(&lists->ordinals, t, gap.start);
    if (!number_begins(t, gap.end))
        return false;
    if (ordinal && !prefix)
        return join(t, gap.start - ordinal, gap);
    return prefix && join(t, gap.start - prefix + 1, gap);
}

static bool keeps_together(struct break_text *t, const struct break_lists *lists, struct gap gap)
{
    if (is_range(t, gap) || particle_ends(t, &lists->particles, gap.start) || is_counted(t, lists, gap))
        return true;
    return number_start(t, gap.start) < gap.start &&
           (unit_begins(t, lists, gap.end) || word_list_at(&lists->months, t, gap.end));
}

static enum text_break class_of(struct break_text *t, const struct break_lists *lists, struct gap gap)
{
    enum break_type left = (enum break_type)t->type[gap.start - 1], right = (enum break_type)t->type[gap.end];
    if (left == BREAK_LINE || left == BREAK_OPEN || left == BREAK_HYPHEN || left == BREAK_GLUE || right == BREAK_GLUE ||
        right == BREAK_ZERO)
        return TEXT_BREAK_NONE;
    if (left == BREAK_ZERO)
        return TEXT_BREAK_WORD;
    if (right == BREAK_STOP && t->code[gap.end] == t->code[gap.end + 1])
        return TEXT_BREAK_SPACE; /* leaders */
    if (right == BREAK_CLOSE || right == BREAK_STOP || right == BREAK_REPEAT)
        return TEXT_BREAK_NONE;
    if (keeps_together(t, lists, gap))
        return TEXT_BREAK_FORCED;
    if (left == BREAK_DASH || is_label(t, gap) ||
        (number_begins(t, gap.end) && word_list_before(&lists->months, t, gap.start)))
        return TEXT_BREAK_SOFT;
    return TEXT_BREAK_SPACE;
}

void break_gaps(struct break_text *t, const struct break_lists *lists)
{
    for (size_t i = 0; i < t->count; i++) {
        if (t->type[i] != BREAK_SPACE)
            continue;
        struct gap gap = {.start = i, .end = skip_spaces(t, i)};
        for (size_t j = gap.start + 1; j < gap.end; j++)
            t->breaks[j] = TEXT_BREAK_NONE;
        i = gap.end;
        if (gap.end >= t->count || t->type[gap.end] == BREAK_LINE)
            continue;
        enum text_break grade = gap.start ? class_of(t, lists, gap) : TEXT_BREAK_NONE;
        t->breaks[gap.end] = (uint8_t)(t->known[gap.end] & BREAK_CLUSTER ? grade : TEXT_BREAK_NONE);
    }
}
