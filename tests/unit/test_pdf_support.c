#include "test_pdf_support.h"

#include "text/font_open.h"

#include <hb.h>

const char *const test_hard_lines[HARD_LINES] = {
    "สำนักงานเขตพื้นที่การศึกษา",
    "น้ำ",
    "ทั้งนี้",
    "ที่",
    "ผู้ปฏิบัติ",
    "ป้องกัน",
    "ญี่ปุ่น",
    "ฎีกา",
    "กิ๊ฟ",
    "ชั้น ๒",
    "ปฏิญาณ",
    "ซื้อ",
    "ปั๊ม",
    "ฟ้า",
    "ฝึก",
    "ฬี่",
    "ITA Online 96.58",
    "“คุณธรรม” – ‘โปร่งใส’",
    "ประจำปีงบประมาณ พ.ศ. 2566 (ITA) 100%",
    "ป้ ปี่ ฟั้ ฝึ่ ญุ ฐู ฎุ ที่ นั้น ปุ่ ฎู่ ญู่",
    "ค่ำ ก้ำ ล้ำ ช้ำ จ๊ำ ปำ ป้ำ ฟ้ำ ฝำ",
    "กฤษฎีกา ฤๅษี เกี๊ยะ เจ๊ ๆลๆ ฯพณฯ ฯลฯ",
    "ศาสตร์ สิทธิ์ ปิ่น เป็น เล็ก ก็ ศุกร์ พุทธ์ ผู้ ปฏิรูป",
    "(1) 1. – การให้บริการ – ๑๒๓๔๕๖๗๘๙๐",
    "AVAToYe fi ffi Wa. café naïve",
    "กุ๊ย กูํ สํ ปึ๊ด ฬ่อ ฬู ฐุ ฐิ ญ์ ฏุ ฏู",
};

const struct font *test_font(struct arena *arena, const char *name)
{
    const char *path = strchr(name, '/') ? name : arena_printf(arena, "/usr/share/fonts/truetype/tlwg/%s.ttf", name);
    size_t size;
    const char *data = test_file(arena, path, &size), *why = "";
    const struct font *font = font_open(font_library_open(arena), arena, path, (const unsigned char *)data, size, &why);
    cr_assert_not_null(font, "%s %s", path, why);
    return font;
}

struct page_text test_shape(struct arena *arena, const struct font *font, const char *text)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    if (strstr(text, "\xe0\xb8"))
        hb_buffer_set_script(buffer, HB_SCRIPT_THAI);
    hb_shape(font->hb, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    struct text_glyph *glyphs = arena_array(arena, struct text_glyph, count);
    for (unsigned i = 0; i < count; i++)
        glyphs[i] = (struct text_glyph){infos[i].codepoint, infos[i].cluster, places[i].x_advance, places[i].x_offset,
                                        places[i].y_offset};
    hb_buffer_destroy(buffer);
    struct text_run run = {.font = font, .size = 16, .length = strlen(text), .glyphs = glyphs, .count = count};
    return (struct page_text){.run = run, .text = text};
}

struct page *test_page(struct pages *pages)
{
    struct page *page = list_add(pages->arena, &pages->list);
    *page = (struct page){.width = 210 * MM_TO_PT, .height = 297 * MM_TO_PT, .label = ""};
    return page;
}

struct page_item *test_line(struct pages *pages, struct page *page, const struct font *font, const char *text, double y)
{
    struct page_item *item = list_add(pages->arena, &page->items);
    *item = (struct page_item){.kind = PAGE_TEXT, .text = test_shape(pages->arena, font, text)};
    item->text.x = 30 * MM_TO_PT;
    item->text.y = y;
    return item;
}
