"""The table driven as a reviewer does: real files, a real network, keys and clicks."""

import csv

import cv2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from skin_gui import paths
from skin_gui.review.export import write_results_csv
from skin_gui.ui.review.export_dialog import ExportDialog
from skin_gui.ui.review.review_bar import KeyButton
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.result_filter import ResultFilter
from tests.ui.review.steps import SLOW, classify, click, label_of, names, show_column

pytestmark = pytest.mark.usefixtures("shipped_model")

real_model = paths.shipped_model


def test_a_folder_is_classified_reviewed_by_keyboard_undone_and_exported(table, folder, qtbot, tmp_path):
    assert "6 images" in table.batch_bar.status.full_text()
    classify(qtbot, table)
    assert names(table) == ["img1.png", "img2.png", "img3.png", "img4.png", "img5.png", "img9.jpg"]
    assert table.batch_bar.retry_button.isVisible()
    assert table.summary.failed.text().startswith("1")

    view = table.view
    seen = []
    table.row_selected.connect(seen.append)
    view.setFocus()
    view.select_path(folder / "img1.png")
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert label_of(table, "img1.png") == table.model.rows.result(folder / "img1.png").label
    assert view.current_path == folder / "img2.png"
    for key in (Qt.Key.Key_B, Qt.Key.Key_M, Qt.Key.Key_U):
        qtbot.keyClick(view, key)
    assert [label_of(table, f"img{n}.png") for n in (2, 3, 4)] == ["benign", "malignant", "unsure"]
    assert seen == [folder / f"img{n}.png" for n in (1, 2, 3, 4, 5)]

    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert label_of(table, "img4.png") is None
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert label_of(table, "img4.png") == "unsure"

    view.select_path(folder / "img5.png")
    qtbot.keyClick(view, Qt.Key.Key_N)
    editor = view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Bam, hairs")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.model.rows.result(folder / "img5.png").reviewer_note == "Bam, hairs")
    assert label_of(table, "img5.png") is None

    view.select_path(folder / "img1.png")
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert view.current_path == folder / "img5.png"
    assert "of 3" in table.summary.agreement.text()

    target = tmp_path / "out.csv"
    click(qtbot, table.batch_bar.export_button)
    dialog = table.findChild(ExportDialog)
    dialog.target.field.setText(str(target))
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["file"] for row in rows] == names(table)
    assert rows[4]["reviewer_note"] == "Bam, hairs"


def test_the_threshold_labels_at_once_is_marked_and_comes_back(table, folder, qtbot, build_table):
    classify(qtbot, table)
    default = table.threshold.effective
    assert default == pytest.approx(0.4)
    assert table.threshold.slider.mark == pytest.approx(0.4)
    assert table.threshold.origin.full_text() == "of the model"
    table.threshold.slider.setFocus()
    qtbot.keyClick(table.threshold.slider, Qt.Key.Key_Home)
    assert table.threshold.origin.full_text() == "chosen here"
    assert table.model.rows.summary().malignant == 5
    assert table.view.model().index(0, Column.LABEL).data() == "Malignant"

    table.view.select_path(folder / "img1.png")
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_A)
    assert label_of(table, "img1.png") == "malignant"

    table.stop()
    again = build_table()
    again.session.open([folder])
    qtbot.waitUntil(lambda: again.session.phase == SessionPhase.READY, timeout=SLOW)
    assert again.threshold.effective == 0.0
    click(qtbot, again.threshold.reset_button)
    assert again.threshold.effective == pytest.approx(0.4)


def test_filters_and_counts_show_the_rows_behind_them(table, folder, qtbot):
    classify(qtbot, table)
    click(qtbot, table.summary.failed)
    assert names(table) == ["img9.jpg"]
    assert table.filters.count.text() == "1 of 6 shown"
    click(qtbot, table.filters.clear_button)
    assert len(names(table)) == 6
    table.focus_filter()
    assert QApplication.focusWidget() is table.filters.text
    qtbot.keyClicks(table.filters.text, "img3")
    qtbot.waitUntil(lambda: names(table) == ["img3.png"])
    table.filters.set_filter(ResultFilter(text="nothing like it"))
    assert table.pages.currentWidget() is table.empty


def test_an_image_by_a_model_that_nobody_has_checked_is_marked(table, folder, qtbot, make_model, monkeypatch, tmp_path):
    other = make_model(tmp_path / "other", "Mine", seed=5, validated=False)
    monkeypatch.setattr(paths, "shipped_model", lambda: other)
    classify(qtbot, table)

    index = table.view.model().index(0, Column.WARNINGS)
    assert not table.view.isColumnHidden(Column.WARNINGS)
    assert "model not validated" in index.data()
    assert "By a model that is not validated" in index.data(Qt.ItemDataRole.ToolTipRole)

    classified = [f"img{number}.png" for number in range(1, 6)]
    assert table.summary.warned.text().startswith("5 ")
    click(qtbot, table.summary.warned)
    qtbot.waitUntil(lambda: names(table) == classified)  # the failed file has no number to doubt
    write_results_csv(tmp_path / "all.csv", table.model.rows.all_results())
    written = list(csv.DictReader((tmp_path / "all.csv").open(encoding="utf-8-sig")))
    assert [row["file"] for row in written if "model not validated" in row["warnings"]] == classified


def test_columns_are_hidden_and_stay_hidden(table, build_table):
    menu = table.view.columns.menu()
    next(action for action in menu.actions() if action.text() == "Warnings").trigger()
    assert table.view.isColumnHidden(Column.WARNINGS)
    table.stop()
    assert build_table().view.isColumnHidden(Column.WARNINGS)


def test_columns_of_groups_are_shown_where_the_folder_is_grouped_or_the_user_chose_so(
    table, folder, build_table, qtbot
):
    of_groups = (Column.PATIENT, Column.LESION, Column.RANK, Column.TAKEN)

    def shown(built) -> list[Column]:
        return [column for column in of_groups if not built.view.isColumnHidden(column)]

    table.grouping.same_lesion([folder / "img1.png", folder / "img2.png"])
    qtbot.waitUntil(lambda: len(table.grouping.groups) == 2, timeout=SLOW)
    assert shown(table) == [Column.PATIENT, Column.LESION, Column.RANK]
    show_column(table, "Rank")
    show_column(table, "Taken")
    assert shown(table) == [Column.PATIENT, Column.LESION, Column.TAKEN]
    table.stop()

    again = build_table()
    assert shown(again) == []
    assert again.view.columns.sortIndicatorSection() not in of_groups
    show_column(again, "Lesion")
    again.session.open([folder])
    qtbot.waitUntil(lambda: len(again.grouping.groups) == 2, timeout=SLOW)
    assert shown(again) == [Column.PATIENT, Column.LESION, Column.TAKEN]
    again.grouping.forget()
    qtbot.waitUntil(lambda: len(again.grouping.groups) == 0, timeout=SLOW)
    assert shown(again) == [Column.LESION]
    show_column(again, "Default Columns")
    assert shown(again) == []


def test_measures_are_made_once_their_column_is_shown_sorted_exported_and_kept(
    table, folder, qtbot, build_table, tmp_path, monkeypatch
):
    monkeypatch.setattr(paths, "shipped_model", real_model)  # a random one sees no lesion
    classify(qtbot, table)
    assert table.model.rows.measured == {}

    show_column(table, "Dermoscopy score")
    qtbot.waitUntil(lambda: len(table.model.rows.measured) == 5, timeout=SLOW)
    found = {path.name: measured for path, measured in table.model.rows.measured.items()}
    assert set(found) == {f"img{number}.png" for number in range(1, 6)}  # no failed file
    scores = {name: measured.score.value for name, measured in found.items() if measured.score}
    assert scores

    table.view.sortByColumn(Column.SCORE, Qt.SortOrder.DescendingOrder)
    shown = [scores[name] for name in names(table) if name in scores]
    assert shown == sorted(scores.values(), reverse=True)
    index = table.model.index(0, Column.SCORE)
    assert index.data() == f"{shown[0]:.2f}"
    assert "No part of the probability" in index.data(Qt.ItemDataRole.ToolTipRole)

    table.export()
    dialog = table.findChild(ExportDialog)
    target = tmp_path / "results.csv"
    assert dialog.measures.isVisible()
    dialog.target.field.setText(str(target))
    with qtbot.waitSignal(dialog.exported, timeout=SLOW):
        click(qtbot, dialog.export_button)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["file"]: row for row in csv.DictReader(stream)}
    assert {name: float(rows[name]["measured_tds"]) for name in scores} == scores
    assert rows["img9.jpg"]["measured_tds"] == ""

    table.stop()
    again = build_table()
    again.session.open([folder])
    qtbot.waitUntil(lambda: again.model.rows.measured == table.model.rows.measured, timeout=SLOW)


def test_a_lesion_that_the_image_cuts_is_told_in_its_row(table, folder, qtbot, monkeypatch):
    monkeypatch.setattr(paths, "shipped_model", real_model)  # a random one sees no lesion
    pixels = cv2.imread(str(folder / "img2.png"))
    cv2.imwrite(str(folder / "img2.png"), pixels[40:])
    classify(qtbot, table)
    show_column(table, "Cut by the image")
    qtbot.waitUntil(lambda: len(table.model.rows.measured) == 5, timeout=SLOW)

    shown = {
        path.name: table.model.index(table.model.rows.row_of(path), Column.IS_CUT).data()
        for path, measured in table.model.rows.measured.items()
        if measured.score
    }
    assert shown["img2.png"] == "yes"
    assert shown["img4.png"] == "no"


def test_a_batch_measures_nothing_that_nobody_wants_to_see(table, qtbot):
    show_column(table, "Border (B)")
    show_column(table, "Border (B)")
    classify(qtbot, table)
    qtbot.waitUntil(lambda: not table.measures._runner.is_busy, timeout=SLOW)
    assert table.session.saved.measurements.all() == {}


def test_long_names_that_differ_in_their_ends_look_different(build_table, folder, qtbot):
    for file in folder.iterdir():
        file.rename(folder / f"{'Unterarm links dorsal ' * 8}{file.name}")
    table = build_table()
    table.session.open([folder])
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=SLOW)
    classify(qtbot, table)
    table.view.clearSelection()
    table.view.setColumnWidth(Column.FILE, 200)
    cells = [table.view.visualRect(table.model.index(row, Column.FILE)) for row in (1, 2)]
    one, another = (table.view.viewport().grab(cell).toImage() for cell in cells)
    assert one != another


def test_every_control_has_a_name_and_fits_right_to_left(table, qtbot):
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.wait(10)
    assert table.summary.mapTo(table, QPoint(0, 0)).x() < table.view.mapTo(table, QPoint(0, 0)).x()
    for widget in table.findChildren(QLineEdit):
        if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit":
            assert widget.accessibleName()


def test_warnings_stay_in_sight_once_images_are_grouped(table):
    view = table.view
    view.columns.set_grouped(True)
    columns = view.horizontalHeader()
    for column in (Column.PATIENT, Column.LESION, Column.LABEL, Column.PROBABILITY, Column.WARNINGS):
        assert columns.sectionViewportPosition(column) + columns.sectionSize(column) <= table.pages.width()


def test_no_word_of_the_bars_is_cut_while_others_have_room(table):
    search = table.filters.text
    bar, advance = table.review_bar, table.review_bar.advance
    for width in range(table.minimumSizeHint().width(), 1500, 60):
        table.resize(width, 420)
        QApplication.processEvents()
        assert search.width() >= search.fontMetrics().horizontalAdvance(search.placeholderText()) + 40
        if any(button.spared for button in bar.findChildren(KeyButton)):
            assert advance.width() >= advance.sizeHint().width()
    caption = next(label for label in table.findChildren(QLabel) if label.text() == "Operating point")
    assert caption.height() < 1.5 * caption.fontMetrics().height()


def test_headings_leave_room_for_themselves_and_the_arrow(table):
    columns = table.view.horizontalHeader()
    for column in Column:
        table.view.setColumnHidden(column, False)
        needed = columns.fontMetrics().horizontalAdvance(column.spec.title())
        assert columns.sectionSize(column) >= needed
