(reset)
(set-logic QF_BV)
; an initial state exists
; expected: sat
(declare-const |readers@0| (_ BitVec 3))
(declare-const |writer@0| (_ BitVec 2))
(declare-const |step[Task_1]@0| (_ BitVec 3))
(declare-const |step[Task_2]@0| (_ BitVec 3))
(declare-const |step[Task_3]@0| (_ BitVec 3))
(declare-const |step[Task_4]@0| (_ BitVec 3))
(assert (and (and (bvule |readers@0| #b101) (bvule |writer@0| #b10) (bvule |step[Task_1]@0| #b101) (bvule |step[Task_2]@0| #b101) (bvule |step[Task_3]@0| #b101) (bvule |step[Task_4]@0| #b101)) (and (= |readers@0| #b001) (= |writer@0| #b01) (= |step[Task_1]@0| #b001) (= |step[Task_2]@0| #b001) (= |step[Task_3]@0| #b001) (= |step[Task_4]@0| #b001))))
(check-sat)
(reset)
(set-logic QF_BV)
; a transition from an initial state exists
; expected: sat
(declare-const |readers@0| (_ BitVec 3))
(declare-const |writer@0| (_ BitVec 2))
(declare-const |step[Task_1]@0| (_ BitVec 3))
(declare-const |step[Task_2]@0| (_ BitVec 3))
(declare-const |step[Task_3]@0| (_ BitVec 3))
(declare-const |step[Task_4]@0| (_ BitVec 3))
(declare-const |readers@1| (_ BitVec 3))
(declare-const |writer@1| (_ BitVec 2))
(declare-const |step[Task_1]@1| (_ BitVec 3))
(declare-const |step[Task_2]@1| (_ BitVec 3))
(declare-const |step[Task_3]@1| (_ BitVec 3))
(declare-const |step[Task_4]@1| (_ BitVec 3))
(declare-const |rule@0| (_ BitVec 4))
(declare-const |rule 8@0 t| (_ BitVec 2))
(declare-const |rule 7@0 t| (_ BitVec 2))
(declare-const |rule 6@0 t| (_ BitVec 2))
(declare-const |rule 5@0 t| (_ BitVec 2))
(declare-const |rule 4@0 t| (_ BitVec 2))
(declare-const |rule 3@0 t| (_ BitVec 2))
(declare-const |rule 2@0 t| (_ BitVec 2))
(declare-const |rule 0@0 t| (_ BitVec 2))
(define-fun ?0 () Bool (= |readers@0| #b001))
(define-fun ?1 () Bool (= |rule@0| #x8))
(define-fun ?2 () Bool (= |rule 8@0 t| #b00))
(define-fun ?3 () Bool (= |rule 8@0 t| #b01))
(define-fun ?4 () Bool (= |rule 8@0 t| #b10))
(define-fun ?5 () (_ BitVec 3) (ite ?2 |step[Task_1]@0| (ite ?3 |step[Task_2]@0| (ite ?4 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?6 () Bool (= ?5 #b100))
(define-fun ?7 () Bool (and ?6 (= |readers@0| #b010)))
(define-fun ?8 () Bool (= |writer@0| #b10))
(define-fun ?9 () Bool (not ?8))
(define-fun ?10 () Bool (= |readers@0| #b000))
(define-fun ?11 () Bool (= |writer@0| #b00))
(define-fun ?12 () Bool (= |rule@0| #x7))
(define-fun ?13 () Bool (= |rule 7@0 t| #b00))
(define-fun ?14 () Bool (= |rule 7@0 t| #b01))
(define-fun ?15 () Bool (= |rule 7@0 t| #b10))
(define-fun ?16 () (_ BitVec 3) (ite ?13 |step[Task_1]@0| (ite ?14 |step[Task_2]@0| (ite ?15 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?17 () Bool (= ?16 #b101))
(define-fun ?18 () Bool (bvult #b100 |readers@0|))
(define-fun ?19 () Bool (= |rule@0| #x6))
(define-fun ?20 () Bool (= |rule 6@0 t| #b00))
(define-fun ?21 () Bool (= |rule 6@0 t| #b01))
(define-fun ?22 () Bool (= |rule 6@0 t| #b10))
(define-fun ?23 () (_ BitVec 3) (ite ?20 |step[Task_1]@0| (ite ?21 |step[Task_2]@0| (ite ?22 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?24 () Bool (= |rule@0| #x5))
(define-fun ?25 () Bool (= |rule 5@0 t| #b00))
(define-fun ?26 () Bool (= |rule 5@0 t| #b01))
(define-fun ?27 () Bool (= |rule 5@0 t| #b10))
(define-fun ?28 () (_ BitVec 3) (ite ?25 |step[Task_1]@0| (ite ?26 |step[Task_2]@0| (ite ?27 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?29 () Bool (= ?28 #b001))
(define-fun ?30 () Bool (and ?29 ?0))
(define-fun ?31 () Bool (= |rule@0| #x4))
(define-fun ?32 () Bool (= |rule 4@0 t| #b00))
(define-fun ?33 () Bool (= |rule 4@0 t| #b01))
(define-fun ?34 () Bool (= |rule 4@0 t| #b10))
(define-fun ?35 () (_ BitVec 3) (ite ?32 |step[Task_1]@0| (ite ?33 |step[Task_2]@0| (ite ?34 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?36 () Bool (= ?35 #b100))
(define-fun ?37 () Bool (bvult |readers@0| #b010))
(define-fun ?38 () Bool (= |rule@0| #x3))
(define-fun ?39 () Bool (= |rule 3@0 t| #b00))
(define-fun ?40 () Bool (= |rule 3@0 t| #b01))
(define-fun ?41 () Bool (= |rule 3@0 t| #b10))
(define-fun ?42 () (_ BitVec 3) (ite ?39 |step[Task_1]@0| (ite ?40 |step[Task_2]@0| (ite ?41 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?43 () Bool (= ?42 #b011))
(define-fun ?44 () Bool (= |rule@0| #x2))
(define-fun ?45 () Bool (= |rule 2@0 t| #b00))
(define-fun ?46 () Bool (= |rule 2@0 t| #b01))
(define-fun ?47 () Bool (= |rule 2@0 t| #b10))
(define-fun ?48 () (_ BitVec 3) (ite ?45 |step[Task_1]@0| (ite ?46 |step[Task_2]@0| (ite ?47 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?49 () Bool (= ?48 #b010))
(define-fun ?50 () Bool (= |rule@0| #x0))
(define-fun ?51 () Bool (= |rule 0@0 t| #b00))
(define-fun ?52 () Bool (= |rule 0@0 t| #b01))
(define-fun ?53 () Bool (= |rule 0@0 t| #b10))
(define-fun ?54 () (_ BitVec 3) (ite ?51 |step[Task_1]@0| (ite ?52 |step[Task_2]@0| (ite ?53 |step[Task_3]@0| |step[Task_4]@0|))))
(define-fun ?55 () Bool (= ?54 #b001))
(define-fun ?56 () (_ BitVec 3) (bvadd |readers@0| #b001))
(define-fun ?57 () Bool (= |rule@0| #x1))
(define-fun ?58 () (_ BitVec 3) (bvadd |readers@0| #b111))
(define-fun ?59 () (_ BitVec 3) (bvadd ((_ zero_extend 2) (ite ?8 #b0 #b1)) #b011))
(assert (and (and (bvule |readers@0| #b101) (bvule |writer@0| #b10) (bvule |step[Task_1]@0| #b101) (bvule |step[Task_2]@0| #b101) (bvule |step[Task_3]@0| #b101) (bvule |step[Task_4]@0| #b101)) (and ?0 (= |writer@0| #b01) (= |step[Task_1]@0| #b001) (= |step[Task_2]@0| #b001) (= |step[Task_3]@0| #b001) (= |step[Task_4]@0| #b001))))
(assert (and (and (bvule |readers@1| #b101) (bvule |writer@1| #b10) (bvule |step[Task_1]@1| #b101) (bvule |step[Task_2]@1| #b101) (bvule |step[Task_3]@1| #b101) (bvule |step[Task_4]@1| #b101)) (and (or (and ?1 (and (and ?7 ?9) (not (or (= ?5 #b000) (and ?6 ?10) (and ?7 ?11))))) (and ?12 (and ?17 (not (or (= ?16 #b000) (and ?17 ?10) (and ?17 ?18))))) (and ?19 (and (= ?23 #b101) (not (= ?23 #b000)))) (and ?24 (and (and ?30 ?9) (not (or (= ?28 #b000) (and ?29 ?10) (and ?30 ?11))))) (and ?31 (and ?36 (not (or (= ?35 #b000) (and ?36 ?10) (and ?36 ?37))))) (and ?38 (and ?43 (not (or (= ?42 #b000) (and ?43 ?10) (and ?43 ?37))))) (and ?44 (and ?49 (not (or (= ?48 #b000) (and ?49 ?10) (and ?49 ?18))))) (and ?50 (and ?55 (not (or (= ?54 #b000) (and ?55 ?10) (and ?55 ?18) (and ?55 ?11)))))) (and (= |readers@1| (ite ?50 ?56 (ite ?57 |readers@0| (ite ?44 ?56 (ite ?38 ?58 (ite ?31 ?58 (ite ?24 |readers@0| (ite ?19 |readers@0| (ite ?12 ?56 (ite ?1 #b001 |readers@0|)))))))))) (= |writer@1| (ite ?50 |writer@0| (ite ?57 |writer@0| (ite ?44 |writer@0| (ite ?38 |writer@0| (ite ?31 |writer@0| (ite ?24 #b10 (ite ?19 #b01 (ite ?12 #b01 (ite ?1 #b10 |writer@0|)))))))))) (= |step[Task_1]@1| (ite ?50 (ite ?51 ?59 |step[Task_1]@0|) (ite ?57 |step[Task_1]@0| (ite ?44 (ite ?45 #b100 |step[Task_1]@0|) (ite ?38 (ite ?39 #b001 |step[Task_1]@0|) (ite ?31 (ite ?32 #b001 |step[Task_1]@0|) (ite ?24 (ite ?25 #b101 |step[Task_1]@0|) (ite ?19 (ite ?20 #b001 |step[Task_1]@0|) (ite ?12 (ite ?13 #b100 |step[Task_1]@0|) (ite ?1 (ite ?2 #b101 |step[Task_1]@0|) |step[Task_1]@0|)))))))))) (= |step[Task_2]@1| (ite ?50 (ite ?52 ?59 |step[Task_2]@0|) (ite ?57 |step[Task_2]@0| (ite ?44 (ite ?46 #b100 |step[Task_2]@0|) (ite ?38 (ite ?40 #b001 |step[Task_2]@0|) (ite ?31 (ite ?33 #b001 |step[Task_2]@0|) (ite ?24 (ite ?26 #b101 |step[Task_2]@0|) (ite ?19 (ite ?21 #b001 |step[Task_2]@0|) (ite ?12 (ite ?14 #b100 |step[Task_2]@0|) (ite ?1 (ite ?3 #b101 |step[Task_2]@0|) |step[Task_2]@0|)))))))))) (= |step[Task_3]@1| (ite ?50 (ite ?53 ?59 |step[Task_3]@0|) (ite ?57 |step[Task_3]@0| (ite ?44 (ite ?47 #b100 |step[Task_3]@0|) (ite ?38 (ite ?41 #b001 |step[Task_3]@0|) (ite ?31 (ite ?34 #b001 |step[Task_3]@0|) (ite ?24 (ite ?27 #b101 |step[Task_3]@0|) (ite ?19 (ite ?22 #b001 |step[Task_3]@0|) (ite ?12 (ite ?15 #b100 |step[Task_3]@0|) (ite ?1 (ite ?4 #b101 |step[Task_3]@0|) |step[Task_3]@0|)))))))))) (= |step[Task_4]@1| (ite ?50 (ite (= |rule 0@0 t| #b11) ?59 |step[Task_4]@0|) (ite ?57 |step[Task_4]@0| (ite ?44 (ite (= |rule 2@0 t| #b11) #b100 |step[Task_4]@0|) (ite ?38 (ite (= |rule 3@0 t| #b11) #b001 |step[Task_4]@0|) (ite ?31 (ite (= |rule 4@0 t| #b11) #b001 |step[Task_4]@0|) (ite ?24 (ite (= |rule 5@0 t| #b11) #b101 |step[Task_4]@0|) (ite ?19 (ite (= |rule 6@0 t| #b11) #b001 |step[Task_4]@0|) (ite ?12 (ite (= |rule 7@0 t| #b11) #b100 |step[Task_4]@0|) (ite ?1 (ite (= |rule 8@0 t| #b11) #b101 |step[Task_4]@0|) |step[Task_4]@0|))))))))))))))
(check-sat)
(reset)
(set-logic ALL)
(push 1)
; initiation: start state "the lock is free": a writer is alone
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
; initiation: start state "the lock is free": a lock that looks free is free
; expected: unsat
; step: start state "the lock is free"
; keeps: 3
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: the writer's bit tells of a writer
; expected: unsat
; step: start state "the lock is free"
; keeps: 4
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (= false (exists ((!0 |scalarset to TASKS - 1|)) false))))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: who announces itself first does not look first
; expected: unsat
; step: start state "the lock is free"
; keeps: 6
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": no run-time error
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 7
; assumes: 2
; assertions: 3 4 12
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (+ (+ (- 1) |TASKS|) 1))
(assert (and (= (|step| |t'22|) 0) (< |TASKS| (+ |readers| 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0))) ?0)))
(assert (<= |sum 0| ?0))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": a writer is alone
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 1
; assumes: 1 4
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'22|) 0))
(define-fun ?1 () Int (ite |writer| 2 3))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'22|) ?1 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'22|) ?1 (|step| !1)) 4)) (not (= (ite (= !1 |t'22|) ?1 (|step| !1)) 3)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": the word counts its readers
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 2
; assumes: 2
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Int (|step| |t'22|))
(define-fun ?1 () Bool (= ?0 0))
(define-fun ?2 () Int (+ |readers| 1))
(define-fun ?3 () Int (ite (= |t'22| |t'22|) (ite |writer| 2 3) ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (< |TASKS| ?2)))) (and (not (= ?2 ?4)) (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 7
; assumes: 2
; assertions: 5 8 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Int (|step| |t'22|))
(define-fun ?1 () Bool (= ?0 0))
(define-fun ?2 () Int (ite (= |t'22| |t'22|) (ite |writer| 2 3) ?0))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (and (not (= ?2 3)) (not (= ?2 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (< |TASKS| (+ |readers| 1))))) (not (and (not (< ?3 0)) (not (< |TASKS| ?3))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 4
; assumes: 4
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'22|) 0))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'22|) (ite |writer| 2 3) (|step| !0)) 4))))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": lemma: nobody reads while the writer's bit is set
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 5
; assumes: 5
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'22|) 0))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'22|) (ite |writer| 2 3) (|step| !0)) 3)))))))
(assert (not (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 3)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: atomic_add_return": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "read_lock: atomic_add_return"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'22| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'22|) 0))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'22|) (ite |writer| 2 3) (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": no run-time error
; expected: unsat
; step: rule "read_lock: add"
; keeps: 7
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(assert (and (= (|step| |t'29|) 1) (< |TASKS| (+ |readers| 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": a writer is alone
; expected: unsat
; step: rule "read_lock: add"
; keeps: 1
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(define-fun ?0 () Bool (= (|step| |t'29|) 1))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'29|) 3 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'29|) 3 (|step| !1)) 4)) (not (= (ite (= !1 |t'29|) 3 (|step| !1)) 3)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": the word counts its readers
; expected: unsat
; step: rule "read_lock: add"
; keeps: 2
; assumes: 2
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'29|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Int (+ |readers| 1))
(define-fun ?3 () Int (ite (= |t'29| |t'29|) 3 ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (< |TASKS| ?2)))) (and (not (= ?2 ?4)) (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "read_lock: add"
; keeps: 7
; assumes: 2
; assertions: 5 8 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'29|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Int (ite (= |t'29| |t'29|) 3 ?0))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (and (not (= ?2 3)) (not (= ?2 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (< |TASKS| (+ |readers| 1))))) (not (and (not (< ?3 0)) (not (< |TASKS| ?3))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "read_lock: add"
; keeps: 4
; assumes: 4
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'29|) 1))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'29|) 3 (|step| !0)) 4))))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": lemma: nobody reads while the writer's bit is set
; expected: unsat
; step: rule "read_lock: add"
; keeps: 5
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'29|) 1))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'29|) 3 (|step| !0)) 3)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: add": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "read_lock: add"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'29| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(define-fun ?0 () Bool (= (|step| |t'29|) 1))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'29|) 3 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": no run-time error
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 7
; assumes: 2
; assertions: 5 7 18 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (- |readers| 1))
(assert (and (= (|step| |t'35|) 2) (not (and (not (< ?0 0)) (not (< |TASKS| ?0))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0) |sum 0|)))
(assert (and (<= 0 |readers|) (<= |readers| |TASKS|)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": a writer is alone
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'35|) 2))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'35|) 0 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'35|) 0 (|step| !1)) 4)) (not (= (ite (= !1 |t'35|) 0 (|step| !1)) 3)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": the word counts its readers
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 2
; assumes: 2
; assertions: 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'35|))
(define-fun ?1 () Bool (= ?0 2))
(define-fun ?2 () Int (- |readers| 1))
(define-fun ?3 () Int (ite (= |t'35| |t'35|) 0 ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not ?1))) 1 0))))
(assert (and (and ?1 (not (and ?1 (not (and (not (< ?2 0)) (not (< |TASKS| ?2))))))) (and (not (= ?2 ?4)) (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 7
; assumes: 2
; assertions: 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'35|))
(define-fun ?1 () Bool (= ?0 2))
(define-fun ?2 () Int (- |readers| 1))
(define-fun ?3 () Int (ite (= |t'35| |t'35|) 0 ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not ?1))) 1 0))))
(assert (and (and ?1 (not (and ?1 (not (and (not (< ?2 0)) (not (< |TASKS| ?2))))))) (not (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": a lock that looks free is free
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 3
; assumes: 2 4
; assertions: 5 6 19 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'35|) 2))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (and (and (= ?1 0) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'35|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'35|) 0 (|step| !0)) 1)))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0) (ite (not (and (not (= (|step| !1) 3)) (not (= (|step| !1) 2)))) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (<= 0 (|step| !0)) (<= (|step| !0) 4))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 4
; assumes: 4
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'35|) 2))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (not (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'35|) 0 (|step| !0)) 4))))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": lemma: nobody reads while the writer's bit is set
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 5
; assumes: 5
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'35|) 2))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'35|) 0 (|step| !0)) 3)))))))
(assert (not (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 3)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_lock: back off": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "read_lock: back off"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'35| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'35|) 2))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'35|) 0 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": no run-time error
; expected: unsat
; step: rule "read_unlock"
; keeps: 7
; assumes: 3 5
; assertions: 3 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Int (- |readers| 1))
(assert (and (= (|step| |t'42|) 3) (not (and (not (< ?0 0)) (not (< |TASKS| ?0))))))
(assert (and (<= 0 |readers|) (<= |readers| |TASKS|)))
(assert (not (and (and (= |readers| 0) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(assert (not (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 3)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": a writer is alone
; expected: unsat
; step: rule "read_unlock"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'42|) 3))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'42|) 0 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'42|) 0 (|step| !1)) 4)) (not (= (ite (= !1 |t'42|) 0 (|step| !1)) 3)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": the word counts its readers
; expected: unsat
; step: rule "read_unlock"
; keeps: 2
; assumes: 2
; assertions: 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'42|))
(define-fun ?1 () Bool (= ?0 3))
(define-fun ?2 () Int (- |readers| 1))
(define-fun ?3 () Int (ite (= |t'42| |t'42|) 0 ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not ?1) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (not (and (not (< ?2 0)) (not (< |TASKS| ?2))))))) (and (not (= ?2 ?4)) (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "read_unlock"
; keeps: 7
; assumes: 2
; assertions: 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'42|))
(define-fun ?1 () Bool (= ?0 3))
(define-fun ?2 () Int (- |readers| 1))
(define-fun ?3 () Int (ite (= |t'42| |t'42|) 0 ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not ?1) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (not (and (not (< ?2 0)) (not (< |TASKS| ?2))))))) (not (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": a lock that looks free is free
; expected: unsat
; step: rule "read_unlock"
; keeps: 3
; assumes: 2 4
; assertions: 5 6 19 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'42|) 3))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (and (and (= ?1 0) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'42|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'42|) 0 (|step| !0)) 1)))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0) (ite (not (and (not (= (|step| !1) 3)) (not (= (|step| !1) 2)))) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (<= 0 (|step| !0)) (<= (|step| !0) 4))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "read_unlock"
; keeps: 4
; assumes: 4
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'42|) 3))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (not (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'42|) 0 (|step| !0)) 4))))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": lemma: nobody reads while the writer's bit is set
; expected: unsat
; step: rule "read_unlock"
; keeps: 5
; assumes: 5
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= (|step| |t'42|) 3))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'42|) 0 (|step| !0)) 3)))))))
(assert (not (and |writer| (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 3)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "read_unlock": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "read_unlock"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'42| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'42|) 3))
(define-fun ?1 () Int (- |readers| 1))
(assert (and (and ?0 (not (and ?0 (not (and (not (< ?1 0)) (not (< |TASKS| ?1))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'42|) 0 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_lock: cmpxchg(0, WRITER)": a writer is alone
; expected: unsat
; step: rule "write_lock: cmpxchg(0, WRITER)"
; keeps: 1
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'49| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= |readers| 0))
(define-fun ?1 () Bool (not |writer|))
(assert (and (and (and (= (|step| |t'49|) 0) ?0) ?1) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'49|) 4 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'49|) 4 (|step| !1)) 4)) (not (= (ite (= !1 |t'49|) 4 (|step| !1)) 3)))))))))))
(assert (not (and (and ?0 ?1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_lock: cmpxchg(0, WRITER)": the word counts its readers
; expected: unsat
; step: rule "write_lock: cmpxchg(0, WRITER)"
; keeps: 2
; assumes: 2
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'49| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'49|))
(define-fun ?1 () Int (ite (= |t'49| |t'49|) 4 ?0))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (and (not (= ?1 3)) (not (= ?1 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and (and (= ?0 0) (= |readers| 0)) (not |writer|)) (and (not (= |readers| ?2)) (and (not (< ?2 0)) (not (< |TASKS| ?2))))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_lock: cmpxchg(0, WRITER)": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "write_lock: cmpxchg(0, WRITER)"
; keeps: 7
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'49| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'49|))
(define-fun ?1 () Int (ite (= |t'49| |t'49|) 4 ?0))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (and (not (= ?1 3)) (not (= ?1 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and (and (= ?0 0) (= |readers| 0)) (not |writer|)) (not (and (not (< ?2 0)) (not (< |TASKS| ?2))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_lock: cmpxchg(0, WRITER)": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "write_lock: cmpxchg(0, WRITER)"
; keeps: 4
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'49| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(assert (and (and (and (= (|step| |t'49|) 0) (= |readers| 0)) (not |writer|)) (not (= true (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'49|) 4 (|step| !0)) 4))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_lock: cmpxchg(0, WRITER)": lemma: nobody reads while the writer's bit is set
; expected: unsat
; step: rule "write_lock: cmpxchg(0, WRITER)"
; keeps: 5
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'49| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(define-fun ?0 () Bool (= |readers| 0))
(define-fun ?1 () Bool (not |writer|))
(assert (and (and (and (= (|step| |t'49|) 0) ?0) ?1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'49|) 4 (|step| !0)) 3))))))
(assert (not (and (and ?0 ?1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_lock: cmpxchg(0, WRITER)": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "write_lock: cmpxchg(0, WRITER)"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'49| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(assert (and (and (and (= (|step| |t'49|) 0) (= |readers| 0)) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'49|) 4 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_unlock": a writer is alone
; expected: unsat
; step: rule "write_unlock"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'55| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(assert (and (= (|step| |t'55|) 4) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'55|) 0 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'55|) 0 (|step| !1)) 4)) (not (= (ite (= !1 |t'55|) 0 (|step| !1)) 3)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_unlock": the word counts its readers
; expected: unsat
; step: rule "write_unlock"
; keeps: 2
; assumes: 2
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'55| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'55|))
(define-fun ?1 () Int (ite (= |t'55| |t'55|) 0 ?0))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (and (not (= ?1 3)) (not (= ?1 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (= ?0 4) (and (not (= |readers| ?2)) (and (not (< ?2 0)) (not (< |TASKS| ?2))))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_unlock": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "write_unlock"
; keeps: 7
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'55| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'55|))
(define-fun ?1 () Int (ite (= |t'55| |t'55|) 0 ?0))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (and (not (= ?1 3)) (not (= ?1 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (= ?0 4) (not (and (not (< ?2 0)) (not (< |TASKS| ?2))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_unlock": a lock that looks free is free
; expected: unsat
; step: rule "write_unlock"
; keeps: 3
; assumes: 1 2
; assertions: 5 6 19 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'55| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(assert (and (= (|step| |t'55|) 4) (and (= |readers| 0) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'55|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'55|) 0 (|step| !0)) 1)))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0) (ite (not (and (not (= (|step| !1) 3)) (not (= (|step| !1) 2)))) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (<= 0 (|step| !0)) (<= (|step| !0) 4))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_unlock": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "write_unlock"
; keeps: 4
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'55| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(assert (and (= (|step| |t'55|) 4) (not (= false (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'55|) 0 (|step| !0)) 4))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "write_unlock": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "write_unlock"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'55| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(assert (and (= (|step| |t'55|) 4) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'55|) 0 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "downgrade": no run-time error
; expected: unsat
; step: rule "downgrade"
; keeps: 7
; assumes: 2
; assertions: 4 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'61| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (+ (+ (- 1) |TASKS|) 1))
(assert (and (= (|step| |t'61|) 4) (< |TASKS| (+ |readers| 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0))) ?0)))
(assert (<= |sum 0| ?0))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "downgrade": a writer is alone
; expected: unsat
; step: rule "downgrade"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'61| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(define-fun ?0 () Bool (= (|step| |t'61|) 4))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'61|) 3 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'61|) 3 (|step| !1)) 4)) (not (= (ite (= !1 |t'61|) 3 (|step| !1)) 3)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "downgrade": the word counts its readers
; expected: unsat
; step: rule "downgrade"
; keeps: 2
; assumes: 2
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'61| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'61|))
(define-fun ?1 () Bool (= ?0 4))
(define-fun ?2 () Int (+ |readers| 1))
(define-fun ?3 () Int (ite (= |t'61| |t'61|) 3 ?0))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (and (not (= ?3 3)) (not (= ?3 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (< |TASKS| ?2)))) (and (not (= ?2 ?4)) (and (not (< ?4 0)) (not (< |TASKS| ?4))))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "downgrade": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "downgrade"
; keeps: 7
; assumes: 2
; assertions: 5 8 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'61| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'61|))
(define-fun ?1 () Bool (= ?0 4))
(define-fun ?2 () Int (ite (= |t'61| |t'61|) 3 ?0))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (and (not (= ?2 3)) (not (= ?2 2)))) 1 0) (ite (not (and (not (= ?0 3)) (not (= ?0 2)))) 1 0))))
(assert (and (and ?1 (not (and ?1 (< |TASKS| (+ |readers| 1))))) (not (and (not (< ?3 0)) (not (< |TASKS| ?3))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "downgrade": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "downgrade"
; keeps: 4
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'61| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(define-fun ?0 () Bool (= (|step| |t'61|) 4))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (= false (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'61|) 3 (|step| !0)) 4))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (not (= !0 !1))) (not (and (not (= (|step| !1) 4)) (not (= (|step| !1) 3)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "downgrade": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "downgrade"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'61| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |readers| Int)
(define-fun ?0 () Bool (= (|step| |t'61|) 4))
(assert (and (and ?0 (not (and ?0 (< |TASKS| (+ |readers| 1))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'61|) 3 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "try_upgrade: cmpxchg(READER, WRITER)": a writer is alone
; expected: unsat
; step: rule "try_upgrade: cmpxchg(READER, WRITER)"
; keeps: 1
; assumes: 2 4
; assertions: 5 6 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'66| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(assert (and (and (and (= (|step| |t'66|) 3) (= |readers| 1)) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'66|) 4 (|step| !0)) 4) (not (= !0 !1))) (not (and (not (= (ite (= !1 |t'66|) 4 (|step| !1)) 4)) (not (= (ite (= !1 |t'66|) 4 (|step| !1)) 3)))))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0) (ite (not (and (not (= (|step| !1) 3)) (not (= (|step| !1) 2)))) 1 0)) |sum 0|))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(assert (= |writer| (exists ((!0 |scalarset to TASKS - 1|)) (= (|step| !0) 4))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "try_upgrade: cmpxchg(READER, WRITER)": the word counts its readers
; expected: unsat
; step: rule "try_upgrade: cmpxchg(READER, WRITER)"
; keeps: 2
; assumes: 2
; assertions: 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'66| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'66|))
(define-fun ?1 () Bool (= ?0 3))
(define-fun ?2 () Int (ite (= |t'66| |t'66|) 4 ?0))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (and (not (= ?2 3)) (not (= ?2 2)))) 1 0) (ite (not (and (not ?1) (not (= ?0 2)))) 1 0))))
(assert (and (and (and ?1 (= |readers| 1)) (not |writer|)) (and (not (= 0 ?3)) (and (not (< ?3 0)) (not (< |TASKS| ?3))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "try_upgrade: cmpxchg(READER, WRITER)": no run-time error, evaluating the word counts its readers
; expected: unsat
; step: rule "try_upgrade: cmpxchg(READER, WRITER)"
; keeps: 7
; assumes: 2
; assertions: 5 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'66| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'66|))
(define-fun ?1 () Bool (= ?0 3))
(define-fun ?2 () Int (ite (= |t'66| |t'66|) 4 ?0))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (and (not (= ?2 3)) (not (= ?2 2)))) 1 0) (ite (not (and (not ?1) (not (= ?0 2)))) 1 0))))
(assert (and (and (and ?1 (= |readers| 1)) (not |writer|)) (not (and (not (< ?3 0)) (not (< |TASKS| ?3))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "try_upgrade: cmpxchg(READER, WRITER)": lemma: the writer's bit tells of a writer
; expected: unsat
; step: rule "try_upgrade: cmpxchg(READER, WRITER)"
; keeps: 4
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'66| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(assert (and (and (and (= (|step| |t'66|) 3) (= |readers| 1)) (not |writer|)) (not (= true (exists ((!0 |scalarset to TASKS - 1|)) (= (ite (= !0 |t'66|) 4 (|step| !0)) 4))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "try_upgrade: cmpxchg(READER, WRITER)": lemma: nobody reads while the writer's bit is set
; expected: unsat
; step: rule "try_upgrade: cmpxchg(READER, WRITER)"
; keeps: 5
; assumes: 2
; assertions: 5 6 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'66| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(assert (and (and (and (= (|step| |t'66|) 3) (= |readers| 1)) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'66|) 4 (|step| !0)) 3))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (and (not (= (|step| !0) 3)) (not (= (|step| !0) 2)))) 1 0) (ite (not (and (not (= (|step| !1) 3)) (not (= (|step| !1) 2)))) 1 0)) |sum 0|))))
(assert (not (and (not (= |readers| |sum 0|)) (not (< |TASKS| |sum 0|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "try_upgrade: cmpxchg(READER, WRITER)": lemma: who announces itself first does not look first
; expected: unsat
; step: rule "try_upgrade: cmpxchg(READER, WRITER)"
; keeps: 6
; assumes: 6
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'66| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |readers| Int)
(declare-const |writer| Bool)
(assert (and (and (and (= (|step| |t'66|) 3) (= |readers| 1)) (not |writer|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= (ite (= !0 |t'66|) 4 (|step| !0)) 1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (= (|step| !0) 1))))
(check-sat)
