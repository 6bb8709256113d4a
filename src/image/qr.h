/* QR codes.  libqrencode ends here. */
#ifndef IMAGE_QR_H
#define IMAGE_QR_H

#include "base/arena.h"

#include <stdbool.h>

/* White that must stay around a code, modules (ISO/IEC 18004, 9.1). */
enum { QR_QUIET = 4 };

/* Square, error correction level M; the quiet zone is not part of it. */
struct qr {
    size_t size;      /* modules on a side */
    const bool *dark; /* size * size, row by row */
};

/* The code of a text (UTF-8); NULL when it is empty or longer than a code can hold (2,331 bytes; more of digits). */
const struct qr *qr_encode(struct arena *arena, const char *text);

#endif
