#include "template/markdown_inline.h"

#include "template/attributes.h"

#include <string.h>

static const char CODE[] = "template-markup";

/* How text looks and where it leads. */
struct look {
    bool bold, italic, reference;
    const char *lang, *link;
};

/* What stands for the words of a reference until all labels are known. */
static const char NO_WORDS[] = "\xef\xbf\xbc";

/* Where runs are collected; the last one is still open. */
struct collector {
    struct build *build;
    struct inline_runs *runs;
    struct buf *text; /* of the open run */
    bool open;
};

/* Stars that opened and have not closed yet. */
struct emphasis {
    int stars; /* 1 italic, 2 bold */
    size_t at;
};

enum { BRACKETS_MAX = 8, ADDRESS_MAX = 2000 };

struct reader {
    struct build *build;
    struct collector *collector;
    const struct marked *text;
    const size_t *match; /* for each "[" of the text, its "]"; else 0 */
    bool in_value;       /* rich text of the office's: a line end is one on the page too */
    int depth;           /* of brackets around */
};

/* A stretch that is read on its own: its emphasis must close in it. */
struct stretch {
    size_t at, end;
    struct look look;
    struct emphasis open[2];
    int depth;
};

static void read_stretch(const struct reader *r, size_t from, size_t to, struct look look);

static void close_run(struct collector *c)
{
    if (!c->open)
        return;
    struct doc_run *run = &c->runs->list.items[c->runs->list.count - 1];
    run->text = arena_strndup(c->build->arena, c->text->data, c->text->length);
    c->open = false;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool continues(const struct doc_run *run, struct look look, struct doc_origin origin)
{
    return !run->reference && !look.reference && run->bold == look.bold && run->italic == look.italic &&
           same_text(run->lang, look.lang) && same_text(run->link, look.link) && run->origin.value == origin.value &&
           run->origin.source == origin.source;
}

static void add_text(struct collector *c, const char *bytes, size_t length, struct look look, struct place place)
{
    struct doc_origin origin = place_origin(place);
    const struct doc_run *last = c->open ? &c->runs->list.items[c->runs->list.count - 1] : NULL;
    if (!last || !continues(last, look, origin)) {
        close_run(c);
        *list_add(c->build->arena, &c->runs->list) = (struct doc_run){.bold = look.bold,
                                                                      .italic = look.italic,
                                                                      .lang = look.lang,
                                                                      .link = look.link,
                                                                      .reference = look.reference,
                                                                      .origin = origin};
        c->text->length = 0;
        c->open = true;
    }
    buf_add(c->text, bytes, length);
}

static struct look look_of(const struct stretch *s)
{
    struct look look = s->look;
    for (int i = 0; i < s->depth; i++) {
        look.bold = look.bold || s->open[i].stars == 2;
        look.italic = look.italic || s->open[i].stars == 1;
    }
    return look;
}

/* A value is never blank beside stars, so that what it holds cannot undo them. */
static bool is_space(const struct reader *r, size_t at)
{
    return marked_is(r->text, at, ' ') || marked_is(r->text, at, '\n');
}

static bool is_open(const struct stretch *s, int stars)
{
    return (s->depth > 0 && s->open[0].stars == stars) || (s->depth > 1 && s->open[1].stars == stars);
}

/* Ends the emphasis of that many stars; what opened in it and is still open is lost, with an error. */
static void close_stars(const struct reader *r, struct stretch *s, size_t at, int stars)
{
    if (s->open[s->depth - 1].stars != stars) {
        place_error(r->build->diags, marked_place(r->text, at), CODE, (struct diag_more){0},
                    "\"%.*s\" closes across other stars", stars, "**");
        s->depth--;
    }
    s->depth--;
}

/* Takes `stars` stars at `at` as an opening or closing mark; false when they are neither. */
static bool take_stars(const struct reader *r, struct stretch *s, size_t at, int stars, bool can_open, bool can_close)
{
    if (!is_open(s, stars)) {
        if (can_open)
            s->open[s->depth++] = (struct emphasis){.stars = stars, .at = at};
        return can_open;
    }
    if (can_close)
        close_stars(r, s, at, stars);
    else if (can_open)
        place_error(r->build->diags, marked_place(r->text, at), CODE, (struct diag_more){0},
                    "\"%.*s\" cannot close behind a space", stars, "**");
    return can_close || can_open;
}

static void add_bytes(const struct reader *r, const struct stretch *s, size_t from, size_t to)
{
    add_text(r->collector, r->text->text.data + from, to - from, look_of(s), marked_place(r->text, from));
}

/* The end of the span that holds `at`, at most `limit`. */
static size_t span_end(const struct marked *text, size_t at, size_t limit)
{
    size_t next = marked_span_at(text, at) + 1;
    size_t end = next < text->spans.count ? text->spans.items[next].start : text->text.length;
    return end < limit ? end : limit;
}

/* Up to three stars are marks; more, and those that can neither open nor close, are text.  Stars on both sides of a tag
 * do not belong together. */
static void read_stars(const struct reader *r, struct stretch *s, size_t begin)
{
    size_t limit = span_end(r->text, s->at, s->end), end = s->at;
    while (end < limit && r->text->text.data[end] == '*')
        end++;
    bool can_open = end < s->end && !is_space(r, end);
    bool can_close = s->at > begin && !is_space(r, s->at - 1);
    for (bool taken = end - s->at <= 3; taken && s->at < end;) {
        int stars = (int)(end - s->at);
        if (stars == 3)
            stars = s->depth && s->open[s->depth - 1].stars == 1 ? 1 : 2;
        taken = take_stars(r, s, s->at, stars, can_open, can_close);
        s->at += taken ? (size_t)stars : 0;
    }
    if (s->at < end)
        add_bytes(r, s, s->at, end);
    s->at = end;
}

static bool is_punctuation(char byte)
{
    return byte > ' ' && byte < 0x7f && !(byte >= '0' && byte <= '9') && !(byte >= 'A' && byte <= 'Z') &&
           !(byte >= 'a' && byte <= 'z');
}

static void read_escape(const struct reader *r, struct stretch *s)
{
    size_t next = s->at + 1;
    bool words = next < s->end && r->text->kinds.data[next] == MARKED_WORDS;
    char byte = words ? r->text->text.data[next] : '\0';
    struct place place = marked_place(r->text, s->at);
    if (byte == '\n')
        add_text(r->collector, "\n", 1, look_of(s), place);
    else if (byte == ' ')
        add_text(r->collector, "\xc2\xa0", 2, look_of(s), place);
    else if (is_punctuation(byte))
        add_bytes(r, s, next, next + 1);
    else
        add_bytes(r, s, s->at, next);
    s->at = next + (byte == '\n' || byte == ' ' || is_punctuation(byte));
}

/* For each "[" the place of the "]" that matches it, else 0. */
static const size_t *match_brackets(const struct marked *text)
{
    if (!memchr(text->text.data, '[', text->text.length))
        return NULL;
    size_t *match = arena_array(text->arena, size_t, text->text.length);
    size_t innermost = 0; /* 1 + the open bracket; that one's `match` holds the same for the one around it */
    for (size_t at = 0; at < text->text.length; at++) {
        if (marked_is(text, at, '\\')) {
            at++;
        } else if (marked_is(text, at, '[')) {
            match[at] = innermost;
            innermost = at + 1;
        } else if (marked_is(text, at, ']') && innermost) {
            size_t open = innermost - 1;
            innermost = match[open];
            match[open] = at;
        }
    }
    for (size_t open; innermost; match[open] = 0) {
        open = innermost - 1;
        innermost = match[open];
    }
    return match;
}

/* The template's byte `close` behind `at`, with as many of `open` as of itself between them; or `end`. */
static size_t find_close(const struct marked *text, size_t at, size_t end, char open, char close)
{
    for (size_t depth = 0; at < end; at++) {
        if (open && marked_is(text, at, open))
            depth++;
        else if (marked_is(text, at, close) && depth-- == 0)
            return at;
    }
    return end;
}

static bool begins(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool is_address(const char *text)
{
    return begins(text, "https://") || begins(text, "http://") || begins(text, "mailto:") || begins(text, "tel:");
}

/* The address as a URI: bytes beyond ASCII are escaped. */
static const char *uri(struct arena *arena, const char *address)
{
    struct buf out = buf_init(arena);
    for (; *address; address++)
        if ((unsigned char)*address > 0x20 && (unsigned char)*address < 0x7f)
            buf_putc(&out, *address);
        else
            buf_printf(&out, "%%%02X", (unsigned char)*address);
    return out.data;
}

static const char *read_target(const struct reader *r, size_t from, size_t to)
{
    struct arena *arena = r->build->arena;
    const char *target = arena_strndup(arena, r->text->text.data + from, to - from);
    struct place place = marked_place(r->text, from);
    if (*target == '#') {
        *list_add(arena, &r->build->links) = (struct build_link){.anchor = target + 1, .place = place};
        return target;
    }
    if (is_address(target) && !strpbrk(target, " \n"))
        return uri(arena, target);
    place_error(r->build->diags, place, CODE,
                (struct diag_more){.expected = "https://, http://, mailto: or tel:, without spaces, or #name"},
                "bad address \"%s\"", target);
    return NULL;
}

/* The words between the bracket at which `s` stands and the one that closes it. */
static void read_inside(const struct reader *r, const struct stretch *s, size_t bracket, struct look look)
{
    struct reader inner = *r;
    inner.depth++;
    read_stretch(&inner, s->at + 1, bracket, look);
}

/* [text](address), or a reference [](#name), whose words come later; returns the byte behind it. */
static size_t read_link(const struct reader *r, const struct stretch *s, size_t bracket)
{
    size_t close = find_close(r->text, bracket + 2, s->end, '(', ')');
    if (close == s->end) {
        place_error(r->build->diags, marked_place(r->text, bracket + 1), CODE, (struct diag_more){.expected = ")"},
                    "the address of a link is never closed");
        return s->end;
    }
    struct look look = look_of(s);
    look.link = read_target(r, bracket + 2, close);
    look.reference = look.link && *look.link == '#' && bracket == s->at + 1;
    if (look.reference)
        add_text(r->collector, NO_WORDS, sizeof NO_WORDS - 1, look, marked_place(r->text, bracket + 2));
    else
        read_inside(r, s, bracket, look);
    return close + 1;
}

/* [text]{lang=en}; returns the byte behind it. */
static size_t read_span(const struct reader *r, const struct stretch *s, size_t bracket)
{
    struct attributes attributes;
    size_t behind = attributes_read(r->text, bracket + 1, s->end, &attributes, r->build->diags);
    if (!behind)
        return s->end;
    struct look look = look_of(s);
    const struct attribute *lang = attributes_take(&attributes, "lang");
    if (lang && !build_is_lang(lang->value))
        place_error(r->build->diags, lang->place, CODE, (struct diag_more){.expected = "a language such as en"},
                    "bad language \"%s\"", lang->value);
    look.lang = lang ? lang->value : look.lang;
    attributes_finish(&attributes, "words in brackets", "lang=", r->build->diags);
    read_inside(r, s, bracket, look);
    return behind;
}

static void read_bracket(const struct reader *r, struct stretch *s)
{
    size_t bracket = r->match ? r->match[s->at] : 0;
    bool closed = bracket && bracket + 1 < s->end && r->depth < BRACKETS_MAX;
    if (closed && marked_is(r->text, bracket + 1, '(')) {
        s->at = read_link(r, s, bracket);
    } else if (closed && marked_is(r->text, bracket + 1, '{')) {
        s->at = read_span(r, s, bracket);
    } else {
        add_bytes(r, s, s->at, s->at + 1);
        s->at++;
    }
}

/* <address>; any other "<" is text. */
static void read_angle(const struct reader *r, struct stretch *s)
{
    size_t start = s->at + 1, limit = s->end - start < ADDRESS_MAX ? s->end : start + ADDRESS_MAX;
    size_t close = is_address(r->text->text.data + start) ? find_close(r->text, start, limit, '\0', '>') : limit;
    if (close == limit) {
        add_bytes(r, s, s->at, start);
        s->at = start;
        return;
    }
    struct look look = look_of(s);
    look.link = read_target(r, start, close);
    add_text(r->collector, r->text->text.data + start, close - start, look, marked_place(r->text, start));
    s->at = close + 1;
}

static void read_rich(const struct reader *r, struct stretch *s)
{
    size_t end = span_end(r->text, s->at, s->end);
    const struct value *value = r->text->spans.items[marked_span_at(r->text, s->at)].place.value;
    struct marked *text = &r->build->scratch.value;
    marked_reset(text);
    marked_add_rich(text, value);
    struct reader inner = {
        .build = r->build, .collector = r->collector, .text = text, .match = match_brackets(text), .in_value = true};
    read_stretch(&inner, 0, text->text.length, look_of(s));
    s->at = end;
}

static void read_line_end(const struct reader *r, struct stretch *s)
{
    add_text(r->collector, r->in_value ? "\n" : " ", 1, look_of(s), marked_place(r->text, s->at));
    s->at++;
}

/* Everything up to the next byte that may be markup. */
static void read_text(const struct reader *r, struct stretch *s)
{
    size_t limit = span_end(r->text, s->at, s->end), end = s->at + 1;
    bool words = r->text->kinds.data[s->at] == MARKED_WORDS;
    while (end < limit && !(words && strchr("\\*[<\n", r->text->text.data[end])))
        end++;
    add_bytes(r, s, s->at, end);
    s->at = end;
}

static void read_words(const struct reader *r, struct stretch *s, size_t begin)
{
    switch (r->text->text.data[s->at]) {
    case '*': read_stars(r, s, begin); break;
    case '\\': read_escape(r, s); break;
    case '[': read_bracket(r, s); break;
    case '<': read_angle(r, s); break;
    case '\n': read_line_end(r, s); break;
    default: read_text(r, s);
    }
}

static void read_piece(const struct reader *r, struct stretch *s, size_t begin)
{
    switch (r->text->kinds.data[s->at]) {
    case MARKED_WORDS: read_words(r, s, begin); break;
    case MARKED_RICH: read_rich(r, s); break;
    default: read_text(r, s);
    }
}

static void read_stretch(const struct reader *r, size_t from, size_t to, struct look look)
{
    struct stretch s = {.at = from, .end = to, .look = look};
    while (s.at < s.end)
        read_piece(r, &s, from);
    while (s.depth-- > 0)
        place_error(r->build->diags, marked_place(r->text, s.open[s.depth].at), CODE,
                    (struct diag_more){.hint = "write \\* for a star that is printed"}, "\"%.*s\" is never closed",
                    s.open[s.depth].stars, "**");
}

void markdown_inline(struct build *build, const struct marked *text, struct inline_runs *runs)
{
    runs->list.count = 0;
    struct collector collector = {.build = build, .runs = runs, .text = &build->scratch.run};
    struct reader reader = {.build = build, .collector = &collector, .text = text, .match = match_brackets(text)};
    read_stretch(&reader, 0, text->text.length, (struct look){.lang = build->lang});
    close_run(&collector);
}
