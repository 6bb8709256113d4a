#include "text/outline.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

/* FreeType hands the contours of a glyph over point by point; they are kept in room that is enough for all, because
 * its callbacks must not be left. */
struct sink {
    struct outline_point *points; /* font units, y upwards */
    size_t count;
};

static void keep(struct sink *sink, double x, double y, enum outline_step step)
{
    sink->points[sink->count++] = (struct outline_point){x, y, step};
}

static int move_to(const FT_Vector *to, void *user)
{
    keep(user, (double)to->x, (double)to->y, OUTLINE_MOVE);
    return 0;
}

static int line_to(const FT_Vector *to, void *user)
{
    keep(user, (double)to->x, (double)to->y, OUTLINE_LINE);
    return 0;
}

static int cubic_to(const FT_Vector *first, const FT_Vector *second, const FT_Vector *to, void *user)
{
    keep(user, (double)first->x, (double)first->y, OUTLINE_CURVE);
    keep(user, (double)second->x, (double)second->y, OUTLINE_CURVE);
    keep(user, (double)to->x, (double)to->y, OUTLINE_CURVE);
    return 0;
}

/* The cubic control point that pulls as a quadratic one does. */
static double pull(double end, FT_Pos control)
{
    return end + 2.0 / 3.0 * ((double)control - end);
}

static int conic_to(const FT_Vector *control, const FT_Vector *to, void *user)
{
    struct sink *sink = user;
    struct outline_point from = sink->points[sink->count - 1];
    keep(sink, pull(from.x, control->x), pull(from.y, control->y), OUTLINE_CURVE);
    keep(sink, pull((double)to->x, control->x), pull((double)to->y, control->y), OUTLINE_CURVE);
    keep(sink, (double)to->x, (double)to->y, OUTLINE_CURVE);
    return 0;
}

/* The contours of a glyph; none when it has no ink. */
static struct sink read_glyph(struct arena *arena, const struct font *font, uint32_t glyph)
{
    static const FT_Outline_Funcs steps = {
        .move_to = move_to, .line_to = line_to, .conic_to = conic_to, .cubic_to = cubic_to};
    struct sink sink = {0};
    FT_Face face = font->face;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return sink;
    FT_Outline *outline = &face->glyph->outline;
    size_t points = (size_t)outline->n_points, contours = (size_t)outline->n_contours;
    sink.points = arena_array(arena, struct outline_point, 3 * (points + contours) + contours);
    if (FT_Outline_Decompose(outline, &steps, &sink))
        sink.count = 0;
    return sink;
}

void text_outline_add(struct arena *arena, struct text_outline *outline, const struct text_run *run, double x)
{
    double unit = run->size / run->font->units_per_em;
    for (size_t i = 0; i < run->count; i++) {
        const struct text_glyph *glyph = &run->glyphs[i];
        struct sink sink = read_glyph(arena, run->font, glyph->id);
        for (size_t k = 0; k < sink.count; k++)
            *list_add(arena, &outline->list) = (struct outline_point){
                x + (sink.points[k].x + glyph->dx) * unit, -(sink.points[k].y + glyph->dy) * unit, sink.points[k].step};
        x += glyph->advance * unit;
    }
}
