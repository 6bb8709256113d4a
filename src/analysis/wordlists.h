/*
 * The words that the checks on prose look for, by their names in templates/data/audit.json.  The program knows the
 * names; the words are data.
 *
 * X(name, member of audit.json)
 */
#ifndef ANALYSIS_WORDLISTS_H
#define ANALYSIS_WORDLISTS_H

#include "base/value.h"

#include <stdint.h>

#define WORD_LISTS(X)                                                                                                  \
    X(INDICATOR, "indicator")                   /* before an indicator's number */                                     \
    X(INDICATORS_COUNTED, "indicators_counted") /* behind a number of indicators, */                                   \
    X(COUNTED, "counted")                       /* and before it */                                                    \
    X(SCORE, "score")                           /* before a score, with ... */                                         \
    X(SCORE_FILLER, "score_filler")             /* ... between the two */                                              \
    X(AT_LEAST, "at_least")                     /* limits of scores */                                                 \
    X(ABOVE, "above")                                                                                                  \
    X(BELOW, "below")                                                                                                  \
    X(AND_UP, "and_up")                                                                                                \
    X(OR, "or")                                                                                                        \
    X(TARGET, "target")     /* before a target, with ... */                                                            \
    X(PERCENT, "percent")   /* ... before its score */                                                                 \
    X(GOALS, "goals")       /* before scores and levels that are aimed at */                                           \
    X(POINTS, "points")     /* behind a score */                                                                       \
    X(EXAMPLES, "examples") /* in lists that are not whole */                                                          \
    X(ALSO, "also")         /* between names */                                                                        \
    X(LEVEL, "level")       /* before a level's code */                                                                \
    X(PASSED, "passed")     /* remarks in tables */                                                                    \
    X(FAILED, "failed")                                                                                                \
    X(YEAR, "year")                     /* before a year of the Buddhist era, */                                       \
    X(COMMON_ERA, "common_era")         /* of the common era */                                                        \
    X(PLANS, "plans")                   /* that the name of a plan begins with, */                                     \
    X(PLAN_YEAR, "plan_year")           /* and that lead to its year */                                                \
    X(OFFICES, "offices")               /* behind a number of offices, */                                              \
    X(OFFICES_BEFORE, "offices_before") /* and before it */                                                            \
    X(WEEKDAYS, "weekdays")             /* from Sunday on */                                                           \
    X(WEEKDAY_FILLER, "weekday_filler") /* between weekday and date */                                                 \
    X(DATED, "dated")                   /* before the date of an order or announcement */                              \
    X(CITES, "cites")                   /* before the date of something cited */                                       \
    X(PERIOD, "period")                 /* before a period in which something is done */                               \
    X(DUE_BY, "due_by")                 /* before the day by which work is due */                                      \
    X(CHAIRS, "chairs")                 /* that the role of a committee's head begins with */                          \
    X(OWN_DIGITS, "own_digits")         /* members of the file that are printed in digits of their own */              \
    X(ORDER, "order")                   /* an order or announcement */                                                 \
    X(ORDER_NUMBER, "order_number")     /* before its number, */                                                       \
    X(MEETING, "meeting")               /* but not behind these words; */                                              \
    X(SUBJECT, "subject")               /* before its title; */                                                        \
    X(OF_OFFICE, "of_office")           /* before the office whose it is */                                            \
    X(GENERIC, "generic")               /* that say nothing, anywhere */                                               \
    X(GENERIC_WHOLE, "generic_whole")   /* and as a whole text */                                                      \
    X(REPEAT_SIGN, "repeat_sign")                                                                                      \
    X(RESIDUE, "residue")       /* remains of forms and web pages */                                                   \
    X(PHASES, "phases")         /* before the years of a strategy */                                                   \
    X(TITLES, "titles")         /* before a person's name */                                                           \
    X(NOT_NAMES, "not_names")   /* words that begin as titles do */                                                    \
    X(UNIT_HEADS, "unit_heads") /* that a unit's name begins with */                                                   \
    X(UNITS, "units")           /* units of an office */                                                               \
    X(ZONE, "zone")             /* before the number in an office's name */                                            \
    X(REFERS, "refers")         /* before a number in brackets that refers to it */                                    \
    X(NUMBERED, "numbered")     /* before the typed number of an activity, part, figure */

enum words {
#define X(name, member) WORDS_##name,
    WORD_LISTS(X)
#undef X
        WORDS_COUNT
};

struct word_lists {
    const struct value *of[WORDS_COUNT]; /* NULL: none */
};

/* The lists of audit.json; `file` may be NULL. */
struct word_lists word_lists_read(const struct value *file);

/*
 * Which pairs of neighbouring letters a text has, roughly: enough to tell that a word is not in it without reading it
 * again.  Most words are in few texts.
 */
struct letter_pairs {
    uint64_t bits[8];
};

struct letter_pairs letter_pairs_of(const char *text);

/* False when the word cannot be in the text. */
bool letter_pairs_admit(const struct letter_pairs *pairs, const char *word);

/* False when no word of the list can. */
bool letter_pairs_admit_any(const struct letter_pairs *pairs, const struct value *list);

#endif
