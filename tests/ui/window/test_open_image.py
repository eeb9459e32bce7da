"""All panels name the same image, at every moment: between two turns of the event loop, after each key and click."""

import shutil

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from skin_gui.ui.image_comparison.compare_window import CompareWindow
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.texts.formats import probability_text

_SLOW = 120_000


def named(window):
    """The image that each panel is about; None where it is about none."""
    panel, table = window.panel, window.batch_review.table
    selected = window.browser.selected_paths()
    is_named = panel.file_name.isVisibleTo(panel)
    panels = {
        "view": window.view.path,
        "result": panel.predicted.path if panel.predicted is not None else None,
        "facts": panel.image.path if panel.image is not None else None,
        "similar cases": window.measures.similar.predicted.path if window.measures.similar.predicted else None,
        "browser": window.browser.current(),
        "thumbnail": selected[0] if len(selected) == 1 else None,
        "row": table.view.current_path if table is not None else None,
    }
    path = window.image.path
    texts = {
        "title": (window.windowTitle(), f"{window.review.name(path)} – Skin GUI" if path is not None else "Skin GUI"),
        "panel": (panel.file_name.toolTip(), window.review.name(path)) if is_named and path is not None else ("", ""),
    }
    return panels, texts


def differing(window):
    """The panels that are about another image than the one that is open."""
    panels, texts = named(window)
    wrong = {name: path for name, path in panels.items() if path not in (None, window.image.path)}
    return wrong | {name: shown for name, (shown, wanted) in texts.items() if shown != wanted}


class Watch(QObject):
    """Looks at all panels in every turn of the event loop."""

    def __init__(self, window):
        super().__init__(window)
        self.window, self.found, self.turns = window, [], 0
        self.timer = QTimer(self, interval=0)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        self.turns += 1
        wrong = differing(self.window)
        if wrong:
            self.found.append((self.window.image.path, wrong))


@pytest.fixture
def watched(window, qtbot, samples, tmp_path):
    """The window on a folder of four images and one in a folder within it, all classified, and its watch."""
    folder = tmp_path / "clinic"
    (folder / "inner").mkdir(parents=True)
    for number in (0, 1, 2, 7):
        shutil.copy(samples[number], folder)
    shutil.copy(samples[3], folder / "inner")
    watch = Watch(window)
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=_SLOW)
    window.batch_review.dock.show()
    window.batch_review.open([folder], recursive=True, classify=True)
    table = window.batch_review.table
    qtbot.waitUntil(lambda: table.model.rows.total == 5 and not table.is_busy, timeout=_SLOW)
    window.open([folder])
    settle(window, qtbot, folder / samples[0].name)
    yield watch
    assert watch.found == []
    assert watch.turns > 10


def settle(window, qtbot, path):
    """Wait for an image's number, which is to be that of its row."""
    qtbot.waitUntil(lambda: window.panel.predicted is not None and window.panel.predicted.path == path, timeout=_SLOW)
    qtbot.waitUntil(lambda: window.view.path == path)
    assert differing(window) == {}
    row = window.batch_review.table.model.labelled_result(path)
    if row is not None:
        assert window.panel.result_box.figure.text() == probability_text(row.probability)
        assert window.panel.predicted.prediction.label == row.label


def press(watch, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)
    watch.look()


def test_rapid_keys_in_browser_table_and_image(watched, qtbot):
    window = watched.window
    rows, seen = window.batch_review.table.view, set()
    for widget, keys in (
        (window.browser.view, (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End)),
        (rows, (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home)),
        (window.view, (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)),
    ):
        widget.setFocus()
        for key in keys:  # no image is there before the next key
            press(watched, widget, key)
            seen.add(window.image.path)
        settle(window, qtbot, window.image.path)
    assert len(seen) > 2


def test_another_folder_and_back(watched, qtbot, samples, tmp_path):
    window, other = watched.window, tmp_path / "other"
    other.mkdir()
    shutil.copy(samples[5], other)

    window.open([other])
    watched.look()
    assert set(named(window)[0].values()) == {None}
    settle(window, qtbot, other / samples[5].name)
    window.open([tmp_path / "clinic"])
    settle(window, qtbot, tmp_path / "clinic" / samples[0].name)
    window.commands.close_image.trigger()
    watched.look()
    assert set(named(window)[0].values()) == {None}


def test_several_files_leave_nothing_of_the_folder_before(watched, qtbot, samples):
    window = watched.window
    window.open(samples[4:6])
    watched.look()
    assert set(named(window)[0].values()) == {None}
    settle(window, qtbot, samples[4])


def test_an_image_of_a_sub_folder_that_the_browser_stops_listing(watched, qtbot, samples, tmp_path):
    window = watched.window
    inner = tmp_path / "clinic" / "inner" / samples[3].name
    table = window.batch_review.table
    qtbot.waitUntil(lambda: window.browser.model.listing.row(inner) >= 0, timeout=_SLOW)
    table.view.select_path(inner)
    settle(window, qtbot, inner)

    qtbot.mouseClick(window.browser.header.recursive, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.browser.model.listing.row(inner) < 0, timeout=_SLOW)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=_SLOW)
    watched.look()
    window.browser.view.setFocus()
    press(watched, window.browser.view, Qt.Key.Key_Home)
    settle(window, qtbot, window.image.path)


def test_filters_of_browser_and_table(watched, qtbot, samples, tmp_path):
    window, table = watched.window, watched.window.batch_review.table
    folder = tmp_path / "clinic"
    QTest.keyClicks(window.browser.header.filter, samples[7].stem)
    qtbot.waitUntil(lambda: window.browser.paths() == [folder / samples[7].name])
    watched.look()
    QTest.keyClicks(table.filters.text, samples[2].stem)
    qtbot.waitUntil(lambda: [row.path for row in table.model.rows.shown()] == [folder / samples[2].name])
    watched.look()
    table.view.setFocus()
    table.view.select_path(folder / samples[2].name)  # the browser hides it
    settle(window, qtbot, folder / samples[2].name)
    assert window.browser.selected_paths() == []
    window.browser.header.filter.clear()
    qtbot.waitUntil(lambda: window.browser.selected_paths() == [folder / samples[2].name])


def test_a_decision_its_undo_and_the_operating_point(watched, qtbot, samples, tmp_path):
    window, table = watched.window, watched.window.batch_review.table
    first = tmp_path / "clinic" / samples[0].name
    table.view.setFocus()
    table.view.select_path(first)
    settle(window, qtbot, first)
    window.view.grab()  # it has been on the screen

    press(watched, table.view, Qt.Key.Key_M)  # goes on to the next row
    assert table.model.rows.result(first).reviewer_label == "malignant"
    assert window.image.path != first
    press(watched, table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.image.path == first
    settle(window, qtbot, first)
    assert window.panel.facts.value("decision") == ""

    table.threshold.changed.emit(0.0)
    assert window.panel.predicted.prediction.label == table.model.labelled_result(first).label == "malignant"


def test_a_similar_case_and_a_comparison(watched, qtbot, samples, tmp_path):
    window = watched.window
    search = window.measures.similar
    window.measures.tabs.setCurrentWidget(search.panel)
    table, folder = window.batch_review.table, tmp_path / "clinic"
    table.view.select_path(folder / samples[0].name)
    settle(window, qtbot, folder / samples[0].name)
    window.view.grab()
    table.keys.decide("malignant")
    table.view.select_path(folder / samples[7].name)
    settle(window, qtbot, folder / samples[7].name)
    qtbot.waitUntil(lambda: not search.panel.list.isHidden() and not search.runner.is_busy, timeout=_SLOW)

    search.panel.list.setFocus()
    press(watched, search.panel.list, Qt.Key.Key_Return)
    settle(window, qtbot, folder / samples[0].name)

    window.lesions.compare.trigger()
    compared = window.findChild(CompareWindow)
    assert {pane.subject.path for pane in compared.side.panes} == {window.image.path}
    compared.close()
