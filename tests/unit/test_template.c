/* Template folders: plan, styles, numbers, pages, tables, free sections, digits. */
#include "test_template_support.h"

TestSuite(template, .init = test_template_setup, .fini = test_template_teardown);

#define PLAN(more) "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\"}]" more "}"

static const char *render(const char *plan, const char *words, const char *facts, const char *what)
{
    const struct test_text texts[] = {{"t/template.json", plan}, {"t/s.md", words}, {0}};
    return test_render(texts, facts, what);
}

/* One table with that description, between the plan and what comes of it. */
static const char *table(const char *description, const char *facts)
{
    const struct test_text texts[] = {
        {"t/template.json", PLAN("")}, {"t/s.md", "::table{name=x}"}, {"t/tables/x.json", description}, {0}};
    return test_render(texts, facts, "dump");
}

#define IS(actual, expected) cr_assert_str_eq(actual, expected)

/* ---- the plan ---- */

Test(template, a_missing_template)
{
    IS(test_render((struct test_text[]){{0}}, "{}", "dump"), "there is no template \"t\"; expected t/template.json\n");
}

Test(template, the_document)
{
    IS(render("{\"title\": \"{{o.n}} {{y}}\", \"author\": \"{{o.n}}\", \"subject\": \"S\", \"lang\": \"th-TH\","
              "\"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\"}]}",
              "a", "{\"o\": {\"n\": \"N\"}, \"y\": 2566, \"digits\": \"thai\", \"font\": \"G\"}", "whole"),
       "document lang=th-TH title=\"N ๒๕๖๖\" author=\"N\" subject=\"S\" body=G,16\n"
       "  section width=595.28 height=841.89 top=70.87 right=56.69 bottom=56.69 left=85.04 number=none\n"
       "    paragraph style=body\n      \"a\"\n");
}

Test(template, a_broken_plan)
{
    IS(render("{\"titel\": \"T\", \"styles\": \"shared/none.json\", \"digits\": \"roman\", \"sections\": ["
              "{\"name\": \"S\"}, {\"file\": \"x\"}, {\"name\": \"s\", \"file\": \"x\", \"numbering\": \"n\"},"
              "{\"name\": \"s\", \"when\": 1, \"page\": {\"size\": \"A9\"}}]}",
              "a", "{}", "dump"),
       "t/template.json:1:1: \"title\" is missing; expected text\n"
       "t/template.json:1:11 /titel: unknown member \"titel\"; expected one of title, author, subject, lang, "
       "styles, lists, numbering, captions, page, digits, fields, criteria, profiles, sections, draft (did you mean "
       "\"title\"?)\n"
       "t/template.json:1:26 /styles: there is no file shared/none.json\n"
       "t/template.json:1:56 /digits: unknown digits \"roman\"; expected one of typed, arabic, thai\n"
       "t/template.json:1:87 /sections/0/name: bad name \"S\"; expected small Latin letters, digits, \"-\" and "
       "\"_\"\n"
       "t/template.json:1:93 /sections/1: \"name\" is missing; expected text\n"
       "t/template.json:1:130 /sections/2/file: bad file \"x\"; expected a name that ends in .md\n"
       "t/template.json:1:148 /sections/2/numbering: there is no numbering \"n\"\n"
       "t/template.json:1:153 /sections/3: there are two sections \"s\"\n"
       "t/template.json:1:175 /sections/3/when: \"when\" is a number; expected text\n"
       "t/template.json:1:195 /sections/3/page/size: bad page size; expected A4, A5, A3, Letter or [\"width\", "
       "\"height\"]\n");
}

Test(template, sections_in_order_and_under_conditions)
{
    const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"b\"}, {\"name\": \"a\","
         "\"when\": \"x.y\"}, {\"name\": \"c\", \"file\": \"a.md\", \"unless\": \"x.y\"}, {\"name\": \"e\","
         "\"each\": \"l\"}]}"},
        {"t/b.md", "{{>p}}"},
        {"shared/p.md", "shared {{n}}"},
        {"t/a.md", "a"},
        {"shared/e.md", "{{@number}}{{.}}"},
        {0}};
    IS(test_render(texts, "{\"n\": 1, \"x\": {\"y\": []}, \"l\": [\"p\", \"q\"]}", "text"), "shared 1\na\n1p\n2q\n");
    IS(test_render(texts, "{\"n\": 1, \"x\": {\"y\": true}, \"l\": null}", "text"), "shared 1\na\n");
}

Test(template, sections_by_profile)
{
    const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"profiles\": {\"progress\": {\"title\": \"P{{n}}\"},"
         "\"q-1\": {\"title\": \"Q\"}, \"end\": {}}, \"sections\": [{\"name\": \"a\", \"profiles\": [\"progress\"]},"
         "{\"name\": \"b\", \"profiles\": [\"end\", \"q-1\"]}, {\"name\": \"c\"}]}"},
        {"t/a.md", "a"},
        {"t/b.md", "b"},
        {"t/c.md", "c"},
        {0}};
    const char free[] = ", \"sections\": [{\"after\": \"a\", \"title\": \"x\", \"blocks\": []},"
                        "{\"title\": \"y\", \"profiles\": [\"end\"], \"blocks\": []}], \"n\": 1}";
    char facts[1000];
    snprintf(facts, sizeof facts, "%s%s",
             "{\"report\": {\"profile\": \"q-1\", \"progress\": true, \"q-1\": true, \"end\": false, \"kinds\": "
             "[\"progress\", \"q-1\", \"end\"]}",
             free);
    IS(test_render(texts, facts, "text"), "a\nx\nb\nc\n");
    cr_assert_not_null(strstr(test_render(texts, facts, "whole"), "title=\"Q\""));
    snprintf(facts, sizeof facts, "%s%s",
             "{\"report\": {\"profile\": \"q-2\", \"progress\": true, \"q-1\": false, \"end\": false, \"kinds\": "
             "[\"progress\", \"q-1\", \"end\"]}",
             free);
    IS(test_render(texts, facts, "text"), "a\nx\nc\n");
    cr_assert_not_null(strstr(test_render(texts, facts, "whole"), "title=\"P1\""));
    snprintf(facts, sizeof facts, "%s%s",
             "{\"report\": {\"profile\": \"end\", \"progress\": false, \"q-1\": false, \"end\": true, \"kinds\": "
             "[\"progress\", \"q-1\", \"end\"]}",
             free);
    IS(test_render(texts, facts, "text"), "b\nc\ny\n");
}

Test(template, a_template_of_one_report)
{
    const char plan[] = "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"profiles\": {},"
                        "\"sections\": [{\"name\": \"s\"}]}";
    IS(render(plan, "a", "{\"profile\": null, \"report\": {\"profile\": \"end\", \"own\": true, \"end\": true}}",
              "text"),
       "a\n");
    IS(render(plan, "a", "{\"profile\": null, \"report\": {\"profile\": \"end\", \"own\": false, \"end\": true}}",
              "dump"),
       "test.json:1:13 /profile: template \"t\" makes no report \"end\"; expected no profile: it makes one report\n");
    IS(render(plan, "a", "{\"profile\": \"end\", \"report\": {\"profile\": \"end\", \"own\": true, \"end\": true}}",
              "dump"),
       "test.json:1:13 /profile: template \"t\" makes no report \"end\"; expected no profile: it makes one report\n");
}

Test(template, profiles_that_there_are_not)
{
    IS(render("{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"profiles\": {\"x\": {\"y\": 1}},"
              "\"sections\": [{\"name\": \"s\"}]}",
              "a", "{}", "dump"),
       "t/template.json:1:72 /profiles/x/y: unknown member \"y\"; expected one of title, subject\n");
    IS(render("{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"profiles\": {\"progres\": {}},"
              "\"sections\": [{\"name\": \"s\", \"profiles\": [\"and\"]}]}",
              "a",
              "{\"profile\": \"end\", \"report\": {\"profile\": \"end\", \"progress\": false, \"end\": true, \"own\": "
              "true, \"kinds\": [\"progress\", \"end\"]}}",
              "dump"),
       "t/template.json:1:72 /profiles/progres: there is no profile \"progres\"; expected one of progress, end (did "
       "you "
       "mean \"progress\"?)\n"
       "t/template.json:1:116 /sections/0/profiles/0: there is no profile \"and\"; expected one of progress, end (did "
       "you mean \"end\"?)\n"
       "test.json:1:13 /profile: template \"t\" makes no report \"end\"; expected progres\n");
}

Test(template, unknown_names_in_conditions)
{
    IS(render("{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\", \"when\": "
              "\"memebrs\", \"each\": \"n\"}]}",
              "a", "{\"members\": [], \"n\": 1}", "dump"),
       "t/template.json:1:83 /sections/0/when: unknown name \"memebrs\" (did you mean \"members\"?)\n");
}

Test(template, files_that_are_missing)
{
    IS(render(PLAN(""), "a {{>b}}\n::table{name=c}\n{{>D}}", "{}", "dump"),
       "t/s.md:1:6: there is no file b.md in t/ or shared/\n"
       "t/s.md:2:14: there is no file tables/c.json in t/ or shared/\n"
       "t/s.md:3:4: there is no file D.md in t/ or shared/\n");
}

Test(template, files_that_are_no_text)
{
    IS(render(PLAN(""), "a\n\xff", "{}", "dump"), "t/s.md:2:1: not UTF-8; expected UTF-8\n");
    IS(render(PLAN(""), "a\n\x01", "{}", "dump"), "t/s.md:2:1: a control character; expected UTF-8\n");
    IS(render(PLAN(""), "\xef\xbb\xbf# a\r\n\r\n\tb\r\n", "{}", "text"), "a\nb\n");
}

Test(template, errors_in_strings_of_json_have_their_place)
{
    IS(render("{\"title\": \"a\\u0e01\\n\\\"{{x}}\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": "
              "\"s\"}]}",
              "a", "{}", "dump"),
       "t/template.json:1:25: unknown name \"x\"\n");
}

/* ---- drafts ---- */

#define SHARED_MARK                                                                                                    \
    {                                                                                                                  \
        "shared/draft.json", "{\"text\": \"D {{y}}\", \"style\": \"note\"}"                                            \
    }

static const char *draft(const char *more, const char *facts)
{
    const struct test_text texts[] = {
        {"t/template.json",
         arena_printf(test_template_arena(),
                      "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\"}]%s}",
                      more)},
        {"t/s.md", "a"},
        SHARED_MARK,
        {0}};
    return test_render(texts, facts, "whole");
}

Test(template, drafts)
{
    const char *dump = draft("", "{\"draft\": true, \"y\": 2566}");
    cr_assert_not_null(strstr(dump, "title=\"T\" draft=\"D 2566\" body="), "%s", dump);
    cr_assert_null(strstr(draft("", "{\"draft\": false, \"y\": 2566}"), "draft="));
    cr_assert_null(strstr(draft("", "{}"), "draft="));
    dump = draft(", \"draft\": {\"text\": \"E\"}", "{\"draft\": true}");
    cr_assert_not_null(strstr(dump, "draft=\"E\""), "%s", dump);
}

Test(template, bad_drafts)
{
    IS(draft(", \"draft\": {\"text\": \"\", \"stile\": \"x\"}", "{}"),
       "t/template.json:1:95 /draft/text: \"text\" is empty; expected the words that a draft bears\n"
       "t/template.json:1:108 /draft/stile: unknown member \"stile\"; expected one of text, style (did you mean "
       "\"style\"?)\n");
    IS(draft(", \"draft\": {\"style\": \"mark\"}", "{\"draft\": true, \"y\": 1}"),
       "t/template.json:1:96 /draft/style: there is no style \"mark\"\n");
    IS(render(PLAN(""), "a", "{\"draft\": true}", "dump"),
       "t/template.json:1:1: template \"t\" has no mark for drafts; expected \"draft\" with \"text\" and \"style\"\n");
    IS(render(PLAN(", \"draft\": {\"text\": \"D\"}"), "a", "{}", "dump"),
       "t/template.json:1:86 /draft: \"style\" is missing\n");
}

/* ---- pages ---- */

Test(template, page_setups)
{
    const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"page\": {\"margins\": {\"top\": \"72pt\"},"
         "\"number\": {\"place\": \"top-center\", \"format\": \"- # -\", \"first_page\": false}}, \"sections\": ["
         "{\"name\": \"a\", \"page\": {\"landscape\": true, \"number\": {\"from\": 3, \"digits\": \"letters\"}}},"
         "{\"name\": \"b\", \"new_page\": false}, {\"name\": \"c\", \"digits\": \"thai\"},"
         "{\"name\": \"empty\", \"page\": {\"number\": {\"from\": 9}}}]}"},
        {"t/a.md", "a"},
        {"t/b.md", "b"},
        {"t/c.md", "c 1"},
        {"t/empty.md", "{{! nothing }}"},
        {0}};
    IS(test_render(texts, "{}", "whole"),
       "document lang=th-TH title=\"T\" body=F,16\n"
       "  section width=841.89 height=595.28 top=72 right=56.69 bottom=56.69 left=85.04 number=top-center "
       "format=\"- # -\" digits=letters from=3 number-style=page-number\n"
       "    paragraph style=body\n      \"a\"\n    paragraph style=body\n      \"b\"\n"
       "  section width=595.28 height=841.89 top=72 right=56.69 bottom=56.69 left=85.04 number=top-center "
       "format=\"- # -\" digits=thai from=0 number-style=page-number\n"
       "    paragraph style=body\n      \"c ๑\"\n");
}

Test(template, catchwords)
{
    const struct test_text texts[] = {{"t/template.json",
                                       "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"page\": "
                                       "{\"catchword\": \"/{words}...\"}, \"sections\": ["
                                       "{\"name\": \"a\"}, {\"name\": \"b\", \"page\": {\"catchword\": \"\"}}]}"},
                                      {"t/a.md", "a"},
                                      {"t/b.md", "b"},
                                      {0}};
    const char *dump = test_render(texts, "{}", "whole");
    cr_assert_not_null(
        strstr(dump, "left=85.04 catchword=\"/{words}...\" number=none\n    paragraph style=body\n      \"a\""), "%s",
        dump);
    cr_assert_not_null(strstr(dump, "left=85.04 number=none\n    paragraph style=body\n      \"b\""), "%s", dump);
    IS(render(PLAN(", \"page\": {\"catchword\": \"/...\"}"), "a", "{}", "dump"),
       "t/template.json:1:99 /page/catchword: \"catchword\" has no {words}; expected a text such as "
       "\"/{words}...\"\n");
    IS(render(PLAN(", \"page\": {\"catchword\": true}"), "a", "{}", "dump"),
       "t/template.json:1:99 /page/catchword: \"catchword\" is true or false; expected text\n");
}

Test(template, bad_page_setups)
{
    IS(render(PLAN(", \"page\": {\"size\": \"A9\", \"margins\": {\"left\": \"30\", \"up\": \"1mm\"}, \"number\": "
                   "{\"place\": \"top\", \"format\": \"-\", \"from\": 0}}"),
              "a", "{}", "dump"),
       "t/template.json:1:94 /page/size: bad page size; expected A4, A5, A3, Letter or [\"width\", \"height\"]\n"
       "t/template.json:1:120 /page/margins/left: \"left\" is \"30\"; expected a length such as \"16pt\" or "
       "\"25mm\"\n"
       "t/template.json:1:132 /page/margins/up: unknown member \"up\"; expected one of top, right, bottom, left\n"
       "t/template.json:1:160 /page/number/place: unknown place \"top\"; expected one of none, top-center, "
       "top-right, bottom-center, bottom-right\n"
       "t/template.json:1:177 /page/number/format: \"format\" has no number; expected # where the number goes\n"
       "t/template.json:1:190 /page/number/from: \"from\" is 0; expected a whole number from 1 to 9999\n");
}

Test(template, margins_must_leave_room)
{
    const char *said = render(PLAN(", \"page\": {\"size\": [\"100mm\", \"100mm\"], \"margins\": {\"left\": \"60mm\"}}"),
                              "a", "{}", "dump");
    cr_assert(strstr(said, "/page: the margins leave no room on the page"), "%s", said);
}

/* ---- styles ---- */

static const char *styles(const char *sheet, const char *words)
{
    const struct test_text texts[] = {
        {"t/template.json", PLAN("")}, {"t/s.md", words}, {"shared/styles.json", sheet}, {0}};
    return test_render(texts, "{}", "whole");
}

#define LISTS "\"lists\": {\"ordered\": \"1.\", \"bullet\": \"-\"}"

Test(template, a_sheet_may_be_changed)
{
    IS(render("{\"title\": \"T\", \"styles\": {\"from\": \"shared/styles.json\", \"family\": \"H\", \"styles\": "
              "{\"body\": {\"size\": \"15pt\"}, \"own\": {\"based_on\": \"note\"}}, \"lists\": {\"bullet\": \"•\"}},"
              "\"sections\": [{\"name\": \"s\"}]}",
              "{.own}\na\n\n- b", "{}", "whole"),
       "document lang=th-TH title=\"T\" body=H,15\n"
       "  section width=595.28 height=841.89 top=70.87 right=56.69 bottom=56.69 left=85.04 number=none\n"
       "    paragraph style=own\n      \"a\"\n"
       "    list indent=0 hang=0 tight\n      item label=\"•\" style=body\n        paragraph style=body\n"
       "          \"b\"\n");
}

Test(template, broken_sheets)
{
    IS(styles("{\"styles\": {\"body\": {\"size\": \"16\"}, \"a\": {\"based_on\": \"b\", \"bold\": 1}, \"b\": "
              "{\"based_on\": \"a\", \"aling\": \"left\"}, \"c\": {\"based_on\": \"d\", \"leading\": \"-1pt\"}}}",
              "a"),
       "shared/styles.json:1:1: \"family\" is missing\n"
       "shared/styles.json:1:21 /styles/body: style \"body\" has no size or leading; expected \"size\" and "
       "\"leading\"\n"
       "shared/styles.json:1:30 /styles/body/size: \"size\" is \"16\"; expected a length such as \"16pt\" or "
       "\"25mm\"\n"
       "shared/styles.json:1:68 /styles/a/bold: \"bold\" is a number; expected true or false\n"
       "shared/styles.json:1:90 /styles/b/based_on: style \"b\" is based on itself\n"
       "shared/styles.json:1:104 /styles/b/aling: unknown member \"aling\"; expected one of based_on, family, "
       "size, leading, bold, italic, align, first_indent, left, right, before, after, keep_with_next, "
       "keep_together, page_break_before, lines_top, lines_bottom, keep_with_lines_before (did you mean \"align\"?)\n"
       "shared/styles.json:1:131 /styles/c/based_on: there is no style \"d\"\n"
       "shared/styles.json:1:147 /styles/c/leading: \"leading\" is \"-1pt\"; expected a length such as \"16pt\" "
       "or \"25mm\"\n"
       "t/template.json:1:1: there is no list style \"ordered\"\n"
       "t/template.json:1:1: there is no list style \"bullet\"\n");
}

Test(template, styles_based_on_themselves)
{
    const char *said = styles("{\"family\": \"F\", \"styles\": {\"body\": {\"size\": \"16pt\", \"leading\": \"150%\"}, "
                              "\"a\": {\"based_on\": \"b\"}, \"b\": {\"based_on\": \"a\"}}, " LISTS "}",
                              "a");
    IS(said, "shared/styles.json:1:115 /styles/b/based_on: style \"b\" is based on itself\n");
}

Test(template, default_lists_are_needed)
{
    IS(styles("{\"family\": \"F\", \"styles\": {\"body\": {\"size\": \"16pt\", \"leading\": \"150%\"}}}", "a"),
       "t/template.json:1:1: there is no list style \"ordered\"\n"
       "t/template.json:1:1: there is no list style \"bullet\"\n");
}

/* ---- numbers ---- */

Test(template, numbers_of_headings)
{
    IS(render(PLAN(", \"numbering\": {\"main\": {\"1\": {\"label\": \"ส่วนที่ {1}\", \"own_line\": true, \"width\": "
                   "\"20pt\"}, \"2\": {\"label\": \"{2}.\", \"restart\": false}, \"3\": \"{1:ก}.{2:i}.{n:๑}\"}}"),
              "# a\n## b\n### c\n### d\n# e\n{.unnumbered}\n## f\n## g\n### h", "{}", "text"),
       "ส่วนที่ 1 a\n1. b\nก.i.๑ c\nก.i.๒ d\nส่วนที่ 2 e\nf\n2. g\nข.ii.๑ h\n");
}

Test(template, numberings_count_by_themselves)
{
    const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"numbering\": {\"main\": {\"1\": \"{1}.\"}, "
         "\"plan\": "
         "{\"1\": \"({1})\"}}, \"sections\": [{\"name\": \"a\"}, {\"name\": \"b\", \"file\": \"a.md\", \"numbering\": "
         "\"plan\"}, {\"name\": \"c\", \"file\": \"a.md\"}]}"},
        {"t/a.md", "# x"},
        {0}};
    IS(test_render(texts, "{}", "text"), "1. x\n(1) x\n2. x\n");
}

Test(template, list_styles)
{
    IS(render(PLAN(", \"lists\": {\"duty\": [{\"label\": \"(๑)\", \"indent\": \"10pt\", \"hang\": \"20pt\", \"style\": "
                   "\"note\", \"tight\": false}, \"1.1\"], \"ordered\": [\"ข้อ {n}\", \"{1}.{n}\"]}"),
              "{.duty}\n1. a\n   1. b\n2. c\n\n1. d\n   1. e", "{}", "dump"),
       "list indent=10 hang=20\n"
       "  item label=\"(๑)\" style=note\n    paragraph style=note\n      \"a\"\n"
       "    list indent=0 hang=0 tight\n"
       "      item label=\"1.1\" style=note\n        paragraph style=note\n          \"b\"\n"
       "  item label=\"(๒)\" style=note\n    paragraph style=note\n      \"c\"\n"
       "  item label=\"(๓)\" style=note\n    paragraph style=note\n      \"d\"\n"
       "    list indent=0 hang=0 tight\n"
       "      item label=\"3.1\" style=note\n        paragraph style=note\n          \"e\"\n");
}

Test(template, bad_labels)
{
    IS(render(PLAN(", \"lists\": {\"a\": \"{7}\", \"b\": [], \"c\": {\"lable\": \"-\"}}, \"numbering\": {\"main\": "
                   "{\"7\": \"1\"}}"),
              "a", "{}", "dump"),
       "t/template.json:1:92 /lists/a: bad label pattern \"{7}\"; expected a pattern such as \"1)\", \"(๑)\", "
       "\"-\" or \"{1}.{2}\"\n"
       "t/template.json:1:104 /lists/b: list style \"b\" is empty; expected a label\n"
       "t/template.json:1:113 /lists/c: \"label\" is missing; expected text\n"
       "t/template.json:1:123 /lists/c/lable: unknown member \"lable\"; expected one of label, indent, hang, "
       "style, tight (did you mean \"label\"?)\n"
       "t/template.json:1:158 /numbering/main/7: unknown member \"7\"; expected one of 1, 2, 3, 4, 5, 6\n");
}

/* ---- tables ---- */

Test(template, a_table)
{
    IS(table("{\"columns\": [{\"width\": \"15mm\", \"align\": \"center\"}, {}, {\"width\": \"20%\", \"align\": "
             "\"decimal\", \"valign\": \"bottom\"}], \"header\": [[\"a\", {\"text\": \"b\", \"colspan\": 2, \"align\": "
             "\"left\"}]], \"body\": [{\"each\": \"l\", \"cells\": [\"{{@number}}\", \"**{{n}}**\", {\"text\": "
             "\"{{s}}\", \"head\": true}]}], \"caption\": \"C *{{t}}*\", \"rules\": \"rows\", \"padding\": {\"x\": "
             "\"1pt\", \"y\": \"2pt\"}, \"split_rows\": false, \"continued\": \"(ต่อ)\", \"empty\": \"–\"}",
             "{\"t\": \"T\", \"l\": [{\"n\": \"p\", \"s\": 1.5}, {\"n\": \"q\", \"s\": \"\"}]}"),
       "table columns=42.52:center,auto:left,20%:decimal header-rows=1 rules=rows padding-x=1 padding-y=2 caption "
       "continued=\"(ต่อ)\" style=table-text\n"
       "  paragraph style=caption\n    \"C \"\n    \"T\" italic /t\n"
       "  row\n"
       "    cell column=0 align=center valign=middle header shaded style=table-head\n"
       "      paragraph style=table-head\n        \"a\"\n"
       "    cell column=1 colspan=2 align=left valign=middle header shaded style=table-head\n"
       "      paragraph style=table-head\n        \"b\"\n"
       "  row\n"
       "    cell column=0 align=center valign=top style=table-text\n"
       "      paragraph style=table-text\n        \"1\"\n"
       "    cell column=1 align=left valign=top style=table-text\n"
       "      paragraph style=table-text\n        \"p\" bold /l/0/n\n"
       "    cell column=2 align=decimal valign=bottom header style=table-head\n"
       "      paragraph style=table-head\n        \"1.5\" /l/0/s\n"
       "  row\n"
       "    cell column=0 align=center valign=top style=table-text\n"
       "      paragraph style=table-text\n        \"2\"\n"
       "    cell column=1 align=left valign=top style=table-text\n"
       "      paragraph style=table-text\n        \"q\" bold /l/1/n\n"
       "    cell column=2 align=decimal valign=bottom header style=table-head\n"
       "      paragraph style=table-head\n        \"–\"\n");
}

/* The cells of a table, a row a line: column, spans and words. */
static const char *grid(const char *description, const char *facts)
{
    struct buf out = buf_init(test_template_arena());
    for (const char *line = table(description, facts); *line; line += strcspn(line, "\n") + 1) {
        size_t length = strcspn(line, "\n");
        const char *cell = strstr(line, "cell column="), *align = strstr(line, " align=");
        if (strncmp(line, "t/", 2) == 0)
            buf_printf(&out, "%.*s\n", (int)length, line);
        else if (strncmp(line, "  row", 5) == 0)
            buf_puts(&out, "|");
        else if (cell && cell < line + length)
            buf_printf(&out, " %.*s", (int)(align - cell - 12), cell + 12);
        else if (strncmp(line, "        \"", 9) == 0)
            buf_printf(&out, ":%.*s", (int)strcspn(line + 9, "\""), line + 9);
    }
    return out.data;
}

#define COLUMNS(n) "{\"columns\": [" n "], \"body\": "

Test(template, rows_within_rows)
{
    IS(grid(COLUMNS("{}, {}") "[{\"each\": \"l\", \"rows\": [{\"cells\": [\"{{n}}\", \"\"]}, {\"when\": \"m\", "
                              "\"each\": \"m\", \"cells\": "
                              "[\"{{n}}\", \"{{.}}\"]}, {\"unless\": \"m\", \"cells\": [{\"text\": \"-\", \"colspan\": "
                              "2}]}]}], "
                              "\"footer\": [{\"cells\": [\"sum\", \"{{t}}\"]}]}",
            "{\"t\": 9, \"l\": [{\"n\": \"a\", \"m\": [1, 2]}, {\"n\": \"b\", \"m\": []}]}"),
       "| 0:a 1| 0:a 1:1| 0:a 1:2| 0:b 1| 0 colspan=2:-| 0:sum 1:9");
}

Test(template, merged_rows)
{
    const char *description =
        COLUMNS("{}, {}, {}") "[{\"each\": \"tools\", \"rows\": [{\"each\": \"n\", \"rows\": [{\"cells\": [\"{{.}}\", "
                              "{\"text\": \"{{code}} "
                              "*x*\", \"merge\": \"{{code}}\"}, {\"text\": \"{{w}}\", \"merge\": true}]}]}]}]}";
    IS(grid(description, "{\"tools\": [{\"code\": \"I\", \"w\": 30, \"n\": [1, 2]}, {\"code\": \"E\", \"w\": 30, "
                         "\"n\": [3]}, {\"code\": \"O\", \"w\": 40, \"n\": [4, 5, 6]}]}"),
       "| 0:1 1 rowspan=2:I: :x 2 rowspan=3:30| 0:2| 0:3 1:E: :x| 0:4 1 rowspan=3:O: :x 2 rowspan=3:40| 0:5| 0:6");
}

Test(template, explicit_spans)
{
    IS(grid(COLUMNS("{}, {}, {}") "[{\"cells\": [{\"text\": \"a\", \"rowspan\": 2}, {\"text\": \"b\", \"colspan\": "
                                  "2}]}, {\"cells\": [\"c\", "
                                  "\"d\"]}]}",
            "{}"),
       "| 0 rowspan=2:a 1 colspan=2:b| 1:c 2:d");
}

Test(template, lists_in_cells)
{
    IS(table(COLUMNS("{}") "[{\"cells\": [\"a\\n{{#l}}\\n1. {{.}}\\n{{/l}}\"]}]}", "{\"l\": [\"x\", \"y\"]}"),
       "table columns=auto:left header-rows=0 rules=all padding-x=4.25 padding-y=1.42 split-rows style=table-text\n"
       "  row\n"
       "    cell column=0 align=left valign=top style=table-text\n"
       "      paragraph style=table-text\n        \"a\"\n"
       "      list indent=0 hang=0 tight\n"
       "        item label=\"1.\" style=table-text\n          paragraph style=table-text\n            \"x\" /l/0\n"
       "        item label=\"2.\" style=table-text\n          paragraph style=table-text\n            \"y\" /l/1\n");
}

Test(template, rows_that_do_not_fill_the_table)
{
    IS(grid(COLUMNS(
                "{}, {}") "[{\"each\": \"l\", \"cells\": [\"a\"]}], \"footer\": [{\"cells\": [\"a\", \"b\", \"c\"]}],"
                          "\"header\": [[\"a\", {\"text\": \"b\", \"rowspan\": 2}]]}",
            "{\"l\": [1, 2]}"),
       "t/tables/x.json:1:32 /body/0: row 1 of the body has too few cells; expected 2 columns filled\n"
       "t/tables/x.json:1:75 /footer/0: row 1 of the footer has too many cells; expected 2 columns filled\n"
       "t/tables/x.json:1:114 /header/0: row 1 of the header has a cell that goes on below it; expected 2 columns "
       "filled\n");
}

Test(template, cells_over_each_other)
{
    IS(grid(COLUMNS("{}, {}, {}") "[{\"cells\": [\"a\", {\"text\": \"b\", \"rowspan\": 2}, \"c\"]}, {\"cells\": "
                                  "[{\"text\": \"d\", "
                                  "\"colspan\": 2}, \"e\"]}]}",
            "{}"),
       "t/tables/x.json:1:99 /body/1/cells/0: row 2 of the body has a cell over one from above; expected 3 "
       "columns filled\n");
}

Test(template, tables_without_rows)
{
    IS(grid(COLUMNS("{}") "[{\"each\": \"l\", \"cells\": [\"a\"]}]}", "{\"l\": []}"),
       "t/s.md:1:9: table \"x\" has no rows (leave it out where its list is empty)\n");
}

Test(template, broken_tables)
{
    IS(grid("{\"colums\": [], \"header\": [1], \"body\": [{}, {\"cells\": [], \"rows\": []}, {\"cells\": [1, {\"txt\": "
            "\"a\"}, {\"text\": \"{{x\", \"colspan\": 0, \"align\": \"middle\"}]}], \"rules\": \"some\", \"padding\": "
            "{\"x\": 1}}",
            "{}"),
       "t/tables/x.json:1:1: \"columns\" is missing; expected a list\n"
       "t/tables/x.json:1:12 /colums: unknown member \"colums\"; expected one of columns, header, body, footer, "
       "caption, rules, style, head_style, caption_style, head_shaded, padding, split_rows, continued, empty (did "
       "you mean \"columns\"?)\n"
       "t/tables/x.json:1:27 /header/0: a row of the header is a number; expected a list of cells\n"
       "t/tables/x.json:1:40 /body/0: unclear row; expected either \"cells\" or \"rows\"\n"
       "t/tables/x.json:1:44 /body/1: unclear row; expected either \"cells\" or \"rows\"\n"
       "t/tables/x.json:1:82 /body/2/cells/0: a cell is a number; expected text or an object\n"
       "t/tables/x.json:1:85 /body/2/cells/1: \"text\" is missing; expected text\n"
       "t/tables/x.json:1:93 /body/2/cells/1/txt: unknown member \"txt\"; expected one of text, colspan, rowspan, "
       "merge, align, valign, style, head, shaded (did you mean \"text\"?)\n"
       "t/tables/x.json:1:109: tag is never closed; expected }} (write {\\{ for braces that are printed)\n"
       "t/tables/x.json:1:126 /body/2/cells/2/colspan: \"colspan\" is 0; expected a whole number from 1 to 60\n"
       "t/tables/x.json:1:138 /body/2/cells/2/align: unknown align \"middle\"; expected one of left, center, "
       "right, decimal\n"
       "t/tables/x.json:1:161 /rules: unknown rules \"some\"; expected one of all, rows, none (did you mean "
       "\"none\"?)\n"
       "t/tables/x.json:1:186 /padding/x: \"x\" is a number; expected text\n");
}

Test(template, what_cannot_stand_in_cells)
{
    IS(grid(COLUMNS("{}") "[{\"cells\": [\"# a\\n\\n::table{name=x}\\n\\n::pagebreak\"]}]}", "{}"),
       "t/tables/x.json:1:40: a heading cannot stand in a table cell\n"
       "t/tables/x.json:1:47: ::table cannot stand in a table cell\n"
       "t/tables/x.json:1:66: ::pagebreak cannot stand in a table cell\n");
}

/* ---- free sections ---- */

static const char *free_sections(const char *sections, const char *what)
{
    const struct test_text texts[] = {
        {"t/template.json", "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"numbering\": {\"main\": {\"1\": "
                            "\"{1}.\", \"2\": \"{1}.{2}\"}}, \"sections\": [{\"name\": \"a\", \"page\": {\"number\": "
                            "{\"place\": \"top-right\", \"from\": 5}}}, {\"name\": \"b\", \"file\": \"a.md\"}]}"},
        {"t/a.md", "# x\n"},
        {0}};
    return test_render(texts, arena_printf(test_template_arena(), "{\"sections\": %s}", sections), what);
}

Test(template, free_sections_stand_where_they_say)
{
    IS(free_sections("[{\"title\": \"end\", \"blocks\": []}, {\"after\": \"a\", \"title\": \"one\", \"level\": 2, "
                     "\"blocks\": [{\"type\": \"paragraph\", \"text\": \"p\"}]}, {\"after\": \"b\", \"title\": "
                     "\"two\", \"level\": 1, \"blocks\": []}]",
                     "text"),
       "1. x\n1.1 one\np\n2. x\n3. two\n4. end\n");
}

Test(template, free_sections_of_level_1_begin_a_page)
{
    const char *dump = free_sections("[{\"after\": \"a\", \"title\": \"one\", \"blocks\": []}]", "whole");
    const char *second = strstr(strstr(dump, "  section ") + 1, "  section ");
    cr_assert(second && strstr(second, "number=top-right format=\"#\" digits=arabic from=0") < strstr(second, "one"),
              "%s", dump);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        count++;
    return count;
}

Test(template, free_sections_may_turn_their_pages)
{
    const char *dump = free_sections("[{\"after\": \"a\", \"title\": \"one\", \"level\": 2, \"landscape\": true, "
                                     "\"blocks\": []}, {\"after\": \"a\", \"title\": \"two\", \"level\": 3, "
                                     "\"landscape\": true, \"blocks\": []}, {\"after\": \"a\", \"title\": \"three\", "
                                     "\"level\": 2, \"blocks\": []}]",
                                     "whole");
    cr_assert_eq(count_of(dump, "  section "), 4, "%s", dump); /* a, one and two, three, b */
    cr_assert_eq(count_of(dump, "width=841.89 height=595.28"), 1, "%s", dump);
    cr_assert(strstr(dump, "width=841.89") < strstr(dump, "one") && strstr(dump, "two") < strstr(dump, "three"));
}

Test(template, free_sections_must_name_a_section)
{
    IS(free_sections("[{\"after\": \"c\", \"title\": \"one\", \"blocks\": []}]", "text"),
       "test.json:1:25 /sections/0/after: template \"t\" has no section \"c\"; expected a, b\n");
}

/* ---- the library of sections; sections left out ---- */

#define LIBRARY                                                                                                        \
    "{\"numbering\": {\"none\": {}, \"main\": {}}, \"sections\": [{\"name\": \"glossary\", \"when\": \"glossary\", "   \
    "\"new_page\": false, \"numbering\": \"none\"}, {\"name\": \"orders\", \"file\": \"order.md\", \"each\": "         \
    "\"orders\", "                                                                                                     \
    "\"page\": {\"landscape\": true, \"number\": {\"place\": \"top-center\"}}}]}"

static const char *with_library(const char *used, const char *facts, const char *what)
{
    const struct test_text texts[] = {
        {"t/template.json",
         arena_printf(test_template_arena(),
                      "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"numbering\": {\"main\": {\"1\": "
                      "\"{1}.\"}}, \"sections\": [{\"name\": \"a\"}, {\"name\": \"b\", \"file\": \"a.md\"}%s]}",
                      used)},
        {"t/a.md", "# x\n"},
        {"shared/sections.json", LIBRARY},
        {"shared/glossary.md", "# words\n"},
        {"shared/order.md", "# order {{.}}\n"},
        {0}};
    return test_render(texts, facts, what);
}

Test(template, library_sections_in_a_template)
{
    const char *facts = "{\"glossary\": [1], \"orders\": [7, 8]}";
    IS(with_library(", {\"use\": \"orders\"}, {\"use\": \"glossary\"}", facts, "text"),
       "1. x\n2. x\n3. order 7\n4. order 8\nwords\n");
    IS(with_library(", {\"use\": \"glossary\", \"numbering\": \"main\"}", facts, "text"), "1. x\n2. x\n3. words\n");
    IS(with_library(", {\"use\": \"glossary\", \"name\": \"mine\", \"when\": \"orders\", \"file\": \"a.md\"}", facts,
                    "text"),
       "1. x\n2. x\nx\n");
    IS(with_library(", {\"use\": \"glossary\"}", "{\"glossary\": [], \"orders\": []}", "text"), "1. x\n2. x\n");
}

Test(template, library_sections_have_their_own_page_which_a_template_may_change)
{
    const char *facts = "{\"glossary\": [1], \"orders\": [7]}";
    const char *dump = with_library(", {\"use\": \"orders\"}", facts, "whole");
    cr_assert(strstr(dump, "width=841.89") && strstr(dump, "number=top-center"), "%s", dump);
    dump = with_library(", {\"use\": \"orders\", \"page\": {\"landscape\": false}}", facts, "whole");
    cr_assert(!strstr(dump, "width=841.89") && strstr(dump, "number=top-center"), "%s", dump);
}

Test(template, library_sections_that_are_not_there_or_twice)
{
    IS(with_library(", {\"use\": \"order\"}, {\"use\": \"glossary\", \"name\": \"a\"}", "{}", "text"),
       "t/template.json:1:153 /sections/2/use: shared/sections.json has no section \"order\" (did you mean "
       "\"orders\"?)\n"
       "t/template.json:1:163 /sections/3: there are two sections \"a\"\n");
}

Test(template, library_sections_asked_for_in_the_json)
{
    IS(with_library("",
                    "{\"glossary\": [1], \"orders\": [7], \"sections\": [{\"use\": \"orders\", \"after\": \"a\"}, "
                    "{\"use\": \"glossary\"}]}",
                    "text"),
       "1. x\n2. order 7\n3. x\nwords\n");
    IS(with_library("", "{\"glossary\": [], \"orders\": [7], \"sections\": [{\"use\": \"glossary\"}]}", "text"),
       "test.json:1:54 /sections/0/use: warning: nothing comes of the section \"glossary\"; expected \"glossary\" in "
       "this file\n1. x\n2. x\n");
    IS(with_library(", {\"use\": \"glossary\"}",
                    "{\"glossary\": [1], \"sections\": [{\"use\": \"glosary\"}, {\"use\": \"glossary\", \"title\": "
                    "\"x\"}, {\"title\": \"y\"}]}",
                    "text"),
       "test.json:1:40 /sections/0/use: shared/sections.json has no section \"glosary\"; expected glossary, orders "
       "(did you mean "
       "\"glossary\"?)\n"
       "test.json:1:60 /sections/1/use: template \"t\" has the section \"glossary\" already (to move it, name it in "
       "\"omit\" as well)\n"
       "test.json:1:81 /sections/1/title: a section with \"use\" has no \"title\" of its own\n"
       "test.json:1:87 /sections/2: this section says nothing; expected \"blocks\", or \"use\" with the name of a "
       "section of the library\n");
}

Test(template, sections_left_out)
{
    IS(with_library("", "{\"glossary\": [1], \"omit\": [\"a\"]}", "text"), "1. x\n");
    IS(with_library(", {\"use\": \"glossary\"}",
                    "{\"glossary\": [1], \"omit\": [\"glossary\"], \"sections\": [{\"use\": \"glossary\", \"after\": "
                    "\"a\"}]}",
                    "text"),
       "1. x\nwords\n2. x\n");
    IS(with_library("", "{\"omit\": [\"c\"]}", "text"),
       "test.json:1:11 /omit/0: template \"t\" has no section \"c\"; expected a, b\n");
    IS(with_library("", "{\"omit\": [\"a\", \"b\"]}", "text"), "test.json:1:10 /omit: nothing is left of the report\n");
}

Test(template, free_tables)
{
    IS(free_sections("[{\"title\": \"t\", \"blocks\": [{\"type\": \"table\", \"header\": [[\"a\", \"b\"]], \"rows\": "
                     "[[\"c\", {\"text\": \"d\", \"align\": \"right\"}], [{\"text\": \"e\", \"colspan\": 2}]], "
                     "\"widths\": [\"15mm\", \"auto\"], \"caption\": \"C\"}]}]",
                     "text"),
       "1. x\n2. x\n3. t\nC\na\nb\nc\nd\ne\n");
    const char *said =
        free_sections("[{\"title\": \"t\", \"blocks\": [{\"type\": \"table\", \"rows\": [[\"c\"], [\"d\", "
                      "\"e\"]]}, {\"type\": \"tabel\"}]}]",
                      "text");
    IS(said,
       "test.json:1:75 /sections/0/blocks/0/rows/1: row 2 of the body has too many cells; expected 1 column filled\n"
       "test.json:1:98 /sections/0/blocks/1/type: there is no file blocks/tabel.md in t/ or shared/; expected the type "
       "of a block (did you mean \"table\"?)\n");
}

/* Blocks whose types are texts of the template. */
static const char *described_blocks(const char *blocks, const char *what)
{
    const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\"}]}"},
        {"t/s.md", "::blocks{from=l}\n"},
        {"t/blocks/pair.md", "{{>inner}} {{who}}\n"},
        {"shared/inner.md", "{{a}} and {{b}}\n"},
        {"shared/blocks/both.md", "::blocks{from=of}\n\nend\n"},
        {"shared/blocks/again.md", "::blocks{from=l}\n"},
        {0}};
    return test_render(texts, arena_printf(test_template_arena(), "{\"who\": \"W\", \"l\": [%s]}", blocks), what);
}

Test(template, described_blocks)
{
    IS(described_blocks("{\"type\": \"pair\", \"a\": \"*1*\", \"b\": 2}, {\"type\": \"paragraph\", \"text\": \"p\"}",
                        "text"),
       "*1* and 2 W\np\n");
    IS(described_blocks("{\"type\": \"both\", \"of\": [{\"type\": \"pair\", \"a\": 1, \"b\": 2}, {\"type\": \"both\", "
                        "\"of\": []}]}",
                        "text"),
       "1 and 2 W\nend\nend\n");
    IS(described_blocks("{\"type\": \"pair\", \"a\": 1}", "text"), "shared/inner.md:1:13: unknown name \"b\"\n");
    IS(described_blocks("{\"text\": 1}", "text"),
       "test.json:1:20 /l/0: not a block; expected an object with \"type\", such as \"paragraph\"\n");
    IS(described_blocks("{\"type\": \"again\"}", "text"), "test.json:1:29 /l/0/type: blocks are nested too deeply\n");
}

Test(template, a_shared_page_set_up)
{
    const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"page\": {\"from\": \"shared/p.json\"}, "
         "\"sections\": [{\"name\": \"s\"}, {\"name\": \"s2\", \"file\": \"s.md\", \"page\": {\"from\": "
         "\"shared/q.json\", \"margins\": {\"left\": \"3pt\"}}}]}"},
        {"t/s.md", "x\n"},
        {"shared/p.json", "{\"size\": [\"200pt\", \"300pt\"], \"margins\": {\"top\": \"7pt\", \"left\": \"2pt\"}}"},
        {"shared/q.json", "{\"margins\": {\"right\": \"5pt\", \"left\": \"9pt\"}}"},
        {0}};
    IS(test_render(texts, "{}", "whole"),
       "document lang=th-TH title=\"T\" body=F,16\n"
       "  section width=200 height=300 top=7 right=56.69 bottom=56.69 left=2 number=none\n"
       "    paragraph style=body\n      \"x\"\n"
       "  section width=200 height=300 top=7 right=5 bottom=56.69 left=3 number=none\n"
       "    paragraph style=body\n      \"x\"\n");
}

/* ---- digits ---- */

Test(template, digits)
{
    const char *words = "# ปี 2566\n1. O24 ข้อ ๓ <https://a.th/1> [Part 4]{lang=en} O{{n}} {{n}}\n";
    IS(render(PLAN(""), words, "{\"n\": 25}", "text"), "ปี 2566\n1. O24 ข้อ ๓ https://a.th/1 Part 4 O25 25\n");
    IS(render(PLAN(""), words, "{\"n\": 25, \"digits\": \"thai\"}", "text"),
       "ปี ๒๕๖๖\n๑. O24 ข้อ ๓ https://a.th/1 Part 4 O25 ๒๕\n");
    IS(render(PLAN(", \"digits\": \"thai\""), words, "{\"n\": 25, \"digits\": \"arabic\"}", "text"),
       "ปี 2566\n1. O24 ข้อ 3 https://a.th/1 Part 4 O25 25\n");
    IS(render(PLAN(", \"digits\": \"thai\""), "1", "{\"digits\": null}", "text"), "๑\n");
}

/* ---- languages ---- */

static const char *in_languages(const char *section, const char *words, const char *facts, const char *what)
{
    const struct test_text texts[] = {
        {"t/template.json",
         arena_printf(test_template_arena(),
                      "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"digits\": \"thai\", \"page\": "
                      "{\"number\": {\"place\": \"top-center\"}}, \"numbering\": {\"main\": {\"1\": \"{1}.\"}}, "
                      "\"sections\": [{\"name\": \"s\"%s}]}",
                      section)},
        {"t/s.md", words},
        {0}};
    return test_render(texts, facts, what);
}

Test(template, digits_of_another_language_are_left_alone)
{
    IS(in_languages("",
                    "# a 1\n\n:::note{lang=en}\nb 2 [ค 3]{lang=th}\n\n1. c 4\n:::\n\nง 5\n\n{lang=en}\nd 6\n\nง 7\n",
                    "{}", "text"),
       "๑. a ๑\nb 2 ค 3\n1. c 4\nง ๕\nd 6\nง ๗\n");
    IS(in_languages(", \"lang\": \"en\"", "# a 1\n\n:::note{lang=th-TH}\nข 2\n:::\n\nb 3\n", "{}", "text"),
       "1. a 1\nข ๒\nb 3\n");
}

Test(template, words_know_their_language)
{
    IS(in_languages("", "{lang=en}\na **b** [c]{lang=de}\n", "{}", "dump"), "paragraph style=body\n"
                                                                            "  \"a \" lang=\"en\"\n"
                                                                            "  \"b\" bold lang=\"en\"\n"
                                                                            "  \" \" lang=\"en\"\n"
                                                                            "  \"c\" lang=\"de\"\n");
    cr_assert(strstr(in_languages(", \"lang\": \"en\"", "a\n", "{}", "whole"), "digits=arabic"));
    cr_assert(strstr(in_languages("", "a\n", "{}", "whole"), "digits=thai"));
}

Test(template, the_language_of_a_section_may_be_a_tag)
{
    const char *each = ", \"each\": \"l\", \"lang\": \"{{language}}\"";
    const char *facts = "{\"l\": [{\"language\": \"en\"}, {\"language\": \"th\"}, {\"language\": \"\"}]}";
    IS(in_languages(each, "a 1\n", facts, "text"), "a 1\na ๑\na ๑\n");
}

Test(template, bad_languages)
{
    IS(in_languages("", "{lang=English}\na [b]{lang=e}\n\n:::note{lang=\"en us\"}\nc\n:::\n", "{}", "text"),
       "t/s.md:1:2: bad language \"English\"; expected a language such as en\n"
       "t/s.md:2:7: bad language \"e\"; expected a language such as en\n"
       "t/s.md:4:9: bad language \"en us\"; expected a language such as en\n");
    IS(in_languages(", \"lang\": \"EN\"", "a\n", "{}", "text"),
       "t/template.json:1:185: bad language \"EN\"; expected a language such as en\n");
}

/* ---- what the office's "layout" changes ---- */

static const char *with_layout(const char *layout, const char *what)
{
    static const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"a\"}, {\"name\": \"b\", "
         "\"new_page\": false}, {\"name\": \"c\", \"file\": \"a.md\", \"new_page\": false}]}"},
        {"t/a.md", "a\n"},
        {"t/b.md", "::table{name=x}\n"},
        {"t/tables/x.json", "{\"columns\": [{\"align\": \"right\"}, {}], \"body\": [{\"cells\": [\"p\", \"q\"]}]}"},
        {0}};
    return test_render(texts, arena_printf(test_template_arena(), "{\"layout\": %s}", layout), what);
}

Test(template, the_office_breaks_pages_and_keeps_together)
{
    const char *dump = with_layout("{\"page_break_before\": [\"c\"], \"keep_together\": [\"b\"]}", "dump");
    cr_assert(strstr(dump, "group style=keep-together\n  table "), "%s", dump);
    cr_assert(strstr(dump, "break\nparagraph"), "%s", dump);
    cr_assert_eq(count_of(dump, "group"), 1, "%s", dump);
}

Test(template, the_office_turns_pages)
{
    const char *dump = with_layout("{\"landscape\": [\"b\"]}", "whole");
    cr_assert_eq(count_of(dump, "  section "), 3, "%s", dump);
    cr_assert_eq(count_of(dump, "width=841.89 height=595.28"), 1, "%s", dump);
    dump = with_layout("{\"landscape\": [\"a\", \"b\"]}", "whole");
    cr_assert_eq(count_of(dump, "  section "), 2, "%s", dump);
}

Test(template, the_office_gives_tables_widths)
{
    const char *dump = with_layout("{\"tables\": [{\"name\": \"x\", \"widths\": [\"30%\", \"20mm\"], "
                                   "\"keep_together\": true}]}",
                                   "dump");
    cr_assert(strstr(dump, "group style=keep-together\n  table columns=30%:right,56.69:left "), "%s", dump);
    IS(with_layout("{\"tables\": [{\"name\": \"x\", \"widths\": [\"20mm\"]}]}", "text"),
       "test.json:1:48 /layout/tables/0/widths: 1 width for table \"x\"; expected 2, one for each column\n");
}

Test(template, layout_of_what_is_not_there)
{
    IS(with_layout("{\"landscape\": [\"aa\"], \"tables\": [{\"name\": \"y\"}]}", "text"),
       "test.json:1:27 /layout/landscape/0: template \"t\" has no section \"aa\"; expected a, b, c (did you mean "
       "\"a\"?)\n"
       "test.json:1:54 /layout/tables/0/name: template \"t\" has no table \"y\"; expected x\n");
}

Test(template, rows_may_be_joined)
{
    static const struct test_text texts[] = {
        {"t/template.json",
         "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"a\"}]}"},
        {"t/a.md", "::table{name=x}\n"},
        {"t/tables/x.json",
         "{\"columns\": [{}], \"body\": [{\"each\": \"l\", \"rows\": [{\"each\": \"m\", \"joined\": true, "
         "\"cells\": [\"{{.}}\"]}]}], \"footer\": [{\"joined\": true, \"cells\": [\"f\"]}]}"},
        {0}};
    const char *dump = test_render(texts, "{\"l\": [{\"m\": [1, 2, 3]}, {\"m\": [4, 5]}]}", "dump");
    cr_assert_eq(count_of(dump, " joined"), 3, "%s", dump);
}
