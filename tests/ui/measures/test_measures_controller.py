import re

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.data import get_testdata_file
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from skimage import data

from skin_gui.measures.reliability import reliability
from skin_gui.ui.measures.overlay import HIGH, LINE, LOW
from skin_gui.vocabulary import ImageWarning

LONG = 120_000


def open_and_measure(window, qtbot, path):
    with qtbot.waitSignal(window.worker.measured, timeout=LONG) as caught:
        window.open([path])
    return caught.args[0].measures


def show_tab(window):
    window.measures.tabs.setCurrentWidget(window.measures.panel)


def drawn(window):
    """How often each colour is on the screen where the image is."""
    picture = window.view.viewport().grab().toImage()
    counts = {}
    for y in range(picture.height()):
        for x in range(picture.width()):
            counts[picture.pixel(x, y)] = counts.get(picture.pixel(x, y), 0) + 1
    return lambda colour: counts.get(QColor(colour).rgb(), 0)


@pytest.fixture
def skin(tmp_path):
    """An image of skin without a lesion."""
    pixels = np.full((300, 400, 3), (222, 180, 160)) + np.random.default_rng(0).normal(0, 3, (300, 400, 3))
    path = tmp_path / "skin.png"
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    return path


def test_the_tab_tells_the_score_and_each_criterion(window, qtbot, samples):
    abcd = open_and_measure(window, qtbot, samples[7]).abcd
    show_tab(window)
    panel = window.measures.panel

    assert panel.figure.isVisible()
    for value in (abcd.score.low, abcd.score.high):
        assert f"{value:.1f}" in panel.figure.text()
    assert panel.rows["asymmetry"].points.text() == f"{abcd.score.asymmetry} of 2"
    assert panel.rows["border"].points.text() == f"{abcd.score.border} of 8"
    assert panel.rows["colours"].points.text() == f"{abcd.score.colours} of 6"
    assert panel.legend.names() == list(abcd.colours.present)
    assert "melanocytic" in panel.limits.text()
    # How far it can be trusted stands beside it, with what is no better than chance.
    said = panel.reliability.text()
    found = reliability()
    assert all(source in said and f"{part.auc:.2f} ({part.low:.2f}" in said for source, part in found["score"].items())
    poor = [name for name, parts in found.items() for part in parts.values() if not part.better_than_chance]
    assert ("No better than chance" in said) == bool(poor)
    assert all(name in said for name in poor)


def test_measures_of_what_is_unlike_the_training_data_come_with_a_word(window, qtbot, samples, tmp_path):
    photograph = tmp_path / "astronaut.png"
    Image.fromarray(data.astronaut()).save(photograph)
    panel = window.measures.panel

    assert open_and_measure(window, qtbot, photograph) is not None  # it has a face that gets an outline
    show_tab(window)
    assert panel.figure.isVisible()
    assert panel.problem.isVisible()
    assert "may be no lesion" in panel.problem.text()

    open_and_measure(window, qtbot, samples[7])
    unlike = ImageWarning.OUTSIDE_TRAINING_DATA in window.image.prediction.prediction.warnings
    assert panel.figure.isVisible()
    assert panel.problem.isVisible() == unlike


def save_dicom(pixels, path):
    """With pixels of 0.02 mm."""
    dataset = dcmread(get_testdata_file("examples_rgb_color.dcm", download=False))
    dataset.Rows, dataset.Columns = pixels.shape[:2]
    dataset.PlanarConfiguration, dataset.PixelData, dataset.PixelSpacing = 0, pixels.tobytes(), [0.02, 0.02]
    dataset.save_as(path)
    return path


def test_the_diameter_is_told_where_the_file_knows_its_pixels(window, qtbot, samples, tmp_path):
    pixels = np.asarray(Image.open(samples[7]).convert("RGB"))
    height, width, _ = pixels.shape
    outline = open_and_measure(window, qtbot, save_dicom(pixels, tmp_path / "lesion.dcm")).outline
    show_tab(window)

    rows, columns = np.nonzero(outline.mask(width, height))
    least = 0.02 * max(np.ptp(rows), np.ptp(columns))
    found = re.search(r"Greatest diameter ([\d.]+) mm", window.measures.panel.rows["outline"].sentence.text())
    assert least - 0.1 <= float(found[1]) <= 2**0.5 * least

    open_and_measure(window, qtbot, samples[7])
    assert "mm" not in window.measures.panel.rows["outline"].sentence.text()


def test_a_lesion_that_the_picture_shows_a_part_of_is_at_least_so_large(window, qtbot, samples, tmp_path):
    pixels = np.asarray(Image.open(samples[7]).convert("RGB"))
    open_and_measure(window, qtbot, save_dicom(pixels[: len(pixels) // 2], tmp_path / "half.dcm"))
    show_tab(window)

    said = window.measures.panel.rows["outline"].sentence.text()
    assert "Greatest diameter at least" in said
    assert "beyond what the image shows" in said

    open_and_measure(window, qtbot, samples[7])
    assert "beyond" not in window.measures.panel.rows["outline"].sentence.text()


def test_the_outline_is_drawn_only_while_the_tab_is_open(window, qtbot, samples):
    open_and_measure(window, qtbot, samples[7])
    assert drawn(window)(LINE) == 0

    show_tab(window)
    assert drawn(window)(LINE) > 100

    window.measures.tabs.setCurrentIndex(0)
    assert drawn(window)(LINE) == 0


def test_each_choice_draws_something_else_on_the_image(window, qtbot, samples):
    measures = open_and_measure(window, qtbot, samples[7])
    show_tab(window)
    rows = window.measures.panel.rows

    rows["asymmetry"].button.click()
    count = drawn(window)
    asymmetric = measures.abcd.score.asymmetry
    assert (count(HIGH) > 20) == (asymmetric > 0)
    assert (count(LOW) > 20) == (asymmetric < 2)

    rows["border"].button.click()
    count = drawn(window)
    abrupt = measures.abcd.score.border
    assert (count(HIGH) > 20) == (abrupt > 0)
    assert (count(LOW) > 20) == (abrupt < 8)

    before = drawn(window)
    rows["colours"].button.click()
    after = drawn(window)
    assert after(HIGH) == after(LOW) == 0
    assert after(LINE) > 100
    assert before(LINE) < 100


def test_the_drawing_lies_on_the_lesion(window, qtbot, samples):
    measures = open_and_measure(window, qtbot, samples[7])
    area = window.view.image_area
    outline = window.measures.overlay._outline.boundingRect()
    width, height = measures.size
    rows, columns = np.nonzero(measures.outline.mask(width, height))

    assert outline.left() / area.width() == pytest.approx(columns.min() / width, abs=0.02)
    assert outline.bottom() / area.height() == pytest.approx(rows.max() / height, abs=0.02)
    for axis in measures.abcd.asymmetry.axes:  # they cross in the lesion's middle
        assert 0 <= axis.angle < 180
    centre = window.measures.overlay._in_scene(measures, [(127.5, 127.5)]).at(0)
    assert centre.x() / area.width() == pytest.approx(columns.mean() / width, abs=0.02)
    assert centre.y() / area.height() == pytest.approx(rows.mean() / height, abs=0.02)


def test_an_image_without_a_lesion_says_so_and_draws_nothing(window, qtbot, skin, samples):
    open_and_measure(window, qtbot, samples[7])
    show_tab(window)
    assert open_and_measure(window, qtbot, skin) is None

    panel = window.measures.panel
    assert panel.problem.isVisible()
    assert not panel.figure.isVisible()
    assert drawn(window)(LINE) == 0


def test_measuring_leaves_the_probability_alone(window, qtbot, samples):
    from skin_gui.classifier import Classifier

    open_and_measure(window, qtbot, samples[7])

    alone = Classifier.load().predict(np.asarray(Image.open(samples[7]).convert("RGB")))
    assert window.panel.predicted.prediction.probability == pytest.approx(alone.probability, abs=1e-3)


def test_closing_the_image_forgets_its_measures(window, qtbot, samples):
    open_and_measure(window, qtbot, samples[7])
    show_tab(window)

    window.commands.close_image.trigger()

    assert not window.measures.panel.figure.isVisible()
    assert window.measures.panel.status.isVisible()


def test_the_tabs_and_choices_are_reached_with_the_keyboard(window, qtbot, samples):
    open_and_measure(window, qtbot, samples[7])
    bar = window.measures.tabs.tabBar()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert window.measures.tabs.currentWidget() is window.measures.panel

    button = window.measures.panel.rows["outline"].button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert window.measures.overlay.shown == "asymmetry"
