/*
 * The making of one document, section by section.  Used within template/ alone.
 */
#ifndef TEMPLATE_SECTIONS_H
#define TEMPLATE_SECTIONS_H

#include "template/build.h"

struct sections {
    struct build *build;
    const struct context *facts;
    struct build_numbers *numbers; /* of each numbering of the template */
    struct doc_node *current;      /* the section that is being filled; NULL: none yet */
    const struct page_setup *page; /* its set-up; before, that of the first section */
    bool turned;                   /* a free section has turned the pages of `current` */
    enum build_digits document_digits;
};

/* ---- pages (section_pages.c) ---- */

/* A new section of pages; the numbers of pages go on unless the set-up says otherwise. */
void sections_begin_pages(struct sections *sections, const struct page_setup *page, struct place place);

/* Pages set up as those before, or turned to landscape. */
void sections_begin_free_pages(struct sections *sections, bool turn, struct place place);

/* The set-up of the section before, whose page numbers go on. */
const struct page_setup *sections_page_before(const struct sections *sections);

/* Turns the pages of the current section by a quarter where they are upright. */
void sections_turn_pages(struct sections *sections);

/* Takes the current section away when nothing came of it: its page would be empty. */
void sections_drop_empty_pages(struct sections *sections);

/* Where the blocks of the current section go. */
struct scope sections_scope(const struct sections *sections);

/* ---- sections of the template and of the library (section_render.c) ---- */

enum build_digits sections_digits(enum section_digits digits, enum build_digits otherwise);

/* Whether the report that is made has the section. */
bool sections_in_report(const struct sections *sections, const struct template_section *section);

void sections_render(struct sections *sections, const struct template_section *section);

/* ---- free sections of the JSON (section_free.c) ---- */

/* Those that name `after`; those that name none for NULL. */
void sections_render_free(struct sections *sections, const char *after);

#endif
