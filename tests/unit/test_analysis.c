#include "analysis_support.h"

/* ---- facts ------------------------------------------------------------------------------------------------------ */

Test(analysis, indicators_are_named_ranked_and_levelled)
{
    struct arena *arena = test_arena();
    struct value *facts = facts_of(arena, clean_report);
    cr_assert_str_eq(facts_column(facts, "results.indicators", "rank"), "2 9 3 7 8 4 6 5 10 1");
    cr_assert_str_eq(facts_column(facts, "results.indicators", "tool"), "IIT IIT IIT IIT IIT EIT EIT EIT OIT OIT");
    cr_assert_str_eq(facts_column(facts, "results.indicators", "level_code"), "AA A AA A A AA A A A AA");
    cr_assert_str_eq(facts_column(facts, "results.ranked", "number"), "10 1 3 6 8 7 4 5 2 9");
    cr_assert_str_eq(facts_column(facts, "results.weaknesses", "number"), "9");
    cr_assert_str_eq(facts_column(facts, "results.highest", "score"), "100");
    cr_assert_str_eq(facts_column(facts, "results.lowest", "number"), "9");
    cr_assert_str_eq(facts_text(facts, "results.lowest_score"), "86.94");
    cr_assert_str_eq(facts_text(facts, "results.strength_count"), "9");
    cr_assert_str_eq(facts_text(facts, "results.threshold"), "90");
    const struct value *first = value_path(facts, "results.indicators")->items[0];
    cr_assert_str_eq(facts_text(first, "name"), "การปฏิบัติหน้าที่");
    cr_assert_str_eq(facts_text(first, "level_name"), "Excellence");
    cr_assert_str_eq(facts_text(first, "passed"), "true");
    const struct value *last = value_path(facts, "results.indicators")->items[9];
    cr_assert_str_eq(facts_text(value_member(last, "subs")->items[0], "name"), "การดำเนินการเพื่อป้องกันการทุจริต");
    arena_free(arena);
}

Test(analysis, tools_have_means_lists_and_numbers)
{
    struct arena *arena = test_arena();
    struct value *facts = facts_of(arena, clean_report);
    cr_assert_str_eq(facts_column(facts, "results.tools", "code"), "IIT EIT OIT");
    cr_assert_str_eq(facts_column(facts, "results.tools", "mean"), "94.53 94.72 93.47");
    cr_assert_str_eq(facts_column(facts, "results.tools", "computed_score"), "28.36 28.42 37.39");
    cr_assert_str_eq(facts_column(facts, "results.tools", "score"), "28.36 28.42 37.39");
    cr_assert_str_eq(facts_column(facts, "results.tools", "level_code"), "A A A");
    cr_assert_str_eq(facts_column(facts, "results.tools", "first"), "1 6 9");
    cr_assert_str_eq(facts_column(facts, "results.tools", "last"), "5 8 10");
    cr_assert_str_eq(facts_column(facts, "results.tools", "count"), "5 3 2");
    cr_assert_str_eq(facts_column(facts, "results.tools", "line_count"), "5 3 4");
    cr_assert_str_eq(facts_column(facts, "results.tools", "weakness_count"), "0 0 1");
    const struct value *oit = value_path(facts, "results.tools")->items[2];
    cr_assert_str_eq(facts_column(oit, "ranked", "number"), "10 9");
    cr_assert_str_eq(facts_column(oit, "development_statements", "indicator"), "9");
    cr_assert_str_eq(facts_text(facts, "results.computed_total"), "94.16");
    cr_assert_str_eq(facts_text(facts, "results.level_code"), "A");
    cr_assert_str_eq(facts_text(facts, "results.passed"), "true");
    arena_free(arena);
}

Test(analysis, history_has_differences_trends_and_levels)
{
    struct arena *arena = test_arena();
    const char *text =
        report_with(arena, clean_report, "{\"year\": 2564", "{\"year\": 2561, \"score\": 87.91}, {\"year\": 2564");
    struct value *facts = facts_of(arena, text);
    cr_assert_str_eq(facts_column(facts, "history", "delta"), "- 0.00 +9.03 -2.78");
    cr_assert_str_eq(facts_column(facts, "history", "trend"), "- same up down");
    cr_assert_str_eq(facts_column(facts, "history", "trend_word"), "- คงเดิม เพิ่มขึ้น ลดลง");
    cr_assert_str_eq(facts_column(facts, "history", "level_code"), "- A AA A");
    cr_assert_str_eq(facts_column(facts, "history", "first"), "true false false false");
    cr_assert_str_eq(facts_text(facts, "history_first_year"), "2561");
    cr_assert_str_eq(facts_text(facts, "history_last_year"), "2566");
    arena_free(arena);
}

Test(analysis, measures_and_activities_are_numbered_and_joined)
{
    struct arena *arena = test_arena();
    struct value *facts = facts_of(arena, clean_report);
    const struct value *measure = value_path(facts, "measures")->items[0];
    cr_assert_str_eq(facts_text(measure, "number"), "1");
    cr_assert_str_eq(facts_column(measure, "indicator_rows", "name"), "การเปิดเผยข้อมูล");
    cr_assert_str_eq(facts_column(measure, "indicator_rows", "score"), "86.94");
    cr_assert_str_eq(facts_column(measure, "activities", "title"), "ปรับปรุงเว็บไซต์");
    cr_assert_str_eq(facts_column(value_path(facts, "activities")->items[0], "measure_rows", "title"), "เปิดเผยข้อมูล");
    cr_assert_str_eq(facts_text(facts, "measure_count"), "1");
    cr_assert_str_eq(facts_text(facts, "activity_count"), "1");
    cr_assert_str_eq(facts_column(facts, "results.zero_items", "name"),
                     "การดำเนินการตามนโยบายหรือแผนการบริหารทรัพยากรบุคคล");
    cr_assert_str_eq(facts_column(facts, "results.zero_items", "sub_name"), "การบริหารและพัฒนาทรัพยากรบุคคล");
    arena_free(arena);
}

Test(analysis, facts_lead_back_to_the_file)
{
    struct arena *arena = test_arena();
    struct value *facts = facts_of(arena, clean_report);
    const struct value *worst = value_path(facts, "results.ranked")->items[9];
    cr_assert_str_eq(value_pointer(arena, value_member(worst, "score")), "/results/indicators/8/score");
    const struct value *oit = value_path(facts, "results.tools")->items[2];
    cr_assert_str_eq(value_pointer(arena, value_member(oit, "score")), "/results/tools/2/score");
    cr_assert_str_eq(value_pointer(arena, value_path(facts, "history")->items[1]), "/history/1");
    arena_free(arena);
}

Test(analysis, ties_share_a_rank_and_go_by_number_as_asked)
{
    struct arena *arena = test_arena();
    const char *text = report_with(arena, clean_report, "\"score\": 97.75", "\"score\": 100");
    struct value *facts = facts_of(arena, text);
    cr_assert_str_eq(facts_column(facts, "results.ranked", "rank"), "1 1 3 4 5 6 7 8 9 10");
    cr_assert_str_eq(facts_column(facts, "results.highest", "number"), "1 10");
    facts =
        facts_of(arena, report_with(arena, text, "\"format\": 1", "\"format\": 1, \"ties\": \"high-number-first\""));
    cr_assert_str_eq(facts_column(facts, "results.highest", "number"), "10 1");
    arena_free(arena);
}

Test(analysis, a_threshold_may_leave_out_scores_equal_to_it)
{
    struct arena *arena = test_arena();
    const char *text = report_with(arena, clean_report, "\"threshold\": 90", "\"threshold\": 90.76");
    cr_assert_str_eq(facts_text(facts_of(arena, text), "results.strength_count"), "9");
    text = report_with(arena, text, "\"threshold\"", "\"threshold_inclusive\": false, \"threshold\"");
    struct value *facts = facts_of(arena, text);
    cr_assert_str_eq(facts_text(facts, "results.strength_count"), "8");
    cr_assert_str_eq(facts_text(facts, "results.weakness_count"), "1");
    cr_assert_str_eq(report_found(arena, text), "note R01 /results/total\nwarning R09 /results/indicators/1/score\n");
    arena_free(arena);
}

Test(analysis, facts_of_an_empty_report_are_empty)
{
    struct arena *arena = test_arena();
    struct value *facts = facts_of(arena, "{\"year\": 2566}");
    cr_assert_eq(value_path(facts, "results.ranked")->count, 0);
    cr_assert_eq(value_path(facts, "results.computed_total")->kind, VALUE_NULL);
    cr_assert_eq(value_path(facts, "results.level_code")->kind, VALUE_NULL);
    cr_assert_eq(value_path(facts, "history")->count, 0);
    cr_assert_eq(value_path(facts, "results.tools")->count, 3);
    cr_assert_str_eq(report_found(arena, "{\"year\": 2566}"), "");
    arena_free(arena);
}

/* ---- five levels from 2567 on ----------------------------------------------------------------------------------- */

static const char *level_of(struct arena *arena, const char *iit, const char *eit, const char *oit)
{
    struct buf text = buf_init(arena);
    buf_puts(&text, "{\"year\": 2567, \"results\": {\"indicators\": [");
    for (int i = 1; i <= 10; i++)
        buf_printf(&text, "%s{\"number\": %d, \"score\": %s}", i > 1 ? "," : "", i, i < 6 ? iit : i < 9 ? eit : oit);
    buf_puts(&text, "]}}");
    struct diags diags = diags_init(arena);
    return facts_text(analyse_with(arena, text.data, "templates/data/criteria/2567-area.json", &diags),
                      "results.level_code");
}

Test(analysis, levels_can_depend_on_every_tool)
{
    struct arena *arena = test_arena();
    cr_assert_str_eq(level_of(arena, "97.00", "97.00", "97.00"), "ผ่านดีเยี่ยม");
    cr_assert_str_eq(level_of(arena, "99.00", "94.00", "98.00"), "ผ่านดี"); /* a total of 97.1 */
    cr_assert_str_eq(level_of(arena, "95.00", "95.00", "95.00"), "ผ่านดีเยี่ยม");
    cr_assert_str_eq(level_of(arena, "95.00", "94.99", "100"), "ผ่านดี");
    cr_assert_str_eq(level_of(arena, "84.99", "99.00", "99.00"), "ผ่าน");
    cr_assert_str_eq(level_of(arena, "84.99", "84.99", "84.99"), "ต้องปรับปรุง");
    cr_assert_str_eq(level_of(arena, "70.00", "70.00", "70.00"), "ต้องปรับปรุง");
    cr_assert_str_eq(level_of(arena, "69.99", "69.99", "69.99"), "ต้องปรับปรุงโดยด่วน");
    arena_free(arena);
}

Test(analysis, bands_have_no_gap)
{
    struct arena *arena = test_arena();
    static const char *const scores[] = {"100", "95.00", "94.99", "85", "84.99", "75.00",
                                         "65",  "55",    "54.99", "50", "49.99", "0"};
    static const char *const levels[] = {"AA", "AA", "A", "A", "B", "B", "C", "D", "E", "E", "F", "F"};
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++) {
        const char *text = arena_printf(arena, "{\"year\": 2566, \"results\": {\"total\": %s}}", scores[i]);
        cr_assert_str_eq(facts_text(facts_of(arena, text), "results.level_code"), levels[i], "%s", scores[i]);
    }
    arena_free(arena);
}

/* ---- row order -------------------------------------------------------------------------------------------------- */

static void shuffle(struct value *list, unsigned *seed)
{
    for (size_t i = list->count; i > 1; i--) {
        *seed = *seed * 1664525u + 1013904223u;
        size_t other = (*seed >> 8) % i;
        struct value *moved = list->items[i - 1];
        list->items[i - 1] = list->items[other];
        list->items[other] = moved;
    }
    for (size_t i = 0; i < list->count; i++)
        list->items[i]->index = i;
}

static const char *facts_and_findings(struct arena *arena, const struct value *model)
{
    struct diags diags = diags_init(arena);
    struct analysis_data data = {.criteria = data_file(arena, "templates/data/criteria/2566-area.json"),
                                 .words = data_file(arena, "templates/data/words.json"),
                                 .audit = data_file(arena, "templates/data/audit.json"),
                                 .typos = data_file(arena, "templates/data/typos.json")};
    struct buf out = buf_init(arena);
    value_dump(&out, analysis_run(arena, model, &data, &diags));
    diags_sort(&diags); /* by place in the text, which shuffling leaves */
    for (size_t i = 0; i < diags.list.count; i++)
        buf_printf(&out, "%s %s\n", diags.list.items[i].code, diags.list.items[i].message);
    return out.data;
}

Test(analysis, the_order_of_rows_changes_nothing)
{
    struct arena *arena = test_arena();
    const char *text =
        report_with(arena, report_with(arena, clean_report, "\"score\": 97.75", "\"score\": 100"), "94.06", "94.6");
    const char *right = facts_and_findings(arena, test_json(arena, text));
    unsigned seed = 7;
    for (int round = 0; round < 50; round++) {
        struct value *model = test_json(arena, text);
        shuffle(value_path(model, "results.indicators"), &seed);
        shuffle(value_path(model, "results.tools"), &seed);
        shuffle(value_path(model, "history"), &seed);
        const struct value *rows = value_path(model, "results.indicators");
        for (size_t i = 0; i < rows->count; i++) {
            struct value *subs = value_member(rows->items[i], "subs");
            if (subs)
                shuffle(subs, &seed);
        }
        cr_assert_str_eq(facts_and_findings(arena, model), right);
    }
    arena_free(arena);
}

/* ---- data files ------------------------------------------------------------------------------------------------- */

/* The criteria of each year and kind there is, one after the other; NULL behind the last. */
struct criteria_files {
    struct arena *arena;
    int year;
    size_t kind, count;
    const char *path;
};

static struct value *next_criteria(struct criteria_files *files)
{
    static const char *const kinds[] = {"area", "provincial"};
    for (; files->year < 2600; files->year++, files->kind = 0) {
        while (files->kind < sizeof kinds / sizeof *kinds) {
            files->path =
                arena_printf(files->arena, "templates/data/criteria/%d-%s.json", files->year, kinds[files->kind++]);
            FILE *file = fopen(files->path, "rb");
            if (!file)
                continue;
            fclose(file);
            files->count++;
            return data_file(files->arena, files->path);
        }
    }
    return NULL;
}

static void check_sources(const struct value *criteria, const char *path)
{
    static const char *const apart[] = {"year", "kind", "total", "sources"};
    for (size_t i = 0; i < criteria->count; i++) {
        const char *name = criteria->items[i]->key;
        bool fact = true;
        for (size_t j = 0; j < sizeof apart / sizeof *apart; j++)
            fact = fact && strcmp(name, apart[j]) != 0;
        const struct value *source = value_member(value_member(criteria, "sources"), name);
        cr_expect(!fact || value_member_text(source, "source", "")[0], "%s: %s has no source", path, name);
        cr_expect(!fact || strstr("high medium low", value_member_text(source, "confidence", "none")),
                  "%s: %s has no confidence", path, name);
    }
}

Test(criteria, every_year_is_whole_and_says_where_it_is_from)
{
    struct criteria_files files = {.arena = test_arena(), .year = 2500};
    for (struct value *criteria; (criteria = next_criteria(&files));) {
        int64_t weight = 0, full = value_member_integer(criteria, "full", 0);
        size_t indicators = 0;
        const struct value *tools = value_member(criteria, "tools");
        for (size_t i = 0; i < tools->count; i++) {
            weight += value_member_integer(tools->items[i], "weight", 0);
            indicators += value_member(tools->items[i], "indicators")->count;
        }
        cr_expect_eq(value_member_integer(criteria, "year", 0), files.year, "%s", files.path);
        cr_expect_not_null(strstr(files.path, value_member_text(criteria, "kind", "?")), "%s", files.path);
        cr_expect_eq(weight, full, "%s: the weights add up to %ld", files.path, (long)weight);
        cr_expect_eq(indicators, value_member(criteria, "indicators")->count, "%s", files.path);
        check_sources(criteria, files.path);
    }
    cr_assert_geq(files.count, 9);
    arena_free(files.arena);
}

Test(criteria, the_levels_of_a_year_leave_no_score_out)
{
    struct criteria_files files = {.arena = test_arena(), .year = 2500};
    for (struct value *criteria; (criteria = next_criteria(&files));) {
        const struct value *levels = value_member(criteria, "levels");
        const struct value *last = levels->items[levels->count - 1];
        cr_expect_str_eq(facts_text(last, "from"), "0", "%s", files.path);
        cr_expect_null(value_member(last, "each_tool"), "%s", files.path);
        for (size_t i = 1; i < levels->count; i++)
            cr_expect_leq(decimal_compare(value_member(levels->items[i], "from")->number,
                                          value_member(levels->items[i - 1], "from")->number),
                          0, "%s", files.path);
    }
    arena_free(files.arena);
}

/* A year that no C knows: last year's file with another weight and another level. */
Test(criteria, another_year_is_another_file)
{
    struct arena *arena = test_arena();
    const char *text = test_file(arena, "templates/data/criteria/2569-area.json", NULL);
    text = report_with(arena, text, "\"year\": 2569", "\"year\": 2570");
    text = report_with(arena, text, "\"weight\": 30", "\"weight\": 40");
    text =
        report_with(arena, text, "\"weight\": 40, \"indicators\": [9, 10]", "\"weight\": 30, \"indicators\": [9, 10]");
    text = report_with(arena, text, "\"levels\": [", "\"levels\": [ {\"code\": \"X\", \"from\": 94.00},");
    struct analysis_data data = {.criteria = test_json(arena, text)};
    struct diags diags = diags_init(arena);
    const char *model = report_with(arena, clean_report, "\"year\": 2566,", "\"year\": 2570,");
    struct value *facts = analysis_run(arena, test_json(arena, model), &data, &diags);
    cr_assert_str_eq(facts_column(facts, "results.tools", "weight"), "40 30 30");
    cr_assert_str_eq(facts_text(facts, "results.computed_total"), "94.27");
    cr_assert_str_eq(facts_text(facts, "results.level_code"), "X");
    arena_free(arena);
}
