-- expect: states 9 transitions 12; exit 0
-- One producer, one consumer, and a buffer that keeps one slot free.
const SIZE: 3;
type Slot: 0..SIZE - 1; Item: 0..2;
var buffer: array [Slot] of Item; head, tail: Slot; sent, received: Item; got: Item;
startstate begin
  undefine buffer; head := 0; tail := 0; sent := 0; received := 0; got := 2;
end;
rule "produce" (head + 1) % SIZE != tail ==> begin
  buffer[head] := sent; head := (head + 1) % SIZE; sent := (sent + 1) % 3;
end;
rule "consume" head != tail ==> begin
  got := buffer[tail]; undefine buffer[tail]; tail := (tail + 1) % SIZE;
  received := (received + 1) % 3;
end;
invariant "in order" (got + 1) % 3 = received;
invariant "what is free is undefined"
  forall s: Slot do isundefined(buffer[s]) = !((s - tail + SIZE) % SIZE < (head - tail + SIZE) % SIZE) end;
