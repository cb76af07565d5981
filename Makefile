# make demo    a drawing of the synthetic artist, colored through the real server, in out/
# make test    every test that this machine can run
# make hosts   a real Krita and a real GIMP 3 for those tests, cached in .cache/ and, as root, in /var/cache/hintpen
SHELL := bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check hosts lock proto clean

demo: $(VENV)/run.stamp
	$(BIN)/hintpen demo -o out

test: check
	$(BIN)/pytest

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	proto/generate.sh --check
	$(BIN)/python plugins/client/vendor.py --check

hosts:
	tests/hosts/prepare.sh

proto:
	proto/generate.sh

# Needs uv: resolves once for Python 3.10 to 3.13, with hashes.
lock:
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header proto/requirements.in -o proto/requirements.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import ensurepip, sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))' 2> /dev/null || \
	  { echo "Hintpen needs Python 3.10 to 3.13 with venv: sudo apt install python3-venv, or make PYTHON=python3.13" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml setup.py | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) .cache out build
