"""Headers that promise other sides than the pixels have: decoders stop, or go on, wherever the header says."""

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.wording.images import ImageFact

WIDTH, HEIGHT = 96, 80
COLUMNS, ROWS = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
PIXELS = (np.dstack([COLUMNS * 2, ROWS * 3, COLUMNS + ROWS]) % 256).astype(np.uint8)
PIXELS[::3] += np.random.default_rng(0).integers(0, 40, PIXELS[::3].shape, np.uint8)
FEWER_ROWS, MORE_ROWS, NARROWER, WIDER = (WIDTH, 40), (WIDTH, 160), (48, HEIGHT), (192, HEIGHT)
ALL = (FEWER_ROWS, MORE_ROWS, NARROWER, WIDER, (WIDTH, HEIGHT - 20), (WIDTH - 20, HEIGHT))


def saved(kind, mode="RGB", **options):
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def put(data, fields):
    changed = bytearray(data)
    for at, (form, value) in fields.items():
        struct.pack_into(form, changed, at, value)
    return bytes(changed)


def jpeg(size, **options):
    data = saved("JPEG", quality=90, **options)
    at = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
    return put(data, {at + 5: (">H", size[1]), at + 7: (">H", size[0])})


def png(size, **options):
    data = saved("PNG", **options)
    header = b"IHDR" + struct.pack(">II", *size) + data[24:29]
    return data[:12] + header + zlib.crc32(header).to_bytes(4) + data[33:]


def gif(size, **options):
    data = saved("GIF", "P", **options)
    at = 13 + (3 << (data[10] & 7) + 1)
    while data[at] != 0x2C:
        at += 1
    return put(data, {6: ("<H", size[0]), 8: ("<H", size[1]), at + 5: ("<H", size[0]), at + 7: ("<H", size[1])})


def tiff(size, *, rows=None, mode="RGB", **options):
    data = saved("TIFF", mode, **options)
    (start,) = struct.unpack_from("<I", data, 4)
    fields = {}
    for at in range(start + 2, start + 2 + 12 * struct.unpack_from("<H", data, start)[0], 12):
        tag, kind = struct.unpack_from("<HH", data, at)
        value = {256: size[0], 257: size[1], 278: rows}.get(tag)
        if value:
            fields[at + 8] = ("<H" if kind == 3 else "<I", value)
    return put(data, fields)


def bmp(size, *, stated=True):
    data = saved("BMP")
    sides = {18: ("<i", size[0]), 22: ("<i", size[1])}
    return put(data, sides if stated else sides | {34: ("<I", 0)})


WRITERS: dict[str, tuple[Any, dict[str, Any]]] = {
    "jpeg": (jpeg, {}),
    "jpeg progressive": (jpeg, {"progressive": True}),
    "jpeg restarts": (jpeg, {"restart_marker_rows": 1}),
    "png": (png, {}),
    "gif": (gif, {}),
    "gif in order": (gif, {"interlace": False}),
    "tiff": (tiff, {}),
    "tiff deflate": (tiff, {"compression": "tiff_adobe_deflate"}),
    "tiff packbits": (tiff, {"compression": "packbits"}),
    "tiff jpeg": (tiff, {"compression": "jpeg"}),
    "tiff deflate of 8 rows": (tiff, {"compression": "tiff_adobe_deflate", "strip_size": 8 * 3 * WIDTH}),
    "tiff deflate grey": (tiff, {"compression": "tiff_adobe_deflate", "mode": "L"}),
    "bmp": (bmp, {}),
    "bmp without its size": (bmp, {"stated": False}),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_header_with_other_sides_gives_no_number(tmp_path, name):
    write, options = WRITERS[name]
    path = tmp_path / "a"
    path.write_bytes(write((WIDTH, HEIGHT), **options))
    assert read_image(path).shape == PIXELS.shape

    for size in ALL:
        for rows in {None, size[1]} if write is tiff else {None}:
            path.write_bytes(write(size, **options, **({"rows": rows} if rows else {})))
            with pytest.raises(ImageError):
                read_image(path)


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}, {"restart_marker_blocks": 1}])
def test_a_jpeg_of_half_the_width_and_twice_the_height_gives_no_number(tmp_path, synthetic_image, mode, options):
    """Its codes are sound, and there are as many as its header says: its content alone tells."""
    path = tmp_path / "a.jpg"
    Image.fromarray(synthetic_image).convert(mode).save(path, "JPEG", **options)
    data = path.read_bytes()
    at = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
    path.write_bytes(put(data, {at + 5: (">H", 2 * 448), at + 7: (">H", 224)}))

    for side in (None, 200, 100):
        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(path, minimum_side=side)


@pytest.mark.parametrize("height", [8, 16, 32])
@pytest.mark.parametrize("quality", [10, 95])
def test_stripes_in_a_jpeg_are_no_halved_width(tmp_path, height, quality):
    stripes = np.zeros((320, 320, 3), np.uint8)
    stripes[np.arange(320) // height % 2 == 0] = (200, 120, 90)
    path = tmp_path / "a.jpg"
    Image.fromarray(stripes).save(path, quality=quality)

    assert load_image(path).damage is None


@pytest.mark.real_data
def test_real_jpegs_are_told_from_those_of_halved_width(data_dir, tmp_path):
    paths = sorted((data_dir / "isic" / "train").rglob("*.jpg"))[::60]
    noticed = 0
    for source in paths:
        data = source.read_bytes()
        assert load_image(source).damage is None
        at = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"))
        height, width = struct.unpack_from(">HH", data, at + 5)
        unit = 8 * (data[at + 11] & 15)
        rows, columns = -(-height // unit), -(-width // unit)
        lying = put(data, {at + 5: (">H", 2 * rows * unit), at + 7: (">H", columns * unit // 2)})
        (tmp_path / "a.jpg").write_bytes(lying)
        noticed += load_image(tmp_path / "a.jpg", damaged_too=True).damage == ImageFact.DAMAGED()

    assert noticed >= 0.95 * len(paths)


@pytest.mark.parametrize("bits", [1, 4, 8, 16])
@pytest.mark.parametrize("interlaced", [False, True])
def test_rows_of_a_png_are_counted_in_every_depth(tmp_path, bits, interlaced):
    path, size = tmp_path / "a.png", 37
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    rng = np.random.default_rng(bits)
    rows = b"".join(
        b"\0" + rng.bytes(-(-len(range(left, size, across)) * bits // 8))
        for left, top, across, down in (passes if interlaced else [(0, 0, 1, 1)])
        for _ in range(top, size, down)
    )

    def written(height, data):
        header = b"IHDR" + struct.pack(">IIBBBBB", size, height, bits, 0, 0, 0, interlaced)
        coded = b"IDAT" + zlib.compress(data, 0)
        chunks = b"".join(
            struct.pack(">I", len(chunk) - 4) + chunk + zlib.crc32(chunk).to_bytes(4)
            for chunk in (header, coded, b"IEND")
        )
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)

    written(size, rows)
    assert read_image(path).shape == (size, size, 3)
    written(size, rows + bytes(2))  # some encoders write a little more than the rows
    assert read_image(path).shape == (size, size, 3)
    for height in (size // 2, size * 2):
        written(height, rows * 20)
        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(path)


def test_a_first_picture_that_does_not_fill_a_gif_gives_no_number(tmp_path):
    path = tmp_path / "a.gif"
    data = saved("GIF", "P")
    for size in ((WIDTH, 2 * HEIGHT), (2 * WIDTH, HEIGHT), (WIDTH + 1, HEIGHT)):
        path.write_bytes(put(data, {6: ("<H", size[0]), 8: ("<H", size[1])}))

        assert load_image(path, damaged_too=True).damage == ImageFact.LEAVES_OUT_PIXELS()


def run_length_bmp(rows, bits, tail=b"\0\1"):
    """A bitmap of runs, the last row first; its colours are greys."""
    coded = b"\0\0".join(rows) + tail
    palette = b"".join(bytes((grey, grey, grey, 0)) for grey in (range(256) if bits == 8 else range(0, 256, 17)))
    header = struct.pack("<IiiHHIIiiII", 40, 40, len(rows), 1, bits, 1 if bits == 8 else 2, len(coded), 0, 0, 0, 0)
    start = 14 + 40 + len(palette)
    return b"BM" + struct.pack("<IHHI", start + len(coded), 0, 0, start) + header + palette + coded


def rows_of_runs(bits):
    """Of 40 pixels each: runs, and pixels one by one."""
    rng = np.random.default_rng(bits)
    apart = bytes((0, 7)) + rng.bytes(7 if bits == 8 else 4) + bytes(bits == 8)
    return [bytes((20, 17 * (row % 16))) + apart + bytes((13, 17 * (row * 3 % 16))) for row in range(30)]


@pytest.mark.parametrize("bits", [4, 8])
def test_runs_of_a_bmp_that_are_not_there_give_no_number(tmp_path, bits):
    path, rows = tmp_path / "a.bmp", rows_of_runs(bits)
    for tail in (b"\0\1", b"\0\0\0\1"):
        path.write_bytes(run_length_bmp(rows, bits, tail))
        pixels = read_image(path)
        assert pixels.shape == (30, 40, 3)
        assert [pixels[29 - row, 0, 0] for row in range(16)] == [17 * row for row in range(16)]

    whole = run_length_bmp(rows, bits)
    start = len(whole) - len(b"\0\0".join(rows)) - 2
    broken = {
        "zeroed": whole[: start + 100] + bytes(100) + whole[start + 200 :],
        "all zeroed": whole[:start] + bytes(len(whole) - start),
        "cut off": whole[: start + 150],
        "a row less": run_length_bmp(rows[:-1], bits)[:22]
        + struct.pack("<i", 30)
        + run_length_bmp(rows[:-1], bits)[26:],
        "a row more": whole[:22] + struct.pack("<i", 29) + whole[26:],
        "narrower": whole[:18] + struct.pack("<i", 30) + whole[22:],
        "skips pixels": run_length_bmp([*rows[:-1], bytes((0, 2, 20, 0)) + rows[-1][2:]], bits),
    }
    for name, data in broken.items():
        path.write_bytes(data)
        with pytest.raises(ImageError):
            print(name, read_image(path).shape)  # noqa: T201 - shown where it is not refused
