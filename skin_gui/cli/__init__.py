"""The command `skin-gui`: one file a sub-command, the same functions that the windows call."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skin_gui.training.run.card_facts import RunFacts

COMMANDS = ("gui", "classify", "measure", "evaluate", "train", "calibrate", "models", "audit", "cache")
"""By name, so that the window need not wait for their modules; a test holds them to those that there are."""

TRAIN_CHILD = "train-child"
"""Not for users: the program starts itself so to train in a process of its own."""


def with_default_command(arguments: list[str]) -> list[str]:
    """`skin-gui`, `skin-gui IMAGE` and `skin-gui FOLDER` mean `skin-gui gui ...`."""
    first = arguments[0] if arguments else "gui"
    return arguments if first in COMMANDS or first.startswith("-") else ["gui", *arguments]


def mistyped(word: str) -> str:
    """What is wrong where a command was meant and there is none of that name; empty for a file, folder or option."""
    is_word = word.replace("-", "_").isidentifier() and not word.startswith("-")
    if word in COMMANDS or not is_word or os.path.lexists(word):
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - the window need not wait for it

    nearest = get_close_matches(word.lower(), COMMANDS, 1)
    advice = f"Did you mean skin-gui {nearest[0]}?" if nearest else "skin-gui --help names the commands."
    return f"There is no command, file or folder called {word}. {advice}"


def _run_card(facts: "RunFacts") -> str:
    from skin_gui.documents.run_card import run_card  # noqa: PLC0415 - a child begins by reading its plan

    return run_card(facts)


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        # A file's name need not fit the output's encoding: it is printed escaped, and the batch goes on.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.argv[1:] == [TRAIN_CHILD]:
        from skin_gui.training.run.child_main import main as child  # noqa: PLC0415

        sys.exit(child(_run_card))
    if problem := mistyped(sys.argv[1] if len(sys.argv) > 1 else "gui"):
        print(problem, file=sys.stderr)
        sys.exit(2)
    arguments = with_default_command(sys.argv[1:] or ["gui"])
    if arguments[0] == "gui" and len(arguments) <= 2 and not arguments[-1].startswith("-"):
        # The window must be there at once: nothing else is imported on the way to it.
        from skin_gui.cli.gui import gui  # noqa: PLC0415

        sys.exit(gui(Path(arguments[1]) if len(arguments) > 1 else None))
    from skin_gui.cli.commands import app  # noqa: PLC0415
    from skin_gui.logs import start_logging  # noqa: PLC0415

    # Without a log of its own, Python would print warnings with their tracebacks between the lines of a command.
    start_logging()

    app(arguments)
