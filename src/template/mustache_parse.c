#include "template/mustache.h"

#include <string.h>

enum { NAME_MAX_LENGTH = 200 };

static const char CODE[] = "template-tag";

struct parser {
    struct arena *arena;
    struct diags *diags;
    const struct words *words;
    const char *text;
    size_t length, at;
    struct mustache_node *open[MUSTACHE_DEPTH_MAX]; /* sections not yet closed */
    size_t depth;
    struct mustache_node **end[MUSTACHE_DEPTH_MAX + 1]; /* where the next node goes, by depth */
    bool line_begins;                                   /* nothing of the line has been kept yet */
};

/* A tag as it stands: {{ sign name }}. */
struct tag {
    size_t start, end; /* of the whole; `start` and `end` widen to the line when it has one to itself */
    bool own_line;
    size_t indent; /* bytes before it on its own line */
    char sign;     /* 0: a variable */
    size_t name, name_length;
};

static struct place place_at(const struct parser *p, size_t at)
{
    return (struct place){.words = p->words, .at = at};
}

static struct mustache_node *add_node(struct parser *p, enum mustache_kind kind, size_t at)
{
    struct mustache_node *node = arena_new_of(p->arena, struct mustache_node);
    node->kind = kind;
    node->at = at;
    *p->end[p->depth] = node;
    p->end[p->depth] = &node->next;
    return node;
}

static void begin_line(struct parser *p)
{
    if (p->line_begins)
        add_node(p, MUSTACHE_LINE, p->at);
    p->line_begins = false;
}

/* Keeps the text up to `end`, a line a node. */
static void add_text(struct parser *p, size_t end)
{
    while (p->at < end) {
        const char *newline = memchr(p->text + p->at, '\n', end - p->at);
        size_t stop = newline ? (size_t)(newline - p->text) + 1 : end;
        if (stop - p->at > 1 || !newline)
            begin_line(p);
        add_node(p, MUSTACHE_TEXT, p->at)->length = stop - p->at;
        p->at = stop;
        p->line_begins = newline != NULL;
    }
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* A section, remark or partial with only blanks around it takes its whole line. */
static void widen_to_line(const struct parser *p, struct tag *tag)
{
    if (!tag->sign || !strchr("#^/!>", tag->sign))
        return;
    size_t start = tag->start, end = tag->end;
    while (start > 0 && is_blank(p->text[start - 1]))
        start--;
    while (end < p->length && is_blank(p->text[end]))
        end++;
    if ((start > 0 && p->text[start - 1] != '\n') || (end < p->length && p->text[end] != '\n'))
        return;
    tag->own_line = true;
    tag->indent = tag->start - start;
    tag->start = start;
    tag->end = end < p->length ? end + 1 : end;
}

/* Sections may compare: "language=en". */
static bool is_name_byte(char byte, char sign)
{
    if (byte == '=')
        return sign == '#' || sign == '^' || sign == '/';
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           strchr("_-.@/", byte) != NULL;
}

/* The tag at `start`; its end is 0 when it is never closed. */
static struct tag read_tag(const struct parser *p, size_t start)
{
    struct tag tag = {.start = start};
    const char *inside = p->text + start + 2, *limit = p->text + p->length;
    const char *close = inside;
    while (close + 1 < limit && !(close[0] == '}' && close[1] == '}'))
        close++;
    if (close + 1 >= limit)
        return tag;
    tag.end = (size_t)(close - p->text) + 2;
    if (inside < close && strchr("#^/!>&={", *inside))
        tag.sign = *inside++;
    while (inside < close && (is_blank(*inside) || *inside == '\n'))
        inside++;
    while (close > inside && (is_blank(close[-1]) || close[-1] == '\n'))
        close--;
    tag.name = (size_t)(inside - p->text);
    tag.name_length = (size_t)(close - inside);
    widen_to_line(p, &tag);
    return tag;
}

/* True when the tag is of a kind that is allowed and has a sound name. */
static bool check_tag(struct parser *p, const struct tag *tag)
{
    size_t at = tag->name;
    if (tag->sign == '!')
        return true;
    if (tag->sign == '{' || tag->sign == '&') {
        struct diag_more more = {.hint = "a value is literal text; write {{name}}"};
        place_error(p->diags, place_at(p, at), CODE, more, "raw value tags are not allowed");
        return false;
    }
    if (tag->sign == '=') {
        place_error(p->diags, place_at(p, at), CODE, (struct diag_more){0}, "the signs of tags cannot be changed");
        return false;
    }
    struct diag_more more = {.expected = "a name such as office.name"};
    if (!tag->name_length || tag->name_length > NAME_MAX_LENGTH) {
        place_error(p->diags, place_at(p, at), CODE, more, "%s tag", tag->name_length ? "overlong" : "empty");
        return false;
    }
    size_t good = 0;
    while (good < tag->name_length && is_name_byte(p->text[at + good], tag->sign))
        good++;
    if (good < tag->name_length)
        place_error(p->diags, place_at(p, at + good), CODE, more, "bad name \"%.*s\" in a tag", (int)tag->name_length,
                    p->text + at);
    return good == tag->name_length;
}

static void open_section(struct parser *p, const struct tag *tag, const char *name)
{
    if (p->depth == MUSTACHE_DEPTH_MAX) {
        place_error(p->diags, place_at(p, tag->name), CODE, (struct diag_more){0},
                    "section \"%s\" is nested too deeply", name);
        return;
    }
    struct mustache_node *node = add_node(p, tag->sign == '#' ? MUSTACHE_SECTION : MUSTACHE_INVERTED, tag->name);
    node->name = name;
    p->open[p->depth++] = node;
    p->end[p->depth] = &node->first;
}

static void close_section(struct parser *p, const struct tag *tag, const char *name)
{
    if (!p->depth) {
        place_error(p->diags, place_at(p, tag->name), CODE, (struct diag_more){0}, "{{/%s}} closes nothing", name);
        return;
    }
    const char *open = p->open[p->depth - 1]->name;
    if (strcmp(open, name) != 0) {
        const char *expected = arena_printf(p->arena, "{{/%s}}", open);
        place_error(p->diags, place_at(p, tag->name), CODE, (struct diag_more){.expected = expected},
                    "{{/%s}} closes another section", name);
    }
    p->depth--;
}

static void add_tag(struct parser *p, const struct tag *tag)
{
    if (!check_tag(p, tag))
        return;
    const char *name = arena_strndup(p->arena, p->text + tag->name, tag->name_length);
    switch (tag->sign) {
    case '!': return;
    case '#':
    case '^': open_section(p, tag, name); return;
    case '/': close_section(p, tag, name); return;
    case '>': {
        struct mustache_node *node = add_node(p, MUSTACHE_PARTIAL, tag->name);
        node->name = name;
        node->indent = tag->indent;
        return;
    }
    default: add_node(p, MUSTACHE_VARIABLE, tag->name)->name = name;
    }
}

/* Where the next tag opens, or the length. */
static size_t next_tag(const struct parser *p)
{
    for (const char *brace = p->text + p->at; (brace = memchr(brace, '{', p->length - (size_t)(brace - p->text)));
         brace++)
        if (brace[1] == '{')
            return (size_t)(brace - p->text);
    return p->length;
}

static void report_open_sections(struct parser *p)
{
    while (p->depth) {
        const struct mustache_node *node = p->open[--p->depth];
        place_error(p->diags, place_at(p, node->at), CODE, (struct diag_more){0}, "section \"%s\" is never closed",
                    node->name);
    }
}

struct mustache *mustache_parse(struct arena *arena, const struct words *words, struct diags *diags)
{
    struct mustache *template = arena_new_of(arena, struct mustache);
    template->words = words;
    struct parser p = {.arena = arena,
                       .diags = diags,
                       .words = words,
                       .text = words->text,
                       .length = words->length,
                       .line_begins = true};
    p.end[0] = &template->first;
    for (size_t start; (start = next_tag(&p)) < p.length;) {
        struct tag tag = read_tag(&p, start);
        if (!tag.end) {
            struct diag_more more = {.expected = "}}", .hint = "write {\\{ for braces that are printed"};
            place_error(diags, place_at(&p, start), CODE, more, "tag is never closed");
            break;
        }
        add_text(&p, tag.start);
        if (!tag.own_line)
            begin_line(&p);
        add_tag(&p, &tag);
        p.at = tag.end;
    }
    add_text(&p, p.length);
    report_open_sections(&p);
    return template;
}
