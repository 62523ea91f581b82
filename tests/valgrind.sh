#!/bin/sh
# valgrind.sh -- run a program under valgrind; status 99 if it finds a fault
#
# With the words of a command: that command.  As TOETSSTEEN, the program that
# the suites start: then the first word is one of its own, such as build.
case $1 in
*/*) ;;
*) set -- "$(dirname "$0")/../gen/build/toetssteen" "$@" ;;
esac
exec valgrind -q --error-exitcode=99 --leak-check=full \
	--suppressions="$(dirname "$0")/valgrind.supp" \
	--show-leak-kinds=definite --errors-for-leak-kinds=definite "$@"
