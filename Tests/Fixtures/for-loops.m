-- expect: states 5 transitions 5; exit 0
-- Loops over types and over ranges: upwards, downwards, by steps and with computed bounds.
const N: 3;
var x: 0..N; sum: 0..40; down: 0..40; strides: 0..40;
startstate begin x := 0; sum := 0; down := 0; strides := 0; end;
rule "next" begin
  x := (x + 1) % (N + 1);
  sum := 0; down := 0; strides := 0;
  for i := 0 to x do sum := sum + i; end;
  for i := x to 0 by -1 do down := down * 2 + i; end;
  for i := 1 to 2 * N by 2 do strides := strides + i; end;
  for i := x to x do strides := strides + 1; end;
  for b: boolean do if b then strides := strides + 1; end; end;
  for i := N to x do strides := strides + i; end;
  for i := 0 to N by x + 1 do strides := strides + i; end;
end;
invariant "triangular" sum = x * (x + 1) / 2;
