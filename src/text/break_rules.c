/* Line edges after W3C's "Thai layout requirements": what begins and ends a line, and the places inside addresses. */
#include "base/web.h"
#include "text/break_stages.h"

enum {
    PAIYANNOI = 0x0e2f,
    LONG_ADDRESS = 40, /* code points: longer ones are broken to fill a line */
    FILLER = 4,        /* as many equal characters in a row are a leader or a line to write on */
    STRETCH_MAX = 20   /* clusters without any break */
};

/* ---- pairs ------------------------------------------------------------------------------------------------------ */

/* PAIYANNOI inside "ฯลฯ" and the like: another one follows within three letters. */
static bool in_paiyannoi_pair(const struct break_text *t, size_t i)
{
    if (t->code[i - 1] != PAIYANNOI)
        return false;
    for (size_t j = i; j < t->count && j < i + 3; j++) {
        if (t->code[j] == PAIYANNOI)
            return true;
    }
    return false;
}

static bool in_filler(const struct break_text *t, size_t i)
{
    size_t first = i, last = i;
    while (first > 0 && i - first < FILLER && t->code[first - 1] == t->code[i])
        first--;
    while (last + 1 < t->count && last - i < FILLER && t->code[last + 1] == t->code[i])
        last++;
    return first < i && last - first + 1 >= FILLER;
}

/* Characters that no line begins with. */
static bool is_closing(enum break_type type)
{
    return type == BREAK_CLOSE || type == BREAK_STOP || type == BREAK_REPEAT;
}

static bool is_number(enum break_type left, enum break_type right)
{
    return (left == BREAK_DIGIT || left == BREAK_LATIN || left == BREAK_STOP || left == BREAK_SLASH) &&
           right == BREAK_DIGIT;
}

static enum text_break beside_thai(const struct break_text *t, size_t i, enum break_type left, enum break_type right)
{
    if (right == BREAK_OPEN)
        return TEXT_BREAK_WORD;
    if (right != BREAK_THAI)
        return right == BREAK_LATIN ? TEXT_BREAK_SOFT : TEXT_BREAK_FORCED;
    switch (left) {
    case BREAK_THAI: return TEXT_BREAK_FORCED; /* break_runs() knows better */
    case BREAK_REPEAT: return in_paiyannoi_pair(t, i) ? TEXT_BREAK_NONE : TEXT_BREAK_WORD;
    case BREAK_CLOSE: return i > 1 && t->type[i - 2] == BREAK_DIGIT ? TEXT_BREAK_SOFT : TEXT_BREAK_WORD;
    case BREAK_LATIN:
    case BREAK_STOP:
    case BREAK_SLASH:
    case BREAK_DASH: return TEXT_BREAK_SOFT;
    default: return TEXT_BREAK_FORCED;
    }
}

/* Where nothing else fits a line may end between any two clusters, save inside numbers and beside what is glued to its
 * neighbour. */
static enum text_break pair(const struct break_text *t, size_t i)
{
    enum break_type left = (enum break_type)t->type[i - 1], right = (enum break_type)t->type[i];
    if (left == BREAK_LINE)
        return TEXT_BREAK_LINE;
    if (right == BREAK_LINE || right == BREAK_SPACE || right == BREAK_ZERO)
        return TEXT_BREAK_NONE;
    if (left == BREAK_ZERO)
        return TEXT_BREAK_WORD;
    if (left == BREAK_GLUE || right == BREAK_GLUE || left == BREAK_HYPHEN || left == BREAK_OPEN)
        return TEXT_BREAK_NONE;
    if (is_closing(right) || right == BREAK_OTHER)
        return in_filler(t, i) ? TEXT_BREAK_SOFT : is_closing(right) ? TEXT_BREAK_NONE : TEXT_BREAK_FORCED;
    if (is_number(left, right) || (left == BREAK_DIGIT && right == BREAK_LATIN))
        return TEXT_BREAK_NONE;
    if (left == BREAK_THAI || right == BREAK_THAI)
        return beside_thai(t, i, left, right);
    if (left == BREAK_REPEAT)
        return TEXT_BREAK_WORD;
    return left == BREAK_SLASH || left == BREAK_DASH ? TEXT_BREAK_SOFT : TEXT_BREAK_FORCED;
}

/* Forbidden places are no longer possible for the stages that follow. */
void break_pairs(struct break_text *t)
{
    t->breaks[0] = TEXT_BREAK_NONE;
    for (size_t i = 1; i < t->count; i++) {
        enum text_break grade = pair(t, i);
        if (grade == TEXT_BREAK_NONE)
            t->known[i] &= (uint8_t)~BREAK_POSSIBLE;
        t->breaks[i] = (uint8_t)(t->known[i] & BREAK_POSSIBLE || grade == TEXT_BREAK_LINE ? grade : TEXT_BREAK_NONE);
    }
    t->breaks[t->count] = TEXT_BREAK_LINE;
}

/* ---- other scripts ---------------------------------------------------------------------------------------------- */

size_t break_utf16(struct break_text *t)
{
    size_t length = 0;
    for (size_t i = 0; i < t->count; i++) {
        bool large = t->code[i] > 0xffff; /* the stand-in is of the same kind to the line breaker: an ideograph */
        t->utf16[length++] = (uint16_t)(large ? 0x4e00 : t->code[i]);
    }
    return length;
}

static bool is_foreign(const struct break_text *t, size_t i)
{
    return t->type[i] == BREAK_FOREIGN || t->type[i - 1] == BREAK_FOREIGN;
}

void break_foreign(struct break_text *t, struct break_icu *icu)
{
    int32_t next;
    if (!t->foreign)
        return;
    break_icu_lines(icu, t->utf16, break_utf16(t));
    while ((next = break_icu_next(icu)) > 0 && (size_t)next < t->count) {
        size_t i = (size_t)next;
        if (is_foreign(t, i) && t->type[i - 1] != BREAK_SPACE)
            break_set(t, i, TEXT_BREAK_WORD);
    }
}

/* ---- addresses -------------------------------------------------------------------------------------------------- */

/* Breaks inside a web address: behind "/", "?" and "&"; the scheme stays with the host. */
static void break_url(struct break_text *t, size_t start, size_t end)
{
    enum text_break grade = end - start > LONG_ADDRESS ? TEXT_BREAK_WORD : TEXT_BREAK_SOFT;
    for (size_t i = start + 1; i < end; i++) {
        uint32_t before = t->code[i - 1], here = t->code[i];
        bool scheme = before == '/' && (t->code[i - 2] == '/' || t->code[i - 2] == ':');
        bool place = (before == '/' && here != '/' && !scheme) || before == '?' || before == '&';
        t->breaks[i] = (uint8_t)(place ? grade : before == '-' ? TEXT_BREAK_NONE : TEXT_BREAK_FORCED);
    }
}

static void break_mail(struct break_text *t, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++) {
        bool place = t->code[i] == '@' || t->code[i - 1] == '.';
        t->breaks[i] = (uint8_t)(place ? TEXT_BREAK_SOFT : t->code[i - 1] == '-' ? TEXT_BREAK_NONE : TEXT_BREAK_FORCED);
    }
}

void break_addresses(struct break_text *t)
{
    for (size_t i = 0; i < t->count; i++) {
        size_t end;
        bool starts = t->type[i] == BREAK_LATIN || (t->type[i] == BREAK_DIGIT && t->code[i] < 0x80);
        if (!starts)
            continue;
        enum web_kind kind = web_address(t->text, t->length, t->at[i], &end);
        if (kind == WEB_NONE)
            continue;
        size_t stop = i + (end - t->at[i]); /* addresses are ASCII */
        if (kind == WEB_URL)
            break_url(t, i, stop);
        else
            break_mail(t, i, stop);
        i = stop - 1;
    }
}

/* ---- relief ----------------------------------------------------------------------------------------------------- */

void break_relieve(struct break_text *t)
{
    size_t clusters = 0;
    for (size_t i = 1; i < t->count; i++) {
        clusters += t->known[i] & BREAK_CLUSTER;
        if (t->breaks[i] == TEXT_BREAK_NONE && clusters > STRETCH_MAX && (t->known[i] & BREAK_CLUSTER) &&
            t->type[i] != BREAK_SPACE && t->type[i] != BREAK_LINE)
            t->breaks[i] = TEXT_BREAK_FORCED;
        if (t->breaks[i] != TEXT_BREAK_NONE)
            clusters = 0;
    }
}
