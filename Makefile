# Every target works as the only command on a machine that has Go; check also
# needs a Debian system that it may install its judges on.

GO ?= go
VERSION := $(shell git describe --tags --always --abbrev=12 --match 'v*' 2>/dev/null | sed 's/^v//')
ifeq ($(VERSION),)
VERSION := dev
endif
LDFLAGS := -X main.version=$(VERSION)
# REPOSITORY is OWNER/NAME on the server that has this repository, where that is known: the
# workflows that warraq new writes take the program from there.
REPOSITORY ?=
ifneq ($(REPOSITORY),)
LDFLAGS += -X main.repository=$(REPOSITORY)
endif
PLATFORMS := linux-amd64 linux-arm64 darwin-amd64 darwin-arm64 windows-amd64 windows-arm64
RELEASE := dist/release
BUILT := dist/build
# COLD are packages in which a build spends no time; not inlined they are two million
# bytes smaller.
COLD := crypto/... net/... vendor/golang.org/x/... math/big encoding/... debug/... regexp/syntax mime/... expvar log/... \
	github.com/creachadair/... github.com/fsnotify/... github.com/gabriel-vasile/... github.com/go-shiori/... \
	github.com/gofrs/... github.com/mitchellh/... github.com/pelletier/... github.com/phpdave11/... github.com/schollz/... \
	github.com/spf13/... github.com/vincent-petithory/... github.com/yuin/... go.yaml.in/... golang.org/x/net/... golang.org/x/text/encoding/... \
	golang.org/x/text/internal/... golang.org/x/text/language warraq/cmd/... warraq/fonts/instance \
	archive/... bufio fmt golang.org/x/image/... golang.org/x/sync/... html/... image/gif image/jpeg image/png os/... path/... reflect text/... \
	$(addprefix warraq/content/,book/... catalogue charset chart collation container design direct docx dress dump epub/... epubfile facsimile/... folder guide imprint inlay \
		intake/... locale/... markdown/... notice odt openiti samples scribe setup supply textfile web webpage) \
	$(addprefix warraq/layout/,cover drawing impose lettering manuscript pdf/press pdf/tag picture publish svg trial)
FUZZTIME ?= 20s

# Nobody's settings may change what is built. The program opens no connection, so it
# needs no HTTP/2, which comes with go-epub.
export GOFLAGS := -buildvcs=false -tags=nethttpomithttp2
export GOAMD64 := v1
export GOARM64 := v8.0
export CGO_ENABLED := 0

.PHONY: book guide build test update fuzz check faults hostile random faces bin/judge bench bench-typography release binaries clean

# book makes the booklet that comes with the program, PDF, EPUB and sheets,
# in dist/.
book:
	$(GO) run -ldflags "$(LDFLAGS)" ./cmd/warraq build booklet: -o dist

# guide makes the guide for authors, in Arabic and in English, in dist/.
guide:
	$(GO) run -ldflags "$(LDFLAGS)" ./cmd/warraq build guide: -o dist
	$(GO) run -ldflags "$(LDFLAGS)" ./cmd/warraq build guide:en -o dist

# build makes the program for this machine, bin/warraq.
build:
	$(GO) build -ldflags "$(LDFLAGS)" -o bin/warraq ./cmd/warraq

# test runs everything that needs Go alone.
test:
	$(GO) vet ./...
	$(GO) vet -tags readers ./layout/pdf
	$(GO) vet -tags faults ./cmd/warraq
	$(GO) test ./...
	$(GO) -C cmd/judge vet ./...
	$(GO) -C cmd/judge test ./...
	$(GO) -C cmd/release vet ./...
	$(GO) -C cmd/release test ./...

# update rewrites the goldens; what it changed is for git diff to show. The
# lines of HarfBuzz among them need hb-shape.
update:
	$(GO) test $$(grep -rlE --include='*_test.go' 'flag\.Bool\("update"|"warraq/content/internal/golden"' . | xargs -n1 dirname | sort -u) -update

# fuzz lets each fuzzing target search for FUZZTIME.
fuzz:
	@set -e; for m in . cmd/judge; do for p in $$($(GO) -C $$m list ./...); do \
		for f in $$($(GO) -C $$m test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			echo "== $$p $$f"; \
			$(GO) -C $$m test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p; \
		done; \
	done; done

# check installs the judges from outside, builds real books and asks each judge.
check: bin/judge
	$(MAKE) faults KILLS=60 SIGNALS=12 PAIRS=12
	$(MAKE) hostile PART=1/6
	$(MAKE) random
	bin/judge

# faults kills builds, asks them to end, runs them side by side and lets files fail to
# take their places: the output folder must hold the old set or the new one.
KILLS ?= 500
SIGNALS ?= 100
PAIRS ?= 100
faults:
	$(GO) test -tags faults -count 1 -timeout 30m -run 'TestKilled|TestSignalled|TestSideBySideBuilds|TestFailingRename|TestOthersFiles|TestSealed' \
		./cmd/warraq -kills $(KILLS) -signals $(SIGNALS) -pairs $(PAIRS)

# hostile builds manuscripts as strangers might send them, too many, too long, too deep
# or broken, each in a process of its own, and holds what each gets to cmd/hostile/table.txt.
ONLY ?= .
PART ?= 1/1
hostile: build
	$(GO) run ./cmd/hostile -program bin/warraq -only '$(ONLY)' -part $(PART)

# random lays out random books, of which make test tries 24, and holds their pages to
# what any page owes; and edits of books, of which it tries 40, with what is kept of the
# time before and without. They take some minutes.
BOOKS ?= 1200
EDITS ?= 1000
random:
	nice -n 15 $(GO) test ./layout -count 1 -timeout 60m -run 'TestRandomBooks|TestEdits' -books $(BOOKS) -edits $(EDITS)

# faces sets a text in some 200 faces of Debian's and npm's and writes what became of it.
faces: bin/judge
	bin/judge -hands fonts/FACES.md

# bin/judge is a module of its own, which knows this one by its folder.
bin/judge:
	$(GO) -C cmd/judge build -o "$(CURDIR)/bin/judge" .

# bench measures each stage, then the whole program on large books. With
# BASE=binary it measures the whole program beside that build of it, in one run.
BASE ?=
bench:
ifeq ($(BASE),)
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) run ./cmd/bench
else
	$(GO) run ./cmd/bench -base $(BASE)
endif

# bench-typography prints how even the spaces of a text come out, by rules of
# lengthening and measure, and whether each rule held.
TEXT ?= $(firstword $(wildcard ../shared/article/article.txt) content/samples/vocalised.txt)
bench-typography:
	$(GO) run ./cmd/bench -typography $(TEXT)

# release makes in dist/release/ all that a tag has: static binaries of every platform,
# archives and packages of them with completions, man pages and licences, bills of
# materials, the booklet's files, and the SHA256SUMS of all. The same commit gives the
# same bytes. BASE is the address below which the files will be fetched, where that is
# known; SOURCE_DATE_EPOCH their time, otherwise that of the commit.
BASE ?=
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
release: export SOURCE_DATE_EPOCH := $(SOURCE_DATE_EPOCH)
release: binaries
	rm -rf $(RELEASE)
	mkdir -p $(RELEASE)
	$(GO) build -trimpath -ldflags "$(LDFLAGS)" -o $(BUILT)/host/warraq ./cmd/warraq
	$(GO) -C cmd/release build -o "$(CURDIR)/$(BUILT)/tools/" tool .
	$(BUILT)/host/warraq build booklet: -q -o $(RELEASE)
	$(BUILT)/tools/release -version "$(VERSION)" -epoch "$(SOURCE_DATE_EPOCH)" -base "$(BASE)" -built $(BUILT) -to $(RELEASE)

# binaries builds the program of every platform in dist/build/, from which a Dockerfile takes it.
binaries:
	rm -rf $(BUILT)
	@set -e; for p in $(PLATFORMS); do \
		os=$${p%-*}; arch=$${p#*-}; exe=; [ $$os = windows ] && exe=.exe; \
		echo "$(BUILT)/$$p/warraq$$exe"; \
		GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags "-s -w -buildid= $(LDFLAGS)" \
			$(foreach p,$(COLD),-gcflags=$(p)=-l) \
			-o $(BUILT)/$$p/warraq$$exe ./cmd/warraq; \
	done

# clean takes away what the other targets made.
clean:
	rm -rf bin dist
