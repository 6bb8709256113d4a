/* R03, R04, R05, R07, R08, R15, R16, R27 in tables of free sections. */
#include "analysis/tables.h"

#include "analysis/history.h"
#include "analysis/scan.h"

#include <string.h>

struct table {
    struct audit *audit;
    struct grid grid;
    const size_t *width;
    bool current; /* it speaks of the year of the results, or of none */
};

static const struct value *place(const struct table *table, size_t row, enum column column)
{
    return texts_place(grid_cell(&table->grid, row, column));
}

/* ---- rows of indicators ----------------------------------------------------------------------------------------- */

/* The indicator that the row is about, after checking that its number and name agree. */
static const struct indicator *row_indicator(struct table *table, size_t row)
{
    struct audit *audit = table->audit;
    const char *name = grid_text(audit, &table->grid, row, COLUMN_NAME);
    const char *number_text = grid_text(audit, &table->grid, row, COLUMN_NUMBER);
    size_t length;
    bool official;
    int64_t number = 0, owner = criteria_name_at(audit->data->criteria, name, &length, &official);
    if (owner && name[length])
        owner = 0;
    if (!scan_integer(&number_text, &number) || *number_text)
        number = 0;
    if (owner && number && owner != number)
        audit_report(audit,
                     (struct finding){.rule = RULE_NAME_OF_OTHER,
                                      .at = place(table, row, COLUMN_NUMBER),
                                      .expected = arena_printf(audit->arena, "%lld", (long long)owner)},
                     "indicator %lld is called \"%s\"", (long long)number, name);
    else if (owner && !official)
        audit_report(audit,
                     (struct finding){
                         .rule = RULE_NAME_FORM,
                         .at = place(table, row, COLUMN_NAME),
                         .expected = value_member_text(criteria_indicator(audit->data->criteria, owner), "name", NULL),
                         .hint = "the official name"},
                     "indicator %lld is called \"%s\"", (long long)owner, name);
    return owner || number ? assessment_indicator(audit->assessment, owner ? owner : number) : NULL;
}

static void check_row_score(struct table *table, size_t row, const struct indicator *indicator)
{
    struct audit *audit = table->audit;
    struct decimal score;
    if (!indicator || !table->current || !grid_number(audit, &table->grid, row, COLUMN_SCORE, &score) ||
        decimal_compare(score, indicator->score) == 0)
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_SCORE_TWICE,
                                  .at = place(table, row, COLUMN_SCORE),
                                  .expected = audit_number(audit, indicator->score),
                                  .hint = "its score in the results"},
                 "the table gives indicator %lld %s", (long long)indicator->number, audit_number(audit, score));
}

/* Level and pass remark against the score in the same row. */
static void check_row_level(struct table *table, size_t row)
{
    struct audit *audit = table->audit;
    const struct value *levels = value_member(audit->data->criteria, "levels");
    const char *remark = grid_text(audit, &table->grid, row, COLUMN_REMARK);
    struct decimal score;
    if (!grid_number(audit, &table->grid, row, COLUMN_SCORE, &score))
        return;
    const struct value *said = level_named(levels, grid_text(audit, &table->grid, row, COLUMN_LEVEL));
    const struct value *right = assessment_part_level(audit->assessment, score);
    if (said && right && said != right)
        audit_report(audit,
                     (struct finding){.rule = RULE_LEVEL_WRONG,
                                      .at = place(table, row, COLUMN_LEVEL),
                                      .expected = value_member_text(right, "code", NULL)},
                     "the table puts %s at level %s", audit_number(audit, score), value_member_text(said, "code", ""));
    bool passed = decimal_compare(score, audit->assessment->pass) >= 0;
    bool says_failed = scan_word(audit_words(audit, WORDS_FAILED), remark) > 0;
    bool says_passed = !says_failed && scan_word(audit_words(audit, WORDS_PASSED), remark) > 0;
    if ((passed && says_failed) || (!passed && says_passed))
        audit_report(audit,
                     (struct finding){.rule = RULE_LEVEL_WRONG,
                                      .at = place(table, row, COLUMN_REMARK),
                                      .hint = arena_printf(audit->arena, "the pass mark is %s",
                                                           audit_number(audit, audit->assessment->pass))},
                     "%s is marked \"%s\"", audit_number(audit, score), remark);
}

/* ---- the legend of levels: "95.00 – 100" beside a level ---------------------------------------------------------- */

static bool read_bounds(const char *text, struct decimal *low, struct decimal *high)
{
    if (!scan_number(&text, low))
        return false;
    text = scan_spaces(text);
    size_t dash = strspn(text, "-") ? 1 : strncmp(text, "–", strlen("–")) == 0 ? strlen("–") : 0;
    text = scan_spaces(text + dash);
    return dash && scan_number(&text, high) && !*scan_spaces(text);
}

static void check_legend(struct table *table, size_t row)
{
    struct audit *audit = table->audit;
    const struct value *levels = value_member(audit->data->criteria, "levels");
    const struct value *level = level_named(levels, grid_text(audit, &table->grid, row, COLUMN_LEVEL));
    const struct value *from = value_member(level, "from"), *to = value_member(level, "to");
    struct decimal low, high;
    if (!from || !to || !read_bounds(grid_text(audit, &table->grid, row, COLUMN_SCORE), &low, &high) ||
        (decimal_compare(low, from->number) == 0 && decimal_compare(high, to->number) == 0))
        return;
    audit_report(audit,
                 (struct finding){.rule = RULE_LEVEL_LIMIT,
                                  .at = place(table, row, COLUMN_SCORE),
                                  .expected = arena_printf(audit->arena, "%s to %s", from->text, to->text)},
                 "level %s is given from %s to %s", value_member_text(level, "code", ""), audit_number(audit, low),
                 audit_number(audit, high));
}

/* ---- rows of years ---------------------------------------------------------------------------------------------- */

static void check_year_score(struct table *table, const struct history *history, size_t row, int64_t year,
                             struct decimal score)
{
    struct audit *audit = table->audit;
    for (size_t i = 0; i < history->count; i++) {
        const struct history_year *known = &history->years[i];
        if (known->year == year && decimal_compare(known->score, score) != 0)
            audit_report(audit,
                         (struct finding){.rule = RULE_SCORE_TWICE,
                                          .at = place(table, row, COLUMN_SCORE),
                                          .expected = audit_number(audit, known->score),
                                          .hint = "the score in the history"},
                         "the table gives %lld %s", (long long)year, audit_number(audit, score));
    }
}

static void check_year_delta(struct table *table, size_t row, struct decimal last, struct decimal score)
{
    struct audit *audit = table->audit;
    const struct value *trends = value_member(audit->data->words, "trends");
    const char *trend = grid_text(audit, &table->grid, row, COLUMN_TREND);
    struct decimal said;
    bool ok = true;
    struct ratio right = ratio_subtract(ratio_of(score), ratio_of(last), &ok);
    const char *word = trend_name(right.num > 0 ? TREND_UP : right.num < 0 ? TREND_DOWN : TREND_SAME);
    struct decimal delta = ratio_round(right, SCORE_PLACES);
    if (ok && grid_number(audit, &table->grid, row, COLUMN_DELTA, &said) && decimal_compare(said, delta) != 0)
        audit_report(audit,
                     (struct finding){.rule = RULE_DELTA_WRONG,
                                      .at = place(table, row, COLUMN_DELTA),
                                      .expected = delta_text(audit->arena, delta),
                                      .hint = "the score less that of the year before"},
                     "the difference %s is wrong", audit_number(audit, said));
    for (size_t i = 0; trends && i < trends->count; i++) {
        if (trends->items[i]->text && strcmp(trends->items[i]->text, trend) == 0 &&
            strcmp(trends->items[i]->key, word) != 0)
            audit_report(audit,
                         (struct finding){.rule = RULE_TREND_WRONG,
                                          .at = place(table, row, COLUMN_TREND),
                                          .expected = value_member_text(trends, word, NULL)},
                         "\"%s\" contradicts the scores", trend);
    }
}

static void check_years(struct table *table)
{
    struct audit *audit = table->audit;
    struct history history = history_read(audit->assessment);
    struct decimal last = {0, 0}, score;
    bool has_last = false, bare = false, marked = false;
    size_t bare_row = 0;
    for (size_t row = 0; row < table->grid.row_count; row++) {
        int64_t year;
        const char *delta = grid_text(audit, &table->grid, row, COLUMN_DELTA);
        struct decimal number;
        if (!scan_next_year(grid_text(audit, &table->grid, row, COLUMN_YEAR), NULL, &year) ||
            !grid_number(audit, &table->grid, row, COLUMN_SCORE, &score))
            continue;
        check_year_score(table, &history, row, year, score);
        if (has_last)
            check_year_delta(table, row, last, score);
        if (grid_number(audit, &table->grid, row, COLUMN_DELTA, &number) && number.units) {
            bool sign = *delta == '+' || *delta == '-';
            bare_row = !sign && !bare ? row : bare_row;
            bare = bare || !sign;
            marked = marked || sign;
        }
        last = score;
        has_last = true;
    }
    if (bare && marked)
        audit_report(audit,
                     (struct finding){.rule = RULE_SIGNS_MIXED,
                                      .at = place(table, bare_row, COLUMN_DELTA),
                                      .expected = "a sign before every difference, or before none"},
                     "a difference has no sign");
}

/* ---- dates, running numbers, shape ------------------------------------------------------------------------------ */

static void check_due(struct table *table, size_t row)
{
    struct audit *audit = table->audit;
    const struct value *words = audit->data->words, *era = audit_words(audit, WORDS_YEAR);
    const char *text = grid_text(audit, &table->grid, row, COLUMN_DUE);
    int64_t right = value_member_integer(audit->assessment->model, "measures_year", audit->assessment->year + 1);
    struct scan_date date;
    for (const char *at = text; scan_next_date(words, era, text, at, NULL, &date); at = date.end) {
        if (!date.day.year || day_fiscal_year(date.day) == right)
            continue;
        audit_report(audit,
                     (struct finding){.rule = RULE_DATE_OUTSIDE,
                                      .at = place(table, row, COLUMN_DUE),
                                      .expected = arena_printf(audit->arena, "a day from 1/10/%lld to 30/9/%lld",
                                                               (long long)right - 1, (long long)right)},
                     "%s is in fiscal year %lld", day_text(audit->arena, date.day),
                     (long long)day_fiscal_year(date.day));
    }
}

static void check_running_numbers(struct table *table)
{
    struct audit *audit = table->audit;
    int64_t last = 0, number;
    const struct value *before = NULL;
    for (size_t row = 0; row < table->grid.row_count; row++) {
        const struct value *cell = grid_cell(&table->grid, row, COLUMN_ORDER);
        const char *text = grid_text(audit, &table->grid, row, COLUMN_ORDER);
        if (cell == before || !scan_integer(&text, &number) || text[strspn(text, ".) ")])
            continue;
        if (before && number != last + 1 && number != 1)
            audit_report(audit,
                         (struct finding){.rule = RULE_NUMBERING,
                                          .at = texts_place(cell),
                                          .expected = arena_printf(audit->arena, "%lld", (long long)last + 1)},
                         "the running number %lld follows %lld", (long long)number, (long long)last);
        before = cell;
        last = number;
    }
}

static void check_shape(struct table *table)
{
    const struct value *rows = value_member(table->grid.block, "rows");
    size_t right = table->grid.columns;
    for (size_t row = 0; row < table->grid.row_count; row++) {
        if (!right)
            right = table->width[row];
        if (table->width[row] == right)
            continue;
        audit_report(table->audit,
                     (struct finding){.rule = RULE_TABLE_SHAPE,
                                      .at = rows->items[row],
                                      .expected = arena_printf(table->audit->arena, "%zu", right)},
                     "the row fills %zu column%s", table->width[row], table->width[row] == 1 ? "" : "s");
    }
}

/* ---- a table ---------------------------------------------------------------------------------------------------- */

/* Whether caption and heading name the year of the results, or no year. */
static bool speaks_of_results(struct audit *audit, const struct value *block)
{
    const struct value *caption = value_member(block, "caption"), *header = value_member(block, "header");
    struct buf text = buf_init(audit->arena);
    int64_t year;
    bool other = false;
    if (caption && caption->text)
        buf_puts(&text, scan_plain(audit->arena, caption));
    for (size_t r = 0; header && r < header->count; r++) {
        for (size_t c = 0; c < header->items[r]->count; c++)
            buf_printf(&text, " %s", texts_of(audit->arena, header->items[r]->items[c]));
    }
    for (const char *at = text.data; (at = scan_next_year(at, NULL, &year));) {
        if (year == audit->assessment->year)
            return true;
        other = true;
    }
    return !other;
}

static void check_table(struct audit *audit, const struct value *block)
{
    size_t *width;
    struct table table = {.audit = audit, .current = speaks_of_results(audit, block)};
    table.grid = grid_read(audit, block, &width);
    table.width = width;
    check_shape(&table);
    check_running_numbers(&table);
    audit_cell_numbers(audit, &table.grid);
    bool of_years = table.grid.at[COLUMN_YEAR] >= 0;
    if (of_years)
        check_years(&table);
    for (size_t row = 0; row < table.grid.row_count; row++) {
        check_due(&table, row);
        if (of_years)
            continue;
        check_row_score(&table, row, row_indicator(&table, row));
        check_row_level(&table, row);
        check_legend(&table, row);
    }
}

void audit_tables(struct audit *audit)
{
    const struct value *last = NULL;
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        if (text->is_cell && text->block != last)
            check_table(audit, text->block);
        last = text->is_cell ? text->block : last;
    }
}
