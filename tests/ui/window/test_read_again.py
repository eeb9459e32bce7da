"""A folder that changes, goes away and comes back while it is open; and what is counted of it meanwhile."""

import os
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from skin_gui.ui.review.review_session import SessionPhase
from tests.ui.window.steps import SLOW, click_row, look_at


@pytest.fixture
def folder(tmp_path, samples):
    folder = tmp_path / "stick" / "clinic"
    folder.mkdir(parents=True)
    for sample in samples[:4]:
        shutil.copy(sample, folder)
    return folder


@pytest.fixture
def opened(window, qtbot, folder, samples):
    """The window with the folder classified and its second image on the screen."""
    window.open([folder])
    table = window.batch_review.table
    window.batch_review.dock.show()
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=SLOW)
    QTest.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=SLOW)
    qtbot.waitUntil(lambda: said(window) == "4 of 4 images are classified.", timeout=SLOW)
    look_at(window, qtbot, folder / samples[1].name)
    return window


def said(window):
    return window.batch_review.table.batch_bar.status.full_text()


def read_again(window):
    QTest.keyClick(window, Qt.Key.Key_F5)


def decisions(window):
    return {row.path.name: row.reviewer_label for row in window.batch_review.results()}


def test_a_folder_that_goes_away_is_told_and_all_that_was_known_of_it_stays(opened, qtbot, folder, samples):
    table, current = opened.batch_review.table, folder / samples[1].name
    QTest.keyClick(opened.view, Qt.Key.Key_B)
    look_at(opened, qtbot, current)  # the decision went on to the next one
    label = opened.panel.result_box.label.text()
    away = folder.rename(folder.with_name("away"))

    read_again(opened)

    qtbot.waitUntil(opened.folder_notice.isVisible, timeout=SLOW)
    assert "clinic" in opened.folder_notice.text()
    assert opened.central.currentWidget() is opened.view
    assert (opened.image.path, opened.panel.result_box.label.text()) == (current, label)
    assert opened.browser.footer.count.full_text() == "4 images"
    assert opened.status.place.text() == "Image 2 of 4"
    assert table.model.rows.total == 4
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_M)
    assert decisions(opened)[current.name] == "malignant"
    opened.sequence.go_to(1)

    away.rename(folder)
    read_again(opened)

    qtbot.waitUntil(lambda: not opened.folder_notice.isVisible(), timeout=SLOW)
    qtbot.waitUntil(lambda: opened.central.currentWidget() is opened.view, timeout=SLOW)
    assert opened.browser.current() == opened.image.path == current
    assert opened.browser.selected_paths() == [current]
    listing = opened.browser.model.listing
    assert listing.state(current).reviewer_label == "malignant"
    assert not listing.unreadable


def test_a_folder_that_is_back_by_itself_is_shown_without_a_key(opened, qtbot, folder, samples):
    away = folder.rename(folder.with_name("away"))
    qtbot.waitUntil(opened.folder_notice.isVisible, timeout=SLOW)
    shutil.copy(samples[4], away)

    away.rename(folder)

    qtbot.waitUntil(lambda: opened.browser.footer.count.full_text() == "5 images", timeout=SLOW)
    assert not opened.folder_notice.isVisible()


def test_another_folder_in_the_same_place_is_taken_for_what_it_is(opened, qtbot, folder, samples):
    folder.rename(folder.with_name("away"))
    folder.mkdir()
    for sample in samples[5:7]:
        shutil.copy(sample, folder)

    read_again(opened)

    qtbot.waitUntil(lambda: opened.browser.paths() == [folder / sample.name for sample in samples[5:7]], timeout=SLOW)
    qtbot.waitUntil(
        lambda: said(opened) == "0 of 2 images are classified. 4 rows are of files that are gone.", timeout=SLOW
    )
    assert opened.status.place.text() == "Not one of the 2 images"


def test_files_that_came_changed_and_went_are_counted_alike_everywhere(opened, qtbot, folder, samples):
    shutil.copy(samples[4], folder)
    shutil.copy(samples[6], folder / samples[1].name)
    for sample in samples[2:4]:
        (folder / sample.name).unlink()

    read_again(opened)

    qtbot.waitUntil(
        lambda: said(opened) == "1 of 3 images are classified. 2 rows are of files that are gone.", timeout=SLOW
    )
    assert opened.browser.footer.count.full_text() == "3 images"
    assert opened.status.place.text() == "Image 2 of 3"
    table = opened.batch_review.table
    assert table.batch_bar.classify_button.text() == "Continue"
    QTest.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: said(opened) == "3 of 3 images are classified. 2 rows are of files that are gone.", timeout=SLOW
    )


def test_the_image_that_is_removed_stays_on_the_screen_and_is_no_longer_counted(opened, qtbot, folder, samples):
    current = folder / samples[1].name
    current.unlink()

    read_again(opened)

    qtbot.waitUntil(lambda: opened.status.place.text() == "Not one of the 3 images", timeout=SLOW)
    assert opened.browser.footer.count.full_text() == "3 images"
    assert opened.central.currentWidget() is opened.view
    assert opened.image.path == current
    QTest.keyClick(opened.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert opened.image.path == folder / samples[2].name
    assert opened.status.place.text() == "Image 2 of 3"


def test_a_file_that_was_away_gets_its_result_back(opened, qtbot, folder, samples, tmp_path):
    file = folder / samples[2].name
    state = opened.browser.model.listing.state(file)
    assert state.of_row
    shutil.move(file, tmp_path)
    read_again(opened)
    qtbot.waitUntil(lambda: len(opened.browser.paths()) == 3, timeout=SLOW)

    shutil.move(tmp_path / file.name, folder)
    read_again(opened)

    qtbot.waitUntil(lambda: opened.browser.model.listing.state(file).of_row, timeout=SLOW)
    assert opened.browser.model.listing.state(file).label == state.label


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_to_one_file_are_as_many_images_in_the_browser_as_in_the_table(window, qtbot, folder, samples):
    for number in range(4):
        (folder / f"link{number}.jpg").symlink_to(folder / samples[0].name)

    window.open([folder])

    qtbot.waitUntil(lambda: said(window) == "8 images, none classified yet.", timeout=SLOW)
    qtbot.waitUntil(lambda: window.browser.footer.count.full_text() == "8 images", timeout=SLOW)
    qtbot.waitUntil(lambda: window.status.place.text() == "Image 1 of 8", timeout=SLOW)


def test_a_folder_that_is_gone_opens_no_other_and_keeps_its_own_session(opened, qtbot, folder, samples):
    shutil.copy(samples[7], folder.parent)
    opened.open([folder.parent])
    qtbot.waitUntil(lambda: opened.browser.paths() == [folder.parent / samples[7].name], timeout=SLOW)
    folder.rename(folder.with_name("away"))

    opened.open([folder])

    qtbot.waitUntil(lambda: opened.central.currentWidget() is opened.error_page, timeout=SLOW)
    assert "clinic is no longer there" in opened.error_page.text.text()
    table = opened.batch_review.table
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=SLOW)
    assert opened.browser.folder == folder
    assert table.session.roots == (folder,)
    assert table.model.rows.total == 4
    qtbot.waitUntil(
        lambda: said(opened) == "This folder cannot be read now. 4 rows are of files that are gone.", timeout=SLOW
    )


def test_a_batch_of_a_folder_that_is_gone_ends_in_a_sentence_and_makes_no_row_of_it(opened, qtbot, folder, samples):
    shutil.copy(samples[4], folder)
    table = opened.batch_review.table
    qtbot.waitUntil(lambda: said(opened) == "4 of 5 images are classified.", timeout=SLOW)
    folder.rename(folder.with_name("away"))

    QTest.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FAILED, timeout=SLOW)
    assert "clinic is no longer there" in table.problem.text()
    assert table.model.rows.total == 4


def test_sub_folders_stay_chosen_over_the_absence_of_the_folder(opened, qtbot, folder, samples):
    (folder / "visit").mkdir()
    shutil.copy(samples[8], folder / "visit")
    QTest.mouseClick(
        opened.browser.header.recursive, Qt.MouseButton.LeftButton, pos=opened.browser.header.recursive.rect().center()
    )
    qtbot.waitUntil(lambda: opened.browser.footer.count.full_text() == "5 images", timeout=SLOW)
    qtbot.waitUntil(lambda: said(opened) == "4 of 5 images are classified.", timeout=SLOW)
    away = folder.rename(folder.with_name("away"))
    read_again(opened)
    qtbot.waitUntil(opened.folder_notice.isVisible, timeout=SLOW)

    away.rename(folder)
    QTest.mouseClick(opened.folder_notice.button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not opened.folder_notice.isVisible(), timeout=SLOW)
    assert opened.browser.recursive
    assert opened.batch_review.table.session.recursive
    assert opened.browser.footer.count.full_text() == "5 images"
    assert said(opened) == "4 of 5 images are classified."


def test_several_files_and_folders_count_alike_and_are_read_again(window, qtbot, folder, samples, tmp_path):
    other = tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    for number in (4, 5):
        shutil.copy(samples[number], other if number == 4 else other / "deep")
    window.open([folder, other])
    qtbot.waitUntil(lambda: window.status.place.text() == "Image 1 of 5", timeout=SLOW)
    qtbot.waitUntil(lambda: said(window) == "5 images, none classified yet.", timeout=SLOW)
    table = window.batch_review.table
    window.batch_review.dock.show()

    QTest.mouseClick(table.batch_bar.recursive_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.status.place.text() == "Image 1 of 6", timeout=SLOW)
    qtbot.waitUntil(lambda: said(window) == "6 images, none classified yet.", timeout=SLOW)
    click = window.sequence.paths[3]
    window.sequence.go_to(3)
    (folder / samples[0].name).unlink()
    read_again(window)
    qtbot.waitUntil(lambda: window.status.place.text() == "Image 3 of 5", timeout=SLOW)
    qtbot.waitUntil(lambda: said(window) == "5 images, none classified yet.", timeout=SLOW)
    assert window.image.path == click


def test_a_row_of_the_table_still_leads_to_its_image_after_reading_again(opened, qtbot, folder, samples):
    read_again(opened)
    qtbot.waitUntil(lambda: not opened.browser.files.is_listing, timeout=SLOW)

    click_row(opened.batch_review.table, folder / samples[0].name)

    qtbot.waitUntil(lambda: opened.image.path == folder / samples[0].name, timeout=SLOW)


def test_a_folder_that_was_not_there_shows_its_first_image_once_it_is(window, qtbot, folder, samples):
    away = folder.rename(folder.with_name("away"))
    window.open([folder])
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=SLOW)

    away.rename(folder)
    read_again(window)

    qtbot.waitUntil(lambda: window.image.path == folder / samples[0].name, timeout=SLOW)
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=SLOW)


def test_a_folder_that_was_emptied_shows_its_first_image_once_it_is_filled_again(opened, qtbot, folder, samples):
    """As the folder that a stick is mounted on, without the stick."""
    for sample in samples[:4]:
        (folder / sample.name).unlink()
    read_again(opened)
    qtbot.waitUntil(lambda: opened.central.currentWidget() is opened.error_page, timeout=SLOW)
    table = opened.batch_review.table
    qtbot.waitUntil(
        lambda: said(opened) == "This folder holds no image. 4 rows are of files that are gone.", timeout=SLOW
    )
    assert table.model.rows.total == 4

    shutil.copy(samples[1], folder)
    read_again(opened)

    qtbot.waitUntil(lambda: opened.image.path == folder / samples[1].name, timeout=SLOW)
    qtbot.waitUntil(lambda: opened.central.currentWidget() is opened.view, timeout=SLOW)


def test_a_decision_does_not_lead_to_a_file_that_is_gone(opened, qtbot, folder, samples):
    (folder / samples[2].name).unlink()
    qtbot.waitUntil(lambda: "gone" in said(opened), timeout=SLOW)
    look_at(opened, qtbot, folder / samples[1].name)
    opened.view.setFocus()

    QTest.keyClick(opened.view, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: opened.image.path == folder / samples[3].name, timeout=SLOW)
    assert decisions(opened)[samples[1].name] == "benign"
    QTest.keyClick(opened.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: opened.image.path == folder / samples[0].name, timeout=SLOW)
