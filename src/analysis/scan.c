#include "analysis/scan.h"

#include "base/thai.h"
#include "base/utf8.h"

#include <string.h>

enum { THAI_ZERO = 0x0E50, NO_BREAK_SPACE = 0xA0, ZERO_WIDTH_SPACE = 0x200B, WORD_JOINER = 0x2060 };

/* ---- plain text ------------------------------------------------------------------------------------------------- */

static void add_plain(struct buf *out, const char *at, size_t size, uint32_t code)
{
    if (thai_is_digit(code))
        buf_putc(out, (char)('0' + (code - THAI_ZERO)));
    else if (code == NO_BREAK_SPACE || code == '\t')
        buf_putc(out, ' ');
    else if (code != ZERO_WIDTH_SPACE && code != WORD_JOINER)
        buf_add(out, at, size);
}

/* The bytes of markup at `at` that a reader does not see: emphasis marks, brackets, addresses of links; 0: none. */
static size_t markup_length(const char *at)
{
    const char *end = NULL;
    if (*at == '*' || *at == '[')
        return 1;
    if (*at == ']')
        end = at[1] == '(' ? strchr(at, ')') : at[1] == '{' ? strchr(at, '}') : at;
    else if (strncmp(at, "<http", 5) == 0)
        end = strchr(at, '>');
    return end ? (size_t)(end + 1 - at) : 0;
}

/* Whether the text is its own plain text, as most are. */
static bool is_plain(const struct value *value)
{
    size_t length = strlen(value->text);
    if (value->kind == VALUE_RICH && strpbrk(value->text, "*[]<\\"))
        return false;
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code = utf8_decode(value->text + at, length - at, &size);
        if (thai_is_digit(code) || code == NO_BREAK_SPACE || code == '\t' || code == ZERO_WIDTH_SPACE ||
            code == WORD_JOINER)
            return false;
    }
    return true;
}

const char *scan_plain(struct arena *arena, const struct value *value)
{
    bool rich = value->kind == VALUE_RICH;
    if (!value->text)
        return "";
    if (is_plain(value))
        return value->text;
    struct buf out = buf_init(arena);
    size_t length = strlen(value->text);
    for (size_t at = 0, size; at < length; at += size) {
        const char *from = value->text + at;
        size = rich ? markup_length(from) : 0;
        if (size)
            continue;
        if (rich && *from == '\\' && from[1]) {
            from++;
            at++;
        }
        uint32_t code = utf8_decode(from, length - at, &size);
        add_plain(&out, from, size, code);
    }
    return out.data;
}

/* ---- words ------------------------------------------------------------------------------------------------------ */

/* The bytes of `word` when `at` begins with it, else 0.  Thai letters differ in their third byte first. */
static size_t begins_with(const char *at, const char *word)
{
    size_t length = 0;
    while (word[length] && at[length] == word[length])
        length++;
    return word[length] ? 0 : length;
}

size_t scan_word(const struct value *list, const char *at)
{
    size_t best = 0;
    for (size_t i = 0; list && i < list->count; i++) {
        size_t length = list->items[i]->text ? begins_with(at, list->items[i]->text) : 0;
        best = length > best ? length : best;
    }
    return best;
}

/* Goes place by place, so that finding all words of a text takes time in its length only. */
const char *scan_find_before(const struct value *list, const char *at, const char *end, size_t *length)
{
    for (; list && list->count && *at && (!end || at < end); at = scan_on(at, 1)) {
        *length = scan_word(list, at);
        if (*length)
            return at;
    }
    *length = 0;
    return NULL;
}

const char *scan_find(const struct value *list, const char *at, size_t *length)
{
    return scan_find_before(list, at, NULL, length);
}

const char *scan_spaces(const char *at)
{
    return at + strspn(at, " ");
}

const char *scan_skip_words(const struct value *list, const char *at, int limit)
{
    at += strspn(at, " .");
    for (size_t length; limit > 0 && (length = scan_word(list, at)); limit--) {
        at += length;
        at += strspn(at, " .");
    }
    return at;
}

const char *scan_back(const char *text, const char *at, size_t count)
{
    while (at > text && count) {
        at--;
        count -= ((unsigned char)*at & 0xC0) != 0x80;
    }
    return at;
}

const char *scan_on(const char *at, size_t count)
{
    for (; *at && count; count--) {
        at++;
        while (((unsigned char)*at & 0xC0) == 0x80)
            at++;
    }
    return at;
}

const char *scan_context(struct arena *arena, const char *text, const char *at, size_t length, size_t count)
{
    const char *from = scan_back(text, at, count), *to = scan_on(at + length, count);
    return arena_printf(arena, "%s%.*s%s", from > text ? "…" : "", (int)(to - from), from, *to ? "…" : "");
}

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The bytes of digits at `at`, with commas between groups of three. */
static size_t whole_length(const char *at)
{
    const char *c = at;
    while (is_digit(*c) || (*c == ',' && c > at && is_digit(c[1]) && is_digit(c[2]) && is_digit(c[3])))
        c++;
    return (size_t)(c - at);
}

bool scan_number(const char **at, struct decimal *out)
{
    char digits[32];
    size_t count = 0, length = whole_length(*at);
    if (length && (*at)[length] == '.' && is_digit((*at)[length + 1]))
        length += 1 + strspn(*at + length + 1, "0123456789");
    for (size_t i = 0; i < length && count < sizeof digits; i++) {
        if ((*at)[i] != ',')
            digits[count++] = (*at)[i];
    }
    if (!count || count == sizeof digits || !decimal_parse(digits, count, out))
        return false;
    *at += length;
    return true;
}

bool scan_integer(const char **at, int64_t *out)
{
    size_t count = strspn(*at, "0123456789");
    const char *end = *at + count;
    if (!count || count > 9 || (*end == '.' && is_digit(end[1])))
        return false;
    *out = 0;
    for (const char *c = *at; c < end; c++)
        *out = *out * 10 + (*c - '0');
    *at = end;
    return true;
}

const char *scan_next_year(const char *at, const char *end, int64_t *year)
{
    for (; *at && (!end || at < end); at++) {
        size_t count = is_digit(*at) ? strspn(at, "0123456789") : 0;
        if (count == 4 && at[0] == '2' && at[1] >= '4' && at[1] <= '6') {
            const char *behind = at + count;
            scan_integer(&at, year);
            return behind;
        }
        at += count ? count - 1 : 0;
    }
    return NULL;
}

/* ---- dates ------------------------------------------------------------------------------------------------------ */

/* The names of the months, in full and short. */
struct months {
    const struct value *full, *abbreviated;
};

/* The month, 1-12, whose name `at` begins with, a longer name before a shorter one; 0 for none. */
static int month_at(struct months months, const char *at, size_t *length)
{
    const struct value *const lists[] = {months.full, months.abbreviated};
    int best = 0;
    *length = 0;
    for (size_t f = 0; f < 2; f++) {
        for (size_t i = 0; lists[f] && i < lists[f]->count; i++) {
            size_t size = lists[f]->items[i]->text ? begins_with(at, lists[f]->items[i]->text) : 0;
            if (size > *length) {
                best = (int)i + 1;
                *length = size;
            }
        }
    }
    return best;
}

static const char *next_month(const struct value *words, const char *at, const char *end, int *month, size_t *length)
{
    const struct value *names = value_member(words, "months");
    struct months months = {.full = value_member(names, "full"), .abbreviated = value_member(names, "short")};
    for (; *at && (!end || at < end); at = scan_on(at, 1)) {
        *month = month_at(months, at, length);
        if (*month)
            return at;
    }
    return NULL;
}

/* A day number of one or two digits that ends right before the month. */
static int day_before(const char *text, const char *month, const char **start)
{
    const char *end = month;
    while (end > text && end[-1] == ' ')
        end--;
    const char *from = end;
    while (from > text && is_digit(from[-1]))
        from--;
    if (from == end || end - from > 2 || (from > text && (from[-1] == '.' || from[-1] == '/')))
        return 0;
    *start = from;
    return end - from == 1 ? from[0] - '0' : (from[0] - '0') * 10 + (from[1] - '0');
}

bool scan_next_date(const struct value *words, const struct value *era, const char *text, const char *at,
                    const char *end, struct scan_date *out)
{
    int month;
    size_t length;
    const char *found = next_month(words, at, end, &month, &length);
    if (!found)
        return false;
    *out = (struct scan_date){.start = found, .end = found + length, .day.month = month};
    out->day.day = day_before(text, found, &out->start);
    const char *year_at = scan_spaces(out->end);
    year_at = scan_spaces(year_at + scan_word(era, year_at));
    int64_t year;
    const char *behind = year_at;
    if (scan_integer(&behind, &year) && behind - year_at == 4) {
        out->day.year = year;
        out->end = behind;
    }
    return true;
}
