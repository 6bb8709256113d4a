/*
 * The library work that no program of this kind can avoid, in stock calls and in a process of its own:
 *
 *     unavoidable TEXT FACE...
 *
 * loads libthai's dictionary and the faces, finds the words of every line of TEXT with libthai and ICU, shapes every
 * line, writes the glyphs as pages of PDF operators, cuts the faces down to the glyphs used, and deflates all of it.
 * TEXT is what `mattrakan --dump=text` prints.  The first face sets the text; of the others a tenth is shaped.
 */
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ft.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <thai/thwbrk.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <zlib.h>

enum { FACE_LIMIT = 8, LINES_A_PAGE = 32, CELLS_A_LINE = 75 };

struct bytes {
    char *data;
    size_t size, capacity;
};

struct face {
    struct bytes file;
    FT_Face ft;
    hb_font_t *font;
    hb_set_t *glyphs;
};

struct work {
    ThBrk *dictionary;
    UBreakIterator *words;
    FT_Library freetype;
    struct face faces[FACE_LIMIT];
    size_t face_count, line_count;
    UChar *units; /* the line, UTF-16 */
    thwchar_t *wide;
    int *breaks;
    struct bytes page;
    size_t deflated, found;
};

static void need(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "unavoidable: %s failed\n", what);
    exit(1);
}

static void add(struct bytes *bytes, const char *data, size_t size)
{
    if (bytes->size + size > bytes->capacity) {
        bytes->capacity = (bytes->size + size) * 2;
        bytes->data = realloc(bytes->data, bytes->capacity);
        need(bytes->data != NULL, "memory");
    }
    memcpy(bytes->data + bytes->size, data, size);
    bytes->size += size;
}

static struct bytes read_file(const char *path)
{
    struct bytes bytes = {0};
    char block[65536];
    FILE *file = fopen(path, "rb");
    need(file != NULL, path);
    for (size_t got; (got = fread(block, 1, sizeof block, file));)
        add(&bytes, block, got);
    fclose(file);
    return bytes;
}

static void deflate_bytes(struct work *work, const char *data, size_t size)
{
    uLongf room = compressBound((uLong)size);
    Bytef *packed = malloc(room);
    need(packed && compress(packed, &room, (const Bytef *)data, (uLong)size) == Z_OK, "zlib");
    work->deflated += room;
    free(packed);
}

static void open_face(struct work *work, const char *path)
{
    struct face *face = &work->faces[work->face_count++];
    face->file = read_file(path);
    need(FT_New_Memory_Face(work->freetype, (const FT_Byte *)face->file.data, (FT_Long)face->file.size, 0, &face->ft) ==
             0,
         "FreeType");
    hb_blob_t *blob = hb_blob_create(face->file.data, (unsigned)face->file.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *hb = hb_face_create(blob, 0);
    face->font = hb_font_create(hb);
    face->glyphs = hb_set_create();
    hb_face_destroy(hb);
    hb_blob_destroy(blob);
}

static void end_page(struct work *work)
{
    deflate_bytes(work, work->page.data, work->page.size);
    work->page.size = 0;
}

/* Glyphs as the lines of a page that a PDF writer puts out. */
static void write_glyphs(struct work *work, const hb_glyph_info_t *infos, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        char text[64];
        if (i % CELLS_A_LINE == 0) {
            if (work->line_count++ % LINES_A_PAGE == LINES_A_PAGE - 1)
                end_page(work);
            int length = snprintf(text, sizeof text, "%s1 0 0 1 85.04 %.2f Tm[<", i ? ">]TJ\n" : "",
                                  770 - 20.5 * (double)(work->line_count % LINES_A_PAGE));
            add(&work->page, text, (size_t)length);
        }
        snprintf(text, sizeof text, "%04X", infos[i].codepoint & 0xffff);
        add(&work->page, text, 4);
    }
    add(&work->page, ">]TJ\n", 5);
}

static void shape(struct work *work, struct face *face, const char *line, size_t length)
{
    hb_buffer_t *buffer = hb_buffer_create();
    unsigned count;
    hb_buffer_add_utf8(buffer, line, (int)length, 0, (int)length);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->font, buffer, NULL, 0);
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++)
        hb_set_add(face->glyphs, infos[i].codepoint);
    if (face == &work->faces[0])
        write_glyphs(work, infos, count);
    hb_buffer_destroy(buffer);
}

static void find_words(struct work *work, const char *line, size_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t count;
    u_strFromUTF8WithSub(work->units, (int32_t)length + 1, &count, line, (int32_t)length, 0xfffd, NULL, &error);
    need(U_SUCCESS(error), "ICU's conversion");
    ubrk_setText(work->words, work->units, count, &error);
    need(U_SUCCESS(error), "ICU's break iterator");
    while (ubrk_next(work->words) != UBRK_DONE)
        work->found++;
    for (int32_t i = 0; i < count; i++)
        work->wide[i] = (thwchar_t)work->units[i];
    work->wide[count] = 0;
    work->found += (size_t)th_brk_wc_find_breaks(work->dictionary, work->wide, work->breaks, (size_t)count);
}

static void do_lines(struct work *work, const struct bytes *text)
{
    size_t number = 0;
    for (size_t at = 0; at < text->size; number++) {
        const char *line = text->data + at, *end = memchr(line, '\n', text->size - at);
        size_t length = end ? (size_t)(end - line) : text->size - at;
        find_words(work, line, length);
        shape(work, &work->faces[0], line, length);
        for (size_t i = 1; number % 10 == 0 && i < work->face_count; i++)
            shape(work, &work->faces[i], line, length);
        at += length + 1;
    }
    end_page(work);
}

static void subset(struct work *work, struct face *face)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    need(input != NULL, "hb-subset");
    hb_set_union(hb_subset_input_glyph_set(input), face->glyphs);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_face_t *less = hb_subset_or_fail(hb_font_get_face(face->font), input);
    need(less != NULL, "hb-subset");
    hb_blob_t *blob = hb_face_reference_blob(less);
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    deflate_bytes(work, data, size);
    hb_blob_destroy(blob);
    hb_face_destroy(less);
    hb_subset_input_destroy(input);
}

static void close_face(struct face *face)
{
    hb_set_destroy(face->glyphs);
    hb_font_destroy(face->font);
    FT_Done_Face(face->ft);
    free(face->file.data);
}

int main(int argc, char **argv)
{
    struct work work = {0};
    UErrorCode error = U_ZERO_ERROR;
    need(argc > 2 && argc <= 2 + FACE_LIMIT, "usage: unavoidable TEXT FACE...;");
    struct bytes text = read_file(argv[1]);
    work.units = malloc((text.size + 1) * sizeof *work.units);
    work.wide = malloc((text.size + 1) * sizeof *work.wide);
    work.breaks = malloc((text.size + 1) * sizeof *work.breaks);
    need(work.units && work.wide && work.breaks, "memory");

    work.dictionary = th_brk_new(NULL);
    need(work.dictionary != NULL, "libthai's dictionary");
    work.words = ubrk_open(UBRK_WORD, "th", NULL, 0, &error);
    need(U_SUCCESS(error), "ICU's break iterator");
    need(FT_Init_FreeType(&work.freetype) == 0, "FreeType");
    for (int i = 2; i < argc; i++)
        open_face(&work, argv[i]);
    do_lines(&work, &text);
    for (size_t i = 0; i < work.face_count; i++)
        subset(&work, &work.faces[i]);
    printf("%zu bytes of text, %zu breaks, %zu bytes deflated\n", text.size, work.found, work.deflated);

    for (size_t i = 0; i < work.face_count; i++)
        close_face(&work.faces[i]);
    FT_Done_FreeType(work.freetype);
    ubrk_close(work.words);
    th_brk_delete(work.dictionary);
    free(work.units);
    free(work.wide);
    free(work.breaks);
    free(work.page.data);
    free(text.data);
    return 0;
}
