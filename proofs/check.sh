#!/bin/sh
# Re-checks every stored proof with nothing but a solver: proofs/check.sh [z3 | cvc5]
cd "$(dirname "$0")" || exit 2
case "${1:-z3}" in
  z3) solver="z3 -t:60000" ;;
  cvc5) solver="cvc5 --lang=smt2 --incremental --full-saturate-quant --cegqi-all --tlimit-per=20000" ;;
  *) solver=$1 ;;
esac
if ! command -v -- "${solver%% *}" > /dev/null; then
  echo "check.sh [z3 | cvc5]: there is no solver ${solver%% *}" >&2
  exit 2
fi
export solver
# As many at a time as there are processors, the largest first; xargs fails where one of them does.
ls -S *.smt2 any-size/*.smt2 any-size/races/*.smt2 | tr '\n' '\0' \
  | xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
  expected=$(sed -n "s/^; expected: //p" "$1")
  if [ -n "$expected" ] && [ "$($solver "$1")" = "$expected" ]; then
    echo "$1: $(echo "$expected" | wc -l) answers as needed"
  else
    echo "$1: NOT CONFIRMED"
    exit 1
  fi' sh
