-- expect: states 6 transitions 20; exit 0
-- Multisets in records and arrays, copied, passed on, chosen from twice; elements of one value.
-- not for rumur: it has no multisets.
-- pinproof: deadlock off
type
  P: scalarset(2);
  Coin: enum { penny, dime };
  Purse: record coins: multiset [2] of Coin; owner: P; end;
var
  purses: array [P] of Purse;
  marks: multiset [2] of record end;
  total: 0..4;

function worth(var c: multiset [2] of Coin): 0..4;
begin
  return multisetcount(i: c, c[i] = penny) + multisetcount(i: c, c[i] = dime) * 2;
end;

startstate begin
  for p: P do clear purses[p]; purses[p].owner := p; multisetadd(penny, purses[p].coins); end;
  total := 0;
end;

ruleset p: P; q: P do
  choose i: purses[p].coins do
    rule "give" p != q & multisetcount(j: purses[q].coins, true) < 2 ==> var c: Coin; begin
      c := purses[p].coins[i];
      multisetremove(i, purses[p].coins);
      multisetadd(c, purses[q].coins);
      total := worth(purses[q].coins);
    end;
    choose j: purses[p].coins do
      rule "change" i != j & purses[p].coins[i] = penny & purses[p].coins[j] = penny ==> begin
        multisetremovepred(k: purses[p].coins, true);
        multisetadd(dime, purses[p].coins);
        return;
      end;
    end;
    cover "dime" purses[p].coins[i] = dime;
    invariant "coins" purses[p].coins[i] = penny | purses[p].coins[i] = dime;
  end;
  rule "swap" p != q & isundefined(total) ==> var kept: Purse; begin
    kept := purses[p]; purses[p] := purses[q]; purses[q] := kept;
  end;
  rule "split" multisetcount(k: purses[p].coins, purses[p].coins[k] = dime) = 1 & p != q
    & multisetcount(k: purses[p].coins, true) = 1 ==>
  begin
    alias c: purses[p].coins do
      clear c; multisetadd(penny, c); multisetadd(penny, c);
    end;
  end;
end;
