/* Periods: days, months, quarters and years of the budget, ranges of them, and what returns. */
#include "model/date.h"

#include "model/reader.h"

#include <string.h>

static const char CODE[] = "model-period";

enum unit { UNIT_DAY, UNIT_MONTH, UNIT_QUARTER, UNIT_YEAR };

static const char *const unit_names[] = {"day", "month", "quarter", "year"};

/* One side of a range. */
struct side {
    enum unit unit;
    int year;          /* of the calendar; of the budget: QUARTER, YEAR */
    int number;        /* month, quarter */
    struct date first; /* day */
    struct date last;
};

struct clock {
    int hour, minute;
};

enum { SIDES = 2 };

/* A period as it is written. */
struct written {
    const char *name; /* of what returns: words.json; NULL: `sides` */
    struct side sides[SIDES];
    size_t side_count;
    struct clock clock[SIDES]; /* from, to */
    size_t clock_count;
};

/* ---- reading ---------------------------------------------------------------------------------------------------- */

static bool read_number(const char *text, size_t digits, int *out)
{
    *out = 0;
    for (size_t i = 0; i < digits; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *out = *out * 10 + (text[i] - '0');
    }
    return true;
}

/* The months from `month` of a year on, as days; a month below 1 is one of the year before. */
static void span_months(struct side *side, int year, int month, int count)
{
    int last = month + count - 1;
    side->first = (struct date){.year = month < 1 ? year - 1 : year, .month = month < 1 ? month + 12 : month, .day = 1};
    side->last = (struct date){.year = last < 1 ? year - 1 : year, .month = last < 1 ? last + 12 : last};
    side->last.day = date_month_days(side->last.year, side->last.month);
}

/* Reads "2566-07-05", "2566-07", "2566-Q2" or "2566". */
static bool read_side(const char *text, size_t length, struct side *side)
{
    char copy[16];
    if (length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    *side = (struct side){.unit = UNIT_DAY};
    if (length == 10 && date_parse(copy, &side->first)) {
        side->year = side->first.year;
        side->last = side->first;
        return date_exists(side->first);
    }
    if ((length != 4 && length != 7) || !read_number(copy, 4, &side->year))
        return false;
    if (length == 4) {
        side->unit = UNIT_YEAR;
        span_months(side, side->year, -2, 12);
        return true;
    }
    bool quarter = copy[5] == 'Q';
    side->unit = quarter ? UNIT_QUARTER : UNIT_MONTH;
    if (copy[4] != '-' || !read_number(copy + (quarter ? 6 : 5), quarter ? 1 : 2, &side->number))
        return false;
    if (side->number < 1 || side->number > (quarter ? 4 : 12))
        return false;
    span_months(side, side->year, quarter ? side->number * 3 - 5 : side->number, quarter ? 3 : 1);
    return true;
}

static bool read_clock(const char *text, struct clock *clock)
{
    return read_number(text, 2, &clock->hour) && text[2] == ':' && read_number(text + 3, 2, &clock->minute) &&
           clock->hour < 24 && clock->minute < 60;
}

/* Reads "08:15" or "08:15-09:00". */
static bool read_clocks(const char *text, struct written *out)
{
    size_t length = strlen(text);
    out->clock_count = length == 11 ? 2 : 1;
    return (length == 5 || (length == 11 && text[5] == '-' && read_clock(text + 6, &out->clock[1]))) &&
           read_clock(text, &out->clock[0]);
}

static bool read_sides(const char *text, size_t length, struct written *out)
{
    const char *slash = memchr(text, '/', length);
    size_t first = slash ? (size_t)(slash - text) : length;
    out->side_count = slash ? 2 : 1;
    return read_side(text, first, &out->sides[0]) &&
           (!slash || read_side(slash + 1, length - first - 1, &out->sides[1]));
}

/* The names of what returns, in the usual form. */
static const struct value *names_of(const struct value *words)
{
    return value_path(words, "periods.full.names");
}

static bool read_period(struct reader *reader, const char *text, struct written *out)
{
    size_t length = strcspn(text, " ");
    const char *name = arena_strndup(reader->arena, text, length);
    *out = (struct written){0};
    if (value_member(names_of(reader->words), name))
        out->name = name;
    else if (!read_sides(text, length, out))
        return false;
    bool timed = out->name || (out->side_count == 1 && out->sides[0].unit == UNIT_DAY);
    return !text[length] || (timed && read_clocks(text + length + 1, out));
}

/* ---- what is wrong ---------------------------------------------------------------------------------------------- */

static const char *expected(struct reader *reader)
{
    const struct value *names = names_of(reader->words);
    struct buf out = buf_init(reader->arena);
    buf_puts(&out,
             "a day \"2566-07-05\", a month \"2566-07\", a quarter \"2566-Q2\" or a year \"2566\" of the budget, two "
             "of these with \"/\" between them");
    for (size_t i = 0; names && i < names->count; i++)
        buf_printf(&out, "%s\"%s\"", i ? ", " : ", or one of ", names->items[i]->key);
    return out.data;
}

static const char *advice(struct reader *reader, const char *text)
{
    const struct value *names = names_of(reader->words);
    const char *guess = date_guess(reader->arena, text), *near = NULL;
    const char *name = arena_strndup(reader->arena, text, strcspn(text, " "));
    const char **keys = arena_array(reader->arena, const char *, names && names->count ? names->count : 1);
    for (size_t i = 0; names && i < names->count; i++)
        keys[i] = names->items[i]->key;
    if (names)
        near = diag_nearest(name, keys, names->count);
    if (value_member(names, name))
        return "a time is written as \"08:15\" or \"08:15-09:00\"";
    if (guess)
        return arena_printf(reader->arena, "write \"%s\"", guess);
    return near ? arena_printf(reader->arena, "did you mean \"%s\"?", near) : NULL;
}

static bool in_era(const struct side *side)
{
    return side->year >= DATE_YEAR_MIN && side->year <= DATE_YEAR_MAX;
}

static int compare(struct date a, struct date b)
{
    return a.year != b.year ? a.year - b.year : a.month != b.month ? a.month - b.month : a.day - b.day;
}

/* Reports what is wrong with a period that could be read; true when nothing is. */
static bool check_sides(struct reader *reader, const struct written *written, const struct value *json)
{
    const struct side *from = &written->sides[0], *to = &written->sides[written->side_count > 1];
    const char *what = NULL, *wanted = NULL;
    if (written->name)
        return true;
    if (!in_era(from) || !in_era(to)) {
        int year = in_era(from) ? to->year : from->year;
        what = arena_printf(reader->arena, "of a year %04d, which is none of the Buddhist era", year);
        wanted = year > 1900 && year < DATE_YEAR_MIN ? arena_printf(reader->arena, "%d", year + DATE_ERA) : NULL;
    } else if (from->unit != to->unit) {
        what = arena_printf(reader->arena, "from a %s to a %s", unit_names[from->unit], unit_names[to->unit]);
        wanted = "two days, two months, two quarters or two years";
    } else if (compare(from->first, to->first) > 0) {
        what = "from a later one to an earlier one";
        wanted = "the earlier one first";
    }
    if (what)
        model_error(reader, CODE, json, (struct diag_more){.expected = wanted}, "%s is a period %s",
                    model_quoted(reader->arena, json), what);
    return !what;
}

/* ---- forms ------------------------------------------------------------------------------------------------------ */

static void set_text(struct reader *reader, struct value *period, const char *key, const char *text)
{
    value_set(reader->arena, period, key, value_text_new(reader->arena, text));
}

static void set_clock(struct reader *reader, struct value *period, const struct written *written)
{
    static const char *const keys[2][2] = {{"hour", "minute"}, {"to_hour", "to_minute"}};
    for (size_t i = 0; i < written->clock_count && i < SIDES; i++) {
        set_text(reader, period, keys[i][0], arena_printf(reader->arena, "%02d", written->clock[i].hour));
        set_text(reader, period, keys[i][1], arena_printf(reader->arena, "%02d", written->clock[i].minute));
    }
}

static struct value *date_of(struct reader *reader, struct date date, const struct value *json)
{
    struct value *value = model_typed(reader, json, VALUE_DATE);
    date_fill(reader->arena, value, date, reader->words, reader->diags);
    return value;
}

static void set_sides(struct reader *reader, struct value *period, const struct written *written,
                      const struct value *json)
{
    static const char *const keys[2][3] = {{"quarter", "fiscal_year", "ce_fiscal_year"},
                                           {"to_quarter", "to_fiscal_year", "to_ce_fiscal_year"}};
    const struct side *last = &written->sides[written->side_count - 1];
    value_set(reader->arena, period, "first", date_of(reader, written->sides[0].first, json));
    value_set(reader->arena, period, "last", date_of(reader, last->last, json));
    for (size_t i = 0; i < written->side_count && i < SIDES; i++) {
        const struct side *side = &written->sides[i];
        if (side->unit == UNIT_QUARTER)
            value_set(reader->arena, period, keys[i][0], value_integer_new(reader->arena, side->number));
        if (side->unit < UNIT_QUARTER)
            continue;
        value_set(reader->arena, period, keys[i][1], value_integer_new(reader->arena, side->year));
        value_set(reader->arena, period, keys[i][2], value_integer_new(reader->arena, side->year - DATE_ERA));
    }
}

/* The name of the pattern: the unit, in the plural for ranges, with what both sides share. */
static const char *case_of(const struct written *written)
{
    static const char *const cases[][4] = {
        [UNIT_DAY] = {"day", "days_in_month", "days_in_year", "days"},
        [UNIT_MONTH] = {"month", "months_in_year", "months_in_year", "months"},
        [UNIT_QUARTER] = {"quarter", "quarters_in_year", "quarters_in_year", "quarters"},
        [UNIT_YEAR] = {"year", "years", "years", "years"},
    };
    const struct side *from = &written->sides[0], *to = &written->sides[1];
    if (written->side_count == 1 || compare(from->first, to->first) == 0)
        return cases[from->unit][0];
    if (from->year != to->year)
        return cases[from->unit][3];
    return cases[from->unit][from->first.month == to->first.month ? 1 : 2];
}

/* One form; NULL with a finding about words.json. */
static const char *form_text(struct reader *reader, struct value *period, const struct written *written,
                             const struct value *form)
{
    const char *key = written->name ? written->name : case_of(written);
    const struct value *pattern = value_member(written->name ? value_member(form, "names") : form, key);
    if (!pattern)
        diag_value(reader->diags, SEVERITY_ERROR, "words", form, (struct diag_more){0},
                   "there is no \"%s\" among these forms of a period", key);
    const char *text = pattern ? pattern_fill(reader->arena, period, pattern, reader->diags) : NULL;
    const struct value *clock = value_member(form, written->clock_count > 1 ? "times" : "time");
    if (!text || !written->clock_count || !clock)
        return text;
    set_text(reader, period, "period", text);
    return pattern_fill(reader->arena, period, clock, reader->diags);
}

static void set_forms(struct reader *reader, struct value *period, const struct written *written)
{
    const struct value *forms = value_member(reader->words, "periods");
    for (size_t i = 0; forms && i < forms->count; i++) {
        const char *text = form_text(reader, period, written, forms->items[i]);
        if (text)
            set_text(reader, period, forms->items[i]->key, text);
    }
}

struct value *model_period(struct reader *reader, const struct type *type, const struct value *json)
{
    struct written written = {0};
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    if (!read_period(reader, json->text, &written))
        return model_error(reader, CODE, json,
                           (struct diag_more){.expected = expected(reader), .hint = advice(reader, json->text)},
                           "%s is not written as a period", model_quoted(reader->arena, json));
    if (!check_sides(reader, &written, json))
        return NULL;
    struct value *period = model_typed(reader, json, VALUE_DATE);
    period->text = json->text;
    set_text(reader, period, "unit", written.name ? "name" : unit_names[written.sides[0].unit]);
    if (written.name)
        set_text(reader, period, "name", written.name);
    else
        set_sides(reader, period, &written, json);
    set_clock(reader, period, &written);
    set_forms(reader, period, &written);
    period->text = value_member_text(period, "full", json->text);
    return period;
}
