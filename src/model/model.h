/*
 * The model: what the office said, checked against the field list and typed.
 *
 * The field list is data (templates/data/fields.json; its form is described in templates/data/README.md): for each
 * member name, type, range, needed or default, meaning in Thai and English.  A template adds members in the same form.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/diag.h"

#include <stdbool.h>

/* The field lists that hold for a file: `core` (an object with "format", "fields", "types" and "labels"), then the
 * template's own "fields" (an object: description by name or path, or NULL).  Both are JSON trees. */
struct model_fields {
    const struct value *core, *declared;
    bool partial; /* the template's list is not known: unknown and missing members are passed over */
};

/*
 * The typed copy of `json`, members in the order of the field list, each with the member of `json` as its origin:
 *
 *   texts are normalised (base/thai.h), rich text and dates typed, numbers checked against their range;
 *   defaults are filled in, and members that the file leaves out (or gives as null) are NULL values;
 *   a lone element stands in a list of one, and a text where an object may be written as one in such an object.
 *
 * Every deviation is a finding: unknown members with the nearest name, missing ones, wrong types, ranges, names used
 * twice, references to nothing; repairs of a text are notes.  A file whose "format" is newer than the field list gets
 * that one error.  NULL when `json` is no object; with errors in `diags` the tree is only good for more findings.
 * `words` is templates/data/words.json (months and forms of dates); NULL: dates have numbers only.
 */
struct value *model_read(struct arena *arena, const struct value *json, struct model_fields fields,
                         const struct value *words, struct diags *diags);

/* Checks the field lists themselves (a template author's mistakes); true when they are right. */
bool model_fields_check(struct model_fields fields, struct diags *diags);

/* The field reference as Markdown, in the language of that name in the core's "labels": "en", "th". */
void model_reference(struct buf *out, struct model_fields fields, const char *lang);

#endif
