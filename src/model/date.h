/*
 * Dates of the Buddhist era.
 *
 * A DATE value has the members year, month, day, ce_year (numbers), year_short ("66"), iso ("2566-07-05"), month_NAME
 * for each list of months in words.json ("full" gives month_name), and one for each pattern of its "dates"; its own
 * text is the pattern "full".
 */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include "base/diag.h"

struct date {
    int year;       /* Buddhist era */
    int month, day; /* from 1 */
};

enum { DATE_ERA = 543, DATE_YEAR_MIN = 2400, DATE_YEAR_MAX = 2699 };

/* Reads "2566-07-05", nothing else; the date may not exist. */
bool date_parse(const char *text, struct date *out);

/* True for a day of the calendar. */
bool date_exists(struct date date);

/* `pattern` (a text) with "{member}" and "{member.member}" filled in from `members`; NULL with an error at the pattern
 * when it names something that is not there. */
const char *pattern_fill(struct arena *arena, const struct value *members, const struct value *pattern,
                         struct diags *diags);

/* Days in a month of a year of the Buddhist era; 0 for a month that does not exist. */
int date_month_days(int year, int month);

/* Makes `value` a DATE.  `words` may be NULL; a pattern in it that names no member is an error there. */
void date_fill(struct arena *arena, struct value *value, struct date date, const struct value *words,
               struct diags *diags);

/* The form "2566-07-05" of a date that someone wrote in another way ("5/7/2566", "2023-07-05", Thai digits), when that
 * is plain; else NULL. */
const char *date_guess(struct arena *arena, const char *text);

#endif
