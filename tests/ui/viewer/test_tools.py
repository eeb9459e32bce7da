"""The magnifier and the ruler on the image, by real keys and clicks."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QLineF, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from skin_gui.ui.viewer.magnifier import Magnifier
from skin_gui.ui.viewer.ruler import Scale
from tests.ui.image_part import visible_part

_SLOW = 120_000
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(window, qtbot, samples):
    """The window with an image."""
    window.open([samples[0]])
    qtbot.waitUntil(lambda: window.view.path == samples[0], timeout=_SLOW)
    window.activateWindow()
    window.view.setFocus()
    qtbot.waitUntil(window.view.hasFocus)
    return window


def on_screen(view, x: float, y: float) -> QPoint:
    """Where a place of the image lies in the view."""
    return view.mapFromScene(QPointF(x, y))


def test_the_glass_is_there_while_its_key_is_held_and_shows_more_of_less(shown):
    view, magnifier = shown.view, shown.tools.magnifier
    place = on_screen(view, 100, 60)
    QTest.mouseMove(view.viewport(), place)

    QTest.keyPress(view, Qt.Key.Key_Z)
    glass = magnifier.glass
    QTest.mouseMove(view.viewport(), place)
    assert glass.isVisible()
    assert glass.geometry().center() == place
    assert glass.zoom == pytest.approx(max(3 * view.zoom, 2))
    middle = glass.grab().toImage().pixelColor(glass.rect().center() * glass.devicePixelRatio())
    under = view.picture.pixelColor(view.mapToScene(place).toPoint())
    assert all(abs(a - b) < 24 for a, b in zip(middle.getRgb()[:3], under.getRgb()[:3], strict=True))

    QTest.keyRelease(view, Qt.Key.Key_Z)
    assert not glass.isVisible()


def test_the_tool_button_leaves_the_glass_there_until_the_image_is_closed(shown, qtbot):
    glass, action = shown.tools.magnifier.glass, shown.commands.magnifier
    button = shown.tool_bar.widgetForAction(action)
    qtbot.mouseClick(button, _LEFT)
    qtbot.waitUntil(glass.isVisible)
    qtbot.mouseClick(button, _LEFT)
    assert not glass.isVisible()


def test_a_magnifier_has_nothing_to_magnify_without_an_image(window):
    magnifier = window.findChild(Magnifier)

    magnifier.switch(True)

    assert magnifier.glass.isHidden()
    assert not window.commands.magnifier.isEnabled()


def measure(window, start: QPoint, end: QPoint) -> None:
    for place in (start, end):
        QTest.mouseMove(window.view.viewport(), place)
        QTest.mouseClick(window.view.viewport(), _LEFT, pos=place)


def test_two_clicks_measure_pixels_and_a_calibration_makes_them_millimetres_of_this_image(shown, qtbot, samples):
    view, ruler = shown.view, shown.tools.ruler
    QTest.keyClick(view, Qt.Key.Key_R)
    assert shown.commands.ruler.isChecked()
    measure(shown, on_screen(view, 20, 50), on_screen(view, 120, 50))
    pixels = ruler.line.length()
    assert pixels == pytest.approx(100, abs=3)
    assert ruler.item.text == f"{round(pixels)} pixels"
    assert "calibrate" in shown.statusBar().currentMessage()

    shown.commands.calibrate_ruler.trigger()
    dialog = shown.findChild(QInputDialog)
    dialog.setDoubleValue(5.0)
    dialog.accept()
    assert ruler.item.text == "5.0 mm"
    assert "your own calibration" in shown.statusBar().currentMessage()
    measure(shown, on_screen(view, 20, 60), on_screen(view, 20, 110))
    assert ruler.item.text.endswith(" mm")
    assert ruler.scale.length(ruler.line) == pytest.approx(2.5, abs=0.2)

    shown.open([samples[1]])  # another image: neither the line nor the calibration
    qtbot.waitUntil(lambda: view.path == samples[1], timeout=_SLOW)
    assert ruler.line is None
    assert ruler.scale is None
    assert not shown.commands.calibrate_ruler.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not shown.commands.ruler.isChecked()


def test_a_pull_measures_too_and_leaves_the_image_where_it_is(shown):
    view, ruler = shown.view, shown.tools.ruler
    before = visible_part(view)
    shown.commands.ruler.setChecked(True)
    start, end = on_screen(view, 30, 30), on_screen(view, 90, 110)

    QTest.mousePress(view.viewport(), _LEFT, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), _LEFT, pos=end)

    assert ruler.line.length() == pytest.approx(100, abs=3)
    assert visible_part(view) == before


def test_a_file_that_knows_its_pixels_is_measured_by_them(shown):
    """Rows 0.1 mm apart, columns 0.02 mm: as DICOM gives them."""
    view, ruler = shown.view, shown.tools.ruler
    image = shown.image.shown
    shown.image.shown = replace(image, facts=replace(image.facts, spacing=(0.1, 0.02)))
    assert ruler.scale == Scale(across=0.02, down=0.1, calibrated=False)
    shown.commands.ruler.setChecked(True)

    measure(shown, on_screen(view, 20, 20), on_screen(view, 20, 70))
    line = ruler.line
    assert line.dy() == pytest.approx(50, abs=5)
    assert ruler.scale.length(line) == pytest.approx(math.hypot(0.02 * line.dx(), 0.1 * line.dy()))
    assert ruler.item.text == f"{ruler.scale.length(line):.1f} mm"
    assert "the file's pixel spacing" in shown.statusBar().currentMessage()


def test_the_scale_of_unequal_pixels_is_that_of_each_direction():
    assert Scale(0.02, 0.1, calibrated=False).length(QLineF(0, 0, 30, 8)) == pytest.approx(1.0)
