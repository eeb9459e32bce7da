"""The window beside others, or on a small screen."""

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QStyle, QStyleOptionFrame, QToolButton

from skin_gui import paths
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import LANGUAGE
from skin_gui.ui.report.printing import make_printer
from skin_gui.ui.window.translations import install_translations

NARROW = 1000
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


@pytest.mark.parametrize("narrow", ["en"], indirect=True)
def test_the_words_of_the_review_keys_show_while_there_is_room(narrow, qtbot):
    bar = narrow.batch_review.table.review_bar
    qtbot.waitUntil(lambda: bar.width() < narrow.width())
    agree = next(button for button in bar.findChildren(QToolButton) if button.defaultAction() is bar.agree)
    qtbot.waitUntil(lambda: agree.width() < agree.fontMetrics().horizontalAdvance(agree.text()) + 60)
    before = agree.width()

    narrow.resize(1600, 768)

    qtbot.waitUntil(lambda: agree.width() >= before + agree.fontMetrics().horizontalAdvance(agree.text()))
    narrow.resize(NARROW, 768)
    qtbot.waitUntil(lambda: agree.width() == before)


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
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        assert room.height() >= field.fontMetrics().height()
    preview.close()
