# Does the tool that reads PDFs back see what is wrong?  What readers would give is written down here.

cat >units <<'TEXT'
หัวข้อ
ตัวชี้วัด
กขคงจ
ฉชซ
ฌญ
1
2
TEXT

compare() { # EXTRA...
    LC_ALL=C awk -v reader=test -f "$TOP/tests/tools/roundtrip.awk" units got test "$@" >said
}

accepted() { # TEXT [EXTRA...]
    printf "$1" >got
    shift
    compare "$@" || { cat got said; exit 1; }
}

refused() { # TEXT SAID
    printf "$1" >got
    if compare; then
        echo 'accepted:'
        cat got
        exit 1
    fi
    grep -q -F -e "$2" said || { cat said; exit 1; }
}

accepted 'หัวข้อ ตัวชี้วัด\nก ข ค\nงจ ฉชซ\nฌญ 12\n\f'
accepted '3\nหัวข้อ\nตัวชี้วัด\nกขคงจฉชซฌญ\n1 2\n\f\n- ๔ -\n\f'
# a row cut at the end of the page, under a head that is repeated
accepted 'หัวข้อ\nตัวชี้วัด\nกขค\nฉช\n7\n\fตัวชี้วัด\nงจ\nซ ฌญ 1 2\n8\n\f'
accepted 'หัวข้อ\nตัวชี้วัด\nกขค\n\fตัวชี้วัด(ต่อ)\nงจ\nฉชซ ฌญ 1 2\n\f' '(ต่อ)'
# the same, with two paragraphs in the first cell
accepted 'หัวข้อ\nตัวชี้วัด\nกขค\nฌ\n\fตัวชี้วัด\nงจ\nฉชซ\nญ\n1 2\n\f'
# catchwords
accepted 'หัวข้อ\nตัวชี้วัด\nกข\n/คงจ ฉชซ...\n\f- 2 -\nคงจ ฉชซ ฌญ 1 2\n\f'
# contents
accepted 'หัวข้อ ..... 1\nตัวชี้วัด . . 12\n\fกขคงจ ฉชซ ฌญ 1 2\n\f'

refused 'หัวข้อ ตัวชี้วัด กขงจ ฉชซ ฌญ 1 2\n\f' 'but found "งจ'
refused 'หัวข้อ ตัวชี้วัด กขคงจ ฉชซ ฌญ 1\n\f' 'expected unit 7 "2"'
refused 'หัวข้อ ตัวชี้วัด กขคงจ ฉชซ ฌญ ฌญ 1 2\n\f' 'but found "ฌญ12"'
refused 'หัวข้อ ตัวชี้วัด กขคงจ ฉชซ ฌญ QQ 1 2\n\f' 'but found "QQ12"'
refused 'หัวข้อ ตัวชี้วัด ฉชซ กขคงจ ฌญ 1 2\n\f' 'but found "กขคงจ'
refused 'หัวข้อ\n7\nตัวชี้วัด กขคงจ ฉชซ ฌญ 1 2\n\f' 'expected'
refused 'หัวข้อ ตัวชี้วัด กขค ฉชซ ฌญ 1 2\n\f' 'expected the rest "งจ"'
refused 'หัวข้อ\nตัวชี้วัด\nกข\n/ฉชซ...\n\fคงจ ฉช ซ ฌญ 1\n\f' 'expected the rest "2"'
refused 'หัวข้อ\nตัวชี้วัด\nกข\n/คจ...\n\fคงจ ฉชซ ฌญ 1 2\n\f' 'but found "/คจ...'
refused 'หัวข้อ\nตัวชี้วัด ..... 1\nตัวชี้วัด ..... 2\nกขคงจ ฉชซ ฌญ 1 2\n\f' 'expected'
refused '' 'expected unit 1'
