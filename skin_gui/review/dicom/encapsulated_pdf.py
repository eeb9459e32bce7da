"""A report as a DICOM object that an archive takes: Encapsulated PDF (DICOM PS3.3, A.45.1)."""

from pathlib import Path

from pydicom.uid import generate_uid

from skin_gui.review.dicom.objects import Header, Series, Study, file_bytes, new_object
from skin_gui.review.export_file import exporting

_SOP_CLASS = "1.2.840.10008.5.1.4.1.1.104.1"
"""Encapsulated PDF Storage."""
_LONGEST_TITLE = 1024


def write_encapsulated_pdf(path: Path, pdf: bytes, title: str, study: Study, header: Header) -> None:
    """Write the object, completely or not at all.

    Args:
        path: the file, whose name may end in `.dcm`; an image that is there is never replaced.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
    """
    data = new_object(_SOP_CLASS, study, Series(generate_uid(), 1, "DOC"), 1, header)
    data.ConversionType = "WSD"
    data.AcquisitionDateTime = ""
    data.BurnedInAnnotation = "YES"  # file names and the head may name the patient
    data.DocumentTitle = title[:_LONGEST_TITLE]
    data.ConceptNameCodeSequence = []
    data.MIMETypeOfEncapsulatedDocument = "application/pdf"
    data.EncapsulatedDocumentLength = len(pdf)
    data.EncapsulatedDocument = pdf + b"\0" * (len(pdf) % 2)
    with exporting(path, may_be_named=".dcm") as temporary:
        temporary.write_bytes(file_bytes(data))
