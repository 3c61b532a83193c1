# make demo   the sample pair, and what a slip in it looks like
# make test   formatting, lint, types, the order of the stages, tests
# make clean  removes what the two above made

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := tests/sample

.PHONY: demo test clean

demo: .venv/ready
	@echo 'A rewrite with two figures exchanged:'
	@cd $(SAMPLE) && $(CURDIR)/$(BIN)/claimcheck check tampered.txt --source source.txt --fail-on never
	@echo
	@echo 'The rewrite as it should be:'
	@cd $(SAMPLE) && $(CURDIR)/$(BIN)/claimcheck check rewrite.txt --source source.txt

test: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimcheck needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
