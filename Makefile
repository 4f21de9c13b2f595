# Everything that a developer runs. "make help" prints the comment beside each target.

SHELL := /bin/sh
GO ?= go
TAGS := sqlite_fts5
GOLD ?= fixtures/gold
FUZZTIME ?= 1m
DEMO ?= $(or $(TMPDIR),/tmp)/annals-demo-$(shell id -u)
VERSION := $(shell git describe --always --dirty --tags 2>/dev/null || echo unknown)

export CGO_ENABLED = 1
# A clone that belongs to another user has no history that Go may read; the build does not need it.
export GOFLAGS := -buildvcs=false $(GOFLAGS)

.PHONY: build demo test score bench golden fuzz lint help check clean

build: check ## bin/annals and bin/score (this is what plain "make" does)
	@mkdir -p bin
	$(GO) build -tags $(TAGS) -ldflags '-X main.version=$(VERSION)' -o bin/ ./cmd/...

demo: build ## add the fixture articles to a new database and print their timeline
	@mkdir -p '$(DEMO)' && rm -f '$(DEMO)'/annals.db*
	bin/annals add --db '$(DEMO)/annals.db' fixtures/articles
	bin/annals timeline --db '$(DEMO)/annals.db' --width 120
	@echo
	@echo 'The database is $(DEMO)/annals.db. Try next:'
	@echo '  export ANNALS_DB=$(DEMO)/annals.db'
	@key=$$(bin/annals sql --db '$(DEMO)/annals.db' --format csv 'select key from timeline limit 1' | tail -n 1); \
	echo "  bin/annals show $$key      one event, with its source paragraph"; \
	echo "  bin/annals why $$key       how it was found and dated"
	@echo '  bin/annals timeline --type ruling --format markdown'
	@echo '  bin/annals sources'

test: check ## all tests, with the race detector
	$(GO) test -race -tags $(TAGS) ./...

score: build ## accuracy against gold events; GOLD=DIR for another folder
	bin/score events $(GOLD)

bench: check ## speed of extraction and of storing, apart
	$(GO) test -run '^$$' -bench . -benchmem -tags $(TAGS) ./...

golden: check ## rewrite the golden files, and show what changed in them
	ANNALS_GOLDEN=rewrite $(GO) test -count 1 -tags $(TAGS) ./cmd/annals ./timeline/extract
	$(GO) test -count 1 -tags $(TAGS) ./timeline/read ./timeline/render ./timeline/when -update
	git --no-pager diff --stat -- '*testdata*'

fuzz: check ## run each fuzzer for FUZZTIME (1m)
	@grep -rl --include='*_test.go' '^func Fuzz' cmd timeline store | sort | while read -r file; do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$file"); do \
			echo "$$name, $$(dirname "$$file")"; \
			out=$$($(GO) test -tags $(TAGS) -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) "./$$(dirname "$$file")" 2>&1) && { echo "$$out" | tail -n 1; continue; }; \
			case "$$out" in *'Failing input'*) ;; *'context deadline exceeded'*) echo 'the time ran out within an input, which Go reports as a failure; nothing was found'; continue;; esac; \
			echo "$$out"; exit 1; \
		done || exit 1; \
	done

lint: check ## gofmt, go vet, golangci-lint
	@test -z "$$(gofmt -l cmd timeline store fixtures)" || { gofmt -l cmd timeline store fixtures; echo 'run gofmt -w on these files'; exit 1; }
	$(GO) vet -tags $(TAGS) ./...
	golangci-lint run ./...

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

clean: ## remove what was built
	rm -rf bin

# check names what is missing in one plain sentence, before a compiler says it in fifty.
check:
	@command -v $(GO) >/dev/null 2>&1 || { echo 'annals needs Go 1.26 or newer, and there is no "$(GO)" command here; get it from https://go.dev/dl/.' >&2; exit 1; }
	@$(GO) list -m >/dev/null 2>&1 && case "$$($(GO) env GOVERSION)" in \
		go1.[0-9]|go1.[0-9].*|go1.1[0-9]*|go1.2[0-5]|go1.2[0-5][.a-z]*) false;; esac || \
		{ echo "annals needs Go 1.26 or newer, and this is $$(cd / && $(GO) env GOVERSION); get it from https://go.dev/dl/." >&2; exit 1; }
	@cc=$$($(GO) env CC); command -v $${cc%% *} >/dev/null 2>&1 || \
		{ echo "annals needs a C compiler for SQLite, and there is no \"$$cc\" here; install gcc (on Debian: apt install gcc libc6-dev)." >&2; exit 1; }
