#!/bin/sh
# Re-checks every stored proof with nothing but a solver: proofs/check.sh [z3 | cvc5]
cd "$(dirname "$0")" || exit 2
case "${1:-z3}" in
  cvc5) solver="cvc5 --lang=smt2 --incremental --full-saturate-quant --cegqi-all --tlimit-per=20000" ;;
  *) solver=${1:-z3} ;;
esac
export solver
# As many at a time as there are processors, the largest first; xargs fails where one of them does.
ls -S *.smt2 any-size/*.smt2 any-size/races/*.smt2 | xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
  expected=$(sed -n "s/^; expected: //p" "$1")
  if [ -n "$expected" ] && [ "$($solver "$1")" = "$expected" ]; then
    echo "$1: $(echo "$expected" | wc -l) answers as needed"
  else
    echo "$1: NOT CONFIRMED"
    exit 1
  fi' sh
