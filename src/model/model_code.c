/* Short texts with a form of their own: codes, addresses, pointers, widths, choices; and true or false. */
#include "model/reader.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_MAX = 40 };

static const char code_characters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

static struct value *plain_text(struct reader *reader, const struct value *json)
{
    struct value *text = model_typed(reader, json, VALUE_TEXT);
    text->text = json->text;
    return text;
}

/* An error that says what the type wants. */
static struct value *not_wanted(struct reader *reader, const struct type *type, const struct value *json,
                                const char *what, const char *hint)
{
    struct diag_more more = {.expected = model_expected(reader->arena, type), .hint = hint};
    return model_error(reader, "model-text", json, more, "%s %s", model_quoted(reader->arena, json), what);
}

static bool is_code(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && length <= CODE_MAX && strspn(text, code_characters) == length && text[0] != '.' &&
           text[0] != '-';
}

struct value *model_code(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    if (!is_code(json->text)) {
        const char *plain = model_plain_digits(reader->arena, json->text);
        return not_wanted(reader, type, json, "is no code",
                          is_code(plain) ? arena_printf(reader->arena, "write \"%s\"", plain) : NULL);
    }
    struct value *code = plain_text(reader, json);
    code->refers = type->refers;
    if (type->refers)
        *list_add(reader->arena, &reader->references) = (struct reference){.path = type->refers, .value = code};
    return code;
}

struct value *model_link(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    const char *host = strstr(json->text, "://");
    bool known = strncmp(json->text, "https://", 8) == 0 || strncmp(json->text, "http://", 7) == 0;
    if (known && host[3] && !strpbrk(json->text, " \n\t\"<>"))
        return plain_text(reader, json);
    return not_wanted(
        reader, type, json, "is no web address",
        host || !strchr(json->text, '.') ? NULL : arena_printf(reader->arena, "write \"https://%s\"", json->text));
}

/* ---- pointers --------------------------------------------------------------------------------------------------- */

/* The element or member of `value` that the step of `length` bytes names ("~1" is "/", "~0" is "~"), or NULL. */
static const struct value *take_step(struct arena *arena, const struct value *value, const char *step, size_t length)
{
    char *name = arena_strndup(arena, step, length), *end = name;
    if (value->kind == VALUE_LIST) {
        bool number = length && length < 10 && strspn(name, "0123456789") == length && (name[0] != '0' || length == 1);
        size_t index = number ? strtoul(name, NULL, 10) : value->count;
        return index < value->count ? value->items[index] : NULL;
    }
    for (size_t i = 0; i < length; i++) {
        if (step[i] == '~' && i + 1 < length && (step[i + 1] == '0' || step[i + 1] == '1'))
            *end++ = step[++i] == '1' ? '/' : '~';
        else
            *end++ = step[i];
    }
    *end = '\0';
    return value_member(value, name);
}

struct value *model_pointer(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    const char *at = json->text;
    if (*at && *at != '/')
        return not_wanted(reader, type, json, "is no JSON pointer", "it begins with /");
    for (const struct value *value = reader->root; *at;) {
        size_t length = strcspn(at + 1, "/");
        value = take_step(reader->arena, value, at + 1, length);
        if (!value)
            return model_error(reader, "model-reference", json, (struct diag_more){0},
                               "nothing in this file is at %s: there is no \"%.*s\" in \"%.*s\"",
                               model_quoted(reader->arena, json), (int)length, at + 1, (int)(at - json->text),
                               json->text);
        at += 1 + length;
    }
    return plain_text(reader, json);
}

/* ---- widths, choices, true and false ---------------------------------------------------------------------------- */

static bool is_width(const char *text)
{
    static const char *const units[] = {"%", "mm", "cm", "pt"};
    size_t digits = strspn(text, "0123456789."), whole = strspn(text, "0123456789");
    struct decimal number;
    if (!whole || !decimal_parse(text, digits, &number) || number.units <= 0)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(text + digits, units[i]) == 0)
            return true;
    }
    return false;
}

struct value *model_width(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    if (strcmp(json->text, "auto") != 0 && !is_width(json->text))
        return not_wanted(reader, type, json, "is no width", NULL);
    return plain_text(reader, json);
}

struct value *model_choice(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_TEXT)
        return model_wrong(reader, type, json);
    const char **names = arena_array(reader->arena, const char *, type->values->count);
    for (size_t i = 0; i < type->values->count; i++) {
        names[i] = choice_value(type->values->items[i]);
        if (strcmp(names[i], json->text) == 0)
            return plain_text(reader, json);
    }
    const char *near = diag_nearest(json->text, names, type->values->count);
    return not_wanted(reader, type, json, "cannot be chosen",
                      near ? arena_printf(reader->arena, "did you mean \"%s\"?", near) : NULL);
}

struct value *model_boolean(struct reader *reader, const struct type *type, const struct value *json)
{
    if (json->kind != VALUE_BOOL)
        return model_wrong(reader, type, json);
    struct value *truth = model_typed(reader, json, VALUE_BOOL);
    truth->truth = json->truth;
    return truth;
}
