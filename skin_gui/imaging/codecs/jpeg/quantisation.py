"""The steps of a JPEG's coefficients (ITU-T T.81, B.2.4.1): what they are multiples of."""

from collections.abc import Iterator, Mapping, Sequence

_COEFFICIENTS = 64
_LEVELS = 8  # by which the coefficient of a mean is divided


def steps_of(tables: bytes) -> Iterator[tuple[int, Sequence[int]]]:
    """The number and the steps of each table in a DQT segment, the step of a block's mean first.

    Of a table that is cut off there are fewer, or none.
    """
    while tables:
        is_wide = tables[0] >> 4 > 0
        end = 1 + _COEFFICIENTS * (1 + is_wide)
        steps = tables[1:end]
        wide = [256 * high + low for high, low in zip(steps[::2], steps[1::2], strict=False)] if is_wide else []
        yield tables[0] & 15, wide or steps
        tables = tables[end:]


def least_changes(tables: Sequence[int], first_steps: Mapping[int, int]) -> tuple[float, float]:
    """The least that a block's mean changes by, in levels, in the first and second component of a JPEG's tables."""
    first, second = (first_steps.get(number, 0) / _LEVELS for number in (*tables, 0, 0)[:2])
    return first, second
