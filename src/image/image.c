#include "image/image_part.h"

#include <stdlib.h>
#include <string.h>

/* A picture with up to this many times the wanted pixels on a side is left as it is. */
#define ENOUGH 1.25

static const char EXPECTED[] = "a JPEG or PNG file";

static const struct {
    const char *bytes;
    size_t at, length;
    const char *name, *hint;
} others[] = {
    {"GIF8", 0, 4, "is a GIF", "save a still picture as PNG"},
    {"RIFF", 0, 4, "is a WebP, or a sound or film", "save it as JPEG"},
    {"BM", 0, 2, "is a Windows bitmap", "save it as PNG"},
    {"II*\0", 0, 4, "is a TIFF", "save it as PNG or JPEG"},
    {"MM\0*", 0, 4, "is a TIFF", "save it as PNG or JPEG"},
    {"ftyphei", 4, 7, "is an HEIC", "send it from the phone as JPEG, or set the camera to \"most compatible\""},
    {"ftypmif1", 4, 8, "is an HEIC", "send it from the phone as JPEG, or set the camera to \"most compatible\""},
    {"ftypavif", 4, 8, "is an AVIF", "save it as JPEG"},
    {"%PDF", 0, 4, "is a PDF", "export the page as PNG"},
    {"<svg", 0, 4, "is an SVG drawing", "export it as PNG"},
    {"<?xml", 0, 5, "is an XML file, perhaps an SVG drawing", "export it as PNG"},
    {"PK\3\4", 0, 4, "is a ZIP archive or an office document", "save the picture itself as JPEG or PNG"},
};

static void name_other(struct arena *arena, const struct image *image, struct image_fault *fault)
{
    fault->message = "is not a picture that can be read";
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (image->size >= others[i].at + others[i].length &&
            memcmp(image->bytes + others[i].at, others[i].bytes, others[i].length) == 0) {
            fault->message = arena_strdup(arena, others[i].name);
            fault->hint = others[i].hint;
            return;
        }
}

static bool check(struct arena *arena, struct image *image, struct image_fault *fault)
{
    char trouble[TROUBLE_SIZE] = "";
    bool png = image->size >= 8 && memcmp(image->bytes, "\x89PNG\r\n\x1a\n", 8) == 0;
    image->jpeg = image->size >= 3 && memcmp(image->bytes, "\xff\xd8\xff", 3) == 0;
    *fault = (struct image_fault){.expected = EXPECTED};
    if (!image->size) {
        fault->message = "is empty";
    } else if (image->size > IMAGE_BYTES_MAX) {
        fault->message = arena_printf(arena, "has %zu MB", image->size >> 20);
        fault->expected = arena_printf(arena, "at most %d MB", IMAGE_BYTES_MAX >> 20);
    } else if (!image->jpeg && !png) {
        name_other(arena, image, fault);
    } else if (image->jpeg ? jpeg_check(image, trouble) : png_check(image, trouble)) {
        return true;
    } else {
        fault->message = arena_strdup(arena, trouble);
        fault->expected = strstr(trouble, " pixels")
                              ? arena_printf(arena, "at most %d million pixels (interlaced: %d)",
                                             IMAGE_PIXELS_MAX / 1000000, IMAGE_INTERLACED_PIXELS_MAX / 1000000)
                          : strstr(trouble, "animated") ? "a still picture"
                                                        : "a whole JPEG or PNG file";
    }
    return false;
}

struct image *image_open(struct arena *arena, const unsigned char *bytes, size_t size, struct image_fault *fault)
{
    struct image *image = arena_new_of(arena, struct image);
    *image = (struct image){.bytes = bytes, .size = size};
    return check(arena, image, fault) ? image : NULL;
}

/* ---- for the PDF ------------------------------------------------------------------------------------------------ */

static bool is_enough(size_t has, size_t wanted)
{
    return (double)has <= (double)wanted * ENOUGH;
}

/* Keeps malloc's bytes as long as the arena. */
static const struct image_data *keep(struct arena *arena, unsigned char *bytes, struct image_data data)
{
    data.bytes = bytes;
    arena_defer(arena, free, bytes);
    struct image_data *kept = arena_new_of(arena, struct image_data);
    *kept = data;
    return kept;
}

static const struct image_data *pass_through(struct arena *arena, const struct image *image)
{
    unsigned char *bytes = malloc(image->size);
    if (!bytes)
        arena_escape(arena);
    size_t size = jpeg_strip(image->bytes, image->size, bytes);
    if (!size) {
        free(bytes);
        return NULL;
    }
    return keep(arena, bytes,
                (struct image_data){.size = size,
                                    .jpeg = true,
                                    .width = image->width,
                                    .height = image->height,
                                    .components = image->grey ? 1 : 3});
}

/* Turns and packs what was decoded; the pixels go, or become the data.  NULL: memory is out. */
static unsigned char *finish(const struct image *image, struct image_rows *rows, struct image_data *data)
{
    unsigned char *pixels = rows->out;
    struct image_block packed = {0};
    *data = (struct image_data){
        .jpeg = image->jpeg, .width = rows->width, .height = rows->height, .components = (int)rows->components};
    if (!image->jpeg) {
        data->size = rows->width * rows->height * rows->components;
        rows->out = NULL;
        return pixels;
    }
    unsigned char *turned = image_turn(pixels, &data->width, &data->height, rows->components, image->orientation);
    if (turned && !jpeg_pack(&packed, turned, data->width, data->height, rows->components)) {
        free(packed.bytes);
        packed.bytes = NULL;
    }
    free(turned);
    data->size = packed.size;
    return packed.bytes;
}

/* Decodes to that many pixels of the file, before it is turned. */
static const struct image_data *decode(struct arena *arena, const struct image *image, size_t width, size_t height)
{
    bool swapped = image->orientation >= 5;
    size_t from_width = swapped ? image->height : image->width, from_height = swapped ? image->width : image->height;
    unsigned scale = image->jpeg ? jpeg_scale(from_width, from_height, width, height) : 1;
    struct image_rows rows;
    struct image_data data = {0};
    bool room = image_rows_open(&rows, (from_width + scale - 1) / scale, (from_height + scale - 1) / scale, width,
                                height, image->grey ? 1 : 3);
    bool good = room && (image->jpeg ? jpeg_decode(image, scale, &rows) : png_decode(image, &rows));
    unsigned char *bytes = good ? finish(image, &rows, &data) : NULL;
    image_rows_close(&rows);
    if (!room || (good && !bytes))
        arena_escape(arena);
    return bytes ? keep(arena, bytes, data) : NULL;
}

const struct image_data *image_make(struct arena *arena, const struct image *image, size_t width, size_t height)
{
    bool enough = is_enough(image->width, width) || is_enough(image->height, height);
    if (enough && image->passes && image->orientation == 1) {
        const struct image_data *data = pass_through(arena, image);
        if (data)
            return data;
    }
    if (enough) {
        width = image->width;
        height = image->height;
    }
    width = width ? width : 1;
    height = height ? height : 1;
    return image->orientation >= 5 ? decode(arena, image, height, width) : decode(arena, image, width, height);
}
