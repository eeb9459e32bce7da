"""What the window tells of an image's file, without its pixels."""

from pathlib import Path

import numpy as np

from skin_gui.imaging.decode import LoadedImage
from skin_gui.imaging.facts import ImageFacts, facts_of
from skin_gui.imaging.reading import read_image_file

_UNKNOWN = LoadedImage(np.zeros((1, 1, 3), np.uint8), -1, -1, sha256="", format="", file_bytes=-1)


def image_facts(path: Path) -> ImageFacts:
    """What the header tells; what it does not tell is that of no image (-1)."""
    return facts_of(path, read_image_file(path), _UNKNOWN)
