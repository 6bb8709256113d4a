#include "template/overrides.h"
#include "template/profiles.h"
#include "template/sections.h"

enum build_digits sections_digits(enum section_digits digits, enum build_digits otherwise)
{
    switch (digits) {
    case SECTION_TYPED: return BUILD_TYPED;
    case SECTION_ARABIC: return BUILD_ARABIC;
    case SECTION_THAI: return BUILD_THAI;
    case SECTION_AS_DOCUMENT: break;
    }
    return otherwise;
}

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
        sections_begin_pages(s, section->page_as_before ? sections_page_before(s) : &section->page, place);
        if (turn)
            sections_turn_pages(s);
    } else if (s->turned != (turn && upright)) {
        sections_begin_free_pages(s, turn, place);
    } else if (s->current->first && overrides_name(s->build, "page_break_before", section->name)) {
        doc_add(s->build->arena, s->current, DOC_BREAK)->origin = place_origin(place);
    }
}

static void render_words(struct sections *s, const struct template_section *section, const struct context *context)
{
    struct build *b = s->build;
    build_leave_lang(b, lang_of(b, section, context));
    begin_section(s, section);
    b->lower = section->level - 1 < b->level ? section->level - 1 : b->level;
    struct marked text = marked_init(b->arena);
    mustache_render(&b->tags, section->words, context, &text);
    struct scope scope = sections_scope(s);
    if (overrides_name(b, "keep_together", section->name))
        scope.parent = overrides_together(b, s->current);
    markdown_blocks(b, &text, &scope);
    build_leave_lang(b, NULL);
    b->lower = 0;
    if (scope.parent != s->current && !scope.parent->first)
        doc_remove(scope.parent);
    if (section->listing && s->current->first)
        *list_add(b->arena, &b->listings) =
            (struct build_listing){.section = s->current, .last = s->current->last, .kind = section->listing};
    sections_drop_empty_pages(s);
}

bool sections_in_report(const struct sections *s, const struct template_section *section)
{
    return profiles_hold(s->build->arena, section->profiles, s->facts->value, s->build->diags);
}

static void render(struct sections *s, const struct template_section *section)
{
    struct build *b = s->build;
    const struct value *each = section->conditions.each;
    if (!conditions_hold(&b->tags, &section->conditions, s->facts))
        return;
    b->own_digits = sections_digits(section->digits, s->document_digits);
    build_leave_lang(b, NULL);
    b->numbers = &s->numbers[section->numbering];
    if (!each) {
        render_words(s, section, s->facts);
        return;
    }
    const struct value *list = conditions_list(&b->tags, each->text, each, (struct place){.value = each}, s->facts);
    for (size_t i = 0; list && i < list->count; i++)
        render_words(s, section, context_element(b->arena, s->facts, list, i));
}

/* A document within the report, such as an order, leaves nothing of its set-up to what follows. */
void sections_render(struct sections *s, const struct template_section *section)
{
    struct build *b = s->build;
    const struct sections before = *s;
    enum build_digits digits = b->own_digits;
    struct build_numbers *numbers = b->numbers;
    render(s, section);
    if (!s->page->section.number_apart || before.page->section.number_apart)
        return;
    s->page = before.page;
    b->own_digits = digits;
    b->numbers = numbers;
    build_leave_lang(b, NULL);
}
