# mattrakan.  `make` builds the program and renders the samples; `make help` lists the rest.
#
# Variables: CC, CFLAGS (optimisation and debugging), LDFLAGS, PREFIX, DESTDIR, SANITIZE (a list for -fsanitize),
# COVERAGE=1, WERROR=1.  All that is made goes to out/; builds of another kind to out/KIND/.

.DEFAULT_GOAL := report
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

PREFIX = /usr/local
CFLAGS = -O2 -g
INSTALL = install

# ---- What is built, and where

kind := $(if $(SANITIZE),asan,$(if $(COVERAGE),coverage))
O := out$(if $(kind),/$(kind))

library_sources := src/mattrakan.c $(wildcard src/*/*.c)
program_sources := src/main.c $(wildcard src/cli_*.c)
headers := $(wildcard src/*.h src/*/*.h)
UNIT :=
fuzz_targets := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
samples := $(wildcard samples/*.json)

library_objects := $(library_sources:%.c=$(O)/obj/%.o)
program_objects := $(program_sources:%.c=$(O)/obj/%.o)
unit_sources := $(wildcard tests/unit/*.c)
unit_objects := $(unit_sources:%.c=$(O)/obj/%.o)

# ---- How

modules := harfbuzz harfbuzz-subset freetype2 libcjson libthai icu-uc zlib libjpeg libpng libqrencode

# Asked once, and only when something is compiled: on a fresh machine pkg-config itself has yet to be installed.
ask = $(eval $(1) := $$(shell $(2)))$($(1))
module_flags = $(call ask,module_flags,pkg-config --cflags $(modules) | sed 's/-I/-isystem /g')
module_libs = $(call ask,module_libs,pkg-config --libs $(modules); echo -lhpdf -lm)
criterion_flags = $(call ask,criterion_flags,pkg-config --cflags criterion | sed 's/-I/-isystem /g')
criterion_libs = $(call ask,criterion_libs,pkg-config --libs criterion)

sanitizers := address,undefined
warnings := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
    -Wwrite-strings -Wformat=2 -Wno-format-nonliteral -Wundef -Wvla $(if $(WERROR),-Werror)
hardening := -fPIE -fstack-protector-strong -fstack-clash-protection $(if $(kind),,-D_FORTIFY_SOURCE=2)
kind_flags := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer) \
    $(if $(COVERAGE),--coverage -O0)
compile_flags = -std=c11 -ffp-contract=off -D_POSIX_C_SOURCE=200809L -Isrc $(warnings) $(hardening) $(CPPFLAGS) $(CFLAGS) \
    $(kind_flags) $(module_flags)
link_flags = -pie -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed $(CFLAGS) $(kind_flags) $(LDFLAGS)

quiet := $(if $(V),,@)
say = $(if $(V),,@printf '  %-8s %s\n' $(1) $(2))

# Make again, on all processors unless told otherwise: with other variables, or once what is missing is there.
submake = $(MAKE) --no-print-directory --output-sync=target $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

# ---- Targets for people

.PHONY: report
report: ## build the program and render all samples into out/, installing what is missing (the default)
	@.build/install-packages build
	@$(submake) samples

.PHONY: all
all: $(O)/mattrakan ## build the program and the library, without installing anything

.PHONY: samples
samples: $(O)/mattrakan ## render all samples into out/
	$(quiet)$(O)/mattrakan --profile=all -o $(O)/ $(samples)
	@cd $(O) && ls $(samples:samples/%.json=%.pdf) $(samples:samples/%.json=%-*.pdf) 2>/dev/null | sort -u | sed 's,^,  $(O)/,'

.PHONY: test
test: ## all tests, twice: as built and under sanitizers, installing what is missing
	@.build/install-packages build test
	@tests/tools/install-pdfjs out/node
	@$(submake) check
	@$(submake) check SANITIZE=$(sanitizers)
	@tests/tools/total out/results out/asan/results

# Every kind of test runs, whatever fails; the total decides.
kinds := unit invalid audit published layout render samples pathological cli fuzz $(if $(SANITIZE),sanitizer)
.PHONY: check $(kinds:%=check-%)
check: $(kinds:%=check-%) includes headers check-reference ## all tests of one build, installing nothing; check-KIND for one kind
	@echo 'Tests of $(O):'
	@tests/tools/total $(kinds:%=$(O)/results/%)
$(kinds:%=check-%): check-%: $(O)/mattrakan
	$(quiet)tests/run $(O) $*
check-unit: $(O)/unit-tests
check-fuzz: fuzz-build
check-sanitizer: $(O)/leak

.PHONY: unit
unit: $(O)/$(if $(UNIT),unit-chosen,unit-tests) ## unit tests alone; UNIT="tests/unit/test_x.c ..." picks files
	$(quiet)$<

.PHONY: asan
asan: ## all tests under the address and undefined behaviour sanitizers
	@$(submake) check SANITIZE=$(sanitizers)

.PHONY: test-update
test-update: $(O)/mattrakan ## write the expected results of drop-in cases anew and show what changed
	$(quiet)tests/run --update $(O) invalid audit layout

.PHONY: lint
lint: includes headers ## clang-tidy, cppcheck, include direction, headers alone
	@.build/install-packages build test lint
	printf '%s\n' $(library_sources) $(program_sources) | xargs -n 4 -P $$(nproc) sh -c \
	    'clang-tidy --quiet "$$@" -- $(compile_flags) 2>/dev/null' clang-tidy
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	    --suppress=va_list_usedBeforeStarted --suppress=arrayIndexThenCheck -Isrc $(library_sources) $(program_sources)

.PHONY: reference check-reference
reference: $(O)/mattrakan ## write the field reference into samples/README.md
	$(quiet)tests/tools/field-reference $(O)/mattrakan samples/README.md
check-reference: $(O)/mattrakan
	$(quiet)tests/tools/field-reference --check $(O)/mattrakan samples/README.md

.PHONY: includes
includes: ## the direction of includes
	$(quiet)tests/tools/check-includes src

.PHONY: headers
headers: $(headers:%=$(O)/obj/%.alone) ## each header compiled alone

formatted := $(wildcard src/*.[ch] src/*/*.[ch] tests/*/*.[ch])

.PHONY: format format-check
format: ## lay the code out
	@.build/install-packages format
	clang-format -i $(formatted)
format-check: ## is the code laid out?
	@.build/install-packages format
	clang-format --dry-run -Werror $(formatted)

.PHONY: coverage
coverage: ## which lines the tests reach: out/coverage/index.html
	@.build/install-packages build test coverage
	-@$(submake) check COVERAGE=1
	gcovr --root . --filter src/ --object-directory out/coverage/obj --exclude-unreachable-branches \
	    --html-details out/coverage/index.html --print-summary out/coverage/obj

.PHONY: bench
bench: $(O)/mattrakan $(O)/unavoidable $(O)/measure $(O)/copies ## CPU time and memory against the libraries' own work
	$(quiet)tests/bench/run $(O)

.PHONY: valgrind
valgrind: $(O)/mattrakan ## the samples under valgrind
	@.build/install-packages valgrind
	$(quiet)mkdir -p $(O)/valgrind
	valgrind --quiet --leak-check=full --errors-for-leak-kinds=definite,indirect,possible --error-exitcode=99 \
	    $(O)/mattrakan -o $(O)/valgrind/ $(samples)

.PHONY: fuzz fuzz-build
fuzz: fuzz-build ## every fuzz target: its corpus and FUZZ_RUNS mutations of it
	$(quiet)for target in $(fuzz_targets); do $(O)/fuzz/$$target --runs $(or $(FUZZ_RUNS),20000) tests/fuzz/corpus/$$target || exit; done
fuzz-build: $(fuzz_targets:%=$(O)/fuzz/%)

.PHONY: install uninstall
install: $(O)/mattrakan ## install below PREFIX (/usr/local); DESTDIR is put before it
	$(INSTALL) -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/mattrakan
	$(INSTALL) -m 755 $(O)/mattrakan $(DESTDIR)$(PREFIX)/bin/mattrakan
	$(INSTALL) -m 644 src/mattrakan.1 $(DESTDIR)$(PREFIX)/share/man/man1/mattrakan.1
	cd templates && find . -type f -exec $(INSTALL) -D -m 644 {} $(abspath $(DESTDIR)$(PREFIX))/share/mattrakan/templates/{} \;
	cd fonts && find . -type f -exec $(INSTALL) -D -m 644 {} $(abspath $(DESTDIR)$(PREFIX))/share/mattrakan/fonts/{} \;
uninstall: ## remove what install wrote
	rm -f $(DESTDIR)$(PREFIX)/bin/mattrakan $(DESTDIR)$(PREFIX)/share/man/man1/mattrakan.1
	rm -rf $(DESTDIR)$(PREFIX)/share/mattrakan

.PHONY: clean
clean: ## remove out/
	rm -rf out

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# ---- Building

# Changes when a command line does, so that everything is compiled anew then.
$(O)/obj/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(compile_flags) $(link_flags)' | cmp -s - $@ || echo '$(CC) $(compile_flags) $(link_flags)' >$@
.PHONY: FORCE
FORCE:

$(O)/obj/%.o: %.c $(O)/obj/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(quiet)$(CC) $(compile_flags) $(extra_flags) -MMD -MP -c -o $@ $<

$(O)/obj/tests/unit/%.o: extra_flags = -Itests/unit $(criterion_flags)

$(O)/obj/%.h.alone: %.h $(O)/obj/flags
	@mkdir -p $(@D)
	$(quiet)echo '#include "$(<:src/%=%)"' | $(CC) $(compile_flags) -x c -MMD -MP -MT $@ -MF $@.d -o /dev/null -c -
	@touch $@

# The library is one object in which only the public names are visible.
$(O)/libmattrakan.a: $(library_objects)
	$(call say,AR,$@)
	$(quiet)$(CC) -r -nostdlib $(if $(SANITIZE),-fno-sanitize=all) -o $(O)/obj/mattrakan.o $(library_objects)
	$(quiet)objcopy --wildcard --keep-global-symbol='mattrakan_*' $(O)/obj/mattrakan.o
	@rm -f $@
	$(quiet)ar rcs $@ $(O)/obj/mattrakan.o

$(O)/mattrakan: $(program_objects) $(O)/libmattrakan.a
	$(call say,LD,$@)
	$(quiet)$(CC) $(link_flags) -o $@ $^ $(module_libs)

# Unit tests see the inside.
$(O)/obj/inside.a: $(library_objects)
	@rm -f $@
	$(quiet)ar rcs $@ $^

$(O)/unit-tests: $(unit_objects) $(O)/obj/inside.a
	$(call say,LD,$@)
	$(quiet)$(CC) $(link_flags) -o $@ $^ $(module_libs) $(criterion_libs)

# Those that UNIT picks, with what they share; a program of their own, so that none takes it for all.
.PHONY: chosen
$(O)/unit-chosen: $(patsubst %.c,$(O)/obj/%.o,$(sort $(UNIT) $(filter %support.c,$(unit_sources)))) $(O)/obj/inside.a chosen
	$(call say,LD,$@)
	$(quiet)$(CC) $(link_flags) -o $@ $(filter-out chosen,$^) $(module_libs) $(criterion_libs)

$(O)/leak: $(O)/obj/tests/tools/leak.o
	$(quiet)$(CC) $(link_flags) -o $@ $^ $(criterion_libs)

$(O)/obj/tests/tools/leak.o: extra_flags = $(criterion_flags)

$(O)/fuzz/%: $(O)/obj/tests/fuzz/%.o $(O)/obj/tests/fuzz/driver.o $(O)/obj/inside.a
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(quiet)$(CC) $(link_flags) -o $@ $^ $(module_libs)

$(O)/unavoidable $(O)/measure $(O)/copies: $(O)/%: $(O)/obj/tests/bench/%.o
	$(call say,LD,$@)
	$(quiet)$(CC) $(link_flags) -o $@ $^ $(module_libs)

.SECONDARY:
-include $(shell find $(O)/obj -name '*.d' 2>/dev/null)
