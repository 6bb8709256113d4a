#include "analysis/ranks.h"

#include <string.h>

/* Whether a comes before b. */
static bool before(const struct indicator *a, const struct indicator *b, bool high_first)
{
    int order = decimal_compare(a->score, b->score);
    if (order)
        return order > 0;
    return high_first ? a->number > b->number : a->number < b->number;
}

static void order_by_score(struct assessment *assessment, bool high_first)
{
    const struct indicator *items = assessment->indicators;
    size_t *order = arena_array(assessment->arena, size_t, assessment->indicator_count);
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        size_t at = i;
        for (; at > 0 && before(&items[i], &items[order[at - 1]], high_first); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    assessment->ranked = order;
}

void ranks_assign(struct assessment *assessment)
{
    const char *ties = value_member_text(assessment->model, "ties", "");
    struct indicator *items = assessment->indicators;
    size_t count = assessment->indicator_count;
    order_by_score(assessment, strcmp(ties, "high-number-first") == 0);
    if (!count)
        return;
    const size_t *order = assessment->ranked;
    struct decimal best = items[order[0]].score, worst = items[order[count - 1]].score;
    for (size_t i = 0; i < count; i++) {
        struct indicator *item = &items[order[i]];
        bool tied = i > 0 && decimal_compare(item->score, items[order[i - 1]].score) == 0;
        item->rank = tied ? items[order[i - 1]].rank : i + 1;
        item->highest = decimal_compare(item->score, best) == 0;
        item->lowest = !item->highest && decimal_compare(item->score, worst) == 0;
    }
}
