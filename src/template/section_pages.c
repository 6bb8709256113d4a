#include "template/sections.h"

static void set_catchword(struct build *b, struct doc_section *section)
{
    const struct doc_style *style = styles_find(b->styles, "catchword");
    if (!section->catchword)
        return;
    section->catchword = build_plain(b, section->catchword);
    section->catchword_style = style ? style : b->document->body;
}

void sections_begin_pages(struct sections *s, const struct page_setup *page, struct place place)
{
    struct build *b = s->build;
    s->current = doc_add(b->arena, b->document->root, DOC_SECTION);
    s->page = page;
    s->turned = false;
    s->current->origin = place_origin(place);
    s->current->section = page->section;
    set_catchword(b, &s->current->section);
    if (!page->digits_given && b->digits == BUILD_THAI)
        s->current->section.number_digits = DOC_THAI;
    if (page->section.number_place == DOC_NO_NUMBER)
        return;
    struct place style_place = page->style_place.value ? page->style_place : place;
    s->current->section.number_style = styles_need(b->styles, page->number_style, style_place, b->diags);
}

const struct page_setup *sections_page_before(const struct sections *s)
{
    struct page_setup *page = arena_new_of(s->build->arena, struct page_setup);
    *page = *s->page;
    page->section.number_from = 0;
    return page;
}

void sections_drop_empty_pages(struct sections *s)
{
    if (!s->current || s->current->first)
        return;
    doc_remove(s->current);
    s->current = s->build->document->root->last;
}

struct scope sections_scope(const struct sections *s)
{
    return (struct scope){.parent = s->current, .paragraph = s->build->document->body};
}

void sections_turn_pages(struct sections *s)
{
    struct doc_section *setup = &s->current->section;
    double width = setup->width;
    s->turned = width < setup->height;
    if (!s->turned)
        return;
    setup->width = setup->height;
    setup->height = width;
}

void sections_begin_free_pages(struct sections *s, bool turn, struct place place)
{
    sections_begin_pages(s, sections_page_before(s), place);
    if (turn)
        sections_turn_pages(s);
}
