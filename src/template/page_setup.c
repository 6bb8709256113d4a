#include "template/page_setup.h"

#include "base/geom.h"
#include "template/describe.h"

#include <string.h>

static const char *const page_members[] = {"from", "size", "landscape", "margins", "number", "catchword"};
static const char *const margin_members[] = {"top", "right", "bottom", "left"};
static const char *const number_members[] = {"place", "format", "digits", "from", "apart", "first_page", "style"};
static const char *const place_names[] = {"none", "top-center", "top-right", "bottom-center", "bottom-right"};
static const char *const digits_names[] = {"arabic", "thai", "letters", "roman"};

static const struct size {
    const char *name;
    double width, height; /* mm */
} sizes[] = {{"A4", 210, 297}, {"A5", 148, 210}, {"A3", 297, 420}, {"Letter", 215.9, 279.4}};

enum { LEAST_AREA = 72 }; /* points that margins must leave */

struct page_setup page_setup_default(void)
{
    return (struct page_setup){
        .section = {.width = 210 * MM_TO_PT,
                    .height = 297 * MM_TO_PT,
                    .top = 25 * MM_TO_PT,
                    .right = 20 * MM_TO_PT,
                    .bottom = 20 * MM_TO_PT,
                    .left = 30 * MM_TO_PT,
                    .number_format = "#",
                    .number_first_page = true},
        .number_style = "page-number",
    };
}

static bool read_lengths(const struct value *size, double *width, double *height)
{
    return size->kind == VALUE_LIST && size->count == 2 && size->items[0]->kind == VALUE_TEXT &&
           size->items[1]->kind == VALUE_TEXT && describe_points(size->items[0]->text, width) &&
           describe_points(size->items[1]->text, height) && *width > 0 && *height > 0;
}

static void read_size(struct doc_section *section, const struct value *size, struct diags *diags)
{
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (size->kind == VALUE_TEXT && strcmp(size->text, sizes[i].name) == 0) {
            section->width = sizes[i].width * MM_TO_PT;
            section->height = sizes[i].height * MM_TO_PT;
            return;
        }
    if (!read_lengths(size, &section->width, &section->height))
        diag_value(diags, SEVERITY_ERROR, "template-json", size,
                   (struct diag_more){.expected = "A4, A5, A3, Letter or [\"width\", \"height\"]"}, "bad page size");
}

static void read_margins(struct doc_section *section, const struct value *margins, struct diags *diags)
{
    if (!margins || !describe_object(diags, margins, CHOICES(margin_members)))
        return;
    section->top = describe_length(diags, margins, "top", 0, section->top);
    section->right = describe_length(diags, margins, "right", 0, section->right);
    section->bottom = describe_length(diags, margins, "bottom", 0, section->bottom);
    section->left = describe_length(diags, margins, "left", 0, section->left);
}

static void read_number(struct page_setup *setup, const struct value *number, struct diags *diags)
{
    if (!number || !describe_object(diags, number, CHOICES(number_members)))
        return;
    struct doc_section *s = &setup->section;
    s->number_place =
        (enum doc_number_place)describe_choice(diags, number, "place", CHOICES(place_names), (int)s->number_place);
    s->number_format = describe_text(diags, number, "format", s->number_format);
    s->number_digits =
        (enum doc_digits)describe_choice(diags, number, "digits", CHOICES(digits_names), (int)s->number_digits);
    s->number_from = describe_integer(diags, number, "from", 1, 9999, s->number_from);
    s->number_apart = describe_flag(diags, number, "apart", s->number_apart);
    s->number_first_page = describe_flag(diags, number, "first_page", s->number_first_page);
    setup->digits_given = setup->digits_given || value_member(number, "digits");
    setup->number_style = describe_name(diags, number, "style", setup->number_style);
    if (value_member(number, "style"))
        setup->style_place.value = value_member(number, "style");
    if (!strchr(s->number_format, '#'))
        diag_value(diags, SEVERITY_ERROR, "template-json", value_member(number, "format"),
                   (struct diag_more){.expected = "# where the number goes"}, "\"format\" has no number");
}

static void read_catchword(struct doc_section *section, const struct value *described, struct diags *diags)
{
    const char *form = describe_text(diags, described, "catchword", section->catchword);
    section->catchword = form && *form ? form : NULL;
    if (section->catchword && !strstr(section->catchword, "{words}"))
        diag_value(diags, SEVERITY_ERROR, "template-json", value_member(described, "catchword"),
                   (struct diag_more){.expected = "a text such as \"/{words}...\""}, "\"catchword\" has no {words}");
}

void page_setup_read(struct page_setup *setup, const struct value *described, struct diags *diags)
{
    struct doc_section *s = &setup->section;
    if (!describe_object(diags, described, CHOICES(page_members)))
        return;
    if (value_member(described, "size"))
        read_size(s, value_member(described, "size"), diags);
    bool is_landscape = s->width > s->height;
    if (describe_flag(diags, described, "landscape", is_landscape) != is_landscape) {
        double width = s->width;
        s->width = s->height;
        s->height = width;
    }
    read_margins(s, describe_member(diags, described, "margins", VALUE_OBJECT), diags);
    read_number(setup, describe_member(diags, described, "number", VALUE_OBJECT), diags);
    read_catchword(s, described, diags);
    if (s->width - s->left - s->right < LEAST_AREA || s->height - s->top - s->bottom < LEAST_AREA)
        diag_value(diags, SEVERITY_ERROR, "template-json", described, (struct diag_more){0},
                   "the margins leave no room on the page");
}
