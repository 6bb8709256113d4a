#include "template/marked.h"

#include <string.h>

struct marked marked_init(struct arena *arena)
{
    return (struct marked){.arena = arena, .text = buf_init(arena), .kinds = buf_init(arena)};
}

void marked_reset(struct marked *marked)
{
    marked->text.length = marked->kinds.length = marked->spans.count = 0;
    marked->text.data[0] = '\0';
}

static void add(struct marked *marked, const char *text, size_t length, enum marked_kind kind, struct place place,
                const struct context *context)
{
    if (!length)
        return;
    *list_add(marked->arena, &marked->spans) =
        (struct marked_span){.start = marked->text.length, .place = place, .context = context};
    buf_add(&marked->text, text, length);
    for (size_t i = 0; i < length; i++)
        buf_putc(&marked->kinds, (char)kind);
}

void marked_add_words(struct marked *marked, const struct words *words, size_t at, size_t length,
                      const struct context *context)
{
    add(marked, words->text + at, length, MARKED_WORDS, (struct place){.words = words, .at = at}, context);
}

void marked_add_value(struct marked *marked, const struct value *value)
{
    enum marked_kind kind = value->kind == VALUE_RICH ? MARKED_RICH : MARKED_LITERAL;
    add(marked, value->text, strlen(value->text), kind, (struct place){.value = value}, NULL);
}

void marked_add_rich(struct marked *marked, const struct value *value)
{
    add(marked, value->text, strlen(value->text), MARKED_WORDS, (struct place){.value = value}, NULL);
}

void marked_add_own(struct marked *marked, const struct value *value)
{
    if (value && value->kind == VALUE_RICH)
        marked_add_rich(marked, value);
    else if (value && value->text)
        marked_add_value(marked, value);
}

size_t marked_span_at(const struct marked *marked, size_t at)
{
    size_t low = 0, high = marked->spans.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (marked->spans.items[middle].start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void marked_add_slice(struct marked *marked, const struct marked *other, size_t from, size_t to)
{
    while (from < to) {
        size_t index = marked_span_at(other, from);
        const struct marked_span *span = &other->spans.items[index];
        size_t end = index + 1 < other->spans.count ? span[1].start : other->text.length;
        struct place place = span->place;
        if (!place.value)
            place.at += from - span->start;
        if (end > to)
            end = to;
        add(marked, other->text.data + from, end - from, (enum marked_kind)other->kinds.data[from], place,
            span->context);
        from = end;
    }
}

struct place marked_place(const struct marked *marked, size_t at)
{
    if (!marked->spans.count)
        return (struct place){0};
    size_t inside = at < marked->text.length ? at : marked->text.length - 1;
    const struct marked_span *span = &marked->spans.items[marked_span_at(marked, inside)];
    struct place place = span->place;
    if (!place.value)
        place.at += at - span->start;
    return place;
}

bool marked_is(const struct marked *marked, size_t at, char byte)
{
    return at < marked->text.length && marked->text.data[at] == byte && marked->kinds.data[at] == MARKED_WORDS;
}
