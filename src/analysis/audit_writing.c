/* R11, R15, R19, R23, R24, R25: prose as such. */
#include "analysis/texts.h"

#include "analysis/scan.h"
#include "base/thai.h"
#include "base/utf8.h"

#include <string.h>

static void report(struct audit *audit, enum rule rule, const struct text_item *text, const char *at, size_t length,
                   const char *expected, const char *what)
{
    audit_report(audit,
                 (struct finding){.rule = rule,
                                  .at = text->value,
                                  .expected = expected,
                                  .hint = scan_context(audit->arena, text->plain, at, length, 12)},
                 "%s", what);
}

/* ---- R11, R15: nothing said ------------------------------------------------------------------------------------- */

static bool is_word_of(const struct value *list, const char *text)
{
    for (size_t i = 0; list && i < list->count; i++) {
        if (list->items[i]->text && strcmp(list->items[i]->text, text) == 0)
            return true;
    }
    return false;
}

static void check_said(struct audit *audit, const struct text_item *text)
{
    const char *start = text->plain + strspn(text->plain, " \n");
    size_t length;
    const char *generic = text_find(audit, text, WORDS_GENERIC, text->plain, &length);
    if (!*start && !text->is_cell && !strstr(text->value->text, "](#"))
        report(audit, RULE_EMPTY_TEXT, text, text->plain, 0, "words", "the text is empty");
    else if (generic)
        report(audit, RULE_GENERIC_TEXT, text, generic, length, "what is really so", "a part of a form says nothing");
    else if (!text->is_cell && is_word_of(audit_words(audit, WORDS_GENERIC_WHOLE), start))
        report(audit, RULE_GENERIC_TEXT, text, start, 0, "what is really so", "the text says nothing");
}

/* ---- R19: a phrase twice ---------------------------------------------------------------------------------------- */

/* The letters of a text without its spaces; room for the longest text, used again for each. */
struct letters {
    uint32_t *codes;
    const char **at;
    size_t count;
};

static struct letters make_room(const struct audit *audit)
{
    size_t longest = 0;
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        size_t length = strlen(audit->texts->list.items[i].plain);
        longest = length > longest ? length : longest;
    }
    return (struct letters){.codes = arena_array(audit->arena, uint32_t, longest + 1),
                            .at = arena_array(audit->arena, const char *, longest + 1)};
}

static void read_letters(struct letters *letters, const char *text)
{
    size_t length = strlen(text), size;
    letters->count = 0;
    for (size_t at = 0; at < length; at += size) {
        uint32_t code = utf8_decode(text + at, length - at, &size);
        if (code == ' ')
            continue;
        letters->codes[letters->count] = code;
        letters->at[letters->count++] = text + at;
    }
}

static bool is_wordy(const struct letters *letters, size_t from, size_t count)
{
    size_t wordy = 0;
    for (size_t i = from; i < from + count; i++) {
        uint32_t code = letters->codes[i];
        wordy += thai_is_letter(code) || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    }
    return wordy * 2 > count && letters->codes[from] != letters->codes[from + 1];
}

/* A phrase of `period` letters right behind itself: `period` letters in a row that equal those one period on. */
static bool find_repeat(const struct letters *letters, size_t period, size_t *at)
{
    size_t run = 0;
    for (size_t i = 0; i + period < letters->count; i++) {
        run = letters->codes[i] == letters->codes[i + period] ? run + 1 : 0;
        if (run < period)
            continue;
        *at = i + 1 - period;
        if (is_wordy(letters, *at, period))
            return true;
        run = 0;
    }
    return false;
}

static void check_repeats(struct audit *audit, const struct text_item *text, struct letters *letters)
{
    enum { SHORTEST = 12, LONGEST = 60 };
    read_letters(letters, text->plain);
    for (size_t period = SHORTEST; period <= LONGEST && 2 * period <= letters->count; period++) {
        size_t at;
        if (!find_repeat(letters, period, &at))
            continue;
        const char *from = letters->at[at], *to = letters->at[at + period];
        audit_report(audit, (struct finding){.rule = RULE_PHRASE_REPEATED, .at = text->value, .expected = "it once"},
                     "\"%.*s\" stands twice in a row", (int)(to - from), from);
        return;
    }
}

/* ---- R23: spaces and signs -------------------------------------------------------------------------------------- */

static void check_forms(struct audit *audit, const struct text_item *text)
{
    const struct value *forms = value_member(audit->data->audit, "forms");
    for (size_t i = 0; forms && i < forms->count; i++) {
        const char *wrong = value_member_text(forms->items[i], "wrong", "");
        const char *found = letter_pairs_admit(&text->pairs, wrong) ? strstr(text->plain, wrong) : NULL;
        size_t length = strlen(wrong);
        if (length && found)
            report(audit, RULE_SPACING, text, found, length, value_member_text(forms->items[i], "right", NULL),
                   arena_printf(audit->arena, "\"%s\" is set wrongly", wrong));
    }
}

/* "พ.ศ.2566" for "พ.ศ. 2566". */
static void check_era_space(struct audit *audit, const struct text_item *text)
{
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_YEAR, at, &length)); at += length) {
        if (at[length] < '0' || at[length] > '9')
            continue;
        report(audit, RULE_SPACING, text, at, length + 4,
               arena_printf(audit->arena, "%.*s %.4s", (int)length, at, at + length),
               "there is no space before the year");
        return;
    }
}

/* A space before the sign of repetition, and behind it unless the clause ends there. */
static void check_repeat_sign(struct audit *audit, const struct text_item *text)
{
    static const char closers[] = " \n.,;:)]\"/";
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_REPEAT_SIGN, at, &length)); at += length) {
        bool before = at > text->plain && at[-1] == ' ';
        bool after = !at[length] || strchr(closers, at[length]) || strncmp(at + length, "”", 3) == 0;
        if (before && after)
            continue;
        report(audit, RULE_SPACING, text, at, length, "a space on both sides", "the sign of repetition has no space");
        return;
    }
}

static size_t count_of(const char *text, const char *sign)
{
    size_t count = 0;
    for (; (text = strstr(text, sign)); text += strlen(sign))
        count++;
    return count;
}

static void check_quotes(struct audit *audit, const struct text_item *text)
{
    size_t opened = count_of(text->plain, "“"), closed = count_of(text->plain, "”");
    if (opened == closed)
        return;
    report(audit, RULE_SPACING, text, strstr(text->plain, opened ? "“" : "”"), 3, "quotation marks in pairs",
           opened > closed ? "a quotation mark is not closed" : "a quotation mark is not opened");
}

/* ---- R24: known typing errors ----------------------------------------------------------------------------------- */

struct typo {
    const char *wrong, *right;
    const struct value *unless;
};

struct typos {
    struct typo *items;
    size_t count;
};

static struct typos read_typos(const struct audit *audit)
{
    const struct value *rows = audit->data->typos;
    struct typos typos = {.items = arena_array(audit->arena, struct typo, rows ? rows->count : 0)};
    for (size_t i = 0; rows && i < rows->count; i++) {
        struct typo typo = {.wrong = value_member_text(rows->items[i], "wrong", ""),
                            .right = value_member_text(rows->items[i], "right", ""),
                            .unless = value_member(rows->items[i], "unless")};
        if (typo.wrong[0])
            typos.items[typos.count++] = typo;
    }
    return typos;
}

/* Whether what stands at `at` is part of this right word. */
static bool is_part_of(const struct text_item *text, const char *at, const char *wrong, const char *right)
{
    for (const char *inside = strstr(right, wrong); inside; inside = strstr(inside + 1, wrong)) {
        size_t offset = (size_t)(inside - right);
        if ((size_t)(at - text->plain) >= offset && strncmp(at - offset, right, strlen(right)) == 0)
            return true;
    }
    return false;
}

static bool is_excused(const struct text_item *text, const char *at, const struct typo *typo)
{
    bool excused = is_part_of(text, at, typo->wrong, typo->right);
    for (size_t i = 0; !excused && typo->unless && i < typo->unless->count; i++) {
        const char *word = typo->unless->items[i]->text;
        excused = word && is_part_of(text, at, typo->wrong, word);
    }
    return excused;
}

static void check_typo(struct audit *audit, const struct text_item *text, const struct typo *typo)
{
    const char *at = letter_pairs_admit(&text->pairs, typo->wrong) ? strstr(text->plain, typo->wrong) : NULL;
    while (at && is_excused(text, at, typo))
        at = strstr(at + 1, typo->wrong);
    if (at)
        report(audit, RULE_TYPO, text, at, strlen(typo->wrong), typo->right,
               arena_printf(audit->arena, "\"%s\" is a typing error", typo->wrong));
}

/* ---- R25: what belongs on a form or a web page ------------------------------------------------------------------ */

static void check_residue(struct audit *audit, const struct text_item *text)
{
    static const struct {
        const char *sign, *what;
    } signs[] = {{"....", "dots of a form are left in the text"},
                 {"……", "dots of a form are left in the text"},
                 {"____", "a line of a form is left in the text"},
                 {"http://", "an address stands in the text"},
                 {"https://", "an address stands in the text"}};
    size_t length;
    const char *found = text_find(audit, text, WORDS_RESIDUE, text->plain, &length);
    if (found)
        report(audit, RULE_RESIDUE, text, found, length, "the report's own words",
               "a remainder of a form or page is left in the text");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        found = letter_pairs_admit(&text->pairs, signs[i].sign) ? strstr(text->plain, signs[i].sign) : NULL;
        if (!found)
            continue;
        report(audit, RULE_RESIDUE, text, found, strlen(signs[i].sign),
               *signs[i].sign == 'h' ? "a link, [words](address) or <address>" : "the value itself", signs[i].what);
        return;
    }
}

void audit_writing(struct audit *audit)
{
    struct typos typos = read_typos(audit);
    struct letters letters = make_room(audit);
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        check_said(audit, text);
        check_repeats(audit, text, &letters);
        check_forms(audit, text);
        check_era_space(audit, text);
        check_repeat_sign(audit, text);
        check_quotes(audit, text);
        check_residue(audit, text);
        for (size_t t = 0; t < typos.count; t++)
            check_typo(audit, text, &typos.items[t]);
    }
}
