/*
 * Markup within a paragraph: emphasis, links, language, escapes, line ends.
 *
 * This is a reader of its own because CommonMark lets the letters around a star decide whether it may close, which
 * fails beside Thai letters and brackets, and because values must stay literal and keep where they came from
 * (templates/README.md).
 */
#ifndef TEMPLATE_MARKDOWN_INLINE_H
#define TEMPLATE_MARKDOWN_INLINE_H

#include "template/build.h"

/* The runs of a marked text, in which "\n" of the template's stands between lines.  Neighbours of the same look and
 * origin are one run. */
void markdown_inline(struct build *build, const struct marked *text, struct inline_runs *runs);

#endif
