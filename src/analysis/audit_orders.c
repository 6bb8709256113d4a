/* R26: how an order is cited, against those that the report holds, as members of the file or as typed in a section:
 * number, date, title. */
#include "analysis/tables.h"

#include "analysis/scan.h"

#include <string.h>

struct order_number {
    const struct text_item *text;
    int64_t number, year;
    const char *start, *after;
};

/* Whether a word of the list ends at `at`: "ครั้งที่ 1/2566" is no order. */
static bool ends_in_word(const struct value *list, const char *text, const char *at)
{
    for (size_t i = 0; list && i < list->count; i++) {
        size_t length = strlen(list->items[i]->text ? list->items[i]->text : "");
        if (length && (size_t)(at - text) >= length && strncmp(at - length, list->items[i]->text, length) == 0)
            return true;
    }
    return false;
}

/* "ที่ 133 / 2563" from `at` on. */
static bool next_order(struct audit *audit, const struct text_item *text, const char *at, struct order_number *out)
{
    size_t length;
    for (; (at = text_find(audit, text, WORDS_ORDER_NUMBER, at, &length)); at += length) {
        const char *c = scan_spaces(at + length);
        *out = (struct order_number){.text = text, .start = at};
        if (ends_in_word(audit_words(audit, WORDS_MEETING), text->plain, at) || !scan_integer(&c, &out->number))
            continue;
        c = scan_spaces(c);
        if (*c != '/')
            continue;
        c = scan_spaces(c + 1);
        if (!scan_integer(&c, &out->year) || out->year < 2400 || out->year > 2699)
            continue;
        out->after = c;
        return true;
    }
    return false;
}

/* The heading of an appended order: a text that is its number and nothing else. */
static bool is_heading(struct audit *audit, const struct text_item *text, struct order_number *out)
{
    const char *at = scan_spaces(text->plain);
    return scan_word(audit_words(audit, WORDS_ORDER_NUMBER), at) && next_order(audit, text, at, out) &&
           !*scan_spaces(out->after);
}

/* An order that the report itself holds. */
struct appended {
    const struct value *part; /* where it stands */
    int64_t number, year;
    bool dated;
    struct day day;
    const char *title; /* without spaces; "" for none */
};

struct appended_list {
    LIST(struct appended) list;
};

static void report(struct audit *audit, const struct order_number *cited, const char *expected, const char *hint,
                   const char *message)
{
    audit_report(
        audit,
        (struct finding){.rule = RULE_ORDER_DIFFERS, .at = cited->text->value, .expected = expected, .hint = hint},
        "%s", message);
}

static void report_number(struct audit *audit, const struct appended *order, const struct order_number *cited)
{
    report(audit, cited, arena_printf(audit->arena, "%lld/%lld", (long long)order->number, (long long)order->year),
           "the number of the order in this report",
           arena_printf(audit->arena, "order %lld/%lld is cited", (long long)cited->number, (long long)cited->year));
}

static void check_day(struct audit *audit, const struct appended *order, const struct order_number *cited)
{
    struct day said;
    size_t length;
    const char *at = text_find(audit, cited->text, WORDS_CITES, cited->after, &length);
    if (!order->dated || !at || !text_day_at(audit, cited->text, at + length, &said) || !day_is_whole(said) ||
        day_compare(said, order->day) == 0)
        return;
    report(audit, cited, day_text(audit->arena, order->day), "the date of the order in this report",
           arena_printf(audit->arena, "the order is cited with the date %s", day_text(audit->arena, said)));
}

/* ---- titles ----------------------------------------------------------------------------------------------------- */

static const char *without_spaces(struct arena *arena, const char *from, const char *to)
{
    struct buf out = buf_init(arena);
    for (; from < to; from++) {
        if (*from != ' ' && *from != '\n')
            buf_putc(&out, *from);
    }
    return out.data;
}

/* The title between the last word "order" and the number of the citation, without "of the office"; "" for none. */
static const char *title_before(struct audit *audit, const struct order_number *cited)
{
    const struct value *office = value_member(audit->assessment->model, "office");
    const char *from = NULL, *name = value_member_text(office, "name", "");
    size_t length, word;
    for (const char *at = cited->text->plain;
         (at = scan_find_before(audit_words(audit, WORDS_ORDER), at, cited->start, &length)); at += length)
        from = at + length;
    if (!from)
        return "";
    from = scan_spaces(from);
    from = scan_spaces(from + scan_word(audit_words(audit, WORDS_SUBJECT), from));
    const char *to = scan_find_before(audit_words(audit, WORDS_OF_OFFICE), from, cited->start, &word);
    const char *title = without_spaces(audit->arena, from, to ? to : cited->start);
    name = without_spaces(audit->arena, name, name + strlen(name));
    return *name && strncmp(title, name, strlen(name)) == 0 ? "" : title;
}

/* A title as cited, without spaces; `open`: the sentence goes on behind it. */
struct title {
    const char *words;
    bool open;
};

/* Before the number, else behind it. */
static struct title cited_title(struct audit *audit, const struct order_number *cited)
{
    enum { REACH = 40 }; /* code points: the date of the order */
    struct title title = {.words = title_before(audit, cited)};
    size_t length;
    const struct value *subject = audit_words(audit, WORDS_SUBJECT);
    const char *at = scan_find_before(subject, cited->after, scan_on(cited->after, REACH), &length);
    if (*title.words || !at)
        return title;
    at += length;
    return (struct title){.words = without_spaces(audit->arena, at, at + strlen(at)), .open = true};
}

/* How a title as cited goes with that of the order in the report: it may be shorter, but not begin like it and go on
 * otherwise. */
enum titles { TITLES_AGREE, TITLES_DIFFER, TITLES_OF_OTHERS };

static enum titles compare_titles(struct title said, const char *title)
{
    enum { SAME_MIN = 45 }; /* bytes: fifteen Thai letters */
    size_t same = 0;
    while (said.words[same] && said.words[same] == title[same])
        same++;
    if (!said.words[same] || !title[0] || (said.open && !title[same]))
        return TITLES_AGREE;
    if (same < SAME_MIN)
        return TITLES_OF_OTHERS;
    return said.open ? TITLES_AGREE : TITLES_DIFFER;
}

/* ---- work due before the order ---------------------------------------------------------------------------------- */

static void check_due(struct audit *audit, const struct appended *order, const struct value *at, struct day due)
{
    if (!due.year ||
        day_compare(due, (struct day){order->day.year, order->day.month, due.day ? order->day.day : 0}) >= 0)
        return;
    audit_report(audit,
                 (struct finding){
                     .rule = RULE_DUE_BEFORE_ORDER,
                     .at = at,
                     .expected = arena_printf(audit->arena, "a day from %s on", day_text(audit->arena, order->day))},
                 "it is due on %s, before the order is given", day_text(audit->arena, due));
}

/* The last date of each cell that says when something is due. */
static void check_table(struct audit *audit, const struct appended *order, const struct text_item *text)
{
    size_t *width;
    const struct value *era = audit_words(audit, WORDS_YEAR);
    struct grid grid = grid_read(audit, text->block, &width);
    for (size_t row = 0; row < grid.row_count; row++) {
        const struct value *due = grid_cell(&grid, row, COLUMN_DUE);
        const char *cell = grid_text(audit, &grid, row, COLUMN_DUE);
        struct scan_date date;
        struct day last = {0};
        for (const char *at = cell; scan_next_date(audit->data->words, era, cell, at, NULL, &date); at = date.end)
            last = date.day;
        if (due)
            check_due(audit, order, texts_place(due), last);
    }
}

/* The work of the measures against the first of the orders. */
static void check_work(struct audit *audit, const struct appended_list *orders)
{
    const struct appended *order = NULL;
    for (size_t i = 0; i < orders->list.count; i++) {
        const struct appended *other = &orders->list.items[i];
        if (!other->dated)
            return;
        order = order && day_compare(order->day, other->day) <= 0 ? order : other;
    }

    const struct value *measures = value_member(audit->assessment->model, "measures");
    const struct value *block = NULL;
    for (size_t i = 0; measures && i < measures->count; i++) {
        const struct value *given = value_member(measures->items[i], "due");
        struct day due;
        if (day_read(given, &due))
            check_due(audit, order, given, due);
    }
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        const struct text_item *text = &audit->texts->list.items[i];
        if (text->is_cell && text->block != block)
            check_table(audit, order, text);
        block = text->block;
    }
}

/* ---- the order and its citations -------------------------------------------------------------------------------- */

/* The title below the heading, with "เรื่อง" before it. */
static const char *title_below(struct audit *audit, size_t heading)
{
    const struct text_item *items = audit->texts->list.items;
    for (size_t i = heading + 1; i < audit->texts->list.count && items[i].part == items[heading].part; i++) {
        const char *at = scan_spaces(items[i].plain);
        size_t word = scan_word(audit_words(audit, WORDS_SUBJECT), at);
        if (word)
            return without_spaces(audit->arena, at + word, at + strlen(at));
    }
    return "";
}

/* The date line of the document that begins with the heading. */
static bool date_below(struct audit *audit, size_t heading, struct day *out)
{
    const struct text_item *items = audit->texts->list.items;
    for (size_t i = heading + 1; i < audit->texts->list.count && items[i].part == items[heading].part; i++) {
        if (text_document_day(audit, &items[i], out))
            return true;
    }
    return false;
}

/* The only heading of an order; with more than one nothing tells which of them is cited. */
static bool only_heading(struct audit *audit, size_t *index, struct order_number *out)
{
    struct order_number found;
    size_t count = 0;
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        if (!is_heading(audit, &audit->texts->list.items[i], &found))
            continue;
        *out = found;
        *index = i;
        count++;
    }
    return count == 1;
}

static void add_typed(struct audit *audit, struct appended_list *orders)
{
    struct order_number number = {0};
    size_t heading;
    if (!only_heading(audit, &heading, &number))
        return;
    struct appended order = {.part = audit->texts->list.items[heading].part,
                             .number = number.number,
                             .year = number.year,
                             .title = title_below(audit, heading)};
    order.dated = date_below(audit, heading, &order.day);
    *list_add(audit->arena, &orders->list) = order;
}

/* "133/2563", whatever stands before it. */
static bool read_number(const char *text, struct appended *order)
{
    const char *slash = strrchr(text, '/'), *from = slash;
    while (from && from > text && from[-1] == ' ')
        from--;
    while (from && from > text && from[-1] >= '0' && from[-1] <= '9')
        from--;
    const char *year = slash ? scan_spaces(slash + 1) : NULL;
    return slash && scan_integer(&from, &order->number) && scan_integer(&year, &order->year);
}

/* The rows of "orders". */
static void add_described(struct audit *audit, struct appended_list *orders)
{
    const struct value *rows = value_member(audit->assessment->model, "orders");
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct value *number = value_member(rows->items[i], "number");
        const struct value *subject = value_member(rows->items[i], "subject");
        struct appended order = {.part = rows->items[i]};
        if (!number || !subject || !read_number(scan_plain(audit->arena, number), &order))
            continue;
        const char *title = scan_plain(audit->arena, subject);
        order.title = without_spaces(audit->arena, title, title + strlen(title));
        order.dated = day_read(value_member(rows->items[i], "date"), &order.day);
        *list_add(audit->arena, &orders->list) = order;
    }
}

/* Whether the text speaks of orders: it has the word, or begins with a number and the text before it has the word. */
static bool speaks_of_order(struct audit *audit, size_t index)
{
    const struct text_item *text = &audit->texts->list.items[index], *before = index ? text - 1 : NULL;
    size_t length;
    if (text_find(audit, text, WORDS_ORDER, text->plain, &length))
        return true;
    return scan_word(audit_words(audit, WORDS_ORDER_NUMBER), scan_spaces(text->plain)) && before &&
           before->part == text->part && text_find(audit, before, WORDS_ORDER, before->plain, &length);
}

/* The order of that number; else the only one of the year that the title may be of; NULL: another office's. */
static const struct appended *cited_order(const struct appended_list *orders, const struct order_number *cited,
                                          struct title title)
{
    const struct appended *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < orders->list.count; i++) {
        const struct appended *order = &orders->list.items[i];
        if (cited->year != order->year || compare_titles(title, order->title) == TITLES_OF_OTHERS)
            continue;
        if (cited->number == order->number)
            return order;
        found = order;
        count++;
    }
    return count == 1 ? found : NULL;
}

static void check_text(struct audit *audit, const struct appended_list *orders, const struct text_item *text)
{
    struct order_number cited;
    for (const char *at = text->plain; next_order(audit, text, at, &cited); at = cited.after) {
        struct title said = cited_title(audit, &cited);
        const struct appended *order = cited_order(orders, &cited, said);
        if (!order || order->part == text->part)
            continue;
        if (cited.number != order->number)
            report_number(audit, order, &cited);
        check_day(audit, order, &cited);
        if (compare_titles(said, order->title) == TITLES_DIFFER)
            report(audit, &cited, order->title, "the title of the order in this report",
                   arena_printf(audit->arena, "the order is cited as \"%s\"", said.words));
    }
}

void audit_orders(struct audit *audit)
{
    struct appended_list orders = {{0}};
    add_typed(audit, &orders);
    add_described(audit, &orders);
    if (!orders.list.count)
        return;
    check_work(audit, &orders);
    for (size_t i = 0; i < audit->texts->list.count; i++) {
        if (speaks_of_order(audit, i))
            check_text(audit, &orders, &audit->texts->list.items[i]);
    }
}
