"""The browser as a user works with it: real files, real keys, real clicks."""

import os
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from skin_gui import paths
from skin_gui.review.results import Result
from skin_gui.ui.browser.browser_state import Order
from skin_gui.ui.browser.image_browser import ImageBrowser
from skin_gui.ui.widgets import window_state
from skin_gui.ui.widgets.theme import theme
from skin_gui.wording.fact import verbatim

SAMPLES = sorted(paths.samples().glob("*.jpg"))
TIMEOUT = 30_000


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "clinic"
    folder.mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, folder)
    return folder


@pytest.fixture
def browser(qtbot):
    theme().choose("light")
    browser = ImageBrowser()
    qtbot.addWidget(browser)
    browser.resize(420, 700)
    browser.show()
    qtbot.waitExposed(browser)
    yield browser
    browser.stop()


@pytest.fixture
def opened(qtbot, browser, folder):
    open_and_wait(qtbot, browser, folder)
    return browser


def open_and_wait(qtbot, browser, folder, **options):
    with qtbot.waitSignal(browser.files.changed, timeout=TIMEOUT):
        browser.open_folder(folder, **options)


def result(path, probability=None, reviewer=None, error=None):
    return Result(
        path,
        "failed" if error else "ok",
        "model",
        "1",
        "2025-01-01T00:00:00+00:00",
        probability=probability,
        threshold=None if probability is None else 0.5,
        error=error,
        reviewer_label=reviewer,
    )


def current(browser):
    return browser.current().name if browser.current() else None


def shown(browser):
    return [path.name for path in browser.paths()]


def visible_pictures(browser):
    view = browser.view
    return sum(view.pixmaps.get(browser.model.listing.shown[row]) is not None for row in view.visible_rows())


def test_before_a_folder_is_open_the_browser_invites_to_open_one(qtbot, browser):
    assert "Open a folder" in browser.note.text.text()
    assert not browser.header.filter.isEnabled()

    with qtbot.waitSignal(browser.open_folder_wanted):
        qtbot.mouseClick(browser.note.button, Qt.MouseButton.LeftButton)


def test_a_folder_shows_its_images_counts_them_and_selects_the_first(qtbot, browser, folder):
    selected = []
    browser.image_selected.connect(selected.append)

    with qtbot.waitSignal(browser.files.changed, timeout=TIMEOUT) as changed:
        browser.open_folder(folder)

    assert changed.args == [sorted(folder.iterdir())]
    assert browser.stack.currentWidget() is browser.view
    assert browser.footer.count.full_text() == "12 images"
    assert selected == [folder / SAMPLES[0].name]
    assert browser.header.title.full_text() == "clinic"
    assert window_state.recent_paths()[0] == folder
    qtbot.waitUntil(lambda: visible_pictures(browser) == len(browser.view.visible_rows()), timeout=TIMEOUT)


def test_an_image_asked_for_is_announced_at_once_and_is_current(qtbot, browser, folder):
    wanted = folder / SAMPLES[7].name
    with qtbot.waitSignal(browser.image_selected, timeout=0) as selected:
        browser.open_folder(folder, select=wanted)
    assert selected.args == [wanted]

    qtbot.waitUntil(lambda: browser.view.currentIndex().row() == 7, timeout=TIMEOUT)
    assert browser.current() == wanted


def test_the_arrows_page_keys_home_and_end_go_about(qtbot, opened):
    view = opened.view
    columns = len([row for row in range(12) if view.visualRect(opened.model.index(row)).top() == 0])
    view.setFocus()

    def at(key):
        qtbot.keyClick(view, key)
        return view.currentIndex().row()

    assert at(Qt.Key.Key_Right) == 1
    assert at(Qt.Key.Key_Left) == 0
    assert at(Qt.Key.Key_Down) == columns
    assert at(Qt.Key.Key_End) == 11
    assert at(Qt.Key.Key_Home) == 0
    assert at(Qt.Key.Key_PageDown) > columns
    assert at(Qt.Key.Key_PageUp) == 0
    assert current(opened) == SAMPLES[0].name


def test_typing_finds_a_file_and_enter_opens_it(qtbot, opened):
    opened.view.setFocus()

    qtbot.keyClicks(opened.view, "synthetic-07")
    assert current(opened) == SAMPLES[6].name

    with qtbot.waitSignal(opened.image_activated) as activated:
        qtbot.keyClick(opened.view, Qt.Key.Key_Return)
    assert activated.args[0].name == SAMPLES[6].name


def test_a_click_selects(qtbot, opened):
    with qtbot.waitSignal(opened.image_selected) as selected:
        place = opened.view.visualRect(opened.model.index(1)).center()
        qtbot.mouseClick(opened.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert selected.args[0].name == SAMPLES[1].name


def test_the_filter_narrows_and_escape_shows_all_again(qtbot, opened):
    field = opened.header.filter
    opened.view.setFocus()
    opened.select(opened.paths()[8])
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()
    qtbot.waitUntil(field.hasFocus)

    qtbot.keyClicks(field, "melanoma")
    qtbot.waitUntil(lambda: len(shown(opened)) == 6)
    assert opened.footer.count.full_text() == "6 of 12 images"
    assert opened.view.currentIndex().data() == SAMPLES[8].name

    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert opened.view.hasFocus()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown(opened)) == 12)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert opened.view.hasFocus()


def test_a_filter_that_finds_nothing_says_so_and_offers_all(qtbot, opened):
    qtbot.keyClicks(opened.header.filter, "xyz")
    qtbot.waitUntil(lambda: opened.stack.currentWidget() is opened.note)
    assert "xyz" in opened.note.text.text()

    qtbot.mouseClick(opened.note.button, Qt.MouseButton.LeftButton)

    assert len(shown(opened)) == 12
    assert opened.header.filter.text() == ""


def test_results_and_decisions_appear_and_sort(qtbot, opened):
    files = opened.paths()

    opened.model.set_results([result(path, number / 20) for number, path in enumerate(files)])
    opened.model.set_results([result(files[3], error=verbatim("It is damaged"))])
    opened.sort_by(Order.PROBABILITY)

    assert shown(opened)[0] == files[11].name
    assert shown(opened)[-1] == files[3].name
    assert window_state.window_ini().value("browser/order") == "probability"


def test_results_and_decisions_move_no_image_until_the_order_is_chosen_again(qtbot, opened):
    files = opened.paths()
    opened.sort_by(Order.PROBABILITY)
    before = shown(opened)

    opened.model.set_results([result(files[5], 0.9)])
    opened.model.set_results([result(files[7], 0.95, reviewer="benign")])
    qtbot.wait(50)

    assert shown(opened) == before
    order = opened.header.order
    order.setFocus()
    order.activated.emit(order.currentIndex())
    assert shown(opened)[:2] == [files[7].name, files[5].name]


def test_new_changed_and_removed_files_are_noticed_and_the_place_is_kept(qtbot, opened, folder):
    opened.select(folder / SAMPLES[5].name)
    selected = []
    opened.image_selected.connect(selected.append)

    with qtbot.waitSignal(opened.files.changed, timeout=TIMEOUT):
        shutil.copy(SAMPLES[0], folder / "a-new-one.jpg")
    assert shown(opened)[0] == "a-new-one.jpg"
    with qtbot.waitSignal(opened.files.changed, timeout=TIMEOUT):
        (folder / SAMPLES[0].name).unlink()

    assert opened.footer.count.full_text() == "12 images"
    assert opened.view.currentIndex().data() == SAMPLES[5].name
    assert selected == []


def test_a_damaged_file_gets_a_tile_with_the_reason(qtbot, browser, folder):
    (folder / "a damaged.jpg").write_bytes(SAMPLES[0].read_bytes()[:4000])

    open_and_wait(qtbot, browser, folder)

    qtbot.waitUntil(lambda: browser.footer.count.full_text() == "13 images, 1 unreadable", timeout=TIMEOUT)
    tip = browser.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("a damaged.jpg\na damaged.jpg ")


def test_a_damaged_file_that_is_repaired_gets_its_picture(qtbot, browser, folder):
    damaged = folder / "a damaged.jpg"
    damaged.write_bytes(SAMPLES[0].read_bytes()[:4000])
    open_and_wait(qtbot, browser, folder)
    qtbot.waitUntil(lambda: len(browser.model.listing.unreadable) == 1, timeout=TIMEOUT)

    with qtbot.waitSignal(browser.files.changed, timeout=TIMEOUT):
        whole = folder / ".part"
        shutil.copy(SAMPLES[0], whole)
        whole.replace(damaged)

    qtbot.waitUntil(lambda: browser.view.pixmaps.get(browser.model.listing.shown[0]) is not None, timeout=TIMEOUT)
    assert len(browser.model.listing.unreadable) == 0


def test_sub_folders_can_be_shown(qtbot, browser, folder):
    (folder / "left").mkdir()
    shutil.copy(SAMPLES[0], folder / "left" / "arm.jpg")
    open_and_wait(qtbot, browser, folder)
    assert len(shown(browser)) == 12

    with qtbot.waitSignal(browser.files.changed, timeout=TIMEOUT):
        box = browser.header.recursive
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))

    assert shown(browser)[-1] == "arm.jpg"


def test_recent_folders_are_offered(qtbot, opened, folder, tmp_path):
    (tmp_path / "other").mkdir()
    window_state.add_recent(tmp_path / "other")
    menu = opened.header.recent.menu()
    menu.aboutToShow.emit()
    assert [action.text().split()[0] for action in menu.actions()] == ["other", "clinic"]

    with qtbot.waitSignal(opened.header.recent_chosen) as signal:
        menu.actions()[0].trigger()

    assert signal.args == [tmp_path / "other"]
    assert opened.folder == folder  # until who owns the open folder opens it everywhere


def test_a_folder_that_is_gone_is_told(qtbot, browser, tmp_path):
    with qtbot.waitSignal(browser.files.failed, timeout=TIMEOUT):
        browser.open_folder(tmp_path / "absent")

    assert browser.note.text.text() == "The folder absent is no longer there; open another one."


def test_the_slider_and_the_wheel_change_the_size_which_is_remembered(qtbot, opened):
    wide = opened.view.gridSize()

    opened.footer.slider.setValue(96)

    assert opened.view.edge == 96
    assert opened.view.gridSize().height() < wide.height()
    opened.view.size_wanted.emit(112)
    assert opened.footer.slider.value() == 112
    assert window_state.window_ini().value("browser/edge", type=int) == 112


def test_the_columns_share_the_width(qtbot, opened):
    for width in (300, 517, 800):
        opened.resize(width, 700)
        qtbot.wait(1)
        view = opened.view
        columns = view.viewport().width() // view.gridSize().width()
        assert view.gridSize().width() * columns > view.viewport().width() - columns - 2
        assert view.visualRect(opened.model.index(1)).top() == (0 if columns > 1 else view.gridSize().height())


def test_in_arabic_the_first_image_is_on_the_right_and_the_arrows_follow(qtbot, qapp, opened):
    opened.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.wait(1)
    view = opened.view
    assert view.visualRect(opened.model.index(0)).left() > view.visualRect(opened.model.index(1)).left()
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == 0


def picture(browser):
    return browser.view.viewport().grab().toImage()


def test_badges_differ_in_shape_not_in_colour_alone(qtbot, opened):
    """In shades of grey, too, every state of a tile looks different."""
    file = opened.paths()[0]
    qtbot.waitUntil(lambda: visible_pictures(opened) == len(opened.view.visible_rows()), timeout=TIMEOUT)
    area = opened.view.visualRect(opened.model.index(0))
    pictures = []
    for state in (
        result(file, 0.7),
        result(file, 0.7, reviewer="malignant"),
        result(file, 0.7, reviewer="benign"),
        result(file, 0.7, reviewer="unsure"),
        result(file, error=verbatim("damaged")),
        result(file, 0.2),
    ):
        opened.model.set_results([state])
        grey = picture(opened).copy(area).convertToFormat(QImage.Format.Format_Grayscale8)
        assert all(grey != other for other in pictures)
        pictures.append(grey)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_browser_follows_the_theme(qtbot, opened, name):
    theme().choose(name)
    corner = picture(opened).pixelColor(opened.view.viewport().width() - 2, opened.view.viewport().height() - 2)

    assert corner.name() == theme().colours.surface


def test_every_control_has_a_name_for_screen_readers(browser):
    header, footer = browser.header, browser.footer
    for widget in (browser, browser.view, header.filter, header.order, header.recent, footer.slider):
        assert widget.accessibleName()
    assert header.recursive.text()


@pytest.fixture(scope="module")
def many_files(tmp_path_factory):
    """100,000 images in a folder: links to a few real files, so that they take no room."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(100_000):
        source = SAMPLES[number // 20_000]
        target = folder / f"ISIC_{number:07d}.jpg"
        if number % 20_000 == 0:
            shutil.copy(source, target)
            first = target
        else:
            os.link(first, target)
    yield folder
    shutil.rmtree(folder)


def resident_bytes():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is measured as Linux tells it")
def test_100_000_files_show_their_first_thumbnails_within_a_second_in_little_memory(qtbot, browser, folder, many_files):
    # Once with a small folder, so that what is loaded once is not counted.
    open_and_wait(qtbot, browser, folder)
    qtbot.waitUntil(lambda: visible_pictures(browser) > 0, timeout=TIMEOUT)
    before, wall, busy = resident_bytes(), time.perf_counter(), time.process_time()

    browser.open_folder(many_files)
    qtbot.waitUntil(lambda: visible_pictures(browser) > 3, timeout=TIMEOUT)
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    qtbot.waitUntil(lambda: len(browser.model.listing.files) == 100_000, timeout=300_000)
    qtbot.waitUntil(lambda: visible_pictures(browser) == len(browser.view.visible_rows()), timeout=TIMEOUT)
    qtbot.keyClick(browser.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: visible_pictures(browser) == len(browser.view.visible_rows()), timeout=TIMEOUT)
    browser.sort_by(Order.NEWEST)
    browser.sort_by(Order.NAME)
    grown = (resident_bytes() - before) / 2**20

    sys.stdout.write(f"first thumbnails: {wall:.2f} s, {busy:.2f} s of all cores; {grown:.0f} MB more\n")
    # The clock also counts what else the machine does; the work itself must stay below the second.
    assert busy < 1
    assert wall < 10
    assert grown < 200
    assert threading.active_count() < 20
