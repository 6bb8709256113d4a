#include "image/image_part.h"

#include <stdlib.h>
#include <string.h>

bool image_rows_open(struct image_rows *rows, size_t from_width, size_t from_height, size_t width, size_t height,
                     size_t components)
{
    *rows = (struct image_rows){.from_width = from_width,
                                .from_height = from_height,
                                .width = width,
                                .height = height,
                                .components = components};
    rows->out = malloc(width * height * components);
    rows->across = calloc(width * components, sizeof *rows->across);
    rows->sums = calloc(width * components, sizeof *rows->sums);
    return rows->out && rows->across && rows->sums;
}

void image_rows_close(struct image_rows *rows)
{
    free(rows->out);
    free(rows->across);
    free(rows->sums);
    rows->out = NULL;
}

/* Lengths are counted in parts so small that pixels of both sizes begin at whole ones: one that comes in is `width` of
 * them long, one that goes out `from_width`. */
static void reduce_across(struct image_rows *rows, const unsigned char *row)
{
    size_t n = rows->components, left = rows->from_width, at = 0;
    memset(rows->across, 0, rows->width * n * sizeof *rows->across);
    for (size_t i = 0; i < rows->from_width; i++) {
        size_t length = rows->width;
        while (length) {
            size_t part = length < left ? length : left;
            for (size_t c = 0; c < n; c++)
                rows->across[at * n + c] += (uint64_t)row[i * n + c] * part;
            length -= part;
            left -= part;
            if (!left) {
                left = rows->from_width;
                at++;
            }
        }
    }
}

static void put_row(struct image_rows *rows, size_t at)
{
    size_t count = rows->width * rows->components;
    uint64_t area = (uint64_t)rows->from_width * rows->from_height;
    unsigned char *out = rows->out + at * count;
    if (!area) /* pictures without pixels are refused when they are read */
        return;
    for (size_t i = 0; i < count; i++)
        out[i] = (unsigned char)((rows->sums[i] + area / 2) / area);
    memset(rows->sums, 0, count * sizeof *rows->sums);
}

static void reduce_down(struct image_rows *rows)
{
    size_t count = rows->width * rows->components, begin = rows->taken * rows->height, end = begin + rows->height;
    while (begin < end) {
        size_t at = begin / rows->from_height, border = (at + 1) * rows->from_height;
        size_t part = (end < border ? end : border) - begin;
        for (size_t i = 0; i < count; i++)
            rows->sums[i] += rows->across[i] * part;
        begin += part;
        if (begin == border)
            put_row(rows, at);
    }
}

void image_rows_add(struct image_rows *rows, const unsigned char *row)
{
    if (rows->taken >= rows->from_height)
        return;
    if (rows->width == rows->from_width && rows->height == rows->from_height) {
        size_t length = rows->width * rows->components;
        memcpy(rows->out + rows->taken * length, row, length);
    } else {
        reduce_across(rows, row);
        reduce_down(rows);
    }
    rows->taken++;
}

unsigned char *image_turn(const unsigned char *pixels, size_t *width, size_t *height, size_t components,
                          int orientation)
{
    /* How a picture of each orientation is stored: its columns or rows from the far end, or the one as the other. */
    static const struct {
        bool far_columns, far_rows, swapped;
    } stored[] = {[1] = {0},
                  [2] = {true, false, false},
                  [3] = {true, true, false},
                  [4] = {false, true, false},
                  [5] = {false, false, true},
                  [6] = {false, true, true},
                  [7] = {true, true, true},
                  [8] = {true, false, true}};
    size_t from_width = *width, from_height = *height;
    unsigned char *out = malloc(from_width * from_height * components), *to = out;
    if (!out)
        return NULL;
    if (stored[orientation].swapped) {
        *width = from_height;
        *height = from_width;
    }
    for (size_t y = 0; y < *height; y++) {
        for (size_t x = 0; x < *width; x++, to += components) {
            size_t column = stored[orientation].swapped ? y : x, row = stored[orientation].swapped ? x : y;
            if (stored[orientation].far_columns)
                column = from_width - 1 - column;
            if (stored[orientation].far_rows)
                row = from_height - 1 - row;
            memcpy(to, pixels + (row * from_width + column) * components, components);
        }
    }
    return out;
}
