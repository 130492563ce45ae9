#!/bin/sh
# Re-checks every stored proof with nothing but a solver: proofs/check.sh [z3 | cvc5]
set -u
cd "$(dirname "$0")" || exit 2
solver=${1:-z3}
case "$solver" in
  cvc5) solver="cvc5 --lang=smt2 --incremental --full-saturate-quant --cegqi-all --tlimit-per=20000" ;;
esac
expected=$(mktemp) || exit 2
trap 'rm -f "$expected"' EXIT
status=0
for proof in *.smt2 any-size/*.smt2; do
  sed -n 's/^; expected: //p' "$proof" > "$expected"
  if [ -s "$expected" ] && $solver "$proof" | cmp -s - "$expected"; then
    echo "$proof: $(wc -l < "$expected") answers as needed"
  else
    echo "$proof: NOT CONFIRMED"
    status=1
  fi
done
exit $status
