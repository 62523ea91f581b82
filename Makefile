# make            install what is missing, build, render content/ into out/
# make test       the same, then all tests
# make quick      the tests that need no browser, validator or patience
# Other targets: program render deps test-deps tests test-all test-debian
# golden asan valgrind fuzz bench style clean

CC = gcc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wshadow -Wmissing-prototypes -Wpedantic \
	-Werror=incompatible-pointer-types -Werror=int-conversion
BUILD = gen/build
OUT = out
PROGRAM = $(BUILD)/toetssteen
TOETSSTEEN = $(PROGRAM)
VERSION = 0.1

LIBRARIES = libcmark yaml-0.1 cairo cairo-ft cairo-pdf harfbuzz freetype2 \
	fontconfig expat librsvg-2.0 libqpdf libmicrohttpd libxxhash
PACKAGES = gcc libc6-dev make pkg-config libcmark-dev libyaml-dev \
	libcairo2-dev libharfbuzz-dev libfreetype-dev libfontconfig-dev \
	libhyphen-dev hyphen-nl libexpat1-dev librsvg2-dev libqpdf-dev \
	libxxhash-dev libmicrohttpd-dev fonts-open-sans fonts-dejavu-core \
	fonts-dejavu-extra fontconfig
TEST_PACKAGES = check poppler-utils qpdf libxml2-utils \
	chromium-headless-shell default-jre-headless
TEST_DEPS = --node $(PACKAGES) $(TEST_PACKAGES)

SOURCES = $(filter-out $(BUILD)/%,$(shell find gen -name '*.c'))
OBJECTS = $(SOURCES:gen/%.c=$(BUILD)/%.o)
BENCH = $(BUILD)/tests/bench.o
TEST_OBJECTS = $(filter-out $(BENCH),$(patsubst tests/%.c,$(BUILD)/tests/%.o, \
	$(wildcard tests/*.c)))
PARTS = $(filter-out $(BUILD)/main.o,$(OBJECTS))

# The suites are linked with objects of their own, which count what they do;
# see tests/work.c.
COUNTED = $(patsubst gen/%.c,$(BUILD)/counted/%.o,\
	$(filter-out gen/main.c,$(SOURCES)))

# Asked once, and only when something is compiled: the packages may have to
# be installed first.
FLAGS = $(eval FLAGS := $(shell pkg-config --cflags $(LIBRARIES)))$(FLAGS)
LIBS = $(eval LIBS := $(shell pkg-config --libs $(LIBRARIES)) -lhyphen -lm \
	-pthread)$(LIBS)

.PHONY: all deps test-deps program render test test-all quick tests suites \
	test-debian golden asan valgrind fuzz bench style clean

all: deps
	@$(MAKE) --no-print-directory render

program: $(PROGRAM)

# In a tree that is read-only: make render BUILD=/tmp/build OUT=/tmp/out
render: $(PROGRAM)
	@$(PROGRAM) build --out '$(OUT)'

deps:
	@sh tests/deps.sh $(PACKAGES)

test-deps:
	@sh tests/deps.sh $(TEST_DEPS)

$(PROGRAM): $(OBJECTS)
	@echo "ld $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(BUILD)/check: $(COUNTED) $(TEST_OBJECTS)
	@echo "ld $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--wrap=clock_cpu -o $@ $^ $(LIBS) \
		$$(pkg-config --libs check)

$(BUILD)/counted/%.o: gen/%.c
	@mkdir -p $(@D)
	@echo "cc $< for the suites"
	@$(CC) -std=c17 -D_GNU_SOURCE -DVERSION='"$(VERSION)"' $(WARNINGS) \
		$(CFLAGS) -O1 -fsanitize-coverage=trace-pc -include \
		tests/counted.h $(FLAGS) -MMD -c -o $@ $<
$(BUILD)/bench: $(PARTS) $(BENCH)
	@echo "ld $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: gen/%.c
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) -std=c17 -D_GNU_SOURCE -DVERSION='"$(VERSION)"' $(WARNINGS) \
		$(CFLAGS) $(FLAGS) -MMD -c -o $@ $<

$(BUILD)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) -std=c17 -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) $(FLAGS) -MMD \
		-c -o $@ $<

test: test-deps
	@$(MAKE) --no-print-directory suites

# What later takes long and is not asked for each time comes here.
test-all: test

# All but browsers, validators and stress, and without a look at what is
# installed: to run after each change.
quick:
	@$(MAKE) --no-print-directory suites RUN=quick

# Without installing; RUN=base runs one suite (the names are in tests/main.c).
tests:
	@sh tests/deps.sh --check $(TEST_DEPS)
	@$(MAKE) --no-print-directory suites

# TOETSSTEEN is the program that the suites start.
suites: $(PROGRAM) $(BUILD)/check $(BUILD)/bench
	TOETSSTEEN=$(TOETSSTEEN) $(CHECK_WITH) $(BUILD)/check $(RUN)

# `make` and `make test` on a bare Debian, for root: RELEASE=bookworm or trixie
test-debian:
	@sh tests/debian.sh $(RELEASE)

golden: $(PROGRAM) $(BUILD)/check
	@RENEW=1 $(BUILD)/check golden >/dev/null
	@git diff --stat -- tests/golden

asan: test-deps
	@LSAN_OPTIONS="suppressions='$(CURDIR)/tests/lsan.supp':print_suppressions=0" \
		CK_TIMEOUT_MULTIPLIER=4 \
		$(MAKE) --no-print-directory suites BUILD=gen/build/asan \
		CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'

# Both the suites and the program that they start run under valgrind.
valgrind: test-deps
	@sh tests/deps.sh valgrind
	@$(MAKE) --no-print-directory suites TOETSSTEEN=tests/valgrind.sh \
		CHECK_WITH='CK_FORK=no sh tests/valgrind.sh'

# Seconds of fuzzing; what is found stays in gen/build/fuzz.
FUZZ_TIME = 120

fuzz: deps
	@sh tests/deps.sh clang
	@sh tests/deps.sh libclang-rt-$$(clang -dumpversion | cut -d. -f1)-dev
	@mkdir -p $(BUILD)/fuzz/corpus
	clang -std=c17 -D_GNU_SOURCE -O1 -g $(FLAGS) \
		-fsanitize=fuzzer,address,undefined -o $(BUILD)/fuzz/fuzz \
		tests/fuzz/fuzz.c gen/web/html.c gen/web/lines.c \
		gen/web/text.c gen/web/text_table.c \
		$$(find gen/base gen/content gen/template gen/document \
		-name '*.c') $(LIBS)
	cd $(BUILD)/fuzz && ./fuzz -max_total_time=$(FUZZ_TIME) -timeout=10 \
		-max_len=4096 corpus

bench: $(PROGRAM) $(BUILD)/bench
	@$(BUILD)/bench
	@sh tests/bench_typst.sh $(PROGRAM)

style: $(BUILD)/check
	@sh tests/style.sh
	@sh tests/modules.sh $(BUILD)

clean:
	rm -rf gen/build out/*

# a header that is gone is no reason to stop
%.h: ;

-include $(OBJECTS:.o=.d) $(COUNTED:.o=.d) $(TEST_OBJECTS:.o=.d) $(BENCH:.o=.d)
