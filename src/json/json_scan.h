/*
 * The scanner in front of cJSON: decides what is strict JSON, says what is not, and records where every value stands.
 * Inside json/ only.
 */
#ifndef JSON_JSON_SCAN_H
#define JSON_JSON_SCAN_H

#include "json/json.h"

/* Where a value stands.  Offsets in bytes into the source. */
struct json_place {
    size_t offset, length;
    size_t key_offset; /* 0 when it has no name */
};

struct json_scan {
    struct arena *arena;
    const struct source *source;
    const char *text; /* the source's */
    size_t length;
    struct json_limits limits;
    struct diags *diags;
    size_t at;                      /* the next byte */
    size_t last_end;                /* behind the last token */
    size_t depth;                   /* open lists and objects */
    bool failed;                    /* something was reported */
    LIST(struct json_place) places; /* of all values, parents before children, in the order of the text */
};

/* Reports a defect at `offset`; the scan goes on. */
void json_defect(struct json_scan *scan, size_t offset, const char *code, struct diag_more more, const char *format,
                 ...) __attribute__((format(printf, 5, 6)));

/* The line, from 1, of a byte offset. */
size_t json_line(const struct source *source, size_t offset);

/* json_text.c: scans the whole text; true when it is strict JSON (duplicate members aside). */
bool json_scan(struct json_scan *scan);

/* Passes over white space, and over comments, which are defects. */
void json_skip_space(struct json_scan *scan);

/* The byte `ahead` bytes on, or 0 at the end. */
char json_peek(const struct json_scan *scan, size_t ahead);

/* json_token.c: each is called at the first byte of its token and leaves `at` behind it; defects are reported.  False
 * when the scan cannot go on. */
bool json_scan_string(struct json_scan *scan);
bool json_scan_number(struct json_scan *scan);

/* json_odd.c: what stands where a value or a member's name should begin, and is neither: says so with advice and passes
 * over it.  False when the scan cannot go on. */
enum json_wanted { JSON_VALUE, JSON_NAME };
bool json_scan_odd(struct json_scan *scan, enum json_wanted wanted);

/* For messages: the character at `offset` ("x", U+201C, byte 0xE9, or "end of the file"), and the bytes from `from` to
 * `to`, cut to a length. */
const char *json_character(const struct json_scan *scan, size_t offset);
const char *json_snippet(const struct json_scan *scan, size_t from, size_t to);

/* json_encoding.c: false, with a finding, when the bytes are no UTF-8 text at all: another encoding, another kind of
 * file, an empty one. */
bool json_check_encoding(struct json_scan *scan);

#endif
