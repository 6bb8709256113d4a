/* HarfBuzz, which ends here: items become glyphs. */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/itemise.h"

struct text_shaper;

struct text_shaper *text_shaper_new(struct arena *arena);

/* Shapes an item into a run of its own, cut from `arena`.  `cuts` (NULL: not wanted) gets enum text_cut for the bytes
 * of the item, from cuts[item->start]. */
struct text_run text_shape(struct text_shaper *shaper, struct arena *arena, const char *text,
                           const struct text_item *item, const struct text_span *span, uint8_t *cuts);

/* Sets the width and the ink of a run from its glyphs. */
void text_run_measure(struct text_run *run);

#endif
