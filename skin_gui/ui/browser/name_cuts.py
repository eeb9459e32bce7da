"""Where a name is cut that is too long for its place, so that what is left still tells the file from the others."""

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_ELLIPSIS = "\u2026"
_WORD = re.compile(r"[^\W_]+[\W_]*|[\W_]+")
_AFTER_ALL = "\U0010ffff"


class NameCuts:
    """The names that are to be told apart."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names)

    def telling(self, name: str) -> list[int]:
        """The places, ascending, at which one of the names or more go on otherwise than this one."""
        places: list[int] = []
        first, last = bisect_left(self._names, name), bisect_right(self._names, name) - 1
        while True:
            # Among sorted names the nearest share the longest beginning.
            beside = [*self._names[max(first - 1, 0) : first], *self._names[last + 1 : last + 2]]
            if not beside:
                return places[::-1]
            place = max(_alike(name, other) for other in beside)
            places.append(place)
            first = bisect_left(self._names, name[:place], hi=first)
            last = bisect_right(self._names, name[:place] + _AFTER_ALL, lo=last + 1) - 1


def _alike(one: str, other: str) -> int:
    return len(os.path.commonprefix([one, other]))  # noqa: RUF071 - by character


def elided_name(metrics: QFontMetrics, name: str, telling: Sequence[int], width: int) -> str:
    """A name that fits into a width in pixels: the words that tell it from others go last.

    Args:
        telling: where it differs from others, as `NameCuts.telling` has it; what is before all of these goes first.
    """
    start = telling[0] if telling else 0
    if metrics.horizontalAdvance(_ELLIPSIS + name[start:]) <= width:
        return metrics.elidedText(name, Qt.TextElideMode.ElideLeft, width)
    suffix = Path(name).suffix  # goes with its dot
    stem = name.removesuffix(suffix)
    words = [(word.start(), word[0]) for word in _WORD.finditer(stem) if word.end() > start]
    words.append((len(stem), suffix))
    idle = [word for word in words if not any(word[0] <= place < word[0] + len(word[1]) for place in telling)]
    gone: set[int] = set()
    text = "".join(word for _, word in words)
    for place, _ in sorted(idle, key=lambda word: -len(word[1])):
        if metrics.horizontalAdvance(text) <= width:
            break
        gone.add(place)
        text = "".join(_ELLIPSIS if at in gone else word for at, word in words)
        text = re.sub(f"{_ELLIPSIS}+", _ELLIPSIS, text)
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)
