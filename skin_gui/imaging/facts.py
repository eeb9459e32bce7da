"""What a file's header says about an image, for the window to show: nothing that identifies a person."""

import io
import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from skin_gui.imaging.codecs.exif import exif_or_none, oriented_size, read_exif
from skin_gui.imaging.decode import LoadedImage
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.formats import BY_NAME
from skin_gui.imaging.raster import open_raster
from skin_gui.imaging.reading import image_errors
from skin_gui.imaging.signatures import HEADER_SIZE, identify
from skin_gui.plain_text import printable
from skin_gui.wording.images import ImageFact

_LONGEST_VALUE = 64


@dataclass(frozen=True)
class ImageFacts:
    """What is known of an image file without decoding it."""

    file_size: int
    """In bytes."""
    modified: datetime
    """When the file was last written, in UTC."""
    format: str
    """The name of one of `formats.FORMATS`."""
    width: int
    """In pixels, upright."""
    height: int
    details: tuple[tuple[str, str], ...]
    """Names and values of the device and exposure, in the order to show them.

    From a fixed list of fields that identify no one: never names, numbers of patients or devices,
    dates, places or free text.
    """
    spacing: tuple[float, float] | None = None
    """Millimetres in the skin from one row to the next, and from one column to the next; None where that is not known.
    """


# Only these are read: what is not on the list is not even parsed. The names are DICOM keywords.
_DICOM_FIELDS = (
    ("Modality", "Modality"),
    ("Body part", "BodyPartExamined"),
    ("Manufacturer", "Manufacturer"),
    ("Model", "ManufacturerModelName"),
    ("Photometric interpretation", "PhotometricInterpretation"),
    ("Bits stored", "BitsStored"),
    ("Frames", "NumberOfFrames"),
)
_SPACING = "PixelSpacing"  # of the patient: ImagerPixelSpacing, at the detector, tells nothing of the skin
_DICOM_TAGS = ("SOPClassUID", "Rows", "Columns", _SPACING, *(keyword for _, keyword in _DICOM_FIELDS))

_EXIF_FIELDS = (("Manufacturer", ExifTags.Base.Make), ("Model", ExifTags.Base.Model))


def _clean(value: Any) -> str:
    """A field's value as one short printable line."""
    line = " ".join(printable(str(value)).split())
    return line if len(line) <= _LONGEST_VALUE else line[: _LONGEST_VALUE - 1] + "…"


def _number(value: Any) -> float | None:
    """An EXIF rational as a positive number; None for 0/0 and what is no number."""
    try:
        number = float(value[0] if isinstance(value, tuple) else value)
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return None
    return number if 0 < number < float("inf") else None


def _exposure_time(seconds: float) -> str:
    return f"1/{round(1 / seconds)} s" if seconds < 0.5 else f"{seconds:g} s"


def _exif_details(image: Image.Image) -> Iterator[tuple[str, str]]:
    main = read_exif(image)
    exposure = main.get_ifd(ExifTags.IFD.Exif)
    for label, tag in _EXIF_FIELDS:
        yield label, _clean(main.get(tag, ""))
    yield "Lens", _clean(exposure.get(ExifTags.Base.LensModel, ""))
    for label, tag, written in (
        ("Exposure time", ExifTags.Base.ExposureTime, _exposure_time),
        ("Aperture", ExifTags.Base.FNumber, "f/{:g}".format),
        ("Sensitivity", ExifTags.Base.ISOSpeedRatings, "ISO {:g}".format),
        ("Focal length", ExifTags.Base.FocalLength, "{:g} mm".format),
    ):
        number = _number(exposure.get(tag))
        yield label, written(number) if number is not None else ""


def _raster_facts(name: str, file: BinaryIO) -> tuple[int, int, list[tuple[str, str]]]:
    image = open_raster(name, file)
    width, height = oriented_size(image, exif_or_none(image))
    try:
        details = list(_exif_details(image))
    except Exception:  # damaged EXIF data: the image itself may be sound
        details = []
    return width, height, details


def _dicom_facts(file: BinaryIO) -> tuple[int, int, list[tuple[str, str]], tuple[float, float] | None]:
    # pydicom takes long to load, and most sessions never need it.
    from pydicom.uid import UID  # noqa: PLC0415

    from skin_gui.imaging.codecs.dicom.file import dicom_size, read_dicom  # noqa: PLC0415

    dataset = read_dicom(file, _DICOM_TAGS)
    width, height = dicom_size(dataset)
    uid = dataset.get("SOPClassUID")
    details = [("Kind", _clean(uid.name) if isinstance(uid, UID) else "")]
    for label, keyword in _DICOM_FIELDS:
        value = dataset.get(keyword)
        details.append((label, "" if value is None else _clean(value)))
    syntax = dataset.file_meta.get("TransferSyntaxUID")
    details.append(("Transfer syntax", _clean(syntax.name) if isinstance(syntax, UID) else ""))
    return width, height, details, _spacing(dataset.get(_SPACING))


def _spacing(value: Any) -> tuple[float, float] | None:
    """Two positive numbers; None for anything else."""
    try:
        rows, columns = (float(part) for part in value)
    except (TypeError, ValueError):
        return None
    return (rows, columns) if all(0 < part < math.inf for part in (rows, columns)) else None


def facts_of(path: Path, data: bytes, image: LoadedImage) -> ImageFacts:
    """Size, time, format and device of an image file that was read and decoded.

    A header that tells nothing costs the details alone.

    Raises:
        ImageError: when the file is not there any more.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise ImageError(path, ImageFact.GONE()) from error
    try:
        with image_errors(path):
            return _facts_in(io.BytesIO(data), status)
    except ImageError:
        modified = datetime.fromtimestamp(status.st_mtime, UTC)
        return ImageFacts(image.file_bytes, modified, image.format, image.width, image.height, ())


def _facts_in(file: BinaryIO, status: os.stat_result) -> ImageFacts:
    name = identify(file.read(HEADER_SIZE))
    file.seek(0)
    if BY_NAME[name].reader == "dicom":
        width, height, details, spacing = _dicom_facts(file)
    else:  # the resolution that a raster image states is that of a print or a screen
        (width, height, details), spacing = _raster_facts(name, file), None
    return ImageFacts(
        file_size=status.st_size,
        modified=datetime.fromtimestamp(status.st_mtime, UTC),
        format=name,
        width=width,
        height=height,
        details=tuple((label, value) for label, value in details if value),
        spacing=spacing,
    )
