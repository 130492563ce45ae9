-- expect: states 24 transitions 92; exit 0
/* Every way to write the same thing: upper case, other signs, long ends, no semicolons,
   and comments of both kinds. */
CONST N: 2
TYPE
  T: 0..N;
  R: RECORD a: T; b: BOOLEAN; ENDRECORD
VAR r: R s: ARRAY [T] OF BOOLEAN;
FUNCTION twice(t: T): T BEGIN RETURN (2 * t) % (N + 1) ENDFUNCTION
PROCEDURE set(VAR t: T; v: T) BEGIN t := v; ENDPROCEDURE
STARTSTATE BEGIN r.a := 0; r.b := FALSE; FOR t: T DO s[t] := TRUE; ENDFOR; ENDSTARTSTATE
RULE "one" r.a == 0 && s[0] ==> BEGIN set(r.a, 1); ENDRULE -- a comment
RULE "two" r.a ≠ 0 ∧ ¬r.b ==> BEGIN r.a := twice(r.a); IF r.a = 2 THEN r.b := TRUE; ENDIF; ENDRULE
RULE "three" r.b || s[1] ==> BEGIN r.b := FALSE; s[1] := FALSE; r.a := 0; ENDRULE
RULESET t: T DO
  RULE "four" t ≤ r.a ∨ t ≥ 2 ⇒ BEGIN s[t] := !s[t]; ENDRULE
ENDRULESET
INVARIANT (FORALL t: T DO t >= 0 ENDFORALL) & (EXISTS t: T DO t = N ENDEXISTS) "ends"
invariant "implies" r.b → r.a ≠ 1 ∨ true;
