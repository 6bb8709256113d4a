#include "analysis_support.h"

#include "analysis/rules.h"

/* ---- audit ------------------------------------------------------------------------------------------------------ */

Test(audit, finds_nothing_in_a_clean_report)
{
    struct arena *arena = test_arena();
    cr_assert_str_eq(report_found(arena, clean_report),
                     "note R01 /results/total\n"); /* 28.36 + 28.42 + 37.39 = 94.17 */
    arena_free(arena);
}

/* One change each: what to replace in the clean report, with what, and what is found then. */
struct audit_case {
    const char *from, *to, *finds;
};

static const struct audit_case cases[] = {
    /* the tools as printed give it, and rounding allows it */
    {"\"total\": 94.16", "\"total\": 94.17", "note R01 /results/total\nerror R03 /history/2/score\n"},
    {"94.16, \"level\"", "96.16, \"level\"",
     "error R01 /results/total\nerror R04 /results/level\nerror R03 /history/2/score\n"},
    {"\"score\": 28.36", "\"score\": 28.30", "error R02 /results/tools/0/score\n"},
    {"\"score\": 28.42}", "\"score\": 28.42, \"mean\": 94.72}", "note R01 /results/total\n"},
    {"\"score\": 28.42}", "\"score\": 28.42, \"mean\": 94.70}",
     "note R01 /results/total\nerror R02 /results/tools/1/mean\n"},
    {"{\"number\": 2, \"score\": 90.76}", "{\"number\": 2, \"score\": 90.76}, {\"number\": 2, \"score\": 90.76}",
     "note R01 /results/total\n"},
    {"{\"year\": 2566, \"score\": 94.16}", "{\"year\": 2566, \"score\": 94.61}",
     "note R01 /results/total\nerror R03 /history/2/score\n"},
    {"\"level\": \"A\"", "\"level\": \"AA\"", "note R01 /results/total\nerror R04 /results/level\n"},
    {"\"level\": \"A\"", "\"level\": \"Very Good\"", "note R01 /results/total\n"},
    {"\"number\": 3, \"score\": 96.22", "\"number\": 3, \"score\": 96.22, \"level\": \"A\"",
     "note R01 /results/total\nerror R04 /results/indicators/2/level\n"},
    {"\"score\": 87.91", "\"score\": 87.91, \"level\": \"B\"", "note R01 /results/total\nerror R04 /history/0/level\n"},
    {"\"year\": 2564, \"score\": 87.91", "\"year\": 2561, \"score\": 87.91, \"level\": \"A\"",
     "note R01 /results/total\nerror R04 /history/0/level\n"},
    {"\"score\": 96.94", "\"score\": 96.9", "note R01 /results/total\nwarning R05 /history/1/score\n"},
    {"\"10.1\", \"score\": 100", "\"10.1\", \"score\": 100.00",
     "note R01 /results/total\nwarning R05 /results/indicators/9/subs/0/score\n"},
    {"\"score\": 96.94", "\"score\": 96.94, \"delta\": \"+9.03\"", "note R01 /results/total\n"},
    {"\"score\": 96.94", "\"score\": 96.94, \"delta\": \"+9.30\"",
     "note R01 /results/total\nerror R05 /history/1/delta\n"},
    {"\"score\": 96.94}, {\"year\": 2566, \"score\": 94.16",
     "\"score\": 96.94, \"delta\": 9.03}, {\"year\": 2566, \"score\": 94.16, \"delta\": -2.78",
     "note R01 /results/total\nwarning R05 /history/1/delta\n"},
    {"\"score\": 96.94", "\"score\": 96.94, \"trend\": \"ลดลง\"",
     "note R01 /results/total\nerror R05 /history/1/trend\n"},
    {"\"score\": 96.94", "\"score\": 96.94, \"trend\": \"เพิ่มขึ้น\"", "note R01 /results/total\n"},
    {"\"code\": \"O24\", \"score\": 0, \"indicator\": 9, \"sub\": \"9.4\"",
     "\"code\": \"O43\", \"score\": 0, \"indicator\": 10, \"sub\": \"10.2\"",
     "note R01 /results/total\nerror R06 /results/items/0\n"},
    {"\"10.2\", \"score\": 100", "\"10.2\", \"score\": 98.00", "note R01 /results/total\n"},
    {"\"score\": 100}, {\"number\": \"10.2\", \"score\": 100}",
     "\"score\": 98.00}, {\"number\": \"10.2\", \"score\": 98.00}",
     "note R01 /results/total\nerror R06 /results/indicators/9/score\n"},
    {"\"number\": 4,", "\"number\": 4, \"name\": \"การใช้ทรัพย์สินของราชการ\",", "note R01 /results/total\n"},
    {"\"number\": 4,", "\"number\": 4, \"name\": \"การใช้อำนาจ\",",
     "note R01 /results/total\nerror R07 /results/indicators/3/name\n"},
    {"\"number\": 4,", "\"number\": 4, \"name\": \"การใช้ทรัพย์สินของทางราชการ\",",
     "note R01 /results/total\nwarning R08 /results/indicators/3/name\n"},
    {"\"code\": \"O24\"", "\"code\": \"O24\", \"name\": \"แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ\"",
     "note R01 /results/total\nerror R07b /results/items/0/name\n"},
    {"\"sub\": \"9.4\"", "\"sub\": \"9.3\"", "note R01 /results/total\nerror R07b /results/items/0/sub\n"},
    {"\"indicator\": 9, \"sub\": \"9.4\"", "\"indicator\": 10",
     "note R01 /results/total\nerror R06 /results/items/0\nerror R07b /results/items/0/indicator\n"},
    {"\"code\": \"O24\", \"score\": 0, \"indicator\": 9, \"sub\": \"9.4\"", "\"code\": \"O44\", \"score\": 0",
     "note R01 /results/total\nerror R07b /results/items/0/code\n"},
    {"\"code\": \"O24\"", "\"code\": \"0๒๔\"", "note R01 /results/total\nerror R17b /results/items/0/code\n"},
    {"\"developments\": [ {\"indicator\": 9",
     "\"strengths\": [ {\"indicator\": 1, \"text\": \"ดี\"} ], \"developments\": [ {\"indicator\": 9",
     "note R01 /results/total\n"},
    {"\"developments\": [ {\"indicator\": 9",
     "\"strengths\": [ {\"indicator\": 9, \"text\": \"ดี\"} ], \"developments\": [ {\"indicator\": 9",
     "note R01 /results/total\nerror R09 /strengths/0/indicator\nerror R09 /developments/0/indicator\n"},
    {"\"developments\": [ {\"indicator\": 9", "\"developments\": [ {\"indicator\": 10",
     "note R01 /results/total\nwarning R09 /results/indicators/8\nwarning R09 /developments/0/indicator\n"},
    {"\"developments\": [ {\"indicator\": 9", "\"developments\": [ {\"indicators\": [9], \"count\": 2",
     "note R01 /results/total\nerror R09 /developments/0/count\n"},
    {"\"indicators\": [9], \"methods\"", "\"indicators\": [9, 2], \"methods\"",
     "note R01 /results/total\nwarning R10 /measures/0/indicators/1\n"},
    {"\"indicators\": [9], \"methods\"", "\"indicators\": [10], \"methods\"",
     "note R01 /results/total\nerror R10 /results/indicators/8\nwarning R10 /measures/0/indicators/0\n"},
    {"\"owners\": [\"ทุกกลุ่ม\"],", "", "note R01 /results/total\nwarning R11 /measures/0\n"},
    {"\"measures\": [\"M1\"],", "", "note R01 /results/total\nwarning R11 /measures/0\n"},
    {"\"measures_year\": 2567", "\"measures_year\": 2568",
     "error R12 /measures_year\nnote R01 /results/total\nerror R16 /measures/0/start\nerror R16 /measures/0/due\n"},
    {"\"format\": 1", "\"title\": [\"รายงาน\", \"ปีงบประมาณ พ.ศ. ๒๕๖๗\"]", "note R01 /results/total\n"},
    {"\"format\": 1", "\"title\": [\"รายงาน\", \"ปีงบประมาณ พ.ศ. 2566\"]",
     "error R12 /title/1\nnote R01 /results/total\n"},
    {"\"format\": 1", "\"title\": [\"รายงาน\"]", "error R12 /title\nnote R01 /results/total\n"},
    {"\"format\": 1", "\"title\": [\"ผลปี 2565 และ 2567\"]", "error R12 /title/0\nnote R01 /results/total\n"},
    {"\"start\": \"2566-10-01\"", "\"start\": \"2566-09-30\"",
     "note R01 /results/total\nerror R16 /measures/0/start\n"},
    {"\"due\": \"2567-09-30\"", "\"due\": \"2567-10-01\"", "note R01 /results/total\nerror R16 /measures/0/due\n"},
    {"\"2566-10-01\", \"due\": \"2567-09-30\"", "\"2567-03-01\", \"due\": \"2567-02-28\"",
     "note R01 /results/total\nerror R16 /measures/0/due\n"},
    {"\"offices\": 245", "\"offices\": 225", "note R01 /results/total\nerror R18 /results/national/offices\n"},
    {"\"rank\": 23", "\"rank\": 246", "note R01 /results/total\nerror R18 /results/rank\n"},
};

Test(audit, finds_each_contradiction_and_no_other)
{
    struct arena *arena = test_arena();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = report_with(arena, clean_report, cases[i].from, cases[i].to);
        cr_expect_str_eq(report_found(arena, text), cases[i].finds, "%s: found\n%s", cases[i].to,
                         report_found(arena, text));
    }
    arena_free(arena);
}

Test(audit, says_what_the_value_should_be_and_how_that_follows)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    analyse(arena, report_with(arena, clean_report, "\"score\": 28.36", "\"score\": 28.30"), &diags);
    diags_sort(&diags);
    cr_assert_eq(diags.list.count, 1);
    cr_assert_str_eq(diags.list.items[0].message, "IIT has 28.30, which its indicators do not give");
    cr_assert_str_eq(diags.list.items[0].expected, "28.36");
    cr_assert_str_eq(diags.list.items[0].hint,
                     "mean 94.532 of indicators 1 to 5, times 30 of 100; rounding allows 28.3581 to 28.3611");
    arena_free(arena);
}

Test(audit, doubtful_criteria_give_warnings_at_most)
{
    struct arena *arena = test_arena();
    const char *text = report_with(arena, report_with(arena, clean_report, "\"score\": 28.36", "\"score\": 28.30"),
                                   "\"year\": 2566,", "\"year\": 2568,");
    const char *found_text = report_found_with(arena, text, "templates/data/criteria/2568-area.json");
    cr_assert_not_null(strstr(found_text, "warning R02 /results/tools/0/score\n"), "%s", found_text);
    cr_assert_null(strstr(found_text, "error R02"));
    arena_free(arena);
}

Test(audit, items_alone_give_the_total_of_offices_assessed_so)
{
    struct arena *arena = test_arena();
    static const char criteria[] = "templates/data/criteria/2566-provincial.json";
    const char *text = "{\"year\": 2566, \"results\": {\"total\": 97.67, \"level\": \"AA\","
                       " \"items\": [{\"code\": \"O11\", \"score\": 0}]}}";
    cr_assert_str_eq(report_found_with(arena, text, criteria), "");
    const char *two = report_with(arena, text, "\"score\": 0}", "\"score\": 0}, {\"code\": \"O18\", \"score\": 0}");
    cr_assert_str_eq(report_found_with(arena, two, criteria), "warning R01 /results/total\n");
    const char *other = report_with(arena, text, "\"score\": 0}", "\"score\": 0}, {\"code\": \"E10\", \"score\": 100}");
    cr_assert_str_eq(report_found_with(arena, other, criteria), "warning R06 /results/items/1\n");
    struct diags diags = diags_init(arena);
    struct value *facts = analyse_with(arena, text, criteria, &diags);
    cr_assert_str_eq(facts_text(facts, "results.computed_total"), "97.67");
    cr_assert_str_eq(facts_text(facts, "results.full_item_count"), "42");
    arena_free(arena);
}

/* ---- acceptance ------------------------------------------------------------------------------------------------- */

static const char *accepting(struct arena *arena, const char *entry)
{
    const char *text = report_with(arena, clean_report, "\"offices\": 245", "\"offices\": 225");
    return report_with(arena, text, "\"format\": 1", arena_printf(arena, "\"accept\": [%s]", entry));
}

Test(audit, an_accepted_finding_is_a_note_with_the_reason)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    analyse(
        arena,
        accepting(arena, "{\"rule\": \"R18\", \"at\": \"/results/national/offices\", \"reason\": \"as published\"}"),
        &diags);
    cr_assert_str_eq(report_summary(&diags), "note R01 /results/total\nnote R18 /results/national/offices\n");
    cr_assert_str_eq(diags.list.items[1].hint, "accepted: as published");
    cr_assert_eq(diags.errors, 0);
    arena_free(arena);
}

Test(audit, an_acceptance_must_match_rule_and_place_and_have_a_reason)
{
    struct arena *arena = test_arena();
    static const struct {
        const char *entry, *finds;
    } entries[] = {
        {"{\"rule\": \"R01\", \"at\": \"/results/national/offices\", \"reason\": \"x\"}", "warning accept /accept/0\n"},
        {"{\"rule\": \"R18\", \"at\": \"/results/national\", \"reason\": \"x\"}", "warning accept /accept/0\n"},
        {"{\"rule\": \"R18\", \"at\": \"/results/national/offices\", \"reason\": \" \"}", "error accept /accept/0\n"},
    };
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        const char *all = report_found(arena, accepting(arena, entries[i].entry));
        cr_expect_not_null(strstr(all, entries[i].finds), "%s", all);
        cr_expect_not_null(strstr(all, "error R18 /results/national/offices\n"), "%s", all);
    }
    arena_free(arena);
}

/* ---- the assessor's checklist ----------------------------------------------------------------------------------- */

Test(audit, points_of_the_checklist_are_met_by_parts_of_the_file)
{
    struct arena *arena = test_arena();
    struct value *facts = facts_of(arena, clean_report);
    cr_assert_str_eq(facts_column(facts, "checklist", "code"), "B1 B2 B3 B4 B5 B6");
    cr_assert_str_eq(facts_column(facts, "checklist", "satisfied"), "true true true true true true");
    cr_assert_str_eq(facts_text(facts, "checklist_satisfied_count"), "6");
    const struct value *by = value_member(value_member(facts, "checklist")->items[5], "by");
    cr_assert_eq(by->count, 2);
    cr_assert_str_eq(by->items[0]->text, "/activities");
    cr_assert_str_eq(by->items[1]->text, "/measures/0");
    arena_free(arena);
}

Test(audit, a_point_that_is_not_met_says_where)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const char *text = report_with(arena, clean_report, ", \"evidence\": [\"ภาพ\"]", "");
    struct value *facts = analyse(arena, text, &diags);
    cr_assert_str_eq(facts_column(facts, "checklist", "satisfied"), "true true true true false true");
    const struct value *missing = value_member(value_member(facts, "checklist")->items[4], "missing");
    cr_assert_str_eq(missing->items[0]->text, "/activities/0");
    cr_assert_str_eq(report_summary(&diags), "note R01 /results/total\nwarning R11 /activities/0\n");
    arena_free(arena);
}

Test(audit, the_profile_chooses_the_points)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const char *text = report_with(arena, clean_report, "\"format\": 1", "\"profile\": \"measures\"");
    struct value *facts = analyse(arena, text, &diags);
    cr_assert_str_eq(facts_column(facts, "checklist", "code"), "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11");
    cr_assert_str_eq(facts_column(facts, "checklist", "satisfied"),
                     "true true true true true true true false false true true");
    cr_assert_str_eq(report_summary(&diags), "warning R11 \nnote R01 /results/total\n"); /* A8: no limitations */
    arena_free(arena);
}

/* The point about the year's issues, in a report that names the first `count` of them. */
static bool issues_covered(struct arena *arena, size_t count)
{
    struct diags diags = diags_init(arena);
    const struct value *names = value_member(data_file(arena, "templates/data/criteria/2566-area.json"), "issues");
    struct buf text = buf_init(arena);
    buf_puts(&text, "\"profile\": \"measures\", \"issues\": [");
    for (size_t i = 0; i < count; i++)
        buf_printf(&text, "%s{\"name\": \"%s\", \"measures\": [\"M1\"]}", i ? ", " : "", names->items[i]->text);
    buf_puts(&text, "]");
    struct value *facts = analyse(arena, report_with(arena, clean_report, "\"format\": 1", text.data), &diags);
    const struct value *points = value_member(facts, "checklist");
    for (size_t i = 0; i < points->count; i++) {
        if (strcmp(value_member_text(points->items[i], "code", ""), "A9") == 0)
            return value_member_true(points->items[i], "satisfied");
    }
    cr_assert_fail("there is no point A9");
    return false;
}

Test(audit, the_measures_must_cover_each_issue_of_the_year)
{
    struct arena *arena = test_arena();
    cr_assert(issues_covered(arena, 7));
    cr_assert_not(issues_covered(arena, 6));
    cr_assert_not(issues_covered(arena, 0));
    arena_free(arena);
}

Test(audit, every_rule_is_described_in_the_readme)
{
    struct arena *arena = test_arena();
    const char *readme = test_file(arena, "src/analysis/README.md", NULL);
    static const char *const words[] = {"note", "warning", "error"};
    for (size_t i = 0; i < RULE_COUNT; i++) {
        const char *row = arena_printf(arena, "| %s | %s | %s |", audit_rules[i].id, words[audit_rules[i].severity],
                                       audit_rules[i].what);
        cr_expect_not_null(strstr(readme, row), "not in src/analysis/README.md: %s", row);
    }
    arena_free(arena);
}
