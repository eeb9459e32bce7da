"""The images of a folder as a Qt model."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from skin_gui.ui.browser.browser_state import FileState, Order, Review
from skin_gui.ui.browser.file_listing import FileListing
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right, probability_text
from skin_gui.ui.texts.lesions import lesion_caption
from skin_gui.ui.texts.results import label_text, other_model_text

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.lesions.groups import Groups
    from skin_gui.review.results import Result
    from skin_gui.workers.shown import ModelFacts

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
    TELLING = Qt.ItemDataRole.UserRole + 11
    """`int`: with how many characters the names of all files begin alike."""
    BY_OTHER = Qt.ItemDataRole.UserRole + 12
    """`bool`: another model than the one in use made the result."""


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
        self.listing = FileListing()
        self.has_groups = False
        """Whether patients or lesions are known."""
        self._in_use: ModelFacts | None = None

    # What Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.listing.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row >= len(self.listing.shown):
            return None
        file = self.listing.shown[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return in_reading_direction(self.listing.name(file.path))
        if role == Role.FILE:
            return file
        if role == Role.PATH:
            return file.path
        if role == Role.NAME:
            return self.listing.name(file.path)
        if role == Role.TELLING:
            return self.listing.telling(file.path)
        return self._of_state(file, self.listing.state(file.path), role)

    def _of_state(self, file: "FoundImage", state: FileState, role: int) -> Any:
        if role == Role.STATE:
            return state
        if role == Role.BY_OTHER:
            return self._is_by_other(state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([left_to_right(file.relative), *self._description(state)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([self.listing.name(file.path), *self._description(state)])
        value = _VALUES.get(role)
        return None if value is None else value(state)

    def _description(self, state: FileState) -> list[str]:
        """Everything that the badges say, in words."""
        parts = [state.caption] if state.caption else []
        if state.label is not None and state.probability is not None:
            text = self.tr("{label}, probability of malignancy {probability}")
            parts.append(text.format(label=label_text(state.label), probability=probability_text(state.probability)))
        if self._is_by_other(state):
            parts.append(other_model_text(state.model))
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

    def clear(self) -> None:
        self.listing.states.clear()
        self.listing.unreadable.clear()
        self.set_files([])

    def set_files(self, files: list["FoundImage"]) -> bool:
        """Show these files, which are in natural order; what is known of those that have not changed is kept.

        Returns:
            Whether they are other files, or other contents, than before.
        """
        if files == self.listing.files:
            return False
        self.listing.set_files(files)
        self._arrange()
        return True

    def add_files(self, files: Iterable["FoundImage"]) -> None:
        """Show these files, none of which is there yet, as well."""
        self.set_files(sorted([*self.listing.files, *files], key=lambda file: file.key))

    # Order and filter

    def sort_by(self, order: Order) -> None:
        """Sort by something else; by the same again takes in what has changed since."""
        self.listing.order = order
        self._arrange()

    def filter_names(self, text: str) -> None:
        """Show only files whose path below the folder contains every word of a text, in any case."""
        words = text.casefold().split()
        if words != self.listing.words:
            self.listing.words = words
            self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self.listing.arrange()
        self.endResetModel()

    # What is found out about files

    def set_results(self, results: Sequence["Result"], threshold: float | None = None) -> None:
        """Show many results at once, labelled at an operating point or at the one each was made at; no row moves."""
        for result in results:
            self._changeable(str(result.path)).take(result, threshold)
        self._all_changed()

    def forget_results(self) -> None:
        """Take every result and decision off its file; no row moves."""
        for state in self.listing.states.values():
            state.forget_result()
        self._all_changed()

    def set_groups(self, groups: "Groups") -> None:
        """Show which patient and lesion each file shows; no row moves."""
        self.has_groups = len(groups) > 0
        for state in self.listing.states.values():
            state.order, state.caption = -1, ""
        for path, place in groups.places():
            state = self._changeable(str(path))
            state.order, state.caption = place.order, lesion_caption(place.membership)
        self._all_changed()

    def set_model_in_use(self, model: "ModelFacts") -> None:
        """Mark the results of other models."""
        self._in_use = model
        self._all_changed()

    def _is_by_other(self, state: FileState) -> bool:
        return self._in_use is not None and state.is_by_other(self._in_use)

    def set_prediction(self, path: str | Path, probability: float, label: str, model: "ModelFacts") -> None:
        state = self._changeable(str(path))
        state.model_id, state.model = model.model_id, model.name
        state.probability, state.label, state.error, state.of_row = probability, label, "", False
        self._changed(str(path))

    def set_unreadable(self, path: str, sentence: str) -> None:
        """Tell why a file has no thumbnail."""
        self._changeable(path).unreadable = sentence
        self.listing.unreadable.add(path)
        self._changed(path)

    def forget_unreadable(self) -> None:
        """Know of no file any more why it has no thumbnail: it may have one now."""
        for path in self.listing.unreadable:
            self._changeable(path).unreadable = ""
        self.listing.unreadable.clear()
        self._all_changed()

    def set_synthetic(self, path: str) -> None:
        if not self.listing.state(path).synthetic:
            self._changeable(path).synthetic = True
            self._changed(path)

    def _all_changed(self) -> None:
        if self.listing.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.listing.shown) - 1))

    def _changeable(self, path: str) -> FileState:
        return self.listing.states.setdefault(path, FileState())

    def _changed(self, path: str) -> None:
        row = self.listing.row(path)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)
