import re
import subprocess
import sys
from typing import Any

import pytest
import typer

from skin_gui import __version__
from skin_gui.cli import COMMANDS, with_default_command
from skin_gui.cli.commands import app

HEAVY = ("tensorflow", "keras", "PySide6", "pyqtgraph", "sklearn", "pydicom")


def run(*arguments):
    command = [sys.executable, "-m", "skin_gui", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


def imported_by(*arguments):
    """Which heavy packages a command has imported when it ends."""
    program = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print('heavy:', [n for n in {HEAVY} if n in sys.modules], file=sys.stderr))\n"
        f"sys.argv = ['skin-gui', *{list(arguments)}]\n"
        "from skin_gui.__main__ import main\n"
        "main()\n"
    )
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    return child.stderr.splitlines()[-1]


def test_version():
    child = run("--version")
    assert child.returncode == 0
    assert child.stdout == f"skin-gui {__version__}\n"


def test_help_names_the_commands_and_that_this_is_no_medical_device():
    child = run("--help")
    assert child.returncode == 0
    for command in ("gui", "classify", "evaluate", "models", "audit"):
        assert command in child.stdout
    assert "not a medical device" in " ".join(child.stdout.split())


@pytest.mark.parametrize("command", ["gui", "classify", "evaluate", "models", "audit"])
def test_every_command_explains_itself(command):
    child = run(command, "--help")
    assert child.returncode == 0
    assert "Usage" in child.stdout


def test_paragraphs_of_the_help_are_broken_where_the_screen_ends(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert "its reason), 130 when interrupted; the files asked for then hold" in run("classify", "--help").stdout


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("classify", "--help"), ("models", "--help")])
def test_help_and_version_import_nothing_heavy(arguments):
    assert imported_by(*arguments) == "heavy: []"


def test_classify_imports_neither_tensorflow_nor_qt(random_model, synthetic_image, tmp_path):
    from PIL import Image

    Image.fromarray(synthetic_image).save(tmp_path / "image.png")
    assert imported_by("classify", str(tmp_path), "--model", str(random_model)) == "heavy: []"


def test_given_an_unknown_option_then_it_is_wrong_usage():
    child = run("--unknown")
    assert child.returncode == 2
    assert child.stdout == ""
    assert "unknown" in child.stderr


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], []),
        (["image.jpg"], ["gui", "image.jpg"]),
        (["a folder"], ["gui", "a folder"]),
        (["./classify"], ["gui", "./classify"]),
        (["--version"], ["--version"]),
        (["--help"], ["--help"]),
        *(([command, "x"], [command, "x"]) for command in COMMANDS),
    ],
)
def test_without_a_command_the_window_is_meant(given, meant):
    assert with_default_command(given) == (meant or given)


def test_every_command_that_there_is_is_taken_for_one():
    group: Any = typer.main.get_command(app)
    assert set(COMMANDS) == set(group.commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_as_a_program(command):
    done = run(command, "--help")
    assert done.returncode == 0, done.stderr
    usage = done.stdout.splitlines()[1]
    assert f" {command} " in usage
    arguments = usage.partition(f" {command} ")[2]
    assert re.fullmatch(r"(\[OPTIONS\]|\[[A-Z]+\]|\{[A-Z]+\}(\.\.\.)?|COMMAND \[ARGS\]\.\.\.|\s)+", arguments), usage
