/*
 * The assessor's checklist: the points of the criteria's "checklist", and of that in audit.json, that apply to the
 * report, each satisfied or not and by which parts of the file.  A point holds when all its needs do:
 *
 *     {"path": "results.total"}                a fact that is there
 *     {"any": ["developments", "results.items"]}   one of several
 *     {"each": "measures", "has": "owners"}    a list with rows, all of which have the member, or one of several
 *                                              ("member": what a message calls it, where "has" is computed)
 *     {"clean": ["R10"]}                       no finding of these rules, accepted or not
 */
#include "analysis/checklist.h"

#include "analysis/facts.h"

#include <string.h>

struct point {
    struct audit *audit;
    const struct value *rule, *facts;
    struct value *by, *missing; /* lists of pointers */
    bool satisfied;
};

static void add_pointer(struct point *point, struct value *list, const struct value *value)
{
    struct arena *arena = point->audit->arena;
    const struct value *place = audit_place(value);
    char *pointer = place ? value_pointer(arena, place) : arena_strdup(arena, "");
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i]->text, pointer) == 0)
            return;
    }
    value_add(arena, list, value_text_new(arena, pointer));
}

static void report_missing(struct point *point, const struct value *at, const char *path)
{
    audit_report(point->audit,
                 (struct finding){.rule = RULE_PART_MISSING,
                                  .at = at,
                                  .element = point->rule,
                                  .expected = arena_printf(point->audit->arena, "\"%s\"", path),
                                  .hint = value_member_text(point->rule, "text", NULL)},
                 "point %s of the assessor's checklist is not met", value_member_text(point->rule, "code", "?"));
}

static bool reportable(const struct point *point)
{
    return !value_member_true(point->rule, "optional");
}

static void need_path(struct point *point, const char *path)
{
    const struct value *found = value_path(point->facts, path);
    if (value_is_true(found)) {
        add_pointer(point, point->by, found);
        return;
    }
    point->satisfied = false;
    if (reportable(point))
        report_missing(point, point->audit->assessment->model, path);
}

static void need_any(struct point *point, const struct value *paths)
{
    struct buf names = buf_init(point->audit->arena);
    for (size_t i = 0; i < paths->count; i++) {
        const struct value *found = value_path(point->facts, paths->items[i]->text);
        if (value_is_true(found)) {
            add_pointer(point, point->by, found);
            return;
        }
        buf_printf(&names, "%s%s", i ? "\" or \"" : "", paths->items[i]->text);
    }
    point->satisfied = false;
    if (reportable(point))
        report_missing(point, point->audit->assessment->model, names.data);
}

/* Incomplete measures are reported by R10 and R11 themselves, save what only the progress of one tells. */
static bool told_elsewhere(const struct point *point, const char *path)
{
    return strcmp(path, "measures") == 0 && strcmp(value_member_text(point->rule, "item", ""), "progress") != 0;
}

/* Whether the row has the member, or one of the members of a list. */
static bool row_has(const struct value *row, const struct value *members)
{
    bool has = members && members->text && value_is_true(value_member(row, members->text));
    for (size_t i = 0; members && members->kind == VALUE_LIST && i < members->count && !has; i++)
        has = value_is_true(value_member(row, members->items[i]->text));
    return has;
}

/* What a message calls the member. */
static const char *member_name(const struct value *need)
{
    const struct value *has = value_member(need, "has");
    const struct value *first = has && has->kind == VALUE_LIST && has->count ? has->items[0] : has;
    return value_member_text(need, "member", first && first->text ? first->text : "");
}

static void need_each(struct point *point, const char *path, const struct value *need)
{
    const struct value *members = value_member(need, "has");
    const struct value *rows = value_path(point->facts, path);
    if (!value_is_true(rows)) {
        point->satisfied = false;
        return;
    }
    for (size_t i = 0; i < rows->count; i++) {
        bool has = row_has(rows->items[i], members);
        add_pointer(point, has ? point->by : point->missing, rows->items[i]);
        point->satisfied = point->satisfied && has;
        if (!has && reportable(point) && !told_elsewhere(point, path))
            report_missing(point, rows->items[i], member_name(need));
    }
}

static bool has_name(const struct value *rows, const char *name)
{
    for (size_t i = 0; rows && i < rows->count; i++) {
        if (strcmp(value_member_text(rows->items[i], "name", ""), name) == 0)
            return true;
    }
    return false;
}

/* Every name of the criteria's list of that path is the name of a row of the facts' list. */
static void need_names(struct point *point, const char *path)
{
    const struct value *names = value_path(point->audit->data->criteria, path), *rows = value_path(point->facts, path);
    for (size_t i = 0; names && i < names->count; i++) {
        if (names->items[i]->text && !has_name(rows, names->items[i]->text))
            point->satisfied = false;
    }
}

static void need_clean(struct point *point, const struct value *ids)
{
    for (size_t i = 0; i < ids->count; i++) {
        for (size_t r = 0; r < RULE_COUNT; r++) {
            if (strcmp(audit_rules[r].id, ids->items[i]->text) == 0 && point->audit->reported[r])
                point->satisfied = false;
        }
    }
}

static void check_need(struct point *point, const struct value *need)
{
    const struct value *any = value_member(need, "any"), *clean = value_member(need, "clean");
    const char *path = value_member_text(need, "path", NULL), *each = value_member_text(need, "each", NULL);
    const char *names = value_member_text(need, "names", NULL);
    if (path)
        need_path(point, path);
    if (each)
        need_each(point, each, need);
    if (any)
        need_any(point, any);
    if (names)
        need_names(point, names);
    if (clean)
        need_clean(point, clean);
}

/* Whether the report is for the point's item.  Nothing is asked of a file that names no profile and has nothing to
 * judge. */
static bool applies(const struct assessment *assessment, const struct value *rule)
{
    const struct report_plan *report = &assessment->report;
    bool empty = !value_is_true(value_member(assessment->model, "activities")) &&
                 !value_is_true(value_member(assessment->model, "measures"));
    return (report->stated || !empty) && report_is(report, value_member_text(rule, "item", ""));
}

static struct value *check_point(struct audit *audit, const struct value *facts, const struct value *rule)
{
    struct arena *arena = audit->arena;
    struct point point = {.audit = audit,
                          .rule = rule,
                          .facts = facts,
                          .by = value_new(arena, VALUE_LIST),
                          .missing = value_new(arena, VALUE_LIST),
                          .satisfied = true};
    const struct value *needs = value_member(rule, "needs");
    for (size_t i = 0; needs && i < needs->count; i++)
        check_need(&point, needs->items[i]);
    struct value *row = value_new(arena, VALUE_OBJECT);
    facts_set_text(arena, row, "code", value_member_text(rule, "code", NULL));
    facts_set_text(arena, row, "item", value_member_text(rule, "item", NULL));
    facts_set_text(arena, row, "text", value_member_text(rule, "text", NULL));
    facts_set_flag(arena, row, "optional", value_member_true(rule, "optional"));
    facts_set_flag(arena, row, "satisfied", point.satisfied);
    value_set(arena, row, "by", point.by);
    value_set(arena, row, "missing", point.missing);
    return row;
}

/* Adds the points that apply; the number that is met. */
static size_t run_points(struct audit *audit, const struct value *facts, const struct value *rules, struct value *list)
{
    size_t satisfied = 0;
    for (size_t i = 0; rules && i < rules->count; i++) {
        if (!applies(audit->assessment, rules->items[i]))
            continue;
        struct value *row = value_add(audit->arena, list, check_point(audit, facts, rules->items[i]));
        satisfied += value_member_true(row, "satisfied");
    }
    return satisfied;
}

void checklist_run(struct audit *audit, struct value *facts)
{
    struct value *list = value_new(audit->arena, VALUE_LIST);
    size_t satisfied = run_points(audit, facts, value_member(audit->data->criteria, "checklist"), list);
    satisfied += run_points(audit, facts, value_member(audit->data->audit, "checklist"), list);
    value_set(audit->arena, facts, "checklist", list);
    facts_set_count(audit->arena, facts, "checklist_satisfied_count", satisfied);
}
