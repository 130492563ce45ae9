-- expect: states 28 transitions 252; exit 0
-- Cache coherence with modified, shared and invalid lines, and values to check it by.
-- pinproof: columns Cache
const CACHES: 3;
type Cache: scalarset(CACHES); Value: 0..1;
  Line: record state: enum { Invalid, Shared, Modified }; data: Value end;
var lines: array [Cache] of Line; memory: Value; latest: Value;
procedure flush(var line: Line);
begin if line.state = Modified then memory := line.data; end; end;
startstate begin
  for c: Cache do lines[c].state := Invalid; undefine lines[c].data; end;
  memory := 0; latest := 0;
end;
ruleset c: Cache do
  rule "read miss" lines[c].state = Invalid ==> begin
    for o: Cache do
      flush(lines[o]);
      if lines[o].state = Modified then lines[o].state := Shared; end;
    end;
    lines[c].state := Shared; lines[c].data := memory;
  end;
  rule "evict" lines[c].state != Invalid ==> begin
    flush(lines[c]); lines[c].state := Invalid; undefine lines[c].data;
  end;
  ruleset v: Value do
    rule "write" begin
      for o: Cache do
        if o != c then
          flush(lines[o]); lines[o].state := Invalid; undefine lines[o].data;
        end;
      end;
      lines[c].state := Modified; lines[c].data := v; latest := v;
    end;
  end;
end;
invariant "one writer" forall a: Cache do forall b: Cache do
  a != b & lines[a].state = Modified -> lines[b].state = Invalid end end;
invariant "coherent" forall c: Cache do lines[c].state != Invalid -> lines[c].data = latest end;
invariant "memory is current" (forall c: Cache do lines[c].state != Modified end) -> memory = latest;
