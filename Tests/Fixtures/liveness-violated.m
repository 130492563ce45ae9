-- expect: states 6 transitions 8; "home" violated at 3; exit 13
-- Beyond the bridge there is no way back.
var place: 0..5;
startstate begin place := 0; end;
rule "walk" place < 2 ==> begin place := place + 1; end;
rule "return" place > 0 & place < 3 ==> begin place := place - 1; end;
rule "bridge" place = 2 ==> begin place := 3; end;
rule "roam" place >= 3 ==> begin place := place = 5 ? 3 : place + 1; end;
liveness "home" place = 0;
liveness "away" place = 4;
