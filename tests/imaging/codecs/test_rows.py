"""Formats that store rows one after the other: a header that misleads about them, and bytes that were never written."""

import struct
from collections.abc import Callable

import numpy as np
import pytest
import tifffile
from PIL import Image

from skin_gui.imaging.codecs.rows import doubt_of_rows
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from tests.imaging.test_dicom import changed, written

SIDES = (303, 231)  # of which 3 is a divisor of one


@pytest.fixture
def lesion(synthetic_image):
    """(231, 303, 3)."""
    return np.asarray(Image.fromarray(synthetic_image).resize(SIDES))


def planes(pixels):
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)).reshape(pixels.shape)


def noisy_words(pixels):
    return pixels.astype(np.uint16) << 8 | np.random.default_rng(0).integers(0, 256, pixels.shape, np.uint16)


MISLEADING: dict[str, tuple[Callable, dict]] = {
    "planes said to be pixels": (planes, {"PlanarConfiguration": 0}),
    "pixels said to be planes": (lambda pixels: pixels, {"PlanarConfiguration": 1}),
    "rows and columns exchanged": (lambda pixels: pixels, {"Rows": SIDES[0], "Columns": SIDES[1]}),
    "rows three times as long": (lambda pixels: pixels, {"Rows": SIDES[1] // 3, "Columns": SIDES[0] * 3}),
    "the other order of bytes": (lambda pixels: noisy_words(pixels).byteswap(), {}),
    "16 bits said to be 8": (noisy_words, {"BitsAllocated": 8, "BitsStored": 8, "HighBit": 7}),
    "colours said to be greys": (
        lambda pixels: pixels,
        {"PhotometricInterpretation": "MONOCHROME2", "SamplesPerPixel": 1},
    ),
}


@pytest.mark.parametrize("how", MISLEADING)
def test_a_dicom_header_that_misleads_about_its_rows_gives_no_number(tmp_path, lesion, how):
    stored, elements = MISLEADING[how]
    values = stored(lesion)
    path = written(tmp_path / "a.dcm", values, "RGB", bits=8 * values.itemsize)
    changed(path, **elements)

    assert "looks scrambled" in str(load_image(path, damaged_too=True).damage)
    with pytest.raises(ImageError, match="looks scrambled"):
        read_image(path)


def test_dicom_pixels_in_any_arrangement_are_read_where_the_header_says_so(tmp_path, lesion):
    path = written(tmp_path / "a.dcm", planes(lesion), "RGB", PlanarConfiguration=1)

    np.testing.assert_array_equal(read_image(path), lesion)


@pytest.mark.parametrize(
    ("stored", "tags", "options"),
    [
        pytest.param(planes, {284: 1}, {}, id="planes said to be pixels"),
        pytest.param(
            # What is stored of these sums, as differences, are the pixels themselves.
            lambda pixels: np.cumsum(pixels, axis=1, dtype=np.uint8),
            {},
            {"compression": "zlib", "predictor": True},
            id="values said to be differences",
        ),
        pytest.param(
            lambda pixels: pixels, {256: SIDES[1], 257: SIDES[0], 278: SIDES[0]}, {}, id="width and height exchanged"
        ),
    ],
)
def test_a_tiff_header_that_misleads_about_its_rows_gives_no_number(tmp_path, lesion, stored, tags, options):
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, stored(lesion), photometric="rgb", metadata=None, **options)
    data = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as tiff:
        for number, value in tags.items():
            entry = tiff.pages[0].tags[number]
            struct.pack_into("<H" if entry.dtype == 3 else "<I", data, entry.valueoffset, value)
    path.write_bytes(data)

    with pytest.raises(ImageError, match="looks scrambled"):
        read_image(path)


@pytest.mark.parametrize("filling", [0, 255])
@pytest.mark.parametrize("suffix", [".bmp", ".tif", ".dcm"])
def test_bytes_that_were_never_written_give_no_number(tmp_path, lesion, suffix, filling):
    """What a transfer leaves that stopped within a file which has its whole length beforehand."""
    path = tmp_path / f"a{suffix}"
    if suffix == ".dcm":
        written(path, lesion, "RGB")
    else:
        Image.fromarray(lesion).save(path)
    data = bytearray(path.read_bytes())
    start, end = len(data) * 6 // 10, len(data) - (1 << 9)
    data[start:end] = bytes([filling]) * (end - start)
    read_image(path)
    path.write_bytes(data)

    with pytest.raises(ImageError, match="leaves out some of its pixels"):
        read_image(path)


def test_frames_masks_dithers_and_equal_pictures_side_by_side_are_sound(lesion):
    rows, columns = np.mgrid[: lesion.shape[0], : lesion.shape[1]]
    circle = np.hypot(rows - 115, columns - 150) < 100
    framed = lesion.copy()
    framed[:40] = framed[-30:] = 0
    tilted = np.asarray(Image.fromarray(lesion).rotate(3, fillcolor=(255, 255, 255)))
    dithered = np.asarray(Image.fromarray(lesion).convert("1").convert("RGB"))
    sound = [lesion, framed, tilted, dithered, np.tile(lesion, (1, 3, 1)), np.tile(lesion, (2, 2, 1))]
    for filling in (0, 255):
        sound.append(np.where(circle[..., None], lesion, np.uint8(filling)))

    assert [doubt_of_rows(pixels) for pixels in sound] == [None] * len(sound)


def test_no_sound_dermoscopic_image_is_doubted(data_dir):
    paths = sorted(data_dir.rglob("*.jpg"))[::40]

    assert not [path.name for path in paths if doubt_of_rows(read_image(path))]
