"""The command `skin-gui`: one file a sub-command, the same functions that the windows call."""

import io
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
