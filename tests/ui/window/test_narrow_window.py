"""The window beside others, or on a small screen."""

import shutil

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt, QTranslator
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
)

from skin_gui import paths
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import LANGUAGE
from skin_gui.ui.report.printing import make_printer
from skin_gui.ui.review.review_bar import KeyButton
from skin_gui.ui.window.central_pages import StartPage
from skin_gui.ui.window.translations import install_translations

NARROW = 1000
LOW = 670  # a screen of 700, below the window's title
TIMEOUT = 20_000


@pytest.fixture
def languages(qapp):
    """Afterwards the application speaks as before."""
    before, direction = QLocale(), qapp.layoutDirection()
    yield
    install_translations(qapp, "en")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)


def text_room(field):
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)


@pytest.fixture
def narrow(build_window, shipped_model, qtbot, languages, request):
    """The window in a language with everything shown, as narrow as it is asked to be."""
    change_preferences({LANGUAGE.key: request.param})
    window = build_window()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=TIMEOUT)
    window.batch_review.dock.show()
    window.resize(NARROW, 768)
    return window


@pytest.mark.parametrize("narrow", ["en", "fr", "ar"], indirect=True)
def test_everything_fits_a_narrow_window_in_every_language(narrow, qtbot):
    assert narrow.minimumSizeHint().width() <= NARROW

    narrow.open([paths.samples()])
    qtbot.waitUntil(lambda: narrow.central.currentWidget() is narrow.view, timeout=TIMEOUT)

    qtbot.waitUntil(lambda: narrow.minimumSizeHint().width() <= NARROW)
    assert narrow.width() == NARROW
    bar = narrow.batch_review.table.review_bar
    for button in bar.findChildren(QToolButton):
        assert bar.rect().contains(button.geometry())
        assert button.toolTip()
        assert button.accessibleName()


@pytest.mark.parametrize("narrow", ["en", "fr", "ar"], indirect=True)
def test_no_panel_makes_the_window_larger_than_a_small_screen_and_none_is_cut(narrow, qtbot):
    narrow.batch_review.dock.hide()
    narrow.resize(1024, LOW)
    qtbot.keyClick(narrow, Qt.Key.Key_F9)
    qtbot.keyClick(narrow, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: narrow.browser.isVisible() and narrow.batch_review.dock.isVisible(), timeout=TIMEOUT)
    assert narrow.central.currentWidget() is narrow.start_page
    qtbot.waitUntil(lambda: narrow.size().toTuple() == (1024, LOW), timeout=TIMEOUT)

    narrow.open([paths.samples()])
    qtbot.waitUntil(lambda: narrow.central.currentWidget() is narrow.view, timeout=TIMEOUT)
    narrow.resizeDocks([narrow.batch_review.dock], [1], Qt.Orientation.Vertical)
    strip = narrow.batch_review.table.summary
    qtbot.waitUntil(lambda: strip.height() == strip.minimumSizeHint().height(), timeout=TIMEOUT)
    assert narrow.size().toTuple() == (1024, LOW)
    for label in strip.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    field = strip.threshold.spin.lineEdit()
    assert text_room(field).height() >= field.fontMetrics().height()
    assert strip.rect().contains(QRect(strip.threshold.spin.mapTo(strip, QPoint()), strip.threshold.spin.size()))


@pytest.mark.parametrize("narrow", ["en"], indirect=True)
def test_the_buttons_of_a_folder_with_images_in_sub_folders_alone_are_not_cut(narrow, qtbot, tmp_path):
    (tmp_path / "visit").mkdir()
    shutil.copy(next(paths.samples().glob("*.jpg")), tmp_path / "visit")
    narrow.resize(1024, LOW)
    narrow.open([tmp_path])
    page = narrow.error_page
    qtbot.waitUntil(lambda: narrow.central.currentWidget() is page and page.sub_folders_button.isVisible())

    for button in (page.sub_folders_button, page.open_button):
        qtbot.waitUntil(lambda button=button: button.width() >= button.sizeHint().width(), timeout=TIMEOUT)


def test_a_page_without_room_scrolls(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    bar = page.scrolled.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.image_button.setFocus()
    qtbot.keyClick(page.image_button, Qt.Key.Key_Tab)
    qtbot.keyClick(page.folder_button, Qt.Key.Key_Tab)
    assert page.samples_button.hasFocus()
    viewport, button = page.scrolled.viewport(), page.samples_button
    assert viewport.rect().contains(QRect(button.mapTo(viewport, QPoint()), button.size()))


@pytest.mark.parametrize("narrow", ["en"], indirect=True)
def test_the_words_of_the_review_keys_show_while_there_is_room(narrow, qtbot):
    bar = narrow.batch_review.table.review_bar
    qtbot.waitUntil(lambda: bar.width() < narrow.width())
    onwards = next(button for button in bar.findChildren(QToolButton) if button.defaultAction() is bar.next)
    qtbot.waitUntil(lambda: onwards.width() < onwards.fontMetrics().horizontalAdvance(onwards.text()) + 60)
    before = onwards.width()

    narrow.resize(1600, 768)

    qtbot.waitUntil(lambda: onwards.width() >= before + onwards.fontMetrics().horizontalAdvance(onwards.text()))
    narrow.resize(NARROW, 768)
    qtbot.waitUntil(lambda: onwards.width() == before)


@pytest.mark.parametrize("narrow", ["en", "fr", "ar"], indirect=True)
def test_the_words_of_the_review_keys_go_one_by_one_from_the_last_and_none_is_cut(narrow, qtbot):
    bar = narrow.batch_review.table.review_bar
    buttons = sorted(bar.findChildren(KeyButton), key=lambda button: button.x(), reverse=bar.isRightToLeft())
    seen = set()

    for width in range(1600, NARROW, -40):
        narrow.resize(width, 768)
        qtbot.waitUntil(lambda width=width: narrow.width() == width)
        QApplication.processEvents()
        shown = [bool(button.spared) for button in buttons]
        assert shown == sorted(shown, reverse=True), width
        assert all(button.width() >= button.sizeHint().width() for button in buttons), width
        seen.add(sum(shown))

    assert max(seen) == len(buttons)
    assert seen & {1, 2, 3, 4, 5}, "words went all at once"


@pytest.mark.parametrize("narrow", ["fr"], indirect=True)
def test_the_buttons_of_the_start_page_stack_where_a_row_has_no_room(narrow, qtbot):
    buttons = narrow.start_page.findChildren(QPushButton)
    assert len({button.y() for button in buttons}) == 1

    narrow.browser.show()
    narrow.splitter.setSizes([600, 100, 304])

    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == len(buttons))
    assert all(narrow.start_page.zone.rect().contains(button.geometry()) for button in buttons)


@pytest.mark.parametrize("narrow", ["en"], indirect=True)
def test_no_field_of_the_print_preview_cuts_what_is_typed_in_it(narrow, qtbot):
    printer = make_printer()
    preview = QPrintPreviewDialog(printer, narrow)
    with qtbot.waitExposed(preview):
        preview.show()
    fields = preview.findChildren(QLineEdit)
    assert any(isinstance(field.parent(), QComboBox) for field in fields)  # the zoom
    for field in fields:
        assert text_room(field).height() >= field.fontMetrics().height()
    preview.close()
