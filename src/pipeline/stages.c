#include "analysis/analysis.h"
#include "pdf/pdf.h"
#include "pipeline/job.h"
#include "json/json.h"

#include <inttypes.h>
#include <string.h>

static bool stop_after(const struct job *job, enum mattrakan_stage stage)
{
    return job->request.stage == stage || job->diags.errors || job->failed;
}

static const struct value *read_json(struct job *job)
{
    struct source *source = arena_new_of(job->arena, struct source);
    *source = (struct source){job->request.name, job->request.json, job->request.json_length};
    return json_read(job->arena, source, JSON_LIMITS_DEFAULT, &job->diags);
}

/* Whether there is a report of the name that the caller asks for. */
static bool profile_exists(struct job *job)
{
    const char *name = job->request.profile;
    const struct value *words = name ? engine_need_data(job, FILE_TEMPLATES, "data/words.json") : NULL;
    const struct value *profiles = value_member(words, "profiles");
    if (!name || job->failed || value_member(profiles, name))
        return !job->failed;
    struct buf expected = buf_init(job->arena);
    for (size_t i = 0; profiles && i < profiles->count; i++)
        buf_printf(&expected, "%s%s", i ? ", " : "one of ", profiles->items[i]->key);
    diag_at(&job->diags, SEVERITY_ERROR, "profile-missing", NULL, 0, (struct diag_more){.expected = expected.data},
            "there is no profile \"%s\"", name);
    return false;
}

/* A template is a folder of templates/: a plain name, so that it cannot lead anywhere else. */
static bool plain_name(const char *name)
{
    return name[0] && name[0] != '.' && strlen(name) <= 64 &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == strlen(name);
}

/* The template that the file names; NULL with a finding, or without one when the model will report that the name is
 * missing or no text. */
static const struct template_folder *choose_template(struct job *job, const struct value *json)
{
    const struct value *name = value_member(json, "template");
    if (!name || name->kind != VALUE_TEXT)
        return NULL;
    const char *path = arena_printf(job->arena, "%s/template.json", name->text);
    if (!plain_name(name->text) || !engine_has_file(job->engine, FILE_TEMPLATES, path)) {
        struct diag_more more = {.expected = "the name of a folder in templates/ that holds a template.json"};
        diag_value(&job->diags, SEVERITY_ERROR, "template-missing", name, more, "there is no template \"%s\"",
                   name->text);
        return NULL;
    }
    return engine_need_template(job, name->text);
}

static const struct value *make_model(struct job *job, const struct value *json, const struct template_folder *folder)
{
    struct model_fields fields;
    const struct value *words = engine_need_data(job, FILE_TEMPLATES, "data/words.json");
    if (!engine_find_fields(job, folder, &fields) || !words)
        return NULL;
    fields.partial = !folder && value_member_text(json, "template", NULL); /* what is wrong with it is said already */
    struct value *model = model_read(job->arena, json, fields, words, &job->diags);
    if (job->request.draft && model->kind == VALUE_OBJECT)
        value_set(job->arena, model, "draft", value_bool_new(job->arena, true));
    return model;
}

static const struct value *find_criteria(struct job *job, const struct template_folder *folder,
                                         const struct value *model)
{
    if (!template_has_criteria(folder))
        return value_new(job->arena, VALUE_OBJECT);
    int64_t year = value_member_integer(model, "year", 0);
    const char *kind = value_member_text(value_member(model, "office"), "kind", "area");
    const char *path = arena_printf(job->arena, "data/criteria/%" PRId64 "-%s.json", year, kind);
    const struct value *criteria = engine_data(job, FILE_TEMPLATES, path);
    if (!criteria && !job->diags.errors) {
        struct diag_more more = {
            .expected = arena_printf(job->arena, "a year with a file of criteria, here templates/%s", path),
            .hint = "to add a year, copy the file of the year before and change it as "
                    "templates/data/criteria/README.md says"};
        diag_value(&job->diags, SEVERITY_ERROR, "criteria-missing", value_member(model, "year"), more,
                   "fiscal year %" PRId64 " has no criteria for offices of kind \"%s\"", year, kind);
    }
    return criteria;
}

static const struct value *make_facts(struct job *job, const struct template_folder *folder, const struct value *model)
{
    struct analysis_data data = {.criteria = find_criteria(job, folder, model),
                                 .words = engine_need_data(job, FILE_TEMPLATES, "data/words.json"),
                                 .audit = engine_need_data(job, FILE_TEMPLATES, "data/audit.json"),
                                 .typos = engine_need_data(job, FILE_TEMPLATES, "data/typos.json"),
                                 .profile = job->request.profile};
    return data.criteria && !job->failed ? analysis_run(job->arena, model, &data, &job->diags) : NULL;
}

/* Looks for the font that the office names, so that what is wrong with it is said at its place. */
static bool has_font(struct job *job, const struct value *facts)
{
    const struct value *name = value_member(facts, "font");
    struct diags found = diags_init(job->arena);
    if (!name || !name->text || font_lookup(job->engine->fonts, name->text, false, false, &found))
        return true;
    for (size_t i = 0; i < found.list.count; i++) {
        const struct diag *diag = &found.list.items[i];
        struct diag_more more = {.expected = diag->expected, .hint = diag->hint};
        diag_value(&job->diags, diag->severity, diag->code, name, more, "%s", diag->message);
    }
    return false;
}

static const struct pages *make_pages(struct job *job, const struct document *document, const struct value *facts)
{
    struct text_engine *text = engine_need_text(job);
    if (!text || !has_font(job, facts))
        return NULL;
    thai_breaker_reset_words(job->engine->breaker);
    const struct value *names = value_member(facts, "words");
    for (size_t i = 0; names && i < names->count; i++)
        thai_breaker_add_word(job->engine->breaker, names->items[i]->text);
    return job->pages = layout_document(job->arena, document, text, &job->diags);
}

static void run_document(struct job *job, const struct template_folder *folder, const struct value *facts)
{
    struct document *document = template_render(job->arena, folder, facts, &job->diags);
    if (document)
        pictures_read(job, document);
    if (document && job->request.stage == MATTRAKAN_TEXT)
        doc_text(&job->out, document);
    else if (document && job->request.stage == MATTRAKAN_DOCUMENT)
        doc_dump(&job->out, document);
    if (!document || stop_after(job, MATTRAKAN_TEXT) || stop_after(job, MATTRAKAN_DOCUMENT))
        return;
    const struct pages *pages = make_pages(job, document, facts);
    if (pages && job->request.stage == MATTRAKAN_PAGES)
        pages_dump(&job->out, pages);
    if (!pages || stop_after(job, MATTRAKAN_PAGES))
        return;
    struct pdf_options options = {
        .producer = "mattrakan " MATTRAKAN_VERSION, .date = job->request.date, .compress = true};
    if (!pdf_write(job->arena, pages, &options, &job->out, &job->diags))
        job->failed = true;
}

void stages_run(struct job *job)
{
    const struct value *json = profile_exists(job) ? read_json(job) : NULL;
    if (!json)
        return;
    const struct template_folder *folder = choose_template(job, json);
    const struct value *model = make_model(job, json, folder);
    if (model && job->request.stage == MATTRAKAN_MODEL)
        value_dump(&job->out, model);
    if (!model || stop_after(job, MATTRAKAN_MODEL))
        return;
    const struct value *facts = job->facts = make_facts(job, folder, model);
    if (facts && job->request.stage == MATTRAKAN_ANALYSIS)
        value_dump(&job->out, facts);
    if (!facts || stop_after(job, MATTRAKAN_ANALYSIS))
        return;
    run_document(job, folder, facts);
}

void stages_list_profiles(struct job *job)
{
    const struct value *words = engine_need_data(job, FILE_TEMPLATES, "data/words.json");
    const struct value *profiles = value_member(words, "profiles");
    for (size_t i = 0; profiles && i < profiles->count; i++)
        buf_printf(&job->out, "%s\n", profiles->items[i]->key);
}

void stages_describe_fields(struct job *job)
{
    const struct template_folder *folder = NULL;
    struct model_fields fields;
    if (job->fields_template && !(folder = engine_need_template(job, job->fields_template)))
        return;
    if (engine_find_fields(job, folder, &fields))
        model_reference(&job->out, fields, job->fields_lang);
}
