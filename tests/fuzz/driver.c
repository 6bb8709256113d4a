/*
 * Runs a fuzz target without libFuzzer:
 *
 *     fuzz_x [--runs N] FILE-OR-FOLDER...
 *
 * feeds it every file, then N changed copies of them.  The changes are the same in every run, so that a failure can be
 * repeated.  Before each input its bytes are written to the file CRASH_FILE, when that is set in the environment.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_LIMIT = 4096, SIZE_LIMIT = 1 << 20, PATH_LIMIT = 4096 };

struct input {
    uint8_t *data;
    size_t size;
};

static struct input inputs[INPUT_LIMIT];
static size_t input_count;
static uint64_t state = 88172645463325252u;

/* xorshift64 */
static size_t pick(size_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return below ? (size_t)(state % below) : 0;
}

static void give_up(const char *what, const char *path)
{
    fprintf(stderr, "driver: cannot %s %s\n", what, path);
    exit(2);
}

static void read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct input *input = &inputs[input_count];
    if (!file || input_count == INPUT_LIMIT || !(input->data = malloc(SIZE_LIMIT)))
        give_up("read", path);
    input->size = fread(input->data, 1, SIZE_LIMIT, file);
    fclose(file);
    uint8_t *less = realloc(input->data, input->size ? input->size : 1);
    input->data = less ? less : input->data;
    input_count++;
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* In the order of names, so that every run is the same. */
static void read_folder(const char *path, DIR *folder)
{
    static char *names[INPUT_LIMIT];
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(folder)) && count < INPUT_LIMIT;) {
        size_t size = strlen(path) + strlen(entry->d_name) + 2;
        if (entry->d_name[0] == '.')
            continue;
        names[count] = malloc(size);
        if (!names[count])
            give_up("list", path);
        snprintf(names[count++], size, "%s/%s", path, entry->d_name);
    }
    qsort(names, count, sizeof names[0], compare_names);
    for (size_t i = 0; i < count; i++) {
        read_file(names[i]);
        free(names[i]);
    }
}

static void read_path(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) {
        read_file(path);
        return;
    }
    read_folder(path, folder);
    closedir(folder);
}

static void keep(const uint8_t *data, size_t size)
{
    const char *path = getenv("CRASH_FILE");
    FILE *file = path ? fopen(path, "wb") : NULL;
    if (!file)
        return;
    fwrite(data, 1, size, file);
    fclose(file);
}

/* The target gets memory of exactly the input's size, so that reading past its end is seen. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *exact = malloc(size ? size : 1);
    if (!exact)
        give_up("copy", "an input");
    memcpy(exact, data, size);
    keep(exact, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

/* One change: a byte, a bit, a piece left out, doubled, or taken from another input. */
static size_t change(uint8_t *data, size_t size)
{
    static const uint8_t telling[] = "\"\\{}[]:,{}#*|-0\n \x00\x80\xe0\xff";
    size_t at = pick(size), length = pick(32);
    const struct input *other = &inputs[pick(input_count)];
    switch (size ? pick(5) : 4) {
    case 0: data[at] = telling[pick(sizeof telling - 1)]; return size;
    case 1: data[at] ^= (uint8_t)(1u << pick(8)); return size;
    case 2:
        length = length < size - at ? length : size - at;
        memmove(data + at, data + at + length, size - at - length);
        return size - length;
    case 3:
        length = length < size - at ? length : size - at;
        if (size + length > SIZE_LIMIT)
            return size;
        memmove(data + at + length, data + at, size - at);
        return size + length;
    default:
        length = length < other->size ? length : other->size;
        if (at + length > SIZE_LIMIT)
            return size;
        memcpy(data + at, other->data + pick(other->size - length + 1), length);
        return at + length > size ? at + length : size;
    }
}

static void run_changed(size_t runs)
{
    uint8_t *data = malloc(SIZE_LIMIT);
    if (!data)
        give_up("change", "an input");
    for (size_t i = 0; i < runs && input_count; i++) {
        const struct input *input = &inputs[pick(input_count)];
        size_t size = input->size;
        memcpy(data, input->data, size);
        for (size_t changes = 1 + pick(4); changes; changes--)
            size = change(data, size);
        run(data, size);
    }
    free(data);
}

int main(int argc, char **argv)
{
    size_t runs = 0;
    int first = 1;
    if (argc > 2 && strcmp(argv[1], "--runs") == 0) {
        runs = (size_t)strtoul(argv[2], NULL, 10);
        first = 3;
    }
    for (int i = first; i < argc; i++)
        read_path(argv[i]);
    for (size_t i = 0; i < input_count; i++)
        run(inputs[i].data, inputs[i].size);
    run_changed(runs);
    for (size_t i = 0; i < input_count; i++)
        free(inputs[i].data);
    printf("%zu inputs, %zu changed ones\n", input_count, runs);
    return 0;
}
