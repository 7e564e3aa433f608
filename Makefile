# Two commands: `make all` and `make test`. Both set up what they need in .venv on a fresh machine.
# Any other target below is one line you can also type yourself.

PYTHON ?= python3
CORES ?= 1
EXPERIMENT ?= default
PORT ?= 5000
CHAT_PORT ?= 8501
CONFIGFILE ?=
RUN := .venv/bin

.PHONY: all test test-slow test-browser lint ui chat help

help:
	@echo "make all        everything, from config to model card (CORES=$(CORES) CONFIGFILE=overlay)"
	@echo "make test       linters, unit tests, dry runs and one smoke run through all stages"
	@echo "make test-slow  kills, resumes and repeated runs (about half an hour)"
	@echo "make test-browser  the pages in Debian's Chromium"
	@echo "make chat       a page on http://127.0.0.1:$(CHAT_PORT) where you play the student (CONFIGFILE=overlay)"
	@echo "make ui         MLflow on http://127.0.0.1:$(PORT) for results/$(EXPERIMENT)"

all: .venv/workflow.ready
	$(RUN)/snakemake --cores $(CORES) all$(if $(CONFIGFILE), --configfile $(CONFIGFILE))

test: .venv/tests.ready
	$(RUN)/pytest -m "not slow and not browser" -n 2 --dist loadfile

test-slow: .venv/tests.ready
	$(RUN)/pytest -m slow -n 2

test-browser: .venv/browser.ready
	$(RUN)/pytest -m browser

lint: .venv/tests.ready
	$(RUN)/pytest tests/test_code_quality.py

# Loopback only, and without what a server for others would need: jobs, telemetry, foreign hosts.
STORE := results/$(EXPERIMENT)/mlflow
ui: .venv/workflow.ready
	@test -f $(STORE)/mlflow.db || { echo "$(STORE)/mlflow.db is not there: run \`make all\` first, or name another EXPERIMENT="; exit 1; }
	MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false MLFLOW_DISABLE_TELEMETRY=true MLFLOW_ALLOW_PICKLE_DESERIALIZATION=false \
	$(RUN)/mlflow server --host 127.0.0.1 --port $(PORT) --workers 1 \
	  --backend-store-uri sqlite:///$(STORE)/mlflow.db \
	  --serve-artifacts --artifacts-destination $(STORE)/artifacts \
	  --allowed-hosts "localhost,localhost:*,127.0.0.1,127.0.0.1:*"

# Loopback only, nothing sent home, nothing offered that deploys.
chat: .venv/chat.ready
	PYTHONPATH=workflow_scripts $(RUN)/streamlit run workflow_scripts/socratic_tutor/chat/page.py \
	  --server.address 127.0.0.1 --server.port $(CHAT_PORT) --server.headless true \
	  --browser.gatherUsageStats false --client.toolbarMode minimal \
	  -- $(if $(CONFIGFILE),--configfile $(CONFIGFILE))

# The venv's own Python is called, so that nothing need be activated.
.venv/workflow.ready: envs/requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13) and "Python 3.11 to 3.13 is needed: make PYTHON=python3.11 ...")'
	test -x $(RUN)/pip || $(PYTHON) -m venv .venv
	$(RUN)/python -m pip install --quiet --requirement envs/requirements.txt
	touch $@

.venv/tests.ready: .venv/workflow.ready envs/requirements-dev.txt
	$(RUN)/python -m pip install --quiet --requirement envs/requirements-dev.txt
	touch $@

.venv/browser.ready: .venv/tests.ready envs/requirements-browser.txt
	$(RUN)/python -m pip install --quiet --requirement envs/requirements-browser.txt
	touch $@

.venv/chat.ready: .venv/workflow.ready envs/requirements-chat.txt
	$(RUN)/python -m pip install --quiet --requirement envs/requirements-chat.txt
	touch $@
