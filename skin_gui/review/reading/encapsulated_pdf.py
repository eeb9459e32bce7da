"""A report as a DICOM object that an archive takes: Encapsulated PDF (DICOM PS3.3, A.45.1)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from skin_gui import about
from skin_gui.review.export_file import replacing

_SOP_CLASS = "1.2.840.10008.5.1.4.1.1.104.1"
"""Encapsulated PDF Storage."""
_LONGEST = 64
"""Characters of a DICOM text of type LO."""


@dataclass(frozen=True)
class DocumentFacts:
    """What the object says beside the PDF itself; empty texts stay empty in it."""

    title: str
    patient: str = ""
    """A reference that the clinic knows the patient by; it becomes the patient's ID. No name is written."""
    clinic: str = ""
    reviewer: str = ""


def write_encapsulated_pdf(path: Path, pdf: bytes, facts: DocumentFacts) -> None:
    """Write the object, completely or not at all. It begins a study of its own.

    Args:
        path: the file, whose name may end in `.dcm`; an image that is there is never replaced.
        pdf: the report.
        facts: what else stands in it.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
    """
    from pydicom.dataset import FileDataset, FileMetaDataset  # noqa: PLC0415 - slow to load
    from pydicom.uid import ExplicitVRLittleEndian, generate_uid  # noqa: PLC0415

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = _SOP_CLASS
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data = FileDataset(path.name, {}, file_meta=meta, preamble=b"\0" * 128)
    now = datetime.now()
    date, time = now.strftime("%Y%m%d"), now.strftime("%H%M%S")
    data.SpecificCharacterSet = "ISO_IR 192"
    data.SOPClassUID, data.SOPInstanceUID = _SOP_CLASS, meta.MediaStorageSOPInstanceUID
    data.PatientName, data.PatientID = "", _text(facts.patient)
    data.PatientBirthDate = data.PatientSex = ""
    data.StudyInstanceUID, data.SeriesInstanceUID = generate_uid(), generate_uid()
    data.StudyDate, data.StudyTime = date, time
    data.StudyID = data.AccessionNumber = data.ReferringPhysicianName = ""
    data.Modality, data.SeriesNumber, data.InstanceNumber = "DOC", 1, 1
    data.Manufacturer, data.ManufacturerModelName = about.NAME, about.NAME
    data.SoftwareVersions = about.version()
    data.InstitutionName, data.OperatorsName = _text(facts.clinic), _text(facts.reviewer)
    data.ConversionType = "WSD"
    data.ContentDate, data.ContentTime, data.AcquisitionDateTime = date, time, ""
    data.BurnedInAnnotation = "YES"  # file names and the head may name the patient
    data.DocumentTitle = facts.title[:1024]
    data.ConceptNameCodeSequence = []
    data.MIMETypeOfEncapsulatedDocument = "application/pdf"
    data.EncapsulatedDocumentLength = len(pdf)
    data.EncapsulatedDocument = pdf + b"\0" * (len(pdf) % 2)
    with replacing(path, may_be_named=".dcm") as temporary:
        data.save_as(temporary, enforce_file_format=True)


def _text(text: str) -> str:
    """As DICOM takes it: a backslash would part two values, and control characters are not allowed."""
    return "".join(" " if letter == "\\" or not letter.isprintable() else letter for letter in text)[:_LONGEST].strip()
