"""The viewer edition: it runs without the libraries of training, and says so where they would be needed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from skin_gui.training.availability import why_unavailable
from skin_gui.wording.training import TrainingPart

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build_spec"))

import contents  # noqa: E402 - PyInstaller's description imports it in this way, too

WITHOUT_LIBRARIES = """
import sys
from importlib.abc import MetaPathFinder

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if any(name == absent or name.startswith(f"{absent}.") for absent in ABSENT):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

ABSENT = set(sys.argv.pop(1).split(","))
sys.meta_path.insert(0, Absent())
import importlib.util
find_spec = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in ABSENT else find_spec(name, package)
"""
IMPORT_ALL = """
import importlib
import cv2
del cv2.typing  # OpenCV as it is built for the viewer has none
for name in sys.argv[1].split(","):
    importlib.import_module(name)
import skin_gui.app
print("imported")
"""
OPEN_AND_CLOSE = """
from PySide6.QtCore import QTimer
from skin_gui.app import build_application
app, window = build_application(["skin-gui"])
window.show()
QTimer.singleShot(0, window.close)
app.exec()
print("closed", "pyqtgraph" in sys.modules)
"""
RUN = """
from skin_gui.cli.commands import app
app(sys.argv[1:])
"""


def test_the_frozen_program_has_every_file_of_model_and_resources_where_it_looks_for_it():
    places = {Path(source): Path(target) for source, target in contents.data_folders()}
    for room in ("model", "resources"):
        for file in (ROOT / room).rglob("*"):
            source = next(folder for folder in (file, *file.parents) if folder in places)
            assert places[source] / file.relative_to(source) == Path("skin_gui") / file.relative_to(ROOT)
            assert contents.wanted((str(file.relative_to(ROOT)), str(file), "DATA"))


def run_as(edition: contents.Edition, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    absent = ",".join(contents.excluded_modules(edition))
    command = [sys.executable, "-c", WITHOUT_LIBRARIES + script, absent, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=os.environ, timeout=120, check=False)


def run_as_viewer(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_as("viewer", script, *arguments)


def modules_of(*packages: str) -> list[str]:
    files = [path for package in packages for path in sorted((ROOT / "skin_gui" / package).rglob("*.py"))]
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files]


@pytest.mark.parametrize("packages", [("ui",), ("workers", "cli"), ("review", "classifier", "imaging")])
def test_every_module_outside_training_is_imported_without_the_libraries_of_training(packages):
    done = run_as_viewer(IMPORT_ALL, ",".join(modules_of(*packages)))

    assert done.stdout.strip() == "imported", done.stderr[-2000:]


def test_every_module_of_the_full_edition_is_imported_without_what_it_leaves_out():
    done = run_as("full", IMPORT_ALL, ",".join(modules_of(".")))

    assert done.stdout.strip() == "imported", done.stderr[-2000:]


def test_given_the_viewer_when_nothing_was_compared_then_the_window_closes_and_plots_stay_unloaded():
    done = run_as_viewer(OPEN_AND_CLOSE)

    assert done.stdout.split() == ["closed", "False"], done.stderr[-2000:]


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
    assert why_unavailable(TrainingPart.RETRAINING) is None
