/* The model: any JSON is read by the core field list, and by what its own "fields" add to that. */
#include "model/model.h"
#include "json/json.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct value *read_text(struct arena *arena, const char *text, size_t length, struct diags *diags)
{
    struct source *source = arena_new_of(arena, struct source);
    *source = (struct source){.name = "f", .text = text, .length = length};
    return json_read(arena, source, JSON_LIMITS_DEFAULT, diags);
}

static struct value *read_file(struct arena *arena, const char *path, struct diags *diags)
{
    enum { SIZE = 1 << 18 };
    char *text = arena_alloc(arena, SIZE);
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "%s is missing: run this in the project's top folder\n", path);
        exit(2);
    }
    size_t length = fread(text, 1, SIZE, file);
    fclose(file);
    if (length == SIZE) {
        fprintf(stderr, "%s is too large\n", path);
        exit(2);
    }
    return read_text(arena, text, length, diags);
}

static void read_model(struct arena *arena, const char *text, size_t length)
{
    struct diags diags = diags_init(arena);
    struct buf out = buf_init(arena);
    struct model_fields fields = {.core = read_file(arena, "templates/data/fields.json", &diags)};
    const struct value *words = read_file(arena, "templates/data/words.json", &diags);
    const struct value *json = read_text(arena, text, length, &diags);
    fields.declared = value_member(json, "fields");
    const struct value *model = json ? model_read(arena, json, fields, words, &diags) : NULL;
    if (model)
        value_dump(&out, model);
    model_reference(&out, fields, "en");
    diags_sort(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf escape;
    struct arena *arena = arena_new(&escape, 256u << 20);
    if (arena && setjmp(escape) == 0)
        read_model(arena, (const char *)data, size);
    arena_free(arena);
    return 0;
}
