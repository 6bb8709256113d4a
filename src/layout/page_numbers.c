#include "layout/page_numbers.h"

#include "base/thai.h"

#include <string.h>

/* Base lines of the numbers, in shares of the margin: from the page's top, and from the text area's bottom. */
#define TOP_SHARE 0.62
#define BOTTOM_SHARE 0.6

static void count_section(struct section *section, const struct section *before)
{
    const struct doc_section *setup = &section->setup;
    size_t pages = before ? before->pages.list.count : 0, from = (size_t)setup->number_from;
    section->first_page = before ? before->first_page + pages : 0;
    section->first_count = before ? before->first_count + pages : 1;
    section->count_digits = before ? before->count_digits : setup->number_digits;
    if (setup->number_apart) {
        section->first_number = from ? from : before ? before->first_number + pages : 1;
        return;
    }
    section->first_count = from ? from : section->first_count;
    section->first_number = section->first_count;
    if (setup->number_place != DOC_NO_NUMBER)
        section->count_digits = setup->number_digits;
}

void page_numbers_count(struct layout *layout)
{
    for (size_t i = 0; i < layout->sections.count; i++)
        count_section(&layout->sections.items[i], i ? &layout->sections.items[i - 1] : NULL);
}

struct section *page_section(struct layout *layout, size_t page)
{
    size_t low = 0, high = layout->sections.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (layout->sections.items[middle].first_page <= page)
            low = middle;
        else
            high = middle;
    }
    return &layout->sections.items[low];
}

static const char *digits_of(struct layout *layout, size_t number, enum doc_digits digits)
{
    static const enum thai_number_style styles[] = {[DOC_ARABIC] = THAI_NUMBER_ARABIC,
                                                    [DOC_THAI] = THAI_NUMBER_THAI,
                                                    [DOC_THAI_LETTERS] = THAI_NUMBER_LETTER,
                                                    [DOC_ROMAN] = THAI_NUMBER_ROMAN};
    struct buf text = buf_init(layout->arena);
    thai_number(&text, (int64_t)number, styles[digits]);
    return text.data;
}

const char *page_number(struct layout *layout, size_t page)
{
    const struct section *section = page_section(layout, page);
    if (section->setup.number_place == DOC_NO_NUMBER)
        return "";
    return digits_of(layout, section->first_number + page - section->first_page, section->setup.number_digits);
}

const char *page_count_number(struct layout *layout, size_t page)
{
    const struct section *section = page_section(layout, page);
    if (section->setup.number_place == DOC_NO_NUMBER && !section->setup.number_apart)
        return "";
    return digits_of(layout, section->first_count + page - section->first_page, section->count_digits);
}

/* The number in its format: "- # -". */
static const char *formatted(struct layout *layout, const struct doc_section *setup, const char *number)
{
    const char *format = setup->number_format && *setup->number_format ? setup->number_format : "#";
    const char *place = strchr(format, '#');
    if (!place)
        return format;
    return arena_printf(layout->arena, "%.*s%s%s", (int)(place - format), format, number, place + 1);
}

double page_number_base(const struct doc_section *setup)
{
    bool top = setup->number_place == DOC_TOP_CENTER || setup->number_place == DOC_TOP_RIGHT;
    return top ? setup->top * TOP_SHARE : setup->height - setup->bottom * (1 - BOTTOM_SHARE);
}

void page_number_place(struct placer *placer)
{
    struct layout *layout = placer->layout;
    const struct section *section = page_section(layout, placer->page_index);
    const struct doc_section *setup = &section->setup;
    const char *number = page_number(layout, placer->page_index);
    bool first = placer->page_index == section->first_page;
    if (!*number || (first && !setup->number_first_page))
        return;
    const struct doc_style *style = setup->number_style ? setup->number_style : layout->document->body;
    struct text_block_options options = {.artifact = true};
    const struct text_block *text =
        text_block_words(layout, style, formatted(layout, setup, number), section->node->origin, &options);
    if (!text->shaped)
        return;
    struct line *line = line_new(layout, style->leading, NO_TAG);
    struct line_part *part = line_add(layout, line, text, 0, text->shaped->length, 0);
    bool center = setup->number_place == DOC_TOP_CENTER || setup->number_place == DOC_BOTTOM_CENTER;
    line_align(part, center ? DOC_CENTER : DOC_RIGHT, setup->left, section->width, LINE_NATURAL);
    place_part(placer, part, 0, page_number_base(setup));
}
