"""The menu of one file: on its image, its thumbnail and its row."""

import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from skin_gui.classifier.model_names import clean_name
from skin_gui.ui.review.export_dialog import ExportDialog
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.widgets.message_box import MessageBox

_SLOW = 120_000


class _Desktop(QObject):
    """Takes what would be opened elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop(qapp):
    taker = _Desktop()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker
    QDesktopServices.unsetUrlHandler("file")


def menu_at(area, place: QPoint):
    """The menu that a right click on an area's place brings up, by its entries' names."""
    viewport = area.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    return menu, {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def choose(menu, action) -> None:
    menu.close()
    action.trigger()


def test_image_thumbnail_and_row_offer_the_same_for_their_file(window, qtbot, samples, tmp_path, desktop):
    files = [tmp_path / name for name in ("1.jpg", "2.jpg")]
    for sample, file in zip(samples, files, strict=False):
        shutil.copy(sample, file)
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.panel.predicted is not None, timeout=_SLOW)
    table = window.batch_review.table
    window.batch_review.dock.show()
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.rows.total == 2 and not table.is_busy, timeout=_SLOW)
    clipboard = QApplication.clipboard()

    menu, on_image = menu_at(window.view, window.view.viewport().rect().center())
    choose(menu, on_image["Copy Image"])
    assert clipboard.image().size() == window.view.picture.size()

    thumbnails = window.browser.view
    place = thumbnails.visualRect(window.browser.model.index(window.browser.model.listing.row(files[1]))).center()
    menu, on_thumbnail = menu_at(thumbnails, place)
    choose(menu, on_thumbnail["Copy Path"])
    assert clipboard.text() == str(files[1])

    row = table.model.rows.row_of(files[1])
    menu, on_row = menu_at(table.view, table.view.visualRect(table.model.index(row, Column.FILE)).center())
    assert list(on_row) == list(on_thumbnail) == list(on_image)
    choose(menu, on_row["Show in Folder"])
    choose(menu, on_row["Open With…"])
    assert desktop.opened == [str(tmp_path), str(files[1])]

    choose(menu, on_row["Export This…"])
    dialog = table.findChild(ExportDialog)
    assert [result.path for result in dialog.chosen] == [files[1]]
    dialog.kind_buttons["isic"].setChecked(True)
    made_by = dialog.chosen[0].model
    assert clean_name(made_by).replace(" ", "-") in dialog.target.path.name
    dialog.target.field.setText(str(tmp_path / "one.csv"))
    with qtbot.waitSignal(dialog.exported, timeout=_SLOW):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert made_by in dialog.hint.text()
    qtbot.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
    assert desktop.opened[2:] == [str(tmp_path)]
    dialog.reject()


def test_the_commands_of_a_file_are_in_the_menu_with_keys_for_the_open_image(window, qtbot, samples, tmp_path, desktop):
    shutil.copy(samples[0], tmp_path / "1.jpg")
    entries = {action.text().replace("&", ""): action for action in window.menus.image.actions() if action.text()}
    assert not entries["Copy Path"].isEnabled()
    window.open([tmp_path / "1.jpg"])
    qtbot.waitUntil(lambda: window.view.path == tmp_path / "1.jpg", timeout=_SLOW)
    window.view.setFocus()
    clipboard, both = QApplication.clipboard(), Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

    QTest.keyClick(window.view, Qt.Key.Key_P, both)
    assert clipboard.text() == str(tmp_path / "1.jpg")
    QTest.keyClick(window.view, Qt.Key.Key_C, both)
    assert clipboard.image().size() == window.view.picture.size()
    QTest.keyClick(window.view, Qt.Key.Key_F, both)
    QTest.keyClick(window.view, Qt.Key.Key_O, both)
    assert desktop.opened == [str(tmp_path), str(tmp_path / "1.jpg")]
    assert not entries["Export This…"].isEnabled()  # it has no row yet


def test_a_picture_that_is_named_like_a_program_is_shown_but_never_handed_on(window, qtbot, samples, tmp_path, desktop):
    disguised = tmp_path / "lesion.desktop"
    shutil.copy(samples[0], disguised)
    window.open([disguised])
    qtbot.waitUntil(lambda: window.view.path == disguised, timeout=_SLOW)

    menu, entries = menu_at(window.view, window.view.viewport().rect().center())
    choose(menu, entries["Open With…"])

    assert desktop.opened == []
    assert "is not named like an image" in window.statusBar().currentMessage()


_PORTAL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from skin_gui.ui.window.window_files import _ask_portal
app = QCoreApplication([])
before = _ask_portal(Path(sys.argv[1]))
QDBusConnection.sessionBus().registerService("org.freedesktop.portal.Desktop")
print(before, _ask_portal(Path(sys.argv[1])))
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus to ask")
def test_a_desktop_with_a_portal_is_asked_which_program(samples):
    ask = ["dbus-run-session", "--", sys.executable, "-c", _PORTAL, str(samples[0])]
    said = subprocess.run(ask, capture_output=True, text=True, check=True, timeout=60).stdout

    assert said.split() == ["False", "True"]


def test_the_selected_thumbnails_become_a_contact_sheet(window, qtbot, samples, tmp_path):
    files = [tmp_path / f"{number}.jpg" for number in range(4)]
    for sample, file in zip(samples, files, strict=False):
        shutil.copy(sample, file)
    window.batch_review.dock.show()
    window.batch_review.open([tmp_path], classify=True)
    table = window.batch_review.table
    qtbot.waitUntil(lambda: table.model.rows.total == 4 and not table.is_busy, timeout=_SLOW)
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.panel.predicted is not None, timeout=_SLOW)
    thumbnails, model = window.browser.view, window.browser.model
    for file, key in ((files[0], Qt.KeyboardModifier.NoModifier), (files[2], Qt.KeyboardModifier.ControlModifier)):
        place = thumbnails.visualRect(model.index(model.listing.row(file))).center()
        QTest.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, key, place)

    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(thumbnails, Qt.Key.Key_E, both)

    dialog = table.findChild(ExportDialog)
    assert dialog.kind == "sheet"
    assert [result.path for result in dialog.chosen] == [files[0], files[2]]
    dialog.target.field.setText(str(tmp_path / "sheet.pdf"))
    with qtbot.waitSignal(dialog.exported, timeout=_SLOW):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_what_is_copied_from_a_message_is_the_path_as_it_is(window, qtbot):
    path = "/data/مرضى/صور/ب.jpg"
    box = MessageBox("error", window)
    box.set_messages([f"Written to {in_reading_direction(path)}"])
    box.show()
    label = next(label for label in box.findChildren(QLabel) if label.text())
    label.setFocus(Qt.FocusReason.MouseFocusReason)
    label.setSelection(0, len(label.text()))

    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert label.text() != f"Written to {path}"
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == f"Written to {path}")
