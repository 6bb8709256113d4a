#include "base/buf.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

struct buf buf_init(struct arena *arena)
{
    return (struct buf){.arena = arena, .data = arena_alloc(arena, 1)};
}

static void reserve(struct buf *buf, size_t more)
{
    if (more > (size_t)-1 / 4 - buf->length)
        arena_escape(buf->arena);
    size_t needed = buf->length + more + 1;
    if (needed <= buf->capacity)
        return;
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    char *data = arena_alloc(buf->arena, capacity);
    memcpy(data, buf->data, buf->length);
    buf->data = data;
    buf->capacity = capacity;
}

void buf_add(struct buf *buf, const void *bytes, size_t length)
{
    reserve(buf, length);
    if (length)
        memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char byte)
{
    buf_add(buf, &byte, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        va_end(again);
        arena_escape(buf->arena);
    }
    reserve(buf, (size_t)length);
    vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
    va_end(again);
    buf->length += (size_t)length;
}

void buf_json(struct buf *buf, const char *text)
{
    if (!text) {
        buf_puts(buf, "null");
        return;
    }
    buf_putc(buf, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            buf_putc(buf, '\\');
        if (c == '\n')
            buf_puts(buf, "\\n");
        else if (c < 0x20 || c == 0x7f)
            buf_printf(buf, "\\u%04x", c);
        else
            buf_putc(buf, (char)c);
    }
    buf_putc(buf, '"');
}

void buf_number(struct buf *buf, double number, int places)
{
    int64_t scale = 1;
    for (int i = 0; i < places; i++)
        scale *= 10;
    int64_t scaled = (int64_t)llround(number * (double)scale);
    if (scaled < 0) {
        buf_putc(buf, '-');
        scaled = -scaled;
    }
    buf_printf(buf, "%" PRId64, scaled / scale);
    int64_t fraction = scaled % scale;
    if (!fraction)
        return;
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%0*" PRId64, places, fraction);
    while (length > 1 && digits[length - 1] == '0')
        length--;
    buf_putc(buf, '.');
    buf_add(buf, digits, (size_t)length);
}
