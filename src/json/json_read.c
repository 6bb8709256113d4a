/* A tree of values from the scanned text: cJSON reads it, the scanner's places are laid beside. */
#include "json/json_scan.h"

#include "base/utf8.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* cJSON copies a number's digits into a buffer of 64 bytes and takes the rest for text behind it. */
enum { CJSON_NUMBER_MAX = 63 };

/* Owns the cJSON tree, so that an escape from the arena does not lose it. */
struct holder {
    cJSON *tree;
};

static void close_holder(void *handle)
{
    struct holder *holder = handle;
    cJSON_Delete(holder->tree);
    holder->tree = NULL;
}

struct builder {
    const struct json_scan *scan;
    size_t next; /* place of the value to come */
};

/* The text as cJSON can read it: numbers that are too long for it become 0; their digits are taken from the source. */
static const char *readable_text(const struct json_scan *scan)
{
    char *copy = NULL;
    for (size_t i = 0; i < scan->places.count; i++) {
        const struct json_place *place = &scan->places.items[i];
        char first = scan->text[place->offset];
        if (place->length <= CJSON_NUMBER_MAX || (first != '-' && (first < '0' || first > '9')))
            continue;
        if (!copy)
            copy = arena_strndup(scan->arena, scan->text, scan->length);
        memset(copy + place->offset, ' ', place->length);
        copy[place->offset] = '0';
    }
    return copy ? copy : scan->text;
}

static void fill_value(struct builder *builder, struct value *value, const cJSON *item, const struct json_place *place)
{
    struct arena *arena = builder->scan->arena;
    switch (item->type & 0xff) {
    case cJSON_True: value->truth = true; /* fall through */
    case cJSON_False: value->kind = VALUE_BOOL; break;
    case cJSON_Number:
        value->kind = VALUE_NUMBER;
        value->text = arena_strndup(arena, builder->scan->text + place->offset, place->length);
        value->exact = decimal_parse(value->text, place->length, &value->number);
        break;
    case cJSON_String:
        value->kind = VALUE_TEXT;
        value->text = arena_strdup(arena, item->valuestring);
        break;
    case cJSON_Array: value->kind = VALUE_LIST; break;
    case cJSON_Object: value->kind = VALUE_OBJECT; break;
    default: value->kind = VALUE_NULL;
    }
}

/* The value of `item` and all below.  As deep as the scanner allowed. */
static struct value *build(struct builder *builder, const cJSON *item)
{
    struct arena *arena = builder->scan->arena;
    const struct json_place *place = &builder->scan->places.items[builder->next++];
    struct value *value = value_new(arena, VALUE_NULL);
    value->source = builder->scan->source;
    value->offset = place->offset;
    value->key_offset = place->key_offset;
    fill_value(builder, value, item, place);
    for (const cJSON *child = item->child; child; child = child->next) {
        struct value *added = value_add(arena, value, build(builder, child));
        if (child->string)
            added->key = arena_strdup(arena, child->string);
    }
    return value;
}

/* ---- duplicate members ------------------------------------------------------------------------------------------ */

static int compare_members(const void *a, const void *b)
{
    const struct value *left = *(struct value *const *)a, *right = *(struct value *const *)b;
    int order = strcmp(left->key, right->key);
    if (!order)
        order = left->index < right->index ? -1 : 1;
    return order;
}

static void report_duplicate(struct diags *diags, const struct value *first, const struct value *again)
{
    struct value at_key = *again;
    at_key.offset = again->key_offset;
    diag_value(diags, SEVERITY_ERROR, "json-duplicate", &at_key, (struct diag_more){0},
               "\"%s\" stands twice in one object, first in line %zu", first->key,
               json_line(first->source, first->key_offset));
}

static void check_duplicates(struct arena *arena, const struct value *value, struct diags *diags)
{
    if (value->kind == VALUE_OBJECT && value->count > 1) {
        struct value **sorted = arena_array(arena, struct value *, value->count);
        memcpy(sorted, value->items, value->count * sizeof *sorted);
        qsort(sorted, value->count, sizeof *sorted, compare_members);
        for (size_t i = 1, first = 0; i < value->count; i++) {
            if (strcmp(sorted[first]->key, sorted[i]->key) != 0)
                first = i;
            else if (!diags->full)
                report_duplicate(diags, sorted[first], sorted[i]);
        }
    }
    for (size_t i = 0; i < value->count; i++)
        check_duplicates(arena, value->items[i], diags);
}

/* ---- */

/* The scanner's verdict stands above cJSON's: when cJSON gives nothing for a text that passed, memory was out. */
static struct value *read_tree(struct json_scan *scan)
{
    struct builder builder = {.scan = scan};
    const char *text = readable_text(scan);
    size_t start = scan->places.items[0].offset;
    struct holder *holder = arena_new_of(scan->arena, struct holder);
    arena_defer(scan->arena, close_holder, holder);
    holder->tree = cJSON_ParseWithLengthOpts(text + start, scan->length - start, NULL, false);
    if (!holder->tree)
        arena_escape(scan->arena);
    struct value *tree = build(&builder, holder->tree);
    close_holder(holder);
    return tree;
}

struct value *json_read(struct arena *arena, const struct source *source, struct json_limits limits,
                        struct diags *diags)
{
    struct json_scan scan = {.arena = arena,
                             .source = source,
                             .text = source->text,
                             .length = source->length,
                             .limits = limits,
                             .diags = diags};
    if (scan.limits.depth > JSON_DEPTH_MAX)
        scan.limits.depth = JSON_DEPTH_MAX;
    if (scan.length > limits.bytes) {
        json_defect(&scan, 0, "json-limit", (struct diag_more){0}, "the file has %zu bytes, more than the %zu allowed",
                    scan.length, limits.bytes);
        return NULL;
    }
    if (!json_scan(&scan))
        return NULL;
    size_t errors = diags->errors;
    struct value *tree = read_tree(&scan);
    check_duplicates(arena, tree, diags);
    return diags->errors == errors ? tree : NULL;
}

/* Bytes that the escape at `text` (a backslash) stands for; its own length goes to `length`. */
static size_t escape_size(const char *text, size_t *length)
{
    char hex[5] = {0};
    *length = 2;
    if (text[1] != 'u')
        return 1;
    memcpy(hex, text + 2, 4);
    unsigned long code = strtoul(hex, NULL, 16);
    bool pair = code >= 0xd800 && code <= 0xdbff;
    *length = pair ? 12 : 6;
    return pair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

size_t json_text_place(const struct value *text, size_t at)
{
    size_t place = text->offset, length;
    if (!text->source || !text->source->text || text->source->text[place] != '"')
        return place;
    const char *json = text->source->text;
    for (place++; at > 0 && json[place] != '"'; place += length) {
        size_t size = json[place] == '\\' ? escape_size(json + place, &length) : (length = 1);
        at -= size < at ? size : at;
    }
    return place;
}
