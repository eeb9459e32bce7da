from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from skin_gui.ui.texts.formats import left_to_right, without_marks
from skin_gui.ui.widgets.fields import PathField
from skin_gui.ui.widgets.layouts import in_column


def test_a_field_for_a_path_shows_its_parts_in_their_order_on_request_and_keeps_the_path_as_it_is(qtbot):
    field = PathField("/data/مرضى/صور/")
    qtbot.addWidget(field)

    QTest.keyClicks(field, "scores.csv")

    assert field.text() == "/data/مرضى/صور/scores.csv" == without_marks(field.toolTip())
    assert field.toolTip() == left_to_right(field.text())


def test_a_path_that_was_typed_stands_in_its_order_and_is_plain_where_it_is_typed_and_copied(qtbot):
    window, field, other = QWidget(), PathField("/data/مرضى/صور/"), QLineEdit()
    in_column(window, other, field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    assert field.displayText() == left_to_right("/data/مرضى/صور/")

    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.displayText() == "/data/مرضى/صور/"
    field.end(False)
    field.insert("قديم")  # as an Arabic keyboard does
    qtbot.keyClicks(field, "/a.csv")
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == "/data/مرضى/صور/قديم/a.csv" == field.displayText()

    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert field.text() == "/data/مرضى/صور/قديم/a.csv"
    assert field.displayText() == left_to_right(field.text())
