from PySide6.QtTest import QTest

from skin_gui.ui.texts.formats import left_to_right, without_marks
from skin_gui.ui.widgets.fields import PathField


def test_a_field_for_a_path_shows_its_parts_in_their_order_on_request_and_keeps_the_path_as_it_is(qtbot):
    field = PathField("/data/مرضى/صور/")
    qtbot.addWidget(field)

    QTest.keyClicks(field, "scores.csv")

    assert field.text() == "/data/مرضى/صور/scores.csv" == without_marks(field.toolTip())
    assert field.toolTip() == left_to_right(field.text())
