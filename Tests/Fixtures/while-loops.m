-- expect: states 16 transitions 16; exit 0
-- While loops, with a return out of one.
var n: 0..15; bits: 0..4; root: 0..3;
function isqrt(v: 0..15): 0..3;
  var r: 0..4;
begin
  r := 0;
  while true do
    if (r + 1) * (r + 1) > v then return r; end;
    r := r + 1;
  end;
end;
startstate begin n := 0; bits := 0; root := 0; end;
rule "next"
  var rest: 0..15;
begin
  n := (n + 1) % 16;
  rest := n; bits := 0;
  while rest > 0 do
    bits := bits + rest % 2;
    rest := rest / 2;
  endwhile;
  root := isqrt(n);
end;
invariant "square root" root * root <= n & n < (root + 1) * (root + 1);
invariant "few bits" bits <= 4 & (bits = 4 -> n = 15);
