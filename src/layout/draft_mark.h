/*
 * The draft mark: a word such as "ร่าง", light and large across a page, under its text.  It is drawn, not written, so
 * that who reads the page's text does not meet it between the words.
 */
#ifndef LAYOUT_DRAFT_MARK_H
#define LAYOUT_DRAFT_MARK_H

#include "layout/place.h"

/* Draws the document's mark, if it has one, on the page being placed. */
void draft_mark_place(struct placer *placer);

#endif
