/* What is said of a table that has too little room. */
#include "base/geom.h"
#include "layout/state.h"
#include "layout/table.h"
#include "layout/table_width.h"

#include <math.h>

/* Rounding that nobody is told of, points. */
#define SLIGHT 0.5

static const char CODE[] = "layout-table";

/* ---- widths that were given ------------------------------------------------------------------------------------- */

static bool is_given(const struct width_column *column)
{
    return column->kind != DOC_WIDTH_AUTO;
}

/* The widths given, and of the other columns what they need at least. */
static double sum_given(const struct width_column *columns, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += is_given(&columns[i]) ? columns[i].given : columns[i].need.soft;
    return sum;
}

/* The same with room for the longest words. */
static double sum_wanted(const struct width_column *columns, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += is_given(&columns[i]) ? fmax(columns[i].given, columns[i].need.word) : columns[i].need.word;
    return sum;
}

/* The given column that lacks most, or `count` when none lacks anything. */
static size_t narrowest(const struct width_column *columns, size_t count)
{
    size_t found = count;
    double most = SLIGHT;
    for (size_t i = 0; i < count; i++)
        if (is_given(&columns[i]) && columns[i].need.word - columns[i].given > most) {
            found = i;
            most = columns[i].need.word - columns[i].given;
        }
    return found;
}

static const struct doc_origin *widths_origin(const struct table *table)
{
    const struct doc_origin *origin = &table->node->table.widths;
    return origin->value || origin->source ? origin : &table->node->origin;
}

static void report_sum(struct layout *layout, const struct table *table, double sum, double measure)
{
    struct diag_more more = {.expected = arena_printf(layout->arena, "%.0f mm at most", measure / MM_TO_PT),
                             .hint = "the columns are made narrower; give less, or \"auto\""};
    layout_say(layout, SEVERITY_WARNING, CODE, widths_origin(table), more, "the columns of a table are given %.0f mm",
               sum / MM_TO_PT);
}

/* `room`: the others leave enough for its longest word, and it gets that. */
static void report_narrow(struct layout *layout, const struct table *table, const struct width_column *columns,
                          size_t column, bool room)
{
    struct diag_more more = {.expected = arena_printf(layout->arena, "%.0f mm", columns[column].need.word / MM_TO_PT),
                             .hint =
                                 room ? "the column is made wider" : "give it more and the others less, or \"auto\""};
    layout_say(layout, room ? SEVERITY_NOTE : SEVERITY_WARNING, CODE, widths_origin(table), more,
               "column %zu of a table is given %.0f mm, which its longest word does not fit in", column + 1,
               columns[column].given / MM_TO_PT);
}

void table_report_widths(struct layout *layout, const struct table *table, const struct width_column *columns,
                         double measure)
{
    size_t count = table->column_count, given = 0, narrow = narrowest(columns, count);
    double sum = sum_given(columns, count);
    for (size_t i = 0; i < count; i++)
        given += is_given(&columns[i]);
    if (given && sum > measure + SLIGHT)
        report_sum(layout, table, sum, measure);
    else if (narrow < count)
        report_narrow(layout, table, columns, narrow, sum_wanted(columns, count) <= measure + SLIGHT);
}

/* ---- no room for words ------------------------------------------------------------------------------------------ */

/* What a page turned by a quarter has more room for, when that is enough; else 0. */
static double landscape_room(const struct layout *layout, double need, double measure)
{
    const struct doc_section *setup = &layout->section->setup;
    double room = measure + setup->height - setup->width;
    return setup->width < setup->height && need <= room ? room : 0;
}

void table_report_tight(struct layout *layout, const struct table *table, double need, double measure)
{
    bool letters = layout->tight.excess > SLIGHT;
    double room = landscape_room(layout, need, measure);
    struct diag_more more = {.expected = arena_printf(layout->arena, "%.0f mm for its longest words", need / MM_TO_PT),
                             .hint = "use fewer columns or shorter words, or part the table in two"};
    if (room > 0)
        more.hint = arena_printf(layout->arena, "a landscape section has room for it, %.0f mm", room / MM_TO_PT);
    layout_say(layout, letters ? SEVERITY_ERROR : SEVERITY_WARNING, CODE, &table->node->origin, more,
               "a table of %zu column%s has %.0f mm: %s", table->column_count, table->column_count == 1 ? "" : "s",
               measure / MM_TO_PT,
               letters ? "in some of its cells no letter finds room" : "words in its cells are broken");
}
