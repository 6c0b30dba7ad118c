# Everything about building; run `make help` for the targets.
#
# A folder in cgi/ is a program, a file in a room of shared/ belongs to the library, tests/unit/NAME_test.c and (with a
# database) tests/db/NAME_test.c are test programs: none of them is named here, so adding one changes nothing in this file.

BUILD  ?= build
VAR    ?= var
PORT   ?= 8080
PREFIX ?= /usr/local
DESTDIR ?=
# One name for one folder: what a .d file says is of the objects as they were called when they were built.
override BUILD := $(patsubst $(CURDIR)/%,%,$(BUILD))

ifeq ($(origin CC),default)
CC     := gcc
endif
# V=1 shows whole commands.
Q      := $(if $(V),,@)
say     = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),@:,@echo '  $(1) $(2)')
PKGS   := fcgi libmariadb libcurl libsodium jansson pangocairo cairo libqrencode libpng libjpeg xlsxwriter libarchive expat

# Foreign headers are -isystem, so that our warnings speak of our code only.
PKG_CFLAGS := $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PKGS) 2>/dev/null))
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
TEST_LIBS  := $(shell pkg-config --libs cmocka 2>/dev/null)

# The rooms of the library, from low to high; a header is included by its bare name.
ROOMS    := base data out web post hours
CPPFLAGS = -D_GNU_SOURCE $(ROOMS:%=-Ishared/%) -isystem /usr/include/ClearSilver $(PKG_CFLAGS)
WARN     = -Wall -Wextra -Werror -Wformat=2 -Wconversion -Wvla -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wnull-dereference -Wtrampolines -Wno-missing-field-initializers
HARDEN   = -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero \
           -fno-strict-aliasing -fno-delete-null-pointer-checks -fno-common -fPIE
ifdef SAN
# Their instrumentation makes gcc warn of what is not there, and the plain build has given the warnings;
# FORTIFY would hide what ASan reports.
OPT      = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -w
else
OPT      = -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fzero-call-used-regs=used-gpr
endif
CFLAGS   = -std=c11 $(WARN) $(HARDEN) $(OPT)
LDFLAGS  = -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code,--as-needed
# ClearSilver with its memory from shared/base/hdf_alloc.h.
NEO      := $(patsubst %,$(BUILD)/lib/libneo_%.a,cgi cs utl)
LDLIBS   = $(NEO) $(LIB) $(PKG_LIBS) -lz -lm

PROGRAMS := $(sort $(patsubst cgi/%/,%,$(dir $(wildcard cgi/*/*.c))))
BINS     := $(PROGRAMS:%=$(BUILD)/bin/%)
LIB      := $(BUILD)/libzyz.a
LIB_OBJ  := $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard shared/*/*.c))
TESTS_C  := $(wildcard tests/unit/*_test.c tests/db/*_test.c)
TEST_AID := $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out $(TESTS_C),$(wildcard tests/unit/*.c)))
UNITS    := $(patsubst %.c,$(BUILD)/test/%,$(notdir $(TESTS_C)))
ASSETS   := $(shell find nginx/assets nginx/static -name node_modules -prune -o -type f -print)

.PHONY: FORCE all help programs static units san run cluster test check lint bench deb test-deb install uninstall clean packages
.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:

all: programs static

help:
	@echo 'make            build the programs and static files into $(BUILD)/'
	@echo 'make run        a private suite on 127.0.0.1:$(PORT), data in $(VAR)/; Ctrl-C stops it'
	@echo 'make cluster    three database nodes and two program hosts behind one nginx, as make run'
	@echo 'make test       every test; TESTS=pattern runs those whose path contains it'
	@echo 'make check      for every save: lint, units, golden pages, HTTP tests of what differs from main'
	@echo 'make san        the same programs with ASan and UBSan, into $(BUILD)/san/'
	@echo 'make deb        a Debian package of it, in $(BUILD)/'
	@echo 'make test-deb   that package installed, booted, upgraded, removed and purged, as root'
	@echo 'make lint       the house rules, with their canaries'
	@echo 'make fuzz       what people send, made up by libFuzzer (clang); SECONDS_EACH=8'
	@echo 'make bench      CPU of a request beside its floor and PHP, requests per second, memory of a worker'
	@echo 'make bench-hours what an activity of 500 costs, and its ledger'
	@echo 'make test-faults the poster through every fault and kill; FAULTS_SEED=n repeats a run'
	@echo 'make bench-text  one writing of a name, a number, a telephone'
	@echo 'make bench-scale what 12,000 stations cost: divisions loaded and chosen, the overview of a province'
	@echo 'make bench-post  what posting costs: making outbox rows, draining, memory, a long backlog'
	@echo 'make bench-signup a rush on one shift, exact also while workers are killed; its messages; SIGNUPS=300 is quick'
	@echo 'make bench-decision  a decision with 500 certificates as one file: time and memory of the worker'
	@echo 'make bench-bank  the time bank: a transfer among a million accounts, sums while workers are killed; BANK_ACCOUNTS=2000 is quick'
	@echo 'make bench-county  200 stations, 5 million hours, a working day of 1,000 staff and 20,000 phones: p50, p99, memory, disk; COUNTY_SCALE=0.05 is quick'
	@echo 'make bench-grow  every page on the demo and on years of a busy station: database CPU, small and big'
	@echo 'make test-fraud attempts to get hours that were never served, and what catches them'
	@echo 'make test-price an adversary of 2,000 episodes: what the cheapest fake hour costs; PRICE_SEED=n'
	@echo 'make docs       data model, JSON of every page and manual as HTML, into $(BUILD)/docs/'
	@echo 'make install    for an existing nginx: DESTDIR=, PREFIX=$(PREFIX)'
	@echo 'make uninstall  takes that away; keys and documents too with PURGE=1, which asks'

programs: $(BINS)
units: $(UNITS)
static: $(BUILD)/static/version

# Objects are built again when the flags change (another compiler, a library that was missing).
FLAGS := $(BUILD)/flags
$(FLAGS): FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(LDLIBS)' | cmp -s - $@ || \
	 echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(LDLIBS)' > $@
.PHONY: FORCE
FORCE:

# What the programs expect of the schema: how many migrations there are, and the last one's number.
SCHEMA := $(BUILD)/gen/schema.h
$(SCHEMA): FORCE
	@mkdir -p $(@D)
	@ls sql/[0-9]*.sql | sed 's,.*/0*,,; s,_.*,,' | sort -n | awk 'END { \
	 printf "#define SCHEMA_FILES %d\n#define SCHEMA_LAST %d\n", NR, $$1 }' > $@.new
	@cmp -s $@.new $@ && rm -f $@.new || mv $@.new $@
$(BUILD)/obj/shared/data/db_schema.o: CPPFLAGS += -include $(SCHEMA)
$(BUILD)/obj/shared/data/db_schema.o: $(SCHEMA)

$(BUILD)/obj/%.o: %.c $(FLAGS)
	@mkdir -p $(@D)
	$(call say,cc,$<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# The verifier shares no code with what it verifies: it cannot even see the library's headers.
$(BUILD)/obj/cgi/zyz-verify/%.o: CPPFLAGS := $(filter-out -Ishared/%,$(CPPFLAGS))
$(BUILD)/obj/tests/%.o: CPPFLAGS += -Itests/unit
# Here archive.h is that of libarchive.
$(BUILD)/obj/shared/base/xlsx.o $(BUILD)/obj/tests/fuzz/xlsx.o: CPPFLAGS := $(filter-out -Ishared/out,$(CPPFLAGS))

$(LIB): $(LIB_OBJ)
	@mkdir -p $(@D) && rm -f $@
	$(call say,ar,$@)
	$(Q)ar rcs $@ $^

$(NEO): $(BUILD)/lib/%.a: $(FLAGS)
	@mkdir -p $(@D)
	$(Q)objcopy $(foreach f,malloc calloc realloc strdup free,--redefine-sym $(f)=hdf_$(f)) \
	 $(shell $(CC) -print-file-name=$*.a) $@

define program
$(BUILD)/bin/$(1): $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard cgi/$(1)/*.c)) $(if $(filter zyz-verify,$(1)),,$(LIB) $(NEO))
	@mkdir -p $$(@D)
	$$(call say,ld,$$@)
	$$(Q)$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$(filter-out $$(NEO),$$^) $(if $(filter zyz-verify,$(1)),$$(PKG_LIBS),$$(LDLIBS))
endef
$(foreach p,$(PROGRAMS),$(eval $(call program,$(p))))

define test
$(BUILD)/test/$(basename $(notdir $(1))): $(1:%.c=$(BUILD)/obj/%.o) $(TEST_AID) $(LIB) $(NEO)
	@mkdir -p $$(@D)
	$$(call say,ld,$$@)
	$$(Q)$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$(filter-out $$(NEO),$$^) $$(LDLIBS) $$(TEST_LIBS)
endef
$(foreach t,$(TESTS_C),$(eval $(call test,$(t))))

# One set of npm packages serves every build directory; the lock keeps two builds from installing it at once.
NPM := nginx/assets/node_modules/.package-lock.json
$(NPM): nginx/assets/package.json nginx/assets/package-lock.json
	flock nginx/assets npm --prefix nginx/assets ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(BUILD)/static/version: $(NPM) $(ASSETS)
	node nginx/assets/build.mjs $(BUILD)/static

san:
	$(MAKE) -j$$(nproc) BUILD=$(BUILD)/san SAN=1 all

packages:
	nginx/packages run

# The library paths above are empty on a bare machine, so the build is a make of its own after the packages.
run: packages
	$(MAKE) -j$$(nproc) BUILD=$(BUILD) all
	@exec nginx/suite run

cluster:
	nginx/packages cluster
	$(MAKE) -j$$(nproc) BUILD=$(BUILD) all
	@exec nginx/cluster/cluster run

test:
	nginx/packages test
	@exec tests/run

check:
	nginx/packages test
	@exec tests/check

lint:
	tests/lint/run

bench:
	nginx/packages bench
	$(MAKE) BUILD=$(BUILD) all
	tests/bench/run

deb: all
	BUILD=$(BUILD) nginx/deb

test-deb: all
	nginx/packages test
	BUILD=$(BUILD) tests/deb/run

install: all
	BUILD=$(BUILD) DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) nginx/install

uninstall:
	@DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) nginx/install --uninstall $(if $(PURGE),--purge)

clean:
	rm -rf $(BUILD)

export BUILD VAR PORT

include tests/fuzz/Makefile.inc
include tests/bench/Makefile.inc
include tests/faults/Makefile.inc
include tests/fraud/Makefile.inc
include nginx/fonts/Makefile.inc
include docs/Makefile.inc

-include $(LIB_OBJ:.o=.d) $(TEST_AID:.o=.d) $(wildcard $(BUILD)/obj/cgi/*/*.d $(BUILD)/obj/tests/*/*.d)
