"""What the program calls itself, and the sentence that goes with every result it hands out."""

import skin_gui

NAME = "Skin GUI"
DISCLAIMER = "Research and education; not a medical device"


def version() -> str:
    """The program's version, e.g. "0.1.0"."""
    return skin_gui.__version__


def stamp(of_version: str | None = None) -> str:
    """Name, version and disclaimer in one line, for exports whose columns are fixed.

    Args:
        of_version: the version that made the result; None for the running one.

    Returns:
        E.g. "Skin GUI 0.1.0 - research and education; not a medical device".
    """
    return f"{NAME} {of_version or version()} - {DISCLAIMER[0].lower()}{DISCLAIMER[1:]}"
