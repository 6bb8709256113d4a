/* Line breaking over widths and classes made by hand: every byte is ten points wide. */
#include "layout/line_break.h"
#include "test_layout_support.h"

TestSuite(layout_line, .fini = test_layout_done);

struct setting {
    struct line_breaker breaker;
    struct text_paragraph paragraph;
};

/* Classes: '.' NONE, 'f' FORCED, 's' SOFT, 'w' WORD, ' ' SPACE, '|' LINE, one for each offset from 0 on. */
static struct setting set(const char *text, const char *classes)
{
    struct arena *arena = test_layout_arena();
    size_t length = strlen(text);
    uint8_t *breaks = arena_alloc(arena, length + 1);
    double *x = arena_array(arena, double, length + 1);
    cr_assert_eq(strlen(classes), length + 1);
    for (size_t i = 0; i <= length; i++) {
        breaks[i] = (uint8_t)(strchr(".fsw |", classes[i]) - ".fsw |");
        x[i] = 10.0 * (double)i;
    }
    return (struct setting){.breaker = {.arena = arena},
                            .paragraph = {.text = text, .length = length, .breaks = breaks, .x = x}};
}

/* The lines joined by "/". */
static const char *lines(struct setting *s, struct line_limits limits)
{
    struct buf out = buf_init(s->breaker.arena);
    line_break(&s->breaker, &s->paragraph, &limits);
    for (size_t i = 0; i < s->breaker.lines.count; i++) {
        const struct line_span *line = &s->breaker.lines.items[i];
        buf_puts(&out, i ? "/" : "");
        buf_add(&out, s->paragraph.text + line->from, line->to - line->from);
    }
    return out.data;
}

static struct line_limits ragged(double measure)
{
    return (struct line_limits){.first = measure, .rest = measure, .em = 10};
}

Test(layout_line, breaks_at_spaces_and_leaves_them_out)
{
    struct setting s = set("aa bb cc dd", "... .. .. .|");
    cr_assert_str_eq(lines(&s, ragged(50)), "aa bb/cc dd");
    cr_assert_str_eq(lines(&s, ragged(110)), "aa bb cc dd");
}

Test(layout_line, a_line_is_never_longer_than_its_measure)
{
    struct setting s = set("aabbbccccddee", "..w..w...w.w.|");
    for (double measure = 40; measure <= 140; measure += 5) {
        lines(&s, ragged(measure));
        for (size_t i = 0; i < s.breaker.lines.count; i++)
            cr_assert_leq(10.0 * (double)(s.breaker.lines.items[i].to - s.breaker.lines.items[i].from), measure);
    }
}

Test(layout_line, first_line_has_its_own_measure)
{
    struct setting s = set("aa bb cc dd", "... .. .. .|");
    struct line_limits limits = {.first = 20, .rest = 80, .em = 10};
    cr_assert_str_eq(lines(&s, limits), "aa/bb cc dd");
}

Test(layout_line, forced_line_ends_are_kept)
{
    struct setting s = set("aa\nbb\n\ncc", "...|..||.|");
    cr_assert_str_eq(lines(&s, ragged(100)), "aa/bb//cc");
}

Test(layout_line, soft_breaks_only_where_a_line_would_overflow)
{
    struct setting fits = set("aaaabbbb cc", "....s.... .|");
    cr_assert_str_eq(lines(&fits, ragged(80)), "aaaabbbb/cc");
    struct setting narrow = set("aaaabbbb cc", "....s.... .|");
    cr_assert_str_eq(lines(&narrow, ragged(60)), "aaaa/bbbb/cc");
}

Test(layout_line, soft_breaks_are_not_taken_to_fill_lines_better)
{
    struct setting s = set("aa bbbbcccc", "... ...s...|");
    cr_assert_str_eq(lines(&s, ragged(80)), "aa/bbbbcccc");
}

Test(layout_line, forced_breaks_come_last)
{
    struct setting s = set("aaaaaaaa bb", ".fffffff. .|");
    const char *result = lines(&s, ragged(50));
    cr_assert_str_eq(result, "aaaa/aaaa/bb", "%s", result);
    bool forced = false;
    for (size_t i = 0; i < s.breaker.lines.count; i++)
        forced |= s.breaker.lines.items[i].end == TEXT_BREAK_FORCED;
    cr_assert(forced);
}

Test(layout_line, what_cannot_be_broken_stands_alone)
{
    struct setting s = set("aaaaaaaa bb", "......... .|");
    cr_assert_str_eq(lines(&s, ragged(50)), "aaaaaaaa/bb");
}

Test(layout_line, the_whole_paragraph_is_looked_at)
{
    /* First fit would strand "c" between two full lines. */
    struct setting s = set("aaaa bbbb c dddddddddd", "..... .... . .........|");
    cr_assert_str_eq(lines(&s, ragged(100)), "aaaa/bbbb c/dddddddddd");
}

Test(layout_line, titles_have_lines_of_one_length)
{
    struct setting s = set("aa bb cc dd", "... .. .. .|");
    struct line_limits limits = ragged(80);
    cr_assert_str_eq(lines(&s, limits), "aa bb cc/dd");
    limits.balance = true;
    cr_assert_str_eq(lines(&s, limits), "aa bb/cc dd");
}

Test(layout_line, nothing_is_one_empty_line)
{
    struct setting s = set("", "|");
    lines(&s, ragged(50));
    cr_assert_eq(s.breaker.lines.count, 1);
    cr_assert_eq(s.breaker.lines.items[0].to, 0);
}

Test(layout_line, gaps_count_clusters_and_spaces)
{
    /* "ที่ นี้" with U+200B before the space: two clusters, a space, two clusters less one mark each. */
    const char *text = "ที่\xe2\x80\x8b นี้";
    struct line_gaps gaps = line_gaps(text, 0, strlen(text));
    cr_assert_eq(gaps.spaces, 1);
    cr_assert_eq(gaps.clusters, 3);
}

Test(layout_line, a_long_word_takes_linear_time)
{
    enum { LENGTH = 200000 };
    struct arena *arena = test_layout_arena();
    char *text = arena_alloc(arena, LENGTH + 1), *classes = arena_alloc(arena, LENGTH + 2);
    memset(text, 'a', LENGTH);
    memset(classes, 'f', LENGTH + 1);
    classes[0] = '.';
    classes[LENGTH] = '|';
    struct setting s = set(text, classes);
    struct line_limits limits = ragged(700);
    line_break(&s.breaker, &s.paragraph, &limits);
    cr_assert_eq(s.breaker.lines.count, (LENGTH + 69) / 70);
}
