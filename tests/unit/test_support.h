/* What unit tests share: an arena whose escape fails the test, and small comparisons. */
#ifndef TEST_SUPPORT_H
#define TEST_SUPPORT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An arena without a limit; running out of memory ends the test. */
struct arena *test_arena(void);

/* All findings, sorted, one a line. */
const char *test_findings(struct diags *diags);

/* A whole file (below the project's top folder, which tests run in) with a NUL behind it; fails the test when it cannot
 * be read.  Cut from `arena`. */
char *test_file(struct arena *arena, const char *path, size_t *length);

/* A JSON text as a tree; fails the test when it is not strict JSON. */
struct value *test_json(struct arena *arena, const char *text);

#endif
