"""HEIC and AVIF: what is said of the picture to be shown counts, and of no other; its tiles are all there."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.codecs.heif import _boxes
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError

pillow_heif = pytest.importorskip("pillow_heif")

SRGB, DISPLAY_P3 = 1, 12
ESSENTIAL = 0x80


def box(kind, content):
    return struct.pack(">I", 8 + len(content)) + kind + content


def full_box(kind, content, version=0):
    return box(kind, bytes([version, 0, 0, 0]) + content)


def sides(width, height):
    return full_box(b"ispe", struct.pack(">II", width, height))


def colours(primaries):
    return box(b"colr", b"nclx" + struct.pack(">HHHB", primaries, 13, 6, 0x80))


def coded(pixels, kind):
    """The configuration of the decoder as a box, and the coded pixels, of an image with even sides."""
    buffer = io.BytesIO()
    if kind == "HEIC":
        pillow_heif.from_pillow(Image.fromarray(pixels)).save(buffer, quality=95, chroma=444)
    else:
        Image.fromarray(pixels).save(buffer, "AVIF", quality=95, subsampling="4:4:4")
    data = buffer.getvalue()
    start = data.index(b"hvcC" if kind == "HEIC" else b"av1C") - 4
    configuration = data[start : start + int.from_bytes(data[start : start + 4])]
    return configuration, data[slice(*dict(_boxes(data, 0, len(data)))[b"mdat"])]


def file(kind, items, primary, tiles=()):
    """A file of items, each its type, its bytes and its properties; the primary one may be made of tiles."""
    properties = list(dict.fromkeys(one for _, _, own in items for one in own))
    links = b"".join(
        struct.pack(">HB", number, len(own))
        + bytes(properties.index(one) + 1 | ESSENTIAL * (one[4:8] == b"clap") for one in own)
        for number, (_, _, own) in enumerate(items, 1)
    )
    entries = b"".join(
        full_box(b"infe", struct.pack(">HH", number, 0) + item + b"\0", 2)
        for number, (item, _, _) in enumerate(items, 1)
    )
    parts = box(b"dimg", struct.pack(f">HH{len(tiles)}H", primary, len(tiles), *tiles))
    brand = b"heic" if kind == "HEIC" else b"avif"
    head = box(b"ftyp", brand + bytes(4) + b"mif1" + brand)

    def meta(at):
        places = b""
        for number, (_, data, _) in enumerate(items, 1):
            places += struct.pack(">HHHII", number, 0, 1, at, len(data))
            at += len(data)
        inside = [
            full_box(b"hdlr", bytes(4) + b"pict" + bytes(13)),
            full_box(b"pitm", struct.pack(">H", primary)),
            full_box(b"iloc", b"\x44\0" + struct.pack(">H", len(items)) + places),
            full_box(b"iinf", struct.pack(">H", len(items)) + entries),
            full_box(b"iref", parts) if tiles else b"",
            box(b"iprp", box(b"ipco", b"".join(properties)) + full_box(b"ipma", struct.pack(">I", len(items)) + links)),
        ]
        return full_box(b"meta", b"".join(inside))

    body = b"".join(data for _, data, _ in items)
    return head + meta(len(head) + len(meta(0)) + 8) + box(b"mdat", body)


def picture(pixels, kind, *properties):
    configuration, data = coded(pixels, kind)
    height, width = pixels.shape[:2]
    return b"hvc1" if kind == "HEIC" else b"av01", data, [configuration, sides(width, height), *properties]


@pytest.mark.parametrize("kind", ["HEIC", "AVIF"])
def test_the_colours_of_a_thumbnail_are_not_taken_for_those_of_the_picture(tmp_path, synthetic_image, kind):
    pixels = np.ascontiguousarray(synthetic_image[:240, :320])
    small = np.ascontiguousarray(pixels[::4, ::4])
    path = tmp_path / "a"
    found = {}
    for own in (SRGB, DISPLAY_P3):
        for other in (SRGB, DISPLAY_P3):
            items = [picture(small, kind, colours(other)), picture(pixels, kind, colours(own))]
            path.write_bytes(file(kind, items, 2))
            found[own, other] = read_image(path)

    for own in (SRGB, DISPLAY_P3):
        np.testing.assert_array_equal(found[own, SRGB], found[own, DISPLAY_P3])
    assert np.abs(found[SRGB, SRGB].astype(int) - pixels).mean() < 2
    assert np.abs(found[DISPLAY_P3, SRGB].astype(int) - pixels).mean() > 2


def grid(pixels, shorten):
    tiles = [picture(np.ascontiguousarray(part), "HEIC") for part in (pixels[:, :160], pixels[:, 160:])]
    item, data, properties = tiles[1]
    tiles[1] = (item, shorten(data), properties)
    size = struct.pack(">BBBBHH", 0, 0, 0, 1, 320, 240)
    return file("HEIC", [*tiles, (b"grid", size, [sides(320, 240), colours(SRGB)])], 3, (1, 2))


def test_a_picture_in_tiles_is_read_whole(tmp_path, synthetic_image):
    pixels = synthetic_image[:240, :320]
    (path := tmp_path / "a.heic").write_bytes(grid(pixels, bytes))

    assert np.abs(read_image(path).astype(int) - pixels).mean() < 2


@pytest.mark.parametrize("shorten", [lambda data: b"", lambda data: data[: len(data) // 3], lambda data: data + b"\1"])
def test_a_tile_that_is_empty_or_ends_too_soon_gives_no_number(tmp_path, synthetic_image, shorten):
    """libheif leaves it black without a word."""
    (path := tmp_path / "a.heic").write_bytes(grid(synthetic_image[:240, :320], shorten))

    with pytest.raises(ImageError, match="is truncated or damaged"):
        read_image(path)


@pytest.mark.parametrize("kind", ["HEIC", "AVIF"])
def test_a_picture_of_which_a_part_is_to_be_shown_is_not_called_damaged_alone(tmp_path, synthetic_image, kind):
    aperture = box(b"clap", struct.pack(">8I", 200, 1, 160, 1, 0, 1, 0, 1))
    item = picture(np.ascontiguousarray(synthetic_image[:240, :320]), kind, colours(SRGB), aperture)
    (path := tmp_path / "a").write_bytes(file(kind, [item], 1))

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        load_image(path)


@pytest.mark.parametrize("kind", ["HEIC", "AVIF"])
@pytest.mark.parametrize("filling", [b"\0", b"\xff"])
def test_padding_behind_the_picture_is_no_damage(tmp_path, synthetic_image, kind, filling):
    pixels = np.ascontiguousarray(synthetic_image[:240, :320])
    content = file(kind, [picture(pixels, kind, colours(SRGB))], 1)
    (path := tmp_path / "a").write_bytes(content + box(b"free", 500 * filling))

    assert np.abs(read_image(path).astype(int) - pixels).mean() < 2

    coded_at = content.index(b"mdat") + 2000
    path.write_bytes(content[:coded_at] + 500 * filling + content[coded_at + 500 :])
    with pytest.raises(ImageError, match="is truncated or damaged"):
        read_image(path)


@pytest.mark.parametrize("kind", ["HEIC", "AVIF"])
@pytest.mark.parametrize("item", [b"jpeg", b"j2k1", b"avc1", b"unci"])
def test_a_picture_that_is_coded_in_another_way_is_not_called_damaged_alone(tmp_path, synthetic_image, kind, item):
    _, data, properties = picture(np.ascontiguousarray(synthetic_image[:240, :320]), kind, colours(SRGB))
    (path := tmp_path / "a").write_bytes(file(kind, [(item, data, properties)], 1))

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        load_image(path)
