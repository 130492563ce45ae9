(reset)
(set-logic QF_BV)
; an initial state exists
; expected: sat
(declare-const |copy[Client_1]@0| (_ BitVec 2))
(declare-const |copy[Client_2]@0| (_ BitVec 2))
(declare-const |tell[Client_1]@0| (_ BitVec 3))
(declare-const |tell[Client_2]@0| (_ BitVec 3))
(declare-const |tell_data[Client_1]@0| (_ BitVec 2))
(declare-const |tell_data[Client_2]@0| (_ BitVec 2))
(declare-const |back[Client_1]@0| (_ BitVec 2))
(declare-const |back[Client_2]@0| (_ BitVec 2))
(declare-const |back_data[Client_1]@0| (_ BitVec 2))
(declare-const |back_data[Client_2]@0| (_ BitVec 2))
(declare-const |memory@0| (_ BitVec 2))
(declare-const |listed[Client_1]@0| (_ BitVec 2))
(declare-const |listed[Client_2]@0| (_ BitVec 2))
(declare-const |to_call[Client_1]@0| (_ BitVec 2))
(declare-const |to_call[Client_2]@0| (_ BitVec 2))
(declare-const |owned@0| (_ BitVec 2))
(declare-const |client@0| (_ BitVec 2))
(declare-const |stored@0| (_ BitVec 2))
(declare-const |permission[Client_1]@0| (_ BitVec 2))
(declare-const |permission[Client_2]@0| (_ BitVec 2))
(declare-const |ask[Client_1]@0| (_ BitVec 2))
(declare-const |ask[Client_2]@0| (_ BitVec 2))
(declare-const |start 0 d| (_ BitVec 1))
(declare-const |serving@0| (_ BitVec 2))
(define-fun ?0 () (_ BitVec 2) (bvadd ((_ zero_extend 1) |start 0 d|) #b01))
(assert (and (and (bvule |copy[Client_1]@0| #b10) (bvule |copy[Client_2]@0| #b10) (bvule |tell[Client_1]@0| #b100) (bvule |tell[Client_2]@0| #b100) (bvule |tell_data[Client_1]@0| #b10) (bvule |tell_data[Client_2]@0| #b10) (bvule |back[Client_1]@0| #b10) (bvule |back[Client_2]@0| #b10) (bvule |back_data[Client_1]@0| #b10) (bvule |back_data[Client_2]@0| #b10) (bvule |memory@0| #b10) (bvule |listed[Client_1]@0| #b10) (bvule |listed[Client_2]@0| #b10) (bvule |to_call[Client_1]@0| #b10) (bvule |to_call[Client_2]@0| #b10) (bvule |owned@0| #b10) (bvule |client@0| #b10) (bvule |stored@0| #b10)) (and (= |permission[Client_1]@0| #b01) (= |permission[Client_2]@0| #b01) (= |copy[Client_1]@0| #b00) (= |copy[Client_2]@0| #b00) (= |ask[Client_1]@0| #b01) (= |ask[Client_2]@0| #b01) (= |tell[Client_1]@0| #b001) (= |tell[Client_2]@0| #b001) (= |tell_data[Client_1]@0| #b00) (= |tell_data[Client_2]@0| #b00) (= |back[Client_1]@0| #b01) (= |back[Client_2]@0| #b01) (= |back_data[Client_1]@0| #b00) (= |back_data[Client_2]@0| #b00) (= |memory@0| ?0) (= |listed[Client_1]@0| #b01) (= |listed[Client_2]@0| #b01) (= |to_call[Client_1]@0| #b01) (= |to_call[Client_2]@0| #b01) (= |owned@0| #b01) (= |serving@0| #b01) (= |client@0| #b00) (= |stored@0| ?0))))
(check-sat)
(reset)
(set-logic QF_BV)
; a transition from an initial state exists
; expected: sat
(declare-const |copy[Client_1]@0| (_ BitVec 2))
(declare-const |copy[Client_2]@0| (_ BitVec 2))
(declare-const |tell[Client_1]@0| (_ BitVec 3))
(declare-const |tell[Client_2]@0| (_ BitVec 3))
(declare-const |tell_data[Client_1]@0| (_ BitVec 2))
(declare-const |tell_data[Client_2]@0| (_ BitVec 2))
(declare-const |back[Client_1]@0| (_ BitVec 2))
(declare-const |back[Client_2]@0| (_ BitVec 2))
(declare-const |back_data[Client_1]@0| (_ BitVec 2))
(declare-const |back_data[Client_2]@0| (_ BitVec 2))
(declare-const |memory@0| (_ BitVec 2))
(declare-const |listed[Client_1]@0| (_ BitVec 2))
(declare-const |listed[Client_2]@0| (_ BitVec 2))
(declare-const |to_call[Client_1]@0| (_ BitVec 2))
(declare-const |to_call[Client_2]@0| (_ BitVec 2))
(declare-const |owned@0| (_ BitVec 2))
(declare-const |client@0| (_ BitVec 2))
(declare-const |stored@0| (_ BitVec 2))
(declare-const |permission[Client_1]@0| (_ BitVec 2))
(declare-const |permission[Client_2]@0| (_ BitVec 2))
(declare-const |ask[Client_1]@0| (_ BitVec 2))
(declare-const |ask[Client_2]@0| (_ BitVec 2))
(declare-const |start 0 d| (_ BitVec 1))
(declare-const |serving@0| (_ BitVec 2))
(declare-const |copy[Client_1]@1| (_ BitVec 2))
(declare-const |copy[Client_2]@1| (_ BitVec 2))
(declare-const |tell[Client_1]@1| (_ BitVec 3))
(declare-const |tell[Client_2]@1| (_ BitVec 3))
(declare-const |tell_data[Client_1]@1| (_ BitVec 2))
(declare-const |tell_data[Client_2]@1| (_ BitVec 2))
(declare-const |back[Client_1]@1| (_ BitVec 2))
(declare-const |back[Client_2]@1| (_ BitVec 2))
(declare-const |back_data[Client_1]@1| (_ BitVec 2))
(declare-const |back_data[Client_2]@1| (_ BitVec 2))
(declare-const |memory@1| (_ BitVec 2))
(declare-const |listed[Client_1]@1| (_ BitVec 2))
(declare-const |listed[Client_2]@1| (_ BitVec 2))
(declare-const |to_call[Client_1]@1| (_ BitVec 2))
(declare-const |to_call[Client_2]@1| (_ BitVec 2))
(declare-const |owned@1| (_ BitVec 2))
(declare-const |client@1| (_ BitVec 2))
(declare-const |stored@1| (_ BitVec 2))
(declare-const |rule@0| (_ BitVec 4))
(declare-const |rule 7@0 i| (_ BitVec 1))
(declare-const |rule 6@0 i| (_ BitVec 1))
(declare-const |rule 5@0 i| (_ BitVec 1))
(declare-const |rule 4@0 i| (_ BitVec 1))
(declare-const |rule 3@0 i| (_ BitVec 1))
(declare-const |rule 2@0 i| (_ BitVec 1))
(declare-const |rule 1@0 i| (_ BitVec 1))
(declare-const |rule 0@0 i| (_ BitVec 1))
(declare-const |permission[Client_1]@1| (_ BitVec 2))
(declare-const |permission[Client_2]@1| (_ BitVec 2))
(declare-const |rule 4@0 d| (_ BitVec 1))
(declare-const |ask[Client_1]@1| (_ BitVec 2))
(declare-const |ask[Client_2]@1| (_ BitVec 2))
(declare-const |serving@1| (_ BitVec 2))
(define-fun ?0 () (_ BitVec 2) (bvadd ((_ zero_extend 1) |start 0 d|) #b01))
(define-fun ?1 () Bool (= |serving@0| #b01))
(define-fun ?2 () Bool (= |client@0| #b00))
(define-fun ?3 () Bool (= |rule@0| #x9))
(define-fun ?4 () Bool (= |serving@0| #b11))
(define-fun ?5 () Bool (= |owned@0| #b10))
(define-fun ?6 () Bool (not ?5))
(define-fun ?7 () Bool (and ?4 ?6))
(define-fun ?8 () Bool (= |client@0| #b01))
(define-fun ?9 () (_ BitVec 3) (ite ?8 |tell[Client_1]@0| |tell[Client_2]@0|))
(define-fun ?10 () Bool (= ?9 #b001))
(define-fun ?11 () Bool (and ?7 ?10))
(define-fun ?12 () Bool (= |listed[Client_1]@0| #b10))
(define-fun ?13 () Bool (not ?12))
(define-fun ?14 () Bool (= |listed[Client_2]@0| #b10))
(define-fun ?15 () Bool (and ?11 (and ?13 (not ?14))))
(define-fun ?16 () Bool (= |serving@0| #b00))
(define-fun ?17 () Bool (= |owned@0| #b00))
(define-fun ?18 () Bool (= ?9 #b000))
(define-fun ?19 () Bool (= |listed[Client_1]@0| #b00))
(define-fun ?20 () Bool (= |listed[Client_2]@0| #b00))
(define-fun ?21 () Bool (and ?15 ?2))
(define-fun ?22 () Bool (= |memory@0| #b00))
(define-fun ?23 () Bool (= |rule@0| #x8))
(define-fun ?24 () Bool (= |serving@0| #b10))
(define-fun ?25 () Bool (and ?24 ?6))
(define-fun ?26 () Bool (and ?25 ?10))
(define-fun ?27 () Bool (and ?26 ?2))
(define-fun ?28 () Bool (= |rule@0| #x7))
(define-fun ?29 () Bool (not ?1))
(define-fun ?30 () Bool (= |rule 7@0 i| #b0))
(define-fun ?31 () (_ BitVec 2) (ite ?30 |back[Client_1]@0| |back[Client_2]@0|))
(define-fun ?32 () Bool (and ?29 (= ?31 #b10)))
(define-fun ?33 () (_ BitVec 2) (ite ?30 |back_data[Client_1]@0| |back_data[Client_2]@0|))
(define-fun ?34 () Bool (= |rule@0| #x6))
(define-fun ?35 () Bool (= |rule 6@0 i| #b0))
(define-fun ?36 () (_ BitVec 2) (ite ?35 |to_call[Client_1]@0| |to_call[Client_2]@0|))
(define-fun ?37 () Bool (= ?36 #b10))
(define-fun ?38 () (_ BitVec 3) (ite ?35 |tell[Client_1]@0| |tell[Client_2]@0|))
(define-fun ?39 () Bool (and ?37 (= ?38 #b001)))
(define-fun ?40 () Bool (not ?4))
(define-fun ?41 () Bool (and ?39 ?40))
(define-fun ?42 () Bool (= |rule@0| #x5))
(define-fun ?43 () Bool (= |rule 5@0 i| #b0))
(define-fun ?44 () (_ BitVec 2) (ite ?43 |ask[Client_1]@0| |ask[Client_2]@0|))
(define-fun ?45 () Bool (and ?1 (not (= ?44 #b01))))
(define-fun ?46 () Bool (= ?44 #b00))
(define-fun ?47 () Bool (= |rule@0| #x4))
(define-fun ?48 () Bool (= |rule 4@0 i| #b0))
(define-fun ?49 () (_ BitVec 2) (ite ?48 |permission[Client_1]@0| |permission[Client_2]@0|))
(define-fun ?50 () Bool (= |rule@0| #x3))
(define-fun ?51 () Bool (= |rule 3@0 i| #b0))
(define-fun ?52 () (_ BitVec 3) (ite ?51 |tell[Client_1]@0| |tell[Client_2]@0|))
(define-fun ?53 () Bool (= ?52 #b100))
(define-fun ?54 () (_ BitVec 2) (ite ?51 |back[Client_1]@0| |back[Client_2]@0|))
(define-fun ?55 () Bool (and ?53 (not (= ?54 #b10))))
(define-fun ?56 () (_ BitVec 2) (ite ?51 |permission[Client_1]@0| |permission[Client_2]@0|))
(define-fun ?57 () Bool (= ?56 #b11))
(define-fun ?58 () (_ BitVec 2) (ite ?51 |copy[Client_1]@0| |copy[Client_2]@0|))
(define-fun ?59 () Bool (= |rule@0| #x2))
(define-fun ?60 () Bool (= |rule 2@0 i| #b0))
(define-fun ?61 () (_ BitVec 3) (ite ?60 |tell[Client_1]@0| |tell[Client_2]@0|))
(define-fun ?62 () Bool (= ?61 #b010))
(define-fun ?63 () Bool (not ?62))
(define-fun ?64 () Bool (not (and ?63 (not (= ?61 #b011)))))
(define-fun ?65 () Bool (= ?61 #b000))
(define-fun ?66 () (_ BitVec 2) (ite ?60 |tell_data[Client_1]@0| |tell_data[Client_2]@0|))
(define-fun ?67 () Bool (= |rule@0| #x1))
(define-fun ?68 () Bool (= |rule 1@0 i| #b0))
(define-fun ?69 () (_ BitVec 2) (ite ?68 |permission[Client_1]@0| |permission[Client_2]@0|))
(define-fun ?70 () Bool (not (= ?69 #b11)))
(define-fun ?71 () (_ BitVec 2) (ite ?68 |ask[Client_1]@0| |ask[Client_2]@0|))
(define-fun ?72 () Bool (= |rule@0| #x0))
(define-fun ?73 () Bool (= |rule 0@0 i| #b0))
(define-fun ?74 () (_ BitVec 2) (ite ?73 |permission[Client_1]@0| |permission[Client_2]@0|))
(define-fun ?75 () Bool (= ?74 #b01))
(define-fun ?76 () (_ BitVec 2) (ite ?73 |ask[Client_1]@0| |ask[Client_2]@0|))
(define-fun ?77 () (_ BitVec 2) (bvadd ((_ zero_extend 1) (ite ?62 #b0 #b1)) #b10))
(define-fun ?78 () Bool (= |rule 2@0 i| #b1))
(define-fun ?79 () Bool (= |rule 3@0 i| #b1))
(define-fun ?80 () (_ BitVec 2) (bvadd ((_ zero_extend 1) |rule 4@0 d|) #b01))
(define-fun ?81 () Bool (= |rule 6@0 i| #b1))
(define-fun ?82 () Bool (= |client@0| #b10))
(define-fun ?83 () (_ BitVec 2) (ite ?8 |memory@0| |tell_data[Client_1]@0|))
(define-fun ?84 () (_ BitVec 2) (ite ?82 |memory@0| |tell_data[Client_2]@0|))
(define-fun ?85 () Bool (= |rule 7@0 i| #b1))
(define-fun ?86 () (_ BitVec 2) (ite ?8 #b10 |listed[Client_1]@0|))
(define-fun ?87 () (_ BitVec 2) (ite ?82 #b10 |listed[Client_2]@0|))
(assert (and (and (bvule |copy[Client_1]@0| #b10) (bvule |copy[Client_2]@0| #b10) (bvule |tell[Client_1]@0| #b100) (bvule |tell[Client_2]@0| #b100) (bvule |tell_data[Client_1]@0| #b10) (bvule |tell_data[Client_2]@0| #b10) (bvule |back[Client_1]@0| #b10) (bvule |back[Client_2]@0| #b10) (bvule |back_data[Client_1]@0| #b10) (bvule |back_data[Client_2]@0| #b10) (bvule |memory@0| #b10) (bvule |listed[Client_1]@0| #b10) (bvule |listed[Client_2]@0| #b10) (bvule |to_call[Client_1]@0| #b10) (bvule |to_call[Client_2]@0| #b10) (bvule |owned@0| #b10) (bvule |client@0| #b10) (bvule |stored@0| #b10)) (and (= |permission[Client_1]@0| #b01) (= |permission[Client_2]@0| #b01) (= |copy[Client_1]@0| #b00) (= |copy[Client_2]@0| #b00) (= |ask[Client_1]@0| #b01) (= |ask[Client_2]@0| #b01) (= |tell[Client_1]@0| #b001) (= |tell[Client_2]@0| #b001) (= |tell_data[Client_1]@0| #b00) (= |tell_data[Client_2]@0| #b00) (= |back[Client_1]@0| #b01) (= |back[Client_2]@0| #b01) (= |back_data[Client_1]@0| #b00) (= |back_data[Client_2]@0| #b00) (= |memory@0| ?0) (= |listed[Client_1]@0| #b01) (= |listed[Client_2]@0| #b01) (= |to_call[Client_1]@0| #b01) (= |to_call[Client_2]@0| #b01) (= |owned@0| #b01) ?1 ?2 (= |stored@0| ?0))))
(assert (and (and (bvule |copy[Client_1]@1| #b10) (bvule |copy[Client_2]@1| #b10) (bvule |tell[Client_1]@1| #b100) (bvule |tell[Client_2]@1| #b100) (bvule |tell_data[Client_1]@1| #b10) (bvule |tell_data[Client_2]@1| #b10) (bvule |back[Client_1]@1| #b10) (bvule |back[Client_2]@1| #b10) (bvule |back_data[Client_1]@1| #b10) (bvule |back_data[Client_2]@1| #b10) (bvule |memory@1| #b10) (bvule |listed[Client_1]@1| #b10) (bvule |listed[Client_2]@1| #b10) (bvule |to_call[Client_1]@1| #b10) (bvule |to_call[Client_2]@1| #b10) (bvule |owned@1| #b10) (bvule |client@1| #b10) (bvule |stored@1| #b10)) (and (or (and ?3 (and ?15 (not (or ?16 (and ?4 ?17) (and ?7 ?2) (and ?7 ?18) (and ?11 ?19) (and (and ?11 ?13) ?20) ?21 ?21 (and ?15 ?22) ?21)))) (and ?23 (and ?26 (not (or ?16 (and ?24 ?17) (and ?25 ?2) (and ?25 ?18) ?27 ?27 (and ?26 ?22) ?27)))) (and ?28 (and ?32 (not (or ?16 (and ?29 (= ?31 #b00)) (and ?32 ?17) (and (and ?32 ?5) (= ?33 #b00)))))) (and ?34 (and (and ?39 (not (and ?40 (not (and ?24 ?5))))) (not (or (= ?36 #b00) (and ?37 (= ?38 #b000)) (and ?39 ?16) (and ?41 ?16) (and (and ?41 ?24) ?17))))) (and ?42 (and ?45 (not (or ?16 (and ?1 ?46) (and ?45 ?46) (and ?45 ?19) (and ?45 ?20))))) (and ?47 (and (= ?49 #b11) (not (= ?49 #b00)))) (and ?50 (and ?55 (not (or (= ?52 #b000) (and ?53 (= ?54 #b00)) (and ?55 (= ?56 #b00)) (and (and ?55 ?57) (= ?58 #b00)))))) (and ?59 (and ?64 (not (or ?65 (and ?63 ?65) (and ?64 ?65) (and ?64 (= ?66 #b00)))))) (and ?67 (and (and ?70 (= ?71 #b01)) (not (or (= ?69 #b00) (and ?70 (= ?71 #b00)))))) (and ?72 (and (and ?75 (= ?76 #b01)) (not (or (= ?74 #b00) (and ?75 (= ?76 #b00))))))) (and (= |permission[Client_1]@1| (ite ?72 |permission[Client_1]@0| (ite ?67 |permission[Client_1]@0| (ite ?59 (ite ?60 ?77 |permission[Client_1]@0|) (ite ?50 (ite ?51 #b01 |permission[Client_1]@0|) |permission[Client_1]@0|))))) (= |permission[Client_2]@1| (ite ?72 |permission[Client_2]@0| (ite ?67 |permission[Client_2]@0| (ite ?59 (ite ?78 ?77 |permission[Client_2]@0|) (ite ?50 (ite ?79 #b01 |permission[Client_2]@0|) |permission[Client_2]@0|))))) (= |copy[Client_1]@1| (ite ?72 |copy[Client_1]@0| (ite ?67 |copy[Client_1]@0| (ite ?59 (ite ?60 ?66 |copy[Client_1]@0|) (ite ?50 (ite ?51 #b00 |copy[Client_1]@0|) (ite ?47 (ite ?48 ?80 |copy[Client_1]@0|) |copy[Client_1]@0|)))))) (= |copy[Client_2]@1| (ite ?72 |copy[Client_2]@0| (ite ?67 |copy[Client_2]@0| (ite ?59 (ite ?78 ?66 |copy[Client_2]@0|) (ite ?50 (ite ?79 #b00 |copy[Client_2]@0|) (ite ?47 (ite (= |rule 4@0 i| #b1) ?80 |copy[Client_2]@0|) |copy[Client_2]@0|)))))) (= |ask[Client_1]@1| (ite ?72 (ite ?73 #b10 |ask[Client_1]@0|) (ite ?67 (ite ?68 #b11 |ask[Client_1]@0|) (ite ?59 |ask[Client_1]@0| (ite ?50 |ask[Client_1]@0| (ite ?47 |ask[Client_1]@0| (ite ?42 (ite ?43 #b01 |ask[Client_1]@0|) |ask[Client_1]@0|))))))) (= |ask[Client_2]@1| (ite ?72 (ite (= |rule 0@0 i| #b1) #b10 |ask[Client_2]@0|) (ite ?67 (ite (= |rule 1@0 i| #b1) #b11 |ask[Client_2]@0|) (ite ?59 |ask[Client_2]@0| (ite ?50 |ask[Client_2]@0| (ite ?47 |ask[Client_2]@0| (ite ?42 (ite (= |rule 5@0 i| #b1) #b01 |ask[Client_2]@0|) |ask[Client_2]@0|))))))) (= |tell[Client_1]@1| (ite ?72 |tell[Client_1]@0| (ite ?67 |tell[Client_1]@0| (ite ?59 (ite ?60 #b001 |tell[Client_1]@0|) (ite ?50 (ite ?51 #b001 |tell[Client_1]@0|) (ite ?47 |tell[Client_1]@0| (ite ?42 |tell[Client_1]@0| (ite ?34 (ite ?35 #b100 |tell[Client_1]@0|) (ite ?28 |tell[Client_1]@0| (ite ?23 (ite ?8 #b010 |tell[Client_1]@0|) (ite ?3 (ite ?8 #b011 |tell[Client_1]@0|) |tell[Client_1]@0|))))))))))) (= |tell[Client_2]@1| (ite ?72 |tell[Client_2]@0| (ite ?67 |tell[Client_2]@0| (ite ?59 (ite ?78 #b001 |tell[Client_2]@0|) (ite ?50 (ite ?79 #b001 |tell[Client_2]@0|) (ite ?47 |tell[Client_2]@0| (ite ?42 |tell[Client_2]@0| (ite ?34 (ite ?81 #b100 |tell[Client_2]@0|) (ite ?28 |tell[Client_2]@0| (ite ?23 (ite ?82 #b010 |tell[Client_2]@0|) (ite ?3 (ite ?82 #b011 |tell[Client_2]@0|) |tell[Client_2]@0|))))))))))) (= |tell_data[Client_1]@1| (ite ?72 |tell_data[Client_1]@0| (ite ?67 |tell_data[Client_1]@0| (ite ?59 (ite ?60 #b00 |tell_data[Client_1]@0|) (ite ?50 |tell_data[Client_1]@0| (ite ?47 |tell_data[Client_1]@0| (ite ?42 |tell_data[Client_1]@0| (ite ?34 |tell_data[Client_1]@0| (ite ?28 |tell_data[Client_1]@0| (ite ?23 ?83 (ite ?3 ?83 |tell_data[Client_1]@0|))))))))))) (= |tell_data[Client_2]@1| (ite ?72 |tell_data[Client_2]@0| (ite ?67 |tell_data[Client_2]@0| (ite ?59 (ite ?78 #b00 |tell_data[Client_2]@0|) (ite ?50 |tell_data[Client_2]@0| (ite ?47 |tell_data[Client_2]@0| (ite ?42 |tell_data[Client_2]@0| (ite ?34 |tell_data[Client_2]@0| (ite ?28 |tell_data[Client_2]@0| (ite ?23 ?84 (ite ?3 ?84 |tell_data[Client_2]@0|))))))))))) (= |back[Client_1]@1| (ite ?72 |back[Client_1]@0| (ite ?67 |back[Client_1]@0| (ite ?59 |back[Client_1]@0| (ite ?50 (ite ?51 #b10 |back[Client_1]@0|) (ite ?47 |back[Client_1]@0| (ite ?42 |back[Client_1]@0| (ite ?34 |back[Client_1]@0| (ite ?28 (ite ?30 #b01 |back[Client_1]@0|) |back[Client_1]@0|))))))))) (= |back[Client_2]@1| (ite ?72 |back[Client_2]@0| (ite ?67 |back[Client_2]@0| (ite ?59 |back[Client_2]@0| (ite ?50 (ite ?79 #b10 |back[Client_2]@0|) (ite ?47 |back[Client_2]@0| (ite ?42 |back[Client_2]@0| (ite ?34 |back[Client_2]@0| (ite ?28 (ite ?85 #b01 |back[Client_2]@0|) |back[Client_2]@0|))))))))) (= |back_data[Client_1]@1| (ite ?72 |back_data[Client_1]@0| (ite ?67 |back_data[Client_1]@0| (ite ?59 |back_data[Client_1]@0| (ite ?50 (ite ?57 (ite ?51 ?58 |back_data[Client_1]@0|) |back_data[Client_1]@0|) (ite ?47 |back_data[Client_1]@0| (ite ?42 |back_data[Client_1]@0| (ite ?34 |back_data[Client_1]@0| (ite ?28 (ite ?5 (ite ?30 #b00 |back_data[Client_1]@0|) |back_data[Client_1]@0|) |back_data[Client_1]@0|))))))))) (= |back_data[Client_2]@1| (ite ?72 |back_data[Client_2]@0| (ite ?67 |back_data[Client_2]@0| (ite ?59 |back_data[Client_2]@0| (ite ?50 (ite ?57 (ite ?79 ?58 |back_data[Client_2]@0|) |back_data[Client_2]@0|) (ite ?47 |back_data[Client_2]@0| (ite ?42 |back_data[Client_2]@0| (ite ?34 |back_data[Client_2]@0| (ite ?28 (ite ?5 (ite ?85 #b00 |back_data[Client_2]@0|) |back_data[Client_2]@0|) |back_data[Client_2]@0|))))))))) (= |memory@1| (ite ?72 |memory@0| (ite ?67 |memory@0| (ite ?59 |memory@0| (ite ?50 |memory@0| (ite ?47 |memory@0| (ite ?42 |memory@0| (ite ?34 |memory@0| (ite ?28 (ite ?5 ?33 |memory@0|) |memory@0|))))))))) (= |listed[Client_1]@1| (ite ?72 |listed[Client_1]@0| (ite ?67 |listed[Client_1]@0| (ite ?59 |listed[Client_1]@0| (ite ?50 |listed[Client_1]@0| (ite ?47 |listed[Client_1]@0| (ite ?42 |listed[Client_1]@0| (ite ?34 |listed[Client_1]@0| (ite ?28 (ite ?30 #b01 |listed[Client_1]@0|) (ite ?23 ?86 (ite ?3 ?86 |listed[Client_1]@0|))))))))))) (= |listed[Client_2]@1| (ite ?72 |listed[Client_2]@0| (ite ?67 |listed[Client_2]@0| (ite ?59 |listed[Client_2]@0| (ite ?50 |listed[Client_2]@0| (ite ?47 |listed[Client_2]@0| (ite ?42 |listed[Client_2]@0| (ite ?34 |listed[Client_2]@0| (ite ?28 (ite ?85 #b01 |listed[Client_2]@0|) (ite ?23 ?87 (ite ?3 ?87 |listed[Client_2]@0|))))))))))) (= |to_call[Client_1]@1| (ite ?72 |to_call[Client_1]@0| (ite ?67 |to_call[Client_1]@0| (ite ?59 |to_call[Client_1]@0| (ite ?50 |to_call[Client_1]@0| (ite ?47 |to_call[Client_1]@0| (ite ?42 (ite ?12 #b10 #b01) (ite ?34 (ite ?35 #b01 |to_call[Client_1]@0|) |to_call[Client_1]@0|)))))))) (= |to_call[Client_2]@1| (ite ?72 |to_call[Client_2]@0| (ite ?67 |to_call[Client_2]@0| (ite ?59 |to_call[Client_2]@0| (ite ?50 |to_call[Client_2]@0| (ite ?47 |to_call[Client_2]@0| (ite ?42 (ite ?14 #b10 #b01) (ite ?34 (ite ?81 #b01 |to_call[Client_2]@0|) |to_call[Client_2]@0|)))))))) (= |owned@1| (ite ?72 |owned@0| (ite ?67 |owned@0| (ite ?59 |owned@0| (ite ?50 |owned@0| (ite ?47 |owned@0| (ite ?42 |owned@0| (ite ?34 |owned@0| (ite ?28 (ite ?5 #b01 |owned@0|) (ite ?23 |owned@0| (ite ?3 #b10 |owned@0|))))))))))) (= |serving@1| (ite ?72 |serving@0| (ite ?67 |serving@0| (ite ?59 |serving@0| (ite ?50 |serving@0| (ite ?47 |serving@0| (ite ?42 ?44 (ite ?34 |serving@0| (ite ?28 |serving@0| (ite ?23 #b01 (ite ?3 #b01 |serving@0|))))))))))) (= |client@1| (ite ?72 |client@0| (ite ?67 |client@0| (ite ?59 |client@0| (ite ?50 |client@0| (ite ?47 |client@0| (ite ?42 (bvadd ((_ zero_extend 1) |rule 5@0 i|) #b01) (ite ?34 |client@0| (ite ?28 |client@0| (ite ?23 #b00 (ite ?3 #b00 |client@0|))))))))))) (= |stored@1| (ite ?72 |stored@0| (ite ?67 |stored@0| (ite ?59 |stored@0| (ite ?50 |stored@0| (ite ?47 ?80 |stored@0|))))))))))
(check-sat)
(reset)
(set-logic ALL)
(push 1)
; initiation: start state "memory has the only copy": one writer, or readers only
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 1
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!0 |scalarset to CLIENTS - 1|)) true))))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": every copy is current
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 2
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": lemma: data comes with a copy and a grant
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 4
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 5
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 7
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 8
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": lemma: what is given up is gone
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 9
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; initiation: start state "memory has the only copy": lemma: data in a channel is current
; expected: unsat
; step: start state "memory has the only copy"
; keeps: 11
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(assert (not (forall ((!0 |scalarset to CLIENTS - 1|)) true)))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": no run-time error
; expected: unsat
; step: rule "be granted"
; keeps: 12
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-const |serving| Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Int (|tell| |i'39|))
(assert (and (not (and (not (= ?0 1)) (not (= ?0 2)))) (not (|tell_data defined| |i'39|))))
(assert (and (= (not |client defined|) (= |serving| 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": one writer, or readers only
; expected: unsat
; step: rule "be granted"
; keeps: 1
; assumes: 5 6 7
; assertions: 7 8 9
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(define-fun ?3 () Int (ite ?1 1 2))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (not (= !0 !1)) (= (ite (= !0 |i'39|) ?3 (|permission| !0)) 2)) (not (= (ite (= !1 |i'39|) ?3 (|permission| !1)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (|listed| !0) (|listed| !1)) (not (= !0 !1))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) (not |owned|))) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": every copy is current
; expected: unsat
; step: rule "be granted"
; keeps: 2
; assumes: 2 11
; assertions: 7 8
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-fun |copy| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 0)) (not (= (ite (= !0 |i'39|) (|tell_data| |i'39|) (|copy| !0)) |stored|))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (= (|permission| !0) 0)) (not (= (|copy| !0) |stored|))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": no run-time error, evaluating every copy is current
; expected: unsat
; step: rule "be granted"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 0)) (not (ite (= !0 |i'39|) true (|copy defined| !0)))))))
(assert (not (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (|permission| !0) 0)) (not (|copy defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "be granted"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-const |serving| Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(define-fun ?3 () Bool (= (not |client defined|) (= |serving| 0)))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (not (and ?3 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (ite (= !0 |i'39|) true (|copy defined| !0))) (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 0)) (= (not (and (not (= !0 |i'39|)) (|tell_data defined| !0))) (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2))))))))))
(assert (and ?3 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "be granted"
; keeps: 5
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 0) (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: rule "be granted"
; keeps: 7
; assumes: 7
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-const |owned| Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(define-fun ?3 () Bool (not |owned|))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 2)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2)))) ?3)) (not (and (not (and (not (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)))) |owned|)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) ?3)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "be granted"
; keeps: 8
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (not (and (not (= ?0 1)) (not (= ?0 2)))))
(assert (and (and ?1 (not (and ?1 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: what is given up is gone
; expected: unsat
; step: rule "be granted"
; keeps: 9
; assumes: 9
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 0) (= (ite (= !0 |i'39|) 0 (|tell| !0)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: the owner has the line, is granted it, or sends it back
; expected: unsat
; step: rule "be granted"
; keeps: 10
; assumes: 10
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (= ?0 1))
(define-fun ?2 () Bool (not (and (not ?1) (not (= ?0 2)))))
(assert (and (and ?2 (not (and ?2 (not (|tell_data defined| |i'39|))))) (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 2) (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2))))) (not (and (= (ite (= !0 |i'39|) (ite ?1 1 2) (|permission| !0)) 0) (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (|permission| !0) 2) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))) (not (and (= (|permission| !0) 0) (= (|tell| !0) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": lemma: data in a channel is current
; expected: unsat
; step: rule "be granted"
; keeps: 11
; assumes: 11
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (not (and (not (= ?0 1)) (not (= ?0 2)))))
(assert (and (and ?1 (not (and ?1 (not (|tell_data defined| |i'39|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "be granted": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "be granted"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'39| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(define-fun ?0 () Int (|tell| |i'39|))
(define-fun ?1 () Bool (not (and (not (= ?0 1)) (not (= ?0 2)))))
(assert (and (and ?1 (not (and ?1 (not (|tell_data defined| |i'39|))))) (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2)))) (not (and (not (= !0 |i'39|)) (|tell_data defined| !0))))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'39|) 0 (|tell| !0)) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(assert (not (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": no run-time error
; expected: unsat
; step: rule "give up"
; keeps: 12
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-const |serving| Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(assert (and (and (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))) (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))
(assert (and (= (not |client defined|) (= |serving| 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": one writer, or readers only
; expected: unsat
; step: rule "give up"
; keeps: 1
; assumes: 1
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (not (= !0 !1)) (= (ite (= !0 |i'49|) 0 (|permission| !0)) 2)) (not (= (ite (= !1 |i'49|) 0 (|permission| !1)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (not (= !0 !1)) (= (|permission| !0) 2)) (not (= (|permission| !1) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": every copy is current
; expected: unsat
; step: rule "give up"
; keeps: 2
; assumes: 2
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |copy| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (= (ite (= !0 |i'49|) 0 (|permission| !0)) 0)) (not (= (|copy| !0) |stored|))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (= (|permission| !0) 0)) (not (= (|copy| !0) |stored|))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": no run-time error, evaluating every copy is current
; expected: unsat
; step: rule "give up"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (ite (= !0 |i'49|) 0 (|permission| !0)) 0)) (not (and (not (= !0 |i'49|)) (|copy defined| !0)))))))
(assert (not (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (|permission| !0) 0)) (not (|copy defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "give up"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-const |serving| Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(define-fun ?1 () Bool (= (not |client defined|) (= |serving| 0)))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (and ?1 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (and (not (= !0 |i'49|)) (|copy defined| !0))) (= (ite (= !0 |i'49|) 0 (|permission| !0)) 0)) (= (not (|tell_data defined| !0)) (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2))))))))))
(assert (and ?1 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "give up"
; keeps: 5
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (ite (= !0 |i'49|) 0 (|permission| !0)) 0) (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: rule "give up"
; keeps: 7
; assumes: 7
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(define-fun ?1 () Bool (not |owned|))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |i'49|) 0 (|permission| !0)) 2)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2)))) ?1)) (not (and (not (and (not (= (ite (= !0 |i'49|) 0 (|permission| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)))) |owned|)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) ?1)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "give up"
; keeps: 8
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 3)) (not (ite (= !0 |i'49|) true (|back| !0))))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: what is given up is gone
; expected: unsat
; step: rule "give up"
; keeps: 9
; assumes: 9
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(assert (and (and ?0 (not (and (and ?0 (= (|permission| |i'49|) 2)) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (ite (= !0 |i'49|) true (|back| !0)) (not (and (= (ite (= !0 |i'49|) 0 (|permission| !0)) 0) (= (ite (= !0 |i'49|) 0 (|tell| !0)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: the owner has the line, is granted it, or sends it back
; expected: unsat
; step: rule "give up"
; keeps: 10
; assumes: 10
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(define-fun ?1 () Bool (= (|permission| |i'49|) 2))
(assert (and (and ?0 (not (and (and ?0 ?1) (not (|copy defined| |i'49|))))) (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (ite (= !0 |i'49|) 0 (|permission| !0)) 2) (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2))))) (not (and (= (ite (= !0 |i'49|) 0 (|permission| !0)) 0) (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2)))) (not (and (ite (= !0 |i'49|) true (|back| !0)) (ite (and (= !0 |i'49|) ?1) true (|back_data defined| !0))))))))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (|permission| !0) 2) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))) (not (and (= (|permission| !0) 0) (= (|tell| !0) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": lemma: data in a channel is current
; expected: unsat
; step: rule "give up"
; keeps: 11
; assumes: 2 7 11
; assertions: 7 8 9
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |copy| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(define-fun ?1 () Bool (= (|permission| |i'49|) 2))
(assert (and (and ?0 (not (and (and ?0 ?1) (not (|copy defined| |i'49|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (ite (and (= !0 |i'49|) ?1) true (|back_data defined| !0)) (not (and (and (ite (= !0 |i'49|) true (|back| !0)) |owned|) (= (ite (and (= !0 |i'49|) ?1) (|copy| |i'49|) (|back_data| !0)) |stored|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (= (|permission| !0) 0)) (not (= (|copy| !0) |stored|))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) (not |owned|))) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "give up": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "give up"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'49| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(define-fun ?0 () Bool (and (= (|tell| |i'49|) 3) (not (|back| |i'49|))))
(define-fun ?1 () Bool (= (|permission| |i'49|) 2))
(assert (and (and ?0 (not (and (and ?0 ?1) (not (|copy defined| |i'49|))))) (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 1)) (not (= (ite (= !0 |i'49|) 0 (|tell| !0)) 2)))) (not (= (|tell_data| !0) |stored|)))) (ite (and (= !0 |i'49|) ?1) true (|back_data defined| !0))) (and (ite (= !0 |i'49|) true (|back| !0)) |owned|)) (not (ite (and (= !0 |i'49|) ?1) true (|back_data defined| !0))))))))
(assert (not (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "store": every copy is current
; expected: unsat
; step: rule "store"
; keeps: 2
; assumes: 1
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'59| |scalarset to CLIENTS - 1|)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-const |d'5| |scalarset to DATA - 1|)
(declare-fun |copy| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(assert (and (= (|permission| |i'59|) 2) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (= (|permission| !0) 0)) (not (= (ite (= !0 |i'59|) |d'5| (|copy| !0)) |d'5|))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (not (= !0 !1)) (= (|permission| !0) 2)) (not (= (|permission| !1) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "store": no run-time error, evaluating every copy is current
; expected: unsat
; step: rule "store"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'59| |scalarset to CLIENTS - 1|)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(assert (and (= (|permission| |i'59|) 2) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (|permission| !0) 0)) (not (ite (= !0 |i'59|) true (|copy defined| !0)))))))
(assert (not (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (|permission| !0) 0)) (not (|copy defined| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "store": memory is current unless the line is owned
; expected: unsat
; step: rule "store"
; keeps: 3
; assumes: 7
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'59| |scalarset to CLIENTS - 1|)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-const |owned| Bool)
(declare-const |memory| |scalarset to DATA - 1|)
(declare-const |d'5| |scalarset to DATA - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (not |owned|))
(assert (and (= (|permission| |i'59|) 2) (and ?0 (not (= |memory| |d'5|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) ?0)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "store": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "store"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'59| |scalarset to CLIENTS - 1|)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-const |serving| Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (= (not |client defined|) (= |serving| 0)))
(assert (and (= (|permission| |i'59|) 2) (not (and ?0 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (ite (= !0 |i'59|) true (|copy defined| !0))) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))))
(assert (and ?0 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "store": lemma: data in a channel is current
; expected: unsat
; step: rule "store"
; keeps: 11
; assumes: 5 6 7 8 9 10 11
; assertions: 7 8 9 10 11 12 13
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'59| |scalarset to CLIENTS - 1|)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |d'5| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |serving| Int)
(declare-const |stored| |scalarset to DATA - 1|)
(assert (and (= (|permission| |i'59|) 2) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |d'5|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |d'5|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (|listed| !0) (|listed| !1)) (not (= !0 !1))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) (not |owned|))) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (|permission| !0) 2) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))) (not (and (= (|permission| !0) 0) (= (|tell| !0) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "store": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "store"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'59| |scalarset to CLIENTS - 1|)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |d'5| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-const |stored| |scalarset to DATA - 1|)
(define-fun ?0 () Bool (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))))
(assert (and (= (|permission| |i'59|) 2) (or ?0 (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |d'5|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(assert (not (or ?0 (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "serve": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "serve"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'63| |scalarset to CLIENTS - 1|)
(declare-fun |ask| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(define-fun ?0 () Bool (= |serving| 0))
(define-fun ?1 () Bool (= (|ask| |i'63|) 0))
(define-fun ?2 () Bool (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))))))
(assert (and (and ?0 (not ?1)) (not (and (= false ?1) ?2))))
(assert (and (= (not |client defined|) ?0) ?2))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "serve": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "serve"
; keeps: 5
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'63| |scalarset to CLIENTS - 1|)
(declare-fun |ask| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(assert (and (and (= |serving| 0) (not (= (|ask| |i'63|) 0))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|listed| !0)))) (not (|listed| !0))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "serve": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "serve"
; keeps: 8
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'63| |scalarset to CLIENTS - 1|)
(declare-fun |ask| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Int (|ask| |i'63|))
(assert (and (and (= |serving| 0) (not (= ?0 0))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|listed| !0))) (not (and (not (= ?0 2)) (not (and (= ?0 1) |owned|))))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "call back"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client defined| Bool)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (= (not |client defined|) (= |serving| 0)))
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))) (not (and ?0 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2))))))))))
(assert (and ?0 (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "call back"
; keeps: 5
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2)))) (not (ite (= !0 |i'67|) false (|to_call| !0))))) (not (|listed| !0))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: rule "call back"
; keeps: 7
; assumes: 7
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (not |owned|))
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2)))) ?0)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)))) |owned|)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) ?0)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "call back"
; keeps: 8
; assumes: 5 8
; assertions: 7 8
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|)))))
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) ?0) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (ite (= !0 |i'67|) false (|to_call| !0)))) ?0))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) ?0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: what is given up is gone
; expected: unsat
; step: rule "call back"
; keeps: 9
; assumes: 8 9
; assertions: 7 8
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|)))))
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) ?0) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (ite (= !0 |i'67|) 3 (|tell| !0)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) ?0))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: the owner has the line, is granted it, or sends it back
; expected: unsat
; step: rule "call back"
; keeps: 10
; assumes: 10
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))) (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (|permission| !0) 2) (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2))))) (not (and (= (|permission| !0) 0) (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (|permission| !0) 2) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))) (not (and (= (|permission| !0) 0) (= (|tell| !0) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": lemma: data in a channel is current
; expected: unsat
; step: rule "call back"
; keeps: 11
; assumes: 11
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "call back": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "call back"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |i'67| |scalarset to CLIENTS - 1|)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(assert (and (and (and (|to_call| |i'67|) (= (|tell| |i'67|) 0)) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))) (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 1)) (not (= (ite (= !0 |i'67|) 3 (|tell| !0)) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(assert (not (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": no run-time error
; expected: unsat
; step: rule "collect"
; keeps: 12
; assumes: 8 9 10
; assertions: 7 8 9
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(assert (and (and (and (not (= |serving| 0)) (|back| |i'75|)) |owned|) (not (|back_data defined| |i'75|))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|listed| !0) (and (and (not (and (= (|permission| !0) 2) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))) (not (and (= (|permission| !0) 0) (= (|tell| !0) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": memory is current unless the line is owned
; expected: unsat
; step: rule "collect"
; keeps: 3
; assumes: 3 11
; assertions: 7 8
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |memory| |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (and (not (ite |owned| false |owned|)) (not (= (ite |owned| (|back_data| |i'75|) |memory|) |stored|)))))
(assert (not (and (not |owned|) (not (= |memory| |stored|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "collect"
; keeps: 5
; assumes: 5 8 9
; assertions: 7 8 9
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (ite (= !0 |i'75|) false (|listed| !0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: an owner is the only one who is listed
; expected: unsat
; step: rule "collect"
; keeps: 6
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (and (ite |owned| false |owned|) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (ite (= !0 |i'75|) false (|listed| !0)) (ite (= !1 |i'75|) false (|listed| !1))) (not (= !0 !1))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: rule "collect"
; keeps: 7
; assumes: 5 6 7 8 9
; assertions: 7 8 9 10 11
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(define-fun ?1 () Bool (ite |owned| false |owned|))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) (not ?1))) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) ?1)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (|listed| !0) (|listed| !1)) (not (= !0 !1))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) (not |owned|))) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "collect"
; keeps: 8
; assumes: 6 8 9
; assertions: 7 8 9
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(define-fun ?1 () Bool (not (= |serving| 2)))
(define-fun ?2 () Bool (= |serving| 1))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (ite (= !0 |i'75|) false (|back| !0))))) (not (and (and (ite (= !0 |i'75|) false (|listed| !0)) (not (|to_call| !0))) (not (and ?1 (not (and ?2 (ite |owned| false |owned|)))))))))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (|listed| !0) (|listed| !1)) (not (= !0 !1))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and ?1 (not (and ?2 |owned|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: what is given up is gone
; expected: unsat
; step: rule "collect"
; keeps: 9
; assumes: 9
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (ite (= !0 |i'75|) false (|back| !0)) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (|tell| !0) 0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: the owner has the line, is granted it, or sends it back
; expected: unsat
; step: rule "collect"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (and (ite |owned| false |owned|) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (ite (= !0 |i'75|) false (|listed| !0)) (and (and (not (and (= (|permission| !0) 2) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))) (not (and (= (|permission| !0) 0) (= (|tell| !0) 2)))) (not (and (ite (= !0 |i'75|) false (|back| !0)) (and (not (and (= !0 |i'75|) |owned|)) (|back_data defined| !0))))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": lemma: data in a channel is current
; expected: unsat
; step: rule "collect"
; keeps: 11
; assumes: 6 8 11
; assertions: 7 8 9
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (and (not (and (= !0 |i'75|) |owned|)) (|back_data defined| !0)) (not (and (and (ite (= !0 |i'75|) false (|back| !0)) (ite |owned| false |owned|)) (= (|back_data| !0) |stored|))))))))))
(assert (not (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (|listed| !0) (|listed| !1)) (not (= !0 !1))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and (= |serving| 1) |owned|))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "collect": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "collect"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |i'75| |scalarset to CLIENTS - 1|)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |owned| Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(define-fun ?0 () Bool (and (not (= |serving| 0)) (|back| |i'75|)))
(define-fun ?1 () Bool (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))))
(assert (and (and ?0 (not (and (and ?0 |owned|) (not (|back_data defined| |i'75|))))) (or ?1 (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (and (not (and (= !0 |i'75|) |owned|)) (|back_data defined| !0))) (and (ite (= !0 |i'75|) false (|back| !0)) (ite |owned| false |owned|))) (not (and (not (and (= !0 |i'75|) |owned|)) (|back_data defined| !0))))))))
(assert (not (or ?1 (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": no run-time error
; expected: unsat
; step: rule "grant to share"
; keeps: 12
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client defined| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 1) (not |owned|)))
(define-fun ?1 () Bool (not |client defined|))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Bool (and (and ?0 (= (|tell| |client|) 0)) ?1))
(define-fun ?4 () Bool (or ?2 ?3))
(assert (or ?2 (and ?3 (not ?2)) (and ?3 (not ?4)) (and ?3 (not (or ?4 ?3)))))
(assert (and (= ?1 (= |serving| 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "grant to share"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 1) (not |owned|)))
(define-fun ?1 () Bool (and ?0 (= (|tell| |client|) 0)))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (ite (= !0 |client|) true (|tell_data defined| !0))) (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))))))))
(assert (and (= ?2 (= |serving| 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "grant to share"
; keeps: 5
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 1) (not |owned|)))
(define-fun ?1 () Bool (and ?0 (= (|tell| |client|) 0)))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))) (not (|to_call| !0)))) (not (ite (= !0 |client|) true (|listed| !0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: an owner is the only one who is listed
; expected: unsat
; step: rule "grant to share"
; keeps: 6
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 1) (not |owned|)))
(define-fun ?1 () Bool (and ?0 (= (|tell| |client|) 0)))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (ite (= !0 |client|) true (|listed| !0)) (ite (= !1 |client|) true (|listed| !1))) (not (= !0 !1))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: rule "grant to share"
; keeps: 7
; assumes: 7
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(define-fun ?0 () Bool (not |owned|))
(define-fun ?1 () Bool (and (= |serving| 1) ?0))
(define-fun ?2 () Bool (and ?1 (= (|tell| |client|) 0)))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))) ?0)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)))) |owned|)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|permission| !0) 2)) (not (= (|tell| !0) 2)))) ?0)) (not (and (not (and (not (= (|permission| !0) 1)) (not (= (|tell| !0) 1)))) |owned|)))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "grant to share"
; keeps: 8
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (= |serving| 1))
(define-fun ?1 () Bool (and ?0 (not |owned|)))
(define-fun ?2 () Bool (and ?1 (= (|tell| |client|) 0)))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 3)) (not (|back| !0)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and ?0 |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: what is given up is gone
; expected: unsat
; step: rule "grant to share"
; keeps: 9
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (= |serving| 1))
(define-fun ?1 () Bool (and ?0 (not |owned|)))
(define-fun ?2 () Bool (and ?1 (= (|tell| |client|) 0)))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (ite (= !0 |client|) 1 (|tell| !0)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not (= |serving| 2)) (not (and ?0 |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: the owner has the line, is granted it, or sends it back
; expected: unsat
; step: rule "grant to share"
; keeps: 10
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 1) (not |owned|)))
(define-fun ?1 () Bool (and ?0 (= (|tell| |client|) 0)))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (and |owned| (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (ite (= !0 |client|) true (|listed| !0)) (and (and (not (and (= (|permission| !0) 2) (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2))))) (not (and (= (|permission| !0) 0) (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))) (not (and (|back| !0) (|back_data defined| !0)))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": lemma: data in a channel is current
; expected: unsat
; step: rule "grant to share"
; keeps: 11
; assumes: 3 11
; assertions: 7 8
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-const |memory| |scalarset to DATA - 1|)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(define-fun ?0 () Bool (not |owned|))
(define-fun ?1 () Bool (and (= |serving| 1) ?0))
(define-fun ?2 () Bool (and ?1 (= (|tell| |client|) 0)))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))) (not (= (ite (= !0 |client|) |memory| (|tell_data| !0)) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))))
(assert (not (and ?0 (not (= |memory| |stored|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to share": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "grant to share"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-const |client defined| Bool)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |memory| |scalarset to DATA - 1|)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 1) (not |owned|)))
(define-fun ?1 () Bool (and ?0 (= (|tell| |client|) 0)))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))) (not (ite (= !0 |client|) true (|tell_data defined| !0))))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (ite (= !0 |client|) 1 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 1 (|tell| !0)) 2)))) (not (= (ite (= !0 |client|) |memory| (|tell_data| !0)) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(assert (not (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": no run-time error
; expected: unsat
; step: rule "grant to own"
; keeps: 12
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client defined| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (not |client defined|))
(define-fun ?2 () Bool (and ?0 ?1))
(define-fun ?3 () Bool (and (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))) ?1))
(define-fun ?4 () Bool (or ?2 ?3))
(assert (or ?2 (and ?3 (not ?2)) (and ?3 (not ?4)) (and ?3 (not (or ?4 ?3)))))
(assert (and (= ?1 (= |serving| 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: data comes with a copy and a grant
; expected: unsat
; step: rule "grant to own"
; keeps: 4
; assumes: 4
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |copy defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (ite (= !0 |client|) true (|tell_data defined| !0))) (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 2)))))))))
(assert (and (= ?2 (= |serving| 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (and (= (not (|copy defined| !0)) (= (|permission| !0) 0)) (= (not (|tell_data defined| !0)) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: who has a copy or is granted one is listed
; expected: unsat
; step: rule "grant to own"
; keeps: 5
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 2)))) (not (|to_call| !0)))) (not (ite (= !0 |client|) true (|listed| !0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: an owner is the only one who is listed
; expected: unsat
; step: rule "grant to own"
; keeps: 6
; assumes:
; assertions:
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (forall ((!1 |scalarset to CLIENTS - 1|)) (not (and (and (ite (= !0 |client|) true (|listed| !0)) (ite (= !1 |client|) true (|listed| !1))) (not (= !0 !1)))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: an exclusive copy is owned, a shared one is not
; expected: unsat
; step: rule "grant to own"
; keeps: 7
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (|permission| !0) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: copies are called back once, for the request that is served
; expected: unsat
; step: rule "grant to own"
; keeps: 8
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (= |serving| 2))
(define-fun ?1 () Bool (and ?0 (not |owned|)))
(define-fun ?2 () Bool (and (and ?1 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 3)) (not (|back| !0)))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not ?0) (not (and (= |serving| 1) |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: what is given up is gone
; expected: unsat
; step: rule "grant to own"
; keeps: 9
; assumes: 8
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (= |serving| 2))
(define-fun ?1 () Bool (and ?0 (not |owned|)))
(define-fun ?2 () Bool (and (and ?1 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (|back| !0) (not (and (= (|permission| !0) 0) (= (ite (= !0 |client|) 2 (|tell| !0)) 0)))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (not (= (|tell| !0) 3)) (not (|back| !0)))) (not (and (and (|listed| !0) (not (|to_call| !0))) (not (and (not ?0) (not (and (= |serving| 1) |owned|))))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: the owner has the line, is granted it, or sends it back
; expected: unsat
; step: rule "grant to own"
; keeps: 10
; assumes: 5
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |permission| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |to_call| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (ite (= !0 |client|) true (|listed| !0)) (and (and (not (and (= (|permission| !0) 2) (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 2))))) (not (and (= (|permission| !0) 0) (= (ite (= !0 |client|) 2 (|tell| !0)) 2)))) (not (and (|back| !0) (|back_data defined| !0))))))))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (not (and (not (and (and (= (|permission| !0) 0) (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|to_call| !0)))) (not (|listed| !0))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": lemma: data in a channel is current
; expected: unsat
; step: rule "grant to own"
; keeps: 11
; assumes: 3 11
; assertions: 7 8
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-const |memory| |scalarset to DATA - 1|)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(define-fun ?0 () Bool (not |owned|))
(define-fun ?1 () Bool (and (= |serving| 2) ?0))
(define-fun ?2 () Bool (and (and ?1 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?3 () Bool (not |client defined|))
(define-fun ?4 () Bool (and ?2 ?3))
(assert (and (and ?2 (not (or (and ?1 ?3) ?4 ?4 ?4))) (not (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 2)))) (not (= (ite (= !0 |client|) |memory| (|tell_data| !0)) |stored|)))) (not (and (|back_data defined| !0) (not (and (|back| !0) (= (|back_data| !0) |stored|))))))))))
(assert (not (and ?0 (not (= |memory| |stored|)))))
(assert (forall ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (not (and (|back_data defined| !0) (not (and (and (|back| !0) |owned|) (= (|back_data| !0) |stored|))))))))
(check-sat)
(pop 1)
(push 1)
; preservation: rule "grant to own": no run-time error, evaluating lemma: data in a channel is current
; expected: unsat
; step: rule "grant to own"
; keeps: 12
; assumes: 12
; assertions: 7
(declare-sort |scalarset to CLIENTS - 1| 0)
(declare-sort |scalarset to DATA - 1| 0)
(declare-const |serving| Int)
(declare-const |owned| Bool)
(declare-const |client| |scalarset to CLIENTS - 1|)
(declare-fun |tell| (|scalarset to CLIENTS - 1|) Int)
(declare-fun |listed| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |client defined| Bool)
(declare-fun |tell_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-const |memory| |scalarset to DATA - 1|)
(declare-fun |tell_data| (|scalarset to CLIENTS - 1|) |scalarset to DATA - 1|)
(declare-const |stored| |scalarset to DATA - 1|)
(declare-fun |back_data defined| (|scalarset to CLIENTS - 1|) Bool)
(declare-fun |back| (|scalarset to CLIENTS - 1|) Bool)
(define-fun ?0 () Bool (and (= |serving| 2) (not |owned|)))
(define-fun ?1 () Bool (and (and ?0 (= (|tell| |client|) 0)) (forall ((!0 |scalarset to CLIENTS - 1|)) (not (|listed| !0)))))
(define-fun ?2 () Bool (not |client defined|))
(define-fun ?3 () Bool (and ?1 ?2))
(assert (and (and ?1 (not (or (and ?0 ?2) ?3 ?3 ?3))) (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 2)))) (not (ite (= !0 |client|) true (|tell_data defined| !0))))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (ite (= !0 |client|) 2 (|tell| !0)) 1)) (not (= (ite (= !0 |client|) 2 (|tell| !0)) 2)))) (not (= (ite (= !0 |client|) |memory| (|tell_data| !0)) |stored|)))) (|back_data defined| !0)) (|back| !0)) (not (|back_data defined| !0)))))))
(assert (not (or (exists ((!0 |scalarset to CLIENTS - 1|)) (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (|tell_data defined| !0)))) (exists ((!0 |scalarset to CLIENTS - 1|)) (and (and (and (not (and (not (and (not (= (|tell| !0) 1)) (not (= (|tell| !0) 2)))) (not (= (|tell_data| !0) |stored|)))) (|back_data defined| !0)) (and (|back| !0) |owned|)) (not (|back_data defined| !0)))))))
(check-sat)
