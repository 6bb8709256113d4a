/* One file on its way: what its parts share. */
#ifndef PDF_FILE_H
#define PDF_FILE_H

#include "layout/page.h"
#include "pdf/pdf_font.h"
#include "pdf/pdf_haru.h"

struct pdf_file {
    struct arena *arena;
    const struct pages *pages;
    struct haru *haru;
    struct pdf_fonts fonts;
    HPDF_Dict *page_objects; /* by page; all have their numbers before the first is filled, so links may lead forward */
};

/* The pages' pictures, each once (pdf_image.c). */
void pdf_images(struct pdf_file *file, HPDF_Dict resources);

/* Bookmarks, from pages->outline (pdf_outline.c). */
void pdf_outline(struct pdf_file *file);

/* The printed page numbers, for readers' page fields (pdf_outline.c). */
void pdf_page_labels(struct pdf_file *file);

/* Where links lead. */
struct pdf_anchors;

struct pdf_anchors *pdf_anchors_find(struct pdf_file *file);

/* The annotations of page `index` (pdf_link.c). */
void pdf_links(struct pdf_file *file, const struct pdf_anchors *anchors, size_t index);

#endif
