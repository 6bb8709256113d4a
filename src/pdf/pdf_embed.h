/* A face is cut down to the characters that were drawn and put into the file.  hb-subset ends here. */
#ifndef PDF_EMBED_H
#define PDF_EMBED_H

#include "pdf/pdf_font.h"
#include "pdf/pdf_haru.h"

/* Fills `dict`, which the pages refer to, with the font.  False, with a finding, when the face cannot be embedded. */
bool pdf_embed(struct haru *haru, struct pdf_font *font, HPDF_Dict dict);

#endif
