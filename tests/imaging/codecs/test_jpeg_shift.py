"""Bytes missing from a JPEG whose codes still end where they should: all that follows differs in brightness."""

import io

import cv2
import numpy as np
import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from skin_gui.imaging.codecs.jpeg.shift import has_shift
from skin_gui.imaging.raster import decode_raster

UNIT, SIDE = 16, 448


def encoded(pixels, **options):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", **{"quality": 92, **options})
    return buffer.getvalue()


@pytest.fixture
def drawn(synthetic_image):
    """Skin whose brightness and colour vary from block to block; (448, 448, 3)."""
    waves = np.sin(np.arange(SIDE) / 23)[:, None] * (18, 6, -6)
    return np.clip(synthetic_image.astype(float) * 0.8 + 20 + waves, 0, 255).astype(np.uint8)


def shifted(pixels, row, column, levels, unit=UNIT):
    changed = pixels.astype(int)
    changed[unit * row : unit * (row + 1), unit * column :] += levels
    changed[unit * (row + 1) :] += levels
    return np.clip(changed, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("row", "column"), [(3, 5), (7, 0), (12, 27), (20, 20)])
@pytest.mark.parametrize("levels", [(9, 9, 9), (-7, -7, -7), (11, -6, 0), (0, -3, 14)])
def test_a_shift_of_brightness_or_colour_after_a_block_is_noticed(drawn, row, column, levels):
    assert has_shift(shifted(drawn, row, column, levels), (UNIT, UNIT), SIDE)
    assert not has_shift(drawn, (UNIT, UNIT), SIDE)


@pytest.mark.parametrize(("row", "column"), [(3, 5), (12, 1), (20, 24)])
@pytest.mark.parametrize("levels", [250, -250, (180, -90, 0)])
def test_a_shift_to_white_black_or_one_colour_is_noticed(drawn, row, column, levels):
    pixels = shifted(drawn, row, column, levels)

    assert decode_raster("JPEG", encoded(pixels, subsampling=2)).damage is not None


def test_a_shift_within_one_of_many_strips_is_noticed(drawn):
    def in_strips(pixels):
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "TIFF", compression="jpeg", quality=92)
        return buffer.getvalue()

    data = in_strips(drawn)
    with TiffImagePlugin.TiffImageFile(io.BytesIO(data)) as image:
        rows = image.tag_v2[ExifTags.Base.RowsPerStrip]
    for strip in (0, 2):
        changed = drawn.copy()
        place = slice(rows * strip, rows * (strip + 1))
        changed[place] = shifted(drawn[place], 1, 9, (11, -6, 0), unit=8)
        assert decode_raster("TIFF", in_strips(changed)).damage is not None
    assert rows < SIDE / 4
    assert decode_raster("TIFF", data).damage is None


def test_lines_across_the_whole_image_are_no_shift(drawn):
    drawn[8::24] = np.minimum(drawn[8::24], 225) + 30

    for options in ({}, {"subsampling": 0}):
        assert decode_raster("JPEG", encoded(drawn, **options)).damage is None


def test_wild_blocks_at_the_fault_do_not_hide_it(drawn):
    pixels = shifted(drawn, 7, 9, -8)
    pixels[UNIT * 7 : UNIT * 8, UNIT * 9 : UNIT * 16] = np.random.default_rng(0).integers(0, 256, (UNIT, UNIT * 7, 3))

    assert has_shift(pixels, (UNIT, UNIT), SIDE)


@pytest.mark.parametrize("reduced", [2, 4])
def test_a_shift_is_noticed_at_a_part_of_the_size(drawn, reduced):
    pixels = cv2.resize(drawn, (448 * reduced, 448 * reduced), interpolation=cv2.INTER_CUBIC)
    for levels in (9, (11, -6, 0)):
        data = encoded(shifted(pixels, 11 * reduced, 9, levels))
        assert decode_raster("JPEG", data, 448).damage is not None
        assert decode_raster("JPEG", data, 448).pixels.shape == (448, 448, 3)
    assert decode_raster("JPEG", encoded(pixels), 448).damage is None


def test_coarse_colours_and_drawings_are_no_shift(drawn):
    table = np.full((480, 640, 3), 255, np.uint8)
    for row in range(0, 480, 32):
        table[row : row + 16] = 238
        table[row + 4 : row + 12, 8:200:3] = 0
    table[96:144, 64:] = (30, 90, 200)
    for quality in (20, 30, 40, 50, 75):
        for subsampling in (0, 1, 2):
            for pixels in (drawn, drawn[::2, ::2], table, table[::2, ::2]):
                data = encoded(np.ascontiguousarray(pixels), quality=quality, subsampling=subsampling)
                assert decode_raster("JPEG", data).damage is None, (quality, subsampling)


@pytest.mark.parametrize("columns", [slice(None), slice(16, None), slice(100, None), slice(0, 64), slice(96, 352)])
@pytest.mark.parametrize("rows", [slice(0, 64), slice(384, 448), slice(64, 80), slice(160, 320)])
def test_edges_of_bars_labels_and_frames_are_no_shift(synthetic_image, rows, columns):
    for colour in (0, 30, 255):
        framed = synthetic_image.copy()
        framed[rows, columns] = colour
        for data in (encoded(framed), encoded(framed, subsampling=0), encoded(255 - framed)):
            assert decode_raster("JPEG", data).damage is None


def test_bytes_cut_out_of_real_images_are_noticed_nearly_always(data_dir):
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
            if np.abs(part.pixels.astype(int) - whole.pixels).mean() > 3:
                noticed.append(part.damage is not None)
    assert len(noticed) > 40
    assert np.mean(noticed) >= 0.8
