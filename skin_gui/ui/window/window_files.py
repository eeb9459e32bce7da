"""What can be done with one file: in the File menu for the open one, by a right click wherever a file is shown."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMainWindow

from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.ui.browser.browser_model import Role
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.menu import Menu
from skin_gui.ui.window.parts import Parts

if TYPE_CHECKING:
    from skin_gui.ui.review.review_table import ReviewTable

_FileAt = Callable[[QPoint], Path | None]


class WindowFiles(QObject):
    """One list of commands for a file, wherever it is shown."""

    def __init__(self, window: QMainWindow, parts: Parts, batch_review: BatchReview) -> None:
        super().__init__(window)
        self._window, self._parts, self._batch_review = window, parts, batch_review
        self._commands: tuple[tuple[str, str, str, Callable[[Path], None]], ...] = (
            (self.tr("Copy &Image"), "image", "Ctrl+Alt+C", self._copy_image),
            (self.tr("Copy &Path"), "copy", "Ctrl+Alt+P", lambda path: QGuiApplication.clipboard().setText(str(path))),
            (self.tr("Show in &Folder"), "folder", "Ctrl+Alt+F", self._show_in_folder),
            (self.tr("&Open With…"), "open-image", "Ctrl+Alt+O", self._open_with),
        )
        self._of_open_image: list[QAction] = []
        for text, picture, keys, call in self._commands:
            action = self._action(text, picture, partial(self._of_open, call))
            action.setShortcut(QKeySequence(keys))
            parts.menus.image.addAction(action)
            self._of_open_image.append(action)
        parts.menus.image.addSeparator()
        self.export = self._action(self.tr("&Export This…"), "export", lambda: self._of_open(self._export))
        parts.menus.image.addAction(self.export)
        self.sheet = self._action(self.tr("Contact S&heet…"), "columns", self._make_sheet)
        self.sheet.setShortcut(QKeySequence("Ctrl+Shift+E"))
        parts.menus.file.insertAction(parts.commands.classify_again, self.sheet)
        batch_review.state_changed.connect(self._update)
        for changed in (parts.image.changed, parts.image.row_changed):
            changed.connect(lambda _: self._update())
        self._update()
        self._offer(parts.view, lambda _: parts.view.path)
        thumbnails = parts.browser.view
        self._offer(thumbnails, lambda place: _file_at(thumbnails, place, Role.PATH))
        batch_review.built.connect(self._add_table)

    def _action(self, text: str, picture: str, call: Callable[[], None]) -> QAction:
        action = QAction(text, self._window)
        set_icon(action, picture)
        action.triggered.connect(lambda _=False: call())
        return action

    def _update(self) -> None:
        path = self._parts.image.path
        for action in self._of_open_image:
            action.setEnabled(path is not None)
        self.export.setEnabled(path is not None and self._has_row(path))
        self.sheet.setEnabled(bool(self._batch_review.results()))

    def _of_open(self, call: Callable[[Path], None]) -> None:
        if self._parts.image.path is not None:
            call(self._parts.image.path)

    def _add_table(self, table: "ReviewTable") -> None:
        from skin_gui.ui.review.table.results_model import RESULT_ROLE  # noqa: PLC0415 - not before the first paint

        self._offer(table.view, lambda place: _file_at(table.view, place, RESULT_ROLE))

    def _offer(self, area: QAbstractScrollArea, file_at: _FileAt) -> None:
        area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        def show(place: QPoint) -> None:
            path = file_at(place)
            if path is not None:
                menu = self.menu(path)
                menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                menu.popup(area.viewport().mapToGlobal(place))

        area.customContextMenuRequested.connect(show)

    def menu(self, path: Path) -> Menu:
        menu = Menu(self._window)
        for text, picture, _, call in self._commands:
            action = menu.addAction(text)
            set_icon(action, picture)
            action.triggered.connect(lambda _=False, call=call: call(path))
        menu.addSeparator()
        export = menu.addAction(self.export.text())
        set_icon(export, "export")
        export.setEnabled(self._has_row(path))
        export.triggered.connect(lambda: self._export(path))
        sheet = menu.addAction(self.sheet.text())
        set_icon(sheet, "columns")
        sheet.setEnabled(self.sheet.isEnabled())
        sheet.triggered.connect(self._make_sheet)
        return menu

    def _make_sheet(self) -> None:
        """Of the images selected among the thumbnails, or in the table; with one or none selected, of all rows."""
        table = self._batch_review.table
        if table is None:
            return
        selected = self._parts.browser.selected_paths()
        rows = [path for path in selected if self._has_row(path)] if len(selected) > 1 else []
        if len(selected) > 1 and not rows:
            self._parts.status.show_message(self.tr("None of the selected images has a result: classify the folder."))
            return
        table.export(kind="sheet", only=rows)

    def _has_row(self, path: Path) -> bool:
        table = self._batch_review.table
        return table is not None and table.model.rows.result(path) is not None

    def _export(self, path: Path) -> None:
        if self._batch_review.table is not None:
            self._batch_review.table.export(kind="report", only=[path])

    def _copy_image(self, path: Path) -> None:
        """The picture as it was decoded, without heatmap; one that is still being opened is none yet."""
        picture = self._parts.view.picture
        if self._parts.view.path != path or picture is None:
            self._say(self.tr("{name} is not on the screen yet; nothing was copied."), path)
            return
        QGuiApplication.clipboard().setImage(picture)

    def _show_in_folder(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._say(self.tr("No program of this computer opens {name}."), path.parent)

    def _open_with(self, path: Path) -> None:
        # The platform goes by names: a picture that is called .bat, .desktop or .exe would be run by it, not shown.
        if path.suffix.lower() not in IMAGE_SUFFIXES:
            self._say(self.tr("{name} is not named like an image: it might be run, and was not opened."), path)
        elif not open_with(path):
            self._say(self.tr("No program of this computer opens {name}."), path)

    def _say(self, sentence: str, path: Path) -> None:
        self._parts.status.show_message(sentence.format(name=left_to_right(path.name)))


def _file_at(view: QAbstractItemView, place: QPoint, role: int) -> Path | None:
    """The file in a place of a view whose model tells of it as a path or as a row."""
    found = view.indexAt(place).data(role)
    return Path(found) if isinstance(found, str) else getattr(found, "path", None)


def open_with(path: Path) -> bool:
    """Ask the platform's chooser which program is to open an image; without a chooser, the usual one opens it.

    Args:
        path: named like an image, as the platform goes by names.

    Returns:
        False, and nothing has happened, where no program answers.
    """
    if sys.platform == "win32":
        os.startfile(path, "openas")  # noqa: S606 - shows the chooser, whatever the file is
        return True
    if sys.platform.startswith("linux") and _ask_portal(path):
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _ask_portal(path: Path) -> bool:
    """Have the desktop's portal show its chooser; False where there is no such portal."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor  # noqa: PLC0415 - rarely wanted

    bus, name = QDBusConnection.sessionBus(), "org.freedesktop.portal.Desktop"
    if not bus.isConnected():
        return False
    known = bus.interface()
    if not known.isServiceRegistered(name).value() and name not in known.activatableServiceNames().value():
        return False
    call = QDBusMessage.createMethodCall(
        name, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.OpenURI", "OpenFile"
    )
    with path.open("rb") as file:
        call.setArguments(["", QDBusUnixFileDescriptor(file.fileno()), {"ask": True}])
        return bus.send(call)
