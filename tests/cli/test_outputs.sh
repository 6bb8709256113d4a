. "$TOP/tests/cli/lib.sh"
office >a.json
office >b.json
mkdir c && office >c/a.json

# The folder out is the default, and is made.
run 0 a.json b.json
is_pdf out/a.pdf
is_pdf out/b.pdf
cmp out/a.pdf out/b.pdf

# A file, a folder that is there, folders that are not.
run 0 -o report.pdf a.json
is_pdf report.pdf
run 0 -o c a.json
is_pdf c/a.pdf
run 0 --output=d/e/ a.json
is_pdf d/e/a.pdf
run 0 -of a.json b.json
is_pdf f/b.pdf
cmp report.pdf f/b.pdf
no_more_than a.json b.json c/a.json c/a.pdf d/e/a.pdf f/a.pdf f/b.pdf out/a.pdf out/b.pdf report.pdf

# Standard input and output.
"$MATTRAKAN" --template-dir "$TOP/tests/templates" - <a.json >piped.pdf
cmp piped.pdf report.pdf
run 0 -o - a.json
cmp stdout report.pdf
"$TOP/tests/tools/pathological" many-sections >long.json
run 0 -o long.pdf long.json
cat long.json | "$MATTRAKAN" --template-dir "$TOP/tests/templates" - | cmp - long.pdf
run 0 -o g/ - <a.json
cmp g/stdin.pdf report.pdf

# Two reports for one place.
run 2 a.json c/a.json
says 'a.json and c/a.json would both be written to out/a.pdf'
run 2 -o - a.json b.json
says 'a.json and b.json would both be written to standard output'
run 2 -o a.json a.json
says 'a.json would be written over itself'

# The file behind a link is replaced, the link stays.
ln -s report.pdf link.pdf
: >report.pdf
run 0 -o link.pdf a.json
[ -h link.pdf ]
is_pdf report.pdf

# A device is written to, not replaced.
run 0 -o /dev/null a.json
[ -c /dev/null ]

# A date is noted only when it is given.
run 0 -o dated.pdf a.json
! grep -a -q CreationDate dated.pdf
SOURCE_DATE_EPOCH=86400 run 0 -o dated.pdf a.json
grep -a -q 'D:19700102000000Z' dated.pdf
