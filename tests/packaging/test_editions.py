"""The viewer edition: it runs without the libraries of training, and says so where they would be needed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from skin_gui.training.availability import LIBRARIES, training_available, why_unavailable

ROOT = Path(__file__).resolve().parents[2]

WITHOUT_LIBRARIES = """
import sys
from importlib.abc import MetaPathFinder

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

ABSENT = set(sys.argv.pop(1).split(","))
sys.meta_path.insert(0, Absent())
import importlib.util
find_spec = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in ABSENT else find_spec(name, package)
"""
IMPORT_ALL = """
import importlib
for name in sys.argv[1].split(","):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        # Curves are drawn where there is a training to draw.
        if error.name != "pyqtgraph":
            raise
import skin_gui.app
print("imported")
"""
RUN = """
from skin_gui.cli.commands import app
app(sys.argv[1:])
"""


def run_as_viewer(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_LIBRARIES + script, ",".join(not_in_viewer()), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=os.environ, timeout=60, check=False)


def not_in_viewer() -> tuple[str, ...]:
    return (*LIBRARIES, "pyqtgraph", "h5py", "joblib", "threadpoolctl")


def modules_of(*packages: str) -> list[str]:
    files = [path for package in packages for path in sorted((ROOT / "skin_gui" / package).rglob("*.py"))]
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files]


@pytest.mark.parametrize("packages", [("ui",), ("workers", "cli"), ("review", "classifier", "imaging")])
def test_every_module_outside_training_is_imported_without_the_libraries_of_training(packages):
    done = run_as_viewer(IMPORT_ALL, ",".join(modules_of(*packages)))

    assert done.stdout.strip() == "imported", done.stderr[-2000:]


@pytest.mark.parametrize("command", ["train", "evaluate", "audit"])
def test_given_the_viewer_when_training_is_asked_for_then_one_sentence_says_what_is_missing(command, tmp_path):
    done = run_as_viewer(RUN, command, str(tmp_path))

    assert done.returncode == 1
    assert re.fullmatch(r"[\w ]+ is not part of this viewer edition .*tensorflow.* full edition .*\.\n", done.stderr)


def test_given_the_viewer_then_its_missing_commands_still_explain_themselves():
    done = run_as_viewer(RUN, "train", "--help")

    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_given_all_libraries_then_training_is_available():
    assert training_available()
    assert why_unavailable("Retraining") == ""
