/* The readers of pictures: any bytes give a fault that says something, or a picture that can be made in any size. */
#include "image/image.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void make(struct arena *arena, const struct image *image, size_t width, size_t height)
{
    const struct image_data *made = image_make(arena, image, width, height);
    if (made && (!made->size || !made->width || !made->height))
        abort();
    if (made && !made->jpeg && made->size != made->width * made->height * (size_t)made->components)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf escape;
    struct arena *arena = arena_new(&escape, 256u << 20);
    if (arena && setjmp(escape) == 0) {
        struct image_fault fault;
        const struct image *image = image_open(arena, data, size, &fault);
        if (!image && (!fault.message || !*fault.message || !fault.expected))
            abort();
        if (image && image->width * image->height <= 1000000) {
            make(arena, image, image->width, image->height);
            make(arena, image, image->width / 3 + 1, image->height / 3 + 1);
        }
    }
    arena_free(arena);
    return 0;
}
