/* R27: numbers that someone typed: labels of paragraphs and headings, "กิจกรรมที่ 3", (1) (2) (3) inside a text. */
#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

/* A label at the beginning of a text: "(3)", "3)", "3." or a word of audit.json "numbered" and a number. */
struct label {
    char form; /* '(' ')' '.' or 'w' */
    const char *word;
    size_t word_length;
    int64_t number;
};

static bool read_label(const struct audit *audit, const char *text, struct label *out)
{
    const char *at = scan_spaces(text);
    *out = (struct label){.word = at, .word_length = scan_word(audit_words(audit, WORDS_NUMBERED), at)};
    if (out->word_length) {
        at = scan_spaces(at + out->word_length);
        out->form = 'w';
        return scan_integer(&at, &out->number);
    }
    bool open = *at == '(';
    at += open;
    if (!scan_integer(&at, &out->number) || (*at != ')' && *at != '.') || (open && *at != ')') || out->number > 999)
        return false;
    out->form = open ? '(' : *at;
    return open || at[1] == ' ' || (at[1] & 0x80); /* "3. words" or "3.words", not "3.5" or "3.)" */
}

static bool same_series(const struct label *a, const struct label *b)
{
    return a->form == b->form &&
           (a->form != 'w' || (a->word_length == b->word_length && strncmp(a->word, b->word, a->word_length) == 0));
}

/* ---- labels of headings, paragraphs and items ------------------------------------------------------------------- */

struct series {
    struct label last;
    const struct value *list; /* in which it runs */
    const char *key;          /* the member that the texts are */
    int64_t level;            /* of headings; 0 for other blocks */
};

enum { SERIES_MAX = 64 };

struct all_series {
    struct series items[SERIES_MAX];
    size_t count;
};

static struct series *find_series(struct all_series *all, const struct series *wanted)
{
    for (size_t i = 0; i < all->count; i++) {
        struct series *series = &all->items[i];
        bool same_place = wanted->last.form == 'w' || (series->list == wanted->list && series->level == wanted->level &&
                                                       strcmp(series->key, wanted->key) == 0);
        if (same_place && same_series(&series->last, &wanted->last))
            return series;
    }
    if (all->count == SERIES_MAX)
        return NULL;
    all->items[all->count] = *wanted;
    all->items[all->count].last.number = 0;
    return &all->items[all->count++];
}

/* The list whose elements are numbered: the blocks about the text, the list it is in, or the rows it is a member of. */
static const struct value *list_of(const struct text_item *text)
{
    if (text->block)
        return text->block->parent;
    return text->value->key ? text->part->parent : text->value->parent;
}

static void check_label(struct audit *audit, const struct text_item *text, struct all_series *all)
{
    struct series wanted = {.list = list_of(text), .key = text->value->key ? text->value->key : ""};
    if (text->is_cell || !read_label(audit, text->plain, &wanted.last))
        return;
    bool is_heading = text->block && strcmp(value_member_text(text->block, "type", ""), "heading") == 0;
    wanted.level = is_heading ? value_member_integer(text->block, "level", 2) : 0;
    struct series *series = find_series(all, &wanted);
    int64_t number = wanted.last.number;
    if (!series)
        return;
    bool follows = number == series->last.number + 1, restarts = number == 1;
    if (series->last.number && !follows && !restarts)
        audit_report(
            audit,
            (struct finding){.rule = RULE_NUMBERING,
                             .at = text->value,
                             .expected = arena_printf(audit->arena, "%lld", (long long)series->last.number + 1),
                             .hint = "lists and headings number themselves"},
            "number %lld follows %lld", (long long)number, (long long)series->last.number);
    series->last.number = number;
}

/* ---- (1) ... (2) ... (4) in one text ---------------------------------------------------------------------------- */

/* Whether what stands before the bracket makes it a reference, "ข้อ (3)", or part of a name, "EIT(2)". */
static bool is_reference(const struct audit *audit, const char *text, const char *bracket)
{
    const struct value *words = audit_words(audit, WORDS_REFERS);
    const char *end = bracket;
    while (end > text && end[-1] == ' ')
        end--;
    for (size_t i = 0; words && i < words->count; i++) {
        size_t length = words->items[i]->text ? strlen(words->items[i]->text) : 0;
        if (length && (size_t)(end - text) >= length && strncmp(end - length, words->items[i]->text, length) == 0)
            return true;
    }
    return bracket > text && bracket[-1] != ' ' && !(bracket[-1] & 0x80);
}

static void check_inline(struct audit *audit, const struct text_item *text)
{
    int64_t last = 0, number;
    for (const char *at = text->plain; (at = strchr(at, '(')); at++) {
        const char *c = at + 1;
        if (!scan_integer(&c, &number) || *c != ')' || (!last && number != 1) || is_reference(audit, text->plain, at))
            continue;
        if (last && number != last + 1 && number != 1) {
            audit_report(audit,
                         (struct finding){.rule = RULE_NUMBERING,
                                          .at = text->value,
                                          .expected = arena_printf(audit->arena, "(%lld)", (long long)last + 1)},
                         "(%lld) follows (%lld)", (long long)number, (long long)last);
            return;
        }
        last = number;
    }
}

void audit_numbering(struct audit *audit)
{
    struct all_series all = {.count = 0};
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        check_label(audit, &audit->texts->list.items[i], &all);
        check_inline(audit, &audit->texts->list.items[i]);
    }
}
