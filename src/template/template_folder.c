#include "template/folder.h"

#include "base/utf8.h"
#include "template/describe.h"
#include "json/json.h"

#include <string.h>

static const char CODE[] = "template-file";

static struct source *load(struct arena *arena, const struct files *files, const char *path)
{
    const unsigned char *data;
    size_t size;
    if (!files->load(files->user, FILE_TEMPLATES, path, &data, &size))
        return NULL;
    struct source *source = arena_new_of(arena, struct source);
    *source = (struct source){.name = path, .text = (const char *)data, .length = size};
    return source;
}

/* The file NAME with `ending` of the template's folder, else of shared/. */
static struct source *load_named(struct arena *arena, const struct template_folder *folder, const char *below,
                                 const char *name, const char *ending)
{
    struct source *source =
        load(arena, folder->files, arena_printf(arena, "%s/%s%s%s", folder->name, below, name, ending));
    return source ? source : load(arena, folder->files, arena_printf(arena, "shared/%s%s%s", below, name, ending));
}

static const struct source *load_path(struct opening *o, const char *path)
{
    return path[0] == '/' || strstr(path, "..") ? NULL : load(o->arena, o->folder->files, path);
}

const struct value *opening_json_if_any(struct opening *o, const char *path)
{
    const struct source *source = load_path(o, path);
    return source ? json_read(o->arena, source, JSON_LIMITS_DEFAULT, o->diags) : NULL;
}

const struct value *opening_json(struct opening *o, const char *path, struct place place)
{
    const struct source *source = load_path(o, path);
    if (source)
        return json_read(o->arena, source, JSON_LIMITS_DEFAULT, o->diags);
    if (place.value)
        place_error(o->diags, place, CODE, (struct diag_more){0}, "there is no file %s", path);
    else
        diag_at(o->diags, SEVERITY_ERROR, "template-missing", NULL, 0, (struct diag_more){.expected = path},
                "there is no template \"%s\"", o->folder->name);
    return NULL;
}

/* A byte that no text of a template may have, or the length. */
static size_t first_control(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && ((unsigned char)text[at] >= 0x20 || text[at] == '\n' || text[at] == '\t') && text[at] != 0x7f)
        at++;
    return at;
}

/* The file's text as words: without byte order mark and carriage returns, tabs as four blanks.  NULL with an error when
 * it is not text. */
static const struct words *read_words(struct opening *o, const struct source *file)
{
    const char *text = file->text;
    size_t length = file->length;
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        text += 3, length -= 3;
    struct buf clean = buf_init(o->arena);
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\t')
            buf_puts(&clean, "    ");
        else if (text[i] != '\r')
            buf_putc(&clean, text[i]);
    struct source *source = arena_new_of(o->arena, struct source);
    *source = (struct source){.name = file->name, .text = clean.data, .length = clean.length};
    size_t bad = utf8_first_invalid(clean.data, clean.length), control = first_control(clean.data, clean.length);
    if (bad < clean.length || control < clean.length) {
        diag_at(o->diags, SEVERITY_ERROR, CODE, source, bad < control ? bad : control,
                (struct diag_more){.expected = "UTF-8"}, bad < control ? "not UTF-8" : "a control character");
        return NULL;
    }
    struct words *words = arena_new_of(o->arena, struct words);
    *words = (struct words){.text = clean.data, .length = clean.length, .source = source};
    return words;
}

const struct mustache *folder_find_text(const void *folder, const char *name)
{
    const struct template_folder *from = folder;
    for (size_t i = 0; i < from->texts.count; i++)
        if (strcmp(from->texts.items[i].name, name) == 0)
            return from->texts.items[i].words;
    return NULL;
}

/* The text NAME.md in the folder `below`, which is "" or ends with "/". */
static const struct mustache *read_text(struct opening *o, const char *below, const char *name, struct place place,
                                        struct diag_more more)
{
    const char *path = arena_printf(o->arena, "%s%s", below, name);
    for (size_t i = 0; i < o->folder->texts.count; i++)
        if (strcmp(o->folder->texts.items[i].name, path) == 0)
            return o->folder->texts.items[i].words;
    const struct source *file = describe_is_name(name) ? load_named(o->arena, o->folder, below, name, ".md") : NULL;
    if (!file) {
        place_error(o->diags, place, CODE, more, "there is no file %s.md in %s/ or shared/", path, o->folder->name);
        return NULL;
    }
    const struct words *words = read_words(o, file);
    const struct mustache *text = words ? mustache_parse(o->arena, words, o->diags) : NULL;
    *list_add(o->arena, &o->folder->texts) = (struct template_text){.name = path, .words = text};
    return text;
}

const struct mustache *opening_text(struct opening *o, const char *name, struct place place)
{
    return read_text(o, "", name, place, (struct diag_more){0});
}

const struct table *folder_table(const struct template_folder *folder, const char *name)
{
    for (size_t i = 0; i < folder->tables.count; i++)
        if (strcmp(folder->tables.items[i]->name, name) == 0)
            return folder->tables.items[i];
    return NULL;
}

/* The description NAME.json below `folder`/`below`; NULL with an error. */
static const struct value *read_described(struct arena *arena, const struct template_folder *folder, const char *below,
                                          const char *name, struct place place, struct diags *diags)
{
    const struct source *file = describe_is_name(name) ? load_named(arena, folder, below, name, ".json") : NULL;
    if (file)
        return json_read(arena, file, JSON_LIMITS_DEFAULT, diags);
    place_error(diags, place, CODE, (struct diag_more){0}, "there is no file %s%s.json in %s/ or shared/", below, name,
                folder->name);
    return NULL;
}

struct table *folder_read_table(struct arena *arena, const struct template_folder *folder, const char *name,
                                struct place place, struct diags *diags)
{
    const struct value *described = read_described(arena, folder, "tables/", name, place, diags);
    return described ? table_read(arena, name, described, diags) : NULL;
}

const struct chart *folder_chart(const struct template_folder *folder, const char *name)
{
    for (size_t i = 0; i < folder->charts.count; i++)
        if (strcmp(folder->charts.items[i]->name, name) == 0)
            return folder->charts.items[i];
    return NULL;
}

struct chart *folder_read_chart(struct arena *arena, const struct template_folder *folder, const char *name,
                                struct place place, struct diags *diags)
{
    const struct value *described = read_described(arena, folder, "charts/", name, place, diags);
    return described ? chart_read(arena, name, described, diags) : NULL;
}

/* The name in words such as "::table{name=history}", where they begin with `begin`; NULL: they do not, or the name
 * comes from a tag. */
static const char *placed_name(struct opening *o, const struct mustache *text, const struct mustache_node *node,
                               const char *begin, struct place *place)
{
    const char *line = text->words->text + node->at;
    size_t blanks = strspn(line, " "), start = blanks + strlen(begin);
    if (node->length <= start || strncmp(line + blanks, begin, strlen(begin)) != 0)
        return NULL;
    size_t length = strcspn(line + start, " }\n{");
    *place = (struct place){.words = text->words, .at = node->at + start};
    return start + length < node->length ? arena_strndup(o->arena, line + start, length) : NULL;
}

/* Reads the table or chart that words place, so that its mistakes are found even where it is not reached.  Names that
 * come from a tag are read when they are known. */
static void read_placed(struct opening *o, const struct mustache *text, const struct mustache_node *node)
{
    struct place place;
    struct template_folder *folder = o->folder;
    const char *name = placed_name(o, text, node, "::table{name=", &place);
    struct table *table =
        name && !folder_table(folder, name) ? folder_read_table(o->arena, folder, name, place, o->diags) : NULL;
    if (table)
        *list_add(o->arena, &folder->tables) = table;
    name = placed_name(o, text, node, "::chart{name=", &place);
    struct chart *chart =
        name && !folder_chart(folder, name) ? folder_read_chart(o->arena, folder, name, place, o->diags) : NULL;
    if (chart)
        *list_add(o->arena, &folder->charts) = chart;
}

/* Reads what a text needs: partials, tables and charts. */
static void follow(struct opening *o, const struct mustache *text, const struct mustache_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == MUSTACHE_PARTIAL)
            opening_text(o, node->name, (struct place){.words = text->words, .at = node->at});
        else if (node->kind == MUSTACHE_TEXT)
            read_placed(o, text, node);
        follow(o, text, node->first);
    }
}

static void follow_words(void *user, const struct mustache *words)
{
    follow(user, words, words->first);
}

static void follow_line(struct opening *o, const struct mustache *line)
{
    if (line)
        follow(o, line, line->first);
}

/* Texts name tables and charts, these name texts: goes on until nothing new comes. */
void opening_follow(struct opening *o)
{
    follow_line(o, o->folder->title);
    follow_line(o, o->folder->author);
    follow_line(o, o->folder->subject);
    for (size_t i = 0; i < o->folder->profiles.count; i++) {
        follow_line(o, o->folder->profiles.items[i].title);
        follow_line(o, o->folder->profiles.items[i].subject);
    }
    size_t texts = 0, tables = 0, charts = 0;
    while (texts < o->folder->texts.count || tables < o->folder->tables.count || charts < o->folder->charts.count) {
        if (texts < o->folder->texts.count) {
            const struct mustache *words = o->folder->texts.items[texts++].words;
            if (words)
                follow(o, words, words->first);
        } else if (charts < o->folder->charts.count) {
            chart_visit(o->folder->charts.items[charts++], follow_words, o);
        } else {
            table_visit(o->folder->tables.items[tables++], follow_words, o);
        }
    }
}

/* ---- while a document is made ---- */

struct template_folder *folder_copy(struct arena *arena, const struct template_folder *folder)
{
    struct template_folder *copy = arena_new_of(arena, struct template_folder);
    *copy = *folder;
    copy->texts.capacity = copy->texts.count; /* what is added goes into memory of the copy */
    copy->tables.capacity = copy->tables.count;
    copy->charts.capacity = copy->charts.count;
    return copy;
}

static const struct mustache *read_late(struct opening *o, const char *below, const char *name, struct place place,
                                        struct diag_more more)
{
    size_t texts = o->folder->texts.count;
    const struct mustache *text = read_text(o, below, name, place, more);
    if (o->folder->texts.count > texts)
        opening_follow(o);
    return text;
}

const struct mustache *folder_read_block(struct arena *arena, struct template_folder *folder, const char *type,
                                         struct place place, struct diag_more more, struct diags *diags)
{
    struct opening o = {.arena = arena, .diags = diags, .folder = folder};
    return read_late(&o, "blocks/", type, place, more);
}

const struct mustache *folder_read_section(struct arena *arena, struct template_folder *folder,
                                           const struct template_section *section, struct diags *diags)
{
    struct opening o = {.arena = arena, .diags = diags, .folder = folder};
    return read_late(&o, "", section->file, section->file_place, (struct diag_more){0});
}
