"""What can be done with one file, offered by a right click on its image, its thumbnail and its row."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from skin_gui.ui.browser.browser_model import Role
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.widgets.formats import left_to_right
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.menu import Menu
from skin_gui.ui.window.parts import Parts

if TYPE_CHECKING:
    from skin_gui.ui.review.review_table import ReviewTable

_FileAt = Callable[[QPoint], Path | None]


class WindowFiles(QObject):
    """One menu for one file, wherever it is shown."""

    def __init__(self, window: QWidget, parts: Parts, batch_review: BatchReview) -> None:
        super().__init__(window)
        self._window, self._parts, self._batch_review = window, parts, batch_review
        self._offer(parts.view, lambda _: parts.view.path)
        thumbnails = parts.browser.view
        self._offer(thumbnails, lambda place: _file_at(thumbnails, place, Role.PATH))
        batch_review.built.connect(self._add_table)

    def _add_table(self, table: "ReviewTable") -> None:
        from skin_gui.ui.review.results_model import RESULT_ROLE  # noqa: PLC0415 - not before the first paint

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
        """What can be done with a file."""
        menu = Menu(self._window)
        for text, picture, call in (
            (self.tr("Copy &Image"), "image", self._copy_image),
            (self.tr("Copy &Path"), "copy", lambda path: QGuiApplication.clipboard().setText(str(path))),
            (self.tr("Show in &Folder"), "folder", lambda path: self._open(path.parent)),
            (self.tr("&Open in Another Program"), "open-image", self._open),
        ):
            action = menu.addAction(text)
            set_icon(action, picture)
            action.triggered.connect(lambda _=False, call=call: call(path))
        menu.addSeparator()
        menu.addAction(self._export_action(path, menu))
        return menu

    def _export_action(self, path: Path, menu: Menu) -> QAction:
        table = self._batch_review.table
        action = QAction(self.tr("&Export This…"), menu)
        set_icon(action, "export")
        action.setEnabled(table is not None and table.model.result(path) is not None)
        if table is not None:
            action.triggered.connect(lambda: table.export("report", only=path))
        return action

    def _copy_image(self, path: Path) -> None:
        """The picture as it was decoded, without heatmap; one that is still being opened is none yet."""
        picture = self._parts.view.picture
        if self._parts.view.path != path or picture is None:
            text = self.tr("{name} is not on the screen yet; nothing was copied.")
            self._parts.status.show_message(text.format(name=left_to_right(path.name)))
            return
        QGuiApplication.clipboard().setImage(picture)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program of this computer opens {name}.")
            self._parts.status.show_message(text.format(name=left_to_right(path.name)))


def _file_at(view: QAbstractItemView, place: QPoint, role: int) -> Path | None:
    """The file in a place of a view whose model tells of it as a path or as a row."""
    found = view.indexAt(place).data(role)
    return Path(found) if isinstance(found, str) else getattr(found, "path", None)
