"""Joins the measures' tab with what is drawn on the image."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from skin_gui.ui.measures.overlay import MeasureOverlay
from skin_gui.ui.measures.panel import MeasuresPanel
from skin_gui.ui.measures.similar import SimilarSearch

if TYPE_CHECKING:
    from pathlib import Path

    from skin_gui.ui.viewer.image_view import ImageView
    from skin_gui.ui.viewer.open_image import OpenImage
    from skin_gui.workers.shown import MeasuredImage


class Measuring(QObject):
    """The tabs beside the image: the result, the measures, which are drawn only while their tab is open, and cases."""

    def __init__(self, result: QWidget, view: "ImageView", image: "OpenImage", parent: QObject) -> None:
        """Args: the panel of the first tab, the view that is drawn on, the image they are about, and the owner."""
        super().__init__(parent)
        self._view = view
        self.panel = MeasuresPanel()
        self.overlay = MeasureOverlay()
        view.add_overlay(self.overlay)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("resultTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(result, self.tr("Result"))
        self.tabs.addTab(self.panel, self.tr("Measures"))
        self.tabs.currentChanged.connect(self._show_or_hide)
        self.panel.shown_changed.connect(self.overlay.show_measure)
        self.similar = SimilarSearch(self.tabs, image, self)
        image.changed.connect(self._wait)
        image.measured.connect(self._show)
        image.failed.connect(lambda _: self.clear())
        self._show_or_hide()

    def _wait(self, path: "Path | None") -> None:
        """Another image is being measured, or none: nothing of the last one stays."""
        self.overlay.set_measures(None, self._view.image_area)
        self.panel.show_nothing(self.tr("Measuring…") if path is not None else "")

    def _show(self, measured: "MeasuredImage") -> None:
        self.overlay.set_measures(measured.measures, self._view.image_area)
        self.panel.show_measured(measured)

    def clear(self, text: str = "") -> None:
        """No image is on the screen, or none that has a result; the text says why."""
        self.overlay.set_measures(None, self._view.image_area)
        self.panel.show_nothing(text)
        self.similar.clear(text)

    def stop(self) -> None:
        """Wait for the threads."""
        self.similar.stop()

    def _show_or_hide(self) -> None:
        self.overlay.setVisible(self.tabs.currentWidget() is self.panel)
