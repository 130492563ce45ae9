-- expect: states 4 transitions 6; "still small" violated at 4; exit 14
-- The failing step leads nowhere.
var x: 0..9;
startstate begin x := 0; end;
rule "up" begin
  assert "always" x >= 0;
  assert x < 3 "still small";
  x := x + 1;
end;
rule "back" x > 0 ==> begin x := x - 1; end;
