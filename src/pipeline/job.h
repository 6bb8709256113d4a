/*
 * The way through the house: JSON -> model -> analysis -> document -> pages -> PDF.  What its steps share; only
 * mattrakan.c and this folder use it.
 */
#ifndef PIPELINE_JOB_H
#define PIPELINE_JOB_H

#include "base/files.h"
#include "layout/layout.h"
#include "mattrakan.h"
#include "model/model.h"
#include "template/template.h"

/* A data file or template folder, read once. */
struct kept {
    const char *path;
    const void *thing;
};

/* What many renderings share. */
struct mattrakan {
    jmp_buf escape; /* of both arenas; set anew by each call from outside */
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
    struct mattrakan_request request;
    const char *fields_template, *fields_lang; /* of stages_describe_fields() */
    struct arena *arena;
    struct diags diags;
    struct buf out;
    const struct value *facts; /* NULL before the analysis */
    const struct pages *pages; /* NULL before layout */
    bool failed;               /* by no fault of the input */
};

/* engine.c: what is kept.  Each returns NULL with a finding where what it names is missing or broken, save that
 * engine_data() has nothing to say of a file that is not there. */
void engine_init(struct mattrakan *engine, const struct mattrakan_options *options);
/* Forgets everything kept: at the end, and after memory ran out, when some of it may be half made. */
void engine_forget(struct mattrakan *engine);
bool engine_has_file(struct mattrakan *engine, enum file_root root, const char *path);
const struct value *engine_data(struct job *job, enum file_root root, const char *path);
const struct value *engine_need_data(struct job *job, enum file_root root, const char *path);
const struct template_folder *engine_need_template(struct job *job, const char *name);
struct text_engine *engine_need_text(struct job *job);
/* The field lists of a template's reports (NULL: the core list alone), checked when they are first met. */
bool engine_find_fields(struct job *job, const struct template_folder *folder, struct model_fields *fields);

/* stages.c: runs the stages up to the one that is asked for, or to the first with errors. */
void stages_run(struct job *job);
/* Prints the names of the profiles. */
void stages_list_profiles(struct job *job);
/* Prints the field reference: of a template's reports, or (no template) of all. */
void stages_describe_fields(struct job *job);

/* pictures.c: reads the pictures that the document names; what is wrong with them is reported. */
void pictures_read(struct job *job, struct document *document);

/* result.c: what the caller gets; it holds the job's arena. */
struct mattrakan_result *result_make(struct job *job);
/* Memory ran out: nothing of the rendering is left.  NULL when there is none even for that. */
struct mattrakan_result *result_no_memory(void);

#endif
