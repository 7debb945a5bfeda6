# Trede: `make` lists what there is. Needs Python 3.11 or newer (with venv), make and git.
# PYTHON=...  the Python to build with     JOBS=2  test processes     ARGS="..."  more arguments for the command

.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:

JOBS ?= 2
BIN := .venv/bin
ROOMS := $(wildcard bot dialogues reports simulator state_machines storage web)
PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
UV_COMPILE := pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

# Sets $py to the first Python that is new enough and can make environments, or says in one line what is missing.
define find_python
py=; found=; \
for p in $(PYTHONS); do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	found="$$p"; \
	if "$$p" -c 'import ensurepip, venv' >/dev/null 2>&1; then py="$$p"; break; fi; \
done; \
if [ -z "$$found" ]; then \
	echo "Trede needs Python 3.11 or newer, and none was found (tried: $(PYTHONS)); name one with: make PYTHON=/path/to/python3" >&2; exit 1; \
elif [ -z "$$py" ]; then \
	echo "$$found cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
fi
endef

# $(call build_venv,FOLDER,REQUIREMENTS)
define build_venv
@set -e; \
if ! $(1)/bin/python -m pip --version >/dev/null 2>&1; then \
	$(find_python); \
	echo "Building $(1) with $$("$$py" --version) ..."; \
	"$$py" -m venv --clear $(1); \
fi; \
$(1)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(2); \
$(1)/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .; \
touch $(1)/.ready
endef

.PHONY: help venv demo run test test-long test-kill test-trajectories test-soak test-load test-faults test-mutate law safety safety-learn lint format catalogues docs bench bench-scan bench-picture lock clean

help: ## list what make can do
	@awk 'BEGIN {FS = ":[^#]*## "} /^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

venv: .venv/.ready ## build .venv, with the command .venv/bin/trede in it

.venv/.ready: requirements.txt requirements-dev.txt requirements.in pyproject.toml
	$(call build_venv,.venv,requirements-dev.txt)

.venv-bench/.ready: requirements-bench.txt requirements.in pyproject.toml
	$(call build_venv,.venv-bench,requirements-bench.txt)

.venv-learn/.ready: requirements-learn.txt requirements.in pyproject.toml
	$(call build_venv,.venv-learn,requirements-learn.txt)

.venv-mutate/.ready: requirements-mutate.txt requirements.in pyproject.toml
	$(call build_venv,.venv-mutate,requirements-mutate.txt)

demo: .venv/.ready ## try Trede on this computer, without Telegram
	@$(BIN)/trede demo $(ARGS)

run: .venv/.ready ## run the bot, with the settings of .env if there is one
	@if [ -f .env ]; then set -a; . ./.env; set +a; fi; $(BIN)/trede run $(ARGS)

test: .venv/.ready ## run the tests
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

test-long: .venv/.ready ## run the long test campaigns
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal -m long $(ARGS)

test-kill: .venv/.ready ## kill the bot N=200 times and look for harm; a line goes into docs/reliability.md
	@$(BIN)/python -m tests.kill --kills $(or $(N),200) --jobs $(JOBS) $(ARGS)

test-trajectories: .venv/.ready ## let N=1000 people live 84 days with a bot that ends at random; a line goes into docs/reliability.md
	@$(BIN)/python -m tests.trajectories --clients $(or $(N),1000) --jobs $(JOBS) $(ARGS)

test-soak: .venv/.ready ## look for growth over HOURS=72 pushed and SECONDS=3600 real; lines go into docs/reliability.md
	@$(BIN)/python -m tests.soak --hours $(or $(HOURS),72) --seconds $(or $(SECONDS),3600) $(ARGS)

test-load: .venv/.ready ## 1,000 check-ins at the same real minute; a line goes into docs/reliability.md
	@$(BIN)/python -m tests.load --clients $(or $(N),1000) $(ARGS)

test-faults: .venv/.ready ## meet every fault of HTTP and Telegram at each call; a line goes into docs/reliability.md
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal -m "long or not long" tests/faults $(ARGS)

test-mutate: .venv-mutate/.ready ## change the code on purpose, N=60 times a group, and see whether tests notice (SEED=1, ALL=1); see docs/mutants.md
	@nice -n 15 .venv-mutate/bin/python -m tests.mutation --tries $(or $(N),60) --seed $(or $(SEED),1) $(if $(ALL),--all) $(ARGS)

law: .venv/.ready ## show at length that only people change a plan; figures go into docs/reliability.md
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal -m "long or not long" tests/law tests/storage/test_tampering.py $(ARGS)

safety: .venv/.ready ## measure the safety scan; figures and misses go into docs/safety.md
	@$(BIN)/python -m tests.dialogues.safety_report $(ARGS)

safety-learn: .venv-learn/.ready ## learn the weights of the safety scan anew from the lines in tests/dialogues/safety_lines
	@.venv-learn/bin/python -m tests.dialogues.safety_learn

lint: .venv/.ready ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(ROOMS)

format: .venv/.ready ## lay out the code and mend what can be mended by itself
	@$(BIN)/ruff check --fix --exit-zero .
	@$(BIN)/ruff format .

catalogues: .venv/.ready ## bring the language catalogues up to date
	@$(BIN)/trede catalogues $(ARGS)

docs: .venv/.ready ## write the generated pages of the documentation
	@$(BIN)/trede docs $(ARGS)

bench: .venv-bench/.ready ## measure Trede against its peers, in an environment of its own
	@PATH="$(CURDIR)/.venv-bench/bin:$$PATH" bash tests/bench/run.sh $(ARGS)

bench-scan: .venv/.ready ## measure the safety scan, write docs/performance.md
	@PYTHONPATH=. $(BIN)/python tests/bench/scan.py

bench-picture: .venv/.ready ## measure pictures and papers in their worker process, write docs/performance.md
	@$(BIN)/python tests/bench/picture.py

lock: ## pin requirements*.txt anew from requirements*.in (UPGRADE=1: take the newest)
	@set -e; $(find_python); \
	dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT INT TERM; \
	"$$py" -m venv "$$dir"; \
	"$$dir/bin/python" -m pip install -qq --disable-pip-version-check uv; \
	for name in requirements requirements-dev requirements-bench requirements-learn requirements-mutate; do \
		"$$dir/bin/uv" $(UV_COMPILE) --output-file $$name.txt $$name.in; \
	done; \
	if grep -n '://' requirements*.txt; then echo "requirements*.txt must name no address" >&2; exit 1; fi

clean: ## remove what make has built
	@rm -rf .venv .venv-bench .venv-learn .venv-mutate build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
