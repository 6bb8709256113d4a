/* The command line: files in, files out, messages, exit status.  All else is the library's. */
#include "cli_files.h"
#include "cli_options.h"
#include "cli_outputs.h"
#include "cli_read.h"
#include "cli_save.h"
#include "cli_say.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum status { STATUS_GOOD = 0, STATUS_BAD_DATA = 1, STATUS_USAGE = 2, STATUS_FAILED = 3 };

enum { DATE_SIZE = 32 };

/* What all files of one run share. */
struct run {
    struct cli_options options;
    struct cli_outputs outputs; /* planned for CLI_RENDER only */
    struct cli_files *files;
    struct mattrakan *engine;
    const char *date; /* NULL: none */
};

static enum status say_out_of_memory(void)
{
    cli_say("memory ran out");
    return STATUS_FAILED;
}

static enum status say_cannot(const char *what, const char *path)
{
    cli_say("cannot %s %s: %s", what, strcmp(path, "-") ? path : "standard output", strerror(errno));
    return STATUS_FAILED;
}

static enum status say_cannot_read(const char *input)
{
    if (errno == EISDIR)
        cli_say("cannot read %s: it is a folder; expected a JSON file", input);
    else
        cli_say("cannot read %s: %s", strcmp(input, "-") ? input : "standard input", strerror(errno));
    return STATUS_FAILED;
}

/* ---- one file --------------------------------------------------------------------------------------------------- */

/* An input, and what is told of it. */
struct file {
    size_t index;
    const char *name;
    struct cli_bytes json;
    struct cli_said said;
};

static const char *output_of(struct run *run, const struct file *file, const struct mattrakan_result *result)
{
    if (result->own_profile)
        return run->outputs.paths[file->index];
    return cli_outputs_other(&run->outputs, run->options.inputs, file->index, result->profile);
}

static enum status save(struct run *run, const struct file *file, const struct mattrakan_result *result)
{
    const char *path = output_of(run, file, result);
    if (!path)
        return STATUS_FAILED;
    if (strcmp(path, "-") == 0)
        return cli_put(result->output, result->output_length) ? STATUS_GOOD : say_cannot("write to", path);
    if (!cli_outputs_make_folder(&run->outputs))
        return say_cannot("make the folder", run->outputs.folder);
    if (!cli_save(path, result->output, result->output_length))
        return say_cannot("write", path);
    cli_say_written(path, result->page_count);
    return STATUS_GOOD;
}

/* The checklist: what the assessor asks for, whether it is there, where, and on which pages. */
static void put_points(const struct mattrakan_result *result)
{
    for (size_t i = 0; i < result->point_count; i++) {
        const struct mattrakan_point *point = &result->points[i];
        const char *verdict = point->satisfied ? "met" : point->optional ? "not met (not required)" : "NOT MET";
        printf("  %-4s %s: %s\n", point->code, verdict, point->text);
        if (point->by[0])
            printf("       %s%s%s\n", point->by, point->pages[0] ? "; pages " : "", point->pages);
        if (point->missing[0])
            printf("       missing at %s\n", point->missing);
    }
}

/* The verdict of --check is its result, on standard output. */
static enum status put_verdict(const char *name, const struct mattrakan_result *result)
{
    size_t counts[MATTRAKAN_ERROR + 1] = {0};
    for (size_t i = 0; i < result->finding_count; i++)
        counts[result->findings[i].severity]++;
    fputs(name, stdout);
    if (result->profile && !result->own_profile)
        printf(" (%s)", result->profile);
    if (counts[MATTRAKAN_ERROR])
        printf(": not good: errors: %zu, warnings: %zu, notes: %zu\n", counts[MATTRAKAN_ERROR],
               counts[MATTRAKAN_WARNING], counts[MATTRAKAN_NOTE]);
    else
        printf(": good: pages: %zu, warnings: %zu, notes: %zu\n", result->page_count, counts[MATTRAKAN_WARNING],
               counts[MATTRAKAN_NOTE]);
    put_points(result);
    return fflush(stdout) == 0 && !ferror(stdout) ? STATUS_GOOD : say_cannot("write to", "-");
}

static enum status put_check(const struct run *run, const char *name, const struct mattrakan_result *result)
{
    if (!run->options.json)
        return put_verdict(name, result);
    const char *json = result->check_json ? result->check_json : "";
    return cli_put(json, strlen(json)) ? STATUS_GOOD : say_cannot("write to", "-");
}

static enum status hand_over(struct run *run, const struct file *file, const struct mattrakan_result *result)
{
    if (run->options.action == CLI_CHECK)
        return put_check(run, file->name, result);
    if (result->status != MATTRAKAN_OK)
        return STATUS_GOOD;
    if (run->options.action == CLI_DUMP)
        return cli_put(result->output, result->output_length) ? STATUS_GOOD : say_cannot("write to", "-");
    return save(run, file, result);
}

/* The report of that profile (NULL: the file's own); NULL: memory is out. */
static struct mattrakan_result *make_report(const struct run *run, const struct file *file, const char *profile)
{
    static const enum mattrakan_stage stages[] = {[CLI_RENDER] = MATTRAKAN_PDF, [CLI_CHECK] = MATTRAKAN_PAGES};
    enum cli_action action = run->options.action;
    struct mattrakan_request request = {.name = file->name,
                                        .json = (const char *)file->json.data,
                                        .json_length = file->json.size,
                                        .stage = action == CLI_DUMP ? run->options.stage : stages[action],
                                        .profile = profile,
                                        .draft = run->options.draft,
                                        .check = action == CLI_CHECK,
                                        .date = run->date};
    return mattrakan_render(run->engine, &request);
}

static enum status say_and_save(struct run *run, struct file *file, const struct mattrakan_result *result)
{
    if (!result)
        return say_out_of_memory();
    cli_say_progress_end(run->options.input_count);
    if (!run->options.json)
        cli_say_findings(result, &file->said);
    enum status handed = hand_over(run, file, result), status = (enum status)result->status;
    return handed > status ? handed : status;
}

static bool makes_all(const struct run *run)
{
    return run->options.profile && strcmp(run->options.profile, "all") == 0;
}

/* The report that is asked for, or all of them. */
static enum status render(struct run *run, struct file *file)
{
    bool all = makes_all(run);
    struct mattrakan_result *first = make_report(run, file, all ? NULL : run->options.profile);
    enum status highest = say_and_save(run, file, first);
    for (size_t i = 0; all && first && i < first->profile_count; i++) {
        struct mattrakan_result *other = make_report(run, file, first->profiles[i]);
        enum status status = say_and_save(run, file, other);
        mattrakan_result_free(other);
        highest = status > highest ? status : highest;
    }
    mattrakan_result_free(first);
    return highest;
}

static enum status run_file(struct run *run, size_t index)
{
    const char *input = run->options.inputs[index];
    struct file file = {.index = index, .name = strcmp(input, "-") ? input : "stdin"};
    cli_say_progress(index + 1, run->options.input_count, file.name);
    if (!cli_read(input, &file.json)) {
        cli_say_progress_end(run->options.input_count);
        return say_cannot_read(input);
    }
    cli_files_begin(run->files, input);
    enum status status = render(run, &file);
    free(file.json.data);
    cli_said_release(&file.said);
    return status;
}

/* ---- the run ---------------------------------------------------------------------------------------------------- */

static enum status run_files(struct run *run)
{
    enum status highest = STATUS_GOOD;
    for (size_t i = 0; i < run->options.input_count; i++) {
        enum status status = run_file(run, i);
        if (status > highest)
            highest = status;
    }
    return highest;
}

static bool is_folder(const char *option, const char *path)
{
    struct stat about;
    if (!path || (stat(path, &about) == 0 && S_ISDIR(about.st_mode)))
        return true;
    cli_say("--%s: there is no folder %s", option, path);
    return false;
}

/* The time that builds are made for, so that the same input gives the same bytes; no clock is read. */
static bool read_date(char date[DATE_SIZE], const char **result)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    if (!text || !text[0])
        return true;
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    time_t moment = (time_t)seconds;
    struct tm parts;
    if (errno || *end || seconds < 0 || !gmtime_r(&moment, &parts) || parts.tm_year > 9999 - 1900) {
        cli_say("SOURCE_DATE_EPOCH is \"%s\"; expected a number of seconds since 1970", text);
        return false;
    }
    strftime(date, DATE_SIZE, "D:%Y%m%d%H%M%SZ", &parts);
    *result = date;
    return true;
}

/* A PDF would only upset a terminal. */
static bool output_is_sane(const struct run *run)
{
    if (run->outputs.count && strcmp(run->outputs.paths[0], "-") == 0 && isatty(STDOUT_FILENO)) {
        cli_say("standard output is a terminal; name a file with --output");
        return false;
    }
    return true;
}

static bool has_line(const char *lines, const char *line)
{
    size_t length = strlen(line);
    for (const char *at = lines, *end; (end = strchr(at, '\n')); at = end + 1) {
        if ((size_t)(end - at) == length && strncmp(at, line, length) == 0)
            return true;
    }
    return false;
}

static enum status put_fields(const struct run *run)
{
    const char *name = run->options.input_count ? run->options.inputs[0] : NULL;
    struct mattrakan_result *result = mattrakan_fields(run->engine, name, run->options.lang);
    if (!result)
        return say_out_of_memory();
    cli_say_findings(result, NULL);
    enum status status = (enum status)result->status;
    if (status == STATUS_GOOD && !cli_put(result->output, result->output_length))
        status = say_cannot("write to", "-");
    mattrakan_result_free(result);
    return status;
}

/* Whether there is a report of the name that --profile says. */
static enum status check_profile(const struct run *run)
{
    const char *asked = run->options.profile;
    if (!asked || makes_all(run))
        return STATUS_GOOD;
    struct mattrakan_result *result = mattrakan_profiles(run->engine);
    if (!result)
        return say_out_of_memory();
    cli_say_findings(result, NULL);
    enum status status = (enum status)result->status;
    if (status == STATUS_GOOD && !has_line(result->output, asked)) {
        fprintf(stderr, "mattrakan: there is no profile \"%s\"; expected all", asked);
        for (const char *at = result->output, *end; (end = strchr(at, '\n')); at = end + 1)
            fprintf(stderr, ", %.*s", (int)(end - at), at);
        fputc('\n', stderr);
        status = STATUS_USAGE;
    }
    mattrakan_result_free(result);
    return status;
}

static enum status run_engine(struct run *run, const char *program)
{
    struct cli_folders named = {run->options.template_dir, run->options.font_dir, run->options.picture_dir};
    run->files = cli_files_new(program, &named);
    if (!run->files)
        return say_out_of_memory();
    struct mattrakan_options options = {.files = cli_files_resolver(run->files)};
    run->engine = mattrakan_open(&options);
    enum status status = STATUS_GOOD;
    if (!run->engine)
        status = say_out_of_memory();
    else if (run->options.action == CLI_FIELDS)
        status = put_fields(run);
    else if ((status = check_profile(run)) == STATUS_GOOD)
        status = run_files(run);
    mattrakan_close(run->engine);
    cli_files_free(run->files);
    return status;
}

static enum status run_options(struct run *run, const char *program)
{
    char date[DATE_SIZE];
    const struct cli_options *options = &run->options;
    if (!is_folder("template-dir", options->template_dir) || !is_folder("font-dir", options->font_dir) ||
        !is_folder("picture-dir", options->picture_dir) || !read_date(date, &run->date))
        return STATUS_USAGE;
    if (options->action == CLI_RENDER &&
        !cli_outputs_plan(&run->outputs, options->inputs, options->input_count, options->output, makes_all(run)))
        return STATUS_USAGE;
    enum status status = output_is_sane(run) ? run_engine(run, program) : STATUS_USAGE;
    cli_outputs_release(&run->outputs);
    return status;
}

/* What --help and --version print has to arrive, too. */
static enum status put_text(enum cli_action action)
{
    if (action == CLI_HELP)
        cli_options_help(stdout);
    else
        puts("mattrakan " MATTRAKAN_VERSION);
    return fflush(stdout) == 0 && !ferror(stdout) ? STATUS_GOOD : say_cannot("write to", "-");
}

int main(int argc, char **argv)
{
    struct run run = {0};
    const char *program = argc > 0 ? argv[0] : "mattrakan";
    if (!cli_options_read(&run.options, argc, argv))
        return STATUS_USAGE;
    if (run.options.action == CLI_HELP || run.options.action == CLI_VERSION)
        return (int)put_text(run.options.action);
    cli_save_watch_signals();
    return (int)run_options(&run, program);
}
