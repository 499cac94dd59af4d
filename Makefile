# `make demo` and `make test` set everything up by themselves: they need Python 3.11 and make, nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
DEMO_STORE := build/demo.db
BASE := HEAD
GAINS := build/gains
MEASURED := data/seeds tests/articles

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.PHONY: demo
demo: $(VENV)/installed ## extract data/seeds, then list the shells and what does not agree
	mkdir -p build
	rm -f $(DEMO_STORE)
	$(BIN)/armscorpus extract data/seeds --store $(DEMO_STORE)
	$(BIN)/armscorpus claims --topic obus --store $(DEMO_STORE)
	$(BIN)/armscorpus conflicts --store $(DEMO_STORE)

.PHONY: test
test: $(VENV)/installed ## run the tests
	$(BIN)/python -m pytest

.PHONY: lint
lint: $(VENV)/installed ## check style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: check
check: lint test ## everything that CI checks

.PHONY: gains
gains: $(VENV)/installed ## compare what the working tree extracts with what the last commit does, or another: BASE=v0.1
	rm -rf $(GAINS)/base
	mkdir -p $(GAINS)/base
	git archive $(BASE) src | tar -x -C $(GAINS)/base
	PYTHONPATH=$(GAINS)/base/src $(BIN)/armscorpus extract $(MEASURED) --no-store --format jsonl > $(GAINS)/old.jsonl
	PYTHONPATH=src $(BIN)/armscorpus extract $(MEASURED) --no-store --format jsonl > $(GAINS)/new.jsonl
	PYTHONPATH=src $(BIN)/armscorpus gains $(GAINS)/old.jsonl $(GAINS)/new.jsonl --gold tests/gold

.PHONY: docs
docs: $(VENV)/installed ## write the outputs that the pages show, docs/reference.md and the tables of docs/formats.md anew
	$(BIN)/python -m tests.transcripts
	$(BIN)/python -m tests.reference
	$(BIN)/python -m tests.field_tables

.PHONY: site
site: $(VENV)/installed ## build the site of the documentation in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

.PHONY: screenshot
screenshot: $(VENV)/installed ## draw the pictures of README.md and docs/report.md anew
	$(BIN)/python -m tests.screenshot

.PHONY: bench
bench: $(VENV)/installed ## measure speed; leave the machine alone meanwhile
	for benchmark in benchmarks/*.py; do $(BIN)/python $$benchmark || exit 1; done

.PHONY: clean
clean: ## remove what the other targets made
	rm -rf $(VENV) .venv-ci build dist .mypy_cache .pytest_cache .ruff_cache
