/* JPEG streams for the PDF: packed anew, or stripped. */
#include "image/image_part.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

enum { QUALITY = 88, FIRST_ROOM = 64 * 1024 };

struct job {
    struct jpeg_error_mgr errors;
    struct jpeg_destination_mgr destination;
    struct jpeg_compress_struct info;
    jmp_buf escape;
    struct image_block *out;
};

static void give_up(j_common_ptr info)
{
    longjmp(((struct job *)info->client_data)->escape, 1);
}

static void take_warning(j_common_ptr info, int level)
{
    (void)info;
    (void)level;
}

/* Gives libjpeg the room behind the first `size` bytes, making more. */
static void offer_room(struct job *job, size_t size)
{
    struct image_block *out = job->out;
    if (out->capacity - size < FIRST_ROOM) {
        size_t capacity = (out->capacity + FIRST_ROOM) * 2;
        unsigned char *bytes = realloc(out->bytes, capacity);
        if (!bytes)
            longjmp(job->escape, 1);
        out->bytes = bytes;
        out->capacity = capacity;
    }
    job->destination.next_output_byte = out->bytes + size;
    job->destination.free_in_buffer = out->capacity - size;
}

static void begin_output(j_compress_ptr info)
{
    offer_room(info->client_data, 0);
}

static boolean grow_output(j_compress_ptr info)
{
    struct job *job = info->client_data;
    offer_room(job, job->out->capacity);
    return TRUE;
}

static void end_output(j_compress_ptr info)
{
    struct job *job = info->client_data;
    job->out->size = job->out->capacity - job->destination.free_in_buffer;
}

static void pack(struct job *job, const unsigned char *pixels, size_t width, size_t height, size_t components)
{
    struct jpeg_compress_struct *info = &job->info;
    jpeg_create_compress(info);
    info->dest = &job->destination;
    info->image_width = (JDIMENSION)width;
    info->image_height = (JDIMENSION)height;
    info->input_components = (int)components;
    info->in_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(info);
    jpeg_set_quality(info, QUALITY, TRUE);
    info->dct_method = JDCT_ISLOW;
    info->optimize_coding = TRUE;
    jpeg_start_compress(info, TRUE);
    for (size_t y = 0; y < height; y++) {
        JSAMPROW row = (JSAMPROW)(pixels + y * width * components);
        jpeg_write_scanlines(info, &row, 1);
    }
    jpeg_finish_compress(info);
}

bool jpeg_pack(struct image_block *out, const unsigned char *pixels, size_t width, size_t height, size_t components)
{
    struct job job = {.out = out};
    job.info.err = jpeg_std_error(&job.errors);
    job.info.client_data = &job;
    job.errors.error_exit = give_up;
    job.errors.emit_message = take_warning;
    job.destination.init_destination = begin_output;
    job.destination.empty_output_buffer = grow_output;
    job.destination.term_destination = end_output;
    if (setjmp(job.escape)) {
        jpeg_destroy_compress(&job.info);
        return false;
    }
    pack(&job, pixels, width, height, components);
    jpeg_destroy_compress(&job.info);
    return true;
}

/* ---- stripping -------------------------------------------------------------------------------------------------- */

enum {
    MARK = 0xff,
    SOI = 0xd8,
    EOI = 0xd9,
    SOS = 0xda,
    RST0 = 0xd0,
    RST7 = 0xd7,
    APP0 = 0xe0,
    APP15 = 0xef,
    COM = 0xfe
};

static bool is_needed(unsigned char marker)
{
    bool note = marker == COM || (marker >= APP0 && marker <= APP15);
    return !note || marker == APP0 || marker == APP0 + 14; /* JFIF; Adobe's, which tells the colours */
}

/* Behind the coded data that begin at `at`: where the next marker is. */
static size_t skip_coded(const unsigned char *bytes, size_t size, size_t at)
{
    for (; at + 1 < size; at++)
        if (bytes[at] == MARK && bytes[at + 1] != 0 && bytes[at + 1] != MARK &&
            !(bytes[at + 1] >= RST0 && bytes[at + 1] <= RST7))
            return at;
    return size;
}

size_t jpeg_strip(const unsigned char *bytes, size_t size, unsigned char *out)
{
    size_t at = 2, length = 2;
    if (size < 4)
        return 0;
    memcpy(out, bytes, 2);
    while (at + 4 <= size && bytes[at] == MARK && bytes[at + 1] != EOI) {
        if (bytes[at + 1] == MARK) { /* fill bytes */
            at++;
            continue;
        }
        size_t end = at + 2 + ((size_t)bytes[at + 2] << 8 | bytes[at + 3]);
        bool coded = bytes[at + 1] == SOS;
        if (end > size || end < at + 4)
            return 0;
        if (coded)
            end = skip_coded(bytes, size, end);
        if (is_needed(bytes[at + 1])) {
            memcpy(out + length, bytes + at, end - at);
            length += end - at;
        }
        at = end;
    }
    if (at + 2 > size || bytes[at] != MARK || bytes[at + 1] != EOI)
        return 0;
    memcpy(out + length, bytes + at, 2);
    return length + 2;
}
