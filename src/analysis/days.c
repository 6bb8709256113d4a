#include "analysis/days.h"

#include "model/date.h"

bool day_exists(struct day day)
{
    return day.month >= 1 && day.month <= 12 && day.day >= 0 && day.day <= date_month_days((int)day.year, day.month);
}

bool day_is_whole(struct day day)
{
    return day.year && day.day && day_exists(day);
}

static bool read_text(const char *text, struct day *out)
{
    struct date date;
    if (!date_parse(text, &date))
        return false;
    *out = (struct day){.year = date.year, .month = date.month, .day = date.day};
    return true;
}

bool day_read(const struct value *value, struct day *out)
{
    if (!value)
        return false;
    if (value->kind == VALUE_DATE)
        *out = (struct day){.year = value_member_integer(value, "year", 0),
                            .month = (int)value_member_integer(value, "month", 0),
                            .day = (int)value_member_integer(value, "day", 0)};
    else if (value->kind != VALUE_TEXT || !read_text(value->text, out))
        return false;
    return out->day > 0 && day_exists(*out);
}

int day_compare(struct day a, struct day b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int64_t day_fiscal_year(struct day day)
{
    return day.month >= 10 ? day.year + 1 : day.year;
}

/* Zeller's congruence, with March as the first month. */
int day_weekday(struct day day)
{
    int64_t year = day.year - DATE_ERA;
    int month = day.month;
    if (month < 3) {
        month += 12;
        year--;
    }
    int64_t sum = day.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400;
    return (int)((sum + 6) % 7); /* the congruence begins with Saturday */
}

const char *day_text(struct arena *arena, struct day day)
{
    if (day.day == 0)
        return arena_printf(arena, "%d/%lld", day.month, (long long)day.year);
    return arena_printf(arena, "%d/%d/%lld", day.day, day.month, (long long)day.year);
}
