-- expect: states 4 transitions 6; runtime violated at 0; exit 14
var x: 0..3;
ruleset i: 1..4 do startstate begin x := i; end; end;
rule "down" x > 0 ==> begin x := x - 1; end;
rule "up" x < 3 ==> begin x := x + 1; end;
