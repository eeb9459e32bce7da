"""What stays where it is while a batch fills the table."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem

from skin_gui.review.results import Result
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.review.table.results_model import ResultsModel
from skin_gui.ui.review.table.results_view import ResultsView


def rows(numbers, probability, prefix="img") -> list[Result]:
    return [
        Result(
            Path("/images") / f"{prefix}{number}.jpg",
            "ok",
            "test",
            "0.1.0",
            "2026-01-01T00:00:00+00:00",
            probability=probability(number),
            threshold=0.5,
        )
        for number in numbers
    ]


@pytest.fixture
def view(qtbot):
    """60 rows from 0.30 to 0.89, the highest at the top."""
    model = ResultsModel()
    shown = ResultsView(model)
    qtbot.addWidget(shown)
    shown.resize(700, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    model.set_results(rows(range(60), lambda number: 0.3 + number / 100))
    model.sort(Column.PROBABILITY, Qt.SortOrder.DescendingOrder)
    return shown


def index_of(view, path):
    return view.results.index(view.results.rows.row_of(path), Column.FILE)


def top_of(view, path):
    return view.visualRect(index_of(view, path)).top()


@pytest.mark.parametrize("batch", [1, 40, 400])
@pytest.mark.parametrize("probability", [0.95, 0.1, 0.6])
def test_the_row_that_was_clicked_stays_where_it_was(view, batch, probability):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().center())
    path = view.current_path
    top = top_of(view, path)

    for start in range(0, 3 * batch, batch):
        view.results.fill(rows(range(start, start + batch), lambda _: probability, "new"))
        assert view.current_path == path
        assert view.selected_paths() == [path]
        assert top_of(view, path) == top


def test_the_first_row_to_be_seen_stays_where_none_is_selected(view):
    view.verticalScrollBar().setValue(137)
    row = view.rowAt(0)
    path, top = view.results.rows.result_at(row).path, view.rowViewportPosition(row)

    view.results.fill(rows(range(50), lambda _: 0.95, "new"))

    assert view.results.rows.result_at(view.rowAt(0)).path == path
    assert top_of(view, path) == top


def test_who_is_at_the_top_sees_what_comes_there(view):
    view.results.fill(rows(range(1), lambda _: 0.95, "new"))

    assert view.results.rows.result_at(view.rowAt(0)).file == "new0.jpg"


@pytest.mark.parametrize("others", [0, 200])
def test_no_batch_takes_the_row_away_that_the_user_is_at(view, others):
    view.results.set_filter(ResultFilter(label="malignant"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport().rect().center())
    path, announced = view.current_path, []
    view.current_changed.connect(announced.append)
    number = int(path.stem.removeprefix("img"))

    view.results.fill(rows([number], lambda _: 0.1) + rows(range(others), lambda _: 0.9, "new"))

    assert view.current_path == path
    assert view.selected_paths() == [path]
    assert announced == []
    view.results.set_filter(ResultFilter(label="malignant", high=0.99))  # what the user does counts again
    assert view.results.rows.row_of(path) is None


def test_a_note_half_typed_stays_with_its_file_when_the_keyboard_is_on_another_row(view, qtbot):
    one, other = Path("/images/img57.jpg"), Path("/images/img55.jpg")
    view.select_path(one)
    view.edit(view.results.index(view.results.rows.row_of(one), Column.NOTE))
    QTest.keyClicks(view.viewport().findChild(QLineEdit), "half typ")
    view.select_path(other)
    entered = []
    view.results.note_entered.connect(lambda path, note: entered.append((path, note)))
    view.results.sort(Column.PROBABILITY, Qt.SortOrder.AscendingOrder)
    view.results.set_results([])
    qtbot.waitUntil(lambda: bool(entered))

    assert set(entered) == {(one, "half typ")}


@pytest.mark.parametrize("column", [Column.FILE, Column.PATIENT, Column.LESION])
def test_names_of_one_series_are_cut_in_their_middle(view, column):
    option = QStyleOptionViewItem()
    view.itemDelegateForColumn(column).initStyleOption(option, view.results.index(0, column))
    assert option.textElideMode == Qt.TextElideMode.ElideMiddle
