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
def opened(window, qtbot, folder):
    window.open([folder])
    qtbot.waitUntil(lambda: len(window.sequence.paths) == 12, timeout=LONG)
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=LONG)
    return window


def test_the_browser_is_out_of_the_way_until_there_is_something_to_browse(window):
    assert not window.browser.isVisible()
    assert window.browser_controller.toggle in window.menus.view.actions()


def test_a_folder_opens_in_the_browser_with_its_first_image_on_the_screen(opened, samples):
    assert opened.browser.isVisible()
    assert opened.sequence.current.name == samples[0].name
    assert opened.browser.view.currentIndex().row() == 0


def test_a_file_opens_at_once_and_its_folder_beside_it(window, qtbot, folder, samples):
    file = folder / samples[4].name

    window.open([file])

    assert window.sequence.current == file
    qtbot.waitUntil(lambda: window.sequence.index == 4, timeout=LONG)
    assert window.browser.view.currentIndex().row() == 4


def test_arrows_in_the_browser_change_the_image_and_keep_the_focus(opened, qtbot, samples):
    view = opened.browser.view
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: samples[1].name in opened.windowTitle(), timeout=LONG)
    assert opened.sequence.index == 1
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.view.hasFocus()


def test_next_image_follows_the_order_of_the_browser(opened, qtbot, folder):
    files = opened.browser.paths()
    opened.browser.model.set_prediction(files[7], 0.99, "malignant", opened.image.model)
    opened.browser.model.set_prediction(files[0], 0.5, "benign", opened.image.model)
    opened.browser.sort_by(Order.PROBABILITY)
    qtbot.waitUntil(lambda: opened.sequence.index == 1)

    opened.commands.previous.trigger()

    assert opened.sequence.current == files[7]
    assert opened.browser.current() == files[7]


def test_a_file_that_comes_back_is_shown_again(opened, qtbot, folder, samples):
    """As after a network drive was away for a while."""
    away = folder.rename(folder.with_name("away"))
    QTest.keyClick(opened.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened.central.currentWidget() is not opened.view, timeout=LONG)
    assert opened.image.problem is not None

    away.rename(folder)
    shutil.copy(samples[0], folder / "another.jpg")
    qtbot.waitUntil(lambda: opened.central.currentWidget() is opened.view, timeout=LONG)
    assert opened.image.shown.path == folder / samples[1].name


def test_the_result_appears_on_the_thumbnail(opened, qtbot):
    file = opened.sequence.current
    qtbot.waitUntil(lambda: opened.browser.model.listing.state(file).label is not None, timeout=LONG)

    assert opened.browser.model.listing.state(file).probability == opened.panel.predicted.prediction.probability


def test_a_folder_without_images_says_so(window, qtbot, tmp_path):
    (tmp_path / "nothing").mkdir()

    window.open([tmp_path / "nothing"])

    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=LONG)
    assert "nothing" in window.error_page.text.text()
    assert "Sub-folders" not in window.error_page.text.text()  # there are none
    assert not window.error_page.sub_folders_button.isVisible()


def test_a_folder_with_images_in_sub_folders_alone_leads_on_to_them(window, qtbot, samples, tmp_path):
    image = tmp_path / "patient" / "first" / samples[0].name
    image.parent.mkdir(parents=True)
    image.write_bytes(samples[0].read_bytes())
    window.open([tmp_path / "patient"])
    button = window.error_page.sub_folders_button
    qtbot.waitUntil(button.isVisible, timeout=LONG)

    assert button.property("primary")
    assert not window.error_page.open_button.property("primary")
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: window.browser.model.listing.row(image) >= 0, timeout=LONG)
    assert window.browser.header.recursive.isChecked()
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=LONG)
    assert window.image.path == image
    broken = image.with_name("broken.jpg")
    broken.write_bytes(b"no image")
    window.open([broken])
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=LONG)
    assert not button.isVisible()
    assert window.error_page.open_button.property("primary")


def test_where_images_are_in_sub_folders_alone_the_browser_leads_to_them_too(window, qtbot, samples, tmp_path):
    image = tmp_path / "visit" / samples[0].name
    image.parent.mkdir()
    image.write_bytes(samples[0].read_bytes())
    window.open([tmp_path])
    note = window.browser.note
    qtbot.waitUntil(lambda: note.button.isVisible() and note.button.text() == "Include Sub-folders", timeout=LONG)

    qtbot.mouseClick(note.button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.browser.paths() == [image], timeout=LONG)
    assert window.browser.header.recursive.isChecked()


def test_a_closed_image_opens_again_with_a_click(opened, qtbot, samples):
    opened.commands.close_image.trigger()
    assert opened.sequence.current is None
    view = opened.browser.view

    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(opened.browser.model.index(0)).center()
    )

    assert opened.windowTitle().startswith(samples[0].name)


def test_ctrl_f_leads_from_the_image_to_the_filter(opened, qtbot):
    opened.view.setFocus()
    opened.browser_controller.toggle.setChecked(False)

    QTest.keyClick(opened.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(opened.browser.header.filter.hasFocus)


def test_several_files_stand_for_themselves(opened, qtbot, samples):
    opened.open([samples[3], samples[5]])

    qtbot.waitUntil(lambda: opened.sequence.paths == [samples[3], samples[5]], timeout=LONG)
    assert opened.browser.folder is None
    assert opened.browser.note.text.text().startswith("Several files and folders are open.")


def test_the_samples_are_no_recent_folder(window, qtbot):
    window.commands.open_samples.trigger()
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
