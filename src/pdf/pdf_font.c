#include "pdf/pdf_font.h"

#include <hb.h>
#include <math.h>
#include <string.h>

enum { FIRST_SLOTS = 512 };

static struct pdf_font *new_font(struct pdf_fonts *fonts, const struct font *font)
{
    struct pdf_font *added = arena_new_of(fonts->arena, struct pdf_font);
    *added = (struct pdf_font){
        .arena = fonts->arena,
        .font = font,
        .number = (int)fonts->list.count + 1,
        .slots = arena_array(fonts->arena, uint16_t, FIRST_SLOTS),
        .slot_count = FIRST_SLOTS,
        .glyph_count = hb_face_get_glyph_count(hb_font_get_face(font->hb)),
    };
    added->advances = arena_array(fonts->arena, int32_t, added->glyph_count);
    list_add(fonts->arena, &added->chars);
    *list_add(fonts->arena, &fonts->list) = added;
    return added;
}

struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, const struct font *font)
{
    for (size_t i = 0; i < fonts->list.count; i++) {
        if (fonts->list.items[i]->font == font)
            return fonts->list.items[i];
    }
    return new_font(fonts, font);
}

int pdf_font_advance(struct pdf_font *font, uint32_t glyph)
{
    if (glyph >= font->glyph_count)
        return 0;
    int32_t *known = &font->advances[glyph];
    if (!*known)
        *known = 1 + hb_font_get_glyph_h_advance(font->font->hb, glyph);
    return *known - 1;
}

bool pdf_char_is_glyph(struct pdf_font *font, const struct pdf_char *character)
{
    const struct pdf_part *part = character->parts;
    return character->part_count == 1 && part->x == 0 && part->y == 0 &&
           character->width == pdf_font_advance(font, part->glyph);
}

/* With two decimals at most: what is rounded off goes to the gaps between characters. */
static double stated_width(const struct pdf_font *font, int width)
{
    return round(width * 100000.0 / font->font->units_per_em) / 100;
}

/* ---- the table -------------------------------------------------------------------------------------------------- */

static size_t hash_of(const struct pdf_char *character)
{
    uint64_t hash = (uint64_t)character->width + 1;
    for (size_t i = 0; i < character->part_count; i++) {
        const struct pdf_part *part = &character->parts[i];
        hash = (hash ^ part->glyph) * 0x9e3779b97f4a7c15u;
        hash = (hash ^ (uint32_t)part->x ^ (uint64_t)(uint32_t)part->y << 32) * 0x9e3779b97f4a7c15u;
    }
    return (size_t)(hash >> 32);
}

static bool same_shape(const struct pdf_char *a, const struct pdf_char *b)
{
    return a->part_count == b->part_count && a->width == b->width &&
           (!a->part_count || memcmp(a->parts, b->parts, a->part_count * sizeof *a->parts) == 0);
}

static bool same_text(const struct pdf_char *a, const struct pdf_char *b)
{
    return a->code_count == b->code_count && memcmp(a->codes, b->codes, a->code_count * sizeof *a->codes) == 0;
}

static size_t next_slot(const struct pdf_font *font, size_t slot)
{
    return (slot + 1) & (font->slot_count - 1);
}

static void put_in_slot(struct pdf_font *font, unsigned cid)
{
    size_t slot = hash_of(&font->chars.items[cid]) & (font->slot_count - 1);
    while (font->slots[slot])
        slot = next_slot(font, slot);
    font->slots[slot] = (uint16_t)cid;
}

static void grow_slots(struct pdf_font *font)
{
    font->slot_count *= 2;
    font->slots = arena_array(font->arena, uint16_t, font->slot_count);
    for (unsigned cid = 1; cid < font->chars.count; cid++)
        put_in_slot(font, cid);
}

static const void *copy_of(struct arena *arena, const void *items, size_t count, size_t size)
{
    return count ? memcpy(arena_array_of(arena, count, size), items, count * size) : NULL;
}

static unsigned add_char(struct pdf_font *font, const struct pdf_char *wanted, unsigned shape)
{
    unsigned cid = (unsigned)font->chars.count;
    font->full = font->full || cid > PDF_CID_MAX;
    if (font->full)
        return 0;
    if (font->chars.count * 2 > font->slot_count)
        grow_slots(font);
    *list_add(font->arena, &font->chars) = (struct pdf_char){
        .parts = copy_of(font->arena, wanted->parts, wanted->part_count, sizeof *wanted->parts),
        .part_count = wanted->part_count,
        .codes = copy_of(font->arena, wanted->codes, wanted->code_count, sizeof *wanted->codes),
        .code_count = wanted->code_count,
        .width = wanted->width,
        .stated = stated_width(font, wanted->width),
        .shape = shape ? shape : cid,
    };
    put_in_slot(font, cid);
    return cid;
}

unsigned pdf_font_cid(struct pdf_font *font, const struct pdf_char *wanted)
{
    unsigned shape = 0;
    for (size_t slot = hash_of(wanted) & (font->slot_count - 1); font->slots[slot]; slot = next_slot(font, slot)) {
        const struct pdf_char *known = &font->chars.items[font->slots[slot]];
        if (!same_shape(known, wanted))
            continue;
        if (same_text(known, wanted))
            return font->slots[slot];
        shape = known->shape;
    }
    return add_char(font, wanted, shape);
}
