"""Text from elsewhere - names of files, models, metadata - made harmless where it is shown or written."""

import re

_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: a terminal obeys them
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069]"  # these turn the direction of all that follows in the line
)

_PLAIN_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
# Full-width forms too: spreadsheets in East Asian locales take them for their ASCII twins.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_FORMULA_WHITESPACE = frozenset("\t\r\n")


def printable(text: str) -> str:
    """The text as one line that a terminal shows and does not obey: a space stands for each forbidden character."""
    return _FORBIDDEN.sub(" ", text)


def printable_lines(text: str) -> str:
    """The same for a text of several lines, which stay."""
    return "\n".join(map(printable, text.split("\n")))


def neutral_cell(text: str) -> str:
    r"""Text with a leading apostrophe if a spreadsheet could run it: = + - @, tab and CR, also after white space."""
    stripped = text.lstrip()
    margin = text[: len(text) - len(stripped)]
    risky = stripped.startswith(_FORMULA_STARTS) or not _FORMULA_WHITESPACE.isdisjoint(margin)
    return f"'{text}" if risky and not _PLAIN_NUMBER.fullmatch(text) else text
