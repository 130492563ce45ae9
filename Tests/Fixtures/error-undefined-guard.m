-- expect: states 3 transitions 4; deadlock violated at 1; runtime violated at 1; exit 14
var x: 0..3; y: boolean;
startstate begin x := 0; y := true; end;
rule "forget" x = 0 ==> begin undefine y; x := 1; end;
rule "ask" y ==> begin x := (x + 2) % 4; end;
rule "reset" x > 1 ==> begin x := 0; y := true; end;
