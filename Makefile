# The verbs of this repository. `make` prints them.

export CGO_ENABLED = 0

GO    ?= go
SEEDS ?= 16
COUNT ?= 10

.DEFAULT_GOAL := verbs
.PHONY: verbs run test check bench validate claims docs fmt fuzz

verbs: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## live the Soviet economy from 1917 to 1991 and keep the run under runs/
	$(GO) run ./cmd/gosplan run

test: ## run every test
	$(GO) test ./...

check: ## hold format, vet, staticcheck, the building and all tests to the rules
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not formatted, run make fmt:"; echo "$$unformatted"; exit 1; }
	$(GO) vet -composites=false ./...
	$(GO) tool staticcheck ./...
	$(GO) test ./...

bench: ## measure speed and size, in the format of benchstat, into bench/
	$(GO) test -run '^$$' -bench . -benchmem -count $(COUNT) ./... | tee bench/$$(date +%Y-%m-%d)-$$(git rev-parse --short HEAD).txt

validate: ## hold SEEDS=16 runs against history and write docs/validation.md
	$(GO) run ./cmd/gosplan validate --seeds $(SEEDS) --ablations --out docs/validation.md

claims: ## test what the essay claims and write docs/claims.md
	$(GO) run ./cmd/gosplan claims --out docs/claims.md

docs: ## write what is generated: the schema of scenarios and the documentation
	$(GO) generate ./...

fmt: ## format every file
	$(GO) tool gofumpt -w .

fuzz: ## try the readers on damaged files, ten seconds each
	$(GO) test -run '^$$' -fuzz '^FuzzStarveStaysInBounds$$' -fuzztime 10s ./behaviour
	$(GO) test -run '^$$' -fuzz '^FuzzSpreadIsExact$$' -fuzztime 10s ./behaviour
	$(GO) test -run '^$$' -fuzz '^FuzzParse$$' -fuzztime 10s ./claim
	$(GO) test -run '^$$' -fuzz '^FuzzRead$$' -fuzztime 10s ./claim
	$(GO) test -run '^$$' -fuzz '^FuzzResume$$' -fuzztime 10s .
	$(GO) test -run '^$$' -fuzz '^FuzzRead$$' -fuzztime 10s ./economy
	$(GO) test -run '^$$' -fuzz '^FuzzNumber$$' -fuzztime 10s ./format
	$(GO) test -run '^$$' -fuzz '^FuzzDelimited$$' -fuzztime 10s ./format
	$(GO) test -run '^$$' -fuzz '^FuzzMatrixMarket$$' -fuzztime 10s ./format
	$(GO) test -run '^$$' -fuzz '^FuzzFolderOfRegions$$' -fuzztime 10s ./format
	$(GO) test -run '^$$' -fuzz '^FuzzWorkbook$$' -fuzztime 10s ./format
	$(GO) test -run '^$$' -fuzz '^FuzzPayKeepsMoney$$' -fuzztime 10s ./ledger
	$(GO) test -run '^$$' -fuzz '^FuzzShipAndUseNeverOverdraw$$' -fuzztime 10s ./ledger
	$(GO) test -run '^$$' -fuzz '^FuzzReadMPS$$' -fuzztime 10s ./lp
	$(GO) test -run '^$$' -fuzz '^FuzzNearest$$' -fuzztime 10s ./parameter
	$(GO) test -run '^$$' -fuzz '^FuzzSet$$' -fuzztime 10s ./parameter
	$(GO) test -run '^$$' -fuzz '^FuzzParseChange$$' -fuzztime 10s ./plan
	$(GO) test -run '^$$' -fuzz '^FuzzSetup$$' -fuzztime 10s ./record
	$(GO) test -run '^$$' -fuzz '^FuzzCheckpoint$$' -fuzztime 10s ./record
	$(GO) test -run '^$$' -fuzz '^FuzzManifest$$' -fuzztime 10s ./record
	$(GO) test -run '^$$' -fuzz '^FuzzParse$$' -fuzztime 10s ./scenario
	$(GO) test -run '^$$' -fuzz '^FuzzSharesNeverAddUpToMore$$' -fuzztime 10s ./unit
