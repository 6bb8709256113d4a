/* R22: characters that do not belong, marks out of place, words typed letter by letter. */
#include "analysis/texts.h"

#include "analysis/scan.h"
#include "base/thai.h"
#include "base/utf8.h"

#include <string.h>

/* Scripts and signs that a Thai report is written with; everything else has come in by mistake. */
static bool belongs(uint32_t code)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {
        {0x0E01, 0x0E3A},   {0x0E3F, 0x0E5B},                   /* Thai */
        {'\n', '\n'},       {' ', '~'},       {0x00A0, 0x024F}, /* Latin */
        {0x1E00, 0x1EFF},   {0x02B0, 0x036F},                   /* and its accents */
        {0x0370, 0x03FF},                                       /* Greek letters as symbols */
        {0x2000, 0x209F},   {0x20A0, 0x20CF},                   /* punctuation, raised digits, money */
        {0x2100, 0x218F},   {0x2190, 0x23FF}, {0x2460, 0x27BF}, /* letters, arrows, signs */
        {0x1F000, 0x1FAFF}, {0xFE0F, 0xFE0F},                   /* pictures */
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (ranges[i].from <= code && code <= ranges[i].to)
            return true;
    }
    return false;
}

static const char *name_of(uint32_t code)
{
    if (code == 0xFFFD)
        return "a character that was lost when the text was converted";
    if (code >= 0xE000 && code <= 0xF8FF)
        return "a private character, which other programs show otherwise or not at all";
    if (code < 0xA0)
        return "a control character";
    return "a character of another script";
}

static void check_scripts(struct audit *audit, const struct text_item *text)
{
    const char *raw = text->value->text;
    size_t length = strlen(raw), size;
    for (size_t at = 0; at < length; at += size) {
        size = 1;
        if (raw[at] >= ' ' && raw[at] <= '~')
            continue;
        uint32_t code = utf8_decode(raw + at, length - at, &size);
        if (belongs(code))
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_TEXT_BROKEN,
                                      .at = text->value,
                                      .expected = "Thai or Latin text",
                                      .hint = scan_context(audit->arena, raw, raw + at, size, 12)},
                     "U+%04X is %s", (unsigned)code, name_of(code));
        return;
    }
}

static void report_mark(struct audit *audit, const struct text_item *text, size_t at, const char *what,
                        const char *expected)
{
    const char *raw = text->value->text;
    if (at == (size_t)-1)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_TEXT_BROKEN,
                                  .at = text->value,
                                  .expected = expected,
                                  .hint = scan_context(audit->arena, raw, raw + at, 3, 12)},
                 "%s", what);
}

/* Reading repairs what has one meaning only; the rest is reported here. */
static void check_marks(struct audit *audit, const struct text_item *text, struct buf *normal)
{
    normal->length = 0;
    struct thai_defects defects = thai_normalise(normal, text->value->text, strlen(text->value->text));
    report_mark(audit, text, defects.double_sara_e, "SARA E stands twice", "SARA AE (U+0E41)");
    report_mark(audit, text, defects.stray_mark, "a Thai mark has no letter to stand on", "a letter before it");
    report_mark(audit, text, defects.split_sara_am, "SARA AM is in two parts", "U+0E33");
    report_mark(audit, text, defects.mark_order, "a tone stands before the vowel of its letter", "the vowel first");
}

/* Six clusters or more, one by one between spaces: words that were letter-spaced. */
static void check_spaced(struct audit *audit, const struct text_item *text)
{
    enum { MANY = 6 };
    const char *raw = text->value->text, *first = raw;
    size_t length = strlen(raw), count = 0;
    for (size_t at = 0, end; at < length; at = end) {
        size_t size;
        uint32_t code = utf8_decode(raw + at, length - at, &size);
        end = thai_cluster_end(raw, length, at);
        bool single = thai_is_letter(code) && (at == 0 || raw[at - 1] == ' ') && (end == length || raw[end] == ' ');
        if (single && !count++)
            first = raw + at;
        if (!single && code != ' ')
            count = 0;
        if (count < MANY)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_TEXT_SPACED,
                                      .at = text->value,
                                      .expected = "words without spaces in them",
                                      .hint = scan_context(audit->arena, raw, first, 0, 12)},
                     "Thai letters are set apart by spaces");
        return;
    }
}

void audit_characters(struct audit *audit)
{
    struct buf normal = buf_init(audit->arena); /* room for one text */
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        check_scripts(audit, text);
        check_marks(audit, text, &normal);
        check_spaced(audit, text);
    }
}
