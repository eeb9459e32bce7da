"""A result as a structured report, which other programs can read: Comprehensive SR with template 1500 of PS3.16."""

from dataclasses import dataclass
from datetime import date

from pydicom.dataset import Dataset, FileDataset
from pydicom.uid import generate_uid

from skin_gui import about
from skin_gui.review.assessment.terms import Diagnosis, Histology
from skin_gui.review.dicom.content import (
    PRIVATE,
    Code,
    coded,
    container,
    dcm,
    image,
    number,
    own,
    person,
    referenced,
    sct,
    text,
    unique,
)
from skin_gui.review.dicom.objects import Header, ImageReference, Series, Study, dicom_text, new_object
from skin_gui.review.results import Result

SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.33"
"""Comprehensive SR Storage."""
_PERCENT = Code("%", "UCUM", "%")
_LABELS = {
    "benign": sct("30807003", "Benign"),
    "malignant": sct("21594007", "Malignant"),
    "unsure": sct("373068000", "Undetermined"),
}
_FINDINGS = {
    # The groups of HAM10000 by its abbreviations: each is wider or narrower than a term of SNOMED CT.
    Diagnosis.NEVUS: own("nv", "Melanocytic nevus"),
    Diagnosis.MELANOMA: own("mel", "Melanoma"),
    Diagnosis.BCC: own("bcc", "Basal cell carcinoma"),
    Diagnosis.SCC_AK: own("akiec", "Squamous cell carcinoma or actinic keratosis"),
    Diagnosis.KERATOSIS: own("bkl", "Benign keratosis"),
    Diagnosis.DERMATOFIBROMA: own("df", "Dermatofibroma"),
    Diagnosis.VASCULAR: own("vasc", "Vascular lesion"),
    Diagnosis.OTHER: own("other", "Other"),
    Histology.OTHER_BENIGN: own("other-benign", "Other benign lesion"),
    Histology.OTHER_MALIGNANT: own("other-malignant", "Other malignant lesion"),
}
_COMMENT = dcm("121106", "Comment")
_CONTEXT, _MODIFIER = "HAS OBS CONTEXT", "HAS CONCEPT MOD"


@dataclass(frozen=True)
class TrackedLesion:
    """By what an archive knows the lesion of one picture again in another one."""

    name: str
    uid: str
    """The same in the reports of all its pictures."""
    taken: date | None = None
    """Of this picture; None where it is not known."""


def measurement_report(
    result: Result,
    study: Study,
    series: Series,
    number: int,
    header: Header,
    shown: ImageReference,
    lesion: TrackedLesion,
) -> FileDataset:
    """The object: probability, labels of model and reviewer, diagnosis and histology of one image.

    Args:
        result: with a probability, at the operating point in force.
        shown: the image of the archive that the result is about.
        lesion: that the image shows.
    """
    data = new_object(SOP_CLASS, study, series, number, header)
    data.CompletionFlag, data.VerificationFlag = "COMPLETE", "UNVERIFIED"
    data.ReferencedPerformedProcedureStepSequence = []
    data.PerformedProcedureCodeSequence = []
    data.CurrentRequestedProcedureEvidenceSequence = [_evidence(shown)]
    data.CodingSchemeIdentificationSequence = [_own_scheme()]
    root = container(dcm("126000", "Imaging Measurement Report"), "1500", _content(result, header, shown, lesion), "")
    data.update(root)
    return data


def _content(result: Result, header: Header, shown: ImageReference, lesion: TrackedLesion) -> list[Dataset]:
    language = coded(
        dcm("121049", "Language of Content Item and Descendants"), Code("en", "RFC5646", "English"), _MODIFIER
    )
    procedure = coded(dcm("121058", "Procedure reported"), dcm("DMS", "Dermoscopy"), _MODIFIER)
    group = container(dcm("125007", "Measurement Group"), "1501", _group(result, header, shown, lesion))
    measurements = container(dcm("126010", "Imaging Measurements"), "1500", [group])
    del measurements.ContentTemplateSequence  # a part of the report's own template
    return [language, *_observers(result, header), procedure, measurements]


def _observers(result: Result, header: Header) -> list[Dataset]:
    """The program with its model and, where she said something, the reviewer (PS3.16, TID 1001)."""
    kind = dcm("121005", "Observer Type")
    observers = [
        coded(kind, dcm("121007", "Device"), _CONTEXT),
        unique(
            dcm("121012", "Device Observer UID"), generate_uid(entropy_srcs=[result.model, result.model_id]), _CONTEXT
        ),
        text(dcm("121013", "Device Observer Name"), dicom_text(result.model), _CONTEXT),
        text(dcm("121014", "Device Observer Manufacturer"), about.NAME, _CONTEXT),
        text(dcm("121015", "Device Observer Model Name"), about.NAME, _CONTEXT),
    ]
    if header.reviewer and result.reviewed_at:
        observers += [
            coded(kind, dcm("121006", "Person"), _CONTEXT),
            person(dcm("121008", "Person Observer Name"), dicom_text(header.reviewer), _CONTEXT),
        ]
    return observers


def _group(result: Result, header: Header, shown: ImageReference, lesion: TrackedLesion) -> list[Dataset]:
    """What is known of the lesion; each item says by its name, or by the algorithm under it, whose word it is."""
    items = [
        text(dcm("112039", "Tracking Identifier"), dicom_text(lesion.name), _CONTEXT),
        unique(dcm("112040", "Tracking Unique Identifier"), lesion.uid, _CONTEXT),
        coded(dcm("121071", "Finding"), sct("95324001", "Skin lesion")),
    ]
    if result.probability is not None and result.label is not None:
        source = image(dcm("121112", "Source of Measurement"), shown, "INFERRED FROM")
        items.append(
            number(
                dcm("111047", "Probability of cancer"),
                100 * result.probability,
                _PERCENT,
                [*_algorithm(result), source],
            )
        )
        items.append(
            coded(own("model-label", "Label by the model"), _LABELS[result.label], modifiers=_algorithm(result))
        )
    items += [text(own("warning", "Reason to doubt the result"), warning) for warning in result.all_warnings]
    if result.reviewer_label is not None:
        items.append(coded(own("decision", "Decision of the reviewer"), _LABELS[result.reviewer_label]))
    assessment = result.assessment
    if assessment.diagnosis is not None:
        items.append(coded(own("diagnosis", "Diagnosis by the reviewer"), _finding(assessment.diagnosis)))
    if assessment.histology is not None:
        items.append(coded(own("histology", "Histology"), _finding(assessment.histology)))
    if lesion.taken:
        items.append(text(own("taken", "Date of the image"), lesion.taken.isoformat()))
    if header.site:
        items.append(text(own("site", "Site in words"), header.site))
    if result.reviewer_note:
        items.append(text(own("note", "Note of the reviewer"), result.reviewer_note))
    return [*items, text(_COMMENT, f"{about.DISCLAIMER}.")]


def _algorithm(result: Result) -> list[Dataset]:
    """What made a number (PS3.16, TID 4019)."""
    name = f"{about.NAME}, model {result.model}"
    point = f"operating point {result.threshold:.6g}" if result.threshold is not None else ""
    parts = [("111001", "Algorithm Name", name), ("111003", "Algorithm Version", result.app_version)]
    if point:
        parts.append(("111002", "Algorithm Parameters", point))
    return [text(dcm(value, meaning), dicom_text(words), _MODIFIER) for value, meaning, words in parts]


def _finding(finding: Diagnosis | Histology) -> Code:
    return _FINDINGS[finding]  # equal words of both enumerations are the same key


def _evidence(shown: ImageReference) -> Dataset:
    series, study = Dataset(), Dataset()
    series.SeriesInstanceUID, series.ReferencedSOPSequence = shown.series, [referenced(shown)]
    study.StudyInstanceUID, study.ReferencedSeriesSequence = shown.study, [series]
    return study


def _own_scheme() -> Dataset:
    scheme = Dataset()
    scheme.CodingSchemeDesignator, scheme.CodingSchemeName = PRIVATE, about.NAME
    scheme.CodingSchemeResponsibleOrganization = about.NAME
    return scheme
