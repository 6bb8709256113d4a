#include "template/numbering.h"

#include "base/utf8.h"

#include <string.h>

static const char CODE[] = "template-label";

static const struct counter {
    const char *sign;
    enum thai_number_style digits;
} counters[] = {
    {"1", THAI_NUMBER_ARABIC}, {"๑", THAI_NUMBER_THAI}, {"ก", THAI_NUMBER_LETTER}, {"i", THAI_NUMBER_ROMAN}};

struct parts {
    LIST(struct label_part) list;
};

static void add_words(struct arena *arena, struct parts *parts, const char *text, size_t length)
{
    if (length)
        *list_add(arena, &parts->list) = (struct label_part){.words = arena_strndup(arena, text, length)};
}

static const struct counter *counter_at(const char *text)
{
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        if (strncmp(text, counters[i].sign, strlen(counters[i].sign)) == 0)
            return &counters[i];
    return NULL;
}

/* Reads "{2:ก}" at `text`; returns its length, 0 when it is wrong. */
static size_t read_brace(const char *text, struct label_part *part)
{
    *part = (struct label_part){.digits = THAI_NUMBER_ARABIC};
    if (text[1] >= '1' && text[1] <= '0' + NUMBERING_LEVELS)
        part->level = text[1] - '0';
    else if (text[1] != 'n')
        return 0;
    if (text[2] == '}')
        return 3;
    const struct counter *counter = text[2] == ':' ? counter_at(text + 3) : NULL;
    if (!counter || text[3 + strlen(counter->sign)] != '}')
        return 0;
    part->digits = counter->digits;
    return 4 + strlen(counter->sign);
}

static bool parse_braces(struct arena *arena, const char *text, struct parts *parts)
{
    for (const char *brace; (brace = strchr(text, '{'));) {
        struct label_part part;
        size_t length = read_brace(brace, &part);
        if (!length)
            return false;
        add_words(arena, parts, text, (size_t)(brace - text));
        *list_add(arena, &parts->list) = part;
        text = brace + length;
    }
    add_words(arena, parts, text, strlen(text));
    return true;
}

/* The last counter of a short pattern is the label's own number, those before it are the ones around. */
static void set_levels(struct parts *parts)
{
    int level = 0;
    for (size_t i = parts->list.count; i-- > 0;)
        if (!parts->list.items[i].words)
            parts->list.items[i].level = level--;
}

/* The signs that may stand around a short pattern's counter. */
static const char around[] = "()[]<>.,:;/- ";

/* "(1)", "1.1": counters with dots between them, signs around. */
static bool parse_short(struct arena *arena, const char *text, struct parts *parts)
{
    size_t before = strspn(text, around);
    add_words(arena, parts, text, before);
    text += before;
    const struct counter *counter = counter_at(text);
    if (!counter)
        return false;
    while (counter) {
        *list_add(arena, &parts->list) = (struct label_part){.digits = counter->digits};
        text += strlen(counter->sign);
        counter = *text == '.' ? counter_at(text + 1) : NULL;
        if (counter)
            add_words(arena, parts, text++, 1);
    }
    add_words(arena, parts, text, strlen(text));
    set_levels(parts);
    return strspn(text, around) == strlen(text);
}

/* A label that is always the same: a few signs without digits. */
static bool parse_fixed(struct arena *arena, const char *text, struct parts *parts)
{
    *parts = (struct parts){0};
    for (const char *at = text; *at;) {
        size_t size;
        uint32_t code = utf8_decode(at, strlen(at), &size);
        if ((code >= '0' && code <= '9') || thai_is_digit(code))
            return false;
        at += size;
    }
    add_words(arena, parts, text, strlen(text));
    return utf8_count(text, strlen(text)) <= 4;
}

bool label_parse(struct arena *arena, const char *text, struct place place, struct diags *diags,
                 struct label_pattern *pattern)
{
    struct parts parts = {0};
    bool good = strchr(text, '{') ? parse_braces(arena, text, &parts)
                                  : parse_short(arena, text, &parts) || parse_fixed(arena, text, &parts);
    struct diag_more more = {.expected = "a pattern such as \"1)\", \"(๑)\", \"-\" or \"{1}.{2}\""};
    if (!good)
        place_error(diags, place, CODE, more, "bad label pattern \"%s\"", text);
    *pattern = (struct label_pattern){.parts = parts.list.items, .count = parts.list.count};
    return good;
}

void label_print(struct buf *out, const struct label_pattern *pattern, const int *numbers, size_t depth)
{
    for (size_t i = 0; i < pattern->count; i++) {
        const struct label_part *part = &pattern->parts[i];
        if (part->words) {
            buf_puts(out, part->words);
            continue;
        }
        int64_t level = part->level > 0 ? part->level : (int64_t)depth + part->level;
        if (level >= 1 && level <= (int64_t)depth && numbers[level - 1] > 0)
            thai_number(out, numbers[level - 1], part->digits);
    }
}

void label_print_caption(struct buf *out, const struct label_pattern *pattern, const int chapters[], int number)
{
    bool left_out = false;
    for (size_t i = 0; i < pattern->count; i++) {
        const struct label_part *part = &pattern->parts[i];
        if (part->words && !left_out)
            buf_puts(out, part->words);
        int count = part->level > 0 ? chapters[part->level - 1] : number;
        left_out = !part->words && !count;
        if (!part->words && count)
            thai_number(out, count, part->digits);
    }
}
