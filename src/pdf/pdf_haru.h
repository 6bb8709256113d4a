/*
 * libharu's objects, checked: the only way from pdf/ to the file.
 *
 * An object is a dictionary in libharu's cross-reference table.  libharu numbers the objects, knows what refers to what
 * and serialises them; numbers with decimals and streams are written by us, because libharu keeps numbers as floats and
 * wants a further object for the length of each stream.
 *
 * libharu's errors are sticky and its calls return whatever they like afterwards, so nothing here returns a status: the
 * first error becomes a finding that names what was being written, every later call does nothing (new objects are
 * NULL), and haru_save() returns false.  Strings are copied, raw entries and streams are borrowed.
 *
 * Another serialiser takes the place of haru_save(): all objects stand in doc->xref->entries, and libharu's
 * HPDF_Obj_WriteValue() writes any one of them.  Structure elements are objects as any other.
 */
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include "base/diag.h"
#include "pdf/pdf_deflate.h"

#include <hpdf.h>

struct haru {
    struct arena *arena;
    struct diags *diags;
    HPDF_Doc doc;
    struct deflater *deflater; /* packs what haru_pack() is given; NULL: it stays as it is */
    const char *doing;         /* what is being written, for the finding: "page 3" */
    bool failed;
};

/* A new file with an empty catalog, page tree and information dictionary; closed with the arena. */
struct haru *haru_open(struct arena *arena, struct diags *diags, bool compress);

/* A new numbered object. */
HPDF_Dict haru_object(struct haru *haru);

/* A page under a node of the page tree; the nodes come from haru_page_node(). */
HPDF_Dict haru_page(struct haru *haru, HPDF_Pages node);
HPDF_Pages haru_page_node(struct haru *haru);

/* An entry of the bookmarks under `parent` (NULL: at the top). */
HPDF_Outline haru_bookmark(struct haru *haru, HPDF_Outline parent, const char *title, bool open);

/* Entries of a dictionary.  A text is UTF-8 and becomes a text string (7.9.2.2); ascii is taken as it is; an object
 * with a number becomes a reference, any other belongs to the dictionary from then on. */
void haru_name(struct haru *haru, HPDF_Dict dict, const char *key, const char *name);
void haru_integer(struct haru *haru, HPDF_Dict dict, const char *key, int number);
void haru_true(struct haru *haru, HPDF_Dict dict, const char *key);
void haru_text(struct haru *haru, HPDF_Dict dict, const char *key, const char *text);
void haru_ascii(struct haru *haru, HPDF_Dict dict, const char *key, const char *ascii);
void haru_put(struct haru *haru, HPDF_Dict dict, const char *key, void *object);

/* A new dictionary or array as an entry. */
HPDF_Dict haru_dict(struct haru *haru, HPDF_Dict dict, const char *key);
HPDF_Array haru_array(struct haru *haru, HPDF_Dict dict, const char *key);

void haru_add(struct haru *haru, HPDF_Array array, void *object);
void haru_add_integer(struct haru *haru, HPDF_Array array, int number);
HPDF_Dict haru_add_dict(struct haru *haru, HPDF_Array array);

/* An explicit destination: `top` points above the page's lower edge, the zoom left as it is. */
void haru_destination(struct haru *haru, HPDF_Dict dict, const char *key, HPDF_Dict page, double top);

/* Entries in PDF syntax, written behind the others; once for each dictionary. */
void haru_raw(struct haru *haru, HPDF_Dict dict, struct buf entries);

/* Makes the object a stream.  `filter` is the name of the filter that the bytes need, or NULL. */
void haru_stream(struct haru *haru, HPDF_Dict dict, struct buf bytes, const char *filter);

/* A new stream of these bytes, packed or copied. */
HPDF_Dict haru_pack(struct haru *haru, const struct buf *bytes);

/* Adds the finished file to `out`; its identifier is a hash of all bytes before it. */
bool haru_save(struct haru *haru, struct buf *out);

#endif
