#include "template/markdown_lines.h"

#include <string.h>

enum { ITEM_DIGITS_MAX = 3 };

static size_t count_of(const struct marked *text, size_t at, size_t end, char byte)
{
    size_t count = 0;
    while (at + count < end && marked_is(text, at + count, byte))
        count++;
    return count;
}

static bool is_heading(const struct marked *text, struct line *line)
{
    size_t signs = count_of(text, line->first, line->end, '#');
    size_t blanks = count_of(text, line->first + signs, line->end, ' ');
    if (!signs || signs > 6 || (!blanks && line->first + signs < line->end))
        return false;
    line->number = (int)signs;
    line->mark = signs + blanks;
    return true;
}

/* A dash with nothing behind it is a dash. */
static bool is_bullet(const struct marked *text, struct line *line)
{
    if (!marked_is(text, line->first, '-'))
        return false;
    line->mark = 1 + count_of(text, line->first + 1, line->end, ' ');
    return line->mark > 1;
}

static bool is_number(const struct marked *text, struct line *line)
{
    size_t at = line->first;
    line->number = 0;
    for (; at < line->end && at - line->first < ITEM_DIGITS_MAX; at++) {
        char byte = text->text.data[at];
        if (byte < '0' || byte > '9' || !marked_is(text, at, byte))
            break;
        line->number = line->number * 10 + (byte - '0');
    }
    if (at == line->first || at == line->end || !marked_is(text, at, '.'))
        return false;
    size_t blanks = count_of(text, at + 1, line->end, ' ');
    line->mark = at + 1 - line->first + blanks;
    return blanks > 0;
}

/* "{.", "{#" or "{key=": braces that are no properties are text. */
static bool is_properties(const struct marked *text, const struct line *line)
{
    if (!marked_is(text, line->first, '{'))
        return false;
    size_t at = line->first + 1;
    if (at < line->end && (marked_is(text, at, '.') || marked_is(text, at, '#')))
        return true;
    while (at < line->end && text->kinds.data[at] == MARKED_WORDS && text->text.data[at] >= 'a' &&
           text->text.data[at] <= 'z')
        at++;
    return at > line->first + 1 && at < line->end && marked_is(text, at, '=');
}

static enum line_kind kind_of(const struct marked *text, struct line *line)
{
    size_t colons = count_of(text, line->first, line->end, ':');
    if (line->first == line->end)
        return LINE_BLANK;
    if (colons == 2)
        return LINE_DIRECTIVE;
    if (colons == 3)
        return line->first + 3 == line->end ? LINE_GROUP_END : LINE_GROUP;
    if (is_heading(text, line))
        return LINE_HEADING;
    if (is_bullet(text, line))
        return LINE_BULLET;
    if (is_number(text, line))
        return LINE_NUMBER;
    return is_properties(text, line) ? LINE_PROPERTIES : LINE_TEXT;
}

static size_t line_end(const struct marked *text, size_t at)
{
    while (at < text->text.length && !marked_is(text, at, '\n'))
        at++;
    return at;
}

void lines_read(struct lines *lines, const struct marked *text)
{
    lines->list.count = 0;
    for (size_t at = 0; at < text->text.length;) {
        struct line *line = list_add(text->arena, &lines->list);
        *line = (struct line){0};
        size_t end = line_end(text, at);
        line->indent = count_of(text, at, end, ' ');
        line->first = at + line->indent;
        line->end = end;
        while (line->end > line->first && marked_is(text, line->end - 1, ' '))
            line->end--;
        line->kind = kind_of(text, line);
        at = end + 1;
    }
}

void line_take_mark(const struct marked *text, struct line *line)
{
    line->first += line->mark;
    line->indent += line->mark;
    line->kind = kind_of(text, line);
}
