/*
 * The structure of a JSON text: lists, objects, commas, colons.
 *
 * Most slips leave the rest readable (a comma too many or too few, a comment, curly quotation marks, a word without
 * any): they are reported and the scan goes on as if the text were right.  It ends where that would be guessing.
 */
#include "json/json_scan.h"

#include "base/utf8.h"

#include <string.h>

static const size_t no_place = (size_t)-1;

struct container {
    const char *name; /* "list" or "object" */
    size_t offset;    /* of its opening bracket */
    char close;
};

void json_defect(struct json_scan *scan, size_t offset, const char *code, struct diag_more more, const char *format,
                 ...)
{
    const char *message = "";
    if (!scan->diags->full) { /* beyond DIAGS_MAX findings are only counted */
        va_list arguments;
        va_start(arguments, format);
        message = arena_vprintf(scan->arena, format, arguments);
        va_end(arguments);
    }
    diag_at(scan->diags, SEVERITY_ERROR, code, scan->source, offset, more, "%s", message);
    scan->failed = true;
}

char json_peek(const struct json_scan *scan, size_t ahead)
{
    return ahead < scan->length - scan->at ? scan->text[scan->at + ahead] : '\0';
}

size_t json_line(const struct source *source, size_t offset)
{
    size_t line = 1;
    const char *at = source->text, *end = source->text + offset;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        line++;
        at++;
    }
    return line;
}

/* ---- space and comments ----------------------------------------------------------------------------------------- */

static bool skip_comment(struct json_scan *scan)
{
    size_t start = scan->at;
    char first = json_peek(scan, 0), second = json_peek(scan, 1);
    if (first != '#' && !(first == '/' && (second == '/' || second == '*')))
        return false;
    if (first == '/' && second == '*') {
        scan->at += 2;
        while (scan->at < scan->length && !(json_peek(scan, 0) == '*' && json_peek(scan, 1) == '/'))
            scan->at++;
        scan->at += scan->at < scan->length ? 2 : 0;
    } else {
        while (scan->at < scan->length && scan->text[scan->at] != '\n')
            scan->at++;
    }
    json_defect(scan, start, "json-syntax", (struct diag_more){.hint = "JSON has no comments: leave it out"},
                "a comment");
    return true;
}

/* Space that word processors and web pages make, which JSON does not know. */
static bool skip_foreign_space(struct json_scan *scan)
{
    static const uint32_t spaces[] = {'\v', '\f', 0xa0, 0x200b, 0x2028, 0x2029, 0x202f, 0x2060, 0x3000, 0xfeff};
    size_t start = scan->at, size, i = 0;
    if (scan->at == scan->length)
        return false;
    uint32_t code = utf8_decode(scan->text + scan->at, scan->length - scan->at, &size);
    while (i < sizeof spaces / sizeof *spaces && spaces[i] != code)
        i++;
    if (i == sizeof spaces / sizeof *spaces)
        return false;
    scan->at += size;
    json_defect(scan, start, "json-syntax", (struct diag_more){.expected = "a plain space"},
                "U+%04X between the parts of the text", (unsigned)code);
    return true;
}

void json_skip_space(struct json_scan *scan)
{
    do {
        while (scan->at < scan->length && strchr(" \t\r\n", scan->text[scan->at]) && scan->text[scan->at])
            scan->at++;
    } while (skip_comment(scan) || skip_foreign_space(scan));
}

/* ---- lists and objects ------------------------------------------------------------------------------------------ */

static bool scan_value(struct json_scan *scan, size_t key_offset);

static bool report_unclosed(struct json_scan *scan, const struct container *in)
{
    json_defect(scan, scan->length, "json-syntax",
                (struct diag_more){.expected = in->close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\""},
                "the file ends inside the %s that begins in line %zu", in->name, json_line(scan->source, in->offset));
    return false;
}

/* The length of "true", "false" or "null" at the next byte, or 0. */
static size_t literal_length(const struct json_scan *scan)
{
    static const char *const literals[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
        size_t length = strlen(literals[i]);
        if (scan->length - scan->at < length || memcmp(scan->text + scan->at, literals[i], length) != 0)
            continue;
        char next = json_peek(scan, length);
        if (!next || strchr(" \t\r\n,]}:/", next))
            return length;
    }
    return 0;
}

static bool begins_value(const struct json_scan *scan)
{
    char c = json_peek(scan, 0);
    return (c && strchr("\"{[-0123456789", c)) || literal_length(scan);
}

/* What stands behind a value is neither a comma nor the closing bracket.  True when it can be passed over. */
static bool scan_wrong_separator(struct json_scan *scan, const struct container *in)
{
    char c = json_peek(scan, 0);
    struct diag_more more = {.expected = in->close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\""};
    bool touches = scan->at == scan->last_end && scan->text[scan->at - 1] == '"';

    if (scan->at == scan->length)
        return report_unclosed(scan, in);
    if (in->close == '}' ? c == '"' : begins_value(scan)) {
        json_defect(scan, scan->last_end, "json-syntax", more, "a comma is missing");
        return true;
    }
    if (c == ';') {
        json_defect(scan, scan->at++, "json-syntax", more, "\";\" instead of a comma");
        return true;
    }
    if (c == '}' || c == ']') {
        json_defect(scan, scan->at, "json-syntax", more, "\"%c\" inside the %s that begins in line %zu", c, in->name,
                    json_line(scan->source, in->offset));
        return false;
    }
    if (c == ':' && in->close == ']')
        more.hint = "members with names stand in an object: { }";
    else if (touches && c != ':')
        more.hint = "a quotation mark inside a text is written \\\"";
    json_defect(scan, scan->at, "json-syntax", more, "unexpected %s behind a value", json_character(scan, scan->at));
    return false;
}

/* What stands behind an entry.  `comma` becomes its place when it is one. */
static bool scan_separator(struct json_scan *scan, const struct container *in, size_t *comma)
{
    json_skip_space(scan);
    *comma = no_place;
    if (json_peek(scan, 0) == in->close)
        return true;
    if (json_peek(scan, 0) != ',')
        return scan_wrong_separator(scan, in);
    *comma = scan->at++;
    return true;
}

static void scan_extra_commas(struct json_scan *scan, size_t *comma)
{
    for (json_skip_space(scan); json_peek(scan, 0) == ','; json_skip_space(scan)) {
        json_defect(scan, scan->at, "json-syntax", (struct diag_more){.expected = "a value before it"},
                    "a comma too many");
        scan->at++;
        *comma = no_place;
    }
}

/* Behind a name that begins at `name`.  False in `*value` when no value follows but the next entry or the end. */
static bool scan_colon(struct json_scan *scan, size_t name, bool *value)
{
    json_skip_space(scan);
    char c = json_peek(scan, 0);
    struct diag_more more = {.expected = "\":\""};
    if (c == ':') {
        scan->at++;
    } else if (c == '=') {
        json_defect(scan, scan->at++, "json-syntax", more, "\"=\" between a name and its value");
    } else if (begins_value(scan)) {
        json_defect(scan, scan->last_end, "json-syntax", more, "a colon is missing behind the name %s",
                    json_snippet(scan, name, scan->last_end));
    } else if (c != ',' && c != '}') {
        json_defect(scan, scan->at, "json-syntax", more, "unexpected %s behind a name", json_character(scan, scan->at));
        return false;
    }
    json_skip_space(scan);
    c = json_peek(scan, 0);
    *value = c != ',' && c != '}';
    if (!*value)
        json_defect(scan, scan->at, "json-syntax", (struct diag_more){.expected = "a value"},
                    "the member %s has no value", json_snippet(scan, name, scan->last_end));
    return true;
}

/* "50,000" as a value: its second half stands where a name should.  False when it is something else. */
static bool scan_thousands(struct json_scan *scan)
{
    size_t start = scan->at, end = start;
    while (end < scan->length && scan->text[end] && strchr("0123456789.", scan->text[end]))
        end++;
    if (end == start || (end < scan->length && scan->text[end] == ':'))
        return false;
    json_defect(scan, start, "json-number",
                (struct diag_more){.hint = "numbers have no separators between thousands: 50000"},
                "a number where a member's name is expected");
    scan->at = scan->last_end = end;
    return true;
}

static bool scan_member(struct json_scan *scan)
{
    size_t start = scan->at;
    bool value = false;
    if (scan_thousands(scan))
        return true;
    if (!(json_peek(scan, 0) == '"' ? json_scan_string(scan) : json_scan_odd(scan, JSON_NAME)))
        return false;
    scan->last_end = scan->at;
    if (!scan_colon(scan, start, &value))
        return false;
    return !value || scan_value(scan, start);
}

static bool scan_container(struct json_scan *scan)
{
    bool is_list = scan->text[scan->at] == '[';
    struct container in = {.name = is_list ? "list" : "object", .offset = scan->at, .close = is_list ? ']' : '}'};
    size_t comma = no_place;
    if (scan->depth == scan->limits.depth) {
        json_defect(scan, scan->at, "json-limit", (struct diag_more){0},
                    "more than %zu lists and objects inside each other", scan->limits.depth);
        return false;
    }
    scan->depth++;
    scan->at++;
    for (;;) {
        scan_extra_commas(scan, &comma);
        if (json_peek(scan, 0) == in.close)
            break;
        if (scan->at == scan->length)
            return report_unclosed(scan, &in);
        if (!(is_list ? scan_value(scan, 0) : scan_member(scan)) || !scan_separator(scan, &in, &comma))
            return false;
    }
    if (comma != no_place)
        json_defect(scan, comma, "json-syntax", (struct diag_more){.hint = "leave it out"},
                    "a comma behind the last %s", is_list ? "element" : "member");
    scan->at++;
    scan->depth--;
    return true;
}

static bool scan_value(struct json_scan *scan, size_t key_offset)
{
    size_t index = scan->places.count, start;
    char c = json_peek(scan, 0);
    if (scan->diags->full)
        return false;
    start = scan->at;
    *list_add(scan->arena, &scan->places) = (struct json_place){.offset = start, .key_offset = key_offset};

    bool good = true;
    size_t literal = literal_length(scan);
    if (literal)
        scan->at += literal;
    else if (c == '{' || c == '[')
        good = scan_container(scan);
    else if (c == '"')
        good = json_scan_string(scan);
    else if (c == '-' || (c >= '0' && c <= '9'))
        good = json_scan_number(scan);
    else
        good = json_scan_odd(scan, JSON_VALUE);
    scan->places.items[index].length = scan->at - start;
    scan->last_end = scan->at;
    return good;
}

bool json_scan(struct json_scan *scan)
{
    if (scan->length >= 3 && memcmp(scan->text, "\xef\xbb\xbf", 3) == 0)
        scan->at = 3;
    if (!json_check_encoding(scan))
        return false;
    json_skip_space(scan);
    if (!scan_value(scan, 0))
        return false;
    json_skip_space(scan);
    if (scan->at < scan->length) {
        char c = json_peek(scan, 0);
        json_defect(scan, scan->at, "json-syntax",
                    (struct diag_more){.expected = "the end of the file",
                                       .hint = c == '}' || c == ']' ? "a closing bracket too many" : NULL},
                    "%s behind the end of the JSON text", json_character(scan, scan->at));
    }
    return !scan->failed;
}
