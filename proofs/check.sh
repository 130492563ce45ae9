#!/bin/sh
# Re-checks every stored proof with nothing but a solver: proofs/check.sh [z3 | cvc5]
set -eu
cd "$(dirname "$0")"
case "${1:-z3}" in
  cvc5) solver="cvc5 --lang=smt2 --incremental --tlimit-per=20000" ;;
  *) solver="${1:-z3}" ;;
esac
for proof in *.smt2 any-size/*.smt2; do
  sed -n 's/^; expected: //p' "$proof" > "${TMPDIR:-/tmp}/expected.$$"
  $solver "$proof" | cmp -s - "${TMPDIR:-/tmp}/expected.$$" || { echo "$proof: REFUSED"; exit 1; }
  echo "$proof: $(wc -l < "${TMPDIR:-/tmp}/expected.$$") answers as needed"
done
rm -f "${TMPDIR:-/tmp}/expected.$$"
