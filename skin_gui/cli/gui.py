"""`skin-gui [gui] [IMAGE or FOLDER]`: the window."""

import sys
from pathlib import Path


def gui(path: Path | None) -> int:
    """Open the window, on an image or a folder if given, and return its exit code."""
    # Qt is loaded only for the command that shows a window.
    from skin_gui.app import run  # noqa: PLC0415

    return run([sys.argv[0], *([str(path)] if path else [])])
