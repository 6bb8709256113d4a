#include "template/attributes.h"

#include <string.h>

static const char CODE[] = "template-markup";

struct reader {
    const struct marked *text;
    size_t at, limit;
    LIST(struct attribute) list;
    struct diags *diags;
};

static bool is_key_byte(const struct marked *text, size_t at, size_t limit)
{
    if (at >= limit || text->kinds.data[at] != MARKED_WORDS)
        return false;
    char byte = text->text.data[at];
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* A bare value goes on to a blank or the closing brace, whatever bytes of values are in it. */
static bool ends_bare(const struct marked *text, size_t at)
{
    return marked_is(text, at, ' ') || marked_is(text, at, '}') || marked_is(text, at, '"');
}

static const char *read_value(struct reader *r)
{
    bool quoted = marked_is(r->text, r->at, '"');
    size_t start = quoted ? ++r->at : r->at;
    while (r->at < r->limit && !(quoted ? marked_is(r->text, r->at, '"') : ends_bare(r->text, r->at)))
        r->at++;
    if (quoted && r->at == r->limit)
        return NULL;
    const char *value = arena_strndup(r->text->arena, r->text->text.data + start, r->at - start);
    r->at += quoted;
    return quoted || *value ? value : NULL;
}

static const char *read_key(struct reader *r)
{
    size_t start = r->at;
    while (is_key_byte(r->text, r->at, r->limit))
        r->at++;
    return arena_strndup(r->text->arena, r->text->text.data + start, r->at - start);
}

static bool read_one(struct reader *r)
{
    struct attribute attribute = {.place = marked_place(r->text, r->at)};
    if (marked_is(r->text, r->at, '.') || marked_is(r->text, r->at, '#')) {
        attribute.key = marked_is(r->text, r->at, '.') ? "." : "#";
        r->at++;
    } else {
        attribute.key = read_key(r);
        if (!*attribute.key || !marked_is(r->text, r->at, '='))
            return false;
        r->at++;
    }
    attribute.value = r->at < r->limit ? read_value(r) : NULL;
    *list_add(r->text->arena, &r->list) = attribute;
    return attribute.value != NULL;
}

size_t attributes_read(const struct marked *text, size_t at, size_t limit, struct attributes *attributes,
                       struct diags *diags)
{
    struct reader r = {.text = text, .at = at + 1, .limit = limit, .diags = diags};
    for (;;) {
        while (r.at < limit && marked_is(text, r.at, ' '))
            r.at++;
        if (r.at < limit && marked_is(text, r.at, '}'))
            break;
        if (r.at >= limit || !read_one(&r)) {
            struct diag_more more = {.expected = "{.name #name key=value key=\"two words\"}"};
            place_error(diags, marked_place(text, r.at), CODE, more, "bad properties");
            return 0;
        }
    }
    *attributes = (struct attributes){.items = r.list.items, .count = r.list.count};
    return r.at + 1;
}

const struct attribute *attributes_take(struct attributes *attributes, const char *key)
{
    for (size_t i = 0; i < attributes->count; i++) {
        struct attribute *attribute = &attributes->items[i];
        if (attribute->taken || strcmp(attribute->key, key) != 0)
            continue;
        attribute->taken = true;
        return attribute;
    }
    return NULL;
}

bool attributes_take_class(struct attributes *attributes, const char *name)
{
    for (size_t i = 0; i < attributes->count; i++) {
        struct attribute *attribute = &attributes->items[i];
        if (!attribute->taken && strcmp(attribute->key, ".") == 0 && strcmp(attribute->value, name) == 0)
            return attribute->taken = true;
    }
    return false;
}

void attributes_finish(const struct attributes *attributes, const char *what, const char *expected, struct diags *diags)
{
    for (size_t i = 0; i < attributes->count; i++) {
        const struct attribute *attribute = &attributes->items[i];
        if (attribute->taken)
            continue;
        bool bare = attribute->key[0] == '.' || attribute->key[0] == '#';
        place_error(diags, attribute->place, CODE, (struct diag_more){.expected = expected},
                    "property \"%s%s\" cannot stand on %s", attribute->key, bare ? attribute->value : "", what);
    }
}
