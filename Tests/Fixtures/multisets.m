-- expect: states 71 transitions 280; exit 0
-- A network of unordered messages: equal ones are equal, wherever they stand.
-- not for rumur: it has neither unions nor multisets.
-- pinproof: deadlock off
const N: 2; Max: 3;
type
  Home: enum { home };
  Proc: scalarset(N);
  Node: union { Home, Proc };
  Kind: enum { Req, Ack };
  Msg: record kind: Kind; src: Node; val: 0..1; end;
var
  net: array [Node] of multiset [Max] of Msg;
  owner: Node;
  count: array [Node] of 0..3;

procedure Send(k: Kind; dst: Node; src: Node; v: 0..1);
var m: Msg;
begin
  undefine m;
  m.kind := k; m.src := src;
  if k = Req then m.val := v; end;
  multisetadd(m, net[dst]);
end;

startstate begin
  undefine net; owner := home;
  for n: Node do count[n] := 0; end;
end;

ruleset p: Proc do
  rule "request" multisetcount(i: net[home], true) < Max & owner != p ==>
  begin Send(Req, home, p, 0); end;
  rule "request1" multisetcount(i: net[home], net[home][i].src = p) < 1 & multisetcount(j: net[home], true) < Max ==>
  begin Send(Req, home, p, 1); end;
end;

choose i: net[home] do
  rule "grant" owner = home & ismember(net[home][i].src, Proc) ==>
  begin
    owner := net[home][i].src;
    alias m: net[home][i] do
      Send(Ack, m.src, home, 0);
    end;
    multisetremove(i, net[home]);
  end;
  rule "drop dups" multisetcount(j: net[home], net[home][j].src = net[home][i].src) > 1 ==>
  var s: Node;
  begin
    s := net[home][i].src;
    multisetremovepred(j: net[home], net[home][j].src = s & net[home][j].val = 0);
  end;
end;

ruleset p: Proc do choose i: net[p] do
  rule "release" net[p][i].kind = Ack ==>
  begin
    multisetremove(i, net[p]);
    owner := home;
  end;
end; end;

invariant "few" forall n: Node do multisetcount(i: net[n], true) <= Max end;
