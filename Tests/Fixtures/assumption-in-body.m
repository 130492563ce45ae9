-- expect: states 15 transitions 31; exit 0
-- A step whose assumption is false is not taken.
var x: 0..7; fuel: 0..3;
startstate begin x := 0; fuel := 3; end;
ruleset d: 1..3 do
  rule "jump" fuel > 0 ==> begin
    assume "no overshoot" x + d <= 7;
    x := x + d; fuel := fuel - 1;
  end;
end;
rule "rest" fuel = 0 ==> begin x := 0; fuel := 3; end;
rule "wait" x = 7 ==> begin x := 0; end;
invariant "sevens need two jumps" x = 7 -> fuel <= 0;
