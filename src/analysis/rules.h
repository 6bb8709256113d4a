/*
 * The audit's rules: one row for each case of a rule, with its id, its one severity, the fact of the criteria that it
 * rests on, and what it says.  An error that rests on a fact of less than high confidence is reported as a warning.
 *
 * X(name, id, severity, fact or NULL, what)
 */
#ifndef ANALYSIS_RULES_H
#define ANALYSIS_RULES_H

#include "base/diag.h"

#define AUDIT_RULES(X)                                                                                                 \
    X(TOTAL_OUTSIDE, "R01", ERROR, "tools",                                                                            \
      "the published total is not the rounding of any total that the scores allow")                                    \
    X(TOTAL_ROUNDING, "R01", NOTE, "tools",                                                                            \
      "the published total is possible, but not the scores' own total rounded half-up")                                \
    X(TOTAL_DISPLAYED, "R01", NOTE, NULL, "the tool scores as printed add up to another total, by rounding")           \
    X(TOOL_OUTSIDE, "R02", ERROR, "tools", "a tool's weighted score is not its mean times its weight")                 \
    X(TOOL_PERCENT, "R02", ERROR, "tools", "a tool's percent is not the mean of its indicators")                       \
    X(SCORE_TWICE, "R03", ERROR, NULL, "the same thing has two scores")                                                \
    X(LEVEL_WRONG, "R04", ERROR, "levels", "a level that the score does not have")                                     \
    X(LEVEL_LIMIT, "R04", ERROR, "levels", "a level named with a limit that is not its own")                           \
    X(LEVEL_WORD, "R04", ERROR, "level_words", "a level with the word of another")                                     \
    X(DECIMALS_MIXED, "R05", WARNING, NULL, "scores with different numbers of decimals")                               \
    X(SIGNS_MIXED, "R05", WARNING, NULL, "differences with and without a plus sign")                                   \
    X(DELTA_WRONG, "R05", ERROR, NULL, "a difference that is not the difference of the scores")                        \
    X(TREND_WRONG, "R05", ERROR, NULL, "a trend that contradicts the scores")                                          \
    X(ZERO_IN_FULL, "R06", ERROR, "tools", "an item without full marks in an indicator or tool that has them")         \
    X(SUB_OUTSIDE, "R06", ERROR, "indicators", "an indicator's score is outside those of its sub-indicators")          \
    X(TOOL_NOT_ASSESSED, "R06", WARNING, "tools", "a finding of a tool by which this office is not assessed")          \
    X(NAME_OF_OTHER, "R07", ERROR, "indicators", "an indicator's number with the name of another")                     \
    X(ITEM_OF_OTHER, "R07b", ERROR, "items", "an item's code with the name of another")                                \
    X(ITEM_UNKNOWN, "R07b", ERROR, "items", "an item's code that is not in the list of the year")                      \
    X(ITEM_PLACE, "R07b", ERROR, "items", "an item under an indicator that it does not belong to")                     \
    X(NAME_FORM, "R08", WARNING, NULL, "a name that is not in its official form")                                      \
    X(NAME_UNEVEN, "R08", WARNING, NULL, "a name in more than one form")                                               \
    X(STRONG_AND_WEAK, "R09", ERROR, NULL, "an indicator as strength and as development")                              \
    X(STRENGTH_BELOW, "R09", ERROR, NULL, "a strength with a score below the threshold")                               \
    X(DEVELOPMENT_ABOVE, "R09", WARNING, NULL, "a development of an indicator that reaches the threshold")             \
    X(WEAK_UNNAMED, "R09", WARNING, NULL, "an indicator below the threshold that the developments leave out")          \
    X(MEMBER_UNNAMED, "R09", WARNING, NULL, "an indicator that a list by its limit leaves out")                        \
    X(ON_BOUNDARY, "R09", WARNING, NULL, "a score equal to a threshold that counts neither way")                       \
    X(ITEM_FULL, "R09", WARNING, NULL, "an item with full marks among those to be put right")                          \
    X(COUNT_WRONG, "R09", ERROR, NULL, "a stated number of members that is not the number listed")                     \
    X(WEAK_UNCOVERED, "R10", ERROR, NULL, "a weak indicator, the lowest, or an item with 0, without any measure")      \
    X(MEASURE_UNFOUNDED, "R10", WARNING, NULL, "a measure for an indicator that was not analysed")                     \
    X(PART_MISSING, "R11", ERROR, "checklist", "a part that the assessor asks for is missing")                         \
    X(ROW_INCOMPLETE, "R11", ERROR, "checklist", "a measure without owner, steps or follow-up")                        \
    X(MEASURE_UNDONE, "R11", WARNING, NULL, "a measure that no activity carries out")                                  \
    X(MEASURE_UNPROVEN, "R11", WARNING, NULL, "a measure that is done without a date or evidence")                     \
    X(CHAIR_COUNT, "R11", WARNING, NULL, "a committee without a chair, or with two")                                   \
    X(GENERIC_TEXT, "R11", WARNING, NULL, "a part that says nothing")                                                  \
    X(YEARS_APART, "R12", ERROR, NULL, "the year of the measures is not the year after the results")                   \
    X(TITLE_YEAR, "R12", ERROR, NULL, "the title does not name the years of the report")                               \
    X(PLAN_YEARS, "R12", ERROR, NULL, "one plan or project with two fiscal years")                                     \
    X(SAID_TWICE, "R13", WARNING, NULL, "the same fact with different values in two places")                           \
    X(TABLE_SHAPE, "R15", WARNING, NULL, "a table row with more or fewer cells than the heading has columns")          \
    X(EMPTY_TEXT, "R15", WARNING, NULL, "a paragraph, heading or item without words")                                  \
    X(DATE_OUTSIDE, "R16", ERROR, NULL, "a date outside the fiscal year that it belongs to")                           \
    X(DATE_ORDER, "R16", ERROR, NULL, "an end before its beginning")                                                   \
    X(DUE_BEFORE_ORDER, "R16", WARNING, NULL, "work that is due, or an order in force, before the order is given")     \
    X(DATE_CITES_LATER, "R16", ERROR, NULL, "a document dated before an event that it cites")                          \
    X(DATE_WEEKEND, "R16", WARNING, NULL, "an order, announcement or newsletter dated on a weekend")                   \
    X(DATE_WEEKDAY, "R16", ERROR, NULL, "a date with a weekday that it does not have")                                 \
    X(DATE_IMPOSSIBLE, "R16", ERROR, NULL, "a day that its month does not have")                                       \
    X(DATE_ERAS, "R16", ERROR, NULL, "a Buddhist-era and a common-era year that are not 543 apart")                    \
    X(DIGITS_MIXED, "R17", WARNING, NULL, "Thai and Arabic digits in one report")                                      \
    X(CODE_FORM, "R17b", ERROR, NULL,                                                                                  \
      "an item code that is no letter O, I or E with Arabic digits, or a mixed number")                                \
    X(OFFICE_COUNT, "R18", ERROR, "offices", "a number of offices that is not that of the year")                       \
    X(PHRASE_REPEATED, "R19", WARNING, NULL, "a phrase twice in a row")                                                \
    X(NOTE_COPIED, "R19", WARNING, NULL, "a description copied from another indicator")                                \
    X(REFERENCE_STALE, "R20", WARNING, NULL, "a reference that is out of date")                                        \
    X(NAME_SPELLINGS, "R21", WARNING, NULL, "a person's name in two spellings")                                        \
    X(UNIT_SPELLING, "R21", WARNING, NULL, "a unit's name that differs slightly from one that exists")                 \
    X(TEXT_BROKEN, "R22", ERROR, NULL, "characters that do not belong into Thai or Latin text, or out of order")       \
    X(TEXT_SPACED, "R22", ERROR, NULL, "Thai letters set apart by spaces")                                             \
    X(SPACING, "R23", WARNING, NULL, "spaces, quotation marks or signs against the usual form")                        \
    X(TYPO, "R24", WARNING, NULL, "a known typing error")                                                              \
    X(RESIDUE, "R25", WARNING, NULL, "dot leaders, remains of a form, addresses or picture descriptions in the text")  \
    X(ORDER_DIFFERS, "R26", ERROR, NULL, "an order or announcement cited otherwise than it is")                        \
    X(NUMBERING, "R27", ERROR, NULL, "a number left out or used twice in typed numbering")                             \
    X(ACCEPT_UNUSED, "accept", WARNING, NULL, "an acceptance that matches no finding")                                 \
    X(ACCEPT_UNREASONED, "accept", ERROR, NULL, "an acceptance without a reason")

enum rule {
#define X(name, id, severity, fact, what) RULE_##name,
    AUDIT_RULES(X)
#undef X
        RULE_COUNT
};

struct rule_row {
    const char *name; /* "TOTAL_OUTSIDE" */
    const char *id;   /* "R01" */
    enum severity severity;
    const char *fact; /* member of the criteria */
    const char *what;
};

/* RULE_COUNT rows, in the order of enum rule. */
extern const struct rule_row audit_rules[RULE_COUNT];

#endif
