#include "test_support.h"

#include "json/json.h"

struct reading {
    struct value *tree;
    struct diags diags;
    const char *findings;
};

static struct reading read_bytes(struct arena *arena, const char *text, size_t length, struct json_limits limits)
{
    struct source *source = arena_new_of(arena, struct source);
    struct reading reading = {.diags = diags_init(arena)};
    *source = (struct source){.name = "f", .text = text, .length = length};
    reading.tree = json_read(arena, source, limits, &reading.diags);
    reading.findings = test_findings(&reading.diags);
    return reading;
}

static struct reading read_text(struct arena *arena, const char *text)
{
    return read_bytes(arena, text, strlen(text), JSON_LIMITS_DEFAULT);
}

static void assert_findings(const char *text, const char *findings)
{
    struct arena *arena = test_arena();
    struct reading reading = read_text(arena, text);
    cr_expect_null(reading.tree, "%s is accepted", text);
    cr_expect_str_eq(reading.findings, findings, "%s:\n%sexpected\n%s", text, reading.findings, findings);
    arena_free(arena);
}

/* ---- what is accepted ------------------------------------------------------------------------------------------- */

Test(json, gives_values_their_kinds_digits_and_places)
{
    struct arena *arena = test_arena();
    struct value *tree = test_json(arena, " {\"a\": [1.50, -0, 2e3, true, false, null, \"ก\\u0e02\"],\n \"\": {}}");
    struct value *list = value_member(tree, "a");
    cr_assert_eq(tree->kind, VALUE_OBJECT);
    cr_assert_eq(tree->count, 2);
    cr_assert_eq(tree->offset, 1);
    cr_assert_eq(list->count, 7);
    cr_assert_eq(list->key_offset, 2);
    cr_assert_eq(list->offset, 7);
    cr_assert_str_eq(list->items[0]->text, "1.50");
    cr_assert(list->items[0]->exact && list->items[0]->number.units == 150 && list->items[0]->number.places == 2);
    cr_assert_str_eq(list->items[1]->text, "-0");
    cr_assert(list->items[2]->exact && list->items[2]->number.units == 2000);
    cr_assert(list->items[3]->kind == VALUE_BOOL && list->items[3]->truth);
    cr_assert(list->items[4]->kind == VALUE_BOOL && !list->items[4]->truth);
    cr_assert_eq(list->items[5]->kind, VALUE_NULL);
    cr_assert_str_eq(list->items[6]->text, "กข");
    cr_assert_eq(list->items[6]->parent, list);
    cr_assert_eq(list->items[6]->index, 6);
    cr_assert_eq(tree->items[1]->kind, VALUE_OBJECT);
    cr_assert_str_eq(tree->items[1]->key, "");
    cr_assert_str_eq(value_pointer(arena, list->items[2]), "/a/2");
    arena_free(arena);
}

Test(json, accepts_all_that_the_standard_allows)
{
    static const char *const texts[] = {
        "0",
        "-0",
        "-1",
        "0.1",
        "1e5",
        "1E-5",
        "1e+0",
        "123.456e-789",
        "\"\"",
        "true",
        "null",
        "[]",
        "{}",
        " [ ] ",
        "\t\r\n{ }\n",
        "[[[[]]]]",
        "{\"a\":{}}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u00e9\\ud83d\\ude00\"",
        "\"\\uFFFF\\uDBFF\\uDFFF\"",
        "\"\x7f\"",
        "\"\xf4\x8f\xbf\xbf\"",
        "\"\xe2\x80\xa8\"",
        "[1,2 ,3\n]",
        "{\"a\":1,\"A\":2}",
        "{\"a\":1,\"b\":1}",
        "\xef\xbb\xbf{}",
        "[1.7e308]",
        "\"\\\\u0000\"",
        "\"// no comment\"",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        "[100000000000000000000000000000000000000000000000000000000000000000000000000000000000000]",
        "[\"\\u000a\"]",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena *arena = test_arena();
        struct reading reading = read_text(arena, texts[i]);
        cr_expect_not_null(reading.tree, "%s: %s", texts[i], reading.findings);
        cr_expect_str_empty(reading.findings);
        arena_free(arena);
    }
}

Test(json, keeps_digits_that_no_double_or_decimal_holds)
{
    struct arena *arena = test_arena();
    struct value *list =
        test_json(arena, "[0.1234567, 12345678901234567890,\n"
                         "-1.0000000000000000000000000000000000000000000000000000000000000000000001, 7]");
    cr_assert_str_eq(list->items[0]->text, "0.1234567");
    cr_assert_not(list->items[0]->exact);
    cr_assert_str_eq(list->items[1]->text, "12345678901234567890");
    cr_assert_not(list->items[1]->exact);
    cr_assert_str_eq(list->items[2]->text, "-1.0000000000000000000000000000000000000000000000000000000000000000000001");
    cr_assert_str_eq(list->items[3]->text, "7");
    cr_assert_eq(list->items[3]->number.units, 7);
    arena_free(arena);
}

Test(json, takes_a_tree_as_deep_as_the_limit_and_no_deeper)
{
    struct arena *arena = test_arena();
    struct json_limits limits = {.depth = 3, .bytes = 100};
    cr_assert_not_null(read_bytes(arena, "[[[]],[{}]]", 11, limits).tree);
    struct reading deep = read_bytes(arena, "[[[[]]]]", 8, limits);
    cr_assert_null(deep.tree);
    cr_assert_str_eq(deep.findings, "f:1:4: more than 3 lists and objects inside each other\n");
    arena_free(arena);
}

Test(json, bounds_depth_even_without_a_limit)
{
    struct arena *arena = test_arena();
    enum { DEPTH = 100000 };
    char *text = arena_alloc(arena, DEPTH);
    memset(text, '[', DEPTH);
    struct reading reading = read_bytes(arena, text, DEPTH, (struct json_limits){.depth = DEPTH, .bytes = DEPTH});
    cr_assert_null(reading.tree);
    cr_assert_str_eq(reading.findings, "f:1:901: more than 900 lists and objects inside each other\n");
    memset(text + 900, ']', 900);
    cr_assert_not_null(read_bytes(arena, text, 1800, (struct json_limits){.depth = DEPTH, .bytes = DEPTH}).tree);
    arena_free(arena);
}

Test(json, refuses_more_bytes_than_allowed)
{
    struct arena *arena = test_arena();
    struct reading reading = read_bytes(arena, "[1, 2]", 6, (struct json_limits){.depth = 3, .bytes = 5});
    cr_assert_null(reading.tree);
    cr_assert_str_eq(reading.findings, "f:1:1: the file has 6 bytes, more than the 5 allowed\n");
    arena_free(arena);
}

/* ---- what is refused -------------------------------------------------------------------------------------------- */

/* The place of the first finding tells that the right thing was seen. */
struct refusal {
    const char *text;
    const char *place;
};

Test(json, refuses_all_that_the_standard_does_not_allow)
{
    static const struct refusal refusals[] = {
        {"[1 true]", "1:3"},
        {"[a]", "1:2"},
        {"[\"\": 1]", "1:4"},
        {"[\"\"],", "1:5"},
        {"[,1]", "1:2"},
        {"[1,,2]", "1:4"},
        {"[\"x\",,]", "1:6"},
        {"[\"x\"]]", "1:6"},
        {"[\"\",]", "1:4"},
        {"[\"x\"", "1:5"},
        {"[x", "1:2"},
        {"[3[4]]", "1:3"},
        {"[1:2]", "1:3"},
        {"[,]", "1:2"},
        {"[-]", "1:2"},
        {"[   , \"\"]", "1:5"},
        {"[\"a\"\n,4\n,1,", "3:4"},
        {"[1,]", "1:3"},
        {"[1,,]", "1:4"},
        {"[*]", "1:2"},
        {"[\"\"", "1:4"},
        {"[1,\n1\n,1", "3:3"},
        {"[{}", "1:4"},
        {"[fals]", "1:2"},
        {"[nul]", "1:2"},
        {"[tru]", "1:2"},
        {"[++1234]", "1:2"},
        {"[+1]", "1:2"},
        {"[+Inf]", "1:2"},
        {"[-01]", "1:2"},
        {"[-1.0.]", "1:2"},
        {"[-2.]", "1:2"},
        {"[-NaN]", "1:2"},
        {"[.-1]", "1:2"},
        {"[.2e-3]", "1:2"},
        {"[0.1.2]", "1:2"},
        {"[0.3e+]", "1:2"},
        {"[0.3e]", "1:2"},
        {"[0.e1]", "1:2"},
        {"[0E+]", "1:2"},
        {"[0E]", "1:2"},
        {"[1.0e+]", "1:2"},
        {"[1.0e-]", "1:2"},
        {"[1.0e]", "1:2"},
        {"[1 000.0]", "1:3"},
        {"[1eE2]", "1:2"},
        {"[2.e3]", "1:2"},
        {"[9.e+]", "1:2"},
        {"[Inf]", "1:2"},
        {"[NaN]", "1:2"},
        {"[\xef\xbc\x91]", "1:2"},
        {"[1+2]", "1:2"},
        {"[0x1]", "1:2"},
        {"[Infinity]", "1:2"},
        {"[-Infinity]", "1:2"},
        {"[-foo]", "1:2"},
        {"[- 1]", "1:2"},
        {"[-012]", "1:2"},
        {"[-.123]", "1:2"},
        {"[-1x]", "1:2"},
        {"[1ea]", "1:2"},
        {"[1.]", "1:2"},
        {"[.123]", "1:2"},
        {"[1.2a-3]", "1:2"},
        {"[012]", "1:2"},
        {"[1e999]", "1:2"},
        {"[-1e309]", "1:2"},
        {"[123456e999999999999999999999]", "1:2"},
        {"{\"x\", null}", "1:5"},
        {"{\"x\"::\"b\"}", "1:6"},
        {"{[: \"x\"}\n", "1:2"},
        {"{\"a\":1 b}", "1:8"},
        {"{\"a\" b}", "1:6"},
        {"{:\"b\"}", "1:2"},
        {"{\"a\" \"b\"}", "1:5"},
        {"{\"a\":", "1:6"},
        {"{\"a\"", "1:5"},
        {"{1:1}", "1:2"},
        {"{9999E9999:1}", "1:2"},
        {"{null:null}", "1:2"},
        {"{\"id\":0,,,,,}", "1:9"},
        {"{'a':0}", "1:2"},
        {"{\"id\":0,}", "1:8"},
        {"{\"a\":\"b\"}/**/", "1:10"},
        {"{\"a\":\"b\"}//", "1:10"},
        {"{\"a\":/*x*/\"b\"}", "1:6"},
        {"{\"a\":\"b\",,\"c\":\"d\"}", "1:10"},
        {"{a: \"b\"}", "1:2"},
        {"{\"a\":\"a", "1:8"},
        {"{ \"foo\" : \"bar\", \"a\" }", "1:22"},
        {"{\"a\":\"b\"}#", "1:10"},
        {" ", "1:1"},
        {"", "1:1"},
        {"[\"\\uD800\\\"]", "1:3"},
        {"[\"\\uD800\\u\"]", "1:3"},
        {"[\"\\uD800\\u1x\"]", "1:3"},
        {"[\"\\uDC00\"]", "1:3"},
        {"[\"\\uD800\\uD800\"]", "1:3"},
        {"[\"\\x00\"]", "1:3"},
        {"[\"\\\\\\\"]", "1:8"},
        {"[\"\\\t\"]", "1:3"},
        {"[\"\\", "1:3"},
        {"[\"\\u00A\"]", "1:3"},
        {"[\"\\a\"]", "1:3"},
        {"[\"\\uqqqq\"]", "1:3"},
        {"[\"\\U0041\"]", "1:3"},
        {"[\\u0020\"asd\"]", "1:2"},
        {"[\\n]", "1:2"},
        {"\"", "1:2"},
        {"['x']", "1:2"},
        {"abc", "1:1"},
        {"[\"\\", "1:3"},
        {"[\"new\nline\"]", "1:6"},
        {"[\"\t\"]", "1:3"},
        {"\"\\u0000\"", "1:2"},
        {"<.>", "1:1"},
        {"[<null>]", "1:2"},
        {"[1]x", "1:4"},
        {"[1]]", "1:4"},
        {"[\"asd]", "1:7"},
        {"a\xc3\xa5", "1:1"},
        {"[True]", "1:2"},
        {"1]", "1:2"},
        {"{\"x\": true,", "1:12"},
        {"[][]", "1:3"},
        {"]", "1:1"},
        {"[", "1:2"},
        {"{", "1:2"},
        {"[\"a", "1:4"},
        {"{]", "1:2"},
        {"{\"a", "1:4"},
        {"{'a'", "1:2"},
        {"[\"\\{[\"\\{[\"", "1:3"},
        {"*", "1:1"},
        {"{\"a\":\"b\"}#{}", "1:10"},
        {"[\\u000A\"\"]", "1:2"},
        {"[1", "1:3"},
        {"[ false, nul", "1:10"},
        {"[ true, fals", "1:9"},
        {"{\"asd\":\"asd\"", "1:13"},
        {"\xc3\xa5", "1:1"},
        {"[\xe2\x81\xa0]", "1:2"},
        {"\xef\xbb\xbf", "1:1"},
        {"[\f]", "1:2"},
        {"[\xc2\xa0]", "1:2"},
        {"{\"a\":1 \"b\":2}", "1:7"},
        {"{\"a\":1;\"b\":2}", "1:7"},
        {"[1;2]", "1:3"},
        {"{\"a\"=1}", "1:5"},
        {"{\"a\":}", "1:6"},
        {"tru", "1:1"},
        {"nullx", "1:1"},
        {"truefalse", "1:1"},
        {"--1", "1:1"},
        {"{\"a\":1}}", "1:8"},
        {"\xe2\x80\x9c"
         "a\"",
         "1:1"},
    };
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct arena *arena = test_arena();
        struct reading reading = read_text(arena, refusals[i].text);
        const char *wanted = arena_printf(arena, "f:%s: ", refusals[i].place);
        cr_expect_null(reading.tree, "%s is accepted", refusals[i].text);
        cr_expect_eq(strncmp(reading.findings, wanted, strlen(wanted)), 0, "%s: %s expected at %s", refusals[i].text,
                     reading.findings, refusals[i].place);
        arena_free(arena);
    }
}

Test(json, refuses_bytes_that_are_no_text)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *place;
    } rows[] = {
        {"[\"a\0b\"]", 7, "1:4"},
        {"\0", 1, "1:1"},
        {"[1]\0", 4, "1:4"},
        {"[\0]", 3, "1:1"},
        {"123\0", 4, "1:4"},
        {"[\"\xff\"]", 5, "1:3"},
        {"[\"\xc0\xaf\"]", 6, "1:3"},
        {"[\"\xed\xa0\x80\"]", 7, "1:3"},
        {"[\"\xf4\xbf\xbf\xbf\"]", 8, "1:3"},
        {"[\"\xe0\xb8", 4, "1:3"},
        {"[\xe9]", 3, "1:2"},
        {"[\"\x1f\"]", 5, "1:3"},
        {"\x1b", 1, "1:1"},
        {"[1\xe5]", 4, "1:2"},
        {"[\x80]", 3, "1:2"},
        {"{\"\xb9\":\"0\",}", 11, "1:3"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = test_arena();
        struct reading reading = read_bytes(arena, rows[i].bytes, rows[i].length, JSON_LIMITS_DEFAULT);
        const char *wanted = arena_printf(arena, "f:%s: ", rows[i].place);
        cr_expect_null(reading.tree, "row %zu is accepted", i);
        cr_expect_eq(strncmp(reading.findings, wanted, strlen(wanted)), 0, "row %zu: %s", i, reading.findings);
        arena_free(arena);
    }
}

Test(json, reports_all_slips_that_leave_the_structure_readable)
{
    assert_findings(
        "{\n \"a\": 01,\n \"b\": 'x'\n \"c\": [1,],\n \"d\": \"\\q\\ud800\"\n}",
        "f:2:7: 01 begins with 0; expected a number without leading zeros "
        "(there are no separators between thousands either: 50000)\n"
        "f:3:7: a single quotation mark (U+0027); expected the plain mark \"\n"
        "f:3:10: a comma is missing; expected \",\" or \"}\"\n"
        "f:4:9: a comma behind the last element (leave it out)\n"
        "f:5:8: unknown escape, a backslash before \"q\"; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX "
        "(a backslash itself is written \\\\)\n"
        "f:5:10: half of a surrogate pair: \\ud800; expected a pair such as \\ud83d\\ude00\n");
}

Test(json, stops_where_more_would_be_guessing)
{
    assert_findings("{\"a\": [1, 2}, \"b\": 01}",
                    "f:1:12: \"}\" inside the list that begins in line 1; expected \",\" or \"]\"\n");
    assert_findings("{\"a\": \"x,\n\"b\": 01}",
                    "f:1:10: a text is still open at the end of its line; expected a closing \" "
                    "(a line end inside a text is written \\n)\n");
    assert_findings("{\n\"a\": [1,\n2",
                    "f:3:2: the file ends inside the list that begins in line 2; expected \",\" or \"]\"\n");
}

Test(json, gives_advice_for_what_office_programs_make)
{
    assert_findings("{\"a\": “ข้อความ”}", "f:1:7: a curly quotation mark (U+201C); expected the plain mark \" "
                                         "(word processors change quotation marks: use a plain text editor)\n");
    assert_findings("{\"a\": \"x”\n}", "f:1:10: a text is still open at the end of its line; expected a closing \" "
                                       "(it has a curly quotation mark, which closes nothing: write \")\n");
    assert_findings("{\"y\": ๒๕๖๖}", "f:1:7: ๒๕๖๖ is written in Thai digits; expected digits 0-9 "
                                     "(write 2566; the member \"digits\" chooses what the report shows)\n");
    assert_findings("{\"b\": 50,000, \"c\": 1}", "f:1:10: a number where a member's name is expected "
                                                 "(numbers have no separators between thousands: 50000)\n");
    assert_findings("{\"b\": สพป. เขต 1}", "f:1:7: สพป. เขต 1 stands without quotation marks (write \"สพป. เขต 1\")\n");
    assert_findings("{\"a\": \"he said \"no\" twice\"}",
                    "f:1:17: unexpected \"n\" behind a value; expected \",\" or \"}\" "
                    "(a quotation mark inside a text is written \\\")\n");
    assert_findings("[–5]", "f:1:2: –5 begins with a dash (the minus sign is -)\n");
}

Test(json, tells_other_encodings_and_other_files_apart)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *what;
    } rows[] = {
        {"\xff\xfe{\0}\0", 6, "UTF-16"},
        {"{\0}\0", 4, "UTF-16"},
        {"\0{\0}", 4, "UTF-16"},
        {"\xfe\xff\0{", 4, "UTF-16"},
        {"\xff\xfe\0\0{\0\0\0", 8, "UTF-32"},
        {"{\"a\": \"\xca\xd3\xb9\xd1\xa1\xa7\xd2\xb9\xe0\xa2\xb5\"}", 20, "Windows-874"},
        {"%PDF-1.4", 8, "a PDF"},
        {"PK\003\004....", 8, "a ZIP archive"},
        {"\x89PNG\r\n", 6, "a picture"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = test_arena();
        struct reading reading = read_bytes(arena, rows[i].bytes, rows[i].length, JSON_LIMITS_DEFAULT);
        cr_expect_null(reading.tree);
        cr_expect_eq(reading.diags.list.count, 1, "row %zu: %s", i, reading.findings);
        cr_expect_not_null(strstr(reading.findings, rows[i].what), "row %zu: %s", i, reading.findings);
        arena_free(arena);
    }
}

Test(json, does_not_take_one_damaged_byte_for_another_encoding)
{
    assert_findings("{\"a\": \"สำนัก\xe0\xb8งาน\"}", "f:1:13: invalid UTF-8 in a text: byte 0xE0; expected UTF-8 "
                                                    "(the file was damaged or pasted together)\n");
}

Test(json, refuses_duplicate_members_however_they_are_written)
{
    assert_findings("{\"a\":1,\n\"b\":{\"x\":0,\"y\":1,\n\"\\u0078\":2,\"x\":3},\"a\":4}",
                    "f:3:1 /b/x: \"x\" stands twice in one object, first in line 2\n"
                    "f:3:12 /b/x: \"x\" stands twice in one object, first in line 2\n"
                    "f:3:19 /a: \"a\" stands twice in one object, first in line 1\n");
}

Test(json, counts_findings_without_end_but_keeps_so_many)
{
    struct arena *arena = test_arena();
    struct buf text = buf_init(arena);
    buf_putc(&text, '[');
    for (int i = 0; i < 5000; i++)
        buf_puts(&text, "01,");
    buf_puts(&text, "1]");
    struct reading reading = read_text(arena, text.data);
    cr_assert_null(reading.tree);
    cr_assert_eq(reading.diags.list.count, DIAGS_MAX);
    arena_free(arena);
}

/* ---- places ----------------------------------------------------------------------------------------------------- */

Test(json, finds_the_place_of_each_byte_of_a_text)
{
    struct arena *arena = test_arena();
    struct value *list = test_json(arena, "[\"a\\nข\\u0e02\\ud83d\\ude00z\"]");
    const struct value *text = list->items[0]; /* a, \n, 3 bytes, 3 bytes, 4 bytes, z */
    static const struct {
        size_t at, place;
    } rows[] = {{0, 2}, {1, 3}, {2, 5}, {5, 8}, {8, 14}, {12, 26}, {13, 27}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(json_text_place(text, rows[i].at), rows[i].place, "byte %zu: %zu", rows[i].at,
                     json_text_place(text, rows[i].at));
    cr_expect_eq(json_text_place(text, 1000), 27);
    cr_expect_eq(json_text_place(list, 3), 0);
    arena_free(arena);
}

Test(json, leaves_nothing_behind_when_memory_runs_out)
{
    jmp_buf escape;
    struct arena *volatile arena = NULL;
    volatile int escapes = 0;
    static const char text[] = "{\"a\": [1, 2, {\"b\": \"text\"}], \"c\": [[[[\"x\", 0.5]]]]}";
    for (volatile size_t limit = 64; limit < 8192; limit += 48) {
        arena = arena_new(&escape, limit);
        if (setjmp(escape) == 0) {
            struct diags diags = diags_init(arena);
            struct source source = {.name = "f", .text = text, .length = sizeof text - 1};
            cr_assert_not_null(json_read(arena, &source, JSON_LIMITS_DEFAULT, &diags));
        } else {
            escapes++;
        }
        arena_free(arena);
    }
    cr_assert_gt(escapes, 10);
    cr_assert_lt(escapes, 165);
}
