"""What a page of the report says, as it is drawn."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QPainter, QPdfWriter

from skin_gui.classifier import Classifier
from skin_gui.imaging.decode import read_image
from skin_gui.measures.score import DermoscopyScore
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import OPERATING_POINT, THRESHOLD
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag
from skin_gui.review.measurements import Measurement
from skin_gui.ui.report.page_canvas import BODY, PageCanvas, TextStyle
from skin_gui.ui.report.page_parts import FOOT
from skin_gui.ui.report.report_facts import ReportFacts, stored_facts, with_pictures
from skin_gui.ui.report.report_header import ReportHeader
from skin_gui.ui.report.report_page import Frame, draw_page, page_plan
from skin_gui.ui.report.summary_page import draw_summary, summary_rows

pytestmark = pytest.mark.usefixtures("qapp")


def facts_of(row, classifier, threshold=None, **known):
    return with_pictures(stored_facts(row, classifier, threshold, **known), classifier)


class _Listener(PageCanvas):
    """Draws, and remembers what is written."""

    def __init__(self, painter: QPainter, writer: QPdfWriter) -> None:
        super().__init__(painter, writer, right_to_left=False)
        self.said: list[str] = []
        self.spans: dict[str, tuple[float, float]] = {}
        """From where to where each text goes down the page, in millimetres."""

    def text(
        self, text: str, x: float, y: float, width: float, style: TextStyle = BODY, *, measure_only: bool = False
    ) -> float:
        self.said.append(text)
        height = super().text(text, x, y, width, style, measure_only=measure_only)
        self.spans[text] = y, y + height
        return height


def drawn(facts: ReportFacts, classifier: Classifier, folder: Path) -> _Listener:
    writer = QPdfWriter(str(folder / "page.pdf"))
    painter = QPainter(writer)
    canvas = _Listener(painter, writer)
    plan = page_plan(canvas, facts, classifier.info)
    canvas.said.clear()
    draw_page(canvas, facts, Frame(classifier.info, "today", 1), plan, 0, 1)
    painter.end()
    return canvas


def page_of(facts: ReportFacts, classifier: Classifier, folder: Path) -> str:
    canvas = drawn(facts, classifier, folder)
    return "\n".join(canvas.said).replace("\N{NO-BREAK SPACE}", " ")


def test_the_model_that_made_a_result_adds_its_heatmap_and_figures(classifier, row, tmp_path):
    facts = facts_of(row, classifier)
    assert facts.overlay is not None
    page = page_of(facts, classifier, tmp_path)
    assert "finds 91 of 100 malignant lesions" in page
    assert "made-up images" in page
    assert "\nnone\nstrong\n" in page  # the legend's ends
    assert "yes: the model that comes with the program" in page
    assert "checked" not in page  # nobody has checked the figures for these images


def test_a_heatmap_with_nothing_to_be_seen_is_said_instead_of_drawn(classifier, row, tmp_path, monkeypatch):
    silent = replace(classifier.predict(read_image(row.path)), heatmap=np.zeros((14, 14), np.float32))
    monkeypatch.setattr(classifier, "predict", lambda _pixels: silent)

    facts = facts_of(row, classifier)

    assert facts.overlay is None
    page = page_of(facts, classifier, tmp_path)
    assert "Nothing in this image speaks for malignant in one place." in page
    assert "did not make the result" not in page


def test_another_model_of_the_same_name_does_not(classifier, row, tmp_path, make_model):
    successor = Classifier.load(make_model(tmp_path / "successor", "Skin GUI test", seed=5, validated=True))
    assert successor.name == row.model

    facts = facts_of(row, successor)

    assert facts.overlay is None
    page = page_of(facts, successor, tmp_path)
    assert "of 100 malignant lesions" not in page
    assert "made-up images" not in page
    assert row.model in page


def test_a_point_other_than_the_models_is_said_to_be_the_settings_or_the_reviewers(classifier, row, tmp_path):
    chosen = replace(row, threshold=0.25)  # as rows are while 25 % is chosen in the settings
    by_settings, by_reviewer = "It was chosen in Settings; the model's own is 40 %.", "The reviewer has moved it"

    page = page_of(facts_of(chosen, classifier), classifier, tmp_path)
    assert by_settings in page and by_reviewer not in page

    page = page_of(facts_of(chosen, classifier, 0.75), classifier, tmp_path)
    assert by_reviewer in page and by_settings not in page

    change_preferences({OPERATING_POINT.key: "threshold", THRESHOLD.key: 0.75})
    page = page_of(facts_of(chosen, classifier, 0.75), classifier, tmp_path)
    assert by_settings in page and by_reviewer not in page


FULL = Assessment(
    Diagnosis.MELANOMA,
    tuple(Tag),
    Histology.MELANOMA,
    seven_point=tuple(SevenPoint),
    menzies=tuple(Menzies),
)


@pytest.mark.parametrize("warnings", [(), ("blurred",)])
def test_the_first_page_of_the_summary_is_used_down_to_its_foot(row, tmp_path, warnings):
    """With a head of four fields that take two lines each, results of two models and all three agreements."""
    field = "A practice for diseases of the skin and of the vessels, Hamburg"
    decided = replace(row, reviewer_label="benign", assessment=FULL, warnings=warnings)
    rows = [replace(decided, path=row.path.with_name(f"lesion {n}.jpg")) for n in range(60)]
    rows[0] = replace(rows[0], model="Another one")
    pages = summary_rows(rows, [one.file for one in rows])
    writer = QPdfWriter(str(tmp_path / "pages.pdf"))
    painter = QPainter(writer)
    canvas = _Listener(painter, writer)
    names = [one.file for one in rows]
    draw_summary(canvas, ReportHeader(field, field, field, field), rows, names, 1, len(pages), "today")
    foot = canvas.height - FOOT
    assert [text for text, (y, end) in canvas.spans.items() if y < foot < end] == []
    last = canvas.spans[names[pages[0][-1]]][1]
    assert last < foot < last + 40
    painter.end()


@pytest.mark.parametrize("words", [1, 60, 90, 120, 200])
def test_nothing_runs_over_the_foot_however_much_there_is_to_say(classifier, row, tmp_path, words):
    full = replace(
        row,
        warnings=("too dark", "blurred", "outside training data"),
        assessment=FULL,
        reviewer_label="malignant",
        reviewer_note="reviewed " * words,
    )
    measured = Measurement(DermoscopyScore(1, 4, 3), 0.25, 0.9)
    facts = facts_of(full, classifier, measured=measured)
    writer = QPdfWriter(str(tmp_path / "pages.pdf"))
    painter = QPainter(writer)
    plan = page_plan(PageCanvas(painter, writer, right_to_left=False), facts, classifier.info)
    said: list[str] = []
    for place in range(len(plan)):
        canvas = _Listener(painter, writer)
        draw_page(canvas, facts, Frame(classifier.info, "today", 9), plan, place, place + 1)
        foot = canvas.height - FOOT
        runs_over = [text for text, (y, end) in canvas.spans.items() if y < foot < end]
        assert not runs_over
        said += [text for text, (y, _) in canvas.spans.items() if y < foot]
        writer.newPage()
    painter.end()
    assert {"SHA-256", "7-point checklist", "Menzies' method", "Note", "Validated"} <= set(said)


def test_the_words_below_the_heatmap_are_not_covered(classifier, row, tmp_path):
    canvas = drawn(facts_of(replace(row, warnings=("too dark",)), classifier), classifier, tmp_path)
    caption = next(text for text in canvas.spans if text.startswith("Evidence"))
    box = next(text for text in canvas.spans if "too dark" in text)
    assert canvas.spans[caption][1] < canvas.spans[box][0]
    assert canvas.spans["none"][1] < canvas.spans[box][0]
