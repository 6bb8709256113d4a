/*
 * The table of contents, and lists of captions: a line or more for each, with leaders and the number of its page.  The
 * lines are made with room for a number; the numbers themselves come when the pages are made up.
 */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "layout/state.h"

void contents_lay(struct layout *layout, const struct block *block, struct flow *flow, double frame);

/* Puts the numbers in.  False when one needs more room than was kept: then the section must be laid and made up again,
 * and this called again. */
bool contents_number(struct layout *layout);

#endif
