"""The outline corrected by hand, with the mouse and the keys of the real window."""

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from skin_gui.measures.drawing import drawing_size
from skin_gui.ui.review.review_session import SessionPhase

LONG = 120_000


@pytest.fixture
def image(tmp_path, samples):
    """A lesion in a folder of its own."""
    folder = tmp_path / "images"
    folder.mkdir()
    path = folder / "lesion.png"
    Image.open(samples[7]).save(path)
    return path


def open_image(window, qtbot, path):
    with qtbot.waitSignal(window.worker.measured, timeout=LONG):
        window.open([path])
    session = window.batch_review.table.session
    qtbot.waitUntil(lambda: session.phase == SessionPhase.READY, timeout=LONG)
    window.measures.tabs.setCurrentWidget(window.measures.panel)


def take_brush(window, qtbot):
    button = window.measures.panel.brush.correct
    qtbot.waitUntil(button.isVisible, timeout=LONG)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return window.measures.correcting.brush


def background(button):
    """Away from text and picture, and from the mouse, which has another."""
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    return button.grab().toImage().pixelColor(6, button.height() // 2).name()


def at(window, x, y):
    """The place on the screen of a part of the image's width and height."""
    area = window.view.image_area
    return window.view.mapFromScene(QPointF(x * area.width(), y * area.height()))


def stroke(window, *places, button=Qt.MouseButton.LeftButton, keys=Qt.KeyboardModifier.NoModifier):
    viewport = window.view.viewport()
    points = [at(window, *place) for place in places]
    QTest.mousePress(viewport, button, keys, points[0])
    for point in points:
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, button, keys, points[-1])


def key(window, name, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.view, name, modifier)


def kept(window, path):
    session = window.batch_review.table.session.saved
    return session.measurements.all().get(path)


def test_a_stroke_changes_outline_and_measures_and_is_marked_and_kept(window, qtbot, image):
    open_image(window, qtbot, image)
    panel = window.measures.panel
    probability = window.panel.predicted.prediction.probability
    before = panel.rows["outline"].sentence.text()
    brush = take_brush(window, qtbot)
    assert not window.measures.overlay.isVisible()
    original = brush.drawing.mask

    stroke(window, (0.05, 0.05), (0.3, 0.05))
    added = brush.drawing.mask & ~original
    rows, columns = np.nonzero(added)
    height, width = added.shape
    assert columns.min() / width < 0.07
    assert columns.max() / width > 0.28
    assert rows.max() / height < 0.05 + 1.1 * brush.size / 2 / height
    assert panel.owner.isVisible()
    assert panel.rows["outline"].sentence.text() != before
    assert "Drawn by hand" in panel.rows["outline"].sentence.text()
    assert kept(window, image).by_hand

    key(window, Qt.Key.Key_E)
    assert panel.brush.erase.isChecked()
    stroke(window, (0.02, 0.05), (0.4, 0.05))
    assert not (brush.drawing.mask & ~original)[: rows.max() + 1].any()
    assert window.panel.predicted.prediction.probability == probability


def test_strokes_are_undone_redone_and_reset_by_keys_and_buttons(window, qtbot, image):
    open_image(window, qtbot, image)
    brush, bar = take_brush(window, qtbot), window.measures.panel.brush
    original = brush.drawing.mask
    stroke(window, (0.05, 0.05), (0.3, 0.05))
    first = brush.drawing.mask
    stroke(window, (0.9, 0.9), (0.9, 0.7))
    second = brush.drawing.mask
    control = Qt.KeyboardModifier.ControlModifier

    key(window, Qt.Key.Key_Z, control)
    np.testing.assert_array_equal(brush.drawing.mask, first)
    key(window, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    np.testing.assert_array_equal(brush.drawing.mask, second)
    for _ in range(2):
        QTest.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(brush.drawing.mask, original)
    assert not bar.undo.isEnabled()
    assert not window.measures.panel.owner.isVisible()
    assert kept(window, image) is None  # the program's own outline counts again
    key(window, Qt.Key.Key_Y, control)
    np.testing.assert_array_equal(brush.drawing.mask, first)
    QTest.mouseClick(bar.reset, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(brush.drawing.mask, original)
    assert kept(window, image) is None


def test_the_size_follows_keys_and_slider_and_escape_ends(window, qtbot, image):
    open_image(window, qtbot, image)
    brush, bar = take_brush(window, qtbot), window.measures.panel.brush
    size = brush.size
    window.view.setFocus()
    assert background(bar.correct) != background(bar.save)  # it is on
    key(window, Qt.Key.Key_BracketRight)
    assert brush.size > size
    assert bar.thickness.value() == brush.size
    key(window, Qt.Key.Key_BracketLeft)
    key(window, Qt.Key.Key_BracketLeft)
    assert brush.size < size
    bar.thickness.setFocus()
    QTest.keyClick(bar.thickness, Qt.Key.Key_Home)
    assert brush.size == bar.thickness.minimum()
    key(window, Qt.Key.Key_Escape)
    assert not brush.is_active
    assert not bar.correct.isChecked()
    assert background(bar.correct) == background(bar.save)
    assert window.measures.overlay.isVisible()


def test_with_control_the_mouse_moves_the_image_and_without_the_brush_it_draws_nothing(window, qtbot, image):
    open_image(window, qtbot, image)
    brush = take_brush(window, qtbot)
    before = brush.drawing.mask
    stroke(window, (0.1, 0.1), (0.3, 0.1), keys=Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(brush.drawing.mask, before)
    key(window, Qt.Key.Key_Escape)
    stroke(window, (0.1, 0.1), (0.3, 0.1))
    assert kept(window, image) is None


def test_her_outline_comes_back_with_the_image_and_another_image_has_its_own(window, qtbot, image, samples, tmp_path):
    other = image.with_name("other.png")
    Image.open(samples[3]).save(other)
    open_image(window, qtbot, image)
    brush = take_brush(window, qtbot)
    stroke(window, (0.05, 0.05), (0.3, 0.05))
    drawn, said = brush.drawing.mask, window.measures.panel.rows["outline"].sentence.text()

    open_image(window, qtbot, other)
    assert not brush.is_active
    assert not window.measures.panel.owner.isVisible()
    open_image(window, qtbot, image)
    assert window.measures.panel.owner.isVisible()
    assert window.measures.panel.rows["outline"].sentence.text() == said

    target = tmp_path / "mask.png"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (str(target), ""))
        QTest.mouseClick(window.measures.panel.brush.save, Qt.MouseButton.LeftButton)
        mask = cv2.imread(str(target), cv2.IMREAD_UNCHANGED)
        with Image.open(image) as opened:
            assert mask.shape == opened.size[::-1]
            assert drawing_size(*opened.size) == opened.size  # small enough to be drawn to the pixel
        np.testing.assert_array_equal(mask, drawn * np.uint8(255))
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (str(image), ""))
        QTest.mouseClick(window.measures.panel.brush.save, Qt.MouseButton.LeftButton)
    assert "no mask of this program" in window.measures.panel.notice.text()
    with Image.open(image) as opened:
        assert opened.mode == "RGB"


def test_a_lesion_that_the_program_did_not_find_is_drawn_from_nothing(window, qtbot, tmp_path):
    pixels = np.full((300, 400, 3), (222, 180, 160)) + np.random.default_rng(0).normal(0, 3, (300, 400, 3))
    pixels[120:180, 160:240] -= 6  # hardly to be seen
    path = tmp_path / "pale.png"
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    open_image(window, qtbot, path)
    panel = window.measures.panel
    assert panel.problem.isVisible()
    take_brush(window, qtbot)
    stroke(window, (0.4, 0.5), (0.6, 0.5))
    assert not panel.problem.isVisible()
    assert panel.figure.isVisible()
    assert panel.owner.isVisible()
    key(window, Qt.Key.Key_E)
    window.measures.panel.brush.thickness.setValue(200)
    stroke(window, (0.3, 0.5), (0.7, 0.5))
    assert not panel.figure.isVisible()
    assert panel.problem.isVisible()


def test_the_mouse_is_where_the_brush_draws_at_any_zoom(window, qtbot, image):
    open_image(window, qtbot, image)
    brush = take_brush(window, qtbot)
    before = brush.drawing.mask
    window.view.show_part(4.0, window.view.image_area.center() * 0.4)
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    seen = window.view.mapToScene(QPoint(60, 60))
    rows, columns = np.nonzero(brush.drawing.mask & ~before)
    height, width = before.shape
    area = window.view.image_area
    assert columns.mean() / width == pytest.approx(seen.x() / area.width(), abs=0.02)
    assert rows.mean() / height == pytest.approx(seen.y() / area.height(), abs=0.02)


def test_an_outline_is_corrected_with_the_keyboard_alone(window, qtbot, image):
    open_image(window, qtbot, image)
    button = window.measures.panel.brush.correct
    qtbot.waitUntil(button.isVisible, timeout=LONG)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(window.view.hasFocus)
    brush = window.measures.correcting.brush
    original = brush.drawing.mask.copy()

    key(window, Qt.Key.Key_E)
    key(window, Qt.Key.Key_Space)
    hole = brush.drawing.mask.copy()
    assert original.sum() > hole.sum()
    for _ in range(4):
        key(window, Qt.Key.Key_Right)
    assert (brush.drawing.mask == hole).all()
    key(window, Qt.Key.Key_Space)
    assert hole.sum() > brush.drawing.mask.sum()
    erased = brush.drawing.mask.copy()
    key(window, Qt.Key.Key_E)
    for _ in range(4):
        key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert brush.drawing.mask.sum() > erased.sum()
    for _ in range(6):
        key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (brush.drawing.mask == original).all()
    key(window, Qt.Key.Key_Escape)
    assert not brush.is_active
    assert window.image.path == image
