# usage: awk -v reader=NAME -f roundtrip.awk TEXT GOT NAME [EXTRA...]     (in the C locale: strings are bytes)
# Compares what a reader gives (GOT, pages ended by form feeds) with the text units of TEXT; see roundtrip.
#
# The reader's text is read from left to right.  At each place there are several ways to go on: the rest of a unit that
# the last page end cut, the next unit, something extra, or a piece of a unit of which the rest is on the next page.
# They are tried in this order; a way that leads nowhere is given up for the one before it.

BEGIN {
    for (i = 3; i < ARGC; i++) {
        if (i > 3) extra[++extras] = squeeze(ARGV[i])
        ARGV[i] = ""
    }
    LEADER = "^(\\.|\342\200\246|\302\267)"
    NUMBER = "^([0-9]+|(\340\271[\220-\231])+|[ivxlc]+|\340\270[\201-\256])"
    DEFERRED = 30
}

FILENAME == ARGV[1] {
    if ((line = squeeze($0)) != "") {
        unit[++units] = line
        if (!(line in is_unit) && !(length(line) in has_length)) {
            has_length[length(line)] = 1
            lengths[++length_count] = length(line)
        }
        is_unit[line] = 1
    }
    next
}

{
    n = split($0, part, "\f")
    for (i = 1; i <= n; i++) {
        if (i > 1) end_page()
        if ((line = squeeze(part[i])) != "") add_line(line)
    }
}

END {
    if (page_text[pages + 1] != "") end_page()
    if (!search()) {
        if (far_page > pages) far_page = pages
        printf "%s: page %d: expected %s\n    but found %s\n", reader, far_page, far_expected, far_found
        exit 1
    }
    printf "%s: %d units on %d pages\n", reader, units, pages
}

# ---- reading

# Without white space, of ASCII and Unicode, and without characters that are never drawn.
function squeeze(s) {
    gsub(/[ \t\r\n\v]|\302\240|\342\200[\200-\213]|\342\201\240|\343\200\200|\357\273\277/, "", s)
    return s
}

# Notes where lines end, where the first and the last line of the page stand when they may be page numbers, and lines
# that may be catchwords.
function add_line(s,    k, at) {
    k = pages + 1
    at = length(page_text[k]) + 1
    last_size = is_number(s) ? length(s) : 0
    last_at = at
    if (at == 1) number_at[k, at] = last_size
    if (s ~ /^\/.*(\.\.\.|\342\200\246)$/) catchword_at[k, at] = s
    page_text[k] = page_text[k] s
    line_end[k, length(page_text[k]) + 1] = 1
}

function end_page() {
    pages++
    if (last_size) number_at[pages, last_at] = last_size
    last_size = 0
    page_text[pages + 1] = ""
}

# Arabic or Thai digits, a Thai letter, or a Roman number; dashes or brackets around it.
function is_number(s) {
    gsub(/^(-|\(|\342\200[\223\224])+|(-|\)|\342\200[\223\224])+$/, "", s)
    return s ~ /^([0-9]+|(\340\271[\220-\231])+|\340\270[\201-\256]|[ivxlc]+)$/ && length(s) <= 15
}

# The words of the line that stands there, "/words...", when the next page has them.
function is_catchword(page, at,    s) {
    s = catchword_at[page, at]
    gsub(/^\/|(\.\.\.|\342\200\246)$/, "", s)
    return s != "" && index(page_text[page + 1], s) > 0
}

# ---- searching

# A state is a page, a place in its text, the number of units begun, whether none has begun on this page, the rests open
# from the page before, and the rests for the page behind; rests are "UNIT:FROM " lists.  Each level of the search has a
# state and the ways left to try.
function search(    depth, way, space, limit) {
    depth = 1
    limit = 5 * units + 200000
    set_state(1, 1, 1, 0, 1, "", "")
    while (depth > 0 && ++steps < limit) {
        if (s_page[depth] > pages) {
            if (s_units[depth] == units && s_open[depth] == "") return 1
            note(pages + 1, depth, 1)
            depth--
        } else if ((space = index(s_ways[depth], " ")) == 0) {
            if (!s_all[depth]) more_ways(depth)
            else given_up[state(depth--)] = 1
        } else {
            way = substr(s_ways[depth], 1, space - 1)
            s_ways[depth] = substr(s_ways[depth], space + 1)
            take(depth, way)
            if (!(state(depth + 1) in given_up)) depth++
        }
    }
    return 0
}

function state(depth) {
    return s_page[depth] " " s_at[depth] " " s_units[depth] " " s_fresh[depth] "/" s_open[depth] "/" s_later[depth]
}

function set_state(depth, page, at, begun, fresh, open, later) {
    s_page[depth] = page
    s_at[depth] = at
    s_units[depth] = begun
    s_fresh[depth] = fresh
    s_open[depth] = open
    s_later[depth] = later
    s_all[depth] = 0
    s_ways[depth] = page > pages ? "" : first_ways(depth, page, at, begun, open)
}

# Ways are letters with a length: R rest, U unit, E extra, r and u the same cut, D the next unit comes on the next page
# (a paragraph in a cell of a row that is cut, before the words of the next cell), N the next page.
function first_ways(depth, page, at, begun, open,    list, rest, n) {
    note(page, depth, at)
    if (at > length(page_text[page])) {
        s_all[depth] = open != ""
        return open == "" ? "N " : ""
    }
    rest = first_rest(open)
    n = begun < units ? length(unit[begun + 1]) : 0
    if (rest != "" && substr(page_text[page], at, length(rest)) == rest) list = "R" length(rest) " "
    if (n && substr(page_text[page], at, n) == unit[begun + 1])
        list = list "U" n " "
    return list
}

# The ways that are seldom right.
function more_ways(depth,    page, at, begun, list, rest) {
    s_all[depth] = 1
    page = s_page[depth]; at = s_at[depth]; begun = s_units[depth]
    if (at > length(page_text[page])) return
    rest = first_rest(s_open[depth])
    list = extras_at(page, at, s_fresh[depth])
    if (rest != "") list = list cuts("r", common(rest, page, at), length(rest), rest)
    if (begun < units)
        list = list cuts("u", common(unit[begun + 1], page, at), length(unit[begun + 1]), unit[begun + 1])
    if (begun < units && deferred(s_later[depth], begun) < DEFERRED) list = list "D0 "
    s_ways[depth] = list
}

# How many of the last units have been put off whole.
function deferred(later, begun,    n) {
    while (later ~ (" " (begun - n) ":1 $") || later == ((begun - n) ":1 ")) {
        sub(/[0-9]+:1 $/, "", later)
        n++
    }
    return n + 0
}

function first_rest(open,    pair) {
    if (open == "") return ""
    split(substr(open, 1, index(open, " ") - 1), pair, ":")
    return substr(unit[pair[1]], pair[2])
}

# The longest first: in almost all cases it is right.
function cuts(letter, n, whole, s,    list, tries) {
    if (n == whole) n--
    for (tries = 0; n > 0 && tries < 8; n--) {
        if (substr(s, n + 1, 1) ~ /[\200-\277]/) continue
        list = list letter n " "
        tries++
    }
    return list
}

# A unit stands once more at the begin of a page (the head of a table); a page number ends a line of the contents.
function extras_at(page, at, fresh,    list, n, i, rest) {
    if (number_at[page, at]) list = list "E" number_at[page, at] " "
    if (is_catchword(page, at)) list = list "E" length(catchword_at[page, at]) " "
    rest = substr(page_text[page], at, 400)
    if (match(rest, LEADER "+")) list = list dots(page, at, RLENGTH)
    for (i = 1; i <= extras; i++)
        if (substr(rest, 1, length(extra[i])) == extra[i]) list = list "E" length(extra[i]) " "
    for (i = 1; i <= length_count; i++) {
        n = lengths[i]
        if (!(substr(page_text[page], at, n) in is_unit)) continue
        if (fresh) list = list "E" n " "
    }
    return list
}

# Leaders of n bytes, with the page number behind them or alone.
function dots(page, at, n) {
    return (match(substr(page_text[page], at + n, 20), NUMBER) ? numbers(page, at, n) : "") "E" n " "
}

# What ends behind the number of RLENGTH bytes that was found, or behind a part of it; first what ends a line.
function numbers(page, at, n,    list, size) {
    for (size = n + RLENGTH; size > n; size--) {
        if ((page, at + size) in line_end) list = "E" size " " list
        else list = list "E" size " "
    }
    return list
}

# How many bytes of s stand at that place of the page.
function common(s, page, at,    t, low, high, middle) {
    t = substr(page_text[page], at, length(s))
    if (s == t) return length(s)
    high = length(t) < length(s) ? length(t) : length(s)
    if (high < length(s)) s = substr(s, 1, high)
    if (high < length(t)) t = substr(t, 1, high)
    if (s == t) return high
    while (low + 1 < high) {
        middle = int((low + high) / 2)
        if (substr(s, 1, middle) == substr(t, 1, middle)) low = middle
        else high = middle
    }
    return low
}

# Goes the way: the next level of the search.
function take(depth, way,    kind, n, page, at, begun, open, later, pair) {
    kind = substr(way, 1, 1)
    n = substr(way, 2) + 0
    page = s_page[depth]; at = s_at[depth]; begun = s_units[depth]; open = s_open[depth]; later = s_later[depth]
    if (kind == "N") {
        s_matched[depth + 1] = s_matched[depth]
        set_state(depth + 1, page + 1, 1, begun, 1, later, "")
        return
    }
    if (kind == "u" || kind == "D") later = later (begun + 1) ":" (n + 1) " "
    if (kind == "u" || kind == "D" || kind == "U") begun++
    if (kind == "r") {
        split(substr(open, 1, index(open, " ") - 1), pair, ":")
        later = later pair[1] ":" (pair[2] + n) " "
    }
    if (kind == "r" || kind == "R") open = substr(open, index(open, " ") + 1)
    s_matched[depth + 1] = s_matched[depth] + (kind == "E" ? 0 : n)
    set_state(depth + 1, page, at + n, begun, s_fresh[depth] && begun == s_units[depth], open, later)
}

# For the message: the place with most of the units behind it.
function note(page, depth, at,    rest) {
    if (far_page && s_matched[depth] < far_matched + (page <= pages)) return
    far_matched = s_matched[depth]
    far_page = page
    rest = first_rest(s_open[depth])
    far_expected = rest != "" ? "the rest \"" rest "\"" : \
        s_units[depth] < units ? "unit " (s_units[depth] + 1) " \"" unit[s_units[depth] + 1] "\"" : "nothing more"
    far_found = at > length(page_text[page]) ? "the page's end" : "\"" substr(page_text[page], at, 150) "\""
}
