/* Numbers: scores, years, counts. */
#include "model/reader.h"

#include "model/date.h"

#include <inttypes.h>
#include <string.h>

/* Decimals as they are written. */
static int written_places(const char *digits)
{
    const char *point = strchr(digits, '.');
    return point ? (int)strlen(point + 1) : 0;
}

static const char *year_advice(struct arena *arena, const struct value *json)
{
    int64_t year = json->number.units;
    if (json->number.places || year < 1900 || year > 2156)
        return NULL;
    return arena_printf(arena, "%" PRId64 " of the Common Era is %" PRId64, year, year + DATE_ERA);
}

static bool in_range(const struct type *type, const struct value *json)
{
    bool minus_zero = json->number.units == 0 && json->text[0] == '-';
    return !minus_zero && !(type->has_min && decimal_compare(json->number, type->min) < 0) &&
           !(type->has_max && decimal_compare(json->number, type->max) > 0);
}

/* Checks how the number is written; false with a finding. */
static bool check_digits(struct reader *reader, const struct type *type, const struct value *json)
{
    struct diag_more more = {.expected = model_expected(reader->arena, type)};
    bool whole = type->kind == TYPE_INTEGER || type->kind == TYPE_YEAR;
    int places = written_places(json->text);
    if (strpbrk(json->text, "eE"))
        model_error(reader, "model-range", json, more, "%s is written with an exponent", json->text);
    else if (whole && places)
        model_error(reader, "model-range", json, more, "%s is not a whole number", json->text);
    else if (!whole && places > type->places)
        model_error(reader, "model-range", json,
                    (struct diag_more){.expected = arena_printf(reader->arena, "at most %d", type->places)},
                    "%s has %d decimals", model_quoted(reader->arena, json), places);
    else if (!json->exact)
        model_error(reader, "model-range", json, more, "%s has too many digits", model_quoted(reader->arena, json));
    else
        return true;
    return false;
}

/* The digits with thousands parted; satang, where there are any, are two digits. */
static const char *money_text(struct arena *arena, const char *digits)
{
    size_t whole = strcspn(digits, "."), sign = digits[0] == '-';
    struct buf out = buf_init(arena);
    for (size_t i = 0; i < whole; i++) {
        if (i > sign && (whole - i) % 3 == 0)
            buf_putc(&out, ',');
        buf_putc(&out, digits[i]);
    }
    if (digits[whole])
        buf_printf(&out, "%s%s", digits + whole, digits[whole + 2] ? "" : "0");
    return out.data;
}

struct value *model_number(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_NUMBER)
        return model_wrong(reader, type, json);
    if (!check_digits(reader, type, json))
        return NULL;
    if (!in_range(type, json)) {
        struct diag_more more = {.expected = model_expected(reader->arena, type)};
        if (type->kind == TYPE_YEAR)
            more.hint = year_advice(reader->arena, json);
        return model_error(reader, "model-range", json, more, "%s is out of range", json->text);
    }
    struct value *number = model_typed(reader, json, VALUE_NUMBER);
    number->number = json->number;
    number->exact = true;
    number->text = type->kind == TYPE_MONEY ? money_text(reader->arena, json->text) : json->text;
    number->refers = type->refers;
    if (type->refers)
        *list_add(reader->arena, &reader->references) = (struct reference){.path = type->refers, .value = number};
    return number;
}
