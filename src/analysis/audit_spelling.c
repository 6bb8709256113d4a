/* R08, R19, R21: names of the office, of units and of persons in more than one spelling; notes copied. */
#include "analysis/texts.h"

#include "analysis/scan.h"
#include "base/thai.h"
#include "base/utf8.h"

#include <string.h>

enum { NAME_LENGTH_MAX = 60, NAME_BYTES_MAX = 240, PERSONS_MAX = 300 }; /* of a name, code points compared; names */

/* ---- comparing -------------------------------------------------------------------------------------------------- */

struct letters {
    uint32_t codes[NAME_LENGTH_MAX];
    size_t count;
};

static struct letters letters_of(const char *text, size_t length)
{
    struct letters letters = {.count = 0};
    for (size_t at = 0, size; at < length && letters.count < NAME_LENGTH_MAX; at += size)
        letters.codes[letters.count++] = utf8_decode(text + at, length - at, &size);
    return letters;
}

/* Changes, additions and omissions of letters between two names. */
static size_t distance(const struct letters *a, const struct letters *b)
{
    size_t row[NAME_LENGTH_MAX + 1];
    for (size_t j = 0; j <= b->count; j++)
        row[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            size_t best = diagonal + (a->codes[i - 1] != b->codes[j - 1]);
            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[b->count];
}

/* The bytes of Thai letters at `at`. */
static size_t thai_run(const char *at)
{
    size_t length = strnlen(at, NAME_BYTES_MAX), end = 0, size;
    while (end < length && thai_is_letter(utf8_decode(at + end, length - end, &size)))
        end += size;
    return end;
}

/* ---- R21: persons ----------------------------------------------------------------------------------------------- */

struct person {
    const struct text_item *text;
    const char *given, *family; /* in the text */
    struct letters given_letters, family_letters;
    size_t given_length, family_length;
    size_t count;
};

struct persons {
    LIST(struct person) list;
};

static bool same_person(const struct person *a, const struct person *b)
{
    return a->given_length == b->given_length && a->family_length == b->family_length &&
           memcmp(a->given, b->given, a->given_length) == 0 && memcmp(a->family, b->family, a->family_length) == 0;
}

/* A person of the text; one spelled the same only raises the count. */
static void add_person(struct audit *audit, struct persons *persons, struct person person)
{
    for (size_t i = 0; i < persons->list.count; i++) {
        if (same_person(&persons->list.items[i], &person)) {
            persons->list.items[i].count++;
            return;
        }
    }
    person.given_letters = letters_of(person.given, person.given_length);
    person.family_letters = letters_of(person.family, person.family_length);
    *list_add(audit->arena, &persons->list) = person;
}

static bool is_latin(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The person whose name stands at `given`, if there are two words of it. */
static void add_named(struct audit *audit, const struct text_item *text, const char *given, struct persons *persons)
{
    enum { LEAST = 6 }; /* bytes: two Thai letters */
    size_t given_length = thai_run(given);
    const char *family = scan_spaces(given + given_length);
    size_t family_length = family == given + given_length ? 0 : thai_run(family);
    if (given_length && is_latin(given[given_length]))
        audit_report(audit,
                     (struct finding){.rule = RULE_TEXT_BROKEN,
                                      .at = text->value,
                                      .expected = "a name in one script",
                                      .hint = scan_context(audit->arena, text->plain, given, given_length, 12)},
                     "Latin letters stand in a Thai name");
    if (given_length >= LEAST && family_length >= LEAST)
        add_person(audit, persons,
                   (struct person){.text = text,
                                   .given = given,
                                   .family = family,
                                   .given_length = given_length,
                                   .family_length = family_length,
                                   .count = 1});
}

/* Whether the text is a person's name by the member that it is: beside it stands a position. */
static bool is_name(const struct text_item *text)
{
    const struct value *value = text->value;
    return value->key && strcmp(value->key, "name") == 0 && value_member(value->parent, "position");
}

static void add_persons(struct audit *audit, const struct text_item *text, struct persons *persons)
{
    const struct value *titles = audit_words(audit, WORDS_TITLES);
    const char *start = scan_spaces(text->plain);
    size_t length;
    if (is_name(text) && !scan_word(titles, start))
        add_named(audit, text, start, persons);
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_TITLES, at, &length)); at += length) {
        const char *given = scan_spaces(at + length);
        if (scan_word(audit_words(audit, WORDS_NOT_NAMES), at))
            continue;
        given = scan_spaces(given + scan_word(titles, given)); /* a second title */
        add_named(audit, text, given, persons);
    }
}

/* One of the two names the same, the other almost: at most a third of its letters, and three, differ. */
static bool differ_slightly(const struct person *a, const struct person *b)
{
    size_t given = distance(&a->given_letters, &b->given_letters);
    size_t family = distance(&a->family_letters, &b->family_letters);
    size_t apart = given + family;
    size_t letters = given ? a->given_letters.count : a->family_letters.count;
    return (given == 0 || family == 0) && apart > 0 && apart <= 3 && 3 * apart <= letters + 2;
}

static const char *full_name(struct audit *audit, const struct person *person)
{
    return arena_printf(audit->arena, "%.*s %.*s", (int)person->given_length, person->given, (int)person->family_length,
                        person->family);
}

/* Of two spellings the rarer one is reported, where it stands first; of equally rare ones the later. */
static void check_spellings(struct audit *audit, struct person *a, struct person *b)
{
    const struct person *usual = b->count > a->count ? b : a, *rare = usual == a ? b : a;
    if (!differ_slightly(a, b))
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_NAME_SPELLINGS,
                                  .at = rare->text->value,
                                  .expected = full_name(audit, usual),
                                  .hint = arena_printf(audit->arena, "or the other way round; as at %s",
                                                       value_pointer(audit->arena, usual->text->value))},
                 "\"%s\" is spelled otherwise elsewhere", full_name(audit, rare));
}

static void check_persons(struct audit *audit)
{
    struct persons persons = {{0}};
    for (size_t i = 0; i < audit->texts->list.count && persons.list.count < PERSONS_MAX; i++)
        add_persons(audit, &audit->texts->list.items[i], &persons);
    for (size_t i = 1; i < persons.list.count; i++) {
        for (size_t j = 0; j < i; j++)
            check_spellings(audit, &persons.list.items[j], &persons.list.items[i]);
    }
}

/* ---- R21: units ------------------------------------------------------------------------------------------------- */

/* The unit that the words at `at` almost are: as many letters, the first few and the last one the same, at most two of
 * the others not. */
static const char *near_unit(const struct value *units, const char *at)
{
    enum { UNIT_LETTERS_MIN = 8, SAME_FIRST = 18 }; /* letters; bytes: six of them */
    for (size_t i = 0; units && i < units->count; i++) {
        const char *unit = units->items[i]->text;
        if (strncmp(unit, at, SAME_FIRST) != 0)
            continue;
        struct letters right = letters_of(unit, strlen(unit)), given = letters_of(at, strnlen(at, NAME_BYTES_MAX));
        if (right.count < UNIT_LETTERS_MIN || given.count < right.count)
            continue;
        given.count = right.count;
        size_t apart = distance(&right, &given);
        if (apart > 0 && apart <= 2 && given.codes[given.count - 1] == right.codes[right.count - 1])
            return unit;
    }
    return NULL;
}

static void check_units(struct audit *audit, const struct text_item *text)
{
    const struct value *units = audit_words(audit, WORDS_UNITS);
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_UNIT_HEADS, at, &length)); at += length) {
        const char *unit = scan_word(units, at) ? NULL : near_unit(units, at);
        if (!unit)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_UNIT_SPELLING,
                                      .at = text->value,
                                      .expected = unit,
                                      .hint = scan_context(audit->arena, text->plain, at, strlen(unit), 0)},
                     "a unit's name is misspelled");
        return;
    }
}

/* ---- R08: the office's own name --------------------------------------------------------------------------------- */

/* The name of an office ends in "เขต 1"; everywhere else its zone must follow too. */
static void check_office(struct audit *audit, const struct text_item *text, const char *base, int64_t zone)
{
    for (const char *at = text->plain; (at = strstr(at, base)); at += strlen(base)) {
        const char *after = scan_spaces(at + strlen(base));
        size_t word = scan_word(audit_words(audit, WORDS_ZONE), after);
        const char *number = scan_spaces(after + word);
        bool spaced = word && after > at + strlen(base) && number > after + word;
        int64_t said = 0;
        if (word && scan_integer(&number, &said) && said == zone && spaced)
            continue;
        const char *name = value_member_text(value_member(audit->assessment->model, "office"), "name", "");
        audit_report(audit,
                     (struct finding){
                         .rule = RULE_NAME_UNEVEN, .at = text->value, .expected = name, .hint = "as in /office/name"},
                     "the office's name is written otherwise");
        return;
    }
}

static void check_offices(struct audit *audit)
{
    const struct value *name = value_member(value_member(audit->assessment->model, "office"), "name");
    const char *plain = name && name->text ? scan_plain(audit->arena, name) : "";
    size_t length;
    int64_t zone;
    const char *at = plain, *last = NULL;
    for (; (at = scan_find(audit_words(audit, WORDS_ZONE), at, &length)); at += length) {
        const char *number = scan_spaces(at + length);
        if (scan_integer(&number, &zone) && !*number)
            last = at;
    }
    if (!last || last == plain)
        return;
    while (last > plain && last[-1] == ' ')
        last--;
    const char *base = arena_strndup(audit->arena, plain, (size_t)(last - plain));
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        if (audit->texts->list.items[i].value != name)
            check_office(audit, &audit->texts->list.items[i], base, zone);
    }
}

/* ---- R19: notes copied from another indicator ------------------------------------------------------------------- */

/* The words about the other's name, if both notes have them. */
static bool shares_words(struct audit *audit, const char *note, const char *other, const char *name)
{
    enum { BEFORE = 30, AFTER = 5 }; /* code points */
    for (const char *at = note; name[0] && (at = strstr(at, name)); at += strlen(name)) {
        const char *from = scan_back(note, at, BEFORE), *to = scan_on(at + strlen(name), AFTER);
        const char *words = arena_strndup(audit->arena, from, (size_t)(to - from));
        if (from > note && strstr(other, words))
            return true;
    }
    return false;
}

static void check_notes(struct audit *audit)
{
    const struct value *notes = value_member(audit->assessment->model, "indicator_notes");
    for (size_t i = 0; notes && i < notes->count; i++) {
        const struct value *text = value_member(notes->items[i], "text");
        const char *note = text && text->text ? scan_plain(audit->arena, text) : "";
        for (size_t j = 0; j < notes->count; j++) {
            const struct value *other = value_member(notes->items[j], "text");
            int64_t number = value_member_integer(notes->items[j], "indicator", 0);
            const char *name = value_member_text(criteria_indicator(audit->data->criteria, number), "name", "");
            if (i == j || !other || !other->text || !shares_words(audit, note, scan_plain(audit->arena, other), name))
                continue;
            audit_report(audit,
                         (struct finding){.rule = RULE_NOTE_COPIED,
                                          .at = text,
                                          .expected = "words on its own indicator",
                                          .hint = arena_printf(audit->arena, "they stand in the note on indicator %lld",
                                                               (long long)number)},
                         "the note speaks of \"%s\" in the words of another", name);
        }
    }
}

void audit_spelling(struct audit *audit)
{
    if (!audit->data->audit)
        return;
    check_persons(audit);
    check_offices(audit);
    check_notes(audit);
    for (size_t i = 0; i < audit->texts->list.count; i++)
        check_units(audit, &audit->texts->list.items[i]);
}
