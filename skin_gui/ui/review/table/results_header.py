"""The columns of the table as the user has them: which are shown, how wide, in which order."""

from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QTableView

from skin_gui.ui.review.table.cell_delegates import BAR_WIDTH
from skin_gui.ui.review.table.result_columns import GROUP_COLUMNS, MEASURE_COLUMNS, Column
from skin_gui.ui.texts.formats import probability_text
from skin_gui.ui.texts.results import OTHER_MODEL
from skin_gui.ui.widgets.menu import Menu
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import window_ini

_MARGIN = 8
_STATE_KEY = f"review/columns{len(Column)}"
_CHOICES_KEY = "review/group-columns"
_OWN_WIDTH_KEY = "review/file-column-is-set"
_SCALE_KEY = "review/columns-text-scale"
_OF_FILE = 3
"""The file's column may take one of so many parts of the table before it cuts a name."""
_FIRST = (
    Column.FILE,
    Column.PATIENT,
    Column.LESION,
    Column.LABEL,
    Column.PROBABILITY,
    Column.WARNINGS,
    Column.RANK,
    Column.UNLIKE,
)
"""As many of these as a narrow window has room for: what casts doubt on a number stands beside it."""


class ResultsHeader(QHeaderView):
    """The heading of the table, which outlives the program."""

    chosen = Signal()
    """The user has shown or hidden columns."""

    def __init__(self, table: QTableView) -> None:
        """Args: the table, which has its model already."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._own_width = window_ini().value(_OWN_WIDTH_KEY, False, type=bool)
        self._is_fitting = self._is_grouped = False
        self._scale = theme().font_scale
        """Of the letters that the columns are as wide as they are for."""
        self.setSectionsClickable(True)
        table.setHorizontalHeader(self)
        # One of its own, which stays empty: to draw a heading Qt would ask each row whether it is selected.
        self.setSelectionModel(QItemSelectionModel(table.model(), self))
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setStretchLastSection(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(48)
        self.setResizeContentsPrecision(0)  # what is in sight: a folder may have 100,000 rows
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._set_defaults()
        state = window_ini().value(_STATE_KEY)
        if isinstance(state, QByteArray):
            self.restoreState(state)
            self._scale = float(str(window_ini().value(_SCALE_KEY, 1.0)))
            self._follow_scale()
        theme().changed.connect(self._follow_scale)
        self.set_grouped(False)
        self.sectionResized.connect(self._on_resized)
        table.setSortingEnabled(True)

    @property
    def shows_measures(self) -> bool:
        """Whether a column is shown that has to be measured."""
        return not all(self.isSectionHidden(column) for column in MEASURE_COLUMNS)

    def fit_names(self) -> None:
        """Let the file's column use what the others leave, up to its longest name in sight, unless the user set it.

        A part of the table is its own whatever the others need: names of two visits' pictures, cut in their middle, may
        be alike, and a column that is pushed out is scrolled to.
        """
        others = [column for column in Column if column != Column.FILE and not self.isSectionHidden(column)]
        if self._own_width or not others or not self._table.isVisible():  # out of sight Qt would ask every single row
            return
        # The last column is stretched, so that what it needs is its own first width.
        last = max(others, key=self.visualIndex)
        taken = self._width(last) + sum(self.sectionSize(column) for column in others if column != last)
        least, room = self._width(Column.FILE), self._table.viewport().width()
        most = max(self._table.sizeHintForColumn(Column.FILE) + _MARGIN, least)
        self._is_fitting = True
        self.resizeSection(Column.FILE, min(max(room - taken, room // _OF_FILE, least), most))
        self._is_fitting = False

    def set_grouped(self, grouped: bool) -> None:
        """Show who is who in a folder that is grouped, and no empty columns elsewhere, unless the user chose so."""
        self._is_grouped = grouped
        self._show_groups()
        self.fit_names()
        if grouped:
            self.sort_by_patient()
        elif self.sortIndicatorSection() in GROUP_COLUMNS:
            self._table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def sort_by_patient(self) -> None:
        """Put each patient's images together."""
        self._table.sortByColumn(Column.PATIENT, Qt.SortOrder.AscendingOrder)

    def _show_groups(self) -> None:
        for column in GROUP_COLUMNS:
            usual = self._is_grouped and column.spec.shown_once_grouped
            shown = window_ini().value(self._choice(column), usual, type=bool)
            self.setSectionHidden(column, not shown)

    def _choice(self, column: Column) -> str:
        """Where the user's choice of a column of groups is kept: one for folders that are grouped, one for others."""
        return f"{_CHOICES_KEY}/{'grouped' if self._is_grouped else 'others'}/{column.name}"

    def save(self) -> None:
        """Remember which columns are shown, where, and how the rows are sorted."""
        window_ini().setValue(_STATE_KEY, self.saveState())
        window_ini().setValue(_OWN_WIDTH_KEY, self._own_width)
        window_ini().setValue(_SCALE_KEY, self._scale)

    def menu(self) -> Menu:
        """A menu that shows and hides columns; the file's name always stays."""
        menu = Menu(self._table)
        for column in Column:
            action = QAction(column.spec.title(), menu)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setEnabled(column != Column.FILE)
            action.toggled.connect(lambda shown, column=column: self._show_column(column, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Default Columns")).triggered.connect(self._reset)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    def _show_column(self, column: Column, shown: bool) -> None:
        self.setSectionHidden(column, not shown)
        if column in GROUP_COLUMNS:
            window_ini().setValue(self._choice(column), shown)
        self._chosen()

    def _reset(self) -> None:
        window_ini().remove(_CHOICES_KEY)
        self._set_defaults()
        self._show_groups()
        self._own_width = False
        self._chosen()

    def _chosen(self) -> None:
        self.fit_names()
        self.save()
        self.chosen.emit()

    def _set_defaults(self) -> None:
        for place, column in enumerate([*_FIRST, *(column for column in Column if column not in _FIRST)]):
            self.moveSection(self.visualIndex(column), place)
            self.resizeSection(column, self._width(column))
            self.setSectionHidden(column, not column.spec.shown)

    def _follow_scale(self) -> None:
        """Keep the texts of the columns whole in letters of another size."""
        factor, self._scale = theme().font_scale / self._scale, theme().font_scale
        if factor == 1:
            return
        self._is_fitting = True
        for column in Column:
            size = self._width(column) if self.isSectionHidden(column) else round(self.sectionSize(column) * factor)
            self.resizeSection(column, size)
        self._is_fitting = False
        self.fit_names()

    def _on_resized(self, column: int) -> None:
        if column == Column.FILE and not self._is_fitting:
            self._own_width = True

    def _width(self, column: Column) -> int:
        """Room for the heading, too: one that is cut loses its beginning where numbers stand below it."""
        least = max(round(column.spec.width * self._scale), self.sectionSizeFromContents(column).width())
        if column != Column.PROBABILITY:
            return least
        figure = self._table.fontMetrics().horizontalAdvance(
            max(probability_text(0.0), probability_text(1.0), key=len) + OTHER_MODEL
        )
        return max(least, BAR_WIDTH + figure + 4 * _MARGIN)
