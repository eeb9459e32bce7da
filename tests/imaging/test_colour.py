"""Colours by their primaries and curves, however a file tells them, and never by a profile's name."""

import io
import struct
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageCms

from skin_gui.imaging.codecs.icc import ADOBE_RGB, BT2020, DISPLAY_P3, SRGB, ColourSpace, matrix_profile, srgb_to_linear
from skin_gui.imaging.colour import to_rgb
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.vocabulary import ImageWarning

LINEAR = ColourSpace(SRGB.red, SRGB.green, SRGB.blue, gamma=1.0)
SPACES = {"P3": DISPLAY_P3, "Adobe": ADOBE_RGB, "BT.2020": BT2020, "linear": LINEAR}
SKIN = np.array([[[201, 142, 120], [120, 70, 60], [236, 200, 184], [90, 90, 90]]], np.uint8)


def in_space(pixels, space):
    """sRGB pixels as a camera would store them in another space, computed from primaries and curve alone."""

    def matrix(of):
        columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in (of.red, of.green, of.blue)]).T
        white = np.array([of.white[0] / of.white[1], 1, (1 - sum(of.white)) / of.white[1]])
        return columns * np.linalg.solve(columns, white)

    linear = srgb_to_linear(pixels / 255) @ matrix(SRGB).T @ np.linalg.inv(matrix(space)).T
    if space.gamma is None:
        linear = np.clip(linear, 0, 1)
        stored = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    else:
        stored = np.clip(linear, 0, 1) ** (1 / space.gamma)
    return np.round(stored * 255).astype(np.uint8)


def named(profile, name):
    """A profile under another name, as its description has it."""
    at = profile.index(b"desc", 132 + 12)
    text = name.encode() + b"\0"
    content = b"desc" + bytes(4) + len(text).to_bytes(4) + text
    return profile[:at] + content + profile[at + len(content) :]


def lossless(path, pixels, **options):
    Image.fromarray(pixels).save(path, **options)
    return path


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_a_profile_counts_by_its_primaries_and_curve_whatever_it_is_called(tmp_path, space, suffix):
    profile = named(matrix_profile(SPACES[space]), "sRGB with sRGB Transfer")
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    path = lossless(tmp_path / f"a{suffix}", in_space(SKIN, SPACES[space]), icc_profile=profile)

    np.testing.assert_allclose(read_image(path).astype(int), SKIN, atol=4 if space == "linear" else 2)


def test_a_jpeg_of_an_android_phone_is_converted_at_full_and_reduced_size(tmp_path):
    profile = named(matrix_profile(DISPLAY_P3), "Display P3 Gamut with sRGB Transfer")
    pixels = np.full((1800, 1800, 3), in_space(SKIN, DISPLAY_P3)[0, 0], np.uint8)
    path = lossless(tmp_path / "a.jpg", pixels, quality=98, icc_profile=profile)
    for side in (None, 448):
        np.testing.assert_allclose(load_image(path, minimum_side=side).pixels[9, 9].astype(int), SKIN[0, 0], atol=3)


def test_srgb_by_any_other_name_changes_no_pixel(tmp_path, synthetic_image):
    path = lossless(tmp_path / "a.png", synthetic_image, icc_profile=named(matrix_profile(SRGB), "Camera"))

    np.testing.assert_array_equal(read_image(path), synthetic_image)


def grey_profile(gamma):
    curve = b"curv" + bytes(4) + (1).to_bytes(4) + round(gamma * 256).to_bytes(2) + bytes(2)
    white = b"XYZ " + bytes(4) + np.round(np.array([0.9642, 1, 0.8249]) * 65536).astype(">i4").tobytes()
    start = 128 + 4 + 24
    table = b"wtpt" + struct.pack(">II", start, 20) + b"kTRC" + struct.pack(">II", start + 20, 14)
    head = bytearray(matrix_profile(SRGB)[:128])
    head[16:20] = b"GRAY"
    body = bytes(head) + (2).to_bytes(4) + table + white + curve
    return len(body).to_bytes(4) + body[4:]


@pytest.mark.parametrize("mode", ["L", "LA", "P"])
def test_a_profile_of_greys_is_applied(tmp_path, mode):
    grey = Image.fromarray(np.arange(256, dtype=np.uint8)[None].repeat(4, 0))
    if mode == "LA":
        grey.putalpha(Image.new("L", grey.size, 255))
    path = tmp_path / "a.png"
    grey.convert(mode).save(path, icc_profile=grey_profile(1.0) if mode != "P" else matrix_profile(LINEAR))

    assert abs(int(read_image(path)[0, 55, 0]) - 128) <= 3  # 0.216 linear is the middle of sRGB


def test_a_grey_image_with_a_linear_profile_of_colours_is_converted(tmp_path):
    path = tmp_path / "a.png"
    Image.new("L", (4, 4), 55).save(path, icc_profile=matrix_profile(LINEAR))

    np.testing.assert_allclose(read_image(path)[0, 0].astype(int), 128, atol=3)


def png_with(pixels, *chunks):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    data = buffer.getvalue()
    extra = b"".join(
        len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4) for kind, content in chunks
    )
    return data[:33] + extra + data[33:]


def chrm(space):
    points = (*space.white, *space.red, *space.green, *space.blue)
    return b"cHRM", b"".join(round(value * 100_000).to_bytes(4) for value in points)


def gama(gamma):
    return b"gAMA", round(100_000 / gamma).to_bytes(4)


@pytest.mark.parametrize(
    ("space", "chunks"),
    [
        (DISPLAY_P3, [(b"cICP", bytes((12, 13, 0, 1)))]),
        (BT2020, [(b"cICP", bytes((9, 13, 0, 1)))]),
        (LINEAR, [(b"cICP", bytes((1, 8, 0, 1)))]),
        (SRGB, [(b"cICP", bytes((1, 13, 0, 1)))]),
        (LINEAR, [gama(1.0)]),
        (DISPLAY_P3, [gama(2.2), chrm(DISPLAY_P3)]),
        (replace(ADOBE_RGB, gamma=1.8), [gama(1.8), chrm(ADOBE_RGB)]),
        (SRGB, [gama(2.2), chrm(SRGB)]),
        (SRGB, [(b"sRGB", b"\0"), gama(1.0), chrm(DISPLAY_P3)]),
        (DISPLAY_P3, [(b"cICP", bytes((12, 13, 0, 1))), (b"sRGB", b"\0")]),
    ],
)
def test_colours_of_a_png_without_a_profile(tmp_path, space, chunks):
    path = tmp_path / "a.png"
    path.write_bytes(png_with(in_space(SKIN, space), *chunks))

    np.testing.assert_allclose(read_image(path).astype(int), SKIN, atol=4)


@pytest.mark.parametrize("transfer", [16, 18])
def test_a_high_dynamic_range_is_refused(tmp_path, transfer):
    path = tmp_path / "a.png"
    path.write_bytes(png_with(SKIN, (b"cICP", bytes((9, transfer, 0, 1)))))

    with pytest.raises(ImageError, match="high dynamic range"):
        read_image(path)


@pytest.mark.parametrize(("number", "index"), [(2, ""), (0xFFFF, "R03"), (None, "R03")])
def test_adobe_rgb_by_exif_alone(tmp_path, number, index):
    exif = Image.Exif()
    details = exif.get_ifd(0x8769)
    if number is not None:
        details[0xA001] = number
    if index:
        details[0xA005] = {1: index}
    pixels = np.full((16, 16, 3), in_space(SKIN, ADOBE_RGB)[0, 0], np.uint8)
    path = lossless(tmp_path / "a.jpg", pixels, exif=exif, quality=98)

    np.testing.assert_allclose(read_image(path)[3, 3].astype(int), SKIN[0, 0], atol=3)


@pytest.mark.parametrize("number", [1, 0xFFFF, None])
def test_other_colour_spaces_of_exif_count_as_srgb(tmp_path, number):
    exif = Image.Exif()
    if number is not None:
        exif.get_ifd(0x8769)[0xA001] = number
    path = lossless(tmp_path / "a.jpg", np.full((16, 16, 3), SKIN[0, 0], np.uint8), exif=exif, quality=98)

    np.testing.assert_allclose(read_image(path)[3, 3].astype(int), SKIN[0, 0], atol=2)


def bmp_v5(pixels, kind, ends=(), gamma=0.0, profile=b""):
    height, width, _ = pixels.shape
    rows = b"".join(row[:, ::-1].tobytes() + bytes(-3 * width % 4) for row in pixels[::-1])
    head = struct.pack("<IiiHHIIiiII", 124, width, height, 1, 24, 0, len(rows), 0, 0, 0, 0) + bytes(16) + kind
    head += b"".join(round(value * 2**30).to_bytes(4, "little") for value in ends).ljust(36, b"\0")
    head += round(gamma * 2**16).to_bytes(4, "little") * 3
    head += struct.pack("<IIII", 4, 124 + len(rows), len(profile), 0)
    return b"BM" + struct.pack("<IHHI", 14 + 124 + len(rows) + len(profile), 0, 0, 138) + head + rows + profile


def test_colours_of_a_bmp(tmp_path):
    path = tmp_path / "a.bmp"
    path.write_bytes(bmp_v5(in_space(SKIN, DISPLAY_P3), b"DEBM", profile=matrix_profile(DISPLAY_P3)))
    np.testing.assert_allclose(read_image(path).astype(int), SKIN, atol=2)

    ends = [0.4866, 0.2290, 0.0, 0.2657, 0.6917, 0.0451, 0.1982, 0.0793, 1.0439]  # Display P3 as XYZ
    path.write_bytes(bmp_v5(in_space(SKIN, DISPLAY_P3), bytes(4), ends, 2.2))
    np.testing.assert_allclose(read_image(path).astype(int), SKIN, atol=6)

    path.write_bytes(bmp_v5(SKIN, bytes(4)))
    np.testing.assert_array_equal(read_image(path), SKIN)


def test_the_profile_of_a_jp2_is_applied(tmp_path):
    buffer = io.BytesIO()
    Image.fromarray(in_space(SKIN, DISPLAY_P3).repeat(16, 0).repeat(16, 1)).save(buffer, "JPEG2000")
    data, profile = buffer.getvalue(), matrix_profile(DISPLAY_P3)
    header, colours = data.index(b"jp2h"), data.index(b"colr")
    length = int.from_bytes(data[colours - 4 : colours])
    content = b"colr\2\0\0" + profile
    box = (len(content) + 4).to_bytes(4) + content
    longer = int.from_bytes(data[header - 4 : header]) - length + len(box)
    path = tmp_path / "a.jp2"
    path.write_bytes(
        data[: header - 4] + longer.to_bytes(4) + data[header : colours - 4] + box + data[colours - 4 + length :]
    )

    np.testing.assert_allclose(read_image(path)[8, ::16].astype(int), SKIN[0], atol=3)


def test_a_description_cut_short_costs_nothing(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(png_with(SKIN, (b"cICP", b"\0")))

    np.testing.assert_array_equal(read_image(path), SKIN)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_an_empty_channel_of_opacity_is_none(tmp_path, mode):
    image = Image.fromarray(SKIN.repeat(4, 0)).convert(mode)
    image.putalpha(0)
    for suffix in (".png", ".tif"):
        path = tmp_path / f"a{suffix}"
        image.save(path)
        expected = np.asarray(Image.fromarray(SKIN.repeat(4, 0)).convert("L" if mode == "LA" else "RGB").convert("RGB"))
        np.testing.assert_array_equal(read_image(path), expected)


def test_a_bmp_of_32_bits_is_opaque(tmp_path):
    path = tmp_path / "a.bmp"
    height, width = SKIN.shape[:2]
    rows = np.dstack([SKIN[..., ::-1], np.zeros((height, width), np.uint8)])[::-1].tobytes()
    masks = struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    for size, kind, extra in ((40, 0, b""), (108, 3, masks + b"BGRs" + bytes(48))):
        head = struct.pack("<IiiHHIIiiII", size, width, height, 1, 32, kind, len(rows), 0, 0, 0, 0) + extra
        file = struct.pack("<IHHI", 14 + len(head) + len(rows), 0, 0, 14 + len(head))
        path.write_bytes(b"BM" + file + head + rows)
        np.testing.assert_array_equal(read_image(path), SKIN)


def test_opacity_is_laid_on_white_after_the_colours_are_converted():
    image = Image.fromarray(np.dstack([in_space(SKIN, DISPLAY_P3), np.array([[255, 255, 255, 0]], np.uint8)]))

    pixels, _ = to_rgb(image, matrix_profile(DISPLAY_P3))

    np.testing.assert_allclose(pixels[0, :3].astype(int), SKIN[0, :3], atol=2)
    assert pixels[0, 3].tolist() == [255, 255, 255]


@pytest.mark.parametrize("chunks", [[gama(1e-4)], [(b"gAMA", bytes(4))], [(b"cHRM", bytes(32))], [gama(40.0)]])
def test_colours_that_no_display_could_have_are_a_warning(tmp_path, chunks):
    path = tmp_path / "a.png"
    path.write_bytes(png_with(SKIN, *chunks))

    loaded = load_image(path)

    np.testing.assert_array_equal(loaded.pixels, SKIN)
    assert loaded.warnings == (ImageWarning.BROKEN_PROFILE,)


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_inks_without_a_profile_are_a_warning(tmp_path, synthetic_image, suffix):
    path = tmp_path / f"a{suffix}"
    Image.fromarray(synthetic_image).convert("CMYK").save(path)

    assert load_image(path).warnings == (ImageWarning.BROKEN_PROFILE,)


@pytest.mark.parametrize("opacity", [[0, 0], [1, 1], [0, 1]])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_an_opacity_that_would_show_nothing_is_none(tmp_path, opacity, suffix):
    channel = np.array(opacity, np.uint8).repeat(2)[None]
    path = tmp_path / f"a{suffix}"
    Image.fromarray(np.dstack([SKIN, channel])).save(
        path, **({"lossless": True, "exact": True} if "w" in suffix else {})
    )

    np.testing.assert_array_equal(read_image(path), SKIN)


def jpeg_with_profile_parts(pixels, *parts):
    """A JPEG with parts of a profile (ICC.1, B.4): the number of each, of how many, and its bytes."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=100, subsampling=0)
    data, held = buffer.getvalue(), b""
    for number, of, content in parts:
        part = b"ICC_PROFILE\0" + bytes((number, of)) + content
        held += b"\xff\xe2" + struct.pack(">H", len(part) + 2) + part
    return data[:2] + held + data[2:]


def test_a_profile_of_which_a_part_is_missing_is_a_warning(tmp_path):
    profile = matrix_profile(DISPLAY_P3)
    stored = np.repeat(np.repeat(in_space(SKIN, DISPLAY_P3), 8, 0), 8, 1)
    half, path = len(profile) // 2, tmp_path / "a.jpg"
    whole = [(1, 2, profile[:half]), (2, 2, profile[half:])]
    for parts in (whole, whole[::-1]):
        path.write_bytes(jpeg_with_profile_parts(stored, *parts))
        assert load_image(path).warnings == ()
        np.testing.assert_allclose(read_image(path)[::8, ::8].astype(int), SKIN, atol=4)

    for parts in (whole[:1], whole[1:], [(1, 1, b"")]):
        path.write_bytes(jpeg_with_profile_parts(stored, *parts))
        assert load_image(path).warnings == (ImageWarning.BROKEN_PROFILE,)


@pytest.mark.parametrize(
    "chunk",
    [
        (b"iCCP", b"x\0\0" + zlib.compress(matrix_profile(DISPLAY_P3))[:-100]), (b"iCCP", b"x\0\0garbage"),
        (b"cICP", bytes((1, 13, 0, 0))), (b"cICP", bytes((1, 13, 6, 1))),
    ],
)  # fmt: skip
def test_colours_of_a_png_that_cannot_be_followed_are_a_warning(tmp_path, chunk):
    path = tmp_path / "a.png"
    path.write_bytes(png_with(SKIN, chunk))

    assert load_image(path).warnings == (ImageWarning.BROKEN_PROFILE,)


def test_of_two_descriptions_of_a_png_the_code_points_count(tmp_path):
    profile = (b"iCCP", b"x\0\0" + zlib.compress(matrix_profile(ADOBE_RGB)))
    path = tmp_path / "a.png"
    path.write_bytes(png_with(in_space(SKIN, DISPLAY_P3), (b"cICP", bytes((12, 13, 0, 1))), profile))

    np.testing.assert_allclose(read_image(path).astype(int), SKIN, atol=2)


@pytest.mark.parametrize("colours", [1, 3])
def test_16_bits_of_another_gamma_are_converted(tmp_path, colours):
    """No library of images writes such a file."""
    values = (srgb_to_linear(SKIN[..., :colours] / 255) * 65535).round().astype(">u2")
    rows = b"".join(b"\0" + row.tobytes() for row in values)
    header = struct.pack(">IIBBBBB", 4, 1, 16, 2 if colours == 3 else 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"gAMA", struct.pack(">I", 100_000)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    path = tmp_path / "a.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(len(held).to_bytes(4) + kind + held + zlib.crc32(kind + held).to_bytes(4) for kind, held in chunks)
    )

    np.testing.assert_allclose(read_image(path)[0].astype(int), np.broadcast_to(SKIN[0, :, :colours], (4, 3)), atol=5)


@pytest.mark.parametrize(("space", "read"), [(18, True), (14, False), (12, False), (3, False)])
def test_other_spaces_of_a_jp2_are_read_right_or_refused(tmp_path, synthetic_image, space, read):
    buffer = io.BytesIO()
    stored = np.asarray(Image.fromarray(synthetic_image).convert("YCbCr")) if read else synthetic_image
    Image.fromarray(stored).save(buffer, "JPEG2000", mct=0)
    data = buffer.getvalue()
    at = data.index(b"colr") + 7
    path = tmp_path / "a.jp2"
    path.write_bytes(data[:at] + struct.pack(">I", space) + data[at + 4 :])

    if read:
        np.testing.assert_allclose(read_image(path).astype(int), synthetic_image, atol=4)
    else:
        with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
            read_image(path)


@pytest.mark.parametrize("gamma", [2.05, 2.35])
def test_a_curve_a_little_beside_that_of_srgb_is_applied(tmp_path, gamma):
    """By less than 12 of 255 levels: enough for another probability."""
    profile = matrix_profile(replace(SRGB, gamma=gamma))
    path = lossless(tmp_path / "a.png", SKIN, icc_profile=profile)

    expected = 255 * (np.clip(1.055 * (SKIN / 255) ** (gamma / 2.4) - 0.055, 0, 1))

    np.testing.assert_allclose(read_image(path), expected, atol=1.5)
    assert np.abs(read_image(path).astype(int) - SKIN).max() in range(3, 12)


def test_the_code_points_of_an_avif_count(tmp_path):
    pixels = np.repeat(np.repeat(SKIN, 16, axis=0), 16, axis=1)
    path = lossless(tmp_path / "a.avif", pixels, quality=100, subsampling="4:4:4")
    plain, data = read_image(path), path.read_bytes()
    at = data.index(b"colrnclx") + 8

    path.write_bytes(data[:at] + struct.pack(">HH", 12, 13) + data[at + 4 :])

    np.testing.assert_array_equal(read_image(path), to_rgb(plain, matrix_profile(DISPLAY_P3))[0])
    assert np.abs(read_image(path).astype(int) - plain).max() > 9
