#include "analysis/scores.h"

static const struct ratio half_unit = {1, 200}; /* half of 0.01 */

struct range range_point(struct ratio number)
{
    return (struct range){.low = number, .high = number, .closed = true};
}

struct range range_rounded(struct decimal published)
{
    bool ok = true;
    struct ratio number = ratio_of(published);
    struct range range = {.low = ratio_subtract(number, half_unit, &ok), .high = ratio_add(number, half_unit, &ok)};
    return ok ? range : range_point(number);
}

struct range range_score(struct decimal score, struct decimal full)
{
    bool exact = score.units == 0 || decimal_compare(score, full) == 0;
    return exact ? range_point(ratio_of(score)) : range_rounded(score);
}

struct range range_add(struct range a, struct range b, bool *ok)
{
    return (struct range){
        .low = ratio_add(a.low, b.low, ok), .high = ratio_add(a.high, b.high, ok), .closed = a.closed && b.closed};
}

struct range range_times(struct range range, struct ratio factor, bool *ok)
{
    return (struct range){.low = ratio_multiply(range.low, factor, ok),
                          .high = ratio_multiply(range.high, factor, ok),
                          .closed = range.closed};
}

bool range_meets(struct range a, struct range b)
{
    struct ratio low = ratio_compare(a.low, b.low) >= 0 ? a.low : b.low;
    int order = ratio_compare(a.high, b.high);
    struct ratio high = order <= 0 ? a.high : b.high;
    bool closed = (order > 0 || a.closed) && (order < 0 || b.closed);
    int gap = ratio_compare(low, high);
    return gap < 0 || (gap == 0 && closed);
}

struct ratio scores_mean(const struct decimal *scores, size_t count, bool *ok)
{
    struct ratio sum = {0, 1};
    for (size_t i = 0; i < count; i++)
        sum = ratio_add(sum, ratio_of(scores[i]), ok);
    return ratio_divide(sum, (struct ratio){(int64_t)count, 1}, ok);
}

struct range scores_mean_range(const struct decimal *scores, size_t count, struct decimal full, bool *ok)
{
    struct range sum = range_point((struct ratio){0, 1});
    for (size_t i = 0; i < count; i++)
        sum = range_add(sum, range_score(scores[i], full), ok);
    return range_times(sum, ratio_make(1, (int64_t)count), ok);
}

struct ratio score_share(struct decimal part, struct decimal whole)
{
    bool ok = true;
    struct ratio share = ratio_divide(ratio_of(part), ratio_of(whole), &ok);
    return ok ? share : (struct ratio){0, 1};
}

struct decimal score_shown(struct ratio number)
{
    return ratio_round(number, SCORE_PLACES);
}
