#!/bin/sh
# debian.sh bookworm|trixie: the README's two commands, `make` and `make
# test`, on a bare Debian: what is committed, in a chroot that has nothing but
# minbase, git, make and ca-certificates.
#
# In $DEBIAN_ROOT stay, between runs: RELEASE, as debootstrap made it;
# RELEASE.run, the copy in which the last run installed and tested, with
# RELEASE.log; RELEASE.debs and npm, what was downloaded.  DEBIAN_MIRROR names
# another mirror than that of this machine.  Exit status: that of the commands;
# 2 if they cannot start.
set -eu

release=${1-}
here=$(realpath "$(dirname "$0")/..")
root=${DEBIAN_ROOT:-/var/tmp/toetssteen-debian}
extra=git,make,ca-certificates

stop() {
	echo "$*" >&2
	exit 2
}

case $release in
bookworm | trixie) ;;
*) stop "Noem een uitgave van Debian: make test-debian" \
	"RELEASE=bookworm of RELEASE=trixie" ;;
esac
[ "$(id -u)" = 0 ] || stop "Dit maakt een Debian in een map, en dat mag" \
	"alleen root. Typ: sudo make test-debian RELEASE=$release"
for tool in debootstrap unshare flock git; do
	command -v $tool >/dev/null || stop "Hier ontbreekt $tool. Typ eerst:" \
		"apt-get install debootstrap util-linux git"
done

# In mounts and processes of our own: none of them outlives this script, even
# if it is killed.
if [ -z "${TOETSSTEEN_INSIDE-}" ]; then
	export TOETSSTEEN_INSIDE=1
	exec unshare --mount --pid --fork --kill-child sh "$0" "$release"
fi

mkdir -p "$root"
root=$(realpath "$root")
bare=$root/$release
run=$bare.run
log=$bare.log
exec 9>"$bare.lock"
flock -n 9 || stop "Er loopt al een proef met $release."
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir -p "$bare.debs/partial" "$root/npm"
echo "Debian $release staat in $bare, deze proef in $run"

# --- a bare machine

# The mirror that this machine uses, if it is a Debian.
mirror() {
	# shellcheck disable=SC2016 # for apt, not for the shell
	apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
		'Origin: Debian' 'Label: Debian' 2>/dev/null | head -n 1
}

if [ ! -d "$bare" ]; then
	echo "debootstrap haalt hem op; dat is één keer nodig en duurt even."
	rm -rf "$bare.part"
	debootstrap --variant=minbase --include=$extra "$release" \
		"$bare.part" "${DEBIAN_MIRROR:-$(mirror)}" >"$log" 2>&1 || {
		tail -n 20 "$log" >&2
		stop "debootstrap is niet gelukt; zie $log"
	}
	rm -f "$bare.part"/var/cache/apt/archives/*.deb
	mv "$bare.part" "$bare"
fi
rm -rf "$run"
cp -a --reflink=auto "$bare" "$run"

# The way to the network is that of this machine: names, proxies and the
# certificates that its administrator added.
cp -L /etc/resolv.conf "$run/etc/resolv.conf"
apt-config dump Acquire 2>/dev/null | grep -i '::proxy' \
	>"$run/etc/apt/apt.conf.d/90host" || true

mount -t proc proc "$run/proc"
mount --rbind /sys "$run/sys"
mount --rbind /dev "$run/dev"
mount --bind "$bare.debs" "$run/var/cache/apt/archives"
mkdir -p "$run/root/.npm"
mount --bind "$root/npm" "$run/root/.npm"

within() { # COMMAND: in the bare machine
	chroot "$run" env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
		PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		${http_proxy:+http_proxy="$http_proxy"} \
		${https_proxy:+https_proxy="$https_proxy"} \
		${no_proxy:+no_proxy="$no_proxy"} sh -c "$1"
}

for certificate in /usr/local/share/ca-certificates/*.crt; do
	[ -f "$certificate" ] || continue
	cp -L "$certificate" "$run/usr/local/share/ca-certificates"
	within 'update-ca-certificates >/dev/null 2>&1'
done

# --- the checkout, and what the tests look for beside it

git clone -q --no-hardlinks "$here" "$run/srv/toetssteen"
[ -z "$(git -C "$here" status --porcelain)" ] ||
	echo "Let op: wat niet is vastgelegd (git commit), doet niet mee."
beside() { # FOLDER FROM
	[ -d "$2" ] || return 0
	mkdir -p "$run/srv/shared/$(dirname "$1")"
	cp -rL "$2" "$run/srv/shared/$1"
}
beside mustache-spec "${MUSTACHE_SPEC:-$here/../shared/mustache-spec}"
beside json-schema-suite \
	"${JSON_SCHEMA_SUITE:-$here/../shared/json-schema-suite}"
beside domein/diwoo-0.9.8 "${DIWOO_XSD:-$here/../shared/domein/diwoo-0.9.8}"

# --- the two commands

installed() { # number of packages and their MB
	within "dpkg-query -W -f '\${Installed-Size}\n'" |
		awk '{ kb += $1 } END { printf "%d %d\n", NR, kb / 1024 }'
}

report=
verdict=0
: >"$log"
step() { # COMMAND: run it, and add a line to the report
	before=$(installed)
	start=$(date +%s)
	echo "== $release: $1"
	{
		status=0
		within "cd /srv/toetssteen && $1" 2>&1 || status=$?
		echo "$status" >"$run/status"
	} | tee "$run/told"
	cat "$run/told" >>"$log"
	status=$(cat "$run/status")
	[ "$status" = 0 ] || verdict=$status
	seconds=$(($(date +%s) - start))
	# shellcheck disable=SC2046,SC2086 # two numbers each
	set -- "$1" $before $(installed)
	report="$report
$release, $1: eindstatus $status na $seconds s; $(($4 - $2)) pakketten van \
$(($5 - $3)) MB geïnstalleerd
$(grep -E '^[0-9]+ (rapport|passed)|^[0-9]+%: Checks|^Mustache spec' \
		"$run/told" | sed 's/^/    /')"
}

step make
step 'make test'
echo "$report"
exit "$verdict"
