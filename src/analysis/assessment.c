#include "analysis/assessment.h"

#include "analysis/criteria.h"
#include "analysis/ranks.h"

#include <string.h>

static const struct decimal hundred = {100, 0};

bool member_score(const struct value *object, const char *key, struct decimal *out)
{
    const struct value *found = value_member(object, key);
    if (!found || found->kind != VALUE_NUMBER || !found->exact)
        return false;
    *out = found->number;
    return true;
}

int assessment_tool(const struct assessment *assessment, const char *code)
{
    for (size_t i = 0; i < assessment->tool_count; i++) {
        if (strcmp(assessment->tools[i].code, code) == 0)
            return (int)i;
    }
    return NO_TOOL;
}

const struct indicator *assessment_indicator(const struct assessment *assessment, int64_t number)
{
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        if (assessment->indicators[i].number == number)
            return &assessment->indicators[i];
    }
    return NULL;
}

/* ---- tools ------------------------------------------------------------------------------------------------------ */

static const struct value *given_tool(const struct value *results, const char *code)
{
    const struct value *tools = value_member(results, "tools");
    for (size_t i = 0; tools && i < tools->count; i++) {
        if (strcmp(value_member_text(tools->items[i], "code", ""), code) == 0)
            return tools->items[i];
    }
    return NULL;
}

static void read_tools(struct assessment *assessment)
{
    const struct value *rules = value_member(assessment->criteria, "tools");
    size_t count = rules ? rules->count : 0;
    assessment->tools = arena_array(assessment->arena, struct tool, count);
    for (size_t i = 0; i < count; i++) {
        const struct value *rule = rules->items[i];
        struct tool *tool = &assessment->tools[assessment->tool_count++];
        tool->code = value_member_text(rule, "code", "");
        tool->rule = rule;
        tool->given = given_tool(assessment->results, tool->code);
        tool->published = member_score(tool->given, "score", &tool->score);
        tool->weight = criteria_number(rule, "weight", (struct decimal){0, 0});
        tool->share = score_share(tool->weight, assessment->full);
    }
}

/* The mean of a tool from its indicators, when all that the criteria name have a score. */
static void compute_tool(struct assessment *assessment, struct tool *tool)
{
    const struct value *members = value_member(tool->rule, "indicators");
    size_t count = members ? members->count : 0;
    struct decimal *scores = arena_array(assessment->arena, struct decimal, count);
    bool ok = count > 0;
    for (size_t i = 0; i < count && ok; i++) {
        const struct indicator *indicator = assessment_indicator(assessment, members->items[i]->number.units);
        ok = indicator != NULL;
        if (ok)
            scores[i] = indicator->score;
    }
    if (!ok)
        return;
    tool->mean = scores_mean(scores, count, &ok);
    tool->mean_range = scores_mean_range(scores, count, assessment->full, &ok);
    tool->complete = ok;
}

bool assessment_tool_percent(const struct tool *tool, struct decimal *out)
{
    bool ok = tool->complete || (tool->published && tool->share.num > 0);
    if (tool->complete)
        *out = score_shown(tool->mean);
    else if (ok)
        *out = score_shown(ratio_divide(ratio_of(tool->score), tool->share, &ok));
    return ok;
}

struct tool_percents assessment_tool_percents(const struct assessment *assessment)
{
    struct decimal *percents = arena_array(assessment->arena, struct decimal, assessment->tool_count);
    bool known = assessment->tool_count > 0;
    for (size_t i = 0; i < assessment->tool_count; i++)
        known = assessment_tool_percent(&assessment->tools[i], &percents[i]) && known;
    return (struct tool_percents){.known = known, .percents = percents, .count = assessment->tool_count};
}

/* ---- indicators ------------------------------------------------------------------------------------------------- */

static int tool_of(const struct assessment *assessment, int64_t number)
{
    const struct value *rule = criteria_tool_of(assessment->criteria, number);
    return rule ? assessment_tool(assessment, value_member_text(rule, "code", "")) : NO_TOOL;
}

static void read_indicators(struct assessment *assessment)
{
    const struct value *rows = value_member(assessment->results, "indicators");
    size_t count = rows ? rows->count : 0;
    assessment->indicators = arena_array(assessment->arena, struct indicator, count);
    for (size_t i = 0; i < count; i++) {
        struct indicator row = {.given = rows->items[i], .number = value_member_integer(rows->items[i], "number", 0)};
        if (row.number <= 0 || !member_score(row.given, "score", &row.score))
            continue;
        row.rule = criteria_indicator(assessment->criteria, row.number);
        row.tool = tool_of(assessment, row.number);
        int order = decimal_compare(row.score, assessment->threshold);
        row.weak = order < 0;
        row.strong = order > 0 || (order == 0 && assessment->inclusive);
        size_t at = assessment->indicator_count++;
        for (; at > 0 && assessment->indicators[at - 1].number > row.number; at--)
            assessment->indicators[at] = assessment->indicators[at - 1];
        assessment->indicators[at] = row;
    }
}

/* ---- total ------------------------------------------------------------------------------------------------------ */

/* Sum of the weighted tool means, none rounded before. */
static void total_from_tools(struct assessment *assessment)
{
    struct ratio sum = {0, 1};
    struct range range = range_point(sum);
    bool ok = assessment->tool_count > 0;
    for (size_t i = 0; i < assessment->tool_count && ok; i++) {
        const struct tool *tool = &assessment->tools[i];
        ok = tool->complete;
        if (!ok)
            break;
        sum = ratio_add(sum, ratio_multiply(tool->mean, tool->share, &ok), &ok);
        range = range_add(range, range_times(tool->mean_range, tool->share, &ok), &ok);
    }
    assessment->computed = ok;
    assessment->exact_total = sum;
    assessment->total_range = range;
}

/* Offices assessed by items alone: the mean of all items, of which the file lists those below the full mark. */
static void total_from_items(struct assessment *assessment)
{
    int64_t count = value_member_integer(assessment->criteria, "item_count", 0);
    const struct value *items = value_member(assessment->results, "items");
    struct ratio lost = {0, 1};
    bool ok = count > 0 && items && items->kind == VALUE_LIST;
    for (size_t i = 0; ok && i < items->count; i++) {
        struct decimal score;
        ok = member_score(items->items[i], "score", &score);
        if (ok)
            lost = ratio_add(lost, ratio_subtract(ratio_of(assessment->full), ratio_of(score), &ok), &ok);
    }
    if (!ok)
        return;
    lost = ratio_divide(lost, (struct ratio){count, 1}, &ok);
    assessment->exact_total = ratio_subtract(ratio_of(assessment->full), lost, &ok);
    assessment->total_range = range_point(assessment->exact_total);
    assessment->computed = ok;
}

/* The only tool of such offices has the total as its score, not the mean of its indicators. */
static void tool_from_items(struct assessment *assessment)
{
    for (size_t i = 0; i < assessment->tool_count; i++) {
        struct tool *tool = &assessment->tools[i];
        tool->complete = assessment->computed && assessment->tool_count == 1;
        tool->mean = assessment->exact_total;
        tool->mean_range = assessment->total_range;
    }
}

static void compute_total(struct assessment *assessment)
{
    assessment->by_items = strcmp(value_member_text(assessment->criteria, "total", "tools"), "items") == 0;
    if (assessment->by_items) {
        total_from_items(assessment);
        tool_from_items(assessment);
    } else {
        total_from_tools(assessment);
    }
    const struct value *levels = value_member(assessment->criteria, "levels");
    if (assessment->published)
        assessment->level = level_find(levels, assessment->total, assessment_tool_percents(assessment));
    else if (assessment->computed)
        assessment->level =
            level_find(levels, score_shown(assessment->exact_total), assessment_tool_percents(assessment));
}

const struct value *assessment_part_level(const struct assessment *assessment, struct decimal score)
{
    if (!value_member_true(assessment->criteria, "indicator_levels"))
        return NULL;
    return level_by_score(value_member(assessment->criteria, "levels"), score);
}

struct assessment *assessment_read(struct arena *arena, const struct value *model, const struct analysis_data *data)
{
    struct assessment *assessment = arena_new_of(arena, struct assessment);
    const struct value *inclusive = value_member(model, "threshold_inclusive");
    *assessment = (struct assessment){.arena = arena,
                                      .model = model,
                                      .criteria = data->criteria,
                                      .words = data->words,
                                      .results = value_member(model, "results"),
                                      .year = value_member_integer(model, "year", 0),
                                      .full = criteria_number(data->criteria, "full", hundred)};
    assessment->report = report_read(model, data->words, data->profile, assessment->year);
    assessment->pass = criteria_number(data->criteria, "pass", assessment->full);
    assessment->has_threshold = member_score(model, "threshold", &assessment->threshold);
    if (!assessment->has_threshold)
        assessment->threshold = assessment->pass;
    assessment->inclusive = !inclusive || inclusive->kind != VALUE_BOOL || inclusive->truth;
    assessment->published = member_score(assessment->results, "total", &assessment->total);
    read_tools(assessment);
    read_indicators(assessment);
    for (size_t i = 0; i < assessment->tool_count; i++)
        compute_tool(assessment, &assessment->tools[i]);
    compute_total(assessment);
    ranks_assign(assessment);
    return assessment;
}
