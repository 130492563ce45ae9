/// Members of a scalarset `T` of size `N` that are marked and owned: claims that hold and claims that
/// some steps break, about counts, quantifiers, members, and what loops change.
package let marks = """
  const N: 2;
  type T: scalarset(N); Count: 0..N;
  var marked: array[T] of boolean; owner: array[T] of T; marks: Count; last: T;
  function counted(): Count; var n: Count;
  begin n := 0; for t: T do if marked[t] then n := n + 1; end; end; return n; end;
  function owned(o: T): Count; var n: Count;
  begin n := 0; for t: T do if owner[t] = o then n := n + 1; end; end; return n; end;
  startstate begin
    marks := 0; undefine last; for t: T do marked[t] := false; owner[t] := t; end;
  end;
  ruleset t: T do
    rule "mark" !marked[t] ==> begin marked[t] := true; marks := marks + 1; last := t; end;
    rule "unmark" marked[t] ==> begin marked[t] := false; marks := marks - 1; end;
    rule "unmark all" begin
      for u: T do marked[u] := false; owner[u] := t; end; marks := 0; undefine last;
    end;
    rule "take" !isundefined(last) & last != t ==> begin owner[last] := t; end;
  end;
  invariant "counted" marks = counted();
  invariant "none" marks = 0;
  invariant "one" counted() <= 1;
  invariant "all" forall t: T do marked[t] end;
  invariant "some" exists t: T do marked[t] end;
  invariant "own" forall t: T do owner[t] = t end;
  invariant "owned once" forall t: T do owned(t) <= 1 end;
  invariant "the last is marked" isundefined(last) | marked[last];
  """
