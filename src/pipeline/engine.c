#include "pipeline/job.h"
#include "json/json.h"

#include <string.h>

enum { DEFAULT_MEMORY_LIMIT = 1 << 30 };

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

void engine_init(struct mattrakan *engine, const struct mattrakan_options *options)
{
    engine->options = *options;
    if (!engine->options.memory_limit)
        engine->options.memory_limit = DEFAULT_MEMORY_LIMIT;
    engine->files = (struct files){.load = load_file, .user = engine};
    engine->font_files = (struct font_files){.load = load_font, .user = engine};
}

bool engine_has_file(struct mattrakan *engine, enum file_root root, const char *path)
{
    const unsigned char *data;
    size_t size;
    return load_file(engine, root, path, &data, &size);
}

void engine_forget(struct mattrakan *engine)
{
    arena_free(engine->arena);
    engine->arena = NULL;
    memset(&engine->kept, 0, sizeof engine->kept);
    memset(&engine->checked, 0, sizeof engine->checked);
    engine->fonts = NULL;
    engine->breaker = NULL;
    engine->text = NULL;
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
const struct value *engine_data(struct job *job, enum file_root root, const char *path)
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
const struct value *engine_need_data(struct job *job, enum file_root root, const char *path)
{
    size_t errors = job->diags.errors;
    const struct value *tree = engine_data(job, root, path);
    if (!tree) {
        job->failed = true;
        if (job->diags.errors == errors)
            diag_at(&job->diags, SEVERITY_ERROR, "file-missing", NULL, 0, (struct diag_more){0},
                    "\"%s\" cannot be read", path);
    }
    return tree;
}

const struct template_folder *engine_need_template(struct job *job, const char *name)
{
    const char *path = arena_printf(job->arena, "template:%s", name);
    const struct template_folder *folder = find_kept(job->engine, path);
    if (folder)
        return folder;
    return keep(job->engine, path, template_open(job->engine->arena, &job->engine->files, name, &job->diags));
}

/* Fonts, dictionary and word lists; needed from layout on. */
struct text_engine *engine_need_text(struct job *job)
{
    struct mattrakan *engine = job->engine;
    if (engine->text)
        return engine->text;
    const struct value *manifest = engine_need_data(job, FILE_FONTS, "fonts.json");
    const struct value *words = engine_need_data(job, FILE_TEMPLATES, "data/words-breaking.json");
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

/* The field lists of a template's reports, checked when they are first met. */
bool engine_find_fields(struct job *job, const struct template_folder *folder, struct model_fields *fields)
{
    fields->core = engine_need_data(job, FILE_TEMPLATES, "data/fields.json");
    fields->declared = folder ? template_fields(folder) : NULL;
    fields->partial = false;
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
