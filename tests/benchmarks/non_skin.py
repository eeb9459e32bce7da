"""How many images that show no skin the model marks as outside its training data: `make bench-non-skin`."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage import data

from skin_gui.classifier import Classifier
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.files import list_images
from skin_gui.vocabulary import ImageWarning

PHOTOGRAPHS = (
    *("astronaut", "brick", "camera", "cell", "checkerboard", "chelsea", "clock", "coffee", "coins", "colorwheel"),
    *("grass", "gravel", "horse", "hubble_deep_field", "immunohistochemistry", "moon", "page", "retina", "rocket"),
    "text",
)
SKIN_TONES = ((240, 200, 185), (224, 172, 150), (198, 134, 110), (141, 85, 60))


def to_rgb(image: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Any picture of scikit-image's as (H, W, 3) uint8."""
    values = image.astype(np.float32)
    if image.dtype != np.uint8:
        values = 255 * (values - values.min()) / max(float(np.ptp(values)), 1e-6)
    colours = values if values.ndim == 3 else np.repeat(values[..., None], 3, axis=2)
    return np.ascontiguousarray(colours[..., :3].astype(np.uint8))


def text_page(number: int) -> NDArray[np.uint8]:
    """A white page of text."""
    page = np.full((400, 300, 3), 255, dtype=np.uint8)
    for line in range(18):
        text = "Lorem ipsum dolor sit amet"[number:]
        cv2.putText(page, text, (8, 20 + 21 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (20, 20, 20), 1)
    return page


def pictures() -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """(kind, image) of everything that shows no lesion."""
    for name in PHOTOGRAPHS:
        try:
            yield "photographs", to_rgb(getattr(data, name)())
        except (OSError, ModuleNotFoundError):  # not in the package, and there is no connection
            continue
    rng = np.random.default_rng(0)
    for number in range(10):
        yield "text pages", text_page(number)
        yield "noise", rng.integers(0, 256, (300, 300, 3), dtype=np.uint8)
    for tone in SKIN_TONES:
        for spread in (0, 3, 6):
            blank = np.array(tone) + rng.normal(0, spread, (300, 300, 3))
            yield "skin-coloured blanks", np.clip(blank, 0, 255).astype(np.uint8)


def main() -> None:
    """Print a table; with a folder of dermoscopic images, the share of those that is marked too."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", help="dermoscopic images, every tenth is read")
    arguments = parser.parse_args()
    classifier = Classifier.load(threads=2)
    found: dict[str, list[bool]] = {}
    images = list(pictures())
    if arguments.folder:
        files = list_images([arguments.folder], recursive=True)[::10]
        images += [("dermoscopic images (training)", read_image(path)) for path in files]
    for kind, image in images:
        found.setdefault(kind, []).append(ImageWarning.OUTSIDE_TRAINING_DATA in classifier.predict(image).warnings)
    print("| images | n | marked outside training data |\n| --- | --- | --- |")
    for kind, marks in found.items():
        print(f"| {kind} | {len(marks)} | {sum(marks)} |")


if __name__ == "__main__":
    main()
