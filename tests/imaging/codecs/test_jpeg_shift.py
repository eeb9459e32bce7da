"""Bytes missing from a JPEG whose codes still end where they should: all that follows is brighter or darker."""

import io

import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.codecs.jpeg.shift import has_shift
from skin_gui.imaging.raster import decode_raster

UNIT, SIDE = 16, 448


def encoded(pixels, **options):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=92, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(("row", "column", "levels"), [(3, 5, 9), (7, 9, -6), (20, 20, 12)])
@pytest.mark.parametrize("scale", [1, 2])
def test_a_shift_of_all_that_follows_a_block_is_noticed(synthetic_image, row, column, levels, scale):
    shifted = synthetic_image.astype(int)
    shifted[UNIT * row : UNIT * (row + 1), UNIT * column :] += levels
    shifted[UNIT * (row + 1) :] += levels
    pixels = np.clip(shifted, 0, 255).astype(np.uint8)[::scale, ::scale]

    assert has_shift(pixels, (UNIT, UNIT), SIDE)
    assert has_shift(pixels[..., 1], (UNIT, UNIT), SIDE)
    assert not has_shift(synthetic_image[::scale, ::scale], (UNIT, UNIT), SIDE)


@pytest.mark.parametrize("columns", [slice(None), slice(16, None), slice(100, None), slice(0, 64), slice(96, 352)])
@pytest.mark.parametrize("rows", [slice(0, 64), slice(384, 448), slice(64, 80), slice(160, 320)])
def test_edges_of_bars_labels_and_frames_are_no_shift(synthetic_image, rows, columns):
    for colour in (0, 30, 255):
        framed = synthetic_image.copy()
        framed[rows, columns] = colour
        for data in (encoded(framed), encoded(framed, subsampling=0), encoded(255 - framed)):
            assert decode_raster("JPEG", data).damage is None


def test_bytes_cut_out_of_real_images_are_noticed_more_often_than_not(data_dir):
    rng = np.random.default_rng(0)
    noticed = []
    for path in sorted((data_dir / "isic17" / "benign").glob("*.jpg"))[::20]:
        data = path.read_bytes()
        whole = decode_raster("JPEG", data)
        assert whole.damage is None, path.name
        start = data.rindex(b"\xff\xda") + 14
        for size in (8, 32):
            at = int(rng.integers(start, len(data) - size - 2))
            part = decode_raster("JPEG", data[:at] + data[at + size :])
            if np.abs(part.pixels.astype(int) - whole.pixels).mean() > 5:
                noticed.append(part.damage is not None)
    assert len(noticed) > 40
    assert np.mean(noticed) > 0.6
