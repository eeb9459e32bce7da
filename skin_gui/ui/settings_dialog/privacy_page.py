"""Where data lies, how much of it, and how to be rid of it."""

from typing import cast

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from skin_gui.ui.texts.formats import bytes_text, in_reading_direction, left_to_right
from skin_gui.ui.widgets.buttons import push_button, tool_button
from skin_gui.ui.widgets.labels import styled_label, text_label
from skin_gui.ui.widgets.layouts import add_parts, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.page import Page
from skin_gui.ui.widgets.questions import is_confirmed
from skin_gui.ui.widgets.row_frame import Row, RowFrame
from skin_gui.ui.widgets.window_state import clear_recent
from skin_gui.wording.fact import Fact
from skin_gui.workers.runner import Runner
from skin_gui.workers.settings.storage import StoredFolder, clear, measure_storage


class PrivacyPage(Page):
    """Sizes are measured each time the page is looked at; deleting asks where it cannot be made good again."""

    name = "privacy"
    picture = "privacy"
    sessions_cleared = Signal()
    """The sessions are about to be deleted: whoever has one open closes it now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Privacy"), parent=parent)
        self.runner = Runner(self)
        self._places: dict[str, StoredFolder] = {}
        statement = self.tr(
            "Nothing leaves this machine. Skin GUI opens no network connection: images, results and models stay in "
            "the folders below. Only what you export goes where you put it."
        )
        self.problem_box = MessageBox("error")
        add_parts(self.content, text_label(statement, "body"), self.problem_box)
        self.rows: dict[str, PlaceRow] = {}
        self._add_places()
        self._add_recent()
        self.content.addStretch(1)
        self.runner.busy_changed.connect(self._update)
        self.runner.failed.connect(self._show_problem)
        self._update()

    def _add_places(self) -> None:
        frame = RowFrame(self.tr("What is kept"))
        for key, name, meaning in (
            ("settings", self.tr("Settings"), self.tr("Preferences, window layout, recent files")),
            ("sessions", self.tr("Review sessions"), self.tr("Results, decisions and notes, with the files' paths")),
            ("models", self.tr("Models"), self.tr("Those that you trained or imported")),
            ("thumbnails", self.tr("Thumbnails"), self.tr("Small pictures of your images, made again when needed")),
            ("features", self.tr("Training features"), self.tr("Numbers computed from training images")),
            ("logs", self.tr("Logs"), self.tr("What happened, for finding faults")),
        ):
            row = PlaceRow(name, meaning, can_clear=key in ("sessions", "thumbnails", "features"))
            row.open_button.clicked.connect(lambda _=False, key=key: self.open_folder(key))
            row.clear_button.clicked.connect(lambda _=False, key=key: self.clear(key))
            self.rows[key] = row
            frame.add(row)
        self.content.addWidget(frame)

    def _add_recent(self) -> None:
        frame = RowFrame(self.tr("What the menus remember"))
        self.recent_button = QPushButton(self.tr("Forget"))
        self.recent_button.setAccessibleName(self.tr("Forget recent files"))
        self.recent_button.clicked.connect(clear_recent)
        self.recent_button.clicked.connect(lambda: self.recent_button.setText(self.tr("Forgotten")))
        help_text = self.tr("Paths that were opened of late, and the folders that dialogs were used in")
        frame.add(Row(self.tr("Recent files"), help_text, self.recent_button))
        self.content.addWidget(frame)

    def activate(self) -> None:
        self.recent_button.setText(self.tr("Forget"))
        self.runner.run(measure_storage, self._take)

    def open_folder(self, key: str) -> None:
        """Show a folder in the system's file manager, or the nearest one above it that is there."""
        place = self._places.get(key)
        if place is None:
            return
        folder = next(path for path in (place.path, *place.path.parents) if path.is_dir())
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            sentence = self.tr("No file manager answers. The folder is {folder}")
            self.problem_box.set_messages([sentence.format(folder=left_to_right(str(folder)))])

    def clear(self, key: str) -> None:
        """Delete what a folder holds; sessions only after asking, for they cannot be made again."""
        if key == "sessions" and not self._may_clear_sessions():
            return
        self.problem_box.clear()
        if key == "sessions":
            self.sessions_cleared.emit()
        self.runner.run(clear(key), self._take)

    def _may_clear_sessions(self) -> bool:
        question = self.tr(
            "Delete all review sessions? Every result, decision and note that was not exported is lost. "
            "Your images are not touched."
        )
        return is_confirmed(self, self.tr("Delete Review Sessions"), question, self.tr("Delete"))

    def _take(self, places: object) -> None:
        self._places = {place.key: place for place in cast("tuple[StoredFolder, ...]", places)}
        for key, place in self._places.items():
            self.rows[key].show_place(place)
        self._update()

    def _show_problem(self, fact: Fact) -> None:
        self.problem_box.set_messages([fact])

    def _update(self) -> None:
        for key, row in self.rows.items():
            place = self._places.get(key)
            row.open_button.setEnabled(place is not None)
            row.clear_button.setEnabled(place is not None and place.files > 0 and not self.runner.is_busy)


class PlaceRow(Row):
    """A folder: what it holds, its path, its size, and two buttons."""

    def __init__(self, name: str, meaning: str, *, can_clear: bool) -> None:
        side = QWidget()
        super().__init__(name, meaning, side)
        self.amount = styled_label(role="muted")
        named = self.tr("Open the folder: {name}").format(name=name)
        self.open_button = tool_button("open-folder", named, self.tr("Open the folder"))
        self.clear_button = push_button(self.tr("Clear"))
        self.clear_button.setAccessibleName(self.tr("Clear: {name}").format(name=name))
        if not can_clear:
            self.clear_button.hide()
        in_row(side, self.amount, self.clear_button, self.open_button, spacing=8)
        self._meaning = meaning

    def show_place(self, place: StoredFolder) -> None:
        self.help.setText(f"{self._meaning}\n{in_reading_direction(str(place.path))}")
        self.setToolTip(left_to_right(str(place.path)))
        files = QLocale().toString(place.files)
        self.amount.setText(bytes_text(place.size) if place.files else self.tr("empty"))
        self.amount.setToolTip(self.tr("{count} files", "", place.files).format(count=files))
