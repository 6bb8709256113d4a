/* What the office's JSON says of sections: those it adds ("sections") and leaves out ("omit"). */
#ifndef TEMPLATE_SECTIONS_CHECK_H
#define TEMPLATE_SECTIONS_CHECK_H

#include "template/build.h"

/* Names that there are not, and free sections that say nothing or too much, are errors; reads what the sections of the
 * library that the office asks for need. */
void sections_check(struct build *build);

/* True when "omit" names the section. */
bool sections_omitted(const struct build *build, const char *name);

#endif
