# `make demo` and `make test` need Python 3.11 or newer and a package index, and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO := demo.db

.PHONY: demo test check format docs lock clean

demo: $(VENV)/.ready  ## Read the example reports and print their timeline.
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/detente read examples --dossier $(DEMO)
	@$(BIN)/detente show timeline --dossier $(DEMO)
	@echo
	@echo "The record is in $(DEMO). To open it in the browser:"
	@echo "  $(BIN)/detente serve --dossier $(DEMO)"
	@echo "Or here:"
	@echo "  $(BIN)/detente show people --dossier $(DEMO)     (statements, undertakings, disputes)"
	@echo "  $(BIN)/detente event ID --dossier $(DEMO)        (an id of the last column)"
	@echo "  $(BIN)/detente brief --dossier $(DEMO) --to brief.md"
	@echo "  $(BIN)/detente export --dossier $(DEMO) --to record.json"

test: $(VENV)/.ready-dev  ## Format, lint, types and tests, as CI runs them.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict
	$(BIN)/pytest

format: $(VENV)/.ready-dev  ## Put the code in its format.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.ready-dev  ## Write the parts of docs/ that are made from the code.
	$(BIN)/python -m detente.cli.reference > docs/cli.md

lock: $(VENV)/.ready-dev  ## Resolve the requirements anew, with hashes.
	$(PIP) install uv
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra dev -o requirements-dev.lock
	$(BIN)/uv pip compile $(LOCK) pyproject.toml -c requirements-dev.lock -o requirements.lock

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

clean:  ## Remove what the other targets made.
	rm -rf $(VENV) dist build $(DEMO) $(DEMO)-wal $(DEMO)-shm .mypy_cache .ruff_cache .pytest_cache

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.ready
