"""A day's work, as a user does it: real window, real files, the shipped model where there is one."""

import csv
import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from skin_gui import paths
from skin_gui.ui.review.export_dialog import ExportDialog

_SLOW = 120_000
_KEY = Qt.Key


@pytest.fixture
def folder(tmp_path, samples):
    """Eight synthetic images and a file that is none."""
    place = tmp_path / "Klinik Ä"
    place.mkdir()
    for sample in samples[:4] + samples[6:10]:
        shutil.copy(sample, place)
    (place / "broken.jpg").write_bytes(b"no image")
    return place


@pytest.fixture
def start(build_window, qtbot, request):
    """Start the program as often as wanted; each time it is shown."""
    if not (paths.shipped_model() / "model.json").is_file():
        request.getfixturevalue("shipped_model")

    def show():
        window = build_window()
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=_SLOW)
        return window

    return show


def drop(window, folder):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    place, copy, left = window.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, copy, data, left, no_key))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), copy, data, left, no_key))


def predicted(window):
    return window.panel.predicted is not None and window.panel.predicted.path == window.sequence.current


def rows(window):
    return {result.path.name: result for result in window.batch_review.table.model.rows.all_results()}


def export(qtbot, table, kind, target):
    qtbot.mouseClick(table.batch_bar.export_button, Qt.MouseButton.LeftButton)
    dialog = table.findChild(ExportDialog)
    dialog.kind_buttons[kind].click()
    dialog.target.field.selectAll()
    QTest.keyClicks(dialog.target.field, str(target))
    with qtbot.waitSignal(dialog.exported, timeout=_SLOW):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.findChild(ExportDialog) is None)


def test_a_folder_is_opened_predicted_classified_reviewed_exported_and_continued(start, qtbot, folder, tmp_path):
    window = start()
    drop(window, folder)
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=_SLOW)  # broken.jpg is first
    QTest.keyClick(window.error_page.next_button, _KEY.Key_Space)
    qtbot.waitUntil(lambda: predicted(window), timeout=_SLOW)
    seen = window.panel.predicted
    assert window.panel.result_box.isVisible()

    # The whole folder, from the keyboard.
    QTest.keyClick(window, _KEY.Key_F10)
    table = window.batch_review.table
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
    assert table.batch_bar.classify_button.hasFocus()
    QTest.keyClick(table.batch_bar.classify_button, _KEY.Key_Space)
    qtbot.waitUntil(lambda: len(rows(window)) == 9 and not table.is_busy, timeout=_SLOW)
    assert rows(window)["broken.jpg"].status == "failed"
    assert rows(window)[seen.path.name].probability == pytest.approx(seen.prediction.probability, abs=1e-6)
    assert table.view.current_path == window.sequence.current  # both are on the same image

    # A filter hides the failed row, and the browser's badges know every result.
    table.filters.text.setFocus()
    QTest.keyClicks(table.filters.text, "synthetic")
    qtbot.waitUntil(lambda: table.model.rowCount() == 8)

    # Review by keyboard; the keys stay with the table while image after image is shown.
    table.view.setFocus()
    QTest.keyClick(table.view, _KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    first = table.view.current_path
    qtbot.waitUntil(lambda: window.sequence.current == first and predicted(window), timeout=_SLOW)
    assert table.view.hasFocus()
    QTest.keyClick(table.view, _KEY.Key_A)
    second = table.view.current_path
    assert second != first
    qtbot.waitUntil(lambda: window.sequence.current == second and predicted(window), timeout=_SLOW)
    QTest.keyClick(table.view, _KEY.Key_M)
    third = table.view.current_path
    qtbot.waitUntil(lambda: window.sequence.current == third and predicted(window), timeout=_SLOW)
    QTest.keyClick(table.view, _KEY.Key_U)
    QTest.keyClick(table.view, _KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    decisions = {name: row.reviewer_label for name, row in rows(window).items() if row.reviewer_label}
    assert len(decisions) == 2
    assert decisions[second.name] == "malignant"

    # Table and report.
    export(qtbot, table, "results", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 9
    export(qtbot, table, "report", tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")

    # Close while many new images are being classified; nothing is asked and nothing is lost.
    for copy in range(12):
        for sample in sorted(folder.glob("synthetic-*.jpg"))[:8]:
            shutil.copy(sample, folder / f"more-{copy:02d}-{sample.name}")
    window.close()
    window = start()
    drop(window, folder)
    window.batch_review.dock.show()
    table = window.batch_review.table
    qtbot.waitUntil(lambda: len(rows(window)) == 9 and table.batch_bar.classify_button.isEnabled(), timeout=_SLOW)
    assert {name: row.reviewer_label for name, row in rows(window).items() if row.reviewer_label} == decisions
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(window)) >= 12, timeout=_SLOW)
    assert table.is_busy
    window.close()
    done = len(rows(window))
    assert not window.worker.isRunning()
    assert 12 <= done < 9 + 12 * 8

    # The next start offers to go on, shows the folder, and keeps every row and decision.
    window = start()
    table, banner = window.batch_review.table, window.batch_review.banner
    qtbot.waitUntil(banner.isVisible, timeout=_SLOW)
    for more in sorted(folder.glob("more-*.jpg"))[16:]:
        more.unlink()  # enough was seen of a long batch
    qtbot.mouseClick(banner.continue_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.browser.folder == folder and len(rows(window)) >= done, timeout=_SLOW)
    qtbot.waitUntil(lambda: not table.is_busy and len(rows(window)) >= 9 + 16, timeout=_SLOW)
    assert {name: row.reviewer_label for name, row in rows(window).items() if row.reviewer_label} == decisions
