"""How fast work goes, and how long it will still take."""

import time
from collections import deque
from collections.abc import Callable

_LEAST_S = 0.5


class Pace:
    """The rate over the last seconds: a slow drive or a busy machine shows, one large item hardly does."""

    def __init__(self, window_s: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        """Args: how far back it looks, in seconds."""
        self._window_s = window_s
        self._clock = clock
        self._done = 0.0
        self._marks: deque[tuple[float, float]] = deque()
        self.restart()

    def restart(self) -> None:
        """Measure from now on, e.g. after a pause, whose time does not count."""
        self._marks.clear()
        self._marks.append((self._clock(), self._done))

    def reach(self, done: float) -> None:
        """So many items are done now, of all that were and are to be done."""
        self._done = done
        now = self._clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > self._window_s:
            self._marks.popleft()

    def step(self) -> None:
        self.reach(self._done + 1)

    @property
    def rate(self) -> float | None:
        """Items a second; None before there is anything to tell from."""
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        return (after - before) / (last - first) if after > before and last - first >= _LEAST_S else None

    def seconds_left(self, items: float) -> float | None:
        """Time for this many items at the present rate."""
        rate = self.rate
        return items / rate if rate else None
