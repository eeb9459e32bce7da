"""Luminance and chrominance that a file of any format calls red, green and blue."""

import io

import numpy as np
import pytest
import tifffile
from PIL import Image

from skin_gui.imaging.codecs.luminance import doubt_of_luminance
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError


def luminance_of(pixels):
    return np.asarray(Image.fromarray(pixels).convert("YCbCr"))


def with_marker_of_rgb(pixels):
    """A JPEG whose Adobe marker says that its luminance and chrominance are colours."""
    Image.fromarray(pixels).save(buffer := io.BytesIO(), "JPEG", quality=95, subsampling=0)
    data = buffer.getvalue()
    return data[:2] + b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0" + data[20:]


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "PNG", "JPEG", "JPEG2000", "WEBP"])
def test_luminance_that_is_called_colour_gives_no_number(tmp_path, synthetic_image, kind):
    path = tmp_path / "a"
    options = {"lossless": True} if kind == "WEBP" else {}
    Image.fromarray(synthetic_image).save(path, kind, **options)
    read_image(path)

    if kind == "JPEG":
        path.write_bytes(with_marker_of_rgb(synthetic_image))
    elif kind == "TIFF":
        tifffile.imwrite(path, luminance_of(synthetic_image), photometric="rgb", compression="zlib")
    else:
        Image.fromarray(luminance_of(synthetic_image)).save(path, kind, **options)
    with pytest.raises(ImageError, match="says that its colours are RGB, but they look like YBR"):
        read_image(path)
    assert load_image(path, damaged_too=True).damage is not None


def test_greys_drawings_and_colours_of_their_own_are_sound(synthetic_image):
    grey = np.dstack([synthetic_image[..., 0]] * 3)
    red = synthetic_image * np.array([1, 0, 0], np.uint8)
    drawn = np.full_like(synthetic_image, 128)
    drawn[100:200, 50:] = (255, 128, 128)

    for pixels in (synthetic_image, grey, red, drawn, 255 - synthetic_image, synthetic_image[..., ::-1]):
        assert doubt_of_luminance(pixels) is None


def test_no_sound_dermoscopic_image_is_taken_for_luminance(data_dir):
    paths = sorted(data_dir.rglob("*.jpg"))[::40]
    found = {path: np.asarray(Image.open(path).convert("RGB")) for path in paths}

    assert not [path for path, pixels in found.items() if doubt_of_luminance(pixels)]
    assert np.mean([doubt_of_luminance(luminance_of(pixels)) is not None for pixels in found.values()]) > 0.7
