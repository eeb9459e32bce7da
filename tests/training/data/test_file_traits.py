import numpy as np
import pytest
from PIL import Image

from skin_gui.imaging.errors import ImageError
from skin_gui.progress import Cancelled
from skin_gui.training.data import file_traits
from skin_gui.training.data.file_traits import FileTraits, read_traits, thumbnail


@pytest.mark.parametrize("quality", [20, 50, 75, 92, 100])
def test_jpeg_quality_and_subsampling_are_read(tmp_path, draw_picture, quality):
    Image.fromarray(draw_picture(0)).save(tmp_path / "a.jpg", quality=quality, subsampling=1)

    (traits,) = read_traits([tmp_path / "a.jpg"])

    assert isinstance(traits, FileTraits)
    assert traits.jpeg_quality == pytest.approx(quality, abs=1)
    assert traits.jpeg_subsampling == 1
    assert (traits.width, traits.height, traits.format) == (80, 60, "JPEG")
    assert not traits.has_exif


def test_exif_profile_and_frame_are_seen(tmp_path):
    pixels = np.full((100, 120, 3), 200, np.uint8)
    y, x = np.ogrid[-1:1:100j, -1:1:120j]
    pixels[x * x + y * y > 1] = 0
    exif = Image.Exif()
    exif[0x010F] = "maker"
    Image.fromarray(pixels).save(tmp_path / "a.png", exif=exif, icc_profile=b"profile")

    (traits,) = read_traits([tmp_path / "a.png"])

    assert isinstance(traits, FileTraits)
    assert (traits.has_exif, traits.has_icc) == (True, True)
    assert traits.dark_corners > 0.95
    assert traits.dark_frame > 0.8
    assert np.isnan(traits.jpeg_quality)


def test_an_unreadable_file_gives_its_error_in_its_place(tmp_path, save_picture):
    (tmp_path / "b.jpg").write_bytes(b"broken")
    parts: list[float] = []

    traits = read_traits([save_picture(tmp_path / "a.jpg", 0), tmp_path / "b.jpg"], parts.append)

    assert isinstance(traits[0], FileTraits)
    assert isinstance(traits[1], ImageError)
    assert parts == [0.0, 0.5, 1.0]


def test_reading_can_be_cancelled(tmp_path, save_picture):
    with pytest.raises(Cancelled):
        read_traits([save_picture(tmp_path / "a.jpg", 0)], cancelled=lambda: True)


def test_a_thumbnail_has_mean_0_and_length_1(draw_picture):
    small = thumbnail(draw_picture(0)[..., 0])

    assert small.mean() == pytest.approx(0, abs=1e-6)
    assert np.linalg.norm(small) == pytest.approx(1, abs=1e-5)
    assert not thumbnail(np.full((50, 50), 90, np.uint8)).any()


def test_whatever_one_file_ends_in_takes_its_place_and_the_others_are_read(tmp_path, save_picture, monkeypatch):
    paths = [save_picture(tmp_path / f"{number}.jpg", number) for number in range(3)]
    header = file_traits._header

    def failing(path, name):
        if path == paths[1]:
            raise IndexError("Jane Doe")
        return header(path, name)

    monkeypatch.setattr(file_traits, "_header", failing)

    first, second, third = read_traits(paths)

    assert isinstance(first, FileTraits)
    assert isinstance(third, FileTraits)
    assert isinstance(second, ImageError)
    assert second.path == paths[1]
