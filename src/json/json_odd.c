/* What people write where JSON wants a value or a name: other quotation marks, Thai digits, words.  Each gets its own
 * advice, and is passed over where its end is plain. */
#include "json/json_scan.h"

#include "base/utf8.h"

#include <string.h>

enum { SNIPPET_MAX = 40 };

static uint32_t code_at(const struct json_scan *scan, size_t at, size_t *size)
{
    *size = 0;
    return at < scan->length ? utf8_decode(scan->text + at, scan->length - at, size) : 0;
}

const char *json_character(const struct json_scan *scan, size_t offset)
{
    size_t size;
    if (offset >= scan->length)
        return "end of the file";
    uint32_t code = code_at(scan, offset, &size);
    if (!utf8_valid_at(scan->text + offset, scan->length - offset))
        return arena_printf(scan->arena, "byte 0x%02X", (unsigned)(unsigned char)scan->text[offset]);
    if (code > ' ' && code < 0x7f)
        return arena_printf(scan->arena, "\"%c\"", (char)code);
    if (code >= 0xe01 && code <= 0xe5b)
        return arena_printf(scan->arena, "\"%.*s\"", (int)size, scan->text + offset);
    return arena_printf(scan->arena, "U+%04X", (unsigned)code);
}

const char *json_snippet(const struct json_scan *scan, size_t from, size_t to)
{
    struct buf out = buf_init(scan->arena);
    size_t at = from, size;
    for (; at < to && at - from < SNIPPET_MAX; at += size) {
        code_at(scan, at, &size);
        if ((unsigned char)scan->text[at] >= ' ' && utf8_valid_at(scan->text + at, scan->length - at))
            buf_add(&out, scan->text + at, size);
        else
            buf_putc(&out, '?');
    }
    buf_puts(&out, at < to ? "..." : "");
    return out.data;
}

/* ---- quotation marks -------------------------------------------------------------------------------------------- */

static bool is_quote(uint32_t code)
{
    static const uint32_t quotes[] = {'\'',   '`',    0xab,   0xb4,   0xbb,   0x2018, 0x2019, 0x201a,
                                      0x201c, 0x201d, 0x201e, 0x201f, 0x2032, 0x2033, 0xff02, 0xff07};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (quotes[i] == code)
            return true;
    }
    return false;
}

/* True when a value or name can end at `at`: what follows is a separator, a bracket or the end of the line. */
static bool is_token_end(const struct json_scan *scan, size_t at)
{
    while (at < scan->length && (scan->text[at] == ' ' || scan->text[at] == '\t'))
        at++;
    return at == scan->length || (scan->text[at] && strchr(",:]}\r\n", scan->text[at]));
}

/* Behind the mark that closes what begins at `at`, or 0 when the line has none. */
static size_t find_closing_quote(const struct json_scan *scan, size_t at)
{
    size_t size;
    for (uint32_t code; (code = code_at(scan, at, &size)) && code != '\n'; at += size) {
        if ((code == '"' || is_quote(code)) && is_token_end(scan, at + size))
            return at + size;
    }
    return 0;
}

static bool scan_odd_quotes(struct json_scan *scan, uint32_t code, size_t size)
{
    size_t end = find_closing_quote(scan, scan->at + size);
    const char *what = code == '\'' ? "a single quotation mark" : "a curly quotation mark";
    json_defect(scan, scan->at, "json-syntax",
                (struct diag_more){.expected = "the plain mark \"",
                                   .hint = code == '\'' ? NULL
                                                        : "word processors change quotation marks: use a plain "
                                                          "text editor"},
                "%s (U+%04X)", what, (unsigned)code);
    if (end)
        scan->at = end;
    return end != 0;
}

/* ---- numbers and words ------------------------------------------------------------------------------------------ */

static bool is_thai_digit(uint32_t code)
{
    return code >= 0xe50 && code <= 0xe59;
}

static void scan_thai_number(struct json_scan *scan)
{
    struct buf plain = buf_init(scan->arena);
    size_t start = scan->at, size;
    for (uint32_t code; (code = code_at(scan, scan->at, &size)) != 0; scan->at += size) {
        if (is_thai_digit(code))
            buf_putc(&plain, (char)('0' + (int)(code - 0xe50)));
        else if ((code >= '0' && code <= '9') || code == '.' || code == '-' || code == '/')
            buf_putc(&plain, (char)code);
        else
            break;
    }
    const char *mark = strpbrk(plain.data, "-/") ? "\"" : "";
    const char *hint = arena_printf(scan->arena, "write %s%s%s; the member \"digits\" chooses what the report shows",
                                    mark, plain.data, mark);
    json_defect(scan, start, "json-number", (struct diag_more){.expected = "digits 0-9", .hint = hint},
                "%s is written in Thai digits", json_snippet(scan, start, scan->at));
}

static void scan_odd_sign(struct json_scan *scan, size_t size, const char *what, const char *hint)
{
    size_t start = scan->at;
    scan->at += size;
    while (scan->at < scan->length && scan->text[scan->at] && strchr("0123456789.eE+-", scan->text[scan->at]))
        scan->at++;
    json_defect(scan, start, "json-number", (struct diag_more){.hint = hint}, "%s begins with %s",
                json_snippet(scan, start, scan->at), what);
}

static const char *right_word(const char *word, size_t length)
{
    static const struct {
        const char *wrong, *right;
    } words[] = {
        {"True", "true"},      {"TRUE", "true"}, {"yes", "true"},  {"False", "false"},   {"FALSE", "false"},
        {"no", "false"},       {"None", "null"}, {"NULL", "null"}, {"Null", "null"},     {"nil", "null"},
        {"undefined", "null"}, {"NaN", "null"},  {"nan", "null"},  {"Infinity", "null"}, {"inf", "null"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].wrong) == length && memcmp(words[i].wrong, word, length) == 0)
            return words[i].right;
    }
    return NULL;
}

/* A word without quotation marks: to the next separator on the line. */
static void scan_word(struct json_scan *scan, enum json_wanted wanted)
{
    size_t start = scan->at, end = start;
    const char *stop = wanted == JSON_NAME ? ":=,{}[]\"\r\n" : ",]}\r\n";
    while (end < scan->length && !(scan->text[end] && strchr(stop, scan->text[end])))
        end++;
    scan->at = end;
    while (end > start + 1 && (scan->text[end - 1] == ' ' || scan->text[end - 1] == '\t'))
        end--;
    const char *right = wanted == JSON_VALUE ? right_word(scan->text + start, end - start) : NULL;
    const char *hint =
        arena_printf(scan->arena, right ? "write %s" : "write \"%s\"", right ? right : json_snippet(scan, start, end));
    json_defect(scan, start, "json-syntax", (struct diag_more){.hint = hint},
                right ? "%s is no value of JSON" : "%s stands without quotation marks", json_snippet(scan, start, end));
}

static bool begins_word(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           code == '_' || code == '$' || (code >= 0xe01 && code <= 0xe4e);
}

bool json_scan_odd(struct json_scan *scan, enum json_wanted wanted)
{
    size_t size;
    uint32_t code = code_at(scan, scan->at, &size);
    if (is_quote(code))
        return scan_odd_quotes(scan, code, size);
    if (wanted == JSON_VALUE && is_thai_digit(code))
        return scan_thai_number(scan), true;
    if (wanted == JSON_VALUE && code == '+')
        return scan_odd_sign(scan, size, "+", "leave the sign out"), true;
    if (wanted == JSON_VALUE && code == '.')
        return scan_odd_sign(scan, size, "a point", "write 0 before the point"), true;
    if (wanted == JSON_VALUE && (code == 0x2012 || code == 0x2013 || code == 0x2212))
        return scan_odd_sign(scan, size, "a dash", "the minus sign is -"), true;
    if (begins_word(code))
        return scan_word(scan, wanted), true;
    json_defect(scan, scan->at, "json-syntax",
                (struct diag_more){.expected = wanted == JSON_NAME ? "a member's name in quotation marks" : "a value"},
                "unexpected %s", json_character(scan, scan->at));
    return false;
}
