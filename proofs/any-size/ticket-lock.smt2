(reset)
(set-logic QF_BV)
; an initial state exists
; expected: sat
(declare-const |next@0| (_ BitVec 3))
(declare-const |owner@0| (_ BitVec 3))
(declare-const |ticket[Task_1]@0| (_ BitVec 3))
(declare-const |ticket[Task_2]@0| (_ BitVec 3))
(declare-const |ticket[Task_3]@0| (_ BitVec 3))
(declare-const |step[Task_1]@0| (_ BitVec 3))
(declare-const |step[Task_2]@0| (_ BitVec 3))
(declare-const |step[Task_3]@0| (_ BitVec 3))
(assert (and (and (bvule |next@0| #b100) (bvule |owner@0| #b100) (bvule |ticket[Task_1]@0| #b100) (bvule |ticket[Task_2]@0| #b100) (bvule |ticket[Task_3]@0| #b100) (bvule |step[Task_1]@0| #b100) (bvule |step[Task_2]@0| #b100) (bvule |step[Task_3]@0| #b100)) (and (= |next@0| #b001) (= |owner@0| #b001) (= |ticket[Task_1]@0| #b000) (= |ticket[Task_2]@0| #b000) (= |ticket[Task_3]@0| #b000) (= |step[Task_1]@0| #b001) (= |step[Task_2]@0| #b001) (= |step[Task_3]@0| #b001))))
(check-sat)
(reset)
(set-logic QF_BV)
; a transition from an initial state exists
; expected: sat
(declare-const |next@0| (_ BitVec 3))
(declare-const |owner@0| (_ BitVec 3))
(declare-const |ticket[Task_1]@0| (_ BitVec 3))
(declare-const |ticket[Task_2]@0| (_ BitVec 3))
(declare-const |ticket[Task_3]@0| (_ BitVec 3))
(declare-const |step[Task_1]@0| (_ BitVec 3))
(declare-const |step[Task_2]@0| (_ BitVec 3))
(declare-const |step[Task_3]@0| (_ BitVec 3))
(declare-const |next@1| (_ BitVec 3))
(declare-const |owner@1| (_ BitVec 3))
(declare-const |ticket[Task_1]@1| (_ BitVec 3))
(declare-const |ticket[Task_2]@1| (_ BitVec 3))
(declare-const |ticket[Task_3]@1| (_ BitVec 3))
(declare-const |step[Task_1]@1| (_ BitVec 3))
(declare-const |step[Task_2]@1| (_ BitVec 3))
(declare-const |step[Task_3]@1| (_ BitVec 3))
(declare-const |rule@0| (_ BitVec 3))
(declare-const |rule 4@0 t| (_ BitVec 2))
(declare-const |rule 3@0 t| (_ BitVec 2))
(declare-const |rule 2@0 t| (_ BitVec 2))
(declare-const |rule 0@0 t| (_ BitVec 2))
(define-fun ?0 () Bool (= |rule@0| #b100))
(define-fun ?1 () Bool (bvule |rule 4@0 t| #b10))
(define-fun ?2 () Bool (= |rule 4@0 t| #b00))
(define-fun ?3 () Bool (= |rule 4@0 t| #b01))
(define-fun ?4 () (_ BitVec 3) (ite ?2 |step[Task_1]@0| (ite ?3 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?5 () Bool (and ?1 (= ?4 #b100)))
(define-fun ?6 () Bool (= |owner@0| #b000))
(define-fun ?7 () Bool (= |owner@0| #b100))
(define-fun ?8 () (_ BitVec 3) (ite ?7 #b000 |owner@0|))
(define-fun ?9 () Bool (= |rule@0| #b011))
(define-fun ?10 () Bool (bvule |rule 3@0 t| #b10))
(define-fun ?11 () Bool (= |rule 3@0 t| #b00))
(define-fun ?12 () Bool (= |rule 3@0 t| #b01))
(define-fun ?13 () (_ BitVec 3) (ite ?11 |step[Task_1]@0| (ite ?12 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?14 () Bool (= ?13 #b011))
(define-fun ?15 () (_ BitVec 3) (ite ?11 |ticket[Task_1]@0| (ite ?12 |ticket[Task_2]@0| |ticket[Task_3]@0|)))
(define-fun ?16 () Bool (and ?10 ?14))
(define-fun ?17 () Bool (= |rule@0| #b010))
(define-fun ?18 () Bool (bvule |rule 2@0 t| #b10))
(define-fun ?19 () Bool (= |rule 2@0 t| #b00))
(define-fun ?20 () Bool (= |rule 2@0 t| #b01))
(define-fun ?21 () (_ BitVec 3) (ite ?19 |step[Task_1]@0| (ite ?20 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?22 () Bool (and ?18 (= ?21 #b010)))
(define-fun ?23 () (_ BitVec 3) (ite ?19 |ticket[Task_1]@0| (ite ?20 |ticket[Task_2]@0| |ticket[Task_3]@0|)))
(define-fun ?24 () Bool (= ?23 #b000))
(define-fun ?25 () Bool (= ?23 #b100))
(define-fun ?26 () (_ BitVec 3) (ite ?25 #b000 ?23))
(define-fun ?27 () Bool (= |rule@0| #b000))
(define-fun ?28 () Bool (bvule |rule 0@0 t| #b10))
(define-fun ?29 () Bool (= |rule 0@0 t| #b00))
(define-fun ?30 () Bool (= |rule 0@0 t| #b01))
(define-fun ?31 () (_ BitVec 3) (ite ?29 |step[Task_1]@0| (ite ?30 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?32 () Bool (and ?28 (= ?31 #b001)))
(define-fun ?33 () Bool (= |next@0| #b000))
(define-fun ?34 () Bool (and ?32 ?33))
(define-fun ?35 () Bool (= |next@0| #b100))
(define-fun ?36 () (_ BitVec 3) (ite ?35 #b000 |next@0|))
(define-fun ?37 () Bool (= |rule@0| #b001))
(define-fun ?38 () Bool (= |rule 0@0 t| #b10))
(define-fun ?39 () Bool (= |rule 4@0 t| #b10))
(assert (and (and (bvule |next@0| #b100) (bvule |owner@0| #b100) (bvule |ticket[Task_1]@0| #b100) (bvule |ticket[Task_2]@0| #b100) (bvule |ticket[Task_3]@0| #b100) (bvule |step[Task_1]@0| #b100) (bvule |step[Task_2]@0| #b100) (bvule |step[Task_3]@0| #b100)) (and (= |next@0| #b001) (= |owner@0| #b001) (= |ticket[Task_1]@0| #b000) (= |ticket[Task_2]@0| #b000) (= |ticket[Task_3]@0| #b000) (= |step[Task_1]@0| #b001) (= |step[Task_2]@0| #b001) (= |step[Task_3]@0| #b001))))
(assert (and (and (bvule |next@1| #b100) (bvule |owner@1| #b100) (bvule |ticket[Task_1]@1| #b100) (bvule |ticket[Task_2]@1| #b100) (bvule |ticket[Task_3]@1| #b100) (bvule |step[Task_1]@1| #b100) (bvule |step[Task_2]@1| #b100) (bvule |step[Task_3]@1| #b100)) (and (or (and ?0 (and ?5 (not (or (and ?1 (= ?4 #b000)) (and ?5 ?6) (and (and ?5 (not ?7)) ?6) (and ?5 (bvult #b011 ?8)))))) (and ?9 (and (and ?10 (and ?14 (= |owner@0| ?15))) (not (or (and ?10 (= ?13 #b000)) (and ?16 ?6) (and ?16 (= ?15 #b000)))))) (and ?17 (and ?22 (not (or (and ?18 (= ?21 #b000)) (and ?22 ?24) (and (and ?22 (not ?25)) ?24) (and ?22 (bvult #b011 ?26)))))) (and ?27 (and ?32 (not (or (and ?28 (= ?31 #b000)) ?34 ?34 (and (and ?32 (not ?35)) ?33) (and ?32 (bvult #b011 ?36))))))) (and (= |next@1| (ite ?27 (bvadd ?36 #b001) (ite ?37 |next@0| (ite ?17 (bvadd ?26 #b001) |next@0|)))) (= |owner@1| (ite ?27 |owner@0| (ite ?37 |owner@0| (ite ?17 |owner@0| (ite ?9 |owner@0| (ite ?0 (bvadd ?8 #b001) |owner@0|)))))) (= |ticket[Task_1]@1| (ite ?27 (ite ?29 |next@0| |ticket[Task_1]@0|) (ite ?37 |ticket[Task_1]@0| (ite ?17 |ticket[Task_1]@0| (ite ?9 |ticket[Task_1]@0| (ite ?0 (ite ?2 #b000 |ticket[Task_1]@0|) |ticket[Task_1]@0|)))))) (= |ticket[Task_2]@1| (ite ?27 (ite ?30 |next@0| |ticket[Task_2]@0|) (ite ?37 |ticket[Task_2]@0| (ite ?17 |ticket[Task_2]@0| (ite ?9 |ticket[Task_2]@0| (ite ?0 (ite ?3 #b000 |ticket[Task_2]@0|) |ticket[Task_2]@0|)))))) (= |ticket[Task_3]@1| (ite ?27 (ite ?38 |next@0| |ticket[Task_3]@0|) (ite ?37 |ticket[Task_3]@0| (ite ?17 |ticket[Task_3]@0| (ite ?9 |ticket[Task_3]@0| (ite ?0 (ite ?39 #b000 |ticket[Task_3]@0|) |ticket[Task_3]@0|)))))) (= |step[Task_1]@1| (ite ?27 (ite ?29 #b011 |step[Task_1]@0|) (ite ?37 |step[Task_1]@0| (ite ?17 (ite ?19 #b011 |step[Task_1]@0|) (ite ?9 (ite ?11 #b100 |step[Task_1]@0|) (ite ?0 (ite ?2 #b001 |step[Task_1]@0|) |step[Task_1]@0|)))))) (= |step[Task_2]@1| (ite ?27 (ite ?30 #b011 |step[Task_2]@0|) (ite ?37 |step[Task_2]@0| (ite ?17 (ite ?20 #b011 |step[Task_2]@0|) (ite ?9 (ite ?12 #b100 |step[Task_2]@0|) (ite ?0 (ite ?3 #b001 |step[Task_2]@0|) |step[Task_2]@0|)))))) (= |step[Task_3]@1| (ite ?27 (ite ?38 #b011 |step[Task_3]@0|) (ite ?37 |step[Task_3]@0| (ite ?17 (ite (= |rule 2@0 t| #b10) #b011 |step[Task_3]@0|) (ite ?9 (ite (= |rule 3@0 t| #b10) #b100 |step[Task_3]@0|) (ite ?0 (ite ?39 #b001 |step[Task_3]@0|) |step[Task_3]@0|))))))))))
(check-sat)
(reset)
(set-logic ALL)
(push 1)
; initiation: start state "the lock is free": mutual exclusion
; expected: unsat
; step: start state "the lock is free"
; keeps: 1
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!0 |scalarset to TASKS - 1|)) true))))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": a ticket has one owner
; expected: unsat
; step: start state "the lock is free"
; keeps: 2
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!0 |scalarset to TASKS - 1|)) true))))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": some waiting ticket is called next
; expected: unsat
; step: start state "the lock is free"
; keeps: 3
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(define-fun ?0 () Bool (exists ((!0 |scalarset to TASKS - 1|)) false))
(assert (and ?0 (not ?0)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: start state "the lock is free"
; keeps: 4
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: tickets are drawn from those that wait to be called
; expected: unsat
; step: start state "the lock is free"
; keeps: 5
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: every ticket that was drawn is still held
; expected: unsat
; step: start state "the lock is free"
; keeps: 7
; assumes:
; assertions:
(assert (not (forall ((!0 Int)) true)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions: 1 3
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (and ?0 (< ?1 |next|)))
(assert (or ?2 (and (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1)))) (not ?2))))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |next|) (<= |next| ?1)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": mutual exclusion
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 1
; assumes: 1
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'33|) 2 (|step| !0)) 3) (= (ite (= !1 |t'33|) 2 (|step| !1)) 3)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 3) (= (|step| !1) 3)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": a ticket has one owner
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 2
; assumes: 2 4 5 6
; assertions: 4 5 7 8 16 22 23 24 25
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (+ (+ (- 1) |TASKS|) 1))
(define-fun ?3 () Int (- |next| |owner|))
(define-fun ?4 () Bool (= |sum 0| (+ (+ (- 1) |SPARE|) |TASKS|)))
(define-fun ?5 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (ite (= !1 |t'33|) true (|ticket defined| !1))) (= (ite (= !0 |t'33|) |next| (|ticket| !0)) (ite (= !1 |t'33|) |next| (|ticket| !1)))) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) ?2)))
(assert (<= |sum 0| ?2))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(assert (<= 0 |sum 0|))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (and (|ticket defined| !0) (|ticket defined| !1)) (= (|ticket| !0) (|ticket| !1))) (not (= !0 !1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|ticket defined| !0) (not (< (ite (not (< (|ticket| !0) |owner|)) (- (|ticket| !0) |owner|) (- (+ (+ (- (|ticket| !0) |owner|) |TASKS|) |SPARE|) 1)) |sum 0|))))))
(assert (not (and (not (= (ite (not (< |next| |owner|)) ?3 (- (+ (+ ?3 |TASKS|) |SPARE|) 1)) (ite ?4 0 |sum 0|))) (not (or ?5 (and (not ?4) ?5))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error, evaluating a ticket has one owner
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (ite (= !1 |t'33|) true (|ticket defined| !1))) (not (ite (= !0 |t'33|) true (|ticket defined| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (ite (= !1 |t'33|) true (|ticket defined| !1))) (not (ite (= !1 |t'33|) true (|ticket defined| !1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": some waiting ticket is called next
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 3
; assumes: 4 6 7
; assertions: 4 5 16 18 19 22 23 24
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (+ (+ (- 1) |TASKS|) 1))
(define-fun ?3 () Int (- |next| |owner|))
(define-fun ?4 () Bool (= |sum 0| (+ (+ (- 1) |SPARE|) |TASKS|)))
(define-fun ?5 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'33|) 2 (|step| !0)) 2)) (not (exists ((!0 |scalarset to TASKS - 1|)) (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (= (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) ?2)))
(assert (<= |sum 0| ?2))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |next|) (<= |next| ?1)))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (not (and (not (= (ite (not (< |next| |owner|)) ?3 (- (+ (+ ?3 |TASKS|) |SPARE|) 1)) (ite ?4 0 |sum 0|))) (not (or ?5 (and (not ?4) ?5))))))
(assert (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) |sum 0|) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (|ticket defined| !1) (= (|ticket| !1) !0)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error, evaluating some waiting ticket is called next
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'33|) 2 (|step| !0)) 2)) (ite (= !0 |t'33|) true (|ticket defined| !0))) (not (ite (= !0 |t'33|) true (|ticket defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (= !0 |t'33|) true (|ticket defined| !0))) (= (ite (= !0 |t'33|) 2 (|step| !0)) 0)) (not (= (ite (= !0 |t'33|) 2 (|step| !0)) 1))) (not (and (= (ite (= !0 |t'33|) 2 (|step| !0)) 3) (not (= (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error, evaluating lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (ite (= !0 |t'33|) true (|ticket defined| !0))) (= (ite (= !0 |t'33|) 2 (|step| !0)) 0)) (not (= (ite (= !0 |t'33|) 2 (|step| !0)) 1))) (= (ite (= !0 |t'33|) 2 (|step| !0)) 3)) (not (ite (= !0 |t'33|) true (|ticket defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": lemma: tickets are drawn from those that wait to be called
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 5
; assumes: 4 5 6
; assertions: 4 5 8 16 18 19 20 22 23 24
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (|ticket defined| |t'33|))
(define-fun ?3 () Int (+ (+ (- 1) |TASKS|) 1))
(define-fun ?4 () Int (- |next| |owner|))
(define-fun ?5 () Bool (= |sum 0| (+ (+ (- 1) |SPARE|) |TASKS|)))
(define-fun ?6 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (not (< (ite (not (< (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|)) (- (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|) (- (+ (+ (- (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|) |TASKS|) |SPARE|) 1)) (+ |sum 0| (- (ite (ite (= |t'33| |t'33|) true ?2) 1 0) (ite ?2 1 0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) ?3)))
(assert (<= |sum 0| ?3))
(assert (<= 0 |sum 0|))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |next|) (<= |next| ?1)))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|ticket defined| !0)) (and (<= 0 (|ticket| !0)) (<= (|ticket| !0) ?1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|ticket defined| !0) (not (< (ite (not (< (|ticket| !0) |owner|)) (- (|ticket| !0) |owner|) (- (+ (+ (- (|ticket| !0) |owner|) |TASKS|) |SPARE|) 1)) |sum 0|))))))
(assert (not (and (not (= (ite (not (< |next| |owner|)) ?4 (- (+ (+ ?4 |TASKS|) |SPARE|) 1)) (ite ?5 0 |sum 0|))) (not (or ?6 (and (not ?5) ?6))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error, evaluating lemma: tickets are drawn from those that wait to be called
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (|ticket defined| |t'33|))
(define-fun ?3 () Int (+ |sum 0| (- (ite (ite (= |t'33| |t'33|) true ?2) 1 0) (ite ?2 1 0))))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (not (ite (= !0 |t'33|) true (|ticket defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (not (< (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|))) (not (ite (= !0 |t'33|) true (|ticket defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (< (ite (= !0 |t'33|) |next| (|ticket| !0)) |owner|)) (not (ite (= !0 |t'33|) true (|ticket defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (ite (= !0 |t'33|) true (|ticket defined| !0)) (not (and (not (< ?3 0)) (not (< |TASKS| ?3)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": lemma: the distance of the counters is the length of the queue
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 6
; assumes: 4 6
; assertions: 5 8 16 19 22 23
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |next| ?1) 0 (+ |next| 1)))
(define-fun ?3 () Int (- ?2 |owner|))
(define-fun ?4 () Bool (|ticket defined| |t'33|))
(define-fun ?5 () Int (+ |sum 0| (- (ite (ite (= |t'33| |t'33|) true ?4) 1 0) (ite ?4 1 0))))
(define-fun ?6 () Int (+ (+ (- 1) |SPARE|) |TASKS|))
(define-fun ?7 () Bool (= ?5 ?6))
(define-fun ?8 () Bool (not (and (not (< ?5 0)) (not (< |TASKS| ?5)))))
(define-fun ?9 () Int (- |next| |owner|))
(define-fun ?10 () Bool (= |sum 0| ?6))
(define-fun ?11 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 ?2))))) (and (not (= (ite (not (< ?2 |owner|)) ?3 (- (+ (+ ?3 |TASKS|) |SPARE|) 1)) (ite ?7 0 ?5))) (not (or ?8 (and (not ?7) ?8))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (not (and (not (= (ite (not (< |next| |owner|)) ?9 (- (+ (+ ?9 |TASKS|) |SPARE|) 1)) (ite ?10 0 |sum 0|))) (not (or ?11 (and (not ?10) ?11))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error, evaluating lemma: the distance of the counters is the length of the queue
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (|ticket defined| |t'33|))
(define-fun ?3 () Int (+ |sum 0| (- (ite (ite (= |t'33| |t'33|) true ?2) 1 0) (ite ?2 1 0))))
(define-fun ?4 () Bool (and (not (< ?3 0)) (not (< |TASKS| ?3))))
(define-fun ?5 () Bool (not ?4))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (or ?5 (and (and (not (= ?3 (+ (+ (- 1) |SPARE|) |TASKS|))) ?5) ?4))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": lemma: every ticket that was drawn is still held
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 7
; assumes: 4 6 7
; assertions: 4 5 8 16 18 22 23 24
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (|ticket defined| |t'33|))
(define-fun ?3 () Int (+ (+ (- 1) |TASKS|) 1))
(define-fun ?4 () Int (- |next| |owner|))
(define-fun ?5 () Bool (= |sum 0| (+ (+ (- 1) |SPARE|) |TASKS|)))
(define-fun ?6 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (not (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) (+ |sum 0| (- (ite (ite (= |t'33| |t'33|) true ?2) 1 0) (ite ?2 1 0)))) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (ite (= !1 |t'33|) true (|ticket defined| !1)) (= (ite (= !1 |t'33|) |next| (|ticket| !1)) !0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) ?3)))
(assert (<= |sum 0| ?3))
(assert (<= 0 |sum 0|))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |next|) (<= |next| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (not (and (not (= (ite (not (< |next| |owner|)) ?4 (- (+ (+ ?4 |TASKS|) |SPARE|) 1)) (ite ?5 0 |sum 0|))) (not (or ?6 (and (not ?5) ?6))))))
(assert (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) |sum 0|) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (|ticket defined| !1) (= (|ticket| !1) !0)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: fetch_add(next, 1)": no run-time error, evaluating lemma: every ticket that was drawn is still held
; expected: unsat
; step: rule "lock: fetch_add(next, 1)"
; keeps: 8
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'33| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |next| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'33|) 0))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (|ticket defined| |t'33|))
(define-fun ?3 () Int (+ |sum 0| (- (ite (ite (= |t'33| |t'33|) true ?2) 1 0) (ite ?2 1 0))))
(assert (and (and ?0 (not (or (and ?0 (< ?1 |next|)) (and ?0 (< ?1 (ite (= |next| ?1) 0 (+ |next| 1))))))) (or (exists ((!0 Int)) (and (and (<= 0 !0) (<= !0 ?1)) (not (and (not (< ?3 0)) (not (< |TASKS| ?3)))))) (exists ((!0 Int)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (<= 0 !0) (<= !0 ?1)) (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) ?3)) (ite (= !1 |t'33|) true (|ticket defined| !1))) (not (ite (= !1 |t'33|) true (|ticket defined| !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": no run-time error
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 8
; assumes: 4
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Int (|ticket| |t'46|))
(define-fun ?4 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?5 () Bool (= ?3 ?4))
(define-fun ?6 () Bool (and (and ?0 (not ?5)) ?1))
(assert (or ?2 (and ?6 (not ?2)) (and (and ?0 (< ?4 (ite ?5 0 (+ ?3 1)))) (not (or ?2 ?6)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": mutual exclusion
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 1
; assumes: 1
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Int (|ticket| |t'46|))
(define-fun ?3 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?4 () Bool (= ?2 ?3))
(assert (and (and ?0 (not (or (and ?0 ?1) (and (and ?0 (not ?4)) ?1) (and ?0 (< ?3 (ite ?4 0 (+ ?2 1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'46|) 2 (|step| !0)) 3) (= (ite (= !1 |t'46|) 2 (|step| !1)) 3)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 3) (= (|step| !1) 3)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": some waiting ticket is called next
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 3
; assumes: 4
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Int (|ticket| |t'46|))
(define-fun ?3 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?4 () Bool (= ?2 ?3))
(assert (and (and ?0 (not (or (and ?0 ?1) (and (and ?0 (not ?4)) ?1) (and ?0 (< ?3 (ite ?4 0 (+ ?2 1))))))) (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'46|) 2 (|step| !0)) 2)) (not (exists ((!0 |scalarset to TASKS - 1|)) (and (|ticket defined| !0) (= (|ticket| !0) |owner|)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": no run-time error, evaluating some waiting ticket is called next
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Int (|ticket| |t'46|))
(define-fun ?3 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?4 () Bool (= ?2 ?3))
(assert (and (and ?0 (not (or (and ?0 ?1) (and (and ?0 (not ?4)) ?1) (and ?0 (< ?3 (ite ?4 0 (+ ?2 1))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'46|) 2 (|step| !0)) 2)) (|ticket defined| !0)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Int (|ticket| |t'46|))
(define-fun ?3 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?4 () Bool (= ?2 ?3))
(assert (and (and ?0 (not (or (and ?0 ?1) (and (and ?0 (not ?4)) ?1) (and ?0 (< ?3 (ite ?4 0 (+ ?2 1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (ite (= !0 |t'46|) 2 (|step| !0)) 0)) (not (= (ite (= !0 |t'46|) 2 (|step| !0)) 1))) (not (and (= (ite (= !0 |t'46|) 2 (|step| !0)) 3) (not (= (|ticket| !0) |owner|)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": no run-time error, evaluating lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Int (|ticket| |t'46|))
(define-fun ?3 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?4 () Bool (= ?2 ?3))
(assert (and (and ?0 (not (or (and ?0 ?1) (and (and ?0 (not ?4)) ?1) (and ?0 (< ?3 (ite ?4 0 (+ ?2 1))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (ite (= !0 |t'46|) 2 (|step| !0)) 0)) (not (= (ite (= !0 |t'46|) 2 (|step| !0)) 1))) (= (ite (= !0 |t'46|) 2 (|step| !0)) 3)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: next = ticket + 1": lemma: the distance of the counters is the length of the queue
; expected: unsat
; step: rule "lock: next = ticket + 1"
; keeps: 6
; assumes: 4
; assertions: 14
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'46| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'46|) 1))
(define-fun ?1 () Bool (not (|ticket defined| |t'46|)))
(define-fun ?2 () Int (|ticket| |t'46|))
(define-fun ?3 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?4 () Bool (= ?2 ?3))
(define-fun ?5 () Int (ite ?4 0 (+ ?2 1)))
(define-fun ?6 () Int (- ?5 |owner|))
(define-fun ?7 () Bool (= |sum 0| (+ (+ (- 1) |SPARE|) |TASKS|)))
(define-fun ?8 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (or (and ?0 ?1) (and (and ?0 (not ?4)) ?1) (and ?0 (< ?3 ?5))))) (and (not (= (ite (not (< ?5 |owner|)) ?6 (- (+ (+ ?6 |TASKS|) |SPARE|) 1)) (ite ?7 0 |sum 0|))) (not (or ?8 (and (not ?7) ?8))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: owner = ticket": no run-time error
; expected: unsat
; step: rule "lock: owner = ticket"
; keeps: 8
; assumes: 4
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'53| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(assert (and (= (|step| |t'53|) 2) (not (|ticket defined| |t'53|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: owner = ticket": mutual exclusion
; expected: unsat
; step: rule "lock: owner = ticket"
; keeps: 1
; assumes: 2 4 5 7 8
; assertions: 12 14 16 17 18 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'53| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'53|) 2))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and (and ?0 (= |owner| (|ticket| |t'53|))) (not (and ?0 (not (|ticket defined| |t'53|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'53|) 3 (|step| !0)) 3) (= (ite (= !1 |t'53|) 3 (|step| !1)) 3)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|ticket defined| !0)) (and (<= 0 (|ticket| !0)) (<= (|ticket| !0) ?1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (and (|ticket defined| !0) (|ticket defined| !1)) (= (|ticket| !0) (|ticket| !1))) (not (= !0 !1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (not (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (= (|step| !0) 3)) (not (|ticket defined| !0))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|ticket defined| !0) (not (< (ite (not (< (|ticket| !0) |owner|)) (- (|ticket| !0) |owner|) (- (+ (+ (- (|ticket| !0) |owner|) |TASKS|) |SPARE|) 1)) |sum 0|))))))
(assert (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) |sum 0|) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (|ticket defined| !1) (= (|ticket| !1) !0)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: owner = ticket": some waiting ticket is called next
; expected: unsat
; step: rule "lock: owner = ticket"
; keeps: 3
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'53| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'53|) 2))
(assert (and (and (and ?0 (= |owner| (|ticket| |t'53|))) (not (and ?0 (not (|ticket defined| |t'53|))))) (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'53|) 3 (|step| !0)) 2)) (not (exists ((!0 |scalarset to TASKS - 1|)) (and (|ticket defined| !0) (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: owner = ticket": no run-time error, evaluating some waiting ticket is called next
; expected: unsat
; step: rule "lock: owner = ticket"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'53| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'53|) 2))
(assert (and (and (and ?0 (= |owner| (|ticket| |t'53|))) (not (and ?0 (not (|ticket defined| |t'53|))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'53|) 3 (|step| !0)) 2)) (|ticket defined| !0)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: owner = ticket": lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "lock: owner = ticket"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'53| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'53|) 2))
(assert (and (and (and ?0 (= |owner| (|ticket| |t'53|))) (not (and ?0 (not (|ticket defined| |t'53|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (ite (= !0 |t'53|) 3 (|step| !0)) 0)) (not (= (ite (= !0 |t'53|) 3 (|step| !0)) 1))) (not (and (= (ite (= !0 |t'53|) 3 (|step| !0)) 3) (not (= (|ticket| !0) |owner|)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: owner = ticket": no run-time error, evaluating lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "lock: owner = ticket"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'53| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |owner| Int)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'53|) 2))
(assert (and (and (and ?0 (= |owner| (|ticket| |t'53|))) (not (and ?0 (not (|ticket defined| |t'53|))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (ite (= !0 |t'53|) 3 (|step| !0)) 0)) (not (= (ite (= !0 |t'53|) 3 (|step| !0)) 1))) (= (ite (= !0 |t'53|) 3 (|step| !0)) 3)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions: 1 4
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(define-fun ?0 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (= (|step| |t'58|) 3) (< ?0 (ite (= |owner| ?0) 0 (+ |owner| 1)))))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |owner|) (<= |owner| ?0)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": mutual exclusion
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 1
; assumes: 1
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (and ?0 (< ?1 (ite (= |owner| ?1) 0 (+ |owner| 1)))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'58|) 0 (|step| !0)) 3) (= (ite (= !1 |t'58|) 0 (|step| !1)) 3)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 3) (= (|step| !1) 3)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": a ticket has one owner
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 2
; assumes: 2
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (and ?0 (< ?1 (ite (= |owner| ?1) 0 (+ |owner| 1)))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (and (not (= !1 |t'58|)) (|ticket defined| !1))) (= (|ticket| !0) (|ticket| !1))) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (and (|ticket defined| !0) (|ticket defined| !1)) (= (|ticket| !0) (|ticket| !1))) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error, evaluating a ticket has one owner
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (and ?0 (< ?1 (ite (= |owner| ?1) 0 (+ |owner| 1)))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (and (not (= !1 |t'58|)) (|ticket defined| !1))) (not (and (not (= !0 |t'58|)) (|ticket defined| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (and (not (= !1 |t'58|)) (|ticket defined| !1))) (not (and (not (= !1 |t'58|)) (|ticket defined| !1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": some waiting ticket is called next
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 3
; assumes: 4 7
; assertions: 3 4 6 7 16 19 22 23 25
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(declare-const |sum 0 why| |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'58|) 0 (|step| !0)) 2)) (not (exists ((!0 |scalarset to TASKS - 1|)) (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (= (|ticket| !0) ?2)))))))
(assert (or (not (< 0 |sum 0|)) (< 0 (ite (|ticket defined| |sum 0 why|) 1 0))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (|ticket defined| !0) 1 0) (ite (|ticket defined| !1) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) |sum 0|) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (|ticket defined| !1) (= (|ticket| !1) !0)))))))))
(assert (not (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (= (|step| !0) 3)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error, evaluating some waiting ticket is called next
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (and ?0 (< ?1 (ite (= |owner| ?1) 0 (+ |owner| 1)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'58|) 0 (|step| !0)) 2)) (and (not (= !0 |t'58|)) (|ticket defined| !0))) (not (and (not (= !0 |t'58|)) (|ticket defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 4
; assumes: 1 4
; assertions: 7 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (and (not (= !0 |t'58|)) (|ticket defined| !0))) (= (ite (= !0 |t'58|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'58|) 0 (|step| !0)) 1))) (not (and (= (ite (= !0 |t'58|) 0 (|step| !0)) 3) (not (= (|ticket| !0) ?2)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 3) (= (|step| !1) 3)) (not (= !0 !1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error, evaluating lemma: a task has a ticket from drawing it until it unlocks
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(assert (and (and ?0 (not (and ?0 (< ?1 (ite (= |owner| ?1) 0 (+ |owner| 1)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (and (not (= !0 |t'58|)) (|ticket defined| !0))) (= (ite (= !0 |t'58|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'58|) 0 (|step| !0)) 1))) (= (ite (= !0 |t'58|) 0 (|step| !0)) 3)) (not (and (not (= !0 |t'58|)) (|ticket defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": lemma: tickets are drawn from those that wait to be called
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 5
; assumes: 2 4 5 8
; assertions: 6 19 20 22 24 25 26
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(define-fun ?3 () Bool (|ticket defined| |t'58|))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (not (< (ite (not (< (|ticket| !0) ?2)) (- (|ticket| !0) ?2) (- (+ (+ (- (|ticket| !0) ?2) |TASKS|) |SPARE|) 1)) (+ |sum 0| (- (ite (and (not (= |t'58| |t'58|)) ?3) 1 0) (ite ?3 1 0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (|ticket defined| !0) 1 0) (ite (|ticket defined| !1) 1 0)) |sum 0|))))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|ticket defined| !0)) (and (<= 0 (|ticket| !0)) (<= (|ticket| !0) ?1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (and (|ticket defined| !0) (|ticket defined| !1)) (= (|ticket| !0) (|ticket| !1))) (not (= !0 !1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (not (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (= (|step| !0) 3)) (not (|ticket defined| !0))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|ticket defined| !0) (not (< (ite (not (< (|ticket| !0) |owner|)) (- (|ticket| !0) |owner|) (- (+ (+ (- (|ticket| !0) |owner|) |TASKS|) |SPARE|) 1)) |sum 0|))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error, evaluating lemma: tickets are drawn from those that wait to be called
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(define-fun ?3 () Bool (|ticket defined| |t'58|))
(define-fun ?4 () Int (+ |sum 0| (- (ite (and (not (= |t'58| |t'58|)) ?3) 1 0) (ite ?3 1 0))))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (not (and (not (= !0 |t'58|)) (|ticket defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (not (< (|ticket| !0) ?2))) (not (and (not (= !0 |t'58|)) (|ticket defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (< (|ticket| !0) ?2)) (not (and (not (= !0 |t'58|)) (|ticket defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (not (= !0 |t'58|)) (|ticket defined| !0)) (not (and (not (< ?4 0)) (not (< |TASKS| ?4)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": lemma: the distance of the counters is the length of the queue
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 6
; assumes: 4 6
; assertions: 5 16 18 19 22 23 25
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-const |next| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(define-fun ?3 () Int (- |next| ?2))
(define-fun ?4 () Bool (|ticket defined| |t'58|))
(define-fun ?5 () Int (+ |sum 0| (- (ite (and (not (= |t'58| |t'58|)) ?4) 1 0) (ite ?4 1 0))))
(define-fun ?6 () Int (+ (+ (- 1) |SPARE|) |TASKS|))
(define-fun ?7 () Bool (= ?5 ?6))
(define-fun ?8 () Bool (not (and (not (< ?5 0)) (not (< |TASKS| ?5)))))
(define-fun ?9 () Int (- |next| |owner|))
(define-fun ?10 () Bool (= |sum 0| ?6))
(define-fun ?11 () Bool (< |TASKS| |sum 0|))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (and (not (= (ite (not (< |next| ?2)) ?3 (- (+ (+ ?3 |TASKS|) |SPARE|) 1)) (ite ?7 0 ?5))) (not (or ?8 (and (not ?7) ?8))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |next|) (<= |next| ?1)))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (not (and (not (= (ite (not (< |next| |owner|)) ?9 (- (+ (+ ?9 |TASKS|) |SPARE|) 1)) (ite ?10 0 |sum 0|))) (not (or ?11 (and (not ?10) ?11))))))
(assert (not (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (= (|step| !0) 3)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error, evaluating lemma: the distance of the counters is the length of the queue
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Bool (|ticket defined| |t'58|))
(define-fun ?3 () Int (+ |sum 0| (- (ite (and (not (= |t'58| |t'58|)) ?2) 1 0) (ite ?2 1 0))))
(define-fun ?4 () Bool (and (not (< ?3 0)) (not (< |TASKS| ?3))))
(define-fun ?5 () Bool (not ?4))
(assert (and (and ?0 (not (and ?0 (< ?1 (ite (= |owner| ?1) 0 (+ |owner| 1)))))) (or ?5 (and (and (not (= ?3 (+ (+ (- 1) |SPARE|) |TASKS|))) ?5) ?4))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": lemma: every ticket that was drawn is still held
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 7
; assumes: 4 7
; assertions: 3 5 7 16 19 22 23 25
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |ticket| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0 why| |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(define-fun ?3 () Bool (|ticket defined| |t'58|))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (not (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 ?2)) (- !0 ?2) (- (+ (+ (- !0 ?2) |TASKS|) |SPARE|) 1)) (+ |sum 0| (- (ite (and (not (= |t'58| |t'58|)) ?3) 1 0) (ite ?3 1 0)))) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (and (not (= !1 |t'58|)) (|ticket defined| !1)) (= (|ticket| !1) !0)))))))))))
(assert (or (not (< 0 |sum 0|)) (< 0 (ite (|ticket defined| |sum 0 why|) 1 0))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(assert (and (and (<= 1 |TASKS|) (<= |TASKS| 4503599627370496)) (and (<= 1 |SPARE|) (<= |SPARE| 4503599627370496))))
(assert (and (<= 0 |owner|) (<= |owner| ?1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (not (and (= (|step| !0) 3) (not (= (|ticket| !0) |owner|)))))))
(assert (forall ((!0 Int)) (or (not (and (<= 0 !0) (<= !0 ?1))) (not (and (< (ite (not (< !0 |owner|)) (- !0 |owner|) (- (+ (+ (- !0 |owner|) |TASKS|) |SPARE|) 1)) |sum 0|) (not (exists ((!1 |scalarset to TASKS - 1|)) (and (|ticket defined| !1) (= (|ticket| !1) !0)))))))))
(assert (not (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (= (not (|ticket defined| !0)) (= (|step| !0) 0)) (not (= (|step| !0) 1))) (= (|step| !0) 3)) (not (|ticket defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: owner = owner + 1": no run-time error, evaluating lemma: every ticket that was drawn is still held
; expected: unsat
; step: rule "unlock: owner = owner + 1"
; keeps: 8
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'58| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |SPARE| Int)
(declare-const |TASKS| Int)
(declare-const |owner| Int)
(declare-const |sum 0| Int)
(declare-fun |ticket defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'58|) 3))
(define-fun ?1 () Int (+ (+ (- 2) |SPARE|) |TASKS|))
(define-fun ?2 () Int (ite (= |owner| ?1) 0 (+ |owner| 1)))
(define-fun ?3 () Bool (|ticket defined| |t'58|))
(define-fun ?4 () Int (+ |sum 0| (- (ite (and (not (= |t'58| |t'58|)) ?3) 1 0) (ite ?3 1 0))))
(assert (and (and ?0 (not (and ?0 (< ?1 ?2)))) (or (exists ((!0 Int)) (and (and (<= 0 !0) (<= !0 ?1)) (not (and (not (< ?4 0)) (not (< |TASKS| ?4)))))) (exists ((!0 Int)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (<= 0 !0) (<= !0 ?1)) (< (ite (not (< !0 ?2)) (- !0 ?2) (- (+ (+ (- !0 ?2) |TASKS|) |SPARE|) 1)) ?4)) (and (not (= !1 |t'58|)) (|ticket defined| !1))) (not (and (not (= !1 |t'58|)) (|ticket defined| !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (|ticket defined| !0) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (|ticket defined| !0) 1 0) |sum 0|)))
(check-sat)
