import io
import itertools
import logging
import struct
import zlib

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms, ImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.vocabulary import ImageWarning
from tests.imaging.headers import image_facts

PIXELS = np.random.default_rng(5).integers(0, 256, (40, 64, 3), np.uint8)


def saved(path, array_or_image, **options):
    """Write an image with Pillow and return its path."""
    image = array_or_image if isinstance(array_or_image, Image.Image) else Image.fromarray(array_or_image)
    image.save(path, **options)
    return path


def written_by_opencv(path, array):
    """Write an RGB or grey array of any depth, lossless."""
    swapped = array[..., ::-1] if array.ndim == 3 else array
    path.write_bytes(cv2.imencode(path.suffix, np.ascontiguousarray(swapped))[1].tobytes())
    return path


@pytest.mark.parametrize("suffix", [".png", ".tiff", ".bmp", ".webp"])
def test_lossless_formats_give_the_pixels_back(tmp_path, synthetic_image, suffix):
    options = {"lossless": True} if suffix == ".webp" else {}
    loaded = load_image(saved(tmp_path / f"a{suffix}", synthetic_image, **options))

    np.testing.assert_array_equal(loaded.pixels, synthetic_image)
    assert (loaded.width, loaded.height) == (448, 448)
    assert loaded.pixels.flags.writeable
    assert loaded.pixels.flags.c_contiguous


def test_jpeg_is_close_to_the_original(tmp_path, synthetic_image):
    pixels = read_image(saved(tmp_path / "a.jpg", synthetic_image, quality=95))

    assert np.abs(pixels.astype(int) - synthetic_image).mean() < 3


def test_progressive_jpeg_is_read(tmp_path, synthetic_image):
    path = saved(tmp_path / "a.jpg", synthetic_image, progressive=True)

    assert read_image(path, minimum_side=100).shape == (112, 112, 3)


@pytest.mark.parametrize(
    ("mode", "suffix"), [("L", ".jpg"), *itertools.product(["1", "L", "P"], [".png", ".tiff", ".bmp"])]
)
def test_grey_and_palette_modes_become_rgb(tmp_path, synthetic_image, mode, suffix):
    image = Image.fromarray(synthetic_image).convert(mode)
    expected = np.asarray(image.convert("RGB")).astype(int)

    pixels = read_image(saved(tmp_path / f"a{suffix}", image))

    assert np.abs(pixels - expected).mean() < 2


@pytest.mark.parametrize(("mode", "suffix"), [("RGBA", ".webp"), *itertools.product(["LA", "RGBA"], [".png", ".tiff"])])
def test_transparency_is_laid_on_white(tmp_path, mode, suffix):
    image = Image.new(mode, (32, 32), (0,) * (len(mode)))
    image.paste((0,) * (len(mode) - 1) + (255,), (16, 0, 32, 32))

    pixels = read_image(saved(tmp_path / f"a{suffix}", image, **({"lossless": True} if suffix == ".webp" else {})))

    assert (pixels[:, :16] == 255).all()
    assert (pixels[:, 16:] == 0).all()


def test_half_transparent_pixels_mix_with_white(tmp_path):
    pixels = read_image(saved(tmp_path / "a.png", Image.new("RGBA", (4, 4), (200, 100, 0, 128))))

    np.testing.assert_allclose(pixels[0, 0], [227, 177, 127], atol=1)


def test_palette_with_a_transparent_entry_is_laid_on_white(tmp_path):
    image = Image.new("P", (8, 8), 1)
    image.putpalette([10, 20, 30, 40, 50, 60])
    image.paste(0, (0, 0, 4, 8))

    pixels = read_image(saved(tmp_path / "a.png", image, transparency=0))

    assert (pixels[:, :4] == 255).all()
    assert (pixels[:, 4:] == [40, 50, 60]).all()


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
@pytest.mark.parametrize("channels", [1, 3])
def test_16_bit_images_are_scaled_from_their_full_range(tmp_path, synthetic_image, suffix, channels):
    array = synthetic_image if channels == 3 else synthetic_image[..., 0]
    path = written_by_opencv(tmp_path / f"a{suffix}", array.astype(np.uint16) * 257)

    pixels = read_image(path)

    np.testing.assert_array_equal(pixels if channels == 3 else pixels[..., 0], array)


@pytest.mark.parametrize("white", [1.0, 255.0, 65535.0])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_float_tiff_is_scaled_by_its_white_level(tmp_path, synthetic_image, white, channels, kind):
    array = synthetic_image if channels == 3 else synthetic_image[..., 0]
    values = (array / 255 * white).astype(kind)
    values.flat[0] = white  # a pixel that is white shows which level is meant
    path = written_by_opencv(tmp_path / "a.tiff", values)

    pixels = read_image(path)

    assert (
        np.abs(
            pixels.astype(int).reshape(-1)[3:]
            - np.broadcast_to(array[..., None] if channels == 1 else array, pixels.shape).reshape(-1)[3:]
        ).max()
        <= 1
    )


def test_not_a_number_becomes_black(tmp_path):
    values = np.full((8, 8), 0.5, np.float32)
    values[0, 0] = np.nan

    pixels = read_image(written_by_opencv(tmp_path / "a.tiff", values))

    assert pixels[0, 0].tolist() == [0, 0, 0]
    assert pixels[1, 1].tolist() == [128, 128, 128]


def test_signed_tiff_is_stretched_over_its_own_range(tmp_path):
    values = np.array([[-1000, 0], [500, 1000]], np.int16)

    pixels = read_image(written_by_opencv(tmp_path / "a.tiff", values))

    assert pixels[..., 0].tolist() == [[0, 128], [191, 255]]


def test_16_bit_tiff_that_stores_white_as_zero_is_inverted(tmp_path):
    tags = ImageFileDirectory_v2()
    path = saved(tmp_path / "a.tiff", np.array([[0, 65535]], np.uint16), tiffinfo=tags)
    data = bytearray(path.read_bytes())
    position = data.index((262).to_bytes(2, "little") + b"\x03\x00")
    data[position + 8] = 0
    path.write_bytes(data)

    assert read_image(path)[0, :, 0].tolist() == [255, 0]


def test_cmyk_jpeg_and_tiff_become_rgb(tmp_path):
    image = Image.new("CMYK", (32, 32), (0, 255, 255, 0))  # red
    for name in ("a.jpg", "a.tiff"):
        np.testing.assert_allclose(read_image(saved(tmp_path / name, image))[5, 5], [255, 0, 0], atol=3)


def test_ycck_jpeg_becomes_rgb(tmp_path):
    # A YCCK file is a CMYK JPEG whose first three components are stored as YCbCr, marked in APP14.
    cmyk = Image.new("CMYK", (32, 32), (0, 0, 0, 0))
    path = saved(tmp_path / "a.jpg", cmyk)
    data = bytearray(path.read_bytes())
    marker = data.index(b"Adobe")
    data[marker + 11] = 2
    path.write_bytes(data)

    assert read_image(path).shape == (32, 32, 3)


def test_lab_tiff_becomes_rgb(tmp_path):
    lab = Image.merge("LAB", [Image.new("L", (8, 8), value) for value in (255, 128, 128)])

    np.testing.assert_allclose(read_image(saved(tmp_path / "a.tiff", lab))[0, 0], [255, 255, 255], atol=3)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_exif_orientation_is_applied(tmp_path, orientation, suffix):
    upright = np.zeros((40, 60, 3), np.uint8)
    upright[:20, :30] = [255, 0, 0]
    upright[20:, 30:] = [0, 0, 255]
    # How a camera stores the upright scene under each orientation: the inverse of what a viewer does.
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.transpose(1, 0, 2),
        6: np.rot90(upright, 1),
        7: np.rot90(upright, 2).transpose(1, 0, 2),
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 95} if suffix in (".jpg", ".webp") else {}
    path = saved(tmp_path / f"a{suffix}", np.ascontiguousarray(stored), exif=exif, **options)

    loaded = load_image(path)

    assert (loaded.width, loaded.height) == (60, 40)
    assert loaded.pixels.shape == (40, 60, 3)
    for row, column in ((5, 5), (35, 55), (5, 55), (35, 5)):
        np.testing.assert_allclose(loaded.pixels[row, column], upright[row, column], atol=12)


def turned_exif():
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", 6
    return exif.tobytes()[6:]


def raw_profile():
    """EXIF data as ImageMagick writes it into a PNG."""
    data = b"Exif\x00\x00" + turned_exif()
    return b"Raw profile type exif\0\0" + zlib.compress(f"\nexif\n{len(data):8}\n{data.hex()}\n".encode())


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
TURNED = {
    "eXIf": (b"eXIf", turned_exif()),
    "raw profile": (b"zTXt", raw_profile()),
    "XMP": (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
}


def png_with_chunk(path, kind, content, *, before, **options):
    """A PNG of 600 x 400 pixels with one more chunk before or behind those of its pixels."""
    buffer = io.BytesIO()
    noise = np.random.default_rng(0).integers(256, size=(400, 600, 3), dtype=np.uint8)
    noise[:100, :100] = 255
    Image.fromarray(noise).save(buffer, "PNG", **options)
    data = buffer.getvalue()
    place = 33 if before else len(data) - 12
    chunk = len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)
    path.write_bytes(data[:place] + chunk + data[place:])
    return path


@pytest.mark.parametrize("animated", [False, True])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("source", TURNED)
def test_a_png_is_turned_wherever_its_exif_data_stands(tmp_path, monkeypatch, source, before, animated):
    options = {"save_all": True, "append_images": [Image.new("RGB", (600, 400))]} if animated else {}
    path = png_with_chunk(tmp_path / "a.png", *TURNED[source], before=before, **options)

    loaded = load_image(path)

    assert (loaded.width, loaded.height) == (400, 600)
    assert (loaded.pixels[:100, 300:] == 255).all()
    monkeypatch.setattr(PngImageFile, "load", lambda _: pytest.fail("decoded"))
    facts = image_facts(path)
    assert (facts.width, facts.height) == (400, 600)
    assert dict(facts.details) == ({} if source == "XMP" else {"Manufacturer": "Maker"})


def test_a_text_behind_the_pixels_of_a_png_does_not_change_how_they_are_decoded(tmp_path):
    plain = png_with_chunk(tmp_path / "a.png", b"tEXt", b"Comment\x00none", before=False)
    path = png_with_chunk(tmp_path / "b.png", b"tEXt", b"interlace\x00yes", before=False)

    np.testing.assert_array_equal(read_image(path), read_image(plain))


def test_a_png_without_exif_data_is_decoded_once_and_for_its_facts_never(tmp_path, monkeypatch, synthetic_image):
    path = saved(tmp_path / "a.png", synthetic_image)
    decoded = []
    decode = ImageFile.ImageFile.load_prepare
    monkeypatch.setattr(ImageFile.ImageFile, "load_prepare", lambda image: decoded.append(image) or decode(image))

    assert (image_facts(path).width, decoded) == (448, [])
    np.testing.assert_array_equal(read_image(path), synthetic_image)
    assert len(decoded) == 1


@pytest.mark.parametrize("left", [0.1, 0.5, 0.99])
def test_a_truncated_png_is_not_taken_for_one_with_damaged_exif_data(tmp_path, caplog, synthetic_image, left):
    caplog.set_level(logging.INFO, "skin_gui")
    path = saved(tmp_path / "a.png", synthetic_image)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])

    assert (image_facts(path).width, image_facts(path).height) == (448, 448)
    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)
    assert "EXIF" not in caplog.text


def test_size_of_a_reduced_and_turned_jpeg_is_the_files(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    path = saved(tmp_path / "a.jpg", Image.new("RGB", (1600, 1200)), exif=exif)

    loaded = load_image(path, minimum_side=224)

    assert (loaded.width, loaded.height) == (1200, 1600)
    assert loaded.pixels.shape == (400, 300, 3)


@pytest.mark.parametrize("side", [1, 223, 224, 225, 447, 448, 449, 450, 1800, 5000])
def test_reduced_jpeg_never_falls_below_the_minimum_side(tmp_path, side):
    path = saved(tmp_path / "a.jpg", Image.new("RGB", (2401, 1801)))

    shorter = min(read_image(path, minimum_side=side).shape[:2])

    assert shorter >= min(side, 1801)


@pytest.mark.filterwarnings("ignore")
def test_damaged_exif_does_not_cost_the_image(tmp_path, synthetic_image):
    path = saved(tmp_path / "a.jpg", synthetic_image, exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff" + b"\x07" * 40)

    assert read_image(path).shape == (448, 448, 3)


def swapped_profile():
    """An RGB profile whose red and green primaries are exchanged: conversion is plain to see."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data).replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be")).replace(b"sRGB", b"test")


def test_an_embedded_profile_is_converted_to_srgb(tmp_path):
    path = saved(tmp_path / "a.png", Image.new("RGB", (8, 8), (200, 50, 50)), icc_profile=swapped_profile())

    np.testing.assert_allclose(read_image(path)[0, 0], [50, 200, 50], atol=3)


def test_an_srgb_profile_changes_nothing(tmp_path, synthetic_image):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    np.testing.assert_array_equal(
        read_image(saved(tmp_path / "a.png", synthetic_image, icc_profile=profile)), synthetic_image
    )


@pytest.mark.parametrize("profile", [b"no profile", swapped_profile()[:200]])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tiff", ".webp"])
def test_a_broken_profile_is_a_warning(tmp_path, synthetic_image, profile, suffix):
    plain = read_image(saved(tmp_path / f"plain{suffix}", synthetic_image))

    loaded = load_image(saved(tmp_path / f"a{suffix}", synthetic_image, icc_profile=profile))

    assert loaded.warnings == (ImageWarning.BROKEN_PROFILE,)
    np.testing.assert_array_equal(loaded.pixels, plain)


def test_greys_stay_grey_under_a_profile_of_colours(tmp_path, synthetic_image):
    grey = Image.fromarray(synthetic_image).convert("L")

    pixels = read_image(saved(tmp_path / "a.png", grey, icc_profile=swapped_profile()))

    np.testing.assert_allclose(pixels, np.dstack([np.asarray(grey)] * 3), atol=2)


@pytest.mark.parametrize("suffix", [".tiff", ".webp", ".png"])
def test_of_several_frames_the_first_is_read(tmp_path, suffix):
    first, second = Image.new("RGB", (16, 16), (255, 0, 0)), Image.new("RGB", (16, 16), (0, 255, 0))
    path = saved(tmp_path / f"a{suffix}", first, save_all=True, append_images=[second])

    np.testing.assert_allclose(read_image(path)[4, 4], [255, 0, 0], atol=4)


def test_a_camera_raw_file_is_refused_rather_than_its_thumbnail_read(tmp_path):
    tags = ImageFileDirectory_v2()
    tags[254] = 1
    path = saved(tmp_path / "a.nef", Image.new("RGB", (160, 120)), format="TIFF", tiffinfo=tags)

    with pytest.raises(ImageError, match="holds a thumbnail and not the image itself, as camera raw files do"):
        read_image(path)


def test_partial_images_are_never_allowed():
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_bytes_are_independent_of_the_suffix(tmp_path, synthetic_image):
    buffer = io.BytesIO()
    Image.fromarray(synthetic_image).save(buffer, "PNG")
    path = tmp_path / "picture.jpg"
    path.write_bytes(buffer.getvalue())

    assert load_image(path).format == "PNG"


def png_with(kind, content, *, behind=False):
    """A PNG with one more chunk, before its pixels or behind them."""
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).save(buffer, "PNG")
    data = buffer.getvalue()
    at = len(data) - 12 if behind else 33
    chunk = kind + content
    return data[:at] + struct.pack(">I", len(content)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[at:]


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("megabytes", [3, 100])
@pytest.mark.parametrize(
    ("kind", "prefix", "folded"),
    [
        (b"tEXt", b"Comment\0", False), (b"zTXt", b"Comment\0\0", True),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0", False), (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0", True),
        (b"eXIf", b"", False),
    ],
)  # fmt: skip
def test_long_texts_beside_the_pixels_do_not_cost_the_image(tmp_path, kind, prefix, folded, megabytes, behind):
    text = b" " * (megabytes << 20)
    path = tmp_path / "a.png"
    path.write_bytes(png_with(kind, prefix + (zlib.compress(text) if folded else text), behind=behind))

    np.testing.assert_array_equal(read_image(path), PIXELS)
    assert image_facts(path).width == PIXELS.shape[1]


def test_a_large_colour_profile_is_used_and_a_huge_one_is_told_as_a_limit(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / "a.png"
    path.write_bytes(png_with(b"iCCP", b"x\0\0" + zlib.compress(profile + bytes(3 << 20))))
    np.testing.assert_array_equal(read_image(path), PIXELS)

    path.write_bytes(png_with(b"iCCP", b"x\0\0" + zlib.compress(profile + bytes(20 << 20))))
    with pytest.raises(ImageError, match="colour profile of more than 16 MiB, the limit"):
        read_image(path)


THUMBNAIL = PIXELS[::4, ::4].copy()


@pytest.mark.parametrize(
    "pages",
    [
        [(THUMBNAIL, {"subfiletype": 1}), (PIXELS, {})],
        [(THUMBNAIL, {"subfiletype": 1})] * 2 + [(PIXELS, {"compression": "deflate"})],
        [(THUMBNAIL, {"extratags": [(255, "H", 1, 2, True)]}), (PIXELS, {})],
        [(THUMBNAIL, {}), (PIXELS, {})],  # not marked: told by its size and shape
        [(PIXELS, {}), (THUMBNAIL, {"subfiletype": 1})],
    ],
)
def test_a_thumbnail_in_a_tiff_is_not_taken_for_the_image(tmp_path, pages):
    path = pages_of(tmp_path / "a.tif", pages)

    np.testing.assert_array_equal(read_image(path), PIXELS)
    assert image_facts(path).width == PIXELS.shape[1]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([(THUMBNAIL, {"subfiletype": 1})], "holds a thumbnail and not the image itself"),
        ([(THUMBNAIL, {"subfiletype": 1, "subifds": 1}), (PIXELS, {})], "is a camera raw image"),
        ([(THUMBNAIL, {"subfiletype": 1}), (PIXELS.astype(np.float32), {})], "of a kind that is not supported"),
        ([(THUMBNAIL.astype(np.float32), {"subfiletype": 1}), (PIXELS, {})], "of a kind that is not supported"),
    ],
)
def test_a_thumbnail_gives_no_number_where_the_image_cannot_be_read(tmp_path, pages, said):
    with pytest.raises(ImageError, match=said):
        read_image(pages_of(tmp_path / "a.tif", pages))


def test_of_several_pictures_in_a_tiff_the_first_is_read(tmp_path):
    other = np.zeros((*PIXELS.shape[:1], PIXELS.shape[1] // 2, 3), np.uint8)

    path = pages_of(tmp_path / "a.tif", [(THUMBNAIL, {}), (other, {}), (THUMBNAIL, {})])

    np.testing.assert_array_equal(read_image(path), THUMBNAIL)


def pages_of(path, pages):
    """Write a TIFF of several pages, each with options of its own."""
    with tifffile.TiffWriter(path) as writer:
        for pixels, options in pages:
            writer.write(pixels, photometric="rgb", metadata=None, **options)
    return path


@pytest.mark.parametrize("kind", ["u2", "u4", "i2", "f4", "f8"])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("planes", ["contig", "separate"])
def test_samples_of_a_tiff_are_read_however_they_are_stored(tmp_path, synthetic_image, kind, order, planes):
    image = synthetic_image[::6, ::6]
    white = {"u2": 65535, "u4": 65535, "i2": 255, "f4": 1, "f8": 1}[kind]
    for channels, compression, tile in itertools.product((1, 3, 4), (None, "zlib"), (None, (32, 32))):
        colours = np.dstack([image, np.full(image.shape[:2], 255)])[..., :channels]
        values = np.rint(colours / 255 * white) if white > 1 else colours / 255
        values = values[..., 0] if channels == 1 else values
        path = tmp_path / "a.tif"
        tifffile.imwrite(
            path,
            np.moveaxis(values, -1, 0).astype(kind) if planes == "separate" and channels > 1 else values.astype(kind),
            photometric="minisblack" if channels == 1 else "rgb",
            planarconfig=planes if channels > 1 else None,
            extrasamples=["unassalpha"] if channels == 4 else None,
            byteorder=order,
            compression=compression,
            predictor=compression is not None and kind[0] != "f",
            tile=tile,
        )

        pixels = read_image(path).astype(int)

        expected = image if channels > 1 else np.dstack([image[..., 0]] * 3)
        assert np.abs(pixels - expected).max() <= 2, (channels, compression, tile)


def test_samples_of_a_tiff_that_cannot_be_read_are_refused_without_a_word_of_a_librarys(tmp_path, capfd):
    for kind, photometric, samples in (("c8", "rgb", 4), ("f4", "separated", 4), ("u2", "rgb", 5)):
        tifffile.imwrite(tmp_path / "a.tif", np.ones((32, 32, samples), kind), photometric=photometric)

        with pytest.raises(ImageError, match="of a kind that is not supported"):
            read_image(tmp_path / "a.tif")
        assert not capfd.readouterr().err


def test_a_deep_tiff_is_turned_and_its_colours_converted(tmp_path):
    red = np.zeros((16, 32, 3), np.float32)
    red[:, :, 0] = 1
    profile = swapped_profile()
    tags = [(274, "H", 1, 6, True), (34675, "B", len(profile), profile, True)]
    tifffile.imwrite(tmp_path / "a.tif", red, photometric="rgb", extratags=tags)

    loaded = load_image(tmp_path / "a.tif")

    assert loaded.pixels.shape == (32, 16, 3)
    assert (loaded.width, loaded.height) == (16, 32)
    np.testing.assert_allclose(loaded.pixels[0, 0], [0, 255, 0], atol=3)
    assert loaded.warnings == ()
