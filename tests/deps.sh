#!/bin/sh
# deps.sh [--check] [--node] PACKAGE...: install the Debian packages that are
# not there yet; with --node also npm and what it puts in tests/node_modules.
# --check installs nothing: it names what is not there, and what to type.
set -eu

check=
node=
for option; do
	case $option in
	--check) check=1 ;;
	--node) node=1 ;;
	*) break ;;
	esac
	shift
done
tests=$(dirname "$0")

have_modules() {
	cmp -s "$tests/package-lock.json" "$tests/node_modules/.toetssteen"
}

missing=
have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
	sed -n 's/ installed$//p') || true
for package; do
	case "
$have
" in
	*"
$package
"*) ;;
	*) missing="$missing $package" ;;
	esac
done
# npm may have come with a Node that is not Debian's
[ -z "$node" ] || command -v npm >/dev/null || missing="$missing nodejs npm"

if [ -n "$check" ]; then
	[ -z "$node" ] || have_modules || missing="$missing tests/node_modules"
	[ -z "$missing" ] || {
		echo "Hier ontbreekt nog:$missing" >&2
		echo "Dit installeert het: make test-deps" >&2
		exit 2
	}
	exit 0
fi

get="apt-get install -y --no-install-recommends$missing"

refuse() { # WHY: end with the command for whoever may install
	printf '%s\n%s\n\n    %s\n\n' "$1" \
		"Vraag een beheerder om deze opdracht te geven:" \
		"apt-get update && $get" >&2
	exit 2
}

# What apt tells of its progress (Status-Fd), as lines that grow: "Ophalen 10
# 20 …", and faults as they are.  Returns the status that the last line tells.
show_progress() {
	phase=
	while IFS=: read -r kind item percent text; do
		case $kind in
		dlstatus) now='Ophalen    ' ;;
		pmstatus) now='Installeren' ;;
		ended) [ -z "$phase" ] || echo " %"; return "$item" ;;
		[EW] | Err* | dpkg* | sudo*)
			[ -z "$phase" ] || echo
			echo "$kind:$item${percent:+:$percent}${text:+:$text}" >&2
			phase=
			continue
			;;
		*) continue ;;
		esac
		if [ "$now" != "$phase" ]; then
			[ -z "$phase" ] || echo " %"
			printf '%s' "$now"
			phase=$now
			tenths=0
		fi
		while [ $((tenths + 10)) -le "${percent%%[.,]*}" ]; do
			tenths=$((tenths + 10))
			printf ' %s' $tenths
		done
	done
}

if [ -n "$missing" ]; then
	sudo=
	echo "Nodig en nog niet geïnstalleerd:$missing"
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null ||
			refuse "U mag op deze computer zelf niets installeren."
		sudo=sudo
	fi
	echo "Installeren duurt een paar minuten. Eerst de lijst van pakketten."
	$sudo apt-get update -qq || refuse "Dat lukt niet."
	{
		status=0
		# shellcheck disable=SC2086 # words of a command
		$sudo env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
			$get -qq -o APT::Status-Fd=1 </dev/null 2>&1 ||
			status=$?
		echo "ended:$status"
	} | show_progress || refuse "Installeren is niet gelukt."
	echo "Geïnstalleerd."
fi

if [ -n "$node" ] && ! have_modules; then
	echo "npm haalt op wat alleen de tests nodig hebben."
	cd "$tests"
	npm ci --loglevel=error >/dev/null
	cp package-lock.json node_modules/.toetssteen
fi
