/* The public interface: engines, and renderings that memory can run out in.  The way itself is in pipeline/. */
#include "mattrakan.h"

#include "pipeline/job.h"

#include <stdlib.h>

struct mattrakan *mattrakan_open(const struct mattrakan_options *options)
{
    struct mattrakan *engine = calloc(1, sizeof *engine);
    if (engine)
        engine_init(engine, options);
    return engine;
}

void mattrakan_close(struct mattrakan *engine)
{
    if (!engine)
        return;
    engine_forget(engine);
    free(engine);
}

static struct mattrakan_result *no_memory(struct mattrakan *engine, struct arena *arena)
{
    arena_free(arena);
    engine_forget(engine);
    return result_no_memory();
}

/* Does a job in a new arena; when memory runs out, that is the result. */
static struct mattrakan_result *do_job(struct mattrakan *engine, const struct job *what, void (*run)(struct job *job))
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
    *job = *what;
    job->engine = engine;
    job->arena = arena;
    job->diags = diags_init(arena);
    job->out = buf_init(arena);
    run(job);
    return result_make(job);
}

struct mattrakan_result *mattrakan_render(struct mattrakan *engine, const struct mattrakan_request *request)
{
    struct job job = {.request = *request};
    return do_job(engine, &job, stages_run);
}

struct mattrakan_result *mattrakan_profiles(struct mattrakan *engine)
{
    return do_job(engine, &(struct job){0}, stages_list_profiles);
}

struct mattrakan_result *mattrakan_fields(struct mattrakan *engine, const char *template_name, const char *lang)
{
    struct job job = {.fields_template = template_name, .fields_lang = lang};
    return do_job(engine, &job, stages_describe_fields);
}
