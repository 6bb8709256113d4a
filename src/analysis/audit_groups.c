/*
 * R09 in prose: "ตัวชี้วัดที่ได้คะแนนตั้งแต่ร้อยละ 99.50 จำนวน 8 ตัวชี้วัด คือ" and the group of indicators that follows: the
 * numbered names in the same text, a list block, or paragraphs that begin with names.
 */
#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

enum { NEAR_END = 25, NAMES_MAX = 100, GROUPS_MAX = 200 };

/* How a text limits the scores of a group. */
enum limit { LIMIT_NONE, LIMIT_AT_LEAST, LIMIT_ABOVE, LIMIT_BELOW };

struct group {
    const struct text_item *text;
    const char *after; /* behind the phrase that announces it */
    bool counted;
    int64_t stated; /* when counted */
    enum limit limit;
    struct decimal bound;
    size_t listed;
    bool is_member[NAMES_MAX]; /* by indicator number */
};

/* ---- the phrase ------------------------------------------------------------------------------------------------- */

static const enum words limit_words[] = {
    [LIMIT_AT_LEAST] = WORDS_AT_LEAST, [LIMIT_ABOVE] = WORDS_ABOVE, [LIMIT_BELOW] = WORDS_BELOW};

/* The last limit that the text states. */
static void read_limit(const struct audit *audit, struct group *group)
{
    for (enum limit limit = LIMIT_AT_LEAST; limit <= LIMIT_BELOW; limit++) {
        size_t length;
        for (const char *at = group->text->plain; (at = text_find(audit, group->text, limit_words[limit], at, &length));
             at += length) {
            const char *number = scan_skip_words(audit_words(audit, WORDS_SCORE_FILLER), at + length, 3);
            struct decimal bound;
            if (!scan_number(&number, &bound) || number < group->after)
                continue;
            group->limit = limit;
            group->bound = bound;
            group->after = number;
        }
    }
}

/* "จำนวน 8 ตัวชี้วัด". */
static void read_count(const struct audit *audit, struct group *group)
{
    size_t length;
    for (const char *at = group->text->plain; (at = text_find(audit, group->text, WORDS_COUNTED, at, &length));
         at += length) {
        const char *number = at + length + strspn(at + length, " .");
        int64_t stated;
        if (!scan_integer(&number, &stated))
            continue;
        number += strspn(number, " .");
        size_t word = scan_word(audit_words(audit, WORDS_INDICATORS_COUNTED), number);
        if (!word)
            continue;
        group->counted = true;
        group->stated = stated;
        if (number + word > group->after)
            group->after = number + word;
    }
}

/* ---- the members ------------------------------------------------------------------------------------------------ */

/* "(3)" at `at`: 3; else 0. */
static int64_t label_at(const char *at)
{
    int64_t number;
    if (*at++ != '(' || !scan_integer(&at, &number) || *at != ')')
        return 0;
    return number;
}

/* Behind the label, if any, that a member begins with: "(1)", "1.", "- ", "ตัวชี้วัดที่ 7". */
static const char *skip_label(const struct audit *audit, const char *text)
{
    static const char label[] = " 0123456789().-";
    text += strspn(text, label);
    text += scan_word(audit_words(audit, WORDS_ALSO), text);
    text = scan_spaces(text);
    size_t word = scan_word(audit_words(audit, WORDS_INDICATOR), text);
    return word ? text + word + strspn(text + word, label) : text;
}

/* Adds the indicators whose names the text begins with, one right behind the other; returns how many. */
static size_t add_leading(const struct audit *audit, struct group *group, const char *text)
{
    text = skip_label(audit, text);
    for (size_t count = 0;; count++) {
        size_t length;
        bool official;
        int64_t number = criteria_name_at(audit->data->criteria, text, &length, &official);
        if (!number || number >= NAMES_MAX)
            return count;
        group->listed++;
        group->is_member[number] = true;
        text += length + strspn(text + length, " ,");
        text = scan_spaces(text + scan_word(audit_words(audit, WORDS_ALSO), text));
    }
}

/* (1) name (2) name ... in the text itself. */
static void read_inline(const struct audit *audit, struct group *group)
{
    size_t labels = 0;
    for (const char *at = group->after; (at = strchr(at, '(')); at++) {
        if (label_at(at) != (int64_t)labels + 1)
            continue;
        labels++;
        add_leading(audit, group, at);
    }
    group->listed = labels;
}

static const struct value *next_block(const struct value *block)
{
    const struct value *list = block->parent;
    return list && list->kind == VALUE_LIST && block->index + 1 < list->count ? list->items[block->index + 1] : NULL;
}

static bool is_block(const struct value *block, const char *type)
{
    return block && strcmp(value_member_text(block, "type", ""), type) == 0;
}

static void read_list(const struct audit *audit, struct group *group, const struct value *block)
{
    const struct value *items = value_member(block, "items");
    for (size_t i = 0; items && i < items->count; i++) {
        if (!add_leading(audit, group, texts_of(audit->arena, items->items[i])))
            group->listed++;
    }
}

/* Paragraphs, as long as each begins with a name. */
static void read_paragraphs(const struct audit *audit, struct group *group, const struct value *block)
{
    for (; is_block(block, "paragraph"); block = next_block(block)) {
        if (!add_leading(audit, group, texts_of(audit->arena, block)))
            return;
    }
}

static void read_members(const struct audit *audit, struct group *group)
{
    const struct value *next = group->text->block ? next_block(group->text->block) : NULL;
    read_inline(audit, group);
    if (group->listed || *scan_on(group->after, NEAR_END))
        return;
    if (is_block(next, "list"))
        read_list(audit, group, next);
    else
        read_paragraphs(audit, group, next);
}

static bool names_any(const struct group *group)
{
    for (size_t i = 0; i < NAMES_MAX; i++) {
        if (group->is_member[i])
            return true;
    }
    return false;
}

/* ---- the checks ------------------------------------------------------------------------------------------------- */

static bool within(const struct group *group, const struct indicator *indicator)
{
    int order = decimal_compare(indicator->score, group->bound);
    return group->limit == LIMIT_BELOW ? order < 0 : group->limit == LIMIT_ABOVE ? order > 0 : order >= 0;
}

static const char *limit_text(struct audit *audit, const struct group *group)
{
    static const char *const words[] = {
        [LIMIT_NONE] = "", [LIMIT_AT_LEAST] = "at least", [LIMIT_ABOVE] = "above", [LIMIT_BELOW] = "below"};
    return arena_printf(audit->arena, "%s %s", words[group->limit], audit_number(audit, group->bound));
}

static void report_member(struct audit *audit, const struct group *group, const struct indicator *indicator)
{
    audit_report(
        audit,
        (struct finding){.rule = group->limit == LIMIT_BELOW ? RULE_DEVELOPMENT_ABOVE : RULE_STRENGTH_BELOW,
                         .at = group->text->value,
                         .expected = arena_printf(audit->arena, "indicators with %s", limit_text(audit, group))},
        "indicator %lld is listed with %s", (long long)indicator->number, audit_number(audit, indicator->score));
}

static bool is_listed(const struct group *group, const struct indicator *indicator)
{
    return indicator->number < NAMES_MAX && group->is_member[indicator->number];
}

/* The tool that all members belong to: the list is of this one alone.  NO_TOOL when there are several. */
static int tool_of_members(const struct assessment *assessment, const struct group *group)
{
    int tool = NO_TOOL;
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct indicator *indicator = &assessment->indicators[i];
        if (!is_listed(group, indicator))
            continue;
        if (tool != NO_TOOL && tool != indicator->tool)
            return NO_TOOL;
        tool = indicator->tool;
    }
    return tool;
}

static void check_members(struct audit *audit, const struct group *group)
{
    for (size_t i = 0; i < audit->assessment->indicator_count; i++) {
        const struct indicator *indicator = &audit->assessment->indicators[i];
        if (is_listed(group, indicator) && !within(group, indicator))
            report_member(audit, group, indicator);
    }
}

/* What the list leaves out, unless it only gives examples. */
static void check_missing(struct audit *audit, const struct group *group)
{
    const struct assessment *assessment = audit->assessment;
    struct buf missing = buf_init(audit->arena);
    int tool = tool_of_members(assessment, group);
    size_t length;
    if (text_find(audit, group->text, WORDS_EXAMPLES, group->text->plain, &length))
        return;
    for (size_t i = 0; i < assessment->indicator_count; i++) {
        const struct indicator *indicator = &assessment->indicators[i];
        bool meant = tool == NO_TOOL || tool == indicator->tool;
        if (meant && within(group, indicator) && !is_listed(group, indicator))
            buf_printf(&missing, "%s%lld (%s)", missing.length ? ", " : "", (long long)indicator->number,
                       audit_number(audit, indicator->score));
    }
    if (missing.length)
        audit_report(audit,
                     (struct finding){
                         .rule = RULE_MEMBER_UNNAMED,
                         .at = group->text->value,
                         .expected = arena_printf(audit->arena, "all indicators with %s", limit_text(audit, group))},
                     "the list leaves out indicator %s", missing.data);
}

static void check_group(struct audit *audit, const struct group *group)
{
    if (group->counted && group->stated != (int64_t)group->listed)
        audit_report(audit,
                     (struct finding){.rule = RULE_COUNT_WRONG,
                                      .at = group->text->value,
                                      .expected = arena_printf(audit->arena, "%zu", group->listed),
                                      .hint = "as many are listed"},
                     "%lld indicators are counted", (long long)group->stated);
    if (group->limit == LIMIT_NONE || texts_of_other_year(audit, group->text->plain, group->text->plain, group->after))
        return;
    check_members(audit, group);
    check_missing(audit, group);
}

/* Two groups on both sides of one limit must not share a member. */
static void check_pair(struct audit *audit, const struct group *a, const struct group *b)
{
    if (a->limit == LIMIT_NONE || b->limit == LIMIT_NONE || decimal_compare(a->bound, b->bound) != 0 ||
        (a->limit == LIMIT_BELOW) == (b->limit == LIMIT_BELOW))
        return;
    for (size_t i = 0; i < NAMES_MAX; i++) {
        if (a->is_member[i] && b->is_member[i])
            audit_report(audit,
                         (struct finding){.rule = RULE_STRONG_AND_WEAK,
                                          .at = b->text->value,
                                          .expected = "one of the two",
                                          .hint = arena_printf(audit->arena, "the other is at %s",
                                                               value_pointer(audit->arena, a->text->value))},
                         "indicator %zu is listed on both sides of %s", i, audit_number(audit, a->bound));
    }
}

/* "more than 90" and "less than 90": nothing says where 90 belongs. */
static bool leaves_gap(const struct group *a, const struct group *b)
{
    bool two_sided =
        (a->limit == LIMIT_ABOVE && b->limit == LIMIT_BELOW) || (a->limit == LIMIT_BELOW && b->limit == LIMIT_ABOVE);
    return two_sided && decimal_compare(a->bound, b->bound) == 0;
}

/* Reported once for each limit, at the first group that makes the gap. */
static void check_gaps(struct audit *audit, const struct group *groups, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        bool gap = false, known = false;
        for (size_t j = 0; j < i; j++) {
            gap = gap || leaves_gap(&groups[i], &groups[j]);
            for (size_t k = 0; k < j; k++)
                known = known ||
                        (leaves_gap(&groups[j], &groups[k]) && decimal_compare(groups[i].bound, groups[j].bound) == 0);
        }
        if (gap && !known)
            audit_report(audit,
                         (struct finding){.rule = RULE_ON_BOUNDARY,
                                          .at = groups[i].text->value,
                                          .expected = "a limit that one of the two includes"},
                         "a score of %s is neither above nor below the limit", audit_number(audit, groups[i].bound));
    }
}

void audit_groups(struct audit *audit)
{
    struct group *groups = arena_array(audit->arena, struct group, GROUPS_MAX);
    size_t count = 0;
    for (size_t i = 0; i < audit->texts->list.count && count < GROUPS_MAX; i++) {
        struct group *group = &groups[count];
        *group = (struct group){.text = &audit->texts->list.items[i], .after = audit->texts->list.items[i].plain};
        read_limit(audit, group);
        read_count(audit, group);
        if (!group->counted && group->limit == LIMIT_NONE)
            continue;
        read_members(audit, group);
        if (!names_any(group)) /* a list of something else */
            continue;
        check_group(audit, group);
        for (size_t j = 0; j < count; j++)
            check_pair(audit, &groups[j], group);
        count++;
    }
    check_gaps(audit, groups, count);
}
