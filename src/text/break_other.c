/* Stretches in a language other than Thai: lines end where Unicode's rules let them, as ICU knows them. */
#include "text/break_stages.h"

enum { PLACE = 1, OTHER = 2 }; /* in `work`: a line may begin here; the character belongs to such a stretch */

static void mark_stretches(struct break_text *t, const struct break_stretch *others, size_t count)
{
    size_t next = 0;
    for (size_t i = 0; i <= t->count; i++) {
        while (next < count && others[next].to <= t->at[i])
            next++;
        t->work[i] = next < count && t->at[i] >= others[next].from ? OTHER : 0;
    }
}

static void mark_places(struct break_text *t, struct break_icu *icu)
{
    int32_t next;
    break_icu_lines(icu, t->utf16, break_utf16(t));
    while ((next = break_icu_next(icu)) > 0 && (size_t)next < t->count)
        t->work[next] |= PLACE;
}

/* Thai words among the others keep what was found for them. */
static bool is_other(const struct break_text *t, size_t i)
{
    return (t->work[i] & OTHER) && (t->work[i - 1] & OTHER) && t->type[i] != BREAK_THAI &&
           t->type[i - 1] != BREAK_THAI && (t->known[i] & BREAK_CLUSTER) && t->breaks[i] != TEXT_BREAK_LINE;
}

void break_other(struct break_text *t, struct break_icu *icu, const struct break_stretch *others, size_t count)
{
    if (!count)
        return;
    mark_stretches(t, others, count);
    mark_places(t, icu);
    for (size_t i = 1; i < t->count; i++) {
        if (!is_other(t, i))
            continue;
        if (t->work[i] & PLACE)
            t->breaks[i] = t->type[i - 1] == BREAK_SPACE ? TEXT_BREAK_SPACE : TEXT_BREAK_WORD;
        else if (t->breaks[i] > TEXT_BREAK_FORCED)
            t->breaks[i] = t->type[i] == BREAK_SPACE ? TEXT_BREAK_NONE : TEXT_BREAK_FORCED;
    }
}
