#include "template/build.h"
#include "template/table.h"

#include "base/geom.h"

#include <string.h>

static const char CODE[] = "template-picture";

#define GAP (4 * MM_TO_PT)

static bool has_words(const struct value *text)
{
    return text && text->text && *text->text;
}

/* "figure-caption", or the style of tables' captions. */
static const struct doc_style *caption_style(struct build *b, struct place place)
{
    const struct doc_style *style = styles_find(b->styles, "figure-caption");
    return style ? style : styles_need(b->styles, "caption", place, b->diags);
}

static bool add_caption(struct build *b, struct doc_node *parent, const struct value *caption,
                        const struct build_caption *asked)
{
    struct marked text = marked_init(b->arena);
    bool words = has_words(caption);
    if (!words && !asked->kind)
        return false;
    struct place place = asked->place;
    if (words) {
        marked_add_own(&text, caption);
        place = (struct place){.value = caption};
    }
    return build_caption(b, parent, caption_style(b, place), asked, &text) != NULL;
}

/* A path below the pictures' folder, parted by "/". */
static bool stays_inside(const char *path)
{
    if (path[0] == '/' || strchr(path, '\\') || (path[0] && path[1] == ':'))
        return false;
    for (const char *part = path; part; part = strchr(part, '/') ? strchr(part, '/') + 1 : NULL)
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || !part[2]))
            return false;
    return true;
}

static const char *read_file(struct build *b, const struct value *described)
{
    const struct value *file = value_member(described, "file");
    if (!has_words(file)) {
        diag_value(b->diags, SEVERITY_ERROR, CODE, described,
                   (struct diag_more){.expected = "\"file\", such as \"photos/training.jpg\""},
                   "a picture has no file");
        return NULL;
    }
    if (stays_inside(file->text))
        return file->text;
    diag_value(b->diags, SEVERITY_ERROR, CODE, file,
               (struct diag_more){.expected = "a path inside the folder of the JSON file, parted by \"/\"",
                                  .hint = "copy the picture there, or name its folder with --picture-dir"},
               "picture \"%s\" is outside", file->text);
    return NULL;
}

static const char *read_alt(struct build *b, const struct value *described)
{
    const struct value *alt = value_member(described, "alt");
    if (has_words(alt))
        return build_plain(b, alt->text);
    diag_value(b->diags, SEVERITY_ERROR, CODE, described,
               (struct diag_more){.expected = "\"alt\": what is to be seen, in a sentence"},
               "a picture has no alternative text");
    return "";
}

static void read_width(struct build *b, const char *text, struct place place, struct doc_picture *picture)
{
    struct doc_column width = {0};
    if (!table_width(text, &width) || (width.kind != DOC_WIDTH_AUTO && width.width <= 0))
        place_error(b->diags, place, CODE,
                    (struct diag_more){.expected = "\"auto\", a length such as \"80mm\" or a share such as \"60%\""},
                    "bad width \"%s\"", text);
    picture->kind = width.kind;
    picture->width = width.width;
}

static void add_picture(struct build *b, struct doc_node *parent, const struct build_figure *figure,
                        const struct value *described, const struct build_caption *asked)
{
    const struct value *code = value_member(described, "code"), *width = value_member(described, "width");
    const struct value *file = value_member(described, "file");
    struct doc_node *node = doc_add(b->arena, parent, DOC_PICTURE);
    node->origin.value = has_words(code) ? code : has_words(file) ? file : described;
    node->picture = (struct doc_picture){.alt = read_alt(b, described)};
    if (has_words(code))
        node->picture.code = code->text;
    else
        node->picture.file = read_file(b, described);
    if (has_words(width))
        read_width(b, width->text, (struct place){.value = width}, &node->picture);
    else if (figure->width)
        read_width(b, figure->width, figure->width_place, &node->picture);
    else
        node->picture.height = figure->height;
    add_caption(b, node, value_member(described, "caption"), asked);
}

static void add_chart(struct build *b, struct doc_node *parent, const struct build_figure *figure)
{
    struct doc_node *node = doc_add(b->arena, parent, DOC_PICTURE);
    node->origin = place_origin(figure->place);
    build_chart(b, node, figure->chart);
    if (figure->width)
        read_width(b, figure->width, figure->width_place, &node->picture);
}

/* 4 are two and two, 5 and 6 stand in threes. */
static size_t columns_for(size_t count)
{
    return count < 4 ? (count ? count : 1) : count == 4 ? 2 : 3;
}

void build_figure(struct build *b, const struct scope *scope, const struct build_figure *figure)
{
    if (!figure->count && !figure->chart)
        return;
    struct doc_node *node = doc_add(b->arena, scope->parent, DOC_FIGURE);
    node->style = styles_find(b->styles, "figure");
    node->origin = place_origin(figure->place);
    node->figure =
        (struct doc_figure){.columns = figure->columns ? figure->columns : columns_for(figure->count), .gap = GAP};
    if (figure->chart)
        add_chart(b, node, figure);
    bool alone = figure->count == 1 && !has_words(figure->caption) && figure->asked.kind;
    for (size_t i = 0; i < figure->count; i++) {
        struct build_caption asked = figure->asked;
        if (!alone)
            asked = build_caption_asked(b, figure->pictures[i], figure->own_kind);
        add_picture(b, node, figure, figure->pictures[i], &asked);
    }
    struct build_caption of_all = {.place = figure->place};
    if (!alone)
        of_all = figure->asked;
    node->figure.caption = add_caption(b, node, figure->caption, &of_all);
}
