#include "analysis_support.h"

const char clean_report[] =
    "{ \"format\": 1, \"template\": \"implementation\", \"year\": 2566, \"measures_year\": 2567,\n"
    "  \"office\": { \"name\": \"สำนักงานทดสอบ\", \"kind\": \"area\" },\n"
    "  \"results\": { \"total\": 94.16, \"level\": \"A\", \"rank\": 23,\n"
    "    \"national\": { \"offices\": 245, \"mean\": 92.55 },\n"
    "    \"tools\": [ {\"code\": \"IIT\", \"score\": 28.36}, {\"code\": \"EIT\", \"score\": 28.42},\n"
    "               {\"code\": \"OIT\", \"score\": 37.39} ],\n"
    "    \"indicators\": [\n"
    "      {\"number\": 1, \"score\": 97.75}, {\"number\": 2, \"score\": 90.76}, {\"number\": 3, \"score\": 96.22},\n"
    "      {\"number\": 4, \"score\": 94.06}, {\"number\": 5, \"score\": 93.87}, {\"number\": 6, \"score\": 95.78},\n"
    "      {\"number\": 7, \"score\": 94.07}, {\"number\": 8, \"score\": 94.30}, {\"number\": 9, \"score\": 86.94},\n"
    "      {\"number\": 10, \"score\": 100, \"subs\": [{\"number\": \"10.1\", \"score\": 100},"
    " {\"number\": \"10.2\", \"score\": 100}]} ],\n"
    "    \"items\": [ {\"code\": \"O24\", \"score\": 0, \"indicator\": 9, \"sub\": \"9.4\"} ] },\n"
    "  \"threshold\": 90,\n"
    "  \"history\": [ {\"year\": 2564, \"score\": 87.91}, {\"year\": 2565, \"score\": 96.94},"
    " {\"year\": 2566, \"score\": 94.16} ],\n"
    "  \"developments\": [ {\"indicator\": 9, \"text\": \"เผยแพร่ให้ครบ\"} ],\n"
    "  \"measures\": [ {\"id\": \"M1\", \"title\": \"เปิดเผยข้อมูล\", \"indicators\": [9], \"methods\": [\"ตรวจสอบ\"],\n"
    "    \"owners\": [\"ทุกกลุ่ม\"], \"follow_up\": \"รายงานทุกไตรมาส\", \"start\": \"2566-10-01\","
    " \"due\": \"2567-09-30\"} ],\n"
    "  \"activities\": [ {\"id\": \"A1\", \"title\": \"ปรับปรุงเว็บไซต์\", \"measures\": [\"M1\"],\n"
    "    \"steps\": [{\"text\": \"สำรวจ\"}], \"result\": \"ครบถ้วน\", \"evidence\": [\"ภาพ\"]} ]\n"
    "}\n";

const char *report_with(struct arena *arena, const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    cr_assert_not_null(at, "%s", from);
    return arena_printf(arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

struct value *data_file(struct arena *arena, const char *path)
{
    return test_json(arena, test_file(arena, path, NULL));
}

struct value *analyse_with(struct arena *arena, const char *text, const char *criteria, struct diags *diags)
{
    struct analysis_data data = {.criteria = data_file(arena, criteria),
                                 .words = data_file(arena, "templates/data/words.json"),
                                 .audit = data_file(arena, "templates/data/audit.json"),
                                 .typos = data_file(arena, "templates/data/typos.json")};
    return analysis_run(arena, test_json(arena, text), &data, diags);
}

struct value *analyse(struct arena *arena, const char *text, struct diags *diags)
{
    return analyse_with(arena, text, "templates/data/criteria/2566-area.json", diags);
}

struct value *facts_of(struct arena *arena, const char *text)
{
    struct diags diags = diags_init(arena);
    return analyse(arena, text, &diags);
}

const char *report_summary(struct diags *diags)
{
    static const char *const words[] = {"note", "warning", "error"};
    struct buf out = buf_init(diags->arena);
    diags_sort(diags);
    for (size_t i = 0; i < diags->list.count; i++)
        buf_printf(&out, "%s %s %s\n", words[diags->list.items[i].severity], diags->list.items[i].code,
                   diags->list.items[i].pointer);
    return out.data;
}

const char *report_found_with(struct arena *arena, const char *text, const char *criteria)
{
    struct diags diags = diags_init(arena);
    analyse_with(arena, text, criteria, &diags);
    return report_summary(&diags);
}

const char *report_found(struct arena *arena, const char *text)
{
    return report_found_with(arena, text, "templates/data/criteria/2566-area.json");
}

const char *facts_text(const struct value *facts, const char *path)
{
    const struct value *value = value_path(facts, path);
    cr_assert_not_null(value, "%s", path);
    return value->text ? value->text : value->kind == VALUE_BOOL ? (value->truth ? "true" : "false") : "-";
}

const char *facts_column(const struct value *facts, const char *path, const char *key)
{
    static char text[1000];
    const struct value *list = value_path(facts, path);
    cr_assert_not_null(list, "%s", path);
    text[0] = '\0';
    for (size_t i = 0; i < list->count; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", i ? " " : "",
                 facts_text(list->items[i], key));
    return text;
}
