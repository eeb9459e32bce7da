"""What all objects for an archive have in common: patient, study, series, the program that made them (PS3.3, C.7)."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

from skin_gui import about

_LONGEST = 64
"""Characters of a DICOM text of type LO."""
_EMPTY = (
    "PatientName",
    "PatientID",
    "PatientBirthDate",
    "PatientSex",
    "StudyDate",
    "StudyTime",
    "StudyID",
    "AccessionNumber",
    "ReferringPhysicianName",
)
"""What must stand in every object, if only as an empty value."""


@dataclass(frozen=True)
class Study:
    """A study and its patient."""

    uid: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What else is known of both, by DICOM's keyword."""


@dataclass(frozen=True)
class ImageReference:
    """What names an image to other objects."""

    study: str
    series: str
    sop_class: str
    instance: str


@dataclass(frozen=True)
class Series:
    """A series of one kind of objects."""

    uid: str
    number: int
    modality: str
    description: str = ""


@dataclass(frozen=True)
class Header:
    """What the user wrote for all objects; empty texts stay empty in them."""

    patient: str = ""
    """A reference that the clinic knows the patient by."""
    site: str = ""
    """Where on the body, in words."""
    clinic: str = ""
    reviewer: str = ""


def new_study(patient: str = "") -> Study:
    """A study of its own, begun now, for a patient of whom a reference is known at most. No name is written."""
    date, time = now()
    return Study(generate_uid(), {"PatientID": dicom_text(patient), "StudyDate": date, "StudyTime": time})


def new_object(sop_class: str, study: Study, series: Series, number: int, header: Header) -> FileDataset:
    """The `number`th object of a series, from 1, but for its content, in UTF-8 and explicit little endian."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = sop_class
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    data.SpecificCharacterSet = "ISO_IR 192"
    data.SOPClassUID, data.SOPInstanceUID = sop_class, meta.MediaStorageSOPInstanceUID
    for keyword in _EMPTY:
        setattr(data, keyword, "")
    for keyword, text in study.values.items():
        setattr(data, keyword, text)
    data.StudyInstanceUID, data.SeriesInstanceUID = study.uid, series.uid
    data.Modality, data.SeriesNumber, data.InstanceNumber = series.modality, series.number, number
    if series.description:
        data.SeriesDescription = series.description
    data.Manufacturer, data.ManufacturerModelName = about.NAME, about.NAME
    data.SoftwareVersions = about.version()
    data.InstitutionName, data.OperatorsName = dicom_text(header.clinic), dicom_text(header.reviewer)
    data.ContentDate, data.ContentTime = data.InstanceCreationDate, data.InstanceCreationTime = now()
    return data


def file_bytes(data: FileDataset) -> bytes:
    """The object as a file. Made in memory: pydicom puts its own trace into the message of a disk that is full."""
    buffer = io.BytesIO()
    data.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def now() -> tuple[str, str]:
    moment = datetime.now()
    return moment.strftime("%Y%m%d"), moment.strftime("%H%M%S")


def dicom_text(text: str) -> str:
    """As DICOM takes it: a backslash would part two values, and control characters are not allowed."""
    letters = (" " if letter == "\\" or not letter.isprintable() else letter for letter in text)
    return "".join(letters)[:_LONGEST].strip()
