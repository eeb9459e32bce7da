import re
import subprocess
import sys
from typing import Any, get_args, get_type_hints

import pytest
import typer
from typer.testing import CliRunner

from skin_gui import __version__
from skin_gui.cli import COMMANDS, mistyped, with_default_command
from skin_gui.cli.commands import app

NO_NUMBERS = ("nan", "inf", "-1", "0,3", "99999999999999999999")
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["modles"], "There is no command, file or folder called modles. Did you mean skin-gui models?"),
        (["MODELS", "list"], "There is no command, file or folder called MODELS. Did you mean skin-gui models?"),
        (
            ["clasify", "--json", "."],
            "There is no command, file or folder called clasify. Did you mean skin-gui classify?",
        ),
        (["xyz"], "There is no command, file or folder called xyz. skin-gui --help names the commands."),
    ],
)
def test_given_a_mistyped_command_then_one_sentence_names_the_nearest_and_no_window_opens(words, said):
    child = run(*words)
    assert (child.returncode, child.stdout, child.stderr) == (2, "", said + "\n")


def test_a_folder_named_like_a_mistyped_command_still_opens_the_window(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "modles").mkdir()
    assert mistyped("modles") == ""
    assert with_default_command(["modles"]) == ["gui", "modles"]
    assert all(mistyped(word) == "" for word in ("gone.jpg", "./modles2", "a folder", "--help", *COMMANDS))


def numeric_options():
    """Each command's options that take a number."""
    group: Any = typer.main.get_command(app)
    for registered in app.registered_commands:
        function: Any = registered.callback
        name = registered.name or function.__name__
        numbers = {key for key, kind in get_type_hints(function).items() if {int, float} & {kind, *get_args(kind)}}
        yield from ((name, option.opts[0]) for option in group.commands[name].params if option.name in numbers)


def test_the_numeric_options_are_found():
    assert {("calibrate", "--prevalence"), ("train", "--seed"), ("classify", "--jobs")} < set(numeric_options())


@pytest.mark.parametrize(("command", "option"), list(numeric_options()))
def test_given_what_is_no_number_for_an_option_then_it_is_wrong_usage_before_any_work(command, option, tmp_path):
    for value in NO_NUMBERS:
        result = CliRunner().invoke(app, [command, option, value, str(tmp_path)])
        assert (result.exit_code, result.stdout) == (2, ""), (value, result.output)
        assert f"Invalid value for '{option}'" in result.stderr, value


@pytest.mark.parametrize("command", ["train", "calibrate"])
def test_given_a_blank_name_then_it_is_wrong_usage_before_any_work(command, tmp_path):
    result = CliRunner().invoke(app, [command, "--name", "  ", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a model needs a name" in result.stderr


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
