"""Shares of a number of images, with their uncertainty."""

import math

Z = 1.959963984540054
"""The 97.5 % quantile of the normal distribution."""


def wilson(value: float, n: float) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share among n images, without continuity correction; n may be an effective one.

    (p + z^2/2n -+ z sqrt(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n) (Wilson 1927; Newcombe 1998, method 3). It stays in
    [0, 1] and keeps a width at 0 and 1, where the textbook interval collapses.
    """
    # The formula itself, not SciPy's: the window shows intervals too, in the edition without SciPy.
    scale = 1 + Z**2 / n
    middle = (value + Z**2 / (2 * n)) / scale
    half = Z * math.sqrt(value * (1 - value) / n + Z**2 / (4 * n**2)) / scale
    return (0.0 if value == 0 else middle - half, 1.0 if value == 1 else middle + half)
