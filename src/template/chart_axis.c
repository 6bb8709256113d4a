/* The scale of an axis. */
#include "template/chart.h"

#include <inttypes.h>
#include <string.h>

enum { STEPS_MAX = 5 };

static const int64_t number_max = INT64_C(100000000000); /* in ones */

bool chart_number(struct decimal number, int64_t *millionths)
{
    int64_t scale = CHART_ONE;
    for (int i = 0; i < number.places; i++)
        scale /= 10;
    int64_t most = number_max * (CHART_ONE / scale);
    if (number.units > most || number.units < -most)
        return false;
    *millionths = number.units * scale;
    return true;
}

/* The least step that parts a range into few enough. */
static int64_t step_for(int64_t range)
{
    static const int64_t steps[] = {1, 2, 5};
    for (int64_t place = 1;; place *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (range <= STEPS_MAX * steps[i] * place)
                return steps[i] * place;
}

/* The tick at or below a number; strictly below it where `below` is set, but not under 0. */
static int64_t tick_under(int64_t number, int64_t step, bool below)
{
    int64_t tick = number / step * step;
    return below && tick == number && tick > 0 ? tick - step : tick;
}

static int64_t tick_over(int64_t number, int64_t step)
{
    int64_t tick = (number + step - 1) / step * step;
    return tick ? tick : step;
}

struct chart_scale chart_scale_of(struct chart_range range)
{
    int64_t largest = range.to >= 0 ? range.to : range.largest;
    int64_t from = range.from >= 0 && range.from <= range.least ? range.from : range.least;
    bool below = range.from < 0 || range.from > range.least;
    struct chart_scale scale = {0};
    if (largest <= from)
        from = 0;
    if (largest <= 0)
        largest = CHART_ONE;
    for (;;) {
        scale.step = step_for(largest - from);
        scale.from = tick_under(from, scale.step, below);
        scale.to = range.to >= 0 ? range.to : tick_over(largest, scale.step);
        if (scale.to - scale.from <= STEPS_MAX * scale.step || scale.from == from)
            break;
        from = scale.from;
        below = false;
    }
    return scale;
}

const char *chart_digits(struct arena *arena, int64_t millionths)
{
    char *text = arena_printf(arena, "%" PRId64 ".%06" PRId64, millionths / CHART_ONE, millionths % CHART_ONE);
    char *end = text + strlen(text);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        end[-1] = '\0';
    return text;
}
