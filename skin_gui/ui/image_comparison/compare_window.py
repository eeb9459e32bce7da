"""The window in which images are compared."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from skin_gui.ui.image_comparison.over_time import OverTime
from skin_gui.ui.image_comparison.side_by_side import SideBySide
from skin_gui.ui.image_comparison.subject import MOST_SIDE_BY_SIDE, Subject
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.wording.fact import Fact
from skin_gui.workers.base import Worker
from skin_gui.workers.image_comparison import Compared, SideImage, load_task, overlay_task
from skin_gui.workers.runner import Runner

Mode = Literal["side", "time"]


class CompareWindow(QWidget):
    """Images side by side and, where there are several, over time. It loads what it shows by itself."""

    def __init__(self, subjects: Sequence[Subject], mode: Mode = "side", parent: QWidget | None = None) -> None:
        """`start` begins to load; the subjects stand by time, the first four side by side."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare"))
        self.resize(self.screen().availableSize() * 0.8)
        self._subjects = list(subjects)
        self._loaded: dict[Path, SideImage] = {}
        self._loading, self._overlaying = Runner(parent=self), Runner(parent=self)
        self.problem = MessageBox("error")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.side = SideBySide(self._subjects[:MOST_SIDE_BY_SIDE])
        self.side.removed.connect(self.remove)
        self.tabs.addTab(self.side, "")
        self.time: OverTime | None = None
        self._compare_over_time()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self._loading.failed.connect(lambda fact: self.problem.set_messages([fact]))
        self._overlaying.failed.connect(self._overlay_failed)
        in_column(self, self.problem, (self.tabs, 1), spacing=8, margins=(12, 8, 12, 12))
        self.show_mode(mode)

    def shows(self, subjects: Sequence[Subject]) -> bool:
        """Whether it shows these images, and of each the result or not, as wanted."""
        wanted, shown = ([(one.path, one.result_is_hidden) for one in each] for each in (subjects, self._subjects))
        return wanted == shown

    def show_mode(self, mode: Mode) -> None:
        self.tabs.setCurrentWidget(self.time if mode == "time" and self.time is not None else self.side)

    def label(self) -> None:
        """Say what the images are labelled at the operating point that is in force now."""
        self.side.say()

    def start(self) -> None:
        paths = list(dict.fromkeys(pane.subject.path for pane in self.side.panes))
        self._loading.start(Worker(load_task([path for path in paths if path not in self._loaded])), self._show)
        if self.time is not None:
            self.time.ask()

    def remove(self, subject: Subject) -> None:
        """Take an image out; the others stay as they are looked at, and the last one stands beside its heatmap."""
        place = self._subjects.index(subject)
        self._subjects.remove(subject)
        mode: Mode = "side" if self.tabs.currentWidget() is self.side else "time"
        self.side.set_subjects(self._subjects[:MOST_SIDE_BY_SIDE])
        self.side.show_images(self._loaded)
        self._compare_over_time()
        self.show_mode(mode)
        self.side.panes[min(place, len(self.side.panes) - 1)].view.setFocus()
        self.start()

    def _compare_over_time(self) -> None:
        """Where there are several images, have a page for them over time."""
        self._overlaying.drop()
        if self.time is not None:
            self.tabs.removeTab(1)
            self.time.deleteLater()
        self.time = OverTime(self._subjects) if len(self._subjects) > 1 else None
        self.tabs.setTabText(0, self.tr("&Side by Side") if self.time else self.tr("&Image and Heatmap"))
        if self.time is not None:
            self.tabs.addTab(self.time, self.tr("Over &Time"))
            self.time.wanted.connect(self._overlay)

    def _show(self, compared: Compared) -> None:
        self._loaded |= {image.path: image for image in compared.images}
        self.side.show_strip(compared.strip)
        self.side.show_images(self._loaded)

    def stop(self) -> None:
        self._loading.stop()
        self._overlaying.stop()

    def _overlay(self, first: Path, second: Path) -> None:
        if self.time is not None:
            worker = Worker(overlay_task(first, second))
            self._overlaying.start(worker, self.time.show_overlaid)

    def _overlay_failed(self, fact: Fact) -> None:
        if self.time is not None:
            self.time.show_failure(fact)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)
