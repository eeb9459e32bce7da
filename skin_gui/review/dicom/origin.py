"""Whose image a file is: patient and study, as a DICOM file says them, for the objects that are made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydicom import Dataset
from pydicom.config import RAISE
from pydicom.datadict import dictionary_VR
from pydicom.uid import UID
from pydicom.valuerep import validate_value

from skin_gui.imaging.codecs.dicom.file import read_dicom
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.formats import BY_NAME
from skin_gui.imaging.reading import image_errors, open_image_file
from skin_gui.imaging.signatures import HEADER_SIZE, identify
from skin_gui.review.dicom.objects import ImageReference, Study

_COPIED = (
    "PatientName",
    "PatientID",
    "IssuerOfPatientID",
    "PatientBirthDate",
    "PatientSex",
    "StudyDate",
    "StudyTime",
    "StudyID",
    "StudyDescription",
    "AccessionNumber",
    "ReferringPhysicianName",
)
"""What says whose study it is, and nothing else."""
_UIDS = ("StudyInstanceUID", "SeriesInstanceUID", "SOPClassUID", "SOPInstanceUID")
_CHARACTERS = "SpecificCharacterSet"


@dataclass(frozen=True)
class Origin:
    """What a DICOM image belongs to."""

    study: Study
    image: ImageReference | None
    """None where the file does not say all that another object must name it by."""


def origin_of(path: Path) -> Origin | None:
    """Patient and study of a DICOM file; None for other files, and where it names no study.

    Raises:
        ImageError: it cannot be read.
    """
    with open_image_file(path) as file, image_errors(path):
        if BY_NAME[identify(file.read(HEADER_SIZE))].reader != "dicom":
            return None
        file.seek(0)
        dataset = read_dicom(file, (*_COPIED, *_UIDS, _CHARACTERS))
        study, series, sop_class, instance = (_uid(dataset, keyword) for keyword in _UIDS)
        if not study:
            return None
        values = {keyword: text for keyword in _COPIED if (text := _valid_text(dataset, keyword))}
        complete = bool(series and sop_class and instance)
        image = ImageReference(study, series, sop_class, instance) if complete else None
        return Origin(Study(study, values), image)


def common_study(paths: Iterable[Path]) -> Study | None:
    """The study that all these files belong to; None where one belongs to another, to none, or cannot be read."""
    studies: dict[str, Study] = {}
    for path in paths:
        try:
            origin = origin_of(path)
        except ImageError:
            origin = None
        if origin is None:
            return None
        studies.setdefault(origin.study.uid, origin.study)
        if len(studies) > 1:
            return None
    return next(iter(studies.values()), None)


def _uid(dataset: Dataset, keyword: str) -> str:
    text = str(dataset.get(keyword) or "").strip()
    return text if UID(text).is_valid else ""


def _valid_text(dataset: Dataset, keyword: str) -> str:
    """A value as it may be written again; one that DICOM does not allow is left out, not passed on."""
    value = dataset.get(keyword)
    text = "" if value is None else str(value).strip()
    try:
        validate_value(dictionary_VR(keyword), text, RAISE)
    except ValueError:
        return ""
    return text
