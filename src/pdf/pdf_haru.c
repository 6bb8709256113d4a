#include "pdf/pdf_haru.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

/* What an object has beside libharu's entries; hangs on its `attr`. */
struct extra {
    struct buf entries, bytes;
    HPDF_Stream out; /* while the object is being written */
};

/* Memory that ran out is the arena's affair; any other error is reported once. */
static bool works(struct haru *haru)
{
    HPDF_STATUS code = haru->doc->error.error_no;
    if (haru->failed || code == HPDF_OK)
        return !haru->failed;
    if (code == HPDF_FAILD_TO_ALLOC_MEM)
        arena_escape(haru->arena);
    haru->failed = true;
    struct diag_more more = {.expected = "what a PDF can hold: texts of at most 32,767 characters, addresses of "
                                         "at most 65,535"};
    diag_at(haru->diags, SEVERITY_ERROR, "pdf-library", NULL, 0, more, "libharu cannot write %s (error 0x%04lX)",
            haru->doing, code);
    return false;
}

static void close_doc(void *doc)
{
    HPDF_Free(doc);
}

struct haru *haru_open(struct arena *arena, struct diags *diags, bool compress)
{
    struct haru *haru = arena_new_of(arena, struct haru);
    *haru = (struct haru){.arena = arena, .diags = diags, .doing = "the file"};
    haru->doc = HPDF_New(NULL, NULL);
    if (!haru->doc)
        arena_escape(arena);
    arena_defer(arena, close_doc, haru->doc);
    haru->doc->pdf_version = HPDF_VER_17;
    haru->deflater = compress ? deflater_open(arena) : NULL;
    return haru;
}

HPDF_Dict haru_object(struct haru *haru)
{
    if (!works(haru))
        return NULL;
    HPDF_Dict dict = HPDF_Dict_New(haru->doc->mmgr);
    HPDF_Xref_Add(haru->doc->xref, dict);
    return works(haru) ? dict : NULL;
}

HPDF_Pages haru_page_node(struct haru *haru)
{
    if (!works(haru))
        return NULL;
    HPDF_Pages node = HPDF_Pages_New(haru->doc->mmgr, haru->doc->root_pages, haru->doc->xref);
    return works(haru) ? node : NULL;
}

HPDF_Dict haru_page(struct haru *haru, HPDF_Pages node)
{
    HPDF_Dict page = haru_object(haru);
    if (!page)
        return NULL;
    HPDF_Dict_AddName(page, "Type", "Page");
    HPDF_Pages_AddKids(node, page);
    page->header.obj_class |= HPDF_OSUBCLASS_PAGE; /* is counted; only now, as AddKids() wants its own kind of page */
    return works(haru) ? page : NULL;
}

HPDF_Outline haru_bookmark(struct haru *haru, HPDF_Outline parent, const char *title, bool open)
{
    if (!works(haru))
        return NULL;
    HPDF_Outline item = HPDF_CreateOutline(haru->doc, parent, "", NULL);
    if (!works(haru))
        return NULL;
    HPDF_Outline_SetOpened(item, open);
    HPDF_Dict_RemoveElement(item, "Type"); /* belongs to the root alone */
    haru_text(haru, item, "Title", title);
    return works(haru) ? item : NULL;
}

/* ---- entries ---------------------------------------------------------------------------------------------------- */

void haru_name(struct haru *haru, HPDF_Dict dict, const char *key, const char *name)
{
    if (works(haru))
        HPDF_Dict_AddName(dict, key, name);
}

void haru_integer(struct haru *haru, HPDF_Dict dict, const char *key, int number)
{
    if (works(haru))
        HPDF_Dict_AddNumber(dict, key, number);
}

void haru_true(struct haru *haru, HPDF_Dict dict, const char *key)
{
    if (works(haru))
        HPDF_Dict_AddBoolean(dict, key, HPDF_TRUE);
}

void haru_ascii(struct haru *haru, HPDF_Dict dict, const char *key, const char *ascii)
{
    if (works(haru))
        HPDF_Dict_Add(dict, key, HPDF_String_New(haru->doc->mmgr, ascii, NULL));
}

static bool is_plain(const char *text)
{
    while (*text >= ' ' && *text <= '~')
        text++;
    return !*text;
}

static void put_utf16(struct buf *out, uint32_t unit)
{
    buf_putc(out, (char)(unit >> 8));
    buf_putc(out, (char)(unit & 0xff));
}

/* With its byte order mark; without what is never drawn, and with spaces for line ends. */
static struct buf utf16_of(struct arena *arena, const char *text)
{
    struct buf out = buf_init(arena);
    put_utf16(&out, 0xfeff);
    for (size_t length = strlen(text), size; length; text += size, length -= size) {
        uint32_t code = utf8_decode(text, length, &size);
        if (code == 0x200b || code == 0x2060)
            continue;
        if (code >= 0x10000)
            put_utf16(&out, 0xd800 + ((code - 0x10000) >> 10));
        put_utf16(&out, code >= 0x10000 ? 0xdc00 + (code & 0x3ff) : code < ' ' ? ' ' : code);
    }
    return out;
}

void haru_text(struct haru *haru, HPDF_Dict dict, const char *key, const char *text)
{
    if (is_plain(text)) {
        haru_ascii(haru, dict, key, text);
        return;
    }
    struct buf wide = utf16_of(haru->arena, text);
    if (works(haru))
        HPDF_Dict_Add(dict, key, HPDF_Binary_New(haru->doc->mmgr, (HPDF_BYTE *)wide.data, (HPDF_UINT)wide.length));
}

void haru_put(struct haru *haru, HPDF_Dict dict, const char *key, void *object)
{
    if (works(haru))
        HPDF_Dict_Add(dict, key, object);
}

HPDF_Dict haru_dict(struct haru *haru, HPDF_Dict dict, const char *key)
{
    HPDF_Dict inner = works(haru) ? HPDF_Dict_New(haru->doc->mmgr) : NULL;
    haru_put(haru, dict, key, inner);
    return works(haru) ? inner : NULL;
}

HPDF_Array haru_array(struct haru *haru, HPDF_Dict dict, const char *key)
{
    HPDF_Array inner = works(haru) ? HPDF_Array_New(haru->doc->mmgr) : NULL;
    haru_put(haru, dict, key, inner);
    return works(haru) ? inner : NULL;
}

void haru_add(struct haru *haru, HPDF_Array array, void *object)
{
    if (works(haru))
        HPDF_Array_Add(array, object);
}

void haru_add_integer(struct haru *haru, HPDF_Array array, int number)
{
    if (works(haru))
        HPDF_Array_AddNumber(array, number);
}

HPDF_Dict haru_add_dict(struct haru *haru, HPDF_Array array)
{
    HPDF_Dict inner = works(haru) ? HPDF_Dict_New(haru->doc->mmgr) : NULL;
    haru_add(haru, array, inner);
    return works(haru) ? inner : NULL;
}

void haru_destination(struct haru *haru, HPDF_Dict dict, const char *key, HPDF_Dict page, double top)
{
    HPDF_Array array = haru_array(haru, dict, key);
    if (!array)
        return;
    HPDF_Array_Add(array, page);
    HPDF_Array_AddName(array, "XYZ");
    HPDF_Array_AddNumber(array, 0);
    HPDF_Array_AddNumber(array, (HPDF_INT32)lround(top));
    HPDF_Array_AddNumber(array, 0);
}

/* ---- raw entries and streams ------------------------------------------------------------------------------------ */

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out)
{
    struct extra *extra = dict->attr;
    extra->out = out;
    return HPDF_Stream_Write(out, (const HPDF_BYTE *)extra->entries.data, (HPDF_UINT)extra->entries.length);
}

static HPDF_STATUS write_bytes(HPDF_Dict dict)
{
    struct extra *extra = dict->attr;
    HPDF_STATUS status = HPDF_Stream_WriteStr(extra->out, "\nstream\r\n");
    if (status == HPDF_OK)
        status = HPDF_Stream_Write(extra->out, (const HPDF_BYTE *)extra->bytes.data, (HPDF_UINT)extra->bytes.length);
    return status == HPDF_OK ? HPDF_Stream_WriteStr(extra->out, "\nendstream") : status;
}

static struct extra *extra_of(struct haru *haru, HPDF_Dict dict)
{
    if (!dict->attr)
        dict->attr = arena_new_of(haru->arena, struct extra);
    dict->write_fn = write_entries;
    return dict->attr;
}

void haru_raw(struct haru *haru, HPDF_Dict dict, struct buf entries)
{
    if (works(haru))
        extra_of(haru, dict)->entries = entries;
}

void haru_stream(struct haru *haru, HPDF_Dict dict, struct buf bytes, const char *filter)
{
    if (!works(haru))
        return;
    extra_of(haru, dict)->bytes = bytes;
    dict->after_write_fn = write_bytes;
    haru_integer(haru, dict, "Length", (int)bytes.length);
    if (filter)
        haru_name(haru, dict, "Filter", filter);
}

HPDF_Dict haru_pack(struct haru *haru, const struct buf *bytes)
{
    HPDF_Dict stream = haru_object(haru);
    struct buf packed = buf_init(haru->arena);
    if (haru->deflater)
        packed = deflater_pack(haru->deflater, bytes->data, bytes->length);
    else
        buf_add(&packed, bytes->data, bytes->length);
    haru_stream(haru, stream, packed, haru->deflater ? "FlateDecode" : NULL);
    return stream;
}

/* ---- the end ---------------------------------------------------------------------------------------------------- */

/* Two runs give the same bytes, so the identifier comes from the bytes so far; it is both the permanent one and that of
 * this version (14.4). */
static HPDF_STATUS write_identifier(HPDF_Dict trailer, HPDF_Stream out)
{
    HPDF_MD5_CTX hash;
    HPDF_BYTE digest[HPDF_MD5_KEY_LEN];
    (void)trailer;
    HPDF_MD5Init(&hash);
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(out); i++) {
        HPDF_UINT size;
        HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(out, i, &size);
        HPDF_MD5Update(&hash, bytes, size);
    }
    HPDF_MD5Final(digest, &hash);
    HPDF_Stream_WriteStr(out, "/ID[<");
    HPDF_Stream_WriteBinary(out, digest, sizeof digest, NULL);
    HPDF_Stream_WriteStr(out, "><");
    HPDF_Stream_WriteBinary(out, digest, sizeof digest, NULL);
    return HPDF_Stream_WriteStr(out, ">]\n");
}

bool haru_save(struct haru *haru, struct buf *out)
{
    if (!works(haru))
        return false;
    haru->doing = "the file";
    haru->doc->trailer->write_fn = write_identifier;
    HPDF_SaveToStream(haru->doc);
    if (!works(haru))
        return false;
    HPDF_Stream stream = haru->doc->stream;
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT size;
        HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &size);
        buf_add(out, bytes, size);
    }
    return true;
}
