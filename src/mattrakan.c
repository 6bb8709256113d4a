/*
 * The way through the house: JSON -> model -> analysis -> document -> pages -> PDF.  Each stage is one call; this file
 * only hands the results on, stops where there are errors, and keeps what many renderings share.
 */
#include "mattrakan.h"

#include "analysis/analysis.h"
#include "check/check.h"
#include "json/json.h"
#include "layout/layout.h"
#include "model/model.h"
#include "pdf/pdf.h"
#include "template/template.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_MEMORY_LIMIT = 1 << 30 };

/* A data file or template folder, read once. */
struct kept {
    const char *path;
    const void *thing;
};

struct mattrakan {
    jmp_buf escape; /* set anew by each call from outside */
    struct mattrakan_options options;
    struct files files;
    struct font_files font_files;
    struct arena *arena; /* NULL: nothing is kept yet */
    LIST(struct kept) kept;
    LIST(const void *) checked; /* templates, or the core list alone, whose field lists are known to be right */
    struct font_set *fonts;
    struct thai_breaker *breaker;
    struct text_engine *text;
};

/* One rendering. */
struct job {
    struct mattrakan *engine;
    const struct mattrakan_request *request;
    struct arena *arena;
    struct diags diags;
    struct buf out;
    const struct value *facts; /* NULL before the analysis */
    const struct pages *pages; /* NULL before layout */
    bool failed; /* by no fault of the input */
};

struct whole_result {
    struct mattrakan_result result; /* first: what the caller holds */
    struct arena *arena;            /* holds this struct too; NULL: malloc did */
};

static const struct diag_more no_more = {0};

/* ---- the engine ------------------------------------------------------------------------------------------------- */

static bool load_file(void *user, enum file_root root, const char *path, const unsigned char **data, size_t *size)
{
    static const enum mattrakan_root roots[] = {
        [FILE_TEMPLATES] = MATTRAKAN_TEMPLATES, [FILE_FONTS] = MATTRAKAN_FONTS, [FILE_PICTURES] = MATTRAKAN_PICTURES};
    const struct mattrakan_files *files = &((struct mattrakan *)user)->options.files;
    return files->load(files->user, roots[root], path, data, size);
}

static bool load_font(void *user, const char *path, const unsigned char **data, size_t *size)
{
    return load_file(user, FILE_FONTS, path, data, size);
}

struct mattrakan *mattrakan_open(const struct mattrakan_options *options)
{
    struct mattrakan *engine = calloc(1, sizeof *engine);
    if (!engine)
        return NULL;
    engine->options = *options;
    if (!engine->options.memory_limit)
        engine->options.memory_limit = DEFAULT_MEMORY_LIMIT;
    engine->files = (struct files){.load = load_file, .user = engine};
    engine->font_files = (struct font_files){.load = load_font, .user = engine};
    return engine;
}

/* Forgets everything kept: at the end, and after memory ran out, when some of it may be half made. */
static void forget(struct mattrakan *engine)
{
    arena_free(engine->arena);
    engine->arena = NULL;
    memset(&engine->kept, 0, sizeof engine->kept);
    memset(&engine->checked, 0, sizeof engine->checked);
    engine->fonts = NULL;
    engine->breaker = NULL;
    engine->text = NULL;
}

void mattrakan_close(struct mattrakan *engine)
{
    if (!engine)
        return;
    forget(engine);
    free(engine);
}

static const void *find_kept(const struct mattrakan *engine, const char *path)
{
    for (size_t i = 0; i < engine->kept.count; i++) {
        if (strcmp(engine->kept.items[i].path, path) == 0)
            return engine->kept.items[i].thing;
    }
    return NULL;
}

static const void *keep(struct mattrakan *engine, const char *path, const void *thing)
{
    if (thing)
        *list_add(engine->arena, &engine->kept) = (struct kept){arena_strdup(engine->arena, path), thing};
    return thing;
}

/* A data file as a tree; NULL when there is none (no finding) or it is no JSON (findings). */
static const struct value *load_data(struct job *job, enum file_root root, const char *path)
{
    struct mattrakan *engine = job->engine;
    const struct value *tree = find_kept(engine, path);
    const unsigned char *data;
    size_t size;
    if (tree || !load_file(engine, root, path, &data, &size))
        return tree;
    struct source *source = arena_new_of(engine->arena, struct source);
    *source = (struct source){arena_strdup(engine->arena, path), (const char *)data, size};
    return keep(engine, path, json_read(engine->arena, source, JSON_LIMITS_DEFAULT, &job->diags));
}

/* The same for a file that no rendering can do without. */
static const struct value *need_data(struct job *job, enum file_root root, const char *path)
{
    size_t errors = job->diags.errors;
    const struct value *tree = load_data(job, root, path);
    if (!tree) {
        job->failed = true;
        if (job->diags.errors == errors)
            diag_at(&job->diags, SEVERITY_ERROR, "file-missing", NULL, 0, no_more, "\"%s\" cannot be read", path);
    }
    return tree;
}

static const struct template_folder *need_template(struct job *job, const char *name)
{
    const char *path = arena_printf(job->arena, "template:%s", name);
    const struct template_folder *folder = find_kept(job->engine, path);
    if (folder)
        return folder;
    return keep(job->engine, path, template_open(job->engine->arena, &job->engine->files, name, &job->diags));
}

/* Fonts, dictionary and word lists; needed from layout on. */
static struct text_engine *need_text(struct job *job)
{
    struct mattrakan *engine = job->engine;
    if (engine->text)
        return engine->text;
    const struct value *manifest = need_data(job, FILE_FONTS, "fonts.json");
    const struct value *words = need_data(job, FILE_TEMPLATES, "data/words-breaking.json");
    if (!manifest || !words)
        return NULL;
    engine->fonts = font_set_new(engine->arena, manifest, engine->font_files);
    engine->breaker = thai_breaker_new(engine->arena, words, engine->options.dictionary, &job->diags);
    if (!engine->breaker) {
        job->failed = true;
        return NULL;
    }
    struct text_engine_parts parts = {.fonts = engine->fonts, .breaker = engine->breaker};
    return engine->text = text_engine_new(engine->arena, parts);
}

/* ---- the stages ------------------------------------------------------------------------------------------------- */

static bool stop_after(const struct job *job, enum mattrakan_stage stage)
{
    return job->request->stage == stage || job->diags.errors || job->failed;
}

static const struct value *read_json(struct job *job)
{
    struct source *source = arena_new_of(job->arena, struct source);
    *source = (struct source){job->request->name, job->request->json, job->request->json_length};
    return json_read(job->arena, source, JSON_LIMITS_DEFAULT, &job->diags);
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
    const unsigned char *data;
    size_t size;
    const char *path = arena_printf(job->arena, "%s/template.json", name->text);
    if (!plain_name(name->text) || !load_file(job->engine, FILE_TEMPLATES, path, &data, &size)) {
        struct diag_more more = {.expected = "the name of a folder in templates/ that holds a template.json"};
        diag_value(&job->diags, SEVERITY_ERROR, "template-missing", name, more, "there is no template \"%s\"",
                   name->text);
        return NULL;
    }
    return need_template(job, name->text);
}


/* The field lists of a template's reports, checked when they are first met. */
static bool find_fields(struct job *job, const struct template_folder *folder, struct model_fields *fields)
{
    fields->core = need_data(job, FILE_TEMPLATES, "data/fields.json");
    fields->declared = folder ? template_fields(folder) : NULL;
    if (!fields->core)
        return false;
    const void *checked = folder ? (const void *)folder : fields->core;
    for (size_t i = 0; i < job->engine->checked.count; i++) {
        if (job->engine->checked.items[i] == checked)
            return true;
    }
    if (!model_fields_check(*fields, &job->diags))
        return false;
    *list_add(job->engine->arena, &job->engine->checked) = checked;
    return true;
}

static const struct value *make_model(struct job *job, const struct value *json,
                                      const struct template_folder *folder)
{
    struct model_fields fields;
    const struct value *words = need_data(job, FILE_TEMPLATES, "data/words.json");
    if (!find_fields(job, folder, &fields) || !words)
        return NULL;
    return model_read(job->arena, json, fields, words, &job->diags);
}

static const struct value *find_criteria(struct job *job, const struct value *model)
{
    int64_t year = value_member_integer(model, "year", 0);
    const char *kind = value_member_text(value_member(model, "office"), "kind", "area");
    const char *path = arena_printf(job->arena, "data/criteria/%" PRId64 "-%s.json", year, kind);
    const struct value *criteria = load_data(job, FILE_TEMPLATES, path);
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

static const struct value *make_facts(struct job *job, const struct value *model)
{
    struct analysis_data data = {.criteria = find_criteria(job, model),
                                 .words = need_data(job, FILE_TEMPLATES, "data/words.json"),
                                 .audit = need_data(job, FILE_TEMPLATES, "data/audit.json"),
                                 .typos = need_data(job, FILE_TEMPLATES, "data/typos.json")};
    return data.criteria && !job->failed ? analysis_run(job->arena, model, &data, &job->diags) : NULL;
}

static const struct pages *make_pages(struct job *job, const struct document *document, const struct value *facts)
{
    struct text_engine *text = need_text(job);
    if (!text)
        return NULL;
    thai_breaker_reset_words(job->engine->breaker);
    const struct value *names = value_member(facts, "words");
    for (size_t i = 0; names && i < names->count; i++)
        thai_breaker_add_word(job->engine->breaker, names->items[i]->text);
    return job->pages = layout_document(job->arena, document, text, &job->diags);
}

static void run_document(struct job *job, const struct template_folder *folder, const struct value *facts)
{
    const struct document *document = template_render(job->arena, folder, facts, &job->diags);
    if (document && job->request->stage == MATTRAKAN_TEXT)
        doc_text(&job->out, document);
    else if (document && job->request->stage == MATTRAKAN_DOCUMENT)
        doc_dump(&job->out, document);
    if (!document || stop_after(job, MATTRAKAN_TEXT) || stop_after(job, MATTRAKAN_DOCUMENT))
        return;
    const struct pages *pages = make_pages(job, document, facts);
    if (pages && job->request->stage == MATTRAKAN_PAGES)
        pages_dump(&job->out, pages);
    if (!pages || stop_after(job, MATTRAKAN_PAGES))
        return;
    struct pdf_options options = {
        .producer = "mattrakan " MATTRAKAN_VERSION, .date = job->request->date, .compress = true};
    if (!pdf_write(job->arena, pages, &options, &job->out, &job->diags))
        job->failed = true;
}

static void run(struct job *job)
{
    const struct value *json = read_json(job);
    if (!json)
        return;
    const struct template_folder *folder = choose_template(job, json);
    const struct value *model = make_model(job, json, folder);
    if (model && job->request->stage == MATTRAKAN_MODEL)
        value_dump(&job->out, model);
    if (!model || stop_after(job, MATTRAKAN_MODEL))
        return;
    const struct value *facts = job->facts = make_facts(job, model);
    if (facts && job->request->stage == MATTRAKAN_ANALYSIS)
        value_dump(&job->out, facts);
    if (!facts || stop_after(job, MATTRAKAN_ANALYSIS))
        return;
    run_document(job, folder, facts);
}

/* ---- the result ------------------------------------------------------------------------------------------------- */

static struct mattrakan_finding finding_of(struct arena *arena, const struct diag *diag)
{
    static const enum mattrakan_severity severities[] = {[SEVERITY_NOTE] = MATTRAKAN_NOTE,
                                                         [SEVERITY_WARNING] = MATTRAKAN_WARNING,
                                                         [SEVERITY_ERROR] = MATTRAKAN_ERROR};
    struct buf text = buf_init(arena);
    diag_print(&text, diag);
    return (struct mattrakan_finding){
        .severity = severities[diag->severity],
        .code = diag->code,
        .file = diag->source ? diag->source->name : NULL,
        .line = diag->line,
        .column = diag->column,
        .pointer = diag->pointer,
        .message = diag->message,
        .expected = diag->expected,
        .hint = diag->hint,
        .text = text.data,
    };
}

/* The texts of a list in one, parted by commas. */
static const char *join(struct arena *arena, const struct value *texts)
{
    struct buf out = buf_init(arena);
    for (size_t i = 0; i < texts->count; i++)
        buf_printf(&out, "%s%s", i ? ", " : "", texts->items[i]->text);
    return out.data;
}

/* The report of a check: the checklist, and all as JSON. */
static void add_check(struct job *job, struct mattrakan_result *result)
{
    static const char *const statuses[] = {
        [MATTRAKAN_OK] = "good", [MATTRAKAN_BAD_DATA] = "bad", [MATTRAKAN_FAILED] = "failed"};
    struct check_points points = check_points(job->arena, job->facts, job->pages);
    size_t count = points.list.count;
    struct mattrakan_point *shown = arena_array(job->arena, struct mattrakan_point, count);
    for (size_t i = 0; i < count; i++) {
        const struct check_point *point = &points.list.items[i];
        shown[i] = (struct mattrakan_point){.code = point->code,
                                            .item = point->item,
                                            .text = point->text,
                                            .optional = point->optional,
                                            .satisfied = point->satisfied,
                                            .by = join(job->arena, point->by),
                                            .missing = join(job->arena, point->missing),
                                            .pages = join(job->arena, point->pages)};
    }
    result->points = shown;
    result->point_count = count;
    struct buf json = buf_init(job->arena);
    struct check_summary summary = {.program = "mattrakan " MATTRAKAN_VERSION,
                                    .file = job->request->name,
                                    .status = statuses[result->status],
                                    .page_count = result->page_count};
    check_json(&json, &summary, &job->diags, &points);
    result->check_json = json.data;
}

static struct mattrakan_result *make_result(struct job *job)
{
    struct whole_result *whole = arena_new_of(job->arena, struct whole_result);
    diags_sort(&job->diags);
    size_t count = job->diags.list.count;
    struct mattrakan_finding *findings = arena_array(job->arena, struct mattrakan_finding, count);
    for (size_t i = 0; i < count; i++)
        findings[i] = finding_of(job->arena, &job->diags.list.items[i]);
    whole->arena = job->arena;
    whole->result = (struct mattrakan_result){
        .status = job->failed ? MATTRAKAN_FAILED : job->diags.errors ? MATTRAKAN_BAD_DATA : MATTRAKAN_OK,
        .findings = findings,
        .finding_count = count,
        .page_count = job->pages ? job->pages->list.count : 0,
    };
    if (job->request->check)
        add_check(job, &whole->result);
    if (whole->result.status == MATTRAKAN_OK) {
        whole->result.output = job->out.data;
        whole->result.output_length = job->out.length;
    }
    return &whole->result;
}

/* Memory ran out: nothing of the rendering is left, and what the engine kept may be half made. */
static struct mattrakan_result *no_memory(struct mattrakan *engine, struct arena *arena)
{
    static const struct mattrakan_finding finding = {.severity = MATTRAKAN_ERROR,
                                                     .code = "memory",
                                                     .pointer = "",
                                                     .message = "memory ran out",
                                                     .text = "memory ran out"};
    arena_free(arena);
    forget(engine);
    struct whole_result *whole = calloc(1, sizeof *whole);
    if (!whole)
        return NULL;
    whole->result =
        (struct mattrakan_result){.status = MATTRAKAN_FAILED, .findings = &finding, .finding_count = 1};
    return &whole->result;
}

struct mattrakan_result *mattrakan_render(struct mattrakan *engine, const struct mattrakan_request *request)
{
    struct arena *volatile arena = arena_new(&engine->escape, engine->options.memory_limit);
    if (!arena)
        return no_memory(engine, NULL);
    if (setjmp(engine->escape))
        return no_memory(engine, arena);
    if (!engine->arena)
        engine->arena = arena_new(&engine->escape, engine->options.memory_limit);
    if (!engine->arena)
        arena_escape(arena);
    struct job *job = arena_new_of(arena, struct job);
    *job = (struct job){.engine = engine, .request = request, .arena = arena, .diags = diags_init(arena),
                        .out = buf_init(arena)};
    run(job);
    return make_result(job);
}

void mattrakan_result_free(struct mattrakan_result *result)
{
    struct whole_result *whole = (struct whole_result *)result;
    if (!whole)
        return;
    if (whole->arena)
        arena_free(whole->arena);
    else
        free(whole);
}
