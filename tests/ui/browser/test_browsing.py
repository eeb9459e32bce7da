"""Browser and image together, in the real window."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from skin_gui import paths
from skin_gui.ui.browser.browser_state import Order

LONG = 30_000


@pytest.fixture
def folder(tmp_path, samples):
    folder = tmp_path / "clinic"
    folder.mkdir()
    for sample in samples:
        shutil.copy(sample, folder)
    return folder


@pytest.fixture
def browsing(window, qtbot, folder):
    window.open([folder])
    qtbot.waitUntil(lambda: len(window.sequence.paths) == 12, timeout=LONG)
    qtbot.waitUntil(lambda: window.stage.currentWidget() is window.view, timeout=LONG)
    return window


def test_the_browser_is_out_of_the_way_until_there_is_something_to_browse(window):
    assert not window.browser.isVisible()
    assert window.browsing.toggle in window.menus.view.actions()


def test_a_folder_opens_in_the_browser_with_its_first_image_on_the_screen(browsing, samples):
    assert browsing.browser.isVisible()
    assert browsing.sequence.current.name == samples[0].name
    assert browsing.browser.view.currentIndex().row() == 0


def test_a_file_opens_at_once_and_its_folder_beside_it(window, qtbot, folder, samples):
    file = folder / samples[4].name

    window.open([file])

    assert window.sequence.current == file
    qtbot.waitUntil(lambda: window.sequence.index == 4, timeout=LONG)
    assert window.browser.view.currentIndex().row() == 4


def test_arrows_in_the_browser_change_the_image_and_keep_the_focus(browsing, qtbot, samples):
    view = browsing.browser.view
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: samples[1].name in browsing.windowTitle(), timeout=LONG)
    assert browsing.sequence.index == 1
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert browsing.view.hasFocus()


def test_next_image_follows_the_order_of_the_browser(browsing, qtbot, folder):
    files = browsing.browser.paths()
    browsing.browser.model.set_prediction(files[7], 0.99, "malignant")
    browsing.browser.model.set_prediction(files[0], 0.5, "benign")
    browsing.browser.sort_by(Order.PROBABILITY)
    qtbot.waitUntil(lambda: browsing.sequence.index == 1)

    browsing.commands.previous.trigger()

    assert browsing.sequence.current == files[7]
    assert browsing.browser.current() == files[7]


def test_the_result_appears_on_the_thumbnail(browsing, qtbot):
    file = browsing.sequence.current
    qtbot.waitUntil(lambda: browsing.browser.model.state(file).label is not None, timeout=LONG)

    assert browsing.browser.model.state(file).probability == browsing.panel.outcome.prediction.probability


def test_a_folder_without_images_says_so(window, qtbot, tmp_path):
    (tmp_path / "nothing").mkdir()

    window.open([tmp_path / "nothing"])

    qtbot.waitUntil(lambda: window.stage.currentWidget() is window.error_page, timeout=LONG)
    assert "nothing" in window.error_page.text.text()


def test_a_closed_image_opens_again_with_a_click(browsing, qtbot, samples):
    browsing.commands.close_image.trigger()
    assert browsing.sequence.current is None
    view = browsing.browser.view

    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(browsing.browser.model.index(0)).center()
    )

    assert browsing.sequence.current.name == samples[0].name


def test_ctrl_f_leads_from_the_image_to_the_filter(browsing, qtbot):
    browsing.view.setFocus()
    browsing.browsing.toggle.setChecked(False)

    QTest.keyClick(browsing.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(browsing.browser.header.filter.hasFocus)


def test_several_files_stand_for_themselves(browsing, qtbot, samples):
    browsing.open([samples[3], samples[5]])

    qtbot.waitUntil(lambda: browsing.sequence.paths == [samples[3], samples[5]], timeout=LONG)
    assert browsing.browser.folder is None


def test_the_samples_are_no_recent_folder(window, qtbot):
    window.open_samples()
    qtbot.waitUntil(lambda: len(window.sequence.paths) == 12, timeout=LONG)

    assert window.browser.folder == paths.samples()
    window.menus.fill_recent()
    assert window.menus.recent.actions()[0].text() == "Nothing yet"


def test_a_file_that_the_browser_leaves_out_comes_before_those_of_its_folder(window, qtbot, folder, samples):
    file = folder / "lesion.dat"
    shutil.copy(samples[0], file)

    window.open([file])

    qtbot.waitUntil(lambda: len(window.sequence.paths) == 13, timeout=LONG)
    assert window.sequence.current == file
    assert window.sequence.index == 0
