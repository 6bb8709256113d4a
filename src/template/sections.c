#include "template/overrides.h"
#include "template/profiles.h"
#include "template/sections_check.h"

#include <string.h>

/* The making of one document, section by section. */
struct sections {
    struct build *build;
    const struct context *facts;
    struct build_numbers *numbers; /* of each numbering of the template */
    struct doc_node *current;      /* the section that is being filled; NULL: none yet */
    const struct page_setup *page; /* its set-up; before, that of the first section */
    bool turned;                   /* a free section has turned the pages of `current` */
    enum build_digits document_digits;
};

/* ---- digits ---- */

static enum build_digits digits_of(enum section_digits digits, enum build_digits otherwise)
{
    switch (digits) {
    case SECTION_TYPED: return BUILD_TYPED;
    case SECTION_ARABIC: return BUILD_ARABIC;
    case SECTION_THAI: return BUILD_THAI;
    case SECTION_AS_DOCUMENT: break;
    }
    return otherwise;
}

static enum build_digits document_digits(const struct template_folder *folder, const struct value *facts)
{
    const char *digits = value_member_text(facts, "digits", NULL);
    if (digits)
        return strcmp(digits, "thai") == 0 ? BUILD_THAI : BUILD_ARABIC;
    return digits_of(folder->digits, BUILD_TYPED);
}

/* ---- pages ---- */

static void set_catchword(struct build *b, struct doc_section *section)
{
    const struct doc_style *style = styles_find(b->styles, "catchword");
    if (!section->catchword)
        return;
    section->catchword = build_plain(b, section->catchword);
    section->catchword_style = style ? style : b->document->body;
}

/* A new section of pages; the numbers of pages go on unless the set-up says otherwise. */
static void begin_pages(struct sections *s, const struct page_setup *page, struct place place)
{
    struct build *b = s->build;
    s->current = doc_add(b->arena, b->document->root, DOC_SECTION);
    s->page = page;
    s->turned = false;
    s->current->origin = place_origin(place);
    s->current->section = page->section;
    set_catchword(b, &s->current->section);
    if (!page->digits_given && b->digits == BUILD_THAI)
        s->current->section.number_digits = DOC_THAI;
    if (page->section.number_place == DOC_NO_NUMBER)
        return;
    struct place style_place = page->style_place.value ? page->style_place : place;
    s->current->section.number_style = styles_need(b->styles, page->number_style, style_place, b->diags);
}

/* The set-up of the section before, whose page numbers go on. */
static const struct page_setup *page_before(const struct sections *s)
{
    struct page_setup *page = arena_new_of(s->build->arena, struct page_setup);
    *page = *s->page;
    page->section.number_from = 0;
    return page;
}

/* Nothing came of it: its page would be empty. */
static void drop_empty_pages(struct sections *s)
{
    if (!s->current || s->current->first)
        return;
    doc_remove(s->current);
    s->current = s->build->document->root->last;
}

static struct scope section_scope(const struct sections *s)
{
    return (struct scope){.parent = s->current, .paragraph = s->build->document->body};
}

/* The pages before, turned by a quarter where they are upright. */
static void turn_pages(struct sections *s)
{
    struct doc_section *setup = &s->current->section;
    double width = setup->width;
    s->turned = width < setup->height;
    if (!s->turned)
        return;
    setup->width = setup->height;
    setup->height = width;
}

/* Pages set up as those before, or turned to landscape. */
static void begin_free_pages(struct sections *s, bool turn, struct place place)
{
    begin_pages(s, page_before(s), place);
    if (turn)
        turn_pages(s);
}

/* ---- sections of the template ---- */

/* What "lang" of a section says, which may be a tag; NULL: nothing. */
static const char *lang_of(struct build *b, const struct template_section *section, const struct context *context)
{
    struct marked text = marked_init(b->arena);
    if (!section->lang)
        return NULL;
    mustache_render(&b->tags, section->lang, context, &text);
    if (!text.text.length || build_is_lang(text.text.data))
        return text.text.length ? text.text.data : NULL;
    place_error(b->diags, marked_place(&text, 0), "template-lang",
                (struct diag_more){.expected = "a language such as en"}, "bad language \"%s\"", text.text.data);
    return NULL;
}

/* The pages of a section: its own, or those before when it goes on below; turned where the office asks for it. */
static void begin_section(struct sections *s, const struct template_section *section)
{
    struct place place = {.value = section->described};
    bool turn = overrides_name(s->build, "landscape", section->name);
    bool upright = s->page->section.width < s->page->section.height;
    if (section->new_page || !s->current) {
        begin_pages(s, section->page_as_before ? page_before(s) : &section->page, place);
        if (turn)
            turn_pages(s);
    } else if (s->turned != (turn && upright)) {
        begin_free_pages(s, turn, place);
    } else if (s->current->first && overrides_name(s->build, "page_break_before", section->name)) {
        doc_add(s->build->arena, s->current, DOC_BREAK)->origin = place_origin(place);
    }
}

static void render_words(struct sections *s, const struct template_section *section, const struct context *context)
{
    struct build *b = s->build;
    build_leave_lang(b, lang_of(b, section, context));
    begin_section(s, section);
    struct marked text = marked_init(b->arena);
    mustache_render(&b->tags, section->words, context, &text);
    struct scope scope = section_scope(s);
    if (overrides_name(b, "keep_together", section->name))
        scope.parent = overrides_together(b, s->current);
    markdown_blocks(b, &text, &scope);
    build_leave_lang(b, NULL);
    if (scope.parent != s->current && !scope.parent->first)
        doc_remove(scope.parent);
    if (section->listing && s->current->first)
        *list_add(b->arena, &b->listings) =
            (struct build_listing){.section = s->current, .last = s->current->last, .kind = section->listing};
    drop_empty_pages(s);
}

/* Whether the report that is made has the section. */
static bool in_report(const struct sections *s, const struct template_section *section)
{
    return profiles_hold(s->build->arena, section->profiles, s->facts->value, s->build->diags);
}

static void render_section(struct sections *s, const struct template_section *section)
{
    struct build *b = s->build;
    const struct value *each = section->conditions.each;
    b->own_digits = digits_of(section->digits, s->document_digits);
    build_leave_lang(b, NULL);
    b->numbers = &s->numbers[section->numbering];
    if (!conditions_hold(&b->tags, &section->conditions, s->facts))
        return;
    if (!each) {
        render_words(s, section, s->facts);
        return;
    }
    const struct value *list = conditions_list(&b->tags, each->text, each, (struct place){.value = each}, s->facts);
    for (size_t i = 0; list && i < list->count; i++)
        render_words(s, section, context_element(b->arena, s->facts, list, i));
}

/* ---- free sections of the JSON ---- */

/* A member with a text, or NULL. */
static const struct value *text_member(const struct value *object, const char *key)
{
    const struct value *member = value_member(object, key);
    return member && member->text ? member : NULL;
}

static void add_title(struct build *b, const struct scope *scope, const struct value *section, int level)
{
    const struct value *title = value_member(section, "title"), *id = value_member(section, "id");
    struct marked text = marked_init(b->arena);
    struct build_heading heading = {
        .level = level, .anchor = id ? id->text : NULL, .anchor_place = {.value = id}, .place = {.value = title}};
    if (title->kind == VALUE_RICH)
        marked_add_rich(&text, title);
    else
        marked_add_value(&text, title);
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
    const struct template_section *section = template_sections_find(&b->folder->library, use->text);
    if (!section || !in_report(s, section))
        return;
    size_t errors = b->diags->errors;
    const struct doc_node *pages = s->current, *block = pages ? pages->last : NULL;
    render_section(s, section);
    if (s->current == pages && (!pages || pages->last == block) && b->diags->errors == errors)
        diag_value(b->diags, SEVERITY_WARNING, "template-section", use,
                   (struct diag_more){.expected = needs_of(b->arena, section)}, "nothing comes of the section \"%s\"",
                   use->text);
}

static void render_free(struct sections *s, const struct value *section)
{
    const struct value *title = value_member(section, "title"), *blocks = value_member(section, "blocks");
    const struct value *use = text_member(section, "use");
    int64_t level = value_member_integer(section, "level", 1);
    if (use) {
        render_used(s, use);
        return;
    }
    const char *around = build_enter_lang_of(s->build, section);
    bool upright = s->page->section.width < s->page->section.height;
    bool turn = upright && value_member_true(section, "landscape");
    if (level == 1 || !s->current || turn != s->turned)
        begin_free_pages(s, turn, (struct place){.value = section});
    struct scope scope = section_scope(s);
    if (title && title->text)
        add_title(s->build, &scope, section, level >= 1 && level <= NUMBERING_LEVELS ? (int)level : 1);
    if (blocks && blocks->kind == VALUE_LIST)
        build_blocks(s->build, blocks, &scope);
    build_leave_lang(s->build, around);
    drop_empty_pages(s);
}

/* Free sections that name `after`; those that name none for NULL. */
static void render_free_after(struct sections *s, const char *after)
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

/* ---- the document ---- */

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
        if (!in_report(s, section))
            continue;
        if (!sections_omitted(b, section->name))
            render_section(s, section);
        render_free_after(s, section->name);
    }
    render_free_after(s, NULL);
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
    struct sections sections = {.build = &build,
                                .facts = &context,
                                .numbers = new_numbers(arena, folder),
                                .page = &folder->sections.items[0].page,
                                .document_digits = document_digits(folder, facts)};
    render_document(&sections);
    return diags->errors == errors ? document : NULL;
}
