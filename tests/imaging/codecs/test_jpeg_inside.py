"""JPEGs inside DICOM and TIFF: a damaged one is shown without being classified, as a damaged JPEG file is."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image, TiffImagePlugin
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import JPEGBaseline8Bit, SecondaryCaptureImageStorage, generate_uid

from skin_gui.imaging.codecs.jpeg.structure import read_structure
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError


def jpeg_of(image) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def damaged(jpeg: bytes) -> bytes:
    """The lower part missing, with an end marker: what a transfer that broke off leaves behind."""
    return jpeg[: len(jpeg) * 2 // 3] + b"\xff\xd9"


def write_dicom(path, frame, size):
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = JPEGBaseline8Bit
    meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid()
    dataset = FileDataset(str(path), {}, file_meta=meta, preamble=b"\0" * 128)
    dataset.SOPClassUID, dataset.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    dataset.Rows, dataset.Columns = size
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "YBR_FULL_422", 0
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.PixelData = encapsulate([frame])
    dataset["PixelData"].VR = "OB"
    dataset.save_as(path, enforce_file_format=True)


def write_tiff(path, image):
    Image.fromarray(image).save(path, compression="jpeg", quality=90)


@pytest.fixture
def image(synthetic_image):
    return cv2.resize(synthetic_image, (224, 208), interpolation=cv2.INTER_AREA)


def test_a_sound_jpeg_inside_is_read_as_ever(image, tmp_path):
    write_dicom(tmp_path / "a.dcm", jpeg_of(image), image.shape[:2])
    write_tiff(tmp_path / "a.tif", image)
    for name in ("a.dcm", "a.tif"):
        loaded = load_image(tmp_path / name)
        assert not loaded.damage
        assert np.abs(loaded.pixels.astype(int) - image).mean() < 6


def test_a_damaged_jpeg_inside_a_dicom_is_shown_and_never_classified(image, tmp_path):
    path = tmp_path / "a.dcm"
    write_dicom(path, damaged(jpeg_of(image)), image.shape[:2])
    with pytest.raises(ImageError, match="damaged"):
        load_image(path)
    shown = load_image(path, damaged_too=True)
    assert shown.damage
    assert np.abs(shown.pixels[:60].astype(int) - image[:60]).mean() < 6


@pytest.mark.parametrize("part", [0.35, 0.6, 0.85])
def test_a_damaged_jpeg_inside_a_tiff_is_never_classified(image, tmp_path, part):
    path = tmp_path / "a.tif"
    write_tiff(path, image)
    data = bytearray(path.read_bytes())
    tags = TiffImagePlugin.TiffImageFile(path).tag_v2
    begin, count = tags[273][-1], tags[279][-1]
    start = begin + int(part * count)
    data[start : start + count // 8] = bytes(count // 8)
    path.write_bytes(data)
    with pytest.raises(ImageError):
        load_image(path)


def test_a_jpeg_inside_a_dicom_that_lacks_its_last_scans_is_never_classified(image, tmp_path):
    """Libjpeg says nothing of these."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=90, progressive=True)
    scans = read_structure(buffer.getvalue()).scans
    path = tmp_path / "a.dcm"
    write_dicom(path, buffer.getvalue(), image.shape[:2])
    load_image(path)
    for scan in scans[:-1]:
        write_dicom(path, buffer.getvalue()[: scan.end] + b"\xff\xd9", image.shape[:2])
        with pytest.raises(ImageError, match="damaged"):
            load_image(path)


def test_all_that_follows_a_block_being_brighter_is_damage_inside_too(image, tmp_path):
    waves = 12 * np.sin(np.arange(image.shape[1]) / 23)
    changed = np.clip(image * 0.8 + 20 + waves[:, None], 0, 255)
    sound = changed.astype(np.uint8)
    changed[48:64, 80:] += 9
    changed[64:] += 9
    shifted = np.clip(changed, 0, 255).astype(np.uint8)
    for pixels, damaged_too in ((sound, False), (shifted, True)):
        write_dicom(tmp_path / "a.dcm", jpeg_of(pixels), image.shape[:2])
        write_tiff(tmp_path / "a.tif", pixels)
        for name in ("a.dcm", "a.tif"):
            assert bool(load_image(tmp_path / name, damaged_too=True).damage) == damaged_too, name
