-- expect: states 8 transitions 8; exit 0
-- Functions that call themselves.
var n: 0..7; f: 0..21; g: 0..4;
function fibonacci(k: 0..7): 0..21;
begin
  if k < 2 then return k; end;
  return fibonacci(k - 1) + fibonacci(k - 2);
end;
function gcd(a: 0..12; b: 0..12): 0..12;
begin return b = 0 ? a : gcd(b, a % b); end;
startstate begin n := 0; f := 0; g := 4; end;
rule "next" begin
  n := (n + 1) % 8;
  f := fibonacci(n);
  g := gcd(n, 4);
end;
invariant "known values" (n = 7 -> f = 13) & (n = 6 -> f = 8 & g = 2);
