"""Patients and lesions by what DICOM files say of themselves, of which only pseudonyms and days are kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.formats import BY_NAME
from skin_gui.imaging.reading import image_errors, open_image_file
from skin_gui.imaging.signatures import HEADER_SIZE, identify
from skin_gui.lesions.pseudonyms import Pseudonyms
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, until_cancelled
from skin_gui.review.memberships import Membership

if TYPE_CHECKING:
    from pydicom import Dataset

_PATIENT = ("PatientID", "IssuerOfPatientID")
_NAMED_PATIENT = ("PatientName", "PatientBirthDate")
_LESION = ("TrackingUID", "TrackingID")
_DATES = ("AcquisitionDateTime", "AcquisitionDate", "ContentDate", "StudyDate")
_SITE = "AnatomicRegionSequence"
_TAGS = (*_PATIENT, *_NAMED_PATIENT, *_LESION, *_DATES, _SITE, "BodyPartExamined", "ImageLaterality")
_LONGEST_SITE = 64


@dataclass(frozen=True)
class _Found:
    """What one file says."""

    membership: Membership
    taken: date | None


def by_dicom(
    images: Iterable[Path],
    pseudonyms: Pseudonyms,
    *,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> dict[Path, Membership]:
    """The memberships that DICOM files give themselves; other files, unreadable ones and silent ones get none.

    The patient is the pseudonym of PatientID with its issuer, or of name and birth date together; the lesion that of
    TrackingUID or TrackingID (PS3.3, C.36). Of dates only the days since the patient's first picture are kept.
    """
    files = list(images)
    found: dict[Path, _Found] = {}
    for number, file in until_cancelled(cancelled, enumerate(files)):
        progress(number / len(files))
        try:
            said = _read(file, pseudonyms)
        except ImageError:  # classifying it says what is wrong
            continue
        if said is not None:
            found[file] = said
    progress(1.0)
    return _with_days(found)


def _read(path: Path, pseudonyms: Pseudonyms) -> _Found | None:
    from skin_gui.imaging.codecs.dicom.file import read_dicom  # noqa: PLC0415 - pydicom takes long to load, and few need it

    with open_image_file(path) as file, image_errors(path):
        if BY_NAME[identify(file.read(HEADER_SIZE))].reader != "dicom":
            return None
        file.seek(0)
        dataset = read_dicom(file, _TAGS)
        patient = _patient(dataset, pseudonyms)
        tracking = next((text for keyword in _LESION if (text := _text(dataset, keyword))), "")
        if not patient and not tracking:
            return None
        lesion = pseudonyms.of("lesion", tracking) if tracking else ""
        return _Found(Membership(patient, lesion, site=_site(dataset)), _date(dataset))


def _patient(dataset: "Dataset", pseudonyms: Pseudonyms) -> str:
    number, issuer = (_text(dataset, keyword) for keyword in _PATIENT)
    if number:
        return pseudonyms.of("patient", number, issuer)
    name, born = (_text(dataset, keyword) for keyword in _NAMED_PATIENT)
    return pseudonyms.of("patient by name", name.casefold(), born) if name and born else ""


def _text(dataset: "Dataset", keyword: str) -> str:
    value = dataset.get(keyword)
    return "" if value is None else str(value).strip()


def _site(dataset: "Dataset") -> str:
    """The coded region with its side: codes have fixed meanings, free text could hold anything."""
    regions = dataset.get(_SITE)
    meaning = _text(regions[0], "CodeMeaning") if regions else _text(dataset, "BodyPartExamined").capitalize()
    side = {"L": "left", "R": "right"}.get(_text(dataset, "ImageLaterality"), "")
    return ", ".join(part for part in (meaning, side) if part)[:_LONGEST_SITE]


def _date(dataset: "Dataset") -> date | None:
    for keyword in _DATES:
        try:
            return date.fromisoformat(_text(dataset, keyword)[:8])
        except ValueError:
            continue
    return None


def _with_days(found: dict[Path, _Found]) -> dict[Path, Membership]:
    """Dates as days since the first picture of the patient, or of the lesion where no patient is known."""
    first: dict[str, date] = {}
    for said in found.values():
        owner = _owner(said.membership)
        if said.taken is not None:
            first[owner] = min(first.get(owner, said.taken), said.taken)
    return {
        path: replace(said.membership, day=(said.taken - first[_owner(said.membership)]).days if said.taken else None)
        for path, said in found.items()
    }


def _owner(membership: Membership) -> str:
    return membership.patient or membership.lesion
