/* Strict JSON (RFC 8259) over cJSON, which ends here. */
#ifndef JSON_JSON_H
#define JSON_JSON_H

#include "base/diag.h"

struct json_limits {
    size_t depth; /* nested lists and objects; more than JSON_DEPTH_MAX counts as that */
    size_t bytes;
};

enum { JSON_DEPTH_MAX = 900 }; /* cJSON itself stops at 1000 */

/* Deep enough for 64 lists in each other, whose items are objects. */
#define JSON_LIMITS_DEFAULT ((struct json_limits){.depth = 200, .bytes = 64u << 20})

/*
 * The text as a tree of NULL, BOOL, NUMBER, TEXT, LIST and OBJECT values with their places, or NULL when it is not
 * strict JSON.  `source` is borrowed and must outlive the tree.  A UTF-8 byte order mark is passed over.
 *
 * Refused, each with its place: syntax errors, invalid UTF-8, control characters in strings, numbers such as 01, 1.,
 * +1, 1e999, U+0000, lone surrogates, duplicate members, text behind the end, what exceeds the limits.  Defects that
 * leave the structure readable are all reported at once; the scan ends at the first one that does not.
 *
 * Numbers keep their digits in `text`; `exact` tells whether `number` could hold them.
 */
struct value *json_read(struct arena *arena, const struct source *source, struct json_limits limits,
                        struct diags *diags);

/* The offset in the file of byte `at` of a text that json_read() made (`text->text + at`): past the opening quotation
 * mark and through the escapes.  For a value that is no text from a file, its own offset. */
size_t json_text_place(const struct value *text, size_t at);

#endif
