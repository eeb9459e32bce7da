"""DICOM files whose header and pixels, or whose elements, leave more than one reading: the right one, or no number."""

import io
import time

import numpy as np
import pytest
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.encaps import encapsulate
from pydicom.pixels import get_encoder
from pydicom.uid import (
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
)

from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from tests.imaging.test_dicom import changed, written

GREYS = np.random.default_rng(0).integers(0, 256, (60, 80), np.uint8)
DEEP = np.random.default_rng(0).integers(500, 3000, (60, 80), np.uint16)


def with_stream(path, stream, syntax, **elements):
    """Give a file other pixels, compressed."""
    dataset = dcmread(path)
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.PixelData = encapsulate([stream])
    dataset["PixelData"].is_undefined_length = True
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    dataset.save_as(path)
    return path


def encoded(image, name, **options):
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, name, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("photometric", "shape", "agree"),
    [
        ("MONOCHROME1", "INVERSE", True),
        ("MONOCHROME2", "IDENTITY", True),
        ("MONOCHROME1", "IDENTITY", False),
        ("MONOCHROME2", "INVERSE", False),
    ],
)
def test_greys_are_turned_once_and_never_guessed(tmp_path, photometric, shape, agree):
    """PS3.3, C.7.6.3.1.2 and C.8.11.3."""
    path = written(tmp_path / "a.dcm", GREYS, photometric, PresentationLUTShape=shape)
    turned = 255 - GREYS if photometric == "MONOCHROME1" else GREYS

    shown = load_image(path, damaged_too=True)

    np.testing.assert_array_equal(shown.pixels[..., 0], turned)
    assert (shown.damage is None) == agree
    if not agree:
        with pytest.raises(ImageError, match="contradicts itself about which of its greys is white"):
            read_image(path)


@pytest.mark.parametrize("place", ["PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"])
def test_the_window_of_an_enhanced_image_is_found_in_its_functional_groups(tmp_path, place):
    def group(centre):
        window, values, both = Dataset(), Dataset(), Dataset()
        window.WindowCenter, window.WindowWidth = centre, 2000
        values.RescaleSlope, values.RescaleIntercept = 2, -1000
        both.FrameVOILUTSequence, both.PixelValueTransformationSequence = [window], [values]
        return both

    plain = written(tmp_path / "a.dcm", DEEP, "MONOCHROME2", bits=12, WindowCenter=2500, WindowWidth=2000)
    expected = read_image(changed(plain, RescaleSlope=2, RescaleIntercept=-1000))
    enhanced = written(tmp_path / "b.dcm", np.stack([DEEP, DEEP]), "MONOCHROME2", bits=12, frames=2)

    changed(enhanced, **{"SharedFunctionalGroupsSequence": [group(99)], place: [group(2500), group(9)]})

    np.testing.assert_array_equal(read_image(enhanced), expected)
    assert np.ptp(expected) == 255


def test_transforms_that_were_left_empty_are_none(tmp_path):
    for keywords in (("RescaleSlope", "RescaleIntercept"), ("WindowCenter", "WindowWidth"), ("RescaleSlope",)):
        path = written(tmp_path / "a.dcm", GREYS, "MONOCHROME2", **dict.fromkeys(keywords))

        np.testing.assert_array_equal(read_image(path)[..., 0], GREYS)


@pytest.mark.parametrize(("name", "syntax"), [("JPEG", JPEGBaseline8Bit), ("JPEG2000", JPEG2000Lossless)])
def test_the_order_of_compressed_colours_is_the_streams_own(tmp_path, synthetic_image, name, syntax):
    stream = encoded(synthetic_image, name)
    path = with_stream(written(tmp_path / "a.dcm", synthetic_image, "RGB"), stream, syntax)
    expected = read_image(path)

    changed(path, PlanarConfiguration=1)

    np.testing.assert_array_equal(read_image(path), expected)
    np.testing.assert_allclose(expected.astype(int), synthetic_image, atol=40)


def test_compressed_pixels_are_never_taken_for_plain_ones(tmp_path):
    path = written(tmp_path / "a.dcm", GREYS, "MONOCHROME2")
    with_stream(path, encoded(GREYS, "JPEG") + GREYS.tobytes(), JPEGBaseline8Bit)
    data = path.read_bytes()
    plain = ExplicitVRLittleEndian.encode().ljust(len(JPEGBaseline8Bit), b"\0")

    path.write_bytes(data.replace(JPEGBaseline8Bit.encode(), plain))

    with pytest.raises(ImageError, match="does not say how its pixels are compressed"):
        read_image(path)


def runs(values):
    return get_encoder(RLELossless).encode(
        values, rows=60, columns=80, samples_per_pixel=1, bits_allocated=8, bits_stored=8,
        pixel_representation=0, photometric_interpretation="MONOCHROME2", number_of_frames=1,
    )  # fmt: skip


def test_runs_that_unfold_to_other_bytes_than_there_are_pixels_give_no_number(tmp_path):
    path = written(tmp_path / "a.dcm", GREYS, "MONOCHROME2")
    sound = runs(GREYS)
    np.testing.assert_array_equal(read_image(with_stream(path, sound, RLELossless))[..., 0], GREYS)

    # Zeros are runs of one zero each; what follows them is then taken for other runs.
    for damaged in (sound[:1000] + bytes(400) + sound[1400:], sound[:1000] + b"\x81" * 400 + sound[1400:]):
        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(with_stream(path, damaged, RLELossless))


def test_a_jpeg_ls_without_its_end_is_refused_before_its_decoder_reads_on(tmp_path, synthetic_image):
    jpeg_ls = pytest.importorskip("jpeg_ls")
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3), np.uint8)
    stream = bytes(jpeg_ls.encode_array(noise // 8 + synthetic_image[:300, :300] // 8 * 7, interleave_mode=2))
    path = written(tmp_path / "a.dcm", noise, "RGB")
    read_image(with_stream(path, stream, JPEGLSLossless))

    started = time.process_time()
    for cut in range(3, 60, 3):
        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(with_stream(path, stream[:-cut], JPEGLSLossless))
    assert time.process_time() - started < 5


@pytest.mark.parametrize("offset", [4, 409, 1 << 31])
def test_a_wrong_table_of_places_does_not_cost_an_only_frame(tmp_path, synthetic_image, offset):
    path = with_stream(
        written(tmp_path / "a.dcm", synthetic_image, "RGB"), encoded(synthetic_image, "JPEG"), JPEGBaseline8Bit
    )
    expected, data = read_image(path), path.read_bytes()
    table = b"\xfe\xff\0\xe0\4\0\0\0"
    assert table + bytes(4) in data

    path.write_bytes(data.replace(table + bytes(4), table + offset.to_bytes(4, "little")))

    np.testing.assert_array_equal(read_image(path), expected)
