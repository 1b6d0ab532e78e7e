# make demo   sets up, codes the sample reports, shows the claims, and what a store makes of them
# make test   sets up, checks style and types, runs all tests
# make lock   takes the newest versions that pyproject.toml allows, with hashes
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
READY := .venv/.ready
PAGES := warmonitor/web/static/.built
PAGES_ARE_MADE_OF := $(shell find warmonitor/web/frontend -name node_modules -prune -o -type f -print)
export OMP_NUM_THREADS ?= 1
SERVE ?= 1

.PHONY: setup demo test check lock docs screenshots clean

setup: $(READY) $(PAGES)

$(READY): pyproject.toml requirements/dev.txt Makefile
	@test -n "$(PYTHON)" || { echo "warmonitor needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up .venv (a minute or two the first time) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --quiet --no-build-isolation --no-deps --editable .
	@touch $(READY)

$(PAGES): $(READY) $(PAGES_ARE_MADE_OF)
	@$(BIN)/python warmonitor/web/frontend/build.py

demo: $(READY) $(PAGES)
	@mkdir -p out
	@$(BIN)/warmonitor code warmonitor/samples --output out/claims.jsonl
	@$(BIN)/warmonitor reconcile out/claims.jsonl --reports warmonitor/samples --output out/incidents.jsonl
	@$(BIN)/warmonitor show out/claims.jsonl --reports warmonitor/samples
	@echo
	@echo "Now the same reports in a store: what several of them tell is one incident."
	@rm -f out/war.db out/war.db-wal out/war.db-shm
	@cd out && ../$(BIN)/warmonitor init --store war.db && ../$(BIN)/warmonitor add ../warmonitor/samples
	@cd out && ../$(BIN)/warmonitor incidents --status disputed && ../$(BIN)/warmonitor ledger control
	@echo
	@echo "The claims are in     out/claims.jsonl"
	@echo "The incidents are in  out/incidents.jsonl"
	@echo "The store is          out/war.db: cd out, then warmonitor incident ID shows one of the above"
	@echo "Now try your own:     $(BIN)/warmonitor code report.txt --published 2024-05-01 | less"
	@test "$(SERVE)" = 0 || { echo; cd out && exec ../$(BIN)/warmonitor serve --store war.db; }

test: check $(PAGES)
	@$(BIN)/python warmonitor/web/frontend/build.py --check
	@$(BIN)/python -m pytest -q

check: $(READY)
	@$(BIN)/ruff check --no-cache .
	@$(BIN)/mypy

lock: $(READY)
	cd requirements && for kind in run dev; do ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-header --output-file $$kind.txt $$kind.in || exit 1; done

docs: $(READY)
	@$(BIN)/python docs/generate.py

screenshots: $(READY) $(PAGES)
	@$(BIN)/python docs/screenshots.py

clean:
	rm -rf out build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis warmonitor/web/static warmonitor/web/frontend/node_modules
