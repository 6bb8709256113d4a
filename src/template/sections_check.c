#include "template/sections_check.h"

#include <string.h>

/* A member with a text, or NULL. */
static const struct value *text_member(const struct value *object, const char *key)
{
    const struct value *member = value_member(object, key);
    return member && member->text ? member : NULL;
}

static const struct value *facts_of(const struct build *b)
{
    return b->document->root->origin.value;
}

bool sections_omitted(const struct build *b, const char *name)
{
    const struct value *omit = value_member(facts_of(b), "omit");
    for (size_t i = 0; omit && omit->kind == VALUE_LIST && i < omit->count; i++)
        if (omit->items[i]->text && strcmp(omit->items[i]->text, name) == 0)
            return true;
    return false;
}

static void check_name(const struct build *b, const struct value *named, const struct template_sections *sections,
                       const char *whose)
{
    if (template_sections_find(sections, named->text))
        return;
    const char **names = arena_array(b->arena, const char *, sections->count);
    struct buf all = buf_init(b->arena);
    for (size_t i = 0; i < sections->count; i++) {
        names[i] = sections->items[i].name;
        buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    struct diag_more more = {.expected = sections->count ? all.data : NULL,
                             .hint = words_hint(b->arena, named->text, names, sections->count)};
    diag_value(b->diags, SEVERITY_ERROR, "template-section", named, more, "%s has no section \"%s\"", whose,
               named->text);
}

/* A section of the library has its words there, and is not there twice; the words are read. */
static void check_use(struct build *b, const struct value *section, const struct value *use)
{
    const struct template_folder *folder = b->folder;
    struct diags *diags = b->diags;
    static const char *const others[] = {"title", "blocks"};
    const struct template_section *found = template_sections_find(&folder->library, use->text);
    check_name(b, use, &folder->library, "shared/sections.json");
    if (found)
        folder_read_section(b->arena, b->folder, found, diags);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct value *other = value_member(section, others[i]);
        if (other && other->kind != VALUE_NULL)
            diag_value(diags, SEVERITY_ERROR, "template-section", other, (struct diag_more){0},
                       "a section with \"use\" has no \"%s\" of its own", others[i]);
    }
    if (template_sections_find(&folder->sections, use->text) && !sections_omitted(b, use->text))
        diag_value(diags, SEVERITY_ERROR, "template-section", use,
                   (struct diag_more){.hint = "to move it, name it in \"omit\" as well"},
                   "template \"%s\" has the section \"%s\" already", folder->name, use->text);
}

static void check_free(struct build *b, const struct value *section, const char *whose)
{
    const struct value *after = text_member(section, "after"), *use = text_member(section, "use");
    const struct value *blocks = value_member(section, "blocks");
    if (after)
        check_name(b, after, &b->folder->sections, whose);
    if (use)
        check_use(b, section, use);
    else if (!blocks || blocks->kind != VALUE_LIST)
        diag_value(b->diags, SEVERITY_ERROR, "template-section", section,
                   (struct diag_more){.expected = "\"blocks\", or \"use\" with the name of a section of the library"},
                   "this section says nothing");
}

void sections_check(struct build *b)
{
    const struct template_folder *folder = b->folder;
    const char *whose = arena_printf(b->arena, "template \"%s\"", folder->name);
    const struct value *all = value_member(facts_of(b), "sections"), *omit = value_member(facts_of(b), "omit");
    for (size_t i = 0; all && all->kind == VALUE_LIST && i < all->count; i++)
        check_free(b, all->items[i], whose);
    for (size_t i = 0; omit && omit->kind == VALUE_LIST && i < omit->count; i++)
        check_name(b, omit->items[i], &folder->sections, whose);
}
