# One file, several reports.
. "$TOP/tests/cli/lib.sh"
office | sed 's/^{/{"profiles":["measures","months-6","implementation","measures"],"profile":"measures",/' >a.json

# Its own and those that it names, each once.
run 0 --profile=all a.json
is_pdf out/a.pdf
is_pdf out/a-months-6.pdf
is_pdf out/a-implementation.pdf
no_more_than a.json out/a.pdf out/a-months-6.pdf out/a-implementation.pdf

# One of them, into a folder and into a file; its own by name is its own.
run 0 --profile=quarter-2 -o b/ a.json
run 0 --profile=measures -o b/ a.json
run 0 --profile=quarter-2 -o c.pdf a.json
cmp b/a-quarter-2.pdf c.pdf
cmp b/a.pdf out/a.pdf
run 0 --profile=all - <a.json
cmp out/stdin-months-6.pdf out/a-months-6.pdf
rm -rf out b c.pdf

# Several files do not go into one.
run 2 --profile=all -o c.pdf a.json
says 'name a folder: --output=FOLDER/'
run 2 --profile=all -o - a.json
says 'standard output is one'

# Nor does a report take another input's place.
cp a.json a-months-6.json
run 3 --profile=all a.json a-months-6.json
grep -q 'would be written over out/a-months-6.pdf' stderr

# Names that there are.
run 2 --profile=month-6 a.json
says 'there is no profile "month-6"; expected all, measures, quarter-1'
run 2 --fields --profile=measures
says '--profile does not go with --fields'

# A check of each, and nothing said twice.
bad_office | sed 's/^{/{"profiles":["measures"],"profile":"implementation",/' >bad.json
run 1 --check --profile=all bad.json
[ "$(sort stderr | uniq -d | wc -l)" = 0 ]
run 0 --check=json --profile=all a.json
[ "$(grep -c '^  "profile": ' stdout)" = 3 ]
grep -q '^  "profile": "months-6",' stdout

# Every sample can tell of its measures' progress, whatever its template.
for sample in samut-sakhon-2566 pathum-thani-2-2563 nong-khai-1-2566 satun-2567; do
    for profile in quarter-1 months-6 months-12; do
        "$MATTRAKAN" --profile=$profile --dump=text "$TOP/samples/$sample.json" >stdout 2>stderr ||
            give_up "no report $profile of $sample" stderr
        grep -q '^รายงานความก้าวหน้า' stdout || give_up "$profile of $sample tells of no progress" stdout
        ! grep -q '^สารบัญ' stdout || give_up "$profile of $sample has more than the progress" stdout
    done
done
