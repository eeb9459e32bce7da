"""How fast a batch goes, and how long it will still take."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

_WINDOW_S = 30.0
_LEAST_S = 0.5


@dataclass(frozen=True)
class BatchState:
    """How far a batch is."""

    total: int
    """Files of the batch, those done before included."""
    done: int
    failed: int
    """Files of this run that could not be classified."""
    rate: float | None
    """Files a second of late; None while too little is known."""
    seconds_left: float | None

    @property
    def part(self) -> float:
        """The part done, from 0 to 1."""
        return self.done / self.total if self.total else 1.0


class Pace:
    """The rate over the last half minute: a slow drive or a busy machine shows, one large file hardly does."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()
        self._count = 0
        self.restart()

    def restart(self) -> None:
        """Measure from now on, e.g. after a pause, whose time does not count."""
        self._marks.clear()
        self._marks.append((self._clock(), self._count))

    def step(self) -> None:
        """One more file is done."""
        self._count += 1
        now = self._clock()
        self._marks.append((now, self._count))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()

    @property
    def rate(self) -> float | None:
        """Files a second; None before there is anything to tell from."""
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        return (after - before) / (last - first) if after > before and last - first >= _LEAST_S else None

    def seconds_left(self, files: int) -> float | None:
        """Time for this many files at the present rate."""
        rate = self.rate
        return files / rate if rate else None
