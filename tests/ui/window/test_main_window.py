import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from skin_gui import paths
from skin_gui.classifier.store import ModelStore
from skin_gui.ui.widgets import window_state
from tests.ui.image_part import visible_part

LONG = 20_000


def drop(window, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place, actions = window.rect().center(), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, actions, data, button, no_key)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(place), actions, data, button, no_key)
    QApplication.sendEvent(window, event)
    return enter, event


def shown(window, file):
    return window.panel.predicted is not None and window.panel.predicted.path == file


def test_the_start_page_says_what_to_do_and_enter_opens_an_image(window):
    assert window.central.currentWidget() is window.start_page
    assert window.start_page.image_button.hasFocus()
    assert not window.commands.zoom_in.isEnabled()
    assert not window.panel.result_box.isVisible()


def test_a_dropped_image_is_shown_and_classified(window, qtbot, samples):
    with qtbot.waitSignal(window.worker.predicted, timeout=LONG) as caught:
        enter, event = drop(window, samples[6])

    outcome = caught.args[0]
    qtbot.waitUntil(lambda: shown(window, samples[6]))
    assert enter.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert window.central.currentWidget() is window.view
    assert window.panel.result_box.label.text().lower() == outcome.prediction.label
    assert window.panel.result_box.figure.text().endswith("%")
    assert window.panel.facts.value("model") == outcome.model.name
    assert window.panel.badge.isVisible()
    assert samples[6].name in window.windowTitle()


def test_a_dropped_folder_is_walked_through_with_the_arrow_keys(window, qtbot, samples):
    drop(window, paths.samples())
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)

    QTest.keyClick(window.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shown(window, samples[1]), timeout=LONG)
    QTest.keyClick(window.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: shown(window, samples[-1]), timeout=LONG)
    assert not window.commands.next.isEnabled()
    QTest.keyClick(window.view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: shown(window, samples[-2]), timeout=LONG)

    assert window.status.place.text() == "Image 11 of 12"


def test_a_single_image_brings_its_folder_along(window, qtbot, samples):
    window.open([samples[4]])

    qtbot.waitUntil(lambda: window.sequence.index == 4, timeout=LONG)
    assert window.sequence.paths == samples


def test_of_many_requests_the_newest_wins(window, qtbot, samples):
    drop(window, paths.samples())
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=LONG)

    for _ in range(8):
        QTest.keyClick(window.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shown(window, samples[8]), timeout=LONG)

    assert window.panel.file_name.toolTip() == samples[8].name


def test_a_broken_image_is_explained_and_the_next_one_works(window, qtbot, tmp_path, samples):
    (tmp_path / "1.jpg").write_text("no image")
    shutil.copy(samples[0], tmp_path / "2.jpg")
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=LONG)
    assert "1.jpg" in window.error_page.text.text()
    assert window.error_page.hint.isVisible()  # "was not changed": it is there
    assert not window.panel.result_box.isVisible()

    qtbot.mouseClick(window.error_page.next_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: shown(window, tmp_path / "2.jpg"), timeout=LONG)
    assert window.panel.badge.isVisible()  # the sample is known for one wherever it is copied to


def test_of_a_file_that_is_gone_nothing_says_that_it_was_not_changed(window, qtbot, tmp_path, samples):
    for number in (1, 2):
        shutil.copy(samples[number], tmp_path / f"{number}.jpg")
    window.open([tmp_path])
    qtbot.waitUntil(lambda: shown(window, tmp_path / "1.jpg"), timeout=LONG)
    window.browser.stop()  # it has not noticed yet
    (tmp_path / "2.jpg").unlink()

    QTest.keyClick(window.view, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=LONG)
    assert "2.jpg" in window.error_page.text.text()
    assert not window.error_page.hint.isVisible()


def test_a_damaged_image_is_shown_with_the_reason_and_without_a_number(window, qtbot, tmp_path, samples):
    whole = samples[0].read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole)
    (tmp_path / "b cut.jpg").write_bytes(whole[: len(whole) // 2])
    window.open([tmp_path / "a.jpg"])
    qtbot.waitUntil(lambda: window.panel.predicted is not None, timeout=20_000)

    window.commands.next.trigger()

    qtbot.waitUntil(lambda: "b cut.jpg" in window.panel.problem.text(), timeout=20_000)
    assert "damaged" in window.panel.problem.text()
    assert window.central.currentWidget() is window.view
    assert window.panel.image.path == tmp_path / "b cut.jpg"
    qtbot.wait(500)
    assert window.panel.predicted is None
    assert window.panel.result_box.isHidden()
    assert not window.panel.copy_button.isEnabled() or window.panel.copy_button.isHidden()


def test_a_folder_without_images_is_said_so(window, qtbot, tmp_path):
    drop(window, tmp_path)

    qtbot.waitUntil(lambda: window.central.currentWidget() is window.error_page, timeout=LONG)
    assert tmp_path.name in window.error_page.text.text()
    assert not window.error_page.hint.isVisible()


def test_f11_fills_the_screen_on_a_desktop_that_has_another_key_for_it(qtbot, build_window, shipped_model, monkeypatch):
    usual, full_screen = QKeySequence.keyBindings, QKeySequence.StandardKey.FullScreen
    own = {full_screen: [QKeySequence("Ctrl+F11")]}
    monkeypatch.setattr(QKeySequence, "keyBindings", staticmethod(lambda key: own.get(key) or usual(key)))
    window = build_window()
    with qtbot.waitExposed(window):
        window.show()

    for is_full in (True, False):
        QTest.keyClick(window, Qt.Key.Key_F11)
        assert window.isFullScreen() == is_full


def test_zoom_heatmap_and_copy_by_keyboard(window, qtbot, samples):
    window.open([samples[8]])
    qtbot.waitUntil(lambda: shown(window, samples[8]), timeout=LONG)
    fitted = window.view.zoom

    QTest.keyClick(window.view, Qt.Key.Key_Plus)
    assert window.view.zoom == pytest.approx(fitted * 1.25)
    QTest.keyClick(window.view, Qt.Key.Key_1)
    assert window.view.zoom == pytest.approx(1)
    QTest.keyClick(window.view, Qt.Key.Key_0)
    assert window.view.zoom == pytest.approx(fitted)
    QTest.keyClick(window.view, Qt.Key.Key_H)
    # On a scale that all images share there may be nothing to see, which is then said.
    assert window.view.heatmap_visible() == (window.panel.predicted.heatmap is not None)
    assert window.panel.heatmap.legend.isVisible() == window.view.heatmap_visible()
    assert window.panel.heatmap.nothing.isVisible() != window.view.heatmap_visible()
    assert window.panel.heatmap.switch.isChecked()
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    text = QGuiApplication.clipboard().text()
    assert samples[8].name in text
    assert "not a medical device" in text
    assert "Synthetic" in text


def test_zoom_stays_when_the_operating_point_moves(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: window.panel.predicted is not None, timeout=120_000)
    window.view.zoom_in()
    window.view.zoom_in()
    zoom, part = window.view.zoom, visible_part(window.view)
    before = window.panel.predicted

    window.worker.use_model()
    qtbot.waitUntil(
        lambda: window.panel.predicted is not None and window.panel.predicted is not before, timeout=120_000
    )

    assert window.view.zoom == zoom
    assert visible_part(window.view) == part


def test_a_new_image_takes_the_old_result_off_until_its_own_is_there(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)

    window.open([samples[1]])
    assert window.panel.predicted is None
    assert window.panel.result_box.figure.text() == "–"
    assert not window.panel.copy_button.isEnabled()

    qtbot.waitUntil(lambda: shown(window, samples[1]), timeout=LONG)
    assert window.panel.result_box.figure.text() != "–"


def test_without_a_model_images_are_shown_and_the_reason_given(build_window, qtbot, tmp_path, monkeypatch, samples):
    monkeypatch.setattr(paths, "shipped_model", lambda: tmp_path / "none")
    window = build_window(samples[0])
    window.show()

    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=LONG)
    qtbot.waitUntil(window.panel.problem.isVisible, timeout=LONG)
    assert "model" in window.panel.problem.text()
    assert not window.panel.result_box.isVisible()


def test_the_command_line_names_what_to_open(build_window, qtbot, samples, shipped_model):
    window = build_window(samples[3])
    window.show()

    qtbot.waitUntil(lambda: shown(window, samples[3]), timeout=LONG)


def test_closing_during_work_leaves_no_thread(build_window, qtbot, samples, shipped_model):
    window = build_window(samples[3])
    window.show()
    qtbot.waitUntil(window.worker.isRunning)

    window.close()

    assert window.worker.isFinished()
    assert all(thread.isFinished() for thread in window.findChildren(QThread))


def test_closing_the_image_returns_to_the_start_page(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)

    window.commands.close_image.trigger()

    assert window.central.currentWidget() is window.start_page
    assert window.windowTitle() == "Skin GUI"
    assert not window.panel.file_name.isVisible()


def test_recent_files_and_the_window_size_are_remembered(window, build_window, qtbot, tmp_path, samples):
    copy = shutil.copy(samples[0], tmp_path / "a & b.jpg")
    window.open([copy])
    window.resize(window.width(), 560)
    window.close()

    again = build_window()
    again.show()
    assert again.height() == 560
    again.menus.fill_recent()
    assert again.menus.recent.actions()[0].text().startswith("a && b.jpg")
    assert window_state.recent_paths() == [copy]
    [recent] = again.start_page.recent.findChildren(QToolButton)
    qtbot.mouseClick(recent, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.image.path == copy, timeout=LONG)


def test_a_window_beyond_every_screen_comes_back(window, build_window):
    window.move(QPoint(30_000, 30_000))
    window.close()

    again = build_window()
    again.show()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(again.frameGeometry())


def test_every_control_has_a_name_for_screen_readers(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)

    from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QScrollBar

    controls = [*window.findChildren(QAbstractButton), *window.findChildren(QAbstractSlider)]
    controls = [one for one in controls if one.isVisible() and not isinstance(one, QScrollBar)]
    assert len(controls) > 8
    assert not [one for one in controls if not (one.accessibleName() or getattr(one, "text", str)())]


def test_a_model_that_cannot_be_loaded_leaves_the_former_in_use(window, qtbot, tmp_path, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)

    with qtbot.waitSignal(window.worker.model_failed, timeout=LONG):
        window.worker.use_model(tmp_path / "none")

    qtbot.waitUntil(lambda: "none" in window.status.currentMessage())
    assert window.panel.predicted is not None
    assert not window.panel.problem.isVisible()


def test_of_several_things_dropped_the_images_are_opened_and_the_rest_is_named(window, qtbot, tmp_path, samples):
    folder, notes, table = tmp_path / "visit", tmp_path / "notes.txt", tmp_path / "table.csv"
    folder.mkdir()
    shutil.copy(samples[2], folder)
    for file in (notes, table):
        file.write_text("no image")

    drop(window, samples[6], notes, folder, table)

    qtbot.waitUntil(lambda: window.sequence.paths == [samples[6], folder / samples[2].name], timeout=LONG)
    assert window.folder_notice.isVisible()
    assert window.folder_notice.text() == "Left out, because they are no images: notes.txt, table.csv."
    bar = window.batch_review.table.batch_bar
    qtbot.waitUntil(lambda: bar.status.full_text() == "2 images, none classified yet.", timeout=LONG)
    assert window.status.place.text() == "Image 1 of 2"
    qtbot.mouseClick(window.folder_notice.dismiss_button, Qt.MouseButton.LeftButton)
    assert not window.folder_notice.isVisible()


def test_where_none_of_several_things_dropped_is_an_image_all_stays_and_that_is_said(window, qtbot, tmp_path, samples):
    drop(window, samples[6])
    qtbot.waitUntil(lambda: shown(window, samples[6]), timeout=LONG)
    files = [tmp_path / f"{number}.txt" for number in range(5)]
    for file in files:
        file.write_text("no image")

    drop(window, *files)

    assert window.folder_notice.isVisible()
    said = window.folder_notice.text()
    assert said.startswith("Nothing was opened, because these are no images: 0.txt, 1.txt, 2.txt, ")
    assert said.endswith("2 more.")
    assert shown(window, samples[6])
    drop(window, samples[7])
    assert not window.folder_notice.isVisible()


def test_several_folders_with_images_in_sub_folders_alone_lead_on_to_them(window, qtbot, tmp_path, samples):
    for number in (1, 2):
        (tmp_path / str(number) / "visit").mkdir(parents=True)
        shutil.copy(samples[number], tmp_path / str(number) / "visit")

    drop(window, tmp_path / "1", tmp_path / "2")

    button = window.error_page.sub_folders_button
    qtbot.waitUntil(button.isVisible, timeout=LONG)
    table = window.batch_review.table
    qtbot.waitUntil(table.batch_bar.recursive_button.isEnabled, timeout=LONG)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.sequence.paths) == 2, timeout=LONG)
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=LONG)
    assert table.session.recursive


def test_a_file_dropped_on_a_field_is_opened_and_not_written_into_it(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)
    field = window.browser.header.filter
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(samples[6]))])
    data.setText(str(samples[6]))  # as file managers do
    copy, button, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Over the window first, then over the field.
    QApplication.sendEvent(window, QDragEnterEvent(window.rect().center(), copy, data, button, no_key))
    QApplication.sendEvent(field, QDragEnterEvent(field.rect().center(), copy, data, button, no_key))

    QApplication.sendEvent(field, QDropEvent(QPointF(field.rect().center()), copy, data, button, no_key))

    qtbot.waitUntil(lambda: shown(window, samples[6]), timeout=LONG)
    assert not field.text()
    assert field.acceptDrops()
    assert not window.drop_hint.isVisible()


def test_a_result_by_the_model_that_stands_in_for_a_damaged_one_says_so(
    shipped_model, make_model, build_window, samples, qtbot, tmp_path
):
    store = ModelStore()
    model = store.add(make_model(tmp_path / "clinic", "My clinic"))
    store.activate("My clinic")
    (model.path / "head.npz").write_bytes(b"damaged")
    window = build_window(samples[0])
    window.show()

    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=LONG)

    assert window.panel.facts.value("model") == "Skin GUI test"
    said = window.panel.warnings.text()
    assert "The active model cannot be used" in said
    assert "head.npz of the model My clinic was changed or damaged" in said
