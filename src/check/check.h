/*
 * The report of a check: findings, and the assessor's checklist with the pages on which its points are met.  Page
 * numbers are joined here, from the origins of the words on the pages; the analysis knows none.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/diag.h"
#include "layout/page.h"

/* A point of the checklist (src/analysis/README.md).  Lists are of texts: JSON pointers, page numbers as printed. */
struct check_point {
    const char *code, *item, *text; /* never NULL */
    bool optional, satisfied;
    const struct value *by, *missing;
    struct value *pages; /* empty before the pages are known */
};

struct check_points {
    LIST(struct check_point) list;
};

/* The points of `facts` ("checklist"; facts may be NULL).  `pages` may be NULL: the pages are not known. */
struct check_points check_points(struct arena *arena, const struct value *facts, const struct pages *pages);

/* What the report says beside its points. */
struct check_summary {
    const char *program; /* name and version */
    const char *file;
    const char *profile; /* the report that was checked; NULL: it did not come so far */
    const char *status;  /* "good", "bad", "failed" */
    size_t page_count;
};

/* The report as JSON, in the form described in src/README.md; `diags` is sorted. */
void check_json(struct buf *out, const struct check_summary *summary, const struct diags *diags,
                const struct check_points *points);

#endif
