# Every target makes what it needs; `make run` and `make test` are the two commands of the README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= .gutgraph
PORT ?= 8501
export UV_PROJECT_ENVIRONMENT := $(VENV)

.PHONY: install run test check unit bench lock clean
.DEFAULT_GOAL := run

$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/test.txt
	@touch $@

install: $(VENV)/.run

run: install
	$(BIN)/gutgraph --data $(DATA) load --if-empty examples
	$(BIN)/gutgraph --data $(DATA) serve --port $(PORT)

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m loaders.prose.lint

# Two parts at a time, the longest first: whoever ends takes the next one.
PARTS := test-web test-contract test-doors test-rest test-graph check
CONTRACT := tests/contract
WEB := tests/web
GRAPH := tests/write tests/ask tests/bridge tests/benchmarks
DOORS := tests/attack tests/agents tests/clients tests/engine tests/terminal
REST := tests $(addprefix --ignore=,$(CONTRACT) $(WEB) $(GRAPH) $(DOORS))

.PHONY: test-contract test-web test-graph test-doors test-rest
test: $(VENV)/.test browser neo4j
	@mkdir -p test-output
	@$(MAKE) --no-print-directory --keep-going --jobs=2 $(PARTS)

test-contract: PART := $(CONTRACT)
test-web: PART := $(WEB)
test-graph: PART := $(GRAPH)
test-doors: PART := $(DOORS)
test-rest: PART := $(REST)
test-contract test-web test-graph test-doors test-rest:
	@$(BIN)/python -m pytest --durations=12 --durations-min=5 $(PART) > test-output/$@.txt 2>&1; code=$$?; cat test-output/$@.txt; exit $$code

unit: $(VENV)/.test
	$(BIN)/python -m pytest -m "not browser and not engine"

# A browser for the tests: the system's own, or one through apt where that is allowed.
.PHONY: browser
browser:
	@sh tests/install_browser.sh

# Neo4j's published jars, for the contract that both engines must keep.
.PHONY: neo4j
neo4j:
	@sh tests/install_neo4j.sh

# Hours on a busy machine; one part of it: python -m benchmarks --help
bench: $(VENV)/.test neo4j
	$(BIN)/python -m benchmarks

lock: | $(BIN)/uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 pyproject.toml --extra fast -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --group test -c requirements/run.txt -o requirements/test.txt

clean:
	rm -rf $(VENV) build *.egg-info
