"""What the program calls itself, and the sentence that goes with every result it hands out."""

import skin_gui

NAME = "Skin GUI"
DISCLAIMER = "Research and education; not a medical device"


def version() -> str:
    """The program's version, e.g. "0.1.0"."""
    return skin_gui.__version__


def stamp(of_version: str | None = None) -> str:
    """Name, version (the running one's for None) and disclaimer in one line, for exports whose columns are fixed."""
    return f"{NAME} {of_version or version()} - {DISCLAIMER[0].lower()}{DISCLAIMER[1:]}"
