/*
 * A paragraph cut into items that HarfBuzz can shape: one span, script and font each.  In "A วันที่ 9" the spaces and
 * the digit belong to the script beside them, so that a Thai run is always shaped as Thai.
 */
#ifndef TEXT_ITEMISE_H
#define TEXT_ITEMISE_H

#include "text/paragraph.h"

#include <hb.h>

struct text_item {
    size_t start, length; /* bytes; never a line end, U+200B or U+2060 among them */
    size_t span;
    hb_script_t script;
    const struct font *font;
};

struct text_items {
    LIST(struct text_item) list;
};

/* The items of `text` in order.  Characters that no font has are reported and left out. */
struct text_items text_itemise(struct font_set *fonts, struct arena *arena, const char *text, size_t length,
                               const struct text_span *spans, size_t span_count, struct diags *diags);

/* True for what is never drawn: line ends, U+200B, U+2060, other controls of layout. */
bool text_is_control(uint32_t code);

#endif
