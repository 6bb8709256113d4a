/* Pages become a PDF file.  libharu and hb-subset end here. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "layout/page.h"

struct pdf_options {
    const char *producer; /* program name and version */
    const char *date;     /* creation date "D:YYYYMMDDHHmmSSZ"; NULL: none is written */
    bool compress;
};

/* The file's bytes in `out`; false when a library failed, which is reported in `diags` with what was being written. */
bool pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_options *options, struct buf *out,
               struct diags *diags);

#endif
