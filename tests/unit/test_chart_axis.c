/* The scales of charts. */
#include "template/chart.h"
#include "test_support.h"

#include <criterion/criterion.h>

static struct chart_scale scale_of(int64_t least, int64_t largest, int64_t from, int64_t to)
{
    struct chart_range range = {.least = least * CHART_ONE,
                                .largest = largest * CHART_ONE,
                                .from = from < 0 ? -1 : from * CHART_ONE,
                                .to = to < 0 ? -1 : to * CHART_ONE};
    struct chart_scale scale = chart_scale_of(range);
    return (struct chart_scale){scale.from / CHART_ONE, scale.to / CHART_ONE, scale.step / CHART_ONE};
}

#define IS_SCALE(scale, a, b, c)                                                                                       \
    do {                                                                                                               \
        struct chart_scale is = (scale);                                                                               \
        cr_assert(is.from == (a) && is.to == (b) && is.step == (c), "%ld to %ld by %ld", (long)is.from, (long)is.to,   \
                  (long)is.step);                                                                                      \
    } while (0)

Test(chart_axis, begins_at_nought_unless_it_is_said)
{
    IS_SCALE(scale_of(90, 98, 0, 100), 0, 100, 20);
    IS_SCALE(scale_of(90, 98, 0, -1), 0, 100, 20);
    IS_SCALE(scale_of(3, 40, 0, -1), 0, 40, 10);
    IS_SCALE(scale_of(0, 0, 0, -1), 0, 1, 0); /* by 0.2 */
}

Test(chart_axis, begins_where_it_is_said_or_lower_when_a_number_is)
{
    IS_SCALE(scale_of(82, 100, 80, 100), 80, 100, 5);
    IS_SCALE(scale_of(80, 100, 80, 100), 80, 100, 5);
    IS_SCALE(scale_of(63, 100, 80, 100), 60, 100, 10);
    IS_SCALE(scale_of(12, 100, 80, 100), 0, 100, 20);
}

Test(chart_axis, begins_by_itself_below_all_numbers)
{
    IS_SCALE(scale_of(78, 95, -1, 100), 75, 100, 5);
    IS_SCALE(scale_of(80, 95, -1, 100), 75, 100, 5);
    IS_SCALE(scale_of(97, 99, -1, 100), 96, 100, 1);
    IS_SCALE(scale_of(5, 100, -1, 100), 0, 100, 20);
    IS_SCALE(scale_of(100, 100, -1, 100), 0, 100, 20);
}

Test(chart_axis, has_six_ticks_at_most_and_holds_all_numbers)
{
    for (int64_t least = 0; least < 120; least++)
        for (int64_t largest = least; largest < 1000; largest += 7)
            for (int64_t from = -1; from < 2; from++) {
                struct chart_range range = {least * CHART_ONE, largest * CHART_ONE, from * CHART_ONE, -1};
                range.from = from < 0 ? -1 : range.from;
                struct chart_scale scale = chart_scale_of(range);
                cr_assert(scale.from <= range.least && scale.to >= range.largest && scale.from < scale.to);
                cr_assert((scale.to - scale.from) / scale.step <= 5 && scale.from % scale.step == 0);
            }
}

Test(chart_axis, numbers_are_counted_in_millionths)
{
    int64_t number = 0;
    struct arena *arena = test_arena();
    cr_assert(chart_number((struct decimal){9775, 2}, &number) && number == 97750000);
    cr_assert(chart_number((struct decimal){-5, 0}, &number) && number == -5000000);
    cr_assert(chart_number((struct decimal){100000000000, 0}, &number));
    cr_assert(!chart_number((struct decimal){100000000001, 0}, &number));
    cr_assert_str_eq(chart_digits(arena, 97750000), "97.75");
    cr_assert_str_eq(chart_digits(arena, 0), "0");
    cr_assert_str_eq(chart_digits(arena, 100 * CHART_ONE), "100");
    cr_assert_str_eq(chart_digits(arena, 1), "0.000001");
    arena_free(arena);
}
