/* What messages say about types and wrong values. */
#include "model/reader.h"

#include "base/thai.h"
#include "base/utf8.h"

#include <string.h>

enum { QUOTED_MAX = 60 };

/* ---- what a type wants ------------------------------------------------------------------------------------------ */

static const char *decimal_text(struct arena *arena, struct decimal number)
{
    char text[DECIMAL_TEXT_SIZE];
    decimal_print(number, text);
    return arena_strdup(arena, text);
}

static const char *with_range(struct arena *arena, const char *what, const struct type *type)
{
    const char *min = decimal_text(arena, type->min), *max = decimal_text(arena, type->max);
    if (type->has_min && type->has_max)
        return arena_printf(arena, "%s from %s to %s", what, min, max);
    if (type->has_min)
        return arena_printf(arena, "%s from %s up", what, min);
    if (type->has_max)
        return arena_printf(arena, "%s up to %s", what, max);
    return what;
}

static const char *choices(struct arena *arena, const struct type *type)
{
    struct buf out = buf_init(arena);
    for (size_t i = 0; i < type->values->count; i++)
        buf_printf(&out, "%s\"%s\"",
                   i                         ? ", "
                   : type->values->count > 1 ? "one of "
                                             : "",
                   choice_value(type->values->items[i]));
    return out.data;
}

static const char *list_expected(struct arena *arena, const struct type *type)
{
    static const char *const plurals[] = {
        [TYPE_TEXT] = "texts",          [TYPE_RICH] = "texts",
        [TYPE_CODE] = "codes",          [TYPE_LINK] = "addresses",
        [TYPE_POINTER] = "pointers",    [TYPE_WIDTH] = "widths",
        [TYPE_CHOICE] = "values",       [TYPE_INTEGER] = "whole numbers",
        [TYPE_SCORE] = "scores",        [TYPE_NUMBER] = "numbers",
        [TYPE_YEAR] = "years",          [TYPE_DATE] = "dates",
        [TYPE_MONEY] = "sums of money", [TYPE_PERIOD] = "periods",
        [TYPE_BOOLEAN] = "values",      [TYPE_LIST] = "lists",
        [TYPE_OBJECT] = "objects",      [TYPE_VARIANT] = "objects",
        [TYPE_NONE] = "values",
    };
    const char *what = arena_printf(arena, "a list of %s", plurals[type->of->kind]);
    if (type->of->brief)
        what = "a list of texts or objects";
    const char *min = decimal_text(arena, type->min), *max = decimal_text(arena, type->max);
    if (type->has_min && type->has_max)
        return arena_printf(arena, "%s, %s to %s of them", what, min, max);
    if (type->has_min)
        return arena_printf(arena, "%s, at least %s", what, min);
    return type->has_max ? arena_printf(arena, "%s, at most %s", what, max) : what;
}

static const char *object_expected(struct arena *arena, const struct type *type)
{
    struct buf out = buf_init(arena);
    buf_puts(&out, type->brief ? "a text, or an object" : "an object");
    const char *joint = " with ";
    for (size_t i = 0; i < type->fields.count; i++) {
        if (!type->fields.items[i].needed)
            continue;
        buf_printf(&out, "%s\"%s\"", joint, type->fields.items[i].name);
        joint = ", ";
    }
    return out.data;
}

const char *model_expected(struct arena *arena, const struct type *type)
{
    switch (type->kind) {
    case TYPE_TEXT:
    case TYPE_RICH: return "text";
    case TYPE_CODE: return "a code of Latin letters, digits, \".\", \"_\" and \"-\", such as \"O24\"";
    case TYPE_LINK: return "a web address that begins with https:// or http://";
    case TYPE_POINTER: return "a JSON pointer such as \"/results/items/0\"";
    case TYPE_WIDTH: return "\"auto\", or a width such as \"40mm\" or \"20%\"";
    case TYPE_CHOICE: return choices(arena, type);
    case TYPE_INTEGER: return with_range(arena, "a whole number", type);
    case TYPE_SCORE:
    case TYPE_NUMBER: return with_range(arena, "a number", type);
    case TYPE_MONEY: return with_range(arena, "a sum in baht", type);
    case TYPE_YEAR: return "a year of the Buddhist era such as 2566";
    case TYPE_DATE: return "a date of the Buddhist era such as \"2566-07-05\"";
    case TYPE_PERIOD: return "a period such as \"2566-07-05\", \"2566-07/2566-09\" or \"2566-Q2\"";
    case TYPE_BOOLEAN: return "true or false";
    case TYPE_LIST: return list_expected(arena, type);
    case TYPE_OBJECT: return object_expected(arena, type);
    case TYPE_VARIANT: return arena_printf(arena, "an object with \"%s\"", type->by);
    case TYPE_NONE: break;
    }
    return "a value";
}

/* ---- what was found --------------------------------------------------------------------------------------------- */

const char *model_quoted(struct arena *arena, const struct value *json)
{
    size_t end = 0, size;
    const char *mark = json->kind == VALUE_NUMBER ? "" : "\"";
    if (!json->text)
        return value_kind_name(json->kind);
    struct buf out = buf_init(arena);
    for (; end < QUOTED_MAX && json->text[end]; end += size) {
        utf8_decode(json->text + end, 4, &size);
        if ((unsigned char)json->text[end] < ' ')
            buf_putc(&out, ' ');
        else
            buf_add(&out, json->text + end, size);
    }
    return arena_printf(arena, "%s%s%s%s", mark, out.data, json->text[end] ? "..." : "", mark);
}

static const char *found(struct arena *arena, const struct value *json)
{
    switch (json->kind) {
    case VALUE_NULL: return "null stands here";
    case VALUE_BOOL: return json->truth ? "true stands here" : "false stands here";
    case VALUE_NUMBER: return arena_printf(arena, "%s is a number", model_quoted(arena, json));
    case VALUE_TEXT:
    case VALUE_RICH:
    case VALUE_DATE: return arena_printf(arena, "%s is text", model_quoted(arena, json));
    case VALUE_LIST: return "a list stands here";
    case VALUE_OBJECT: return "an object stands here";
    }
    return "nothing stands here";
}

/* ---- advice ----------------------------------------------------------------------------------------------------- */

char *model_plain_digits(struct arena *arena, const char *text)
{
    struct buf out = buf_init(arena);
    size_t size;
    for (size_t length = strlen(text); length; text += size, length -= size) {
        uint32_t code = utf8_decode(text, length, &size);
        if (thai_is_digit(code))
            buf_putc(&out, (char)('0' + (int)(code - 0xe50)));
        else if (code != ' ' && code != 0xa0)
            buf_add(&out, text, size);
    }
    return out.data;
}

/* The number that a text was meant as: "97.75", "50,000", "97.75%", in Thai digits; NULL when it is none. */
static const char *meant_number(struct arena *arena, const char *text)
{
    char *plain = model_plain_digits(arena, text);
    size_t kept = 0, length = strlen(plain);
    struct decimal number;
    for (size_t i = 0; i < length; i++) {
        if (plain[i] != ',' && !(plain[i] == '%' && i + 1 == length))
            plain[kept++] = plain[i];
    }
    plain[kept] = '\0';
    return kept && strspn(plain, "-0123456789.") == kept && decimal_parse(plain, kept, &number) ? plain : NULL;
}

static bool is_numeric(enum type_kind kind)
{
    return kind == TYPE_INTEGER || kind == TYPE_SCORE || kind == TYPE_NUMBER || kind == TYPE_MONEY || kind == TYPE_YEAR;
}

static const char *advice(struct arena *arena, const struct type *type, const struct value *json)
{
    if (is_numeric(type->kind) && json->kind == VALUE_TEXT) {
        const char *number = meant_number(arena, json->text);
        return number ? arena_printf(arena, "write %s, with digits 0-9 and without quotation marks", number) : NULL;
    }
    if (type->kind == TYPE_LIST && json->kind != VALUE_NULL)
        return "put it between [ and ]";
    if (json->kind == VALUE_LIST && json->count == 1)
        return "leave the [ and ] out";
    if (type->kind == TYPE_BOOLEAN && json->kind == VALUE_TEXT)
        return "without quotation marks";
    if ((type->kind <= TYPE_CHOICE || type->kind == TYPE_PERIOD) && json->kind == VALUE_NUMBER)
        return arena_printf(arena, "write \"%s\"", json->text);
    return NULL;
}

/* Beyond DIAGS_MAX findings are only counted: no words are made for them. */
static struct value *count_only(struct reader *reader, const char *code, const struct value *json)
{
    diag_value(reader->diags, SEVERITY_ERROR, code, json, (struct diag_more){0}, "%s", "");
    return NULL;
}

struct value *model_error(struct reader *reader, const char *code, const struct value *json, struct diag_more more,
                          const char *format, ...)
{
    if (reader->diags->full)
        return count_only(reader, code, json);
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(reader->arena, format, arguments);
    va_end(arguments);
    diag_value(reader->diags, SEVERITY_ERROR, code, json, more, "%s", message);
    return NULL;
}

struct value *model_wrong(struct reader *reader, const struct type *type, const struct value *json)
{
    if (reader->diags->full)
        return count_only(reader, "model-type", json);
    struct diag_more more = {.expected = model_expected(reader->arena, type),
                             .hint = advice(reader->arena, type, json)};
    return model_error(reader, "model-type", json, more, "%s", found(reader->arena, json));
}
