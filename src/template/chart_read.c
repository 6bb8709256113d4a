#include "template/chart.h"

#include "template/describe.h"

#include <string.h>

static const char CODE[] = "template-chart";

static const char *const chart_members[] = {"kind", "rows",  "axis",  "threshold", "legend",
                                            "alt",  "style", "width", "height"};
static const char *const row_members[] = {"label", "value", "max", "print", "when", "unless", "each"};
static const char *const axis_members[] = {"from", "to", "note", "cut"};
static const char *const threshold_members[] = {"value", "label", "inclusive"};
static const char *const legend_members[] = {"above", "below"};
static const char *const kind_names[] = {"bars", "line", "radar", "weighted"};

struct reader {
    struct arena *arena;
    struct diags *diags;
};

static void error(const struct reader *r, const struct value *value, const char *expected, const char *message)
{
    diag_value(r->diags, SEVERITY_ERROR, CODE, value, (struct diag_more){.expected = expected}, "%s", message);
}

bool chart_kind(const char *name, enum doc_chart_kind *kind)
{
    for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
        if (strcmp(kind_names[i], name) == 0) {
            *kind = (enum doc_chart_kind)i;
            return true;
        }
    return false;
}

static const struct mustache *words(const struct reader *r, const struct value *object, const char *key, bool needed)
{
    const struct value *text = needed ? describe_needed(r->diags, object, key, VALUE_TEXT)
                                      : describe_member(r->diags, object, key, VALUE_TEXT);
    return text ? mustache_parse(r->arena, words_of_value(r->arena, text), r->diags) : NULL;
}

/* A number, or the path of one. */
static const struct value *number(const struct reader *r, const struct value *object, const char *key)
{
    const struct value *member = value_member(object, key);
    if (!member || member->kind == VALUE_NUMBER || member->kind == VALUE_TEXT)
        return member;
    error(r, member, "a number, or a path such as \"results.total\"",
          arena_printf(r->arena, "\"%s\" is %s", key, value_kind_name(member->kind)));
    return NULL;
}

static struct chart_rows read_row(const struct reader *r, const struct chart *chart, const struct value *described)
{
    struct chart_rows row = {.described = described};
    if (!describe_object(r->diags, described, CHOICES(row_members)))
        return row;
    row.conditions = conditions_read(described, r->diags);
    row.label = words(r, described, "label", true);
    row.print = words(r, described, "print", false);
    row.value = number(r, described, "value");
    row.max = number(r, described, "max");
    if (!value_member(described, "value"))
        error(r, described, "a number, or a path such as \"score\"", "\"value\" is missing");
    bool weighted = chart->kind == DOC_CHART_WEIGHTED;
    if (weighted != (value_member(described, "max") != NULL))
        error(r, described, weighted ? "a number, or a path such as \"weight\"" : "\"max\" in charts that are weighted",
              weighted ? "\"max\" is missing" : "\"max\" means nothing here");
    return row;
}

static void read_rows(const struct reader *r, struct chart *chart)
{
    const struct value *rows = describe_needed(r->diags, chart->described, "rows", VALUE_LIST);
    chart->row_count = rows ? rows->count : 0;
    chart->rows = arena_array(r->arena, struct chart_rows, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++)
        chart->rows[i] = read_row(r, chart, rows->items[i]);
}

static void read_axis(const struct reader *r, struct chart *chart)
{
    const struct value *axis = describe_member(r->diags, chart->described, "axis", VALUE_OBJECT);
    if (!axis || !describe_object(r->diags, axis, CHOICES(axis_members)))
        return;
    chart->from = number(r, axis, "from");
    chart->to = number(r, axis, "to");
    chart->note = words(r, axis, "note", false);
    chart->cut = words(r, axis, "cut", false);
    if (chart->from && chart->from->kind == VALUE_TEXT && strcmp(chart->from->text, "auto") == 0) {
        chart->from = NULL;
        chart->from_auto = true;
    }
    if ((chart->from || chart->from_auto) && chart->kind == DOC_CHART_WEIGHTED)
        error(r, axis, NULL, "weighted bars begin at 0");
    else if ((chart->from || chart->from_auto) && !value_member(axis, "cut"))
        error(r, axis, "words such as \"แกนเริ่มที่ {{axis.from}}\"",
              "\"cut\" is missing: a reader must be told that the axis does not begin at 0");
}

static const struct value *inclusive(const struct reader *r, const struct value *threshold)
{
    const struct value *member = value_member(threshold, "inclusive");
    if (!member || member->kind == VALUE_BOOL || member->kind == VALUE_TEXT)
        return member;
    error(r, member, "true, false, or a path such as \"results.threshold_inclusive\"",
          arena_printf(r->arena, "\"inclusive\" is %s", value_kind_name(member->kind)));
    return NULL;
}

static void read_threshold(const struct reader *r, struct chart *chart)
{
    const struct value *threshold = describe_member(r->diags, chart->described, "threshold", VALUE_OBJECT);
    const struct value *legend = describe_member(r->diags, chart->described, "legend", VALUE_OBJECT);
    if (threshold && describe_object(r->diags, threshold, CHOICES(threshold_members))) {
        chart->threshold = number(r, threshold, "value");
        chart->threshold_label = words(r, threshold, "label", true);
        chart->inclusive = inclusive(r, threshold);
        if (!value_member(threshold, "value"))
            error(r, threshold, "a number, or a path such as \"threshold\"", "\"value\" is missing");
    }
    if (legend && describe_object(r->diags, legend, CHOICES(legend_members))) {
        chart->above = words(r, legend, "above", true);
        chart->below = words(r, legend, "below", true);
        if (!threshold || chart->kind != DOC_CHART_BARS)
            error(r, legend, "bars with a \"threshold\"", "\"legend\" means nothing here");
    }
}

struct chart *chart_read(struct arena *arena, const char *name, const struct value *described, struct diags *diags)
{
    struct reader r = {arena, diags};
    struct chart *chart = arena_new_of(arena, struct chart);
    *chart = (struct chart){.name = name, .described = described};
    if (!describe_object(diags, described, CHOICES(chart_members)))
        return chart;
    describe_needed(diags, described, "kind", VALUE_TEXT);
    chart->kind = (enum doc_chart_kind)describe_choice(diags, described, "kind", CHOICES(kind_names), DOC_CHART_BARS);
    read_rows(&r, chart);
    read_axis(&r, chart);
    read_threshold(&r, chart);
    chart->alt = words(&r, described, "alt", true);
    chart->style = describe_name(diags, described, "style", NULL);
    chart->width = describe_text(diags, described, "width", NULL);
    chart->height = describe_length(diags, described, "height", 0, 0);
    return chart;
}

void chart_visit(const struct chart *chart, void (*visit)(void *user, const struct mustache *words), void *user)
{
    const struct mustache *all[] = {chart->note,  chart->cut,   chart->threshold_label,
                                    chart->above, chart->below, chart->alt};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i])
            visit(user, all[i]);
    for (size_t i = 0; i < chart->row_count; i++) {
        if (chart->rows[i].label)
            visit(user, chart->rows[i].label);
        if (chart->rows[i].print)
            visit(user, chart->rows[i].print);
    }
}
