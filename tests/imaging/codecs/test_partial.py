"""Images of which a part is missing: shown as far as they go, and never classified."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw
from pillow_heif import register_heif_opener

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.wording.images import ImageFact

register_heif_opener()  # the program reads HEIC with the decoder alone


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

    assert shown.damage == ImageFact.DAMAGED()
    there = slice(-100, None) if name == "BMP" else slice(None, 100)  # which begins at the bottom
    assert np.abs(shown.pixels[there] - whole[there]).mean() < 2


def test_a_png_whose_pixels_fail_their_checksum_is_damaged(tmp_path):
    """Stored rather than compressed pixels decode whatever is done to them."""
    data = bytearray(encoded(np.full((64, 64, 3), 150, np.uint8), "PNG", compress_level=0))
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert load_image(path).damage is None
    data[data.index(b"IDAT") + 3000] ^= 0x40
    path.write_bytes(data)

    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)


def test_a_png_without_its_end_is_damaged(tmp_path, synthetic_image):
    path = tmp_path / "a.png"
    path.write_bytes(encoded(synthetic_image, "PNG")[:-12])

    assert load_image(path, damaged_too=True).damage == ImageFact.DAMAGED()


CODED = {
    "JPEG2000": (1500, {"irreversible": True, "quality_layers": (8,)}),
    "WebP": (100, {"quality": 90}),
    "AVIF": (100, {"quality": 90, "speed": 10}),
    "HEIF": (100, {"quality": 90}),
}


@pytest.mark.parametrize("name", CODED)
@pytest.mark.parametrize("part", [0.3, 0.5, 0.8])
@pytest.mark.parametrize("filling", [b"\0", b"\xff"])
def test_an_overwritten_part_of_coded_pixels_is_noticed(tmp_path, name, part, filling):
    noise = np.random.default_rng(0).integers(0, 256, (192, 256, 3), np.uint8)
    size, options = CODED[name]
    data = bytearray(encoded(noise, name, exif=b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + bytes(4000), **options))
    path = tmp_path / "a"
    path.write_bytes(data)
    assert load_image(path).damage is None  # zeros in metadata are none of the pixels'

    start = data.index(b"\xff\x93") if name == "JPEG2000" else data.rindex(b"mdat") if name != "WebP" else 40
    at = start + int(part * (len(data) - start - 4100)) if name == "WebP" else start + int(part * (len(data) - start))
    data[at : at + size] = filling * size
    path.write_bytes(data)

    with pytest.raises(ImageError, match="truncated or damaged"):
        read_image(path)


@pytest.mark.parametrize("name", CODED)
@pytest.mark.parametrize("colour", ["white", "black"])
def test_areas_of_one_colour_are_no_zeroed_parts(tmp_path, name, colour):
    page = Image.new("RGB", (1000, 700), colour)
    ImageDraw.Draw(page).ellipse((400, 300, 500, 380), fill=(120, 60, 40))
    for options in (CODED[name][1], {"lossless": True} if name == "WebP" else {}):
        (tmp_path / "a").write_bytes(encoded(np.asarray(page), name, **options))

        assert load_image(tmp_path / "a").damage is None


def test_a_large_photograph_with_a_black_frame_is_no_damaged_webp(tmp_path, synthetic_image):
    page = Image.new("RGB", (3000, 2200), "black")
    page.paste(Image.fromarray(synthetic_image), (1300, 900))
    for quality in (20, 90):
        (tmp_path / "a").write_bytes(encoded(np.asarray(page), "WebP", quality=quality))

        assert load_image(tmp_path / "a").damage is None
