#include "test_support.h"

#include "json/json.h"

static jmp_buf out_of_memory;

struct arena *test_arena(void)
{
    if (setjmp(out_of_memory))
        cr_assert_fail("out of memory");
    return arena_new(&out_of_memory, 0);
}

const char *test_findings(struct diags *diags)
{
    struct buf out = buf_init(diags->arena);
    diags_sort(diags);
    for (size_t i = 0; i < diags->list.count; i++) {
        diag_print(&out, &diags->list.items[i]);
        buf_putc(&out, '\n');
    }
    return out.data;
}

char *test_file(struct arena *arena, const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    cr_assert_not_null(file, "cannot open %s", path);
    struct buf text = buf_init(arena);
    char block[8192];
    for (size_t got; (got = fread(block, 1, sizeof block, file));)
        buf_add(&text, block, got);
    fclose(file);
    if (length)
        *length = text.length;
    return text.data;
}

struct value *test_json(struct arena *arena, const char *text)
{
    struct source *source = arena_new_of(arena, struct source);
    *source = (struct source){.name = "test.json", .text = text, .length = strlen(text)};
    struct diags diags = diags_init(arena);
    struct value *value = json_read(arena, source, JSON_LIMITS_DEFAULT, &diags);
    cr_assert_not_null(value, "%s", test_findings(&diags));
    return value;
}
