import shutil
from pathlib import Path

from PIL import Image

from skin_gui import paths
from skin_gui.imaging.synthetic import is_synthetic


def test_the_marker_is_found_wherever_the_file_was_copied_or_saved_as(tmp_path):
    sample = min(paths.samples().glob("*.jpg"))
    copy = shutil.copy(sample, tmp_path / "patient-Ünal.jpeg")
    assert is_synthetic(Path(copy))
    for suffix in ("jpg", "png", "tiff"):
        saved = tmp_path / f"saved.{suffix}"
        with Image.open(sample) as image:
            image.save(saved, exif=image.getexif())
        assert is_synthetic(saved), suffix


def test_other_files_are_not_synthetic(tmp_path):
    plain = tmp_path / "synthetic-01-nevus-like.jpg"
    Image.new("RGB", (8, 8)).save(plain)
    assert not is_synthetic(plain)
    assert not is_synthetic(tmp_path / "missing.jpg")
    assert not is_synthetic(tmp_path)
