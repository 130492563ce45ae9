-- expect: states 27 transitions 74; exit 0
-- Quantifiers over types and ranges, nested, in guards, bodies and properties.
type Node: scalarset(3);
var edge: array [Node] of array [Node] of boolean; connected: boolean;
startstate begin
  for a: Node do for b: Node do edge[a][b] := false; end; end;
  connected := false;
end;
ruleset a: Node; b: Node do
  rule "link" a != b & !edge[a][b] & !edge[b][a] ==> begin
    edge[a][b] := true;
    connected := forall x: Node do exists y: Node do x != y & (edge[x][y] | edge[y][x]) end end;
  end;
end;
rule "reset" connected ==> begin
  clear edge; connected := false;
end;
invariant "no edge both ways"
  !exists x: Node do exists y: Node do edge[x][y] & edge[y][x] end end;
invariant "ranges" (forall i := 0 to 6 by 3 do i % 3 = 0 end) & (exists i := 4 to 1 by -1 do i = 2 end);
