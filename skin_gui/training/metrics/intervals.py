"""Estimates with their 95 % interval; what cannot be estimated is None, never 0 or NaN."""

import math
from dataclasses import dataclass

Z = 1.959963984540054
"""The 97.5 % quantile of the normal distribution."""


class _WithInterval:
    low: float | None
    high: float | None

    @property
    def interval(self) -> list[float | None]:
        """[low, high], as in JSON."""
        return [self.low, self.high]


@dataclass(frozen=True)
class Estimate(_WithInterval):
    """A figure with its 95 % interval; None where the sample does not define it."""

    value: float | None
    low: float | None
    high: float | None

    def __str__(self) -> str:
        """E.g. "0.914 (0.890 to 0.933)", or "not defined"."""
        if self.value is None:
            return "not defined"
        if self.low is None or self.high is None:
            return f"{self.value:.3f}"
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


NOT_DEFINED = Estimate(None, None, None)


@dataclass(frozen=True)
class Rate(_WithInterval):
    """A share of successes with its 95 % Wilson interval; None throughout when the total is 0."""

    value: float | None
    successes: int
    total: int
    low: float | None
    high: float | None

    def __str__(self) -> str:
        """E.g. "0.900 (0.865 to 0.927), 315 of 350", or "not defined"."""
        if self.value is None:
            return "not defined"
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f}), {self.successes} of {self.total}"


def rate(successes: int, total: int) -> Rate:
    """The share `successes / total` with its 95 % interval.

    The interval is Wilson's score interval without continuity correction (Wilson 1927; Newcombe
    1998, method 3): (p + z^2/2n -+ z sqrt(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n). It stays in [0, 1]
    and keeps a width at 0 and 1, where the textbook interval collapses.

    Raises:
        ValueError: `successes` is not between 0 and `total`.
    """
    if not 0 <= successes <= total:
        raise ValueError(f"{successes} of {total} is not a rate")
    if total == 0:
        return Rate(None, 0, 0, None, None)
    value = successes / total
    return Rate(value, successes, total, *wilson(value, total))


def wilson(value: float, n: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share among n images, as in `rate`; n may be an effective number."""
    # The formula itself, not SciPy's: the window shows intervals too, in the edition without SciPy.
    scale = 1 + Z**2 / n
    middle = (value + Z**2 / (2 * n)) / scale
    half = Z * math.sqrt(value * (1 - value) / n + Z**2 / (4 * n**2)) / scale
    return (0.0 if value == 0 else middle - half, 1.0 if value == 1 else middle + half)
