"""The menu of one file: on its image, its thumbnail and its row."""

import shutil

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtWidgets import QApplication

from skin_gui.ui.review.export_dialog import ExportDialog
from skin_gui.ui.review.result_columns import Column

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
    qtbot.waitUntil(lambda: table.model.total == 2 and not table.is_busy, timeout=_SLOW)
    clipboard = QApplication.clipboard()

    menu, on_image = menu_at(window.view, window.view.viewport().rect().center())
    choose(menu, on_image["Copy Image"])
    assert clipboard.image().size() == window.view.picture.size()

    thumbnails = window.browser.view
    place = thumbnails.visualRect(window.browser.model.index(window.browser.model.row(files[1]))).center()
    menu, on_thumbnail = menu_at(thumbnails, place)
    choose(menu, on_thumbnail["Copy Path"])
    assert clipboard.text() == str(files[1])

    row = table.model.row_of(files[1])
    menu, on_row = menu_at(table.view, table.view.visualRect(table.model.index(row, Column.FILE)).center())
    assert list(on_row) == list(on_thumbnail) == list(on_image)
    choose(menu, on_row["Show in Folder"])
    choose(menu, on_row["Open in Another Program"])
    assert desktop.opened == [str(tmp_path), str(files[1])]

    choose(menu, on_row["Export This…"])
    dialog = table.findChild(ExportDialog)
    assert [result.path for result in dialog.chosen] == [files[1]]
    dialog.kind_buttons["isic"].setChecked(True)
    dialog.file.setText(str(tmp_path / "one.csv"))
    with qtbot.waitSignal(dialog.exported, timeout=_SLOW):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
    assert desktop.opened[2:] == [str(tmp_path)]
    dialog.reject()
