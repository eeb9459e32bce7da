"""ICC profiles of colour spaces that a file names rather than embeds."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Chromaticity = tuple[float, float]
"""CIE 1931 x and y."""

D65: Chromaticity = (0.3127, 0.3290)
_D50_XYZ = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_CURVE_SIZE = 4096
_GAMMAS = (0.2, 5.0)

UNUSABLE = b"unusable"
"""In the place of a profile: the file tells of its colours, but nothing that any display could have."""


@dataclass(frozen=True)
class ColourSpace:
    """An RGB space by its primaries, white and tone curve."""

    red: Chromaticity
    green: Chromaticity
    blue: Chromaticity
    white: Chromaticity = D65
    gamma: float | None = None
    """The exponent that makes stored values linear; None for the curve of sRGB (IEC 61966-2-1)."""
    curve: tuple[int, ...] = ()
    """Linear values, 0 to 65535, of equally spaced stored ones, in the place of an exponent where there are any."""


SRGB = ColourSpace((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
ADOBE_RGB = ColourSpace((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), gamma=563 / 256)
DISPLAY_P3 = ColourSpace((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
ROMM_RGB = ColourSpace((0.7347, 0.2653), (0.1596, 0.8404), (0.0366, 0.0001), (0.3457, 0.3585), 1.8)
BT2020 = ColourSpace((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))


def srgb_to_linear(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The curve of sRGB (IEC 61966-2-1), of values in [0, 1]; any shape."""
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _xyz(point: Chromaticity) -> NDArray[np.float64]:
    x, y = point
    if not y:
        raise ValueError("a colour without light")
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _adapted(white: NDArray[np.float64]) -> NDArray[np.float64]:
    """The matrix that takes XYZ under a white to XYZ under D50 (Bradford, as ICC.1 annex E has it)."""
    scale = (_BRADFORD @ _D50_XYZ) / (_BRADFORD @ white)
    return np.asarray(np.linalg.inv(_BRADFORD) @ np.diag(scale) @ _BRADFORD)


def _fixed(values: NDArray[np.float64]) -> bytes:
    return np.round(values * 65536).astype(">i4").tobytes()


@lru_cache(maxsize=16)
def matrix_profile(space: ColourSpace) -> bytes:
    """An ICC profile (ICC.1:2001, three-component matrix-based) of an RGB space.

    Raises:
        ValueError: the primaries span no space, or the exponent is one of no display.
    """
    if space.gamma is not None and not _GAMMAS[0] <= space.gamma <= _GAMMAS[1]:
        raise ValueError("the exponent is one of no display")
    primaries = np.column_stack([_xyz(space.red), _xyz(space.green), _xyz(space.blue)])
    white = _xyz(space.white)
    if not np.isfinite(primaries).all() or abs(np.linalg.det(primaries)) < 1e-6:
        raise ValueError("the primaries span no space")
    matrix = _adapted(white) @ primaries @ np.diag(np.linalg.solve(primaries, white))
    steps = np.linspace(0, 1, _CURVE_SIZE)
    curve: Callable[[NDArray[np.float64]], NDArray[np.float64]] = (
        srgb_to_linear if space.gamma is None else lambda values: values ** (space.gamma or 1.0)
    )
    points = np.array(space.curve or np.round(curve(steps) * 65535)).astype(">u2")
    tone = b"curv" + bytes(4) + len(points).to_bytes(4) + points.tobytes()
    tags = {
        b"desc": b"desc" + bytes(4) + (1).to_bytes(4) + bytes(79),
        b"cprt": b"text" + bytes(5),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(_D50_XYZ),
        **{name: b"XYZ " + bytes(4) + _fixed(matrix[:, i]) for i, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), tone),
    }
    return _written(tags)


def _written(tags: dict[bytes, bytes]) -> bytes:
    table, body = b"", b""
    offsets: dict[bytes, int] = {}
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        if content not in offsets:
            offsets[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + offsets[content].to_bytes(4) + len(content).to_bytes(4)
    head = bytes(8) + b"\x02\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28) + _fixed(_D50_XYZ)
    head = head.ljust(128, b"\0")
    return (start + len(body)).to_bytes(4) + head[4:] + len(tags).to_bytes(4) + table + body
