/* All prose of a model, in the order of the file, each with what a reader sees of it. */
#ifndef ANALYSIS_TEXTS_H
#define ANALYSIS_TEXTS_H

#include "analysis/audit.h"
#include "analysis/scan.h"
#include "analysis/wordlists.h"

struct text_item {
    const struct value *value; /* TEXT or RICH */
    const char *plain;         /* scan_plain() of it */
    const struct value *block; /* the block of a free section that it stands in, or NULL */
    const struct value *part;  /* the largest list element that it stands in, such as one section; else the model */
    bool is_cell;              /* of a table in a free section */
    bool foreign;              /* said to be in another language than the report */
    struct letter_pairs pairs; /* of the plain text */
};

struct text_list {
    LIST(struct text_item) list;
};

/* The texts of the model, without members that audit.json skips.  Empty without audit.json. */
const struct text_list *texts_collect(struct arena *arena, const struct value *model, const struct value *words);

/* A list of words, or NULL. */
const struct value *audit_words(const struct audit *audit, enum words words);

/* Where a word of the list next stands in the text from `at` on, and its length; NULL for none. */
const char *text_find(const struct audit *audit, const struct text_item *text, enum words words, const char *at,
                      size_t *length);

/* The next date in the text from `at` on. */
bool text_next_date(const struct audit *audit, const struct text_item *text, const char *at, const char *end,
                    struct scan_date *out);

/* The date that stands right at `at`, spaces aside. */
bool text_day_at(const struct audit *audit, const struct text_item *text, const char *at, struct day *out);

/* The day that an order or announcement is dated with in this text: "สั่ง ณ วันที่ ...". */
bool text_document_day(const struct audit *audit, const struct text_item *text, struct day *out);

/* The plain text of a cell or list item: a text itself, or an object with a member "text". */
const char *texts_of(struct arena *arena, const struct value *value);

/* The value that has the text of such a cell or item, for findings. */
const struct value *texts_place(const struct value *value);

/* Whether what stands from `at` to `end`, or shortly before it, names years, but not that of the results: such text
 * says nothing of these. */
bool texts_of_other_year(const struct audit *audit, const char *text, const char *at, const char *end);

/* R16: a day of the week on which no document is dated (audit_prose_dates.c). */
void audit_weekend(struct audit *audit, const struct value *at, struct day day);

/* R16: what the text cites must not be later than the document, whose date stands at `dated`. */
void audit_cited_days(struct audit *audit, const struct text_item *text, const struct value *dated, struct day day);

/* ---- the checks on prose ---------------------------------------------------------------------------------------- */

void audit_mentions(struct audit *audit);    /* R02 R03 R04 R07 R08: what prose says of indicators and tools */
void audit_groups(struct audit *audit);      /* R09: counted and listed indicators */
void audit_targets(struct audit *audit);     /* R13: targets of the tools */
void audit_tables(struct audit *audit);      /* R03 R04 R05 R07 R15 R16 R27: tables in free sections */
void audit_codes(struct audit *audit);       /* R07b R17 R17b: item codes and digits */
void audit_prose_dates(struct audit *audit); /* R16: dates, weekdays */
void audit_orders(struct audit *audit);      /* R26: orders as cited and as appended */
void audit_forms(struct audit *audit);       /* R11 R16: orders, announcements, newsletters */
void audit_facts_told(struct audit *audit);  /* R12 R18 R20: years of plans, offices, outdated references */
void audit_characters(struct audit *audit);  /* R22: characters and letter-spacing */
void audit_writing(struct audit *audit);     /* R11 R15 R19 R23 R24 R25 */
void audit_spelling(struct audit *audit);    /* R08 R21: names and units */
void audit_numbering(struct audit *audit);   /* R27 */

#endif
