(reset)
(set-logic QF_BV)
; an initial state exists
; expected: sat
(declare-const |locked[Task_1]@0| (_ BitVec 2))
(declare-const |locked[Task_2]@0| (_ BitVec 2))
(declare-const |locked[Task_3]@0| (_ BitVec 2))
(declare-const |step[Task_1]@0| (_ BitVec 4))
(declare-const |step[Task_2]@0| (_ BitVec 4))
(declare-const |step[Task_3]@0| (_ BitVec 4))
(declare-const |place[Task_1]@0| (_ BitVec 3))
(declare-const |place[Task_2]@0| (_ BitVec 3))
(declare-const |place[Task_3]@0| (_ BitVec 3))
(declare-const |tail@0| (_ BitVec 2))
(declare-const |next[Task_1]@0| (_ BitVec 2))
(declare-const |next[Task_2]@0| (_ BitVec 2))
(declare-const |next[Task_3]@0| (_ BitVec 2))
(declare-const |other[Task_1]@0| (_ BitVec 2))
(declare-const |other[Task_2]@0| (_ BitVec 2))
(declare-const |other[Task_3]@0| (_ BitVec 2))
(assert (and (and (bvule |locked[Task_1]@0| #b10) (bvule |locked[Task_2]@0| #b10) (bvule |locked[Task_3]@0| #b10) (bvule |step[Task_1]@0| #x8) (bvule |step[Task_2]@0| #x8) (bvule |step[Task_3]@0| #x8) (bvule |place[Task_1]@0| #b100) (bvule |place[Task_2]@0| #b100) (bvule |place[Task_3]@0| #b100)) (and (= |tail@0| #b00) (= |next[Task_1]@0| #b00) (= |next[Task_2]@0| #b00) (= |next[Task_3]@0| #b00) (= |locked[Task_1]@0| #b01) (= |locked[Task_2]@0| #b01) (= |locked[Task_3]@0| #b01) (= |step[Task_1]@0| #x1) (= |step[Task_2]@0| #x1) (= |step[Task_3]@0| #x1) (= |other[Task_1]@0| #b00) (= |other[Task_2]@0| #b00) (= |other[Task_3]@0| #b00) (= |place[Task_1]@0| #b000) (= |place[Task_2]@0| #b000) (= |place[Task_3]@0| #b000))))
(check-sat)
(reset)
(set-logic QF_BV)
; a transition from an initial state exists
; expected: sat
(declare-const |locked[Task_1]@0| (_ BitVec 2))
(declare-const |locked[Task_2]@0| (_ BitVec 2))
(declare-const |locked[Task_3]@0| (_ BitVec 2))
(declare-const |step[Task_1]@0| (_ BitVec 4))
(declare-const |step[Task_2]@0| (_ BitVec 4))
(declare-const |step[Task_3]@0| (_ BitVec 4))
(declare-const |place[Task_1]@0| (_ BitVec 3))
(declare-const |place[Task_2]@0| (_ BitVec 3))
(declare-const |place[Task_3]@0| (_ BitVec 3))
(declare-const |tail@0| (_ BitVec 2))
(declare-const |next[Task_1]@0| (_ BitVec 2))
(declare-const |next[Task_2]@0| (_ BitVec 2))
(declare-const |next[Task_3]@0| (_ BitVec 2))
(declare-const |other[Task_1]@0| (_ BitVec 2))
(declare-const |other[Task_2]@0| (_ BitVec 2))
(declare-const |other[Task_3]@0| (_ BitVec 2))
(declare-const |locked[Task_1]@1| (_ BitVec 2))
(declare-const |locked[Task_2]@1| (_ BitVec 2))
(declare-const |locked[Task_3]@1| (_ BitVec 2))
(declare-const |step[Task_1]@1| (_ BitVec 4))
(declare-const |step[Task_2]@1| (_ BitVec 4))
(declare-const |step[Task_3]@1| (_ BitVec 4))
(declare-const |place[Task_1]@1| (_ BitVec 3))
(declare-const |place[Task_2]@1| (_ BitVec 3))
(declare-const |place[Task_3]@1| (_ BitVec 3))
(declare-const |rule@0| (_ BitVec 4))
(declare-const |rule 8@0 t| (_ BitVec 2))
(declare-const |rule 7@0 t| (_ BitVec 2))
(declare-const |rule 6@0 t| (_ BitVec 2))
(declare-const |rule 5@0 t| (_ BitVec 2))
(declare-const |rule 4@0 t| (_ BitVec 2))
(declare-const |rule 3@0 t| (_ BitVec 2))
(declare-const |rule 2@0 t| (_ BitVec 2))
(declare-const |rule 0@0 t| (_ BitVec 2))
(declare-const |tail@1| (_ BitVec 2))
(declare-const |next[Task_1]@1| (_ BitVec 2))
(declare-const |next[Task_2]@1| (_ BitVec 2))
(declare-const |next[Task_3]@1| (_ BitVec 2))
(declare-const |other[Task_1]@1| (_ BitVec 2))
(declare-const |other[Task_2]@1| (_ BitVec 2))
(declare-const |other[Task_3]@1| (_ BitVec 2))
(define-fun ?0 () Bool (= |tail@0| #b00))
(define-fun ?1 () Bool (= |step[Task_1]@0| #x1))
(define-fun ?2 () Bool (= |step[Task_2]@0| #x1))
(define-fun ?3 () Bool (= |step[Task_3]@0| #x1))
(define-fun ?4 () Bool (= |place[Task_1]@0| #b000))
(define-fun ?5 () Bool (= |place[Task_2]@0| #b000))
(define-fun ?6 () Bool (= |place[Task_3]@0| #b000))
(define-fun ?7 () Bool (= |rule@0| #x8))
(define-fun ?8 () Bool (bvule |rule 8@0 t| #b10))
(define-fun ?9 () Bool (= |rule 8@0 t| #b00))
(define-fun ?10 () Bool (= |rule 8@0 t| #b01))
(define-fun ?11 () (_ BitVec 4) (ite ?9 |step[Task_1]@0| (ite ?10 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?12 () Bool (and ?8 (= ?11 #x8)))
(define-fun ?13 () (_ BitVec 2) (ite ?9 |other[Task_1]@0| (ite ?10 |other[Task_2]@0| |other[Task_3]@0|)))
(define-fun ?14 () Bool (not ?4))
(define-fun ?15 () (_ BitVec 2) (bvadd |rule 8@0 t| #b01))
(define-fun ?16 () Bool (= #b01 ?15))
(define-fun ?17 () Bool (and (and ?12 ?14) (not ?16)))
(define-fun ?18 () Bool (bvult #b001 |place[Task_1]@0|))
(define-fun ?19 () Bool (and ?17 ?18))
(define-fun ?20 () Bool (bvult |place[Task_1]@0| #b010))
(define-fun ?21 () Bool (not ?5))
(define-fun ?22 () Bool (= #b10 ?15))
(define-fun ?23 () Bool (and (and ?12 ?21) (not ?22)))
(define-fun ?24 () Bool (bvult #b001 |place[Task_2]@0|))
(define-fun ?25 () Bool (and ?23 ?24))
(define-fun ?26 () Bool (bvult |place[Task_2]@0| #b010))
(define-fun ?27 () Bool (not ?6))
(define-fun ?28 () Bool (= #b11 ?15))
(define-fun ?29 () Bool (and (and ?12 ?27) (not ?28)))
(define-fun ?30 () Bool (bvult #b001 |place[Task_3]@0|))
(define-fun ?31 () Bool (and ?29 ?30))
(define-fun ?32 () Bool (bvult |place[Task_3]@0| #b010))
(define-fun ?33 () Bool (= |rule@0| #x7))
(define-fun ?34 () Bool (bvule |rule 7@0 t| #b10))
(define-fun ?35 () Bool (= |rule 7@0 t| #b00))
(define-fun ?36 () Bool (= |rule 7@0 t| #b01))
(define-fun ?37 () (_ BitVec 4) (ite ?35 |step[Task_1]@0| (ite ?36 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?38 () Bool (and ?34 (= ?37 #x6)))
(define-fun ?39 () (_ BitVec 2) (bvadd |rule 7@0 t| #b01))
(define-fun ?40 () Bool (= |tail@0| ?39))
(define-fun ?41 () Bool (and ?38 ?40))
(define-fun ?42 () Bool (= #b01 ?39))
(define-fun ?43 () Bool (and (and ?41 ?14) (not ?42)))
(define-fun ?44 () Bool (and ?43 ?18))
(define-fun ?45 () Bool (= #b10 ?39))
(define-fun ?46 () Bool (and (and ?41 ?21) (not ?45)))
(define-fun ?47 () Bool (and ?46 ?24))
(define-fun ?48 () Bool (= #b11 ?39))
(define-fun ?49 () Bool (and (and ?41 ?27) (not ?48)))
(define-fun ?50 () Bool (and ?49 ?30))
(define-fun ?51 () Bool (= |rule@0| #x6))
(define-fun ?52 () Bool (bvule |rule 6@0 t| #b10))
(define-fun ?53 () Bool (= |rule 6@0 t| #b00))
(define-fun ?54 () Bool (= |rule 6@0 t| #b01))
(define-fun ?55 () (_ BitVec 4) (ite ?53 |step[Task_1]@0| (ite ?54 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?56 () Bool (not (= ?55 #x5)))
(define-fun ?57 () (_ BitVec 2) (ite ?53 |next[Task_1]@0| (ite ?54 |next[Task_2]@0| |next[Task_3]@0|)))
(define-fun ?58 () Bool (= ?57 #b00))
(define-fun ?59 () Bool (and ?52 (and (not (and ?56 (not (= ?55 #x7)))) (not ?58))))
(define-fun ?60 () Bool (= ?55 #x0))
(define-fun ?61 () Bool (= |rule@0| #x5))
(define-fun ?62 () Bool (bvule |rule 5@0 t| #b10))
(define-fun ?63 () Bool (= |rule 5@0 t| #b00))
(define-fun ?64 () Bool (= |rule 5@0 t| #b01))
(define-fun ?65 () (_ BitVec 4) (ite ?63 |step[Task_1]@0| (ite ?64 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?66 () Bool (= |rule@0| #x4))
(define-fun ?67 () Bool (bvule |rule 4@0 t| #b10))
(define-fun ?68 () Bool (= |rule 4@0 t| #b00))
(define-fun ?69 () Bool (= |rule 4@0 t| #b01))
(define-fun ?70 () (_ BitVec 4) (ite ?68 |step[Task_1]@0| (ite ?69 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?71 () Bool (= ?70 #x4))
(define-fun ?72 () (_ BitVec 2) (ite ?68 |locked[Task_1]@0| (ite ?69 |locked[Task_2]@0| |locked[Task_3]@0|)))
(define-fun ?73 () Bool (= |rule@0| #x3))
(define-fun ?74 () Bool (bvule |rule 3@0 t| #b10))
(define-fun ?75 () Bool (= |rule 3@0 t| #b00))
(define-fun ?76 () Bool (= |rule 3@0 t| #b01))
(define-fun ?77 () (_ BitVec 4) (ite ?75 |step[Task_1]@0| (ite ?76 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?78 () Bool (and ?74 (= ?77 #x3)))
(define-fun ?79 () (_ BitVec 2) (ite ?75 |other[Task_1]@0| (ite ?76 |other[Task_2]@0| |other[Task_3]@0|)))
(define-fun ?80 () Bool (= |rule@0| #x2))
(define-fun ?81 () Bool (bvule |rule 2@0 t| #b10))
(define-fun ?82 () Bool (= |rule 2@0 t| #b00))
(define-fun ?83 () Bool (= |rule 2@0 t| #b01))
(define-fun ?84 () (_ BitVec 4) (ite ?82 |step[Task_1]@0| (ite ?83 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?85 () Bool (= |rule@0| #x0))
(define-fun ?86 () Bool (bvule |rule 0@0 t| #b10))
(define-fun ?87 () Bool (= |rule 0@0 t| #b00))
(define-fun ?88 () Bool (= |rule 0@0 t| #b01))
(define-fun ?89 () (_ BitVec 4) (ite ?87 |step[Task_1]@0| (ite ?88 |step[Task_2]@0| |step[Task_3]@0|)))
(define-fun ?90 () Bool (and ?86 (= ?89 #x1)))
(define-fun ?91 () Bool (= |rule@0| #x1))
(define-fun ?92 () (_ BitVec 2) (bvadd |rule 3@0 t| #b01))
(define-fun ?93 () Bool (= ?39 #b01))
(define-fun ?94 () Bool (= ?15 #b01))
(define-fun ?95 () Bool (= ?39 #b10))
(define-fun ?96 () Bool (= ?15 #b10))
(define-fun ?97 () Bool (= ?39 #b11))
(define-fun ?98 () Bool (= ?15 #b11))
(define-fun ?99 () (_ BitVec 4) (bvadd ((_ zero_extend 2) (ite (= (ite ?82 |other[Task_1]@0| (ite ?83 |other[Task_2]@0| |other[Task_3]@0|)) #b00) #b10 #b00)) #x3))
(define-fun ?100 () Bool (= |rule 0@0 t| #b10))
(define-fun ?101 () Bool (= |rule 3@0 t| #b10))
(define-fun ?102 () Bool (= |rule 6@0 t| #b10))
(define-fun ?103 () (_ BitVec 3) (ite (not ?1) #b010 #b001))
(define-fun ?104 () (_ BitVec 3) (ite (not ?2) (bvadd ((_ zero_extend 1) ((_ extract 1 0) ?103)) #b001) ?103))
(define-fun ?105 () (_ BitVec 3) (ite (not ?3) (bvadd ((_ zero_extend 1) ((_ extract 1 0) ?104)) #b001) ?104))
(define-fun ?106 () (_ BitVec 3) (ite ?18 (bvadd |place[Task_1]@0| #b111) |place[Task_1]@0|))
(define-fun ?107 () (_ BitVec 3) (ite ?24 (bvadd |place[Task_2]@0| #b111) |place[Task_2]@0|))
(define-fun ?108 () (_ BitVec 3) (ite ?30 (bvadd |place[Task_3]@0| #b111) |place[Task_3]@0|))
(assert (and (and (bvule |locked[Task_1]@0| #b10) (bvule |locked[Task_2]@0| #b10) (bvule |locked[Task_3]@0| #b10) (bvule |step[Task_1]@0| #x8) (bvule |step[Task_2]@0| #x8) (bvule |step[Task_3]@0| #x8) (bvule |place[Task_1]@0| #b100) (bvule |place[Task_2]@0| #b100) (bvule |place[Task_3]@0| #b100)) (and ?0 (= |next[Task_1]@0| #b00) (= |next[Task_2]@0| #b00) (= |next[Task_3]@0| #b00) (= |locked[Task_1]@0| #b01) (= |locked[Task_2]@0| #b01) (= |locked[Task_3]@0| #b01) ?1 ?2 ?3 (= |other[Task_1]@0| #b00) (= |other[Task_2]@0| #b00) (= |other[Task_3]@0| #b00) ?4 ?5 ?6)))
(assert (and (and (bvule |locked[Task_1]@1| #b10) (bvule |locked[Task_2]@1| #b10) (bvule |locked[Task_3]@1| #b10) (bvule |step[Task_1]@1| #x8) (bvule |step[Task_2]@1| #x8) (bvule |step[Task_3]@1| #x8) (bvule |place[Task_1]@1| #b100) (bvule |place[Task_2]@1| #b100) (bvule |place[Task_3]@1| #b100)) (and (or (and ?7 (and ?12 (not (or (and ?8 (= ?11 #x0)) (and ?12 (= ?13 #b00)) (and ?17 ?4) (and ?19 ?4) (and ?19 ?20) (and ?23 ?5) (and ?25 ?5) (and ?25 ?26) (and ?29 ?6) (and ?31 ?6) (and ?31 ?32))))) (and ?33 (and ?38 (not (or (and ?34 (= ?37 #x0)) (and ?38 ?0) (and ?43 ?4) (and ?44 ?4) (and ?44 ?20) (and ?46 ?5) (and ?47 ?5) (and ?47 ?26) (and ?49 ?6) (and ?50 ?6) (and ?50 ?32))))) (and ?51 (and ?59 (not (or (and ?52 ?60) (and (and ?52 ?56) ?60) (and ?59 ?58))))) (and ?61 (and (and ?62 (and (= ?65 #x5) (= (ite ?63 |next[Task_1]@0| (ite ?64 |next[Task_2]@0| |next[Task_3]@0|)) #b00))) (not (and ?62 (= ?65 #x0))))) (and ?66 (and (and ?67 (and ?71 (= ?72 #b10))) (not (or (and ?67 (= ?70 #x0)) (and (and ?67 ?71) (= ?72 #b00)))))) (and ?73 (and ?78 (not (or (and ?74 (= ?77 #x0)) (and ?78 (= ?79 #b00)))))) (and ?80 (and (and ?81 (= ?84 #x2)) (not (and ?81 (= ?84 #x0))))) (and ?85 (and ?90 (not (or (and ?86 (= ?89 #x0)) (and ?90 (= |step[Task_1]@0| #x0)) (and ?90 (= |step[Task_2]@0| #x0)) (and ?90 (= |step[Task_3]@0| #x0)) (and (and ?90 (not ?0)) ?0)))))) (and (= |tail@1| (ite ?85 (bvadd |rule 0@0 t| #b01) (ite ?91 |tail@0| (ite ?80 (bvadd |rule 2@0 t| #b01) (ite ?73 |tail@0| (ite ?66 |tail@0| (ite ?61 |tail@0| (ite ?51 |tail@0| (ite ?33 (ite ?40 #b00 |tail@0|) |tail@0|))))))))) (= |next[Task_1]@1| (ite ?85 |next[Task_1]@0| (ite ?91 |next[Task_1]@0| (ite ?80 |next[Task_1]@0| (ite ?73 (ite (= ?79 #b01) ?92 |next[Task_1]@0|) (ite ?66 |next[Task_1]@0| (ite ?61 |next[Task_1]@0| (ite ?51 |next[Task_1]@0| (ite ?33 (ite ?40 (ite ?93 #b00 |next[Task_1]@0|) |next[Task_1]@0|) (ite ?7 (ite ?94 #b00 |next[Task_1]@0|) |next[Task_1]@0|)))))))))) (= |next[Task_2]@1| (ite ?85 |next[Task_2]@0| (ite ?91 |next[Task_2]@0| (ite ?80 |next[Task_2]@0| (ite ?73 (ite (= ?79 #b10) ?92 |next[Task_2]@0|) (ite ?66 |next[Task_2]@0| (ite ?61 |next[Task_2]@0| (ite ?51 |next[Task_2]@0| (ite ?33 (ite ?40 (ite ?95 #b00 |next[Task_2]@0|) |next[Task_2]@0|) (ite ?7 (ite ?96 #b00 |next[Task_2]@0|) |next[Task_2]@0|)))))))))) (= |next[Task_3]@1| (ite ?85 |next[Task_3]@0| (ite ?91 |next[Task_3]@0| (ite ?80 |next[Task_3]@0| (ite ?73 (ite (= ?79 #b11) ?92 |next[Task_3]@0|) (ite ?66 |next[Task_3]@0| (ite ?61 |next[Task_3]@0| (ite ?51 |next[Task_3]@0| (ite ?33 (ite ?40 (ite ?97 #b00 |next[Task_3]@0|) |next[Task_3]@0|) (ite ?7 (ite ?98 #b00 |next[Task_3]@0|) |next[Task_3]@0|)))))))))) (= |locked[Task_1]@1| (ite ?85 |locked[Task_1]@0| (ite ?91 |locked[Task_1]@0| (ite ?80 |locked[Task_1]@0| (ite ?73 |locked[Task_1]@0| (ite ?66 |locked[Task_1]@0| (ite ?61 |locked[Task_1]@0| (ite ?51 |locked[Task_1]@0| (ite ?33 (ite ?40 (ite ?93 #b01 |locked[Task_1]@0|) |locked[Task_1]@0|) (ite ?7 (ite ?94 #b01 (ite (= ?13 #b01) #b10 |locked[Task_1]@0|)) |locked[Task_1]@0|)))))))))) (= |locked[Task_2]@1| (ite ?85 |locked[Task_2]@0| (ite ?91 |locked[Task_2]@0| (ite ?80 |locked[Task_2]@0| (ite ?73 |locked[Task_2]@0| (ite ?66 |locked[Task_2]@0| (ite ?61 |locked[Task_2]@0| (ite ?51 |locked[Task_2]@0| (ite ?33 (ite ?40 (ite ?95 #b01 |locked[Task_2]@0|) |locked[Task_2]@0|) (ite ?7 (ite ?96 #b01 (ite (= ?13 #b10) #b10 |locked[Task_2]@0|)) |locked[Task_2]@0|)))))))))) (= |locked[Task_3]@1| (ite ?85 |locked[Task_3]@0| (ite ?91 |locked[Task_3]@0| (ite ?80 |locked[Task_3]@0| (ite ?73 |locked[Task_3]@0| (ite ?66 |locked[Task_3]@0| (ite ?61 |locked[Task_3]@0| (ite ?51 |locked[Task_3]@0| (ite ?33 (ite ?40 (ite ?97 #b01 |locked[Task_3]@0|) |locked[Task_3]@0|) (ite ?7 (ite ?98 #b01 (ite (= ?13 #b11) #b10 |locked[Task_3]@0|)) |locked[Task_3]@0|)))))))))) (= |step[Task_1]@1| (ite ?85 (ite ?0 (ite ?87 #x5 |step[Task_1]@0|) (ite ?87 #x3 |step[Task_1]@0|)) (ite ?91 |step[Task_1]@0| (ite ?80 (ite ?82 ?99 |step[Task_1]@0|) (ite ?73 (ite ?75 #x4 |step[Task_1]@0|) (ite ?66 (ite ?68 #x5 |step[Task_1]@0|) (ite ?61 (ite ?63 #x6 |step[Task_1]@0|) (ite ?51 (ite ?53 #x8 |step[Task_1]@0|) (ite ?33 (ite ?40 (ite ?93 #x1 |step[Task_1]@0|) (ite ?35 #x7 |step[Task_1]@0|)) (ite ?7 (ite ?94 #x1 |step[Task_1]@0|) |step[Task_1]@0|)))))))))) (= |step[Task_2]@1| (ite ?85 (ite ?0 (ite ?88 #x5 |step[Task_2]@0|) (ite ?88 #x3 |step[Task_2]@0|)) (ite ?91 |step[Task_2]@0| (ite ?80 (ite ?83 ?99 |step[Task_2]@0|) (ite ?73 (ite ?76 #x4 |step[Task_2]@0|) (ite ?66 (ite ?69 #x5 |step[Task_2]@0|) (ite ?61 (ite ?64 #x6 |step[Task_2]@0|) (ite ?51 (ite ?54 #x8 |step[Task_2]@0|) (ite ?33 (ite ?40 (ite ?95 #x1 |step[Task_2]@0|) (ite ?36 #x7 |step[Task_2]@0|)) (ite ?7 (ite ?96 #x1 |step[Task_2]@0|) |step[Task_2]@0|)))))))))) (= |step[Task_3]@1| (ite ?85 (ite ?0 (ite ?100 #x5 |step[Task_3]@0|) (ite ?100 #x3 |step[Task_3]@0|)) (ite ?91 |step[Task_3]@0| (ite ?80 (ite (= |rule 2@0 t| #b10) ?99 |step[Task_3]@0|) (ite ?73 (ite ?101 #x4 |step[Task_3]@0|) (ite ?66 (ite (= |rule 4@0 t| #b10) #x5 |step[Task_3]@0|) (ite ?61 (ite (= |rule 5@0 t| #b10) #x6 |step[Task_3]@0|) (ite ?51 (ite ?102 #x8 |step[Task_3]@0|) (ite ?33 (ite ?40 (ite ?97 #x1 |step[Task_3]@0|) (ite (= |rule 7@0 t| #b10) #x7 |step[Task_3]@0|)) (ite ?7 (ite ?98 #x1 |step[Task_3]@0|) |step[Task_3]@0|)))))))))) (= |other[Task_1]@1| (ite ?85 (ite ?0 |other[Task_1]@0| (ite ?87 |tail@0| |other[Task_1]@0|)) (ite ?91 |other[Task_1]@0| (ite ?80 |other[Task_1]@0| (ite ?73 (ite ?75 #b00 |other[Task_1]@0|) (ite ?66 |other[Task_1]@0| (ite ?61 |other[Task_1]@0| (ite ?51 (ite ?53 ?57 |other[Task_1]@0|) (ite ?33 (ite ?40 (ite ?93 #b00 |other[Task_1]@0|) |other[Task_1]@0|) (ite ?7 (ite ?94 #b00 |other[Task_1]@0|) |other[Task_1]@0|)))))))))) (= |other[Task_2]@1| (ite ?85 (ite ?0 |other[Task_2]@0| (ite ?88 |tail@0| |other[Task_2]@0|)) (ite ?91 |other[Task_2]@0| (ite ?80 |other[Task_2]@0| (ite ?73 (ite ?76 #b00 |other[Task_2]@0|) (ite ?66 |other[Task_2]@0| (ite ?61 |other[Task_2]@0| (ite ?51 (ite ?54 ?57 |other[Task_2]@0|) (ite ?33 (ite ?40 (ite ?95 #b00 |other[Task_2]@0|) |other[Task_2]@0|) (ite ?7 (ite ?96 #b00 |other[Task_2]@0|) |other[Task_2]@0|)))))))))) (= |other[Task_3]@1| (ite ?85 (ite ?0 |other[Task_3]@0| (ite ?100 |tail@0| |other[Task_3]@0|)) (ite ?91 |other[Task_3]@0| (ite ?80 |other[Task_3]@0| (ite ?73 (ite ?101 #b00 |other[Task_3]@0|) (ite ?66 |other[Task_3]@0| (ite ?61 |other[Task_3]@0| (ite ?51 (ite ?102 ?57 |other[Task_3]@0|) (ite ?33 (ite ?40 (ite ?97 #b00 |other[Task_3]@0|) |other[Task_3]@0|) (ite ?7 (ite ?98 #b00 |other[Task_3]@0|) |other[Task_3]@0|)))))))))) (= |place[Task_1]@1| (ite ?85 (ite ?87 ?105 |place[Task_1]@0|) (ite ?91 |place[Task_1]@0| (ite ?80 |place[Task_1]@0| (ite ?73 |place[Task_1]@0| (ite ?66 |place[Task_1]@0| (ite ?61 |place[Task_1]@0| (ite ?51 |place[Task_1]@0| (ite ?33 (ite ?40 (ite ?14 (ite ?42 #b000 ?106) |place[Task_1]@0|) |place[Task_1]@0|) (ite ?7 (ite ?14 (ite ?16 #b000 ?106) |place[Task_1]@0|) |place[Task_1]@0|)))))))))) (= |place[Task_2]@1| (ite ?85 (ite ?88 ?105 |place[Task_2]@0|) (ite ?91 |place[Task_2]@0| (ite ?80 |place[Task_2]@0| (ite ?73 |place[Task_2]@0| (ite ?66 |place[Task_2]@0| (ite ?61 |place[Task_2]@0| (ite ?51 |place[Task_2]@0| (ite ?33 (ite ?40 (ite ?21 (ite ?45 #b000 ?107) |place[Task_2]@0|) |place[Task_2]@0|) (ite ?7 (ite ?21 (ite ?22 #b000 ?107) |place[Task_2]@0|) |place[Task_2]@0|)))))))))) (= |place[Task_3]@1| (ite ?85 (ite ?100 ?105 |place[Task_3]@0|) (ite ?91 |place[Task_3]@0| (ite ?80 |place[Task_3]@0| (ite ?73 |place[Task_3]@0| (ite ?66 |place[Task_3]@0| (ite ?61 |place[Task_3]@0| (ite ?51 |place[Task_3]@0| (ite ?33 (ite ?40 (ite ?27 (ite ?48 #b000 ?108) |place[Task_3]@0|) |place[Task_3]@0|) (ite ?7 (ite ?27 (ite ?28 #b000 ?108) |place[Task_3]@0|) |place[Task_3]@0|))))))))))))))
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
; initiation: start state "the lock is free": a queue has a holder
; expected: unsat
; step: start state "the lock is free"
; keeps: 2
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": the lock is handed to one who spins
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
; initiation: start state "the lock is free": lemma: the queue is numbered
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
; initiation: start state "the lock is free": lemma: the first of the queue has the lock, and nobody else
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
; initiation: start state "the lock is free": lemma: which steps have a pointer at hand
; expected: unsat
; step: start state "the lock is free"
; keeps: 7
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) (not (= true false)))))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: start state "the lock is free"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "the lock is free": lemma: who links itself is the next of the queue
; expected: unsat
; step: start state "the lock is free"
; keeps: 9
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(assert (not (forall ((!0 |scalarset to TASKS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes:
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(assert (or ?1 (and ?1 (not ?1)) (and (and (and ?0 |tail defined|) (not |tail defined|)) (not (or ?1 ?1)))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": mutual exclusion
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 1
; assumes: 1 6
; assertions: 7 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (< |TASKS| |sum 0|))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= ?3 (= |sum 0| 0)))
(define-fun ?5 () Bool (|place defined| |tail|))
(define-fun ?6 () Bool (and ?4 |tail defined|))
(define-fun ?7 () Bool (and ?6 ?5))
(assert (and (and ?0 (not (or ?2 ?2 (and (and ?0 |tail defined|) ?3)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 4) (= (ite (and (= !1 |t'43|) |tail defined|) 2 (ite (and (= !1 |t'43|) ?3) 4 (|step| !1))) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (= (|step| !1) 4)) (not (= !0 !1)))))))
(assert (not (and (not (and ?4 (not (and |tail defined| (not (and ?5 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?1 (and ?6 ?3) (and ?7 ?3) (and ?7 (not ?5)) (and ?7 ?1))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": the lock is handed to one who spins
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 3
; assumes: 3
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(define-fun ?2 () Bool (not |tail defined|))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) ?2)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0)) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": lemma: the queue is numbered
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 4
; assumes: 4
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'43|))
(define-fun ?1 () Bool (= ?0 0))
(define-fun ?2 () Bool (and ?1 (< |TASKS| |sum 0|)))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= |t'43| |t'43|))
(assert (and (and ?1 (not (or ?2 ?2 (and (and ?1 |tail defined|) ?3)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (ite (= !0 |t'43|) true (|place defined| !0))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 0)) (not (and (ite (= !0 |t'43|) true (|place defined| !0)) (not (and (< (ite (= !0 |t'43|) |sum 0| (|place| !0)) (+ |sum 0| (- (ite (not (= (ite (and ?4 |tail defined|) 2 (ite (and ?4 ?3) 4 ?0)) 0)) 1 0) (ite (not ?1) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (ite (= !1 |t'43|) true (|place defined| !1)) (= (ite (= !1 |t'43|) |sum 0| (|place| !1)) (ite (= !0 |t'43|) |sum 0| (|place| !0)))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes:
; assertions: 4 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'43|))
(define-fun ?1 () Bool (= ?0 0))
(define-fun ?2 () Bool (and ?1 (< |TASKS| |sum 0|)))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= |t'43| |t'43|))
(define-fun ?5 () Int (+ |sum 0| (- (ite (not (= (ite (and ?4 |tail defined|) 2 (ite (and ?4 ?3) 4 ?0)) 0)) 1 0) (ite (not ?1) 1 0))))
(assert (and (and ?1 (not (or ?2 ?2 (and (and ?1 |tail defined|) ?3)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (= !0 |t'43|) true (|place defined| !0))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 0)) (ite (= !0 |t'43|) true (|place defined| !0))) (not (ite (= !0 |t'43|) true (|place defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (= !0 |t'43|) true (|place defined| !0))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 0)) (ite (= !0 |t'43|) true (|place defined| !0))) (not (and (not (< ?5 0)) (not (< |TASKS| ?5)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (ite (= !0 |t'43|) true (|place defined| !0))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 0)) (ite (= !0 |t'43|) true (|place defined| !0))) (< (ite (= !0 |t'43|) |sum 0| (|place| !0)) ?5)) (ite (= !1 |t'43|) true (|place defined| !1))) (not (ite (= !1 |t'43|) true (|place defined| !1)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (ite (= !0 |t'43|) true (|place defined| !0))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 0)) (ite (= !0 |t'43|) true (|place defined| !0))) (< (ite (= !0 |t'43|) |sum 0| (|place| !0)) ?5)) (ite (= !1 |t'43|) true (|place defined| !1))) (not (ite (= !0 |t'43|) true (|place defined| !0)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (= (|step| !0) 0)) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 5
; assumes: 5 6
; assertions: 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (< |TASKS| |sum 0|))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= ?3 (= |sum 0| 0)))
(define-fun ?5 () Bool (|place defined| |tail|))
(define-fun ?6 () Bool (and ?4 |tail defined|))
(define-fun ?7 () Bool (and ?6 ?5))
(assert (and (and ?0 (not (or ?2 ?2 (and (and ?0 |tail defined|) ?3)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (= !0 |t'43|) true (|place defined| !0)) (not (= (= (ite (= !0 |t'43|) |sum 0| (|place| !0)) 0) (not (and (and (and (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 4)) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 5))) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 6))) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 7))) (not (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 3) (|locked| !0)))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?4 (not (and |tail defined| (not (and ?5 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?1 (and ?6 ?3) (and ?7 ?3) (and ?7 (not ?5)) (and ?7 ?1))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error, evaluating lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) (not |tail defined|))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (ite (= !0 |t'43|) true (|place defined| !0)) (not (ite (= !0 |t'43|) true (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 6
; assumes:
; assertions: 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(define-fun ?0 () Int (|step| |t'43|))
(define-fun ?1 () Bool (= ?0 0))
(define-fun ?2 () Bool (and ?1 (< |TASKS| |sum 0|)))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= |t'43| |t'43|))
(define-fun ?5 () Int (+ |sum 0| (- (ite (not (= (ite (and ?4 |tail defined|) 2 (ite (and ?4 ?3) 4 ?0)) 0)) 1 0) (ite (not ?1) 1 0))))
(define-fun ?6 () Bool (= false (= ?5 0)))
(define-fun ?7 () Bool (not (and (not (< ?5 0)) (not (< |TASKS| ?5)))))
(assert (and (and ?1 (not (or ?2 ?2 (and (and ?1 |tail defined|) ?3)))) (and (not (and ?6 (= |sum 0| (- ?5 1)))) (not (or ?7 (and ?6 ?7))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes:
; assertions: 4 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(define-fun ?0 () Int (|step| |t'43|))
(define-fun ?1 () Bool (= ?0 0))
(define-fun ?2 () Bool (and ?1 (< |TASKS| |sum 0|)))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= |t'43| |t'43|))
(define-fun ?5 () Int (+ |sum 0| (- (ite (not (= (ite (and ?4 |tail defined|) 2 (ite (and ?4 ?3) 4 ?0)) 0)) 1 0) (ite (not ?1) 1 0))))
(define-fun ?6 () Bool (and (not (< ?5 0)) (not (< |TASKS| ?5))))
(define-fun ?7 () Bool (not ?6))
(assert (and (and ?1 (not (or ?2 ?2 (and (and ?1 |tail defined|) ?3)))) (or ?7 (and (and (= false (= ?5 0)) ?7) ?6))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (= (|step| !0) 0)) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 7
; assumes: 7
; assertions: 2 4 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-const |sum 0 why not| |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(define-fun ?2 () Bool (not |tail defined|))
(define-fun ?3 () Int (+ (+ (- 1) |TASKS|) 1))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) ?2)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))) (not (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2)) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 7)))))) (not (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 7) (not (and (|next defined| !0) (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) (|next| !0))))))) (not (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0) (|next defined| !0)))) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 1)))))))
(assert (or (not (< |sum 0| ?3)) (= (ite (not (= (|step| |sum 0 why not|) 0)) 1 0) 0)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (= (|step| !0) 0)) 1 0))) ?3)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes: 7
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(define-fun ?2 () Bool (not |tail defined|))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) ?2)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))) (not (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2)) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 7)))))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 7)) (|next defined| !0)) (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))) (not (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2)) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 7)))))) (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 7)) (|next defined| !0)) (not (|next defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 8
; assumes: 8
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(define-fun ?2 () Bool (not |tail defined|))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) ?2)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'43|) |tail defined|) 2 (ite (and (= (|next| !0) |t'43|) ?2) 4 (|step| (|next| !0)))) 3)) (= (ite (= (|next| !0) |t'43|) |sum 0| (|place| (|next| !0))) (+ (ite (= !0 |t'43|) |sum 0| (|place| !0)) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes: 8 10
; assertions: 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(define-fun ?2 () Bool (not |tail defined|))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) ?2)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'43|) |tail defined|) 2 (ite (and (= (|next| !0) |t'43|) ?2) 4 (|step| (|next| !0)))) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'43|) |tail defined|) 2 (ite (and (= (|next| !0) |t'43|) ?2) 4 (|step| (|next| !0)))) 3))) (not (ite (= (|next| !0) |t'43|) true (|place defined| (|next| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'43|) |tail defined|) 2 (ite (and (= (|next| !0) |t'43|) ?2) 4 (|step| (|next| !0)))) 3))) (not (ite (= !0 |t'43|) true (|place defined| !0))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 9
; assumes: 4 6 8 9
; assertions: 19 20 21 22 23 27 28
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (< |TASKS| |sum 0|))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Bool (= ?3 (= |sum 0| 0)))
(define-fun ?5 () Bool (|place defined| |tail|))
(define-fun ?6 () Bool (and ?4 |tail defined|))
(define-fun ?7 () Bool (and ?6 ?5))
(assert (and (and ?0 (not (or ?2 ?2 (and (and ?0 |tail defined|) ?3)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?3) 4 (|step| !0))) 2) (not (and (and (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) true (|place defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))) (not (|next defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0))))) (= (ite (= !0 |t'43|) |sum 0| (|place| !0)) (+ (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) |sum 0| (|place| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (not (and (not (and ?4 (not (and |tail defined| (not (and ?5 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?1 (and ?6 ?3) (and ?7 ?3) (and ?7 (not ?5)) (and ?7 ?1))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: xchg(lock, node)": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: xchg(lock, node)"
; keeps: 10
; assumes: 9 10
; assertions: 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'43| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'43|) 0))
(define-fun ?1 () Bool (and ?0 (< |TASKS| |sum 0|)))
(define-fun ?2 () Bool (not |tail defined|))
(assert (and (and ?0 (not (or ?1 ?1 (and (and ?0 |tail defined|) ?2)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2) (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2) (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) true (|place defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0))))) (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2) (and (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) true (|place defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))) (not (|next defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))))) (not (ite (= !0 |t'43|) true (|place defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2) (and (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) true (|place defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))) (not (|next defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))))) (not (ite (and (= !0 |t'43|) |tail defined|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'43|) |tail defined|) 2 (ite (and (= !0 |t'43|) ?2) 4 (|step| !0))) 2) (and (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) true (|place defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))) (not (|next defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)))))) (not (ite (= (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0)) |t'43|) true (|place defined| (ite (and (= !0 |t'43|) |tail defined|) |tail| (|other| !0))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": mutual exclusion
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 1
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Int (ite (not (|other defined| |t'56|)) 4 2))
(assert (and (= (|step| |t'56|) 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'56|) ?0 (|step| !0)) 4) (= (ite (= !1 |t'56|) ?0 (|step| !1)) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": the lock is handed to one who spins
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 3
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (= (|step| |t'56|) 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 0)) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": lemma: the queue is numbered
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 4
; assumes: 4
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'56|))
(define-fun ?1 () Int (ite (not (|other defined| |t'56|)) 4 2))
(assert (and (= ?0 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (ite (= !0 |t'56|) ?1 (|step| !0)) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) (+ |sum 0| (- (ite (not (= (ite (= |t'56| |t'56|) ?1 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'56|))
(define-fun ?1 () Int (ite (not (|other defined| |t'56|)) 4 2))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'56| |t'56|) ?1 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (= ?0 1) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'56|) ?1 (|step| !0)) 0)) (|place defined| !0)) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'56|) ?1 (|step| !0)) 0)) (|place defined| !0)) (not (and (not (< ?2 0)) (not (< |TASKS| ?2)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'56|) ?1 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?2)) (|place defined| !1)) (not (|place defined| !1))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'56|) ?1 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?2)) (|place defined| !1)) (not (|place defined| !0))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 5
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (= (|step| |t'56|) 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 4)) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 5))) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 6))) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7))) (not (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 3) (|locked| !0)))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 6
; assumes: 7
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Int (|step| |t'56|))
(define-fun ?1 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'56| |t'56|) (ite (not (|other defined| |t'56|)) 4 2) ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?2 () Bool (= false (= ?1 0)))
(define-fun ?3 () Bool (|place defined| |t'56|))
(define-fun ?4 () Bool (not (and (not (< ?1 0)) (not (< |TASKS| ?1)))))
(define-fun ?5 () Bool (and ?2 ?3))
(assert (and (= ?0 1) (and (not (and ?2 (and ?3 (= (|place| |t'56|) (- ?1 1))))) (not (or ?4 (and ?5 (not ?3)) (and ?5 ?4))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |TASKS| Int)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'56|))
(define-fun ?1 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'56| |t'56|) (ite (not (|other defined| |t'56|)) 4 2) ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?2 () Bool (and (not (< ?1 0)) (not (< |TASKS| ?1))))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (|place defined| |t'56|))
(define-fun ?5 () Bool (and (= false (= ?1 0)) ?4))
(define-fun ?6 () Bool (and ?5 (not ?4)))
(assert (and (= ?0 1) (or ?3 (and ?6 ?2) (and (and ?5 ?3) (not (or ?3 ?6))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 7
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (= (|step| |t'56|) 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2)) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7)))))) (not (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 0) (|next defined| !0)))) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(assert (and (= (|step| |t'56|) 1) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2)) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7)))))) (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7)) (|next defined| !0)) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2)) (not (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7)))))) (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 7)) (|next defined| !0)) (not (|next defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 8
; assumes: 8
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (ite (not (|other defined| |t'56|)) 4 2))
(assert (and (= (|step| |t'56|) 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (ite (= !0 |t'56|) ?0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'56|) ?0 (|step| (|next| !0))) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 10
; assumes: 8 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (ite (not (|other defined| |t'56|)) 4 2))
(assert (and (= (|step| |t'56|) 1) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (ite (= !0 |t'56|) ?0 (|step| !0)) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'56|) ?0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'56|) ?0 (|step| (|next| !0))) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'56|) ?0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'56|) ?0 (|step| (|next| !0))) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'56|) ?0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'56|) ?0 (|step| (|next| !0))) 3))) (not (|place defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 9
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (= (|step| |t'56|) 1) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: *lock = node": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: *lock = node"
; keeps: 10
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'56| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (= (|step| |t'56|) 1) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'56|) (ite (not (|other defined| |t'56|)) 4 2) (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": no run-time error
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 10
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (= (|step| |t'67|) 2) (not (|other defined| |t'67|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": mutual exclusion
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 4) (= (ite (= !1 |t'67|) 3 (|step| !1)) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (= (|step| !1) 4)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": a queue has a holder
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 2
; assumes: 2
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(define-fun ?1 () Bool (not |tail defined|))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (and ?1 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 1)))))))))
(assert (not (and ?1 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": the lock is handed to one who spins
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 3
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": lemma: the queue is numbered
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 4
; assumes: 4
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'67|))
(define-fun ?1 () Bool (= ?0 2))
(assert (and (and ?1 (not (and ?1 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) (+ |sum 0| (- (ite (not (= (ite (= |t'67| |t'67|) 3 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'67|))
(define-fun ?1 () Bool (= ?0 2))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'67| |t'67|) 3 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (and ?1 (not (and ?1 (not (|other defined| |t'67|))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (|place defined| !0)) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (|place defined| !0)) (not (and (not (< ?2 0)) (not (< |TASKS| ?2)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?2)) (|place defined| !1)) (not (|place defined| !1))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?2)) (|place defined| !1)) (not (|place defined| !0))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 5
; assumes: 3 5
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 4)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 5))) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 6))) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 7))) (not (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 3) (|locked| !0)))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 6
; assumes: 6
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(declare-const |sum 0| Int)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'67|))
(define-fun ?1 () Bool (= ?0 2))
(define-fun ?2 () Bool (not |tail defined|))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'67| |t'67|) 3 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?4 () Bool (= ?2 (= ?3 0)))
(define-fun ?5 () Bool (|place defined| |tail|))
(define-fun ?6 () Int (|place| |tail|))
(define-fun ?7 () Bool (not (and (not (< ?3 0)) (not (< |TASKS| ?3)))))
(define-fun ?8 () Bool (and ?4 |tail defined|))
(define-fun ?9 () Bool (and ?8 ?5))
(define-fun ?10 () Bool (not ?5))
(define-fun ?11 () Bool (= ?2 (= |sum 0| 0)))
(define-fun ?12 () Bool (< |TASKS| |sum 0|))
(define-fun ?13 () Bool (and ?11 |tail defined|))
(define-fun ?14 () Bool (and ?13 ?5))
(assert (and (and ?1 (not (and ?1 (not (|other defined| |t'67|))))) (and (not (and ?4 (not (and |tail defined| (not (and ?5 (= ?6 (- ?3 1)))))))) (not (or ?7 (and ?8 ?2) (and ?9 ?2) (and ?9 ?10) (and ?9 ?7))))))
(assert (not (and (not (and ?11 (not (and |tail defined| (not (and ?5 (= ?6 (- |sum 0| 1)))))))) (not (or ?12 (and ?13 ?2) (and ?14 ?2) (and ?14 ?10) (and ?14 ?12))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'67|))
(define-fun ?1 () Bool (= ?0 2))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'67| |t'67|) 3 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?3 () Bool (and (not (< ?2 0)) (not (< |TASKS| ?2))))
(define-fun ?4 () Bool (not ?3))
(define-fun ?5 () Bool (not |tail defined|))
(define-fun ?6 () Bool (and (= ?5 (= ?2 0)) |tail defined|))
(define-fun ?7 () Bool (and ?6 ?5))
(define-fun ?8 () Bool (|place defined| |tail|))
(define-fun ?9 () Bool (and ?6 ?8))
(define-fun ?10 () Bool (and ?9 ?5))
(define-fun ?11 () Bool (or ?4 ?7))
(define-fun ?12 () Bool (and ?9 (not ?8)))
(define-fun ?13 () Bool (or ?11 ?10))
(assert (and (and ?1 (not (and ?1 (not (|other defined| |t'67|))))) (or ?4 (and ?7 ?3) (and ?10 (not ?11)) (and ?12 (not ?13)) (and (and ?9 ?4) (not (or ?13 ?12))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 7
; assumes: 4 7 9
; assertions: 20 21 22
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (= !0 |t'67|)) (|other defined| !0))) (not (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 2)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 7)))))) (not (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 7) (not (and (ite (= !0 (|other| |t'67|)) true (|next defined| !0)) (= (|other| !0) (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)))))))) (not (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 0) (ite (= !0 (|other| |t'67|)) true (|next defined| !0))))) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (= !0 |t'67|)) (|other defined| !0))) (not (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 2)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 7)))))) (= (ite (= !0 |t'67|) 3 (|step| !0)) 7)) (ite (= !0 (|other| |t'67|)) true (|next defined| !0))) (not (and (not (= !0 |t'67|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (= !0 |t'67|)) (|other defined| !0))) (not (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 2)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 7)))))) (= (ite (= !0 |t'67|) 3 (|step| !0)) 7)) (ite (= !0 (|other| |t'67|)) true (|next defined| !0))) (not (ite (= !0 (|other| |t'67|)) true (|next defined| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 8
; assumes: 4 8 9
; assertions: 20 21 22
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (= !0 (|other| |t'67|)) true (|next defined| !0)) (not (and (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (= (ite (= (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)) |t'67|) 3 (|step| (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)))) 3)) (= (|place| (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0))) (+ (|place| !0) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 10
; assumes: 8 9 10
; assertions: 5 6 7 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (ite (= !0 (|other| |t'67|)) true (|next defined| !0)) (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0))) (not (ite (= !0 (|other| |t'67|)) true (|next defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (ite (= !0 (|other| |t'67|)) true (|next defined| !0)) (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (= (ite (= (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)) |t'67|) 3 (|step| (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)))) 3))) (not (ite (= !0 (|other| |t'67|)) true (|next defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (ite (= !0 (|other| |t'67|)) true (|next defined| !0)) (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (= (ite (= (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)) |t'67|) 3 (|step| (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)))) 3))) (not (|place defined| (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (ite (= !0 (|other| |t'67|)) true (|next defined| !0)) (and (not (= (ite (= !0 |t'67|) 3 (|step| !0)) 0)) (= (ite (= (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)) |t'67|) 3 (|step| (ite (= !0 (|other| |t'67|)) |t'67| (|next| !0)))) 3))) (not (|place defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 9
; assumes: 4 9 10
; assertions: 20 22 23
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 2) (not (and (and (|place defined| (|other| !0)) (not (ite (= (|other| !0) (|other| |t'67|)) true (|next defined| (|other| !0))))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: prev->next = node": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: prev->next = node"
; keeps: 10
; assumes: 10
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'67| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'67|) 2))
(assert (and (and ?0 (not (and ?0 (not (|other defined| |t'67|))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 2) (not (and (not (= !0 |t'67|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 2) (|place defined| (|other| !0))) (not (and (not (= !0 |t'67|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (ite (= (|other| !0) (|other| |t'67|)) true (|next defined| (|other| !0)))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (ite (= (|other| !0) (|other| |t'67|)) true (|next defined| (|other| !0)))))) (not (and (not (= !0 |t'67|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'67|) 3 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (ite (= (|other| !0) (|other| |t'67|)) true (|next defined| (|other| !0)))))) (not (|place defined| (|other| !0))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": mutual exclusion
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 1
; assumes: 4 5
; assertions: 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 4) (= (ite (= !1 |t'79|) 4 (|step| !1)) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": a queue has a holder
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 2
; assumes: 2
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(define-fun ?0 () Bool (not |tail defined|))
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (and ?0 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 1)))))))))
(assert (not (and ?0 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": the lock is handed to one who spins
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 3
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": lemma: the queue is numbered
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 4
; assumes: 4
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'79|))
(assert (and (and (= ?0 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) (+ |sum 0| (- (ite (not (= (ite (= |t'79| |t'79|) 4 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'79|))
(define-fun ?1 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'79| |t'79|) 4 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (and (= ?0 3) (|locked| |t'79|)) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (|place defined| !0)) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (|place defined| !0)) (not (and (not (< ?1 0)) (not (< |TASKS| ?1)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?1)) (|place defined| !1)) (not (|place defined| !1))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?1)) (|place defined| !1)) (not (|place defined| !0))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 5
; assumes: 5
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 4)) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 5))) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 6))) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 7))) (not (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 3) (|locked| !0)))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 6
; assumes: 6
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(declare-const |sum 0| Int)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'79|))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'79| |t'79|) 4 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?3 () Bool (= ?1 (= ?2 0)))
(define-fun ?4 () Bool (|place defined| |tail|))
(define-fun ?5 () Int (|place| |tail|))
(define-fun ?6 () Bool (not (and (not (< ?2 0)) (not (< |TASKS| ?2)))))
(define-fun ?7 () Bool (and ?3 |tail defined|))
(define-fun ?8 () Bool (and ?7 ?4))
(define-fun ?9 () Bool (not ?4))
(define-fun ?10 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?11 () Bool (< |TASKS| |sum 0|))
(define-fun ?12 () Bool (and ?10 |tail defined|))
(define-fun ?13 () Bool (and ?12 ?4))
(assert (and (and (= ?0 3) (|locked| |t'79|)) (and (not (and ?3 (not (and |tail defined| (not (and ?4 (= ?5 (- ?2 1)))))))) (not (or ?6 (and ?7 ?1) (and ?8 ?1) (and ?8 ?9) (and ?8 ?6))))))
(assert (not (and (not (and ?10 (not (and |tail defined| (not (and ?4 (= ?5 (- |sum 0| 1)))))))) (not (or ?11 (and ?12 ?1) (and ?13 ?1) (and ?13 ?9) (and ?13 ?11))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'79|))
(define-fun ?1 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'79| |t'79|) 4 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?2 () Bool (and (not (< ?1 0)) (not (< |TASKS| ?1))))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (not |tail defined|))
(define-fun ?5 () Bool (and (= ?4 (= ?1 0)) |tail defined|))
(define-fun ?6 () Bool (and ?5 ?4))
(define-fun ?7 () Bool (|place defined| |tail|))
(define-fun ?8 () Bool (and ?5 ?7))
(define-fun ?9 () Bool (and ?8 ?4))
(define-fun ?10 () Bool (or ?3 ?6))
(define-fun ?11 () Bool (and ?8 (not ?7)))
(define-fun ?12 () Bool (or ?10 ?9))
(assert (and (and (= ?0 3) (|locked| |t'79|)) (or ?3 (and ?6 ?2) (and ?9 (not ?10)) (and ?11 (not ?12)) (and (and ?8 ?3) (not (or ?12 ?11))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 7
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 2)) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 7)))))) (not (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 0) (|next defined| !0)))) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 2)) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 7)))))) (= (ite (= !0 |t'79|) 4 (|step| !0)) 7)) (|next defined| !0)) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 2)) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 7)))))) (= (ite (= !0 |t'79|) 4 (|step| !0)) 7)) (|next defined| !0)) (not (|next defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 8
; assumes: 5 8 10
; assertions: 4 5 7 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |TASKS| Int)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'79|) 4 (|step| (|next| !0))) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 10
; assumes: 8 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'79|) 4 (|step| (|next| !0))) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'79|) 4 (|step| (|next| !0))) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'79|) 4 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'79|) 4 (|step| (|next| !0))) 3))) (not (|place defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 9
; assumes: 9
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "lock: node->locked is set": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "lock: node->locked is set"
; keeps: 10
; assumes: 10
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'79| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'79|) 3) (|locked| |t'79|)) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'79|) 4 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": mutual exclusion
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 4) (= (ite (= !1 |t'91|) 5 (|step| !1)) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (= (|step| !1) 4)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": a queue has a holder
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 2
; assumes: 2
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(define-fun ?0 () Bool (not |tail defined|))
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (and ?0 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 1)))))))))
(assert (not (and ?0 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": the lock is handed to one who spins
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 3
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 4
; assumes: 4
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'91|))
(assert (and (and (= ?0 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) (+ |sum 0| (- (ite (not (= (ite (= |t'91| |t'91|) 5 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'91|))
(define-fun ?1 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'91| |t'91|) 5 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (and (= ?0 4) (not (|next defined| |t'91|))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (|place defined| !0)) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (|place defined| !0)) (not (and (not (< ?1 0)) (not (< |TASKS| ?1)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?1)) (|place defined| !1)) (not (|place defined| !1))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?1)) (|place defined| !1)) (not (|place defined| !0))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 5
; assumes: 5
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 4)) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 5))) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 6))) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 7))) (not (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 3) (|locked| !0)))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 6
; assumes: 6
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(declare-const |sum 0| Int)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'91|))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'91| |t'91|) 5 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?3 () Bool (= ?1 (= ?2 0)))
(define-fun ?4 () Bool (|place defined| |tail|))
(define-fun ?5 () Int (|place| |tail|))
(define-fun ?6 () Bool (not (and (not (< ?2 0)) (not (< |TASKS| ?2)))))
(define-fun ?7 () Bool (and ?3 |tail defined|))
(define-fun ?8 () Bool (and ?7 ?4))
(define-fun ?9 () Bool (not ?4))
(define-fun ?10 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?11 () Bool (< |TASKS| |sum 0|))
(define-fun ?12 () Bool (and ?10 |tail defined|))
(define-fun ?13 () Bool (and ?12 ?4))
(assert (and (and (= ?0 4) (not (|next defined| |t'91|))) (and (not (and ?3 (not (and |tail defined| (not (and ?4 (= ?5 (- ?2 1)))))))) (not (or ?6 (and ?7 ?1) (and ?8 ?1) (and ?8 ?9) (and ?8 ?6))))))
(assert (not (and (not (and ?10 (not (and |tail defined| (not (and ?4 (= ?5 (- |sum 0| 1)))))))) (not (or ?11 (and ?12 ?1) (and ?13 ?1) (and ?13 ?9) (and ?13 ?11))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 10
; assumes:
; assertions: 5 8
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'91|))
(define-fun ?1 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'91| |t'91|) 5 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?2 () Bool (and (not (< ?1 0)) (not (< |TASKS| ?1))))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (not |tail defined|))
(define-fun ?5 () Bool (and (= ?4 (= ?1 0)) |tail defined|))
(define-fun ?6 () Bool (and ?5 ?4))
(define-fun ?7 () Bool (|place defined| |tail|))
(define-fun ?8 () Bool (and ?5 ?7))
(define-fun ?9 () Bool (and ?8 ?4))
(define-fun ?10 () Bool (or ?3 ?6))
(define-fun ?11 () Bool (and ?8 (not ?7)))
(define-fun ?12 () Bool (or ?10 ?9))
(assert (and (and (= ?0 4) (not (|next defined| |t'91|))) (or ?3 (and ?6 ?2) (and ?9 (not ?10)) (and ?11 (not ?12)) (and (and ?8 ?3) (not (or ?12 ?11))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 7
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 2)) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 7)))))) (not (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 0) (|next defined| !0)))) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 2)) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 7)))))) (= (ite (= !0 |t'91|) 5 (|step| !0)) 7)) (|next defined| !0)) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 2)) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 7)))))) (= (ite (= !0 |t'91|) 5 (|step| !0)) 7)) (|next defined| !0)) (not (|next defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 8
; assumes: 8
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'91|) 5 (|step| (|next| !0))) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 10
; assumes: 8 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'91|) 5 (|step| (|next| !0))) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'91|) 5 (|step| (|next| !0))) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'91|) 5 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'91|) 5 (|step| (|next| !0))) 3))) (not (|place defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 9
; assumes: 9
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is NULL": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: node->next is NULL"
; keeps: 10
; assumes: 10
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'91| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(assert (and (and (= (|step| |t'91|) 4) (not (|next defined| |t'91|))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'91|) 5 (|step| !0)) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": no run-time error
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(assert (and (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1) (not ?1)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": mutual exclusion
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 4) (= (ite (= !1 |t'103|) 7 (|step| !1)) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (= (|step| !1) 4)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": a queue has a holder
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 2
; assumes: 2
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(define-fun ?3 () Bool (not |tail defined|))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (and ?3 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 1)))))))))
(assert (not (and ?3 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": the lock is handed to one who spins
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 3
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 4
; assumes: 4
; assertions: 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) (+ |sum 0| (- (ite (not (= (ite (= |t'103| |t'103|) 7 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 10
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'103| |t'103|) 7 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (|place defined| !0)) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (|place defined| !0)) (not (and (not (< ?3 0)) (not (< |TASKS| ?3)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?3)) (|place defined| !1)) (not (|place defined| !1))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (|place defined| !0)) (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (|place defined| !0)) (< (|place| !0) ?3)) (|place defined| !1)) (not (|place defined| !0))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (= (|step| !0) 0)) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 5
; assumes: 5
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 4)) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 5))) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 6))) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 7))) (not (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 3) (|locked| !0)))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 6
; assumes: 6
; assertions: 5 7 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |tail defined| Bool)
(declare-const |sum 0| Int)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(define-fun ?3 () Bool (not |tail defined|))
(define-fun ?4 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'103| |t'103|) 7 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?5 () Bool (= ?3 (= ?4 0)))
(define-fun ?6 () Bool (|place defined| |tail|))
(define-fun ?7 () Int (|place| |tail|))
(define-fun ?8 () Bool (not (and (not (< ?4 0)) (not (< |TASKS| ?4)))))
(define-fun ?9 () Bool (and ?5 |tail defined|))
(define-fun ?10 () Bool (and ?9 ?6))
(define-fun ?11 () Bool (not ?6))
(define-fun ?12 () Bool (= ?3 (= |sum 0| 0)))
(define-fun ?13 () Bool (< |TASKS| |sum 0|))
(define-fun ?14 () Bool (and ?12 |tail defined|))
(define-fun ?15 () Bool (and ?14 ?6))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (and (not (and ?5 (not (and |tail defined| (not (and ?6 (= ?7 (- ?4 1)))))))) (not (or ?8 (and ?9 ?3) (and ?10 ?3) (and ?10 ?11) (and ?10 ?8))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(assert (not (and (not (and ?12 (not (and |tail defined| (not (and ?6 (= ?7 (- |sum 0| 1)))))))) (not (or ?13 (and ?14 ?3) (and ?15 ?3) (and ?15 ?11) (and ?15 ?13))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 10
; assumes:
; assertions: 4 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-const |TASKS| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'103| |t'103|) 7 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?4 () Bool (and (not (< ?3 0)) (not (< |TASKS| ?3))))
(define-fun ?5 () Bool (not ?4))
(define-fun ?6 () Bool (not |tail defined|))
(define-fun ?7 () Bool (and (= ?6 (= ?3 0)) |tail defined|))
(define-fun ?8 () Bool (and ?7 ?6))
(define-fun ?9 () Bool (|place defined| |tail|))
(define-fun ?10 () Bool (and ?7 ?9))
(define-fun ?11 () Bool (and ?10 ?6))
(define-fun ?12 () Bool (or ?5 ?8))
(define-fun ?13 () Bool (and ?10 (not ?9)))
(define-fun ?14 () Bool (or ?12 ?11))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (or ?5 (and ?8 ?4) (and ?11 (not ?12)) (and ?13 (not ?14)) (and (and ?10 ?5) (not (or ?14 ?13))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (+ |sum 0| (- 1 (ite (not (= (|step| !0) 0)) 1 0))) (+ (+ (- 1) |TASKS|) 1))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 7
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (ite (= !0 |t'103|) true (|other defined| !0))) (not (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 2)) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 7)))))) (not (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 7) (not (and (|next defined| !0) (= (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0)) (|next| !0))))))) (not (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 0) (|next defined| !0)))) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (ite (= !0 |t'103|) true (|other defined| !0))) (not (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 2)) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 7)))))) (= (ite (= !0 |t'103|) 7 (|step| !0)) 7)) (|next defined| !0)) (not (ite (= !0 |t'103|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (ite (= !0 |t'103|) true (|other defined| !0))) (not (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 2)) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 7)))))) (= (ite (= !0 |t'103|) 7 (|step| !0)) 7)) (|next defined| !0)) (not (|next defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 8
; assumes: 8
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'103|) 7 (|step| (|next| !0))) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 10
; assumes: 8 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'103|) 7 (|step| (|next| !0))) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'103|) 7 (|step| (|next| !0))) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (ite (= !0 |t'103|) 7 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'103|) 7 (|step| (|next| !0))) 3))) (not (|place defined| !0)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 9
; assumes: 9
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 2) (not (and (and (|place defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0))) (not (|next defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0))))) (= (|place| !0) (+ (|place| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0))) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: node->next is read": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: node->next is read"
; keeps: 10
; assumes: 9 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'103| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(define-fun ?0 () Int (|step| |t'103|))
(define-fun ?1 () Bool (|next defined| |t'103|))
(define-fun ?2 () Bool (and (not (and (not (= ?0 4)) (not (= ?0 6)))) ?1))
(assert (and (and ?2 (not (and ?2 (not ?1)))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 2) (not (ite (= !0 |t'103|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 2) (|place defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0)))) (not (ite (= !0 |t'103|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 2) (and (|place defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0))) (not (|next defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0)))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 2) (and (|place defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0))) (not (|next defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0)))))) (not (ite (= !0 |t'103|) true (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'103|) 7 (|step| !0)) 2) (and (|place defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0))) (not (|next defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0)))))) (not (|place defined| (ite (= !0 |t'103|) (|next| |t'103|) (|other| !0)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes: 6
; assertions: 5 7 19 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Bool (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (= |tail| |t'115|)) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))))
(define-fun ?4 () Bool (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 (= |tail| |t'115|)) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))))
(define-fun ?5 () Bool (or ?2 ?3))
(define-fun ?6 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?7 () Bool (|place defined| |tail|))
(define-fun ?8 () Bool (< |TASKS| |sum 0|))
(define-fun ?9 () Bool (and ?6 |tail defined|))
(define-fun ?10 () Bool (and ?9 ?7))
(assert (or ?2 (and ?3 (not ?2)) (and ?4 (not ?5)) (and (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 (= |tail| |t'115|)) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1))))))) (not (or ?5 ?4)))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (not (and (not (and ?6 (not (and |tail defined| (not (and ?7 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?8 (and ?9 ?1) (and ?10 ?1) (and ?10 (not ?7)) (and ?10 ?8))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": mutual exclusion
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(define-fun ?2 () Bool (not ?1))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (and (= !0 |t'115|) ?2) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 4) (= (ite (and (= !1 |t'115|) ?2) 6 (ite (and (= !1 |t'115|) ?1) 0 (|step| !1))) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (= (|step| !1) 4)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": a queue has a holder
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 2
; assumes: 5 6
; assertions: 5 6 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Bool (= |tail| |t'115|))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?5 () Bool (|place defined| |tail|))
(define-fun ?6 () Bool (< |TASKS| |sum 0|))
(define-fun ?7 () Bool (and ?4 |tail defined|))
(define-fun ?8 () Bool (and ?7 ?5))
(assert (and (and ?0 (not (or (and ?0 ?1) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (and (not (and ?3 |tail defined|)) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (not (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 1)))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (= (|step| !0) 0)) 1 0) (ite (not (= (|step| !1) 0)) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?4 (not (and |tail defined| (not (and ?5 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?6 (and ?7 ?1) (and ?8 ?1) (and ?8 (not ?5)) (and ?8 ?6))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": the lock is handed to one who spins
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 3
; assumes: 3
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (and (= !0 |t'115|) ?1) false (|locked| !0)) (not (and (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 0)) (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 4
; assumes: 4 5
; assertions: 19 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'115|))
(define-fun ?1 () Bool (= ?0 5))
(define-fun ?2 () Bool (= |tail| |t'115|))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (= |t'115| |t'115|))
(assert (and (and ?1 (not (or (and ?1 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (not (and (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0))) (not (and (< (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)) (+ |sum 0| (- (ite (not (= (ite (and ?4 ?3) 6 (ite (and ?4 ?2) 0 ?0)) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (ite (and (and (and (< 0 (|place| !1)) (not (= !1 |t'115|))) (|place defined| !1)) ?2) true (and (not (and (and (= !1 |t'115|) (|place defined| !1)) ?2)) (|place defined| !1))) (= (ite (and (and (and (< 0 (|place| !1)) (not (= !1 |t'115|))) (|place defined| !1)) ?2) (- (|place| !1) 1) (|place| !1)) (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes: 4
; assertions: 5 19 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'115|))
(define-fun ?1 () Bool (= ?0 5))
(define-fun ?2 () Bool (= |tail| |t'115|))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (= |t'115| |t'115|))
(define-fun ?5 () Int (+ |sum 0| (- (ite (not (= (ite (and ?4 ?3) 6 (ite (and ?4 ?2) 0 ?0)) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (and ?1 (not (or (and ?1 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (not (and (not (< ?5 0)) (not (< |TASKS| ?5)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (< (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)) ?5)) (ite (and (and (and (< 0 (|place| !1)) (not (= !1 |t'115|))) (|place defined| !1)) ?2) true (and (not (and (and (= !1 |t'115|) (|place defined| !1)) ?2)) (|place defined| !1)))) (not (ite (and (and (and (< 0 (|place| !1)) (not (= !1 |t'115|))) (|place defined| !1)) ?2) true (and (not (and (and (= !1 |t'115|) (|place defined| !1)) ?2)) (|place defined| !1))))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0)))) (< (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)) ?5)) (ite (and (and (and (< 0 (|place| !1)) (not (= !1 |t'115|))) (|place defined| !1)) ?2) true (and (not (and (and (= !1 |t'115|) (|place defined| !1)) ?2)) (|place defined| !1)))) (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0))))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 5
; assumes: 4 5 6
; assertions: 5 20 21 22
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Bool (= |tail| |t'115|))
(define-fun ?3 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?4 () Bool (|place defined| |tail|))
(define-fun ?5 () Bool (< |TASKS| |sum 0|))
(define-fun ?6 () Bool (and ?3 |tail defined|))
(define-fun ?7 () Bool (and ?6 ?4))
(assert (and (and ?0 (not (or (and ?0 ?1) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?2)) (|place defined| !0))) (not (= (= (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)) 0) (not (and (and (and (and (not (= (ite (and (= !0 |t'115|) (not ?2)) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 4)) (not (= (ite (and (= !0 |t'115|) (not ?2)) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 5))) (not (= (ite (and (= !0 |t'115|) (not ?2)) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 6))) (not (= (ite (and (= !0 |t'115|) (not ?2)) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 7))) (not (and (= (ite (and (= !0 |t'115|) (not ?2)) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 3) (ite (and (= !0 |t'115|) ?2) false (|locked| !0))))))))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?3 (not (and |tail defined| (not (and ?4 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?5 (and ?6 ?1) (and ?7 ?1) (and ?7 (not ?4)) (and ?7 ?5))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error, evaluating lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?1) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?1)) (|place defined| !0))) (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?1) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?1)) (|place defined| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 6
; assumes: 5 6
; assertions: 5 8 20 21
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Int (|step| |t'115|))
(define-fun ?1 () Bool (= ?0 5))
(define-fun ?2 () Bool (not |tail defined|))
(define-fun ?3 () Bool (= |tail| |t'115|))
(define-fun ?4 () Bool (not ?3))
(define-fun ?5 () Bool (and ?4 |tail defined|))
(define-fun ?6 () Bool (not ?5))
(define-fun ?7 () Bool (= |t'115| |t'115|))
(define-fun ?8 () Int (+ |sum 0| (- (ite (not (= (ite (and ?7 ?4) 6 (ite (and ?7 ?3) 0 ?0)) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?9 () Bool (= ?6 (= ?8 0)))
(define-fun ?10 () Bool (|place defined| |tail|))
(define-fun ?11 () Bool (and (not (and (and ?3 ?10) ?3)) ?10))
(define-fun ?12 () Int (|place| |tail|))
(define-fun ?13 () Bool (not (and (not (< ?8 0)) (not (< |TASKS| ?8)))))
(define-fun ?14 () Bool (and ?9 ?5))
(define-fun ?15 () Bool (and ?14 ?11))
(define-fun ?16 () Bool (= ?2 (= |sum 0| 0)))
(define-fun ?17 () Bool (< |TASKS| |sum 0|))
(define-fun ?18 () Bool (and ?16 |tail defined|))
(define-fun ?19 () Bool (and ?18 ?10))
(assert (and (and ?1 (not (or (and ?1 ?2) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 ?3) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?3) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?3) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (and (not (and ?9 (not (and ?5 (not (and ?11 (= ?12 (- ?8 1)))))))) (not (or ?13 (and ?14 ?6) (and ?15 ?6) (and ?15 (not ?11)) (and ?15 ?13))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?16 (not (and |tail defined| (not (and ?10 (= ?12 (- |sum 0| 1)))))))) (not (or ?17 (and ?18 ?2) (and ?19 ?2) (and ?19 (not ?10)) (and ?19 ?17))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes: 6
; assertions: 5 8 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'115|))
(define-fun ?1 () Bool (= ?0 5))
(define-fun ?2 () Bool (not |tail defined|))
(define-fun ?3 () Bool (= |tail| |t'115|))
(define-fun ?4 () Bool (= |t'115| |t'115|))
(define-fun ?5 () Bool (not ?3))
(define-fun ?6 () Int (+ |sum 0| (- (ite (not (= (ite (and ?4 ?5) 6 (ite (and ?4 ?3) 0 ?0)) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?7 () Bool (and (not (< ?6 0)) (not (< |TASKS| ?6))))
(define-fun ?8 () Bool (not ?7))
(define-fun ?9 () Bool (and ?5 |tail defined|))
(define-fun ?10 () Bool (not ?9))
(define-fun ?11 () Bool (and (= ?10 (= ?6 0)) ?9))
(define-fun ?12 () Bool (and ?11 ?10))
(define-fun ?13 () Bool (|place defined| |tail|))
(define-fun ?14 () Bool (and (not (and (and ?3 ?13) ?3)) ?13))
(define-fun ?15 () Bool (and ?11 ?14))
(define-fun ?16 () Bool (and ?15 ?10))
(define-fun ?17 () Bool (or ?8 ?12))
(define-fun ?18 () Bool (and ?15 (not ?14)))
(define-fun ?19 () Bool (or ?17 ?16))
(define-fun ?20 () Bool (= ?2 (= |sum 0| 0)))
(define-fun ?21 () Bool (< |TASKS| |sum 0|))
(define-fun ?22 () Bool (and ?20 |tail defined|))
(define-fun ?23 () Bool (and ?22 ?13))
(assert (and (and ?1 (not (or (and ?1 ?2) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 ?3) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?3) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?1 ?3) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or ?8 (and ?12 ?7) (and ?16 (not ?17)) (and ?18 (not ?19)) (and (and ?15 ?8) (not (or ?19 ?18))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (<= 0 |sum 0|))
(assert (not (and (not (and ?20 (not (and |tail defined| (not (and ?13 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?21 (and ?22 ?2) (and ?23 ?2) (and ?23 (not ?13)) (and ?23 ?21))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 7
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))) (not (and (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2)) (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 7)))))) (not (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 7) (not (and (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0)) (= (|other| !0) (|next| !0))))))) (not (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 0) (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0))))) (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes: 7
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))) (not (and (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2)) (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 7)))))) (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 7)) (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0))) (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))) (not (and (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2)) (not (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 7)))))) (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 7)) (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0))) (not (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 8
; assumes: 5 6 8
; assertions: 5 6 20 21 22
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Bool (= |tail| |t'115|))
(define-fun ?3 () Bool (not ?2))
(define-fun ?4 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?5 () Bool (|place defined| |tail|))
(define-fun ?6 () Bool (< |TASKS| |sum 0|))
(define-fun ?7 () Bool (and ?4 |tail defined|))
(define-fun ?8 () Bool (and ?7 ?5))
(assert (and (and ?0 (not (or (and ?0 ?1) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (and (not (and (= !0 |t'115|) ?2)) (|next defined| !0)) (not (and (and (not (= (ite (and (= !0 |t'115|) ?3) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'115|) ?3) 6 (ite (and (= (|next| !0) |t'115|) ?2) 0 (|step| (|next| !0)))) 3)) (= (ite (and (and (and (< 0 (|place| (|next| !0))) (not (= (|next| !0) |t'115|))) (|place defined| (|next| !0))) ?2) (- (|place| (|next| !0)) 1) (|place| (|next| !0))) (+ (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)) 1))))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (= (|step| !0) 0)) 1 0) (ite (not (= (|step| !1) 0)) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?4 (not (and |tail defined| (not (and ?5 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?6 (and ?7 ?1) (and ?8 ?1) (and ?8 (not ?5)) (and ?8 ?6))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes: 8 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(define-fun ?2 () Bool (not ?1))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0)) (not (= (ite (and (= !0 |t'115|) ?2) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 0))) (not (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0)) (and (not (= (ite (and (= !0 |t'115|) ?2) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'115|) ?2) 6 (ite (and (= (|next| !0) |t'115|) ?1) 0 (|step| (|next| !0)))) 3))) (not (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0)) (and (not (= (ite (and (= !0 |t'115|) ?2) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'115|) ?2) 6 (ite (and (= (|next| !0) |t'115|) ?1) 0 (|step| (|next| !0)))) 3))) (not (ite (and (and (and (< 0 (|place| (|next| !0))) (not (= (|next| !0) |t'115|))) (|place defined| (|next| !0))) ?1) true (and (not (and (and (= (|next| !0) |t'115|) (|place defined| (|next| !0))) ?1)) (|place defined| (|next| !0))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (and (= !0 |t'115|) ?1)) (|next defined| !0)) (and (not (= (ite (and (= !0 |t'115|) ?2) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 0)) (= (ite (and (= (|next| !0) |t'115|) ?2) 6 (ite (and (= (|next| !0) |t'115|) ?1) 0 (|step| (|next| !0)))) 3))) (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?1) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?1)) (|place defined| !0)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 9
; assumes: 5 6 9
; assertions: 5 6 19 20 21 22 26
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (not |tail defined|))
(define-fun ?2 () Bool (= |tail| |t'115|))
(define-fun ?3 () Bool (= ?1 (= |sum 0| 0)))
(define-fun ?4 () Bool (|place defined| |tail|))
(define-fun ?5 () Bool (< |TASKS| |sum 0|))
(define-fun ?6 () Bool (and ?3 |tail defined|))
(define-fun ?7 () Bool (and ?6 ?4))
(assert (and (and ?0 (not (or (and ?0 ?1) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?2) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (and (= !0 |t'115|) (not ?2)) 6 (ite (and (= !0 |t'115|) ?2) 0 (|step| !0))) 2) (not (and (and (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?2) true (and (not (and (and (= (|other| !0) |t'115|) (|place defined| (|other| !0))) ?2)) (|place defined| (|other| !0)))) (not (and (not (and (= (|other| !0) |t'115|) ?2)) (|next defined| (|other| !0))))) (= (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?2) (- (|place| !0) 1) (|place| !0)) (+ (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?2) (- (|place| (|other| !0)) 1) (|place| (|other| !0))) 1))))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (= (|step| !0) 0)) 1 0) (ite (not (= (|step| !1) 0)) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?3 (not (and |tail defined| (not (and ?4 (= (|place| |tail|) (- |sum 0| 1)))))))) (not (or ?5 (and ?6 ?1) (and ?7 ?1) (and ?7 (not ?4)) (and ?7 ?5))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: cmpxchg(lock, node, NULL)": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: cmpxchg(lock, node, NULL)"
; keeps: 10
; assumes: 9 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'115| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'115|) 5))
(define-fun ?1 () Bool (= |tail| |t'115|))
(assert (and (and ?0 (not (or (and ?0 (not |tail defined|)) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and (and ?0 ?1) (|place defined| !0)) (not (= !0 |t'115|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2) (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2) (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?1) true (and (not (and (and (= (|other| !0) |t'115|) (|place defined| (|other| !0))) ?1)) (|place defined| (|other| !0))))) (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2) (and (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?1) true (and (not (and (and (= (|other| !0) |t'115|) (|place defined| (|other| !0))) ?1)) (|place defined| (|other| !0)))) (not (and (not (and (= (|other| !0) |t'115|) ?1)) (|next defined| (|other| !0)))))) (not (ite (and (and (and (< 0 (|place| !0)) (not (= !0 |t'115|))) (|place defined| !0)) ?1) true (and (not (and (and (= !0 |t'115|) (|place defined| !0)) ?1)) (|place defined| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2) (and (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?1) true (and (not (and (and (= (|other| !0) |t'115|) (|place defined| (|other| !0))) ?1)) (|place defined| (|other| !0)))) (not (and (not (and (= (|other| !0) |t'115|) ?1)) (|next defined| (|other| !0)))))) (not (and (not (and (= !0 |t'115|) ?1)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (and (= !0 |t'115|) (not ?1)) 6 (ite (and (= !0 |t'115|) ?1) 0 (|step| !0))) 2) (and (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?1) true (and (not (and (and (= (|other| !0) |t'115|) (|place defined| (|other| !0))) ?1)) (|place defined| (|other| !0)))) (not (and (not (and (= (|other| !0) |t'115|) ?1)) (|next defined| (|other| !0)))))) (not (ite (and (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'115|))) (|place defined| (|other| !0))) ?1) true (and (not (and (and (= (|other| !0) |t'115|) (|place defined| (|other| !0))) ?1)) (|place defined| (|other| !0))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes: 7
; assertions: 4 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(define-fun ?1 () Bool (and ?0 (not (|other defined| |t'127|))))
(define-fun ?2 () Bool (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))))
(define-fun ?3 () Bool (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))))
(define-fun ?4 () Bool (or ?1 ?2))
(assert (or ?1 (and ?2 (not ?1)) (and ?3 (not ?4)) (and (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1))))))) (not (or ?4 ?3)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": mutual exclusion
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 1
; assumes: 1
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 4) (= (ite (= !1 |t'127|) 0 (|step| !1)) 4)) (not (= !0 !1)))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (= (|step| !0) 4) (= (|step| !1) 4)) (not (= !0 !1)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": a queue has a holder
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 2
; assumes: 2
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |tail defined| Bool)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(define-fun ?1 () Bool (not |tail defined|))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (and ?1 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 1)))))))))
(assert (not (and ?1 (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": the lock is handed to one who spins
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 3
; assumes: 3 7 8
; assertions: 5 6 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (= !0 |t'127|) false (ite (= !0 (|other| |t'127|)) true (|locked| !0))) (not (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 2))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|locked| !0) (not (and (not (= (|step| !0) 0)) (not (= (|step| !0) 2))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 4
; assumes: 4 5 7
; assertions: 19 20 21 22
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Int (|step| |t'127|))
(define-fun ?1 () Bool (= ?0 7))
(assert (and (and ?1 (not (or (and ?1 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (not (and (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0))) (not (and (< (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)) (+ |sum 0| (- (ite (not (= (ite (= |t'127| |t'127|) 0 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0)))) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (ite (and (and (< 0 (|place| !1)) (not (= !1 |t'127|))) (|place defined| !1)) true (and (not (and (= !1 |t'127|) (|place defined| !1))) (|place defined| !1))) (= (ite (and (and (< 0 (|place| !1)) (not (= !1 |t'127|))) (|place defined| !1)) (- (|place| !1) 1) (|place| !1)) (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)))) (not (= !1 !0))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error, evaluating lemma: the queue is numbered
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes: 4
; assertions: 5 19 20
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(define-fun ?0 () Int (|step| |t'127|))
(define-fun ?1 () Bool (= ?0 7))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'127| |t'127|) 0 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(assert (and (and ?1 (not (or (and ?1 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (not (and (not (< ?2 0)) (not (< |TASKS| ?2)))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (< (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)) ?2)) (ite (and (and (< 0 (|place| !1)) (not (= !1 |t'127|))) (|place defined| !1)) true (and (not (and (= !1 |t'127|) (|place defined| !1))) (|place defined| !1)))) (not (ite (and (and (< 0 (|place| !1)) (not (= !1 |t'127|))) (|place defined| !1)) true (and (not (and (= !1 |t'127|) (|place defined| !1))) (|place defined| !1))))))) (exists ((!0 |scalarset to TASKS - 1|)) (exists ((!1 |scalarset to TASKS - 1|)) (and (and (and (and (= (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))) (< (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)) ?2)) (ite (and (and (< 0 (|place| !1)) (not (= !1 |t'127|))) (|place defined| !1)) true (and (not (and (= !1 |t'127|) (|place defined| !1))) (|place defined| !1)))) (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0))))))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 5
; assumes: 4 5 7 8
; assertions: 19 20 21 22 23 28
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0))) (not (= (= (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)) 0) (not (and (and (and (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 4)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 5))) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 6))) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 7))) (not (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 3) (ite (= !0 |t'127|) false (ite (= !0 (|other| |t'127|)) true (|locked| !0)))))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error, evaluating lemma: the first of the queue has the lock, and nobody else
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0))) (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 6
; assumes: 5 6 7 8
; assertions: 5 6 20 21 22 23 28
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |tail defined| Bool)
(declare-const |sum 0| Int)
(declare-const |tail| |scalarset to TASKS - 1|)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Int (|step| |t'127|))
(define-fun ?1 () Bool (= ?0 7))
(define-fun ?2 () Bool (not |tail defined|))
(define-fun ?3 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'127| |t'127|) 0 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?4 () Bool (= ?2 (= ?3 0)))
(define-fun ?5 () Int (|place| |tail|))
(define-fun ?6 () Bool (= |tail| |t'127|))
(define-fun ?7 () Bool (|place defined| |tail|))
(define-fun ?8 () Bool (and (and (< 0 ?5) (not ?6)) ?7))
(define-fun ?9 () Bool (ite ?8 true (and (not (and ?6 ?7)) ?7)))
(define-fun ?10 () Bool (not (and (not (< ?3 0)) (not (< |TASKS| ?3)))))
(define-fun ?11 () Bool (and ?4 |tail defined|))
(define-fun ?12 () Bool (and ?11 ?9))
(define-fun ?13 () Bool (= ?2 (= |sum 0| 0)))
(define-fun ?14 () Bool (< |TASKS| |sum 0|))
(define-fun ?15 () Bool (and ?13 |tail defined|))
(define-fun ?16 () Bool (and ?15 ?7))
(assert (and (and ?1 (not (or (and ?1 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (and (not (and ?4 (not (and |tail defined| (not (and ?9 (= (ite ?8 (- ?5 1) ?5) (- ?3 1)))))))) (not (or ?10 (and ?11 ?2) (and ?12 ?2) (and ?12 (not ?9)) (and ?12 ?10))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|) (!1 |scalarset to TASKS - 1|)) (or (= !0 !1) (<= (+ (ite (not (= (|step| !0) 0)) 1 0) (ite (not (= (|step| !1) 0)) 1 0)) |sum 0|))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (not (and (not (and ?13 (not (and |tail defined| (not (and ?7 (= ?5 (- |sum 0| 1)))))))) (not (or ?14 (and ?15 ?2) (and ?16 ?2) (and ?16 (not ?7)) (and ?16 ?14))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error, evaluating lemma: the lock word points to the last of the queue
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes:
; assertions: 5 7
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-const |sum 0| Int)
(declare-const |tail defined| Bool)
(declare-const |tail| |scalarset to TASKS - 1|)
(define-fun ?0 () Int (|step| |t'127|))
(define-fun ?1 () Bool (= ?0 7))
(define-fun ?2 () Int (+ |sum 0| (- (ite (not (= (ite (= |t'127| |t'127|) 0 ?0) 0)) 1 0) (ite (not (= ?0 0)) 1 0))))
(define-fun ?3 () Bool (and (not (< ?2 0)) (not (< |TASKS| ?2))))
(define-fun ?4 () Bool (not ?3))
(define-fun ?5 () Bool (not |tail defined|))
(define-fun ?6 () Bool (and (= ?5 (= ?2 0)) |tail defined|))
(define-fun ?7 () Bool (and ?6 ?5))
(define-fun ?8 () Bool (= |tail| |t'127|))
(define-fun ?9 () Bool (|place defined| |tail|))
(define-fun ?10 () Bool (ite (and (and (< 0 (|place| |tail|)) (not ?8)) ?9) true (and (not (and ?8 ?9)) ?9)))
(define-fun ?11 () Bool (and ?6 ?10))
(define-fun ?12 () Bool (and ?11 ?5))
(define-fun ?13 () Bool (or ?4 ?7))
(define-fun ?14 () Bool (and ?11 (not ?10)))
(define-fun ?15 () Bool (or ?13 ?12))
(assert (and (and ?1 (not (or (and ?1 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?1 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or ?4 (and ?7 ?3) (and ?12 (not ?13)) (and ?14 (not ?15)) (and (and ?11 ?4) (not (or ?15 ?14))))))
(assert (<= |sum 0| (+ (+ (- 1) |TASKS|) 1)))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (<= (ite (not (= (|step| !0) 0)) 1 0) |sum 0|)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 7
; assumes: 7
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (= !0 |t'127|)) (|other defined| !0))) (not (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 2)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 7)))))) (not (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 7) (not (and (and (not (= !0 |t'127|)) (|next defined| !0)) (= (|other| !0) (|next| !0))))))) (not (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 0) (and (not (= !0 |t'127|)) (|next defined| !0))))) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 1)))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (= (|step| !0) 7)) (|next defined| !0)) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (= (|step| !0) 7)) (|next defined| !0)) (not (|next defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error, evaluating lemma: which steps have a pointer at hand
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (= !0 |t'127|)) (|other defined| !0))) (not (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 2)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 7)))))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 7)) (and (not (= !0 |t'127|)) (|next defined| !0))) (not (and (not (= !0 |t'127|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (and (not (= !0 |t'127|)) (|other defined| !0))) (not (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 2)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 7)))))) (= (ite (= !0 |t'127|) 0 (|step| !0)) 7)) (and (not (= !0 |t'127|)) (|next defined| !0))) (not (and (not (= !0 |t'127|)) (|next defined| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 8
; assumes: 4 5 7 8 10
; assertions: 19 20 22 24 26 27
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (and (not (= !0 |t'127|)) (|next defined| !0)) (not (and (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'127|) 0 (|step| (|next| !0))) 3)) (= (ite (and (and (< 0 (|place| (|next| !0))) (not (= (|next| !0) |t'127|))) (|place defined| (|next| !0))) (- (|place| (|next| !0)) 1) (|place| (|next| !0))) (+ (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|next defined| !0) (not (and (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3)) (= (|place| (|next| !0)) (+ (|place| !0) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error, evaluating lemma: behind a node is the next of the queue, who spins
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes: 10
; assertions: 5
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'127|)) (|next defined| !0)) (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0))) (not (and (not (= !0 |t'127|)) (|next defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'127|)) (|next defined| !0)) (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'127|) 0 (|step| (|next| !0))) 3))) (not (and (not (= !0 |t'127|)) (|next defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'127|)) (|next defined| !0)) (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'127|) 0 (|step| (|next| !0))) 3))) (not (ite (and (and (< 0 (|place| (|next| !0))) (not (= (|next| !0) |t'127|))) (|place defined| (|next| !0))) true (and (not (and (= (|next| !0) |t'127|) (|place defined| (|next| !0)))) (|place defined| (|next| !0))))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= !0 |t'127|)) (|next defined| !0)) (and (not (= (ite (= !0 |t'127|) 0 (|step| !0)) 0)) (= (ite (= (|next| !0) |t'127|) 0 (|step| (|next| !0))) 3))) (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (not (= (|step| !0) 0))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|next defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| (|next| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (|next defined| !0) (and (not (= (|step| !0) 0)) (= (|step| (|next| !0)) 3))) (not (|place defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 9
; assumes: 4 5 7 9 10
; assertions: 19 20 22 24 26 27
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(declare-const |sum 0| Int)
(declare-fun |locked| (|scalarset to TASKS - 1|) Bool)
(declare-fun |next| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (not (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 2) (not (and (and (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) true (and (not (and (= (|other| !0) |t'127|) (|place defined| (|other| !0)))) (|place defined| (|other| !0)))) (not (and (not (= (|other| !0) |t'127|)) (|next defined| (|other| !0))))) (= (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) (- (|place| !0) 1) (|place| !0)) (+ (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) (- (|place| (|other| !0)) 1) (|place| (|other| !0))) 1))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (or (not (|place defined| !0)) (and (<= 0 (|place| !0)) (<= (|place| !0) |TASKS|)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (= (not (|place defined| !0)) (= (|step| !0) 0)) (not (and (|place defined| !0) (not (and (< (|place| !0) |sum 0|) (forall ((!1 |scalarset to TASKS - 1|)) (not (and (and (|place defined| !1) (= (|place| !1) (|place| !0))) (not (= !1 !0))))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (|place defined| !0) (not (= (= (|place| !0) 0) (not (and (and (and (and (not (= (|step| !0) 4)) (not (= (|step| !0) 5))) (not (= (|step| !0) 6))) (not (= (|step| !0) 7))) (not (and (= (|step| !0) 3) (|locked| !0)))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (and (and (and (not (= (not (|other defined| !0)) (not (and (not (= (|step| !0) 2)) (not (= (|step| !0) 7)))))) (not (and (= (|step| !0) 7) (not (and (|next defined| !0) (= (|other| !0) (|next| !0))))))) (not (and (= (|step| !0) 0) (|next defined| !0)))) (not (= (|step| !0) 1)))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "unlock: next->locked = 1": no run-time error, evaluating lemma: who links itself is the next of the queue
; expected: unsat
; step: rule "unlock: next->locked = 1"
; keeps: 10
; assumes: 9 10
; assertions: 5 6
(declare-sort |scalarset to TASKS - 1| 0)
(declare-const |t'127| |scalarset to TASKS - 1|)
(declare-fun |step| (|scalarset to TASKS - 1|) Int)
(declare-fun |other defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place defined| (|scalarset to TASKS - 1|) Bool)
(declare-fun |place| (|scalarset to TASKS - 1|) Int)
(declare-const |TASKS| Int)
(declare-fun |other| (|scalarset to TASKS - 1|) |scalarset to TASKS - 1|)
(declare-fun |next defined| (|scalarset to TASKS - 1|) Bool)
(define-fun ?0 () Bool (= (|step| |t'127|) 7))
(assert (and (and ?0 (not (or (and ?0 (not (|other defined| |t'127|))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (and (and ?0 (|place defined| !0)) (not (= !0 |t'127|))) (< 0 (|place| !0))) (not (and (not (< (- (|place| !0) 1) 0)) (not (< |TASKS| (- (|place| !0) 1)))))))))) (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 2) (not (and (not (= !0 |t'127|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 2) (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) true (and (not (and (= (|other| !0) |t'127|) (|place defined| (|other| !0)))) (|place defined| (|other| !0))))) (not (and (not (= !0 |t'127|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 2) (and (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) true (and (not (and (= (|other| !0) |t'127|) (|place defined| (|other| !0)))) (|place defined| (|other| !0)))) (not (and (not (= (|other| !0) |t'127|)) (|next defined| (|other| !0)))))) (not (ite (and (and (< 0 (|place| !0)) (not (= !0 |t'127|))) (|place defined| !0)) true (and (not (and (= !0 |t'127|) (|place defined| !0))) (|place defined| !0)))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 2) (and (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) true (and (not (and (= (|other| !0) |t'127|) (|place defined| (|other| !0)))) (|place defined| (|other| !0)))) (not (and (not (= (|other| !0) |t'127|)) (|next defined| (|other| !0)))))) (not (and (not (= !0 |t'127|)) (|other defined| !0))))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (ite (= !0 |t'127|) 0 (|step| !0)) 2) (and (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) true (and (not (and (= (|other| !0) |t'127|) (|place defined| (|other| !0)))) (|place defined| (|other| !0)))) (not (and (not (= (|other| !0) |t'127|)) (|next defined| (|other| !0)))))) (not (ite (and (and (< 0 (|place| (|other| !0))) (not (= (|other| !0) |t'127|))) (|place defined| (|other| !0))) true (and (not (and (= (|other| !0) |t'127|) (|place defined| (|other| !0)))) (|place defined| (|other| !0))))))))))
(assert (forall ((!0 |scalarset to TASKS - 1|)) (not (and (= (|step| !0) 2) (not (and (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0)))) (= (|place| !0) (+ (|place| (|other| !0)) 1))))))))
(assert (not (or (exists ((!0 |scalarset to TASKS - 1|)) (and (= (|step| !0) 2) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (|place defined| (|other| !0))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|other defined| !0)))) (exists ((!0 |scalarset to TASKS - 1|)) (and (and (= (|step| !0) 2) (and (|place defined| (|other| !0)) (not (|next defined| (|other| !0))))) (not (|place defined| (|other| !0))))))))
(check-sat)
