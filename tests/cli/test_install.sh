. "$TOP/tests/cli/lib.sh"

# Installed, the program finds its templates and fonts; uninstalled, nothing is left.
staged=$PWD/staged
make --no-print-directory -C "$TOP" -o "${MATTRAKAN#"$TOP"/}" install DESTDIR="$staged" PREFIX=/opt/m >log
sample=$(ls "$TOP"/samples/*.json | head -n 1)
"$staged/opt/m/bin/mattrakan" -o installed.pdf "$sample"
"$MATTRAKAN" -o here.pdf "$sample"
cmp installed.pdf here.pdf
[ -s "$staged/opt/m/share/man/man1/mattrakan.1" ]
make --no-print-directory -C "$TOP" uninstall DESTDIR="$staged" PREFIX=/opt/m >>log
[ -z "$(find staged -type f)" ]
