#include "analysis/criteria.h"

#include <string.h>
#include <strings.h>

static const struct value *find_text(const struct value *list, const char *key, const char *text)
{
    for (size_t i = 0; list && i < list->count; i++) {
        if (strcasecmp(value_member_text(list->items[i], key, ""), text) == 0)
            return list->items[i];
    }
    return NULL;
}

const struct value *criteria_tool(const struct value *criteria, const char *code)
{
    return find_text(value_member(criteria, "tools"), "code", code);
}

const struct value *criteria_indicator(const struct value *criteria, int64_t number)
{
    const struct value *list = value_member(criteria, "indicators");
    for (size_t i = 0; list && i < list->count; i++) {
        if (value_member_integer(list->items[i], "number", 0) == number)
            return list->items[i];
    }
    return NULL;
}

static bool has_integer(const struct value *list, int64_t number)
{
    for (size_t i = 0; list && i < list->count; i++) {
        const struct value *item = list->items[i];
        if (item->kind == VALUE_NUMBER && item->exact && item->number.places == 0 && item->number.units == number)
            return true;
    }
    return false;
}

const struct value *criteria_tool_of(const struct value *criteria, int64_t indicator)
{
    const struct value *tools = value_member(criteria, "tools");
    for (size_t i = 0; tools && i < tools->count; i++) {
        if (has_integer(value_member(tools->items[i], "indicators"), indicator))
            return tools->items[i];
    }
    return NULL;
}

const struct value *criteria_sub(const struct value *criteria, const char *number)
{
    const struct value *list = value_member(criteria, "indicators");
    for (size_t i = 0; list && i < list->count; i++) {
        const struct value *sub = find_text(value_member(list->items[i], "subs"), "number", number);
        if (sub)
            return sub;
    }
    return NULL;
}

bool item_code_read(const char *text, struct item_code *out)
{
    static const char letters[] = "OIEoie";
    const char *letter = text[0] ? strchr(letters, text[0]) : NULL;
    size_t digits = letter ? strspn(text + 1, "0123456789") : 0;
    if (!digits || digits > 4 || text[1] == '0' || text[1 + digits])
        return false;
    *out = (struct item_code){.letter = letters[(letter - letters) % 3]};
    for (const char *c = text + 1; *c; c++)
        out->number = out->number * 10 + (*c - '0');
    return true;
}

const struct value *criteria_item(const struct value *criteria, const char *code)
{
    return find_text(value_member(criteria, "items"), "code", code);
}

/* Whether `code` lies in the range {"from": "O1", "to": "O10"} of an indicator or sub-indicator. */
static bool in_range(const struct value *owner, struct item_code code)
{
    const struct value *range = value_member(owner, "items");
    struct item_code from, to;
    return range && item_code_read(value_member_text(range, "from", ""), &from) &&
           item_code_read(value_member_text(range, "to", ""), &to) && from.letter == code.letter &&
           to.letter == code.letter && from.number <= code.number && code.number <= to.number;
}

const struct value *criteria_item_sub(const struct value *criteria, const char *code)
{
    struct item_code item;
    const struct value *list = value_member(criteria, "indicators");
    if (!item_code_read(code, &item))
        return NULL;
    for (size_t i = 0; list && i < list->count; i++) {
        const struct value *subs = value_member(list->items[i], "subs");
        for (size_t j = 0; subs && j < subs->count; j++) {
            if (in_range(subs->items[j], item))
                return subs->items[j];
        }
    }
    return NULL;
}

int64_t criteria_item_indicator(const struct value *criteria, const char *code)
{
    struct item_code item;
    const struct value *sub = criteria_item_sub(criteria, code);
    if (sub) /* sub-indicators lie in the list "subs" of their indicator */
        return value_member_integer(sub->parent->parent, "number", 0);
    const struct value *list = value_member(criteria, "indicators");
    for (size_t i = 0; list && item_code_read(code, &item) && i < list->count; i++) {
        if (in_range(list->items[i], item))
            return value_member_integer(list->items[i], "number", 0);
    }
    return 0;
}

static void take_longer(const char *text, const char *name, int64_t number, bool official, int64_t *best,
                        size_t *length, bool *is_official)
{
    size_t size = strlen(name);
    if (size <= *length || strncmp(text, name, size) != 0)
        return;
    *best = number;
    *length = size;
    *is_official = official;
}

int64_t criteria_name_at(const struct value *criteria, const char *text, size_t *length, bool *official)
{
    const struct value *list = value_member(criteria, "indicators");
    int64_t best = 0;
    *length = 0;
    *official = false;
    for (size_t i = 0; list && i < list->count; i++) {
        int64_t number = value_member_integer(list->items[i], "number", 0);
        const struct value *others = value_member(list->items[i], "other_names");
        take_longer(text, value_member_text(list->items[i], "name", ""), number, true, &best, length, official);
        for (size_t j = 0; others && j < others->count; j++)
            take_longer(text, others->items[j]->text ? others->items[j]->text : "", number, false, &best, length,
                        official);
    }
    return best;
}

struct decimal criteria_number(const struct value *criteria, const char *key, struct decimal otherwise)
{
    const struct value *found = value_member(criteria, key);
    return found && found->kind == VALUE_NUMBER && found->exact ? found->number : otherwise;
}

static enum confidence read_confidence(const struct value *place, enum confidence otherwise)
{
    const char *word = value_member_text(place, "confidence", "");
    if (strcmp(word, "high") == 0)
        return CONFIDENCE_HIGH;
    if (strcmp(word, "medium") == 0)
        return CONFIDENCE_MEDIUM;
    return strcmp(word, "low") == 0 ? CONFIDENCE_LOW : otherwise;
}

enum confidence criteria_confidence(const struct value *criteria, const char *fact, const struct value *element)
{
    const struct value *source = value_member(value_member(criteria, "sources"), fact);
    return read_confidence(element, read_confidence(source, CONFIDENCE_LOW));
}
