/* Which files each input becomes. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include <stdbool.h>
#include <stddef.h>

struct cli_outputs {
    char **paths; /* one for each input, in their order; "-" is standard output */
    size_t count;
    char *folder;  /* to be made before the first file is written; NULL: none */
    char **others; /* of reports beside an input's own, as they come */
    size_t other_count;
};

/*
 * Plans them.  `output` is what --output says, or NULL:
 *
 *     "-"                            standard output; for one input only
 *     a folder, "NAME/", or anything when there are several inputs
 *                                    NAME.pdf in that folder for NAME.json
 *     else                           that file
 *     not given                      the folder out; standard output for standard input
 *
 * `several`: each input may become several files, so that only a folder will do.  False, and a message has been
 * printed, when it is none, two inputs would become one file, an input would be written over, or memory is out. Nothing
 * is made yet.
 */
bool cli_outputs_plan(struct cli_outputs *outputs, char *const *inputs, size_t count, const char *output, bool several);

/* Where a report of this profile goes that is not its input's own: in a folder "NAME-PROFILE.pdf", else as planned for
 * the input.  NULL, and a message has been printed, when that is another input's file, or memory is out. */
const char *cli_outputs_other(struct cli_outputs *outputs, char *const *inputs, size_t index, const char *profile);
void cli_outputs_release(struct cli_outputs *outputs);

/* Makes the folder, with the folders above it, when it is missing.  False: errno says why. */
bool cli_outputs_make_folder(const struct cli_outputs *outputs);

#endif
