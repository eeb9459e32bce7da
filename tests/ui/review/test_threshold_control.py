"""The operating point under the histogram, and the table it labels: they say the same, and say whose point it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from skin_gui.measured_on import OtherImages
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import OPERATING_POINT, THRESHOLD
from skin_gui.review.results import Result
from skin_gui.review.store import SessionStore
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.review_table import ReviewTable
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.wording.fact import verbatim
from skin_gui.workers.inference import load_classifier, model_facts
from skin_gui.workers.prediction import PredictionWorker
from skin_gui.workers.shown import ModelFacts

_SLOW = 30_000
_OWN = ModelFacts("Skin GUI test", 0.5, 0.9, 0.8, OtherImages("made-up images"), model_id="0123")
_SET = replace(_OWN, threshold=0.1, chosen=True)
_USE_SETTINGS = "Use the operating point chosen in Settings (10 %)"
_USE_EACH = "Use the operating point that each image was classified at"


def row(folder: Path, number: int, probability: float, threshold: float, model_id: str = "0123") -> Result:
    return Result(
        folder / f"img{number}.png",
        "ok",
        _OWN.name,
        "0.1.0",
        "2026-01-01T00:00:00+00:00",
        probability,
        threshold,
        model_id=model_id,
    )


def ten_rows(folder: Path, threshold: float = 0.5, model_id: str = "0123") -> list[Result]:
    """Five of them from 50 % on, nine from 10 % on."""
    probabilities = (0.05, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
    return [row(folder, number, value, threshold, model_id) for number, value in enumerate(probabilities)]


def way_back(table: ReviewTable) -> str:
    """What the button says that it does, to the eye and to a screen reader."""
    button = table.threshold.reset_button
    assert button.toolTip() == button.accessibleName()
    return plain(button.toolTip())


@pytest.fixture
def open_table(qtbot, tmp_path):
    tables = []

    def build(rows: list[Result], facts: ModelFacts | None) -> ReviewTable:
        with SessionStore().open([tmp_path]) as session:
            for result in rows:
                session.add_result(result)
        table = ReviewTable(OpenImage(ImageSequence(), PredictionWorker()))
        qtbot.addWidget(table)
        table.resize(1240, 420)
        with qtbot.waitExposed(table):
            table.show()
        tables.append(table)
        table.session.open([tmp_path])
        qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=_SLOW)
        if facts is not None:
            table.set_model(facts)
        return table

    yield build
    for table in tables:
        table.stop()


def plain(text: str) -> str:
    """With ordinary spaces before the signs."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(table: ReviewTable) -> tuple[str, str, str, int]:
    """What the control, its slider and the histogram say, and how many rows the table calls malignant."""
    control = table.threshold
    return (
        plain(control.origin.toolTip()),
        plain(control.slider.toolTip()),
        plain(table.summary.histogram.accessibleDescription()),
        table.model.rows.summary().malignant,
    )


def test_rows_at_the_models_own_point(open_table, tmp_path):
    table = open_table(ten_rows(tmp_path), _OWN)

    assert said(table) == ("of the model", "Malignant from 50 % on", "5 of 10 images at or above 50 %", 5)
    assert not table.threshold.reset_button.isEnabled()


def test_rows_at_a_point_that_the_user_chose_before_they_were_made(open_table, tmp_path):
    table = open_table(ten_rows(tmp_path, 0.1), _SET)

    assert said(table) == ("from Settings", "Malignant from 10 % on", "9 of 10 images at or above 10 %", 9)
    assert not table.threshold.reset_button.isEnabled()


def test_a_point_chosen_after_rows_were_made_is_marked_and_one_click_away(open_table, qtbot, tmp_path):
    table = open_table(ten_rows(tmp_path), _OWN)
    control = table.threshold

    table.set_model(_SET)

    as_classified = ("as classified", "Malignant from 50 % on", "5 of 10 images at or above 50 %", 5)
    assert said(table) == as_classified
    assert control.spin.value() == 50
    assert control.slider.mark == 0.1
    assert control.value is None
    assert control.reset_button.isEnabled()
    assert way_back(table) == _USE_SETTINGS

    qtbot.mouseClick(control.reset_button, Qt.MouseButton.LeftButton)
    assert said(table) == ("from Settings", "Malignant from 10 % on", "9 of 10 images at or above 10 %", 9)
    assert table.model.rows.threshold == 0.1
    assert way_back(table) == _USE_EACH

    qtbot.mouseClick(control.reset_button, Qt.MouseButton.LeftButton)
    assert said(table) == as_classified
    assert table.model.rows.threshold is None


def test_a_point_moved_in_the_table_leads_back_to_the_one_in_force(open_table, qtbot, tmp_path):
    table = open_table(ten_rows(tmp_path), _SET)
    control = table.threshold

    control.spin.setValue(80)
    assert said(table) == ("chosen here", "Malignant from 80 % on", "2 of 10 images at or above 80 %", 2)
    assert way_back(table) == _USE_SETTINGS

    qtbot.mouseClick(control.reset_button, Qt.MouseButton.LeftButton)
    assert control.effective == 0.1
    assert table.model.rows.summary().malignant == 9


def test_the_point_chosen_in_settings_is_kept_with_the_session(open_table, qtbot, tmp_path):
    table = open_table(ten_rows(tmp_path), _SET)
    qtbot.mouseClick(table.threshold.reset_button, Qt.MouseButton.LeftButton)
    table.stop()

    again = open_table([], _SET)

    assert said(again) == ("from Settings", "Malignant from 10 % on", "9 of 10 images at or above 10 %", 9)


def test_rows_at_several_points_have_no_one_figure(open_table, qtbot, tmp_path):
    rows = [*ten_rows(tmp_path)[:9], row(tmp_path, 9, 0.3, 0.1)]
    table = open_table(rows, _SET)
    control = table.threshold

    assert control.is_mixed
    assert plain(control.spin.text()) == "– %"
    assert said(table) == (
        "as classified: 10 % to 50 %",
        "Each image is labelled at the operating point that it was classified at",
        "Images that were classified at different operating points: 10",
        5,
    )
    assert control.origin.full_text() == "as classified"
    assert plain(control.spin.accessibleDescription()) == "as classified: 10 % to 50 %"
    qtbot.mouseClick(control.reset_button, Qt.MouseButton.LeftButton)
    assert plain(control.spin.text()) == "10.0 %"
    assert table.model.rows.summary().malignant == 9


def test_a_figure_typed_over_the_dash_counts_whatever_stood_there_before(open_table, tmp_path):
    table = open_table([*ten_rows(tmp_path)[:9], row(tmp_path, 9, 0.3, 0.1)], _SET)
    spin = table.threshold.spin

    spin.setFocus()
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert table.threshold.value is None

    spin.selectAll()
    QTest.keyClicks(spin, "10")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert table.threshold.value == pytest.approx(0.1)
    assert table.model.rows.summary().malignant == 9
    assert plain(spin.text()) == "10.0 %"


def test_another_models_rows_keep_their_point_and_are_classified_again_instead(open_table, tmp_path):
    table = open_table(ten_rows(tmp_path, model_id="4567"), _SET)

    assert said(table) == ("as classified", "Malignant from 50 % on", "5 of 10 images at or above 50 %", 5)
    assert not table.threshold.reset_button.isEnabled()
    assert table.other_models.button.isVisible()

    table.threshold.spin.setValue(80)
    assert way_back(table) == _USE_EACH


def test_without_a_model_the_rows_point_is_shown_and_nobodys(open_table, tmp_path):
    table = open_table(ten_rows(tmp_path, 0.3), None)

    assert said(table) == ("as classified", "Malignant from 30 % on", "7 of 10 images at or above 30 %", 7)
    assert not table.threshold.reset_button.isEnabled()


def test_failed_rows_have_no_point(open_table, tmp_path):
    failed = replace(row(tmp_path, 10, 0.5, 0.9), status="failed", probability=None, error=verbatim("It is no image."))
    table = open_table([*ten_rows(tmp_path), failed], _OWN)

    assert said(table)[0] == "of the model"
    assert not table.threshold.reset_button.isEnabled()


@pytest.mark.parametrize(
    ("wanted", "point", "chosen"),
    [
        ({}, 0.4, False),
        ({OPERATING_POINT.key: "threshold", THRESHOLD.key: 0.1}, 0.1, True),
        ({OPERATING_POINT.key: "threshold", THRESHOLD.key: 0.4}, 0.4, False),  # the model's own, whoever asks for it
        ({OPERATING_POINT.key: "sensitivity"}, 0.4, False),  # without an operating curve it stays the model's own
    ],
)
def test_a_model_says_whose_operating_point_is_in_force(random_model, wanted, point, chosen):
    change_preferences(wanted)

    facts = model_facts(load_classifier(random_model))

    assert (facts.threshold, facts.chosen) == (point, chosen)
