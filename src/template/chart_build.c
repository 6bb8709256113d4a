/* Charts: from a description or a free block, and numbers, to the document. */
#include "template/build.h"
#include "template/chart.h"

#include <string.h>

static const char CODE[] = "template-chart";

enum { ROWS_MAX = 60, RADAR_ROWS_MIN = 3 };

struct row {
    struct doc_chart_row row; /* without its numbers */
    int64_t number, max;
};

/* A chart that is being made. */
struct making {
    struct build *build;
    struct doc_node *node;
    struct doc_chart *chart;
    struct scope scope; /* of the chart's words */
    struct place place;
    LIST(struct row) rows;
    const struct value *to; /* the number at which the axis ends, or NULL */
    struct chart_range range;
    struct chart_scale scale;
    int64_t threshold; /* -1: none */
    bool exclusive;    /* a number equal to the threshold is below it, too */
    bool good;
};

static void fail(struct making *m, const struct value *value, const char *expected, const char *message)
{
    struct place place = m->place;
    if (value)
        place = (struct place){.value = value};
    place_error(m->build->diags, place, CODE, (struct diag_more){.expected = expected}, "%s", message);
    m->good = false;
}

static double points_of(int64_t millionths)
{
    return (double)millionths / (double)CHART_ONE;
}

/* ---- words ------------------------------------------------------------------------------------------------------ */

static const struct doc_node *add_words(struct making *m, const struct marked *text)
{
    return build_paragraph(m->build, &m->scope, NULL, text);
}

/* NULL: nothing. */
static const struct doc_node *add_tags(struct making *m, const struct mustache *words, const struct context *context)
{
    struct marked *text = &m->build->scratch.cell;
    if (!words)
        return NULL;
    marked_reset(text);
    mustache_render(&m->build->tags, words, context, text);
    return add_words(m, text);
}

static const struct doc_node *add_value(struct making *m, const struct value *value)
{
    struct marked *text = &m->build->scratch.cell;
    marked_reset(text);
    if (!value || !value->text)
        return NULL;
    marked_add_own(text, value);
    return add_words(m, text);
}

/* The number of a free block; of a weighted one with its maximum. */
static const struct doc_node *add_number(struct making *m, const struct value *value, const struct value *max)
{
    struct marked *text = &m->build->scratch.cell;
    if (!value || !max)
        return add_value(m, value);
    marked_reset(text);
    marked_add_value(text, value);
    marked_add_value(text, value_text_new(m->build->arena, "/"));
    marked_add_value(text, max);
    return add_words(m, text);
}

static void add_ticks(struct making *m)
{
    size_t count = (size_t)((m->scale.to - m->scale.from) / m->scale.step) + 1;
    struct doc_chart_tick *ticks = arena_array(m->build->arena, struct doc_chart_tick, count);
    for (size_t i = 0; i < count; i++) {
        int64_t number = m->scale.from + (int64_t)i * m->scale.step;
        const char *digits = chart_digits(m->build->arena, number);
        ticks[i].number = points_of(number);
        ticks[i].label = add_value(m, value_text_new(m->build->arena, digits));
    }
    m->chart->ticks = ticks;
    m->chart->tick_count = count;
}

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

/* Checks a number that is to be drawn; false with an error. */
static bool take_number(struct making *m, const struct value *value, int64_t *out)
{
    if (!value->exact || !chart_number(value->number, out))
        fail(m, value, "100,000,000,000 at most",
             arena_printf(m->build->arena, "%s is too large for a chart", value->text));
    else if (*out < 0)
        fail(m, value, "0 or more", arena_printf(m->build->arena, "%s cannot be drawn", value->text));
    else
        return true;
    return false;
}

/* The number that is described, by itself or by its path; NULL with an error unless it may be left out. */
static const struct value *find_number(struct making *m, const struct value *described, const struct context *context,
                                       bool optional)
{
    if (!described || described->kind == VALUE_NUMBER)
        return described;
    struct place place = {.value = described};
    const struct value *found = mustache_find(&m->build->tags, context, described->text, described, place);
    if (found && found->kind == VALUE_NUMBER)
        return found;
    if (found && found->kind == VALUE_NULL && optional)
        return NULL;
    m->good = false;
    if (found)
        place_error(m->build->diags, place, CODE, (struct diag_more){.expected = "a number"}, "\"%s\" is %s",
                    described->text, found->kind == VALUE_NULL ? "not given" : value_kind_name(found->kind));
    return NULL;
}

/* Whether a number equal to the threshold is not below it, by itself or by its path. */
static bool find_inclusive(struct making *m, const struct value *described, const struct context *context)
{
    if (!described || described->kind == VALUE_BOOL)
        return !described || described->truth;
    struct place place = {.value = described};
    const struct value *found = mustache_find(&m->build->tags, context, described->text, described, place);
    if (!found)
        m->good = false;
    else if (found->kind != VALUE_BOOL && found->kind != VALUE_NULL)
        fail(m, described, "true or false",
             arena_printf(m->build->arena, "\"%s\" is %s", described->text, value_kind_name(found->kind)));
    return !found || found->kind != VALUE_BOOL || found->truth;
}

/* Above the end of the axis, or of the row's own bar. */
static void check_most(struct making *m, const struct value *value, int64_t number, const struct value *max)
{
    int64_t most;
    if (max && take_number(m, max, &most) && number > most)
        fail(m, value, arena_printf(m->build->arena, "at most %s", max->text),
             arena_printf(m->build->arena, "%s is above the maximum", value->text));
}

static void widen(struct making *m, int64_t number)
{
    m->range.least = number < m->range.least ? number : m->range.least;
    m->range.largest = number > m->range.largest ? number : m->range.largest;
}

/* The numbers of a row whose words are in. */
static void add_row(struct making *m, struct doc_chart_row words, const struct value *value, const struct value *max)
{
    struct row row = {.row = words};
    if (!words.label)
        fail(m, value, "words", "a row of a chart has no label");
    if (!value || !take_number(m, value, &row.number))
        return;
    check_most(m, value, row.number, m->chart->kind == DOC_CHART_WEIGHTED ? max : m->to);
    widen(m, row.number);
    if (m->chart->kind == DOC_CHART_WEIGHTED && max && take_number(m, max, &row.max))
        widen(m, row.max);
    if (m->rows.count == ROWS_MAX)
        fail(m, value, "60 at most", "a chart has too many rows");
    else
        *list_add(m->build->arena, &m->rows) = row;
}

static void set_threshold(struct making *m, const struct value *value)
{
    if (!value || !take_number(m, value, &m->threshold))
        return;
    check_most(m, value, m->threshold, m->to);
    widen(m, m->threshold);
}

/* ---- the chart -------------------------------------------------------------------------------------------------- */

static struct making making_new(struct build *b, struct doc_node *node, struct place place)
{
    struct making m = {.build = b, .node = node, .place = place, .threshold = -1, .good = true};
    m.chart = arena_new_of(b->arena, struct doc_chart);
    m.range = (struct chart_range){.least = INT64_MAX, .to = -1};
    m.scope.parent = node;
    return m;
}

static void set_style(struct making *m, const char *name)
{
    const struct doc_style *style = styles_find(m->build->styles, name ? name : "chart");
    m->scope.paragraph =
        style ? style : styles_need(m->build->styles, name ? name : "table-text", m->place, m->build->diags);
}

/* When all rows are in: the scale.  False when there is nothing to draw. */
static bool make_scale(struct making *m)
{
    size_t least = m->chart->kind == DOC_CHART_RADAR ? RADAR_ROWS_MIN : 1;
    if (m->good && m->rows.count < least)
        fail(m, NULL, least > 1 ? "3 rows at least" : "a row; leave the chart out where its list is empty",
             m->rows.count ? "a radar has too few rows" : "a chart has no rows");
    if (!m->good)
        return false;
    m->scale = chart_scale_of(m->range);
    m->chart->from = points_of(m->scale.from);
    m->chart->to = points_of(m->scale.to);
    return true;
}

static void finish(struct making *m)
{
    struct doc_chart_row *rows = arena_array(m->build->arena, struct doc_chart_row, m->rows.count);
    for (size_t i = 0; i < m->rows.count; i++) {
        rows[i] = m->rows.items[i].row;
        rows[i].number = points_of(m->rows.items[i].number);
        rows[i].max = points_of(m->rows.items[i].max);
        rows[i].below = m->rows.items[i].number < m->threshold + m->exclusive;
    }
    m->chart->rows = rows;
    m->chart->row_count = m->rows.count;
    m->chart->threshold = points_of(m->threshold);
    m->node->picture.chart = m->chart;
}

/* ---- from a description ----------------------------------------------------------------------------------------- */

static void fill_row(struct making *m, const struct chart_rows *described, const struct context *context)
{
    struct doc_chart_row words = {.label = add_tags(m, described->label, context)};
    const struct value *value = find_number(m, described->value, context, false);
    words.value = described->print ? add_tags(m, described->print, context) : add_value(m, value);
    if (described->print && !words.value)
        fail(m, described->described, "words", "\"print\" comes out empty");
    if (value)
        add_row(m, words, value, find_number(m, described->max, context, false));
}

static void fill_rows(struct making *m, const struct chart *chart, const struct context *context)
{
    struct build *b = m->build;
    for (size_t i = 0; i < chart->row_count && m->good; i++) {
        const struct conditions *conditions = &chart->rows[i].conditions;
        const struct value *each = conditions->each;
        if (!conditions_hold(&b->tags, conditions, context))
            continue;
        if (!each) {
            fill_row(m, &chart->rows[i], context);
            continue;
        }
        const struct value *list = conditions_list(&b->tags, each->text, each, (struct place){.value = each}, context);
        for (size_t j = 0; list && j < list->count && m->good; j++)
            fill_row(m, &chart->rows[i], context_element(b->arena, context, list, j));
    }
}

/* What is known besides when the scale is made: axis.from, axis.to. */
static const struct context *axis_context(struct making *m, const struct context *context)
{
    struct arena *arena = m->build->arena;
    struct value *outer = value_new(arena, VALUE_OBJECT);
    struct value *axis = value_set(arena, outer, "axis", value_new(arena, VALUE_OBJECT));
    value_set(arena, axis, "from", value_text_new(arena, chart_digits(arena, m->scale.from)));
    value_set(arena, axis, "to", value_text_new(arena, chart_digits(arena, m->scale.to)));
    return context_push(arena, context, outer);
}

static const char *alt_of(struct making *m, const struct chart *chart, const struct context *context)
{
    struct marked text = marked_init(m->build->arena);
    mustache_render(&m->build->tags, chart->alt, context, &text);
    if (!text.text.data[strspn(text.text.data, " \n")])
        fail(m, chart->alt->words->json, "what the chart shows, with its figures", "\"alt\" comes out empty");
    return build_plain(m->build, text.text.data);
}

static void fill_axis(struct making *m, const struct chart *chart, const struct context *context)
{
    const struct value *from = find_number(m, chart->from, context, false);
    m->to = find_number(m, chart->to, context, false);
    m->range.from = chart->from_auto ? -1 : 0;
    if (from)
        take_number(m, from, &m->range.from);
    if (m->to)
        take_number(m, m->to, &m->range.to);
    if (m->good && from && m->to && m->range.from >= m->range.to)
        fail(m, from, arena_printf(m->build->arena, "less than %s", m->to->text), "the axis begins behind its end");
}

static void fill_chart(struct making *m, const struct chart *chart, const struct context *context)
{
    m->chart->kind = chart->kind;
    m->chart->plot_height = chart->height;
    set_style(m, chart->style);
    fill_axis(m, chart, context);
    fill_rows(m, chart, context);
    set_threshold(m, find_number(m, chart->threshold, context, true));
    m->exclusive = !find_inclusive(m, chart->inclusive, context);
    if (!make_scale(m))
        return;
    context = axis_context(m, context);
    if (m->threshold >= 0)
        m->chart->threshold_label = add_tags(m, chart->threshold_label, context);
    add_ticks(m);
    m->chart->notes[0] = add_tags(m, chart->note, context);
    if (m->scale.from > 0)
        m->chart->notes[1] = add_tags(m, chart->cut, context);
    if (m->threshold >= 0) {
        m->chart->above = add_tags(m, chart->above, context);
        m->chart->below = add_tags(m, chart->below, context);
    }
    m->node->picture.alt = alt_of(m, chart, context);
    finish(m);
}

/* ---- from a free block ------------------------------------------------------------------------------------------ */

static const struct value *number_member(const struct value *object, const char *key)
{
    const struct value *member = value_member(object, key);
    return member && member->kind == VALUE_NUMBER ? member : NULL;
}

static void read_free_rows(struct making *m, const struct value *block)
{
    const struct value *rows = value_member(block, "rows");
    for (size_t i = 0; rows && rows->kind == VALUE_LIST && i < rows->count; i++) {
        const struct value *row = rows->items[i], *value = number_member(row, "value");
        const struct value *max = number_member(row, "max");
        struct doc_chart_row words = {.label = add_value(m, value_member(row, "label")),
                                      .value = add_number(m, value, max)};
        if (m->chart->kind == DOC_CHART_WEIGHTED && !max)
            fail(m, row, "\"max\", in every row of a chart that is \"weighted\"", "a row has no maximum");
        if (m->chart->kind != DOC_CHART_WEIGHTED && max)
            fail(m, max, "\"max\" of the chart", "rows have a maximum in charts that are \"weighted\" only");
        add_row(m, words, value, max);
    }
}

static void read_free_axis(struct making *m, const struct value *block)
{
    const struct value *from = number_member(block, "from");
    m->to = number_member(block, "max");
    if (from)
        take_number(m, from, &m->range.from);
    if (m->to)
        take_number(m, m->to, &m->range.to);
    if (m->range.from > 0 && m->chart->kind == DOC_CHART_WEIGHTED)
        fail(m, from, "0", "weighted bars begin at 0");
    else if (m->range.from > 0 && !value_member_text(block, "note", NULL))
        fail(m, from, "\"note\": words that tell the reader so", "the axis does not begin at 0");
    if (m->good && m->to && m->range.from >= m->range.to)
        fail(m, from ? from : m->to, arena_printf(m->build->arena, "less than %s", m->to->text),
             "the axis begins behind its end");
}

static void read_free_threshold(struct making *m, const struct value *block)
{
    const struct value *threshold = number_member(block, "threshold");
    const struct value *label = value_member(block, "threshold_label");
    if (threshold && !(label && label->text))
        fail(m, threshold, "\"threshold_label\": what the line means", "a threshold has no label");
    set_threshold(m, threshold);
    const struct value *above = value_member(block, "threshold_above"), *below = value_member(block, "threshold_below");
    bool drawn = threshold && m->chart->kind == DOC_CHART_BARS;
    const struct value *legend = value_is_true(above) ? above : below;
    if (value_is_true(legend) && !drawn)
        fail(m, legend, "bars with a \"threshold\"",
             arena_printf(m->build->arena, "\"%s\" means nothing here", legend->key));
    const struct value *inclusive = value_member(block, "threshold_inclusive");
    m->exclusive = inclusive && inclusive->kind == VALUE_BOOL && !inclusive->truth;
}

static void read_block(struct making *m, const struct value *block)
{
    const char *kind = value_member_text(block, "kind", ""), *alt = value_member_text(block, "alt", "");
    if (!chart_kind(kind, &m->chart->kind))
        fail(m, block, "bars, line, radar or weighted", "\"kind\" is none of a chart's");
    if (!*alt)
        fail(m, block, "\"alt\": what the chart shows, with its figures", "a chart has no alternative text");
    m->node->picture.alt = build_plain(m->build, alt);
    set_style(m, NULL);
    read_free_axis(m, block);
    read_free_rows(m, block);
    read_free_threshold(m, block);
    if (!make_scale(m))
        return;
    if (m->threshold >= 0) {
        m->chart->threshold_label = add_value(m, value_member(block, "threshold_label"));
        m->chart->above = add_value(m, value_member(block, "threshold_above"));
        m->chart->below = add_value(m, value_member(block, "threshold_below"));
    }
    add_ticks(m);
    m->chart->notes[0] = add_value(m, value_member(block, "note"));
    finish(m);
}

void build_chart(struct build *b, struct doc_node *node, const struct build_chart *chart)
{
    struct making m = making_new(b, node, chart->place);
    node->picture.alt = "";
    if (chart->block)
        read_block(&m, chart->block);
    else
        fill_chart(&m, chart->described, chart->context);
}
