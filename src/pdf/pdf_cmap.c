#include "pdf/pdf_cmap.h"

enum { BLOCK = 100 }; /* entries of one bfchar list, at most */

static void put_hex(struct buf *out, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        buf_putc(out, digits[unit >> shift & 0xf]);
}

static void put_utf16(struct buf *out, uint32_t code)
{
    if (code >= 0x10000)
        put_hex(out, 0xd800 + ((code - 0x10000) >> 10));
    put_hex(out, code >= 0x10000 ? 0xdc00 + (code & 0x3ff) : code);
}

static void put_entry(struct buf *out, unsigned cid, const struct pdf_char *character)
{
    buf_putc(out, '<');
    put_hex(out, cid);
    buf_puts(out, "><");
    for (size_t i = 0; i < character->code_count; i++)
        put_utf16(out, character->codes[i]);
    buf_puts(out, ">\n");
}

void pdf_cmap(struct buf *out, const struct pdf_font *font)
{
    unsigned count = (unsigned)font->chars.count;
    buf_puts(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                  "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
                  "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                  "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (unsigned cid = 1; cid < count; cid++) {
        if (cid % BLOCK == 1)
            buf_printf(out, "%u beginbfchar\n", count - cid < BLOCK ? count - cid : BLOCK);
        put_entry(out, cid, &font->chars.items[cid]);
        if (cid % BLOCK == 0 || cid + 1 == count)
            buf_puts(out, "endbfchar\n");
    }
    buf_puts(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}
