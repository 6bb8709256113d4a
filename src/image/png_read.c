/* PNG files through libpng.  Its errors come back by longjmp to run(), which is below all of its frames. */
#include "image/image_part.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

enum { SIGNATURE = 8, CHUNK_MAX = 8 << 20 };

struct job {
    jmp_buf escape;
    png_structp png;
    png_infop info;
    const struct image *image;
    size_t at;               /* of the file */
    struct image *head;      /* to be filled in; NULL: it is known */
    struct image_rows *rows; /* where rows go; NULL: nowhere */
    unsigned char *pixels;   /* a row, or all of an interlaced file's */
    char *trouble;
};

static _Noreturn void give_up(struct job *job, const char *trouble)
{
    if (job->trouble)
        snprintf(job->trouble, TROUBLE_SIZE, "%s", trouble);
    longjmp(job->escape, 1);
}

static _Noreturn void take_error(png_structp png, png_const_charp text)
{
    char trouble[TROUBLE_SIZE];
    snprintf(trouble, sizeof trouble, "is cut short or damaged (%.100s)", text);
    give_up(png_get_error_ptr(png), trouble);
}

static void take_warning(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void give_bytes(png_structp png, png_bytep to, size_t length)
{
    struct job *job = png_get_io_ptr(png);
    if (length > job->image->size - job->at)
        png_error(png, "the file ends too early");
    memcpy(to, job->image->bytes + job->at, length);
    job->at += length;
}

/* An animation says so in a chunk before the data. */
static bool is_animated(const struct image *image)
{
    for (size_t at = SIGNATURE; at + 8 <= image->size;) {
        const unsigned char *chunk = image->bytes + at;
        size_t length = (size_t)chunk[0] << 24 | (size_t)chunk[1] << 16 | (size_t)chunk[2] << 8 | (size_t)chunk[3];
        if (memcmp(chunk + 4, "acTL", 4) == 0)
            return true;
        if (memcmp(chunk + 4, "IDAT", 4) == 0 || length > image->size - at)
            return false;
        at += 12 + length;
    }
    return false;
}

static void fill_head(struct job *job)
{
    struct image *head = job->head;
    char trouble[TROUBLE_SIZE];
    head->width = png_get_image_width(job->png, job->info);
    head->height = png_get_image_height(job->png, job->info);
    head->grey = !(png_get_color_type(job->png, job->info) & PNG_COLOR_MASK_COLOR);
    head->interlaced = png_get_interlace_type(job->png, job->info) != PNG_INTERLACE_NONE;
    head->orientation = 1;
    uint64_t pixels = (uint64_t)head->width * head->height;
    if (pixels <= (head->interlaced ? (uint64_t)IMAGE_INTERLACED_PIXELS_MAX : (uint64_t)IMAGE_PIXELS_MAX))
        return;
    snprintf(trouble, sizeof trouble, "has %zu by %zu pixels%s", head->width, head->height,
             head->interlaced ? ", interlaced" : "");
    give_up(job, trouble);
}

/* What the row holds on white, without alpha. */
static void flatten(unsigned char *row, size_t width, size_t channels)
{
    size_t colours = channels - 1;
    const unsigned char *from = row;
    for (size_t i = 0; i < width; i++, from += channels) {
        unsigned alpha = from[colours];
        for (size_t c = 0; c < colours; c++)
            *row++ = (unsigned char)((from[c] * alpha + 255u * (255u - alpha) + 127u) / 255u);
    }
}

static void take_row(struct job *job, unsigned char *row)
{
    size_t channels = png_get_channels(job->png, job->info);
    if (!job->rows)
        return;
    if (channels == 2 || channels == 4)
        flatten(row, png_get_image_width(job->png, job->info), channels);
    image_rows_add(job->rows, row);
}

static void read_rows(struct job *job)
{
    size_t height = png_get_image_height(job->png, job->info), length = png_get_rowbytes(job->png, job->info);
    bool whole = png_get_interlace_type(job->png, job->info) != PNG_INTERLACE_NONE;
    int passes = png_set_interlace_handling(job->png);
    job->pixels = calloc(whole ? height : 1, length);
    if (!job->pixels)
        png_error(job->png, "memory ran out");
    for (int pass = 0; pass < passes; pass++)
        for (size_t y = 0; y < height; y++) {
            unsigned char *row = job->pixels + (whole ? y * length : 0);
            png_read_row(job->png, row, NULL);
            if (pass == passes - 1)
                take_row(job, row);
        }
    png_read_end(job->png, NULL);
}

static void read_all(struct job *job)
{
    job->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, job, take_error, take_warning);
    job->info = job->png ? png_create_info_struct(job->png) : NULL;
    if (!job->info)
        give_up(job, "cannot be read: memory ran out");
    png_set_chunk_malloc_max(job->png, CHUNK_MAX);
    png_set_read_fn(job->png, job, give_bytes);
    png_read_info(job->png, job->info);
    if (job->head)
        fill_head(job);
    png_set_expand(job->png);
    png_set_scale_16(job->png);
    png_set_interlace_handling(job->png);
    png_read_update_info(job->png, job->info);
    read_rows(job);
}

static bool run(struct job *job)
{
    bool escaped = setjmp(job->escape) != 0;
    if (!escaped)
        read_all(job);
    png_destroy_read_struct(&job->png, &job->info, NULL);
    free(job->pixels);
    return !escaped;
}

bool png_check(struct image *image, char trouble[TROUBLE_SIZE])
{
    struct job job = {.image = image, .head = image, .trouble = trouble};
    if (!is_animated(image))
        return run(&job);
    snprintf(trouble, TROUBLE_SIZE, "is an animated PNG");
    return false;
}

bool png_decode(const struct image *image, struct image_rows *rows)
{
    struct job job = {.image = image, .rows = rows};
    return run(&job);
}
