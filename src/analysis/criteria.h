/*
 * Look-ups in the criteria of a fiscal year and kind of office (templates/data/criteria/; its README describes the
 * form).  Everything returned is borrowed from the tree; NULL or 0 when the criteria do not say.
 */
#ifndef ANALYSIS_CRITERIA_H
#define ANALYSIS_CRITERIA_H

#include "base/value.h"

/* How sure a fact is: the "confidence" beside its source. */
enum confidence { CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };

const struct value *criteria_tool(const struct value *criteria, const char *code);
const struct value *criteria_indicator(const struct value *criteria, int64_t number);

/* The tool that measures an indicator. */
const struct value *criteria_tool_of(const struct value *criteria, int64_t indicator);

/* A sub-indicator by its number, "9.4". */
const struct value *criteria_sub(const struct value *criteria, const char *number);

/* An item by its code, "O24"; letters in any case. */
const struct value *criteria_item(const struct value *criteria, const char *code);

/* Where an item belongs by the ranges of codes: its indicator's number, its sub-indicator. */
int64_t criteria_item_indicator(const struct value *criteria, const char *code);
const struct value *criteria_item_sub(const struct value *criteria, const char *code);

/* The number of an indicator whose official name, or known other form of it, `text` begins with; 0 for none.  Of
 * several names the longest counts.  Its bytes go to `length`; `official` tells whether it was the official name. */
int64_t criteria_name_at(const struct value *criteria, const char *text, size_t *length, bool *official);

/* A number of the criteria, or `otherwise`. */
struct decimal criteria_number(const struct value *criteria, const char *key, struct decimal otherwise);

/* The confidence of a fact, the name of a member of the criteria; `element` (may be NULL) is the part of it that is
 * meant and may have a confidence of its own.  What has no source is as low as it gets. */
enum confidence criteria_confidence(const struct value *criteria, const char *fact, const struct value *element);

/* An item code taken apart: "O24" is 'O' and 24; false unless it is one of OIE (or oie) and digits without a leading
 * zero. */
struct item_code {
    char letter; /* 'O', 'I' or 'E' */
    long number;
};
bool item_code_read(const char *text, struct item_code *out);

#endif
