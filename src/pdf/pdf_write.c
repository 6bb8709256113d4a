#include "pdf/pdf.h"

#include "pdf/pdf_content.h"
#include "pdf/pdf_embed.h"
#include "pdf/pdf_file.h"

enum { NODE_PAGES = 256 }; /* of one node of the page tree */

static void open_pages(struct pdf_file *file)
{
    struct haru *haru = file->haru;
    size_t count = file->pages->list.count;
    HPDF_Pages node = haru->doc->root_pages;
    file->page_objects = arena_array(file->arena, HPDF_Dict, count);
    haru->doing = "the page tree";
    for (size_t i = 0; i < count; i++) {
        if (count > NODE_PAGES && i % NODE_PAGES == 0)
            node = haru_page_node(haru);
        file->page_objects[i] = haru_page(haru, node);
    }
}

static void add_media_box(struct pdf_file *file, HPDF_Dict object, const struct page *page)
{
    struct buf entries = buf_init(file->arena);
    buf_puts(&entries, "/MediaBox[0 0 ");
    buf_number(&entries, page->width, 2);
    buf_putc(&entries, ' ');
    buf_number(&entries, page->height, 2);
    buf_puts(&entries, "]\n");
    haru_raw(file->haru, object, entries);
}

static void write_pages(struct pdf_file *file, HPDF_Dict resources)
{
    struct haru *haru = file->haru;
    struct pdf_content content = pdf_content_init(file->arena, &file->fonts);
    const struct pdf_anchors *anchors = pdf_anchors_find(file);
    for (size_t i = 0; i < file->pages->list.count && !haru->failed; i++) {
        const struct page *page = &file->pages->list.items[i];
        HPDF_Dict object = file->page_objects[i];
        haru->doing = arena_printf(file->arena, "page %zu", i + 1);
        pdf_content_draw(&content, page);
        haru_put(haru, object, "Resources", resources); /* of each page itself: PDF/A takes no inherited ones */
        haru_put(haru, object, "Contents", haru_pack(haru, &content.ops));
        add_media_box(file, object, page);
        pdf_links(file, anchors, i);
    }
}

static bool write_fonts(struct pdf_file *file, HPDF_Dict resources)
{
    struct haru *haru = file->haru;
    HPDF_Dict names = haru_dict(haru, resources, "Font");
    bool good = true;
    for (size_t i = 0; i < file->fonts.list.count; i++) {
        struct pdf_font *font = file->fonts.list.items[i];
        if (font->chars.count == 1) /* nothing was drawn with it */
            continue;
        HPDF_Dict object = haru_object(haru);
        good = pdf_embed(haru, font, object) && good;
        haru_put(haru, names, arena_printf(file->arena, "F%d", font->number), object);
    }
    return good;
}

static void write_info(struct pdf_file *file, const struct pdf_options *options)
{
    struct haru *haru = file->haru;
    const struct {
        const char *key, *text;
    } entries[] = {
        {"Producer", options->producer},   {"Title", file->pages->title},   {"Author", file->pages->author},
        {"Subject", file->pages->subject}, {"CreationDate", options->date},
    };
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        haru->doing = arena_printf(file->arena, "the document's %s", entries[i].key);
        if (entries[i].text)
            haru_text(haru, haru->doc->info, entries[i].key, entries[i].text);
    }
}

static void write_catalog(struct pdf_file *file)
{
    struct haru *haru = file->haru;
    HPDF_Dict catalog = haru->doc->catalog;
    haru->doing = "the catalog";
    if (file->pages->lang)
        haru_ascii(haru, catalog, "Lang", file->pages->lang);
    haru_true(haru, haru_dict(haru, catalog, "ViewerPreferences"), "DisplayDocTitle");
    pdf_outline(file);
    pdf_page_labels(file);
}

bool pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_options *options, struct buf *out,
               struct diags *diags)
{
    struct pdf_file file = {.arena = arena, .pages = pages, .fonts = {.arena = arena}};
    if (!pages->list.count) {
        diag_at(diags, SEVERITY_ERROR, "pdf-empty", NULL, 0, (struct diag_more){0}, "there is no page to write");
        return false;
    }
    file.haru = haru_open(arena, diags, options->compress);
    open_pages(&file);
    HPDF_Dict resources = haru_object(file.haru);
    write_pages(&file, resources);
    pdf_images(&file, resources);
    write_info(&file, options);
    write_catalog(&file);
    return write_fonts(&file, resources) && haru_save(file.haru, out);
}
