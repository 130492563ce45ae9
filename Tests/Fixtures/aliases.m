-- expect: states 16 transitions 40; exit 0
-- Alias statements and alias rules: other names for places, and for what they stand for at the
-- time.
type Index: 0..1; Cell: record count: 0..2; flag: boolean end;
var cells: array [Index] of Cell; turn: Index;
startstate begin
  for i: Index do
    alias c: cells[i] do c.count := 0; c.flag := false; end;
  end;
  turn := 0;
end;
ruleset i: Index do
  alias mine: cells[i]; theirs: cells[1 - i]; do
    rule "count" mine.count < 2 & !theirs.flag ==> begin
      mine.count := mine.count + 1;
      alias n: mine.count; f: mine.flag; do
        if n = 2 then f := true; end;
      end;
    end;
    rule "clear" mine.flag ==> begin clear mine; end;
    invariant "flag at two" mine.flag = (mine.count = 2);
  end;
end;
rule "pass on" begin
  alias here: cells[turn] do
    turn := 1 - turn;
    if here.count = 1 then here.count := 0; end;
  end;
end;
