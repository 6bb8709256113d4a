/*
 * Reading typed prose: words from lists in templates/data/audit.json, numbers, years and dates.  All functions work on
 * plain text (scan_plain()), in which every digit is 0-9 and every space that is drawn is one of ASCII.
 */
#ifndef ANALYSIS_SCAN_H
#define ANALYSIS_SCAN_H

#include "analysis/days.h"

/* The text of a value as a reader sees it: Thai digits as Arabic ones, no-break space as space, without zero-width
 * characters and, in rich text, without markup and addresses of links.  "" for values without text. */
const char *scan_plain(struct arena *arena, const struct value *value);

/* The bytes of the longest word of `list` that `at` begins with; 0 for none.  `list` may be NULL. */
size_t scan_word(const struct value *list, const char *at);

/* Where a word of `list` next begins, and its length; NULL for none.  The second one looks no further than `end`. */
const char *scan_find(const struct value *list, const char *at, size_t *length);
const char *scan_find_before(const struct value *list, const char *at, const char *end, size_t *length);

/* Behind the spaces at `at`, or at most `limit` of the words of `list` and the spaces and dots about them. */
const char *scan_spaces(const char *at);
const char *scan_skip_words(const struct value *list, const char *at, int limit);

/* Reads a number such as 97.75 or 50,000 and moves `at` behind it. */
bool scan_number(const char **at, struct decimal *out);

/* Reads a whole number of at most 9 digits that no decimal point follows. */
bool scan_integer(const char **at, int64_t *out);

/* The next Buddhist-era year, a number of four digits from 2400 to 2699, that begins between `at` and `end` (NULL: the
 * end of the text): sets `year` and returns what follows it; NULL for none. */
const char *scan_next_year(const char *at, const char *end, int64_t *year);

/* A date in prose: "5 กรกฎาคม พ.ศ. 2566", "ก.ค. 2566"; what is not written is 0. */
struct scan_date {
    struct day day;
    const char *start, *end;
};

/* The next date whose month begins between `at` and `end` (NULL: the end of the text), by the month names of
 * words.json; false for none.  `text` is where the prose begins. */
bool scan_next_date(const struct value *words, const struct value *era, const char *text, const char *at,
                    const char *end, struct scan_date *out);

/* The whole code points before and after a place, at most `count` of them, as text for messages. */
const char *scan_context(struct arena *arena, const char *text, const char *at, size_t length, size_t count);

/* Moves back over at most `count` code points, not before `text`. */
const char *scan_back(const char *text, const char *at, size_t count);

/* Moves on over at most `count` code points. */
const char *scan_on(const char *at, size_t count);

#endif
