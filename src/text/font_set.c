#include "text/font_open.h"

#include <stdio.h>
#include <string.h>

enum style { STYLE_REGULAR, STYLE_BOLD, STYLE_ITALIC, STYLE_BOLD_ITALIC, STYLE_COUNT };

/* By their names in the manifest and in messages; `stand_ins` are what is taken when a family lacks the style. */
static const struct {
    const char *member, *words;
    enum style stand_ins[STYLE_COUNT - 1];
} styles[STYLE_COUNT] = {
    [STYLE_REGULAR] = {"regular", "regular", {STYLE_REGULAR, STYLE_REGULAR, STYLE_REGULAR}},
    [STYLE_BOLD] = {"bold", "bold", {STYLE_REGULAR, STYLE_REGULAR, STYLE_REGULAR}},
    [STYLE_ITALIC] = {"italic", "italic", {STYLE_REGULAR, STYLE_REGULAR, STYLE_REGULAR}},
    [STYLE_BOLD_ITALIC] = {"bold_italic", "bold italic", {STYLE_BOLD, STYLE_ITALIC, STYLE_REGULAR}},
};

/* What was found for a family and style; findings are said again to each document's diags. */
struct entry {
    const char *family;
    enum style style;
    struct font *font;    /* NULL: not found */
    const char *message;  /* of a finding; NULL: none */
    const char *expected; /* belongs to it */
    enum severity severity;
};

enum { ENTRIES_MAX = 256, FAMILY_MAX = 100 };

struct font_set {
    struct arena *arena;
    const struct value *manifest;
    struct font_files files;
    struct font_library *library;
    LIST(struct entry) entries;
    LIST(struct font *) fonts;
};

struct font_set *font_set_new(struct arena *arena, const struct value *manifest, struct font_files files)
{
    struct font_set *set = arena_new_of(arena, struct font_set);
    set->arena = arena;
    set->manifest = manifest;
    set->files = files;
    set->library = font_library_open(arena);
    if (!set->library)
        arena_escape(arena);
    return set;
}

const char *font_default_family(const struct font_set *set)
{
    return value_member_text(set->manifest, "default", "");
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

/* Where a file may be: where the caller keeps fonts (place 0), then in the manifest's folders.  NULL behind the last
 * place. */
static const char *path_at(struct font_set *set, const char *file, size_t place)
{
    const struct value *folders = value_member(set->manifest, "folders");
    if (place == 0)
        return file;
    if (!folders || place > folders->count)
        return NULL;
    const char *folder = folders->items[place - 1]->text;
    return folder ? arena_printf(set->arena, "%s/%s", folder, file) : file;
}

static struct font *opened(const struct font_set *set, const char *path, double scale)
{
    for (size_t i = 0; i < set->fonts.count; i++) {
        struct font *font = set->fonts.items[i];
        if (font->scale == scale && strcmp(font->file, path) == 0)
            return font;
    }
    return NULL;
}

/* A pattern with the family's name put in for "{family}", and for "{joined}" and "{dashed}" the same without spaces or
 * with hyphens for them. */
static const char *fill_pattern(struct arena *arena, const char *pattern, const char *family)
{
    static const struct {
        const char *name, *space;
    } forms[] = {{"{family}", " "}, {"{joined}", ""}, {"{dashed}", "-"}};
    struct buf out = buf_init(arena);
    while (*pattern) {
        size_t form = 0, count = sizeof forms / sizeof *forms;
        while (form < count && strncmp(pattern, forms[form].name, strlen(forms[form].name)) != 0)
            form++;
        if (form == count) {
            buf_putc(&out, *pattern++);
            continue;
        }
        for (const char *c = family; *c; c++) {
            if (*c == ' ')
                buf_puts(&out, forms[form].space);
            else
                buf_putc(&out, *c);
        }
        pattern += strlen(forms[form].name);
    }
    return out.data;
}

/* ---- one face --------------------------------------------------------------------------------------------------- */

static double family_scale(const struct font_set *set, const char *family)
{
    const struct value *entry = value_member(value_member(set->manifest, "families"), family);
    const struct value *scale = value_member(entry, "scale");
    double number;
    if (!scale || scale->kind != VALUE_NUMBER || !scale->exact || scale->number.units <= 0)
        return 1;
    number = (double)scale->number.units;
    for (int i = 0; i < scale->number.places; i++)
        number /= 10;
    return number;
}

static void open_file(struct font_set *set, struct entry *entry, const char *path, const unsigned char *data,
                      size_t size)
{
    const char *why;
    entry->font = font_open(set->library, set->arena, path, data, size, &why);
    if (!entry->font) {
        entry->severity = SEVERITY_ERROR;
        entry->message = arena_printf(set->arena, "font \"%s\": the file \"%s\" %s", entry->family, path, why);
        return;
    }
    entry->font->scale = family_scale(set, entry->family);
    entry->font->index = set->fonts.count;
    *list_add(set->arena, &set->fonts) = entry->font;
}

/* A try at one file.  True when the search is over: the face was opened, or the file is there and unfit. */
static bool try_file(struct font_set *set, struct entry *entry, const char *file, struct buf *tried)
{
    const unsigned char *data;
    const char *path;
    size_t size;
    for (size_t place = 0; (path = path_at(set, file, place)); place++) {
        entry->font = opened(set, path, family_scale(set, entry->family));
        if (entry->font)
            return true;
        if (set->files.load(set->files.user, path, &data, &size)) {
            open_file(set, entry, path, data, size);
            return true;
        }
    }
    buf_printf(tried, "%s%s", tried->length ? ", " : "", file);
    return false;
}

/* Looks for the face by the manifest's entry for the family, then by the patterns. */
static bool find_style(struct font_set *set, struct entry *entry, enum style style, struct buf *tried)
{
    const struct value *family = value_member(value_member(set->manifest, "families"), entry->family);
    const struct value *patterns = value_member(value_member(set->manifest, "patterns"), styles[style].member);
    const char *file = value_member_text(family, styles[style].member, NULL);
    if (file && try_file(set, entry, file, tried))
        return true;
    for (size_t i = 0; patterns && i < patterns->count; i++) {
        const char *pattern = patterns->items[i]->text;
        if (pattern && try_file(set, entry, fill_pattern(set->arena, pattern, entry->family), tried))
            return true;
    }
    return false;
}

static void find(struct font_set *set, struct entry *entry)
{
    struct buf tried = buf_init(set->arena), others = buf_init(set->arena);
    if (find_style(set, entry, entry->style, &tried))
        return;
    for (size_t i = 0; i < STYLE_COUNT - 1 && entry->style != STYLE_REGULAR; i++) {
        enum style other = styles[entry->style].stand_ins[i];
        if (!find_style(set, entry, other, &others))
            continue;
        if (entry->font) {
            entry->severity = SEVERITY_WARNING;
            entry->message = arena_printf(set->arena, "the font \"%s\" has no %s face; its %s face is used",
                                          entry->family, styles[entry->style].words, styles[other].words);
        }
        return;
    }
    entry->message = arena_printf(set->arena, "the font \"%s\" was not found", entry->family);
    entry->expected = arena_printf(set->arena, "one of the files %s", tried.data);
}

static struct entry *lookup(struct font_set *set, const char *family, enum style style)
{
    for (size_t i = 0; i < set->entries.count; i++) {
        struct entry *entry = &set->entries.items[i];
        if (entry->style == style && strcmp(entry->family, family) == 0)
            return entry;
    }
    if (set->entries.count >= ENTRIES_MAX) /* only names made up in great number can fill it */
        set->entries.count = ENTRIES_MAX / 2;
    struct entry entry = {.family = arena_strdup(set->arena, family), .style = style, .severity = SEVERITY_ERROR};
    find(set, &entry);
    struct entry *kept = list_add(set->arena, &set->entries);
    *kept = entry;
    return kept;
}

/* ---- what others ask -------------------------------------------------------------------------------------------- */

static enum style style_of(bool bold, bool italic)
{
    return (enum style)((bold ? STYLE_BOLD : 0) | (italic ? STYLE_ITALIC : 0));
}

/* A name from a document must not lead out of the folders. */
static bool is_family_name(const char *name)
{
    size_t length = strlen(name);
    for (const char *c = name; *c; c++) {
        if (*c == '/' || *c == '\\' || (unsigned char)*c < 0x20)
            return false;
    }
    return length > 0 && length <= FAMILY_MAX && name[0] != '.';
}

static void say_once(const struct entry *entry, struct diags *diags)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        if (strcmp(diags->list.items[i].message, entry->message) == 0)
            return;
    }
    struct diag_more more = {.expected = entry->expected};
    if (entry->severity == SEVERITY_ERROR)
        more.hint = "put the family's TrueType files into fonts/ or name them in fonts/fonts.json";
    diag_at(diags, entry->severity, entry->font ? "font-style" : "font-missing", NULL, 0, more, "%s", entry->message);
}

const struct font *font_lookup(struct font_set *set, const char *family, bool bold, bool italic, struct diags *diags)
{
    if (!is_family_name(family)) {
        struct entry bad = {.severity = SEVERITY_ERROR};
        bad.message = arena_printf(diags->arena, "\"%.*s\" is no name of a font family", FAMILY_MAX, family);
        say_once(&bad, diags);
        return NULL;
    }
    const struct entry *entry = lookup(set, family, style_of(bold, italic));
    if (entry->message)
        say_once(entry, diags);
    return entry->font;
}

const struct font *font_fallback(struct font_set *set, uint32_t code, bool bold, bool italic)
{
    const struct value *families = value_member(set->manifest, "fallback");
    for (size_t i = 0; families && i < families->count; i++) {
        if (!families->items[i]->text)
            continue;
        const struct font *font = lookup(set, families->items[i]->text, style_of(bold, italic))->font;
        if (font && font_has(font, code))
            return font;
    }
    return NULL;
}
