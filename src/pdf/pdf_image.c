/* Pictures as image objects (ISO 32000-1, 8.9.5).  libharu's loaders are not used: they abort on a damaged PNG and take
 * a JPEG that is cut short. */
#include "pdf/pdf_file.h"

enum { PREDICTOR_PNG = 15, SUB = 1, UP = 2 };

/* One row as differences to the pixel before or the row above, whichever leaves less; in PNG's form, which packs
 * better than bare pixels. */
static void filter_row(unsigned char *to, const unsigned char *row, const unsigned char *above, size_t length,
                       size_t components)
{
    size_t sums[2] = {0};
    for (size_t i = 0; i < length; i++) {
        unsigned char sub = (unsigned char)(row[i] - (i < components ? 0 : row[i - components]));
        unsigned char up = (unsigned char)(row[i] - (above ? above[i] : 0));
        sums[0] += sub < 128 ? sub : 256u - sub;
        sums[1] += up < 128 ? up : 256u - up;
    }
    bool upwards = sums[1] < sums[0];
    *to++ = upwards ? UP : SUB;
    for (size_t i = 0; i < length; i++) {
        unsigned char before = i < components ? 0 : row[i - components];
        to[i] = (unsigned char)(row[i] - (!upwards ? before : above ? above[i] : 0));
    }
}

/* `room` holds the filtered rows of the largest picture. */
static struct buf pack_pixels(struct pdf_file *file, const struct image_data *data, unsigned char *room)
{
    size_t length = data->width * (size_t)data->components;
    if (!file->haru->deflater) {
        struct buf bytes = buf_init(file->arena);
        buf_add(&bytes, data->bytes, data->size);
        return bytes;
    }
    for (size_t y = 0; y < data->height; y++) {
        const unsigned char *row = data->bytes + y * length;
        filter_row(room + y * (length + 1), row, y ? row - length : NULL, length, (size_t)data->components);
    }
    return deflater_pack(file->haru->deflater, room, (length + 1) * data->height);
}

static HPDF_Dict write_image(struct pdf_file *file, const struct image_data *data, unsigned char *room)
{
    HPDF_Dict object = haru_object(file->haru);
    struct buf entries = buf_init(file->arena), bytes;
    bool packed = data->jpeg || file->haru->deflater;
    buf_printf(&entries, "/Type/XObject\n/Subtype/Image\n/Width %zu\n/Height %zu\n/BitsPerComponent 8\n", data->width,
               data->height);
    buf_printf(&entries, "/ColorSpace/%s\n", data->components == 1 ? "DeviceGray" : "DeviceRGB");
    if (data->jpeg) {
        bytes = buf_init(file->arena);
        buf_add(&bytes, data->bytes, data->size);
    } else {
        bytes = pack_pixels(file, data, room);
        if (packed)
            buf_printf(&entries, "/DecodeParms<</Predictor %d/Colors %d/Columns %zu>>\n", PREDICTOR_PNG,
                       data->components, data->width);
    }
    haru_raw(file->haru, object, entries);
    haru_stream(file->haru, object, bytes, data->jpeg ? "DCTDecode" : packed ? "FlateDecode" : NULL);
    return object;
}

static size_t largest_room(const struct pages *pages)
{
    size_t largest = 0;
    for (size_t i = 0; i < pages->images.count; i++) {
        const struct image_data *data = pages->images.items[i]->data;
        size_t size = data->jpeg ? 0 : data->size + data->height;
        largest = size > largest ? size : largest;
    }
    return largest;
}

void pdf_images(struct pdf_file *file, HPDF_Dict resources)
{
    const struct pages *pages = file->pages;
    if (!pages->images.count)
        return;
    HPDF_Dict names = haru_dict(file->haru, resources, "XObject");
    unsigned char *room = arena_alloc(file->arena, largest_room(pages));
    for (size_t i = 0; i < pages->images.count && !file->haru->failed; i++) {
        file->haru->doing = arena_printf(file->arena, "picture %zu", i + 1);
        haru_put(file->haru, names, arena_printf(file->arena, "I%zu", i + 1),
                 write_image(file, pages->images.items[i]->data, room));
    }
}
