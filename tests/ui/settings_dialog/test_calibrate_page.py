import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from skin_gui.classifier import Classifier
from skin_gui.classifier.store import ModelStore
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Histology
from skin_gui.review.batch import classify_file
from skin_gui.ui.settings_dialog import SettingsDialog
from skin_gui.workers.settings.calibration import usable

LONG = 120_000


@pytest.fixture
def clinic(clinic_folder, tmp_path):
    """A copy that may be changed."""
    return shutil.copytree(clinic_folder, tmp_path / "clinic")


@pytest.fixture
def rows():
    return []


@pytest.fixture
def page(qtbot, shipped_model, rows):
    dialog = SettingsDialog(reviewed=lambda: rows)
    qtbot.addWidget(dialog)
    dialog.show_page("calibrate")
    yield dialog.calibrate_page
    dialog.stop()


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    click(page.folder_button)


def answer(role):
    """Press the button of a role in the next message box; gives the list that its text will be in."""
    asked: list[str] = []

    def press():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            click(next(button for button in box.buttons() if box.buttonRole(button) == role))

    QTimer.singleShot(300, press)
    return asked


def calibrated(page, qtbot):
    click(page.start_button)
    qtbot.waitUntil(lambda: not page.runner.is_busy, timeout=LONG)
    assert page.message.text() == ""


def shown(page):
    return [label.text() for label in page.result.findChildren(QLabel)]


def test_a_folder_is_calibrated_with_and_the_model_activated(page, clinic, qtbot, monkeypatch):
    assert not page.start_button.isEnabled()
    choose(page, clinic, monkeypatch)
    page.model_name.selectAll()
    QTest.keyClicks(page.model_name, "Our clinic")
    page.prevalence.setValue(20)
    calibrated(page, qtbot)
    assert {"Before", "After", "Our clinic (not validated)", "ECE (lower is better)"} <= set(shown(page))
    assert "prevalence of 20" in page.result.explanation.text()
    assert ModelStore().active().shipped
    with qtbot.waitSignal(page.model_changed, timeout=LONG):
        click(page.result.activate_button)
    assert ModelStore().active().info.name == "Our clinic"
    assert not page.result.isVisible()


def test_the_key_that_starts_it_does_nothing_else_when_pressed_again(page, clinic, qtbot, monkeypatch):
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    choose(page, clinic, monkeypatch)
    qtbot.waitUntil(page.start_button.isEnabled, timeout=LONG)
    page.start_button.setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.runner.is_busy
    qtbot.waitUntil(lambda: not page.runner.is_busy, timeout=LONG)
    assert page.result.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.window().isVisible()
    assert page.result.isVisible()
    assert not page.runner.is_busy


def test_what_is_done_at_once_is_not_to_activate_a_model_that_finds_fewer(page, clinic, qtbot, monkeypatch):
    choose(page, clinic, monkeypatch)
    calibrated(page, qtbot)
    buttons = page.result.activate_button, page.result.keep_button
    assert [button.property("primary") for button in buttons] == [True, False]

    report = page._outcome.report
    aimed_higher = replace(report.fitted.choice, target=0.95)
    page.result.show_report(replace(report, fitted=replace(report.fitted, choice=aimed_higher)))
    assert [button.property("primary") for button in buttons] == [False, True]


def test_discard_asks_first(page, clinic, qtbot, monkeypatch):
    choose(page, clinic, monkeypatch)
    calibrated(page, qtbot)
    asked = answer(QMessageBox.ButtonRole.RejectRole)
    click(page.result.discard_button)
    assert asked
    assert not page.runner.is_busy
    assert len(ModelStore().list()) == 2
    answer(QMessageBox.ButtonRole.DestructiveRole)
    click(page.result.discard_button)
    qtbot.waitUntil(lambda: not page.runner.is_busy, timeout=LONG)
    assert [model.shipped for model in ModelStore().list()] == [True]
    assert page.start_button.isEnabled()


def test_reviewed_images_serve_with_histology_or_the_reviewers_decisions(page, rows, clinic, qtbot):
    classifier = Classifier.load()
    for file in sorted(clinic.rglob("*.png")):
        row = classify_file(classifier, file)[0]
        # Against the folder's name: the decision counts, and a changed file does not.
        rows.append(replace(row, reviewer_label=file.parent.name))
    rows.append(replace(row, reviewer_label="unsure"))
    rows[0] = replace(rows[0], sha256="0" * 64)
    # Histology counts before the decision, and where there is none.
    known = {"benign": Histology.NEVUS, "malignant": Histology.MELANOMA}
    rows[1] = replace(rows[1], reviewer_label="malignant", assessment=Assessment(histology=known["benign"]))
    rows[-2] = replace(rows[-2], reviewer_label="unsure", assessment=Assessment(histology=known["malignant"]))
    assert len(usable(rows)) == 44
    page.images.setCurrentIndex(1)
    assert "22 benign and 22 malignant" in page.images_row.help.text()
    calibrated(page, qtbot)
    click(page.result.keep_button)
    kept = ModelStore().get("My clinic")
    assert not kept.active
    assert kept.info.data["counts"]["calibration"] == {"benign": 21, "malignant": 22}


def test_too_few_reviewed_images_cannot_be_calibrated_with(page, rows, clinic):
    row = classify_file(Classifier.load(), next(clinic.rglob("*.png")))[0]
    page.images.setCurrentIndex(1)
    for malignant, enough in ((19, False), (20, True)):
        rows[:] = [replace(row, reviewer_label="benign")] * 30 + [replace(row, reviewer_label="malignant")] * malignant
        page.activate()
        assert page.start_button.isEnabled() == enough
        assert ("At least 20 of each are needed." in page.images_row.help.text()) != enough


def test_given_too_few_images_then_a_sentence(page, clinic, qtbot, monkeypatch):
    for file in sorted((clinic / "benign").iterdir())[3:]:
        file.unlink()
    choose(page, clinic, monkeypatch)
    click(page.start_button)  # before its images are counted
    qtbot.waitUntil(lambda: bool(page.message.text()), timeout=LONG)
    assert "20 different benign lesions; there are 3" in page.message.text()
    assert "At least 20 of each" in page.folder_row.help.text()
    assert not page.start_button.isEnabled()


def test_cancel_stores_nothing(page, clinic, qtbot, monkeypatch):
    choose(page, clinic, monkeypatch)
    click(page.start_button)
    assert page.cancel_button.isVisible()
    click(page.cancel_button)
    qtbot.waitUntil(lambda: not page.runner.is_busy, timeout=LONG)
    assert page.status.text() == "Cancelled. Nothing was stored."
    assert len(ModelStore().list()) == 1


def test_a_folder_s_images_are_counted_before_anything_begins(page, clinic, qtbot, monkeypatch):
    choose(page, clinic, monkeypatch)
    qtbot.waitUntil(lambda: "Images in it" in page.folder_row.help.text(), timeout=LONG)
    counts = [len(list((clinic / label).iterdir())) for label in ("benign", "malignant")]
    assert f"benign {counts[0]}, malignant {counts[1]}." in page.folder_row.help.text()
    assert page.start_button.isEnabled()
    for image in sorted((clinic / "malignant").iterdir())[19:]:
        image.unlink()
    choose(page, clinic, monkeypatch)
    qtbot.waitUntil(lambda: "malignant 19" in page.folder_row.help.text(), timeout=LONG)
    assert "At least 20 of each" in page.folder_row.help.text()
    assert not page.start_button.isEnabled()


def test_counts_are_in_the_digits_of_the_language(page, clinic, qtbot, monkeypatch):
    before = QLocale()
    QLocale.setDefault(QLocale("ar_EG"))
    try:
        choose(page, clinic, monkeypatch)
        qtbot.waitUntil(lambda: "Images in it" in page.folder_row.help.text(), timeout=LONG)
    finally:
        QLocale.setDefault(before)
    assert "benign ٢٢, malignant ٢٢" in page.folder_row.help.text()
