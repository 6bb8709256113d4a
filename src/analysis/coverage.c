#include "analysis/coverage.h"

#include "analysis/criteria.h"

#include <string.h>

static bool is_number(const struct value *value, int64_t number)
{
    return value && value->kind == VALUE_NUMBER && value->exact && value->number.places == 0 &&
           value->number.units == number;
}

bool names_indicator(const struct value *row, const char *key, int64_t number)
{
    const struct value *list = value_member(row, key);
    for (size_t i = 0; list && i < list->count; i++) {
        if (is_number(list->items[i], number))
            return true;
    }
    return is_number(value_member(row, "indicator"), number);
}

static bool any_names(const struct value *rows, int64_t number)
{
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (names_indicator(rows->items[i], "indicators", number))
            return true;
    }
    return false;
}

bool coverage_has_measure(const struct assessment *assessment, int64_t indicator)
{
    return any_names(value_member(assessment->model, "measures"), indicator);
}

int64_t coverage_item_indicator(const struct assessment *assessment, const struct value *item)
{
    int64_t said = value_member_integer(item, "indicator", 0);
    return said ? said : criteria_item_indicator(assessment->criteria, value_member_text(item, "code", ""));
}

bool coverage_is_analysed(const struct assessment *assessment, int64_t indicator)
{
    static const char *const lists[] = {"strengths", "developments", "indicator_notes"};
    const struct value *items = value_member(assessment->results, "items");
    for (size_t i = 0; items && i < items->count; i++) {
        if (coverage_item_indicator(assessment, items->items[i]) == indicator)
            return true;
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (any_names(value_member(assessment->model, lists[i]), indicator))
            return true;
    }
    return false;
}

static bool carries_out(const struct value *activity, const char *measure)
{
    const struct value *ids = value_member(activity, "measures");
    for (size_t i = 0; ids && i < ids->count; i++) {
        if (ids->items[i]->text && strcmp(ids->items[i]->text, measure) == 0)
            return true;
    }
    return false;
}

bool coverage_has_activity(const struct assessment *assessment, const char *measure)
{
    const struct value *rows = value_member(assessment->model, "activities");
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (carries_out(rows->items[i], measure))
            return true;
    }
    return false;
}

bool coverage_has_evidence(const struct assessment *assessment, const char *measure)
{
    const struct value *rows = value_member(assessment->model, "activities");
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (carries_out(rows->items[i], measure) && value_is_true(value_member(rows->items[i], "evidence")))
            return true;
    }
    return false;
}
