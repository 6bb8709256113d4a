/* Which report is made, and how far measures have come by the end of its time. */
#include "analysis_support.h"

static struct value *facts_for(struct arena *arena, const char *text, const char *profile, struct diags *diags)
{
    struct analysis_data data = {.criteria = data_file(arena, "templates/data/criteria/2566-area.json"),
                                 .words = data_file(arena, "templates/data/words.json"),
                                 .audit = data_file(arena, "templates/data/audit.json"),
                                 .typos = data_file(arena, "templates/data/typos.json"),
                                 .profile = profile};
    return analysis_run(arena, test_json(arena, text), &data, diags);
}

/* The clean report, its measure of fiscal year 2567 with these members too. */
static const char *with_measure(struct arena *arena, const char *members)
{
    return report_with(arena, clean_report, "\"start\": \"2566-10-01\"",
                       arena_printf(arena, "%s, \"start\": \"2566-10-01\"", members));
}

static const char three_entries[] = "\"progress\": [ {\"date\": \"2567-03-31\", \"text\": \"ข\", \"percent\": 62.5, "
                                    "\"evidence\": [{\"title\": \"จ\"}]},"
                                    " {\"date\": \"2567-08-01\", \"text\": \"ค\", \"percent\": 100},"
                                    " {\"date\": \"2566-12-01\", \"text\": \"ก\", \"percent\": 20} ]";

/* "STATE PERCENT: TEXTS of the entries" of the measure in that report. */
static const char *standing(struct arena *arena, const char *members, const char *profile)
{
    struct diags diags = diags_init(arena);
    const struct value *facts = facts_for(arena, with_measure(arena, members), profile, &diags);
    const struct value *measure = value_member(facts, "measures")->items[0];
    return arena_printf(arena, "%s %s: %s", facts_text(measure, "state_code"), facts_text(measure, "progress_percent"),
                        facts_column(measure, "entries", "text"));
}

#define STANDS(members, profile, expected)                                                                             \
    do {                                                                                                               \
        struct arena *arena = test_arena();                                                                            \
        cr_expect_str_eq(standing(arena, (members), (profile)), (expected), "%s: %s", (profile),                       \
                         standing(arena, (members), (profile)));                                                       \
        arena_free(arena);                                                                                             \
    } while (0)

Test(progress, a_period_has_its_entries_and_the_state_at_its_end)
{
    STANDS(three_entries, "quarter-1", "under-way 20: ก");
    STANDS(three_entries, "quarter-2", "under-way 62.5: ข");
    STANDS(three_entries, "months-6", "under-way 62.5: ก ข");
    STANDS(three_entries, "quarter-3", "under-way 62.5: ");
    STANDS(three_entries, "quarter-4", "done 100: ค");
    STANDS(three_entries, "months-12", "done 100: ก ข ค");
    STANDS(three_entries, "implementation", "done 100: ก ข ค");
    STANDS(three_entries, "measures", "not-started -: ");
}

Test(progress, states_that_are_said)
{
    STANDS("\"done\": \"2567-03-31\"", "quarter-1", "not-started -: ");
    STANDS("\"done\": \"2567-03-31\"", "quarter-2", "done 100: ");
    STANDS("\"state\": \"under-way\"", "quarter-1", "under-way -: ");
    STANDS("\"state\": \"done\", \"progress\": [{\"date\": \"2566-11-01\", \"text\": \"ก\"}]", "quarter-1",
           "under-way -: ก");
    STANDS("\"state\": \"done\", \"progress\": [{\"date\": \"2566-11-01\", \"text\": \"ก\"}]", "months-12",
           "done 100: ก");
    STANDS("\"progress\": [{\"date\": \"2566-11-01\", \"text\": \"ก\", \"state\": \"dropped\"}]", "months-6",
           "dropped -: ก");
    STANDS("\"progress\": [{\"date\": \"2566-11-01\", \"text\": \"ก\", \"state\": \"not-started\"},"
           "{\"date\": \"2566-11-02\", \"text\": \"ข\"}]",
           "months-6", "under-way -: ก ข");
}

Test(progress, the_report_has_its_time_and_counts)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const char *text = report_with(arena, with_measure(arena, three_entries), "\"measures\": [ {\"id\": \"M1\"",
                                   "\"measures\": [ {\"id\": \"M2\", \"title\": \"ก\", \"indicators\": [9]}, "
                                   "{\"id\": \"M3\", \"title\": \"ข\", \"indicators\": [9], \"done\": \"2566-10-31\"},"
                                   " {\"id\": \"M1\"");
    struct value *facts = facts_for(arena, text, "months-6", &diags);
    cr_assert_str_eq(facts_text(facts, "report.profile"), "months-6");
    cr_assert_str_eq(facts_text(facts, "report.name"), "รอบ 6 เดือน");
    cr_assert_str_eq(facts_text(facts, "report.own"), "false");
    cr_assert_str_eq(facts_text(facts, "report.progress"), "true");
    cr_assert_str_eq(facts_text(facts, "report.implementation"), "false");
    cr_assert_str_eq(facts_text(facts, "report.period.first"), "1 ตุลาคม 2566");
    cr_assert_str_eq(facts_text(facts, "report.period.last"), "31 มีนาคม 2567");
    cr_assert_str_eq(facts_column(facts, "report.states", "count"), "1 1 1 0");
    cr_assert_str_eq(facts_column(facts, "report.states", "percent"), "33.33 33.33 33.33 0.00");
    cr_assert_str_eq(facts_text(facts, "report.done_percent"), "33.33");
    cr_assert_str_eq(facts_text(facts, "report.mean_percent"), "54.17");
    cr_assert_str_eq(facts_text(facts, "report.entry_count"), "2");
    cr_assert_str_eq(facts_text(facts, "report.any_late"), "false");
    cr_assert_str_eq(facts_text(facts_for(arena, text, "quarter-2", &diags), "report.period.first"), "1 มกราคม 2567");
    cr_assert_str_eq(facts_text(facts_for(arena, text, "quarter-2", &diags), "report.period.last"), "31 มีนาคม 2567");
    arena_free(arena);
}

Test(progress, a_day_that_has_passed_is_late)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const char *text = report_with(arena, clean_report, "\"due\": \"2567-09-30\"", "\"due\": \"2567-01-31\"");
    const struct value *early = facts_for(arena, text, "quarter-1", &diags);
    const struct value *late = facts_for(arena, text, "quarter-2", &diags);
    cr_assert_str_eq(facts_column(early, "measures", "late"), "false");
    cr_assert_str_eq(facts_column(late, "measures", "late"), "true");
    cr_assert_str_eq(facts_text(late, "report.late_count"), "1");
    arena_free(arena);
}

Test(progress, the_checklist_follows_the_report)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const struct value *facts = facts_for(arena, clean_report, "months-6", &diags);
    cr_assert_str_eq(facts_column(facts, "checklist", "code"), "P1 P2 P3 P4");
    cr_assert_str_eq(facts_column(facts, "checklist", "satisfied"), "false false true true");
    cr_assert_str_eq(report_summary(&diags), "note R01 /results/total\nwarning R11 /measures/0\n");
    facts = facts_for(arena, with_measure(arena, three_entries), "months-6", &diags);
    cr_assert_str_eq(facts_column(facts, "checklist", "satisfied"), "true true true true");
    facts = facts_for(arena, clean_report, "combined", &diags);
    cr_assert_eq(value_member(facts, "checklist")->count, 17);
    arena_free(arena);
}

Test(progress, a_title_is_that_of_the_files_own_report)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    const char *text =
        report_with(arena, clean_report, "\"threshold\"", "\"title\": [\"ปี 2566 และ 2567\"], \"threshold\"");
    cr_assert_eq(value_member(facts_for(arena, text, NULL, &diags), "title")->count, 1);
    cr_assert_str_eq(facts_text(facts_for(arena, text, "measures", &diags), "title"), "-");
    arena_free(arena);
}

Test(progress, an_acceptance_may_be_for_another_report)
{
    struct arena *arena = test_arena();
    const char *text =
        report_with(arena, clean_report, "\"threshold\"",
                    "\"accept\": [{\"rule\": \"R11\", \"at\": \"\", \"reason\": \"ไม่มี\"}], \"threshold\"");
    struct diags alone = diags_init(arena), several = diags_init(arena);
    facts_for(arena, text, NULL, &alone);
    cr_assert_not_null(strstr(report_summary(&alone), "warning accept /accept/0\n"), "%s", report_summary(&alone));
    facts_for(arena, report_with(arena, text, "\"threshold\"", "\"profiles\": [\"measures\"], \"threshold\""), NULL,
              &several);
    cr_assert_null(strstr(report_summary(&several), "accept"));
    arena_free(arena);
}
