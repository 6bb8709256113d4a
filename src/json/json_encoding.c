/* Files that are not JSON in UTF-8, recognised by their bytes, so that the advice fits. */
#include "json/json_scan.h"

#include "base/utf8.h"

#include <string.h>

static const char save_as[] = "save the file as UTF-8; in Notepad: Save As, Encoding: UTF-8";

static const struct magic {
    const char *bytes;
    size_t length;
    const char *what;
    const char *hint;
} magics[] = {
    {"\xff\xfe\0\0", 4, "the file is in UTF-32", save_as},
    {"\0\0\xfe\xff", 4, "the file is in UTF-32", save_as},
    {"\xff\xfe", 2, "the file is in UTF-16", save_as},
    {"\xfe\xff", 2, "the file is in UTF-16", save_as},
    {"%PDF-", 5, "the file is a PDF", "give the JSON file that the report is made from"},
    {"PK\003\004", 4, "the file is a ZIP archive, such as a Word or Excel document", NULL},
    {"\xd0\xcf\x11\xe0", 4, "the file is an old Word or Excel document", NULL},
    {"\x89PNG", 4, "the file is a picture", NULL},
    {"\xff\xd8\xff", 3, "the file is a picture", NULL},
    {"\x1f\x8b", 2, "the file is compressed", NULL},
};

static const struct magic *find_magic(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        if (length >= magics[i].length && memcmp(text, magics[i].bytes, magics[i].length) == 0)
            return &magics[i];
    }
    return NULL;
}

/* JSON begins with two ASCII characters, so a NUL among the first two bytes is half of a UTF-16 unit. */
static bool is_bare_utf16(const char *text, size_t length)
{
    return length >= 2 && !text[0] != !text[1];
}

/* A letter, mark or digit of Windows-874 (TIS-620), or one of its quotation marks and dashes. */
static bool is_windows_874(unsigned char byte)
{
    return (byte >= 0xa0 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb) || (byte >= 0x91 && byte <= 0x97) ||
           byte == 0x85 || byte == 0x80;
}

/* Thai text in Windows-874: nearly all bytes over 0x7F are Thai there, and few of them are Thai in UTF-8 by chance. */
static bool looks_like_windows_874(const char *text, size_t length)
{
    size_t high = 0, thai = 0, utf8 = 0, size;
    for (size_t at = 0; at < length; at += size) {
        uint32_t code = utf8_decode(text + at, length - at, &size);
        if (code >= 0xe00 && code <= 0xe7f)
            utf8 += size;
        for (size_t i = at; i < at + size; i++) {
            high += (unsigned char)text[i] >= 0x80;
            thai += is_windows_874((unsigned char)text[i]);
        }
    }
    return high >= 2 && utf8 <= high / 8 && thai >= high - high / 10;
}

static bool is_blank(const struct json_scan *scan)
{
    size_t at = scan->at;
    while (at < scan->length && scan->text[at] && strchr(" \t\r\n", scan->text[at]))
        at++;
    return at == scan->length;
}

bool json_check_encoding(struct json_scan *scan)
{
    const char *text = scan->text;
    size_t length = scan->length, bad = utf8_first_invalid(text, length);
    const struct magic *magic = find_magic(text, length);
    struct diag_more expected = {.expected = "JSON in UTF-8", .hint = save_as};

    if (magic) {
        expected.hint = magic->hint;
        json_defect(scan, 0, "json-encoding", expected, "%s", magic->what);
    } else if (is_bare_utf16(text, length)) {
        json_defect(scan, 0, "json-encoding", expected, "the file is in UTF-16");
    } else if (is_blank(scan)) {
        expected.hint = NULL;
        json_defect(scan, 0, "json-syntax", expected, "the file is empty");
    } else if (bad < length && looks_like_windows_874(text, length)) {
        json_defect(scan, bad, "json-encoding", expected, "the file is in Windows-874 (TIS-620, \"ANSI\")");
    }
    return !scan->failed;
}
