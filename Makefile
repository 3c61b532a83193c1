# make demo   the sample pair, and what a slip in it looks like
# make test   formatting, lint, types, the order of the stages, tests
# make clean  removes what the two above made

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := tests/sample

.PHONY: demo test browser clean

demo: .venv/ready
	@echo 'A rewrite with two figures exchanged:'
	@cd $(SAMPLE) && $(CURDIR)/$(BIN)/claimcheck check tampered.txt --source source.txt --fail-on never
	@echo
	@echo 'The rewrite as it should be:'
	@cd $(SAMPLE) && $(CURDIR)/$(BIN)/claimcheck check rewrite.txt --source source.txt

test: .venv/ready browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Web pages are tested in the system's browser: Playwright's own is never fetched.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		root=; test "$$(id -u)" = 0 || root='sudo -n'; \
		echo 'Installing Chromium, which the tests of web pages need.'; \
		export DEBIAN_FRONTEND=noninteractive; \
		$$root apt-get -q update && $$root apt-get -q -o DPkg::Lock::Timeout=300 install -y chromium fonts-liberation; \
	} || { echo 'make test needs Chromium: install it as root (apt-get install chromium), then try again.' >&2; exit 1; }

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimcheck needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
