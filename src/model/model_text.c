/* Texts, brought to normal form. */
#include "model/reader.h"

#include "base/thai.h"
#include "json/json.h"

#include <string.h>

/* A finding about byte `at` of a text as it was read. */
static void report_at(struct reader *reader, enum severity severity, const char *code, const struct value *json,
                      size_t at, const char *hint, const char *message)
{
    struct value place = *json;
    place.offset = json_text_place(json, at);
    diag_value(reader->diags, severity, code, &place, (struct diag_more){.hint = hint}, "%s", message);
}

/* What is put right here.  What cannot be, the audit reports (R22). */
static void report_defects(struct reader *reader, const struct value *json, struct thai_defects defects)
{
    const struct {
        size_t at;
        const char *code, *message, *hint;
    } rows[] = {
        {defects.split_sara_am, "text-sara-am", "SARA AM in two parts (U+0E4D U+0E32)", "joined to U+0E33"},
        {defects.presentation, "text-presentation", "an old private character (U+F700 to U+F71A) for a Thai mark",
         "replaced by the mark"},
        {defects.mark_order, "text-mark-order", "a tone mark before the vowel of its letter", "put in order"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].at != (size_t)-1)
            report_at(reader, SEVERITY_NOTE, rows[i].code, json, rows[i].at, rows[i].hint, rows[i].message);
    }
}

/* False, with a finding, for characters that cannot be printed.  A line end is "\n" alone. */
static bool check_controls(struct reader *reader, const struct value *json)
{
    for (const char *c = json->text; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        bool c1 = byte == 0xc2 && (unsigned char)c[1] < 0xa0;
        if ((byte >= ' ' && byte != 0x7f && !c1) || byte == '\n')
            continue;
        report_at(reader, SEVERITY_ERROR, "model-text", json, (size_t)(c - json->text),
                  byte == '\t'   ? "write a space"
                  : byte == '\r' ? "a line end is written \\n"
                                 : NULL,
                  arena_printf(reader->arena, "control character U+%04X", c1 ? (unsigned char)c[1] : byte));
        return false;
    }
    return true;
}

struct value *model_text(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    if (!type->empty && !json->text[strspn(json->text, " \n\t")])
        return model_error(reader, "model-text", json, (struct diag_more){.expected = "text"}, "the text is empty");
    if (!check_controls(reader, json))
        return NULL;
    struct buf normal = buf_init(reader->arena);
    report_defects(reader, json, thai_normalise(&normal, json->text, strlen(json->text)));
    struct value *text = model_typed(reader, json, type->kind == TYPE_RICH ? VALUE_RICH : VALUE_TEXT);
    text->text = normal.data;
    return text;
}
