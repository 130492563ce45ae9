# The two commands a newcomer needs are `make check` and `make test`; both do all set-up.

# An import that Package.swift does not declare is an error.
STRICT := --explicit-target-dependency-import-check error
RELEASE := .build/release
# The command carries its libraries: it starts in half the time, and runs where there is no Swift.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
OPTIMISED := swift build -c release $(STATIC) $(STRICT)

.PHONY: check test build bench format lint setup matrix proofs check-proofs lock regress conform
.PHONY: learned suites bugs wrong-proofs check-races test-threads

check: build ## decide every claim of every spec
	$(RELEASE)/pinproof check specs --proof-budget 5

test: setup ## run all tests
	swift test $(STRICT)

test-threads: setup ## run what several threads do under the thread sanitizer
	PINPROOF_SANITIZE_THREADS=1 swift test $(STRICT) \
	  --sanitize=thread --scratch-path .build/thread \
	  --filter 'ExplorerTests|StressTests|NativeTests/(severalWorkers|changingOverAtAnyLevel)'

build: setup ## build the optimised command
	$(OPTIMISED) --product pinproof

bench: setup ## measure beside the peers that are installed; BENCH="--quick", "--help", ...
	$(OPTIMISED) --product benchmarks
	$(OPTIMISED) --product pinproof
	$(RELEASE)/benchmarks $(BENCH)

matrix: build ## regenerate the verdict tables of specs/README.md and their races
	rm -rf proofs/races
	$(RELEASE)/pinproof check specs --matrix specs/README.md --matrix-json proofs/matrix.json \
	  --race-dir proofs/races --proof-dir proofs/any-size --proof-budget 0

check-races: build ## replay every race that the tables link to
	$(RELEASE)/pinproof replay proofs/races --counterexamples none --format text

lock: build ## record the verdicts of every spec in every listed configuration
	$(RELEASE)/pinproof lock

regress: build ## decide everything again and say what has changed
	$(RELEASE)/pinproof regress

bugs: build ## find every seeded fault of specs/bugs; BUG=name prints the race of one
	Tests/Bugs/run-bugs $(BUG)

wrong-proofs: build ## try to prove, for any size, what is wrong; none of it may be proved
	Tests/Bugs/run-any-size $(if $(BUG),"$(BUG)")

conform: build ## cross-check the reference implementation with the specs
	$(RELEASE)/pinproof conform

# What is proved for any size: the specs that say so, and all of the reviewed protocol that is no
# liveness.
ANY_SIZE := $(wildcard specs/classic/*.m) specs/compound/tags.m specs/pgmap/translation-any.m
REVIEWED := --property 'P? *' --property "P1'*" --property 'P11*' --property 'P12*' \
  --property 'P16*' --property 'no*'

# Wrong versions, which have races at every size: specification, symbolic constants, other constants,
# and the claims where many others hold.
WRONG := \
  percpu-ref/percpu-ref:TASKS percpu-ref/percpu-ref:TASKS:TRYGET_LIVE=0 \
  percpu-ref/percpu-ref:TASKS:STRAY_PUTS=1 \
  pgmap/zone-device-page-init:FOLIOS,TASKS:V0B=0,CONTRACT=2 \
  pgmap/zone-device-page-init:FOLIOS,TASKS \
  pgmap/request-folios:FOLIOS,TASKS:V1B=0,MEMORY=FSDAX \
  pgmap/request-folios:FOLIOS,TASKS:V1B=0,RELEASE=1 \
  pgmap/request-folios:FOLIOS,TASKS pgmap/request-folios:FOLIOS,TASKS:CONTRACT=1,NO_RACE=1 \
  pgmap/request-folio:FOLIOS,TASKS pgmap/request-folio:FOLIOS,TASKS:C2=1 \
  pgmap/request-folio-reviewed:FOLIOS,TASKS:PIN_FIRST=0,PLAIN_UNDO=0 \
  'pgmap/request-folio-reviewed:FOLIOS,TASKS:TRYGET_LIVE=0:P12*' \
  'pgmap/request-folio-reviewed:FOLIOS,TASKS:BOUNDS_TEST=0:P16*' \
  'pgmap/request-folio-reviewed:FOLIOS,TASKS:QUIET_FAILURE=0:no*race' \
  compound/free-by-type:FOLIOS,TASKS:V4F=0,CONTRACT=1 \
  compound/free-by-type:FOLIOS,TASKS:V4F=1,CONTRACT=1 \
  compound/word:TASKS compound/large-folios:TASKS:REINIT=0 mapping/lookup:TASKS \
  clients/gen-pool:OFFSETS,TASKS clients/uvmem:PAGES,TASKS clients/migrate-to-ram:TASKS \
  clients/p2pdma:PAGES,TASKS clients/owner-gate:DEVICES,TASKS clients/fsdax:FILES,BLOCKS \
  clients/free-list:TASKS

proofs: build ## prove again what proofs/ says, and store the certificates
	$(RELEASE)/pinproof check specs/pgmap/request-folio-reviewed.m --cert-dir proofs
	for order in "" "-c PIN_FIRST=0"; do \
	  $(RELEASE)/pinproof prove specs/pgmap/request-folio-reviewed.m $$order \
	    --for-all FOLIOS,TASKS $(REVIEWED) --property 'lemma*' --cert-dir proofs/any-size || exit; done
	for spec in $(ANY_SIZE); do \
	  $(RELEASE)/pinproof prove $$spec --cert-dir proofs/any-size || exit; done
	rm -rf proofs/any-size/races
	for wrong in $(WRONG); do \
	  IFS=:; set -- $$wrong; IFS=' '; \
	  choices=$$(echo "$$3" | sed 's/[^,][^,]*/-c &/g; s/,/ /g'); \
	  $(RELEASE)/pinproof prove specs/$$1.m --for-all $$2 $$choices --property "$${4:-*}" \
	    --cert-dir proofs/any-size/races --counterexamples none \
	    || [ $$? -eq 30 ] || exit; done

# What is proved without lemmas of its own.
LEARNED := specs/classic/reader-writer-lock.m specs/classic/cache-coherence.m specs/classic/ticket-lock.m \
  specs/compound/tags.m

learned: build ## prove for any size with the lemmas taken out of the specs
	for spec in $(LEARNED); do \
	  Tests/Suites/prove-learned $(RELEASE)/pinproof $$spec || exit; done
	for order in 1 0; do \
	  Tests/Suites/prove-learned $(RELEASE)/pinproof specs/pgmap/request-folio-reviewed.m \
	    -c PIN_FIRST=$$order --for-all FOLIOS,TASKS $(REVIEWED) || exit; done

check-proofs: build ## re-check the stored certificates with z3, and with cvc5 where there is one
	ls -S proofs/*.smt2 proofs/any-size/*.smt2 proofs/any-size/races/*.smt2 \
	  | sed 's/smt2$$/cert.json/' \
	  | xargs -n 1 -P "$$(getconf _NPROCESSORS_ONLN)" $(RELEASE)/pinproof cert check --workers 1
	if command -v cvc5 > /dev/null; then proofs/check.sh cvc5; fi

suites: build ## compare with other checkers on their models: RUMUR_TESTS=… CMURPHI_EXAMPLES=…
	$(if $(RUMUR_TESTS)$(CMURPHI_EXAMPLES),,$(error give RUMUR_TESTS=rumur/tests, \
	  CMURPHI_EXAMPLES=cmurphi/ex, or both))
	$(if $(RUMUR_TESTS),Tests/Suites/run-suite rumur $(RUMUR_TESTS))
	$(if $(CMURPHI_EXAMPLES),Tests/Suites/run-suite cmurphi $(CMURPHI_EXAMPLES) --timeout 600)

format: ## format all Swift sources
	swift format --in-place --recursive Package.swift Sources Tests

lint: ## check the format of all Swift sources
	swift format lint --strict --recursive Package.swift Sources Tests

setup:
	@.ci/setup
