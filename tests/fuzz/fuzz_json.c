/* The JSON reader: any bytes give a tree, whose dump is read again to the same tree, or findings. */
#include "json/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *read_and_dump(struct arena *arena, const char *text, size_t length)
{
    struct source *source = arena_new_of(arena, struct source);
    struct diags diags = diags_init(arena);
    struct buf out = buf_init(arena);
    *source = (struct source){.name = "f", .text = text, .length = length};
    struct value *tree = json_read(arena, source, JSON_LIMITS_DEFAULT, &diags);
    diags_sort(&diags);
    if (!tree != (diags.errors > 0))
        abort();
    if (tree)
        value_dump(&out, tree);
    return tree ? out.data : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf escape;
    struct arena *arena = arena_new(&escape, 256u << 20);
    if (arena && setjmp(escape) == 0) {
        const char *dump = read_and_dump(arena, (const char *)data, size);
        const char *again = dump ? read_and_dump(arena, dump, strlen(dump)) : NULL;
        if (dump && (!again || strcmp(dump, again) != 0))
            abort();
    }
    arena_free(arena);
    return 0;
}
