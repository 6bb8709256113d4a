/* Web and mail addresses in running text: they are never broken with a hyphen, and their digits are left alone. */
#ifndef BASE_WEB_H
#define BASE_WEB_H

#include <stddef.h>

enum web_kind {
    WEB_NONE,
    WEB_URL,  /* with a scheme, "www." or a host name of a well-known top domain: "obec.go.th/ita" */
    WEB_MAIL, /* "name@host" */
};

/* What begins at `at`; the offset behind it goes to `end`.  Punctuation that closes a sentence or bracket is not part
 * of an address.  Only looks where the character before could not belong to the same address. */
enum web_kind web_address(const char *text, size_t length, size_t at, size_t *end);

#endif
