/* Dates: read, checked, and written in all the forms that words.json describes. */
#include "model/date.h"

#include "model/reader.h"

#include <string.h>

static bool read_digits(const char *text, size_t count, int *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *out = *out * 10 + (text[i] - '0');
    }
    return true;
}

bool date_parse(const char *text, struct date *out)
{
    return strlen(text) == 10 && read_digits(text, 4, &out->year) && text[4] == '-' &&
           read_digits(text + 5, 2, &out->month) && text[7] == '-' && read_digits(text + 8, 2, &out->day);
}

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int common = year - DATE_ERA;
    bool leap = (common % 4 == 0 && common % 100 != 0) || common % 400 == 0;
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_exists(struct date date)
{
    return date.day >= 1 && date.day <= date_month_days(date.year, date.month);
}

/* ---- forms ------------------------------------------------------------------------------------------------------ */

static void set_number(struct arena *arena, struct value *date, const char *key, int number)
{
    value_set(arena, date, key, value_integer_new(arena, number));
}

static void set_months(struct arena *arena, struct value *value, int month, const struct value *months)
{
    for (size_t i = 0; months && i < months->count; i++) {
        const struct value *names = months->items[i];
        const char *list = strcmp(names->key, "full") == 0 ? "name" : names->key;
        if (names->kind == VALUE_LIST && names->count == 12 && names->items[month - 1]->text)
            value_set(arena, value, arena_printf(arena, "month_%s", list),
                      value_text_new(arena, names->items[month - 1]->text));
    }
}

/* The text at a path, or NULL. */
static const char *text_at(const struct value *members, const char *path)
{
    const struct value *value = value_path(members, path);
    return value ? value->text : NULL;
}

const char *pattern_fill(struct arena *arena, const struct value *members, const struct value *pattern,
                         struct diags *diags)
{
    struct buf out = buf_init(arena);
    const char *at = pattern->kind == VALUE_TEXT ? pattern->text : "{", *name = "", *text = "";
    while (text && *at) {
        size_t plain = strcspn(at, "{"), length = strcspn(at + plain, "}");
        buf_add(&out, at, plain);
        at += plain;
        if (!*at)
            break;
        name = arena_strndup(arena, at + 1, length - 1);
        text = at[length] ? text_at(members, name) : NULL;
        buf_puts(&out, text ? text : "");
        at += length + 1;
    }
    if (!text)
        diag_value(diags, SEVERITY_ERROR, "words", pattern, (struct diag_more){0},
                   "\"{%s}\" is nothing that can stand here", name);
    return text ? out.data : NULL;
}

void date_fill(struct arena *arena, struct value *value, struct date date, const struct value *words,
               struct diags *diags)
{
    const struct value *patterns = value_member(words, "dates");
    const char *iso = arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    value->kind = VALUE_DATE;
    set_number(arena, value, "year", date.year);
    set_number(arena, value, "month", date.month);
    set_number(arena, value, "day", date.day);
    set_number(arena, value, "ce_year", date.year - DATE_ERA);
    value_set(arena, value, "year_short", value_text_new(arena, arena_strndup(arena, iso + 2, 2)));
    value_set(arena, value, "iso", value_text_new(arena, iso));
    set_months(arena, value, date.month, value_member(words, "months"));
    for (size_t i = 0; patterns && i < patterns->count; i++) {
        const char *text = pattern_fill(arena, value, patterns->items[i], diags);
        if (text)
            value_set(arena, value, patterns->items[i]->key, value_text_new(arena, text));
    }
    value->text = value_member_text(value, "full", iso);
}

/* ---- reading ---------------------------------------------------------------------------------------------------- */

/* The year as one of the Buddhist era, or 0. */
static int buddhist_year(int year)
{
    if (year >= DATE_YEAR_MIN && year <= DATE_YEAR_MAX)
        return year;
    if (year >= DATE_YEAR_MIN - DATE_ERA && year <= DATE_YEAR_MAX - DATE_ERA)
        return year + DATE_ERA;
    return 0;
}

/* Three numbers of at most four digits, parted by one of "-/.". */
static bool read_parts(const char *text, int parts[3])
{
    for (size_t i = 0; i < 3; i++) {
        size_t digits = strspn(text, "0123456789");
        if (digits < 1 || digits > 4 || !read_digits(text, digits, &parts[i]))
            return false;
        text += digits;
        if (i < 2 && !(*text && strchr("-/.", *text++)))
            return false;
    }
    return !*text;
}

const char *date_guess(struct arena *arena, const char *text)
{
    int parts[3];
    if (!read_parts(model_plain_digits(arena, text), parts))
        return NULL;
    bool year_first = parts[0] > 31;
    struct date date = {
        .year = buddhist_year(parts[year_first ? 0 : 2]), .month = parts[1], .day = parts[year_first ? 2 : 0]};
    if (!date.year || !date_exists(date))
        return NULL;
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

struct value *model_date(struct reader *reader, const struct type *type, const struct value *json)
{
    struct date date;
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    struct diag_more more = {.expected = model_expected(reader->arena, type)};
    bool read = date_parse(json->text, &date);
    const char *guess = date_guess(reader->arena, json->text);
    if (guess && strcmp(guess, json->text) != 0)
        more.hint = arena_printf(reader->arena, "write \"%s\"", guess);
    if (!read)
        return model_error(reader, "model-date", json, more, "%s is not written as a date",
                           model_quoted(reader->arena, json));
    if (date.year < DATE_YEAR_MIN || date.year > DATE_YEAR_MAX)
        return model_error(reader, "model-date", json, more, "%04d is no year of the Buddhist era", date.year);
    if (!date_exists(date))
        return model_error(reader, "model-date", json, (struct diag_more){.expected = "a day of the calendar"},
                           "there is no %s", model_quoted(reader->arena, json));
    struct value *value = model_typed(reader, json, VALUE_DATE);
    date_fill(reader->arena, value, date, reader->words, reader->diags);
    return value;
}
