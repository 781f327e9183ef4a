# Two commands do everything on a fresh machine with Python 3.11 or newer: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
TABLE := --benchmark-sort=fullname --benchmark-columns=median,iqr,ops,rounds

.PHONY: run test check mutants bench format

run: $(VENV)/.installed
	$(BIN)/rollcall $(ARGS)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist worksteal

check: test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

mutants: $(VENV)/.dev
	$(BIN)/python tests/mutations.py

bench: $(VENV)/.dev
	mkdir -p .benchmarks
	$(BIN)/python -m pytest tests/bench --benchmark-only $(TABLE) --benchmark-json=.benchmarks/last.json
	$(BIN)/pytest-benchmark compare $(subst --benchmark-,--,$(TABLE)) .benchmarks/last.json > .benchmarks/last.txt
	@echo 'The table above is kept as .benchmarks/last.txt, every round as .benchmarks/last.json.'

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(VENV)/.installed $@
