"""The view on the table of results: its columns, selection by file, and the bar beside each probability."""

from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from skin_gui.ui.review.table.result_columns import GROUP_COLUMNS, MEASURE_COLUMNS, Column
from skin_gui.ui.review.table.results_model import LABEL_ROLE, SORT_ROLE, THRESHOLD_ROLE, ResultsModel
from skin_gui.ui.widgets.formats import probability_text
from skin_gui.ui.widgets.menu import Menu, give_own_menu
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import window_ini

Index = QModelIndex | QPersistentModelIndex

_ROW_PADDING = 10
_BAR_WIDTH = 64
_BAR_HEIGHT = 6
_MARGIN = 8
_MOST_RANGES = 2000
_STATE_KEY = f"review/columns{len(Column)}"
_OWN_WIDTH_KEY = "review/file-column-is-set"


class ProbabilityDelegate(QStyledItemDelegate):
    """Draws the probability as a short bar with a tick at the operating point, before the figure."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        probability = index.data(SORT_ROLE)
        super().paint(painter, option, index)
        if probability is None:
            return
        colours = theme().colours
        bar = self._bar(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        malignant = index.data(LABEL_ROLE) == "malignant"
        painter.setBrush(QColor(colours.malignant if malignant else colours.benign))
        filling = QRectF(bar)
        filling.setWidth(max(bar.width() * probability, _BAR_HEIGHT))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            filling.moveRight(bar.right())
        painter.drawRoundedRect(filling, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        self._paint_tick(painter, bar, index.data(THRESHOLD_ROLE), option)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the bar."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(_BAR_WIDTH, _BAR_HEIGHT)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    @staticmethod
    def _bar(option: QStyleOptionViewItem) -> QRectF:
        top = option.rect.center().y() - _BAR_HEIGHT / 2 + 0.5
        bar = QRectF(option.rect.left() + _MARGIN, top, _BAR_WIDTH - _MARGIN, _BAR_HEIGHT)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(option.rect.right() - _MARGIN)
        return bar

    @staticmethod
    def _paint_tick(painter: QPainter, bar: QRectF, threshold: float | None, option: QStyleOptionViewItem) -> None:
        if threshold is None:
            return
        share = 1 - threshold if option.direction == Qt.LayoutDirection.RightToLeft else threshold
        x = bar.left() + bar.width() * share
        painter.setBrush(QColor(theme().colours.text))
        painter.drawRect(QRectF(x - 0.75, bar.top() - 3, 1.5, bar.height() + 6))


class NoteDelegate(QStyledItemDelegate):
    """Keeps what is being typed, whatever else changes in the table meanwhile."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A text field whose menu does not hand its keys to the table."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            give_own_menu(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the row's note, until the user types."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)


class ResultsView(QTableView):
    """A table whose selection and columns outlive sorting, filtering and the program."""

    current_changed = Signal(object)
    """The path of the row the keyboard is on."""
    selection_changed = Signal()
    opened = Signal(object)
    """The path of a row that was double-clicked."""
    columns_changed = Signal()
    """The user has shown or hidden columns."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._kept: tuple[Path | None, list[Path]] = (None, [])
        self._announced: Path | None = None
        self._own_width = window_ini().value(_OWN_WIDTH_KEY, False, type=bool)
        self._is_fitting = False
        self.setAccessibleName(self.tr("Results"))
        self.setModel(model)
        self._set_up_rows()
        self._set_up_columns()
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.modelReset.connect(self._fit_names)
        model.rowsInserted.connect(self._fit_names)
        self.doubleClicked.connect(self._open)

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        theme().changed.connect(self._fit_rows)
        self.setItemDelegateForColumn(Column.PROBABILITY, ProbabilityDelegate(self))
        self.setItemDelegateForColumn(Column.NOTE, NoteDelegate(self))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)

    def _set_up_columns(self) -> None:
        columns = self.horizontalHeader()
        # One of its own, which stays empty: to draw a heading Qt would ask each row whether it is selected.
        columns.setSelectionModel(QItemSelectionModel(self._results, columns))
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setStretchLastSection(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(48)
        columns.setResizeContentsPrecision(0)  # what is in sight: a folder may have 100,000 rows
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(self._show_column_menu)
        self._default_columns()
        state = window_ini().value(_STATE_KEY)
        if isinstance(state, QByteArray):
            columns.restoreState(state)
        columns.sectionResized.connect(self._on_resized)
        self.setSortingEnabled(True)

    def _default_columns(self) -> None:
        columns = self.horizontalHeader()
        # As many of these as a narrow window has room for: what casts doubt on a number stands beside it.
        order = [
            Column.FILE,
            Column.PATIENT,
            Column.LESION,
            Column.LABEL,
            Column.PROBABILITY,
            Column.WARNINGS,
            Column.RANK,
            Column.UNLIKE,
        ]
        order += [column for column in Column if column not in order]
        for place, column in enumerate(order):
            columns.moveSection(columns.visualIndex(column), place)
            self.setColumnWidth(column, self._width(column))
            self.setColumnHidden(column, not column.spec.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names the room that is there."""
        super().resizeEvent(event)
        self._fit_names()

    def _on_resized(self, column: int) -> None:
        if column == Column.FILE and not self._is_fitting:
            self._own_width = True

    def _fit_names(self) -> None:
        """Let the file's column use what the others leave, up to its longest name in sight, unless the user set it."""
        columns = self.horizontalHeader()
        others = [column for column in Column if column != Column.FILE and not columns.isSectionHidden(column)]
        if self._own_width or not others:
            return
        # The last column is stretched, so that what it needs is its own first width.
        last = max(others, key=columns.visualIndex)
        taken = self._width(last) + sum(columns.sectionSize(column) for column in others if column != last)
        least = self._width(Column.FILE)
        most = max(self.sizeHintForColumn(Column.FILE) + _MARGIN, least)
        self._is_fitting = True
        self.setColumnWidth(Column.FILE, min(max(self.viewport().width() - taken, least), most))
        self._is_fitting = False

    def show_groups(self) -> None:
        """Show who is who once images have been grouped, each patient's together."""
        for column in Column:
            if column.spec.shown_once_grouped:
                self.setColumnHidden(column, False)
        self._fit_names()
        self.sortByColumn(Column.PATIENT, Qt.SortOrder.AscendingOrder)

    def hide_groups(self) -> None:
        """No image is grouped: hide what would be empty."""
        for column in GROUP_COLUMNS:
            self.setColumnHidden(column, True)
        self._fit_names()
        if self.horizontalHeader().sortIndicatorSection() in GROUP_COLUMNS:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line above the first row of each patient, where rows stand by patient."""
        super().paintEvent(event)
        model = self._results
        if not model.is_grouped:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        last = model.rowCount() - 1 if last < 0 else last
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme().colours.muted))
        for row in range(max(first, 1), last + 1):
            if model.group_at(row) != model.group_at(row - 1):
                y = self.rowViewportPosition(row) - 1
                painter.drawLine(0, y, self.viewport().width(), y)

    def _width(self, column: Column) -> int:
        """Room for the heading, too: one that is cut loses its beginning where numbers stand below it."""
        least = max(column.spec.width, self.horizontalHeader().sectionSizeFromContents(column).width())
        if column != Column.PROBABILITY:
            return least
        figure = self.fontMetrics().horizontalAdvance(max(probability_text(0.0), probability_text(1.0), key=len))
        return max(least, _BAR_WIDTH + figure + 4 * _MARGIN)

    def save_columns(self) -> None:
        """Remember which columns are shown, where, and how the rows are sorted."""
        window_ini().setValue(_STATE_KEY, self.horizontalHeader().saveState())
        window_ini().setValue(_OWN_WIDTH_KEY, self._own_width)

    def column_menu(self) -> Menu:
        """A menu that shows and hides columns; the file's name always stays."""
        menu = Menu(self)
        for column in Column:
            action = QAction(column.spec.title(), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setEnabled(column != Column.FILE)
            action.toggled.connect(lambda shown, column=column: self._show_column(column, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Default Columns")).triggered.connect(self._reset_columns)
        return menu

    def _show_column_menu(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    @property
    def shows_measures(self) -> bool:
        """Whether a column is shown that has to be measured."""
        return not all(self.isColumnHidden(column) for column in MEASURE_COLUMNS)

    def _show_column(self, column: Column, shown: bool) -> None:
        self.setColumnHidden(column, not shown)
        self._fit_names()
        self.save_columns()
        self.columns_changed.emit()

    def _reset_columns(self) -> None:
        self._default_columns()
        self._own_width = False
        self._fit_names()
        self.save_columns()
        self.columns_changed.emit()

    # Selection

    @property
    def current_path(self) -> Path | None:
        """The file of the row the keyboard is on."""
        index = self.currentIndex()
        return self._results.result_at(index.row()).path if index.isValid() else None

    def selected_paths(self) -> list[Path]:
        """The files of the selected rows, in the order shown."""
        rows = [row for part in self._parts() for row in range(part.top(), part.bottom() + 1)]
        return [self._results.result_at(row).path for row in sorted(set(rows))]

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(part.bottom() - part.top() + 1 for part in self._parts())

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def select_path(self, path: Path) -> bool:
        """Select the row of a file alone; false where it is not shown."""
        row = self._results.row_of(path)
        if row is None:
            return False
        column = self.currentIndex().column() if self.currentIndex().isValid() else Column.FILE
        index = self._results.index(row, column)
        # Not the view's own way, which adds to the selection while Ctrl is held, for Ctrl+Z say.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def select_paths(self, paths: list[Path]) -> None:
        """Select the rows of these files alone, and go to the first of them."""
        if len(paths) == 1:
            self.select_path(paths[0])
            return
        rows = self._results.rows_of(paths)
        if rows:
            self.select_path(self._results.result_at(rows[0]).path)
            self._select_rows(rows)

    def _select_rows(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for first, last in _runs(rows)[:_MOST_RANGES]:
            selection.select(self._results.index(first, 0), self._results.index(last, len(Column) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_none(self) -> None:
        """Have the keyboard on no row; the next row to be selected is told, whichever it is."""
        self._announced = None
        self.selectionModel().clear()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which file the keyboard is on, once for each."""
        super().currentChanged(current, previous)
        path = self.current_path
        if path is not None and path != self._announced:
            self._announced = path
            self.current_changed.emit(path)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other rows are selected."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def _keep_selection(self) -> None:
        self._kept = (self.current_path, self.selected_paths())

    def _restore_selection(self) -> None:
        current, selected = self._kept
        self._kept = (None, [])
        row = self._results.row_of(current) if current is not None else None
        if row is not None:
            index = self._results.index(row, Column.FILE)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._select_rows(self._results.rows_of(selected))
        self.selection_changed.emit()

    def keyboardSearch(self, _search: str) -> None:
        """Letters are the keys of decisions here, not of names: Ctrl+F finds those."""

    def _open(self, index: Index) -> None:
        if index.column() == Column.NOTE:
            self.edit(index)
        else:
            self.opened.emit(self._results.result_at(index.row()).path)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Consecutive rows as pairs of the first and the last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
