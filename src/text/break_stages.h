/* The stages of breaking, in the order in which thai_breaks() runs them; see break_text.h. */
#ifndef TEXT_BREAK_STAGES_H
#define TEXT_BREAK_STAGES_H

#include "text/break_cache.h"
#include "text/break_engines.h"
#include "text/break_text.h"
#include "text/word_list.h"

/* The lists of templates/data/README.md, and the words of the document. */
struct break_lists {
    struct word_list words, document, openers, leaders, titles, places, prefixes, ordinals, particles, units, months,
        abbreviations;
};

struct break_engines {
    struct break_libthai *libthai;
    struct break_icu *icu;
    struct break_cache *cache;
};

/* break_rules.c: classes by the two characters beside each boundary. */
void break_pairs(struct break_text *t);

/* break_runs.c: boundaries of Thai words.  Thai runs are cut out, dotted abbreviations taken off them, and the rest
 * given to both engines: WORD where they agree, SOFT where libthai is alone, else FORCED. */
void break_runs(struct break_text *t, const struct break_lists *lists, const struct break_engines *engines);

/* break_rules.c: boundaries beside scripts that are neither Thai nor Latin, as ICU sees them. */
void break_foreign(struct break_text *t, struct break_icu *icu);

/* break_keep.c: the classes of spaces: what stays together, what parts at a price. */
void break_gaps(struct break_text *t, const struct break_lists *lists);

/* break_words.c: words of the lists stay whole; names behind titles and places too. */
void break_words(struct break_text *t, const struct break_lists *lists);
void break_names(struct break_text *t, const struct break_lists *lists);

/* break_other.c: stretches in other languages, as ICU sees them. */
void break_other(struct break_text *t, struct break_icu *icu, const struct break_stretch *others, size_t count);

/* Fills `utf16` for ICU's line breaker, a unit for each code point; returns their number. */
size_t break_utf16(struct break_text *t);

/* break_rules.c: web and mail addresses; then a way out of long stretches without any break. */
void break_addresses(struct break_text *t);
void break_relieve(struct break_text *t);

#endif
