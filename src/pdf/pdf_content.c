#include "pdf/pdf_content.h"

#include <math.h>
#include <string.h>

enum {
    STRING_MAX = 16000, /* codes of one string: readers need take no more than 32,767 bytes */
    NUMBER_SIZE = 24,
    ROOM = 1024,    /* for operators on their way to the buffer */
    STEP_SIZE = 40, /* of one step, at most */
};

struct pdf_content pdf_content_init(struct arena *arena, struct pdf_fonts *fonts)
{
    return (struct pdf_content){.fonts = fonts, .ops = buf_init(arena)};
}

/* ---- numbers ---------------------------------------------------------------------------------------------------- */

static int64_t hundredths(double points)
{
    return llround(points * 100);
}

/* Writes a number of units, 1, 10 or 100 of which make one, without trailing zeros; returns the end. */
static char *write_units(char *out, int64_t number, unsigned scale)
{
    char digits[NUMBER_SIZE], *first = digits + sizeof digits;
    uint64_t units = (uint64_t)(number < 0 ? -number : number);
    for (bool zeros = true; scale > 1; scale /= 10, units /= 10) {
        zeros = zeros && units % 10 == 0;
        if (!zeros)
            *--first = (char)('0' + units % 10);
        if (!zeros && scale == 10)
            *--first = '.';
    }
    do
        *--first = (char)('0' + units % 10);
    while (units /= 10);
    if (number < 0)
        *--first = '-';
    size_t length = (size_t)(digits + sizeof digits - first);
    return (char *)memcpy(out, first, length) + length;
}

static void put_number(struct buf *out, int64_t hundredths_of)
{
    char digits[NUMBER_SIZE], *end = write_units(digits, hundredths_of, 100);
    *end++ = ' ';
    buf_add(out, digits, (size_t)(end - digits));
}

/* ---- state ------------------------------------------------------------------------------------------------------ */

static void leave_text(struct pdf_content *content)
{
    if (content->in_text)
        buf_puts(&content->ops, "ET\n");
    content->in_text = false;
}

static void enter_text(struct pdf_content *content)
{
    if (content->in_text)
        return;
    buf_puts(&content->ops, "BT\n");
    content->in_text = true;
    content->x = content->y = 0;
}

static void set_grey(struct pdf_content *content, double grey)
{
    if (content->grey == grey)
        return;
    content->grey = grey;
    buf_number(&content->ops, grey, 3);
    buf_puts(&content->ops, " g\n");
}

static void set_font(struct pdf_content *content, const struct pdf_font *font, double size)
{
    if (content->font == font && content->size == size)
        return;
    content->font = font;
    content->size = size;
    buf_printf(&content->ops, "/F%d ", font->number);
    buf_number(&content->ops, size, 4);
    buf_puts(&content->ops, " Tf\n");
}

/* Moves are from the begin of the line before, as it was written, so that roundings do not add up. */
static void move_to(struct pdf_content *content, double x, double y)
{
    int64_t to_x = hundredths(x), to_y = hundredths(content->height - y);
    put_number(&content->ops, to_x - content->x);
    put_number(&content->ops, to_y - content->y);
    buf_puts(&content->ops, "Td\n");
    content->x = to_x;
    content->y = to_y;
}

/* ---- items ------------------------------------------------------------------------------------------------------ */

static char *write_byte(char *out, unsigned byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *out++ = '\\';
    *out++ = byte == '\r' ? 'r' : (char)byte;
    return out;
}

/* Ends the string for a gap. */
static char *write_gap(char *out, int64_t gap)
{
    *out++ = ')';
    if (gap)
        out = write_units(out, -gap, 10);
    *out++ = '(';
    return out;
}

/* Gaps are rounded each by itself, so that equal ones are written equally and pack well; the error goes to a gap only
 * when it has grown to a thousandth of the size. */
static void show(struct pdf_content *content)
{
    char room[ROOM], *at = room;
    size_t count = content->steps.list.count;
    double owed = 0;
    buf_puts(&content->ops, "[(");
    for (size_t i = 0; i < count; i++) {
        const struct pdf_step *step = &content->steps.list.items[i];
        if (at > room + ROOM - STEP_SIZE) {
            buf_add(&content->ops, room, (size_t)(at - room));
            at = room;
        }
        at = write_byte(at, step->cid >> 8);
        at = write_byte(at, step->cid & 0xff);
        int64_t gap = llround(10 * (fabs(owed) < 1 ? step->gap : step->gap + owed));
        owed += step->gap - (double)gap / 10;
        if (i + 1 < count && (gap || i % STRING_MAX == STRING_MAX - 1))
            at = write_gap(at, gap);
    }
    buf_add(&content->ops, room, (size_t)(at - room));
    buf_puts(&content->ops, ")]TJ\n");
}

static void draw_text(struct pdf_content *content, const struct page_text *text)
{
    struct pdf_font *font = pdf_font_of(content->fonts, text->run.font);
    pdf_run_steps(font, text, &content->steps);
    if (!content->steps.list.count)
        return;
    enter_text(content);
    set_grey(content, 0);
    set_font(content, font, text->run.size);
    move_to(content, text->x, text->y);
    show(content);
}

static void draw_rule(struct pdf_content *content, const struct page_item *item)
{
    int64_t left = hundredths(item->rect.x), top = hundredths(content->height - item->rect.y);
    leave_text(content);
    set_grey(content, item->grey);
    put_number(&content->ops, left);
    put_number(&content->ops, top);
    put_number(&content->ops, hundredths(item->rect.width));
    put_number(&content->ops, -hundredths(item->rect.height));
    buf_puts(&content->ops, "re f\n");
}

static void put_area(struct pdf_content *content, const struct rect *rect)
{
    int64_t left = hundredths(rect->x), top = hundredths(content->height - rect->y);
    put_number(&content->ops, left);
    put_number(&content->ops, top);
    put_number(&content->ops, hundredths(rect->x + rect->width) - left);
    put_number(&content->ops, hundredths(content->height - rect->y - rect->height) - top);
}

/* Filled at once, and with edges that are rounded alike, so that no light shows between rectangles that touch. */
static void draw_shape(struct pdf_content *content, const struct page_item *item)
{
    leave_text(content);
    set_grey(content, item->grey);
    for (size_t i = 0; i < item->rects->list.count; i++) {
        put_area(content, &item->rects->list.items[i]);
        buf_puts(&content->ops, "re\n");
    }
    buf_puts(&content->ops, "f\n");
}

static void draw_outline(struct pdf_content *content, const struct page_item *item)
{
    static const char *const ends[] = {[OUTLINE_MOVE] = "m\n", [OUTLINE_LINE] = "l\n", [OUTLINE_CURVE] = "c\n"};
    size_t of_curve = 0;
    leave_text(content);
    set_grey(content, item->grey);
    for (size_t i = 0; i < item->outline->list.count; i++) {
        const struct outline_point *point = &item->outline->list.items[i];
        put_number(&content->ops, hundredths(point->x));
        put_number(&content->ops, hundredths(content->height - point->y));
        of_curve = point->step == OUTLINE_CURVE ? of_curve + 1 : 0;
        if (of_curve % 3 == 0)
            buf_puts(&content->ops, ends[point->step]);
    }
    buf_puts(&content->ops, "f\n"); /* closes all contours */
}

static void draw_image(struct pdf_content *content, const struct page_item *item)
{
    leave_text(content);
    buf_puts(&content->ops, "q ");
    put_number(&content->ops, hundredths(item->rect.width));
    buf_puts(&content->ops, "0 0 ");
    put_number(&content->ops, hundredths(item->rect.height));
    put_number(&content->ops, hundredths(item->rect.x));
    put_number(&content->ops, hundredths(content->height - item->rect.y - item->rect.height));
    buf_printf(&content->ops, "cm /I%zu Do Q\n", item->image->id + 1);
}

static void put_lines(struct pdf_content *content, const struct page_path *path)
{
    for (size_t i = 0; i < path->count; i++) {
        bool begin = !i || path->points[i].begin;
        if (begin && i && path->closed)
            buf_puts(&content->ops, "h\n");
        put_number(&content->ops, hundredths(path->points[i].x));
        put_number(&content->ops, hundredths(content->height - path->points[i].y));
        buf_puts(&content->ops, begin ? "m\n" : "l\n");
    }
    if (path->closed)
        buf_puts(&content->ops, "h\n");
}

/* What holds for strokes is set for this path alone. */
static void begin_stroke(struct pdf_content *content, const struct page_path *path)
{
    buf_puts(&content->ops, "q 1 j ");
    put_number(&content->ops, hundredths(path->width));
    buf_puts(&content->ops, "w ");
    buf_number(&content->ops, path->grey, 3);
    buf_puts(&content->ops, " G\n");
    if (path->dash <= 0)
        return;
    buf_puts(&content->ops, "[");
    put_number(&content->ops, hundredths(path->dash));
    put_number(&content->ops, hundredths(path->gap));
    buf_puts(&content->ops, "] 0 d\n");
}

static void draw_path(struct pdf_content *content, const struct page_path *path)
{
    bool stroked = path->width > 0;
    if (!stroked && !path->filled)
        return;
    leave_text(content);
    if (path->filled)
        set_grey(content, path->fill);
    if (stroked)
        begin_stroke(content, path);
    put_lines(content, path);
    buf_puts(&content->ops, stroked && path->filled ? "B Q\n" : stroked ? "S Q\n" : "f\n");
}

static void draw_item(struct pdf_content *content, const struct page_item *item)
{
    switch (item->kind) {
    case PAGE_TEXT: draw_text(content, &item->text); break;
    case PAGE_RULE: draw_rule(content, item); break;
    case PAGE_OUTLINE: draw_outline(content, item); break;
    case PAGE_IMAGE: draw_image(content, item); break;
    case PAGE_SHAPE: draw_shape(content, item); break;
    case PAGE_PATH: draw_path(content, item->path); break;
    case PAGE_ARTIFACT_BEGIN:
        leave_text(content);
        buf_puts(&content->ops, "/Artifact BMC\n");
        break;
    case PAGE_ARTIFACT_END:
        leave_text(content);
        buf_puts(&content->ops, "EMC\n");
        break;
    case PAGE_BEGIN:
    case PAGE_END: /* structure: marked content would begin and end here, outside of text objects */
    case PAGE_LINK_AREA:
    case PAGE_ANCHOR: /* pdf_link.c */ break;
    }
}

void pdf_content_draw(struct pdf_content *content, const struct page *page)
{
    content->ops.length = 0;
    content->height = page->height;
    content->font = NULL;
    content->size = content->grey = 0;
    for (size_t i = 0; i < page->items.count; i++)
        draw_item(content, &page->items.items[i]);
    leave_text(content);
}
