"""How long-running functions report and stop, whoever calls them: a window, a command or a test."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")

Progress = Callable[[float], None]
"""Called with the part done: first 0, never falling, last 1 when the work has succeeded."""

CancelCheck = Callable[[], bool]
"""Asked between items; true means stop as soon as possible and raise `Cancelled`: what takes one of these does so."""


class Cancelled(Exception):
    """The caller asked to stop. Not an error: nothing was lost and nothing half-written is left."""


def ignore_progress(_part: float) -> None:
    """The progress callable for callers that do not care."""


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """The progress of a step that takes the whole from `start` to `end`."""
    return lambda part: progress(start + part * (end - start))


def never_cancel() -> bool:
    """The cancel check for callers that never stop."""
    return False


def raise_if(cancelled: CancelCheck) -> None:
    """Raise `Cancelled` where somebody has asked to stop."""
    if cancelled():
        raise Cancelled


def until_cancelled(cancelled: CancelCheck, items: Iterable[_Item]) -> Iterator[_Item]:
    """These items, one by one, with `raise_if` before each."""
    for item in items:
        raise_if(cancelled)
        yield item
