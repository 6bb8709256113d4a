#include "base/utf8.h"

/* The size that the first byte announces (0: cannot begin a sequence) and the value bits in it. */
static size_t announced(unsigned char byte, uint32_t *bits)
{
    if (byte < 0x80)
        return *bits = byte, 1;
    if (byte >= 0xc2 && byte <= 0xdf)
        return *bits = byte & 0x1fu, 2;
    if (byte >= 0xe0 && byte <= 0xef)
        return *bits = byte & 0x0fu, 3;
    if (byte >= 0xf0 && byte <= 0xf4)
        return *bits = byte & 0x07u, 4;
    return 0;
}

/* The size of the valid sequence at `text`, or 0. */
static size_t sequence(const char *text, size_t length, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = 0;
    size_t size = length ? announced((unsigned char)text[0], &value) : 0;
    if (!size || size > length)
        return 0;
    for (size_t i = 1; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (byte & 0x3fu);
    }
    if (value < least[size] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *code = value;
    return size;
}

/* The two cases that nearly all text is made of: ASCII, and the Thai block (E0 B8 80 - E0 B9 BF). */
static inline size_t common_sequence(const unsigned char *text, size_t length, uint32_t *code)
{
    if (length && text[0] < 0x80) {
        *code = text[0];
        return 1;
    }
    if (length >= 3 && text[0] == 0xe0 && (text[1] & 0xfe) == 0xb8 && (text[2] & 0xc0) == 0x80) {
        *code = (text[1] & 0x3fu) << 6 | (text[2] & 0x3fu);
        return 3;
    }
    return 0;
}

uint32_t utf8_decode(const char *text, size_t length, size_t *size)
{
    uint32_t code = 0xfffd;
    if ((*size = common_sequence((const unsigned char *)text, length, &code)))
        return code;
    size_t found = sequence(text, length, &code);
    *size = found ? found : 1;
    return code;
}

bool utf8_valid_at(const char *text, size_t length)
{
    uint32_t code;
    return sequence(text, length, &code) != 0;
}

size_t utf8_encode(uint32_t code, char *out)
{
    if (code < 0x80)
        return out[0] = (char)code, 1;
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3f));
    out[0] = (char)((0xf00u >> size & 0xf0u) | code);
    return size;
}

size_t utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

size_t utf8_first_invalid(const char *text, size_t length)
{
    size_t at = 0, size;
    uint32_t code;
    while (at < length && (size = sequence(text + at, length - at, &code)))
        at += size;
    return at;
}
