#include "test_support.h"

#include "base/utf8.h"

/* ---- arena ------------------------------------------------------------------------------------------------------ */

static void note_close(void *handle)
{
    char **log = handle;
    *(*log)++ = '!';
}

Test(arena, runs_deferred_calls_last_first_and_once)
{
    char log[4] = "", *first = log;
    struct arena *arena = test_arena();
    arena_defer(arena, note_close, &first);
    arena_defer(arena, note_close, &first);
    cr_assert_str_eq(log, "");
    arena_free(arena);
    cr_assert_str_eq(log, "!!");
}

Test(arena, blocks_are_zeroed_aligned_and_apart)
{
    struct arena *arena = test_arena();
    unsigned char *last = NULL;
    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        unsigned char *block = arena_alloc(arena, size);
        cr_assert_eq((size_t)block % 16, 0);
        for (size_t i = 0; i < size; i++)
            cr_assert_eq(block[i], 0);
        memset(block, 0xff, size);
        cr_assert_neq(block, last);
        last = block;
    }
    arena_free(arena);
}

Test(arena, escapes_at_its_limit_and_on_absurd_sizes)
{
    static jmp_buf escape;
    volatile int escapes = 0;
    struct arena *arena = arena_new(&escape, 1000);
    if (setjmp(escape) == 0)
        for (;;)
            arena_alloc(arena, 100);
    escapes++;
    cr_assert_leq(arena_used(arena), 1000);
    if (setjmp(escape) == 0)
        arena_array(arena, int, (size_t)-1 / 2);
    else
        escapes++;
    cr_assert_eq(escapes, 2);
    arena_free(arena);
}

Test(arena, closes_at_once_what_it_cannot_remember)
{
    static jmp_buf escape;
    char log[2] = "", *first = log;
    struct arena *arena = arena_new(&escape, 1);
    if (setjmp(escape) == 0)
        arena_defer(arena, note_close, &first);
    cr_assert_str_eq(log, "!");
    arena_free(arena);
    cr_assert_str_eq(log, "!");
}

Test(arena, lists_keep_their_items_while_growing)
{
    struct arena *arena = test_arena();
    LIST(int) list = {0};
    for (int i = 0; i < 1000; i++)
        *list_add(arena, &list) = i;
    cr_assert_eq(list.count, 1000);
    for (int i = 0; i < 1000; i++)
        cr_assert_eq(list.items[i], i);
    arena_free(arena);
}

/* ---- buffers and UTF-8 ------------------------------------------------------------------------------------------ */

Test(buf, writes_numbers_without_exponent_and_trailing_zeros)
{
    struct arena *arena = test_arena();
    static const struct {
        double number;
        int places;
        const char *text;
    } cases[] = {{0, 2, "0"},         {-0.001, 2, "0"},      {1.5, 2, "1.5"},     {-1.255, 1, "-1.3"},
                 {100, 3, "100"},     {0.05, 2, "0.05"},     {-0.25, 2, "-0.25"}, {123456.789, 3, "123456.789"},
                 {2.0000004, 6, "2"}, {595.276, 2, "595.28"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = buf_init(arena);
        buf_number(&out, cases[i].number, cases[i].places);
        cr_expect_str_eq(out.data, cases[i].text);
    }
    arena_free(arena);
}

Test(buf, escapes_json_strings)
{
    struct arena *arena = test_arena();
    struct buf out = buf_init(arena);
    buf_json(&out, "ก\"\\\n\x01");
    buf_json(&out, NULL);
    cr_assert_str_eq(out.data, "\"ก\\\"\\\\\\n\\u0001\"null");
    arena_free(arena);
}

Test(utf8, round_trips_every_code_point)
{
    char bytes[4];
    for (uint32_t code = 0; code < 0x110000; code++) {
        if (code >= 0xd800 && code < 0xe000)
            continue;
        size_t read, written = utf8_encode(code, bytes);
        cr_assert_eq(utf8_decode(bytes, written, &read), code);
        cr_assert_eq(read, written);
        cr_assert(!utf8_valid_at(bytes, written - 1) || written == 1);
    }
}

Test(utf8, refuses_what_is_not_shortest_form_or_no_character)
{
    static const char *const bad[] = {"\x80",         "\xc0\x80",         "\xc1\xbf",         "\xe0\x80\x80",
                                      "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe0\xb8",
                                      "\xff",         "\xe0\xb8\x41"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t size;
        cr_expect_eq(utf8_first_invalid(bad[i], strlen(bad[i])), 0, "case %zu", i);
        cr_expect_eq(utf8_decode(bad[i], strlen(bad[i]), &size), 0xfffd);
        cr_expect_eq(size, 1);
    }
    cr_assert_eq(utf8_first_invalid("กa\xe0", 5), 4);
    cr_assert_eq(utf8_count("กa๙", 7), 3);
}

/* ---- exact numbers ---------------------------------------------------------------------------------------------- */

static struct decimal number(const char *text)
{
    struct decimal out;
    cr_assert(decimal_parse(text, strlen(text), &out), "%s", text);
    return out;
}

Test(decimal, reads_what_json_can_say)
{
    static const struct {
        const char *text;
        int64_t units;
        int places;
    } cases[] = {{"0", 0, 0},       {"97.75", 9775, 2},        {"94.30", 9430, 2},
                 {"-0.42", -42, 2}, {"1e2", 100, 0},           {"1.5E+1", 15, 0},
                 {"12e-1", 12, 1},  {"1.0000000", 1000000, 6}, {"0.000001", 1, 6},
                 {"0e99", 0, 0},    {"100", 100, 0},           {"999999999999999999", 999999999999999999, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal out = number(cases[i].text);
        cr_expect_eq(out.units, cases[i].units, "%s", cases[i].text);
        cr_expect_eq(out.places, cases[i].places, "%s", cases[i].text);
    }
}

Test(decimal, refuses_what_it_cannot_hold)
{
    static const char *const bad[] = {"", "-", "1e999", "1e18", "0.0000001", "1.2.3", "9999999999999999999", "1e", "x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct decimal out;
        cr_expect_not(decimal_parse(bad[i], strlen(bad[i]), &out), "%s", bad[i]);
    }
}

Test(decimal, compares_over_different_places)
{
    cr_assert_eq(decimal_compare(number("95"), number("95.00")), 0);
    cr_assert_eq(decimal_compare(number("94.99"), number("95")), -1);
    cr_assert_eq(decimal_compare(number("-1"), number("-1.5")), 1);
    cr_assert_eq(decimal_compare(number("999999999999999999"), number("0.000001")), 1);
}

Test(decimal, rounds_half_up_and_exactly)
{
    static const struct {
        int64_t num, den;
        int places;
        const char *text;
    } cases[] = {{96585, 1000, 2, "96.59"},
                 {-96585, 1000, 2, "-96.59"},
                 {86205, 1000, 2, "86.21"},
                 {2, 3, 2, "0.67"},
                 {1, 3, 0, "0"},
                 {1, 2, 0, "1"},
                 {28415, 1000, 2, "28.42"},
                 {-1, 2, 0, "-1"},
                 {9658499999, 100000000, 2, "96.58"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DECIMAL_TEXT_SIZE];
        decimal_print(ratio_round(ratio_make(cases[i].num, cases[i].den), cases[i].places), text);
        cr_expect_str_eq(text, cases[i].text);
    }
}

Test(decimal, ratios_stay_in_lowest_terms_and_tell_overflow)
{
    bool ok = true;
    struct ratio sum = ratio_add(ratio_make(1, 6), ratio_make(1, 3), &ok);
    cr_assert(ok && sum.num == 1 && sum.den == 2);
    struct ratio quotient = ratio_divide(ratio_make(-3, 4), ratio_make(-9, 2), &ok);
    cr_assert(ok && quotient.num == 1 && quotient.den == 6);
    cr_assert_eq(ratio_compare(ratio_make(-1, 3), ratio_make(-1, 4)), -1);
    ratio_multiply(ratio_make(INT64_MAX, 1), ratio_make(2, 1), &ok);
    cr_assert_not(ok);
    ratio_add(sum, quotient, &ok);
    cr_assert_not(ok, "an overflow is remembered");
}

/* ---- values ----------------------------------------------------------------------------------------------------- */

Test(value, paths_pointers_and_replacement)
{
    struct arena *arena = test_arena();
    struct value *root = test_json(arena, "{\"a/b\": {\"c~d\": [1, {\"e\": \"x\"}]}, \"n\": null}");
    struct value *list = value_member(value_member(root, "a/b"), "c~d");
    cr_assert_str_eq(value_pointer(arena, value_member(list->items[1], "e")), "/a~1b/c~0d/1/e");
    cr_assert_str_eq(value_pointer(arena, root), "");
    cr_assert_null(value_path(root, "a/b.c~d.e"));
    cr_assert_null(value_member(NULL, "x"));
    value_set(arena, root, "n", value_integer_new(arena, -7));
    cr_assert_eq(root->count, 2);
    cr_assert_eq(value_member_integer(root, "n", 0), -7);
    cr_assert_eq(value_member_integer(root, "a/b", 5), 5);
    arena_free(arena);
}

Test(value, a_copy_of_a_copy_points_to_the_first_original)
{
    struct arena *arena = test_arena();
    struct value *root = test_json(arena, "{\"list\": [{\"x\": 1}, {\"x\": 2}]}");
    struct value *once = value_copy(arena, value_member(root, "list")->items[1]);
    struct value *twice = value_copy(arena, once);
    value_set(arena, twice, "extra", value_text_new(arena, "y"));
    cr_assert_eq(once->count, 1);
    cr_assert_str_eq(value_pointer(arena, value_member(twice, "x")), "/list/1/x");
    cr_assert_eq(twice->origin, value_member(root, "list")->items[1]);
    arena_free(arena);
}

Test(value, truth_is_mustaches)
{
    struct arena *arena = test_arena();
    struct value *root = test_json(arena, "[null, false, \"\", [], true, 0, \"x\", [0], {}]");
    for (size_t i = 0; i < root->count; i++)
        cr_expect_eq(value_is_true(root->items[i]), i >= 4, "item %zu", i);
    arena_free(arena);
}

Test(value, dumps_as_json_with_digits_as_written)
{
    struct arena *arena = test_arena();
    struct buf out = buf_init(arena);
    value_dump(&out, test_json(arena, "{\"a\":[94.30,true,null],\"b\":{}}"));
    cr_assert_str_eq(out.data, "{\n  \"a\": [\n    94.30,\n    true,\n    null\n  ],\n  \"b\": {}\n}\n");
    arena_free(arena);
}

/* ---- findings --------------------------------------------------------------------------------------------------- */

Test(diag, sorts_by_place_and_counts_columns_in_code_points)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct source source = {.name = "f.json", .text = "\xef\xbb\xbfกข\nคง", .length = 16};
    struct diag_more more = {.expected = "x", .hint = "y"};
    diag_at(&diags, SEVERITY_WARNING, "b", &source, 13, (struct diag_more){0}, "second");
    diag_at(&diags, SEVERITY_ERROR, "a", &source, 6, more, "first");
    diag_at(&diags, SEVERITY_ERROR, "a", &source, 6, more, "first");
    cr_assert_str_eq(test_findings(&diags), "f.json:1:2: first; expected x (y)\nf.json:2:2: warning: second\n");
    cr_assert_eq(diags.errors, 1);
    arena_free(arena);
}

Test(diag, names_the_pointer_of_the_nearest_value_in_a_file)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct value *root = test_json(arena, "{\"a\": [10]}");
    struct value *facts = value_copy(arena, root);
    struct value *computed = value_set(arena, facts, "sum", value_integer_new(arena, 1));
    diag_value(&diags, SEVERITY_ERROR, "x", value_member(facts, "a")->items[0], (struct diag_more){0}, "given");
    diag_value(&diags, SEVERITY_NOTE, "x", computed, (struct diag_more){0}, "computed");
    cr_assert_str_eq(test_findings(&diags), "test.json:1:1: note: computed\ntest.json:1:8 /a/0: given\n");
    arena_free(arena);
}

Test(diag, stops_collecting_but_goes_on_counting)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    for (int i = 0; i < DIAGS_MAX + 10; i++)
        diag_at(&diags, SEVERITY_ERROR, "x", NULL, 0, (struct diag_more){0}, "finding %d", i);
    diags_sort(&diags);
    cr_assert_eq(diags.list.count, DIAGS_MAX);
    cr_assert_eq(diags.errors, DIAGS_MAX + 10);
    cr_assert(diags.full);
    arena_free(arena);
}

Test(diag, finds_the_nearest_name)
{
    static const char *const names[] = {"score", "scores", "year", "indicators"};
    cr_expect_str_eq(diag_nearest("scroe", names, 4), "score");
    cr_expect_str_eq(diag_nearest("indicator", names, 4), "indicators");
    cr_expect_null(diag_nearest("measure", names, 4));
    cr_expect_null(diag_nearest("ab", names, 4));
}
