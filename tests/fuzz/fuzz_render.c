/* The whole way through the public interface: any bytes are a PDF or findings, never a crash.  Runs in the project's
 * top folder. */
#include "mattrakan.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct kept {
    struct kept *next;
    unsigned char *data;
    size_t size;
    char path[256];
};

/* Reads a file once; the memory is the process's until it ends. */
static struct kept *keep(const char *path)
{
    static struct kept *files;
    struct kept *kept = files;
    while (kept && strcmp(kept->path, path) != 0)
        kept = kept->next;
    FILE *file = kept ? NULL : fopen(path, "rb");
    if (!file)
        return kept;
    enum { LIMIT = 1 << 20 };
    kept = calloc(1, sizeof *kept);
    kept->data = malloc(LIMIT);
    kept->size = fread(kept->data, 1, LIMIT, file);
    fclose(file);
    snprintf(kept->path, sizeof kept->path, "%s", path);
    kept->next = files;
    return files = kept;
}

static bool load(void *user, enum mattrakan_root root, const char *path, const unsigned char **data, size_t *size)
{
    static const char *const folders[][2] = {
        [MATTRAKAN_TEMPLATES] = {"tests/templates", "templates"},
        [MATTRAKAN_FONTS] = {"fonts", "tests/fonts"},
        [MATTRAKAN_PICTURES] = {"tests/pictures", "tests/pictures"},
    };
    (void)user;
    for (int i = 0; i < 2; i++) {
        char whole[256];
        bool absolute = path[0] == '/';
        if (snprintf(whole, sizeof whole, "%s%s%s", absolute ? "" : folders[root][i], absolute ? "" : "/", path) >=
            (int)sizeof whole)
            return false;
        struct kept *kept = keep(whole);
        if (kept) {
            *data = kept->data;
            *size = kept->size;
            return true;
        }
    }
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct mattrakan *engine;
    struct mattrakan_options options = {.files = {.load = load}, .memory_limit = (size_t)256 << 20};
    if (!engine)
        engine = mattrakan_open(&options);
    struct mattrakan_request request = {
        .name = "fuzz.json", .json = (const char *)data, .json_length = size, .stage = MATTRAKAN_PDF};
    struct mattrakan_result *result = mattrakan_render(engine, &request);
    if (!result || (result->status == MATTRAKAN_OK) != (result->output != NULL) ||
        (result->status != MATTRAKAN_OK && result->finding_count == 0))
        abort();
    mattrakan_result_free(result);
    return 0;
}
