/*
 * Labels: patterns such as "1)" and "{1}.{2}"; the numberings of headings and captions, and the styles of lists, made
 * of them.
 */
#ifndef TEMPLATE_NUMBERING_H
#define TEMPLATE_NUMBERING_H

#include "base/thai.h"
#include "template/words.h"

enum { NUMBERING_LEVELS = 6, LIST_DEPTH_MAX = 64 };

/* A piece of a label: words, or the number of a level. */
struct label_part {
    const char *words; /* NULL: a number */
    int level;         /* from 1; 0: the label's own; -1: the one around it, -2: the one around that ... */
    enum thai_number_style digits;
};

struct label_pattern {
    struct label_part *parts;
    size_t count;
};

/* Reads a pattern (templates/README.md); false when it is none, with the reason as an error at `place`. */
bool label_parse(struct arena *arena, const char *text, struct place place, struct diags *diags,
                 struct label_pattern *pattern);

/* Adds the label of caption `number`, where headings have counted to `chapters`; the number of a chapter that has not
 * begun is left out with the words behind it. */
void label_print_caption(struct buf *out, const struct label_pattern *pattern, const int chapters[], int number);

/* Adds the label of the innermost of `depth` levels with these numbers (from 1; 0 prints as nothing). */
void label_print(struct buf *out, const struct label_pattern *pattern, const int *numbers, size_t depth);

/* One level of a numbering of headings. */
struct heading_level {
    bool numbered;
    struct label_pattern label;
    bool own_line, restart;
    double width;
};

struct numbering {
    const char *name;
    struct heading_level levels[NUMBERING_LEVELS];
};

/* Reads one member of "numbering" in template.json. */
struct numbering *numbering_read(struct arena *arena, const struct value *described, struct diags *diags);

/* Counts a heading of that level (from 1); its label goes to `out`, nothing when the level has none.  One that is not
 * `counted` only lets the levels below it begin anew. */
void numbering_count(const struct numbering *numbering, int numbers[NUMBERING_LEVELS], int level, bool counted,
                     struct buf *out);

/* A kind of numbered captions. */
struct caption_kind {
    const char *name;
    struct label_pattern label;
    int chapter;       /* the deepest level of headings that the label names, each of which it begins anew with */
    const char *style; /* of the captions; NULL: that of captions without a number */
    struct place style_place; /* where it is named */
    bool bold;                /* the label */
};

/* Reads one member of "captions" in a style sheet or template.json. */
struct caption_kind *caption_kind_read(struct arena *arena, const struct value *described, struct diags *diags);

struct list_level {
    struct label_pattern label;
    double indent, hang;
    const char *style;        /* NULL: that of the text around */
    struct place style_place; /* where it is named */
    bool tight, loose;        /* both false: as the items are written */
};

struct list_style {
    const char *name;
    struct list_level *levels;
    size_t count;
};

/* Reads one member of "lists": a pattern, an object, or a list of these. */
struct list_style *list_style_read(struct arena *arena, const struct value *described, struct diags *diags);

/* A list style with one label for all depths; NULL with an error when the pattern is wrong. */
struct list_style *list_style_of_label(struct arena *arena, const char *label, struct place place, struct diags *diags);

/* The level for a list at `depth` (from 1). */
const struct list_level *list_style_level(const struct list_style *style, size_t depth);

#endif
