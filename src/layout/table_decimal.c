/* Numbers of a column under each other by their decimal points; the whole of them in the middle of the column. */
#include "base/thai.h"
#include "base/utf8.h"
#include "layout/state.h"
#include "layout/table.h"

#include <math.h>
#include <string.h>

/* ---- numbers in a text ------------------------------------------------------------------------------------------ */

enum { EN_DASH = 0x2013, MINUS = 0x2212 };

/* A stretch of text as a number: bytes up to `point` stand before the place where the points are, the others behind. */
struct number {
    size_t from, point, to;
};

/* The byte behind the character at `at` when that is a digit; else `at`. */
static size_t past_digit(const char *text, size_t at, size_t to)
{
    size_t size = 0;
    uint32_t code = at < to ? utf8_decode(text + at, to - at, &size) : 0;
    return (code >= '0' && code <= '9') || thai_is_digit(code) ? at + size : at;
}

/* Digits, with commas between them where `grouped`. */
static size_t past_digits(const char *text, size_t at, size_t to, bool grouped)
{
    for (;;) {
        size_t next = past_digit(text, at, to);
        if (next == at && grouped && at < to && text[at] == ',')
            next = past_digit(text, at + 1, to) > at + 1 ? at + 1 : at;
        if (next == at)
            return at;
        at = next;
    }
}

/* What may stand before a number and belong to it: a sign, an opening bracket, spaces. */
static size_t past_signs(const char *text, size_t at, size_t to)
{
    while (at < to) {
        size_t size;
        uint32_t code = utf8_decode(text + at, to - at, &size);
        if (code != '+' && code != '-' && code != MINUS && code != EN_DASH && code != '(' && code != ' ')
            break;
        at += size;
    }
    return at;
}

/* A number, with nothing behind it but signs such as % * ) and spaces. */
static bool read_number(const char *text, size_t from, size_t to, struct number *number)
{
    size_t at = past_signs(text, from, to), end = past_digits(text, at, to, true);
    if (end == at)
        return false;
    *number = (struct number){.from = from, .point = end, .to = to};
    if (end < to && text[end] == '.') {
        at = end + 1;
        end = past_digits(text, at, to, false);
        if (end == at)
            return false;
    }
    for (; end < to; end++)
        if (!strchr("%*) ", text[end]))
            return false;
    return true;
}

/* ---- columns ---------------------------------------------------------------------------------------------------- */

/* The widest stretches before and behind the points of a column. */
struct sides {
    double before, behind;
};

static double width_of(const struct text_block *block, size_t from, size_t to)
{
    return block->shaped->x[to] - block->shaped->x[from];
}

static void take_number(const struct text_block *block, const struct number *number, struct sides *sides)
{
    sides->before = fmax(sides->before, width_of(block, number->from, number->point));
    sides->behind = fmax(sides->behind, width_of(block, number->point, number->to));
}

static bool is_decimal(const struct table_cell *cell)
{
    return cell->node && cell->columns == 1 && cell->node->cell.align == DOC_DECIMAL;
}

/* The numbers of a block, each on a line as it is written. */
static void take_block(const struct block *block, struct sides *sides)
{
    const struct text_paragraph *shaped = block->kind == BLOCK_TEXT ? block->text->shaped : NULL;
    struct number number;
    for (size_t from = 0, to; shaped && block->align == DOC_DECIMAL && from < shaped->length; from = to + 1) {
        to = from + strcspn(shaped->text + from, "\n");
        if (read_number(shaped->text, from, to, &number))
            take_number(block->text, &number, sides);
    }
}

static struct sides column_sides(const struct table *table, size_t column)
{
    struct sides sides = {0};
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct table_cell *cell = &table->cells[i];
        for (size_t b = cell->block_from; cell->column == column && is_decimal(cell) && b < cell->block_to; b++)
            take_block(&table->blocks.list.items[b], &sides);
    }
    return sides;
}

static bool any_decimal(const struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++)
        if (is_decimal(&table->cells[i]))
            return true;
    return false;
}

void table_decimal_need(struct table *table)
{
    double padding = 2 * table->node->table.padding_x;
    bool any = any_decimal(table);
    for (size_t column = 0; any && column < table->column_count; column++) {
        struct sides sides = column_sides(table, column);
        double need = sides.before + sides.behind + padding;
        for (size_t i = 0; need > padding && i < table->cell_count; i++) {
            struct table_cell *cell = &table->cells[i];
            if (cell->column != column || !is_decimal(cell))
                continue;
            cell->extent.word = fmax(cell->extent.word, need);
            cell->extent.line = fmax(cell->extent.line, need);
        }
    }
}

static void align_line(struct line *line, const struct sides *sides, double measure)
{
    struct line_part *part = line->parts;
    struct number number;
    if (!part || part->next || !part->block->shaped ||
        !read_number(part->block->shaped->text, part->from, part->to, &number))
        return;
    double left = (measure - sides->before - sides->behind) / 2;
    double x = left + sides->before - width_of(part->block, number.from, number.point);
    part->x = fmax(fmin(x, measure - part->width), 0);
}

void table_decimal_align(struct table *table)
{
    bool any = any_decimal(table);
    for (size_t column = 0; any && column < table->column_count; column++) {
        struct sides sides = column_sides(table, column);
        double measure = table->x[column + 1] - table->x[column] - 2 * table->node->table.padding_x;
        for (size_t i = 0; sides.before > 0 && i < table->cell_count; i++) {
            const struct table_cell *cell = &table->cells[i];
            for (size_t s = cell->from; cell->column == column && is_decimal(cell) && s < cell->to; s++)
                if (table->flow.slices.items[s].kind == SLICE_LINE)
                    align_line(table->flow.slices.items[s].line, &sides, measure);
        }
    }
}
