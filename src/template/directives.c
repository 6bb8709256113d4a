#include "template/build.h"
#include "template/describe.h"

#include "base/geom.h"

#include <string.h>

static const char CODE[] = "template-markup";

#define RULE_WIDTH (40 * MM_TO_PT)
#define RULE_THICKNESS 0.75

/* One thing that is to be placed. */
struct directive {
    struct build *build;
    const struct scope *scope;
    struct attributes *attributes;
    const struct context *context;
    struct place place;
};

static const struct attribute *take(const struct directive *d, const char *key)
{
    return attributes_take(d->attributes, key);
}

static const struct attribute *need(const struct directive *d, const char *key, const char *name)
{
    const struct attribute *attribute = take(d, key);
    if (!attribute)
        place_error(d->build->diags, d->place, CODE, (struct diag_more){0}, "\"%s=\" is missing in ::%s", key, name);
    return attribute;
}

static void bad_value(const struct directive *d, const struct attribute *attribute, const char *expected)
{
    place_error(d->build->diags, attribute->place, CODE, (struct diag_more){.expected = expected}, "bad %s \"%s\"",
                attribute->key, attribute->value);
}

/* "#name", ".numbered" or "kind=": a numbered caption is asked for. */
static struct build_caption take_caption(const struct directive *d, const char *own)
{
    bool numbered = attributes_take_class(d->attributes, "numbered");
    const struct attribute *name = take(d, "#"), *kind = take(d, "kind");
    struct build_caption asked = {.anchor = name ? name->value : NULL, .place = name ? name->place : d->place};
    if (numbered || name || kind)
        asked.kind = build_caption_kind(d->build, kind ? kind->value : NULL, own, kind ? kind->place : d->place);
    return asked;
}

static void place_table(const struct directive *d)
{
    const struct attribute *name = need(d, "name", "table");
    struct build_caption asked = take_caption(d, "table");
    if (name)
        build_table(d->build, d->scope, name->value, &asked, d->context, name->place);
}

static int take_levels(const struct directive *d)
{
    const struct attribute *levels = take(d, "levels");
    if (!levels)
        return 3;
    if (strlen(levels->value) == 1 && *levels->value >= '1' && *levels->value <= '0' + NUMBERING_LEVELS)
        return *levels->value - '0';
    bad_value(d, levels, "1 to 6");
    return 3;
}

/* "contents-LEVEL"; for captions "contents-caption" where there is one. */
static const struct doc_style *contents_style(const struct directive *d, const char *of, int level)
{
    const struct styles *styles = d->build->styles;
    const struct doc_style *style = of ? styles_find(styles, "contents-caption") : NULL;
    const char *name = arena_printf(d->build->arena, "contents-%d", level);
    return style ? style : styles_need(styles, name, d->place, d->build->diags);
}

static void place_contents(const struct directive *d)
{
    const struct attribute *of = take(d, "of");
    const struct caption_kind *kind = of ? build_caption_kind(d->build, of->value, NULL, of->place) : NULL;
    int count = of ? 1 : take_levels(d);
    if (of && !kind)
        return;
    struct doc_node *node = doc_add(d->build->arena, d->scope->parent, DOC_CONTENTS);
    node->origin = place_origin(d->place);
    node->contents = (struct doc_contents){.of = kind ? kind->name : NULL, .levels = count};
    for (int i = 0; i < count; i++)
        node->contents.styles[i] = contents_style(d, node->contents.of, i + 1);
    node->style = node->contents.styles[0];
}

static void place_blocks(const struct directive *d)
{
    const struct attribute *from = need(d, "from", "blocks");
    if (!from)
        return;
    const struct value *list = conditions_list(&d->build->tags, from->value, d->attributes, from->place, d->context);
    if (list)
        build_blocks(d->build, list, d->scope);
}

static void place_break(const struct directive *d)
{
    doc_add(d->build->arena, d->scope->parent, DOC_BREAK)->origin = place_origin(d->place);
}

static void place_space(const struct directive *d)
{
    const struct attribute *height = need(d, "height", "space");
    double points = 0;
    if (height && (!describe_points(height->value, &points) || points == 0))
        bad_value(d, height, "a length such as 12pt or 5mm, or below zero");
    struct doc_node *node = doc_add(d->build->arena, d->scope->parent, DOC_SPACE);
    node->space.height = points;
    node->origin = place_origin(d->place);
}

static void place_fill(const struct directive *d)
{
    const struct attribute *share = take(d, "share");
    struct decimal number = {.units = 1};
    if (share &&
        (!decimal_parse(share->value, strlen(share->value), &number) || number.units <= 0 || number.units > 1000000)) {
        bad_value(d, share, "a number above 0");
        number = (struct decimal){.units = 1};
    }
    struct doc_node *node = doc_add(d->build->arena, d->scope->parent, DOC_SPACE);
    node->origin = place_origin(d->place);
    node->space.fill = (double)number.units;
    while (number.places-- > 0)
        node->space.fill /= 10;
}

static void read_rule_width(const struct directive *d, struct doc_rule *rule)
{
    const struct attribute *width = take(d, "width");
    double given;
    if (width && describe_points(width->value, &given) && given > 0) {
        rule->kind = DOC_WIDTH_POINTS;
        rule->width = given;
    } else if (width && describe_percent(width->value, &given) && given > 0 && given <= 100) {
        rule->kind = DOC_WIDTH_FRACTION;
        rule->width = given / 100;
    } else if (width) {
        bad_value(d, width, "a length such as 40mm, or a share such as 25%");
    }
}

/* Its style is the one it names, else "rule" where there is one. */
static void place_rule(const struct directive *d)
{
    const struct attribute *thickness = take(d, "thickness"), *style = take(d, "style");
    struct doc_node *node = doc_add(d->build->arena, d->scope->parent, DOC_RULE);
    node->origin = place_origin(d->place);
    node->style = style ? styles_need(d->build->styles, style->value, style->place, d->build->diags)
                        : styles_find(d->build->styles, "rule");
    node->rule = (struct doc_rule){.kind = DOC_WIDTH_POINTS, .width = RULE_WIDTH, .thickness = RULE_THICKNESS};
    read_rule_width(d, &node->rule);
    double points;
    if (thickness && (!describe_points(thickness->value, &points) || points <= 0))
        bad_value(d, thickness, "a length such as 0.5pt");
    else if (thickness)
        node->rule.thickness = points;
}

/* ---- pictures ---- */

/* The words of an attribute as a value of that place. */
static struct value *words_of(const struct directive *d, const struct attribute *attribute)
{
    struct doc_origin origin = place_origin(attribute->place);
    struct value *value = value_text_new(d->build->arena, attribute->value);
    value->origin = origin.value;
    value->source = origin.source;
    value->offset = origin.offset;
    return value;
}

/* What all figures take. */
static struct build_figure figure_of(const struct directive *d, const char *own_kind)
{
    const struct attribute *width = take(d, "width"), *caption = take(d, "caption");
    return (struct build_figure){.width = width ? width->value : NULL,
                                 .width_place = width ? width->place : d->place,
                                 .caption = caption ? words_of(d, caption) : NULL,
                                 .asked = take_caption(d, own_kind),
                                 .own_kind = own_kind,
                                 .place = d->place};
}

static void place_figure(const struct directive *d)
{
    const struct attribute *from = need(d, "from", "figure");
    struct build_figure figure = figure_of(d, "figure");
    const struct attribute *height = take(d, "height");
    if (height && (!describe_points(height->value, &figure.height) || figure.height <= 0))
        bad_value(d, height, "a length such as 30mm");
    const struct value *picture =
        from ? mustache_find(&d->build->tags, d->context, from->value, d->attributes, from->place) : NULL;
    if (picture && picture->kind != VALUE_OBJECT && picture->kind != VALUE_NULL)
        place_error(d->build->diags, from->place, "template-kind", (struct diag_more){.expected = "a picture"},
                    "\"%s\" is %s", from->value, value_kind_name(picture->kind));
    if (!picture || picture->kind != VALUE_OBJECT)
        return;
    figure.pictures = &picture;
    figure.count = 1;
    build_figure(d->build, d->scope, &figure);
}

static void place_chart(const struct directive *d)
{
    const struct attribute *name = need(d, "name", "chart");
    struct build *b = d->build;
    struct build_figure figure = figure_of(d, "chart");
    const struct chart *chart = name ? folder_chart(b->folder, name->value) : NULL;
    if (name && !chart)
        chart = folder_read_chart(b->arena, b->folder, name->value, name->place, b->diags);
    if (!chart)
        return;
    if (!figure.width && chart->width) {
        figure.width = chart->width;
        figure.width_place = (struct place){.value = value_member(chart->described, "width")};
    }
    figure.chart = &(struct build_chart){.described = chart, .context = d->context, .place = name->place};
    build_figure(b, d->scope, &figure);
}

static size_t read_columns(const struct directive *d)
{
    const struct attribute *columns = take(d, "columns");
    if (!columns)
        return 0;
    if (strlen(columns->value) == 1 && *columns->value >= '1' && *columns->value <= '6')
        return (size_t)(*columns->value - '0');
    bad_value(d, columns, "1 to 6");
    return 0;
}

static void place_photos(const struct directive *d)
{
    const struct attribute *from = need(d, "from", "photos");
    struct build_figure figure = figure_of(d, "photo");
    figure.columns = read_columns(d);
    const struct value *list =
        from ? conditions_list(&d->build->tags, from->value, d->attributes, from->place, d->context) : NULL;
    if (!list)
        return;
    figure.pictures = (const struct value *const *)list->items;
    figure.count = list->count;
    build_figure(d->build, d->scope, &figure);
}

static void place_code(const struct directive *d)
{
    const struct attribute *text = need(d, "text", "qr"), *alt = need(d, "alt", "qr");
    struct build_figure figure = figure_of(d, "figure");
    if (!text || !alt)
        return;
    if (!*text->value)
        bad_value(d, text, "an address or other text");
    struct value *described = value_new(d->build->arena, VALUE_OBJECT);
    value_set(d->build->arena, described, "code", words_of(d, text));
    value_set(d->build->arena, described, "alt", words_of(d, alt));
    const struct value *picture = described;
    figure.pictures = &picture;
    figure.count = 1;
    if (*text->value)
        build_figure(d->build, d->scope, &figure);
}

static const struct kind {
    const char *name, *takes;
    void (*place)(const struct directive *directive);
    bool in_list, in_cell;
} kinds[] = {
    {"table", "name=, #name, .numbered and kind=", place_table, true, false},
    {"contents", "levels= or of=", place_contents, false, false},
    {"blocks", "from=", place_blocks, true, true},
    {"pagebreak", "nothing", place_break, false, false},
    {"space", "height=", place_space, true, true},
    {"fill", "share=", place_fill, false, false},
    {"rule", "width=, thickness= and style=", place_rule, true, true},
    {"figure", "from=, width=, height=, caption=, #name, .numbered and kind=", place_figure, true, true},
    {"photos", "from=, columns=, width=, caption=, #name, .numbered and kind=", place_photos, true, true},
    {"chart", "name=, width=, caption=, #name, .numbered and kind=", place_chart, true, true},
    {"qr", "text=, alt=, width=, caption=, #name, .numbered and kind=", place_code, true, true},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static void report_unknown(const struct directive *d, const char *name)
{
    const char *names[KINDS];
    for (size_t i = 0; i < KINDS; i++)
        names[i] = kinds[i].name;
    place_error(d->build->diags, d->place, CODE,
                (struct diag_more){.hint = words_hint(d->build->arena, name, names, KINDS)}, "unknown ::%s", name);
}

void build_directive(struct build *build, const struct scope *scope, const char *name, struct attributes *attributes,
                     const struct context *context, struct place place)
{
    struct directive d = {build, scope, attributes, context, place};
    const struct kind *kind = kinds;
    while (kind < kinds + KINDS && strcmp(kind->name, name) != 0)
        kind++;
    if (kind == kinds + KINDS) {
        report_unknown(&d, name);
        return;
    }
    if ((scope->in_cell && !kind->in_cell) || (scope->in_item && !kind->in_list)) {
        place_error(build->diags, place, CODE, (struct diag_more){0}, "::%s cannot stand in a %s", name,
                    scope->in_cell ? "table cell" : "list");
        return;
    }
    kind->place(&d);
    attributes_finish(attributes, arena_printf(build->arena, "::%s", name), kind->takes, build->diags);
}
