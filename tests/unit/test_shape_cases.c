/*
 * Shaping cases in HarfBuzz's one-line form:
 *
 *     font;options;U+0E01,U+0E49;[glyph=cluster@dx,dy+advance|...]
 *
 * Clusters count code points.  No options are known.  Lines that begin with "#" are comments.
 */
#include "test_text_support.h"

#include "base/utf8.h"

#include <glob.h>
#include <hb.h>

/* The text of "U+0E01,U+0E49". */
static char *read_text(struct arena *arena, const char *codes)
{
    struct buf text = buf_init(arena);
    for (char *end; strncmp(codes, "U+", 2) == 0; codes = *end ? end + 1 : end) {
        char bytes[4];
        buf_add(&text, bytes, utf8_encode((uint32_t)strtoul(codes + 2, &end, 16), bytes));
    }
    return text.data;
}

/* "Laksaman-Bold.ttf" as family and style. */
static struct text_span read_font(struct arena *arena, const char *file)
{
    size_t length = strcspn(file, "-.");
    const char *style = file + length;
    return (struct text_span){.family = arena_strndup(arena, file, length),
                              .size = 16,
                              .lang = "th",
                              .bold = strstr(style, "Bold") != NULL,
                              .italic = strstr(style, "Italic") != NULL};
}

static void print_glyph(struct buf *out, const struct text_paragraph *paragraph, const struct text_run *run,
                        const struct text_glyph *glyph)
{
    char name[64];
    hb_font_glyph_to_string(run->font->hb, glyph->id, name, sizeof name);
    buf_printf(out, "%s%s=%zu", out->length > 1 ? "|" : "", name, utf8_count(paragraph->text, glyph->cluster));
    if (glyph->dx || glyph->dy)
        buf_printf(out, "@%d,%d", glyph->dx, glyph->dy);
    buf_printf(out, "+%d", glyph->advance);
}

static char *shape(struct arena *arena, struct text_engine *engine, struct text_span span, const char *text)
{
    struct diags diags = diags_init(arena);
    struct buf out = buf_init(arena);
    span.length = strlen(text);
    struct text_paragraph *paragraph = text_paragraph_new(engine, arena, text, span.length, &span, 1, &diags);
    cr_expect_eq(diags.list.count, 0, "%s", test_findings(&diags));
    buf_putc(&out, '[');
    for (size_t r = 0; r < paragraph->run_count; r++) {
        const struct text_run *run = &paragraph->runs[r];
        for (size_t g = 0; g < run->count; g++)
            print_glyph(&out, paragraph, run, &run->glyphs[g]);
    }
    buf_putc(&out, ']');
    return out.data;
}

static void check_line(struct arena *arena, struct text_engine *engine, const char *place, char *line)
{
    char *fields[4];
    for (size_t i = 0; i < 4; i++) {
        fields[i] = line;
        line += strcspn(line, ";");
        cr_assert(i == 3 || *line == ';', "%s: four fields are wanted", place);
        if (*line)
            *line++ = '\0';
    }
    cr_assert_str_empty(fields[1], "%s: no options are known", place);
    char *text = read_text(arena, fields[2]);
    char *found = shape(arena, engine, read_font(arena, fields[0]), text);
    cr_expect_str_eq(found, fields[3], "%s \"%s\"\n  %s instead of\n  %s", place, text, found, fields[3]);
}

static void check_file(struct arena *arena, struct text_engine *engine, const char *path)
{
    char *text = test_file(arena, path, NULL);
    size_t number = 1, cases = 0;
    for (char *line = text, *next; *line; line = next, number++) {
        next = line + strcspn(line, "\n");
        if (*next)
            *next++ = '\0';
        if (!*line || *line == '#')
            continue;
        check_line(arena, engine, arena_printf(arena, "%s:%zu", path, number), line);
        cases++;
    }
    cr_assert_gt(cases, 0, "%s is empty", path);
}

Test(shape_cases, every_line_gives_its_glyphs)
{
    struct arena *arena = test_arena();
    struct text_engine *engine = test_engine(arena);
    glob_t files;
    cr_assert_eq(glob("tests/shape/*.tests", 0, NULL, &files), 0, "no cases found");
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_file(arena, engine, files.gl_pathv[i]);
    globfree(&files);
    arena_free(arena);
}
