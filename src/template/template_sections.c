#include "template/folder.h"

#include "template/describe.h"

#include <string.h>

static const char CODE[] = "template-json";

static const char *const section_members[] = {"name",      "file",   "when",    "unless",   "each", "page",  "new_page",
                                              "numbering", "digits", "listing", "profiles", "lang", "level", "use"};

static size_t find_numbering(struct opening *o, const struct value *section)
{
    const struct value *named = describe_member(o->diags, section, "numbering", VALUE_TEXT);
    if (!named)
        return 0;
    for (size_t i = 0; i < o->folder->numberings.count; i++)
        if (strcmp(o->folder->numberings.items[i]->name, named->text) == 0)
            return i;
    diag_value(o->diags, SEVERITY_ERROR, CODE, named, (struct diag_more){0}, "there is no numbering \"%s\"",
               named->text);
    return 0;
}

/* The name of a section's file without its ending. */
static const char *file_of(struct opening *o, const struct value *section, const char *name)
{
    const struct value *file = describe_member(o->diags, section, "file", VALUE_TEXT);
    if (!file)
        return name;
    size_t length = strlen(file->text);
    if (length > 3 && strcmp(file->text + length - 3, ".md") == 0)
        return arena_strndup(o->arena, file->text, length - 3);
    diag_value(o->diags, SEVERITY_ERROR, CODE, file, (struct diag_more){.expected = "a name that ends in .md"},
               "bad file \"%s\"", file->text);
    return name;
}

static void check_unique(struct opening *o, const struct template_sections *sections, const struct value *described,
                         const char *name)
{
    if (template_sections_find(sections, name))
        diag_value(o->diags, SEVERITY_ERROR, CODE, described, (struct diag_more){0}, "there are two sections \"%s\"",
                   name);
}

/* Changes a set-up by what "page" says: first by the file in "from", then by the rest. */
static void read_setup(struct opening *o, struct page_setup *setup, const struct value *page)
{
    const struct value *from = describe_member(o->diags, page, "from", VALUE_TEXT);
    const struct value *shared = from ? opening_json(o, from->text, (struct place){.value = from}) : NULL;
    if (shared)
        page_setup_read(setup, shared, o->diags);
    page_setup_read(setup, page, o->diags);
}

/* The set-up of a section's pages: that of the template with what the library and then the section change. */
static void read_page(struct opening *o, struct template_section *section, const struct value *described)
{
    const struct value *page = value_member(described, "page");
    section->page_as_before = page && page->text && strcmp(page->text, "as-before") == 0;
    if (section->page_as_before)
        return;
    page = describe_member(o->diags, described, "page", VALUE_OBJECT);
    if (page && section->new_page)
        read_setup(o, &section->page, page);
    else if (page)
        diag_value(o->diags, SEVERITY_ERROR, CODE, page, (struct diag_more){0},
                   "a section that begins no page has no \"page\"");
}

/* A section of the library may list what a template does not number. */
static const struct caption_kind *read_listing(struct opening *o, const struct value *section, bool new_page,
                                               bool library)
{
    const struct value *named = describe_member(o->diags, section, "listing", VALUE_TEXT);
    const struct caption_kind *kind = named ? folder_caption_kind(o->folder, named->text) : NULL;
    if (named && !new_page)
        diag_value(o->diags, SEVERITY_ERROR, CODE, named, (struct diag_more){0},
                   "a section that begins no page has no \"listing\"");
    else if (named && !kind && !library)
        diag_value(o->diags, SEVERITY_ERROR, CODE, named, (struct diag_more){0},
                   "there are no numbered captions \"%s\"", named->text);
    return kind;
}

/* `described` has all that is known of the section but what `own` changes of its page; NULL: nothing. */
static void read_section(struct opening *o, struct template_sections *sections, const struct value *described,
                         const struct value *own)
{
    describe_needed(o->diags, described, "name", VALUE_TEXT);
    const char *name = describe_name(o->diags, described, "name", NULL);
    if (!name)
        return;
    check_unique(o, sections, own ? own : described, name);
    struct template_section section = {.name = name,
                                       .described = described,
                                       .page = o->page,
                                       .numbering = find_numbering(o, described),
                                       .digits = opening_digits(o, described),
                                       .conditions = conditions_read(described, o->diags)};
    const struct value *lang = describe_member(o->diags, described, "lang", VALUE_TEXT);
    section.lang = lang ? mustache_parse(o->arena, words_of_value(o->arena, lang), o->diags) : NULL;
    section.profiles = describe_member(o->diags, described, "profiles", VALUE_LIST);
    section.level = (int)describe_integer(o->diags, described, "level", 1, NUMBERING_LEVELS, 1);
    section.new_page = describe_flag(o->diags, described, "new_page", true);
    section.listing = read_listing(o, described, section.new_page, sections == &o->folder->library);
    read_page(o, &section, described);
    if (own)
        read_page(o, &section, own);
    const struct value *place = value_member(described, "file");
    section.file = file_of(o, described, name);
    section.file_place = (struct place){.value = place ? place : described};
    if (sections != &o->folder->library)
        section.words = opening_text(o, section.file, section.file_place);
    *list_add(o->arena, sections) = section;
}

/* ---- sections of the library ---- */

static const struct value *find_in_library(struct opening *o, const struct value *use)
{
    size_t count = o->library ? o->library->count : 0;
    const char **names = arena_array(o->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = value_member_text(o->library->items[i], "name", "");
        if (strcmp(names[i], use->text) == 0)
            return o->library->items[i];
    }
    diag_value(o->diags, SEVERITY_ERROR, "template-section", use,
               (struct diag_more){.hint = words_hint(o->arena, use->text, names, count)},
               "shared/sections.json has no section \"%s\"", use->text);
    return NULL;
}

/* A section of the library with the members that the template changes, save those of "page". */
static const struct value *change(struct arena *arena, const struct value *library, const struct value *own)
{
    struct value *changed = value_copy(arena, library);
    for (size_t i = 0; i < own->count; i++) {
        const char *key = own->items[i]->key;
        if (strcmp(key, "use") != 0 && strcmp(key, "page") != 0)
            value_set(arena, changed, key, value_copy(arena, own->items[i]));
    }
    return changed;
}

static void read_used(struct opening *o, const struct value *described)
{
    const struct value *use = describe_member(o->diags, described, "use", VALUE_TEXT);
    const struct value *library = use ? find_in_library(o, use) : NULL;
    if (library && library->kind == VALUE_OBJECT)
        read_section(o, &o->folder->sections, change(o->arena, library, described), described);
}

static void read_library_sections(struct opening *o)
{
    struct choices members = {section_members, sizeof section_members / sizeof *section_members - 1};
    for (size_t i = 0; o->library && i < o->library->count; i++)
        if (describe_object(o->diags, o->library->items[i], members))
            read_section(o, &o->folder->library, o->library->items[i], NULL);
}

/* ---- all ---- */

void opening_sections(struct opening *o)
{
    const struct value *plan = o->folder->plan;
    const struct value *page = describe_member(o->diags, plan, "page", VALUE_OBJECT);
    const struct value *sections = describe_needed(o->diags, plan, "sections", VALUE_LIST);
    o->page = page_setup_default();
    if (page)
        read_setup(o, &o->page, page);
    for (size_t i = 0; sections && i < sections->count; i++) {
        const struct value *described = sections->items[i];
        if (!describe_object(o->diags, described, CHOICES(section_members)))
            continue;
        if (value_member(described, "use"))
            read_used(o, described);
        else
            read_section(o, &o->folder->sections, described, NULL);
    }
    read_library_sections(o);
    if (sections && !sections->count)
        diag_value(o->diags, SEVERITY_ERROR, CODE, sections, (struct diag_more){.expected = "a section"},
                   "\"sections\" is empty");
}

const struct template_section *template_sections_find(const struct template_sections *sections, const char *name)
{
    for (size_t i = 0; i < sections->count; i++)
        if (strcmp(sections->items[i].name, name) == 0)
            return &sections->items[i];
    return NULL;
}
