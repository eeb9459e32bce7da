"""What the export dialog asks and says."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton

from skin_gui.review.memberships import Membership
from skin_gui.review.results import Result
from skin_gui.ui.report.report_header import ReportHeader
from skin_gui.ui.review.export_dialog import ExportDialog, ExportScope

SLOW = 20_000


@pytest.fixture
def make_dialog(qtbot):
    row = Result(Path("a.jpg"), "ok", "model", "1", "2025-01-01T00:00:00+00:00", probability=0.7, threshold=0.5)

    def build():
        built = ExportDialog(ExportScope([row], [row], [row], 0.5, "folder"))
        qtbot.addWidget(built)
        with qtbot.waitExposed(built):
            built.show()
        return built

    return build


@pytest.fixture
def dialog(make_dialog):
    return make_dialog()


def answer(act):
    """Do something with the question that comes next, if one comes."""

    def look():
        found = QApplication.activeModalWidget()
        if isinstance(found, QMessageBox):
            act(found)

    QTimer.singleShot(100, look)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_written_file_is_named_with_its_folder(dialog, qtbot, tmp_path):
    target = tmp_path / "out.csv"
    dialog.target.field.setText(str(target))
    assert not dialog.folder_button.isEnabled()
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)

    assert target.is_file()
    assert dialog.isVisible()
    assert dialog.folder_button.isEnabled()
    assert str(target) in dialog.hint.text()
    assert dialog.close_button.text() == "Close"
    click(qtbot, dialog.close_button)
    assert not dialog.isVisible()


def test_a_file_that_is_there_is_replaced_only_after_asking(dialog, qtbot, tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("mine", encoding="utf-8")
    dialog.target.field.setText(str(target))

    # Enter takes the default button.
    answer(lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    click(qtbot, dialog.export_button)
    assert target.read_text(encoding="utf-8") == "mine"
    assert not dialog.is_busy

    answer(lambda box: click(qtbot, next(one for one in box.buttons() if one.text() == "Replace")))
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)
    assert "a.jpg" in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(("system", "separator"), [("de_DE", ";"), ("fr_FR", ";"), ("en_US", ","), ("C", ",")])
def test_a_table_has_the_separators_that_excel_wants_on_this_system(
    make_dialog, qtbot, tmp_path, monkeypatch, system, separator
):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    dialog, target = make_dialog(), tmp_path / "out.csv"
    dialog.target.field.setText(str(target))
    assert dialog.decimal_comma.isVisible() == (separator == ";")
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)

    assert target.read_text(encoding="utf-8-sig").startswith(f"file{separator}path{separator}label")


def test_enter_in_the_file_s_field_exports(dialog, qtbot, tmp_path):
    target = tmp_path / "out.csv"
    dialog.target.field.setText(str(target))
    dialog.target.field.setFocus()
    QTimer.singleShot(500, dialog, lambda: [box.reject() for box in dialog.findChildren(QFileDialog)])
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        qtbot.keyClick(dialog.target.field, Qt.Key.Key_Return)
    assert target.is_file()


def test_only_a_report_has_a_head_and_the_patient_is_not_remembered(dialog, make_dialog, qtbot):
    assert not dialog.header.isVisible()
    assert not dialog.print_button.isVisible()
    click(qtbot, dialog.kind_buttons["report"])
    assert dialog.header.isVisible()
    for name in ("patient", "clinic"):
        QTest.keyClicks(dialog.header.fields[name], f"my {name}")
    assert dialog.header.header == ReportHeader(patient="my patient", clinic="my clinic")
    dialog.header.remember()
    assert make_dialog().header.header == ReportHeader(clinic="my clinic")


def test_the_images_of_several_patients_take_no_reference_and_their_table_names_each(qtbot, tmp_path):
    row = Result(Path("a.jpg"), "ok", "model", "1", "2025-01-01T00:00:00+00:00", probability=0.7, threshold=0.5)
    other = replace(row, path=Path("b.jpg"))
    memberships = {row.path: Membership("P1"), other.path: Membership("P2")}
    scope = ExportScope([row, other], [row], [row], 0.5, "folder", memberships=memberships)
    dialog = ExportDialog(scope)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert "several patients" not in dialog.hint.text()  # a table has no head
    click(qtbot, dialog.kind_buttons["report"])
    assert "several patients" in dialog.hint.text()
    assert not dialog.header.fields["patient"].isEnabled()
    click(qtbot, dialog.row_buttons["shown"])
    assert dialog.hint.text() == ""
    QTest.keyClicks(dialog.header.fields["patient"], "K-104")
    assert dialog.header.header.patient == "K-104"

    click(qtbot, dialog.kind_buttons["results"])
    click(qtbot, dialog.row_buttons["all"])
    dialog.target.field.setText(str(tmp_path / "out.csv"))
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["patient_id"] for row in csv.DictReader(stream)] == ["P1", "P2"]


@pytest.mark.usefixtures("shipped_model")
def test_printing_begins_with_a_preview(dialog, qtbot):
    click(qtbot, dialog.kind_buttons["report"])
    click(qtbot, dialog.print_button)
    qtbot.waitUntil(lambda: dialog.findChild(QPrintPreviewDialog) is not None, timeout=SLOW)
    shown = dialog.findChild(QPrintPreviewDialog)
    qtbot.waitUntil(shown.isVisible)
    assert shown.findChild(QPrintPreviewWidget).pageCount() == 1
    # All of it can be done with the keyboard.
    reached = []
    while (widget := shown.focusWidget()) not in reached:
        reached.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    buttons = [button for button in shown.findChildren(QToolButton) if button.isVisible() and button.isEnabled()]
    assert set(buttons) <= set(reached)
    assert [button.accessibleName() for button in buttons if button.defaultAction()][:2] == ["Fit width", "Fit page"]
    printing = shown.findChildren(QToolButton)[-1].defaultAction()
    assert (printing.text(), printing.shortcut().toString()) == ("Print", "Ctrl+P")
    shown.close()


def test_results_for_an_archive_are_a_new_folder_and_what_is_left_out_is_counted(qtbot, tmp_path):
    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    row = Result(tmp_path / "a.png", "ok", "model", "1", "2025-01-01T00:00:00+00:00", probability=0.7, threshold=0.5)
    gone = replace(row, path=tmp_path / "gone.png")
    dialog = ExportDialog(ExportScope([row, gone], [row, gone], [], 0.5, "lesions"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    click(qtbot, dialog.kind_buttons["archive"])
    assert Path(dialog.target.field.text()).name == "lesions-dicom"
    assert dialog.header.isVisible()
    assert not dialog.header.summary.isVisible()
    dialog.target.field.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["0001-picture.dcm", "0001-result.dcm"]
    assert "Left out, as they have no result of the file as it is now: 1." in dialog.hint.text()
    click(qtbot, dialog.export_button)  # never over what is there
    qtbot.waitUntil(dialog.problem.isVisible, timeout=SLOW)
    assert "there already" in dialog.problem.text()


def test_no_button_moves_when_the_file_is_written(dialog, qtbot, tmp_path):
    click(qtbot, dialog.kind_buttons["archive"])
    click(qtbot, dialog.kind_buttons["results"])
    dialog.target.field.setText(str(tmp_path / "out.csv"))
    places = [button.pos() for button in (dialog.export_button, dialog.folder_button)]
    assert not dialog.folder_button.isEnabled()
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)
    assert dialog.folder_button.isEnabled()
    assert [button.pos() for button in (dialog.export_button, dialog.folder_button)] == places
