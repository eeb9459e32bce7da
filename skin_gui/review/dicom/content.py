"""The items that a structured report is built of, each one short call (DICOM PS3.3, C.17.3)."""

from dataclasses import dataclass

from pydicom.dataset import Dataset

from skin_gui.review.dicom.objects import ImageReference

PRIVATE = "99SKINGUI"
"""The scheme of codes that no public scheme has."""


@dataclass(frozen=True)
class Code:
    """A term of a coding scheme."""

    value: str
    scheme: str
    meaning: str

    def item(self) -> Dataset:
        """As it stands in a sequence."""
        data = Dataset()
        data.CodeValue, data.CodingSchemeDesignator, data.CodeMeaning = self.value, self.scheme, self.meaning
        return data


def dcm(value: str, meaning: str) -> Code:
    """A term of DICOM's own (PS3.16, annex D)."""
    return Code(value, "DCM", meaning)


def sct(value: str, meaning: str) -> Code:
    """A term of SNOMED CT."""
    return Code(value, "SCT", meaning)


def own(value: str, meaning: str) -> Code:
    """A term of this program."""
    return Code(value, PRIVATE, meaning)


def container(name: Code, template: str, children: list[Dataset], relation: str = "CONTAINS") -> Dataset:
    """A heading and what stands under it; `template` is its number in PS3.16."""
    data = _item("CONTAINER", name, relation)
    data.ContinuityOfContent = "SEPARATE"
    identification = Dataset()
    identification.MappingResource, identification.TemplateIdentifier = "DCMR", template
    data.ContentTemplateSequence = [identification]
    data.ContentSequence = children
    return data


def coded(name: Code, value: Code, relation: str = "CONTAINS", modifiers: list[Dataset] | None = None) -> Dataset:
    data = _item("CODE", name, relation)
    data.ConceptCodeSequence = [value.item()]
    if modifiers:
        data.ContentSequence = modifiers
    return data


def text(name: Code, value: str, relation: str = "CONTAINS") -> Dataset:
    data = _item("TEXT", name, relation)
    data.TextValue = value
    return data


def person(name: Code, value: str, relation: str) -> Dataset:
    data = _item("PNAME", name, relation)
    data.PersonName = value
    return data


def unique(name: Code, value: str, relation: str) -> Dataset:
    data = _item("UIDREF", name, relation)
    data.UID = value
    return data


def number(name: Code, value: float, unit: Code, children: list[Dataset]) -> Dataset:
    """A measurement: a finite number with its unit."""
    data = _item("NUM", name, "CONTAINS")
    measured = Dataset()
    measured.NumericValue = f"{value:.6g}"
    measured.FloatingPointValue = value
    measured.MeasurementUnitsCodeSequence = [unit.item()]
    data.MeasuredValueSequence = [measured]
    data.ContentSequence = children
    return data


def image(name: Code, shown: ImageReference, relation: str) -> Dataset:
    data = _item("IMAGE", name, relation)
    data.ReferencedSOPSequence = [referenced(shown)]
    return data


def referenced(shown: ImageReference) -> Dataset:
    """An image as a sequence of references names it."""
    data = Dataset()
    data.ReferencedSOPClassUID, data.ReferencedSOPInstanceUID = shown.sop_class, shown.instance
    return data


def _item(kind: str, name: Code, relation: str) -> Dataset:
    data = Dataset()
    if relation:
        data.RelationshipType = relation
    data.ValueType = kind
    data.ConceptNameCodeSequence = [name.item()]
    return data
