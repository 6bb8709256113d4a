#include "template/markdown_inline.h"

#include "base/utf8.h"

#include <string.h>

bool build_is_lang(const char *text)
{
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    static const char more[] = "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    return (letters == 2 || letters == 3) && (!text[letters] || text[letters] == '-') && !text[strspn(text, more)];
}

static bool same_language(const char *lang, const char *other)
{
    size_t length = strcspn(lang, "-");
    return length == strcspn(other, "-") && strncmp(lang, other, length) == 0;
}

const char *build_enter_lang(struct build *build, const char *lang)
{
    const char *around = build->lang;
    if (lang)
        build_leave_lang(build, lang);
    return around;
}

const char *build_enter_lang_of(struct build *build, const struct value *object)
{
    const struct value *lang = value_member(object, "lang");
    bool given = lang && lang->text, good = given && build_is_lang(lang->text);
    if (given && !good)
        diag_value(build->diags, SEVERITY_ERROR, "template-lang", lang,
                   (struct diag_more){.expected = "a language such as en"}, "bad language \"%s\"", lang->text);
    return build_enter_lang(build, good ? lang->text : NULL);
}

void build_leave_lang(struct build *build, const char *around)
{
    bool own = !around || same_language(around, build->folder->lang);
    build->lang = own ? NULL : around;
    build->digits = own ? build->own_digits : BUILD_TYPED;
}

static bool is_english(const struct doc_run *run)
{
    return run->lang && strncmp(run->lang, "th", 2) != 0;
}

static const char *normalise(struct build *b, const struct doc_run *run)
{
    struct buf *out = &b->scratch.normal;
    out->length = 0;
    size_t length = strlen(run->text);
    struct thai_defects defects = thai_normalise(out, run->text, length);
    struct doc_origin origin = run->origin;
    if (defects.double_sara_e != (size_t)-1 && origin.source)
        diag_at(b->diags, SEVERITY_WARNING, "text-sara-e", origin.source, origin.offset,
                (struct diag_more){.expected = "SARA AE (U+0E41)"}, "SARA E twice (U+0E40 U+0E40)");
    bool same = out->length == length && memcmp(out->data, run->text, length) == 0;
    return same ? run->text : arena_strndup(b->arena, out->data, out->length);
}

/* The bytes of the next `count` code points. */
static size_t code_points(const char *text, size_t count)
{
    const char *at = text;
    while (count-- > 0 && *at)
        for (at++; ((unsigned char)*at & 0xc0) == 0x80;)
            at++;
    return (size_t)(at - text);
}

/* Digits are converted in the whole paragraph at once, so that a code such as O24 is seen as one although its parts
 * come from different places. */
static void convert_digits(struct build *b, struct doc_run *runs, size_t count)
{
    struct buf *text = &b->scratch.joined, *converted = &b->scratch.digits;
    text->length = converted->length = 0;
    for (size_t i = 0; i < count; i++)
        buf_puts(text, runs[i].text);
    thai_digits(converted, text->data, text->length, b->digits == BUILD_THAI);
    if (converted->length == text->length && memcmp(converted->data, text->data, text->length) == 0)
        return;
    const char *at = converted->data;
    for (size_t i = 0; i < count; i++) {
        size_t length = code_points(at, utf8_count(runs[i].text, strlen(runs[i].text)));
        if (!is_english(&runs[i]))
            runs[i].text = arena_strndup(b->arena, at, length);
        at += length;
    }
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n';
}

/* Without blanks at both ends, and without empty runs. */
static size_t trim(struct arena *arena, struct doc_run *runs, size_t count)
{
    size_t first = 0;
    while (first < count) {
        while (is_blank(*runs[first].text))
            runs[first].text++;
        if (*runs[first].text)
            break;
        first++;
    }
    while (count > first) {
        const char *text = runs[count - 1].text;
        size_t length = strlen(text);
        while (length && is_blank(text[length - 1]))
            length--;
        runs[count - 1].text = text[length] ? arena_strndup(arena, text, length) : text;
        if (length)
            break;
        count--;
    }
    size_t kept = 0;
    for (size_t i = first; i < count; i++)
        if (*runs[i].text)
            runs[kept++] = runs[i];
    return kept;
}

struct doc_run *build_runs(struct build *build, const struct marked *text, size_t *count)
{
    struct inline_runs *runs = &build->scratch.runs;
    markdown_inline(build, text, runs);
    for (size_t i = 0; i < runs->list.count; i++)
        runs->list.items[i].text = normalise(build, &runs->list.items[i]);
    *count = trim(build->arena, runs->list.items, runs->list.count);
    if (build->digits != BUILD_TYPED && *count)
        convert_digits(build, runs->list.items, *count);
    struct doc_run *exact = arena_array(build->arena, struct doc_run, *count);
    if (*count)
        memcpy(exact, runs->list.items, *count * sizeof *exact);
    return exact;
}

const char *build_plain(struct build *build, const char *text)
{
    struct buf normal = buf_init(build->arena), converted = buf_init(build->arena);
    thai_normalise(&normal, text, strlen(text));
    if (build->digits == BUILD_TYPED)
        return normal.data;
    thai_digits(&converted, normal.data, normal.length, build->digits == BUILD_THAI);
    return converted.data;
}

struct build_scratch build_scratch_new(struct arena *arena)
{
    return (struct build_scratch){.cell = marked_init(arena),
                                  .block = marked_init(arena),
                                  .value = marked_init(arena),
                                  .run = buf_init(arena),
                                  .normal = buf_init(arena),
                                  .joined = buf_init(arena),
                                  .digits = buf_init(arena)};
}
