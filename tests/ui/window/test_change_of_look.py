"""Another theme, other letters and another language while work is open: nothing is lost, and every part changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea

from skin_gui.preferences import change_preferences
from skin_gui.ui.image_comparison.compare_window import CompareWindow
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.widgets.theme import DARK, theme
from tests.ui.window.steps import SLOW, look_at

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _as_before(qapp):
    yield
    change_preferences({"font_scale": 1.0, "theme": "system", "language": ""})
    theme().show_preferences()


def change_look(window, *, percent):
    """In the settings: dark, in other letters, in French from the next start on."""
    window.commands.settings.trigger()
    dialog = window.preferences.dialog
    editors = next(page for page in dialog.pages if page.name == "general").editors
    for key, value in (("theme", "dark"), ("language", "fr")):
        box = editors[key].box
        box.setCurrentIndex(box.findData(value))
    field = editors["font_scale"].box
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(percent))
    QTest.mouseClick(dialog.apply_button, _LEFT)
    dialog.close()


def test_what_is_half_done_outlives_another_look(classified, qtbot, samples, tmp_path):
    window, table = classified, classified.batch_review.table
    look_at(window, qtbot, tmp_path / samples[7].name)
    qtbot.waitUntil(lambda: window.measures.panel.brush.correct.isVisibleTo(window.measures.panel), timeout=SLOW)
    window.lesions.compare.trigger()
    [compare] = window.findChildren(CompareWindow)
    window.activateWindow()
    window.measures.tabs.setCurrentWidget(window.measures.panel)
    QTest.mouseClick(window.measures.panel.brush.correct, _LEFT)
    brush = window.measures.correcting.brush
    for keys in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(window.view, keys)
    drawn = brush.drawing.mask.copy()
    QTest.keyClicks(table.filters.text, samples[7].stem[:9])
    qtbot.waitUntil(lambda: table.filters.filter.text != "" and table.model.rowCount() > 0, timeout=SLOW)
    table.view.select_path(tmp_path / samples[7].name)
    table.review_bar.note.trigger()
    note = table.view.findChild(QLineEdit)
    QTest.keyClicks(note, "half typ")
    shown, filtered = table.model.rowCount(), table.filters.filter
    before = table.view.horizontalHeader().sectionSize(Column.LABEL)

    change_look(window, percent=140)

    assert brush.is_active and brush.drawing.can_undo and (brush.drawing.mask == drawn).all()
    assert (table.model.rowCount(), table.filters.filter) == (shown, filtered)
    assert compare.isVisible()
    for part in (window, compare, table, window.measures.panel):
        assert part.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    assert table.model.rows.result(tmp_path / samples[7].name).reviewer_note == "half typ" or note.text() == "half typ"
    assert table.view.horizontalHeader().sectionSize(Column.LABEL) >= round(1.3 * before)
    for area in window.measures.panel.findChildren(QScrollArea):
        qtbot.waitUntil(lambda area=area: area.widget().width() <= area.viewport().width(), timeout=SLOW)


def test_the_columns_are_as_wide_at_the_next_start_as_the_letters_need(classified, build_window, qtbot):
    header = classified.batch_review.table.view.horizontalHeader()
    width = header.sectionSize(Column.LABEL)
    classified.close()
    change_preferences({"font_scale": 1.5})
    theme().show_preferences()
    again = build_window()
    with qtbot.waitExposed(again):
        again.show()
    qtbot.waitUntil(lambda: again.batch_review.table is not None, timeout=SLOW)
    header = again.batch_review.table.view.horizontalHeader()
    assert header.sectionSize(Column.LABEL) >= round(1.4 * width)
