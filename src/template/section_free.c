#include "template/profiles.h"
#include "template/sections.h"
#include "template/sections_check.h"

#include <string.h>

static void add_title(struct build *b, const struct scope *scope, const struct value *section, int level)
{
    const struct value *title = value_member(section, "title"), *id = value_member(section, "id");
    struct marked text = marked_init(b->arena);
    struct build_heading heading = {
        .level = level, .anchor = id ? id->text : NULL, .anchor_place = {.value = id}, .place = {.value = title}};
    marked_add_own(&text, title);
    build_heading(b, scope, &heading, &text);
}

/* What a section stands or falls with, for a message; NULL: nothing in particular. */
static const char *needs_of(struct arena *arena, const struct template_section *section)
{
    const struct value *path = section->conditions.each ? section->conditions.each : section->conditions.when;
    return path ? arena_printf(arena, "\"%s\" in this file", path->text) : NULL;
}

/* A section of the library that the JSON asks for. */
static void render_used(struct sections *s, const struct value *use)
{
    struct build *b = s->build;
    const struct template_section *found = template_sections_find(&b->folder->library, use->text);
    if (!found || !sections_in_report(s, found))
        return;
    size_t errors = b->diags->errors;
    struct template_section section = *found;
    section.words = folder_find_text(b->folder, found->file);
    if (!section.words)
        return;
    const struct doc_node *pages = s->current, *block = pages ? pages->last : NULL;
    sections_render(s, &section);
    if (s->current == pages && (!pages || pages->last == block) && b->diags->errors == errors)
        diag_value(b->diags, SEVERITY_WARNING, "template-section", use,
                   (struct diag_more){.expected = needs_of(b->arena, found)}, "nothing comes of the section \"%s\"",
                   use->text);
}

static void render_free(struct sections *s, const struct value *section)
{
    const struct value *title = value_member(section, "title"), *blocks = value_member(section, "blocks");
    const struct value *use = value_member_with_text(section, "use");
    int64_t level = value_member_integer(section, "level", 1);
    if (use) {
        render_used(s, use);
        return;
    }
    const char *around = build_enter_lang_of(s->build, section);
    bool upright = s->page->section.width < s->page->section.height;
    bool turn = upright && value_member_true(section, "landscape");
    if (level == 1 || !s->current || turn != s->turned)
        sections_begin_free_pages(s, turn, (struct place){.value = section});
    struct scope scope = sections_scope(s);
    if (title && title->text)
        add_title(s->build, &scope, section, level >= 1 && level <= NUMBERING_LEVELS ? (int)level : 1);
    if (blocks && blocks->kind == VALUE_LIST)
        build_blocks(s->build, blocks, &scope);
    build_leave_lang(s->build, around);
    sections_drop_empty_pages(s);
}

void sections_render_free(struct sections *s, const char *after)
{
    const struct value *all = value_member(s->facts->value, "sections");
    for (size_t i = 0; all && all->kind == VALUE_LIST && i < all->count; i++) {
        const char *named = value_member_text(all->items[i], "after", NULL);
        bool here = after ? named && strcmp(named, after) == 0 : !named;
        const struct value *profiles = value_member(all->items[i], "profiles");
        if (here && profiles_hold(s->build->arena, profiles, s->facts->value, s->build->diags))
            render_free(s, all->items[i]);
    }
}
