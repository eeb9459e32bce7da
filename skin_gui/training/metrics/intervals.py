"""Estimates with their 95 % interval; what cannot be estimated is None, never 0 or NaN."""

from dataclasses import dataclass

from skin_gui.proportions import wilson


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


NOT_DEFINED = Estimate(None, None, None)


@dataclass(frozen=True)
class Rate(_WithInterval):
    """A share of successes with its 95 % Wilson interval; None throughout when the total is 0."""

    value: float | None
    successes: int
    total: int
    low: float | None
    high: float | None


def rate(successes: int, total: int) -> Rate:
    """The share `successes / total` with its 95 % interval.

    The interval is Wilson's (`proportions.wilson`).

    Raises:
        ValueError: `successes` is not between 0 and `total`.
    """
    if not 0 <= successes <= total:
        raise ValueError(f"{successes} of {total} is not a rate")
    if total == 0:
        return Rate(None, 0, 0, None, None)
    value = successes / total
    return Rate(value, successes, total, *wilson(value, total))
