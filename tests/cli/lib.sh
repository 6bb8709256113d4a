# What command line tests share.  Each test runs in an empty folder of its own; MATTRAKAN is the program, TOP the
# project.

# A small report.
office() {
    "$TOP/tests/tools/pathological" empty
}

# The same with an error of the data.
bad_office() {
    office | sed 's/"total":90.00/"total":190/'
}

# Runs the program and expects this exit status; what it prints goes to the files stdout and stderr.
run() { # STATUS [ARGUMENT...]
    expected=$1 status=0
    shift
    "$MATTRAKAN" --template-dir "$TOP/tests/templates" "$@" >stdout 2>stderr || status=$?
    [ "$status" = "$expected" ] || give_up "exit status $status instead of $expected: mattrakan $*" stderr
}

# Expects one message, with this text in it.
says() { # TEXT
    grep -q -F -e "$1" stderr || give_up "does not say \"$1\"" stderr
    [ "$(wc -l <stderr)" = 1 ] || give_up 'says more than one thing' stderr
}

is_pdf() { # FILE
    [ "$(head -c 5 "$1")" = %PDF- ] && [ "$(tail -c 6 "$1")" = %%EOF ] || give_up "$1 is no whole PDF"
}

no_more_than() { # FILE...: all the files below this folder
    printf '%s\n' "$@" stdout stderr | sort >expected.list
    find . -type f ! -name expected.list ! -name found.list | sed 's,^\./,,' | sort >found.list
    diff expected.list found.list || give_up 'other files than expected'
    rm expected.list found.list
}

give_up() { # WHAT [FILE]
    echo "$1"
    [ $# -lt 2 ] || cat "$2"
    exit 1
}
