/*
 * R02, R03, R04, R07, R08 in prose.  A mention is "ตัวชี้วัดที่ N", with what is said of it up to the next one: its name,
 * its score, its level.  Tools are mentioned by their code.  The words that lead to each are in audit.json.
 */
#include "analysis/texts.h"

#include "analysis/scan.h"

#include <string.h>

enum { REACH = 150 }; /* code points that a mention reaches on */

struct mention {
    const struct text_item *text;
    const char *start, *end; /* the stretch in which something is said of it */
    const struct indicator *indicator;
    int64_t number;
};

/* Whether what stands from `from` to `to` makes a goal of what follows. */
static bool is_goal(const struct audit *audit, const char *from, const char *to)
{
    size_t length;
    return scan_find_before(audit_words(audit, WORDS_GOALS), from, to, &length) != NULL;
}

/* The score behind the next score word between `at` and `end`: a number with decimals, or the mark `full`; whole
 * numbers count other things.  False when there is none. */
static bool score_after(const struct audit *audit, const char *at, const char *end, struct decimal full,
                        struct decimal *out, const char **behind)
{
    const char *from = at;
    size_t length;
    for (; (at = scan_find_before(audit_words(audit, WORDS_SCORE), at, end, &length)); at += length) {
        const char *number = scan_skip_words(audit_words(audit, WORDS_SCORE_FILLER), at + length, 4);
        if (number >= end || !scan_number(&number, out) || (!out->places && decimal_compare(*out, full) != 0))
            continue;
        *behind = number;
        return !is_goal(audit, from, at);
    }
    return false;
}

/* The level whose code stands at `code`, NULL for none. */
static const struct value *level_at(const struct audit *audit, const char *code)
{
    static const char inside[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    const struct value *levels = value_member(audit->data->criteria, "levels");
    for (size_t i = 0; levels && i < levels->count; i++) {
        const char *name = value_member_text(levels->items[i], "code", "");
        size_t size = strlen(name);
        if (size && strncmp(code, name, size) == 0 && !strspn(code + size, inside))
            return levels->items[i];
    }
    return NULL;
}

/* The level behind the next level word between `at` and `end`, NULL for none or one that is aimed at. */
static const struct value *level_after(const struct audit *audit, const char *at, const char *end)
{
    const char *from = at;
    size_t length;
    for (; (at = scan_find_before(audit_words(audit, WORDS_LEVEL), at, end, &length)); at += length) {
        const struct value *level = level_at(audit, at + length + strspn(at + length, " ."));
        if (level)
            return is_goal(audit, from, at) ? NULL : level;
    }
    return NULL;
}

/* ---- indicators ------------------------------------------------------------------------------------------------- */

static const struct indicator *check_name(struct audit *audit, const struct mention *mention, const char *at)
{
    size_t length;
    bool official;
    const struct assessment *assessment = audit->assessment;
    int64_t owner = criteria_name_at(audit->data->criteria, at, &length, &official);
    const struct value *rule = criteria_indicator(audit->data->criteria, owner ? owner : mention->number);
    if (owner && owner != mention->number) {
        audit_report(
            audit,
            (struct finding){.rule = RULE_NAME_OF_OTHER,
                             .at = mention->text->value,
                             .expected = arena_printf(audit->arena, "%lld", (long long)owner),
                             .hint = arena_printf(audit->arena, "the name of indicator %lld", (long long)owner)},
            "indicator %lld is called \"%.*s\"", (long long)mention->number, (int)length, at);
        return assessment_indicator(assessment, owner);
    }
    if (owner && !official)
        audit_report(audit,
                     (struct finding){.rule = RULE_NAME_FORM,
                                      .at = mention->text->value,
                                      .expected = value_member_text(rule, "name", NULL),
                                      .hint = "the official name"},
                     "indicator %lld is called \"%.*s\"", (long long)owner, (int)length, at);
    return mention->indicator;
}

static void check_said_score(struct audit *audit, const struct mention *mention, const struct indicator *indicator,
                             struct decimal said)
{
    if (decimal_compare(said, indicator->score) == 0)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_SCORE_TWICE,
                                  .at = mention->text->value,
                                  .expected = audit_number(audit, indicator->score),
                                  .hint = "its score in the results"},
                 "the text gives indicator %lld %s", (long long)indicator->number, audit_number(audit, said));
}

static void check_said_level(struct audit *audit, const struct text_item *text, const struct value *said,
                             struct decimal score)
{
    const struct value *right = assessment_part_level(audit->assessment, score);
    if (!right || said == right)
        return;
    audit_report(audit,
                 (struct finding){
                     .rule = RULE_LEVEL_WRONG, .at = text->value, .expected = value_member_text(right, "code", NULL)},
                 "the text puts %s at level %s", audit_number(audit, score), value_member_text(said, "code", ""));
}

static void check_mention(struct audit *audit, const struct mention *mention)
{
    struct decimal said;
    const char *after = scan_spaces(mention->start);
    const struct indicator *indicator = check_name(audit, mention, after);
    const char *behind = mention->start;
    if (!indicator || texts_of_other_year(audit, mention->text->plain, mention->start, mention->end))
        return;
    bool scored = score_after(audit, mention->start, mention->end, audit->assessment->full, &said, &behind);
    if (scored)
        check_said_score(audit, mention, indicator, said);
    const struct value *level = level_after(audit, behind, mention->end);
    if (level)
        check_said_level(audit, mention->text, level, scored ? said : indicator->score);
}

/* The number of a mention whose word ends at `at`; false for ranges ("6-8") and sub-indicators ("9.1"). */
static bool mention_number(const char *at, const char **behind, int64_t *number)
{
    static const char *const dashes[] = {"-", "–", "—"};
    at = scan_spaces(at);
    if (!scan_integer(&at, number) || *number < 1 || *number > 99)
        return false;
    const char *next = scan_spaces(at);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t length = strlen(dashes[i]);
        const char *other = scan_spaces(next + length);
        if (strncmp(next, dashes[i], length) == 0 && *other >= '0' && *other <= '9')
            return false;
    }
    *behind = at;
    return true;
}

static const char *stretch_end(const char *start, const char *next)
{
    const char *end = scan_on(start, REACH);
    const char *line = memchr(start, '\n', (size_t)(end - start));
    if (line)
        end = line;
    return next && next < end ? next : end;
}

static void check_indicators(struct audit *audit, const struct text_item *text)
{
    size_t length;
    for (const char *at = text_find(audit, text, WORDS_INDICATOR, text->plain, &length); at;) {
        size_t next_length;
        const char *next = text_find(audit, text, WORDS_INDICATOR, at + length, &next_length);
        struct mention mention = {.text = text};
        if (mention_number(at + length, &mention.start, &mention.number)) {
            mention.end = stretch_end(mention.start, next);
            mention.indicator = assessment_indicator(audit->assessment, mention.number);
            check_mention(audit, &mention);
        }
        at = next;
        length = next_length;
    }
}

/* ---- tools ------------------------------------------------------------------------------------------------------ */

static void check_tool_score(struct audit *audit, const struct text_item *text, const struct tool *tool,
                             struct decimal said)
{
    bool ok = true, weighted = decimal_compare(said, tool->weight) <= 0;
    struct range range = weighted ? range_times(tool->mean_range, tool->share, &ok) : tool->mean_range;
    struct ratio right = weighted ? ratio_multiply(tool->mean, tool->share, &ok) : tool->mean;
    bool published = weighted && tool->published && decimal_compare(said, tool->score) == 0;
    if (!ok || published || range_meets(range, range_rounded(said)))
        return;
    audit_report(audit,
                 (struct finding){.rule = weighted ? RULE_TOOL_OUTSIDE : RULE_TOOL_PERCENT,
                                  .at = text->value,
                                  .element = tool->rule,
                                  .expected = audit_number(audit, score_shown(right)),
                                  .hint = arena_printf(audit->arena, "the mean of its %s is %s",
                                                       audit->assessment->by_items ? "items" : "indicators",
                                                       audit_ratio(audit, tool->mean))},
                 "the text gives %s %s", tool->code, audit_number(audit, said));
}

/* The next code of any tool from `at` on. */
static const char *next_tool(const struct assessment *assessment, const char *at, const struct tool **tool)
{
    for (; *at; at++) {
        for (size_t i = 0; i < assessment->tool_count; i++) {
            const char *code = assessment->tools[i].code;
            if (*code && *code == *at && strncmp(at, code, strlen(code)) == 0) {
                *tool = &assessment->tools[i];
                return at;
            }
        }
    }
    return NULL;
}

/* Where the name of an indicator begins between `at` and `end`; `end` when there is none. */
static const char *before_name(const struct audit *audit, const char *at, const char *end)
{
    size_t length;
    bool official;
    for (; at < end; at = scan_on(at, 1)) {
        if (criteria_name_at(audit->data->criteria, at, &length, &official))
            return at;
    }
    return end;
}

/* The first score word behind a tool's code, unless a single indicator is spoken of before it. */
static void check_tools(struct audit *audit, const struct text_item *text)
{
    const struct tool *tool = NULL, *next_one = NULL;
    for (const char *at = next_tool(audit->assessment, text->plain, &tool); at; tool = next_one) {
        const char *start = at + strlen(tool->code), *behind;
        const char *next = next_tool(audit->assessment, start, &next_one);
        const char *end = stretch_end(start, next);
        struct decimal said;
        size_t length;
        const char *indicator = scan_find_before(audit_words(audit, WORDS_INDICATOR), start, end, &length);
        int64_t number;
        if (indicator && mention_number(indicator + length, &behind, &number))
            end = indicator;
        end = before_name(audit, start, end);
        if (tool->complete && score_after(audit, start, end, tool->weight, &said, &behind) &&
            !texts_of_other_year(audit, text->plain, start, end))
            check_tool_score(audit, text, tool, said);
        at = next;
    }
}

/* ---- limits ----------------------------------------------------------------------------------------------------- */

/* "level AA, or 85 and up": the number must be where the level begins. */
static void check_limit(struct audit *audit, const struct text_item *text)
{
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_LEVEL, at, &length)); at += length) {
        const char *c = at + length + strspn(at + length, " .");
        const struct value *level = level_at(audit, c), *from = value_member(level, "from");
        struct decimal said;
        if (!from)
            continue;
        c = scan_spaces(c + strlen(value_member_text(level, "code", "")));
        size_t word = scan_word(audit_words(audit, WORDS_OR), c);
        c = scan_skip_words(audit_words(audit, WORDS_SCORE_FILLER), c + word, 3);
        if (!word || !scan_number(&c, &said))
            continue;
        c = scan_skip_words(audit_words(audit, WORDS_POINTS), c, 1);
        if (scan_word(audit_words(audit, WORDS_AND_UP), c) && decimal_compare(said, from->number) != 0)
            audit_report(audit, (struct finding){.rule = RULE_LEVEL_LIMIT, .at = text->value, .expected = from->text},
                         "the text lets level %s begin at %s", value_member_text(level, "code", ""),
                         audit_number(audit, said));
    }
}

/* "ระดับ ดี (A)": a word in front of the code must be the level's own. */
static void check_word(struct audit *audit, const struct text_item *text)
{
    const struct value *levels = value_member(audit->data->criteria, "levels");
    size_t length;
    for (const char *at = text->plain; (at = text_find(audit, text, WORDS_LEVEL, at, &length)); at += length) {
        const char *word = scan_spaces(at + length);
        size_t size = strcspn(word, " (\n");
        const char *code = scan_spaces(word + size);
        for (size_t i = 0; *code == '(' && size && levels && i < levels->count; i++) {
            const char *name = value_member_text(levels->items[i], "code", "");
            const char *right = value_member_text(levels->items[i], "name_th", NULL);
            bool meant = strncmp(code + 1, name, strlen(name)) == 0 && code[1 + strlen(name)] == ')';
            if (!meant || !right || (strlen(right) == size && strncmp(word, right, size) == 0))
                continue;
            audit_report(audit,
                         (struct finding){.rule = RULE_LEVEL_WORD,
                                          .at = text->value,
                                          .expected = right,
                                          .hint = value_member_text(levels->items[i], "name", NULL)},
                         "level %s is called \"%.*s\"", name, (int)size, word);
        }
    }
}

void audit_mentions(struct audit *audit)
{
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        check_indicators(audit, text);
        check_tools(audit, text);
        check_limit(audit, text);
        check_word(audit, text);
    }
}
