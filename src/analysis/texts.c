#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

struct walk {
    struct arena *arena;
    const struct value *model, *skip;
    struct text_list *texts;
};

/* Where the walk stands. */
struct place {
    const char *key; /* the nearest member name */
    const struct value *block, *part;
    bool is_cell, foreign;
};

static bool skipped(const struct walk *walk, const struct value *value, const char *key)
{
    bool leaf = value->kind == VALUE_TEXT || value->kind == VALUE_RICH;
    if (!key || (!leaf && strcmp(key, "accept") != 0))
        return false;
    for (size_t i = 0; walk->skip && i < walk->skip->count; i++) {
        const char *name = walk->skip->items[i]->text;
        if (name && strcmp(name, key) == 0)
            return true;
    }
    return false;
}

/* Whether what stands in the object is in another language than the report, by the nearest one that is said. */
static bool is_foreign(const struct walk *walk, const struct value *object, bool around)
{
    const char *said = value_member_text(object, "lang", value_member_text(object, "language", NULL));
    const char *own = value_member_text(walk->model, "language", NULL);
    return said && own ? strcmp(said, own) != 0 : around;
}

static void visit(struct walk *walk, const struct value *value, struct place place)
{
    if (value->key)
        place.key = value->key;
    if (skipped(walk, value, place.key))
        return;
    if ((value->kind == VALUE_TEXT || value->kind == VALUE_RICH) && value->text) {
        const char *plain = scan_plain(walk->arena, value);
        *list_add(walk->arena, &walk->texts->list) = (struct text_item){.value = value,
                                                                        .plain = plain,
                                                                        .pairs = letter_pairs_of(plain),
                                                                        .block = place.block,
                                                                        .part = place.part,
                                                                        .is_cell = place.is_cell,
                                                                        .foreign = place.foreign};
        return;
    }
    if (value->kind != VALUE_LIST && value->kind != VALUE_OBJECT)
        return;
    const char *type = value_member_text(value, "type", NULL);
    place.foreign = is_foreign(walk, value, place.foreign);
    if (type) {
        place.block = value;
        place.is_cell = strcmp(type, "table") == 0;
    }
    for (size_t i = 0; i < value->count; i++) {
        struct place inner = place;
        if (value->kind == VALUE_LIST && !place.part->parent && value->parent)
            inner.part = value->items[i]; /* an element of a list of the model itself */
        visit(walk, value->items[i], inner);
    }
}

const struct text_list *texts_collect(struct arena *arena, const struct value *model, const struct value *words)
{
    struct text_list *texts = arena_new_of(arena, struct text_list);
    struct walk walk = {.arena = arena, .model = model, .skip = value_member(words, "skip"), .texts = texts};
    if (words)
        visit(&walk, model, (struct place){.part = model});
    return texts;
}

const struct value *audit_words(const struct audit *audit, enum words words)
{
    return audit->words->of[words];
}

const char *text_find(const struct audit *audit, const struct text_item *text, enum words words, const char *at,
                      size_t *length)
{
    const struct value *list = audit_words(audit, words);
    *length = 0;
    return letter_pairs_admit_any(&text->pairs, list) ? scan_find(list, at, length) : NULL;
}

bool text_next_date(const struct audit *audit, const struct text_item *text, const char *at, const char *end,
                    struct scan_date *out)
{
    const struct value *words = audit->data->words, *months = value_member(words, "months");
    if (!letter_pairs_admit_any(&text->pairs, value_member(months, "full")) &&
        !letter_pairs_admit_any(&text->pairs, value_member(months, "short")))
        return false;
    return scan_next_date(words, audit_words(audit, WORDS_YEAR), text->plain, at, end, out);
}

bool text_day_at(const struct audit *audit, const struct text_item *text, const char *at, struct day *out)
{
    enum { REACH = 12 }; /* code points */
    struct scan_date date;
    at = scan_spaces(at);
    if (!text_next_date(audit, text, at, scan_on(at, REACH), &date) || date.start != at)
        return false;
    *out = date.day;
    return true;
}

bool text_document_day(const struct audit *audit, const struct text_item *text, struct day *out)
{
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_DATED, at, &length)); at += length) {
        if (text_day_at(audit, text, at + length, out) && day_is_whole(*out))
            return true;
    }
    return false;
}

const struct value *texts_place(const struct value *value)
{
    const struct value *text = value_member(value, "text");
    return value->kind == VALUE_OBJECT && text ? text : value;
}

const char *texts_of(struct arena *arena, const struct value *value)
{
    return scan_plain(arena, texts_place(value));
}

bool texts_of_other_year(const struct audit *audit, const char *text, const char *at, const char *end)
{
    enum { BEFORE = 100 }; /* code points */
    int64_t year;
    bool other = false;
    for (const char *c = scan_back(text, at, BEFORE); (c = scan_next_year(c, end, &year));) {
        if (year == audit->assessment->year)
            return false;
        other = true;
    }
    return other;
}
