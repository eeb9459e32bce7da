"""Images beside each other and over time: real pictures, a real network, real events."""

import re
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from skin_gui import paths
from skin_gui.review.memberships import Membership
from skin_gui.ui.image_comparison.compare_window import CompareWindow
from skin_gui.ui.image_comparison.over_time import TimeLine
from skin_gui.ui.image_comparison.subject import Subject

pytestmark = pytest.mark.usefixtures("shipped_model")
_SLOW = 60_000
SAMPLES = sorted(paths.samples().glob("*.jpg"))


@pytest.fixture
def open_window(qtbot):
    opened = []

    def build(subjects, mode="side"):
        window = CompareWindow(subjects, mode)
        opened.append(window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        window.resize(1000, 700)
        with qtbot.waitExposed(window):
            window.show()
        window.start()
        return window

    yield build
    for window in opened:
        window.stop()


def wheel(view, notches):
    place = QPointF(view.viewport().rect().center()) + QPointF(40, 30)
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_a_probability_stands_with_its_warnings(open_window, qtbot, tmp_path):
    dark = tmp_path / "dark.png"
    Image.open(SAMPLES[1]).point(lambda value: value // 12).save(dark)
    window = open_window([Subject(SAMPLES[0]), Subject(dark)])
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in window.side.panes), timeout=_SLOW)

    said = [pane.result.text() for pane in window.side.panes]

    assert "%" in said[1] and "too dark" in said[1]
    assert "too dark" not in said[0]
    assert all(re.match(r"(Benign|Malignant), probability of malignancy .* operating point \d", text) for text in said)


def test_images_side_by_side_stand_at_one_height_whatever_is_said_below_them(open_window, qtbot, tmp_path):
    dark = tmp_path / "dark.png"
    Image.open(SAMPLES[1]).point(lambda value: value // 12).save(dark)
    window = open_window([Subject(SAMPLES[0]), Subject(dark)])
    panes = window.side.panes
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in panes), timeout=_SLOW)

    for width in range(500, 1200, 100):  # at some of them what is said of one takes a line more
        window.resize(width, 500)
        qtbot.waitUntil(lambda: len({pane.view.height() for pane in panes}) == 1, timeout=_SLOW)


def test_images_of_different_sizes_zoom_and_move_together(open_window, qtbot, tmp_path):
    small = tmp_path / "small.png"
    Image.open(SAMPLES[1]).resize((224, 224)).save(small)
    window = open_window([Subject(SAMPLES[0]), Subject(small), Subject(SAMPLES[2])])
    views = [pane.view for pane in window.side.panes]
    qtbot.waitUntil(lambda: all(view.has_image() for view in views), timeout=_SLOW)
    assert all("%" in pane.result.text() for pane in window.side.panes)

    wheel(views[0], 6)
    looks = [view.look() for view in views]
    assert looks[0].zoom == pytest.approx(1.25**6, rel=0.01)
    for look in looks[1:]:
        assert look.zoom == pytest.approx(looks[0].zoom, rel=0.01)
        assert (look.x, look.y) == pytest.approx((looks[0].x, looks[0].y), abs=0.02)

    bar = views[1].horizontalScrollBar()
    bar.setValue(bar.value() - 60)
    assert views[0].look().x == pytest.approx(views[1].look().x, abs=0.02)
    assert views[0].look().x < looks[0].x - 0.03

    QTest.mouseClick(window.side.linked, Qt.MouseButton.LeftButton, pos=QPoint(8, window.side.linked.height() // 2))
    assert not window.side.link.is_on
    wheel(views[0], 2)
    assert views[0].look().zoom > views[1].look().zoom * 1.3
    window.side.fit_button.click()
    assert [view.look().zoom for view in views] == pytest.approx([1, 1, 1], rel=0.01)


def test_images_that_were_loaded_out_of_sight_are_shown_whole(open_window, qtbot, tmp_path):
    large = tmp_path / "large.png"
    Image.open(SAMPLES[1]).resize((900, 700)).save(large)
    window = open_window([Subject(SAMPLES[0]), Subject(large), Subject(SAMPLES[2]), Subject(SAMPLES[3])], "time")
    views = [pane.view for pane in window.side.panes]
    qtbot.waitUntil(lambda: all(view.has_image() for view in views), timeout=_SLOW)

    qtbot.mouseClick(window.tabs.tabBar(), Qt.MouseButton.LeftButton, pos=window.tabs.tabBar().tabRect(0).center())
    qtbot.waitUntil(lambda: all(view.isVisible() for view in views))
    window.resize(700, 500)
    qtbot.waitUntil(lambda: all(view.zoom == pytest.approx(view.fit_zoom) for view in views))


def test_one_image_stands_beside_its_heatmap(open_window, qtbot):
    window = open_window([Subject(SAMPLES[0])])
    plain, heated = (pane.view for pane in window.side.panes)
    qtbot.waitUntil(lambda: plain.has_image() and heated.has_image(), timeout=_SLOW)
    assert window.tabs.count() == 1
    assert not plain.heatmap_visible()
    said = [pane.result.text() for pane in window.side.panes]
    assert "%" in said[0]
    # Either there is something to be seen, with its legend, or it is said that there is not.
    assert heated.heatmap_visible() != ("in one place" in said[1])
    assert window.side.legend.isVisible() == heated.heatmap_visible()


def test_an_image_that_cannot_be_read_says_so_and_the_others_are_shown(open_window, qtbot, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_text("no image")
    window = open_window([Subject(broken), Subject(SAMPLES[0])])
    qtbot.waitUntil(window.side.panes[1].view.has_image, timeout=_SLOW)
    assert "broken.jpg" in window.side.panes[0].result.text()
    window.tabs.setCurrentWidget(window.time)
    qtbot.waitUntil(lambda: "broken.jpg" in window.time.problem.text(), timeout=_SLOW)


@pytest.fixture
def lesion(tmp_path, data_dir):
    """A real lesion, the same half a year later in another light, and another lesion."""
    files = sorted((data_dir / "ham_extra" / "malignant").glob("*.jpg"))
    picture = np.asarray(Image.open(files[0]).convert("RGB"))
    matrix = cv2.getRotationMatrix2D((112, 112), 15, 1.1)
    later = cv2.warpAffine(picture, matrix, (224, 224), borderMode=cv2.BORDER_REFLECT)
    names = [tmp_path / f"{name}.png" for name in ("first", "later", "other")]
    for name, pixels in zip(names, (picture, (later * 0.9).astype(np.uint8), Image.open(files[1])), strict=True):
        (pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)).save(name)
    dates = [date(2024, 1, 5), date(2024, 7, 5), date(2024, 9, 5)]
    return [
        Subject(path, Membership("7", "L1", taken), probability)
        for path, taken, probability in zip(names, dates, (0.2, 0.4, 0.6), strict=True)
    ]


def colour(view):
    return view.grab().toImage().pixelColor(view.width() // 2 + 60, view.height() // 2)


@pytest.mark.real_data
def test_a_lesion_over_time_is_aligned_blended_and_subtracted(open_window, qtbot, lesion):
    window = open_window(lesion[:2], "time")
    time = window.time
    assert window.tabs.currentWidget() is time
    assert [time.first.currentText()[:10], time.second.currentText()[:10]] == ["2024-01-05", "2024-07-05"]
    qtbot.waitUntil(time.view.has_image, timeout=_SLOW)
    assert time.problem.isHidden()
    assert "Points that agree" in time.quality.text()

    time.slider.setValue(0)
    first = colour(time.view)
    time.slider.setValue(100)
    second = colour(time.view)
    assert second.value() < first.value()  # the later picture is darker
    time.slider.setValue(50)
    assert second.value() <= colour(time.view).value() <= first.value()

    QTest.mouseClick(time.difference, Qt.MouseButton.LeftButton, pos=QPoint(8, time.difference.height() // 2))
    grey = colour(time.view)
    assert max(abs(value - 128) for value in (grey.red(), grey.green(), grey.blue())) < 40
    assert not time.slider.isEnabled()


@pytest.mark.real_data
def test_another_lesion_is_called_poorly_aligned(open_window, qtbot, lesion):
    window = open_window(lesion, "time")
    time = window.time
    assert time.second.currentData() == lesion[2].path
    qtbot.waitUntil(time.view.has_image, timeout=_SLOW)
    assert "could not be aligned" in time.problem.text()
    QTest.keyClick(time.second, Qt.Key.Key_Up)  # to the second picture of the lesion itself
    qtbot.waitUntil(lambda: time.view.has_image() and time.second.currentData() == lesion[1].path, timeout=_SLOW)
    assert time.problem.isHidden()
    QTest.keyClick(time.second, Qt.Key.Key_Up)
    assert "two different" in time.quality.text()
    assert not time.slider.isEnabled()  # there is nothing to blend


def test_the_line_shows_probabilities_at_their_days(qtbot):
    subjects = [
        Subject(Path("/a"), Membership(day=0), 0.1), Subject(Path("/b"), Membership(day=90)),
        Subject(Path("/c"), Membership(day=182), 0.4),
    ]  # fmt: skip
    line = TimeLine(subjects)
    qtbot.addWidget(line)
    assert line.points == [(0, pytest.approx(10)), (182, pytest.approx(40))]
    undated = TimeLine([*subjects[:2], Subject(Path("/d"), Membership(), 0.5)])
    qtbot.addWidget(undated)
    other = TimeLine([subjects[0], Subject(Path("/e"), Membership("7", "L2", day=3), 0.5)])
    qtbot.addWidget(other)
    assert [line.isHidden(), undated.isHidden(), other.isHidden()] == [False, False, True]
    assert undated.points == [(1, pytest.approx(10)), (3, pytest.approx(50))]
    [ticks] = undated.getPlotItem().getAxis("bottom")._tickLevels  # no picture has a number like 1.2
    assert [text for _, text in ticks] == ["1", "2", "3"]


def test_images_are_taken_out_until_one_stands_beside_its_heatmap(open_window, qtbot):
    subjects = [Subject(sample) for sample in SAMPLES[:5]]
    window = open_window(subjects)
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in window.side.panes), timeout=_SLOW)
    wheel(window.side.panes[0].view, 4)
    zoom = window.side.panes[0].view.look().zoom
    window.side.panes[1].view.setFocus()

    QTest.keyClick(window.side.panes[1].view, Qt.Key.Key_Delete)

    # The fifth has room now; the others are looked at as before.
    assert [pane.subject for pane in window.side.panes] == [subjects[0], *subjects[2:5]]
    assert window.side.panes[0].view.look().zoom == pytest.approx(zoom, rel=0.01)
    assert window.side.panes[1].view.hasFocus()
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in window.side.panes), timeout=_SLOW)
    button = window.side.panes[0].remove_button
    assert "Del" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(window.side.panes[0].view, Qt.Key.Key_Delete)
    assert [subject.path for subject in window.time.subjects] == SAMPLES[3:5]
    QTest.keyClick(window.side.panes[0].view, Qt.Key.Key_Delete)
    assert [pane.subject for pane in window.side.panes] == [subjects[4]] * 2
    assert window.tabs.count() == 1
    assert not any(pane.remove_button.isVisible() for pane in window.side.panes)
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in window.side.panes), timeout=_SLOW)
    QTest.keyClick(window.side.panes[0].view, Qt.Key.Key_Delete)
    assert len(window.side.panes) == 2
    assert window.shows(subjects[4:])
