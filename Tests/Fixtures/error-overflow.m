-- expect: states 5 transitions 5; runtime violated at 4; exit 14
-- The product leaves 64 bits.
-- not for rumur: its values are 32 bits wide here
const BIG: 3037000500;
var x: 0..4;
startstate begin x := 0; end;
rule "up" x < 4 ==> begin x := x + 1; end;
rule "square" x > 2 ==> begin if (BIG + x - 3) * BIG > 0 then x := 0; end; end;
rule "reset" x = 4 ==> begin x := 0; end;
