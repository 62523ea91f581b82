#!/bin/sh
# bench_typst.sh PROGRAM: measure beside Typst, if it is installed.
set -eu
cd "$(dirname "$0")/.."
package=@myriaddreamin/typst-ts-node-compiler

PEERS_NPM=$(realpath "${PEERS_NPM:-tests}")
export PEERS_NPM
if [ -d "$PEERS_NPM/node_modules/$package" ]; then
	exec node tests/bench_typst.mjs "$1"
fi
echo "Typst is niet gemeten. Doe npm install $package" \
	"in een map en zet die map in PEERS_NPM."
