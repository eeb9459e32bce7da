"""The models on this machine: which one is in use, their cards, and what can be done with them."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableView,
    QWidget,
)

from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.ui.settings_dialog.card_view import CardView
from skin_gui.ui.settings_dialog.model_buttons import ModelButtons
from skin_gui.ui.settings_dialog.model_table import ModelColumn, ModelRow, ModelTable
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import add_parts
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.page import Page
from skin_gui.ui.widgets.questions import is_confirmed
from skin_gui.ui.widgets.window_state import last_folder, remember_folder
from skin_gui.wording.fact import Fact
from skin_gui.workers.runner import Runner
from skin_gui.workers.settings.model_tasks import ModelListing, listing, then_list

_ROW_HEIGHT = 36


class ModelPage(Page):
    """Whatever is done here is done at once: the dialog's Apply and Cancel do not concern it."""

    name = "model"
    picture = "model"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Model"), scrolls=False, parent=parent)
        self.runner = Runner(self)
        self._active: tuple[str, str] | None = None
        self._wanted = ""
        self._stale = True
        self._can_roll_back = False
        self._create_parts()
        self._connect()
        self._update()

    def _create_parts(self) -> None:
        self.problem_box = MessageBox("error")
        self.busy_bar = BusyBar()
        self.status: QLabel = text_label("", "small")
        self.table = ModelTable(self)
        self.view = QTableView()
        self.view.setModel(self.table)
        self._set_up_view()
        self.buttons = ModelButtons()
        self.card = CardView()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(9)
        splitter.setObjectName("plainSplitter")
        splitter.addWidget(self.view)
        splitter.addWidget(self.card)
        splitter.setSizes([_ROW_HEIGHT * 5, _ROW_HEIGHT * 7])
        splitter.setStretchFactor(1, 1)
        note = self.tr("What you do here is done at once. Results that are saved keep the model they were made with.")
        figures = self.tr(
            "The figures of two models are of different images and cannot be compared; a retraining compares the new "
            "model with the active one on the same."
        )
        self.content.setSpacing(12)
        above = (text_label(f"{note} {figures}", "small"), self.problem_box, self.buttons)
        add_parts(self.content, *above, (splitter, 1), self.status, self.busy_bar)

    def _set_up_view(self) -> None:
        view = self.view
        view.setAccessibleName(self.tr("Models"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(64)

    def _connect(self) -> None:
        self.runner.busy_changed.connect(self._update)
        self.runner.failed.connect(self._show_problem)
        self.table.rename_wanted.connect(self._rename)
        self.view.selectionModel().currentRowChanged.connect(self._select)
        self.buttons.activate_button.clicked.connect(self.activate_selected)
        self.buttons.roll_back_button.clicked.connect(self.roll_back)
        self.buttons.rename_button.clicked.connect(self.edit_name)
        self.buttons.export_button.clicked.connect(self.export_selected)
        self.buttons.import_button.clicked.connect(self.import_model)
        self.buttons.delete_button.clicked.connect(self.delete_selected)

    # What the dialog calls

    def activate(self) -> None:
        """Look at the store; it may have changed through the command line or a training."""
        if not self.runner.run(listing, self._take):
            self._stale = True

    def model_was_changed(self) -> None:
        """Look at the store now, or when the page is seen next."""
        if self.isVisible():
            self.activate()

    # What the buttons do

    @property
    def selected(self) -> ModelRow | None:
        at = self.view.currentIndex().row()
        return self.table.rows[at] if 0 <= at < len(self.table.rows) else None

    def activate_selected(self) -> None:
        row = self.selected
        if row is not None:
            self._do(lambda store: store.activate(row.name), self.tr("Checking the model…"))

    def roll_back(self) -> None:
        self._do(lambda store: store.rollback(), self.tr("Going back to the earlier model…"))

    def edit_name(self) -> None:
        """Let the user type another name, in the table."""
        row = self.view.currentIndex().row()
        if row >= 0:
            self.view.setFocus()
            self.view.edit(self.table.index(row, ModelColumn.NAME))

    def export_selected(self) -> None:
        """Ask where to, and write one zip file."""
        row = self.selected
        if row is None:
            return
        start = Path(last_folder("model") or Path.home()) / f"{row.name}.zip"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export Model"), str(start), self.tr("Models (*.zip)"))
        if not name:
            return
        target = Path(name) if name.lower().endswith(".zip") else Path(f"{name}.zip")
        remember_folder("model", target.parent)
        done = self.tr("Exported to {file}.").format(file=left_to_right(target.name))

        def export(store: ModelStore) -> None:
            store.export(row.name, target)

        self._do(export, self.tr("Writing {file}…").format(file=left_to_right(target.name)), done)

    def import_model(self) -> None:
        """Ask for a zip file, check it and take it in."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import Model"), last_folder("model"), self.tr("Models (*.zip)")
        )
        if not name:
            return
        source = Path(name)
        remember_folder("model", source.parent)
        done = self.tr("Imported; it is not active yet, and marked as not validated.")
        busy = self.tr("Checking {file}…").format(file=left_to_right(source.name))
        self._do(lambda store: store.import_(source), busy, done)

    def delete_selected(self) -> None:
        """Delete one of the user's models, after asking."""
        row = self.selected
        if row is None:
            return
        question = self.tr("Delete the model {name}? This cannot be undone; export it first to keep a copy.")
        question = question.format(name=left_to_right(row.name))
        if not is_confirmed(self, self.tr("Delete Model"), question, self.tr("Delete")):
            return

        def delete(store: ModelStore) -> None:
            store.remove(row.name)

        done = self.tr("The model {name} is deleted.").format(name=left_to_right(row.name))
        self._do(delete, self.tr("Deleting…"), done)

    def _rename(self, row: ModelRow, name: str) -> None:
        self._do(lambda store: store.rename(row.name, name), self.tr("Renaming…"))

    # What comes back

    def _do(self, change: Callable[[ModelStore], StoredModel | None], busy: str, done: str = "") -> None:
        self.problem_box.clear()
        if self.runner.run(then_list(change), lambda found: self._finish(found, done)):
            self.status.setText(busy)

    def _finish(self, found: object, done: str) -> None:
        self._take(found)
        if done:
            self.status.setText(done)

    def _take(self, found: object) -> None:
        store = cast("ModelListing", found)
        keep = store.changed or (self.selected.name if self.selected else "")
        self._can_roll_back = store.can_roll_back
        self.table.show_listing(store)
        self.problem_box.set_messages([store.problem] if store.problem else [])
        self._show_active()
        at = self.table.row_of(keep)
        if at < 0:
            at = next((i for i, row in enumerate(self.table.rows) if row.is_active), 0)
        # Qt's `selectRow` finds no column, and selects nothing, in a table that runs from right to left.
        self.view.setCurrentIndex(self.table.index(at, ModelColumn.NAME))
        self._select()
        if self._stale:
            self._stale = False
            self.activate()

    def _show_active(self) -> None:
        """Say which model is in use, and tell when that has changed."""
        active = next((row.stored for row in self.table.rows if row.is_active), None)
        text = self.tr("Active: {name}").format(name=left_to_right(active.info.display_name)) if active else ""
        self.status.setText(text)
        now = (active.path.name, active.info.name) if active else ("", "")
        before, self._active = self._active, now
        if before is not None and before != now:
            self.model_changed.emit()

    def _show_problem(self, fact: Fact) -> None:
        self.status.setText("")
        self.problem_box.set_messages([fact])
        # A name that was refused is shown as it still is.
        self.view.viewport().update()

    def _select(self) -> None:
        row = self.selected
        text = "" if row is None else row.problem if row.stored is None else row.stored.card
        self.card.show_card(text)
        self._update()

    def _update(self) -> None:
        busy = self.runner.is_busy
        self.busy_bar.setVisible(busy)
        self.table.can_edit = not busy
        self.buttons.show_state(self.selected, busy=busy, can_roll_back=self._can_roll_back)
