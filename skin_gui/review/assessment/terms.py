"""The words a lesion is described with. The values stand in exports and in saved sessions: they never change."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from skin_gui.classifier.prediction import Label

ReviewerLabel = Literal["benign", "malignant", "unsure"]


class Diagnosis(StrEnum):
    """What the reviewer takes a lesion for, in the groups of HAM10000 (Tschandl, Rosendahl and Kittler 2018)."""

    NEVUS = "nevus"
    MELANOMA = "melanoma"
    BCC = "basal cell carcinoma"
    SCC_AK = "squamous cell carcinoma or actinic keratosis"
    KERATOSIS = "benign keratosis"
    DERMATOFIBROMA = "dermatofibroma"
    VASCULAR = "vascular lesion"
    OTHER = "other"


class Histology(StrEnum):
    """What the pathologist found."""

    NEVUS = "nevus"
    MELANOMA = "melanoma"
    BCC = "basal cell carcinoma"
    SCC_AK = "squamous cell carcinoma or actinic keratosis"
    KERATOSIS = "benign keratosis"
    DERMATOFIBROMA = "dermatofibroma"
    VASCULAR = "vascular lesion"
    OTHER_BENIGN = "other benign"
    OTHER_MALIGNANT = "other malignant"


class Tag(StrEnum):
    """What is to happen with a lesion, or what it is good for."""

    BIOPSY = "biopsy"
    EXCISION = "excision"
    FOLLOW_UP = "follow-up"
    SECOND_OPINION = "second opinion"
    PHOTOGRAPH_AGAIN = "photograph again"
    TELL_PATIENT = "tell patient"
    TEACHING = "teaching"


# Actinic keratosis counts as malignant in HAM10000, and so in this program's training data.
_IMPLIED: Mapping[str, Label] = {
    Diagnosis.NEVUS: "benign",
    Diagnosis.MELANOMA: "malignant",
    Diagnosis.BCC: "malignant",
    Diagnosis.SCC_AK: "malignant",
    Diagnosis.KERATOSIS: "benign",
    Diagnosis.DERMATOFIBROMA: "benign",
    Diagnosis.VASCULAR: "benign",
    Histology.OTHER_BENIGN: "benign",
    Histology.OTHER_MALIGNANT: "malignant",
}


def implied_label(finding: Diagnosis | Histology | None) -> Label | None:
    """What a diagnosis or a histology means for the lesion; None where it leaves that open."""
    return None if finding is None else _IMPLIED.get(finding)
