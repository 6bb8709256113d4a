/* The lines of a marked text, and what each begins. */
#ifndef TEMPLATE_MARKDOWN_LINES_H
#define TEMPLATE_MARKDOWN_LINES_H

#include "template/marked.h"

enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING,    /* # */
    LINE_BULLET,     /* - */
    LINE_NUMBER,     /* 1. */
    LINE_PROPERTIES, /* { */
    LINE_DIRECTIVE,  /* ::name */
    LINE_GROUP,      /* :::name */
    LINE_GROUP_END,  /* ::: */
};

struct line {
    size_t first, end; /* bytes from the first that is no blank to behind the last */
    size_t indent;     /* blanks before `first` */
    enum line_kind kind;
    size_t mark; /* bytes of the mark and the blanks behind it: HEADING, BULLET, NUMBER */
    int number;  /* HEADING: its level; NUMBER: what is written */
};

struct lines {
    LIST(struct line) list;
};

/* The lines of `text`, in place of those that `lines` held.  Line ends inside values end no line. */
void lines_read(struct lines *lines, const struct marked *text);

/* Takes the mark of an item off its line, which then begins with what is behind it. */
void line_take_mark(const struct marked *text, struct line *line);

#endif
