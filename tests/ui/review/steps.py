"""What a reviewer does with the table, as often as tests need it."""

from PySide6.QtCore import Qt

from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column

SLOW = 120_000


def look_at(table, path) -> None:
    """Have an image open that has not been painted yet."""
    table.image.sequence.follow([path], 0)


def show(table, path) -> None:
    look_at(table, path)
    table.image.set_painted(path)


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def classify(qtbot, table) -> None:
    click(qtbot, table.batch_bar.classify_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=SLOW)


def click_row(qtbot, table, path) -> None:
    index = table.model.index(table.model.rows.row_of(path), Column.FILE)
    table.view.scrollTo(index)
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=table.view.visualRect(index).center())


def names(table) -> list[str]:
    return [row.file for row in table.model.rows.shown()]


def label_of(table, name: str) -> str | None:
    return next(row.reviewer_label for row in table.model.rows.all_results() if row.file == name)


def show_column(table, title: str) -> None:
    next(action for action in table.view.columns.menu().actions() if action.text() == title).trigger()
