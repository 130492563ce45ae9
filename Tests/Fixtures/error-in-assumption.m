-- expect: states 2 transitions 3; runtime violated at 2; exit 14
var x: 0..2;
startstate begin x := 2; end;
rule "down" begin x := x - 1; end;
rule "up" x < 2 ==> begin x := x + 1; end;
assume "whole" 4 % x = 0;
