#include "analysis/history.h"

const char *trend_name(enum trend trend)
{
    static const char *const names[] = {
        [TREND_NONE] = NULL, [TREND_UP] = "up", [TREND_DOWN] = "down", [TREND_SAME] = "same"};
    return names[trend];
}

char *delta_text(struct arena *arena, struct decimal delta)
{
    char digits[DECIMAL_TEXT_SIZE];
    if (delta.places < SCORE_PLACES)
        delta = ratio_round(ratio_of(delta), SCORE_PLACES);
    decimal_print(delta, digits);
    return arena_printf(arena, "%s%s", delta.units > 0 ? "+" : "", digits);
}

static void compare_with(const struct history_year *before, struct history_year *year)
{
    bool ok = true;
    struct ratio delta = ratio_subtract(ratio_of(year->score), ratio_of(before->score), &ok);
    if (!ok)
        return;
    int places = year->score.places > before->score.places ? year->score.places : before->score.places;
    year->delta = ratio_round(delta, places);
    year->trend = delta.num > 0 ? TREND_UP : delta.num < 0 ? TREND_DOWN : TREND_SAME;
}

static const struct value *level_of(const struct assessment *assessment, const struct history_year *year)
{
    bool same = assessment->published && decimal_compare(assessment->total, year->score) == 0;
    if (year->year == assessment->year && same)
        return assessment->level;
    return level_by_score(levels_of_year(assessment->criteria, year->year), year->score);
}

struct history history_read(const struct assessment *assessment)
{
    const struct value *rows = value_member(assessment->model, "history");
    size_t count = rows ? rows->count : 0;
    struct history history = {.years = arena_array(assessment->arena, struct history_year, count)};
    for (size_t i = 0; i < count; i++) {
        struct history_year row = {.given = rows->items[i], .year = value_member_integer(rows->items[i], "year", 0)};
        if (row.year <= 0 || !member_score(row.given, "score", &row.score))
            continue;
        size_t at = history.count++;
        for (; at > 0 && history.years[at - 1].year > row.year; at--)
            history.years[at] = history.years[at - 1];
        history.years[at] = row;
    }
    for (size_t i = 0; i < history.count; i++) {
        if (i > 0)
            compare_with(&history.years[i - 1], &history.years[i]);
        history.years[i].level = level_of(assessment, &history.years[i]);
    }
    return history;
}
