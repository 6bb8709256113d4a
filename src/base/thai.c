#include "base/thai.h"

#include "base/web.h"

#include <string.h>

enum {
    SARA_AA = 0x0e32,
    SARA_AM = 0x0e33,
    SARA_E = 0x0e40,
    NIKHAHIT = 0x0e4d,
    THAI_ZERO = 0x0e50,
    PRESENTATION_FIRST = 0xf700,
    PRESENTATION_LAST = 0xf71a,
};

bool thai_is_letter(uint32_t code)
{
    return code >= 0x0e01 && code <= 0x0e4e && code != 0x0e2f && code != 0x0e46 && (code <= 0x0e3a || code >= 0x0e40);
}

bool thai_is_mark(uint32_t code)
{
    return code == 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);
}

bool thai_is_leading(uint32_t code)
{
    return code >= SARA_E && code <= 0x0e44;
}

bool thai_is_following(uint32_t code)
{
    return code == 0x0e30 || code == SARA_AA || code == SARA_AM || code == 0x0e45;
}

bool thai_is_digit(uint32_t code)
{
    return code >= THAI_ZERO && code <= THAI_ZERO + 9;
}

enum thai_stretch thai_stretch(uint32_t code)
{
    if (code == ' ' || code == 0xa0)
        return THAI_STRETCH_SPACE;
    return code >= 0x0e01 && code <= 0x0e4f ? THAI_STRETCH_CLUSTER : THAI_STRETCH_NONE;
}

static bool is_consonant(uint32_t code)
{
    return code >= 0x0e01 && code <= 0x0e2e;
}

static bool is_tone(uint32_t code) /* with THANTHAKHAT, which stands over the vowel too */
{
    return code >= 0x0e48 && code <= 0x0e4c;
}

static bool is_vowel_mark(uint32_t code)
{
    return thai_is_mark(code) && code <= 0x0e47;
}

/* ---- clusters --------------------------------------------------------------------------------------------------- */

bool thai_joins(uint32_t code)
{
    if (code < 0x0300)
        return false;
    return thai_is_mark(code) || code == SARA_AM || code <= 0x036f || (code >= 0x1ab0 && code <= 0x1aff) ||
           (code >= 0x1dc0 && code <= 0x1dff) || code == 0x200d || (code >= 0x20d0 && code <= 0x20ff) ||
           (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xfe20 && code <= 0xfe2f);
}

bool thai_can_be_joined(uint32_t code)
{
    bool control = code < 0x20 || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
                   (code >= 0x2060 && code <= 0x206f) || code == 0xfeff;
    return !control;
}

size_t thai_cluster_end(const char *text, size_t length, size_t at)
{
    size_t size;
    uint32_t code = thai_decode(text + at, length - at, &size);
    at += size;
    if (!thai_can_be_joined(code))
        return at;
    while (at < length && (unsigned char)text[at] >= 0x80 && thai_joins(thai_decode(text + at, length - at, &size)))
        at += size;
    return at;
}

/* ---- normal form ------------------------------------------------------------------------------------------------ */

/* What the private characters of old Thai fonts stand for, from U+F700. */
static const uint16_t presentation[PRESENTATION_LAST - PRESENTATION_FIRST + 1] = {
    0x0e10, 0x0e34, 0x0e35, 0x0e36, 0x0e37, 0x0e48, 0x0e49, 0x0e4a, 0x0e4b, 0x0e4c, 0x0e48, 0x0e49, 0x0e4a, 0x0e4b,
    0x0e4c, 0x0e0d, 0x0e31, 0x0e4d, 0x0e47, 0x0e48, 0x0e49, 0x0e4a, 0x0e4b, 0x0e4c, 0x0e38, 0x0e39, 0x0e3a,
};

enum { MARKS_MAX = 16 };

struct normaliser {
    struct buf *out;
    const char *text;
    size_t length, at;
    struct thai_defects defects;
    uint32_t base; /* the character that marks would stand on; 0 for none */
};

static void note(size_t *first, size_t at)
{
    if (*first == (size_t)-1)
        *first = at;
}

static void emit(struct normaliser *n, uint32_t code)
{
    char bytes[4];
    buf_add(n->out, bytes, utf8_encode(code, bytes));
}

/* The next code point, with private forms mapped; its size goes to `size`. */
static uint32_t peek(struct normaliser *n, size_t *size)
{
    uint32_t code = thai_decode(n->text + n->at, n->length - n->at, size);
    if (code < PRESENTATION_FIRST || code > PRESENTATION_LAST)
        return code;
    note(&n->defects.presentation, n->at);
    return presentation[code - PRESENTATION_FIRST];
}

static void swap(uint32_t *a, uint32_t *b)
{
    uint32_t spare = *a;
    *a = *b;
    *b = spare;
}

/* Vowels over or under the letter go before tones; true when something moved. */
static bool order_marks(uint32_t *marks, size_t count)
{
    bool moved = false;
    for (size_t i = 1; i < count; i++) {
        for (size_t j = i; j > 0 && is_vowel_mark(marks[j]) && is_tone(marks[j - 1]); j--) {
            swap(&marks[j], &marks[j - 1]);
            moved = true;
        }
    }
    return moved;
}

/* Takes NIKHAHIT out of the marks; false when there is none. */
static bool take_nikhahit(uint32_t *marks, size_t *count)
{
    for (size_t i = *count; i-- > 0;) {
        if (marks[i] != NIKHAHIT)
            continue;
        memmove(marks + i, marks + i + 1, (*count - i - 1) * sizeof *marks);
        --*count;
        return true;
    }
    return false;
}

/* A vowel SARA AM behind the marks, whole or as NIKHAHIT and SARA AA. */
static bool take_sara_am(struct normaliser *n, uint32_t *marks, size_t *count, size_t start)
{
    size_t size;
    if (n->at >= n->length || peek(n, &size) != SARA_AA || !take_nikhahit(marks, count))
        return false;
    note(&n->defects.split_sara_am, start);
    n->at += size;
    return true;
}

/* The marks at the place, and a SARA AM that they make. */
static void normalise_marks(struct normaliser *n)
{
    uint32_t marks[MARKS_MAX], code;
    size_t count = 0, start = n->at, size;
    while (n->at < n->length && count < MARKS_MAX && thai_is_mark(code = peek(n, &size))) {
        marks[count++] = code;
        n->at += size;
    }
    bool sara_am = take_sara_am(n, marks, &count, start);
    if (!is_consonant(n->base) && n->base != 0x25cc)
        note(&n->defects.stray_mark, start);
    if (order_marks(marks, count))
        note(&n->defects.mark_order, start);
    for (size_t i = 0; i < count; i++)
        emit(n, marks[i]);
    if (sara_am)
        emit(n, n->base = SARA_AM);
}

/* A tone typed behind SARA AM belongs before it. */
static void normalise_sara_am(struct normaliser *n, size_t size)
{
    uint32_t code;
    size_t start = n->at;
    if (!is_consonant(n->base))
        note(&n->defects.stray_mark, start);
    n->at += size;
    while (n->at < n->length && is_tone(code = peek(n, &size))) {
        note(&n->defects.mark_order, start);
        emit(n, code);
        n->at += size;
    }
    emit(n, n->base = SARA_AM);
}

static size_t ascii_length(const char *text, size_t length)
{
    size_t count = 0;
    while (count < length && (unsigned char)text[count] < 0x80)
        count++;
    return count;
}

struct thai_defects thai_normalise(struct buf *out, const char *text, size_t length)
{
    static const struct thai_defects none = {(size_t)-1, (size_t)-1, (size_t)-1, (size_t)-1, (size_t)-1};
    struct normaliser n = {.out = out, .text = text, .length = length, .defects = none};
    while (n.at < length) {
        size_t size = ascii_length(text + n.at, length - n.at);
        if (size) {
            buf_add(out, text + n.at, size);
            n.at += size;
            n.base = ' ';
            continue;
        }
        uint32_t code = peek(&n, &size);
        if (thai_is_mark(code)) {
            normalise_marks(&n);
            continue;
        }
        if (code == SARA_AM) {
            normalise_sara_am(&n, size);
            continue;
        }
        if (code == SARA_E && n.base == SARA_E)
            note(&n.defects.double_sara_e, n.at - size);
        if (code != 0xfeff && code != 0xad)
            emit(&n, n.base = code);
        n.at += size;
    }
    return n.defects;
}

/* ---- digits ----------------------------------------------------------------------------------------------------- */

enum kind { KIND_THAI, KIND_LETTER, KIND_DIGIT, KIND_BETWEEN }; /* BETWEEN: spaces and punctuation */

/* The kind of the character at `at`, for telling English from Thai. */
static enum kind kind_at(const char *text, size_t length, size_t at, size_t *size)
{
    uint32_t code = thai_decode(text + at, length - at, size);
    if ((code >= '0' && code <= '9') || thai_is_digit(code))
        return KIND_DIGIT;
    if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
        (code >= 0xc0 && code <= 0x24f && code != 0xd7 && code != 0xf7))
        return KIND_LETTER;
    if (code < 0xc0 || (code >= 0x2010 && code <= 0x2027))
        return KIND_BETWEEN;
    return KIND_THAI;
}

/* The end of a word of Latin letters and digits.  Once a letter has been seen, ". - _" between two of them join. */
static size_t word_end(const char *text, size_t length, size_t at, bool *letters)
{
    size_t size;
    *letters = false;
    while (at < length) {
        enum kind kind = kind_at(text, length, at, &size);
        if (kind == KIND_BETWEEN && *letters && strchr(".-_", text[at]) && at + 1 < length) {
            size_t next;
            kind = kind_at(text, length, at + 1, &next);
            size = 1;
        }
        if (kind != KIND_LETTER && kind != KIND_DIGIT)
            break;
        *letters |= kind == KIND_LETTER;
        at += size;
    }
    return at;
}

/* The end of a run of English that begins with the word that ends at `at`: the end of its last word. */
static size_t english_end(const char *text, size_t length, size_t at)
{
    size_t end = at, size;
    while (at < length) {
        enum kind kind = kind_at(text, length, at, &size);
        bool letters;
        if (kind == KIND_THAI)
            break;
        if (kind == KIND_BETWEEN) {
            at += size;
            continue;
        }
        at = word_end(text, length, at, &letters);
        if (letters)
            end = at;
    }
    return end;
}

/* The offset behind what keeps its digits at `at`; `at` when nothing does. */
static size_t kept_end(const char *text, size_t length, size_t at, bool thai)
{
    size_t end;
    bool letters;
    if (web_address(text, length, at, &end) != WEB_NONE)
        return end;
    if (!thai) /* Thai digits in a code such as O24 are a slip */
        return at;
    end = word_end(text, length, at, &letters);
    return letters ? english_end(text, length, end) : at;
}

static void convert(struct buf *out, uint32_t code, bool thai)
{
    char bytes[4];
    if (thai && code >= '0' && code <= '9')
        code += THAI_ZERO - '0';
    else if (!thai && thai_is_digit(code))
        code -= THAI_ZERO - '0';
    buf_add(out, bytes, utf8_encode(code, bytes));
}

void thai_digits(struct buf *out, const char *text, size_t length, bool thai)
{
    bool in_word = false; /* inside a number or word that was looked at */
    for (size_t at = 0, size; at < length; at += size) {
        enum kind kind = kind_at(text, length, at, &size);
        bool word = kind == KIND_LETTER || kind == KIND_DIGIT;
        if (word && !in_word) {
            size_t end = kept_end(text, length, at, thai);
            if (end > at) {
                buf_add(out, text + at, end - at);
                size = end - at;
                continue;
            }
        }
        in_word = word;
        convert(out, thai_decode(text + at, length - at, &size), thai);
    }
}

/* ---- labels ----------------------------------------------------------------------------------------------------- */

static void add_thai_number(struct buf *out, int64_t number)
{
    char digits[24];
    size_t count = 0;
    for (; number > 0; number /= 10)
        digits[count++] = (char)(number % 10);
    while (count > 0)
        convert(out, (uint32_t)('0' + digits[--count]), true);
}

/* The letters without KHO KHUAT and KHO KHON, which are no longer written: 42 of them, then two letters. */
static void add_letters(struct buf *out, int64_t number)
{
    enum { LETTERS = 42, KHO_KHUAT = 0x0e03, KHO_KHON = 0x0e05, RU = 0x0e24, LU = 0x0e26 };
    uint32_t letters[LETTERS];
    size_t count = 0;
    char bytes[4];
    for (uint32_t code = 0x0e01; code <= 0x0e2e; code++) {
        if (code != KHO_KHUAT && code != KHO_KHON && code != RU && code != LU)
            letters[count++] = code;
    }
    if (number > LETTERS)
        add_letters(out, (number - 1) / LETTERS);
    buf_add(out, bytes, utf8_encode(letters[(number - 1) % LETTERS], bytes));
}

static void add_roman(struct buf *out, int64_t number)
{
    static const struct {
        int value;
        const char *text;
    } numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                    {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
        for (; number >= numerals[i].value; number -= numerals[i].value)
            buf_puts(out, numerals[i].text);
    }
}

void thai_number(struct buf *out, int64_t number, enum thai_number_style style)
{
    enum { ROMAN_MAX = 3999 };
    if (number <= 0 || (style == THAI_NUMBER_ROMAN && number > ROMAN_MAX))
        style = THAI_NUMBER_ARABIC;
    switch (style) {
    case THAI_NUMBER_ARABIC: buf_printf(out, "%lld", (long long)number); break;
    case THAI_NUMBER_THAI: add_thai_number(out, number); break;
    case THAI_NUMBER_LETTER: add_letters(out, number); break;
    case THAI_NUMBER_ROMAN: add_roman(out, number); break;
    }
}
