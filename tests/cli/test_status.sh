. "$TOP/tests/cli/lib.sh"
office >good.json
bad_office >bad.json

run 1 bad.json
says '/results/total'
grep -q '^bad.json:1:[0-9]* ' stderr
[ ! -e out ]

# The highest of any; the others are done all the same.
run 1 good.json bad.json
is_pdf out/good.pdf
run 3 bad.json missing.json good.json
[ ! -e out/bad.pdf ]

# An earlier PDF stays when the data is wrong.
echo earlier >out/bad.pdf
run 1 bad.json
[ "$(cat out/bad.pdf)" = earlier ]
no_more_than good.json bad.json out/good.pdf out/bad.pdf

run 0 --check good.json
grep -q '^good.json: good: pages: 1, ' stdout
run 1 --check good.json bad.json
grep -q '^bad.json: not good: errors: 1, ' stdout
grep -q '^good.json: good' stdout

# For programs: everything on standard output.
run 1 --check=json bad.json
[ ! -s stderr ]
grep -q '"pointer": "/results/total"' stdout
grep -q '"status": "bad"' stdout
run 0 --check=json good.json
grep -q '"status": "good"' stdout

# From standard input.
run 1 --check - <bad.json
grep -q '^stdin:1:[0-9]* /results/total' stderr

# Every stage can be printed, and prints something of its own.
for stage in model analysis document pages; do
    run 0 --dump=$stage good.json
    [ -s stdout ]
    [ ! -s stderr ]
    mv stdout "stage.$stage"
done
[ "$(cat stage.* | cksum)" != "$(cat stage.model stage.model stage.model stage.model | cksum)" ]
cmp -s stage.model stage.analysis && exit 1
run 1 --dump=model bad.json
[ ! -s stdout ]
