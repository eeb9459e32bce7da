"""Images of which a part is missing: shown as far as they go, and never classified."""

import io

import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.reading import DAMAGED


def encoded(pixels, name, **options):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, name, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["JPEG", "PNG", "BMP", "TIFF", "GIF"])
def test_what_comes_before_the_gap_is_shown(tmp_path, synthetic_image, name):
    data = encoded(synthetic_image, name, **({"interlace": 0} if name == "GIF" else {}))
    path = tmp_path / "a"
    path.write_bytes(data)
    whole = read_image(path).astype(int)
    path.write_bytes(data[: len(data) * 6 // 10])

    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)
    shown = load_image(path, damaged_too=True)

    assert shown.damage == DAMAGED
    there = slice(-100, None) if name == "BMP" else slice(None, 100)  # which begins at the bottom
    assert np.abs(shown.pixels[there] - whole[there]).mean() < 2


def test_a_png_whose_pixels_fail_their_checksum_is_damaged(tmp_path):
    """Stored rather than compressed pixels decode whatever is done to them."""
    data = bytearray(encoded(np.full((64, 64, 3), 150, np.uint8), "PNG", compress_level=0))
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert load_image(path).damage == ""
    data[data.index(b"IDAT") + 3000] ^= 0x40
    path.write_bytes(data)

    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)


def test_a_png_without_its_end_is_damaged(tmp_path, synthetic_image):
    path = tmp_path / "a.png"
    path.write_bytes(encoded(synthetic_image, "PNG")[:-12])

    assert load_image(path, damaged_too=True).damage == DAMAGED
