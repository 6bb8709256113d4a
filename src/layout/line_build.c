/* Lines: words cut from a block, aligned, stretched to the measure. */
#include "layout/line.h"

#include "base/thai.h"
#include "layout/state.h"

#include <math.h>

/* The share of the leading over the base line: that of a Thai letter with a vowel and a tone over it against one with a
 * vowel under it. */
#define RISE_SHARE 0.765

struct line *line_new(struct layout *layout, double leading, size_t tag)
{
    struct line *line = arena_new_of(layout->arena, struct line);
    line->end = &line->parts;
    line->rise = leading * RISE_SHARE;
    line->fall = leading - line->rise;
    line->tag = tag;
    return line;
}

struct line_part *line_add(struct layout *layout, struct line *line, const struct text_block *block, size_t from,
                           size_t to, double x)
{
    struct line_part *part = arena_new_of(layout->arena, struct line_part);
    *part = (struct line_part){.block = block, .from = from, .to = to, .x = x};
    if (from < to)
        part->runs = text_paragraph_line(layout->engine, layout->arena, block->shaped, from, to, &part->run_count);
    for (size_t i = 0; i < part->run_count; i++) {
        part->width += part->runs[i].width;
        line->above = fmax(line->above, part->runs[i].above);
        line->below = fmax(line->below, part->runs[i].below);
    }
    *line->end = part;
    line->end = &part->next;
    return part;
}

/* Where the last cluster of a part begins: nothing is added behind it. */
static size_t last_cluster(const struct line_part *part)
{
    const char *text = part->block->shaped->text;
    size_t last = part->from;
    for (size_t at = part->from; at < part->to; at = thai_cluster_end(text, part->to, at))
        last = at;
    return last;
}

/* Spaces first, to their limit; then every gap between clusters, a space among them keeping its limit.  A line that
 * cannot be filled within the limits is left as it is: half stretched it would look worse. */
static void stretch(struct line_part *part, double slack)
{
    struct line_gaps gaps = line_gaps(part->block->shaped->text, part->from, last_cluster(part));
    double em = part->block->em;
    double limit = (gaps.clusters == gaps.spaces ? LINE_WORD_STRETCH : LINE_SPACE_STRETCH) * em;
    double spaces = (double)gaps.spaces, clusters = (double)gaps.clusters;
    if (slack <= spaces * limit) {
        part->space_gap = spaces > 0 ? slack / spaces : 0;
        return;
    }
    double between = clusters - spaces;
    double gap = between > 0 ? (slack - spaces * limit) / between : 0;
    if (between <= 0 || gap > LINE_CLUSTER_STRETCH * em)
        return;
    part->cluster_gap = gap;
    part->space_gap = limit - gap;
}

void line_align(struct line_part *part, enum doc_align align, double x, double measure, enum line_fill fill)
{
    double slack = fmax(measure - part->width, 0);
    part->x = x;
    switch (align) {
    case DOC_LEFT: break;
    case DOC_CENTER:
    case DOC_DECIMAL: part->x = x + slack / 2; break;
    case DOC_RIGHT: part->x = x + slack; break;
    case DOC_JUSTIFY:
        if (fill == LINE_FILLED && part->run_count)
            stretch(part, slack);
        break;
    }
}
