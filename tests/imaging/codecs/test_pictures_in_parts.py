"""Images whose pixels lie in several parts, of which one is missing, lies elsewhere or is only one of the colours."""

import io
import struct
import zlib

import numpy as np
import pytest
import tifffile
from PIL import Image
from pydicom.uid import JPEG2000Lossless

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from tests.imaging.codecs.test_dicom_contradictions import with_stream
from tests.imaging.test_dicom import written

HEIGHT, WIDTH = 94, 80
PIXELS = np.random.default_rng(7).integers(1, 256, (HEIGHT, WIDTH, 3), np.uint8)
STRIP_OFFSETS = 273
SIZES = struct.Struct(">IIBBBBB")
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def refused(path, data, why):
    path.write_bytes(data)
    with pytest.raises(ImageError, match=why):
        read_image(path)


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@pytest.mark.parametrize("height", [HEIGHT, HEIGHT - 1])
def test_rows_missing_from_the_last_pass_of_an_interlaced_png_are_noticed(tmp_path, height):
    pixels = PIXELS[:height]
    passes = [pixels[top::down, left::across] for left, top, across, down in PASSES]
    rows = b"".join(b"\0" + row.tobytes() for part in passes for row in part)
    header = chunk(b"IHDR", SIZES.pack(WIDTH, height, 8, 2, 0, 0, 1))
    png = [b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(coded)) for coded in (rows, rows[: -3 * 241])]

    (tmp_path / "sound.png").write_bytes(png[0] + chunk(b"IEND", b""))
    assert np.array_equal(read_image(tmp_path / "sound.png"), pixels)
    refused(tmp_path / "rows.png", png[1] + chunk(b"IEND", b""), "is truncated or damaged")


def animated(first, place=(0, 0), screen=(WIDTH, HEIGHT)):
    """A WebP with one frame of an animation."""
    buffer = io.BytesIO()
    Image.fromarray(first).save(buffer, "WEBP", lossless=True)
    sides = b"".join(number.to_bytes(3, "little") for number in (*place, first.shape[1] - 1, first.shape[0] - 1, 100))
    frame = sides + b"\0" + buffer.getvalue()[12:]
    canvas = b"\2\0\0\0" + b"".join((side - 1).to_bytes(3, "little") for side in screen)
    chunks = ((b"VP8X", canvas), (b"ANIM", b"\xff\xff\xff\xff\0\0"), (b"ANMF", frame))
    content = b"WEBP" + b"".join(kind + struct.pack("<I", len(part)) + part for kind, part in chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def test_a_first_frame_of_a_webp_that_does_not_fill_it_is_no_image_to_classify(tmp_path):
    (tmp_path / "whole.webp").write_bytes(animated(PIXELS))
    assert np.array_equal(read_image(tmp_path / "whole.webp"), PIXELS)

    (tmp_path / "part.webp").write_bytes(animated(PIXELS[:60, :50], (10, 8)))
    assert load_image(tmp_path / "part.webp", damaged_too=True).pixels.shape == PIXELS.shape
    refused(tmp_path / "part.webp", animated(PIXELS[:60, :50], (10, 8)), "leaves out some of its pixels")
    refused(tmp_path / "part.webp", animated(PIXELS[:-2]), "leaves out some of its pixels")


def tiles(no_jp2):
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).save(buffer, "JPEG2000", tile_size=(32, 32), irreversible=False, no_jp2=no_jp2)
    return buffer.getvalue()


@pytest.mark.parametrize("no_jp2", [True, False])
def test_a_missing_tile_of_a_jpeg_2000_is_noticed(tmp_path, no_jp2):
    whole = tiles(no_jp2)
    (tmp_path / "whole.jp2").write_bytes(whole)
    assert np.array_equal(read_image(tmp_path / "whole.jp2"), PIXELS)
    last = whole.rindex(b"\xff\x90")
    refused(tmp_path / "last.jp2", whole[:last] + whole[-2:], "is truncated or damaged")


def test_a_missing_tile_within_a_dicom_is_noticed(tmp_path):
    whole = tiles(no_jp2=True)
    path = written(tmp_path / "tiles.dcm", PIXELS, "RGB")
    assert np.array_equal(read_image(with_stream(path, whole, JPEG2000Lossless)), PIXELS)
    first = whole.index(b"\xff\x90")
    less = whole[:first] + whole[first + struct.unpack_from(">L", whole, first + 6)[0] :]
    with pytest.raises(ImageError, match="is truncated or damaged"):
        read_image(with_stream(path, less, JPEG2000Lossless))


def strips(pixels, offset_of_second, compression):
    """A TIFF of strips, the second of which is said to begin so many bytes behind where the first one does."""
    buffer = io.BytesIO()
    if compression:
        Image.fromarray(pixels).save(buffer, "TIFF", compression=compression, strip_size=16 * 3 * WIDTH)
    else:
        tifffile.imwrite(buffer, pixels, photometric="rgb", rowsperstrip=16, metadata=None)
    data = bytearray(buffer.getvalue())
    with tifffile.TiffFile(io.BytesIO(bytes(data))) as file:
        tag = file.pages[0].tags[STRIP_OFFSETS]
        struct.pack_into("<I", data, tag.valueoffset + 4, tag.value[0] + offset_of_second)
    return bytes(data)


@pytest.mark.parametrize("offset", [0, 1, 240])
@pytest.mark.parametrize("compression", [None, "tiff_lzw", "jpeg"])
def test_strips_of_a_tiff_that_lie_within_each_other_are_noticed(tmp_path, offset, compression):
    refused(tmp_path / "within.tif", strips(PIXELS, offset, compression), "is truncated or damaged")


def test_strips_of_one_colour_may_be_stored_once(tmp_path):
    flat = np.full((64, WIDTH, 3), (200, 150, 120), np.uint8)
    for compression in (None, "tiff_lzw", "tiff_adobe_deflate"):
        (tmp_path / "flat.tif").write_bytes(strips(flat, 0, compression))
        assert np.array_equal(read_image(tmp_path / "flat.tif"), flat)


@pytest.mark.parametrize("options", [{"imagej": True, "metadata": {"axes": "CYX"}}, {"ome": True}, {}])
def test_a_page_of_one_colour_is_not_taken_for_a_grey_image(tmp_path, options):
    planes = np.moveaxis(PIXELS, 2, 0).copy()
    if "ome" in options:
        options = {**options, "metadata": {"axes": "CYX"}}
    tifffile.imwrite(tmp_path / "pages.tif", planes, photometric="minisblack", **options)
    with pytest.raises(ImageError, match="of a kind that is not supported"):
        read_image(tmp_path / "pages.tif")

    tifffile.imwrite(tmp_path / "grey.tif", planes[0], photometric="minisblack", **options | {"metadata": {}})
    assert np.array_equal(read_image(tmp_path / "grey.tif")[..., 1], planes[0])


def test_grey_with_more_than_an_opacity_beside_it_may_be_colours(tmp_path):
    for planes in ("contig", "separate"):
        values = PIXELS if planes == "contig" else np.moveaxis(PIXELS, 2, 0).copy()
        tifffile.imwrite(tmp_path / "three.tif", values, photometric="minisblack", planarconfig=planes, metadata=None)
        with pytest.raises(ImageError, match="of a kind that is not supported"):
            read_image(tmp_path / "three.tif")
