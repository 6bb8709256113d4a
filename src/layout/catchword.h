/*
 * Catchwords: the first words of a page at the foot of the page before it, as official papers have them.  An artifact:
 * the words are those of the next page, which stand there as text.
 */
#ifndef LAYOUT_CATCHWORD_H
#define LAYOUT_CATCHWORD_H

#include "layout/place.h"

/* By how much the text area is less high so that the catchword has room; 0 in sections without. */
double catchword_room(const struct doc_section *setup);

/* Prints the first words of `next` at the foot of the page being placed; nothing where `next` has no words. */
void catchword_place(struct placer *placer, const struct page *next);

#endif
