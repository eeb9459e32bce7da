"""Every text of the facts on one page, or as source for Qt's translation tools.

`python -m tools.messages page docs/messages.md` writes the page; `python -m tools.messages source FILE` what
`make translations` looks for texts in.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from skin_gui.wording.fact import Kind
from skin_gui.wording.kinds import KINDS

_HEAD = """# What the program can say

Each sentence about a file, a model, a training or a setting that the program can show beside a number, with
{placeholders} for what differs from case to case. Commands print them in English, the window in its own language.
Written by `make messages` from the table in `skin_gui/wording`; the identifier at the left finds what says it.
"""


def page(kinds: tuple[type[Kind], ...] = KINDS) -> str:
    """The page as Markdown: a table for each group of kinds."""
    return _HEAD + "".join(f"\n## {_title(group)}\n\n{_first_line(group)}\n\n{_table(group)}" for group in kinds)


def source(kinds: tuple[type[Kind], ...] = KINDS) -> str:
    """Calls of Qt's `translate`, one a wording, with the group as context."""
    lines = [
        f"QCoreApplication.translate({group.__name__!r}, {_literal(kind.english)})" for group in kinds for kind in group
    ]
    return "\n".join(["from PySide6.QtCore import QCoreApplication", "", *lines, ""])


def main() -> None:
    """Write what the command line asks for."""
    what, file = sys.argv[1:]
    Path(file).write_text({"page": page, "source": source}[what](), encoding="utf-8", newline="\n")


def _title(group: type[Kind]) -> str:
    words = re.findall(r"[A-Z][a-z]*", group.__name__.removesuffix("Fact"))
    return " ".join([words[0], *(word.lower() for word in words[1:])])


def _first_line(group: type[Kind]) -> str:
    return (group.__doc__ or "").partition("\n")[0]


def _table(group: type[Kind]) -> str:
    return "\n".join(["| | Text |", "|---|---|", *_rows(group), ""])


def _rows(group: type[Kind]) -> Iterator[str]:
    for kind in group:
        text = (
            re.sub(r"\{(\w+):[^}]*\}", r"{\1}", kind.english).replace("|", r"\|").replace("{", "*{").replace("}", "}*")
        )
        yield f"| `{kind.name}` | {text} |"


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
