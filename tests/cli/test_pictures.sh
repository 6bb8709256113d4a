. "$TOP/tests/cli/lib.sh"
mkdir -p here/pictures elsewhere/pictures
with_picture() { # PATH
    office | sed 's|"sections":\[\]|"sections": [{"title": "ภาพ", "blocks": [{"type": "figure", "file": "'"$1"'", "alt": "ภาพ"}]}]|'
}

# Beside the file and below; not elsewhere unless a folder is named.
with_picture pictures/a.jpg >here/a.json
run 1 here/a.json
says 'picture "pictures/a.jpg" cannot be read'
cp "$TOP/samples/pathum-thani-2-2563/office.jpg" elsewhere/pictures/a.jpg
run 1 here/a.json
run 0 --picture-dir=elsewhere -o far.pdf here/a.json
is_pdf far.pdf

# The one beside the file comes first.
cp "$TOP/samples/pathum-thani-2-2563/documents.jpg" here/pictures/a.jpg
run 0 --picture-dir=elsewhere -o near.pdf here/a.json
is_pdf near.pdf
! cmp -s far.pdf near.pdf

# No file leads out of these folders by itself.
with_picture ../elsewhere/pictures/a.jpg >here/b.json
run 1 --picture-dir=elsewhere here/b.json
says 'is outside'
with_picture "$PWD/elsewhere/pictures/a.jpg" >here/b.json
run 1 --picture-dir=elsewhere here/b.json
says 'is outside'
