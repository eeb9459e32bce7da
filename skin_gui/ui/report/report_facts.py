"""What a report says of one image: gathered from its result, its file and the model before anything is drawn."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from skin_gui.classifier import Classifier
from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.reading import one_of_many
from skin_gui.imaging.synthetic import is_synthetic
from skin_gui.preferences import current_preferences
from skin_gui.review.batch import model_id
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import percent
from skin_gui.ui.texts.results import (
    clinics_text,
    full_stop,
    measured_text,
    synthetic_text,
    warning_text,
)
from skin_gui.workers.chosen_point import chosen_point
from skin_gui.workers.clinics import clinic_figures
from skin_gui.workers.inference import to_qimage, visible_heatmap

_SIDE = 1200
"""Longest side of a picture in the report, in pixels: 300 dpi at the size it is printed."""
_HEATMAP_OPACITY = 0.6


@dataclass(frozen=True)
class ReportFacts:
    """One page's content."""

    result: Result
    """At the operating point in force."""
    name: str
    """Tells the file from the others of its session."""
    picture: QImage | None
    overlay: QImage | None
    """The picture under its heatmap; None where it cannot be made, which `cautions` then explain."""
    cautions: tuple[str, ...]
    """Warnings, as sentences; they stand before the number."""
    by_model: bool
    """Whether the model that the report is drawn with made the result: only then do its figures belong to it."""
    from_settings: bool
    """Whether the operating point, where it is not the model's own, was chosen in the settings, not in the review."""
    measured: Measurement | None = None
    """What was measured in the image, where the report is to say that."""


def stored_facts(
    stored: Result,
    classifier: Classifier,
    threshold: float | None = None,
    *,
    name: str = "",
    measured: Measurement | None = None,
) -> ReportFacts:
    """What a stored result says by itself: the file is not read, so there are no pictures (`with_pictures`).

    Args:
        threshold: the operating point chosen in the review; None for the one that the row was classified at.
        name: tells the file from the others of its session; its own where there is none.
        measured: what was measured in it, where the report is to say that.
    """
    result = stored.at(threshold)
    in_settings = chosen_point(classifier.info, current_preferences()).threshold
    from_settings = result.threshold in (stored.threshold, in_settings)
    by_model = result.is_by(model_id(classifier), classifier.name)
    cautions = [full_stop(warning_text(warning)) for warning in result.all_warnings]
    if result.error:
        cautions.append(full_stop(words(result.error)))
    return ReportFacts(result, name or stored.file, None, None, tuple(cautions), by_model, from_settings, measured)


def with_pictures(facts: ReportFacts, classifier: Classifier) -> ReportFacts:
    """Decode and classify again for picture and heatmap; the numbers stay those of the stored result."""
    result, cautions = facts.result, list(facts.cautions)
    try:
        image = load_image(result.path, minimum_side=_SIDE)
        synthetic = is_synthetic(result.path)
    except ImageError as error:
        missing = full_stop(words(error))
        return replace(facts, cautions=tuple(dict.fromkeys([*cautions, missing])))
    if synthetic:
        cautions.insert(0, full_stop(synthetic_text()))
    picture = to_qimage(image.pixels).scaled(
        QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    overlay = None
    if result.sha256 and result.sha256 != image.sha256:
        cautions.append(
            QCoreApplication.translate("report", "The file has changed since it was classified; the picture is new.")
        )
    elif result.status == "ok" and facts.by_model:
        try:
            with one_of_many(result.path):
                heatmap = visible_heatmap(classifier.predict(image.pixels).heatmap)
            overlay = None if heatmap is None else _overlay(picture, heatmap)
            if overlay is None:
                cautions.append(
                    QCoreApplication.translate("Pane", "Nothing in this image speaks for malignant in one place.")
                )
        except ImageError as error:
            cautions.append(full_stop(words(error)))
    return replace(facts, picture=picture, overlay=overlay, cautions=tuple(cautions))


def _overlay(picture: QImage, heatmap: QImage) -> QImage:
    # Opaque: the writer stores pictures with transparency uncompressed.
    result = picture.copy()
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(_HEATMAP_OPACITY)
    painter.drawImage(result.rect(), heatmap)
    painter.end()
    return result


def model_lines(info: ModelInfo) -> list[tuple[str, str]]:
    """The model card in a few lines: names and values."""
    point = info.operating_point
    lines = [
        (QCoreApplication.translate("report", "Model"), info.display_name),
        (QCoreApplication.translate("report", "Made"), info.created[:10]),
        (
            QCoreApplication.translate("report", "Validated"),
            QCoreApplication.translate("report", "yes: the model that comes with the program")
            if info.validated
            else QCoreApplication.translate("report", "no: a retrained model, its figures are unchecked"),
        ),
        (QCoreApplication.translate("report", "Operating point"), percent(point.threshold)),
        (
            QCoreApplication.translate("report", "Sensitivity there"),
            _rate(point.sensitivity, point.sensitivity_interval),
        ),
        (
            QCoreApplication.translate("report", "Specificity there"),
            _rate(point.specificity, point.specificity_interval),
        ),
        (QCoreApplication.translate("report", "Measured"), measured_text(point.measured_on)),
    ]
    if clinics := clinic_figures(info):
        lines.append((QCoreApplication.translate("report", "Clinics"), clinics_text(clinics)))
    auc = info.metrics.get("auc")
    if isinstance(auc, int | float):
        lines.append((QCoreApplication.translate("report", "AUC"), QLocale().toString(float(auc), "f", 3)))
    return lines


def _rate(value: float, interval: tuple[float, float]) -> str:
    text = QCoreApplication.translate("report", "{value} (95 % CI {low} – {high})")
    return text.format(value=percent(value), low=percent(interval[0]), high=percent(interval[1]))
