#include "base/diag.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct diags diags_init(struct arena *arena)
{
    return (struct diags){.arena = arena};
}

/* Room for one more finding, or NULL when there are enough. */
static struct diag *new_diag(struct diags *diags, enum severity severity, const char *code)
{
    if (severity == SEVERITY_ERROR)
        diags->errors++;
    else if (severity == SEVERITY_WARNING)
        diags->warnings++;
    if (diags->list.count >= DIAGS_MAX) {
        diags->full = true;
        return NULL;
    }
    struct diag *diag = list_add(diags->arena, &diags->list);
    diag->severity = severity;
    diag->code = code;
    diag->pointer = "";
    return diag;
}

static void add_words(struct diags *diags, struct diag *diag, struct diag_more more, const char *format,
                      va_list arguments)
{
    diag->message = arena_vprintf(diags->arena, format, arguments);
    diag->expected = more.expected ? arena_strdup(diags->arena, more.expected) : NULL;
    diag->hint = more.hint ? arena_strdup(diags->arena, more.hint) : NULL;
}

void diag_at(struct diags *diags, enum severity severity, const char *code, const struct source *source, size_t offset,
             struct diag_more more, const char *format, ...)
{
    struct diag *diag = new_diag(diags, severity, code);
    if (!diag)
        return;
    diag->source = source;
    diag->offset = offset;
    va_list arguments;
    va_start(arguments, format);
    add_words(diags, diag, more, format, arguments);
    va_end(arguments);
}

/* The value itself, its original, or the nearest ancestor that stands in a file; NULL when none does. */
static const struct value *placed(const struct value *value)
{
    while (value) {
        if (value->origin)
            value = value->origin;
        if (value->source)
            return value;
        value = value->parent;
    }
    return NULL;
}

void diag_value(struct diags *diags, enum severity severity, const char *code, const struct value *value,
                struct diag_more more, const char *format, ...)
{
    struct diag *diag = new_diag(diags, severity, code);
    if (!diag)
        return;
    const struct value *place = placed(value);
    if (place) {
        diag->source = place->source;
        diag->offset = place->offset;
        diag->pointer = value_pointer(diags->arena, place);
    }
    va_list arguments;
    va_start(arguments, format);
    add_words(diags, diag, more, format, arguments);
    va_end(arguments);
}

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare(const struct diag *a, const struct diag *b)
{
    int order = compare_text(a->source ? a->source->name : NULL, b->source ? b->source->name : NULL);
    if (!order && a->offset != b->offset)
        order = a->offset < b->offset ? -1 : 1;
    return order;
}

static bool same(const struct diag *a, const struct diag *b)
{
    return compare(a, b) == 0 && a->severity == b->severity && compare_text(a->code, b->code) == 0 &&
           compare_text(a->pointer, b->pointer) == 0 && compare_text(a->message, b->message) == 0;
}

/* Merge sort: stable, and without qsort's freedom in order. */
static void sort(struct diag *items, struct diag *spare, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2, left = 0, right = half;
    sort(items, spare, half);
    sort(items + half, spare, count - half);
    for (size_t i = 0; i < count; i++) {
        bool take_left = right == count || (left < half && compare(&items[left], &items[right]) <= 0);
        spare[i] = take_left ? items[left++] : items[right++];
    }
    memcpy(items, spare, count * sizeof *items);
}

static void recount(struct diags *diags)
{
    diags->errors = diags->warnings = 0;
    for (size_t i = 0; i < diags->list.count; i++) {
        diags->errors += diags->list.items[i].severity == SEVERITY_ERROR;
        diags->warnings += diags->list.items[i].severity == SEVERITY_WARNING;
    }
}

/* A place in a text, moved forwards only. */
struct cursor {
    const struct source *source;
    size_t at, line, line_start;
};

static struct cursor cursor_at_start(const struct source *source)
{
    bool marked = source->length >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0;
    return (struct cursor){.source = source, .line = 1, .line_start = marked ? 3 : 0};
}

static void move_cursor(struct cursor *cursor, size_t offset)
{
    for (; cursor->at < offset; cursor->at++) {
        if (cursor->source->text[cursor->at] == '\n') {
            cursor->line++;
            cursor->line_start = cursor->at + 1;
        }
    }
}

/* Lines and columns of sorted findings, each text read once. */
static void find_positions(struct diag *items, size_t count)
{
    struct cursor cursor = {0};
    for (size_t i = 0; i < count; i++) {
        const struct source *source = items[i].source;
        if (!source || !source->text)
            continue;
        size_t offset = items[i].offset < source->length ? items[i].offset : source->length;
        if (source != cursor.source || offset < cursor.at)
            cursor = cursor_at_start(source);
        move_cursor(&cursor, offset);
        size_t start = cursor.line_start < offset ? cursor.line_start : offset;
        items[i].line = cursor.line;
        items[i].column = utf8_count(source->text + start, offset - start) + 1;
    }
}

void diags_sort(struct diags *diags)
{
    struct diag *items = diags->list.items;
    size_t kept = 0;
    sort(items, arena_array(diags->arena, struct diag, diags->list.count), diags->list.count);
    for (size_t i = 0; i < diags->list.count; i++) {
        bool repeated = false;
        for (size_t j = kept; j > 0 && !repeated && compare(&items[j - 1], &items[i]) == 0; j--)
            repeated = same(&items[j - 1], &items[i]);
        if (!repeated)
            items[kept++] = items[i];
    }
    diags->list.count = kept;
    find_positions(items, kept);
    if (!diags->full) /* else the dropped ones count too */
        recount(diags);
}

void diag_print(struct buf *out, const struct diag *diag)
{
    static const char *const names[] = {"note: ", "warning: ", ""};
    if (diag->source) {
        buf_puts(out, diag->source->name);
        if (diag->line)
            buf_printf(out, ":%zu:%zu", diag->line, diag->column);
        if (diag->pointer[0])
            buf_printf(out, " %s", diag->pointer);
        buf_puts(out, ": ");
    }
    buf_printf(out, "%s%s", names[diag->severity], diag->message);
    if (diag->expected)
        buf_printf(out, "; expected %s", diag->expected);
    if (diag->hint)
        buf_printf(out, " (%s)", diag->hint);
}

enum { WORD_MAX = 64 };

/* Edit distance with transpositions of neighbours counted as one (optimal string alignment), in bytes. */
static size_t edit_distance(const char *a, size_t m, const char *b, size_t n)
{
    size_t rows[3][WORD_MAX + 1], *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= n; j++)
        last[j] = j;
    for (size_t i = 1; i <= m; i++) {
        now[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            now[j] = best;
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[n];
}

const char *diag_nearest(const char *word, const char *const *candidates, size_t count)
{
    const char *best = NULL;
    size_t length = strlen(word), least = length / 3 + 1;
    if (length > WORD_MAX)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(candidates[i]);
        if (other > WORD_MAX)
            continue;
        size_t distance = edit_distance(word, length, candidates[i], other);
        if (distance <= least && distance < (length > other ? length : other) && (!best || distance < least)) {
            best = candidates[i];
            least = distance;
        }
    }
    return best;
}
