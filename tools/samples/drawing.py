"""Draw synthetic dermoscopic-looking images: the samples that come with the program, and test data.

They show that the program runs, never that it is right: no patient, no diagnosis and no statistics of
real lesions stand behind them. Every file written here says so in its metadata.
"""

import io
from itertools import product
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from skin_gui.imaging.synthetic import MARKER
from tools.samples import layers

Kind = Literal["benign", "malignant"]

_IMAGE_DESCRIPTION = 0x010E
_SAMPLE_SEED = 23
_SAMPLE_SIZES = ((600, 450), (448, 448), (512, 384), (450, 600), (384, 384), (640, 480))
_LOOKS: dict[Kind, str] = {"benign": "nevus-like", "malignant": "melanoma-like"}


def draw_lesion(rng: np.random.Generator, kind: Kind, size: int = 448) -> NDArray[np.uint8]:
    """Draw a lesion on skin as a dermatoscope might show it.

    "benign" looks like a nevus: about round, a regular border, one or two browns. "malignant" looks like a
    melanoma: irregular outline, several colours, blotches, dots and streaks. Skin tone, hairs, ruler, bubbles
    and light are drawn from the same distributions for both.

    Args:
        rng: The only source of chance: an equal state draws an equal image.
        kind: Which of the two.
        size: Side in pixels.

    Returns:
        (size, size, 3) uint8 RGB.

    Raises:
        ValueError: when ``kind`` is another word or ``size`` is below 32.
    """
    if kind not in _LOOKS:
        raise ValueError(f"kind must be 'benign' or 'malignant', not {kind!r}")
    if size < 32:
        raise ValueError(f"size must be at least 32 pixels, not {size}")
    canvas = layers.skin(rng, size)
    if kind == "benign":
        _paint_nevus(rng, canvas)
    else:
        _paint_melanoma(rng, canvas)
    _add_artefacts(rng, canvas)
    return layers.camera(rng, canvas)


def _paint_nevus(rng: np.random.Generator, canvas: layers.SampleCanvas) -> None:
    size = canvas.shape[0]
    softness = np.full((size, size), rng.uniform(0.25, 0.6), np.float32)
    shape = layers.outline(
        rng, size, radius=rng.uniform(0.13, 0.25), irregularity=0.06, raggedness=0.05, softness=softness
    )
    pattern = rng.choice(["reticular", "globular", "homogeneous"])
    pigment = rng.uniform(0.45, 1.0) * (1 + 0.16 * layers.fractal_noise(rng, size, 16))
    # The second brown: a darker, concentric middle.
    pigment = pigment + rng.uniform(0.2, 0.75) * layers.smoothstep(0.75, 0.25, shape.distance)
    if pattern == "reticular":
        pigment = pigment * 0.85 + 0.4 * layers.pigment_network(rng, size, rng.uniform(0.018, 0.026), 0.4)
    elif pattern == "globular":
        pigment = pigment * 0.85 + 0.4 * layers.globules(rng, size, rng.uniform(0.024, 0.034), (0.4, 0.9), 0.75)
    layers.absorb(canvas, rng.uniform(0.05, 0.4) * shape.inside, layers.HAEMOGLOBIN)
    layers.absorb(canvas, pigment * shape.inside, layers.MELANIN)


def _paint_melanoma(rng: np.random.Generator, canvas: layers.SampleCanvas) -> None:
    size = canvas.shape[0]
    # Abrupt here, fading there.
    softness = np.clip(0.22 + 0.16 * layers.fractal_noise(rng, size, 3, 1), 0.05, 0.6)
    shape = layers.outline(
        rng,
        size,
        radius=rng.uniform(0.19, 0.29),
        irregularity=rng.uniform(0.2, 0.34),
        raggedness=rng.uniform(0.07, 0.12),
        softness=softness,
    )
    inside = shape.inside
    layers.absorb(canvas, 0.35 * layers.smoothstep(1.5, 0.9, shape.distance), layers.HAEMOGLOBIN)
    pink = inside * layers.smoothstep(0.5, 1.5, layers.fractal_noise(rng, size, 3, 2))
    pigment = rng.uniform(0.8, 1.4) + 0.42 * layers.fractal_noise(rng, size, 4, 6) - 0.6 * pink
    pigment = np.maximum(pigment, 0.22)
    pigment += 0.6 * layers.pigment_network(rng, size, rng.uniform(0.028, 0.04), 0.5) * _patches(rng, size, 0.0)
    pigment += rng.uniform(1.2, 2.8) * _patches(rng, size, 0.55)
    layers.absorb(canvas, 0.5 * pink, layers.HAEMOGLOBIN)
    layers.absorb(canvas, pigment * inside, layers.MELANIN)
    core = layers.smoothstep(0.95, 0.6, shape.distance)
    if rng.random() < 0.8:
        layers.blend(canvas, rng.uniform(0.5, 0.75) * core * _patches(rng, size, 0.45), layers.BLUE_WHITE_VEIL)
    if rng.random() < 0.4:
        layers.blend(canvas, 0.6 * core * _patches(rng, size, 0.9), layers.REGRESSION)
    dots = layers.globules(rng, size, rng.uniform(0.02, 0.03), (0.25, 0.75), 0.5) * _patches(rng, size, 0.1)
    dots *= layers.smoothstep(1.15, 0.95, shape.distance)
    rays = layers.streaks(rng, size, shape, (rng.uniform(-np.pi, np.pi), rng.uniform(0.5, 1.2)))
    layers.absorb(canvas, 1.2 * dots + 0.9 * rays, layers.MELANIN)


def _patches(rng: np.random.Generator, size: int, above: float) -> layers.Field:
    """A few large areas at random: where noise is more than ``above`` deviations over its mean."""
    return layers.smoothstep(above, above + 1.0, layers.fractal_noise(rng, size, 4, 5))


def _add_artefacts(rng: np.random.Generator, canvas: layers.SampleCanvas) -> None:
    """Hairs, gel, scale and light: alike for both kinds, so that none of them gives the kind away."""
    if rng.random() < 0.6:
        layers.hairs(rng, canvas, int(rng.integers(2, 16)))
    if rng.random() < 0.35:
        layers.gel_bubbles(rng, canvas, int(rng.integers(5, 40)))
    if rng.random() < 0.35:
        layers.ruler(rng, canvas)
    layers.light_falloff(rng, canvas, circle=bool(rng.random() < 0.35))


def write_samples(folder: Path) -> list[Path]:
    """Write the twelve sample images as JPEG files into ``folder`` and return their paths.

    The first six are nevus-like, the others melanoma-like, in several sizes and aspect ratios. The same
    library versions write the same bytes.

    Raises:
        OSError: when the folder can't be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    scenes = product(_LOOKS, _SAMPLE_SIZES)
    for number, (kind, (width, height)) in enumerate(scenes, start=1):
        image = draw_lesion(np.random.default_rng([_SAMPLE_SEED, number]), kind, max(width, height))
        top, left = (image.shape[0] - height) // 2, (image.shape[1] - width) // 2
        path = folder / f"synthetic-{number:02d}-{_LOOKS[kind]}.jpg"
        path.write_bytes(_marked_jpeg(image[top : top + height, left : left + width]))
        written.append(path)
    return written


def _marked_jpeg(image: NDArray[np.uint8]) -> bytes:
    exif = Image.Exif()
    exif[_IMAGE_DESCRIPTION] = MARKER
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=88, optimize=True, exif=exif, comment=MARKER)
    return buffer.getvalue()
