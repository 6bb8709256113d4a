#include "template/sections_check.h"

#include <string.h>

static const struct value *facts_of(const struct build *b)
{
    return b->document->root->origin.value;
}

bool sections_omitted(const struct build *b, const char *name)
{
    return value_list_has_text(value_member(facts_of(b), "omit"), name);
}

static void check_name(const struct build *b, const struct value *named, const struct template_sections *sections,
                       const char *whose)
{
    if (template_sections_find(sections, named->text))
        return;
    const char **names = arena_array(b->arena, const char *, sections->count);
    for (size_t i = 0; i < sections->count; i++)
        names[i] = sections->items[i].name;
    diag_value(b->diags, SEVERITY_ERROR, "template-section", named,
               words_among(b->arena, named->text, names, sections->count), "%s has no section \"%s\"", whose,
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
    const struct value *after = value_member_with_text(section, "after"), *use = value_member_with_text(section, "use");
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
