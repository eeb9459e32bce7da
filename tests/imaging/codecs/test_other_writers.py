"""What programs write that decoders here pass over, or that was taken for damage."""

import io
import struct

import numpy as np
import pytest
import tifffile
from PIL import Image

from skin_gui.imaging.codecs.icc import DISPLAY_P3, matrix_profile, srgb_to_linear
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from tests.imaging.test_dicom import written

INDEXES = np.random.default_rng(0).integers(100, 200, (60, 80), np.uint8)


def linear(pixels):
    return np.round(srgb_to_linear(pixels / 255) * 255).astype(np.uint8)


@pytest.mark.parametrize("curves", [1, 3])
def test_the_transfer_function_of_a_tiff_is_obeyed(tmp_path, synthetic_image, curves):
    """TIFF 6.0, section 20: from stored to linear values."""
    path = tmp_path / "a.tif"
    curve = [257 * value for value in range(256)] * curves
    tags = [(301, "H", len(curve), curve, True)]
    tifffile.imwrite(path, linear(synthetic_image), photometric="rgb", metadata=None, extratags=tags)

    assert np.abs(read_image(path).astype(int) - synthetic_image).mean() < 2


def jp2(pixels, *boxes):
    """A JPEG 2000 file with further boxes in its header."""
    Image.fromarray(pixels).save(buffer := io.BytesIO(), "JPEG2000", irreversible=False)
    data = buffer.getvalue()
    at = data.index(b"jp2h") - 4
    end = at + int.from_bytes(data[at : at + 4])
    more = b"".join(struct.pack(">I", 8 + len(content)) + kind + content for kind, content in boxes)
    return data[:at] + struct.pack(">I", end - at + len(more)) + data[at + 4 : end] + more + data[end:]


def definitions(*order):
    return b"cdef", struct.pack(">H", 3) + b"".join(struct.pack(">HHH", i, 0, colour) for i, colour in enumerate(order))


def test_a_jpeg_2000_whose_channels_are_in_another_order_gives_no_number(tmp_path, synthetic_image):
    (path := tmp_path / "a.jp2").write_bytes(jp2(synthetic_image, definitions(1, 2, 3)))
    np.testing.assert_array_equal(read_image(path), synthetic_image)

    path.write_bytes(jp2(synthetic_image[..., ::-1].copy(), definitions(3, 2, 1)))
    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(path)


def test_a_jpeg_2000_whose_palette_has_its_columns_in_another_order_gives_no_number(tmp_path):
    palette = b"pclr", struct.pack(">HB", 256, 3) + b"\7\7\7" + bytes(range(256)) * 3
    columns = b"cmap", b"".join(struct.pack(">HBB", 0, 1, column) for column in (2, 1, 0))
    (path := tmp_path / "a.jp2").write_bytes(jp2(INDEXES, palette, columns))

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(path)


def test_runs_of_a_bmp_may_fill_rows_up_to_four_bytes(tmp_path):
    """As ImageMagick writes them; of a row of 78 pixels, 80."""
    rows = np.pad(INDEXES[:, :78], ((0, 0), (0, 2)))
    runs = b"".join(b"".join(bytes([1, value]) for value in row) + b"\0\0" for row in rows[::-1]) + b"\0\1"
    palette = b"".join(bytes([value, value, value, 0]) for value in range(256))
    header = struct.pack("<IiiHHIIiiII", 40, 78, 60, 1, 8, 1, len(runs), 0, 0, 256, 0)
    start = 14 + len(header) + len(palette)
    path = tmp_path / "a.bmp"
    path.write_bytes(b"BM" + struct.pack("<IHHI", start + len(runs), 0, 0, start) + header + palette + runs)

    np.testing.assert_array_equal(read_image(path)[..., 0], INDEXES[:, :78])


def test_a_dicom_slope_of_zero_makes_no_black_image(tmp_path):
    path = written(tmp_path / "a.dcm", INDEXES, "MONOCHROME2", RescaleSlope=0, RescaleIntercept=0)

    np.testing.assert_array_equal(read_image(path)[..., 0], INDEXES)


@pytest.mark.parametrize("name", ["JPEG", "JPEG2000"])
def test_a_stream_that_a_dicom_calls_plain_pixels_gives_no_number(tmp_path, synthetic_image, name):
    options = {"no_jp2": True} if name == "JPEG2000" else {}
    Image.fromarray(synthetic_image).save(buffer := io.BytesIO(), name, **options)
    path = written(tmp_path / "a.dcm", synthetic_image, "RGB")
    data = path.read_bytes()
    start = len(data) - synthetic_image.size
    path.write_bytes(data[:start] + buffer.getvalue().ljust(synthetic_image.size, b"\0"))

    with pytest.raises(ImageError, match="does not say how its pixels are compressed"):
        read_image(path)


@pytest.mark.parametrize(
    ("coefficients", "levels"), [((2126, 7152, 722), (0, 255)), ((2990, 5870, 1140), (16, 235))], ids=["709", "narrow"]
)
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_luminance_as_in_video_is_refused_in_a_tiff(tmp_path, synthetic_image, coefficients, levels, compression):
    """Pillow takes it for that of JPEG, whatever the tags say: other colours, without a word."""

    def write(coefficients, levels):
        tags = [
            (529, "2I", 3, tuple(part for value in coefficients for part in (value, 10000)), True),
            (530, "H", 2, (1, 1), True),
            (532, "2I", 6, tuple(part for value in (*levels, 128, 255, 128, 255) for part in (value, 1)), True),
        ]
        values = np.asarray(Image.fromarray(synthetic_image).convert("YCbCr"))
        tifffile.imwrite(path, values, photometric="ycbcr", compression=compression, metadata=None, extratags=tags)

    path = tmp_path / "a.tif"
    write((2990, 5870, 1140), (0, 255))
    assert np.abs(read_image(path).astype(int) - synthetic_image).mean() < 3

    write(coefficients, levels)
    with pytest.raises(ImageError, match="of a kind that is not supported"):
        read_image(path)


def exif(*entries):
    """EXIF data of entries: tag, type, number and the four bytes of their values or of where these are."""
    head = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(entries))
    return head + b"".join(struct.pack("<HHL4s", *entry) for entry in entries) + bytes(4)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("number", [3, 4])
def test_a_damaged_entry_of_the_exif_data_does_not_turn_the_image(tmp_path, synthetic_image, kind, number):
    """What stands before it, a camera's name cut off by a messenger, costs its orientation no image."""
    lost = (0x010F, 2, 20, b"\xff" * 4)
    data = exif(lost, (0x0112, number, 1, struct.pack("<L", 6)))
    options = {"quality": 95} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    path = tmp_path / "a"
    Image.fromarray(np.ascontiguousarray(np.rot90(synthetic_image))).save(path, kind, exif=data, **options)

    image = load_image(path)

    assert (image.height, image.width) == synthetic_image.shape[:2]
    assert np.abs(image.pixels.astype(int) - synthetic_image).mean() < 3


@pytest.mark.parametrize("parts", [1, 3])
def test_the_profile_of_a_jpeg_may_stand_behind_its_frame_header(tmp_path, synthetic_image, parts):
    profile = matrix_profile(DISPLAY_P3)
    path = tmp_path / "a.jpg"
    Image.fromarray(synthetic_image).save(path, quality=95, icc_profile=profile)
    expected = read_image(path)
    Image.fromarray(synthetic_image).save(path, quality=95)
    data = path.read_bytes()
    size, scan = -(-len(profile) // parts), data.index(b"\xff\xda")
    pieces = [b"ICC_PROFILE\0" + bytes((i + 1, parts)) + profile[i * size : (i + 1) * size] for i in range(parts)]
    markers = [b"\xff\xe2" + struct.pack(">H", 2 + len(piece)) + piece for piece in pieces]

    path.write_bytes(data[:scan] + b"".join(reversed(markers)) + data[scan:])
    image = load_image(path)
    np.testing.assert_array_equal(image.pixels, expected)
    assert not image.warnings

    path.write_bytes(data[:scan] + b"".join(markers[:-1] + markers[:1] * 2) + data[scan:])
    assert load_image(path).warnings == ("broken colour profile",)
