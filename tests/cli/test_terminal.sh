. "$TOP/tests/cli/lib.sh"
office >a.json
office >b.json
bad_office >bad.json

# On a terminal (which `script` makes) progress and what was written are shown; elsewhere nothing is.
script -q -e -c true typescript >/dev/null 2>&1 </dev/null || exit 0
on_terminal() {
    script -q -e -c "$MATTRAKAN --template-dir $TOP/tests/templates $*" typescript >/dev/null </dev/null
}

on_terminal a.json b.json
grep -q -F '[2/2] b.json' typescript
grep -q -F 'out/b.pdf: 1 page' typescript
on_terminal a.json
! grep -q -F '[1/1]' typescript
on_terminal a.json bad.json && exit 1 || [ $? = 1 ]
grep -q '/results/total' typescript

# A PDF is not poured over the screen.
on_terminal -o - a.json && exit 1 || [ $? = 2 ]
grep -q 'standard output is a terminal' typescript
! grep -q -a '%PDF' typescript

run 0 a.json b.json
[ ! -s stderr ]
