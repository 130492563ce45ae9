-- expect: states 250 transitions 409; exit 0
-- A sequence lock: a reader that saw an even and unchanged number has read a consistent pair.
type Seq: 0..5; Writer: enum { Idle, Odd, First, Second }; Reader: enum { Start, A, B, Check, Done };
var seq: Seq; a, b: 0..1; writer: Writer; reader: Reader; seen: Seq; x, y: 0..1;
startstate begin
  seq := 0; a := 0; b := 0; writer := Idle; reader := Start;
end;
rule "writer: odd" writer = Idle & seq < 4 ==> begin seq := seq + 1; writer := Odd; end;
rule "writer: a" writer = Odd ==> begin a := 1 - a; writer := First; end;
rule "writer: b" writer = First ==> begin b := 1 - b; writer := Second; end;
rule "writer: even" writer = Second ==> begin seq := seq + 1; writer := Idle; end;
rule "reader: begin" reader = Start & seq % 2 = 0 ==> begin seen := seq; reader := A; end;
rule "reader: a" reader = A ==> begin x := a; reader := B; end;
rule "reader: b" reader = B ==> begin y := b; reader := Check; end;
rule "reader: retry" reader = Check & seq != seen ==> begin reader := Start; end;
rule "reader: done" reader = Check & seq = seen ==> begin reader := Done; end;
rule "again" reader = Done & seq = 4 ==> begin seq := 0; reader := Start; end;
rule "reader: again" reader = Done & seq < 4 ==> begin reader := Start; end;
invariant "consistent" reader = Done -> x = y;
cover "torn" reader = Check & x != y;
