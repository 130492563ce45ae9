-- expect: states 144 transitions 420; exit 0
-- Constants computed from constants, and every kind of scalar type.
const
  LOW: -2;
  HIGH: LOW + 5;
  WIDE: (HIGH - LOW) * 2 / 5;
  FLAG: true;
type
  Level: LOW..HIGH;
  Color: enum { Red, Green, Blue };
  Bit: boolean;
const LAST: HIGH;
var
  level: Level;
  color: Color;
  bit: Bit;
  nameless: enum { Left, Right };
  offset: -1..WIDE;
startstate begin
  level := LOW; color := Red; bit := !FLAG; nameless := Left; offset := -1;
end;
rule "rise" level < LAST ==> begin level := level + 1; end;
rule "paint" begin
  if color = Red then color := Green; elsif color = Green then color := Blue;
  else color := Red; end;
end;
rule "flip" color = Blue ==> begin bit := !bit; nameless := bit ? Right : Left; end;
rule "shift" offset < WIDE ==> begin offset := offset + 1; end;
invariant "bit and side go together" bit = (nameless = Right);
invariant "bounds" LOW <= level & level <= HIGH & offset <= WIDE;
