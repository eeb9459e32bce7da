"""Pictures without a lesion: plain and noisy pages, patterns, and skin alone. None of them may get an outline."""

from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.outline.drawn_skin import (
    SIDE,
    Rng,
    cloud,
    finished,
    flat,
    places,
    slope,
    textured_skin,
    tone,
    with_bubbles,
    with_dark_rim,
    with_hairs,
    with_ruler,
)

_SCALES = (0, 1, 2, 4, 8, 16, 32)
_WORDS = ("lesion", "dermatology", "report", "patient", "lorem", "ipsum", "dolor", "sit", "amet", "1234", "56.7")

Picture = NDArray[np.uint8]


def _noise(rng: Rng, image: NDArray[np.float32], spread: float, height: float) -> Picture:
    return finished(image + height * cloud(rng, spread, int(rng.choice([1, 3]))))


def blank(rng: Rng) -> Picture:
    """One colour, of skin or any other, with hardly any noise."""
    grey = np.full(3, rng.uniform(0, 255))
    colour = (tone(rng), grey, rng.uniform(0, 255, 3))[rng.integers(3)]
    return _noise(rng, flat(colour), 0, rng.choice([0, 1, 3]))


def pale_noise(rng: Rng) -> Picture:
    """Skin colour with pixel noise."""
    return _noise(rng, flat(tone(rng)), 0, rng.uniform(2, 30))


def clouds(rng: Rng) -> Picture:
    """Noise of any scale about skin colour."""
    return _noise(rng, flat(tone(rng)), rng.choice(_SCALES), rng.uniform(3, 30))


def grey_clouds(rng: Rng) -> Picture:
    """Noise of any scale about a grey."""
    return _noise(rng, flat(np.full(3, rng.uniform(40, 230))), rng.choice(_SCALES), rng.uniform(3, 50))


def full_noise(rng: Rng) -> Picture:
    """Every pixel at random."""
    channels = int(rng.choice([1, 3]))
    low = int(rng.integers(0, 128))
    noise = rng.integers(low, 256, (SIDE, SIDE, channels)).astype(np.uint8)
    return np.ascontiguousarray(np.broadcast_to(noise, (SIDE, SIDE, 3)))


def pink_noise(rng: Rng) -> Picture:
    """Noise of all scales at once, as of marble or a photograph out of focus."""
    frequency = np.fft.fftfreq(SIDE)
    radius = np.hypot(frequency[:, None], frequency[None])
    radius[0, 0] = 1
    fall, layers = rng.uniform(0.6, 1.8), []
    for _ in range(int(rng.choice([1, 3]))):
        layer = np.fft.ifft2(np.fft.fft2(rng.normal(size=(SIDE, SIDE))) / radius**fall).real
        layers.append((layer - layer.mean()) / layer.std())
    below = flat(tone(rng)) if rng.random() < 0.7 else flat(np.full(3, rng.uniform(60, 220)))
    return finished(np.asarray(below + rng.uniform(3, 30) * np.dstack(layers), np.float32))


def gradient(rng: Rng) -> Picture:
    """Light that falls off to one side."""
    below = flat(tone(rng)) if rng.random() < 0.6 else flat(rng.uniform(0, 255, 3))
    return _noise(rng, below + slope(rng, rng.uniform(20, 160)), 0, 2)


def vignette(rng: Rng) -> Picture:
    """Light that falls off towards the corners."""
    x, y = places()
    middle = rng.uniform(0.35, 0.65, 2)
    radial = np.hypot(x / SIDE - middle[0], y / SIDE - middle[1]) / 0.7
    light = 1 - rng.uniform(0.2, 0.9) * radial**2
    return _noise(rng, np.asarray(flat(tone(rng)) * light[..., None], np.float32), 0, 2)


def skin(rng: Rng) -> Picture:
    """Skin with its lines."""
    return _noise(rng, textured_skin(rng), 0, 2)


def text(rng: Rng) -> Picture:
    """A page of writing."""
    paper = int(rng.choice([255, 245, 30]))
    ink = (20, 20, 20) if paper > 100 else (230, 230, 230)  # light or dark paper
    page, size = np.full((SIDE, SIDE, 3), paper, np.uint8), rng.uniform(0.3, 0.8)
    step = int(28 * size) + 4
    for line in range(step, SIDE, step):
        at = (int(rng.integers(2, 20)), line)
        cv2.putText(page, " ".join(rng.choice(_WORDS, 8)), at, cv2.FONT_HERSHEY_SIMPLEX, size, ink, 1, cv2.LINE_AA)
    return page


def pattern(rng: Rng) -> Picture:
    """Stripes, a chessboard or rows of dots that fill the picture."""
    x, y = places()
    turn, period = rng.uniform(0, np.pi), rng.uniform(6, 50)
    u, v = np.cos(turn) * x + np.sin(turn) * y, -np.sin(turn) * x + np.cos(turn) * y
    stripes = np.sin(2 * np.pi * u / period) > 0
    dots = np.hypot(u % period - period / 2, v % period - period / 2) < 0.3 * period
    chosen = (stripes, stripes ^ (np.sin(2 * np.pi * v / period) > 0), dots)[rng.integers(3)]
    one, other = (rng.uniform(0, 255, 3), rng.uniform(0, 255, 3)) if rng.random() < 0.5 else (tone(rng), tone(rng))
    return _noise(rng, np.asarray(np.where(chosen[..., None], one, other), np.float32), 0, 2)


def patches(rng: Rng) -> Picture:
    """A chart of colours."""
    count = int(rng.integers(2, 9))
    chart = rng.uniform(0, 255, (count, count, 3)).astype(np.float32)
    return finished(np.asarray(cv2.resize(chart, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST), np.float32))


def leaves(rng: Rng) -> Picture:
    """Things of all sizes that cover one another, as in photographs (the "dead leaves" of Lee et al., 2001)."""
    image = np.full((SIDE, SIDE, 3), rng.integers(0, 256, 3), np.uint8)
    for radius in sorted((SIDE / rng.uniform(2.2, 30, 120)).tolist(), reverse=True):
        colour = tuple(rng.integers(0, 256, 3).tolist())
        x, y = rng.integers(0, SIDE, 2).tolist()
        if rng.random() < 0.5:
            cv2.circle(image, (x, y), round(radius), colour, -1, cv2.LINE_AA)
        else:
            reach = rng.uniform(0.4, 1, 2) * radius
            box = ((float(x), float(y)), (2 * float(reach[0]), 2 * float(reach[1])), float(rng.uniform(0, 90)))
            cv2.fillPoly(image, [cv2.boxPoints(box).astype(np.int32)], colour, cv2.LINE_AA)
    return _noise(rng, image.astype(np.float32), 0, rng.uniform(0, 8))


def _on_skin(artefact: Callable[[Picture, Rng], Picture]) -> Callable[[Rng], Picture]:
    return lambda rng: artefact(skin(rng), rng)


KINDS: Mapping[str, Callable[[Rng], Picture]] = {
    "one colour": blank,
    "pixel noise on skin colour": pale_noise,
    "clouds of skin colour": clouds,
    "grey clouds": grey_clouds,
    "pixels at random": full_noise,
    "noise of all scales": pink_noise,
    "slope of light": gradient,
    "vignette": vignette,
    "drawn skin": skin,
    "drawn skin with hairs": _on_skin(with_hairs),
    "drawn skin with bubbles": _on_skin(with_bubbles),
    "drawn skin in a dark rim": _on_skin(with_dark_rim),
    "drawn skin with a ruler": _on_skin(with_ruler),
    "page of text": text,
    "pattern": pattern,
    "chart of colours": patches,
    "heap of shapes": leaves,
}
