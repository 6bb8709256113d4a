. "$TOP/tests/cli/lib.sh"
office >a.json
mkdir folder locked

run 3 missing.json
says 'cannot read missing.json: No such file or directory'
run 3 folder
says 'cannot read folder: it is a folder; expected a JSON file'
run 3 a.json/b.json
says 'cannot read a.json/b.json: Not a directory'

echo earlier >earlier.pdf
untouched() {
    [ "$(cat earlier.pdf)" = earlier ] || give_up 'the earlier PDF was touched'
    [ -z "$(find . -name '*.tmp')" ] || give_up 'a temporary file is left'
}

run 3 -o nowhere/a.pdf a.json
says 'cannot write nowhere/a.pdf: No such file or directory'
run 3 -o a.json/ a.json
says 'cannot make the folder a.json/: Not a directory'
run 3 -o /dev/full a.json
says 'cannot write /dev/full: No space left on device'
run 3 -o /proc/a.pdf a.json
says 'cannot write /proc/a.pdf: '
"$MATTRAKAN" --template-dir "$TOP/tests/templates" -o - a.json >/dev/full 2>stderr && exit 1 || [ $? = 3 ]
says 'cannot write to standard output: No space left on device'

# A file that grows past the limit, as on a full disk; the counts of coverage would hit the limit, too.
case $MATTRAKAN in
*/coverage/*) ;;
*)
    (ulimit -f 1 && run 3 -o earlier.pdf a.json)
    says 'cannot write earlier.pdf: File too large'
    untouched
    ;;
esac

# A full disk, where one can be made.
if [ "$(id -u)" = 0 ] && mkdir disk && mount -t tmpfs -o size=16k tmpfs disk 2>/dev/null; then
    trap 'umount disk' EXIT
    echo earlier >disk/a.pdf
    head -c 65536 /dev/zero >disk/filler 2>/dev/null || true
    run 3 -o disk/ a.json
    says 'cannot write disk/a.pdf: No space left on device'
    [ "$(cat disk/a.pdf)" = earlier ]
    [ "$(ls -A disk | wc -l)" = 2 ]
fi

# Places where nothing may be written; root may write anywhere.
if [ "$(id -u)" != 0 ]; then
    chmod a-w locked earlier.pdf
    run 3 -o locked/a.pdf a.json
    says 'cannot write locked/a.pdf: Permission denied'
    run 3 -o earlier.pdf a.json
    says 'cannot write earlier.pdf: Permission denied'
    untouched
    chmod u+w locked earlier.pdf
fi

# Ended at any moment: the file is the earlier one or the whole new one, and nothing half done stays.
"$TOP/tests/tools/pathological" many-sections >long.json
for wait in 0.01 0.02 0.04 0.08 0.16 0.32; do
    timeout -s TERM "$wait" "$MATTRAKAN" --template-dir "$TOP/tests/templates" -o earlier.pdf long.json 2>stderr || true
    [ "$(cat earlier.pdf)" = earlier ] || is_pdf earlier.pdf
    [ -z "$(find . -name '*.tmp')" ] || give_up 'a temporary file is left'
    echo earlier >earlier.pdf
done
