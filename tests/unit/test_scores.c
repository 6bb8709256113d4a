#include "test_support.h"

#include "analysis/history.h"
#include "analysis/scores.h"

static struct decimal dec(const char *text)
{
    struct decimal number;
    cr_assert(decimal_parse(text, strlen(text), &number), "%s", text);
    return number;
}

static const struct decimal full = {100, 0};

static const char *shown(struct ratio number)
{
    static char text[DECIMAL_TEXT_SIZE];
    decimal_print(score_shown(number), text);
    return text;
}

/* The total of ten indicators by the weights 30, 30 and 40 of tools with five, three and two of them. */
struct total {
    struct ratio exact;
    struct range range;
};

static struct total total_of(const struct decimal *scores)
{
    static const struct {
        size_t first, count;
        struct decimal weight;
    } tools[] = {{0, 5, {30, 0}}, {5, 3, {30, 0}}, {8, 2, {40, 0}}};
    struct total total = {.exact = {0, 1}, .range = range_point((struct ratio){0, 1})};
    bool ok = true;
    for (size_t i = 0; i < 3; i++) {
        struct ratio share = score_share(tools[i].weight, full);
        struct ratio mean = scores_mean(scores + tools[i].first, tools[i].count, &ok);
        struct range range = scores_mean_range(scores + tools[i].first, tools[i].count, full, &ok);
        total.exact = ratio_add(total.exact, ratio_multiply(mean, share, &ok), &ok);
        total.range = range_add(total.range, range_times(range, share, &ok), &ok);
    }
    cr_assert(ok);
    return total;
}

static bool admits(struct total total, const char *published)
{
    return range_meets(total.range, range_score(dec(published), full));
}

/* ---- published figures ------------------------------------------------------------------------------------------ */

struct report {
    const char *scores[10], *exact, *half_up;
    const char *possible, *impossible;
};

static const struct report reports[] = {
    /* Samut Sakhon 2566: the tools as printed add up to 96.78 */
    {{"97.75", "90.76", "96.22", "94.06", "93.87", "95.78", "94.07", "94.30", "100", "100"},
     "96.7746",
     "96.77",
     "96.77",
     "96.79"},
    /* Pathum Thani 2, 2562: 86.205 for OIT; the tools as printed add up to 89.06 */
    {{"97.09", "86.64", "94.77", "90.94", "90.46", "94.32", "88.22", "87.39", "93.39", "79.02"},
     "89.069",
     "89.07",
     "89.07",
     "89.02"},
    /* Nong Khai 1, 2565: the table belongs to another total */
    {{"99.93", "98.69", "99.93", "99.47", "98.46", "95.78", "97.62", "96.94", "92.50", "100"},
     "97.3228",
     "97.32",
     "97.32",
     "99.38"},
};

Test(scores, published_totals_are_those_of_the_indicators)
{
    for (size_t r = 0; r < sizeof reports / sizeof *reports; r++) {
        struct decimal scores[10];
        for (size_t i = 0; i < 10; i++)
            scores[i] = dec(reports[r].scores[i]);
        struct total total = total_of(scores);
        cr_assert_eq(ratio_compare(total.exact, ratio_of(dec(reports[r].exact))), 0, "%s", reports[r].exact);
        cr_assert_str_eq(shown(total.exact), reports[r].half_up);
        cr_assert(admits(total, reports[r].possible));
        cr_assert_not(admits(total, reports[r].impossible));
    }
}

Test(scores, a_tie_in_the_last_place_may_have_gone_either_way)
{
    /* means 96.10, 92.51666... and 100: exactly 96.585, published as 96.58 */
    struct decimal scores[10] = {dec("96.10"), dec("96.10"), dec("96.10"), dec("96.10"), dec("96.10"),
                                 dec("92.51"), dec("92.52"), dec("92.52"), dec("100"),   dec("100")};
    struct total total = total_of(scores);
    cr_assert_eq(ratio_compare(total.exact, (struct ratio){96585, 1000}), 0);
    cr_assert_str_eq(shown(total.exact), "96.59");
    cr_assert(admits(total, "96.58"));
    cr_assert(admits(total, "96.59"));
    cr_assert_not(admits(total, "96.57"));
    cr_assert_not(admits(total, "96.60"));
}

Test(scores, half_up_where_half_even_would_differ)
{
    struct decimal oit[2] = {dec("93.39"), dec("79.02")}, eit[3] = {dec("95.78"), dec("94.07"), dec("94.30")};
    bool ok = true;
    cr_assert_str_eq(shown(scores_mean(oit, 2, &ok)), "86.21");
    struct ratio weighted = ratio_multiply(scores_mean(eit, 3, &ok), score_share(dec("30"), full), &ok);
    cr_assert_eq(ratio_compare(weighted, (struct ratio){28415, 1000}), 0);
    cr_assert_str_eq(shown(weighted), "28.42");
    cr_assert(ok);
}

/* ---- ranges ----------------------------------------------------------------------------------------------------- */

Test(scores, a_published_score_stands_for_half_a_unit_each_way)
{
    struct range range = range_score(dec("97.75"), full);
    cr_assert(range_meets(range, range_point(ratio_of(dec("97.745")))));
    cr_assert(range_meets(range, range_point(ratio_of(dec("97.754999")))));
    cr_assert_not(range_meets(range, range_point(ratio_of(dec("97.755")))));
    cr_assert_not(range_meets(range, range_point(ratio_of(dec("97.744999")))));
}

Test(scores, nothing_and_full_marks_stand_for_themselves)
{
    cr_assert_not(range_meets(range_score(dec("100"), full), range_point(ratio_of(dec("99.999")))));
    cr_assert_not(range_meets(range_score(dec("0.00"), full), range_point(ratio_of(dec("0.001")))));
    cr_assert(range_meets(range_score(dec("100.00"), full), range_point((struct ratio){100, 1})));
    cr_assert(range_meets(range_rounded(dec("40")), range_point(ratio_of(dec("39.996")))));
}

Test(scores, ranges_that_only_touch_meet_where_both_hold_the_point)
{
    struct range low = range_score(dec("10.00"), full), high = range_score(dec("10.01"), full);
    cr_assert_not(range_meets(low, high)); /* 10.005 belongs to the upper one alone */
    cr_assert_not(range_meets(high, low));
    cr_assert(range_meets(range_point(high.low), high));
    cr_assert_not(range_meets(range_point(low.high), low));
}

/* ---- random scores against integers ----------------------------------------------------------------------------- */

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* A total by integers alone, in millionths: each indicator counts 0.06, 0.1 or 0.2 of the total. */
struct millionths {
    int64_t exact, low, high;
    bool point; /* no score was rounded */
};

static const int64_t share_of[10] = {6, 6, 6, 6, 6, 10, 10, 10, 20, 20}; /* hundredths */

static struct millionths total_by_integers(const int64_t *hundredths)
{
    struct millionths total = {.point = true};
    for (size_t i = 0; i < 10; i++) {
        bool rounded = hundredths[i] != 0 && hundredths[i] != 10000;
        total.exact += hundredths[i] * share_of[i] * 100;
        total.low -= rounded ? share_of[i] * 50 : 0;
        total.high += rounded ? share_of[i] * 50 : 0;
        total.point = total.point && !rounded;
    }
    total.low += total.exact;
    total.high += total.exact;
    return total;
}

static bool admits_by_integers(struct millionths total, int64_t hundredths)
{
    bool exact = hundredths == 0 || hundredths == 10000;
    int64_t low = hundredths * 10000 - (exact ? 0 : 5000), high = hundredths * 10000 + (exact ? 0 : 5000);
    if (exact && total.point)
        return total.exact == low;
    if (exact)
        return total.low <= low && low < total.high;
    if (total.point)
        return low <= total.exact && total.exact < high;
    return total.low < high && low < total.high;
}

Test(scores, totals_are_exact_for_random_scores)
{
    uint64_t state = 88172645463325252u;
    for (int round = 0; round < 3000; round++) {
        struct decimal scores[10];
        int64_t hundredths[10];
        for (size_t i = 0; i < 10; i++) {
            uint64_t kind = next_random(&state) % 8;
            hundredths[i] = kind == 0 ? 10000 : kind == 1 ? 0 : (int64_t)(next_random(&state) % 10001);
            scores[i] = (struct decimal){hundredths[i], 2};
        }
        struct total total = total_of(scores);
        struct millionths right = total_by_integers(hundredths);
        cr_assert_eq(ratio_compare(total.exact, ratio_make(right.exact, 1000000)), 0);
        int64_t half_up = (right.exact + 5000) / 10000;
        cr_assert_eq(score_shown(total.exact).units, half_up);
        for (int64_t near = half_up - 2; near <= half_up + 2; near++) {
            bool admitted = range_meets(total.range, range_score((struct decimal){near, 2}, full));
            cr_assert_eq(admitted, admits_by_integers(right, near), "round %d, %ld", round, (long)near);
        }
    }
}

/* ---- differences ------------------------------------------------------------------------------------------------ */

Test(scores, differences_carry_their_sign)
{
    struct arena *arena = test_arena();
    cr_assert_str_eq(delta_text(arena, dec("17.97")), "+17.97");
    cr_assert_str_eq(delta_text(arena, dec("-0.42")), "-0.42");
    cr_assert_str_eq(delta_text(arena, dec("0")), "0.00");
    cr_assert_str_eq(delta_text(arena, dec("2.5")), "+2.50");
    arena_free(arena);
}
