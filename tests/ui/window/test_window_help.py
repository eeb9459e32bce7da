"""The keys, what the program is made of, and the notice of the first start."""

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QMenuBar,
    QScrollBar,
    QTextBrowser,
    QWidget,
)

from skin_gui import __version__, paths
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import NOTICE_ACCEPTED
from skin_gui.ui.help.about_box import AboutDialog, versions_text
from skin_gui.ui.help.guide_window import GuideWindow
from skin_gui.ui.help.shortcuts_window import KeyCap, ShortcutsWindow
from skin_gui.ui.widgets.page import PageScroll
from skin_gui.ui.window.first_run import FirstRunNotice

_SLOW = 60_000


def test_f1_lists_every_key_of_menus_image_and_review(window, qtbot):
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=_SLOW)

    QTest.keyClick(window, Qt.Key.Key_F1)

    listed = window.findChild(ShortcutsWindow)
    keys = {cap.text() for cap in listed.findChildren(KeyCap)}
    assert listed.isVisible()
    assert {"F1", "F9", "F10", "Ctrl+O", "A", "B", "M", "U", "N", "J", "H", "Ctrl+E"} <= keys
    bar = window.batch_review.table.review_bar
    of_review = {key.toString() for action in bar.actions_with_keys for key in action.shortcuts()}
    assert of_review - {"Undo", "Redo", "F14"} <= keys  # keys that only some keyboards have
    assert listed.findChild(PageScroll).horizontalScrollBar().maximum() == 0  # whatever the width of the screen

    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.findChildren(ShortcutsWindow) == [listed]
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert not listed.isVisible()


def test_the_user_guide_opens_at_its_sections_and_finds_words(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    guide = window.findChild(GuideWindow)
    assert guide.isVisible()
    assert "![" not in guide.text.toPlainText()
    assert guide.height() < guide.screen().availableSize().height()
    guide.resize(700, 500)
    qtbot.waitUntil(lambda: guide.text.document().size().width() <= guide.text.viewport().width() < 700)
    assert not guide.text.horizontalScrollBar().isVisible()
    sections = [guide.contents.item(row).text().strip() for row in range(guide.contents.count())]
    written = [
        line.lstrip("# ") for line in paths.user_guide().read_text("utf-8").splitlines() if line[:3] in {"## ", "###"}
    ]
    assert sections == written
    guide.contents.setCurrentRow(sections.index("Calibrate"))
    assert guide.text.textCursor().block().text() == "Calibrate"
    for target in dict.fromkeys(re.findall(r"\]\(#([\w-]+)\)", paths.user_guide().read_text("utf-8"))):
        guide.text.anchorClicked.emit(QUrl(f"#{target}"))
        heading = guide.text.textCursor().block().text()
        assert re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") == target
    QTest.keyClicks(guide.find_field, "operating point")
    assert guide.text.textCursor().selectedText().lower() == "operating point"
    first = guide.text.textCursor().position()
    QTest.keyClick(guide.find_field, Qt.Key.Key_Return)
    assert guide.text.textCursor().position() > first
    QTest.keyClicks(guide.find_field, " of no such words")
    assert guide.nothing.isVisible()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_find_in_the_menu_leads_to_the_browsers_filter(window, qtbot):
    window.open([paths.samples()])
    qtbot.waitUntil(window.browser.isVisible, timeout=_SLOW)
    window.activateWindow()

    window.commands.find.trigger()

    assert window.browser.header.filter.hasFocus()


def test_about_names_version_limits_and_licences(window, qtbot):
    window.commands.about.trigger()

    dialog = window.findChild(AboutDialog)
    text = " ".join(page.toPlainText() for page in dialog.findChildren(QTextBrowser))
    for words in (__version__, "Lesser General Public License", "ncnn", "OpenCV", "pydicom", "VGG16", "HAM10000"):
        assert words in text
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == versions_text()
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_notice_stays_until_it_was_accepted_once(build_window, qtbot):
    first = build_window()
    notice = first.findChild(FirstRunNotice)
    assert not notice.isHidden()
    assert "not a medical device" in notice.text.text()

    qtbot.mouseClick(notice.accept_button, Qt.MouseButton.LeftButton)

    assert notice.isHidden()
    assert current_preferences()[NOTICE_ACCEPTED]
    assert build_window().findChild(FirstRunNotice).isHidden()


def name_of(widget):
    """What a screen reader says of a widget."""
    for method in ("accessibleName", "text", "title"):
        text = getattr(widget, method, str)()
        if text:
            return text
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def in_control(widget):
    while (widget := widget.parent()) is not None:
        if isinstance(widget, QAbstractSpinBox | QComboBox):
            return True
    return False


def nameless(root):
    """Controls of the program that take the keyboard with Tab and say nothing of themselves."""
    inner = (QScrollBar, QHeaderView, QLabel, QDialog, QMenuBar)
    found = []
    for widget in root.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        takes_keys = takes_keys and not widget.isHidden()  # the note on a training is empty while there is none
        # Qt's own parts of a control, which the control speaks for.
        is_part = widget.objectName().startswith("qt_") or in_control(widget)
        if takes_keys and not is_part and not isinstance(widget, inner) and not name_of(widget):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return sorted(set(found))


def test_every_control_that_takes_the_keyboard_has_a_name(window, qtbot):
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=_SLOW)
    window.commands.about.trigger()
    window.commands.shortcuts.trigger()
    window.preferences.show_dialog()

    assert "; ".join(nameless(window)) == ""
