# `make run` and `make test` set everything up themselves; see README.md.
# All paths are relative, so that the project may lie in a folder with spaces in its name.

# TensorFlow sets the upper end: name a newer Python with `make PYTHON=python3.14 ...` once it has wheels for it.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
UV ?= uv==0.13.9
PIP_AUDIT ?= pip-audit==2.10.1
SEED := $(or $(SEED),$(shell date +%s))
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test coverage bench bench-measures bench-peers bench-non-skin load fuzz faults lint train-model train-outline fit-confidence validate-measures package small-opencv licences formats audit-deps package-smoke deb wheel wheel-smoke lock samples screenshots translations messages clean libraries

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.run libraries ## Open the application on the sample images
	@sh build_spec/run.sh "$(PY)"

test: lint ## All that CI runs: linters, types, layers, tests
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --dist loadfile --durations=15 $(PYTEST_ARGS)

coverage: $(VENV)/.dev libraries ## The tests with the coverage they reach; fails below 90 % without Qt, 80 % in all
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest --cov --cov-report= $(PYTEST_ARGS)
	$(PY) -m coverage report --skip-covered --fail-under=80
	$(PY) -m coverage report --skip-covered --fail-under=90 --omit='skin_gui/ui/*,skin_gui/workers/*,skin_gui/app.py'

bench: $(VENV)/.dev libraries ## How fast the program is here, beside Keras (BENCH_ARGS="--training --write": all, into docs/benchmarks.md)
	$(PY) -m tests.benchmarks.bench $(BENCH_ARGS)

bench-peers: $(VENV)/.dev libraries ## The same beside other engines, each in an environment of its own (BENCH_ARGS="--write": into docs/benchmarks.md)
	$(PY) -m tests.benchmarks.peers.run $(BENCH_ARGS)

bench-measures: $(VENV)/.dev libraries ## What the measures cost a batch, in processor time of one thread (BENCH_ARGS="--rounds 20")
	$(PY) -m tests.benchmarks.measuring $(BENCH_ARGS)

bench-non-skin: $(VENV)/.dev libraries ## How often "outside training data" marks pictures that show no skin
	$(PY) -m tests.benchmarks.non_skin $(BENCH_ARGS)

load: $(VENV)/.dev libraries ## Memory over 100,000 images in one batch and 8 hours at the window (LOAD_IMAGES, LOAD_CYCLES; a stopped run goes on)
	@mkdir -p build
	$(PY) -m tests.benchmarks.load batch build/load $(or $(LOAD_IMAGES),100000)
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.benchmarks.load day build/load $(or $(LOAD_CYCLES),960)

# What fails is kept in .hypothesis and tried first by the next run.
fuzz: $(VENV)/.dev libraries ## Thousands of malformed images through window and batch (FUZZ_FILES=5200, SEED=number)
	@echo "SEED=$(SEED)"
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/fuzz/campaign.py -s --hypothesis-seed=$(SEED) $(PYTEST_ARGS)

faults: $(VENV)/.dev libraries ## Kill batch, review, export, settings, activation, calibration and training 30 times each
	@echo "SEED=$(SEED)"
	QT_QPA_PLATFORM=offscreen FAULTS_KILLS=$(or $(KILLS),30) FAULTS_SEED=$(SEED) $(PY) -m pytest tests/faults --durations=10 $(PYTEST_ARGS)

lint: $(VENV)/.dev libraries ## Linters, types and layers alone
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

PACKAGE_VARIANT ?= full

# The viewer is to be small: on Linux its OpenCV is built from source, and found before the wheel.
ifeq ($(PACKAGE_VARIANT) $(shell uname -s 2>/dev/null),viewer Linux)
package: export PYTHONPATH := build/opencv/site
package: small-opencv
endif

package: $(VENV)/.dev libraries ## Freeze the program into dist/ (PACKAGE_VARIANT=viewer: without retraining)
	SKIN_GUI_VARIANT=$(PACKAGE_VARIANT) $(PY) -m PyInstaller --noconfirm --log-level WARN \
		--distpath dist --workpath "build/$(PACKAGE_VARIANT)" build_spec/skin_gui.spec
	$(PY) build_spec/dependencies.py sbom "dist/sbom-$(PACKAGE_VARIANT).cdx.json" "$(PACKAGE_VARIANT)"

licences: $(VENV)/.dev ## Write docs/licences.md again: what the program depends on, and its licences
	$(PY) build_spec/dependencies.py licences docs/licences.md

formats: $(VENV)/.run ## Write the image formats into installers and documents, after they have changed
	$(PY) build_spec/formats.py

# Known faults are asked of the public databases, or looked up in a copy of osv.dev's advisories for PyPI.
audit-deps: $(VENV)/.dev ## Whether a pinned dependency has a known fault (ADVISORIES=all.zip: offline; STRICT=1: all or nothing)
	-@$(PIP) install "$(PIP_AUDIT)" 2>/dev/null
	@$(PY) build_spec/audit_dependencies.py $(if $(ADVISORIES),--advisories "$(ADVISORIES)") $(if $(STRICT),--strict)

small-opencv: $(VENV)/.dev
	@sh build_spec/linux/build_opencv.sh "$(PY)" build/opencv

package-smoke: ## Run the frozen program in an empty environment, after make package
ifeq ($(shell uname -s 2>/dev/null),Linux)
	@for program in Xvfb:xvfb xdotool:xdotool; do \
		command -v "$${program%%:*}" >/dev/null || echo "$${program##*:}"; \
	done | xargs -r sh build_spec/apt_install.sh "The smoke test needs a screen that is not there."
endif
	PYTHONPATH=. $(PY) tests/packaging/smoke.py $(PACKAGE_VARIANT)

# dpkg-shlibdeps finds the packages of the libraries that the program takes from the system only where they are there.
deb: ## Make a Debian package of the frozen program, after make package
	@for package in dpkg-dev libwayland-cursor0 libwayland-egl1; do \
		[ "$$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null)" = installed ] || echo "$$package"; \
	done | xargs -r sh build_spec/apt_install.sh "Making the package needs what is missing."
	$(PY) build_spec/linux/build_deb.py $(PACKAGE_VARIANT)

wheel: $(VENV)/.dev ## Build wheel and source archive into dist/
	$(PY) -m build --no-isolation --outdir dist

wheel-smoke: ## Install the wheel into an empty virtual environment and use it, after make wheel
	PYTHONPATH=. $(PY) tests/packaging/wheel_smoke.py

# VGG16's ImageNet weights are taken from beside the images where they lie there; else Keras downloads them.
train-model: $(VENV)/.run libraries ## Train the shipped model again on SKIN_GUI_DATA (hours; a stopped run goes on)
	@data="$${SKIN_GUI_DATA:-../shared/data}"; weights="$$data/../weights/vgg16_imagenet_notop_f16.npz"; \
	set -- --data "$$data"; if [ -f "$$weights" ]; then set -- "$$@" --weights "$$weights"; fi; \
	$(PY) -m tools.train_model "$$@" $(TRAIN_ARGS)

train-outline: $(VENV)/.run libraries ## Train the network of the lesion's outline again on SKIN_GUI_DATA (an hour; a stopped run goes on)
	$(PY) -m tools.outline --data "$${SKIN_GUI_DATA:-../shared/data}" $(TRAIN_ARGS)

fit-confidence: $(VENV)/.run libraries ## Fit how sure an outline is again, on SKIN_GUI_DATA (a stopped run goes on)
	$(PY) -m tools.confidence --data "$${SKIN_GUI_DATA:-../shared/data}" $(FIT_ARGS)

validate-measures: $(VENV)/.run libraries ## Measure the measures on SKIN_GUI_DATA, into docs/measures.md (a stopped run goes on)
	$(PY) -m tools.validate_measures --data "$${SKIN_GUI_DATA:-../shared/data}" $(VALIDATE_ARGS)

samples: $(VENV)/.run libraries ## Draw the synthetic sample images again
	$(PY) -m tools.samples resources/samples

TRANSLATIONS = resources/translations/skin_gui_
LUPDATE = $(VENV)/bin/pyside6-lupdate $$(find skin_gui -name '*.py' | sort) -silent -no-obsolete -locations none

translations: $(VENV)/.run libraries ## Bring the translations up to date with the code, and compile them
	$(LUPDATE) -source-language en -target-language en -pluralonly -ts $(TRANSLATIONS)en.ts
	$(LUPDATE) -source-language en -target-language fr -ts $(TRANSLATIONS)fr.ts
	$(LUPDATE) -source-language en -target-language ar -ts $(TRANSLATIONS)ar.ts
	@mkdir -p build && $(PY) -m tools.messages source build/facts.py
	@for language in fr ar; do $(VENV)/bin/pyside6-lupdate build/facts.py -silent -no-obsolete -locations none \
		-source-language en -target-language $$language -ts $(TRANSLATIONS)facts_$$language.ts || exit 1; done
	@for name in en fr ar facts_fr facts_ar; do \
		$(VENV)/bin/pyside6-lrelease $(TRANSLATIONS)$$name.ts -qm $(TRANSLATIONS)$$name.qm || exit 1; done

messages: $(VENV)/.run ## Write docs/messages.md, every text that says what is wrong
	$(PY) -m tools.messages page docs/messages.md

screenshots: $(VENV)/.dev libraries ## Take the documentation's pictures again, with the real windows and model
	PYTHONPATH=. $(PY) build_spec/screenshots.py docs/screenshots

lock: $(VENV)/.python ## Renew the lock files after a change of pyproject.toml (UPGRADE=--upgrade: newest versions)
	$(PIP) install "$(UV)"
	$(PY) -m uv $(LOCK) --output-file requirements.lock
	$(PY) -m uv $(LOCK) --extra dev --extra cluster --constraint requirements.lock --output-file requirements-dev.lock

# Extras stay in the file: pip takes `coverage==1` for no pin of `coverage[toml]`, and stops once there is a newer one.
LOCK = pip compile --quiet --universal --generate-hashes --no-strip-extras --no-annotate --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" $(UPGRADE) pyproject.toml

clean: ## Remove the virtual environment and everything built
	rm -rf "$(VENV)" build dist htmlcov .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache screenshot.png
	find skin_gui tools tests -name __pycache__ -prune -exec rm -rf {} +

libraries: | $(VENV)/.run
	@sh build_spec/system_libraries.sh "$(PY)"

$(VENV)/.python:
	@sh build_spec/virtual_environment.sh "$(PYTHON)" "$(VENV)"
	@touch $@

$(VENV)/.run: requirements.lock | $(VENV)/.python
	@echo "Installing what the application needs (once; some minutes on a slow line) ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/.run
	@echo "Installing what its tests need ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
