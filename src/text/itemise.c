#include "text/itemise.h"

#include "base/thai.h"

#include <string.h>

enum { MISSING_MAX = 32 }; /* different missing characters that are reported for a paragraph */

struct itemiser {
    struct font_set *fonts;
    struct arena *arena;
    const char *text;
    size_t length;
    const struct text_span *spans;
    size_t span_count;
    size_t span, span_start, span_end; /* of the current cluster */
    const struct font *font;           /* of the current span; NULL when it has none */
    struct diags *diags;
    struct text_items items;
    bool open; /* the last item may be continued */
    uint32_t missing[MISSING_MAX];
    size_t missing_count;
};

bool text_is_control(uint32_t code)
{
    if (code < 0x80)
        return code == '\n' || code == '\r';
    return (code >= 0x200b && code <= 0x200f && code != 0x200d) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || code == 0xad;
}

static bool is_shaping_control(uint32_t code) /* joins a cluster, has no glyph of its own */
{
    return code == 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
}

/* Characters that take the script of their neighbour are COMMON. */
static hb_script_t script_of(uint32_t code)
{
    if (code >= 0x0e01 && code <= 0x0e5b && code != 0x0e3f)
        return HB_SCRIPT_THAI;
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code);
    return script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_COMMON : script;
}

/* ---- fonts ------------------------------------------------------------------------------------------------------ */

static bool has_cluster(const struct font *font, const char *text, size_t length)
{
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code = thai_decode(text + at, length - at, &size);
        if (code != '\t' && !is_shaping_control(code) && !font_has(font, code))
            return false;
    }
    return true;
}

/* U+6771 "東"; control characters only by number. */
static const char *describe(struct arena *arena, uint32_t code)
{
    char shown[4];
    size_t size = utf8_encode(code, shown);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0))
        return arena_printf(arena, "U+%04X", code);
    return arena_printf(arena, "U+%04X \"%.*s\"", code, (int)size, shown);
}

static bool was_reported(const struct itemiser *m, uint32_t code)
{
    for (size_t i = 0; i < m->missing_count; i++) {
        if (m->missing[i] == code)
            return true;
    }
    return m->missing_count == MISSING_MAX;
}

static void report_missing(struct itemiser *m, size_t at, uint32_t code)
{
    static const struct diag_more more = {.hint = "name a fallback family that has it in fonts/fonts.json"};
    const struct text_span *span = &m->spans[m->span];
    if (was_reported(m, code))
        return;
    m->missing[m->missing_count++] = code;
    const char *what = describe(m->arena, code);
    if (span->origin)
        diag_value(m->diags, SEVERITY_ERROR, "font-glyph", span->origin, more, "no font has the character %s", what);
    else
        diag_at(m->diags, SEVERITY_ERROR, "font-glyph", span->source, span->source_offset + (at - m->span_start), more,
                "no font has the character %s", what);
}

/* The span's font when it has the whole cluster, else a fallback; NULL when there is none, which is reported. */
static const struct font *font_for(struct itemiser *m, size_t at, size_t end)
{
    const struct text_span *span = &m->spans[m->span];
    const char *cluster = m->text + at;
    if (!m->font) /* reported by font_lookup() */
        return NULL;
    if (has_cluster(m->font, cluster, end - at))
        return m->font;
    for (size_t i = at, size; i < end; i += size) {
        uint32_t code = thai_decode(m->text + i, end - i, &size);
        if (is_shaping_control(code) || font_has(m->font, code))
            continue;
        const struct font *font = font_fallback(m->fonts, code, span->bold, span->italic);
        if (font && has_cluster(font, cluster, end - at))
            return font;
        report_missing(m, i, code);
        return NULL;
    }
    return NULL;
}

/* ---- items ------------------------------------------------------------------------------------------------------ */

/* Goes on to the span that holds `at`. */
static void enter_span(struct itemiser *m, size_t at)
{
    bool entered = m->font == NULL && at == 0;
    while (at >= m->span_end && m->span + 1 < m->span_count) {
        m->span++;
        m->span_start = m->span_end;
        m->span_end += m->spans[m->span].length;
        entered = true;
    }
    if (!entered)
        return;
    const struct text_span *span = &m->spans[m->span];
    m->font = font_lookup(m->fonts, span->family, span->bold, span->italic, m->diags);
    m->open = false;
}

/* Makes the cluster part of the last item where it fits, else the first of a new one. */
static void add_cluster(struct itemiser *m, size_t at, size_t end, hb_script_t script, const struct font *font)
{
    struct text_item *last = m->open ? &m->items.list.items[m->items.list.count - 1] : NULL;
    if (last && last->font == font &&
        (last->script == script || last->script == HB_SCRIPT_COMMON || script == HB_SCRIPT_COMMON)) {
        last->length += end - at;
        if (last->script == HB_SCRIPT_COMMON)
            last->script = script;
        return;
    }
    *list_add(m->arena, &m->items.list) =
        (struct text_item){.start = at, .length = end - at, .span = m->span, .script = script, .font = font};
    m->open = true;
}

/* Items of common characters only take the script of the item before, else of the one behind, else of the language. */
static void settle_scripts(struct itemiser *m)
{
    hb_script_t last = HB_SCRIPT_COMMON;
    struct text_item *items = m->items.list.items;
    size_t count = m->items.list.count;
    for (size_t i = 0; i < count; i++) {
        if (items[i].script == HB_SCRIPT_COMMON)
            items[i].script = last;
        last = items[i].script;
    }
    for (size_t i = count; i-- > 0;) {
        const char *lang = m->spans[items[i].span].lang;
        if (items[i].script == HB_SCRIPT_COMMON && i + 1 < count)
            items[i].script = items[i + 1].script;
        else if (items[i].script == HB_SCRIPT_COMMON)
            items[i].script = !lang || strncmp(lang, "th", 2) == 0 ? HB_SCRIPT_THAI : HB_SCRIPT_LATIN;
    }
}

struct text_items text_itemise(struct font_set *fonts, struct arena *arena, const char *text, size_t length,
                               const struct text_span *spans, size_t span_count, struct diags *diags)
{
    struct itemiser m = {.fonts = fonts,
                         .arena = arena,
                         .text = text,
                         .length = length,
                         .spans = spans,
                         .span_count = span_count,
                         .span_end = span_count ? spans[0].length : 0,
                         .diags = diags};
    for (size_t at = 0, end; at < length && span_count; at = end) {
        size_t size;
        uint32_t code = thai_decode(text + at, length - at, &size);
        end = thai_cluster_end(text, length, at);
        enter_span(&m, at);
        const struct font *font = text_is_control(code) ? NULL : font_for(&m, at, end);
        if (font)
            add_cluster(&m, at, end, script_of(code), font);
        else
            m.open = false;
    }
    settle_scripts(&m);
    return m.items;
}
