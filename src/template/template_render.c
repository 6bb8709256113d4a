#include "template/overrides.h"
#include "template/profiles.h"
#include "template/sections.h"
#include "template/sections_check.h"

#include <string.h>

static enum build_digits document_digits(const struct template_folder *folder, const struct value *facts)
{
    const char *digits = value_member_text(facts, "digits", NULL);
    if (digits)
        return strcmp(digits, "thai") == 0 ? BUILD_THAI : BUILD_ARABIC;
    return sections_digits(folder->digits, BUILD_TYPED);
}

static const char *render_line(struct build *b, const struct mustache *line, const struct context *facts)
{
    if (!line)
        return NULL;
    struct marked text = marked_init(b->arena);
    mustache_render(&b->tags, line, facts, &text);
    for (char *at = text.text.data; *at; at++)
        if (*at == '\n')
            *at = ' ';
    return build_plain(b, text.text.data);
}

/* The mark on the pages, if the report is a draft. */
static void set_draft(struct sections *s)
{
    struct build *b = s->build;
    const struct template_draft *draft = &b->folder->draft;
    const struct value *asked = value_member(s->facts->value, "draft");
    if (!asked || !asked->truth)
        return;
    if (!draft->text) {
        diag_value(b->diags, SEVERITY_ERROR, "template-json", b->folder->plan,
                   (struct diag_more){.expected = "\"draft\" with \"text\" and \"style\""},
                   "template \"%s\" has no mark for drafts", b->folder->name);
        return;
    }
    b->document->draft = render_line(b, draft->text, s->facts);
    b->document->draft_style = styles_need(b->styles, draft->style, draft->style_place, b->diags);
}

static struct build_numbers *new_numbers(struct arena *arena, const struct template_folder *folder)
{
    struct build_numbers *numbers = arena_array(arena, struct build_numbers, folder->numberings.count);
    for (size_t i = 0; i < folder->numberings.count; i++)
        numbers[i].numbering = folder->numberings.items[i];
    return numbers;
}

/* What the template says of the report; NULL: nothing. */
static const struct template_profile *choose_profile(const struct sections *s)
{
    const struct template_folder *folder = s->build->folder;
    const struct value *named = value_member(folder->plan, "profiles");
    const struct value *chosen =
        profiles_choose(s->build->arena, named, s->facts->value, folder->name, s->build->diags);
    for (size_t i = 0; i < folder->profiles.count; i++) {
        if (folder->profiles.items[i].described == chosen)
            return &folder->profiles.items[i];
    }
    return NULL;
}

static void render_document(struct sections *s)
{
    struct build *b = s->build;
    const struct template_folder *folder = b->folder;
    struct document *document = b->document;
    b->own_digits = s->document_digits;
    build_leave_lang(b, NULL);
    const struct template_profile *profile = choose_profile(s);
    document->title = render_line(b, profile && profile->title ? profile->title : folder->title, s->facts);
    document->author = render_line(b, folder->author, s->facts);
    document->subject = render_line(b, profile && profile->subject ? profile->subject : folder->subject, s->facts);
    set_draft(s);
    sections_check(b);
    overrides_check(b);
    b->numbers = &s->numbers[0];
    for (size_t i = 0; i < folder->sections.count; i++) {
        const struct template_section *section = &folder->sections.items[i];
        if (!sections_in_report(s, section))
            continue;
        if (!sections_omitted(b, section->name))
            sections_render(s, section);
        sections_render_free(s, section->name);
    }
    sections_render_free(s, NULL);
    const struct value *omit = value_member(s->facts->value, "omit");
    if (!document->root->first && omit && omit->count && !b->diags->errors)
        diag_value(b->diags, SEVERITY_ERROR, "template-section", omit, (struct diag_more){0},
                   "nothing is left of the report");
    build_resolve(b);
}

struct document *template_render(struct arena *arena, const struct template_folder *folder, const struct value *facts,
                                 struct diags *diags)
{
    struct document *document = arena_new_of(arena, struct document);
    struct context context = {.value = facts};
    struct template_folder *own = folder_copy(arena, folder);
    size_t errors = diags->errors;
    struct build build = {.arena = arena,
                          .diags = diags,
                          .folder = own,
                          .facts = &context,
                          .document = document,
                          .styles = styles_new(arena, folder->sheet, value_member_text(facts, "font", NULL)),
                          .tags = {.arena = arena, .diags = diags, .partials = {folder_find_text, own}},
                          .scratch = build_scratch_new(arena)};
    document->root = doc_add(arena, NULL, DOC_ROOT);
    document->root->origin.value = facts;
    document->lang = folder->lang;
    document->body = styles_find(build.styles, "body");
    document->resolution = (double)value_member_integer(facts, "picture_resolution", 0);
    struct sections sections = {.build = &build,
                                .facts = &context,
                                .numbers = new_numbers(arena, folder),
                                .page = &folder->sections.items[0].page,
                                .document_digits = document_digits(folder, facts)};
    render_document(&sections);
    return diags->errors == errors ? document : NULL;
}
