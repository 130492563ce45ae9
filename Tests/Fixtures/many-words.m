-- expect: states 24 transitions 24; exit 0
-- A state of several words, in which each cell can change.
const N: 11;
var bits: array [0..N] of 0..200; at: 0..N;
startstate begin for i: 0..N do bits[i] := i; end; at := 0; end;
rule "touch" bits[at] = at ==> begin bits[at] := 200 - at; at := (at + 1) % (N + 1); end;
rule "untouch" bits[at] != at ==> begin bits[at] := at; at := (at + 1) % (N + 1); end;
invariant "either" forall i: 0..N do bits[i] = i | bits[i] = 200 - i end;
