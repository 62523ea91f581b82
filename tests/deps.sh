#!/bin/sh
# deps.sh PACKAGE...: install the Debian packages that are not there yet.
set -eu

have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
	sed -n 's/ installed$//p') || true
missing=
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
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || {
		echo "Vraag een beheerder om te installeren:$missing" >&2
		exit 2
	}
	sudo=sudo
fi
echo "Nodig en nog niet geïnstalleerd:$missing"
$sudo apt-get update -qq
# shellcheck disable=SC2086 # one word a package
$sudo env DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -qq --no-install-recommends $missing >/dev/null
echo "Geïnstalleerd."
