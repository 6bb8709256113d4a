. "$TOP/tests/cli/lib.sh"
office >a.json

run 0 --help
grep -q '^usage: mattrakan' stdout
run 0 --version
grep -q -x 'mattrakan [0-9]*\.[0-9]*\.[0-9]*' stdout
run 0 --check --version a.json
grep -q '^mattrakan ' stdout

run 0 --fields
grep -q '`results`' stdout
run 0 --fields=th
grep -q 'ปีงบประมาณ' stdout
run 2 --fields=fr
says 'there is no "fr"'

run 2
says 'no file given'
run 2 --chekc a.json
says 'unknown option --chekc'
run 2 -x a.json
says 'unknown option -x'
run 2 --dump=modle a.json
says 'unknown stage "modle"'
run 2 --check --dump=model a.json
says 'do not go together'
run 2 --check=yes a.json
says 'there is no "yes"'
run 2 --help=yes
says '--help takes no value'
run 2 a.json -o
says '--output needs a value'
run 2 a.json --output=
says '--output needs a value'
run 2 --dump=model -o x a.json
says '--output does not go with'
run 2 --fields --draft
says '--draft does not go with --fields'
run 2 --draft=yes a.json
says '--draft takes no value'
run 2 --template-dir nowhere a.json
says 'there is no folder nowhere'
run 2 --font-dir a.json a.json
says 'there is no folder a.json'
run 2 --picture-dir nowhere a.json
says 'there is no folder nowhere'
SOURCE_DATE_EPOCH=tomorrow run 2 a.json
says 'SOURCE_DATE_EPOCH'
no_more_than a.json

# What stands behind -- is a file.
run 3 -- --help
says 'cannot read --help'

# The man page and the help text know the same options.
"$MATTRAKAN" --help | grep -o -e '--[a-z-]*' | sort -u >help.list
sed -n 's/^\.It.* Fl -\([a-z-]*\).*/--\1/p' "$TOP/src/mattrakan.1" | sort -u >man.list
diff help.list man.list

# Results that cannot be printed are not lost silently.
"$MATTRAKAN" --help >/dev/full 2>stderr && exit 1 || [ $? = 3 ]
says 'cannot write to standard output: No space left on device'
