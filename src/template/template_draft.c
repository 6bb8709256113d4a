/* The draft mark: "draft" of the plan, over what shared/draft.json says. */
#include "template/folder.h"

#include "template/describe.h"

static const char *const draft_members[] = {"text", "style"};

static void change(struct opening *o, const struct value *described)
{
    struct template_draft *draft = &o->folder->draft;
    if (!described || !describe_object(o->diags, described, CHOICES(draft_members)))
        return;
    const struct value *text = describe_member(o->diags, described, "text", VALUE_TEXT);
    if (text && *text->text)
        draft->text = mustache_parse(o->arena, words_of_value(o->arena, text), o->diags);
    else if (text)
        diag_value(o->diags, SEVERITY_ERROR, "template-json", text,
                   (struct diag_more){.expected = "the words that a draft bears"}, "\"text\" is empty");
    draft->style = describe_name(o->diags, described, "style", draft->style);
    draft->style_place.value = value_member(described, "style") ? value_member(described, "style") : described;
    if (!draft->text || !draft->style)
        diag_value(o->diags, SEVERITY_ERROR, "template-json", described, (struct diag_more){0}, "\"%s\" is missing",
                   draft->text ? "style" : "text");
}

void opening_draft(struct opening *o)
{
    change(o, opening_json_if_any(o, "shared/draft.json"));
    change(o, describe_member(o->diags, o->folder->plan, "draft", VALUE_OBJECT));
}
