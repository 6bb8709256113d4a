/*
 * Days of the calendar in the Buddhist era (year 2566 is 2023 CE), fiscal years, weekdays.
 */
#ifndef ANALYSIS_DAYS_H
#define ANALYSIS_DAYS_H

#include "base/value.h"

struct day {
    int64_t year;   /* Buddhist era */
    int month, day; /* from 1; day 0: the month as a whole */
};

/* A DATE value, or text such as "2566-07-05".  False when it is neither, or no day of the calendar. */
bool day_read(const struct value *value, struct day *out);

/* Whether the month has the day. */
bool day_exists(struct day day);

/* Whether it is a day of the calendar with its year. */
bool day_is_whole(struct day day);

/* -1, 0 or 1; a whole month is before its days. */
int day_compare(struct day a, struct day b);

/* The fiscal year that a day falls in: it begins on 1 October of the year before. */
int64_t day_fiscal_year(struct day day);

/* 0 is Sunday; `day` is no whole month. */
int day_weekday(struct day day);

/* "5/7/2566", for messages. */
const char *day_text(struct arena *arena, struct day day);

#endif
