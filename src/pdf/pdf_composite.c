#include "pdf/pdf_composite.h"

#include <string.h>

enum { GLYPHS_MAX = 65535, DEPTH_MAX = 8, VISITS_MAX = 1000, SHORT_LOCA_MAX = 131070 };

/* Flags of a component. */
enum { WORDS = 0x1, XY_VALUES = 0x2, SCALE = 0x8, MORE = 0x20, XY_SCALE = 0x40, TWO_BY_TWO = 0x80 };

/* In the order of the file's directory. */
enum table_name { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

static const hb_tag_t tags[TABLES] = {
    [GLYF] = HB_TAG('g', 'l', 'y', 'f'), [HEAD] = HB_TAG('h', 'e', 'a', 'd'), [HHEA] = HB_TAG('h', 'h', 'e', 'a'),
    [HMTX] = HB_TAG('h', 'm', 't', 'x'), [LOCA] = HB_TAG('l', 'o', 'c', 'a'), [MAXP] = HB_TAG('m', 'a', 'x', 'p'),
};

struct box {
    int x_min, y_min, x_max, y_max;
};

/* What "maxp" and "head" tell of a glyph. */
struct extent {
    struct box box;
    unsigned points, contours, depth;
};

struct builder {
    struct buf old[TABLES], new[TABLES];
    size_t old_count, metrics; /* glyphs; of them, those with an advance of their own */
    bool long_loca;
    int visits; /* of glyphs, against composites that multiply */
    struct box box;
    unsigned points, contours, elements, depth, advance;
    const char *why;
};

static const struct box no_box = {INT16_MAX, INT16_MAX, INT16_MIN, INT16_MIN};
static const char *const too_far = "a mark stands too far from its letter";

/* ---- big-endian numbers ----------------------------------------------------------------------------------------- */

/* 0 where the table ends before. */
static unsigned get16(const struct buf *table, size_t at)
{
    if (at + 2 > table->length)
        return 0;
    const unsigned char *bytes = (const unsigned char *)table->data + at;
    return (unsigned)(bytes[0] << 8 | bytes[1]);
}

static int get_signed(const struct buf *table, size_t at)
{
    return (int16_t)get16(table, at);
}

static uint32_t get32(const struct buf *table, size_t at)
{
    return (uint32_t)get16(table, at) << 16 | get16(table, at + 2);
}

static void put16(struct buf *out, int number)
{
    buf_putc(out, (char)((unsigned)number >> 8 & 0xff));
    buf_putc(out, (char)((unsigned)number & 0xff));
}

static void put32(struct buf *out, uint32_t number)
{
    put16(out, (int)(number >> 16));
    put16(out, (int)(number & 0xffff));
}

static void set16(struct buf *table, size_t at, unsigned number)
{
    if (at + 2 > table->length)
        return;
    table->data[at] = (char)(number >> 8);
    table->data[at + 1] = (char)(number & 0xff);
}

static void set32(struct buf *table, size_t at, uint32_t number)
{
    set16(table, at, number >> 16);
    set16(table, at + 2, number & 0xffff);
}

static void pad(struct buf *table)
{
    while (table->length % 4)
        buf_putc(table, 0);
}

static void raise(unsigned *number, unsigned least)
{
    *number = least > *number ? least : *number;
}

/* ---- glyphs of the face ----------------------------------------------------------------------------------------- */

static size_t offset_of(const struct builder *builder, size_t glyph)
{
    return builder->long_loca ? get32(&builder->old[LOCA], glyph * 4)
                              : (size_t)get16(&builder->old[LOCA], glyph * 2) * 2;
}

/* The glyph's description; empty for one without an outline. */
static struct buf glyph_data(const struct builder *builder, size_t glyph)
{
    const struct buf *glyf = &builder->old[GLYF];
    size_t from = offset_of(builder, glyph), to = offset_of(builder, glyph + 1);
    if (glyph >= builder->old_count || from >= to || to > glyf->length || to - from < 10)
        return (struct buf){0};
    return (struct buf){.data = glyf->data + from, .length = to - from};
}

static unsigned advance_of(const struct builder *builder, size_t glyph)
{
    size_t row = glyph < builder->metrics ? glyph : builder->metrics - 1;
    return get16(&builder->old[HMTX], row * 4);
}

static int bearing_of(const struct builder *builder, size_t glyph)
{
    size_t row = glyph < builder->metrics ? glyph * 4 + 2 : builder->metrics * 4 + (glyph - builder->metrics) * 2;
    return get_signed(&builder->old[HMTX], row);
}

static struct box box_of(const struct buf *glyph)
{
    return (struct box){get_signed(glyph, 2), get_signed(glyph, 4), get_signed(glyph, 6), get_signed(glyph, 8)};
}

static size_t component_size(unsigned flags)
{
    size_t scale = flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0;
    return 4 + (flags & WORDS ? 4u : 2u) + scale;
}

static struct extent measure(struct builder *builder, size_t number, unsigned depth)
{
    struct buf glyph = glyph_data(builder, number);
    struct extent extent = {.box = box_of(&glyph)};
    int contours = get_signed(&glyph, 0);
    if (++builder->visits > VISITS_MAX || depth > DEPTH_MAX)
        builder->why = "its composite glyphs are nested too deeply";
    if (builder->why || !glyph.length)
        return extent;
    if (contours >= 0) {
        extent.contours = (unsigned)contours;
        extent.points = contours ? get16(&glyph, 10 + 2 * ((size_t)contours - 1)) + 1 : 0;
        return extent;
    }
    unsigned flags = MORE;
    for (size_t at = 10; flags & MORE && at < glyph.length; at += component_size(flags)) {
        flags = get16(&glyph, at);
        struct extent part = measure(builder, get16(&glyph, at + 2), depth + 1);
        extent.points += part.points;
        extent.contours += part.contours;
        raise(&extent.depth, part.depth + 1);
    }
    return extent;
}

/* ---- composites ------------------------------------------------------------------------------------------------- */

static void join_box(struct box *box, struct box other, int x, int y)
{
    other = (struct box){other.x_min + x, other.y_min + y, other.x_max + x, other.y_max + y};
    box->x_min = other.x_min < box->x_min ? other.x_min : box->x_min;
    box->y_min = other.y_min < box->y_min ? other.y_min : box->y_min;
    box->x_max = other.x_max > box->x_max ? other.x_max : box->x_max;
    box->y_max = other.y_max > box->y_max ? other.y_max : box->y_max;
}

static void set_box(struct buf *table, size_t at, struct box box)
{
    set16(table, at, (unsigned)box.x_min & 0xffff);
    set16(table, at + 2, (unsigned)box.y_min & 0xffff);
    set16(table, at + 4, (unsigned)box.x_max & 0xffff);
    set16(table, at + 6, (unsigned)box.y_max & 0xffff);
}

static bool fits(int number)
{
    return number >= INT16_MIN && number <= INT16_MAX;
}

static void add_component(struct builder *builder, const struct pdf_part *part, int x, bool more)
{
    struct buf *glyf = &builder->new[GLYF];
    bool words = x < -128 || x > 127 || part->y < -128 || part->y > 127;
    if (!fits(x) || !fits(part->y))
        builder->why = too_far;
    put16(glyf, XY_VALUES | (words ? WORDS : 0) | (more ? MORE : 0));
    put16(glyf, (int)part->glyph);
    if (words) {
        put16(glyf, x);
        put16(glyf, part->y);
    } else {
        buf_putc(glyf, (char)x);
        buf_putc(glyf, (char)part->y);
    }
}

static unsigned count_outlines(const struct builder *builder, const struct pdf_composite *composite)
{
    unsigned count = 0;
    for (size_t i = 0; i < composite->part_count; i++)
        count += glyph_data(builder, composite->parts[i].glyph).length > 0;
    return count;
}

/* Adds the components; returns what they are together. */
static struct extent add_components(struct builder *builder, const struct pdf_composite *composite, unsigned left)
{
    struct extent whole = {.box = no_box};
    for (const struct pdf_part *part = composite->parts; left; part++) {
        if (!glyph_data(builder, part->glyph).length)
            continue;
        builder->visits = 0;
        struct extent extent = measure(builder, part->glyph, 1);
        int x = part->x + bearing_of(builder, part->glyph) - extent.box.x_min;
        add_component(builder, part, x, --left > 0);
        join_box(&whole.box, extent.box, x, part->y);
        whole.points += extent.points;
        whole.contours += extent.contours;
        raise(&whole.depth, extent.depth + 1);
    }
    return whole;
}

/* Returns the left side bearing, which has to be the left edge of the box: readers put a glyph where its bearing says,
 * but its components where their offsets say. */
static int add_glyph(struct builder *builder, const struct pdf_composite *composite)
{
    struct buf *glyf = &builder->new[GLYF];
    size_t start = glyf->length;
    unsigned elements = count_outlines(builder, composite);
    raise(&builder->advance, (unsigned)composite->width);
    if (!elements)
        return 0;
    for (int i = 0; i < 5; i++)
        put16(glyf, -1); /* a composite; room for its box */
    struct extent whole = add_components(builder, composite, elements);
    if (!fits(whole.box.x_min) || !fits(whole.box.y_min) || !fits(whole.box.x_max) || !fits(whole.box.y_max))
        builder->why = too_far;
    set_box(glyf, start + 2, whole.box);
    pad(glyf);
    join_box(&builder->box, whole.box, 0, 0);
    raise(&builder->points, whole.points);
    raise(&builder->contours, whole.contours);
    raise(&builder->depth, whole.depth);
    raise(&builder->elements, elements);
    return whole.box.x_min;
}

/* ---- tables ----------------------------------------------------------------------------------------------------- */

static void close_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static bool read_tables(struct arena *arena, struct builder *builder, hb_face_t *face)
{
    static const size_t least[TABLES] = {[HEAD] = 54, [HHEA] = 36, [HMTX] = 4, [LOCA] = 4, [MAXP] = 32};
    for (size_t i = 0; i < TABLES; i++) {
        hb_blob_t *blob = hb_face_reference_table(face, tags[i]);
        arena_defer(arena, close_blob, blob);
        unsigned length;
        const char *data = hb_blob_get_data(blob, &length);
        builder->old[i] = (struct buf){.data = (char *)data, .length = length};
        builder->new[i] = buf_init(arena);
        if (length < least[i])
            return false;
    }
    builder->old_count = get16(&builder->old[MAXP], 4);
    builder->metrics = get16(&builder->old[HHEA], 34);
    builder->long_loca = get16(&builder->old[HEAD], 50) != 0;
    return builder->metrics && builder->old[LOCA].length >= (builder->old_count + 1) * (builder->long_loca ? 4 : 2);
}

/* Glyphs and their metrics; the old glyphs' data is kept as it is.  `ends` gets the end of each composite. */
static void add_glyphs(struct builder *builder, const struct pdf_composite *composites, size_t count, size_t *ends)
{
    struct buf *glyf = &builder->new[GLYF], *hmtx = &builder->new[HMTX];
    buf_add(glyf, builder->old[GLYF].data, builder->old[GLYF].length);
    pad(glyf);
    for (size_t i = 0; i < builder->old_count; i++) {
        put16(hmtx, (int)advance_of(builder, i));
        put16(hmtx, bearing_of(builder, i));
    }
    for (size_t i = 0; i < count; i++) {
        if (composites[i].width < 0 || composites[i].width > 65535)
            builder->why = "a character is too wide";
        put16(hmtx, composites[i].width);
        put16(hmtx, add_glyph(builder, &composites[i]));
        ends[i] = glyf->length;
    }
}

static void put_offset(struct buf *loca, size_t offset, bool wide)
{
    if (wide)
        put32(loca, (uint32_t)offset);
    else
        put16(loca, (int)(offset / 2));
}

/* A composite begins where the one before ends, the first one behind the padding of the old glyphs. */
static void add_loca(struct builder *builder, const size_t *ends, size_t count)
{
    struct buf *loca = &builder->new[LOCA];
    bool wide = builder->long_loca || builder->new[GLYF].length > SHORT_LOCA_MAX;
    for (size_t i = 0; i < builder->old_count; i++)
        put_offset(loca, offset_of(builder, i), wide);
    put_offset(loca, (builder->old[GLYF].length + 3) / 4 * 4, wide);
    for (size_t i = 0; i < count; i++)
        put_offset(loca, ends[i], wide);
    set16(&builder->new[HEAD], 50, wide);
}

static void raise16(struct buf *table, size_t at, unsigned number)
{
    if (number > get16(table, at))
        set16(table, at, number > 65535 ? 65535 : number);
}

static void set_summary(struct builder *builder, size_t count)
{
    struct buf *head = &builder->new[HEAD], *hhea = &builder->new[HHEA], *maxp = &builder->new[MAXP];
    struct box box = {get_signed(head, 36), get_signed(head, 38), get_signed(head, 40), get_signed(head, 42)};
    join_box(&box, builder->box, 0, 0);
    set_box(head, 36, box);
    raise16(hhea, 10, builder->advance);
    set16(hhea, 34, (unsigned)(builder->old_count + count));
    set16(maxp, 4, (unsigned)(builder->old_count + count));
    raise16(maxp, 10, builder->points);
    raise16(maxp, 12, builder->contours);
    raise16(maxp, 28, builder->elements);
    raise16(maxp, 30, builder->depth);
}

/* ---- the file --------------------------------------------------------------------------------------------------- */

static uint32_t checksum(const struct buf *table, size_t from)
{
    uint32_t sum = 0;
    for (size_t at = from; at < table->length; at += 4)
        sum += get32(table, at);
    return sum;
}

static struct buf *assemble(struct arena *arena, struct builder *builder)
{
    struct buf *file = arena_new_of(arena, struct buf);
    size_t offset = 12 + 16 * TABLES;
    *file = buf_init(arena);
    put32(file, 0x00010000);
    put16(file, TABLES);
    put16(file, 64); /* 16 * the largest power of two in TABLES */
    put16(file, 2);  /* its exponent */
    put16(file, 16 * TABLES - 64);
    for (size_t i = 0; i < TABLES; i++) {
        struct buf *table = &builder->new[i];
        size_t length = table->length;
        pad(table);
        put32(file, tags[i]);
        put32(file, checksum(table, 0));
        put32(file, (uint32_t)offset);
        put32(file, (uint32_t)length);
        offset += table->length;
    }
    for (size_t i = 0; i < TABLES; i++)
        buf_add(file, builder->new[i].data, builder->new[i].length);
    set32(file, 12 + 16 * TABLES + builder->new[GLYF].length + 8, 0xb1b0afba - checksum(file, 0));
    return file;
}

const struct buf *pdf_composite_font(struct arena *arena, hb_face_t *face, const struct pdf_composite *composites,
                                     size_t count, const char **why)
{
    static const enum table_name amended[] = {HEAD, HHEA, MAXP};
    struct builder *builder = arena_new_of(arena, struct builder);
    builder->box = no_box;
    if (!read_tables(arena, builder, face)) {
        *why = "it has no complete TrueType outlines";
        return NULL;
    }
    if (builder->old_count + count > GLYPHS_MAX) {
        *why = "it would have more than 65,535 glyphs";
        return NULL;
    }
    for (size_t i = 0; i < sizeof amended / sizeof *amended; i++)
        buf_add(&builder->new[amended[i]], builder->old[amended[i]].data, builder->old[amended[i]].length);
    size_t *ends = arena_array(arena, size_t, count);
    add_glyphs(builder, composites, count, ends);
    add_loca(builder, ends, count);
    set_summary(builder, count);
    set32(&builder->new[HEAD], 8, 0);
    *why = builder->why;
    return builder->why ? NULL : assemble(arena, builder);
}
