/* Charts of templates: descriptions, numbers from the facts, what is said about wrong ones. */
#include "test_template_support.h"

#include <string.h>

TestSuite(chart, .init = test_template_setup, .fini = test_template_teardown);

#define PLAN "{\"title\": \"T\", \"styles\": \"shared/styles.json\", \"sections\": [{\"name\": \"s\"}]}"
#define FACTS                                                                                                          \
    "{\"goal\": 85, \"none\": null, \"word\": \"ก\", \"list\": [{\"n\": \"IIT\", \"v\": 97.50, \"m\": 30}, "         \
    "{\"n\": \"EIT\", \"v\": 81, \"m\": 100}]}"
#define ROWS "\"rows\": [{\"each\": \"list\", \"label\": \"{{n}}\", \"value\": \"v\"}], "
#define ALT "\"alt\": \"{{#list}}{{n}} {{v}} {{/list}}\""

/* One chart with that description. */
static const char *chart(const char *description, const char *what)
{
    const struct test_text texts[] = {
        {"t/template.json", PLAN}, {"t/s.md", "::chart{name=x}"}, {"t/charts/x.json", description}, {0}};
    return test_render(texts, FACTS, what);
}

static void says(const char *description, const char *part)
{
    const char *said = chart(description, "dump");
    cr_assert(strstr(said, part), "%s", said);
}

Test(chart, numbers_come_from_the_facts_and_are_printed_as_they_are)
{
    cr_assert_str_eq(chart("{\"kind\": \"bars\", " ROWS
                           "\"axis\": {\"to\": 100, \"note\": \"0–{{axis.to}}\", \"cut\": \"from {{axis.from}}\"}, "
                           "\"threshold\": {\"value\": \"goal\", \"label\": \"{{goal}} up\"}, "
                           "\"legend\": {\"above\": \"good\", \"below\": \"bad\"}, " ALT "}",
                           "text"),
                     "IIT\n97.50\nEIT\n81\n85 up\n0\n20\n40\n60\n80\n100\n0–100\ngood\nbad\n");
    says("{\"kind\": \"bars\", " ROWS "\"axis\": {\"to\": 100}, " ALT "}",
         "picture chart=bars from=0 to=100 numbers=97.5,81 alt=\"IIT 97.50 EIT 81 \" width=auto\n");
}

Test(chart, an_axis_that_is_cut_says_so)
{
    cr_assert_str_eq(chart("{\"kind\": \"line\", " ROWS
                           "\"axis\": {\"from\": \"auto\", \"to\": 100, \"cut\": \"from {{axis.from}}\"}, " ALT "}",
                           "text"),
                     "IIT\n97.50\nEIT\n81\n80\n85\n90\n95\n100\nfrom 80\n");
    says("{\"kind\": \"line\", " ROWS "\"axis\": {\"from\": 80}, " ALT "}",
         "/axis: \"cut\" is missing: a reader must be told that the axis does not begin at 0; "
         "expected words such as \"แกนเริ่มที่ {{axis.from}}\"\n");
}

Test(chart, a_threshold_that_is_not_given_is_not_drawn)
{
    cr_assert_str_eq(chart("{\"kind\": \"bars\", " ROWS "\"threshold\": {\"value\": \"none\", \"label\": \"up\"}, "
                           "\"legend\": {\"above\": \"good\", \"below\": \"bad\"}, " ALT "}",
                           "text"),
                     "IIT\n97.50\nEIT\n81\n0\n20\n40\n60\n80\n100\n");
}

Test(chart, a_number_equal_to_the_threshold_is_below_one_that_is_not_inclusive)
{
    static const char rows[] = "{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": 85}], \"threshold\": "
                               "{\"value\": 85, \"label\": \"up\", \"inclusive\": %s}, " ALT "}";
    char description[400];
    static const char *const cases[][2] = {
        {"true", "numbers=85 "}, {"false", "numbers=85- "}, {"\"none\"", "numbers=85 "}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(description, sizeof description, rows, cases[i][0]);
        says(description, cases[i][1]);
    }
}

Test(chart, rows_of_weighted_bars_have_their_maximum)
{
    says("{\"kind\": \"weighted\", \"rows\": [{\"each\": \"list\", \"label\": \"{{n}}\", \"value\": \"m\", \"max\": "
         "100, "
         "\"print\": \"{{m}} of 100\"}], " ALT "}",
         "picture chart=weighted from=0 to=100 numbers=30/100,100/100 ");
    says("{\"kind\": \"weighted\", " ROWS ALT "}", "/rows/0: \"max\" is missing; expected a number, or a path such as");
    says("{\"kind\": \"weighted\", \"rows\": [{\"each\": \"list\", \"label\": \"{{n}}\", \"value\": \"v\", \"max\": "
         "\"m\"}], " ALT "}",
         "/list/0/v: 97.50 is above the maximum; expected at most 30\n");
}

Test(chart, wrong_numbers_are_said_where_they_stand)
{
    says("{\"kind\": \"bars\", " ROWS "\"axis\": {\"to\": 90}, " ALT "}",
         "/list/0/v: 97.50 is above the maximum; expected at most 90\n");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": \"word\"}], " ALT "}",
         "/rows/0/value: \"word\" is text; expected a number\n");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": \"none\"}], " ALT "}",
         "/rows/0/value: \"none\" is not given; expected a number\n");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": -3}], " ALT "}",
         "/rows/0/value: -3 cannot be drawn; expected 0 or more\n");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": \"wrd\"}], " ALT "}",
         "/rows/0/value: unknown name \"wrd\" (did you mean \"word\"?)\n");
}

Test(chart, wrong_descriptions_are_said)
{
    says("{\"kind\": \"pie\", " ROWS ALT "}",
         "/kind: unknown kind \"pie\"; expected one of bars, line, radar, weighted");
    says("{\"kind\": \"bars\", " ROWS "\"colour\": \"red\", " ALT "}", "/colour: unknown member \"colour\"");
    says("{\"kind\": \"bars\", \"rows\": [{\"unless\": \"list\", \"label\": \"a\", \"value\": 1}], " ALT "}",
         "t/s.md:1:9: a chart has no rows; expected a row; leave the chart out where its list is empty\n");
    says("{\"kind\": \"radar\", " ROWS ALT "}", "a radar has too few rows; expected 3 rows at least\n");
    says("{\"kind\": \"bars\", \"rows\": [{\"value\": 1}], " ALT "}", "/rows/0: \"label\" is missing; expected");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"\", \"value\": 1}], " ALT "}", "a row of a chart has no label");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\"}], " ALT "}", "/rows/0: \"value\" is missing; expected");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": 1}]}", "\"alt\" is missing; expected");
    says("{\"kind\": \"bars\", \"rows\": [{\"label\": \"a\", \"value\": 1}], \"alt\": \"{{#none}}x{{/none}}\"}",
         "/alt: \"alt\" comes out empty; expected what the chart shows, with its figures\n");
    says("{\"kind\": \"line\", " ROWS "\"legend\": {\"above\": \"a\", \"below\": \"b\"}, " ALT "}",
         "/legend: \"legend\" means nothing here; expected bars with a \"threshold\"\n");
    says("{\"kind\": \"bars\", " ROWS "\"axis\": {\"from\": 100, \"to\": 100, \"cut\": \"c\"}, " ALT "}",
         "/axis/from: the axis begins behind its end; expected less than 100\n");
}

Test(chart, a_missing_description)
{
    const struct test_text texts[] = {{"t/template.json", PLAN}, {"t/s.md", "a\n\n::chart{name=y}\n"}, {0}};
    cr_assert_str_eq(test_render(texts, FACTS, "dump"),
                     "t/s.md:3:14: there is no file charts/y.json in t/ or shared/\n");
}
