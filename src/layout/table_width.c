#include "layout/table_width.h"

#include <math.h>

/* What a column is wider than its even share, in widest words, because lines of few words are ragged. */
#define RAGGED_SHARE 0.4

enum { BISECTIONS = 48 };

/* A way to look at a column as a width. */
typedef double width_of(const struct width_column *column);

static double soft_width(const struct width_column *column)
{
    return column->need.soft;
}

static double word_width(const struct width_column *column)
{
    return column->need.word;
}

static double line_width(const struct width_column *column)
{
    return column->need.line;
}

/* What the author asks for; a longer word counts more. */
static double wanted_width(const struct width_column *column)
{
    return column->kind == DOC_WIDTH_AUTO ? column->need.word : fmax(column->given, column->need.word);
}

static double sum(const struct width_column *columns, size_t count, width_of *width)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += width(&columns[i]);
    return total;
}

/* Adds what a span lacks to its columns of automatic width, to all of them when there is none. */
static void spread(struct width_column *columns, const struct width_span *span, double missing, size_t member)
{
    size_t autos = 0;
    for (size_t i = span->column; i < span->column + span->count; i++)
        autos += columns[i].kind == DOC_WIDTH_AUTO;
    for (size_t i = span->column; missing > 0 && i < span->column + span->count; i++) {
        if (autos && columns[i].kind != DOC_WIDTH_AUTO)
            continue;
        double share = missing / (double)(autos ? autos : span->count);
        double *needs[] = {&columns[i].need.soft, &columns[i].need.word, &columns[i].need.line};
        *needs[member] += share;
    }
}

static void take_spans(struct width_column *columns, const struct width_span *spans, size_t span_count)
{
    static width_of *const widths[] = {soft_width, word_width, line_width};
    for (size_t i = 0; i < span_count; i++) {
        const double needs[] = {spans[i].need.soft, spans[i].need.word, spans[i].need.line};
        for (size_t member = 0; member < 3; member++)
            spread(columns, &spans[i], needs[member] - sum(columns + spans[i].column, spans[i].count, widths[member]),
                   member);
    }
}

/* Widths between those that `low` and `high` give, such that the sum is the measure. */
static void between(struct width_column *columns, size_t count, width_of *low, width_of *high, double measure)
{
    double least = sum(columns, count, low), most = sum(columns, count, high);
    double share = most > least ? fmin((measure - least) / (most - least), 1) : 0;
    for (size_t i = 0; i < count; i++)
        columns[i].width = low(&columns[i]) + share * (high(&columns[i]) - low(&columns[i]));
}

static void scale(struct width_column *columns, size_t count, double measure)
{
    double total = sum(columns, count, soft_width);
    for (size_t i = 0; i < count; i++)
        columns[i].width = columns[i].need.soft * (measure / total);
}

/* The width of an automatic column when `level` of its load is to stand on a line. */
static double width_at(const struct width_column *column, double level)
{
    double width = level * column->load + RAGGED_SHARE * column->need.word;
    return fmin(fmax(width, column->need.word), column->need.line);
}

static double autos_at(const struct width_column *columns, size_t count, double level)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        if (columns[i].kind == DOC_WIDTH_AUTO)
            total += width_at(&columns[i], level);
    return total;
}

/* Gives the automatic columns `room`, which is at least their longest words. */
static void share_out(struct width_column *columns, size_t count, double room)
{
    double low = 0, high = 1, lines = 0;
    for (size_t i = 0; i < count; i++)
        if (columns[i].kind == DOC_WIDTH_AUTO) {
            lines += columns[i].need.line;
            if (columns[i].load > 0)
                high = fmax(high, columns[i].need.line / columns[i].load);
        }
    for (int i = 0; i < BISECTIONS; i++) {
        double middle = (low + high) / 2;
        if (autos_at(columns, count, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    double spare = fmax(room - autos_at(columns, count, low), 0);
    for (size_t i = 0; i < count; i++)
        if (columns[i].kind == DOC_WIDTH_AUTO)
            columns[i].width = width_at(&columns[i], low) + (lines > 0 ? spare * columns[i].need.line / lines : 0);
}

static void make_sound(struct width_column *column, double measure)
{
    if (column->kind == DOC_WIDTH_FRACTION)
        column->given *= measure;
    column->need.word = fmax(column->need.word, column->need.soft);
    column->need.line = fmax(column->need.line, column->need.word);
    column->load = fmin(column->load, column->need.line);
}

enum width_fit table_widths(struct width_column *columns, size_t count, const struct width_span *spans,
                            size_t span_count, double measure)
{
    take_spans(columns, spans, span_count);
    for (size_t i = 0; i < count; i++)
        make_sound(&columns[i], measure);
    if (sum(columns, count, soft_width) > measure) {
        scale(columns, count, measure);
        return WIDTH_TIGHT;
    }
    if (sum(columns, count, word_width) > measure) {
        between(columns, count, soft_width, word_width, measure);
        return WIDTH_SOFT;
    }
    if (sum(columns, count, wanted_width) > measure) {
        between(columns, count, word_width, wanted_width, measure);
        return WIDTH_FITS;
    }
    double room = measure;
    for (size_t i = 0; i < count; i++)
        if (columns[i].kind != DOC_WIDTH_AUTO)
            room -= columns[i].width = wanted_width(&columns[i]);
    share_out(columns, count, room);
    return WIDTH_FITS;
}
