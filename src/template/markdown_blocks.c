#include "template/build.h"
#include "template/markdown_lines.h"

#include <string.h>

static const char CODE[] = "template-markup";

enum { DEPTH_MAX = 100, ITEM_INDENT = 2 };

struct reader {
    struct build *build;
    const struct marked *text;
    const struct lines *lines;
    size_t at;     /* line */
    size_t groups; /* open ones */
    size_t depth;  /* of groups and lists */
};

/* Properties that wait for their block. */
struct properties {
    struct attributes attributes;
    struct place place;
    bool waiting;
};

static void read_blocks(struct reader *r, const struct scope *scope, size_t indent, bool in_group);

static struct line *line_at(struct reader *r)
{
    return r->at < r->lines->list.count ? &r->lines->list.items[r->at] : NULL;
}

static struct place place_of(const struct reader *r, const struct line *line)
{
    return marked_place(r->text, line->first);
}

/* ---- properties ---- */

/* The style that a class names; the last class that is left. */
static const struct doc_style *take_style(struct reader *r, struct attributes *attributes)
{
    const struct attribute *class = attributes_take(attributes, ".");
    return class ? styles_need(r->build->styles, class->value, class->place, r->build->diags) : NULL;
}

/* The language that "lang=" names; NULL: none. */
static const char *take_lang(struct reader *r, struct attributes *attributes)
{
    const struct attribute *lang = attributes_take(attributes, "lang");
    if (lang && !build_is_lang(lang->value))
        place_error(r->build->diags, lang->place, CODE, (struct diag_more){.expected = "a language such as en"},
                    "bad language \"%s\"", lang->value);
    return lang ? lang->value : NULL;
}

static void read_properties(struct reader *r, struct properties *properties)
{
    const struct line *line = line_at(r);
    struct attributes more;
    size_t end = attributes_read(r->text, line->first, line->end, &more, r->build->diags);
    r->at++;
    if (end && end != line->end)
        place_error(r->build->diags, marked_place(r->text, end), CODE, (struct diag_more){.expected = "a line end"},
                    "text behind properties");
    if (!end || end != line->end)
        return;
    size_t count = properties->attributes.count + more.count;
    struct attribute *all = arena_array(r->build->arena, struct attribute, count);
    if (properties->attributes.count)
        memcpy(all, properties->attributes.items, properties->attributes.count * sizeof *all);
    if (more.count)
        memcpy(all + properties->attributes.count, more.items, more.count * sizeof *all);
    properties->attributes = (struct attributes){.items = all, .count = count};
    properties->place = place_of(r, line);
    properties->waiting = true;
}

static void forbid_properties(struct reader *r, const struct properties *properties, const char *hint)
{
    if (properties->waiting)
        place_error(r->build->diags, properties->place, CODE, (struct diag_more){.hint = hint},
                    "properties without a block that takes them");
}

/* ---- paragraphs and headings ---- */

static void add_line(const struct reader *r, struct marked *content, size_t from, const struct line *line)
{
    marked_add_slice(content, r->text, from, line->end);
}

/* The line end between two lines of a block. */
static void add_line_end(const struct reader *r, struct marked *content, const struct line *line)
{
    size_t at = line->end;
    while (!marked_is(r->text, at, '\n'))
        at++;
    marked_add_slice(content, r->text, at, at + 1);
}

static void read_paragraph(struct reader *r, const struct scope *scope, size_t indent, struct attributes *attributes)
{
    struct marked *content = &r->build->scratch.block;
    const struct line *line = line_at(r);
    marked_reset(content);
    add_line(r, content, line->first, line);
    for (r->at++; (line = line_at(r)) && line->kind == LINE_TEXT && line->indent >= indent; r->at++) {
        add_line_end(r, content, line - 1);
        add_line(r, content, line->first, line);
    }
    const struct doc_style *style = take_style(r, attributes);
    attributes_finish(attributes, "a paragraph", "the name of a style, lang=", r->build->diags);
    build_paragraph(r->build, scope, style, content);
}

/* An odd number of backslashes: the line goes on. */
static bool goes_on(const struct reader *r, const struct line *line)
{
    size_t count = 0;
    while (line->end - count > line->first && marked_is(r->text, line->end - count - 1, '\\'))
        count++;
    return count % 2;
}

static void read_heading(struct reader *r, const struct scope *scope, struct attributes *attributes)
{
    struct marked *content = &r->build->scratch.block;
    const struct line *line = line_at(r);
    struct build_heading heading = {.level = line->number, .place = place_of(r, line)};
    marked_reset(content);
    add_line(r, content, line->first + line->mark, line);
    for (r->at++; goes_on(r, line) && line_at(r) && line_at(r)->kind != LINE_BLANK; r->at++) {
        add_line_end(r, content, line);
        line = line_at(r);
        add_line(r, content, line->first, line);
    }
    heading.unnumbered = attributes_take_class(attributes, "unnumbered");
    heading.hidden = attributes_take_class(attributes, "nocontents");
    const struct attribute *name = attributes_take(attributes, "#");
    heading.anchor = name ? name->value : NULL;
    const struct attribute *contents = attributes_take(attributes, "contents");
    heading.contents = contents && *contents->value ? contents->value : NULL;
    heading.anchor_place = name ? name->place : heading.place;
    heading.style = take_style(r, attributes);
    attributes_finish(attributes, "a heading",
                      ".unnumbered, .nocontents, contents=, #name, the name of a style, lang=", r->build->diags);
    build_heading(r->build, scope, &heading, content);
}

/* ---- lists ---- */

static int take_start(struct reader *r, struct attributes *attributes, int otherwise)
{
    const struct attribute *start = attributes_take(attributes, "start");
    if (!start)
        return otherwise;
    size_t digits = strspn(start->value, "0123456789");
    struct decimal number;
    if (digits && digits <= 4 && !start->value[digits] && decimal_parse(start->value, digits, &number))
        return (int)number.units;
    place_error(r->build->diags, start->place, CODE, (struct diag_more){.expected = "a number such as start=5"},
                "bad start \"%s\"", start->value);
    return otherwise;
}

static struct build_list list_of(struct reader *r, const struct line *line, struct attributes *attributes)
{
    struct build *b = r->build;
    struct build_list list = {.ordered = line->kind == LINE_NUMBER, .place = place_of(r, line)};
    list.start = take_start(r, attributes, list.ordered ? line->number : 1);
    const struct attribute *class = attributes_take(attributes, "."), *label = attributes_take(attributes, "label");
    if (class)
        list.style = build_list_style(b, class->value, false, class->place);
    if (label)
        list.style = list_style_of_label(b->arena, label->value, label->place, b->diags);
    attributes_finish(attributes, "a list", "the name of a list style, label=, start=, lang=", b->diags);
    return list;
}

/* The next item of the list, if the line that is reached begins one. */
static bool at_item(struct reader *r, enum line_kind kind, size_t indent)
{
    const struct line *line = line_at(r);
    return line && line->kind == kind && line->indent >= indent && line->indent < indent + ITEM_INDENT;
}

static void read_list(struct reader *r, const struct scope *scope, struct attributes *attributes)
{
    const struct line *line = line_at(r);
    enum line_kind kind = line->kind;
    size_t indent = line->indent;
    struct build_list list = list_of(r, line, attributes);
    struct scope items;
    struct doc_node *node = build_list(r->build, scope, &list, &items);
    bool tight = true;
    for (bool first = true; at_item(r, kind, indent); first = false) {
        if (!first && r->lines->list.items[r->at - 1].kind == LINE_BLANK)
            tight = false;
        struct scope inside = build_item(r->build, &items);
        line_take_mark(r->text, line_at(r));
        read_blocks(r, &inside, indent + ITEM_INDENT, false);
    }
    build_list_end(node, &items, tight);
}

/* ---- things placed, and groups ---- */

/* The name behind colons, and the properties behind the name; false with an error when there is anything else. */
static bool read_name(struct reader *r, size_t colons, const char **name, struct attributes *attributes)
{
    const struct line *line = line_at(r);
    size_t start = line->first + colons, at = start;
    while (at < line->end && r->text->kinds.data[at] == MARKED_WORDS &&
           strchr("abcdefghijklmnopqrstuvwxyz0123456789-_", r->text->text.data[at]))
        at++;
    *name = arena_strndup(r->build->arena, r->text->text.data + start, at - start);
    *attributes = (struct attributes){0};
    size_t behind = at;
    if (at < line->end && marked_is(r->text, at, '{'))
        behind = attributes_read(r->text, at, line->end, attributes, r->build->diags);
    if (behind && (behind != line->end || at == start))
        place_error(r->build->diags, place_of(r, line), CODE,
                    (struct diag_more){.expected = "a line such as ::table{name=history} or :::center"},
                    "bad line behind colons");
    return behind == line->end && at > start;
}

static void read_directive(struct reader *r, const struct scope *scope)
{
    const struct line *line = line_at(r);
    const struct context *context = r->text->spans.items[marked_span_at(r->text, line->first)].context;
    const char *name;
    struct attributes attributes;
    if (read_name(r, 2, &name, &attributes))
        build_directive(r->build, scope, name, &attributes, context, place_of(r, line));
    r->at++;
}

static void read_group(struct reader *r, const struct scope *scope, size_t indent)
{
    struct place place = place_of(r, line_at(r));
    const char *name;
    struct attributes attributes;
    struct scope inside = *scope;
    const char *lang = NULL;
    if (read_name(r, 3, &name, &attributes)) {
        lang = take_lang(r, &attributes);
        attributes_finish(&attributes, "a group", "lang=", r->build->diags);
        inside = build_group(r->build, scope, styles_need(r->build->styles, name, place, r->build->diags), place);
    }
    r->at++;
    r->groups++;
    const char *around = build_enter_lang(r->build, lang);
    read_blocks(r, &inside, indent, true);
    build_leave_lang(r->build, around);
    r->groups--;
    if (line_at(r) && line_at(r)->kind == LINE_GROUP_END)
        r->at++;
    else
        place_error(r->build->diags, place, CODE, (struct diag_more){.expected = "a line \":::\""},
                    "group is never closed");
}

/* ---- blocks ---- */

/* True when the line that is reached ends the blocks of this depth. */
static bool ends_blocks(struct reader *r, size_t indent, bool in_group)
{
    const struct line *line = line_at(r);
    if (line->kind != LINE_GROUP_END)
        return line->indent < indent;
    if (in_group || r->groups)
        return true;
    place_error(r->build->diags, place_of(r, line), CODE, (struct diag_more){0}, "\":::\" closes nothing");
    line_at(r)->kind = LINE_BLANK;
    return false;
}

static bool too_deep(struct reader *r)
{
    struct line *line = line_at(r);
    bool nests = line->kind == LINE_BULLET || line->kind == LINE_NUMBER || line->kind == LINE_GROUP;
    if (!nests || r->depth < DEPTH_MAX)
        return false;
    place_error(r->build->diags, place_of(r, line), "template-depth", (struct diag_more){0},
                "lists or groups are nested too deeply");
    r->at = r->lines->list.count;
    return true;
}

static void read_block(struct reader *r, const struct scope *scope, size_t indent, struct properties *properties)
{
    static const char hint[] = "write them in the braces of the line that begins with colons";
    enum line_kind kind = line_at(r)->kind;
    if (kind == LINE_DIRECTIVE || kind == LINE_GROUP)
        forbid_properties(r, properties, hint);
    bool takes = kind != LINE_DIRECTIVE && kind != LINE_GROUP;
    const char *around = build_enter_lang(r->build, takes ? take_lang(r, &properties->attributes) : NULL);
    switch (kind) {
    case LINE_HEADING: read_heading(r, scope, &properties->attributes); break;
    case LINE_BULLET:
    case LINE_NUMBER: read_list(r, scope, &properties->attributes); break;
    case LINE_DIRECTIVE: read_directive(r, scope); break;
    case LINE_GROUP: read_group(r, scope, indent); break;
    case LINE_TEXT: read_paragraph(r, scope, indent, &properties->attributes); break;
    case LINE_BLANK:
    case LINE_PROPERTIES:
    case LINE_GROUP_END: r->at++; break;
    }
    build_leave_lang(r->build, around);
    *properties = (struct properties){0};
}

static void read_blocks(struct reader *r, const struct scope *scope, size_t indent, bool in_group)
{
    struct properties properties = {0};
    r->depth++;
    while (line_at(r)) {
        if (line_at(r)->kind == LINE_BLANK)
            r->at++;
        else if (ends_blocks(r, indent, in_group) || too_deep(r))
            break;
        else if (line_at(r)->kind == LINE_PROPERTIES)
            read_properties(r, &properties);
        else if (line_at(r)->kind != LINE_BLANK)
            read_block(r, scope, indent, &properties);
    }
    forbid_properties(r, &properties, NULL);
    r->depth--;
}

void markdown_blocks(struct build *build, const struct marked *text, const struct scope *scope)
{
    struct lines own = {0}, *lines = scope->in_cell ? &build->scratch.cell_lines : &own;
    lines_read(lines, text);
    struct reader reader = {.build = build, .text = text, .lines = lines};
    read_blocks(&reader, scope, 0, false);
}
