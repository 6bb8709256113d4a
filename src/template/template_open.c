#include "template/folder.h"

#include "template/describe.h"

#include <string.h>

static const char CODE[] = "template-json";

static const char *const plan_members[] = {"title",     "author", "subject", "lang",   "styles",   "lists",
                                           "numbering", "page",   "digits",  "fields", "criteria", "sections"};
static const char *const sheet_members[] = {"from", "family", "styles", "lists"};
static const char *const section_members[] = {"name", "file",     "when",      "unless", "each",
                                              "page", "new_page", "numbering", "digits"};
static const char *const document_digits[] = {"document", "typed", "arabic", "thai"};

static const struct mustache *read_line(struct opening *o, const char *key)
{
    const struct value *text = describe_member(o->diags, o->folder->plan, key, VALUE_TEXT);
    return text ? mustache_parse(o->arena, words_of_value(o->arena, text), o->diags) : NULL;
}

static enum section_digits read_digits(struct opening *o, const struct value *object)
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
    if (base && !describe_object(o->diags, base, (struct choices){sheet_members + 1, 3}))
        base = NULL;
    if (base || own)
        o->folder->sheet = styles_read(o->arena, base, own, o->diags);
    read_lists(o, base);
    read_lists(o, own);
    read_lists(o, o->folder->plan);
    if (base || own) {
        need_list(o, "ordered");
        need_list(o, "bullet");
    }
}

static void read_numberings(struct opening *o)
{
    const struct value *all = describe_member(o->diags, o->folder->plan, "numbering", VALUE_OBJECT);
    struct numbering *none = arena_new_of(o->arena, struct numbering);
    none->name = "main";
    *list_add(o->arena, &o->folder->numberings) = none;
    for (size_t i = 0; all && i < all->count; i++) {
        struct numbering *numbering = numbering_read(o->arena, all->items[i], o->diags);
        if (strcmp(numbering->name, "main") == 0)
            o->folder->numberings.items[0] = numbering;
        else
            *list_add(o->arena, &o->folder->numberings) = numbering;
    }
}

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

static void check_unique(struct opening *o, const struct value *described, const char *name)
{
    for (size_t i = 0; i < o->folder->sections.count; i++)
        if (strcmp(o->folder->sections.items[i].name, name) == 0)
            diag_value(o->diags, SEVERITY_ERROR, CODE, described, (struct diag_more){0},
                       "there are two sections \"%s\"", name);
}

static void read_section(struct opening *o, const struct value *described, const struct page_setup *defaults)
{
    if (!describe_object(o->diags, described, CHOICES(section_members)))
        return;
    describe_needed(o->diags, described, "name", VALUE_TEXT);
    const char *name = describe_name(o->diags, described, "name", NULL);
    if (!name)
        return;
    check_unique(o, described, name);
    struct template_section section = {.name = name,
                                       .described = described,
                                       .page = *defaults,
                                       .numbering = find_numbering(o, described),
                                       .digits = read_digits(o, described),
                                       .conditions = conditions_read(described, o->diags)};
    section.new_page = describe_flag(o->diags, described, "new_page", true);
    const struct value *page = describe_member(o->diags, described, "page", VALUE_OBJECT);
    if (page && section.new_page)
        page_setup_read(&section.page, page, o->diags);
    else if (page)
        diag_value(o->diags, SEVERITY_ERROR, CODE, page, (struct diag_more){0},
                   "a section that begins no page has no \"page\"");
    const struct value *place = value_member(described, "file");
    section.words = opening_text(o, file_of(o, described, name), (struct place){.value = place ? place : described});
    *list_add(o->arena, &o->folder->sections) = section;
}

static void read_sections(struct opening *o)
{
    const struct value *plan = o->folder->plan;
    const struct value *page = describe_member(o->diags, plan, "page", VALUE_OBJECT);
    const struct value *sections = describe_needed(o->diags, plan, "sections", VALUE_LIST);
    struct page_setup defaults = page_setup_default();
    if (page)
        page_setup_read(&defaults, page, o->diags);
    for (size_t i = 0; sections && i < sections->count; i++)
        read_section(o, sections->items[i], &defaults);
    if (sections && !sections->count)
        diag_value(o->diags, SEVERITY_ERROR, CODE, sections, (struct diag_more){.expected = "a section"},
                   "\"sections\" is empty");
}

static void read_plan(struct opening *o)
{
    struct template_folder *folder = o->folder;
    if (!describe_object(o->diags, folder->plan, CHOICES(plan_members)))
        return;
    describe_needed(o->diags, folder->plan, "title", VALUE_TEXT);
    folder->title = read_line(o, "title");
    folder->author = read_line(o, "author");
    folder->subject = read_line(o, "subject");
    folder->lang = describe_text(o->diags, folder->plan, "lang", "th-TH");
    folder->digits = read_digits(o, folder->plan);
    folder->criteria = describe_flag(o->diags, folder->plan, "criteria", true);
    read_styles(o);
    read_numberings(o);
    read_sections(o);
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
