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
