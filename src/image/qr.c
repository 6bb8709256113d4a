#include "image/qr.h"

#include <errno.h>

#include <qrencode.h>

static void close_code(void *code)
{
    QRcode_free(code);
}

const struct qr *qr_encode(struct arena *arena, const char *text)
{
    errno = 0;
    QRcode *code = *text ? QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) : NULL;
    if (!code && errno == ENOMEM)
        arena_escape(arena);
    if (!code)
        return NULL;
    arena_defer(arena, close_code, code);
    struct qr *qr = arena_new_of(arena, struct qr);
    qr->size = (size_t)code->width;
    bool *dark = arena_array(arena, bool, qr->size * qr->size);
    for (size_t i = 0; i < qr->size * qr->size; i++)
        dark[i] = code->data[i] & 1;
    qr->dark = dark;
    return qr;
}
