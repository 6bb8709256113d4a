/* The one thing of an Exif block that changes how a picture is seen (Exif 2.3, 4.6.4: tag 0x0112). */
#include "image/image_part.h"

#include <string.h>

enum { HEAD = 6, ENTRY = 12, ORIENTATION = 0x0112, SHORT = 3, ENTRIES_MAX = 1000 };

struct tiff {
    const unsigned char *bytes;
    size_t size;
    bool little;
};

static unsigned get16(const struct tiff *tiff, size_t at)
{
    const unsigned char *b = tiff->bytes + at;
    return tiff->little ? b[0] | (unsigned)b[1] << 8 : b[1] | (unsigned)b[0] << 8;
}

static size_t get32(const struct tiff *tiff, size_t at)
{
    size_t first = get16(tiff, at), second = get16(tiff, at + 2);
    return tiff->little ? first | second << 16 : second | first << 16;
}

int exif_orientation(const unsigned char *bytes, size_t size)
{
    if (size < HEAD + 8 || memcmp(bytes, "Exif\0\0", HEAD) != 0)
        return 1;
    struct tiff tiff = {.bytes = bytes + HEAD, .size = size - HEAD, .little = bytes[HEAD] == 'I'};
    size_t at = get32(&tiff, 4);
    if (at > tiff.size || tiff.size - at < 2)
        return 1;
    size_t count = get16(&tiff, at);
    at += 2;
    for (size_t i = 0; i < count && i < ENTRIES_MAX && tiff.size - at >= ENTRY; i++, at += ENTRY) {
        if (get16(&tiff, at) != ORIENTATION || get16(&tiff, at + 2) != SHORT)
            continue;
        unsigned value = get16(&tiff, at + 8);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}
