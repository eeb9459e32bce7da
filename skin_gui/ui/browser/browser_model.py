"""The images of a folder as a Qt model: 100,000 of them sort and filter without a wait."""

import os
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from skin_gui.review.distinct_names import DistinctNames
from skin_gui.ui.browser.browser_state import UNKNOWN, FileState, Order, Review
from skin_gui.ui.widgets.formats import in_reading_direction, probability_text
from skin_gui.ui.widgets.lesion_texts import lesion_caption
from skin_gui.ui.widgets.texts import label_text

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.lesions.groups import Groups
    from skin_gui.review.results import Result

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the model tells of a row beside Qt's own roles."""

    PATH = Qt.ItemDataRole.UserRole + 1
    """`str`."""
    FILE = Qt.ItemDataRole.UserRole + 2
    """`FoundImage`."""
    STATE = Qt.ItemDataRole.UserRole + 3
    """`FileState`, not to be changed."""
    LABEL = Qt.ItemDataRole.UserRole + 4
    """The model's label, or None."""
    PROBABILITY = Qt.ItemDataRole.UserRole + 5
    """`float`, or None."""
    REVIEW = Qt.ItemDataRole.UserRole + 6
    """`Review`."""
    FAILED = Qt.ItemDataRole.UserRole + 7
    """`bool`: no result or no thumbnail could be made."""
    SYNTHETIC = Qt.ItemDataRole.UserRole + 8
    """`bool`."""
    CAPTION = Qt.ItemDataRole.UserRole + 9
    """`str`: patient and lesion."""
    NAME = Qt.ItemDataRole.UserRole + 10
    """`str`: what tells the file from the others, without marks for the reading direction."""
    SHARED = Qt.ItemDataRole.UserRole + 11
    """`int`: with how many characters the names of all files begin alike."""


_VALUES: dict[int, Callable[[FileState], Any]] = {
    Role.LABEL: lambda state: state.label,
    Role.PROBABILITY: lambda state: state.probability,
    Role.REVIEW: lambda state: state.review,
    Role.FAILED: lambda state: bool(state.problem),
    Role.SYNTHETIC: lambda state: state.synthetic,
    Role.CAPTION: lambda state: state.caption,
}


class BrowserModel(QAbstractListModel):
    """Files by path, in an order and through a filter of its own.

    QSortFilterProxyModel would call Python for each of its comparisons; sorting a list by keys takes a
    tenth of the time. Whatever moves rows resets the model: views find their place again by path.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[FoundImage] = []
        self._shown: list[FoundImage] = []
        self._rows: dict[str, int] = {}
        self._names: DistinctNames | None = None
        self._shared: int | None = None
        self._paths: list[Path] | None = None
        self._states: dict[str, FileState] = {}
        self._unreadable: set[str] = set()
        self._order = Order.NAME
        self._words: list[str] = []
        self.has_groups = False
        """Whether patients or lesions are known."""

    # What Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Files that the filter lets through."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is known of a row."""
        row = index.row()
        if not index.isValid() or row >= len(self._shown):
            return None
        file = self._shown[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return in_reading_direction(self.name(file.path))
        if role == Role.FILE:
            return file
        if role == Role.PATH:
            return file.path
        if role == Role.NAME:
            return self.name(file.path)
        if role == Role.SHARED:
            return self._shared_start()
        return self._of_state(file, self._states.get(file.path, UNKNOWN), role)

    def _of_state(self, file: "FoundImage", state: FileState, role: int) -> Any:
        if role == Role.STATE:
            return state
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([file.relative, *self._description(state)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([self.name(file.path), *self._description(state)])
        value = _VALUES.get(role)
        return None if value is None else value(state)

    def _description(self, state: FileState) -> list[str]:
        """Everything that the badges say, in words."""
        parts = [state.caption] if state.caption else []
        if state.label is not None and state.probability is not None:
            text = self.tr("{label}, probability of malignancy {probability}")
            parts.append(text.format(label=label_text(state.label), probability=probability_text(state.probability)))
        match state.review:
            case Review.AGREED:
                parts.append(self.tr("Reviewed: agreed"))
            case Review.CHANGED:
                label = label_text(state.reviewer_label or "")
                parts.append(self.tr("Reviewed: changed to {label}").format(label=label))
            case Review.UNSURE:
                parts.append(self.tr("Reviewed: unsure"))
        if state.synthetic:
            parts.append(self.tr("Synthetic sample"))
        if state.problem:
            parts.append(state.problem)
        return parts

    # Files

    @property
    def files(self) -> list["FoundImage"]:
        """All files in natural order, those that the filter hides included; not to be changed."""
        return self._files

    @property
    def shown(self) -> list["FoundImage"]:
        """The files shown, in the order shown; not to be changed."""
        return self._shown

    @property
    def paths(self) -> list[Path]:
        """The files shown as paths; made when first asked for, not to be changed."""
        if self._paths is None:
            self._paths = [Path(file.path) for file in self._shown]
        return self._paths

    def name(self, path: str | Path) -> str:
        """The name that tells a file from the others: as much of the path as is needed for that."""
        if self._names is None:  # not before somebody asks: a folder is handed over bit by bit
            is_deep = any(file.name != file.relative for file in self._files)
            self._names = DistinctNames((file.path for file in self._files) if is_deep else ())
        return self._names.name(path)

    def _shared_start(self) -> int:
        if self._shared is None:
            # The first and the last of them in order share what all share.
            names = [self.name(file.path) for file in self._files]
            alike = os.path.commonprefix([min(names), max(names)]) if len(names) > 1 else ""  # noqa: RUF071 - by character
            self._shared = len(alike)
        return self._shared

    @property
    def unreadable_count(self) -> int:
        """How many files are known to be unreadable so far."""
        return len(self._unreadable)

    def clear(self) -> None:
        """Forget the folder and all that is known of its files."""
        self._states.clear()
        self._unreadable.clear()
        self.set_files([])

    def set_files(self, files: list["FoundImage"]) -> bool:
        """Show these files, which are in natural order; what is known of those that have not changed is kept.

        Returns:
            Whether they are other files, or other contents, than before.
        """
        if files == self._files:
            return False
        # A decision is about the picture that was there: another content in the same place is a new picture.
        content = {file.path: (file.modified_ns, file.size) for file in files}
        for file in self._files:
            if content.get(file.path) != (file.modified_ns, file.size):
                self._states.pop(file.path, None)
                self._unreadable.discard(file.path)
        self._files, self._names, self._shared = files, None, None
        self._arrange()
        return True

    def add_files(self, files: Iterable["FoundImage"]) -> None:
        """Show these files, none of which is there yet, as well."""
        self.set_files(sorted([*self._files, *files], key=lambda file: file.key))

    def row(self, path: str | Path) -> int:
        """The row that shows a file; -1 when none does."""
        return self._rows.get(str(path), -1)

    def state(self, path: str | Path) -> FileState:
        """What is known of a file; not to be changed."""
        return self._states.get(str(path), UNKNOWN)

    def find_name(self, start: str, first: int) -> int:
        """The first row, from `first` on and round, whose file name begins with a text; -1 when none does."""
        start = start.casefold()
        rows = len(self._shown)
        for step in range(rows):
            row = (first + step) % rows
            if self._shown[row].name.casefold().startswith(start):
                return row
        return -1

    def next_unreviewed(self, row: int) -> int:
        """The first row after `row`, and round, without a decision; failed ones count as done. -1 for none."""
        rows = len(self._shown)
        for step in range(1, rows + 1):
            candidate = (row + step) % rows
            state = self._states.get(self._shown[candidate].path, UNKNOWN)
            if state.reviewer_label is None and not state.problem:
                return candidate
        return -1

    # Order and filter

    @property
    def order(self) -> Order:
        """The order in use."""
        return self._order

    def sort_by(self, order: Order) -> None:
        """Sort by something else; by the same again takes in what has changed since."""
        self._order = order
        self._arrange()

    def filter_names(self, text: str) -> None:
        """Show only files whose path below the folder contains every word of a text, in any case."""
        words = text.casefold().split()
        if words != self._words:
            self._words = words
            self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = self._files
        for word in self._words:
            shown = [file for file in shown if word in file.relative.casefold()]
        key = self._order.key
        if key is not None:
            states = self._states
            # sorted() keeps the natural order among equals.
            shown = sorted(shown, key=lambda file: key(file, states.get(file.path, UNKNOWN)))
        self._shown, self._paths = shown, None
        self._rows = {file.path: row for row, file in enumerate(shown)}
        self.endResetModel()

    # What is found out about files

    def set_result(self, result: "Result") -> None:
        """Show a result and its decision on its file, now or when the file is found; no row moves."""
        self._changeable(str(result.path)).take(result)
        self._changed(str(result.path))

    def set_results(self, results: Sequence["Result"], threshold: float | None = None) -> None:
        """Show many results at once, labelled at an operating point or at the one each was made at; no row moves."""
        for result in results:
            self._changeable(str(result.path)).take(result, threshold)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def forget_results(self) -> None:
        """Take every result and decision off its file; no row moves."""
        for state in self._states.values():
            state.forget_result()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def set_groups(self, groups: "Groups") -> None:
        """Show which patient and lesion each file shows; no row moves."""
        self.has_groups = len(groups) > 0
        for state in self._states.values():
            state.order, state.caption = -1, ""
        for path, place in groups.places():
            state = self._changeable(str(path))
            state.order, state.caption = place.order, lesion_caption(place.membership)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def set_prediction(self, path: str | Path, probability: float, label: str) -> None:
        """Show what the classifier said of a file, with whatever decision there is."""
        state = self._changeable(str(path))
        state.probability, state.label, state.error, state.of_row = probability, label, "", False
        self._changed(str(path))

    def set_unreadable(self, path: str, sentence: str) -> None:
        """Tell why a file has no thumbnail."""
        self._changeable(path).unreadable = sentence
        self._unreadable.add(path)
        self._changed(path)

    def set_synthetic(self, path: str) -> None:
        """Mark a file as drawn rather than photographed."""
        if not self.state(path).synthetic:
            self._changeable(path).synthetic = True
            self._changed(path)

    def _changeable(self, path: str) -> FileState:
        return self._states.setdefault(path, FileState())

    def _changed(self, path: str) -> None:
        row = self._rows.get(path, -1)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)
