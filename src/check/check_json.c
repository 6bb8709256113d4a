#include "check/check.h"

static void add_member(struct buf *out, const char *name, const char *text)
{
    buf_printf(out, ", \"%s\": ", name);
    buf_json(out, text);
}

static void add_texts(struct buf *out, const char *name, const struct value *list)
{
    buf_printf(out, ", \"%s\": [", name);
    for (size_t i = 0; i < list->count; i++) {
        buf_puts(out, i ? ", " : "");
        buf_json(out, list->items[i]->text);
    }
    buf_putc(out, ']');
}

static void add_finding(struct buf *out, const struct diag *diag)
{
    static const char *const severities[] = {"note", "warning", "error"};
    buf_printf(out, "{\"severity\": \"%s\"", severities[diag->severity]);
    add_member(out, "rule", diag->code);
    add_member(out, "file", diag->source ? diag->source->name : NULL);
    buf_printf(out, ", \"line\": %zu, \"column\": %zu", diag->line, diag->column);
    add_member(out, "pointer", diag->pointer);
    add_member(out, "message", diag->message);
    add_member(out, "expected", diag->expected);
    add_member(out, "hint", diag->hint);
    buf_putc(out, '}');
}

static void add_point(struct buf *out, const struct check_point *point)
{
    buf_puts(out, "{\"point\": ");
    buf_json(out, point->code);
    add_member(out, "item", point->item);
    add_member(out, "text", point->text);
    buf_printf(out, ", \"optional\": %s, \"satisfied\": %s", point->optional ? "true" : "false",
               point->satisfied ? "true" : "false");
    add_texts(out, "by", point->by);
    add_texts(out, "missing", point->missing);
    add_texts(out, "pages", point->pages);
    buf_putc(out, '}');
}

static void add_counts(struct buf *out, const struct diags *diags)
{
    size_t notes = 0;
    for (size_t i = 0; i < diags->list.count; i++)
        notes += diags->list.items[i].severity == SEVERITY_NOTE;
    buf_printf(out, "  \"errors\": %zu,\n  \"warnings\": %zu,\n  \"notes\": %zu,\n", diags->errors, diags->warnings,
               notes);
}

void check_json(struct buf *out, const struct check_summary *summary, const struct diags *diags,
                const struct check_points *points)
{
    buf_puts(out, "{\n  \"format\": 1,\n  \"program\": ");
    buf_json(out, summary->program);
    buf_puts(out, ",\n  \"file\": ");
    buf_json(out, summary->file);
    buf_puts(out, ",\n  \"profile\": ");
    buf_json(out, summary->profile);
    buf_printf(out, ",\n  \"status\": \"%s\",\n  \"pages\": %zu,\n", summary->status, summary->page_count);
    add_counts(out, diags);
    buf_puts(out, "  \"findings\": [");
    for (size_t i = 0; i < diags->list.count; i++) {
        buf_puts(out, i ? ",\n    " : "\n    ");
        add_finding(out, &diags->list.items[i]);
    }
    buf_puts(out, "],\n  \"checklist\": [");
    for (size_t i = 0; i < points->list.count; i++) {
        buf_puts(out, i ? ",\n    " : "\n    ");
        add_point(out, &points->list.items[i]);
    }
    buf_puts(out, "]\n}\n");
}
