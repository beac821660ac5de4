# Everything a fresh Debian or Ubuntu machine needs is Python 3.11 or newer, git and make. `make help` lists the commands.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
export NO_MKDOCS_2_WARNING := 1

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# npm writes this file when it is done.
LIBRARIES := scripts/browser/node_modules/.package-lock.json
READERS := tests/node_modules/.package-lock.json
# Our own scripts, and the tools that look over them. They are programs of Node, which lies in the environment.
SCRIPTS := docs/assets scripts/mallisto/search scripts/sign_in tests/form tests/js
BIOME := PATH="$(CURDIR)/$(BIN):$$PATH" tests/node_modules/.bin/biome check --config-path=tests/biome.config.json
NODE := $(BIN)/node
TSC := PATH="$(CURDIR)/$(BIN):$$PATH" tests/node_modules/.bin/tsc

.PHONY: help site test serve check format bench setup lock clean

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

site: setup ## Set up, check the models and build the site into site/
	@echo "== Checking the models"
	@$(BIN)/mallisto check
	@echo "== Building the site (three languages)"
	@$(BIN)/mkdocs --quiet build --strict
	@echo "== Packing the copy for rooms without a network"
	@$(BIN)/mallisto offline
	@echo "== Done: $$(find site -name '*.html' | wc -l) pages in site/"
	@echo "   Look at it:  $(BIN)/python -m http.server --directory site 8000   and open http://127.0.0.1:8000/"

test: setup $(READERS) ## Run all checks and tests, the browser's too
	@scripts/setup.sh browser
	@scripts/setup.sh office
	@echo "== Lint, types, import contracts"
	@$(BIN)/ruff check scripts tests
	@$(BIN)/ruff format --check scripts tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@echo "== Scripts and styles: format, lint, types, pure rules"
	@$(BIOME) --error-on-warnings $(SCRIPTS)
	@$(TSC) --project tests/tsconfig.json
	@$(TSC) --project tests/tsconfig.strict.json
	@$(NODE) --import ./tests/js/support/libraries.mjs --test --test-reporter=dot "tests/js/**/*.test.mjs"
	@echo "== Workflows"
	@$(BIN)/actionlint
	@$(BIN)/zizmor --offline --quiet --persona pedantic .github
	@echo "== Models"
	@$(BIN)/mallisto check
	@echo "== Tests, on a site that they build strictly themselves"
	@$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

serve: setup ## Show the site at http://127.0.0.1:8000/ and follow every saved change
	@$(BIN)/mkdocs serve

check: setup ## Check the models and vocabularies
	@$(BIN)/mallisto check

format: setup $(READERS) ## Format the code
	@$(BIN)/ruff format scripts tests && $(BIN)/ruff check --fix scripts tests
	@$(BIOME) --write $(SCRIPTS)

bench: setup ## Measure the checker, the build, serving, page weight and the adoption tool against their targets
	@scripts/setup.sh browser
	@scripts/setup.sh packages $(VENV) tests
	@PYTHONPATH=tests/support $(BIN)/python tests/bench.py $(BENCH)
	@PYTHONPATH=tests/support $(BIN)/python tests/bench_adoption.py
	@PYTHONPATH=tests/support $(BIN)/python tests/bench_pages.py site

setup: $(READY) $(LIBRARIES) ## Install the locked dependencies into .venv and scripts/browser/node_modules

$(READY): requirements.lock pyproject.toml scripts/setup.sh
	@PYTHON=$(PYTHON) scripts/setup.sh environment $(VENV)
	@touch $@

$(LIBRARIES): scripts/browser/package-lock.json | $(READY)
	@scripts/setup.sh packages $(VENV) scripts/browser
	@touch $@

$(READERS): tests/package-lock.json | $(READY)
	@scripts/setup.sh packages $(VENV) tests --omit=dev
	@touch $@

lock: ## Renew the lock files from pyproject.toml and both package.json (maintainers)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 --universal pyproject.toml --extra site --extra test -o requirements.lock
	@for each in scripts/browser tests; do (cd $$each && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --package-lock-only --ignore-scripts --loglevel=error); done

clean: ## Remove what was built and installed
	@rm -rf site .cache $(VENV) scripts/browser/node_modules tests/node_modules
