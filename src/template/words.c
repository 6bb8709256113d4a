#include "template/words.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct words *words_of_value(struct arena *arena, const struct value *value)
{
    struct words *words = arena_new_of(arena, struct words);
    const struct value *original = value->origin ? value->origin : value;
    *words =
        (struct words){.text = value->text, .length = strlen(value->text), .source = original->source, .json = value};
    return words;
}

/* How many bytes of the string the escape at `raw` stands for; its own size goes to `size`. */
static size_t escape(const char *raw, size_t *size)
{
    if (raw[1] != 'u')
        return *size = 2, 1;
    char digits[5] = {raw[2], raw[3], raw[4], raw[5]};
    unsigned long code = strtoul(digits, NULL, 16);
    bool pair = code >= 0xd800 && code < 0xdc00;
    char bytes[4];
    *size = pair ? 12 : 6;
    return pair ? 4 : utf8_encode((uint32_t)code, bytes);
}

size_t words_offset(const struct words *words, size_t at)
{
    if (!words->json)
        return at;
    const struct value *value = words->json->origin ? words->json->origin : words->json;
    const char *text = words->source->text;
    size_t offset = value->offset + 1;
    for (size_t done = 0; done < at && offset + 12 < words->source->length;) {
        size_t size = 1;
        done += text[offset] == '\\' ? escape(text + offset, &size) : 1;
        offset += size;
    }
    return offset;
}

struct doc_origin place_origin(struct place place)
{
    if (place.value)
        return (struct doc_origin){.value = place.value};
    if (!place.words || !place.words->source)
        return (struct doc_origin){0};
    return (struct doc_origin){.source = place.words->source, .offset = words_offset(place.words, place.at)};
}

static void report(struct diags *diags, enum severity severity, struct place place, const char *code,
                   struct diag_more more, const char *message)
{
    if (place.value) {
        diag_value(diags, severity, code, place.value, more, "%s", message);
        return;
    }
    struct doc_origin origin = place_origin(place);
    diag_at(diags, severity, code, origin.source, origin.offset, more, "%s", message);
}

void place_error(struct diags *diags, struct place place, const char *code, struct diag_more more, const char *format,
                 ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(diags, SEVERITY_ERROR, place, code, more, arena_vprintf(diags->arena, format, arguments));
    va_end(arguments);
}

void place_warn(struct diags *diags, struct place place, const char *code, struct diag_more more, const char *format,
                ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(diags, SEVERITY_WARNING, place, code, more, arena_vprintf(diags->arena, format, arguments));
    va_end(arguments);
}

const char *words_hint(struct arena *arena, const char *word, const char *const *candidates, size_t count)
{
    const char *nearest = diag_nearest(word, candidates, count);
    return nearest ? arena_printf(arena, "did you mean \"%s\"?", nearest) : NULL;
}

struct diag_more words_among(struct arena *arena, const char *word, const char *const *candidates, size_t count)
{
    struct buf all = buf_init(arena);
    for (size_t i = 0; i < count; i++)
        buf_printf(&all, "%s%s", i ? ", " : "", candidates[i]);
    return (struct diag_more){.expected = count ? all.data : NULL, .hint = words_hint(arena, word, candidates, count)};
}
