/* Text: anything (what is no UTF-8 counts as U+FFFD) is brought into normal form, its digits are changed, and its line
 * ends are found. */
#include "base/thai.h"
#include "text/thai_break.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const words[] = {"ส่วนได้ส่วนเสีย", "ก ข", "การ", "ที่", "พ.ศ.", "นาย", "คน", "ป.ป.ช."};
static const char *const lists[] = {"words",    "leaders",   "openers", "titles", "places",       "prefixes",
                                    "ordinals", "particles", "units",   "months", "abbreviations"};

/* Every list holds every word. */
static struct value *word_lists(struct arena *arena)
{
    struct value *all = value_new(arena, VALUE_OBJECT);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct value *list = value_set(arena, all, lists[i], value_new(arena, VALUE_LIST));
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            value_add(arena, list, value_text_new(arena, words[w]));
    }
    return all;
}

/* One breaker for all inputs, as in a batch of reports; it lives as long as the program. */
static struct thai_breaker *breaker;
static struct arena *breaker_arena;

static void close_breaker(void)
{
    arena_free(breaker_arena);
}

static void open_breaker(jmp_buf *escape)
{
    breaker_arena = arena_new(escape, 0);
    struct diags diags = diags_init(breaker_arena);
    breaker = thai_breaker_new(breaker_arena, word_lists(breaker_arena), NULL, &diags);
    atexit(close_breaker);
}

static struct buf decode(struct arena *arena, const char *bytes, size_t length)
{
    struct buf out = buf_init(arena);
    for (size_t at = 0, size; at < length; at += size) {
        char code[4];
        buf_add(&out, code, utf8_encode(utf8_decode(bytes + at, length - at, &size), code));
    }
    return out;
}

static void check(const struct buf *text, const uint8_t *breaks)
{
    if (breaks[text->length] != TEXT_BREAK_LINE)
        abort();
    for (size_t at = 0, end; at < text->length; at = end) {
        end = thai_cluster_end(text->data, text->length, at);
        for (size_t i = at + 1; i < end; i++) {
            if (breaks[i] != TEXT_BREAK_NONE)
                abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static jmp_buf escape;
    struct arena *arena = arena_new(&escape, 256u << 20);
    if (setjmp(escape))
        abort();
    if (!breaker)
        open_breaker(&escape);
    struct buf input = decode(arena, (const char *)data, size), normal = buf_init(arena), text = buf_init(arena);
    thai_normalise(&normal, input.data, input.length);
    thai_digits(&text, normal.data, normal.length, size % 2);
    uint8_t *breaks = arena_alloc(arena, text.length + 1);
    thai_breaks(breaker, arena, text.data, text.length, NULL, 0, breaks);
    check(&text, breaks);
    arena_free(arena);
    return 0;
}
