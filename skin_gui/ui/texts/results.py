"""The words for what the classifier says, in the user's language."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui import __version__
from skin_gui.measured_on import MeasuredOn, OtherImages, SourcesHeldOut, StaysTogether
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right, percent, probability_text, seconds_text
from skin_gui.vocabulary import ImageWarning
from skin_gui.workers.clinics import ClinicFigures
from skin_gui.workers.shown import ImagePrediction, ShownImage

if TYPE_CHECKING:
    from skin_gui.review.assessment.terms import ReviewerLabel
    from skin_gui.review.results import Result

OTHER_MODEL = " *"
"""Marks a figure that another model has made than the one in use."""
_ADDED_MNEMONIC = re.compile(r"\s*\(&\w\)")


def disclaimer() -> str:
    """What every view and every export says."""
    return QCoreApplication.translate("texts", "Research and education; not a medical device")


def full_stop(sentence: str) -> str:
    """A sentence with its full stop, whether it came with one or not."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def label_text(label: str) -> str:
    if label == "malignant":
        return QCoreApplication.translate("texts", "Malignant")
    return QCoreApplication.translate("texts", "Benign")


def model_label_text(label: str | None) -> str:
    return label_text(label) if label else QCoreApplication.translate("ResultColumns", "Failed")


def changed_text() -> str:
    """Instead of the picture, where the file is no longer the one that label and number are of."""
    return QCoreApplication.translate("texts", "The file has changed since it was classified.")


def error_text(result: "Result") -> str:
    return words(result.error) if result.error else ""


def review_text(label: "ReviewerLabel | None") -> str:
    if label is None:
        return ""
    return QCoreApplication.translate("ResultColumns", "Unsure") if label == "unsure" else label_text(label)


def other_model_text(model: str) -> str:
    """What `OTHER_MODEL` says of a figure."""
    text = QCoreApplication.translate("ResultColumns", "Of the model {model}, which is not in use now")
    return text.format(model=left_to_right(model))


def synthetic_text() -> str:
    """The badge of the program's own sample images."""
    return QCoreApplication.translate("texts", "Synthetic sample: drawn, not photographed")


def warning_texts() -> "dict[str, tuple[str, str]]":
    """Each warning in a word or two, and as a sentence."""
    return {
        ImageWarning.OUTSIDE_TRAINING_DATA: (
            QCoreApplication.translate("ResultColumns", "unlike training data"),
            QCoreApplication.translate(
                "texts", "Unlike the images that the model learned from: do not rely on the number."
            ),
        ),
        ImageWarning.BROKEN_PROFILE: (
            QCoreApplication.translate("ResultColumns", "colours uncertain"),
            QCoreApplication.translate(
                "texts",
                "The file's colour profile is broken or missing: its colours may be wrong, and the number with them.",
            ),
        ),
        ImageWarning.BLURRED: (
            QCoreApplication.translate("ResultColumns", "blurred"),
            QCoreApplication.translate("texts", "The image is blurred."),
        ),
        ImageWarning.TOO_DARK: (
            QCoreApplication.translate("ResultColumns", "too dark"),
            QCoreApplication.translate("texts", "The image is too dark."),
        ),
        ImageWarning.TOO_BRIGHT: (
            QCoreApplication.translate("ResultColumns", "too bright"),
            QCoreApplication.translate("texts", "The image is too bright or overexposed."),
        ),
        ImageWarning.CHANGED_SINCE_REVIEW: (
            QCoreApplication.translate("ResultColumns", "changed since review"),
            QCoreApplication.translate("texts", "The file has changed since it was reviewed."),
        ),
        ImageWarning.MODEL_NOT_VALIDATED: (
            QCoreApplication.translate("ResultColumns", "model not validated"),
            QCoreApplication.translate("texts", "By a model that is not validated"),
        ),
    }


def warning_text(warning: str) -> str:
    """A warning as a sentence; one of a newer version, from a saved session, stays as it is."""
    return warning_texts().get(warning, (warning, warning))[1]


def short_warning(warning: str) -> str:
    return warning_texts().get(warning, (warning, warning))[0]


def clinics_text(figures: ClinicFigures) -> str:
    """Which figures are those of an unseen clinic and of the training data's, and what the probabilities are for."""
    locale = QLocale()
    rates = (figures.unseen.sensitivity, figures.unseen.specificity, figures.home.sensitivity, figures.home.specificity)
    found, cleared, found_home, cleared_home = (locale.toString(round(100 * rate)) for rate in rates)
    text = QCoreApplication.translate(
        "texts",
        "In a clinic that is not in its training data it found {found} of 100 malignant lesions and cleared {cleared} "
        "of 100 benign ones; in those of its training data {found_home} and {cleared_home}.",
    ).format(found=found, cleared=cleared, found_home=found_home, cleared_home=cleared_home)
    if figures.prevalence is None:
        return text
    made_for = QCoreApplication.translate(
        "texts", "Its probabilities are for a clinic where {malignant} of 100 lesions are malignant."
    ).format(malignant=locale.toString(round(100 * figures.prevalence)))
    return f"{text} {made_for}"


def measured_text(measured_on: MeasuredOn) -> str:
    """On what a model's rates were measured; an imported model says it in words of its own."""
    if isinstance(measured_on, OtherImages):
        return measured_on.words
    images = QLocale().toString(measured_on.images)
    if isinstance(measured_on, SourcesHeldOut):
        text = QCoreApplication.translate("texts", "sources held out in turn ({sources}), {images} images")
        return text.format(sources=", ".join(measured_on.sources), images=images)
    texts = {
        StaysTogether.LESION: QCoreApplication.translate(
            "texts", "out of fold, {folds} folds by lesion, {images} images"
        ),
        StaysTogether.PATIENT: QCoreApplication.translate(
            "texts", "out of fold, {folds} folds by patient, {images} images"
        ),
        StaysTogether.PICTURE: QCoreApplication.translate(
            "texts", "out of fold, {folds} folds by picture, {images} images"
        ),
    }
    return texts[measured_on.stays_together].format(folds=QLocale().toString(measured_on.folds), images=images)


def result_summary(
    image: ShownImage,
    predicted: ImagePrediction,
    name: str,
    *,
    decision: str = "",
    note: str = "",
    row: "Result | None" = None,
) -> str:
    """A result as plain text, for the clipboard.

    Args:
        name: what tells the file from the others that are open.
        decision: what the reviewer said, in words; empty for nothing.
        row: the image's in the review table, for diagnosis, tags and histology.
    """
    prediction = predicted.prediction
    rows = [
        (QCoreApplication.translate("texts", "File"), name),
        (QCoreApplication.translate("texts", "Label"), label_text(prediction.label)),
        (
            QCoreApplication.translate("texts", "Probability of malignancy"),
            probability_text(prediction.probability),
        ),
        (QCoreApplication.translate("texts", "Operating point"), percent(prediction.threshold)),
        *(
            (QCoreApplication.translate("texts", "Warning"), warning_text(warning))
            for warning in predicted.all_warnings
        ),
        (QCoreApplication.translate("texts", "Model"), predicted.model.name),
        (QCoreApplication.translate("texts", "Time"), seconds_text(predicted.seconds)),
    ]
    if decision:
        rows.append((QCoreApplication.translate("texts", "Decision"), decision))
    if note:
        rows.append((QCoreApplication.translate("texts", "Note"), note))
    if row is not None and row.assessment:
        from skin_gui.ui.texts.assessment import assessment_rows  # noqa: PLC0415 - not before the first paint

        rows += assessment_rows(row.assessment)
    notes = [synthetic_text()] if image.synthetic else []
    notes.append(f"Skin GUI {__version__}. {disclaimer()}.")
    return "\n".join([*(f"{name}: {value}" for name, value in rows), *notes]) + "\n"


def plain(text: str) -> str:
    """An action's text without dots and mnemonic, nor the letter in brackets that a translation may add for that."""
    text = _ADDED_MNEMONIC.sub("", text)
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
