#include "test_text_support.h"

static bool load_font(void *user, const char *path, const unsigned char **data, size_t *size)
{
    const char *name = path[0] == '/' ? path : arena_printf(user, "fonts/%s", path);
    FILE *file = fopen(name, "rb");
    if (!file)
        return false;
    fclose(file);
    *data = (const unsigned char *)test_file(user, name, size);
    return true;
}

struct font_set *test_fonts(struct arena *arena, const char *manifest)
{
    struct value *value = test_json(arena, manifest ? manifest : test_file(arena, "fonts/fonts.json", NULL));
    return font_set_new(arena, value, (struct font_files){.load = load_font, .user = arena});
}

struct thai_breaker *test_breaker(struct arena *arena, const char *words)
{
    struct diags diags = diags_init(arena);
    if (!words)
        words = test_file(arena, "templates/data/words-breaking.json", NULL);
    struct thai_breaker *breaker = thai_breaker_new(arena, test_json(arena, words), NULL, &diags);
    cr_assert_not_null(breaker, "%s", test_findings(&diags));
    return breaker;
}

struct text_engine *test_engine(struct arena *arena)
{
    struct text_engine_parts parts = {.fonts = test_fonts(arena, NULL), .breaker = test_breaker(arena, NULL)};
    return text_engine_new(arena, parts);
}
