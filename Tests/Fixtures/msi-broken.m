-- expect: states 42 transitions 252; "coherent" violated at 2; exit 12
-- The writer forgets to invalidate the other caches.
const CACHES: 2;
type Cache: scalarset(CACHES); Value: 0..1; LineState: enum { Invalid, Shared, Modified };
var state: array [Cache] of LineState; data: array [Cache] of Value; latest: Value;
startstate begin for c: Cache do state[c] := Invalid; undefine data[c]; end; latest := 0; end;
ruleset c: Cache do
  rule "read miss" state[c] = Invalid ==> begin state[c] := Shared; data[c] := latest; end;
  rule "evict" state[c] != Invalid ==> begin state[c] := Invalid; undefine data[c]; end;
  ruleset v: Value do
    rule "write" begin state[c] := Modified; data[c] := v; latest := v; end;
  end;
end;
invariant "coherent" forall c: Cache do state[c] != Invalid -> data[c] = latest end;
