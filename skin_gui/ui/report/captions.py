"""What stands below the picture of an image where there is no page for each."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.review.results import Result
from skin_gui.ui.report.page_canvas import WARNING, TextStyle, label_colour
from skin_gui.ui.report.report_header import ReportHeader
from skin_gui.ui.texts.assessment import finding_text
from skin_gui.ui.texts.formats import from_the_start, in_reading_direction, left_to_right, probability_text
from skin_gui.ui.texts.results import model_label_text, review_text, short_warning

_LONGEST_NAME = 44
CAPTION = TextStyle(points=7.5)
_RESULT = TextStyle(points=8.5, bold=True)


def models_text(results: Iterable[Result]) -> str:
    return QLocale().createSeparatedList(sorted({left_to_right(row.model) for row in results if row.model}))


def caption(result: Result, name: str, member: Membership = UNGROUPED) -> list[tuple[str, TextStyle]]:
    """Name, patient and lesion as far as they are known, result, what to beware of, the reviewer's word, histology."""
    label = model_label_text(result.label)
    if result.probability is None:
        lines = [(label, replace(_RESULT, colour=WARNING))]
    else:
        number = in_reading_direction(probability_text(result.probability))
        lines = [(f"{label}  {number}", replace(_RESULT, colour=label_colour(result.label)))]
    if result.all_warnings:
        beware = QLocale().createSeparatedList([short_warning(one) for one in result.all_warnings])
        lines.append((beware, replace(CAPTION, colour=WARNING)))
    if result.reviewer_label is not None:
        text = QCoreApplication.translate("report", "Reviewer: {label}")
        lines.append((text.format(label=review_text(result.reviewer_label)), CAPTION))
    if histology := finding_text(result.assessment.histology):
        text = QCoreApplication.translate("report", "Histology: {label}")
        lines.append((text.format(label=histology), CAPTION))
    shown = ReportHeader(grouped_patient=member.patient, grouped_lesion=member.lesion).lines()
    if shown:
        parts = [f"{field}: {left_to_right(_cut(text))}" for field, text in shown]
        lines.insert(0, (from_the_start(QLocale().createSeparatedList(parts)), CAPTION))
    return [(in_reading_direction(_cut(name)), CAPTION), *lines]


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME // 2]}…{name[-_LONGEST_NAME // 2 :]}"
