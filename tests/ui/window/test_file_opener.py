"""What may be opened, and by which ways."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton

from skin_gui.imaging.formats import FORMATS, IMAGE_SUFFIXES
from skin_gui.ui.widgets.window_state import add_recent, clear_recent
from skin_gui.ui.window import file_opener
from skin_gui.ui.window.central_pages import StartPage
from skin_gui.ui.window.file_opener import FileOpenFilter


def test_the_open_dialog_offers_every_suffix_in_both_cases(qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *arguments: (asked.append(arguments[3]), ([], ""))[1])

    file_opener.ask_images(None)

    patterns = set(asked[0].split(";;")[0].removeprefix("Images (").removesuffix(")").split())
    assert patterns == {f"*{case}" for suffix in IMAGE_SUFFIXES for case in (suffix, suffix.upper())}


def test_the_start_page_names_every_format(qtbot):
    page = StartPage()
    qtbot.addWidget(page)

    assert all(one.name in page.hint.text() for one in FORMATS)


def test_the_start_page_offers_what_was_opened_of_late(qtbot, tmp_path):
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    assert not page.recent.isVisible()
    page.hide()
    opened = [tmp_path / "clinic" / name for name in ("ISIC_1.jpg", "R & D", "gone", "older", "oldest")]
    for path in reversed(opened):
        add_recent(path)

    page.show()
    buttons = page.recent.findChildren(QToolButton)
    assert [button.toolTip() for button in buttons] == [str(path) for path in opened[:4]]
    assert "R && D" in buttons[1].text()
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [opened[1]]
    clear_recent()
    page.fill_recent()
    assert not page.recent.isVisible()


def test_files_that_the_system_hands_over_are_opened_together(qapp, qtbot, tmp_path):
    opened = []
    listening = FileOpenFilter(qapp, opened.append)
    files = [tmp_path / "a ü.jpg", tmp_path / "b.jpg"]

    for file in files:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    qtbot.waitUntil(lambda: bool(opened))
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(files[0]))))
    qtbot.waitUntil(lambda: len(opened) > 1)

    assert opened == [files, files[:1]]
    qapp.removeEventFilter(listening)
