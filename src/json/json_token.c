/* Strings and numbers: what RFC 8259 allows, and what cJSON lets through beyond that. */
#include "json/json_scan.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t skip_digits(const struct json_scan *scan, size_t at)
{
    while (at < scan->length && is_digit(scan->text[at]))
        at++;
    return at;
}

/* ---- strings ---------------------------------------------------------------------------------------------------- */

/* The value of the four hexadecimal digits at `at`, or -1. */
static int32_t hex4(const struct json_scan *scan, size_t at)
{
    int32_t value = 0;
    if (at > scan->length || scan->length - at < 4)
        return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = scan->text[i];
        if (is_digit(c))
            value = value * 16 + (c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + (c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value = value * 16 + (c - 'A' + 10);
        else
            return -1;
    }
    return value;
}

static bool is_high(int32_t code)
{
    return code >= 0xd800 && code <= 0xdbff;
}

static bool is_low(int32_t code)
{
    return code >= 0xdc00 && code <= 0xdfff;
}

/* At a backslash followed by "u". */
static void scan_code_point(struct json_scan *scan)
{
    size_t start = scan->at;
    int32_t code = hex4(scan, start + 2), low = -1;
    scan->at += 2;
    if (code < 0) {
        json_defect(scan, start, "json-syntax",
                    (struct diag_more){.expected = "four hexadecimal digits, as in \\u0e01"}, "unfinished escape \\u");
        return;
    }
    scan->at += 4;
    if (is_high(code) && json_peek(scan, 0) == '\\' && json_peek(scan, 1) == 'u')
        low = hex4(scan, scan->at + 2);
    if (is_high(code) && is_low(low))
        scan->at += 6;
    else if (is_high(code) || is_low(code))
        json_defect(scan, start, "json-syntax", (struct diag_more){.expected = "a pair such as \\ud83d\\ude00"},
                    "half of a surrogate pair: \\u%04x", (unsigned)code);
    else if (code == 0)
        json_defect(scan, start, "json-syntax", (struct diag_more){0}, "U+0000 cannot stand in a text");
}

/* At a backslash. */
static void scan_escape(struct json_scan *scan)
{
    char c = json_peek(scan, 1);
    if (c == 'u') {
        scan_code_point(scan);
    } else if (c && strchr("\"\\/bfnrt", c)) {
        scan->at += 2;
    } else {
        json_defect(scan, scan->at, "json-syntax",
                    (struct diag_more){.expected = "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                                       .hint = "a backslash itself is written \\\\"},
                    "unknown escape, a backslash before %s", json_character(scan, scan->at + 1));
        scan->at++;
    }
}

/* A string that is still open where its line ends: most likely the closing mark is missing, and nothing that follows
 * can be told apart. */
static bool report_open_string(struct json_scan *scan, size_t start)
{
    bool curly = false; /* U+201C-201D: E2 80 9C-9D */
    for (size_t i = start; i + 2 < scan->at; i++)
        curly |= memcmp(scan->text + i, "\xe2\x80", 2) == 0 && (scan->text[i + 2] & ~1) == (char)0x9c;
    json_defect(scan, scan->at, "json-syntax",
                (struct diag_more){.expected = "a closing \"",
                                   .hint = curly ? "it has a curly quotation mark, which closes nothing: write \""
                                                 : "a line end inside a text is written \\n"},
                scan->at < scan->length ? "a text is still open at the end of its line"
                                        : "a text is still open at the end of the file");
    return false;
}

static void report_byte(struct json_scan *scan, bool *reported)
{
    if (!*reported)
        json_defect(scan, scan->at, "json-encoding",
                    (struct diag_more){.expected = "UTF-8", .hint = "the file was damaged or pasted together"},
                    "invalid UTF-8 in a text: byte 0x%02X", (unsigned)(unsigned char)scan->text[scan->at]);
    *reported = true;
}

bool json_scan_string(struct json_scan *scan)
{
    size_t start = scan->at++, size;
    bool reported = false; /* one finding on bad bytes is enough for a text */
    while (scan->at < scan->length) {
        unsigned char c = (unsigned char)scan->text[scan->at];
        if (c == '"') {
            scan->at++;
            return true;
        }
        if (c == '\n' || c == '\r')
            break;
        if (c == '\\') {
            scan_escape(scan);
            continue;
        }
        if (c < 0x20)
            json_defect(scan, scan->at, "json-syntax",
                        (struct diag_more){.expected = c == '\t' ? "a space, or \\t" : "an escape such as \\u001f"},
                        "control character U+%04X in a text", c);
        else if (!utf8_valid_at(scan->text + scan->at, scan->length - scan->at))
            report_byte(scan, &reported);
        utf8_decode(scan->text + scan->at, scan->length - scan->at, &size);
        scan->at += size;
    }
    return report_open_string(scan, start);
}

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

enum { DOUBLE_MAGNITUDE = 308, EXPONENT_CAP = 100000 };

/* True for numbers from 1e309 on, which no reader of JSON can hold. */
static bool is_huge(const char *digits, size_t length)
{
    long before = 0, exponent = 0; /* digits before the point, from the first that is not 0; below 0 for 0.00x */
    bool point = false, begun = false, negative = false;
    size_t i = digits[0] == '-';
    for (; i < length && (is_digit(digits[i]) || digits[i] == '.'); i++) {
        begun |= digits[i] >= '1' && digits[i] <= '9';
        if (digits[i] == '.')
            point = true;
        else if (begun && !point)
            before++;
        else if (!begun && point)
            before--;
    }
    if (i < length) {
        i++;
        negative = digits[i] == '-';
        i += negative || digits[i] == '+';
        for (; i < length && exponent < EXPONENT_CAP; i++)
            exponent = exponent * 10 + (digits[i] - '0');
    }
    return begun && before + (negative ? -exponent : exponent) > DOUBLE_MAGNITUDE + 1;
}

static void report_number(struct json_scan *scan, size_t start, const char *what, struct diag_more more)
{
    json_defect(scan, start, "json-number", more, "%s %s", json_snippet(scan, start, scan->at), what);
}

/* Digits behind a point or in an exponent; false, with a finding, when there are none. */
static bool scan_digits(struct json_scan *scan, size_t start, const char *where)
{
    size_t end = skip_digits(scan, scan->at);
    bool some = end > scan->at;
    scan->at = end;
    if (!some)
        report_number(scan, start, arena_printf(scan->arena, "has no digit %s", where), (struct diag_more){0});
    return some;
}

/* Passes over what sticks to a number: 95%, 1_000, 0x1F, 12abc. */
static void skip_number_tail(struct json_scan *scan)
{
    while (scan->at < scan->length && (unsigned char)scan->text[scan->at] > ' ' &&
           !strchr(",[]{}:;/\"", scan->text[scan->at]))
        scan->at++;
}

static void scan_number_tail(struct json_scan *scan, size_t start)
{
    size_t end = scan->at;
    bool percent = json_peek(scan, 0) == '%';
    skip_number_tail(scan);
    if (scan->at > end)
        report_number(scan, start, "is not a number",
                      (struct diag_more){.expected = "digits 0-9, a point and digits, as in 97.75",
                                         .hint = percent ? "leave the percent sign out"
                                                         : "a text stands between quotation marks"});
}

/* The parts in order; false with a finding at the first bad one. */
static bool scan_number_parts(struct json_scan *scan, size_t start)
{
    scan->at += json_peek(scan, 0) == '-';
    size_t digits = scan->at;
    if (!scan_digits(scan, start, "behind the minus sign"))
        return false;
    if (scan->text[digits] == '0' && scan->at > digits + 1) {
        skip_number_tail(scan);
        report_number(scan, start, "begins with 0",
                      (struct diag_more){.expected = "a number without leading zeros",
                                         .hint = "there are no separators between thousands either: 50000"});
        return false;
    }
    if (json_peek(scan, 0) == '.') {
        scan->at++;
        if (!scan_digits(scan, start, "behind the point"))
            return false;
    }
    if (json_peek(scan, 0) == 'e' || json_peek(scan, 0) == 'E') {
        scan->at++;
        scan->at += json_peek(scan, 0) == '+' || json_peek(scan, 0) == '-';
        return scan_digits(scan, start, "in its exponent");
    }
    return true;
}

bool json_scan_number(struct json_scan *scan)
{
    size_t start = scan->at, count = scan->diags->errors;
    if (scan_number_parts(scan, start))
        scan_number_tail(scan, start);
    else
        skip_number_tail(scan);
    if (scan->diags->errors == count && is_huge(scan->text + start, scan->at - start))
        report_number(scan, start, "is too large", (struct diag_more){.expected = "a number below 1e309"});
    return true;
}
