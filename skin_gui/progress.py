"""How long-running functions report and stop, whoever calls them: a window, a command or a test."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Called with the part done: first 0, never falling, last 1 when the work has succeeded."""

CancelCheck = Callable[[], bool]
"""Asked between items; true means stop as soon as possible and raise `Cancelled`."""


class Cancelled(Exception):
    """The caller asked to stop. Not an error: nothing was lost and nothing half-written is left."""


def ignore_progress(_part: float) -> None:
    """The progress callable for callers that do not care."""


def never_cancel() -> bool:
    """The cancel check for callers that never stop."""
    return False
