/* Numbered captions, and references to them and to headings. */
#include "test_template_support.h"

#include <string.h>

TestSuite(captions, .init = test_template_setup, .fini = test_template_teardown);

#define TABLE "{\"columns\": [{}], \"body\": [{\"cells\": [\"x\"]}], \"caption\": \"C\"}"
#define BARE "{\"columns\": [{}], \"body\": [{\"cells\": [\"x\"]}]}"

/* What the words become in a template with these kinds of captions. */
static const char *render(const char *captions, const char *words, const char *facts, const char *what)
{
    static const char plan[] =
        "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"captions\": %s, "
        "\"numbering\": {\"main\": {\"1\": \"{1}.\", \"2\": \"{1}.{2}\"}}, \"sections\": [{\"name\": \"s\"}]}";
    const struct test_text texts[] = {{"t/template.json", arena_printf(test_template_arena(), plan, captions)},
                                      {"t/s.md", words},
                                      {"t/tables/a.json", TABLE},
                                      {"t/tables/b.json", BARE},
                                      {0}};
    return test_render(texts, facts, what);
}

#define KINDS "{\"table\": \"Table {n}\", \"figure\": {\"label\": \"Figure {n:๑}\", \"bold\": false}}"
#define TEXT(words, facts, expected) cr_expect_str_eq(render(KINDS, words, facts, "text"), expected)
#define PICTURES                                                                                                       \
    "{\"p\": {\"file\": \"p.png\", \"alt\": \"a\"}, \"q\": [{\"file\": \"q.png\", \"alt\": \"a\", \"caption\": "       \
    "\"c\"}]}"

Test(captions, count_by_kind)
{
    TEXT("::table{name=a .numbered}\n::table{name=a}\n::table{name=b #x}\n::figure{from=p .numbered}\n"
         "::figure{from=p caption=w kind=table}",
         PICTURES, "Table 1 C\nx\nC\nx\nTable 2\nx\nFigure ๑\nTable 3 w\n");
}

Test(captions, label_stands_in_a_run_of_its_own)
{
    cr_expect_str_eq(render(KINDS, "::figure{from=p caption=w #f}", PICTURES, "dump"),
                     "figure columns=1 gap=11.34 caption\n"
                     "  picture file=\"p.png\" alt=\"a\" width=auto\n"
                     "  paragraph kind=figure anchor=f label=\"Figure ๑\" style=caption\n"
                     "    \"Figure ๑ \"\n"
                     "    \"w\"\n");
    cr_expect_str_eq(render(KINDS, "::photos{from=q .numbered}", PICTURES, "dump"),
                     "figure columns=1 gap=11.34\n"
                     "  picture file=\"q.png\" alt=\"a\" width=auto\n"
                     "    paragraph kind=figure anchor=caption.1 label=\"Figure ๑\" style=caption\n"
                     "      \"Figure ๑ \" /q/0/caption\n"
                     "      \"c\" /q/0/caption\n");
}

Test(captions, count_by_chapter)
{
    static const char kinds[] = "{\"table\": \"T{1}.{n}\", \"figure\": \"F{1}-{2}-{n}\"}";
    static const char words[] = "::table{name=b .numbered}\n# a\n::table{name=b .numbered}\n## b\n"
                                "::table{name=b .numbered}\n::figure{from=p .numbered}\n## c\n"
                                "::figure{from=p .numbered}\n# d\n::table{name=b .numbered}\n";
    cr_expect_str_eq(render(kinds, words, PICTURES, "text"),
                     "T1\nx\n1. a\nT1.1\nx\n1.1 b\nT1.2\nx\nF1-1-1\n1.2 c\nF1-2-1\n2. d\nT2.1\nx\n");
}

Test(captions, references_forwards_and_back)
{
    TEXT("see [](#x), **[](#f)**[](#f), [words](#x), [](#h) and [](#u)\n\n::table{name=b #x}\n"
         "::figure{from=p #f}\n{#h}\n# head\n{#u .unnumbered}\n# two\\\nlines\n[](#u)",
         PICTURES,
         "see Table 1, Figure ๑Figure ๑, words, 1 and two lines\nTable 1\nx\nFigure ๑\n1. head\ntwo lines\n"
         "two lines\n");
    cr_expect_str_eq(render(KINDS, "a[](#x)[b](#x)\n\n::table{name=b #x}", "{}", "dump"),
                     "paragraph style=body\n  \"a\"\n  \"Table 1\" link=\"#x\" reference\n  \"b\" link=\"#x\"\n"
                     "table columns=auto:left header-rows=0 rules=all padding-x=4.25 padding-y=1.42 caption split-rows "
                     "style=table-text\n"
                     "  paragraph kind=table anchor=x label=\"Table 1\" style=caption\n    \"Table 1\" bold\n"
                     "  row\n    cell column=0 align=left valign=top style=table-text\n"
                     "      paragraph style=table-text\n        \"x\"\n");
}

Test(captions, titles_that_name_each_other)
{
    TEXT("{#a .unnumbered}\n# a [](#b)\n{#b .unnumbered}\n# b [](#c)\n{#c}\n# c\n[](#a)", "{}",
         "a b 1\nb 1\n1. c\na b 1\n");
#define CIRCLE(at, name)                                                                                               \
    "t/s.md:" at ": the title \"#" name                                                                                \
    "\" has no number and leads back to itself; expected references with words of "                                    \
    "their own, [words](#name)\n"
    cr_expect_str_eq(render(KINDS, "{#a .unnumbered}\n# x[](#a)", "{}", "text"), CIRCLE("1:2", "a"));
    cr_expect_str_eq(render(KINDS,
                            "{#a .unnumbered}\n# a [](#b)\n{#b .unnumbered}\n# b [](#c)\n{#c .unnumbered}\n"
                            "# c [](#b)\n[](#a) [a](#b)",
                            "{}", "text"),
                     CIRCLE("3:2", "b"));
}

/* Ten times the next title in each: what one reference prints has an end. */
Test(captions, titles_that_name_many)
{
    struct buf text = buf_init(test_template_arena());
    for (int i = 0; i < 8; i++) {
        buf_printf(&text, "{#h%d .unnumbered}\n# t", i);
        for (int j = 0; i < 7 && j < 10; j++)
            buf_printf(&text, " [](#h%d)", i + 1);
        buf_puts(&text, "\n");
    }
    const char *made = render(KINDS, text.data, "{}", "text");
    cr_expect_lt(strlen(made), 40000);
    cr_expect_str_eq(made + strlen(made) - 2, "t\n");
}

Test(captions, references_in_values)
{
    TEXT("{{rich}}\n\n::table{name=b #x}", "{\"rich\": \"see [](#x)\"}", "see Table 1\nTable 1\nx\n");
    cr_expect_str_eq(render(KINDS, "{{rich}}", "{\"rich\": \"see [](#x)\"}", "text"),
                     "test.json:1:10 /rich: there is no heading, figure or table \"#x\"\n");
}

Test(captions, mistakes)
{
    TEXT("[](#tabel)\n\n::table{name=b #table}\n{#table}\n# h\n::table{name=b #a.b}\n::table{name=b kind=tabl}", "{}",
         "t/s.md:1:4: there is no heading, figure or table \"#tabel\" (did you mean \"table\"?)\n"
         "t/s.md:4:2: \"#table\" is already the name of another figure or table; expected another name\n"
         "t/s.md:6:16: bad name \"#a.b\"; expected letters, digits, \"-\" and \"_\"\n"
         "t/s.md:7:16: there are no numbered captions \"tabl\" (did you mean \"table\"?)\n");
    cr_expect_str_eq(render("{}", "::table{name=b .numbered}\n::contents{of=figure}", "{}", "text"),
                     "t/s.md:1:1: there are no numbered captions \"table\" (describe it in \"captions\" of "
                     "template.json)\n"
                     "t/s.md:2:12: there are no numbered captions \"figure\" (describe it in \"captions\" of "
                     "template.json)\n");
    cr_expect_str_eq(render("{\"a\": {\"labl\": \"x\"}, \"b\": \"{7}\"}", "x", "{}", "text"),
                     "t/template.json:1:66 /captions/a: \"label\" is missing; expected text\n"
                     "t/template.json:1:75 /captions/a/labl: unknown member \"labl\"; expected one of label, style, "
                     "bold (did you mean \"label\"?)\n"
                     "t/template.json:1:86 /captions/b: bad label pattern \"{7}\"; expected a pattern such as \"1)\", "
                     "\"(๑)\", \"-\" or \"{1}.{2}\"\n");
}

Test(captions, sections_that_list_nothing)
{
    static const char plan[] = "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"captions\": " KINDS
                               ", \"sections\": [{\"name\": \"l\", \"listing\": \"table\"}, {\"name\": \"s\"}]}";
    struct test_text texts[] = {{"t/template.json", plan},
                                {"t/l.md", "list\n\n::contents{of=table}"},
                                {"t/s.md", "a\n\n{{#x}}\n::table{name=b .numbered}\n{{/x}}"},
                                {"t/tables/b.json", BARE},
                                {0}};
    cr_expect_str_eq(test_render(texts, "{\"x\": false}", "text"), "a\n");
    cr_expect_str_eq(test_render(texts, "{\"x\": true}", "text"), "list\nTable 1\na\nTable 1\nx\n");
    texts[0].text = "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"l\"}, "
                    "{\"name\": \"s\", \"listing\": \"x\"}, {\"name\": \"t\", \"file\": \"s.md\", \"new_page\": false, "
                    "\"listing\": \"table\"}]}";
    cr_expect_str_eq(test_render(texts, "{\"x\": false}", "text"),
                     "t/template.json:1:101 /sections/1/listing: there are no numbered captions \"x\"\n"
                     "t/template.json:1:167 /sections/2/listing: a section that begins no page has no \"listing\"\n");
}
