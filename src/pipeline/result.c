#include "check/check.h"
#include "pipeline/job.h"

#include <stdlib.h>
#include <string.h>

struct whole_result {
    struct mattrakan_result result; /* first: what the caller holds */
    struct arena *arena;            /* holds this struct too; NULL: malloc did */
};

static struct mattrakan_finding finding_of(struct arena *arena, const struct diag *diag)
{
    static const enum mattrakan_severity severities[] = {
        [SEVERITY_NOTE] = MATTRAKAN_NOTE, [SEVERITY_WARNING] = MATTRAKAN_WARNING, [SEVERITY_ERROR] = MATTRAKAN_ERROR};
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
                                    .file = job->request.name,
                                    .profile = result->profile,
                                    .status = statuses[result->status],
                                    .page_count = result->page_count};
    check_json(&json, &summary, &job->diags, &points);
    result->check_json = json.data;
}

/* Which report it is, and which others the file names. */
static void add_profiles(struct job *job, struct mattrakan_result *result)
{
    const struct value *report = value_member(job->facts, "report"), *named = value_member(job->facts, "profiles");
    const char *own = value_member_text(report, "own_profile", "");
    size_t count = named && named->kind == VALUE_LIST ? named->count : 0;
    const char **others = arena_array(job->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        bool known = strcmp(named->items[i]->text, own) == 0;
        for (size_t j = 0; j < result->profile_count && !known; j++)
            known = strcmp(named->items[i]->text, others[j]) == 0;
        if (!known)
            others[result->profile_count++] = named->items[i]->text;
    }
    result->profiles = others;
    result->profile = value_member_text(report, "profile", NULL);
    result->own_profile = value_member_true(report, "own");
}

struct mattrakan_result *result_make(struct job *job)
{
    struct whole_result *whole = arena_new_of(job->arena, struct whole_result);
    diags_sort(&job->diags);
    size_t count = job->diags.list.count;
    struct mattrakan_finding *findings = arena_array(job->arena, struct mattrakan_finding, count);
    for (size_t i = 0; i < count; i++)
        findings[i] = finding_of(job->arena, &job->diags.list.items[i]);
    whole->arena = job->arena;
    whole->result = (struct mattrakan_result){
        .status = job->failed         ? MATTRAKAN_FAILED
                  : job->diags.errors ? MATTRAKAN_BAD_DATA
                                      : MATTRAKAN_OK,
        .findings = findings,
        .finding_count = count,
        .page_count = job->pages ? job->pages->list.count : 0,
    };
    if (job->facts)
        add_profiles(job, &whole->result);
    if (job->request.check)
        add_check(job, &whole->result);
    if (whole->result.status == MATTRAKAN_OK) {
        whole->result.output = job->out.data;
        whole->result.output_length = job->out.length;
    }
    return &whole->result;
}

struct mattrakan_result *result_no_memory(void)
{
    static const struct mattrakan_finding finding = {.severity = MATTRAKAN_ERROR,
                                                     .code = "memory",
                                                     .pointer = "",
                                                     .message = "memory ran out",
                                                     .text = "memory ran out"};
    struct whole_result *whole = calloc(1, sizeof *whole);
    if (!whole)
        return NULL;
    whole->result = (struct mattrakan_result){.status = MATTRAKAN_FAILED, .findings = &finding, .finding_count = 1};
    return &whole->result;
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
