-- expect: states 4 transitions 4; exit 0
-- Printing changes nothing.
type Cell: record a: 0..1; b: boolean end;
var x: 0..3; c: Cell;
startstate begin x := 0; put "start"; end;
rule "next" begin put "x is "; put x + 1; put x; put c; put c.a; x := (x + 1) % 4; end;
