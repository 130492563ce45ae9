-- expect: states 3 transitions 3; deadlock violated at 2; runtime violated at 2; exit 14
-- A wide value does not fit into a narrow variable.
var wide: 0..5; narrow: 0..3;
startstate begin wide := 0; narrow := 0; end;
rule "widen" wide < 5 ==> begin wide := wide + 4 <= 5 ? wide + 4 : 5; end;
rule "copy" begin narrow := wide; wide := 0; end;
