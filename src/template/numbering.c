#include "template/numbering.h"

#include "template/describe.h"

#include <string.h>

static const char *const heading_members[] = {"label", "own_line", "width", "restart"};
static const char *const level_names[] = {"1", "2", "3", "4", "5", "6"};
static const char *const caption_members[] = {"label", "style", "bold"};
static const char *const list_members[] = {"label", "indent", "hang", "style", "tight"};

/* The pattern of a description that is a text, or an object with "label". */
static bool read_label(struct arena *arena, const struct value *described, struct choices members, struct diags *diags,
                       struct label_pattern *pattern)
{
    const struct value *label = described;
    if (described->kind != VALUE_TEXT) {
        if (!describe_object(diags, described, members))
            return false;
        label = describe_needed(diags, described, "label", VALUE_TEXT);
    }
    return label && label_parse(arena, label->text, (struct place){.value = label}, diags, pattern);
}

static struct heading_level read_heading_level(struct arena *arena, const struct value *described, struct diags *diags)
{
    struct heading_level level = {.restart = true};
    level.numbered = read_label(arena, described, CHOICES(heading_members), diags, &level.label);
    if (described->kind != VALUE_OBJECT)
        return level;
    level.own_line = describe_flag(diags, described, "own_line", false);
    level.restart = describe_flag(diags, described, "restart", true);
    level.width = describe_length(diags, described, "width", 0, 0);
    return level;
}

struct numbering *numbering_read(struct arena *arena, const struct value *described, struct diags *diags)
{
    struct numbering *numbering = arena_new_of(arena, struct numbering);
    numbering->name = described->key;
    if (!describe_object(diags, described, CHOICES(level_names)))
        return numbering;
    for (size_t i = 0; i < NUMBERING_LEVELS; i++) {
        const struct value *level = value_member(described, level_names[i]);
        if (level)
            numbering->levels[i] = read_heading_level(arena, level, diags);
    }
    return numbering;
}

void numbering_count(const struct numbering *numbering, int numbers[NUMBERING_LEVELS], int level, bool counted,
                     struct buf *out)
{
    const struct heading_level *described = &numbering->levels[level - 1];
    for (int i = level; i < NUMBERING_LEVELS; i++)
        if (numbering->levels[i].restart || !numbering->levels[i].numbered)
            numbers[i] = 0;
    if (!counted)
        return;
    numbers[level - 1]++;
    if (described->numbered)
        label_print(out, &described->label, numbers, (size_t)level);
}

struct caption_kind *caption_kind_read(struct arena *arena, const struct value *described, struct diags *diags)
{
    struct caption_kind *kind = arena_new_of(arena, struct caption_kind);
    *kind = (struct caption_kind){.name = described->key, .bold = true};
    read_label(arena, described, CHOICES(caption_members), diags, &kind->label);
    for (size_t i = 0; i < kind->label.count; i++)
        if (!kind->label.parts[i].words && kind->label.parts[i].level > kind->chapter)
            kind->chapter = kind->label.parts[i].level;
    if (described->kind != VALUE_OBJECT)
        return kind;
    kind->bold = describe_flag(diags, described, "bold", true);
    kind->style = describe_name(diags, described, "style", NULL);
    kind->style_place.value = value_member(described, "style");
    return kind;
}

static struct list_level read_list_level(struct arena *arena, const struct value *described, struct diags *diags)
{
    struct list_level level = {0};
    read_label(arena, described, CHOICES(list_members), diags, &level.label);
    if (described->kind != VALUE_OBJECT)
        return level;
    level.indent = describe_length(diags, described, "indent", 0, 0);
    level.hang = describe_length(diags, described, "hang", 0, 0);
    level.style = describe_name(diags, described, "style", NULL);
    level.style_place.value = value_member(described, "style");
    level.tight = describe_flag(diags, described, "tight", false);
    level.loose = value_member(described, "tight") && !level.tight;
    return level;
}

struct list_style *list_style_read(struct arena *arena, const struct value *described, struct diags *diags)
{
    struct list_style *style = arena_new_of(arena, struct list_style);
    bool many = described->kind == VALUE_LIST;
    style->name = described->key;
    style->count = many ? described->count : 1;
    if (!style->count) {
        diag_value(diags, SEVERITY_ERROR, "template-label", described, (struct diag_more){.expected = "a label"},
                   "list style \"%s\" is empty", style->name);
        return NULL;
    }
    style->levels = arena_array(arena, struct list_level, style->count);
    for (size_t i = 0; i < style->count; i++)
        style->levels[i] = read_list_level(arena, many ? described->items[i] : described, diags);
    return style;
}

struct list_style *list_style_of_label(struct arena *arena, const char *label, struct place place, struct diags *diags)
{
    struct list_style *style = arena_new_of(arena, struct list_style);
    *style = (struct list_style){.name = label, .levels = arena_new_of(arena, struct list_level), .count = 1};
    return label_parse(arena, label, place, diags, &style->levels[0].label) ? style : NULL;
}

const struct list_level *list_style_level(const struct list_style *style, size_t depth)
{
    return &style->levels[depth <= style->count ? depth - 1 : style->count - 1];
}
