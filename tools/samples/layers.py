"""The layers that a synthetic dermoscopic image is painted from: skin, pigment and what lies over them.

Pigment is painted as light passing through an absorber (Beer-Lambert: intensity times exp(-absorption x
amount)), so that more of one pigment runs from tan over brown to black as melanin does. Lengths are parts
of the image's side: a picture of any size shows the same scene.
"""

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""(size, size): one number a pixel."""
SampleCanvas = NDArray[np.float32]
"""(size, size, 3): RGB in [0, 1]."""

MELANIN = np.array([0.52, 0.86, 1.08], np.float32)
"""Absorption of red, green and blue by one unit; what follows likewise."""
HAEMOGLOBIN = np.array([0.06, 0.60, 0.46], np.float32)
BLUE_WHITE_VEIL = np.array([0.47, 0.47, 0.535], np.float32)
REGRESSION = np.array([0.83, 0.76, 0.75], np.float32)

_FAIR_HAIR = np.array([0.86, 0.78, 0.66], np.float32)
_DARK_HAIR = np.array([0.14, 0.09, 0.07], np.float32)
_GEL_RIM = np.array([0.97, 0.95, 0.94], np.float32)
_GLINT = np.array([1.0, 1.0, 1.0], np.float32)
_INK = np.array([0.07, 0.07, 0.08], np.float32)
_TUBE = np.array([0.03, 0.025, 0.03], np.float32)

_SKIN_TONES = np.array(
    [
        [0.93, 0.80, 0.74],
        [0.90, 0.68, 0.65],
        [0.84, 0.72, 0.77],
        [0.87, 0.66, 0.52],
        [0.77, 0.56, 0.43],
        [0.60, 0.42, 0.32],
    ],
    np.float32,
)
"""From fair to dark as a dermatoscope shows them (Fitzpatrick I to VI, roughly)."""


def smoothstep(low: float, high: float, values: Field) -> Field:
    """From 0 at ``low`` to 1 at ``high`` without a kink; ``low`` may be the larger."""
    ramp = np.clip((values - low) / (high - low), 0, 1)
    smooth: Field = (ramp * ramp * (3 - 2 * ramp)).astype(np.float32)
    return smooth


def fractal_noise(rng: np.random.Generator, size: int, cells: int, octaves: int = 4, aspect: float = 1.0) -> Field:
    """(size, size) noise of mean 0 and deviation about 1; ``cells`` blobs fit across, each octave has twice as many.

    ``aspect`` above 1 stretches the blobs sideways.
    """
    total = np.zeros((size, size), np.float32)
    for octave in range(octaves):
        rows = max(3, int(cells * 2**octave * aspect))
        columns = max(3, int(cells * 2**octave / aspect))
        grid = rng.standard_normal((rows, columns)).astype(np.float32)
        total += cv2.resize(grid, (size, size), interpolation=cv2.INTER_CUBIC) * 0.55**octave
    total /= total.std() + np.float32(1e-6)
    return total


def absorb(canvas: SampleCanvas, amount: Field, absorption: NDArray[np.float32]) -> None:
    """Darken ``canvas`` in place by ``amount`` units of a pigment."""
    canvas *= np.exp(-np.maximum(amount, 0)[..., None] * absorption)


def blend(canvas: SampleCanvas, opacity: Field, colour: NDArray[np.float32]) -> None:
    """Mix ``colour`` over ``canvas`` in place."""
    canvas += (colour - canvas) * np.clip(opacity, 0, 1)[..., None]


@dataclass(frozen=True)
class Outline:
    """Where a lesion lies."""

    inside: Field
    """1 well inside, 0 outside, between them at the border."""
    distance: Field
    """From the centre: 0 there, 1 on the border."""
    angle: Field
    """Around the centre, in radians."""


def outline(
    rng: np.random.Generator, size: int, *, radius: float, irregularity: float, raggedness: float, softness: Field
) -> Outline:
    """A closed shape around the middle.

    Args:
        rng: Decides the shape.
        size: Side of the image in pixels.
        radius: Mean radius as a part of the side.
        irregularity: How far lobes and dents leave the ellipse, as a part of the radius.
        raggedness: How far the border frays, as a part of the radius.
        softness: (size, size) width of the border's transition, as a part of the radius.
    """
    centre_x, centre_y = 0.5 + rng.uniform(-0.04, 0.04, 2)
    axis = np.arange(size, dtype=np.float32) / size
    x, y = np.meshgrid(axis - np.float32(centre_x), axis - np.float32(centre_y))
    tilt, stretch = rng.uniform(0, np.pi), rng.uniform(1.0, 1.22)
    along = (x * np.cos(tilt) + y * np.sin(tilt)) / stretch
    across = (y * np.cos(tilt) - x * np.sin(tilt)) * stretch
    angle = np.arctan2(across, along)
    border = np.ones((size, size), np.float32)
    for lobes in range(2, 8):
        height = irregularity * rng.uniform(0.4, 1.0) / lobes**0.7
        border += np.float32(height) * np.cos(lobes * angle + np.float32(rng.uniform(0, 2 * np.pi)))
    border += np.float32(raggedness) * fractal_noise(rng, size, 10, 5)
    distance = np.hypot(along, across) / (radius * np.maximum(border, 0.25))
    inside = np.clip((1 - distance) / np.maximum(softness, 0.02) + 0.5, 0, 1)
    return Outline(smoothstep(0, 1, inside.astype(np.float32)), distance.astype(np.float32), angle.astype(np.float32))


def scattered_points(rng: np.random.Generator, size: int, spacing: float) -> NDArray[np.float32]:
    """(n, 2) pixel positions over the image, ``spacing`` (a part of the side) apart with a jitter."""
    step = spacing * size
    rows, columns = np.mgrid[0 : size + step : step, 0 : size + step : step]
    columns = columns + (np.arange(columns.shape[0]) % 2)[:, None] * step / 2
    points = np.stack([columns, rows], axis=-1).reshape(-1, 2)
    return (points + rng.uniform(-0.42, 0.42, points.shape) * step).astype(np.float32)


def pigment_network(rng: np.random.Generator, size: int, spacing: float, width: float) -> Field:
    """Honeycomb of lines, up to 1 on a line: the ridges between the cells nearest to each of scattered points.

    ``width`` is the line's share of a mesh. The lines fade in and out over the image.
    """
    seeds = np.full((size, size), 255, np.uint8)
    columns, rows = np.clip(scattered_points(rng, size, spacing), 0, size - 1).astype(int).T
    seeds[rows, columns] = 0
    nearest = cv2.distanceTransform(seeds, cv2.DIST_L2, cv2.DIST_MASK_PRECISE) / (spacing * size)
    lines = smoothstep(0.66 - width, 0.66, nearest.astype(np.float32))
    lines *= smoothstep(-1.2, 1.0, fractal_noise(rng, size, 6, 2))
    return lines


def globules(rng: np.random.Generator, size: int, spacing: float, diameter: tuple[float, float], keep: float) -> Field:
    """Round dots, 1 inside one; ``keep`` of the scattered points get one, ``diameter`` in parts of the spacing."""
    layer = np.zeros((size, size), np.float32)
    points = scattered_points(rng, size, spacing)
    for x, y in points[rng.random(len(points)) < keep]:
        radius = rng.uniform(*diameter) * spacing * size / 2
        cv2.circle(layer, _fixed(x, y), round(radius * 16), rng.uniform(0.5, 1.0), -1, cv2.LINE_AA, 4)
    return _blurred(layer, max(0.6, spacing * size * 0.09))


def streaks(rng: np.random.Generator, size: int, shape: Outline, sector: tuple[float, float]) -> Field:
    """Radial lines across the border within a sector of angles (centre, half-width in radians)."""
    comb = fractal_noise(rng, 512, 90, 1)[0]
    wave = np.interp(shape.angle, np.linspace(-np.pi, np.pi, comb.size), comb).astype(np.float32)
    # The end of each line differs, as the wave's height does.
    reach = 1.03 + 0.06 * wave
    ring = smoothstep(0.72, 0.95, shape.distance) * smoothstep(0.04, -0.04, shape.distance - reach)
    turn = np.abs(np.angle(np.exp(1j * (shape.angle - sector[0])))).astype(np.float32)
    layer = smoothstep(0.1, 0.9, wave) * ring * smoothstep(sector[1], sector[1] * 0.6, turn)
    return _blurred(layer, size / 300)


def skin(rng: np.random.Generator, size: int) -> SampleCanvas:
    """Bare skin of one of several phototypes: tone, mottling, furrows, pores and fine vessels."""
    tone = _SKIN_TONES[rng.integers(len(_SKIN_TONES))] * rng.normal(1, [0.03, 0.03, 0.04]).astype(np.float32)
    canvas: SampleCanvas = np.tile(tone, (size, size, 1)).astype(np.float32)
    absorb(canvas, 0.08 + 0.06 * fractal_noise(rng, size, 5) + 0.03 * fractal_noise(rng, size, 40), HAEMOGLOBIN)
    absorb(canvas, 0.05 + 0.03 * fractal_noise(rng, size, 24), MELANIN)
    furrows = fractal_noise(rng, size, 30, 2, aspect=1.9) + fractal_noise(rng, size, 30, 2, aspect=1 / 1.9)
    canvas *= 1 + 0.007 * _turned(furrows, rng.uniform(0, 180))[..., None]
    absorb(canvas, 0.16 * globules(rng, size, 0.05, (0.10, 0.28), 0.35), MELANIN)
    absorb(canvas, rng.uniform(0.15, 0.7) * _vessels(rng, size), HAEMOGLOBIN)
    return canvas


def _turned(layer: Field, degrees: float) -> Field:
    """``layer`` rotated about its middle, mirrored at the edges."""
    size = layer.shape[0]
    matrix = cv2.getRotationMatrix2D((size / 2, size / 2), degrees, 1.0)
    return cv2.warpAffine(layer, matrix, (size, size), borderMode=cv2.BORDER_REFLECT_101).astype(np.float32)


def _vessels(rng: np.random.Generator, size: int) -> Field:
    """Fine wandering vessels, slightly out of focus."""
    layer = np.zeros((size, size), np.float32)
    for _ in range(int(rng.integers(8, 22))):
        steps = 24
        heading = rng.uniform(0, 2 * np.pi) + np.cumsum(rng.normal(0, 0.35, steps))
        stride = rng.uniform(0.004, 0.012)
        path = rng.random(2) + np.cumsum(np.stack([np.cos(heading), np.sin(heading)], axis=1) * stride, axis=0)
        _stroke(layer, path, rng.uniform(0.4, 1.0), rng.uniform(0.0012, 0.0035))
    return _blurred(layer, size / 280)


def hairs(rng: np.random.Generator, canvas: SampleCanvas, count: int) -> None:
    """Draw ``count`` curved hairs with a soft shadow over ``canvas`` in place."""
    size = canvas.shape[0]
    colour = _FAIR_HAIR if rng.random() < 0.2 else _DARK_HAIR
    # Drawn at twice the size: a hair is thinner than OpenCV's thinnest steps of width.
    layer = np.zeros((size * 2, size * 2), np.float32)
    direction = rng.uniform(0, 2 * np.pi)
    for _ in range(count):
        steps, heading = 30, direction + rng.normal(0, 0.45)
        curve = heading + np.linspace(0, rng.normal(0, 0.9), steps)
        stride = rng.uniform(0.15, 0.75) / steps
        path = rng.uniform(-0.1, 1.0, 2) + np.cumsum(np.stack([np.cos(curve), np.sin(curve)], axis=1) * stride, axis=0)
        _stroke(layer, path, rng.uniform(0.65, 0.95), rng.uniform(0.002, 0.0042), tapered=True)
    layer = cv2.resize(layer, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32)
    canvas *= 1 - 0.25 * _blurred(np.roll(layer, 2, axis=(0, 1)), size / 200)[..., None]
    blend(canvas, _blurred(layer, size / 900), colour)


def gel_bubbles(rng: np.random.Generator, canvas: SampleCanvas, count: int) -> None:
    """Draw ``count`` air bubbles of the contact gel in place: a bright rim and a glint."""
    size = canvas.shape[0]
    rims, glints = np.zeros((size, size), np.float32), np.zeros((size, size), np.float32)
    for _ in range(count):
        x, y = rng.random(2) * size
        radius = size * rng.uniform(0.003, 0.004 + 0.014 * rng.random() ** 3)
        cv2.circle(rims, _fixed(x, y), round(radius * 16), 1.0, max(1, round(radius / 4)), cv2.LINE_AA, 4)
        glint = _fixed(x - radius * 0.35, y - radius * 0.35)
        cv2.circle(glints, glint, max(8, round(radius * 4)), 1.0, -1, cv2.LINE_AA, 4)
    blend(canvas, 0.35 * _blurred(rims, size / 600), _GEL_RIM)
    blend(canvas, 0.85 * _blurred(glints, size / 700), _GLINT)


def ruler(rng: np.random.Generator, canvas: SampleCanvas) -> None:
    """Draw the millimetre ticks of a dermatoscope's scale near the right edge in place."""
    size = canvas.shape[0]
    layer = np.zeros((size, size), np.float32)
    x, pitch, phase = rng.uniform(0.93, 0.97), rng.uniform(0.028, 0.04), rng.integers(5)
    for tick, y in enumerate(np.arange(0.15, 0.85, pitch)):
        length = 0.04 if (tick + phase) % 5 == 0 else 0.022
        _stroke(layer, np.array([[x - length, y], [x, y]]), 1.0, 0.0035)
    blend(canvas, 0.85 * layer, _INK)


def light_falloff(rng: np.random.Generator, canvas: SampleCanvas, *, circle: bool) -> None:
    """Darken towards the corners in place; ``circle`` adds the black edge of the dermatoscope's tube."""
    size = canvas.shape[0]
    axis = np.linspace(-1, 1, size, dtype=np.float32)
    x, y = np.meshgrid(axis - np.float32(rng.normal(0, 0.04)), axis - np.float32(rng.normal(0, 0.04)))
    from_middle = np.hypot(x, y)
    canvas *= 1 - rng.uniform(0.06, 0.2) * (from_middle[..., None] ** 2)
    if circle:
        edge = rng.uniform(1.0, 1.14)
        tube = smoothstep(edge - 0.015, edge + 0.03, from_middle)
        canvas *= 1 - 0.35 * smoothstep(edge - 0.35, edge, from_middle)[..., None]
        blend(canvas, tube, _TUBE)


def camera(rng: np.random.Generator, canvas: SampleCanvas) -> NDArray[np.uint8]:
    """What a sensor makes of ``canvas``: a little blur and noise, then (size, size, 3) uint8 RGB."""
    size = canvas.shape[0]
    blurred = cv2.GaussianBlur(canvas, (0, 0), size * rng.uniform(0.0010, 0.0018))
    noise = rng.standard_normal(canvas.shape).astype(np.float32) * 0.008
    noise += rng.standard_normal((size, size, 1)).astype(np.float32) * 0.008
    return np.clip((blurred + noise) * 255 + 0.5, 0, 255).astype(np.uint8)


def _blurred(layer: Field, sigma: float) -> Field:
    """``layer`` through a Gaussian of ``sigma`` pixels."""
    return cv2.GaussianBlur(layer, (0, 0), sigma).astype(np.float32)


def _fixed(x: float, y: float) -> tuple[int, int]:
    """Pixel coordinates as OpenCV's fixed-point numbers with four fractional bits."""
    return round(float(x) * 16), round(float(y) * 16)


def _stroke(layer: Field, path: NDArray[np.float64], value: float, width: float, *, tapered: bool = False) -> None:
    """Draw a line through ``path`` ((n, 2), parts of the side) with ``width`` (likewise) in place."""
    size = layer.shape[0]
    points = [_fixed(x, y) for x, y in path * size]
    for index, (start, end) in enumerate(pairwise(points)):
        share = 1 - (index / len(points)) ** 2 if tapered else 1.0
        cv2.line(layer, start, end, value, max(1, round(width * size * share)), cv2.LINE_AA, 4)
