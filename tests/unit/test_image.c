/* Pictures made here by libpng and libjpeg, read back through image/. */
#include "image/image_part.h"
#include "image/qr.h"
#include "test_support.h"

#include <stdlib.h>

#include <jpeglib.h>
#include <png.h>

static struct arena *arena;

static void open_arena(void)
{
    arena = test_arena();
}

static void close_arena(void)
{
    arena_free(arena);
}

TestSuite(image, .init = open_arena, .fini = close_arena);

/* ---- making ----------------------------------------------------------------------------------------------------- */

struct made {
    unsigned width, height;
    int bits, colour, interlace; /* PNG */
    png_byte *(*row)(unsigned y);
};

static void add_bytes(png_structp png, png_bytep bytes, size_t length)
{
    buf_add(png_get_io_ptr(png), bytes, length);
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static struct buf make_png(const struct made *made)
{
    struct buf out = buf_init(arena);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &out, add_bytes, flush_nothing);
    png_set_IHDR(png, info, made->width, made->height, made->bits, made->colour, made->interlace,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_color palette[4] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {9, 9, 9}};
    if (made->colour == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 4);
    png_write_info(png, info);
    int passes = png_set_interlace_handling(png);
    for (int pass = 0; pass < passes; pass++)
        for (unsigned y = 0; y < made->height; y++)
            png_write_row(png, made->row(y));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return out;
}

/* `pixel` gives the components of a pixel. */
static struct buf make_jpeg(unsigned width, unsigned height, J_COLOR_SPACE space, int components, bool progressive,
                            void (*pixel)(unsigned x, unsigned y, JSAMPLE *out))
{
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = width;
    info.image_height = height;
    info.input_components = components;
    info.in_color_space = space;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 95, TRUE);
    if (progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    JSAMPLE row[4 * 4096], *rows = row;
    for (unsigned y = 0; y < height; y++) {
        for (unsigned x = 0; x < width; x++)
            pixel(x, y, row + x * (unsigned)components);
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    struct buf out = buf_init(arena);
    buf_add(&out, bytes, size);
    free(bytes);
    return out;
}

/* The file with another block behind its first two bytes. */
static struct buf with_marker(const struct buf *jpeg, unsigned char marker, const void *block, size_t length)
{
    struct buf out = buf_init(arena);
    const unsigned char head[] = {0xff, marker, (unsigned char)((length + 2) >> 8), (unsigned char)(length + 2)};
    buf_add(&out, jpeg->data, 2);
    buf_add(&out, head, sizeof head);
    buf_add(&out, block, length);
    buf_add(&out, jpeg->data + 2, jpeg->length - 2);
    return out;
}

static struct buf with_orientation(const struct buf *jpeg, unsigned char orientation)
{
    unsigned char block[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0";
    block[25] = orientation;
    return with_marker(jpeg, 0xe1, block, sizeof block - 1);
}

/* Red in the left upper quarter, else white. */
static void red_corner(unsigned x, unsigned y, JSAMPLE *out)
{
    bool red = x < 32 && y < 16;
    out[0] = 255;
    out[1] = out[2] = red ? 0 : 255;
}

static void grey_ramp(unsigned x, unsigned y, JSAMPLE *out)
{
    out[0] = (JSAMPLE)(x + y);
}

static struct buf corner_jpeg(void)
{
    return make_jpeg(64, 32, JCS_RGB, 3, false, red_corner);
}

/* ---- opening ---------------------------------------------------------------------------------------------------- */

static const struct image *opened(const struct buf *file)
{
    struct image_fault fault;
    const struct image *image = image_open(arena, (const unsigned char *)file->data, file->length, &fault);
    cr_assert_not_null(image, "%s", image ? "" : fault.message);
    return image;
}

static struct image_fault refused(const void *bytes, size_t size)
{
    struct image_fault fault;
    cr_assert_null(image_open(arena, bytes, size, &fault));
    cr_assert_not_null(fault.message);
    cr_assert_not_null(fault.expected);
    return fault;
}

static const struct image_data *made_of(const struct buf *file, size_t width, size_t height)
{
    const struct image_data *data = image_make(arena, opened(file), width, height);
    cr_assert_not_null(data);
    return data;
}

/* The pixels of what is embedded, whatever its form. */
static const unsigned char *pixels_of(const struct image_data *data)
{
    if (!data->jpeg)
        return data->bytes;
    struct image_fault fault;
    struct image *image = image_open(arena, data->bytes, data->size, &fault);
    struct image_rows rows;
    cr_assert_not_null(image);
    cr_assert_eq(image->width, data->width);
    cr_assert_eq(image->height, data->height);
    cr_assert(image_rows_open(&rows, data->width, data->height, data->width, data->height, (size_t)data->components));
    cr_assert(jpeg_decode(image, 1, &rows));
    unsigned char *pixels = rows.out;
    arena_defer(arena, free, pixels);
    rows.out = NULL;
    image_rows_close(&rows);
    return pixels;
}

static void expect_pixel(const struct image_data *data, size_t x, size_t y, const int *expected, int tolerance)
{
    const unsigned char *pixel = pixels_of(data) + (y * data->width + x) * (size_t)data->components;
    for (int i = 0; i < data->components; i++)
        cr_expect(abs(pixel[i] - expected[i]) <= tolerance, "at %zu, %zu component %d is %d, not %d", x, y, i, pixel[i],
                  expected[i]);
}

/* ---- JPEG ------------------------------------------------------------------------------------------------------- */

Test(image, a_jpeg_passes_through_without_notes)
{
    struct buf plain = corner_jpeg(), noted = with_marker(&plain, 0xfe, "secret place", 12);
    buf_puts(&noted, "behind the end");
    const struct image_data *data = made_of(&noted, 64, 32);
    cr_assert(data->jpeg);
    cr_assert_eq(data->size, plain.length);
    cr_assert_arr_eq(data->bytes, plain.data, plain.length);
}

Test(image, a_progressive_grey_jpeg_passes_through)
{
    struct buf file = make_jpeg(64, 64, JCS_GRAYSCALE, 1, true, grey_ramp);
    const struct image_data *data = made_of(&file, 64, 64);
    cr_assert(data->jpeg);
    cr_assert_eq(data->components, 1);
    cr_assert_eq(data->size, file.length);
}

Test(image, every_orientation_is_turned_upright)
{
    /* Where the red quarter of the stored picture is to be seen. */
    static const struct {
        bool right, low, swapped;
    } seen[] = {
        [1] = {false, false, false}, [2] = {true, false, false}, [3] = {true, true, false}, [4] = {false, true, false},
        [5] = {false, false, true},  [6] = {true, false, true},  [7] = {true, true, true},  [8] = {false, true, true}};
    struct buf plain = corner_jpeg();
    for (unsigned char i = 1; i <= 8; i++) {
        struct buf file = with_orientation(&plain, i);
        const struct image *image = opened(&file);
        cr_assert_eq(image->orientation, i);
        cr_assert_eq(image->width, seen[i].swapped ? 32 : 64);
        const struct image_data *data = image_make(arena, image, image->width, image->height);
        cr_assert_eq(data->width, image->width);
        for (int quarter = 0; quarter < 4; quarter++) {
            bool right = quarter & 1, low = quarter & 2, red = right == seen[i].right && low == seen[i].low;
            expect_pixel(data, data->width / 4 + (right ? data->width / 2 : 0),
                         data->height / 4 + (low ? data->height / 2 : 0),
                         red ? (int[]){255, 0, 0} : (int[]){255, 255, 255}, 12);
        }
    }
}

Test(image, a_large_jpeg_is_reduced)
{
    struct buf file = make_jpeg(640, 320, JCS_GRAYSCALE, 1, false, grey_ramp);
    const struct image_data *data = made_of(&file, 100, 50);
    cr_assert_eq(data->width, 100);
    cr_assert_eq(data->height, 50);
    cr_assert_lt(data->size, file.length);
}

Test(image, a_quarter_more_than_needed_is_left_alone)
{
    struct buf file = corner_jpeg();
    cr_assert_eq(made_of(&file, 52, 26)->width, 64);
    cr_assert_eq(made_of(&file, 50, 25)->width, 50);
}

static void half_cyan(unsigned x, unsigned y, JSAMPLE *out)
{
    (void)y;
    out[0] = x < 32 ? 255 : 0;
    out[1] = out[2] = out[3] = 0;
}

static void half_cyan_inverted(unsigned x, unsigned y, JSAMPLE *out)
{
    half_cyan(x, y, out);
    for (int i = 0; i < 4; i++)
        out[i] = (JSAMPLE)(255 - out[i]);
}

/* libjpeg writes an Adobe marker on CMYK files: with it they are inverted, without it not. */
Test(image, cmyk_becomes_rgb_with_adobe_s_way_and_without)
{
    struct buf adobe = make_jpeg(64, 32, JCS_CMYK, 4, false, half_cyan_inverted);
    struct buf bare = make_jpeg(64, 32, JCS_CMYK, 4, false, half_cyan);
    char *marker = memchr(bare.data, '\xee', bare.length);
    cr_assert_not_null(marker);
    memcpy(marker + 3, "Nobody", 5);
    const struct buf *files[] = {&adobe, &bare};
    for (size_t i = 0; i < 2; i++) {
        const struct image_data *data = made_of(files[i], 64, 32);
        cr_assert_eq(data->components, 3);
        expect_pixel(data, 8, 8, (int[]){0, 255, 255}, 12);
        expect_pixel(data, 56, 8, (int[]){255, 255, 255}, 12);
    }
}

Test(image, every_cut_of_a_jpeg_is_seen)
{
    struct buf file = corner_jpeg();
    for (size_t size = 0; size < file.length - 2; size++)
        refused(file.data, size);
}

Test(image, damaged_jpegs_never_crash)
{
    struct buf file = make_jpeg(64, 64, JCS_GRAYSCALE, 1, true, grey_ramp);
    for (size_t at = 2; at < file.length; at++) {
        struct image_fault fault;
        char old = file.data[at];
        file.data[at] = (char)(old ^ 0x55);
        const struct image *image = image_open(arena, (const unsigned char *)file.data, file.length, &fault);
        if (image)
            image_make(arena, image, 20, 20);
        file.data[at] = old;
    }
}

Test(image, exif_that_leads_nowhere_is_no_orientation)
{
    static const unsigned char blocks[][20] = {"Exif\0\0II*\0\xff\xff\xff\xff", "Exif\0\0II*\0\x08\0\0\0\xff\xff",
                                               "Exif\0\0MM\0*\0\0\0\x08", "Nothing of it"};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        for (size_t size = 0; size <= sizeof *blocks; size++)
            cr_expect_eq(exif_orientation(blocks[i], size), 1);
}

/* ---- PNG -------------------------------------------------------------------------------------------------------- */

static png_byte row_bytes[4 * 2 * 256];

static png_byte *deep_row(unsigned y)
{
    for (unsigned x = 0; x < 8; x++) {
        png_byte *pixel = row_bytes + x * 6;
        memset(pixel, 0, 6);
        pixel[0] = (png_byte)(x * 32);
        pixel[1] = 0x80; /* rounds, or is cut off */
        pixel[2] = (png_byte)(y * 32);
    }
    return row_bytes;
}

static png_byte *alpha_row(unsigned y)
{
    for (unsigned x = 0; x < 8; x++)
        memcpy(row_bytes + x * 4, (png_byte[]){0, 0, 255, (png_byte)(y * 32)}, 4);
    return row_bytes;
}

static png_byte *bit_row(unsigned y)
{
    memset(row_bytes, y % 2 ? 0xaa : 0x55, 8);
    return row_bytes;
}

static png_byte *palette_row(unsigned y)
{
    (void)y;
    memset(row_bytes, 0x1b, 8); /* 0 1 2 3 */
    return row_bytes;
}

Test(image, sixteen_bits_become_eight)
{
    struct buf file = make_png(&(struct made){8, 8, 16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, deep_row});
    const struct image_data *data = made_of(&file, 8, 8);
    cr_assert_not(data->jpeg);
    cr_assert_eq(data->size, 8 * 8 * 3);
    expect_pixel(data, 5, 3, (int[]){160, 96, 0}, 1);
}

Test(image, interlaced_is_the_same_as_not)
{
    struct buf plain = make_png(&(struct made){8, 8, 16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, deep_row});
    struct buf woven = make_png(&(struct made){8, 8, 16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, deep_row});
    cr_assert(opened(&woven)->interlaced);
    cr_assert_arr_eq(made_of(&woven, 8, 8)->bytes, made_of(&plain, 8, 8)->bytes, 8 * 8 * 3);
}

Test(image, what_is_clear_becomes_white)
{
    struct buf file = make_png(&(struct made){8, 8, 8, PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE, alpha_row});
    const struct image_data *data = made_of(&file, 8, 8);
    cr_assert_eq(data->components, 3);
    expect_pixel(data, 0, 0, (int[]){255, 255, 255}, 0);
    expect_pixel(data, 0, 4, (int[]){127, 127, 255}, 0);
}

Test(image, one_bit_is_grey)
{
    struct buf file = make_png(&(struct made){64, 8, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, bit_row});
    const struct image_data *data = made_of(&file, 64, 8);
    cr_assert_eq(data->components, 1);
    expect_pixel(data, 0, 0, (int[]){0}, 0);
    expect_pixel(data, 1, 0, (int[]){255}, 0);
    expect_pixel(made_of(&file, 4, 2), 1, 1, (int[]){128}, 0); /* black and white, one by one */
}

Test(image, palettes_are_looked_up)
{
    struct buf file = make_png(&(struct made){8, 2, 2, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, palette_row});
    const struct image_data *data = made_of(&file, 8, 2);
    expect_pixel(data, 0, 0, (int[]){255, 0, 0}, 0);
    expect_pixel(data, 5, 1, (int[]){0, 255, 0}, 0);
    expect_pixel(data, 7, 1, (int[]){9, 9, 9}, 0);
}

Test(image, every_cut_of_a_png_is_seen)
{
    struct buf file = make_png(&(struct made){8, 8, 16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, deep_row});
    for (size_t size = 0; size < file.length; size++)
        refused(file.data, size);
}

Test(image, damaged_data_of_a_png_are_refused)
{
    struct buf file = make_png(&(struct made){8, 8, 16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, deep_row});
    for (size_t at = 0; at < file.length; at++) {
        char old = file.data[at];
        file.data[at] = (char)(old ^ 0x55);
        refused(file.data, file.length);
        file.data[at] = old;
    }
}

/* ---- what is refused -------------------------------------------------------------------------------------------- */

static struct buf png_head(unsigned width, unsigned height, int bits)
{
    struct buf file = make_png(&(struct made){8, 8, bits, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, bit_row});
    unsigned char *at = (unsigned char *)file.data + 16;
    for (int i = 0; i < 4; i++) {
        at[i] = (unsigned char)(width >> (24 - 8 * i));
        at[4 + i] = (unsigned char)(height >> (24 - 8 * i));
    }
    unsigned crc = 0xffffffff; /* over the chunk's type and data */
    for (size_t i = 12; i < 29; i++) {
        crc ^= (unsigned char)file.data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    for (int i = 0; i < 4; i++)
        file.data[29 + i] = (char)(~crc >> (24 - 8 * i));
    return file;
}

Test(image, bombs_are_refused_by_their_head)
{
    struct buf bomb = png_head(30000, 30000, 1), edge = png_head(10001, 10000, 1);
    cr_assert_str_eq(refused(bomb.data, bomb.length).message, "has 30000 by 30000 pixels");
    cr_assert_str_eq(refused(edge.data, edge.length).expected, "at most 100 million pixels (interlaced: 25)");
    struct buf jpeg = corner_jpeg();
    for (size_t at = 2; at + 9 < jpeg.length; at++)
        if (memcmp(jpeg.data + at, "\xff\xc0\0\x11", 4) == 0)
            memcpy(jpeg.data + at + 5, "\xfd\xe8\xfd\xe8", 4);
    cr_assert_str_eq(refused(jpeg.data, jpeg.length).message, "has 65000 by 65000 pixels");
}

Test(image, other_formats_are_named)
{
    cr_assert_str_eq(refused("", 0).message, "is empty");
    cr_assert_str_eq(refused("GIF89a\1\0\1\0", 10).message, "is a GIF");
    cr_assert_str_eq(refused("II*\0\x08\0\0\0", 8).message, "is a TIFF");
    cr_assert_str_eq(refused("\0\0\0\x18"
                             "ftypheic",
                             12)
                         .message,
                     "is an HEIC");
    cr_assert_str_eq(refused("hello", 5).message, "is not a picture that can be read");
    cr_assert_not_null(refused("%PDF-1.7", 8).hint);
}

/* ---- reducing --------------------------------------------------------------------------------------------------- */

Test(image, means_are_of_the_areas_that_pixels_cover)
{
    struct image_rows rows;
    cr_assert(image_rows_open(&rows, 3, 3, 2, 2, 1));
    image_rows_add(&rows, (const unsigned char[]){0, 90, 180});
    image_rows_add(&rows, (const unsigned char[]){0, 90, 180});
    image_rows_add(&rows, (const unsigned char[]){90, 180, 240});
    /* The middle column and row count half on either side. */
    cr_expect_eq(rows.out[0], 30);
    cr_expect_eq(rows.out[1], 150);
    cr_expect_eq(rows.out[2], 90);
    cr_expect_eq(rows.out[3], 197);
    image_rows_close(&rows);
}

/* ---- QR codes --------------------------------------------------------------------------------------------------- */

Test(image, a_code_has_its_finders_and_repeats)
{
    static const char *const finder[] = {"#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"};
    const struct qr *qr = qr_encode(arena, "https://www.example.go.th/");
    cr_assert_not_null(qr);
    cr_assert_eq(qr->size, 25); /* version 2 holds 26 bytes at level M */
    for (size_t y = 0; y < 7; y++)
        for (size_t x = 0; x < 7; x++) {
            cr_expect_eq(qr->dark[y * 25 + x], finder[y][x] == '#');
            cr_expect_eq(qr->dark[y * 25 + 18 + x], finder[y][x] == '#');
            cr_expect_eq(qr->dark[(18 + y) * 25 + x], finder[y][x] == '#');
        }
    cr_assert_arr_eq(qr->dark, qr_encode(arena, "https://www.example.go.th/")->dark, 25 * 25);
}

Test(image, a_code_knows_its_bounds)
{
    char text[2333];
    memset(text, 'x', sizeof text);
    text[2332] = '\0';
    cr_assert_null(qr_encode(arena, text));
    text[2331] = '\0';
    cr_assert_eq(qr_encode(arena, text)->size, 177);
    cr_assert_null(qr_encode(arena, ""));
}
