import hashlib
import io
import os
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pillow_heif import register_heif_opener
from pydicom.data import get_testdata_file

from skin_gui.imaging import decode, reading
from skin_gui.imaging.decode import PIXEL_LIMIT, decode_for_screen, load_image, read_image
from skin_gui.imaging.decoded import Decoded
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.preprocess import DECODE_SIDE
from skin_gui.wording.images import ImageFact

register_heif_opener()  # the program reads HEIC with the decoder alone


def encoded(name, size=(64, 48), **options):
    """The bytes of a small textured image in a format of Pillow's."""
    width, height = size
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, {"JPEG 2000": "JPEG2000", "HEIC": "HEIF"}.get(name, name), **options)
    return buffer.getvalue()


def png_header(width, height):
    """A PNG that claims a size and holds no pixels."""

    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def reason(path):
    with pytest.raises(ImageError) as caught:
        load_image(path)
    assert str(caught.value) == f"{path.name} {caught.value.reason}"
    said = str(caught.value.reason)
    assert "\n" not in said
    return said


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "BMP", "WebP", "GIF", "JPEG 2000", "HEIC", "AVIF"])
def test_format_and_hash_are_those_of_the_bytes(tmp_path, name):
    path = tmp_path / "Läsion 痣.anything"
    path.write_bytes(encoded(name))

    loaded = load_image(path)

    assert loaded.format == name
    assert loaded.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert loaded.pixels.shape == (48, 64, 3)
    np.testing.assert_array_equal(read_image(path), loaded.pixels)


def test_missing_file_folder_and_empty_file_are_told_apart(tmp_path):
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "folder.jpg").mkdir()

    assert reason(tmp_path / "gone.jpg").startswith("does not exist")
    assert reason(tmp_path / "empty.jpg" / "inside.jpg").startswith("does not exist")
    assert reason(tmp_path / "folder.jpg") == ImageFact.FOLDER.english
    assert reason(tmp_path / "empty.jpg") == ImageFact.EMPTY.english


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes in folders")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")

    assert reason(tmp_path / "pipe.jpg") == ImageFact.NOT_A_FILE.english


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions work otherwise on this platform")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "locked.jpg"
    path.write_bytes(encoded("JPEG"))
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")

    assert "permission" in reason(path)


def test_impossible_names_are_image_errors(tmp_path):
    for name in ("nul\x00l.jpg", "x" * 300 + ".jpg"):
        assert reason(tmp_path / name).startswith("cannot be read")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"This is a note about a patient.", "is not an image"),
        (b"BM is how this text begins", "is not an image"),
        (b"\x00" * 500, "is not an image"),
        (b"\xff", "is not an image"),
        (b"%PDF-1.7\n", "is a PDF document"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42", "is a video"),
        (b'<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="...">', "is an SVG drawing"),
        (b"\xff\xd8\xff\xf7\x00\x0b", "is a JPEG-LS image"),
        (b"P6\n2 2\n255\n", "is a Netpbm image"),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x00", "is a camera raw image"),
        (b"<!DOCTYPE html><html><body><svg></svg>", "is not an image"),
        (b"8BPS\x00\x01", "is a Photoshop document"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00", "is a camera raw image"),
        (b"PK\x03\x04", "is a ZIP archive"),
    ],
)
def test_other_kinds_of_files_are_named_with_what_is_supported(tmp_path, content, expected):
    path = tmp_path / "image.jpg"
    path.write_bytes(content)

    said = reason(path)

    assert said.startswith(expected)
    assert "JPEG, PNG, TIFF, BMP, WebP" in said


@pytest.mark.parametrize("wrong", [np.zeros((4, 4, 9), np.uint8), np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3))])
def test_whatever_a_reader_gives_only_colours_of_8_bits_leave_it(tmp_path, monkeypatch, wrong):
    path = tmp_path / "a.png"
    path.write_bytes(encoded("PNG"))
    monkeypatch.setattr(decode, "decode_raster", lambda *_: Decoded(wrong, (4, 4)))

    assert reason(path) == ImageFact.DAMAGED.english


def test_a_huge_png_header_fails_at_once_with_both_sizes(tmp_path):
    path = tmp_path / "huge.png"
    path.write_bytes(png_header(40_000, 40_000))

    said = reason(path)

    assert "too large" in said
    assert "40,000 x 40,000" in said
    assert f"{PIXEL_LIMIT // 1_000_000} megapixels" in said


def test_an_image_at_the_limit_is_not_refused_for_its_size(tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    path.write_bytes(encoded("PNG"))
    monkeypatch.setattr(reading, "PIXEL_LIMIT", 64 * 48)
    assert read_image(path).shape == (48, 64, 3)

    monkeypatch.setattr(reading, "PIXEL_LIMIT", 64 * 48 - 1)
    assert "too large" in reason(path)


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    path = tmp_path / "a.tiff"
    with path.open("wb") as file:
        file.truncate(reading.FILE_LIMIT + 1)  # takes no room on disk

    assert reason(path).startswith("is too large: 2.0 GB, the limit is 2 GB;")


def test_too_little_memory_is_said_plainly(tmp_path):
    with pytest.raises(ImageError, match="needs more memory"), reading.image_errors(tmp_path / "a.png"):
        np.empty((2**24, 2**24, 2**12), np.uint8)


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "BMP", "WebP", "GIF", "JPEG 2000", "HEIC", "AVIF"])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_truncated_images_are_refused_and_never_returned_in_part(tmp_path, name, part):
    data = encoded(name)
    path = tmp_path / "a"
    path.write_bytes(data[: int(len(data) * part)])

    assert "truncated or damaged" in reason(path)


_DICOM_FILES = [
    "SC_rgb_small_odd_jpeg.dcm", "MR_small.dcm", "MR_small_RLE.dcm", "SC_rgb_rle.dcm",
    "MR_small_jp2klossless.dcm", "SC_rgb_jpeg_dcmtk.dcm",
]  # fmt: skip


def dicom_bytes(name):
    return Path(get_testdata_file(name, download=False)).read_bytes()


SOUND = {
    "jpeg": encoded("JPEG", exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
    "progressive": encoded("JPEG", progressive=True),
    "png": encoded("PNG"),
    "tiff": encoded("TIFF"),
    "tiff lzw": encoded("TIFF", compression="tiff_lzw"),
    "tiff jpeg": encoded("TIFF", compression="jpeg"),
    "bmp": encoded("BMP"),
    "webp": encoded("WebP"),
    "webp lossless": encoded("WebP", lossless=True),
    **{name: dicom_bytes(name) for name in _DICOM_FILES},
}


def damaged(sound, rng):
    """A copy with bytes flipped, mostly in the header where they do most, and often cut short."""
    data = bytearray(sound)
    for _ in range(rng.integers(0, 12)):
        reach = len(data) if rng.random() < 0.4 else min(len(data), 700)
        data[rng.integers(reach)] = rng.integers(256)
    if rng.random() < 0.4:
        del data[rng.integers(1, len(data)) :]
    return bytes(data)


@pytest.mark.filterwarnings("ignore")  # pytest's filters override those of the readers
@pytest.mark.parametrize("kind", SOUND)
def test_whatever_bytes_are_damaged_an_image_or_an_image_error_comes_out(tmp_path, kind, monkeypatch):
    # Flipped sizes below the real limit would only cost the test time and memory.
    monkeypatch.setattr(reading, "PIXEL_LIMIT", 4_000_000)
    path = tmp_path / "a"
    outcomes = {"image": 0, "error": 0}
    for seed in range(120):
        path.write_bytes(damaged(SOUND[kind], np.random.default_rng(seed)))
        try:
            loaded = load_image(path, minimum_side=[None, 16][seed % 2])
        except ImageError as error:
            assert error.reason
            outcomes["error"] += 1
        else:
            assert loaded.pixels.dtype == np.uint8
            assert loaded.pixels.ndim == 3
            assert loaded.pixels.shape[2] == 3
            assert loaded.pixels.size > 0
            outcomes["image"] += 1
    assert outcomes["error"] > 0


def test_damaged_files_print_nothing(tmp_path):
    """Warnings of the libraries stay out of a terminal's table (but for libtiff's own errors, written in C)."""
    files = []
    for kind in ("tiff", "jpeg", "png", "MR_small.dcm"):
        for seed in range(10):
            files.append(tmp_path / f"{kind} {seed}")
            files[-1].write_bytes(damaged(SOUND[kind], np.random.default_rng(seed)))
    program = (
        "import logging, pathlib, sys\n"
        "logging.disable()\n"
        "from skin_gui.imaging.decode import load_image\n"
        "from skin_gui.imaging.errors import ImageError\n"
        "for path in sys.argv[1:]:\n"
        "    try: load_image(pathlib.Path(path))\n"
        "    except ImageError: pass\n"
    )

    ran = subprocess.run([sys.executable, "-c", program, *map(str, files)], capture_output=True, text=True, check=True)

    assert ran.stdout + ran.stderr == ""


def test_pydicom_is_not_loaded_before_a_dicom_file_comes(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(SOUND["jpeg"])
    program = (
        "import pathlib, sys\n"
        "from skin_gui.imaging.decode import load_image\n"
        "from skin_gui.imaging.facts import facts_of\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "facts_of(path, path.read_bytes(), load_image(path))\n"
        "sys.exit('pydicom' in sys.modules)\n"
    )

    assert subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 0


@pytest.mark.real_data
def test_real_images_are_read(data_dir):
    paths = sorted((data_dir / "isic" / "train").rglob("*.jpg"))[::200]

    assert {read_image(path).shape for path in paths} == {(224, 224, 3)}


@pytest.mark.parametrize(("name", "size"), [("JPEG", (2000, 1500)), ("JPEG", (300, 200)), ("PNG", (1200, 1000))])
def test_one_reading_of_a_file_gives_what_batch_and_screen_need(tmp_path, name, size):
    path = tmp_path / "a.image"
    path.write_bytes(encoded(name, size))
    small, whole = decode_for_screen(path, path.read_bytes())
    batch = load_image(path, minimum_side=DECODE_SIDE)
    assert np.array_equal(small.pixels, batch.pixels)
    assert (small.sha256, small.width, small.height) == (batch.sha256, batch.width, batch.height)
    assert np.array_equal(whole.pixels, load_image(path).pixels)
    assert whole.sha256 == small.sha256
    assert (whole is small) is (small.pixels.shape[:2] == size[::-1])


def test_a_link_that_leads_nowhere_is_told_from_a_file_that_is_gone(tmp_path):
    (tmp_path / "a.jpg").symlink_to(tmp_path / "elsewhere.jpg")

    assert reason(tmp_path / "a.jpg") == ImageFact.BROKEN_LINK.english
    assert reason(tmp_path / "elsewhere.jpg") == ImageFact.GONE.english
