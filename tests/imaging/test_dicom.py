import io
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.data import get_testdata_file
from pydicom.dataset import FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.pixels import convert_color_space
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    VLPhotographicImageStorage,
    generate_uid,
)

from skin_gui.imaging.codecs.dicom.colours import doubt_of_colours
from skin_gui.imaging.codecs.jpeg.structure import with_transform
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.thumbnails import draw_thumbnail
from skin_gui.vocabulary import ImageWarning
from tests.imaging.headers import image_facts


def bundled(name):
    """One of the files that pydicom brings along."""
    return Path(get_testdata_file(name, download=False))


def written(path, values, photometric, *, bits=8, frames=None, **elements):
    """Write a DICOM photograph of unsigned values: (H, W), (H, W, 3) or with the frames in front."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = VLPhotographicImageStorage
    dataset.SOPInstanceUID = generate_uid()
    colour = photometric in ("RGB", "YBR_FULL", "YBR_FULL_422")
    dataset.SamplesPerPixel = 3 if colour else 1
    dataset.PhotometricInterpretation = photometric
    dataset.Rows, dataset.Columns = values.shape[-3:-1] if colour else values.shape[-2:]
    if colour:
        dataset.PlanarConfiguration = 0
    if frames:
        dataset.NumberOfFrames = frames
    dataset.BitsAllocated = 8 * values.dtype.itemsize
    dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = bits, bits - 1, 0
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    data = values.tobytes()
    dataset.PixelData = data + b"\x00" * (len(data) % 2)
    dataset.save_as(path, enforce_file_format=True)
    return path


def deflated(path, values, photometric, **elements):
    """As `written`, with the deflated transfer syntax."""
    dataset = dcmread(written(path, values, photometric, **elements))
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    dataset.save_as(path)
    return path


def test_rgb_photograph_is_read_whatever_its_suffix(tmp_path, synthetic_image):
    for name in ("a.dcm", "IM_0001", "1.2.840.1", "a.jpg"):
        loaded = load_image(written(tmp_path / name, synthetic_image, "RGB"))

        assert loaded.format == "DICOM"
        assert (loaded.width, loaded.height) == (448, 448)
        np.testing.assert_array_equal(loaded.pixels, synthetic_image)
        assert loaded.pixels.flags.writeable


def test_colours_of_more_than_8_bits_are_scaled(tmp_path, synthetic_image):
    values = synthetic_image.astype(np.uint16) * 16

    pixels = read_image(written(tmp_path / "a", values, "RGB", bits=12))

    assert np.abs(pixels.astype(int) - synthetic_image).max() <= 1


def test_ybr_full_becomes_rgb(tmp_path, synthetic_image):
    values = np.asarray(Image.fromarray(synthetic_image).convert("YCbCr"))

    pixels = read_image(written(tmp_path / "a", values, "YBR_FULL"))

    assert np.abs(pixels.astype(int) - synthetic_image).max() <= 3


def test_baseline_jpeg_is_decoded(tmp_path, synthetic_image):
    buffer = io.BytesIO()
    Image.fromarray(synthetic_image).save(buffer, "JPEG", quality=95)
    path = written(tmp_path / "a", synthetic_image, "RGB")
    dataset = dcmread(path)
    dataset.PhotometricInterpretation = "YBR_FULL_422"
    dataset.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
    dataset.PixelData = encapsulate([buffer.getvalue()])
    dataset["PixelData"].is_undefined_length = True
    dataset.save_as(path)

    assert np.abs(read_image(path).astype(int) - synthetic_image).mean() < 3


def test_grey_without_a_window_stands_as_it_is(tmp_path):
    values = np.array([[0, 100], [200, 50]], np.uint8)

    assert read_image(written(tmp_path / "a", values, "MONOCHROME2"))[..., 1].tolist() == values.tolist()
    assert read_image(written(tmp_path / "b", values, "MONOCHROME1"))[..., 1].tolist() == (255 - values).tolist()


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
@pytest.mark.parametrize(("slope", "intercept"), [("1", "0"), ("1.0", "-0.0"), ("1.000000", "0.000")])
def test_a_rescaling_that_changes_nothing_changes_no_grey(tmp_path, photometric, slope, intercept):
    values = np.arange(100, 150, dtype=np.uint8).reshape(5, 10)
    plain = written(tmp_path / "plain", values, photometric)
    rescaled = written(tmp_path / "rescaled", values, photometric, RescaleSlope=slope, RescaleIntercept=intercept)

    np.testing.assert_array_equal(read_image(rescaled), read_image(plain))
    assert set(np.unique(read_image(plain))) <= set(range(100, 156))


@pytest.mark.parametrize(("slope", "intercept"), [("2", "0"), ("1", "-5"), ("-1", "0")])
def test_other_rescalings_are_applied(tmp_path, slope, intercept):
    values = np.array([[100, 125], [150, 110]], np.uint8)

    grey = read_image(
        written(tmp_path / "a", values, "MONOCHROME2", RescaleSlope=slope, RescaleIntercept=intercept)
    )[..., 0]  # fmt: skip

    stretched = np.array([[0, 128], [255, 51]])
    np.testing.assert_allclose(grey, stretched if slope != "-1" else 255 - stretched, atol=1)


def test_a_modality_table_counts_whatever_the_rescaling(tmp_path):
    values = np.array([[0, 1], [2, 3]], np.uint8)
    table = Dataset()
    table.LUTDescriptor, table.ModalityLUTType = [4, 0, 8], "US"
    table.add_new("LUTData", "US", [40, 30, 20, 0])

    grey = read_image(
        written(
            tmp_path / "a", values, "MONOCHROME2", ModalityLUTSequence=[table], RescaleSlope="1", RescaleIntercept="0"
        )
    )[..., 0]  # fmt: skip

    np.testing.assert_allclose(grey, [[255, 191], [128, 0]], atol=1)


def test_deep_grey_without_a_window_is_stretched(tmp_path):
    values = np.array([[100, 200], [300, 1124]], np.uint16)

    assert read_image(written(tmp_path / "a", values, "MONOCHROME2", bits=12))[..., 0].tolist() == [[0, 25], [50, 255]]


@pytest.mark.parametrize("slope", ["1", "2.5"])
def test_a_window_is_applied_after_the_rescaling(tmp_path, slope):
    values = np.array([[0, 1000], [1500, 4000]], np.uint16)
    rescaled = values * float(slope) - 100

    pixels = read_image(
        written(
            tmp_path / "a", values, "MONOCHROME2", bits=12, RescaleSlope=slope, RescaleIntercept="-100",
            WindowCenter="1000", WindowWidth="2000", VOILUTFunction="LINEAR_EXACT",
        )
    )  # fmt: skip

    expected = np.clip(rescaled / 2000, 0, 1) * 255  # centre 1000, width 2000: from 0 to 2000
    np.testing.assert_allclose(pixels[..., 0], expected, atol=1)


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
def test_every_window_function_is_monotonous_and_uses_the_range(tmp_path, function):
    values = np.arange(4096, dtype=np.uint16).reshape(64, 64)

    grey = read_image(
        written(
            tmp_path / "a", values, "MONOCHROME2", bits=12,
            WindowCenter=["2048", "10"], WindowWidth=["1000", "10"], VOILUTFunction=function,
        )
    )[..., 0].ravel()  # fmt: skip

    assert (np.diff(grey.astype(int)) >= 0).all()
    assert (grey[0], grey[-1]) == (0, 255)
    assert abs(int(grey[2048]) - 128) <= 1


def test_an_impossible_window_does_not_cost_the_image(tmp_path):
    values = np.array([[0, 100], [200, 255]], np.uint8)

    pixels = read_image(written(tmp_path / "a", values, "MONOCHROME2", WindowCenter="10", WindowWidth="0"))

    assert pixels[..., 0].tolist() == values.tolist()


def test_palette_colours_are_looked_up():
    path = bundled("examples_palette.dcm")

    pixels = read_image(path)

    assert pixels.shape == (350, 800, 3)
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 50
    assert pixels.max() > 200


def test_of_several_frames_the_first_is_read(tmp_path, synthetic_image):
    frames = np.stack([synthetic_image, 255 - synthetic_image])

    pixels = read_image(written(tmp_path / "a", frames, "RGB", frames=2))

    np.testing.assert_array_equal(pixels, synthetic_image)


@pytest.mark.parametrize(
    "name",
    [
        "SC_rgb_rle.dcm", "SC_rgb_rle_16bit.dcm", "SC_rgb_rle_32bit_2frame.dcm", "SC_rgb_gdcm_KY.dcm",
        "SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_dcmtk_+eb+cr.dcm", "SC_rgb_dcmtk_+eb+cy+n1.dcm",
        "SC_rgb_dcmtk_+eb+cy+np.dcm", "SC_rgb_dcmtk_+eb+cy+s2.dcm", "SC_ybr_full_422_uncompressed.dcm",
    ],
)  # fmt: skip
def test_colour_bars_look_alike_in_every_transfer_syntax(name):
    """pydicom's secondary captures show bars whose first is red, and greys at the bottom."""
    pixels = read_image(bundled(name))

    np.testing.assert_allclose(pixels[5, 50], [255, 0, 0], atol=8)
    np.testing.assert_allclose(pixels[95, 50], [255, 255, 255], atol=8)


@pytest.mark.parametrize(
    "name",
    [
        "CT_small.dcm", "MR_small_bigendian.dcm", "MR_small_RLE.dcm", "MR_small_implicit.dcm", "JPEG2000.dcm",
        "MR_small_jp2klossless.dcm", "image_dfl.dcm", "liver_1frame.dcm", "rtdose.dcm", "ExplVR_BigEnd.dcm",
        "examples_ybr_color.dcm", "examples_jpeg2k.dcm", "examples_overlay.dcm", "693_J2KI.dcm",
        "JPEGLSNearLossless_08.dcm", "JPEGLSNearLossless_16.dcm",
    ],
)  # fmt: skip
def test_other_dicom_images_are_read_with_contrast(name):
    pixels = read_image(bundled(name))

    assert pixels.ndim == 3
    assert pixels.std() > 5


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SC_rgb_jpeg_gdcm.dcm", "compressed as JPEG Lossless"),
        ("JPEG-lossy.dcm", "compressed as JPEG Extended"),
        ("test-SR.dcm", "is a DICOM file without an image"),
        ("rtplan.dcm", "is a DICOM file without an image (RT Plan Storage)"),
        ("MR_truncated.dcm", "truncated or damaged"),
        ("no_meta.dcm", "is not an image"),
    ],
)
def test_what_cannot_be_read_says_why(name, expected):
    with pytest.raises(ImageError) as caught:
        load_image(bundled(name))

    assert expected in str(caught.value)


def test_a_deflated_photograph_is_read_like_a_plain_one(tmp_path, synthetic_image):
    plain = written(tmp_path / "plain", synthetic_image, "RGB", Modality="XC")
    packed = deflated(tmp_path / "packed", synthetic_image, "RGB", Modality="XC")
    deep = deflated(tmp_path / "deep", synthetic_image.astype(np.uint16) * 257, "RGB", bits=16)

    np.testing.assert_array_equal(read_image(packed), synthetic_image)
    np.testing.assert_array_equal(read_image(deep), synthetic_image)
    syntax = {"Transfer syntax": "Deflated Explicit VR Little Endian"}
    assert dict(image_facts(packed).details) == {**dict(image_facts(plain).details), **syntax}
    assert (image_facts(packed).width, image_facts(packed).height) == (448, 448)


def test_a_small_deflated_file_does_not_unfold_to_a_large_one(tmp_path):
    path = deflated(tmp_path / "a", np.zeros(200 << 20, np.uint8).reshape(-1, 1024), "MONOCHROME2", Rows=8, Columns=8)
    assert path.stat().st_size < 1 << 20

    tracemalloc.start()
    try:
        assert (image_facts(path).width, image_facts(path).height) == (8, 8)
        for read in (load_image, lambda path: draw_thumbnail(path, 256)):
            with pytest.raises(ImageError, match="too large: it is compressed and unfolds to more than the 4 MB"):
                read(path)
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
    finally:
        tracemalloc.stop()


def test_a_deflated_file_that_is_cut_off_is_damaged(tmp_path, synthetic_image):
    path = deflated(tmp_path / "a", synthetic_image, "RGB")
    path.write_bytes(path.read_bytes()[:-5000])

    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)
    assert image_facts(path).width == 448


def test_a_deflated_file_that_is_no_deflate_stream_is_damaged(tmp_path, synthetic_image):
    path = written(tmp_path / "a", synthetic_image, "RGB")
    data = path.read_bytes()
    start = data.index(b"\x08\x00\x16\x00UI")
    path.write_bytes(deflated(tmp_path / "b", synthetic_image, "RGB").read_bytes()[:start] + data[start:])

    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)
    assert image_facts(path).width == -1


def test_the_pixel_limit_counts_all_frames(tmp_path):
    path = written(tmp_path / "a", np.zeros((2, 2), np.uint8), "MONOCHROME2", Rows=20_000, Columns=20_000)
    with pytest.raises(ImageError, match="too large: 20,000 x 20,000 pixels are 400 megapixels"):
        load_image(path)

    path = written(tmp_path / "b", np.zeros((2, 2), np.uint8), "MONOCHROME2", Rows=1000, Columns=1000, frames=300)
    with pytest.raises(ImageError, match="1,000 x 1,000 pixels x 300 frames"):
        load_image(path)


def test_nothing_of_a_patient_reaches_the_log(tmp_path, caplog):
    path = written(tmp_path / "a", np.zeros((4, 4), np.uint8), "MONOCHROME2", PatientName="Doe^Jane")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Doe^Jane", b"Do\xff\\\x1bJa\x00")[:-6])

    with pytest.raises(ImageError):
        load_image(path)

    assert "Do" not in caplog.text
    assert str(tmp_path) not in caplog.text


def changed(path, **elements):
    """Give a file's elements other values; None takes them out."""
    dataset = dcmread(path)
    for keyword, value in elements.items():
        if value is None:
            delattr(dataset, keyword)
        else:
            setattr(dataset, keyword, value)
    dataset.save_as(path)
    return path


@pytest.mark.parametrize(
    ("samples", "photometric", "said"),
    [
        (3, "MONOCHROME2", "it has MONOCHROME2 colours and this many samples a pixel: 3"),
        (3, "MONOCHROME1", "it has MONOCHROME1 colours and this many samples a pixel: 3"),
        (3, "PALETTE COLOR", "it has PALETTE COLOR colours and this many samples a pixel: 3"),
        (1, "RGB", "it has RGB colours and this many samples a pixel: 1"),
        (1, "YBR_FULL", "it has YBR_FULL colours and this many samples a pixel: 1"),
    ],
)
def test_a_header_that_contradicts_its_pixels_is_told_and_gives_no_picture(tmp_path, samples, photometric, said):
    values = np.zeros((8, 8, 3) if samples == 3 else (8, 8), np.uint8)
    path = written(tmp_path / "a", values, "RGB" if samples == 3 else "MONOCHROME2")

    with pytest.raises(ImageError, match=said):
        load_image(changed(path, PhotometricInterpretation=photometric))


@pytest.mark.parametrize(
    "elements",
    [
        {"PlanarConfiguration": None}, {"PixelRepresentation": None}, {"PixelRepresentation": 1}, {"HighBit": None},
        {"BitsStored": None}, {"SamplesPerPixel": None}, {"NumberOfFrames": 0}, {"PhotometricInterpretation": "rgb"},
    ],
)  # fmt: skip
def test_what_a_header_leaves_out_or_misspells_does_not_cost_the_image(tmp_path, synthetic_image, elements):
    path = changed(written(tmp_path / "a", synthetic_image, "RGB"), **elements)

    np.testing.assert_array_equal(read_image(path), synthetic_image)


@pytest.mark.parametrize("more", [2, 1000, 448 * 448 * 3])
def test_more_bytes_than_promised_do_not_cost_the_image(tmp_path, synthetic_image, more):
    path = changed(written(tmp_path / "a", synthetic_image, "RGB"), PixelData=synthetic_image.tobytes() + bytes(more))

    np.testing.assert_array_equal(read_image(path), synthetic_image)


def test_subsampled_colours_that_are_stored_in_full_are_read(tmp_path, synthetic_image):
    values = np.asarray(Image.fromarray(synthetic_image).convert("YCbCr"))

    pixels = read_image(written(tmp_path / "a", values, "YBR_FULL_422"))

    assert np.abs(pixels.astype(int) - synthetic_image).max() <= 3


def test_without_a_word_on_its_colours_a_colour_image_is_refused(tmp_path, synthetic_image):
    path = changed(written(tmp_path / "a", synthetic_image, "RGB"), PhotometricInterpretation=None)

    with pytest.raises(ImageError, match="does not say what its colours are"):
        load_image(path)


def test_values_of_more_bits_than_promised_are_refused_unless_they_are_an_overlay(tmp_path, synthetic_image):
    grey = np.arange(64, dtype=np.uint16).reshape(8, 8)
    above = written(tmp_path / "above", grey | 0x8000, "MONOCHROME2", bits=12)
    for path in (above, changed(written(tmp_path / "colour", synthetic_image, "RGB"), BitsStored=7)):
        with pytest.raises(ImageError, match=r"values of more than \d+ bits"):
            load_image(path)

    dataset = dcmread(above)
    dataset.add_new((0x6000, 0x0100), "US", 16)
    dataset.add_new((0x6000, 0x0102), "US", 15)
    dataset.save_as(above)
    plain = written(tmp_path / "plain", grey, "MONOCHROME2", bits=12)
    np.testing.assert_array_equal(read_image(above), read_image(plain))


def jpeg_stream(image, *, transformed, marker):
    """A JPEG of (H, W, 3) pixels that says in one way or none what its components are."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=95, subsampling=0, keep_rgb=not transformed)
    data = buffer.getvalue()
    bare = with_transform(data, transformed)
    adobe, rest = bare[2:18], bare[18:]
    if marker == "adobe":
        return bare
    if marker == "jfif":
        return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + rest
    assert adobe[4:9] == b"Adobe"
    if marker is None:  # plain numbers for components
        rest = rest.replace(b"\3R\x11\0G\x11\0B\x11\0", b"\3\1\x11\0\2\x11\0\3\x11\0")
        rest = rest.replace(b"\x0c\3R\0G\0B\0", b"\x0c\3\1\0\2\0\3\0")
    return b"\xff\xd8" + rest


def compressed(path, image, stream, photometric):
    written(path, image, photometric)
    dataset = dcmread(path)
    dataset.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
    dataset.PixelData = encapsulate([stream])
    dataset["PixelData"].is_undefined_length = True
    dataset.save_as(path)
    return path


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL", "YBR_FULL_422"])
@pytest.mark.parametrize(
    ("transformed", "marker"), [(True, "adobe"), (False, "adobe"), (True, "jfif"), (False, "letters")]
)
def test_a_jpeg_inside_is_believed_before_the_header(tmp_path, synthetic_image, photometric, transformed, marker):
    stream = jpeg_stream(synthetic_image, transformed=transformed, marker=marker)

    loaded = load_image(compressed(tmp_path / "a.dcm", synthetic_image, stream, photometric))

    assert np.abs(loaded.pixels.astype(int) - synthetic_image).mean() < 3


@pytest.mark.parametrize(("transformed", "photometric"), [(True, "YBR_FULL_422"), (False, "RGB")])
def test_where_a_jpeg_inside_says_nothing_the_header_counts(tmp_path, synthetic_image, transformed, photometric):
    stream = jpeg_stream(synthetic_image, transformed=transformed, marker=None)

    loaded = load_image(compressed(tmp_path / "a.dcm", synthetic_image, stream, photometric))

    assert np.abs(loaded.pixels.astype(int) - synthetic_image).mean() < 3


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT"])
def test_a_jpeg_2000_inside_is_believed_before_the_header(tmp_path, synthetic_image, photometric):
    buffer = io.BytesIO()
    Image.fromarray(synthetic_image).save(buffer, "JPEG2000", no_jp2=True, mct=1)
    path = compressed(tmp_path / "a.dcm", synthetic_image, buffer.getvalue(), "RGB")
    dataset = dcmread(path)
    dataset.file_meta.TransferSyntaxUID = JPEG2000Lossless
    dataset.PhotometricInterpretation = photometric
    dataset.save_as(path)

    np.testing.assert_array_equal(load_image(path).pixels, synthetic_image)
    stream = bytearray(buffer.getvalue())
    stream[len(stream) // 2 : len(stream) // 2 + 2000] = bytes(2000)
    dataset.PixelData = encapsulate([bytes(stream)])
    dataset.save_as(path)
    with pytest.raises(ImageError, match="truncated or damaged"):
        load_image(path)


def test_values_that_cannot_be_what_the_header_says_are_shown_and_never_classified(tmp_path, synthetic_image):
    ybr = convert_color_space(synthetic_image, "RGB", "YBR_FULL")
    for values, photometric, said in (
        (ybr, "RGB", "says that its colours are RGB, but they look like YBR"),
        (synthetic_image, "YBR_FULL", "says that its colours are YBR, but they look like RGB"),
    ):
        path = written(tmp_path / "a.dcm", values, photometric)

        with pytest.raises(ImageError, match=said):
            read_image(path)
        assert load_image(path, damaged_too=True).pixels.shape == synthetic_image.shape


@pytest.mark.real_data
def test_real_colours_are_told_from_those_of_another_kind(data_dir):
    wrong = {"RGB": 0, "YBR_FULL": 0}
    paths = sorted(data_dir.glob("*/*/*.jpg"))[:: max(1, len(list(data_dir.glob("*/*/*.jpg"))) // 60)]
    for path in paths:
        pixels = load_image(path, minimum_side=224).pixels
        ybr = convert_color_space(pixels, "RGB", "YBR_FULL")
        assert not doubt_of_colours(pixels, "RGB", lossy=False), path.name
        assert not doubt_of_colours(ybr, "YBR_FULL", lossy=False), path.name
        wrong["RGB"] += bool(doubt_of_colours(ybr, "RGB", lossy=False))
        wrong["YBR_FULL"] += bool(doubt_of_colours(pixels, "YBR_FULL", lossy=False))

    assert min(wrong.values()) >= 0.9 * len(paths), wrong


@pytest.mark.parametrize("bits", [8, 16])
def test_a_palette_of_16_bits_may_hold_8_bit_colours(tmp_path, bits):
    path = written(tmp_path / "a.dcm", np.array([[0, 1], [2, 3]], np.uint8), "PALETTE COLOR")
    dataset = dcmread(path)
    table = np.array([0, 100, 200, 255], np.uint16) * (257 if bits == 16 else 1)
    for colour in ("Red", "Green", "Blue"):
        dataset.add_new(f"{colour}PaletteColorLookupTableDescriptor", "US", [4, 0, 16])
        setattr(dataset, f"{colour}PaletteColorLookupTableData", table.tobytes())
    dataset.save_as(path)

    assert read_image(path)[..., 1].tolist() == [[0, 100], [200, 255]]


@pytest.mark.parametrize("bits", [8, 16])
def test_a_voi_table_of_16_bits_may_hold_8_bit_greys(tmp_path, bits):
    path = written(tmp_path / "a.dcm", np.array([[0, 1], [2, 3]], np.uint8), "MONOCHROME2")
    dataset = dcmread(path)
    item = Dataset()
    item.add_new("LUTDescriptor", "US", [4, 0, 16])
    item.add_new("LUTData", "US", [value * (257 if bits == 16 else 1) for value in (0, 100, 200, 255)])
    dataset.VOILUTSequence = [item]
    dataset.save_as(path)

    assert read_image(path)[..., 1].tolist() == [[0, 100], [200, 255]]


def test_a_broken_profile_of_a_dicom_is_a_warning(tmp_path, synthetic_image):
    assert load_image(written(tmp_path / "a", synthetic_image, "RGB", ICCProfile=b"broken")).warnings == (
        ImageWarning.BROKEN_PROFILE,
    )


@pytest.mark.parametrize("photometric", ["ARGB", "CMYK", "HSV"])
def test_retired_colours_are_told_as_not_supported(tmp_path, synthetic_image, photometric):
    samples = 3 if photometric == "HSV" else 4
    path = changed(
        written(tmp_path / "a", synthetic_image, "RGB"), PhotometricInterpretation=photometric, SamplesPerPixel=samples
    )

    with pytest.raises(ImageError, match=f"{photometric} colours, which are not supported"):
        read_image(path)


def test_a_tile_of_a_larger_image_is_not_taken_for_it(tmp_path, synthetic_image):
    tiles = np.stack([synthetic_image] * 4)
    path = written(
        tmp_path / "a", tiles, "RGB", frames=4, TotalPixelMatrixColumns=2 * 448, TotalPixelMatrixRows=2 * 448
    )

    with pytest.raises(ImageError, match="one image in many tiles"):
        read_image(path)
