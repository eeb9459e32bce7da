"""Patients and lesions in the window: the dialog, the table, the thumbnails."""

import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from skin_gui.imaging.scan import FoundImage
from skin_gui.lesions.groups import find_groups
from skin_gui.review.memberships import Membership
from skin_gui.review.results import Result
from skin_gui.review.store import SessionStore
from skin_gui.ui.browser.browser_model import BrowserModel, Role
from skin_gui.ui.browser.browser_state import Order
from skin_gui.ui.image_comparison.compare_window import CompareWindow
from skin_gui.ui.lesions.grouping_dialog import GroupingDialog
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.results_model import ResultsModel
from skin_gui.ui.widgets import window_state

_SLOW = 60_000


def make_result(path: Path, probability: float, vector=None) -> Result:
    components = b"" if vector is None else np.asarray(vector, np.float16).tobytes()
    return Result(
        path, "ok", "test", "1", "2026-01-01T00:00:00+00:00", probability, 0.5, model_id="01", components=components
    )


@pytest.fixture
def clinic(samples, tmp_path):
    """Two patients: anna with four lesions, one of them unlike the others and twice there; ben with one."""
    names = ["anna/l1/a", "anna/l2/a", "anna/l3/c", "anna/l4/2024-01-05", "anna/l4/2024-07-05", "ben/l1/d"]
    images = [tmp_path / f"{name}.jpg" for name in names]
    rng = np.random.default_rng(0)
    with SessionStore().open([tmp_path], recursive=True) as session:
        for number, image in enumerate(images):
            image.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(samples[0], image)
            vector = rng.normal(0, 1, 32) + (6 if "l4" in str(image) else 0)
            session.add_result(make_result(image, 0.1 + 0.1 * number, vector))
    return images


@pytest.fixture
def opened(window, qtbot, clinic, tmp_path):
    window.open([tmp_path])
    qtbot.waitUntil(
        lambda: window.batch_review.table is not None and window.batch_review.table.model.rows.total == 6, timeout=_SLOW
    )
    qtbot.waitUntil(lambda: len(window.browser.model.listing.files) == 6, timeout=_SLOW)
    window.batch_review.dock.show()
    return window


def choose_rule(window, qtbot, prepare):
    window.lesions.group.trigger()
    dialog = window.findChild(GroupingDialog)
    prepare(dialog)
    found = dialog.found.text()
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    return found


@pytest.mark.parametrize(
    ("names", "last", "proposed"),
    [
        (["anna/l1/a", "ben/l1/b"], "", "{patient}/{lesion}"),
        (["anna/2024-01-05/a", "ben/20240705/b"], "", "{patient}/{date}"),
        (["anna/2024-01-05/a", "ben/20240705/b"], "{patient}/{lesion}", "{patient}/{date}"),
        (["anna/l1/2024-01-05", "ben/l1/2024-07-05"], "", "{patient}/{lesion}/{date}"),
        (["anna_l1", "ben_l1"], "{patient}_{lesion}", "{patient}_{lesion}"),
        (["anna/2024-01-05/l1", "ben/2024-07-05/l1", "scans/a"], "", "{patient}/{date}"),
        (["a", "b"], "", "{patient}/{lesion}"),
        (["anna/l1/a"], "{half", "{patient}/{lesion}"),
    ],
)
def test_a_pattern_is_proposed_that_takes_no_date_for_a_lesion(qtbot, tmp_path, names, last, proposed):
    if last:
        window_state.window_ini().setValue("lesions/pattern", last)
    dialog = GroupingDialog([tmp_path], [tmp_path / f"{name}.jpg" for name in names])
    qtbot.addWidget(dialog)
    assert dialog.pattern.currentText() == proposed


def cell(table, row, column):
    return table.model.index(row, column).data()


def test_grouping_by_folders_fills_table_and_thumbnails_and_is_kept(opened, qtbot, clinic, tmp_path):
    table = opened.batch_review.table
    assert table.view.isColumnHidden(Column.PATIENT)

    def prepare(dialog):
        dialog.pattern.setEditText("{name}")
        assert not dialog.accept_button.isEnabled()
        assert "{name}" in dialog.found.text()
        dialog.pattern.setEditText("{patient}/{lesion}")

    found = choose_rule(opened, qtbot, prepare)
    assert "6 of 6 images: 2 patients, 5 lesions" in found
    qtbot.waitUntil(lambda: len(table.grouping.groups) == 6, timeout=_SLOW)

    assert not table.view.isColumnHidden(Column.PATIENT)
    assert table.model.rows.is_grouped
    # Anna's lesions by their highest probability, the two pictures of one lesion together.
    rows = [[cell(table, row, column) for column in (Column.PATIENT, Column.LESION, Column.RANK)] for row in range(6)]
    assert rows == [
        ["anna", "l4", "1 of 4"], ["anna", "l4", "1 of 4"], ["anna", "l3", "2 of 4"], ["anna", "l2", "3 of 4"],
        ["anna", "l1", "4 of 4"], ["ben", "l1", "1 of 1"],
    ]  # fmt: skip
    assert "stands out" in cell(table, 0, Column.UNLIKE)
    assert all("stands out" not in cell(table, row, Column.UNLIKE) for row in range(2, 6))
    tip = table.model.index(0, Column.UNLIKE).data(Qt.ItemDataRole.ToolTipRole)
    assert "not that it is malignant" in tip
    browser = opened.browser
    assert browser.model.listing.order == Order.PATIENT
    shown = [browser.model.index(row).data(Role.CAPTION) for row in range(6)]
    assert shown == ["anna · l4", "anna · l4", "anna · l3", "anna · l2", "anna · l1", "ben · l1"]

    opened.open([tmp_path])  # the browser begins anew
    qtbot.waitUntil(lambda: browser.model.listing.state(clinic[0]).caption == "anna · l1", timeout=_SLOW)
    with SessionStore().open([tmp_path]) as session:
        assert session.memberships.all()[clinic[0]] == Membership("anna", "l1")


def test_a_rule_that_fits_nothing_is_told_and_changes_nothing(opened, qtbot, tmp_path):
    table = tmp_path / "other.csv"
    table.write_text("image,patient_id\nsomething,7\n")

    def prepare(dialog):
        dialog.by_table.setChecked(True)
        dialog.table.setText(str(table))

    choose_rule(opened, qtbot, prepare)
    qtbot.waitUntil(lambda: opened.findChild(QMessageBox) is not None, timeout=_SLOW)
    box = opened.findChild(QMessageBox)
    assert "other.csv names none of these 6 images" in box.text()
    box.close()
    assert len(opened.batch_review.table.grouping.groups) == 0
    assert opened.browser.model.listing.order == Order.NAME


def test_a_table_is_counted_before_it_is_used_and_asked_for_again_next_time(opened, qtbot, clinic, tmp_path):
    table = tmp_path / "patients.csv"
    rows = "".join(f"{image.relative_to(tmp_path).as_posix()},{image.parts[-3]}\n" for image in clinic[1:])
    table.write_text("isic_id,patient_id\n" + rows)

    def prepare(dialog):
        qtbot.mouseClick(dialog.by_table, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.by_table.height() // 2))
        QTest.keyClicks(dialog.table, str(tmp_path / "none.csv"))
        qtbot.waitUntil(lambda: "none.csv" in dialog.table_found.text(), timeout=_SLOW)
        dialog.table.selectAll()
        QTest.keyClicks(dialog.table, str(table))
        fits = "Fits 5 of 6 images: 2 patients, 0 lesions."
        qtbot.waitUntil(lambda: dialog.table_found.text() == fits, timeout=_SLOW)

    choose_rule(opened, qtbot, prepare)
    qtbot.waitUntil(lambda: len(opened.batch_review.table.grouping.groups) == 5, timeout=_SLOW)
    qtbot.waitUntil(lambda: opened.findChild(GroupingDialog) is None, timeout=_SLOW)
    opened.lesions.group.trigger()
    dialog = opened.findChild(GroupingDialog)
    assert dialog.by_table.isChecked()
    assert dialog.table.text() == str(table)
    dialog.reject()


def test_a_table_with_paths_groups_files_named_alike(opened, qtbot, clinic, tmp_path):
    table = tmp_path / "patients.csv"
    rows = "".join(f"{image.relative_to(tmp_path).as_posix()},{image.parts[-3]}\n" for image in clinic)
    table.write_text("isic_id,patient_id\n" + rows)

    def prepare(dialog):
        QTest.keyClick(dialog.by_folders, Qt.Key.Key_Down)
        QTest.keyClicks(dialog.table, str(table))

    view, last = opened.browser.view, clinic[5]
    opened.batch_review.table.view.select_path(last)
    qtbot.waitUntil(lambda: opened.sequence.current == last, timeout=_SLOW)
    choose_rule(opened, qtbot, prepare)
    groups = opened.batch_review.table.grouping
    qtbot.waitUntil(lambda: len(groups.groups) == 6, timeout=_SLOW)
    assert [groups.groups.of(image).membership.patient for image in clinic] == [*["anna"] * 5, "ben"]
    shown = view.visualRect(view.model().index(opened.browser.model.listing.row(last), 0))
    assert opened.browser.model.listing.row(last) == 5
    assert view.viewport().rect().intersects(shown)
    assert view.verticalScrollBar().value() > 0


def test_selected_rows_become_one_lesion_by_key_and_part_again(opened, qtbot, clinic, tmp_path):
    table = opened.batch_review.table
    table.view.setFocus()
    table.view.select_paths([clinic[0], clinic[5]])
    QTest.keyClick(opened, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(table.grouping.groups) == 2, timeout=_SLOW)
    assert table.grouping.groups.same_lesion(clinic[5]) == [clinic[0], clinic[5]]
    assert table.grouping.groups.same_lesion(clinic[1]) == [clinic[1]]

    QTest.keyClick(opened, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: table.grouping.groups.same_lesion(clinic[5]) == [clinic[5]], timeout=_SLOW)

    opened.lesions.forget.trigger()
    box = opened.findChild(QMessageBox)
    QTest.mouseClick(
        box.buttons()[0] if box.buttons()[0].text() == "Remove" else box.buttons()[1], Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: len(table.grouping.groups) == 0, timeout=_SLOW)
    assert table.view.isColumnHidden(Column.PATIENT)
    with SessionStore().open([tmp_path]) as session:
        assert session.memberships.all() == {}


def test_another_folder_has_no_groups(opened, qtbot, clinic, samples):
    opened.batch_review.table.grouping.same_lesion(clinic[:2])
    qtbot.waitUntil(lambda: len(opened.batch_review.table.grouping.groups) == 2, timeout=_SLOW)
    opened.open([samples[0].parent])
    qtbot.waitUntil(lambda: len(opened.batch_review.table.grouping.groups) == 0, timeout=_SLOW)
    qtbot.waitUntil(lambda: not opened.browser.model.has_groups, timeout=_SLOW)


def test_ten_thousand_lesions_of_two_thousand_patients_open_at_once(qapp, tmp_path):
    rng = np.random.default_rng(0)
    images = [Path(f"/clinic/p{number // 5}/l{number % 5}.jpg") for number in range(10_000)]
    rows = [make_result(image, float(p)) for image, p in zip(images, rng.random(10_000), strict=True)]
    model, browser = ResultsModel(), BrowserModel()
    browser.set_files([FoundImage(str(image), image.name, 0, 0, image.name) for image in images])
    with SessionStore(tmp_path).open([Path("/clinic")]) as session:
        session.memberships.replace({image: Membership(image.parent.name, image.stem) for image in images})
        started = time.process_time()
        groups = find_groups(session)
        model.set_results(rows)
        model.set_groups(groups)
        model.sort(Column.PATIENT)
        opened = time.process_time()
        browser.set_groups(groups)
        browser.sort_by(Order.PATIENT)
        done = time.process_time()
    assert [model.rows.result_at(row).path.parent.name for row in range(6)] == ["p0"] * 5 + ["p1"]
    assert browser.listing.shown[0].path == str(model.rows.result_at(0).path)
    assert opened - started < 2
    assert done - opened < 2


def test_selected_rows_are_compared_and_a_lesion_is_shown_over_time(opened, qtbot, clinic):
    table = opened.batch_review.table
    table.grouping.same_lesion(clinic[3:5])
    qtbot.waitUntil(lambda: len(table.grouping.groups) == 2, timeout=_SLOW)
    table.view.setFocus()
    table.view.select_paths(clinic[:3])
    QTest.keyClick(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    [window] = opened.findChildren(CompareWindow)
    assert [pane.subject.path for pane in window.side.panes] == clinic[:3]
    names = [pane.subject.caption.rpartition("·")[2].strip() for pane in window.side.panes]
    assert names == [str(Path("l1", "a.jpg")), str(Path("l2", "a.jpg")), "c.jpg"]
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in window.side.panes), timeout=_SLOW)
    window.close()
    qtbot.waitUntil(lambda: not opened.findChildren(CompareWindow), timeout=_SLOW)

    table.view.select_path(clinic[4])
    qtbot.waitUntil(lambda: opened.sequence.current == clinic[4], timeout=_SLOW)
    opened.lesions.over_time.trigger()
    [window] = opened.findChildren(CompareWindow)
    assert [subject.path for subject in window.time.subjects] == clinic[3:5]
    assert [subject.probability for subject in window.time.subjects] == pytest.approx([0.4, 0.5])
    qtbot.waitUntil(window.time.view.has_image, timeout=_SLOW)
    window.close()

    table.view.select_paths(clinic[:5])
    opened.lesions.compare.trigger()
    box = opened.findChild(QMessageBox)
    assert "two to four" in box.text()
    box.close()


def test_images_compared_already_come_to_the_front_and_escape_closes_them(opened, qtbot, clinic):
    table = opened.batch_review.table
    table.view.setFocus()
    table.view.select_paths(clinic[:2])
    opened.lesions.compare.trigger()
    [window] = opened.findChildren(CompareWindow)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)

    opened.lesions.compare.trigger()
    assert opened.findChildren(CompareWindow) == [window]
    qtbot.waitUntil(window.isActiveWindow)
    table.view.select_paths(clinic[:3])
    opened.lesions.compare.trigger()
    [other] = set(opened.findChildren(CompareWindow)) - {window}

    for each in (other, window):
        each.activateWindow()
        qtbot.waitUntil(each.isActiveWindow)
        QTest.keyClick(each.side, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.findChildren(CompareWindow), timeout=_SLOW)


def test_images_compared_are_labelled_at_the_operating_point_of_the_table(opened, qtbot, clinic):
    table = opened.batch_review.table
    qtbot.waitUntil(lambda: opened.image.model is not None, timeout=_SLOW)
    table.session.classify(again=clinic)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=_SLOW)
    table.view.select_paths(clinic[:2])
    opened.lesions.compare.trigger()
    [window] = opened.findChildren(CompareWindow)
    panes = window.side.panes
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in panes), timeout=_SLOW)

    for percent, label in ((1, "Malignant"), (99, "Benign")):
        table.threshold.spin.setFocus()
        table.threshold.spin.selectAll()
        QTest.keyClicks(table.threshold.spin, str(percent))
        QTest.keyClick(table.threshold.spin, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda label=label: all(label in pane.result.text() for pane in panes), timeout=_SLOW)
        assert all(f"operating point {percent}" in pane.result.text() for pane in panes)
    window.close()


def test_selected_thumbnails_are_compared(opened, qtbot, clinic):
    view = opened.browser.view
    view.setFocus()
    for row, keys in ((0, Qt.KeyboardModifier.NoModifier), (1, Qt.KeyboardModifier.ControlModifier)):
        place = view.visualRect(opened.browser.model.index(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)
        chosen = Path(opened.browser.model.listing.shown[row].path)
        qtbot.waitUntil(lambda chosen=chosen: opened.sequence.current == chosen, timeout=_SLOW)
    opened.lesions.compare.trigger()
    [window] = opened.findChildren(CompareWindow)
    assert [pane.subject.path for pane in window.side.panes] == opened.browser.paths()[:2]
    window.close()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert opened.browser.selected_paths() == opened.browser.paths()[:1]
