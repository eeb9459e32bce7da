"""Strips of rows in a wrong order, which no checksum notices: the picture breaks, and goes on elsewhere."""

import numpy as np
import pytest
import tifffile
from PIL import Image

from skin_gui.imaging.codecs.strips import has_misplaced_strips
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError

ROWS = 56  # of a strip


def reordered(pixels, order):
    return np.concatenate([pixels[ROWS * strip : ROWS * (strip + 1)] for strip in order])


@pytest.mark.parametrize("order", [(7, 6, 5, 4, 3, 2, 1, 0), (2, 3, 0, 1, 6, 7, 4, 5), (0, 1, 3, 2, 4, 5, 6, 7)])
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_strips_of_a_tiff_in_another_order_give_no_number(tmp_path, synthetic_image, order, compression):
    """Their places in the directory are exchanged, as a program would that sorted them by mistake."""
    path = tmp_path / "a.tif"
    options = {"photometric": "rgb", "rowsperstrip": ROWS, "compression": compression, "metadata": None}
    tifffile.imwrite(path, synthetic_image, **options)
    np.testing.assert_array_equal(read_image(path), synthetic_image)

    with tifffile.TiffFile(path, mode="r+") as file:
        tags = file.pages.first.tags
        for name in ("StripOffsets", "StripByteCounts"):
            values = tags[name].value
            tags[name].overwrite([values[strip] for strip in order])

    with pytest.raises(ImageError, match="looks scrambled"):
        read_image(path)
    np.testing.assert_array_equal(load_image(path, damaged_too=True).pixels, reordered(synthetic_image, order))


def test_frames_lines_and_pictures_one_above_the_other_are_sound(synthetic_image):
    framed = np.pad(synthetic_image[40:-40], ((40, 40), (0, 0), (0, 0)))
    ruled = synthetic_image.copy()
    ruled[300:304] = 20
    small = np.asarray(Image.fromarray(synthetic_image).resize((448, 224)))
    pairs = np.concatenate([small, small[:, ::-1] // 2 + 60])
    drawn = np.zeros_like(synthetic_image)
    drawn[100:200, 50:] = 255

    for pixels in (synthetic_image, framed, 255 - framed, ruled, pairs, drawn, drawn[:3]):
        assert not has_misplaced_strips(pixels)


def test_no_sound_dermoscopic_image_seems_to_be_out_of_order(data_dir):
    paths = sorted(data_dir.rglob("*.jpg"))[::40]
    found = {path: np.asarray(Image.open(path).convert("RGB")) for path in paths}

    assert not [path for path, pixels in found.items() if has_misplaced_strips(pixels)]
    reversed_strips = [pixels[: len(pixels) // 8 * 8] for pixels in found.values()]
    noticed = [has_misplaced_strips(np.concatenate(np.split(pixels, 8)[::-1])) for pixels in reversed_strips]
    assert np.mean(noticed) > 0.8
