#include "template/profiles.h"

#include "template/words.h"

#include <string.h>

static const char CODE[] = "template-profile";

/* The flag of that name; NULL: there is no such report. */
static const struct value *find_flag(const struct value *facts, const char *name)
{
    const struct value *report = value_member(facts, "report");
    return value_list_has_text(value_member(report, "kinds"), name) ? value_member(report, name) : NULL;
}

static void report_unknown(struct arena *arena, const struct value *at, const char *name, const struct value *facts,
                           struct diags *diags)
{
    const struct value *kinds = value_path(facts, "report.kinds");
    size_t count = kinds ? kinds->count : 0;
    const char **names = arena_array(arena, const char *, count);
    struct buf expected = buf_init(arena);
    for (size_t i = 0; i < count; i++) {
        names[i] = kinds->items[i]->text;
        buf_printf(&expected, "%s%s", i ? ", " : "one of ", names[i]);
    }
    diag_value(diags, SEVERITY_ERROR, CODE, at,
               (struct diag_more){.expected = expected.data, .hint = words_hint(arena, name, names, count)},
               "there is no profile \"%s\"", name);
}

bool profiles_hold(struct arena *arena, const struct value *list, const struct value *facts, struct diags *diags)
{
    bool any = !list || list->kind != VALUE_LIST;
    for (size_t i = 0; !any && i < list->count; i++) {
        const struct value *name = list->items[i];
        const struct value *flag = name->text ? find_flag(facts, name->text) : NULL;
        if (flag && flag->truth)
            return true;
        if (!flag)
            report_unknown(arena, name, name->text ? name->text : "", facts, diags);
    }
    return any;
}

/* Where the report is named in the file; the template's name, where the caller asks for another than the file's own. */
static const struct value *named_at(const struct value *facts)
{
    bool own = value_member_true(value_member(facts, "report"), "own");
    const struct value *template = value_member(facts, "template");
    return own || !template ? value_member(facts, "profile") : template;
}

/* Whether somebody asks for a report by its name: the file itself, or the caller for another than the file's own. */
static bool asked(const struct value *facts)
{
    return value_is_true(value_member(facts, "profile")) || !value_member_true(value_member(facts, "report"), "own");
}

const struct value *profiles_choose(struct arena *arena, const struct value *named, const struct value *facts,
                                    const char *template_name, struct diags *diags)
{
    const char *profile = value_path(facts, "report.profile") ? value_path(facts, "report.profile")->text : NULL;
    const struct value *chosen = profile ? value_member(named, profile) : NULL;
    struct buf names = buf_init(arena);
    for (size_t i = 0; named && i < named->count; i++) {
        const struct value *flag = find_flag(facts, named->items[i]->key);
        if (!flag)
            report_unknown(arena, named->items[i], named->items[i]->key, facts, diags);
        else if (flag->truth && !chosen)
            chosen = named->items[i];
        buf_printf(&names, "%s%s", i ? ", " : "", named->items[i]->key);
    }
    bool single = named && named->count == 0;
    if (named && !chosen && profile && (!single || asked(facts)))
        diag_value(diags, SEVERITY_ERROR, CODE, named_at(facts),
                   (struct diag_more){.expected = single ? "no profile: it makes one report" : names.data},
                   "template \"%s\" makes no report \"%s\"", template_name, profile);
    return chosen;
}
