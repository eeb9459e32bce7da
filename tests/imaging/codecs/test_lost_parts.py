"""Pixels that a header promises and the file does not have, where decoders read on regardless."""

import io
import struct
import zlib

import numpy as np
import pytest
import tifffile
from PIL import ExifTags, Image

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError

PIXELS = np.random.default_rng(3).integers(1, 256, (96, 80, 3), np.uint8)
OFFSETS, COUNTS, TILE_OFFSETS, TILE_COUNTS, WIDTH, HEIGHT = 273, 279, 324, 325, 256, 257


def refused(path, data):
    """Shown at most; no number."""
    path.write_bytes(data)
    with pytest.raises(ImageError, match="is truncated or damaged"):
        read_image(path)
    return True


def tiff(values=PIXELS, **options):
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, values, **{"photometric": "rgb", "rowsperstrip": 16, **options})
    return buffer.getvalue()


def retagged(data, tag, change):
    """A TIFF with other numbers for a tag of its first page."""
    order, start = "<" if data[:2] == b"II" else ">", struct.unpack_from("I", data, 4)[0]
    changed = bytearray(data)
    for entry in range(start + 2, start + 2 + 12 * struct.unpack_from(f"{order}H", data, start)[0], 12):
        found, kind, count = struct.unpack_from(f"{order}HHI", data, entry)
        if found == tag:
            numbers = f"{order}{count}{'H' if kind == 3 else 'I'}"
            inline = struct.calcsize(numbers) <= 4
            at = entry + 8 if inline else struct.unpack_from(f"{order}I", data, entry + 8)[0]
            struct.pack_into(numbers, changed, at, *change(list(struct.unpack_from(numbers, data, at))))
    return bytes(changed)


def third(value):
    return lambda numbers: [value if place == 2 else number for place, number in enumerate(numbers)]


@pytest.mark.parametrize(
    ("kind", "tag", "change"),
    [
        ({}, OFFSETS, third(0)),
        ({}, OFFSETS, lambda numbers: [0] * len(numbers)),
        ({}, OFFSETS, third(1 << 24)),
        ({}, COUNTS, third(0)),
        ({}, COUNTS, third(100)),
        ({}, WIDTH, lambda _: [60]),
        ({}, HEIGHT, lambda _: [200]),
        ({"compression": "zlib"}, OFFSETS, third(0)),
        ({"compression": "zlib"}, COUNTS, third(0)),
        ({"tile": (32, 32), "rowsperstrip": None}, TILE_OFFSETS, third(0)),
        ({"tile": (32, 32), "rowsperstrip": None}, TILE_COUNTS, third(0)),
        ({"tile": (32, 32), "rowsperstrip": None, "compression": "zlib"}, TILE_OFFSETS, third(0)),
        ({"values": PIXELS / np.float32(255)}, OFFSETS, third(0)),
        ({"values": PIXELS / np.float32(255)}, COUNTS, third(0)),
        ({"values": PIXELS.astype(np.uint16) * 257}, OFFSETS, third(0)),
    ],
)
def test_a_strip_or_tile_of_a_tiff_that_is_not_there_gives_no_number(tmp_path, kind, tag, change):
    path = tmp_path / "a.tif"
    sound = tiff(**kind)
    path.write_bytes(sound)
    np.testing.assert_allclose(read_image(path).astype(int), PIXELS, atol=1)

    assert refused(path, retagged(sound, tag, change))


@pytest.mark.parametrize("byteorder", "<>")
@pytest.mark.parametrize("planes", ["contig", "separate"])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.uint32, np.float32, np.float64])
@pytest.mark.parametrize(
    "parts", [{"rowsperstrip": 17}, {"rowsperstrip": 96}, {"tile": (48, 32), "rowsperstrip": None}]
)
def test_strips_and_tiles_of_any_size_are_read(tmp_path, byteorder, planes, kind, parts):
    path = tmp_path / "a.tif"
    scale = {np.uint16: 257, np.float32: 1 / 255, np.float64: 1 / 255}.get(kind, 1)
    values = (PIXELS.astype(np.float64) * scale).astype(kind)
    values = np.moveaxis(values, -1, 0) if planes == "separate" else values
    path.write_bytes(tiff(values, planarconfig=planes, byteorder=byteorder, **parts))

    np.testing.assert_allclose(read_image(path).astype(int), PIXELS, atol=1)


def chunks(data):
    position = 8
    while position < len(data):
        length = int.from_bytes(data[position : position + 4])
        yield data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        position += 12 + length


def png(parts):
    """A PNG of chunks whose checksums are right."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4) for kind, content in parts
    )


def saved(image, name="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def with_rows(data, change):
    """A PNG whose unfolded pixels are others."""
    parts = list(chunks(data))
    pixels = change(zlib.decompress(b"".join(content for kind, content in parts if kind == b"IDAT")))
    kept = [part for part in parts if part[0] not in (b"IDAT", b"IEND")]
    return png([*kept, (b"IDAT", zlib.compress(pixels)), (b"IEND", b"")])


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
@pytest.mark.parametrize("size", [1, 700, 1 << 20])
def test_a_png_is_the_same_in_chunks_of_any_size(tmp_path, mode, size):
    image = Image.fromarray(PIXELS).convert(mode)
    parts = list(chunks(saved(image)))
    first = next(at for at, (kind, _) in enumerate(parts) if kind == b"IDAT")
    coded = b"".join(content for kind, content in parts if kind == b"IDAT")
    pieces = [(b"IDAT", coded[start : start + size]) for start in range(0, len(coded), size)]
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 3
    behind = (b"eXIf", turned.tobytes().removeprefix(b"Exif\0\0"))
    path = tmp_path / "a.png"
    path.write_bytes(png([*parts[:first], (b"IDAT", b""), *pieces, (b"IDAT", b""), behind, (b"IEND", b"")]))

    assert (read_image(path)[::-1, ::-1] == np.asarray(image.convert("RGB"))).all()


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
@pytest.mark.parametrize("left", [0.1, 0.5, 0.98])
def test_a_png_whose_rows_end_too_soon_gives_no_number(tmp_path, mode, left):
    data = saved(Image.fromarray(PIXELS).convert(mode))

    assert refused(tmp_path / "a.png", with_rows(data, lambda rows: rows[: int(left * len(rows))]))


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize(
    ("mode", "depth", "colour_type", "samples"), [("1", 1, 0, 1), ("L", 8, 0, 1), ("RGB", 8, 2, 3)]
)
@pytest.mark.parametrize("size", [(13, 9), (1, 1), (64, 33)])
def test_a_black_png_is_whole(tmp_path, interlaced, mode, depth, colour_type, samples, size):
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    width, height = size
    rows = b""
    for left, top, across, down in passes if interlaced else [(0, 0, 1, 1)]:
        columns, lines = len(range(left, width, across)), len(range(top, height, down))
        rows += bytes(1 + -(-columns * samples * depth // 8)) * lines if columns else b""
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, interlaced)
    path = tmp_path / "a.png"
    path.write_bytes(png([(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]))

    assert not read_image(path).any()
    assert refused(path, png([(b"IHDR", header), (b"IDAT", zlib.compress(rows[:-1])), (b"IEND", b"")]))


@pytest.mark.parametrize("entries", [0, 10])
def test_a_png_without_its_colours_gives_no_number(tmp_path, entries):
    data = saved(Image.fromarray(PIXELS).convert("P", palette=Image.Palette.ADAPTIVE, colors=200))
    parts = [(kind, content[: 3 * entries] if kind == b"PLTE" else content) for kind, content in chunks(data)]
    parts = [part for part in parts if part != (b"PLTE", b"")]

    assert refused(tmp_path / "a.png", png(parts))


@pytest.mark.parametrize("colour", [(0x0102, 0x0304, 0x0506), (0x1234,)])
def test_the_transparent_colour_of_16_bits_is_compared_with_16_bits(tmp_path, colour):
    values = np.full((4, 6, len(colour)), 0xA0A0, ">u2")
    values[:, :2] = colour
    values[:, 2:4] = np.array(colour) + 1
    rows = b"".join(b"\0" + row.tobytes() for row in values)
    header = struct.pack(">IIBBBBB", 6, 4, 16, 2 if len(colour) == 3 else 0, 0, 0, 0)
    transparent = b"".join(value.to_bytes(2) for value in colour)
    path = tmp_path / "a.png"
    path.write_bytes(png([(b"IHDR", header), (b"tRNS", transparent), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]))

    pixels = read_image(path)

    assert (pixels[:, :2] == 255).all()
    np.testing.assert_allclose(pixels[:, 2:4].astype(int), np.broadcast_to(np.array(colour) // 257, (4, 2, 3)), atol=1)
    np.testing.assert_allclose(pixels[:, 4:].astype(int), 0xA0, atol=1)


@pytest.mark.parametrize(("at", "value", "size"), [(18, 60, 4), (18, 100, 4), (22, 40, 4), (10, 14, 4), (28, 16, 2)])
def test_a_bmp_that_contradicts_itself_gives_no_number(tmp_path, at, value, size):
    data = bytearray(saved(Image.fromarray(PIXELS), "BMP"))
    data[at : at + size] = value.to_bytes(size, "little")

    assert refused(tmp_path / "a.bmp", bytes(data))


@pytest.mark.parametrize("stated", [0, 80 * 96 * 3, 80 * 96 * 3 + 2, 54 + 80 * 96 * 3])
def test_a_bmp_may_tell_its_size_in_the_ways_that_programs_do(tmp_path, stated):
    data = bytearray(saved(Image.fromarray(PIXELS), "BMP"))
    data[34:38] = stated.to_bytes(4, "little")
    path = tmp_path / "a.bmp"
    path.write_bytes(data)

    np.testing.assert_array_equal(load_image(path).pixels, PIXELS)


@pytest.mark.parametrize(
    ("values", "options"),
    [
        (PIXELS, {"compression": "zlib"}),
        (PIXELS, {"compression": "zlib", "tile": (32, 32)}),
        (PIXELS.astype(np.uint16) * 257, {"compression": "zlib", "predictor": True, "byteorder": ">"}),
        ((PIXELS / 255).astype(np.float32), {"compression": "zlib"}),
        (np.moveaxis(PIXELS, -1, 0), {"compression": "zlib", "planarconfig": "separate"}),
        (np.moveaxis(PIXELS.astype(np.uint16), -1, 0), {"compression": "zlib", "planarconfig": "separate"}),
    ],
)
def test_a_changed_byte_in_any_deflated_part_of_a_tiff_is_noticed(tmp_path, values, options):
    """Its decoders do not look at the checksum, and some give what they have where a part does not unfold."""
    data = tiff(values, **options)
    path = tmp_path / "a.tif"
    path.write_bytes(data)
    read_image(path)
    with tifffile.TiffFile(path) as file:
        parts = list(zip(file.pages[0].dataoffsets, file.pages[0].databytecounts, strict=True))

    for begin, count in parts[:: max(1, len(parts) // 4)]:
        for at, size in ((count // 3, 1), (count - 1, 1), (count // 2, count // 4), (count - 60, 60), (count - 4, 4)):
            changed = bytes(value ^ 16 for value in data[begin + at : begin + at + size])
            path.write_bytes(data[: begin + at] + changed + data[begin + at + size :])
            with pytest.raises(ImageError, match=r"is truncated or damaged|is a damaged TIFF"):
                read_image(path)


def test_runs_of_a_tiff_that_end_too_soon_in_any_part_are_noticed(tmp_path):
    path = tmp_path / "a.tif"
    Image.fromarray(PIXELS).save(path, compression="packbits")
    data = path.read_bytes()
    np.testing.assert_array_equal(read_image(path), PIXELS)
    with tifffile.TiffFile(path) as file:
        begin = file.pages[0].dataoffsets[-1]

    assert refused(path, data[:begin] + bytes(64) + data[begin + 64 :])


@pytest.mark.parametrize("change", [0, 3])
def test_a_wrong_checksum_of_the_pixels_of_a_png_gives_no_number(tmp_path, change):
    data = bytearray(saved(Image.fromarray(PIXELS)))
    at = data.index(b"IDAT")
    data[at + 4 + int.from_bytes(data[at - 4 : at]) + change] ^= 1

    assert refused(tmp_path / "a.png", bytes(data))
