"""Joins the window with patients, lesions and comparisons: the menu, the dialog, the selection they are about."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMessageBox
from shiboken6 import isValid

from skin_gui.ui.browser.browser_state import Order
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.texts.facts import words
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.questions import ask
from skin_gui.ui.widgets.window_state import bring_to_front
from skin_gui.ui.window.parts import Parts

if TYPE_CHECKING:
    from skin_gui.lesions.groups import Groups
    from skin_gui.review.results import Result
    from skin_gui.ui.image_comparison.compare_window import CompareWindow, Mode
    from skin_gui.ui.review.session_groups import SessionGroups
    from skin_gui.wording.fact import Fact
    from skin_gui.workers.lesions import Rule


class WindowLesions(QObject):
    """Owns the commands about patients and lesions."""

    def __init__(self, window: QMainWindow, parts: Parts, batch_review: BatchReview) -> None:
        super().__init__(window)
        self._window, self._parts, self._batch_review = window, parts, batch_review
        self._comparisons: list[CompareWindow] = []
        self.hides_result_of: Callable[[Path], bool] = lambda _: False
        """Whether an image's result is kept from the reviewer until she has decided."""
        self.compare = self._command(self.tr("&Compare Images"), "Ctrl+K")
        self.over_time = self._command(self.tr("Lesion over &Time"), "Ctrl+T")
        set_icon(self.compare, "columns")
        set_icon(self.over_time, "history")
        set_icon(parts.menus.lesions.menuAction(), "folder")
        parts.menus.view.insertActions(parts.menus.lesions.menuAction(), [self.compare, self.over_time])
        self.menu = parts.menus.lesions
        self.group = self._add(self.tr("&Group Images…"))
        self.sort = self._add(self.tr("&Sort by Patient"))
        self.menu.addSeparator()
        self.same = self._add(self.tr("Selected Images Show the &Same Lesion"), "Ctrl+L")
        self.different = self._add(self.tr("Selected Images Show &Different Lesions"), "Ctrl+Shift+L")
        self.menu.addSeparator()
        self.forget = self._add(self.tr("&Remove All Groups…"))
        self.menu.aboutToShow.connect(self._update)
        self.compare.triggered.connect(self.compare_selected)
        self.over_time.triggered.connect(self.show_over_time)
        self.group.triggered.connect(self.choose_rule)
        self.sort.triggered.connect(self.sort_by_patient)
        self.same.triggered.connect(lambda: self._say(same=True))
        self.different.triggered.connect(lambda: self._say(same=False))
        self.forget.triggered.connect(self._ask_to_forget)
        self._sorts_next = False
        """Whether the user waits for groups, which are to be seen together then."""
        batch_review.groups_changed.connect(self._take_groups)
        batch_review.state_changed.connect(self._label_compared)
        batch_review.grouping_failed.connect(self._grouping_failed)

    def _add(self, text: str, keys: str = "") -> QAction:
        action = self._command(text, keys)
        self.menu.addAction(action)
        return action

    def _command(self, text: str, keys: str) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
            self._window.addAction(action)
        return action

    @property
    def _grouping(self) -> "SessionGroups | None":
        table = self._batch_review.table
        return None if table is None or table.session.saved is None else table.grouping

    def selected(self) -> list[Path]:
        """The images that a command is about: several selected in the table or the browser, else the one shown."""
        table, browser = self._batch_review.table, self._parts.browser
        in_table = [] if table is None or not table.isVisible() else table.view.selected_paths()
        chosen = [in_table, browser.selected_paths()]
        if browser.isAncestorOf(self._window.focusWidget() or self._window):
            chosen.reverse()
        several = next((paths for paths in chosen if len(paths) > 1), None)
        current = self._parts.image.path
        return several or ([current] if current is not None else [])

    def compare_selected(self) -> None:
        """Put the selected images side by side; one stands beside its heatmap."""
        paths = self.selected()
        from skin_gui.ui.image_comparison.subject import MOST_SIDE_BY_SIDE  # noqa: PLC0415 - few ever need it

        if len(paths) > MOST_SIDE_BY_SIDE:
            self._show_problem(self.tr("Up to four images can be compared side by side; select two to four of them."))
        elif paths:
            self._open_comparison(paths, "side")

    def show_over_time(self) -> None:
        """Lay the pictures of the lesion that is shown, or those selected, over each other."""
        paths = self.selected()
        if len(paths) == 1:
            paths = self._groups.same_lesion(paths[0])
        if len(paths) > 1:
            self._open_comparison(paths, "time")
        else:
            self._show_problem(
                self.tr(
                    "No other picture of this lesion is known. Group the images of the folder, or select several "
                    "pictures of one lesion in the table and try again."
                )
            )

    @property
    def _groups(self) -> "Groups":
        from skin_gui.lesions.groups import Groups  # noqa: PLC0415 - not before the first paint

        return self._grouping.groups if self._grouping is not None else Groups()

    def _open_comparison(self, paths: list[Path], mode: "Mode") -> None:
        from skin_gui.ui.image_comparison.compare_window import CompareWindow  # noqa: PLC0415 - few ever need it
        from skin_gui.ui.image_comparison.subject import Subject  # noqa: PLC0415

        groups = self._groups
        subjects = []
        for path in paths:
            row_of = partial(self._row_of, path)
            probability = row.probability if (row := row_of()) is not None else None
            name, hidden = self._parts.panel.name_of(path), self.hides_result_of(path)
            membership = groups.of(path).membership
            subjects.append(Subject(path, membership, probability, row_of, name, result_is_hidden=hidden))
        if len(subjects) > 1 and all(subject.membership.time is not None for subject in subjects):
            subjects.sort(key=lambda subject: subject.membership.time or 0)
        self._comparisons = [other for other in self._comparisons if isValid(other)]
        if (known := next((other for other in self._comparisons if other.shows(subjects)), None)) is not None:
            known.show_mode(mode)
            bring_to_front(known)
            return
        window = CompareWindow(subjects, mode, self._window)
        self._comparisons.append(window)
        window.show()
        window.start()

    def _row_of(self, path: Path) -> "Result | None":
        table = self._batch_review.table
        return table.model.labelled_result(path) if table is not None else None

    def _label_compared(self) -> None:
        for window in self._comparisons:
            if isValid(window):
                window.label()

    def stop(self) -> None:
        """Close what is open: the window is about to close."""
        for window in self._comparisons:
            if isValid(window):
                window.close()

    def choose_rule(self) -> None:
        from skin_gui.ui.lesions.grouping_dialog import GroupingDialog  # noqa: PLC0415 - few ever need it

        grouping, table = self._grouping, self._batch_review.table
        if grouping is None or table is None:
            return
        dialog = GroupingDialog(
            table.session.roots, [Path(file.path) for file in self._parts.browser.model.listing.files], self._window
        )
        dialog.chosen.connect(self._group)
        dialog.open()

    def sort_by_patient(self) -> None:
        """Put the images of each patient and lesion together, in the table and among the thumbnails."""
        if self._batch_review.table is not None:
            self._batch_review.table.view.columns.sort_by_patient()
        self._parts.browser.sort_by(Order.PATIENT)

    def _group(self, rule: "Rule") -> None:
        if self._grouping is not None:
            self._sorts_next = True
            self._grouping.group(rule)

    def _take_groups(self, groups: "Groups") -> None:
        if self._sorts_next and len(groups):
            self._parts.browser.sort_by(Order.PATIENT)
        self._sorts_next = False
        self._parts.browser.set_groups(groups)  # which keeps the open image in view, as sorting alone does not

    def _grouping_failed(self, fact: "Fact") -> None:
        """Nothing was changed, the order of the thumbnails neither."""
        self._sorts_next = False
        self._show_problem(words(fact))

    def _say(self, *, same: bool) -> None:
        if self._grouping is not None:
            (self._grouping.same_lesion if same else self._grouping.different_lesions)(self.selected())

    def _ask_to_forget(self) -> None:
        grouping = self._grouping
        if grouping is None:
            return
        title, question = self.tr("Patients and lesions"), self.tr("Remove all groups of this folder?")
        detail = self.tr("What you said by hand is removed too. Images, results and decisions stay.")
        ask(self._window, title, question, self.tr("Remove"), grouping.forget, detail=detail)

    def _show_problem(self, sentence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Patients and lesions"), sentence, parent=self._window)
        box.finished.connect(box.deleteLater)
        box.open()

    def _update(self) -> None:
        grouping = self._grouping
        grouped = grouping is not None and len(grouping.groups) > 0
        several = len(self.selected()) > 1
        self.group.setEnabled(grouping is not None)
        self.same.setEnabled(grouping is not None and several)
        self.different.setEnabled(grouped)
        for action in (self.sort, self.forget):
            action.setEnabled(grouped)
