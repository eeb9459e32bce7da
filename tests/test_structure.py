"""The house stays one that a person can find their way in."""

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("skin_gui", "tools")
MOST_MODULES = 20
FOLDERS = [folder.parent for package in PACKAGES for folder in sorted((ROOT / package).rglob("__init__.py"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_a_folder_is_no_heap(folder):
    modules = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]

    assert len(modules) <= MOST_MODULES, f"{folder.name} wants rooms: {sorted(modules)}"


def test_every_module_lies_in_a_package():
    """import-linter, mypy and PyInstaller look at packages alone: what lies elsewhere would be checked by none."""
    lost = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if path.parent not in FOLDERS]

    assert lost == []


def test_no_module_imports_itself_through_others():
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_pre_commit_runs_what_lint_runs():
    recipe = re.search(r"^lint:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[1]
    lint = recipe.replace("$(PY)", ".venv/bin/python").replace("$(VENV)", ".venv").split("\n")
    hooks = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))

    assert hooks == [line.strip() for line in lint if line]
