#include "text/break_text.h"

#include "base/thai.h"

enum {
    ZERO_WIDTH_SPACE = 0x200b,
    PAIYANNOI = 0x0e2f,
    MAIYAMOK = 0x0e46,
    FONGMAN = 0x0e4f,
    ANGKHANKHU = 0x0e5a,
    KHOMUT = 0x0e5b,
    BAHT = 0x0e3f,
    THANTHAKHAT = 0x0e4c,
    SARA_AM = 0x0e33,
};

/* ASCII from U+0020; control characters are GLUE, save the tab and the line end. */
static const uint8_t ascii[96] = {
    [' ' - 32] = BREAK_SPACE, ['!' - 32] = BREAK_STOP,  ['%' - 32] = BREAK_STOP,   ['(' - 32] = BREAK_OPEN,
    [')' - 32] = BREAK_CLOSE, [',' - 32] = BREAK_STOP,  ['-' - 32] = BREAK_HYPHEN, ['.' - 32] = BREAK_STOP,
    ['/' - 32] = BREAK_SLASH, [':' - 32] = BREAK_STOP,  [';' - 32] = BREAK_STOP,   ['?' - 32] = BREAK_STOP,
    ['[' - 32] = BREAK_OPEN,  [']' - 32] = BREAK_CLOSE, ['{' - 32] = BREAK_OPEN,   ['}' - 32] = BREAK_CLOSE,
};

static const struct {
    uint32_t first, last;
    enum break_type type;
} others[] = {
    {0x00a0, 0x00a0, BREAK_GLUE},       {0x00aa, 0x00aa, BREAK_LATIN},   {0x00ab, 0x00ab, BREAK_OPEN},
    {0x00b0, 0x00b0, BREAK_STOP},       {0x00ba, 0x00ba, BREAK_LATIN},   {0x00bb, 0x00bb, BREAK_CLOSE},
    {0x00c0, 0x00d6, BREAK_LATIN},      {0x00d8, 0x00f6, BREAK_LATIN},   {0x00f8, 0x036f, BREAK_LATIN},
    {0x0370, 0x1dff, BREAK_FOREIGN},    {0x1e00, 0x1eff, BREAK_LATIN},   {0x1f00, 0x1fff, BREAK_FOREIGN},
    {0x2000, 0x2006, BREAK_SPACE},      {0x2007, 0x2007, BREAK_GLUE},    {0x2008, 0x200a, BREAK_SPACE},
    {0x200b, 0x200b, BREAK_ZERO},       {0x200c, 0x200f, BREAK_GLUE},    {0x2010, 0x2011, BREAK_HYPHEN},
    {0x2012, 0x2015, BREAK_DASH},       {0x2018, 0x2018, BREAK_OPEN},    {0x2019, 0x2019, BREAK_CLOSE},
    {0x201a, 0x201a, BREAK_OPEN},       {0x201b, 0x201c, BREAK_OPEN},    {0x201d, 0x201d, BREAK_CLOSE},
    {0x201e, 0x201f, BREAK_OPEN},       {0x2024, 0x2026, BREAK_STOP},    {0x2028, 0x2029, BREAK_LINE},
    {0x202a, 0x202f, BREAK_GLUE},       {0x2030, 0x2037, BREAK_STOP},    {0x2039, 0x2039, BREAK_OPEN},
    {0x203a, 0x203a, BREAK_CLOSE},      {0x203c, 0x203d, BREAK_STOP},    {0x205f, 0x205f, BREAK_SPACE},
    {0x2060, 0x206f, BREAK_GLUE},       {0x2c00, 0x2dff, BREAK_FOREIGN}, {0x2e80, 0x2fff, BREAK_FOREIGN},
    {0x3000, 0x3000, BREAK_SPACE},      {0x3001, 0xd7ff, BREAK_FOREIGN}, {0xf900, 0xfe0f, BREAK_FOREIGN},
    {0xfe10, 0xfefe, BREAK_FOREIGN},    {0xfeff, 0xfeff, BREAK_GLUE},    {0xff00, 0xffef, BREAK_FOREIGN},
    {0x10000, 0x10ffff, BREAK_FOREIGN},
};

static enum break_type type_of_thai(uint32_t code)
{
    switch (code) {
    case PAIYANNOI:
    case MAIYAMOK:
    case ANGKHANKHU:
    case KHOMUT: return BREAK_REPEAT;
    case FONGMAN: return BREAK_OPEN;
    case BAHT: return BREAK_OTHER;
    default: return thai_is_digit(code) ? BREAK_DIGIT : BREAK_THAI;
    }
}

static enum break_type type_of_other(uint32_t code)
{
    size_t low = 0, high = sizeof others / sizeof *others;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code < others[middle].first)
            high = middle;
        else if (code > others[middle].last)
            low = middle + 1;
        else
            return others[middle].type;
    }
    return BREAK_OTHER;
}

static enum break_type type_of(uint32_t code)
{
    if (code >= 0x0e01 && code <= 0x0e5b)
        return type_of_thai(code);
    if (code >= 0x7f)
        return type_of_other(code);
    if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z'))
        return BREAK_LATIN;
    if (code >= '0' && code <= '9')
        return BREAK_DIGIT;
    if (code < 32)
        return code == '\n' ? BREAK_LINE : code == '\t' ? BREAK_SPACE : BREAK_GLUE;
    return (enum break_type)ascii[code - 32];
}

/* Straight quotes open and close by turns; a single one inside a Latin word is an apostrophe. */
static enum break_type type_of_quote(const struct break_text *t, size_t i, bool *open)
{
    enum break_type before = i ? (enum break_type)t->type[i - 1] : BREAK_SPACE;
    if (t->code[i] == '\'') {
        if (before == BREAK_LATIN && t->at[i] + 1 < t->length &&
            type_of((unsigned char)t->text[t->at[i] + 1]) == BREAK_LATIN)
            return BREAK_LATIN;
        return before == BREAK_SPACE || before == BREAK_OPEN || before == BREAK_LINE ? BREAK_OPEN : BREAK_CLOSE;
    }
    *open = !*open;
    return *open ? BREAK_OPEN : BREAK_CLOSE;
}

/* No line begins with a vowel that follows its letter, or a letter under THANTHAKHAT; none ends with a vowel that is
 * written before its letter (W3C, Thai layout requirements). */
static bool is_possible(const struct break_text *t, size_t i, size_t end)
{
    if (thai_is_following(t->code[i]) || (i && thai_is_leading(t->code[i - 1])))
        return false;
    for (size_t j = i + 1; j < end; j++) {
        if (t->code[j] == THANTHAKHAT)
            return false;
    }
    return true;
}

static void mark_clusters(struct break_text *t)
{
    for (size_t i = 0, next; i < t->count; i = next) {
        bool joined = thai_can_be_joined(t->code[i]);
        for (next = i + 1; joined && next < t->count && thai_joins(t->code[next]); next++)
            t->known[next] = 0;
        t->known[i] = is_possible(t, i, next) ? BREAK_CLUSTER | BREAK_POSSIBLE : BREAK_CLUSTER;
    }
    t->known[t->count] = BREAK_CLUSTER | BREAK_POSSIBLE;
}

void break_text_read(struct break_text *t)
{
    bool quote = false;
    size_t i = 0;
    t->foreign = false;
    for (size_t at = 0, size; at < t->length; at += size, i++) {
        t->at[i] = (uint32_t)at;
        t->code[i] = thai_decode(t->text + at, t->length - at, &size);
        enum break_type type = type_of(t->code[i]);
        if (t->code[i] == '"' || t->code[i] == '\'')
            type = type_of_quote(t, i, &quote);
        if (type == BREAK_LINE)
            quote = false;
        t->foreign |= type == BREAK_FOREIGN;
        t->type[i] = (uint8_t)type;
    }
    t->count = i;
    t->at[i] = (uint32_t)t->length;
    t->code[i] = 0;
    t->type[i] = BREAK_LINE;
    mark_clusters(t);
}
