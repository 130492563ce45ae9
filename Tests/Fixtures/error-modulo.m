-- expect: states 3 transitions 4; runtime violated at 1; exit 14
var x: -1..1;
startstate begin x := 1; end;
rule "down" x > -1 ==> begin x := x - 1; end;
rule "guarded by modulo" 3 % x = 0 ==> begin x := 1; end;
