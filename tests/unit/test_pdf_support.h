/* Pages for tests of pdf/: lines of text, shaped as they are. */
#ifndef TEST_PDF_SUPPORT_H
#define TEST_PDF_SUPPORT_H

#include "layout/page.h"
#include "test_support.h"

/* A face of Debian's Laksaman, "Laksaman" or "Laksaman-Bold", or another file by its path. */
const struct font *test_font(struct arena *arena, const char *name);

/* A text of one script (Thai when it has a Thai letter) at 16 points, as an item for a page. */
struct page_text test_shape(struct arena *arena, const struct font *font, const char *text);

/* A new A4 page, and a line of text on it. */
struct page *test_page(struct pages *pages);
struct page_item *test_line(struct pages *pages, struct page *page, const struct font *font, const char *text,
                            double y);

/* The 26 lines with what is hard about Thai: stacked and shifted marks, SARA AM, letters that lose their feet. */
enum { HARD_LINES = 26 };
extern const char *const test_hard_lines[HARD_LINES];

#endif
