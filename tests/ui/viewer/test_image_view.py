import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from skin_gui.ui.viewer.image_view import ImageView
from tests.ui.image_part import visible_part


def picture(width, height, colour="red"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.set_image((picture(1600, 600), picture(800, 300)))
    return view


def turn_wheel(view, at, notches):
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_an_image_is_shown_whole(view):
    assert view.zoom == pytest.approx(400 / 1600 * view.devicePixelRatioF())
    view.resize(800, 300)
    assert view.zoom == pytest.approx(800 / 1600 * view.devicePixelRatioF())


def test_the_wheel_keeps_the_point_under_the_cursor(view):
    turn_wheel(view, QPoint(200, 150), 8)
    at = QPoint(250, 150)
    before = view.mapToScene(at)

    turn_wheel(view, at, 3)

    after = view.mapToScene(at)
    assert (after - before).manhattanLength() < 2
    assert view.zoom > 400 / 1600


def test_zoom_has_limits(view):
    for _ in range(10):
        turn_wheel(view, QPoint(200, 150), 20)
    assert view.zoom <= 32
    for _ in range(10):
        turn_wheel(view, QPoint(200, 150), -40)
    assert view.zoom >= 0.02


def test_dragging_moves_and_a_double_click_fits_again(view):
    view.show_original_size()
    before = visible_part(view)
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    QTest.mouseMove(viewport, QPoint(120, 130))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(120, 130))
    assert visible_part(view).x() == pytest.approx(before.x() + 80)

    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert visible_part(view).width() == pytest.approx(1600)


def test_a_shrunk_image_is_drawn_from_a_shrunk_copy(view):
    view.set_image((picture(1600, 600, "red"), picture(800, 300, "blue"), picture(400, 150, "lime")))

    assert view.grab().toImage().pixelColor(200, 150) == QColor("lime")
    view.show_original_size()
    assert view.grab().toImage().pixelColor(200, 150) == QColor("red")


def test_the_heatmap_lies_over_the_whole_image(view):
    heatmap = QImage(14, 14, QImage.Format.Format_ARGB32_Premultiplied)
    heatmap.fill(QColor(0, 0, 255, 255))
    view.set_heatmap(heatmap)
    view.set_heatmap_opacity(1.0)
    assert view.grab().toImage().pixelColor(5, 150) == QColor("red")

    view.show_heatmap(True)

    for x in (5, 200, 395):
        assert view.grab().toImage().pixelColor(x, 150) == QColor("blue")
    view.set_image((picture(100, 100),))
    assert not view.heatmap_visible()
