#include "template/describe.h"

#include "base/geom.h"
#include "template/words.h"

#include <string.h>

static const char CODE[] = "template-json";

static const char *join(struct arena *arena, struct choices names)
{
    struct buf out = buf_init(arena);
    for (size_t i = 0; i < names.count; i++)
        buf_printf(&out, "%s%s", i ? ", " : "one of ", names.names[i]);
    return names.count > 1 ? out.data : arena_printf(arena, "%s", names.names[0]);
}

static bool is_among(struct choices names, const char *word)
{
    for (size_t i = 0; i < names.count; i++)
        if (strcmp(names.names[i], word) == 0)
            return true;
    return false;
}

static void wrong_kind(struct diags *diags, const struct value *value, enum value_kind kind)
{
    const char *what = value->key ? arena_printf(diags->arena, "\"%s\"", value->key) : "this";
    diag_value(diags, SEVERITY_ERROR, CODE, value, (struct diag_more){.expected = value_kind_name(kind)}, "%s is %s",
               what, value_kind_name(value->kind));
}

bool describe_object(struct diags *diags, const struct value *value, struct choices names)
{
    if (value->kind != VALUE_OBJECT) {
        wrong_kind(diags, value, VALUE_OBJECT);
        return false;
    }
    for (size_t i = 0; i < value->count; i++) {
        const struct value *member = value->items[i];
        if (is_among(names, member->key))
            continue;
        struct diag_more more = {.expected = join(diags->arena, names),
                                 .hint = words_hint(diags->arena, member->key, names.names, names.count)};
        diag_value(diags, SEVERITY_ERROR, CODE, member, more, "unknown member \"%s\"", member->key);
    }
    return true;
}

const struct value *describe_member(struct diags *diags, const struct value *object, const char *key,
                                    enum value_kind kind)
{
    const struct value *member = value_member(object, key);
    if (!member || member->kind == kind)
        return member;
    wrong_kind(diags, member, kind);
    return NULL;
}

const struct value *describe_needed(struct diags *diags, const struct value *object, const char *key,
                                    enum value_kind kind)
{
    if (object->kind == VALUE_OBJECT && !value_member(object, key))
        diag_value(diags, SEVERITY_ERROR, CODE, object, (struct diag_more){.expected = value_kind_name(kind)},
                   "\"%s\" is missing", key);
    return describe_member(diags, object, key, kind);
}

const char *describe_text(struct diags *diags, const struct value *object, const char *key, const char *otherwise)
{
    const struct value *member = describe_member(diags, object, key, VALUE_TEXT);
    return member ? member->text : otherwise;
}

bool describe_flag(struct diags *diags, const struct value *object, const char *key, bool otherwise)
{
    const struct value *member = describe_member(diags, object, key, VALUE_BOOL);
    return member ? member->truth : otherwise;
}

int describe_choice(struct diags *diags, const struct value *object, const char *key, struct choices choices,
                    int otherwise)
{
    const struct value *member = describe_member(diags, object, key, VALUE_TEXT);
    if (!member)
        return otherwise;
    for (size_t i = 0; i < choices.count; i++)
        if (strcmp(choices.names[i], member->text) == 0)
            return (int)i;
    struct diag_more more = {.expected = join(diags->arena, choices),
                             .hint = words_hint(diags->arena, member->text, choices.names, choices.count)};
    diag_value(diags, SEVERITY_ERROR, CODE, member, more, "unknown %s \"%s\"", key, member->text);
    return otherwise;
}

int describe_integer(struct diags *diags, const struct value *object, const char *key, int least, int most,
                     int otherwise)
{
    const struct value *member = describe_member(diags, object, key, VALUE_NUMBER);
    if (!member)
        return otherwise;
    int64_t number = value_member_integer(object, key, (int64_t)least - 1);
    if (number >= least && number <= most)
        return (int)number;
    const char *expected = arena_printf(diags->arena, "a whole number from %d to %d", least, most);
    diag_value(diags, SEVERITY_ERROR, CODE, member, (struct diag_more){.expected = expected}, "\"%s\" is %s", key,
               member->text);
    return otherwise;
}

/* Splits "25.5mm" into its number and its unit. */
static bool split_number(const char *text, double *number, const char **unit)
{
    size_t digits = strspn(text, "0123456789.-");
    struct decimal decimal;
    if (!digits || !decimal_parse(text, digits, &decimal))
        return false;
    double value = (double)decimal.units;
    for (int i = 0; i < decimal.places; i++)
        value /= 10;
    *number = value;
    *unit = text + digits;
    return value > -1e5 && value < 1e5;
}

bool describe_points(const char *text, double *points)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"pt", 1}, {"mm", MM_TO_PT}, {"cm", 10 * MM_TO_PT}};
    double number;
    const char *unit;
    if (!split_number(text, &number, &unit))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(unit, units[i].name) == 0)
            return *points = number * units[i].points, true;
    return false;
}

bool describe_percent(const char *text, double *percent)
{
    const char *unit;
    return split_number(text, percent, &unit) && strcmp(unit, "%") == 0;
}

double describe_length(struct diags *diags, const struct value *object, const char *key, double least, double otherwise)
{
    const struct value *member = describe_member(diags, object, key, VALUE_TEXT);
    double points;
    if (!member)
        return otherwise;
    if (describe_points(member->text, &points) && points >= least)
        return points;
    diag_value(diags, SEVERITY_ERROR, CODE, member,
               (struct diag_more){.expected = "a length such as \"16pt\" or \"25mm\""}, "\"%s\" is \"%s\"", key,
               member->text);
    return otherwise;
}

bool describe_is_name(const char *text)
{
    return *text && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(text);
}

const char *describe_name(struct diags *diags, const struct value *object, const char *key, const char *otherwise)
{
    const struct value *member = describe_member(diags, object, key, VALUE_TEXT);
    if (!member || describe_is_name(member->text))
        return member ? member->text : otherwise;
    struct diag_more more = {.expected = "small Latin letters, digits, \"-\" and \"_\""};
    diag_value(diags, SEVERITY_ERROR, CODE, member, more, "bad %s \"%s\"", key, member->text);
    return otherwise;
}
