. "$TOP/tests/cli/lib.sh"

# The first template of the README, step by step: each block of code goes into the file that is named last before it.
mkdir -p templates/clubs/tables
awk '
/^## / { on = /step by step/ }
on && !inside && match($0, /`[a-z\/-]*\.(json|md)`/) { file = substr($0, RSTART + 1, RLENGTH - 2) }
on && /^ *```/ { inside = !inside; next }
on && inside { sub(/^   /, ""); print >file }' "$TOP/templates/README.md"
"$MATTRAKAN" --template-dir=templates my-clubs.json 2>stderr || give_up 'the template in the README is not good' stderr
[ ! -s stderr ] || give_up 'the template in the README is not quite good' stderr
is_pdf out/my-clubs.pdf
"$MATTRAKAN" --template-dir=templates --dump=document my-clubs.json >stdout
grep -q -F '"เกษตรพอเพียง" /clubs/1/name' stdout
"$MATTRAKAN" --template-dir=templates --dump=text my-clubs.json >stdout
grep -q -x -F 'มีชุมนุมทั้งหมด 2 ชุมนุม ดังนี้' stdout

# It is a folder, found wherever it lies and by no other name.
sed 's/"clubs", "year"/"club", "year"/' my-clubs.json >other.json
run 1 other.json
grep -q -F '"club"' stderr
