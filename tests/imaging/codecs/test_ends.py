"""Coded pixels that were changed so that their decoder loses its way: it draws something, and leaves some over."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from tests.imaging.codecs.test_heif import SRGB, colours, file, picture, sides

pillow_heif = pytest.importorskip("pillow_heif")

PLACES, CHANGED = 12, 64


def encoded(pixels, kind):
    buffer = io.BytesIO()
    if kind == "HEIC":
        pillow_heif.from_pillow(Image.fromarray(pixels)).save(buffer, quality=90, chroma=444)
    elif kind == "AVIF":
        Image.fromarray(pixels).save(buffer, "AVIF", quality=90, subsampling="4:4:4")
    else:
        Image.fromarray(pixels).save(buffer, "WEBP", quality=90, lossless=kind == "lossless WebP")
    return buffer.getvalue()


def with_change(data, start):
    return data[:start] + bytes(value ^ 0x5A for value in data[start : start + CHANGED]) + data[start + CHANGED :]


@pytest.mark.parametrize(("kind", "least"), [("HEIC", 1), ("AVIF", 11), ("WebP", 10)])
def test_a_decoder_that_loses_its_way_gives_no_number(tmp_path, synthetic_image, kind, least):
    """Of HEIC few, as its writer here begins anew in each row of blocks: of these only the last is looked at."""
    data = encoded(synthetic_image, kind)
    (path := tmp_path / "a").write_bytes(data)
    read_image(path)
    noticed = 0
    for start in np.linspace(len(data) // 3, len(data) - 1000, PLACES).astype(int):
        path.write_bytes(with_change(data, start))
        try:
            read_image(path)
        except ImageError as error:
            assert "damaged" in str(error)
            noticed += 1

    assert noticed >= least


def test_a_sector_lost_from_a_lossless_webp_leaves_bytes_over_or_lacks_them(tmp_path, synthetic_image):
    """Unless as many pixels come out of what is left, but for a few."""
    data = encoded(synthetic_image, "lossless WebP")
    path = tmp_path / "a"
    noticed = 0
    for start in np.linspace(len(data) // 3, len(data) - 2000, PLACES).astype(int):
        path.write_bytes(data[:start] + data[start + 512 :] + np.random.default_rng(start).bytes(512))
        try:
            read_image(path)
        except ImageError:
            noticed += 1

    assert noticed > PLACES / 2


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("mirrored", [None, 0, 1])
def test_each_whole_tile_of_a_grid_is_looked_at(tmp_path, synthetic_image, quarters, mirrored):
    """The picture is cut off on the right and below, as those of telephones are, and turned."""
    pixels = synthetic_image[:400, :400]
    parts = [np.ascontiguousarray(pixels[y : y + 160, x : x + 160]) for y in (0, 160) for x in (0, 160)]
    turns = [struct.pack(">I4sB", 9, b"irot", quarters)] if quarters else []
    turns += [] if mirrored is None else [struct.pack(">I4sB", 9, b"imir", mirrored)]
    head = struct.pack(">BBBBHH", 0, 0, 1, 1, 310, 300), [sides(310, 300), colours(SRGB), *turns]
    tiles = [picture(part, "HEIC") for part in parts]
    (path := tmp_path / "a.heic").write_bytes(file("HEIC", [*tiles, (b"grid", *head)], 5, (1, 2, 3, 4)))

    assert load_image(path).damage is None

    _, data, properties = tiles[0]
    start = len(data) - 800  # in its last row of blocks
    tiles[0] = (
        b"hvc1",
        data[:start] + bytes(value ^ 0x5A for value in data[start : start + 64]) + data[start + 64 :],
        properties,
    )
    path.write_bytes(file("HEIC", [*tiles, (b"grid", *head)], 5, (1, 2, 3, 4)))
    with pytest.raises(ImageError, match="is truncated or damaged"):
        load_image(path)


@pytest.mark.parametrize("kind", ["HEIC", "AVIF", "WebP", "lossless WebP"])
@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (200, 120, 90)])
def test_pictures_of_one_colour_or_with_an_empty_end_are_sound(tmp_path, synthetic_image, kind, colour):
    path = tmp_path / "a"
    for start in (0, 200):
        pixels = synthetic_image.copy()
        pixels[start:] = colour
        path.write_bytes(encoded(pixels, kind))
        assert load_image(path).damage is None


def test_the_frames_of_an_animation_are_looked_at_too(tmp_path, synthetic_image):
    frames = [Image.fromarray(synthetic_image), Image.fromarray(255 - synthetic_image)]
    path = tmp_path / "a.webp"
    frames[0].save(path, save_all=True, append_images=frames[1:], quality=90)
    assert load_image(path).damage is None

    data = path.read_bytes()
    start = data.index(b"ANMF") + 20000
    path.write_bytes(with_change(data, start))
    with pytest.raises(ImageError, match="is truncated or damaged"):
        load_image(path)
