#include "template/styles.h"

#include "template/describe.h"

#include <string.h>

enum entry_state { ENTRY_UNREAD, ENTRY_OPEN, ENTRY_READ };

struct entry {
    const char *name;
    const struct value *own, *base; /* what describes it, the first one first; either may be NULL */
    enum entry_state state;
    struct doc_style style; /* family NULL: that of the document */
    double share;           /* leading / size, where the leading is given that way; else 0 */
};

struct style_sheet {
    const char *family;
    LIST(struct entry) entries;
};

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct style_sheet *sheet;
};

static const char *const style_members[] = {"based_on",       "family",        "size",
                                            "leading",        "bold",          "italic",
                                            "align",          "first_indent",  "left",
                                            "right",          "before",        "after",
                                            "keep_with_next", "keep_together", "page_break_before",
                                            "lines_top",      "lines_bottom",  "keep_with_lines_before"};
static const char *const align_names[] = {"left", "center", "right", "justify"};

static struct entry *find_entry(const struct style_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->entries.count; i++)
        if (strcmp(sheet->entries.items[i].name, name) == 0)
            return &sheet->entries.items[i];
    return NULL;
}

static void add_entries(struct reader *r, const struct value *sheet, bool own)
{
    const struct value *styles = sheet ? describe_member(r->diags, sheet, "styles", VALUE_OBJECT) : NULL;
    for (size_t i = 0; styles && i < styles->count; i++) {
        const struct value *described = styles->items[i];
        if (!describe_object(r->diags, described, CHOICES(style_members)))
            continue;
        struct entry *entry = find_entry(r->sheet, described->key);
        if (!entry) {
            entry = list_add(r->arena, &r->sheet->entries);
            entry->name = described->key;
        }
        *(own ? &entry->own : &entry->base) = described;
    }
}

static void read_leading(struct reader *r, const struct value *d, struct entry *entry)
{
    const char *text = value_member_text(d, "leading", NULL);
    double percent;
    if (text && describe_percent(text, &percent) && percent > 0) {
        entry->share = percent / 100;
    } else if (text) {
        entry->style.leading = describe_length(r->diags, d, "leading", 1, entry->style.leading);
        entry->share = 0;
    }
    if (entry->share > 0)
        entry->style.leading = entry->style.size * entry->share;
}

static void read_spacing(struct reader *r, const struct value *d, struct doc_style *s)
{
    s->first_indent = describe_length(r->diags, d, "first_indent", -1000, s->first_indent);
    s->left = describe_length(r->diags, d, "left", 0, s->left);
    s->right = describe_length(r->diags, d, "right", 0, s->right);
    s->before = describe_length(r->diags, d, "before", 0, s->before);
    s->after = describe_length(r->diags, d, "after", 0, s->after);
}

/* Changes the style by what `d` says. */
static void read_style(struct reader *r, const struct value *d, struct entry *entry)
{
    struct doc_style *s = &entry->style;
    s->family = describe_text(r->diags, d, "family", s->family);
    s->size = describe_length(r->diags, d, "size", 1, s->size);
    s->bold = describe_flag(r->diags, d, "bold", s->bold);
    s->italic = describe_flag(r->diags, d, "italic", s->italic);
    s->align = (enum doc_align)describe_choice(r->diags, d, "align", CHOICES(align_names), (int)s->align);
    s->keep_with_next = describe_flag(r->diags, d, "keep_with_next", s->keep_with_next);
    s->keep_together = describe_flag(r->diags, d, "keep_together", s->keep_together);
    s->lines_before = describe_integer(r->diags, d, "keep_with_lines_before", 0, 100, s->lines_before);
    s->page_break_before = describe_flag(r->diags, d, "page_break_before", s->page_break_before);
    s->lines_top = describe_integer(r->diags, d, "lines_top", 1, 100, s->lines_top);
    s->lines_bottom = describe_integer(r->diags, d, "lines_bottom", 1, 100, s->lines_bottom);
    read_leading(r, d, entry);
    read_spacing(r, d, s);
}

static void resolve(struct reader *r, struct entry *entry);

/* Begins with what the style has that this one is based on. */
static void inherit(struct reader *r, struct entry *entry)
{
    const struct value *says = value_member(entry->own, "based_on");
    if (!says)
        says = value_member(entry->base, "based_on");
    if (!says && strcmp(entry->name, "body") == 0)
        return;
    const char *name = says && says->kind == VALUE_TEXT ? says->text : "body";
    struct entry *parent = find_entry(r->sheet, name);
    if (!parent && says) {
        diag_value(r->diags, SEVERITY_ERROR, "template-style", says, (struct diag_more){0}, "there is no style \"%s\"",
                   name);
    } else if (parent && parent->state == ENTRY_OPEN) {
        diag_value(r->diags, SEVERITY_ERROR, "template-style",
                   says         ? says
                   : entry->own ? entry->own
                                : entry->base,
                   (struct diag_more){0}, "style \"%s\" is based on itself", entry->name);
    } else if (parent) {
        resolve(r, parent);
        entry->style = parent->style;
        entry->share = parent->share;
    }
}

static void resolve(struct reader *r, struct entry *entry)
{
    if (entry->state != ENTRY_UNREAD)
        return;
    entry->state = ENTRY_OPEN;
    entry->style = (struct doc_style){.lines_top = 2, .lines_bottom = 2};
    inherit(r, entry);
    entry->style.name = entry->name;
    if (entry->base)
        read_style(r, entry->base, entry);
    if (entry->own)
        read_style(r, entry->own, entry);
    entry->state = ENTRY_READ;
}

static bool check_body(struct reader *r, const struct value *sheet)
{
    const struct entry *body = find_entry(r->sheet, "body");
    if (!body) {
        diag_value(r->diags, SEVERITY_ERROR, "template-style", sheet, (struct diag_more){0},
                   "there is no style \"body\"");
        return false;
    }
    const struct value *place = body->own ? body->own : body->base;
    if (body->style.size > 0 && body->style.leading > 0)
        return true;
    diag_value(r->diags, SEVERITY_ERROR, "template-style", place,
               (struct diag_more){.expected = "\"size\" and \"leading\""}, "style \"body\" has no size or leading");
    return false;
}

struct style_sheet *styles_read(struct arena *arena, const struct value *base, const struct value *own,
                                struct diags *diags)
{
    struct reader r = {.arena = arena, .diags = diags, .sheet = arena_new_of(arena, struct style_sheet)};
    add_entries(&r, base, false);
    add_entries(&r, own, true);
    for (size_t i = 0; i < r.sheet->entries.count; i++)
        resolve(&r, &r.sheet->entries.items[i]);
    r.sheet->family = describe_text(diags, base ? base : own, "family", NULL);
    if (own)
        r.sheet->family = describe_text(diags, own, "family", r.sheet->family);
    if (!r.sheet->family)
        diag_value(diags, SEVERITY_ERROR, "template-style", base ? base : own, (struct diag_more){0},
                   "\"family\" is missing");
    return check_body(&r, base ? base : own) ? r.sheet : NULL;
}

struct variant {
    const struct doc_style *of, *style;
    bool item;
};

struct styles {
    struct arena *arena;
    struct doc_style *items;
    size_t count;
    LIST(struct variant) variants;
};

struct styles *styles_new(struct arena *arena, const struct style_sheet *sheet, const char *family)
{
    struct styles *styles = arena_new_of(arena, struct styles);
    styles->arena = arena;
    styles->count = sheet->entries.count;
    styles->items = arena_array(arena, struct doc_style, styles->count);
    for (size_t i = 0; i < styles->count; i++) {
        styles->items[i] = sheet->entries.items[i].style;
        if (!styles->items[i].family)
            styles->items[i].family = family ? family : sheet->family;
    }
    return styles;
}

const struct doc_style *styles_find(const struct styles *styles, const char *name)
{
    for (size_t i = 0; i < styles->count; i++)
        if (strcmp(styles->items[i].name, name) == 0)
            return &styles->items[i];
    return NULL;
}

const struct doc_style *styles_need(const struct styles *styles, const char *name, struct place place,
                                    struct diags *diags)
{
    const struct doc_style *style = styles_find(styles, name);
    if (style)
        return style;
    const char **names = arena_array(styles->arena, const char *, styles->count);
    for (size_t i = 0; i < styles->count; i++)
        names[i] = styles->items[i].name;
    place_error(diags, place, "template-style",
                (struct diag_more){.hint = words_hint(diags->arena, name, names, styles->count)},
                "there is no style \"%s\"", name);
    return styles_find(styles, "body");
}

static const struct doc_style *variant(struct styles *styles, const struct doc_style *style, bool item)
{
    for (size_t i = 0; i < styles->variants.count; i++) {
        const struct variant *known = &styles->variants.items[i];
        if (known->item == item && (known->of == style || known->style == style))
            return known->style;
    }
    struct doc_style *copy = arena_new_of(styles->arena, struct doc_style);
    *copy = *style;
    copy->left = copy->right = 0;
    copy->page_break_before = copy->keep_with_next = false;
    copy->lines_before = 0;
    if (item)
        copy->first_indent = 0;
    *list_add(styles->arena, &styles->variants) = (struct variant){.of = style, .style = copy, .item = item};
    return copy;
}

const struct doc_style *styles_in_group(struct styles *styles, const struct doc_style *style)
{
    return variant(styles, style, false);
}

const struct doc_style *styles_in_item(struct styles *styles, const struct doc_style *style)
{
    return variant(styles, style, true);
}
