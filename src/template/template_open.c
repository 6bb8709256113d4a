#include "template/folder.h"

#include "template/describe.h"

#include <string.h>

static const char *const plan_members[] = {"title",  "author",    "subject",  "lang",     "styles",
                                           "lists",  "numbering", "captions", "page",     "digits",
                                           "fields", "criteria",  "profiles", "sections", "draft"};
static const char *const sheet_members[] = {"from", "family", "styles", "lists", "captions"};
static const char *const library_members[] = {"sections", "numbering"};
static const char *const profile_members[] = {"title", "subject"};
static const char *const document_digits[] = {"document", "typed", "arabic", "thai"};

static const struct mustache *read_line(struct opening *o, const struct value *object, const char *key)
{
    const struct value *text = describe_member(o->diags, object, key, VALUE_TEXT);
    return text ? mustache_parse(o->arena, words_of_value(o->arena, text), o->diags) : NULL;
}

enum section_digits opening_digits(struct opening *o, const struct value *object)
{
    struct choices choices = {document_digits + 1, 3};
    return (enum section_digits)(1 + describe_choice(o->diags, object, "digits", choices, -1));
}

static void read_lists(struct opening *o, const struct value *object)
{
    const struct value *lists = object ? describe_member(o->diags, object, "lists", VALUE_OBJECT) : NULL;
    for (size_t i = 0; lists && i < lists->count; i++) {
        struct list_style *style = list_style_read(o->arena, lists->items[i], o->diags);
        if (style)
            *list_add(o->arena, &o->folder->lists) = style;
    }
}

/* The later one counts: a template's own lists come behind those of its style sheet. */
const struct list_style *folder_list_style(const struct template_folder *folder, const char *name)
{
    for (size_t i = folder->lists.count; i-- > 0;)
        if (strcmp(folder->lists.items[i]->name, name) == 0)
            return folder->lists.items[i];
    return NULL;
}

/* The later one counts here as well. */
static void read_captions(struct opening *o, const struct value *object)
{
    const struct value *kinds = object ? describe_member(o->diags, object, "captions", VALUE_OBJECT) : NULL;
    for (size_t i = 0; kinds && i < kinds->count; i++)
        *list_add(o->arena, &o->folder->captions) = caption_kind_read(o->arena, kinds->items[i], o->diags);
}

const struct caption_kind *folder_caption_kind(const struct template_folder *folder, const char *name)
{
    for (size_t i = folder->captions.count; i-- > 0;)
        if (strcmp(folder->captions.items[i]->name, name) == 0)
            return folder->captions.items[i];
    return NULL;
}

static void need_list(struct opening *o, const char *name)
{
    if (!folder_list_style(o->folder, name))
        diag_value(o->diags, SEVERITY_ERROR, "template-style", o->folder->plan, (struct diag_more){0},
                   "there is no list style \"%s\"", name);
}

/* The style sheet that a path or "from" names, and the object that changes it. */
static void read_styles(struct opening *o)
{
    const struct value *named = value_member(o->folder->plan, "styles"), *own = NULL, *base = NULL;
    if (named && named->kind == VALUE_OBJECT) {
        own = describe_object(o->diags, named, CHOICES(sheet_members)) ? named : NULL;
        named = describe_member(o->diags, named, "from", VALUE_TEXT);
    } else {
        named = describe_needed(o->diags, o->folder->plan, "styles", VALUE_TEXT);
    }
    if (named)
        base = opening_json(o, named->text, (struct place){.value = named});
    if (base && !describe_object(o->diags, base, (struct choices){sheet_members + 1, 4}))
        base = NULL;
    if (base || own)
        o->folder->sheet = styles_read(o->arena, base, own, o->diags);
    read_lists(o, base);
    read_lists(o, own);
    read_lists(o, o->folder->plan);
    read_captions(o, base);
    read_captions(o, own);
    read_captions(o, o->folder->plan);
    if (base || own) {
        need_list(o, "ordered");
        need_list(o, "bullet");
    }
}

static void add_numbering(struct opening *o, struct numbering *numbering)
{
    for (size_t i = 0; i < o->folder->numberings.count; i++)
        if (strcmp(o->folder->numberings.items[i]->name, numbering->name) == 0) {
            o->folder->numberings.items[i] = numbering;
            return;
        }
    *list_add(o->arena, &o->folder->numberings) = numbering;
}

/* Of a template or of the library. */
static void read_numberings(struct opening *o, const struct value *described)
{
    const struct value *all = described ? describe_member(o->diags, described, "numbering", VALUE_OBJECT) : NULL;
    for (size_t i = 0; all && i < all->count; i++)
        add_numbering(o, numbering_read(o->arena, all->items[i], o->diags));
}

/* The library of sections, which need not be there; a template's numberings take the place of its own. */
static void read_library(struct opening *o)
{
    const struct value *library = opening_json_if_any(o, "shared/sections.json");
    if (library && !describe_object(o->diags, library, CHOICES(library_members)))
        library = NULL;
    o->library = library ? describe_needed(o->diags, library, "sections", VALUE_LIST) : NULL;
    struct numbering *none = arena_new_of(o->arena, struct numbering);
    none->name = "main";
    add_numbering(o, none);
    read_numberings(o, library);
    read_numberings(o, o->folder->plan);
}

static void read_profiles(struct opening *o)
{
    const struct value *all = describe_member(o->diags, o->folder->plan, "profiles", VALUE_OBJECT);
    for (size_t i = 0; all && i < all->count; i++) {
        const struct value *described = all->items[i];
        if (!describe_object(o->diags, described, CHOICES(profile_members)))
            continue;
        *list_add(o->arena, &o->folder->profiles) = (struct template_profile){
            .described = described,
            .title = read_line(o, described, "title"),
            .subject = read_line(o, described, "subject"),
        };
    }
}

static void read_plan(struct opening *o)
{
    struct template_folder *folder = o->folder;
    if (!describe_object(o->diags, folder->plan, CHOICES(plan_members)))
        return;
    describe_needed(o->diags, folder->plan, "title", VALUE_TEXT);
    folder->title = read_line(o, folder->plan, "title");
    folder->author = read_line(o, folder->plan, "author");
    folder->subject = read_line(o, folder->plan, "subject");
    folder->lang = describe_text(o->diags, folder->plan, "lang", "th-TH");
    folder->digits = opening_digits(o, folder->plan);
    folder->criteria = describe_flag(o->diags, folder->plan, "criteria", true);
    read_styles(o);
    opening_draft(o);
    read_library(o);
    read_profiles(o);
    opening_sections(o);
    opening_follow(o);
}

struct template_folder *template_open(struct arena *arena, const struct files *files, const char *name,
                                      struct diags *diags)
{
    struct template_folder *folder = arena_new_of(arena, struct template_folder);
    struct opening o = {.arena = arena, .diags = diags, .folder = folder};
    size_t errors = diags->errors;
    folder->name = arena_strdup(arena, name);
    folder->files = files;
    if (!describe_is_name(name)) {
        diag_at(diags, SEVERITY_ERROR, "template-file", NULL, 0,
                (struct diag_more){.expected = "small Latin letters, digits, \"-\" and \"_\""},
                "bad template name \"%s\"", name);
        return NULL;
    }
    folder->plan = opening_json(&o, arena_printf(arena, "%s/template.json", name), (struct place){0});
    if (folder->plan)
        read_plan(&o);
    return diags->errors == errors ? folder : NULL;
}

bool template_has_criteria(const struct template_folder *folder)
{
    return folder->criteria;
}

const struct value *template_fields(const struct template_folder *folder)
{
    return value_member(folder->plan, "fields");
}
