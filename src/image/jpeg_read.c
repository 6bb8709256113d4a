/* JPEG files through libjpeg-turbo.  Its errors come back by longjmp to run(), which is below all of its frames. */
#include "image/image_part.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

enum {
    SCANS_MAX = 500,        /* of a progressive file: each costs as much time as the whole picture */
    MEMORY_MAX = 512 << 20, /* bytes */
    CHECK_SCALE = 8,
};

struct job {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct info;
    jmp_buf escape;
    const struct image *image;
    struct image *head;      /* to be filled in; NULL: it is known */
    struct image_rows *rows; /* where rows go; NULL: nowhere */
    unsigned scale;          /* decoded at one part of that many */
    char *trouble;
};

static struct job *job_of(j_common_ptr info)
{
    return info->client_data;
}

static void give_up(j_common_ptr info)
{
    struct job *job = job_of(info);
    char text[JMSG_LENGTH_MAX];
    info->err->format_message(info, text);
    if (job->trouble)
        snprintf(job->trouble, TROUBLE_SIZE, "is cut short or damaged (%s)", text);
    longjmp(job->escape, 1);
}

/* libjpeg goes on, with grey, where data are missing: not here. */
static void take_warning(j_common_ptr info, int level)
{
    static const int damage[] = {JWRN_JPEG_EOF,       JWRN_HIT_MARKER,  JWRN_HUFF_BAD_CODE,
                                 JWRN_ARITH_BAD_CODE, JWRN_MUST_RESYNC, JWRN_BOGUS_PROGRESSION};
    for (size_t i = 0; level < 0 && i < sizeof damage / sizeof *damage; i++)
        if (info->err->msg_code == damage[i])
            give_up(info);
}

static void say_nothing(j_common_ptr info)
{
    (void)info;
}

static void count_scans(j_common_ptr info)
{
    struct job *job = job_of(info);
    if (job->info.input_scan_number <= SCANS_MAX)
        return;
    if (job->trouble)
        snprintf(job->trouble, TROUBLE_SIZE, "has more than %d scans", SCANS_MAX);
    longjmp(job->escape, 1);
}

static void refuse_size(struct job *job)
{
    struct jpeg_decompress_struct *info = &job->info;
    if ((uint64_t)info->image_width * info->image_height <= IMAGE_PIXELS_MAX)
        return;
    snprintf(job->trouble, TROUBLE_SIZE, "has %u by %u pixels", info->image_width, info->image_height);
    longjmp(job->escape, 1);
}

static int orientation_of(const struct jpeg_decompress_struct *info)
{
    for (const struct jpeg_marker_struct *m = info->marker_list; m; m = m->next) {
        int orientation = exif_orientation(m->data, m->data_length);
        if (orientation != 1)
            return orientation;
    }
    return 1;
}

/* PDF's DCTDecode takes Huffman coding, and knows of the colours what an Adobe marker says. */
static bool passes(const struct jpeg_decompress_struct *info)
{
    bool colours = info->jpeg_color_space == JCS_GRAYSCALE || info->jpeg_color_space == JCS_YCbCr ||
                   (info->jpeg_color_space == JCS_RGB && info->saw_Adobe_marker);
    return colours && !info->arith_code && info->data_precision == 8;
}

static void fill_head(struct job *job)
{
    struct image *head = job->head;
    const struct jpeg_decompress_struct *info = &job->info;
    head->orientation = orientation_of(info);
    bool swapped = head->orientation >= 5;
    head->width = swapped ? info->image_height : info->image_width;
    head->height = swapped ? info->image_width : info->image_height;
    head->grey = info->jpeg_color_space == JCS_GRAYSCALE;
    head->passes = passes(info);
}

/* Adobe's programs write CMYK with 255 for no ink. */
static void cmyk_to_rgb(const struct job *job, unsigned char *row)
{
    bool inverted = job->info.saw_Adobe_marker;
    const unsigned char *from = row;
    for (size_t i = 0; i < job->info.output_width; i++, from += 4) {
        unsigned white = inverted ? from[3] : 255u - from[3];
        for (size_t c = 0; c < 3; c++)
            *row++ = (unsigned char)(((inverted ? from[c] : 255u - from[c]) * white + 127) / 255);
    }
}

static void choose_colours(struct jpeg_decompress_struct *info)
{
    if (info->jpeg_color_space == JCS_GRAYSCALE)
        info->out_color_space = JCS_GRAYSCALE;
    else if (info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK)
        info->out_color_space = JCS_CMYK;
    else
        info->out_color_space = JCS_RGB;
}

static void read_rows(struct job *job)
{
    struct jpeg_decompress_struct *info = &job->info;
    jpeg_start_decompress(info);
    JSAMPARRAY row = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE,
                                             info->output_width * (JDIMENSION)info->output_components, 1);
    while (info->output_scanline < info->output_height) {
        jpeg_read_scanlines(info, row, 1);
        if (job->rows && info->out_color_space == JCS_CMYK)
            cmyk_to_rgb(job, row[0]);
        if (job->rows)
            image_rows_add(job->rows, row[0]);
    }
    jpeg_finish_decompress(info);
}

static void read_all(struct job *job)
{
    struct jpeg_decompress_struct *info = &job->info;
    jpeg_create_decompress(info);
    info->mem->max_memory_to_use = MEMORY_MAX;
    info->progress = &job->progress;
    jpeg_mem_src(info, job->image->bytes, (unsigned long)job->image->size);
    jpeg_save_markers(info, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(info, TRUE);
    if (job->head) {
        refuse_size(job);
        fill_head(job);
    }
    choose_colours(info);
    info->scale_num = 1;
    info->scale_denom = job->scale;
    read_rows(job);
}

static bool run(struct job *job)
{
    job->info.err = jpeg_std_error(&job->errors);
    job->info.client_data = job;
    job->errors.error_exit = give_up;
    job->errors.emit_message = take_warning;
    job->errors.output_message = say_nothing;
    job->progress.progress_monitor = count_scans;
    if (setjmp(job->escape)) {
        jpeg_destroy_decompress(&job->info);
        return false;
    }
    read_all(job);
    jpeg_destroy_decompress(&job->info);
    return true;
}

bool jpeg_check(struct image *image, char trouble[TROUBLE_SIZE])
{
    struct job job = {.image = image, .head = image, .scale = CHECK_SCALE};
    job.trouble = trouble;
    return run(&job);
}

bool jpeg_decode(const struct image *image, unsigned scale, struct image_rows *rows)
{
    struct job job = {.image = image, .rows = rows, .scale = scale};
    return run(&job);
}

unsigned jpeg_scale(size_t from_width, size_t from_height, size_t width, size_t height)
{
    unsigned scale = 8;
    while (scale > 1 && (from_width / scale < width || from_height / scale < height))
        scale /= 2;
    return scale;
}
