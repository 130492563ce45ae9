-- expect: states 5 transitions 5; "five" vacuous; exit 15
var x: 0..5;
startstate begin x := 0; end;
rule "up" begin x := (x + 1) % 5; cover "wraps" x = 0; end;
cover "four" x = 4;
cover "five" x = 5;
ruleset i: 0..3 do cover "each" x = i; end;
