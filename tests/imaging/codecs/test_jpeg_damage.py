"""Damaged JPEGs are shown, and never classified: libjpeg decodes them all, and only warns."""

import io
import re

import cv2
import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.codecs.jpeg.structure import read_structure, with_plain_header
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.wording.images import ImageFact

KINDS = {
    "baseline": {},
    "optimised": {"optimize": True},
    "progressive": {"progressive": True},
    "restarts": {"restart_marker_rows": 1},
    "full colour": {"subsampling": 0},
}


def encoded(pixels, **options):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=90, **options)
    return buffer.getvalue()


def coded(data):
    """Where the coded data begins and ends."""
    scan = read_structure(data).scans[0]
    return scan.start, data.rindex(b"\xff\xd9")


def cut(data, _rng):
    start, end = coded(data)
    return data[: (start + end) // 2]


def cut_with_end(data, rng):
    return cut(data, rng) + b"\xff\xd9"


def without_end(data, _rng):
    return data[:-2]


def zeroed(data, rng):
    start, end = coded(data)
    at = int(rng.integers(start, end - 600))
    return data[:at] + bytes(512) + data[at + 512 :]


def left_out(data, rng):
    start, end = coded(data)
    at = int(rng.integers(start, end - 2100))
    return data[:at] + data[at + 2048 :]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("damage", [cut, cut_with_end, without_end, zeroed, left_out])
def test_what_is_missing_is_noticed_and_the_rest_can_be_shown(tmp_path, synthetic_image, kind, damage):
    if damage in (zeroed, left_out) and kind == "progressive":
        pytest.skip("what is lost of a refinement may go unnoticed; it changes pixels by a level or two")
    sound = encoded(synthetic_image, **KINDS[kind])
    path = tmp_path / "a.jpg"
    for seed in range(5):
        path.write_bytes(damage(sound, np.random.default_rng(seed)))
        with pytest.raises(ImageError, match=r"a\.jpg is truncated or damaged"):
            load_image(path, minimum_side=224)
        with pytest.raises(ImageError):
            read_image(path)

        shown = load_image(path, damaged_too=True)

        assert shown.damage == ImageFact.DAMAGED()
        assert shown.pixels.shape == (448, 448, 3)
        assert shown.pixels.std() > 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_one_is_decoded_as_before(tmp_path, synthetic_image, kind):
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(cv2.resize(synthetic_image, (1601, 1203)), **KINDS[kind]))
    for side in (None, 1, 200, 448, 700):
        image = Image.open(path)
        if side:
            image.draft(image.mode, (side, side))

        loaded = load_image(path, minimum_side=side)

        assert loaded.damage is None
        np.testing.assert_array_equal(loaded.pixels, np.asarray(image.convert("RGB")))


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (7, 7), (8, 2), (1, 3000), (3000, 1)])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_odd_sizes_and_inks_are_decoded_as_pillow_does(tmp_path, size, mode):
    pixels = np.random.default_rng(1).integers(0, 256, (size[1], size[0], 3), np.uint8)
    path = tmp_path / "a.jpg"
    Image.fromarray(pixels).convert(mode).save(path, "JPEG")

    np.testing.assert_array_equal(load_image(path, minimum_side=1).pixels.shape[2], 3)
    np.testing.assert_array_equal(read_image(path, minimum_side=None), np.asarray(Image.open(path).convert("RGB")))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_turned_as_pillow_does(tmp_path, orientation):
    pixels = np.zeros((32, 48, 3), np.uint8)
    pixels[:16, :16], pixels[:16, 32:] = (250, 0, 0), (0, 250, 0)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "a.jpg"
    Image.fromarray(pixels).save(path, exif=exif, quality=100, subsampling=0)

    from PIL import ImageOps

    expected = np.asarray(ImageOps.exif_transpose(Image.open(path)))
    loaded = load_image(path)
    np.testing.assert_array_equal(loaded.pixels, expected)
    assert (loaded.height, loaded.width) == expected.shape[:2]


def test_missing_scans_are_noticed(tmp_path, synthetic_image):
    data = encoded(synthetic_image, progressive=True)
    path = tmp_path / "a.jpg"
    for scan in read_structure(data).scans[:-1]:
        path.write_bytes(data[: scan.end] + b"\xff\xd9")
        with pytest.raises(ImageError, match="truncated or damaged"):
            load_image(path)


def test_areas_of_one_colour_are_no_zeroed_blocks(tmp_path):
    """Optimised codes of a black frame are nothing but zeros, too."""
    pixels = np.zeros((600, 800, 3), np.uint8)
    pixels[250:350, 350:450] = np.random.default_rng(0).integers(0, 256, (100, 100, 3))
    data = encoded(pixels, optimize=True)
    assert bytes(64) in data
    path = tmp_path / "a.jpg"
    path.write_bytes(data)

    assert load_image(path).damage is None


def test_harmless_oddities_cost_nothing(tmp_path, synthetic_image):
    sound = encoded(synthetic_image)
    scan = sound.index(b"\xff\xda")
    tables = sound.index(b"\xff\xdb")
    odd = {
        "stray bytes before a table": sound[:tables] + b"\0\1\2" + sound[tables:],
        "parameters of a progressive scan": sound[: scan + 11] + b"\0\0\0" + sound[scan + 14 :],
        "a later JFIF": sound.replace(b"JFIF\0\1", b"JFIF\0\2"),
        "a few zeros before the end": sound[:-2] + b"\0" * 9 + sound[-2:],
        "bytes behind the end": sound + b"\0" * 1000,
    }
    path = tmp_path / "a.jpg"
    path.write_bytes(sound)
    expected = read_image(path)
    for name, data in odd.items():
        path.write_bytes(data)
        np.testing.assert_array_equal(read_image(path), expected, err_msg=name)


def test_a_plain_header_changes_no_pixel(synthetic_image):
    for options in KINDS.values():
        data = encoded(synthetic_image, **options)
        plain = np.asarray(Image.open(io.BytesIO(with_plain_header(data))))
        np.testing.assert_array_equal(plain, np.asarray(Image.open(io.BytesIO(data))))


def test_thousands_of_passes_are_refused(tmp_path):
    data = encoded(np.zeros((3000, 4000, 3), np.uint8), progressive=True)
    first = read_structure(data).scans[0]
    header = data.rindex(b"\xff\xda", 0, first.start)
    path = tmp_path / "a.jpg"
    path.write_bytes(data[: first.end] + data[header : first.end] * 900 + data[first.end :])

    with pytest.raises(ImageError, match=re.escape("passes, which would take too long")):
        load_image(path)


@pytest.mark.real_data
def test_real_images_are_sound_and_damaged_ones_noticed(tmp_path, data_dir):
    paths = sorted((data_dir / "isic" / "train").rglob("*.jpg"))[::20]
    path = tmp_path / "a.jpg"
    for number, source in enumerate(paths):
        assert load_image(source).damage is None
        data = source.read_bytes()
        for damage in (cut, cut_with_end, zeroed, left_out):
            path.write_bytes(damage(data, np.random.default_rng(number)))
            assert load_image(path, damaged_too=True).damage == ImageFact.DAMAGED(), (source.name, damage.__name__)


def test_a_table_of_steps_with_a_zero_is_damage(tmp_path, synthetic_image):
    data = bytearray(encoded(synthetic_image))
    table = data.index(b"\xff\xdb") + 5
    path = tmp_path / "a.jpg"
    for at in (table, table + 63):
        changed = bytearray(data)
        changed[at] = 0
        path.write_bytes(changed)
        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(path)


@pytest.mark.parametrize("code", [2, 7, 255])
def test_a_code_of_adobes_that_nobody_defined_costs_nothing(tmp_path, synthetic_image, code):
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(synthetic_image))
    expected = read_image(path)
    data = path.read_bytes()
    behind_jfif = 4 + int.from_bytes(data[4:6])
    path.write_bytes(data[:2] + b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0" + bytes([code]) + data[behind_jfif:])

    np.testing.assert_array_equal(read_image(path), expected)


def test_arithmetic_coding_is_shown_and_never_classified(tmp_path):
    # A single block, of one colour.
    frame = b"\xff\xc9\0\x0b\x08\0\x08\0\x08\1\1\x11\0"
    table = b"\xff\xdb\0\x43\0" + bytes([1]) * 64
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8" + table + frame + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + b"\0\0" + b"\xff\xd9")

    with pytest.raises(ImageError, match="arithmetic coding"):
        read_image(path)
    assert load_image(path, damaged_too=True).pixels.shape == (8, 8, 3)
