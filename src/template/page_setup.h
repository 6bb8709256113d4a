/* Page set-ups: size, margins and page numbers of a section. */
#ifndef TEMPLATE_PAGE_SETUP_H
#define TEMPLATE_PAGE_SETUP_H

#include "doc/doc.h"
#include "template/words.h"

struct page_setup {
    struct doc_section section; /* styles are not set */
    bool digits_given;          /* number_digits is what the description says */
    const char *number_style;
    struct place style_place; /* where that is named */
};

/* What holds where nothing is described. */
struct page_setup page_setup_default(void);

/* Changes the set-up by what "page" of a template or a section says. */
void page_setup_read(struct page_setup *setup, const struct value *described, struct diags *diags);

#endif
