#include "cli_outputs.h"

#include "cli_say.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool is_standard(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* The folder that --output means; NULL: it means a file. */
static const char *folder_meant(char *const *inputs, size_t count, const char *output, bool several)
{
    if (!output)
        return count == 1 && is_standard(inputs[0]) && !several ? NULL : "out";
    if (is_standard(output))
        return NULL;
    bool slash = output[0] && output[strlen(output) - 1] == '/';
    return count > 1 || slash || is_folder(output) ? output : NULL;
}

/* "FOLDER/NAME.pdf" for "some/where/NAME.json". */
static char *path_in(const char *folder, const char *input)
{
    const char *slash = strrchr(input, '/');
    const char *name = is_standard(input) ? "stdin" : slash ? slash + 1 : input;
    size_t length = strlen(name);
    if (length > 5 && strcmp(name + length - 5, ".json") == 0)
        length -= 5;
    const char *between = folder[strlen(folder) - 1] == '/' ? "" : "/";
    size_t size = strlen(folder) + length + sizeof "/.pdf";
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s%s%.*s.pdf", folder, between, (int)length, name);
    return path;
}

static char *copy(const char *text)
{
    char *new = malloc(strlen(text) + 1);
    return new ? strcpy(new, text) : NULL;
}

static bool set_paths(struct cli_outputs *outputs, char *const *inputs, size_t count, const char *output,
                      const char *folder)
{
    if (!output)
        output = "-";
    outputs->paths = calloc(count, sizeof *outputs->paths);
    outputs->count = outputs->paths ? count : 0;
    outputs->folder = folder ? copy(folder) : NULL;
    bool good = outputs->paths && (!folder || outputs->folder);
    for (size_t i = 0; i < outputs->count; i++) {
        outputs->paths[i] = folder ? path_in(folder, inputs[i]) : copy(output);
        good &= outputs->paths[i] != NULL;
    }
    if (!good)
        cli_say("memory ran out");
    return good;
}

static int compare_paths(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* The first path that two inputs share, or NULL. */
static const char *shared_path(char **sorted, size_t count)
{
    qsort(sorted, count, sizeof *sorted, compare_paths);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(sorted[i - 1], sorted[i]) == 0)
            return sorted[i];
    }
    return NULL;
}

/* The index of the next input, from `at` on, that becomes this file; there is one. */
static size_t find_path(const struct cli_outputs *outputs, const char *path, size_t at)
{
    while (at + 1 < outputs->count && strcmp(outputs->paths[at], path) != 0)
        at++;
    return at;
}

static bool all_differ(const struct cli_outputs *outputs, char *const *inputs)
{
    char **sorted = calloc(outputs->count, sizeof *sorted);
    if (!sorted) {
        cli_say("memory ran out");
        return false;
    }
    memcpy(sorted, outputs->paths, outputs->count * sizeof *sorted);
    const char *shared = shared_path(sorted, outputs->count);
    if (shared) {
        size_t first = find_path(outputs, shared, 0), second = find_path(outputs, shared, first + 1);
        cli_say("%s and %s would both be written to %s", inputs[first], inputs[second],
                is_standard(shared) ? "standard output" : shared);
    }
    free(sorted);
    return !shared;
}

static bool same_file(const char *one, const char *other)
{
    struct stat first, second;
    return !is_standard(one) && !is_standard(other) && stat(one, &first) == 0 && stat(other, &second) == 0 &&
           S_ISREG(first.st_mode) && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static bool no_input_overwritten(const struct cli_outputs *outputs, char *const *inputs)
{
    for (size_t i = 0; i < outputs->count; i++) {
        if (same_file(inputs[i], outputs->paths[i])) {
            cli_say("%s would be written over itself", inputs[i]);
            return false;
        }
    }
    return true;
}

bool cli_outputs_plan(struct cli_outputs *outputs, char *const *inputs, size_t count, const char *output, bool several)
{
    const char *folder = folder_meant(inputs, count, output, several);
    *outputs = (struct cli_outputs){0};
    if (several && !folder) {
        cli_say("--profile=all may write several files and %s is one; name a folder: --output=FOLDER/",
                is_standard(output) ? "standard output" : output);
        return false;
    }
    if (set_paths(outputs, inputs, count, output, folder) && all_differ(outputs, inputs) &&
        no_input_overwritten(outputs, inputs))
        return true;
    cli_outputs_release(outputs);
    return false;
}

/* "FOLDER/NAME-PROFILE.pdf" for "FOLDER/NAME.pdf". */
static char *path_of_profile(const char *path, const char *profile)
{
    size_t length = strlen(path) - strlen(".pdf"), size = length + strlen(profile) + sizeof "-.pdf";
    char *other = malloc(size);
    if (other)
        snprintf(other, size, "%.*s-%s.pdf", (int)length, path, profile);
    return other;
}

static bool is_taken(const struct cli_outputs *outputs, char *const *inputs, const char *path)
{
    bool taken = false;
    for (size_t i = 0; i < outputs->count; i++)
        taken |= strcmp(outputs->paths[i], path) == 0 || same_file(inputs[i], path);
    for (size_t i = 0; i < outputs->other_count; i++)
        taken |= strcmp(outputs->others[i], path) == 0;
    return taken;
}

const char *cli_outputs_other(struct cli_outputs *outputs, char *const *inputs, size_t index, const char *profile)
{
    if (!outputs->folder)
        return outputs->paths[index];
    char **others = realloc(outputs->others, (outputs->other_count + 1) * sizeof *others);
    char *path = others ? path_of_profile(outputs->paths[index], profile) : NULL;
    if (others)
        outputs->others = others;
    if (path && !is_taken(outputs, inputs, path))
        return outputs->others[outputs->other_count++] = path;
    if (path)
        cli_say("the report \"%s\" of %s would be written over %s, which is another file's", profile, inputs[index],
                path);
    else
        cli_say("memory ran out");
    free(path);
    return NULL;
}

void cli_outputs_release(struct cli_outputs *outputs)
{
    for (size_t i = 0; i < outputs->other_count; i++)
        free(outputs->others[i]);
    free(outputs->others);
    for (size_t i = 0; i < outputs->count; i++)
        free(outputs->paths[i]);
    free(outputs->paths);
    free(outputs->folder);
    *outputs = (struct cli_outputs){0};
}

bool cli_outputs_make_folder(const struct cli_outputs *outputs)
{
    char *folder = outputs->folder;
    if (!folder || is_folder(folder))
        return true;
    for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(folder, 0777) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    if (mkdir(folder, 0777) == 0 || (errno == EEXIST && is_folder(folder)))
        return true;
    if (errno == EEXIST)
        errno = ENOTDIR;
    return false;
}
