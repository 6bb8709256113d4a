/* Numbers of pages. */
#ifndef LAYOUT_PAGE_NUMBERS_H
#define LAYOUT_PAGE_NUMBERS_H

#include "layout/place.h"

/* Gives every section its first page and its first number, once the pages are made up. */
void page_numbers_count(struct layout *layout);

/* The number of a page as it is printed on it, digits only; "" in a section without page numbers. */
const char *page_number(struct layout *layout, size_t page);

/* The same as the contents name it: by the document's count, where the section has numbers of its own. */
const char *page_count_number(struct layout *layout, size_t page);

/* The base line of the number in a section that has numbers, from the page's top. */
double page_number_base(const struct doc_section *setup);

/* Prints the number on the page being placed, as an artifact. */
void page_number_place(struct placer *placer);

/* The section that a page belongs to. */
struct section *page_section(struct layout *layout, size_t page);

#endif
