. "$TOP/tests/cli/lib.sh"

# The JSON in the READMEs is good, and the message that they show is what the program says.
for readme in README.md README.th.md; do
    awk '/^```json/ { inside = 1; next } /^```/ { inside = 0 } inside' "$TOP/$readme" >my-office.json
    "$MATTRAKAN" --check my-office.json >stdout 2>stderr || give_up "the JSON in $readme is not good" stderr
    message=$(sed -n 's/^    \(my-office.json:.*\)/\1/p' "$TOP/$readme")
    sed 's/97\.75/197.75/' my-office.json >wrong.json && mv wrong.json my-office.json
    "$MATTRAKAN" --check my-office.json >stdout 2>stderr && exit 1 || [ $? = 1 ]
    grep -q -x -F -e "$message" stderr || give_up "$readme shows another message: $message" stderr
done

# What the samples show: no row of the table is missing, and the cases and samples that it names are there.
readme=$TOP/samples/README.md
sed -n 's/^| \(T*[0-9][0-9]*\) | .*/\1/p' "$readme" >rows.list
{ seq 1 74 && seq -f 'T%g' 1 15; } | diff - rows.list || give_up 'rows of the table are missing'
for case in $(grep -o '`\(audit\|layout\|render\)/[A-Za-z0-9-]*`' "$readme" | tr -d '`'); do
    [ -e "$TOP/tests/cases/$case.json" ] || give_up "samples/README.md names $case, which is not there"
done
for sample in $(grep -o '`[a-z0-9-]*-[0-9]*\.json`' "$readme" | tr -d '`'); do
    [ -e "$TOP/samples/$sample" ] || give_up "samples/README.md names $sample, which is not there"
done
