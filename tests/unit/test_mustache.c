/* Tags: the cases of Mustache's specification that apply, and what is ours: errors, places, implicit names. */
#include "test_support.h"

#include "template/mustache.h"

struct partial {
    const char *name, *text;
    const struct mustache *parsed;
};

static struct arena *arena;
static struct diags diags;
static struct partial partials[4];

static void setup(void)
{
    arena = test_arena();
    diags = diags_init(arena);
    memset(partials, 0, sizeof partials);
}

static void teardown(void)
{
    arena_free(arena);
}

TestSuite(mustache, .init = setup, .fini = teardown);

static struct mustache *parse(const char *name, const char *text)
{
    struct source *source = arena_new_of(arena, struct source);
    struct words *words = arena_new_of(arena, struct words);
    *source = (struct source){.name = name, .text = text, .length = strlen(text)};
    *words = (struct words){.text = text, .length = source->length, .source = source};
    return mustache_parse(arena, words, &diags);
}

static const struct mustache *find(const void *user, const char *name)
{
    (void)user;
    for (size_t i = 0; i < sizeof partials / sizeof *partials && partials[i].name; i++)
        if (strcmp(partials[i].name, name) == 0)
            return partials[i].parsed ? partials[i].parsed : (partials[i].parsed = parse(name, partials[i].text));
    return NULL;
}

/* Values named "ref", and elements of lists of that name, refer to rows of "m". */
static struct value *with_references(struct value *value)
{
    const char *key = value->key ? value->key : value->parent ? value->parent->key : NULL;
    if (value->text && key && strcmp(key, "ref") == 0)
        value->refers = "m.id";
    for (size_t i = 0; i < value->count; i++)
        with_references(value->items[i]);
    return value;
}

static struct marked fill(const char *text, const char *facts)
{
    struct mustache_run run = {.arena = arena, .diags = &diags, .partials = {.find = find}};
    struct context *context = arena_new_of(arena, struct context);
    struct marked out = marked_init(arena);
    context->value = with_references(test_json(arena, facts));
    mustache_render(&run, parse("t.md", text), context, &out);
    return out;
}

/* The text filled in, or what was found wrong. */
static const char *render(const char *text, const char *facts)
{
    struct marked out = fill(text, facts);
    return diags.list.count ? test_findings(&diags) : out.text.data;
}

#define GIVES(text, facts, expected) cr_assert_str_eq(render(text, facts), expected)
#define SAYS(text, facts, expected) GIVES(text, facts, expected)

Test(mustache, text_without_tags_is_itself)
{
    GIVES("Hello {world}.\n", "{}", "Hello {world}.\n");
    GIVES("", "{}", "");
    GIVES("{", "{}", "{");
}

Test(mustache, variables)
{
    GIVES("Hello {{ subject }}!", "{\"subject\": \"world\"}", "Hello world!");
    GIVES("{{n}} {{m}}", "{\"n\": 94.30, \"m\": 100}", "94.30 100");
    GIVES("| {{string}} |\n", "{\"string\": \"---\"}", "| --- |\n");
    GIVES("  {{string}}\n", "{\"string\": \"---\"}", "  ---\n");
}

Test(mustache, dotted_names)
{
    GIVES("{{a.b.c}}", "{\"a\": {\"b\": {\"c\": \"deep\"}}}", "deep");
    GIVES("{{#a}}{{b.c}}{{/a}}", "{\"a\": {\"b\": {\"c\": \"in\"}}, \"b\": {\"c\": \"out\"}}", "in");
    GIVES("{{#a.b}}yes{{/a.b}}{{^a.b}}no{{/a.b}}", "{\"a\": {\"b\": true}}", "yes");
}

Test(mustache, sections_by_kind_of_value)
{
    GIVES("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": true}", "yes");
    GIVES("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": false}", "no");
    GIVES("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": null}", "no");
    GIVES("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": []}", "no");
    GIVES("{{#x}}yes{{/x}}{{^x}}no{{/x}}", "{\"x\": \"\"}", "no");
    GIVES("{{#x}}({{.}}){{/x}}", "{\"x\": \"text\"}", "(text)");
    GIVES("{{#x}}({{.}}){{/x}}", "{\"x\": 0}", "(0)");
    GIVES("{{#x}}{{y}}{{/x}}", "{\"x\": {\"y\": 1}}", "1");
    GIVES("{{#x}}{{y}}{{/x}}", "{\"x\": [{\"y\": 1}, {\"y\": 2}]}", "12");
}

Test(mustache, context_stack)
{
    GIVES("{{#a}}{{one}}{{#b}}{{one}}{{two}}{{#c}}{{one}}{{two}}{{three}}{{/c}}{{/b}}{{/a}}",
          "{\"a\": {\"one\": 1}, \"b\": {\"two\": 2}, \"c\": {\"three\": 3}}", "112123");
    GIVES("{{#list}}{{#items}}{{.}},{{/items}};{{/list}}", "{\"list\": [{\"items\": [1, 2]}, {\"items\": [3]}]}",
          "1,2,;3,;");
}

Test(mustache, a_member_not_given_hides_an_outer_one)
{
    GIVES("{{#a}}{{#b}}x{{/b}}{{^b}}none{{/b}}{{/a}}", "{\"a\": {\"b\": null}, \"b\": 1}", "none");
}

Test(mustache, sections_with_a_line_to_themselves_leave_none)
{
    GIVES("| This Is\n{{#x}}\n|\n{{/x}}\n| A Line\n", "{\"x\": true}", "| This Is\n|\n| A Line\n");
    GIVES("| This Is\n  {{#x}}  \n|\n  {{/x}}\n| A Line\n", "{\"x\": true}", "| This Is\n|\n| A Line\n");
    GIVES(" | {{#x}}\t|\t{{/x}} | \n", "{\"x\": true}", " | \t|\t | \n");
    GIVES("{{#x}}\n/\n{{/x}}", "{\"x\": true}", "/\n");
    GIVES("  {{#x}}\n#{{/x}}\n/", "{\"x\": true}", "#\n/");
    GIVES("#{{#x}}\n/\n  {{/x}}", "{\"x\": true}", "#\n/\n");
    GIVES("a\n{{#x}}\nb\n{{/x}}{{^x}}\nc\n{{/x}}\nd", "{\"x\": false}", "a\n\nc\nd");
    GIVES("{{#x}}{{/x}}\nline\n", "{\"x\": true}", "\nline\n");
}

Test(mustache, remarks)
{
    GIVES("12345{{! a remark }}67890", "{}", "1234567890");
    GIVES("Begin.\n{{! alone }}\nEnd.\n", "{}", "Begin.\nEnd.\n");
    GIVES("Begin.\n  {{!\n on\n lines\n }}\nEnd.\n", "{}", "Begin.\nEnd.\n");
    GIVES("  12 {{! not alone }}\n", "{}", "  12 \n");
}

Test(mustache, partials)
{
    partials[0] = (struct partial){.name = "p", .text = ">{{x}}\n>"};
    GIVES("\"{{>p}}\"", "{\"x\": 1}", "\">1\n>\"");
    GIVES("\\\n {{>p}}\n/\n", "{\"x\": 1}", "\\\n >1\n >/\n");
    GIVES("  {{>p}}", "{\"x\": 1}", "  >1\n  >");
    GIVES("| {{>p}} |", "{\"x\": 1}", "| >1\n> |");
}

Test(mustache, indentation_goes_to_lines_of_the_partial_only)
{
    partials[0] = (struct partial){.name = "p", .text = "|\n{{x}}\n|\n"};
    GIVES("\\\n {{>p}}\n/\n", "{\"x\": \"<\\n->\"}", "\\\n |\n <\n->\n |\n/\n");
}

Test(mustache, indentation_of_nested_partials_adds_up)
{
    partials[0] = (struct partial){.name = "p", .text = "a\n  {{>q}}\n{{#x}}\nb\n{{/x}}\n"};
    partials[1] = (struct partial){.name = "q", .text = "c\n"};
    GIVES(" {{>p}}\n", "{\"x\": true}", " a\n   c\n b\n");
}

Test(mustache, recursive_partials_follow_the_data)
{
    partials[0] = (struct partial){.name = "node", .text = "{{v}}<{{#n}}{{>node}}{{/n}}>"};
    GIVES("{{>node}}", "{\"v\": \"X\", \"n\": [{\"v\": \"Y\", \"n\": []}]}", "X<Y<>>");
}

Test(mustache, partials_without_end_are_stopped)
{
    partials[0] = (struct partial){.name = "p", .text = "x{{>p}}"};
    GIVES("{{>p}}", "{}", "p:1:5: partial \"p\" includes itself without end\n");
}

Test(mustache, work_without_end_is_stopped)
{
    partials[0] = (struct partial){.name = "p", .text = "{{#l}}{{#l}}{{#l}}{{#l}}{{>p}}{{/l}}{{/l}}{{/l}}{{/l}}"};
    const char *said = render("{{>p}}", "{\"l\": [1,2,3,4,5,6,7,8,9,10]}");
    cr_assert(strstr(said, "without end"), "%s", said);
}

Test(mustache, implicit_names)
{
    GIVES("{{#l}}{{@number}}/{{@count}} {{/l}}", "{\"l\": [7, 8, 9]}", "1/3 2/3 3/3 ");
    GIVES("{{#l}}{{#@first}}[{{/@first}}{{.}}{{^@last}},{{/@last}}{{#@last}}]{{/@last}}{{/l}}", "{\"l\": [7, 8, 9]}",
          "[7,8,9]");
    GIVES("{{#l}}{{.}}{{#@early}}, {{/@early}}{{#@penultimate}} และ{{/@penultimate}}{{/l}}",
          "{\"l\": [\"a\", \"b\", \"c\", \"d\"]}", "a, b, c และd");
    GIVES("{{#l}}{{#o}}{{@number}}{{/o}}{{/l}}", "{\"l\": [{\"o\": {\"x\": 1}}, {\"o\": {\"x\": 1}}]}", "12");
}

Test(mustache, a_single_element)
{
    GIVES("{{#l}}{{#@single}}one{{/@single}}{{^@single}}many {{/@single}}{{/l}}", "{\"l\": [7]}", "one");
    GIVES("{{#l}}{{#@single}}one{{/@single}}{{^@single}}many {{/@single}}{{/l}}", "{\"l\": [7, 8]}", "many many ");
}

Test(mustache, names_of_the_whole)
{
    GIVES("{{#l}}{{name}} {{@root.name}} {{@root.o.name}} {{/l}}",
          "{\"name\": \"N\", \"o\": {\"name\": \"O\"}, \"l\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}", "a N O b N O ");
    GIVES("{{#l}}{{#@root}}{{name}}{{/@root}}{{/l}}{{@root.name}}", "{\"name\": \"N\", \"l\": [{\"name\": \"a\"}]}",
          "NN");
    SAYS("{{@root.nam}}", "{\"name\": 1}",
         "t.md:1:3: unknown name \"nam\" in \"@root.nam\" (did you mean \"name\"?)\n");
}

Test(mustache, names_of_the_section_around)
{
    GIVES("{{#l}}{{#m}}{{@outer.@number}}.{{@number}} {{n}}{{@outer.n}}{{@outer.@outer.n}} {{/m}}{{/l}}",
          "{\"n\": \"r\", \"l\": [{\"n\": \"a\", \"m\": [{\"n\": \"b\"}]}, {\"n\": \"c\", \"m\": [{\"n\": \"d\"}, "
          "{\"n\": \"e\"}]}]}",
          "1.1 bar 2.1 dcr 2.2 ecr ");
    SAYS("{{#l}}{{@outer.@outer.x}}{{/l}}", "{\"l\": [1], \"x\": 1}",
         "t.md:1:9: \"@outer.@outer.x\" stands outside a section\n");
}

#define ROWS "\"m\": [{\"id\": \"A\", \"t\": \"first\"}, {\"id\": \"B\", \"t\": \"second\"}]"

Test(mustache, rows_that_are_referred_to)
{
    GIVES("{{#ref}}{{@row.t}} {{#@row}}{{id}}{{/@row}} {{/ref}}", "{\"ref\": [\"B\", \"A\"], " ROWS "}",
          "second B first A ");
    GIVES("{{o.ref.@row.t}}{{#o}}{{ref.@row.id}}{{/o}}", "{\"o\": {\"ref\": \"B\"}, " ROWS "}", "secondB");
    GIVES("{{#ref}}{{^@row}}no {{.}}{{/@row}}{{/ref}}", "{\"ref\": [\"C\"], " ROWS "}", "no C");
    SAYS("{{#l}}{{@row.t}}{{/l}}", "{\"l\": [\"A\"], " ROWS "}", "t.md:1:9: unknown name \"@row\" in \"@row.t\"\n");
}

Test(mustache, elements_are_picked_by_what_names_them)
{
    const char *facts = "{\"tools\": [{\"code\": \"IIT\", \"score\": 28.36}, {\"code\": \"EIT\", \"score\": 28.42}],"
                        "\"history\": [{\"year\": 2565, \"score\": 1}, {\"year\": 2566, \"score\": 2}], \"none\": []}";
    GIVES("{{tools.EIT.score}} {{history.2565.score}}", facts, "28.42 1");
    GIVES("{{tools.first.code}} {{tools.last.code}} {{tools.count}} {{none.count}}", facts, "IIT EIT 2 0");
    GIVES("{{#tools.second}}{{code}}{{/tools.second}}{{^tools.third}}-{{/tools.third}}", facts, "EIT-");
    GIVES("{{#tools.first.code=IIT}}y{{/tools.first.code=IIT}}{{^tools.last.code=IIT}}n{{/tools.last.code=IIT}}", facts,
          "yn");
    GIVES("{{#tools.first}}{{tools.count}}{{/tools.first}}{{#none.first}}x{{/none.first}}", facts, "2");
    GIVES("{{#tools.OIT}}x{{/tools.OIT}}{{^history.2500}}no{{/history.2500}}{{^none.first}}n{{/none.first}}", facts,
          "non");
    const char *some =
        "{\"rows\": [{\"p\": 1, \"n\": null}, {\"p\": 2, \"n\": \"x\"}, {\"p\": 3, \"n\": \"y\"}], \"none\": []}";
    GIVES("{{rows.any.n}} {{#rows.any.n}}{{rows.any.p}}{{/rows.any.n}} {{^none.any.n}}none{{/none.any.n}}", some,
          "x 1 none");
}

Test(mustache, values_keep_where_they_came_from)
{
    struct marked out = fill("a{{x}}b{{y.z}}", "{\"x\": \"*\", \"y\": {\"z\": \"q\"}}");
    cr_assert_str_eq(out.text.data, "a*bq");
    cr_assert(marked_is(&out, 0, 'a') && marked_is(&out, 2, 'b'));
    cr_assert_not(marked_is(&out, 1, '*'));
    cr_assert_str_eq(value_pointer(arena, marked_place(&out, 1).value), "/x");
    cr_assert_str_eq(value_pointer(arena, marked_place(&out, 3).value), "/y/z");
    cr_assert_null(marked_place(&out, 2).value);
    cr_assert_eq(marked_place(&out, 2).at, 6);
}

Test(mustache, tags_in_values_are_text)
{
    GIVES("{{x}}", "{\"x\": \"{{y}} {{#z}}\"}", "{{y}} {{#z}}");
}

Test(mustache, unknown_names)
{
    SAYS("a {{ofice.name}}", "{\"office\": {\"name\": \"N\"}}",
         "t.md:1:5: unknown name \"ofice\" in \"ofice.name\" (did you mean \"office\"?)\n");
}

Test(mustache, unknown_members)
{
    SAYS("\n{{office.nme}}", "{\"office\": {\"name\": \"N\"}}",
         "t.md:2:3: unknown name \"nme\" in \"office.nme\" (did you mean \"name\"?)\n");
}

Test(mustache, unknown_sections)
{
    SAYS("ก{{#scores}}x{{/scores}}", "{\"score\": [1]}",
         "t.md:1:5: unknown name \"scores\" (did you mean \"score\"?)\n");
}

Test(mustache, an_error_in_a_loop_is_said_once)
{
    SAYS("{{#l}}{{x}}{{/l}}", "{\"l\": [1, 2, 3]}", "t.md:1:9: unknown name \"x\"\n");
}

Test(mustache, members_not_given)
{
    SAYS("{{#l}}{{x}}{{/l}}", "{\"l\": [{\"x\": null}]}",
         "t.md:1:9: \"x\" is not given at /l/0/x (put words that need it between {{#x}} and {{/x}})\n");
}

Test(mustache, elements_not_there)
{
    SAYS("{{l.B.x}}", "{\"l\": [{\"code\": \"A\", \"x\": 1}]}",
         "t.md:1:3: \"l.B.x\" is not given at /l (put words that need it between {{#l.B.x}} and {{/l.B.x}})\n");
}

Test(mustache, lists_are_no_variables)
{
    const char *said = render("{{l}} {{b}}", "{\"l\": [1], \"b\": true}");
    cr_assert(strstr(said, "t.md:1:3: \"l\" is ") && strstr(said, "t.md:1:9: \"b\" is "), "%s", said);
}

Test(mustache, implicit_names_outside_a_list)
{
    SAYS("{{@number}}", "{}", "t.md:1:3: \"@number\" stands outside a list\n");
}

Test(mustache, implicit_names_misspelt)
{
    SAYS("{{#l}}{{@frist}}{{/l}}", "{\"l\": [1]}", "t.md:1:9: unknown name \"@frist\" (did you mean \"@first\"?)\n");
}

Test(mustache, sections_must_match)
{
    SAYS("{{#a}}\n{{/b}}\n{{/c}}\n{{#d}}", "{\"a\": 1, \"d\": 1}",
         "t.md:2:4: {{/b}} closes another section; expected {{/a}}\n"
         "t.md:3:4: {{/c}} closes nothing\n"
         "t.md:4:4: section \"d\" is never closed\n");
}

Test(mustache, forbidden_tags)
{
    SAYS("{{{a}}} {{&a}} {{=<% %>=}}", "{\"a\": 1}",
         "t.md:1:4: raw value tags are not allowed (a value is literal text; write {{name}})\n"
         "t.md:1:12: raw value tags are not allowed (a value is literal text; write {{name}})\n"
         "t.md:1:19: the signs of tags cannot be changed\n");
}

Test(mustache, tags_that_are_no_tags)
{
    SAYS("{{}} {{a b}} {{a", "{}",
         "t.md:1:3: empty tag; expected a name such as office.name\n"
         "t.md:1:9: bad name \"a b\" in a tag; expected a name such as office.name\n"
         "t.md:1:14: tag is never closed; expected }} (write {\\{ for braces that are printed)\n");
}

Test(mustache, nesting_is_bounded)
{
    struct buf text = buf_init(arena);
    for (int i = 0; i < 80; i++)
        buf_puts(&text, "{{#a}}");
    const char *said = render(text.data, "{\"a\": true}");
    cr_assert(strstr(said, "nested too deeply"), "%s", said);
}
