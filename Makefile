# Every target sets up what it needs; nothing has to be installed by hand but Python 3.11, pip and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test coverage check format lint types imports bench chaos week tune glossary screenshots clean

run: $(VENV)/run.ready  ## the bot, or without Slack tokens the playground
	$(BIN)/helpdesk

test: $(VENV)/dev.ready  ## every test
	$(BIN)/pytest --numprocesses auto --dist worksteal

coverage: $(VENV)/dev.ready  ## which lines no test runs
	$(BIN)/coverage run -m pytest -q -m "not browser"
	$(BIN)/coverage report

check: format lint types imports test  ## the gate

format: $(VENV)/dev.ready
	$(BIN)/ruff format --check .

lint: $(VENV)/dev.ready
	$(BIN)/ruff check .

types: $(VENV)/dev.ready
	$(BIN)/mypy

imports: $(VENV)/dev.ready
	$(BIN)/lint-imports

tune: $(VENV)/dev.ready  ## the search on the tuning sets beside the project; --climb looks for better weights
	$(BIN)/python tune/tune.py $(TUNE)

glossary: $(VENV)/dev.ready  ## after a change to knowledge/glossary.toml or to how words are stemmed
	$(BIN)/python -m bot.core.search.compiled

bench: $(VENV)/bench.ready  ## tables of speed, side by side with what one would pick instead
	@for bench in bench/*.py; do $(BIN)/python $$bench || exit 1; done

chaos: $(VENV)/dev.ready  ## kill -9 under load, databases and Slack away: what is lost (nothing)
	$(BIN)/python -m tests.chaos

week: $(VENV)/dev.ready  ## 100,000 questions of seven days in minutes: size, retention, times
	$(BIN)/python -m tests.chaos.week

screenshots: $(VENV)/dev.ready  ## the pictures of docs/, by the system's Chromium
	$(BIN)/python -m tests.playground.screenshots

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Helpdesk needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(VENV)
	-$(PIP) install -c constraints.txt --upgrade pip  # Python 3.11's own works too, but takes 20 s longer to choose

$(VENV)/run.ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e .
	@$(BIN)/python -m compileall -q bot  # the first start is then as quick as the next
	@touch $@

$(VENV)/dev.ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q bot
	@touch $@ $(VENV)/run.ready

$(VENV)/bench.ready: $(VENV)/dev.ready
	$(PIP) install -c constraints.txt -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV)
