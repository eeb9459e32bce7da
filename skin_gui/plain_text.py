"""Text from elsewhere - names of files, models, metadata - made harmless where it is shown or written."""

import re

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: a terminal obeys them
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069]"  # these turn the direction of all that follows in the line
)


def printable(text: str) -> str:
    """The text as one line that a terminal shows and does not obey: a space stands for each forbidden character."""
    return _FORBIDDEN.sub(" ", text)


def printable_lines(text: str) -> str:
    """The same for a text of several lines, which stay."""
    return "\n".join(map(printable, text.split("\n")))
