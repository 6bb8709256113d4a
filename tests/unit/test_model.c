#include "test_support.h"

#include "model/date.h"
#include "model/model.h"

static struct value *data_file(struct arena *arena, const char *path)
{
    return test_json(arena, test_file(arena, path, NULL));
}

static struct value *core_fields(struct arena *arena)
{
    return data_file(arena, "templates/data/fields.json");
}

static struct value *words(struct arena *arena)
{
    return data_file(arena, "templates/data/words.json");
}

struct reading {
    struct value *model;
    const char *findings;
};

static struct reading read_by(struct arena *arena, struct model_fields fields, const char *json)
{
    struct diags diags = diags_init(arena);
    struct reading reading = {.model = model_read(arena, test_json(arena, json), fields, words(arena), &diags)};
    reading.findings = test_findings(&diags);
    return reading;
}

/* A field list of one's own: `fields` are the members of its "fields". */
static struct model_fields list_of(struct arena *arena, const char *fields)
{
    return (struct model_fields){.core = test_json(arena, arena_printf(arena, "{\"fields\": {%s}}", fields))};
}

static void assert_read(const char *fields, const char *json, const char *findings)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, list_of(arena, fields), json);
    cr_expect_str_eq(reading.findings, findings, "%s:\n%sexpected\n%s", json, reading.findings, findings);
    arena_free(arena);
}

static const char *dump(struct arena *arena, const struct value *value)
{
    struct buf out = buf_init(arena);
    value_dump(&out, value);
    size_t kept = 0;
    for (size_t i = 0; i < out.length; i++) { /* without line ends and indentation */
        if (out.data[i] == '\n')
            i += strspn(out.data + i + 1, " ");
        else
            out.data[kept++] = out.data[i];
    }
    out.data[kept] = '\0';
    return out.data;
}

/* What a member "x" of a description becomes, or its findings. */
static void assert_value(const char *description, const char *json, const char *expected)
{
    struct arena *arena = test_arena();
    struct model_fields fields =
        list_of(arena, arena_printf(arena, "\"x\": {\"th\": \"\", \"en\": \"\", %s}", description));
    struct reading reading = read_by(arena, fields, arena_printf(arena, "{\"x\":%s}", json));
    const char *got = *reading.findings ? reading.findings : dump(arena, value_member(reading.model, "x"));
    cr_expect_str_eq(got, expected, "%s: %s\nexpected %s", json, got, expected);
    arena_free(arena);
}

static const char base[] = "{\"format\": 1, \"template\": \"plain\", \"year\": 2566,"
                           " \"office\": {\"name\": \"สำนักงานทดสอบ\", \"kind\": \"test\"},"
                           " \"results\": {\"total\": 94.30, \"indicators\": [{\"number\": 1, \"score\": 100}]}%s}";

/* ---- the walk --------------------------------------------------------------------------------------------------- */

Test(model, reads_a_small_file_by_the_core_list)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, (struct model_fields){.core = core_fields(arena)},
                                     arena_printf(arena, base, ", \"history\": [{\"score\": 88, \"year\": 2565}]"));
    cr_assert_str_empty(reading.findings);
    const struct value *total = value_path(reading.model, "results.total");
    cr_assert_str_eq(total->text, "94.30");
    cr_assert_str_eq(value_pointer(arena, total), "/results/total");
    cr_assert_eq(value_member(reading.model, "measures")->kind, VALUE_NULL);
    cr_assert_eq(value_member(reading.model, "digits")->kind, VALUE_NULL);
    cr_assert_str_eq(value_member_text(reading.model, "ties", ""), "low-number-first");
    cr_assert_str_eq(dump(arena, value_member(reading.model, "history")),
                     "[{\"year\": 2565,\"score\": 88,\"level\": null,\"delta\": null,\"trend\": null}]");
    arena_free(arena);
}

Test(model, gives_defaults_no_place_and_read_values_theirs)
{
    struct arena *arena = test_arena();
    struct model_fields fields =
        list_of(arena, "\"a\": {\"type\": \"list\", \"of\": \"integer\", \"default\": [7], \"th\": \"\", \"en\": \"\"},"
                       "\"b\": {\"type\": \"integer\", \"th\": \"\", \"en\": \"\"}");
    struct reading reading = read_by(arena, fields, "{\"b\": 1}");
    const struct value *given = value_member(reading.model, "a");
    cr_assert_str_eq(dump(arena, given), "[7]");
    cr_assert_null(given->source);
    cr_assert_null(given->items[0]->origin);
    cr_assert_str_eq(value_pointer(arena, given->items[0]), "/a/0");
    cr_assert_eq(value_member(reading.model, "b")->offset, 6);
    cr_assert_not_null(value_member(reading.model, "b")->origin);
    arena_free(arena);
}

Test(model, takes_null_as_left_out)
{
    assert_value("\"type\": \"text\"", "null", "null");
    assert_value("\"type\": \"integer\", \"default\": 3", "null", "3");
    assert_value("\"type\": \"text\", \"needed\": true", "null", "test.json:1:1: \"x\" is missing; expected text ()\n");
}

Test(model, refuses_what_is_no_object)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, (struct model_fields){.core = core_fields(arena)}, "[]");
    cr_assert_null(reading.model);
    cr_assert_str_eq(reading.findings,
                     "test.json:1:1: a list stands here; expected an object with \"format\", \"template\", "
                     "\"year\", \"office\", \"results\"\n");
    arena_free(arena);
}

Test(model, puts_a_lone_element_in_a_list)
{
    static const char list[] = "\"type\": \"list\", \"of\": \"text\", \"single\": true";
    assert_value(list, "\"a\"", "[\"a\"]");
    assert_value(list, "[\"a\",\"b\"]", "[\"a\",\"b\"]");
    assert_value(list, "{}",
                 "test.json:1:6 /x: an object stands here; expected a list of texts (put it between [ and ])\n");
    assert_value("\"type\": \"list\", \"of\": \"text\"", "\"a\"",
                 "test.json:1:6 /x: \"a\" is text; expected a list of texts (put it between [ and ])\n");
}

Test(model, takes_a_text_for_an_object_that_may_be_brief)
{
    static const char object[] = "\"type\": \"list\", \"of\": {\"type\": \"object\", \"brief\": \"t\", \"members\": {"
                                 "\"t\": {\"type\": \"text\", \"needed\": true, \"th\": \"\", \"en\": \"\"},"
                                 "\"n\": {\"type\": \"integer\", \"default\": 1, \"th\": \"\", \"en\": \"\"}}}";
    assert_value(object, "[\"a\", {\"t\": \"b\", \"n\": 2}]", "[{\"t\": \"a\",\"n\": 1},{\"t\": \"b\",\"n\": 2}]");
    assert_value(object, "[5]", "test.json:1:7 /x/0: 5 is a number; expected text (write \"5\")\n");
    assert_value(object, "[[]]", "test.json:1:7 /x/0: a list stands here; expected a text, or an object with \"t\"\n");
}

Test(model, counts_the_elements_of_a_list)
{
    static const char list[] = "\"type\": \"list\", \"of\": \"integer\", \"min\": 1, \"max\": 2";
    assert_value(list, "[1,2]", "[1,2]");
    assert_value(list, "[]", "test.json:1:6 /x: the list is empty; expected a list of whole numbers, 1 to 2 of them\n");
    assert_value(list, "[1,2,3]",
                 "test.json:1:6 /x: the list has 3 elements; expected a list of whole numbers, 1 to 2 of them\n");
}

Test(model, reads_free_blocks_within_each_other)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(
        arena, (struct model_fields){.core = core_fields(arena)},
        arena_printf(
            arena, base,
            ", \"sections\": [{\"blocks\": [{\"type\": \"list\", \"items\": [\"a\", {\"text\": \"b\","
            " \"items\": [\"c\"]}]}, {\"type\": \"table\", \"rows\": [[\"\", {\"text\": \"d\", \"colspan\": 2}]]}]}]"));
    cr_assert_str_empty(reading.findings);
    const struct value *blocks = value_member(value_member(reading.model, "sections")->items[0], "blocks");
    cr_assert_str_eq(
        dump(arena, blocks->items[0]),
        "{\"type\": \"list\",\"style\": null,\"items\": [{\"text\": \"a\",\"style\": null,\"items\": null},"
        "{\"text\": \"b\",\"style\": null,\"items\": [{\"text\": \"c\",\"style\": null,\"items\": null}]}]}");
    const struct value *row = value_member(blocks->items[1], "rows")->items[0];
    cr_assert_str_eq(dump(arena, row), "[{\"text\": \"\",\"colspan\": 1,\"rowspan\": 1,\"align\": null},"
                                       "{\"text\": \"d\",\"colspan\": 2,\"rowspan\": 1,\"align\": null}]");
    cr_assert_eq(value_member(row->items[0], "text")->kind, VALUE_RICH);
    cr_assert_str_eq(value_pointer(arena, value_member(row->items[0], "text")), "/sections/0/blocks/1/rows/0/0");
    arena_free(arena);
}

Test(model, names_what_was_meant_by_an_unknown_member)
{
    static const char fields[] = "\"score\": {\"type\": \"score\", \"needed\": true, \"th\": \"\", \"en\": \"\"},"
                                 "\"office\": {\"type\": \"object\", \"th\": \"\", \"en\": \"\", \"members\": {"
                                 "\"website\": {\"type\": \"text\", \"th\": \"\", \"en\": \"\"}}}";
    assert_read(fields, "{\"scroe\": 1}",
                "test.json:1:2 /scroe: unknown member; expected one of score, office (did you mean \"score\"?)\n");
    assert_read(fields, "{\"SCORE\": 1}",
                "test.json:1:2 /SCORE: unknown member; expected one of score, office (did you mean \"score\"?)\n");
    assert_read(
        fields, "{\"score\": 1, \"website\": \"x\"}",
        "test.json:1:14 /website: unknown member; expected one of score, office (it is a member of \"office\")\n");
    assert_read(fields, "{\"score\": 1, \"zzz\": null}",
                "test.json:1:14 /zzz: unknown member; expected one of score, office\n");
}

Test(model, stays_quick_and_bounded_with_thousands_of_errors)
{
    struct arena *arena = test_arena();
    struct buf json = buf_init(arena);
    buf_puts(&json, "{\"x\":[");
    for (int i = 0; i < 30000; i++)
        buf_puts(&json, "true,");
    buf_puts(&json, "true]");
    for (int i = 0; i < 30000; i++)
        buf_printf(&json, ",\"y%d\":1", i);
    buf_puts(&json, "}");
    struct model_fields fields =
        list_of(arena, "\"x\": {\"type\": \"list\", \"of\": \"text\", \"th\": \"\", \"en\": \"\"}");
    struct value *tree = test_json(arena, json.data);
    size_t before = arena_used(arena);
    struct diags diags = diags_init(arena);
    model_read(arena, tree, fields, NULL, &diags);
    cr_assert(diags.full);
    cr_assert_eq(diags.list.count, DIAGS_MAX);
    cr_assert_geq(diags.errors, 30001);
    cr_assert_lt(arena_used(arena) - before, 30000 * 400);
    arena_free(arena);
}

/* ---- formats ---------------------------------------------------------------------------------------------------- */

static struct model_fields format_3(struct arena *arena)
{
    const char *list =
        "{\"format\": 3, \"fields\": {"
        "\"format\": {\"type\": \"integer\", \"min\": 1, \"needed\": true, \"th\": \"\", \"en\": \"\"},"
        "\"total\": {\"type\": \"score\", \"needed\": true, \"since\": 2, \"was\": \"sum\", \"th\": \"\", \"en\": "
        "\"\"},"
        "\"rank\": {\"type\": \"integer\", \"needed\": true, \"since\": 3, \"th\": \"\", \"en\": \"\"}}}";
    return (struct model_fields){.core = test_json(arena, list)};
}

Test(model, keeps_reading_files_of_older_formats)
{
    struct arena *arena = test_arena();
    struct reading first = read_by(arena, format_3(arena), "{\"format\": 1, \"sum\": 90.5}");
    cr_assert_str_empty(first.findings);
    cr_assert_str_eq(dump(arena, first.model), "{\"format\": 1,\"total\": 90.5,\"rank\": null}");
    cr_assert_str_eq(value_pointer(arena, value_member(first.model, "total")), "/sum");
    struct reading second = read_by(arena, format_3(arena), "{\"format\": 2, \"total\": 91}");
    cr_assert_str_empty(second.findings);
    cr_assert_str_eq(dump(arena, second.model), "{\"format\": 2,\"total\": 91,\"rank\": null}");
    arena_free(arena);
}

Test(model, holds_new_files_to_the_new_list)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, format_3(arena), "{\"format\": 3, \"sum\": 90}");
    cr_assert_str_eq(
        reading.findings,
        "test.json:1:1: \"rank\" is missing; expected a whole number ()\n"
        "test.json:1:15 /sum: unknown member; expected one of format, total, rank (did you mean \"total\"?)\n");
    arena_free(arena);
}

Test(model, says_nothing_but_that_a_format_is_newer)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, format_3(arena), "{\"future\": [1], \"format\": 4}");
    cr_assert_eq(reading.model->kind, VALUE_OBJECT);
    cr_assert_str_eq(reading.findings, "test.json:1:27 /format: format 4 is not known yet; expected at most 3 "
                                       "(the file was written for a newer version of this program)\n");
    arena_free(arena);
}

Test(model, wants_a_format)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, format_3(arena), "{\"total\": 90, \"rank\": 2}");
    cr_assert_str_eq(reading.findings, "test.json:1:1: \"format\" is missing; expected a whole number from 1 up ()\n");
    arena_free(arena);
}

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

Test(model, keeps_scores_as_they_are_written)
{
    static const char *const scores[] = {"0", "100", "94.30", "0.00", "100.00", "97.7"};
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++)
        assert_value("\"type\": \"score\"", scores[i], scores[i]);
}

Test(model, refuses_scores_out_of_range_or_form)
{
    static const struct {
        const char *json, *what;
    } rows[] = {
        {"100.01", "100.01 is out of range; expected a number from 0 to 100"},
        {"-0.01", "-0.01 is out of range; expected a number from 0 to 100"},
        {"-0", "-0 is out of range; expected a number from 0 to 100"},
        {"97.750", "97.750 has 3 decimals; expected at most 2"},
        {"1e1", "1e1 is written with an exponent; expected a number from 0 to 100"},
        {"12345678901234567890", "12345678901234567890 has too many digits; expected a number from 0 to 100"},
        {"true", "true stands here; expected a number from 0 to 100"},
        {"\"97.75\"", "\"97.75\" is text; expected a number from 0 to 100 "
                      "(write 97.75, with digits 0-9 and without quotation marks)"},
        {"\"๙๗.๗๕ %\"", "\"๙๗.๗๕ %\" is text; expected a number from 0 to 100 "
                        "(write 97.75, with digits 0-9 and without quotation marks)"},
        {"\"AA\"", "\"AA\" is text; expected a number from 0 to 100"},
        {"{}", "an object stands here; expected a number from 0 to 100"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char expected[300];
        snprintf(expected, sizeof expected, "test.json:1:6 /x: %s\n", rows[i].what);
        assert_value("\"type\": \"score\"", rows[i].json, expected);
    }
}

Test(model, reads_whole_numbers_years_and_bounds_of_ones_own)
{
    assert_value("\"type\": \"integer\"", "-5", "-5");
    assert_value("\"type\": \"integer\"", "5.0",
                 "test.json:1:6 /x: 5.0 is not a whole number; expected a whole number\n");
    assert_value("\"type\": \"number\", \"min\": 0.5, \"places\": 3", "0.500", "0.500");
    assert_value("\"type\": \"number\", \"min\": 0.5", "0.4",
                 "test.json:1:6 /x: 0.4 is out of range; expected a number from 0.5 up\n");
    assert_value("\"type\": \"number\", \"max\": 9", "9.1",
                 "test.json:1:6 /x: 9.1 is out of range; expected a number up to 9\n");
    assert_value("\"type\": \"score\", \"max\": 30", "30.01",
                 "test.json:1:6 /x: 30.01 is out of range; expected a number from 0 to 30\n");
    assert_value("\"type\": \"year\"", "2566", "2566");
    assert_value("\"type\": \"year\"", "2023",
                 "test.json:1:6 /x: 2023 is out of range; expected a year of the Buddhist era "
                 "such as 2566 (2023 of the Common Era is 2566)\n");
    assert_value("\"type\": \"year\"", "66",
                 "test.json:1:6 /x: 66 is out of range; expected a year of the Buddhist era "
                 "such as 2566\n");
}

/* ---- texts ------------------------------------------------------------------------------------------------------ */

Test(model, brings_texts_to_normal_form_and_says_so_at_the_place)
{
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"x\": {\"type\": \"rich\", \"th\": \"\", \"en\": \"\"}");
    struct reading reading = read_by(arena, fields, "{\"x\": \"a\\nท\\u0e4dางาน เเผน ะ\xef\x9c\x8a\"}");
    const struct value *text = value_member(reading.model, "x");
    cr_assert_eq(text->kind, VALUE_RICH);
    cr_assert_eq(strncmp(text->text, "a\nทำงาน เเผน", strlen("a\nทำงาน เเผน")), 0);
    cr_assert_not_null(strstr(reading.findings, "test.json:1:12 /x: note: SARA AM in two parts"), "%s",
                       reading.findings);
    cr_assert_not_null(strstr(reading.findings, "/x: note: an old private character"), "%s", reading.findings);
    arena_free(arena);
}

Test(model, leaves_to_the_audit_what_it_cannot_put_right)
{
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"x\": {\"type\": \"text\", \"th\": \"\", \"en\": \"\"}");
    struct reading reading = read_by(arena, fields, "{\"x\": \"ก ่ข เเผน\"}");
    cr_assert_str_eq(value_member_text(reading.model, "x", ""), "ก ่ข เเผน");
    cr_assert_str_eq(reading.findings, "");
    arena_free(arena);
}

Test(model, refuses_empty_texts_where_words_are_needed)
{
    assert_value("\"type\": \"text\"", "\"\"", "null");
    assert_value("\"type\": \"text\", \"needed\": true", "\"\"",
                 "test.json:1:6 /x: the text is empty; expected text\n");
    assert_value("\"type\": \"text\"", "\" \\n\"", "test.json:1:6 /x: the text is empty; expected text\n");
    assert_value("\"type\": \"text\", \"needed\": true, \"empty\": true", "\"\"", "\"\"");
    assert_value("\"type\": \"list\", \"of\": \"text\"", "[\"\"]",
                 "test.json:1:7 /x/0: the text is empty; expected text\n");
}

Test(model, refuses_control_characters_but_line_ends)
{
    assert_value("\"type\": \"text\"", "\"a\\nb\"", "\"a\\nb\"");
    assert_value("\"type\": \"text\"", "\"ab\\tc\"", "test.json:1:9 /x: control character U+0009 (write a space)\n");
    assert_value("\"type\": \"text\"", "\"a\\r\\n\"",
                 "test.json:1:8 /x: control character U+000D (a line end is written \\n)\n");
    assert_value("\"type\": \"text\"", "\"\\u0085\"", "test.json:1:7 /x: control character U+0085\n");
}

Test(model, checks_codes_links_widths_choices_and_truth)
{
    assert_value("\"type\": \"code\"", "\"O24\"", "\"O24\"");
    assert_value("\"type\": \"code\"", "\"10.1\"", "\"10.1\"");
    assert_value(
        "\"type\": \"code\"", "\"O ๒๔\"",
        "test.json:1:6 /x: \"O ๒๔\" is no code; expected a code of Latin letters, digits, \".\", \"_\" and \"-\", "
        "such as \"O24\" (write \"O24\")\n");
    assert_value(
        "\"type\": \"code\"", "\"../x\"",
        "test.json:1:6 /x: \"../x\" is no code; expected a code of Latin letters, digits, \".\", \"_\" and \"-\", "
        "such as \"O24\"\n");
    assert_value("\"type\": \"link\"", "\"https://example.go.th/ita?y=2566\"", "\"https://example.go.th/ita?y=2566\"");
    assert_value(
        "\"type\": \"link\"", "\"example.go.th\"",
        "test.json:1:6 /x: \"example.go.th\" is no web address; expected a web address that begins with https:// or "
        "http:// (write \"https://example.go.th\")\n");
    assert_value(
        "\"type\": \"link\"", "\"javascript://x\"",
        "test.json:1:6 /x: \"javascript://x\" is no web address; expected a web address that begins with https:// or "
        "http://\n");
    assert_value("\"type\": \"list\", \"of\": \"width\"", "[\"auto\", \"40mm\", \"2.5cm\", \"12.5%\", \"60pt\"]",
                 "[\"auto\",\"40mm\",\"2.5cm\",\"12.5%\",\"60pt\"]");
    assert_value("\"type\": \"width\"", "\"0mm\"",
                 "test.json:1:6 /x: \"0mm\" is no width; expected \"auto\", or a width such as "
                 "\"40mm\" or \"20%\"\n");
    assert_value("\"type\": \"choice\", \"values\": [\"thai\", \"arabic\"]", "\"thai\"", "\"thai\"");
    assert_value(
        "\"type\": \"choice\", \"values\": {\"thai\": {}, \"arabic\": {}}", "\"tahi\"",
        "test.json:1:6 /x: \"tahi\" cannot be chosen; expected one of \"thai\", \"arabic\" (did you mean \"thai\"?)\n");
    assert_value("\"type\": \"boolean\"", "true", "true");
    assert_value("\"type\": \"boolean\"", "\"true\"",
                 "test.json:1:6 /x: \"true\" is text; expected true or false (without quotation marks)\n");
}

Test(model, follows_json_pointers)
{
    static const char fields[] = "\"at\": {\"type\": \"pointer\", \"th\": \"\", \"en\": \"\"},"
                                 "\"a/b~\": {\"type\": \"list\", \"of\": \"integer\", \"th\": \"\", \"en\": \"\"}";
    assert_read(fields, "{\"at\": \"/a~1b~0/1\", \"a/b~\": [5, 6]}", "");
    assert_read(fields, "{\"at\": \"\"}", "");
    assert_read(fields, "{\"at\": \"/a~1b~0/01\", \"a/b~\": [5, 6]}",
                "test.json:1:8 /at: nothing in this file is at \"/a~1b~0/01\": there is no \"01\" in \"/a~1b~0\"\n");
    assert_read(fields, "{\"at\": \"/a~1b~0/2\", \"a/b~\": [5, 6]}",
                "test.json:1:8 /at: nothing in this file is at \"/a~1b~0/2\": there is no \"2\" in \"/a~1b~0\"\n");
    assert_read(fields, "{\"at\": \"/at/x\"}",
                "test.json:1:8 /at: nothing in this file is at \"/at/x\": there is no \"x\" in \"/at\"\n");
    assert_read(fields, "{\"at\": \"at\"}",
                "test.json:1:8 /at: \"at\" is no JSON pointer; expected a JSON pointer such as "
                "\"/results/items/0\" (it begins with /)\n");
}

/* ---- names ------------------------------------------------------------------------------------------------------ */

static const char named[] =
    "\"m\": {\"type\": \"list\", \"unique\": \"id\", \"th\": \"\", \"en\": \"\", \"of\": {\"type\": \"object\","
    "\"members\": {\"id\": {\"type\": \"code\", \"th\": \"\", \"en\": \"\"}}}},"
    "\"r\": {\"type\": \"list\", \"th\": \"\", \"en\": \"\", \"of\": {\"type\": \"code\", \"refers\": \"m.id\"}}";

Test(model, refuses_names_used_twice)
{
    assert_read(named, "{\"m\": [{\"id\": \"A\"}, {\"id\": \"B\"}, {\"id\": \"A\"}, {}, {}, {\"id\": \"A\"}]}",
                "test.json:1:41 /m/2/id: \"A\" stands already at /m/0/id\n"
                "test.json:1:62 /m/5/id: \"A\" stands already at /m/0/id\n");
}

Test(model, finds_what_is_referred_to_before_and_behind)
{
    assert_read(named, "{\"r\": [\"B\", \"A\"], \"m\": [{\"id\": \"A\"}, {\"id\": \"B\"}]}", "");
    assert_read(named, "{\"r\": [\"C\"], \"m\": [{\"id\": \"A\"}, {\"id\": \"B\"}]}",
                "test.json:1:8 /r/0: \"C\" is no \"id\" in \"m\"; expected one of \"A\", \"B\"\n");
    assert_read(named, "{\"r\": [\"C\"]}", "test.json:1:8 /r/0: \"C\" is no \"id\" in \"m\"\n");
}

Test(model, remembers_what_is_referred_to)
{
    struct arena *arena = test_arena();
    struct reading reading = read_by(arena, list_of(arena, named), "{\"r\": [\"A\"], \"m\": [{\"id\": \"A\"}]}");
    cr_expect_str_eq(value_member(reading.model, "r")->items[0]->refers, "m.id");
    cr_expect_null(value_path(reading.model, "m")->items[0]->items[0]->refers);
    cr_expect_str_eq(value_copy(arena, reading.model)->items[1]->items[0]->refers, "m.id");
    arena_free(arena);
}

/* ---- dates ------------------------------------------------------------------------------------------------------ */

Test(model, gives_a_date_all_its_forms)
{
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"x\": {\"type\": \"date\", \"th\": \"\", \"en\": \"\"}");
    struct reading reading = read_by(arena, fields, "{\"x\": \"2566-07-05\"}");
    const struct value *date = value_member(reading.model, "x");
    static const struct {
        const char *member, *text;
    } rows[] = {
        {"year", "2566"},
        {"month", "7"},
        {"day", "5"},
        {"ce_year", "2023"},
        {"year_short", "66"},
        {"iso", "2566-07-05"},
        {"month_name", "กรกฎาคม"},
        {"month_short", "ก.ค."},
        {"month_english", "July"},
        {"full", "5 กรกฎาคม 2566"},
        {"full_era", "5 กรกฎาคม พ.ศ. 2566"},
        {"short", "5 ก.ค. 66"},
        {"month_year", "กรกฎาคม 2566"},
        {"month_year_era", "กรกฎาคม พ.ศ. 2566"},
        {"english", "5 July 2023"},
    };
    cr_assert_str_empty(reading.findings);
    cr_assert_eq(date->kind, VALUE_DATE);
    cr_assert_str_eq(date->text, "5 กรกฎาคม 2566");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_str_eq(value_member_text(date, rows[i].member, "(none)"), rows[i].text, "%s", rows[i].member);
    cr_assert_str_eq(value_pointer(arena, date), "/x");
    arena_free(arena);
}

Test(model, reads_dates_without_words)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct value *date = value_new(arena, VALUE_NULL);
    date_fill(arena, date, (struct date){.year = 2566, .month = 12, .day = 31}, NULL, &diags);
    cr_assert_str_eq(date->text, "2566-12-31");
    cr_assert_str_eq(test_findings(&diags), "");
    arena_free(arena);
}

Test(model, reports_a_date_pattern_that_names_nothing)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct value *date = value_new(arena, VALUE_NULL);
    date_fill(arena, date, (struct date){.year = 2566, .month = 12, .day = 31},
              test_json(arena, "{\"dates\": {\"full\": \"{day} {mouth}\", \"b\": \"{day\"}}"), &diags);
    cr_assert_str_eq(test_findings(&diags), "test.json:1:20 /dates/full: \"{mouth}\" is nothing that can stand here\n"
                                            "test.json:1:42 /dates/b: \"{day}\" is nothing that can stand here\n");
    arena_free(arena);
}

static const struct period_row {
    const char *written, *full, *english;
} period_rows[] = {
    {"2566-07-05", "5 กรกฎาคม 2566", "5 July 2023"},
    {"2566-07-05 08:15", "5 กรกฎาคม 2566 เวลา 08.15 น.", "5 July 2023, 08:15"},
    {"2566-07-05 09:00-12:00", "5 กรกฎาคม 2566 เวลา 09.00 – 12.00 น.", "5 July 2023, 09:00–12:00"},
    {"2566-07-05/2566-07-07", "5 – 7 กรกฎาคม 2566", "5–7 July 2023"},
    {"2566-07-30/2566-08-02", "30 กรกฎาคม – 2 สิงหาคม 2566", "30 July – 2 August 2023"},
    {"2566-12-30/2567-01-02", "30 ธันวาคม 2566 – 2 มกราคม 2567", "30 December 2023 – 2 January 2024"},
    {"2566-07", "กรกฎาคม 2566", "July 2023"},
    {"2566-07/2566-09", "กรกฎาคม – กันยายน 2566", "July – September 2023"},
    {"2565-10/2566-03", "ตุลาคม 2565 – มีนาคม 2566", "October 2022 – March 2023"},
    {"2566-Q2", "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2566", "Quarter 2, fiscal year 2023"},
    {"2566-Q1/2566-Q2", "ไตรมาสที่ 1 – 2 ปีงบประมาณ พ.ศ. 2566", "Quarters 1–2, fiscal year 2023"},
    {"2566", "ปีงบประมาณ พ.ศ. 2566", "Fiscal year 2023"},
    {"2566/2567", "ปีงบประมาณ พ.ศ. 2566 – 2567", "Fiscal years 2023–2024"},
    {"continuous", "ต่อเนื่อง", "Continuous"},
    {"every-monday 08:15", "ทุกวันจันทร์ เวลา 08.15 น.", "Every Monday, 08:15"},
};

Test(model, gives_a_period_its_forms)
{
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"x\": {\"type\": \"period\", \"th\": \"\", \"en\": \"\"}");
    for (size_t i = 0; i < sizeof period_rows / sizeof *period_rows; i++) {
        const struct period_row *row = &period_rows[i];
        struct reading reading = read_by(arena, fields, arena_printf(arena, "{\"x\": \"%s\"}", row->written));
        const struct value *period = value_member(reading.model, "x");
        cr_expect_str_empty(reading.findings);
        cr_expect_str_eq(period->text, row->full, "%s", row->written);
        cr_expect_str_eq(value_member_text(period, "english", ""), row->english);
    }
    arena_free(arena);
}

Test(model, knows_the_days_of_a_quarter)
{
    static const struct {
        const char *written, *first, *last;
    } rows[] = {
        {"2567-Q1", "2566-10-01", "2566-12-31"}, {"2567-Q2", "2567-01-01", "2567-03-31"},
        {"2567-Q4", "2567-07-01", "2567-09-30"}, {"2567", "2566-10-01", "2567-09-30"},
        {"2567-02", "2567-02-01", "2567-02-29"}, {"2567-Q1/2567-Q2", "2566-10-01", "2567-03-31"},
    };
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"x\": {\"type\": \"period\", \"th\": \"\", \"en\": \"\"}");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading = read_by(arena, fields, arena_printf(arena, "{\"x\": \"%s\"}", rows[i].written));
        const struct value *period = value_member(reading.model, "x");
        cr_expect_str_eq(value_path(period, "first.iso")->text, rows[i].first);
        cr_expect_str_eq(value_path(period, "last.iso")->text, rows[i].last);
    }
    arena_free(arena);
}

Test(model, parts_the_thousands_of_money)
{
    static const char *const rows[][2] = {{"0", "0"},
                                          {"999", "999"},
                                          {"1000", "1,000"},
                                          {"200000", "200,000"},
                                          {"1234567", "1,234,567"},
                                          {"50000.5", "50,000.50"},
                                          {"12.25", "12.25"}};
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"x\": {\"type\": \"money\", \"th\": \"\", \"en\": \"\"}");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading = read_by(arena, fields, arena_printf(arena, "{\"x\": %s}", rows[i][0]));
        cr_expect_str_eq(value_member(reading.model, "x")->text, rows[i][1]);
    }
    struct reading wrong = read_by(arena, fields, "{\"x\": \"50,000\"}");
    cr_expect_str_eq(wrong.findings, "test.json:1:7 /x: \"50,000\" is text; expected a sum in baht from 0 up (write "
                                     "50000, with digits 0-9 and without quotation marks)\n");
    arena_free(arena);
}

Test(model, knows_the_calendar)
{
    cr_expect_eq(date_month_days(2566, 2), 28);
    cr_expect_eq(date_month_days(2567, 2), 29); /* 2024 */
    cr_expect_eq(date_month_days(2543, 2), 29); /* 2000 */
    cr_expect_eq(date_month_days(2643, 2), 28); /* 2100 */
    cr_expect_eq(date_month_days(2566, 4), 30);
    cr_expect_eq(date_month_days(2566, 12), 31);
    cr_expect_eq(date_month_days(2566, 0), 0);
    cr_expect_eq(date_month_days(2566, 13), 0);
    cr_expect(date_exists((struct date){2567, 2, 29}));
    cr_expect_not(date_exists((struct date){2566, 2, 29}));
    cr_expect_not(date_exists((struct date){2566, 4, 31}));
    cr_expect_not(date_exists((struct date){2566, 4, 0}));
}

Test(model, tells_how_a_date_is_written)
{
    static const struct {
        const char *text, *guess;
    } rows[] = {
        {"5/7/2566", "2566-07-05"},
        {"05-07-2566", "2566-07-05"},
        {"5.7.2023", "2566-07-05"},
        {"2023-07-05", "2566-07-05"},
        {"๕/๗/๒๕๖๖", "2566-07-05"},
        {"2566/7/5", "2566-07-05"},
        {"31/2/2566", NULL},
        {"5/7/66", NULL},
        {"5 กรกฎาคม 2566", NULL},
        {"", NULL},
        {"2566", NULL},
        {"5/7/2566x", NULL},
        {"1/2/3/4", NULL},
    };
    struct arena *arena = test_arena();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *guess = date_guess(arena, rows[i].text);
        cr_expect_str_eq(guess ? guess : "(none)", rows[i].guess ? rows[i].guess : "(none)", "%s", rows[i].text);
    }
    arena_free(arena);
}

Test(model, refuses_what_is_no_date)
{
    assert_value("\"type\": \"date\"", "\"2566-02-29\"",
                 "test.json:1:6 /x: there is no \"2566-02-29\"; expected a day of the calendar\n");
    assert_value("\"type\": \"date\"", "\"2023-07-05\"",
                 "test.json:1:6 /x: 2023 is no year of the Buddhist era; expected a date "
                 "of the Buddhist era such as \"2566-07-05\" (write \"2566-07-05\")\n");
    assert_value("\"type\": \"date\"", "\"2566-7-5\"",
                 "test.json:1:6 /x: \"2566-7-5\" is not written as a date; expected a date "
                 "of the Buddhist era such as \"2566-07-05\" (write \"2566-07-05\")\n");
    assert_value("\"type\": \"date\"", "2566",
                 "test.json:1:6 /x: 2566 is a number; expected a date of the Buddhist era such as "
                 "\"2566-07-05\"\n");
}

/* ---- a template's own members ----------------------------------------------------------------------------------- */

static const char budget[] =
    "{\"measures[].amount\": {\"type\": \"number\", \"min\": 0, \"th\": \"งบประมาณ\", \"en\": \"amount\"},"
    "\"clubs\": {\"type\": \"list\", \"of\": \"text\", \"needed\": true, \"th\": \"ชุมนุม\", \"en\": \"clubs\"},"
    "\"results.rank\": {\"needed\": true, \"max\": 245}}";

Test(model, reads_the_members_that_a_template_declares)
{
    struct arena *arena = test_arena();
    struct model_fields fields = {.core = core_fields(arena), .declared = test_json(arena, budget)};
    struct diags diags = diags_init(arena);
    cr_assert(model_fields_check(fields, &diags), "%s", test_findings(&diags));
    struct reading reading =
        read_by(arena, fields,
                "{\"format\": 1, \"template\": \"plain\", \"year\": 2566, \"office\": {\"name\": \"ก\", \"kind\": "
                "\"test\"}, \"clubs\": [\"ข\"],"
                "\"results\": {\"total\": 90, \"rank\": 7, \"indicators\": [{\"number\": 1, \"score\": 90}]},"
                "\"measures\": [{\"id\": \"M1\", \"title\": \"ค\", \"methods\": [\"ง\"], \"owners\": [\"จ\"], "
                "\"follow_up\": \"ฉ\", \"amount\": 5000.50}]}");
    cr_assert_str_empty(reading.findings, "%s", reading.findings);
    cr_assert_str_eq(value_member_text(value_member(reading.model, "measures")->items[0], "amount", ""), "5000.50");
    cr_assert_str_eq(dump(arena, value_member(reading.model, "clubs")), "[\"ข\"]");
    arena_free(arena);
}

Test(model, checks_the_members_that_a_template_declares)
{
    struct arena *arena = test_arena();
    struct model_fields fields = {.core = core_fields(arena), .declared = test_json(arena, budget)};
    struct reading reading = read_by(
        arena, fields,
        "{\"format\": 1, \"template\": \"plain\", \"year\": 2566,\n\"office\": {\"name\": \"ก\", \"kind\": \"test\"},\n"
        "\"results\": {\"total\": 90, \"rank\": 246, \"indicators\": [{\"number\": 1, \"score\": 90}]},\n"
        "\"measures\": [{\"id\": \"M1\", \"title\": \"ค\", \"methods\": [\"ง\"], \"owners\": [\"จ\"], \"follow_up\": "
        "\"ฉ\", \"amount\": -1}]}");
    cr_assert_str_eq(reading.findings,
                     "test.json:1:1: \"clubs\" is missing; expected a list of texts (clubs)\n"
                     "test.json:3:34 /results/rank: 246 is out of range; expected a whole number from 1 to 245\n"
                     "test.json:4:104 /measures/0/amount: -1 is out of range; expected a number from 0 up\n",
                     "%s", reading.findings);
    arena_free(arena);
}

Test(model, says_nothing_of_members_when_the_template_is_not_known)
{
    struct arena *arena = test_arena();
    struct model_fields fields = {.core = core_fields(arena), .partial = true};
    struct reading reading = read_by(arena, fields, "{\"format\": 1, \"clubs\": [], \"year\": 1}");
    cr_expect_str_eq(reading.findings,
                     "test.json:1:36 /year: 1 is out of range; expected a year of the Buddhist era such as 2566\n",
                     "%s", reading.findings);
    arena_free(arena);
}

Test(model, a_template_may_do_without_a_member)
{
    struct arena *arena = test_arena();
    struct model_fields fields = {.core = core_fields(arena),
                                  .declared = test_json(arena, "{\"results\": {\"needed\": false}}")};
    struct reading reading = read_by(arena, fields,
                                     "{\"format\": 1, \"template\": \"plain\", \"year\": 2566,\n"
                                     "\"office\": {\"name\": \"ก\", \"kind\": \"test\"}}");
    cr_expect_str_eq(reading.findings, "", "%s", reading.findings);
    arena_free(arena);
}

static void assert_declared(const char *declared, const char *findings)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct model_fields fields = {.core = core_fields(arena), .declared = test_json(arena, declared)};
    cr_expect_not(model_fields_check(fields, &diags));
    const char *got = test_findings(&diags);
    cr_expect_str_eq(got, findings, "%s:\n%sexpected\n%s", declared, got, findings);
    arena_free(arena);
}

Test(model, tells_the_author_of_a_template_what_is_wrong)
{
    assert_declared("[]",
                    "test.json:1:1: the template's members are not described; expected an object with a description "
                    "for each member\n");
    assert_declared("{\"a\": {\"type\": \"txet\", \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:16 /a/type: \"txet\" is no type (did you mean \"text\"?)\n");
    assert_declared("{\"a\": {\"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:7 /a: \"type\" is missing; expected the name of a type\n");
    assert_declared("{\"a\": {\"type\": \"text\", \"en\": \"\"}}",
                    "test.json:1:7 /a: the meaning of \"a\" is missing; expected \"th\" and \"en\"\n");
    assert_declared("{\"a\": {\"type\": \"text\", \"need\": true, \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:32 /a/need: \"need\" is nothing that describes a member (did you mean \"needed\"?)\n");
    assert_declared("{\"a\": {\"type\": \"text\", \"needed\": \"yes\", \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:34 /a/needed: \"needed\" is text; expected true or false\n");
    assert_declared("{\"a\": {\"type\": \"text\", \"min\": 1, \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:31 /a/min: \"min\" means nothing for the type \"text\"\n");
    assert_declared("{\"a\": {\"type\": \"integer\", \"min\": 5, \"max\": 1, \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:7 /a: \"min\" is greater than \"max\"\n");
    assert_declared("{\"a\": {\"type\": \"list\", \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:7 /a: a list without \"of\"\n");
    assert_declared(
        "{\"a\": {\"type\": \"choice\", \"values\": [1], \"th\": \"\", \"en\": \"\"}}",
        "test.json:1:36 /a/values: a choice needs \"values\"; expected a list of texts, or an object with a member "
        "for each\n");
    assert_declared(
        "{\"a\": {\"type\": \"object\", \"th\": \"\", \"en\": \"\"}}",
        "test.json:1:7 /a: the members are not described; expected an object with a description for each member\n");
    assert_declared("{\"mesures[].b\": {\"type\": \"text\", \"th\": \"\", \"en\": \"\"}}",
                    "test.json:1:17 /mesures[].b: there is no \"mesures[]\"; expected members that hold objects, as in "
                    "\"measures[].budget\"\n");
    assert_declared(
        "{\"office[].b\": {\"type\": \"text\", \"th\": \"\", \"en\": \"\"}}",
        "test.json:1:16 /office[].b: \"office[]\" is no list of objects; expected members that hold objects, as in "
        "\"measures[].budget\"\n");
    assert_declared("{\"year\": {\"type\": \"text\"}}",
                    "test.json:1:10 /year: \"year\" exists already (its type stays: leave \"type\" out)\n");
}

Test(model, reads_on_where_a_description_is_broken)
{
    struct arena *arena = test_arena();
    struct model_fields fields = list_of(arena, "\"a\": {\"type\": \"choice\", \"th\": \"\", \"en\": \"\"},"
                                                "\"b\": {\"type\": \"integer\", \"th\": \"\", \"en\": \"\"}");
    struct reading reading = read_by(arena, fields, "{\"a\": \"x\", \"b\": 2}");
    cr_assert_not_null(strstr(reading.findings, "a choice needs \"values\""));
    cr_assert_str_eq(dump(arena, reading.model), "{\"a\": null,\"b\": 2}");
    arena_free(arena);
}

/* ---- the shipped list ------------------------------------------------------------------------------------------- */

Test(model, ships_a_list_without_fault)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    cr_assert(model_fields_check((struct model_fields){.core = core_fields(arena)}, &diags), "%s",
              test_findings(&diags));
    arena_free(arena);
}

/* Every description of the tree, as "path.name" in the reference's tables. */
static void assert_described(const struct value *members, const char *reference, const char *lang)
{
    for (size_t i = 0; members && i < members->count; i++) {
        const struct value *spec = members->items[i];
        char row[80];
        snprintf(row, sizeof row, "| `%s` | ", spec->key);
        cr_expect_not_null(strstr(reference, row), "%s is not in the reference", spec->key);
        const char *meaning = value_member_text(spec, lang, "");
        cr_expect(*meaning && strstr(reference, meaning), "%s of %s", lang, spec->key);
        assert_described(value_member(spec, "members"), reference, lang);
        assert_described(value_path(spec, "of.members"), reference, lang);
    }
}

Test(model, writes_a_reference_of_every_member_in_both_languages)
{
    static const char *const languages[] = {"en", "th"};
    for (size_t i = 0; i < 2; i++) {
        struct arena *arena = test_arena();
        struct model_fields fields = {.core = core_fields(arena), .declared = test_json(arena, budget)};
        struct buf out = buf_init(arena);
        model_reference(&out, fields, languages[i]);
        assert_described(value_member(fields.core, "fields"), out.data, languages[i]);
        cr_expect_not_null(strstr(out.data, "| `amount` | "));
        cr_expect_not_null(strstr(out.data, "### `results.indicators[]`"));
        cr_expect_not_null(strstr(out.data, "### `cell`"));
        arena_free(arena);
    }
}

Test(model, has_a_word_in_each_language_for_what_the_reference_says)
{
    struct arena *arena = test_arena();
    const struct value *labels = value_member(core_fields(arena), "labels");
    const struct value *en = value_member(labels, "en"), *th = value_member(labels, "th");
    cr_assert_eq(en->count, th->count);
    for (size_t i = 0; i < en->count; i++)
        cr_expect_not_null(value_member(th, en->items[i]->key), "%s", en->items[i]->key);
    arena_free(arena);
}
